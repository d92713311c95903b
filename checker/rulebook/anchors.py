"""Where a finding stands whose object is missing, and how much of a long line it marks."""

from __future__ import annotations

from collections.abc import Iterable

from checker.rulebook.regex import Regex
from checker.words.document import Document, Line, LineKind, Section
from checker.words.place import Span

_CLAUSE_END = Regex(r"[,;:。!?]")
_LONGEST = 30
_NO_TEXT = frozenset({LineKind.BLANK, LineKind.RESIDUE})


def head(document: Document) -> Span:
    """The title's first line, else the opening of the first line that is not blank."""
    if document.title:
        return document.title.spans[0]
    return opening(document, _first(document, document.lines))


def tail(document: Document) -> Span:
    """The end of the last line of the report proper that is not blank."""
    line = trimmed(document.folded, _first(document, reversed(document.lines)))
    start = max(line.start, line.end - _LONGEST)
    clause = max(
        (match.end() for match in _CLAUSE_END.finditer(document.folded, start, max(start, line.end - 2))), default=start
    )
    return Span(clause, line.end)


def opening(document: Document, span: Span) -> Span:
    """The first clause of a span without the blanks around it, at most 30 characters."""
    whole = trimmed(document.folded, span)
    end = _CLAUSE_END.search(document.folded, whole.start, min(whole.end, whole.start + _LONGEST))
    return Span(whole.start, end.start() if end else min(whole.end, whole.start + _LONGEST))


def trimmed(folded: str, span: Span) -> Span:
    """The span without the blanks at its ends."""
    start, end = span.start, span.end
    while start < end and folded[start].isspace():
        start += 1
    while start < end and folded[end - 1].isspace():
        end -= 1
    return Span(start, end)


def outermost(sections: Iterable[Section]) -> list[Span]:
    """The extents of sections that come in the order of the text, without those inside another."""
    regions: list[Span] = []
    for section in sections:
        if not regions or section.extent.start >= regions[-1].end:
            regions.append(section.extent)
    return regions


def _first(document: Document, lines: Iterable[Line]) -> Span:
    return next((line.span for line in lines if _speaks(document, line)), document.proper)


def _speaks(document: Document, line: Line) -> bool:
    return line.kind not in _NO_TEXT and line.span.overlaps(document.proper)
