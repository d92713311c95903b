"""Kind `date_validity`: every date is one of the calendar, and no period ends before it begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise

from checker.rulebook.dates import Dated, dates_of, end_of
from checker.rulebook.dossier import Dossier
from checker.rulebook.regex import Regex
from checker.words.audit import Verdict
from checker.words.finding import Severity
from checker.words.place import Span
from checker.words.record import dataclass, field
from checker.words.rule import Hit, Judgement, Rule

_TO = Regex(r"\s*(?:起|开始)?\s*,?\s*(?:至|到|—{1,2}|–|-|~)\s*")
_AUTUMN, _SPRING = 9, 5
# Both begin with a set of characters: a scan then skips at full speed what cannot begin a year.
_LONG_YEAR = Regex(r"[12][09]\d{3}年(?=度|\d{1,2}月|,)")
_YEARS = Regex(r"[12][09]\d\d年?\s*(?:至|到|—{1,2}|–|-|~)\s*(?:19|20)\d\d年")


Place = tuple[Span, Severity | None]  # with a lighter severity than the rule's


class Validity(StrEnum):
    """What is asked of dates."""

    CALENDAR = "calendar"
    PERIOD = "period"


@dataclass(frozen=True, slots=True)
class DateValidity:
    """`calendar`: the calendar has every date; `period`: every period from one date to another runs forward."""

    require: Validity = field(
        metadata={"zh": "calendar 日期存在;period 起止有序", "en": "calendar or period"},
    )

    def judge(self, rule: Rule, dossier: Dossier) -> Judgement:
        document = dossier.document
        if "年" not in document.folded and "月" not in document.folded:
            return Judgement(Verdict.NOT_APPLICABLE, reason="没有日期")
        found = dossier.once(dates_of)
        search = _impossible if self.require is Validity.CALENDAR else _reversed
        places = search(document.folded, document.proper, found)
        hits = tuple(Hit(span, {"date": span.of(document.text)}, severity=severity) for span, severity in places)
        return Judgement(Verdict.BROKEN if hits else Verdict.MET, hits, held=len(found))


def _impossible(folded: str, proper: Span, found: tuple[Dated, ...]) -> Iterator[Place]:
    for one in found:
        # 2024.13.45 is some other number; 2024.2.30 can only be a date gone wrong.
        if not one.is_possible and not (one.dashed and not (1 <= one.month <= 12 and 1 <= (one.day or 1) <= 31)):
            yield one.span, None
        end = end_of(folded, one)
        if end and one.is_possible and end.month == one.month and not end.is_possible:
            yield one.span.join(end.span), None
    for long in _whole_numbers(folded, _LONG_YEAR.finditer(folded, proper.start, proper.end)):
        yield long, None


def _reversed(folded: str, proper: Span, found: tuple[Dated, ...]) -> Iterator[Place]:
    for start, end in pairwise(found):
        between = _TO.pattern.fullmatch(folded, start.span.end, end.span.start)
        first, last = start.value(), end.value()
        alike = (start.day is None) == (end.day is None)
        if between and first and last and alike and last < first:
            yield start.span.join(end.span), None
    for start in found:
        unsaid = end_of(folded, start)
        # Without a year, 11月1日至3月31日 is every winter's; inside one month no other reading is left.
        if unsaid and (start.year is not None or unsaid.month == start.month) and _order(unsaid) < _order(start):
            is_winter = start.month >= _AUTUMN and unsaid.month <= _SPRING  # 2024年11月至3月 leaves out 次年
            yield start.span.join(unsaid.span), Severity.WARNING if is_winter else None
    for years in _whole_numbers(folded, _YEARS.finditer(folded, proper.start, proper.end)):
        if folded[years.end - 5 : years.end - 1] < folded[years.start : years.start + 4]:
            yield years, None


def _order(one: Dated) -> tuple[int, int]:
    return one.month, one.day or 0


def _whole_numbers(folded: str, found: Iterator[re.Match[str]]) -> Iterator[Span]:
    """The matches that do not begin in the middle of a number."""
    for match in found:
        if match.start() == 0 or not folded[match.start() - 1].isdecimal():
            yield Span(*match.span())
