"""What a report tells as done on a day: the dates that a signature must not precede."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from checker.rulebook.anchors import outermost
from checker.rulebook.dates import Dated, dates_of
from checker.rulebook.dossier import Dossier
from checker.rulebook.reach import line_kind, sentence
from checker.rulebook.regex import Regex
from checker.words.document import Document, LineKind
from checker.words.place import Span
from checker.words.profile import PartId
from checker.words.record import dataclass

# What makes a date a plan, a limit, a name or a law's first day instead of a day on which something was done.
_NOT_DONE = Regex(
    r"将|拟|计划|预计|力争|争取|确保|目标|截至|截止|届满|有效期|到期|期限|施行|实施|生效|执行|下一步|下步|今后|"
    r"次年|翌年|明年|国家宪法日|宪法宣传周|统计|区间"
)
_LIMIT_AFTER = Regex(r"\s*(?:[前起止至到底—–~-]|之前|以前|以后|之后|以来)")
_RANGE_BEFORE = Regex(r"[至到—–~-]\s*$")
_YEAR = Regex(r"(?<!\d)((?:19|20)\d\d)年|([去上]年|上一年)")
_TOLD_IN = frozenset({LineKind.TEXT, LineKind.HEADING})


@dataclass(frozen=True, slots=True)
class Event:
    """A date told as done; `day` is the first day that it can mean."""

    span: Span
    day: date


def later_events(dossier: Dossier, day: date) -> Iterator[Event]:
    """What the report tells as done after this day, outside its plans, the names of works and its spans of time."""
    document = dossier.document
    plans = outermost(dossier.part(PartId.PLAN))
    for found in dossier.once(dates_of):
        when = _day(document, found)
        if when and when > day and not _is_planned(plans, found) and _is_done(document, found):
            yield Event(found.span, when)


def _is_planned(plans: Sequence[Span], found: Dated) -> bool:
    index = bisect_right(plans, found.span.start, key=lambda plan: plan.start)
    return index > 0 and found.span.start < plans[index - 1].end


def _day(document: Document, found: Dated) -> date | None:
    """The day of a date; where it names no year, in the year named before it in its sentence, else the report's."""
    if found.dashed or found.year is not None:
        return None if found.dashed else found.value()
    start = sentence(document.folded, found.span).start
    named = list(_YEAR.finditer(document.folded, start, found.span.start))
    if named and named[-1][1]:
        return found.value(int(named[-1][1]))
    year = document.report_year
    return found.value(year - bool(named)) if year else None


def _is_done(document: Document, found: Dated) -> bool:
    folded, start, end = document.folded, found.span.start, found.span.end
    if line_kind(document, start) not in _TOLD_IN or _LIMIT_AFTER.pattern.match(folded, end):
        return False
    around = sentence(folded, found.span)
    is_named = folded.rfind("《", around.start, start) > folded.rfind("》", around.start, start)
    is_range = _RANGE_BEFORE.search(folded, max(around.start, start - 3), start)
    return not (is_range or is_named or _NOT_DONE.search(folded, around.start, around.end))
