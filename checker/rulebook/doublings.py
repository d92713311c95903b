"""Where a text says the same twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.words.place import Span

_DIFFERENT = re.compile(rb"[^\0]")


def doublings(text: str, longest: int) -> Iterator[tuple[int, Span]]:
    """Each distance of 1 to `longest` characters with the runs of text that repeat themselves at it.

    A run holds its repetition too and is as long as it can be: a word written three times is one. The text is
    compared with itself, shifted, as one large number made of each character's last byte: a hundred times faster
    than character by character. Where these bytes agree the characters are looked at.
    """
    data = text.encode("utf-32-le", "surrogatepass")[::4]
    number = int.from_bytes(data, "little")
    for distance in range(1, min(longest, len(text) - 1) + 1):
        difference = (number ^ (number >> (8 * distance))).to_bytes(len(data), "little")
        for start, end in _zeros(difference, distance, len(text) - distance):
            for span in _equal(text, start, end, distance):
                yield distance, span


def _zeros(difference: bytes, least: int, last: int) -> Iterator[tuple[int, int]]:
    """The runs of at least so many zeros before `last`."""
    zeros = bytes(least)
    start = difference.find(zeros, 0, last)
    while start >= 0:
        unequal = _DIFFERENT.search(difference, start, last)
        end = unequal.start() if unequal else last
        yield start, end
        start = difference.find(zeros, end, last)


def _equal(text: str, start: int, end: int, distance: int) -> Iterator[Span]:
    """The runs between two places that repeat themselves indeed."""
    if text[start:end] == text[start + distance : end + distance]:
        yield Span(start, end + distance)
        return
    while start < end:
        stop = start
        while stop < end and text[stop] == text[stop + distance]:
            stop += 1
        if stop - start >= distance:
            yield Span(start, stop + distance)
        start = max(stop, start) + 1
