"""What a report tells as done on a day: the dates that a signature must not precede."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from checker.rulebook.dates import Dated, dates
from checker.rulebook.reach import sentence
from checker.words.document import Document, LineKind
from checker.words.place import Span
from checker.words.record import dataclass

# What makes a date a plan, a limit, a name or a law's first day instead of a day on which something was done.
_NOT_DONE = re.compile(
    r"将|拟|计划|预计|力争|争取|确保|目标|截至|截止|届满|有效期|到期|期限|施行|实施|生效|执行|下一步|下步|今后|"
    r"次年|翌年|明年|国家宪法日|宪法宣传周|统计|区间"
)
_LIMIT_AFTER = re.compile(r"\s*(?:[前起止至到底—–~-]|之前|以前|以后|之后|以来)")
_RANGE_BEFORE = re.compile(r"[至到—–~-]\s*$")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年|([去上]年|上一年)")
_TOLD_IN = frozenset({LineKind.TEXT, LineKind.HEADING})


@dataclass(frozen=True, slots=True)
class Event:
    """A date told as done; `day` is the first day that it can mean."""

    span: Span
    day: date


def events(document: Document, plans: Iterable[Span]) -> Iterator[Event]:
    """The dates of the report proper told as done, outside its plans, its laws in 《》 and its ranges of time."""
    folded, future = document.folded, tuple(plans)
    for line in document.lines:
        span = line.span
        if (
            line.kind not in _TOLD_IN
            or not document.proper.contains(span)
            or folded.find("月", span.start, span.end) < 0
        ):
            continue
        for found in dates(folded, span.start, span.end):
            day = _day(document, found)
            if day and not any(plan.contains(found.span) for plan in future) and _is_done(folded, span, found):
                yield Event(found.span, day)


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


def _is_done(folded: str, line: Span, found: Dated) -> bool:
    around = sentence(folded, found.span)
    before, after = found.span.start, found.span.end
    is_range = _LIMIT_AFTER.match(folded, after) or _RANGE_BEFORE.search(folded, max(line.start, before - 3), before)
    is_named = folded.rfind("《", line.start, before) > folded.rfind("》", line.start, before)
    return not (is_range or is_named or _NOT_DONE.search(folded, around.start, around.end))
