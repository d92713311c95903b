"""Headings become nested sections: the grammar over lines, its lexer, and what is made of its tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from lark import Lark, Token, Tree
from lark.common import LexerConf
from lark.lexer import Lexer, LexerState

from checker.data import data_folder
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


class LineLexer(Lexer):
    """Gives the tokens that the cuts of a text make; put together, they are the text."""

    __future_interface__ = 2  # lark: lex takes states, and the input may be anything

    def __init__(self, lexer_conf: LexerConf) -> None:
        """The terminals are declared only: the cuts name them."""

    def lex(self, lexer_state: LexerState, parser_state: Any) -> Iterator[Token]:
        text, cuts = _given(lexer_state)
        for cut, end in zip(cuts, [*(following.start for following in cuts), len(text)][1:], strict=True):
            yield Token(cut.terminal, text[cut.start : end], cut.start)


def terminal(heading: Heading) -> str:
    """The grammar's name for a heading's line."""
    return heading.style.upper() if heading.style in ("part", "chapter") else f"LEVEL{heading.depth}"


def build_parser(*, strict: bool = False) -> Lark:
    """The parser of outlines; `strict` (needs interegular) makes a conflict in the grammar an error."""
    grammar = (data_folder("grammar") / "outline.lark").read_text("utf-8")
    return Lark(grammar, parser="lalr", lexer=LineLexer, strict=strict)


@cache
def outline_parser() -> Lark:
    """The one parser of this process."""
    return build_parser()


def nest(text: str, cuts: Sequence[Cut], end: int) -> tuple[Section, ...]:
    """The sections that the headings among the cuts make; the last of them ends at `end` at the latest."""
    tree = outline_parser().parse((text, cuts))
    bodies = iter(_bodies(cuts, end))
    return tuple(_section(child, bodies) for child in tree.children if isinstance(child, Tree))


def _given(lexer_state: LexerState) -> tuple[str, Sequence[Cut]]:
    given: Any = lexer_state.text
    text, cuts = given
    return text, cuts


def _bodies(cuts: Sequence[Cut], end: int) -> list[tuple[Heading, Span]]:
    """Each heading with what stands between it and the next heading or the end of the report."""
    stops = [cut for cut in cuts if cut.terminal != TEXT]
    edges = [*stops, Cut(END, end, end)]
    return [
        (cut.heading, Span(cut.heading.text_span.end, max(cut.heading.text_span.end, following.content)))
        for cut, following in pairwise(edges)
        if cut.heading
    ]


def _section(tree: Tree[Token], bodies: Iterator[tuple[Heading, Span]]) -> Section:
    heading, body = next(bodies)
    children = tuple(_section(child, bodies) for child in tree.children if isinstance(child, Tree))
    extent = Span(heading.marker_span.start, children[-1].extent.end if children else body.end)
    return Section(heading, body, extent, children)
