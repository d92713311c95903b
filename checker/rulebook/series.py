"""Where a run of numbers leaves its count: pure arithmetic over the numbers as they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from checker.words.record import dataclass


class Slip(StrEnum):
    """How a number departs from the one that was expected."""

    GAP = "gap"
    REPEAT = "repeat"
    RESTART = "restart"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class Departure:
    """The number at `index` is not `expected`."""

    index: int
    slip: Slip
    expected: int


def departures(numbers: Sequence[int], first: int = 1) -> Iterator[Departure]:
    """One departure for each cause: after a skip or a repeat the rest is expected to go on from there."""
    expected, index = first, 0
    while index < len(numbers):
        here, following = numbers[index], list(numbers[index + 1 : index + 3])
        if here == expected:
            expected, index = expected + 1, index + 1
        elif here == expected + 1 and following in ([expected], [expected, expected + 2]):
            yield Departure(index, Slip.ORDER, expected)
            expected, index = expected + 2, index + 2
        else:
            yield Departure(index, _slip(here, expected), expected)
            lone = following[:1] == [expected + 1]
            expected, index = (expected if lone else here) + 1, index + 1


def _slip(here: int, expected: int) -> Slip:
    if here > expected:
        return Slip.GAP
    if here == expected - 1:
        return Slip.REPEAT
    return Slip.RESTART if here == 1 else Slip.ORDER
