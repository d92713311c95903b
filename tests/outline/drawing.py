"""A document as text, to be read in a diff."""

from __future__ import annotations

from checker.words.document import Document, LineKind, Section
from checker.words.place import Span

PLAIN = frozenset({LineKind.BLANK, LineKind.TEXT, LineKind.HEADING})
EXCERPT = 40


def draw(document: Document) -> str:
    """What the report is, what its lines are that are neither text nor headings, its tables, its outline."""
    signed = document.signed
    facts = {
        "profile": document.profile,
        "title": document.title and document.title.text,
        "repeats": document.title and [span.of(document.text) for span in document.title.repeats],
        "addressee": _quoted(document, document.addressee),
        "foreword": _quoted(document, document.foreword),
        "issuer": document.issuer and document.issuer.text,
        "level": document.level,
        "body": document.body,
        "report year": document.report_year,
        "closing": _quoted(document, document.closing),
        "attachments": [span.of(document.text) for span in document.attachments],
        "signature": document.signature and document.signature.text,
        "signed": signed and (signed.value or f"impossible: {signed.span.of(document.text)}"),
        "script": document.script,
        "proper": _lines(document, document.proper),
    }
    drawing = [f"{name}: {value}" for name, value in facts.items() if value or value is None]
    drawing += ["", *(_line(document, line.kind, line.span) for line in document.lines if line.kind not in PLAIN)]
    for table in document.tables:
        rows = [" | ".join(cell.span.of(document.text) for cell in row) for row in table.rows]
        drawing += ["", f"table {_lines(document, table.span)}", *rows]
    drawing += ["", *(line for section in document.sections for line in _section(document, section, 0))]
    return "\n".join(drawing) + "\n"


def _section(document: Document, section: Section, level: int) -> list[str]:
    heading = section.heading
    body = section.body.of(document.text).strip()
    named = f"{'    ' * level}{heading.marker} {heading.text} [{heading.depth} {heading.style} {heading.number}]"
    here = f"{named} @{document.index.number(heading.span.start)}" + (f" … {body[-EXCERPT:]!r}" if body else "")
    return [here, *(line for child in section.children for line in _section(document, child, level + 1))]


def _line(document: Document, kind: LineKind, span: Span) -> str:
    return f"{document.index.number(span.start):3} {kind:10} {span.of(document.text)}"


def _lines(document: Document, span: Span) -> str:
    return f"lines {document.index.number(span.start)}-{document.index.number(max(span.start, span.end - 1))}"


def _quoted(document: Document, span: Span | None) -> str | None:
    if span is None:
        return None
    quote = span.of(document.text)
    return quote if len(quote) <= 2 * EXCERPT else f"{quote[:EXCERPT]} … {quote[-EXCERPT:]}"
