"""What a report tells as done on a day: the dates that a signature must not precede."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from checker.patterns import expression
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
    r"次年|翌年|明年|统计|区间"
)
_YEARLY = Regex(r"国家宪法日|宪法宣传周")  # named by their day even where they are still to come
_RESULT = Regex(r"\d[\d.,]{0,9}[万亿]?[余多]? ?(?:场次?|人次|次|件|份|户|起|名|家)")
_AS_OF = expression(r"截[至止] ?((?:19|20)\d\d)年 ?(?:(\d{1,2})月|年?[底末])")
_TOLD_AS_OF = Regex(r"已|累计|共[计有建办]|总计|达到?\d|[尚仍还实现]有\d|尚未|仍未|正在")
_PLANNED = Regex(r"将|拟|计划|预计|力争|争取|确保|目标|要在|需|届时")
_UNFINISHED = Regex(
    r"主体完工|主体封顶|在建|续建|未完成|未完工|尚未|正在|列入|定于|延至|推迟|安排在|改在|(?<![接招对])待|报名"
)  # 另1件主体完工,2025年4月投用; 13人待2022年3月统一考试
_NEAR = 24  # characters before a date
_PERIOD_AFTER = Regex(r"\s*起?\s*[至到—–~-]")
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
        if when and when > day and not _is_planned(plans, found.span) and _is_done(document, found):
            yield Event(found.span, when)
    for event in _reckoned(document, day):
        if not _is_planned(plans, event.span):
            yield event


def _reckoned(document: Document, day: date) -> Iterator[Event]:
    """Results told up to a month, or the end of a year, that had not begun on this day: 截至2025年12月底,已建成3处."""
    folded = document.folded
    for match in _AS_OF.finditer(folded, document.proper.start, document.proper.end):
        month = int(match[2] or 12)
        around = sentence(folded, Span(*match.span()))
        is_told = _TOLD_AS_OF.search(folded, match.end(), around.end)
        is_planned = _PLANNED.search(folded, around.start, around.end) or folded.startswith("前", match.end())
        if 1 <= month <= 12 and date(int(match[1]), month, 1) > day and is_told and not is_planned:
            yield Event(Span(*match.span()), date(int(match[1]), month, 1))


def _is_planned(plans: Sequence[Span], span: Span) -> bool:
    index = bisect_right(plans, span.start, key=lambda plan: plan.start)
    return index > 0 and span.start < plans[index - 1].end


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
    around = sentence(folded, found.span)
    has_results = bool(_RESULT.search(folded, end, around.end))
    is_period = has_results and bool(_PERIOD_AFTER.pattern.match(folded, end))
    if line_kind(document, start) not in _TOLD_IN or (_LIMIT_AFTER.pattern.match(folded, end) and not is_period):
        return False
    is_named = folded.rfind("《", around.start, start) > folded.rfind("》", around.start, start)
    is_range = _RANGE_BEFORE.search(folded, max(around.start, start - 3), start)
    is_coming = _NOT_DONE.search(folded, around.start, around.end) or (
        not has_results and _YEARLY.search(folded, around.start, around.end)
    )
    is_unfinished = _UNFINISHED.search(folded, max(around.start, start - _NEAR), start)
    return not (is_range or is_named or is_coming or is_unfinished)
