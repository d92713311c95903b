"""Sets of characters as ranges of code points: what one place in a regular expression can match, or more."""

from __future__ import annotations

from collections.abc import Iterable

from checker.words.record import dataclass

_LAST = 0x10FFFF


@dataclass(frozen=True, slots=True)
class CharSet:
    """Inclusive ranges, sorted, that do not touch each other."""

    ranges: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, ranges: Iterable[tuple[int, int]]) -> CharSet:
        joined: list[tuple[int, int]] = []
        for low, high in sorted(ranges):
            if joined and low <= joined[-1][1] + 1:
                joined[-1] = joined[-1][0], max(high, joined[-1][1])
            else:
                joined.append((low, high))
        return cls(tuple(joined))

    @classmethod
    def character(cls, code: int) -> CharSet:
        return cls(((code, code),))

    def __or__(self, other: CharSet) -> CharSet:
        return CharSet.of((*self.ranges, *other.ranges))

    def __invert__(self) -> CharSet:
        gaps: list[tuple[int, int]] = []
        start = 0
        for low, high in self.ranges:
            if start < low:
                gaps.append((start, low - 1))
            start = high + 1
        return CharSet((*gaps, (start, _LAST))) if start <= _LAST else CharSet(tuple(gaps))

    def meets(self, other: CharSet) -> bool:
        mine, theirs = iter(self.ranges), iter(other.ranges)
        a, b = next(mine, None), next(theirs, None)
        while a is not None and b is not None:
            if a[1] < b[0]:
                a = next(mine, None)
            elif b[1] < a[0]:
                b = next(theirs, None)
            else:
                return True
        return False

    def within(self, other: CharSet) -> bool:
        return not self.meets(~other)


def _pairs(bounds: str) -> CharSet:
    """The ranges whose first and last characters stand here in turn."""
    return CharSet.of((ord(low), ord(high)) for low, high in zip(bounds[::2], bounds[1::2], strict=True))


NOTHING = CharSet()
EVERYTHING = ~NOTHING
LINE_FEED = CharSet.character(0x0A)

# No narrower than what `re` takes; Chinese characters and marks are told apart exactly.
DIGITS = CharSet.of([(0x30, 0x39), (0x660, 0x1FFF), (0xA620, 0xABFF), (0xFF10, 0xFF19), (0x10000, _LAST)])
BLANKS = _pairs("\t\r\x1c \x85\x85\xa0\xa0\u1680\u1680\u2000\u200a\u2028\u2029\u202f\u202f\u205f\u205f\u3000\u3000")
WORDS = ~_pairs("\x00/:@[^``{\xa0\u2000\u206f\u3000\u3004\u3008\u3020！／：＠")
