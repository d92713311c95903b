"""The dates of a text: full dates, month and day, year and month, in Arabic and Chinese numerals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from checker.outline.numerals import han_integer
from checker.patterns import expression
from checker.words.document import Document
from checker.words.place import Span
from checker.words.record import dataclass

_HAN_YEAR = r"[一二][〇○零O0一二三四五六七八九]{3}"
_HAN_MONTH = r"十[一二三]?|[一二三四五六七八九]"
_HAN_DAY = r"[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九]"
_BEFORE_MONTH = 12  # characters: 二〇二四年十二 or 2024 年 12 with blanks
_AFTER_MONTH = 8
_DATE = expression(
    rf"""
    (?<![\d.]) (?P<year>(?:19|20)\d\d) [ ]?年[ ]? (?P<month>\d{{1,2}}) [ ]?月 (?:份|[ ]?(?P<day>\d{{1,2}})[ ]?日)?
  | (?<![\d.]) (?P<month_alone>\d{{1,2}}) [ ]?月[ ]? (?P<day_alone>\d{{1,2}}) [ ]?日
  | (?P<year_han>{_HAN_YEAR}) 年 (?P<month_han>{_HAN_MONTH}) 月 (?:(?P<day_han>{_HAN_DAY})日)?
    """,
    re.VERBOSE,
)
_DASHED = expression(r"[12][09]\d\d([-./])(\d{1,2})\1(\d{1,2})(?![\d.%])")
_UNTIL = expression(
    r"\s*(?:起|开始)?\s*,?\s*(?:至|到|—{1,2}|–|-|~)\s*(?:(\d{1,2})[ ]?月份?)?(?:[ ]?(\d{1,2})[ ]?日)?(?!\d)"
)


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


def written(day: date) -> str:
    """The day as official documents write it: 2024年3月1日."""
    return f"{day.year}年{day.month}月{day.day}日"


def end_of(folded: str, start: Dated) -> Dated | None:
    """The end of the period that begins with this date, where it names no year: 2024年9月至12月, 12月4日至10日.

    Its year, and a month that is not said, are those of the beginning. None where no such end follows.
    """
    match = _UNTIL.match(folded, start.span.end)
    if start.dashed or not match or not match[1 if start.day is None else 2] or (start.day is None and match[2]):
        return None
    span = Span(match.start(1) if match[1] else match.start(2), match.end())
    return Dated(span, start.year, int(match[1] or start.month), int(match[2]) if match[2] else None)


def dates_of(document: Document) -> tuple[Dated, ...]:
    """The dates of the report proper, in the order of the text."""
    return dates(document.folded, document.proper.start, document.proper.end)


def dates(folded: str, start: int = 0, end: int | None = None) -> tuple[Dated, ...]:
    """The dates inside `folded[start:end]`, in its order."""
    stop = len(folded) if end is None else end
    found = (*_spoken(folded, start, stop), *_dashed(folded, start, stop))
    return tuple(sorted(found, key=lambda dated: dated.span.start))


def _spoken(folded: str, start: int, end: int) -> Iterator[Dated]:
    """The dates with 月: only what stands around each of them is looked at."""
    done, month = start, folded.find("月", start, end)
    while month >= 0:
        match = _DATE.search(folded, max(done, month - _BEFORE_MONTH), min(end, month + _AFTER_MONTH))
        if match:
            done = match.end()
            yield _dated(match)
        month = folded.find("月", max(done, month + 1), end)


def _dashed(folded: str, start: int, end: int) -> Iterator[Dated]:
    for match in _DASHED.finditer(folded, start, end):
        if match.start() == 0 or folded[match.start() - 1] not in "0123456789.":
            yield Dated(Span(*match.span()), int(match[0][:4]), int(match[2]), int(match[3]), dashed=True)


def _dated(match: re.Match[str]) -> Dated:
    span = Span(*match.span())
    group = match.groupdict()
    if group["month_alone"]:
        return Dated(span, None, int(group["month_alone"]), int(group["day_alone"]))
    if group["year_han"]:
        month, day = han_integer(group["month_han"]), han_integer(group["day_han"] or "")
        return Dated(span, han_integer(group["year_han"]), month or 0, day)
    return Dated(span, int(group["year"]), int(group["month"]), int(group["day"]) if group["day"] else None)
