"""A text becomes a Document: its lines named, its headings nested, and what its first and last lines say of it."""

from __future__ import annotations

from checker.outline.head import Head, is_again, read_head
from checker.outline.headings import drop_false_markers, find_hashes, headings
from checker.outline.identity import identify
from checker.outline.layout import Layout
from checker.outline.residue import mark_residue
from checker.outline.script import script_of
from checker.outline.tables import find_tables
from checker.outline.tail import Tail, read_tail
from checker.outline.tree import END, TEXT, Cut, nest, terminal
from checker.readers.fold import fold
from checker.words.document import Document, Heading, LineKind, Title
from checker.words.place import Lines, Span
from checker.words.record import replace
from checker.words.source import Source


def parse(source: Source, profile: str | None = None) -> Document:
    """The report taken apart; every text parses. `profile` overrules the one that would be recognised."""
    text, folded = source.text, fold(source.text)
    layout = Layout(folded, Lines(text))
    drop_false_markers(layout)
    find_hashes(layout)
    mark_residue(layout)
    tables = find_tables(layout)
    head = read_head(layout, text)
    tail = read_tail(layout, text, _begin(layout, head), fold(head.title.text) if head.title else "")
    found = headings(layout, text)
    for number in found:
        layout.kinds[number] = LineKind.HEADING
    proper = _proper(layout)
    identity = identify(layout, text, head, tail, list(found.values()))
    return Document(
        source=source,
        folded=folded,
        index=layout.index,
        lines=layout.lines(),
        sections=nest(_cuts(layout, found, tail.ends), proper.end),
        proper=proper,
        script=script_of(text, folded),
        tables=tables,
        title=_title(layout, head, tail),
        addressee=head.addressee,
        foreword=layout.content(head.foreword[0]).join(layout.content(head.foreword[-1])) if head.foreword else None,
        issuer=identity.issuer,
        signature=tail.signature,
        signed=tail.signed,
        closing=tail.closing,
        attachments=tail.attachments,
        report_year=identity.report_year,
        profile=profile or identity.profile,
        level=identity.level,
        body=identity.body,
    )


def _begin(layout: Layout, head: Head) -> int:
    """The line (0-based) where the report's own text begins."""
    return min([*layout.markers, *head.foreword], default=0)


def _proper(layout: Layout) -> Span:
    """From the first to the last line that is neither blank nor residue; the whole text where there is none."""
    own = [number for number in layout.solid if layout.kinds[number] is not LineKind.RESIDUE]
    return layout.content(own[0]).join(layout.content(own[-1])) if own else Span(0, len(layout.folded))


def _title(layout: Layout, head: Head, tail: Tail) -> Title | None:
    """The title; the same report a second time in the file prints it again."""
    if head.title is None:
        return None
    wording = fold(head.title.text)
    again = tuple(s for s in tail.titles if is_again(wording, s.of(layout.folded)))
    return replace(head.title, repeats=head.title.repeats + again) if again else head.title


def _cuts(layout: Layout, found: dict[int, Heading], ends: frozenset[int]) -> list[Cut]:
    """The tokens of the outline: each heading's line, each line that ends the report, the runs of lines between."""
    cuts: list[Cut] = []
    following = 0
    for number in sorted([*found, *ends]):
        start = layout.spans[number].start
        if number > following:
            cuts.append(Cut(TEXT, layout.spans[following].start, start))
        heading = found.get(number)
        cuts.append(Cut(terminal(heading) if heading else END, start, layout.starts[number], heading))
        following = number + 1
    if following < len(layout.spans):
        cuts.append(Cut(TEXT, layout.spans[following].start, len(layout.folded)))
    return cuts
