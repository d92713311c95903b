"""Kind `date_validity`: every date is one of the calendar, and no period ends before it begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from enum import StrEnum
from itertools import pairwise

from checker.rulebook.dates import Dated, dates
from checker.rulebook.dossier import Dossier
from checker.words.audit import Verdict
from checker.words.place import Span
from checker.words.record import dataclass
from checker.words.rule import Hit, Judgement, Rule

_TO = re.compile(r"\s*(?:起|开始)?\s*,?\s*(?:至|到|—{1,2}|–|-|~)\s*")
_LONG_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{3}年(?=度|\d{1,2}月|,)")
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)年?\s*(?:至|到|—{1,2}|–|-|~)\s*((?:19|20)\d\d)年")


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
        found = list(dates(document.folded, document.proper.start, document.proper.end))
        search = _impossible if self.require is Validity.CALENDAR else _reversed
        places = search(document.folded, document.proper, found)
        hits = tuple(Hit(span, {"date": span.of(document.text)}) for span in places)
        return Judgement(Verdict.BROKEN if hits else Verdict.MET, hits, held=len(found))


def _impossible(folded: str, proper: Span, found: list[Dated]) -> Iterator[Span]:
    for one in found:
        # 2024.13.45 is some other number; 2024.2.30 can only be a date gone wrong.
        if not one.is_possible and not (one.dashed and not (1 <= one.month <= 12 and 1 <= (one.day or 1) <= 31)):
            yield one.span
    yield from (Span(*match.span()) for match in _LONG_YEAR.finditer(folded, proper.start, proper.end))


def _reversed(folded: str, proper: Span, found: list[Dated]) -> Iterator[Span]:
    for start, end in pairwise(found):
        between = _TO.fullmatch(folded, start.span.end, end.span.start)
        first, last = start.value(), end.value()
        alike = (start.day is None) == (end.day is None)
        if between and first and last and alike and last < first:
            yield start.span.join(end.span)
    for years in _YEARS.finditer(folded, proper.start, proper.end):
        if int(years[2]) < int(years[1]):
            yield Span(*years.span())
