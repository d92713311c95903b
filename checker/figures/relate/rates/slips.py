"""Digits lost or swapped in one of the two counts of a share."""

from __future__ import annotations

from fractions import Fraction

from checker.figures.build import Ratio, is_slip_of
from checker.figures.numerals import is_lost, is_swap, plain_decimal
from checker.figures.reading import Frame
from checker.figures.relate.rates.quotients import HUNDRED, counts_meant

_LEAST = 100
"""What was meant: of shorter numbers many differ by one slip."""
_SHORTEST = 10
_SMALL = 500


def is_slipped(base: Frame, top: Frame, rate: Frame) -> bool:
    """Whether digits lost or swapped in the base or the count tell why a share does not follow: as meant, it does."""
    over, under, share = top.quantity.value, base.quantity.value, rate.quantity.value
    if not over or not under or not share:
        return False
    meant_top, meant_base = counts_meant(top, base, rate)
    stated = rate.quantity.interval
    return (
        meant_base >= max(Fraction(_LEAST), over)
        and _is_slip(base, meant_base)
        and over * HUNDRED / meant_base in stated
    ) or (meant_top <= under and _is_told(top, meant_top) and meant_top * HUNDRED / under in stated)


def is_meant(reading: Ratio) -> bool:
    """Whether one slip in a count gives a share to two decimals of a base so small that hardly a count does."""
    rate, (top, *_), base = reading.rate, reading.numerators, reading.base
    meant, _ = counts_meant(top, base, rate)
    over, under = top.quantity.value, base.quantity.value
    small = rate.quantity.decimals > 1 and min(over, meant) >= _SHORTEST and meant <= under <= _SMALL
    return small and meant * HUNDRED / under in rate.quantity.interval and is_slip_of(top, meant)


def _is_told(top: Frame, meant: Fraction) -> bool:
    """Whether a slip in the count tells: two digits that changed places do in short numbers too."""
    short = is_swap(plain_decimal(top.quantity.value), plain_decimal(meant)) and meant >= _SHORTEST
    return short or (meant >= _LEAST and _is_slip(top, meant))


def _is_slip(frame: Frame, meant: Fraction) -> bool:
    """A digit replaced is no proof: 826 may be what two counts make together."""
    written, right = plain_decimal(frame.quantity.value), plain_decimal(meant)
    return is_swap(written, right) or is_lost(written, right)
