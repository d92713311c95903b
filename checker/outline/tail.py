"""What stands under the last section: closing phrase, attachments, signature and date; then perhaps another report."""

from __future__ import annotations

from checker.outline.below import Below
from checker.outline.layout import Layout
from checker.outline.signature import find_date, read_date, read_signatories
from checker.patterns import expression
from checker.words.document import LineKind, Named, Signed
from checker.words.place import Span
from checker.words.record import dataclass

_LONGEST_CLOSING = 50
_LONGEST_ENTRY = 80
_MOST_ENTRIES = 15

_REPORTED = "(?:报告|汇报|函告|函报|报送|公布|公告|说明|上报|呈报|报请|通报)"
_CLOSING = expression(
    rf"(?:(?:特此|专此|谨此|现予){_REPORTED}|以上(?:报告|汇报|情况|总结)[^。]{{0,20}}[请否妥][^。]{{0,20}}"
    r"|(?:妥否|当否|是否妥当)[,、]?[^。]{0,20}|请(?:予)?(?:审阅|审议|指示|批示|批评指正))[。.!]?"
)
_CLOSING_AT_END = expression(rf"(?<=[。;!])\s*((?:特此|专此|谨此){_REPORTED}[。.!]?)$")
_LIST = expression(r"附\s*[件表录]?\s*:")
_ENTRY = expression(r"\d{1,2}\s*[.、]|《|\(?[\d一二三四五六七八九十]{1,2}[)、]")


@dataclass(frozen=True, slots=True)
class Tail:
    """What ends a report. `titles` are those of further reports; `ends` the lines (0-based) that are in no section."""

    closing: Span | None
    signature: Named | None
    signed: Signed | None
    attachments: tuple[Span, ...]
    titles: tuple[Span, ...]
    ends: frozenset[int]


def read_tail(layout: Layout, text: str, begin: int, title: str) -> Tail:
    """Reads what follows the report's text, which begins in line `begin`, and marks what it is; the title is folded."""
    below = Below(layout, begin)
    date = find_date(below)
    bottom = len(below) if date is None else date.position + 1
    attached = _first_attachment(below, bottom, is_signed=date is not None)
    titles = _titles_again(below, title) | (_next_title(below, bottom) if date else set())
    attachments = _read_attachments(below, attached)
    signed = read_date(below, date) if date else None
    top, signature = read_signatories(below, text, date.position if date else attached, date)
    top, closing = _read_closing(below, top)
    top, entries = _read_list(below, top)
    if closing is None:
        _, closing = _read_closing(below, top)
    for position in titles:
        below.end(position, LineKind.TITLE)
    return Tail(
        closing=closing,
        signature=signature,
        signed=signed,
        attachments=(*entries, *attachments),
        titles=tuple(below.content(position) for position in sorted(titles)),
        ends=frozenset(below.ends),
    )


def _read_closing(below: Below, bottom: int) -> tuple[int, Span | None]:
    """A closing phrase in the line above, or at the end of its text; and the position where the line of one begins."""
    if bottom <= 0:
        return bottom, None
    folded, span = below.layout.folded, below.content(bottom - 1)
    if len(span) <= _LONGEST_CLOSING and _CLOSING.fullmatch(folded, span.start, span.end):
        below.end(bottom - 1, LineKind.CLOSING)
        return bottom - 1, span
    match = _CLOSING_AT_END.search(folded, max(span.start, span.end - 12), span.end)
    return bottom, Span(*match.span(1)) if match else None


def _read_list(below: Below, bottom: int) -> tuple[int, list[Span]]:
    """The list of attachments that may stand above the signature; and the position where it begins."""
    for position in range(bottom - 1, max(-1, bottom - 1 - _MOST_ENTRIES), -1):
        if below.is_attachment(position):
            for entry in range(position, bottom):
                below.end(entry, LineKind.ATTACHMENT)
            return position, [below.content(entry) for entry in range(position, bottom)]
        if len(below.content(position)) > _LONGEST_ENTRY or not _ENTRY.match(below.line(position)):
            break
    return bottom, []


def _first_attachment(below: Below, begin: int, *, is_signed: bool) -> int:
    """The position of the first attachment below the report; the number of lines where there is none.

    Without a signature it is one after which no heading goes on: an attachment's own headings begin with 一、.
    """
    if is_signed:
        return next((p for p in range(begin, len(below)) if below.is_attachment(p)), len(below))
    first: int | None = None
    for position, number in enumerate(below.numbers):
        marker = below.layout.markers.get(number)
        if first is not None and marker:
            if marker.number == 1 and marker.depth == 1:
                return first
            first = None
        elif first is None and position and below.is_attachment(position):
            first = position
    return len(below) if first is None else first


def _read_attachments(below: Below, begin: int) -> list[Span]:
    """The attachments from this position to the end: where each begins, with the entries of a list."""
    attachments = []
    is_list = False
    for position in range(begin, len(below)):
        is_head, line = below.is_attachment(position), below.line(position)
        is_list = bool(_LIST.match(line)) if is_head else is_list and bool(_ENTRY.match(line))
        if is_head or is_list:
            attachments.append(below.content(position))
        is_table = below.layout.kinds[below.numbers[position]] is LineKind.TABLE
        below.end(position, LineKind.TABLE if is_table else LineKind.ATTACHMENT)
    return attachments


def _next_title(below: Below, begin: int) -> set[int]:
    """The title of a second report, where one follows the signature."""
    for position in range(begin, len(below)):
        if below.runs_on(position) or below.is_attachment(position):
            break
        if below.is_title(position):
            return {position}
    return set()


def _titles_again(below: Below, title: str) -> set[int]:
    """Where the title stands once more and the count of the headings begins anew: the same report a second time."""
    wording = "".join(title.split())
    again: set[int] = set()
    first: bool | None = None
    for position in range(len(below) - 1, -1, -1) if wording else ():
        marker = below.layout.markers.get(below.numbers[position])
        if marker:
            first = marker.number == 1 and marker.depth == 1
        elif (
            first and len(wording) <= len(below.content(position)) and "".join(below.line(position).split()) == wording
        ):
            again.add(position)
    return again
