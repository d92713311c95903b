"""The markers that head a line: 第一部分, 第一章, 一、, (一), 1., (1), ①, in all their widths and spacings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from checker.outline.numerals import HAN_NUMERALS, han_integer, han_numeral
from checker.patterns import expression

NO_CHARACTER = "\U0010ffff"  # no text holds it
DEPTHS = {
    "part": 1,
    "chapter": 1,
    "han": 1,
    "han_bracket": 2,
    "digit_dot": 3,
    "digit_comma": 3,
    "digit_bracket": 4,
    "circled": 5,
}

_HAN = f"[{HAN_NUMERALS}]"
_CIRCLED = "①-⑳㉑-㉟㊱-㊿❶-❿"
_MARKER = expression(
    rf"""
    (?:\#{{1,6}}[ \t]+)?(?:\*\*|__)?                        # Markdown
    (?:(?P<part>第\s*(?:{_HAN}{{1,3}}|\d{{1,2}})\s*部分)
      |(?P<chapter>第\s*(?:{_HAN}{{1,3}}|\d{{1,2}})\s*章)
      |(?P<han>{_HAN}{{1,4}}\s*(?:、\.?|\.(?!\d)、?|,(?!{_HAN}|\d)))
      |(?P<han_bracket>\(\s*{_HAN}{{1,4}}\s*\)\s*、?|{_HAN}{{1,3}}\)|[㈠-㈩])
      |(?P<digit_dot>\d{{1,2}}\s*\.、?(?:(?!\d)|(?=(?:19|20)\d\d年|(?:1[0-2]|[1-9])月|12\d{{3}}(?!\d)))|[⒈-⒛])
      |(?P<digit_comma>\d{{1,2}}\s*(?:、|,(?!\d)))
      |(?P<digit_bracket>\(\s*\d{{1,2}}\s*\)\s*、?|\d{{1,2}}\)(?!\d)|[⑴-⒇])
      |(?P<circled>[{_CIRCLED}]\s*[、.]?))
    """,
    re.VERBOSE,
)
_STARTS = frozenset(f"第(#*_0123456789{HAN_NUMERALS}") | {
    chr(code)
    for code in [*range(0x2460, 0x249C), *range(0x3220, 0x322A), *range(0x3251, 0x32C0), *range(0x2776, 0x2780)]
}
_GAP = expression(r"[\s*]*")
_GAP_OF_PART = expression(r"[\s:、.,*]*")
_NUMERAL = expression(rf"{_HAN}+|\d+")
_COUNTED = expression(rf"({_HAN}+)[、等季级类线档月号期批审产楼至到]|(\d{{1,2}})(?![\d.])")
_BRACKETED = expression(rf"[、和及至到或与,]?\s*\(\s*(?:{_HAN}+|\d+)\s*\)")
_PROSE_ABOUT_PART = expression(r"[是的规为中由共包从第]|[^\s:、。]{0,40}[,;]")


def circled(number: int) -> str:
    """① to ㊿."""
    for first, code in ((1, 0x2460), (21, 0x3251), (36, 0x32B1)):
        size = 20 if first == 1 else 15
        if first <= number < first + size:
            return chr(code + number - first)
    return NO_CHARACTER


_WRITINGS: dict[str, Callable[[int], str]] = {
    "han": lambda number: f"{han_numeral(number)}、",
    "han_bracket": lambda number: f"({han_numeral(number)})",
    "digit_dot": "{}.".format,
    "digit_comma": "{}、".format,
    "digit_bracket": "({})".format,
    "circled": circled,
}


class Marker(NamedTuple):
    """A marker at the head of a line; `text_start` is where the heading's own words begin."""

    style: str
    depth: int
    number: int
    start: int
    end: int
    text_start: int


@lru_cache(maxsize=512)
def following(style: str, number: int) -> str:
    """The marker after this one, in half width: where it stands in the same sentence, both only count items."""
    writing = _WRITINGS.get(style)
    return writing(number + 1) if writing else NO_CHARACTER


def find_marker(folded: str, start: int, end: int) -> Marker | None:
    """The marker at the head of a line, unless its number belongs to the words after it: 一、二等奖, 3.15活动."""
    if start >= end or folded[start] not in _STARTS:
        return None
    match = _MARKER.match(folded, start, end)
    if match is None or match.lastgroup is None:
        return None
    style = match.lastgroup
    number = _number(match[style])
    gap = (_GAP_OF_PART if style in ("part", "chapter") else _GAP).match(folded, match.end(), end)
    marker = Marker(style, DEPTHS[style], number, match.start(style), match.end(), gap.end() if gap else match.end())
    return marker if number and not _is_word(marker, folded, end) else None


@lru_cache(maxsize=512)
def _number(marker: str) -> int:
    numeral = _NUMERAL.search(marker)
    if numeral is None:
        return int(unicodedata.numeric(marker[0]))
    if numeral[0].isdecimal():
        return int(numeral[0])
    spoken = len(numeral[0]) > 2 and not any(place in numeral[0] for place in "十百廿卅")  # 三六九,往外走
    return 0 if spoken else han_integer(numeral[0]) or 0


def _is_word(marker: Marker, folded: str, end: int) -> bool:
    """Whether what looks like a marker belongs to the words after it."""
    if marker.style in ("part", "chapter"):
        return marker.text_start == marker.end and bool(_PROSE_ABOUT_PART.match(folded, marker.end, end))
    if marker.style in ("han_bracket", "digit_bracket"):
        return bool(_BRACKETED.match(folded, marker.end, end))
    counted = _COUNTED.match(folded, marker.text_start, end)
    if counted is None or folded[marker.end - 1] not in "、,":
        return False
    value = int(counted[2]) if counted[2] else han_integer(counted[1])
    return value == marker.number + 1
