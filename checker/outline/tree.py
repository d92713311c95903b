"""Headings become nested sections: the grammar over lines, and what is made of its tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from checker.lalr import Branch, table
from checker.words.document import Heading, Section
from checker.words.place import Span

TEXT, END = "_TEXT", "_END"


class Cut(NamedTuple):
    """Where a stretch of whole lines begins that is one token: a heading's line, the end of a report, or a run of text.

    `start` is the offset of its first line, `content` that of the first character that is no blank.
    """

    terminal: str
    start: int
    content: int
    heading: Heading | None = None


def terminal(heading: Heading) -> str:
    """The grammar's name for a heading's line."""
    return heading.style.upper() if heading.style in ("part", "chapter") else f"LEVEL{heading.depth}"


def nest(cuts: Sequence[Cut], end: int) -> tuple[Section, ...]:
    """The sections that the headings among the cuts make; the last of them ends at `end` at the latest."""
    tree = table("outline").parse((cut.terminal, cut) for cut in cuts)
    bodies = iter(_bodies(cuts, end))
    return tuple(_section(child, bodies) for child in tree.branches())


def _bodies(cuts: Sequence[Cut], end: int) -> list[tuple[Heading, Span]]:
    """Each heading with what stands between it and the next heading or the end of the report."""
    stops = [cut for cut in cuts if cut.terminal != TEXT]
    edges = [*stops, Cut(END, end, end)]
    return [
        (cut.heading, Span(cut.heading.text_span.end, max(cut.heading.text_span.end, following.content)))
        for cut, following in pairwise(edges)
        if cut.heading
    ]


def _section(tree: Branch[Cut], bodies: Iterator[tuple[Heading, Span]]) -> Section:
    heading, body = next(bodies)
    children = tuple(_section(child, bodies) for child in tree.branches())
    extent = Span(heading.marker_span.start, children[-1].extent.end if children else body.end)
    return Section(heading, body, extent, children)
