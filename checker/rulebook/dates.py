"""The dates of a text: full dates, month and day, year and month, in Arabic and Chinese numerals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from checker.words.place import Span
from checker.words.record import dataclass

_HAN_YEAR = r"[一二][〇○零O0一二三四五六七八九]{3}"
_HAN_MONTH = r"十[一二三]?|[一二三四五六七八九]"
_HAN_DAY = r"[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九]"
_DATE = re.compile(
    rf"""
    (?<![\d.]) (?P<year>(?:19|20)\d\d) [ ]?年[ ]? (?P<month>\d{{1,2}}) [ ]?月 (?:份|[ ]?(?P<day>\d{{1,2}})[ ]?日)?
  | (?<![\d.]) (?P<month_alone>\d{{1,2}}) [ ]?月[ ]? (?P<day_alone>\d{{1,2}}) [ ]?日
  | (?<![\d.]) (?P<year_dashed>(?:19|20)\d\d) (?P<dash>[-./]) (?P<month_dashed>\d{{1,2}}) (?P=dash)
    (?P<day_dashed>\d{{1,2}}) (?![\d.%])
  | (?P<year_han>{_HAN_YEAR}) 年 (?P<month_han>{_HAN_MONTH}) 月 (?:(?P<day_han>{_HAN_DAY})日)?
    """,
    re.VERBOSE,
)
_HAN_DIGIT = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "O": 0, "0": 0}


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as written; `day` is None for a month, `year` for a month and day that name no year.

    `dashed` marks 2024-02-05 and 2024.2.5, which may also be numbers of another kind.
    """

    span: Span
    year: int | None
    month: int
    day: int | None
    dashed: bool = False

    def value(self, year: int | None = None) -> date | None:
        """The day, or the first of the month; None where the calendar has no such day or no year is known."""
        known = self.year if self.year is not None else year
        if known is None:
            return None
        try:
            return date(known, self.month, self.day or 1)
        except ValueError:
            return None

    @property
    def is_possible(self) -> bool:
        """Whether the calendar has it; 29 February without a year may be."""
        return (self.value() if self.year is not None else self.value(2024)) is not None


def dates(folded: str, start: int = 0, end: int | None = None) -> Iterator[Dated]:
    """All dates of a folded text, in its order."""
    for match in _DATE.finditer(folded, start, len(folded) if end is None else end):
        yield _dated(match)


def _dated(match: re.Match[str]) -> Dated:
    span = Span(*match.span())
    group = match.groupdict()
    if group["month_alone"]:
        return Dated(span, None, int(group["month_alone"]), int(group["day_alone"]))
    if group["year_dashed"]:
        day = int(group["day_dashed"])
        return Dated(span, int(group["year_dashed"]), int(group["month_dashed"]), day, dashed=True)
    if group["year_han"]:
        year = int("".join(str(_HAN_DIGIT[digit]) for digit in group["year_han"]))
        return Dated(span, year, _small(group["month_han"]), _small(group["day_han"]) if group["day_han"] else None)
    return Dated(span, int(group["year"]), int(group["month"]), int(group["day"]) if group["day"] else None)


def _small(han: str) -> int:
    """A Chinese numeral below 100."""
    tens, ten, ones = han.replace("廿", "二十").rpartition("十")
    return (_HAN_DIGIT[tens] if tens else 1) * 10 * bool(ten) + (_HAN_DIGIT[ones] if ones else 0)
