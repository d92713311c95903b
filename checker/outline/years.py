"""The year that a report is about."""

from __future__ import annotations

from collections.abc import Iterable

from checker.outline.bodies import YEAR
from checker.outline.numerals import han_integer
from checker.patterns import expression
from checker.words.document import Heading, Signed

_ASIDE = expression(r"《[^《》]*》|\([^()]*\)|〔[^〔〕]*〕")
_YEAR = expression(
    rf"(?<![\d.])(?P<year>{YEAR})(?!\d)\s*(?:年度?\s*)?(?:[—\-~至到]+\s*(?P<last>{YEAR})(?!\d)\s*)?(?P<unit>年)?"
)
_ANNOUNCED = expression(rf"(?<![实体发出呈展表兑再])现(?:将|就|把|依法)?[^。;,]{{0,25}}?(?P<year>{YEAR})\s*年")
_PERIOD = expression(rf"自\s*(?P<year>{YEAR})\s*年\s*1\s*月\s*1\s*日")
_OPENING = expression(rf"\s*(?P<year>{YEAR})\s*年")
# —2017年2月11日在某县第十四届人民代表大会第六次会议上: the day on which a report is read, no year that it is about.
_DELIVERED = expression(
    rf"[—\-\s(]*{YEAR}\s*年\s*\d{{1,2}}\s*月\s*\d{{1,2}}\s*日\s*在[^。;,\n]{{2,50}}(?:会议|大会|全会)上"
)
_PLANNED = expression(r"下一?步|打算|计划|安排|思路|展望|规划|目标|重点")
_FIRST_HALF = 6


def year_of(title: str, foreword: str, headings: Iterable[Heading], folded: str, signed: Signed | None) -> int | None:
    """The report year, as the title states it, else the foreword, else a heading, else the date at the end.

    All texts are folded. 2017年工作总结和2018年工作思路 is about 2017; the years of a plan in 《》 are no report years.
    A title that the foreword and the date at the end both gainsay was taken over from last year's text.
    """
    titled, opened, ended = _first(_DELIVERED.sub("", title), bare=True), _of_foreword(foreword), _of_date(signed)
    if titled and opened and titled != opened == ended:
        return opened
    return titled or opened or _of_headings(headings, folded) or ended


def _of_date(signed: Signed | None) -> int | None:
    """The year before a date in its first half, else that year."""
    if signed is None or signed.value is None:
        return None
    return signed.value.year - 1 if signed.value.month <= _FIRST_HALF else signed.value.year


def _first(text: str, *, bare: bool) -> int | None:
    """The first single year, else the last year of the first range; `bare` allows a year without 年."""
    ranges = None
    for match in _YEAR.finditer(expression(r"《[^《》]*》").sub("", text)):
        if match["last"]:
            ranges = ranges or _value(match["last"])
        elif bare or "年" in match[0]:
            return _value(match["year"])
    return ranges


def _of_foreword(foreword: str) -> int | None:
    for match in (_ANNOUNCED.search(foreword), _PERIOD.search(foreword), _OPENING.match(_DELIVERED.sub("", foreword))):
        if match:
            return _value(match["year"])
    return _first(_ASIDE.sub("", _DELIVERED.sub("", foreword)), bare=False)


def _of_headings(headings: Iterable[Heading], folded: str) -> int | None:
    for heading in headings:
        words = heading.text_span.of(folded)
        if "年" in words and (year := _first(words, bare=False)):
            return year - 1 if _PLANNED.search(words) else year
    return None


def _value(year: str) -> int | None:
    return int(year) if year.isdecimal() else han_integer(year)
