"""Who signed a report and when: on one line, or the bodies above the date, or below it."""

from __future__ import annotations

from checker.outline.below import Below
from checker.outline.bodies import ends_in_body
from checker.outline.dates import DateLine, date_line
from checker.patterns import expression
from checker.words.document import LineKind, Named, Signed
from checker.words.place import Span
from checker.words.record import dataclass

_MOST_SIGNATORIES = 4
_LONGEST_NAME = 50
_LONGEST_LOOSE_NAME = 25

_SENTENCE = expression(r"[。,;:!?]")
# Who signs without ending as a body does: 县水利局法规科, 云棲县.
_LOOSE_NAME = expression(r"(?!无|没有|暂).*(?:[处科室股组队站所委办局厅部院会司馆社省市县区镇乡旗]|街道|中心)")
_SEAL = expression(r"\s*[(\[]\s*(?:[^()\[\]。,;:]{0,20}代?(?:盖章|印章|章)|公章|印)\s*[)\]]$")
_DATE_ENDS = frozenset("日号月)]0123456789")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date line: its position, what it says, whether a body stands on it or above it."""

    position: int
    line: DateLine
    is_signed: bool


def find_date(below: Below) -> Dated | None:
    """The date under the first report: nothing runs on between it and an attachment, a next title, or the end."""
    chosen: Dated | None = None
    at_end, fresh = True, True
    for position in range(len(below) - 1, -1, -1):
        if not at_end:
            at_end = fresh = below.is_attachment(position) or below.is_title(position)
            continue
        found = _date_at(below, position)
        if found and (fresh or chosen is None or (found.is_signed and not chosen.is_signed)):
            chosen, fresh = found, False
        elif below.runs_on(position):
            at_end = False
    return chosen


def read_date(below: Below, date: Dated) -> Signed | None:
    """The day; None where the line gives no day."""
    start = below.content(date.position).start
    below.end(date.position, LineKind.DATE)
    return Signed(date.line.value, Span(start + date.line.start, start + date.line.end)) if date.line.is_full else None


def read_signatories(below: Below, text: str, bottom: int, date: Dated | None) -> tuple[int, Named | None]:
    """The bodies on the date's line, else above `bottom`, else below the date; and the position where they begin."""
    if date and date.line.name_end:
        start = below.content(date.position).start
        return bottom, _named(below, text, [Span(start, start + date.line.name_end)])
    top = bottom
    while top > 0 and bottom - top < _MOST_SIGNATORIES and _signs(below, top - 1, date is not None and top == bottom):
        top -= 1
    positions = list(range(top, bottom))
    if date and not positions and bottom + 1 < len(below) and below.is_name(bottom + 1):
        positions = [bottom + 1]
    for position in positions:
        below.end(position, LineKind.ISSUER)
    return top, _named(below, text, [below.content(position) for position in positions]) if positions else None


def _date_at(below: Below, position: int) -> Dated | None:
    content = below.content(position)
    if below.layout.folded[content.end - 1] not in _DATE_ENDS or not below.is_text(position):
        return None
    line = below.line(position)
    found = date_line(line)
    if found is None or (found.name_end and not ends_in_body(line[: found.name_end])):
        return None
    return Dated(position, found, bool(found.name_end) or (position > 0 and below.is_name(position - 1)))


def _signs(below: Below, position: int, is_above_date: bool) -> bool:
    """Whether the line names who signs; just above a date a looser name does."""
    if not below.is_text(position) or below.is_attachment(position):
        return False
    line = below.line(position)
    if len(line) > _LONGEST_NAME or _SENTENCE.search(line):
        return False
    if ends_in_body(line):
        return True
    return is_above_date and len(line) <= _LONGEST_LOOSE_NAME and bool(_LOOSE_NAME.fullmatch(line))


def _named(below: Below, text: str, spans: list[Span]) -> Named:
    last = spans[-1]
    seal = _SEAL.search(below.layout.folded, last.start, last.end)
    spans = [*spans[:-1], Span(last.start, seal.start() if seal else last.end)]
    return Named(" ".join(span.of(text) for span in spans), spans[0].join(spans[-1]))
