"""The date under a report: 2024年2月5日, 2024-02-05, 二〇二四年二月五日, alone or after the issuing body."""

from __future__ import annotations

import re
from datetime import date

from checker.outline.numerals import han_integer
from checker.patterns import expression
from checker.words.record import dataclass

_LONGEST = 70
_HAN_DIGIT = "〇○零O0一二三四五六七八九"
_HAN = "[〇零一二三四五六七八九十廿卅]"
_SIGNED = expression(
    rf"""
    (?P<before>.*?)[(\[]?\s*
    (?P<date>(?P<year>\d{{3,6}})\s*(?P<parting>[年.\-/])\s*(?P<month>\d{{1,2}})\s*[月.\-/]\s*(?P<day>\d{{1,2}})\s*[日号]?
      |(?P<han_year>(?:[{_HAN_DIGIT}]\s*){{4}})年\s*(?P<han_month>(?:{_HAN}\s*){{1,3}})月\s*(?P<han_day>(?:{_HAN}\s*){{1,3}})[日号]
      |(?P<vague>[\d×xX*_]{{0,4}}\s*年\s*[\d×xX*_]{{0,2}}\s*月(?:\s*[\d×xX*_]{{0,2}}\s*日)?))
    \s*[)\]]?
    """,
    re.VERBOSE,
)
_LABEL = expression(r"(?:成文|报告|签发|落款)?(?:日期|时间)\s*:\s*")


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line that ends in a date. Offsets are those of the line's content.

    `name_end` is where the words before the date end (0: none). `value` is None for a day that the calendar lacks;
    `is_full` tells whether day and month are given at all.
    """

    name_end: int
    start: int
    end: int
    value: date | None
    is_full: bool


def date_line(line: str) -> DateLine | None:
    """Reads a folded line that is a date, or a name and a date."""
    if len(line) > _LONGEST or line[-1:] not in "日号月)]0123456789":
        return None
    match = _SIGNED.fullmatch(line)
    if match is None:
        return None
    name_end = len(match["before"].rstrip())
    if _LABEL.fullmatch(match["before"]):
        name_end = 0
    return DateLine(name_end, *match.span("date"), _value(match), not match["vague"])


def is_date_line(line: str) -> bool:
    """Whether a folded line is a date and nothing else."""
    found = date_line(line)
    return found is not None and found.name_end == 0


def _value(match: re.Match[str]) -> date | None:
    if match["vague"]:
        return None
    if match["year"]:
        numbers: list[int | None] = [int(match[part]) for part in ("year", "month", "day")]
    else:
        numbers = [han_integer("".join(match[part].split())) for part in ("han_year", "han_month", "han_day")]
    year, month, day = (number or 0 for number in numbers)
    try:
        return date(year, month, day)
    except ValueError:
        return None
