"""Text laid out by the cells of a terminal: a Chinese character takes two, and some marks may not begin a line."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_NOT_FIRST = frozenset("、。,.;:!?，；：！？)）]】》〉”’}%％…·")
_NOT_LAST = frozenset("(（[【《〈“‘{")


@lru_cache(maxsize=4096)
def cells(character: str) -> int:
    """The cells of one printable character: 0, 1 or 2."""
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def width(text: str) -> int:
    """The cells of a text on one line."""
    return sum(map(cells, text))


def crop(text: str, room: int) -> str:
    """The text cut to at most `room` cells, with an ellipsis where something is missing."""
    if width(text) <= room:
        return text
    end = _fit(text, 0, max(0, room - 1))
    return text[: _break_before(text, 0, end) if end > 1 else end] + "…"


def crop_left(text: str, room: int) -> str:
    """The same for the end of a text."""
    if width(text) <= room:
        return text
    start = len(text) - _fit(text[::-1], 0, max(0, room - 1))
    while start < len(text) and not _may_break(text, start):
        start += 1
    return "…" + text[start:]


def breaks(text: str, first: int, room: int) -> list[int]:
    """The offsets at which the text goes on in a new line; the first line has `first` cells, the others `room`."""
    found: list[int] = []
    start, limit = 0, max(2, first)
    while True:
        end = _fit(text, start, limit)
        if end >= len(text):
            return found
        start = _break_before(text, start, end)
        found.append(start)
        limit = max(2, room)


def _fit(text: str, start: int, limit: int) -> int:
    """The offset up to which `limit` cells hold the text from `start`; at least one character."""
    used, end = 0, start
    while end < len(text) and (used + cells(text[end]) <= limit or end == start):
        used += cells(text[end])
        end += 1
    return end


def _break_before(text: str, start: int, end: int) -> int:
    """The last offset after `start`, at most `end`, where a line may break; `end` where there is none near it."""
    for offset in range(end, max(start, end - 24), -1):
        if _may_break(text, offset):
            return offset
    return end


def _may_break(text: str, offset: int) -> bool:
    """Whether a line may end before this offset: not inside a word, a number and its unit, nor at the wrong mark."""
    if not 0 < offset < len(text):
        return True
    last, following = text[offset - 1], text[offset]
    if following in _NOT_FIRST or last in _NOT_LAST or following == " " or last.isdecimal():
        return False
    return last == " " or cells(last) == 2 or cells(following) == 2
