"""Headings without a marker: short lines of their own, as in 存在的问题 between two paragraphs."""

from __future__ import annotations

from checker.rulebook.anchors import trimmed
from checker.rulebook.regex import Regex
from checker.words.document import Document, Heading, Line, LineKind, Section
from checker.words.place import Span

_LONGEST = 25
_SPEECH = Regex(r"[,;:。!?\t|]|\d[件个项起次%]")

_ENCLOSED = Regex(r"^【[^【】。]{2,40}】$")


def unmarked_sections(document: Document) -> tuple[Section, ...]:
    """The short lines of text that may head what follows, as sections; each ends where the next begins."""
    names = [span for line in document.lines if (span := heading_name(document, line))]
    ends = [*(span.start for span in names[1:]), document.proper.end]
    return tuple(_section(document, name, end) for name, end in zip(names, ends, strict=False))


def heading_name(document: Document, line: Line) -> Span | None:
    """The line without blanks where it may be a heading: short, no clause, no figure, within the report."""
    if line.kind is not LineKind.TEXT or not document.proper.contains(line.span) or len(line.span) > 4 * _LONGEST:
        return None
    name = trimmed(document.folded, line.span)
    if _ENCLOSED.search(document.folded, name.start, name.end):  # 【存在的不足和原因】
        return Span(name.start + 1, name.end - 1)
    if not 2 <= len(name) <= _LONGEST or _SPEECH.search(document.folded, name.start, name.end):
        return None
    return name


def _section(document: Document, name: Span, end: int) -> Section:
    heading = Heading(
        depth=1,
        style="unmarked",
        marker="",
        number=0,
        text=name.of(document.text),
        marker_span=Span(name.start, name.start),
        text_span=name,
    )
    return Section(heading, body=Span(name.end, end), extent=Span(name.start, end))
