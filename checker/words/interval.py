"""Exact intervals of rational numbers: what a stated figure admits."""

from __future__ import annotations

from fractions import Fraction

from checker.words.record import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers between `low` and `high`; None is no bound; an open end excludes its bound."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def exact(cls, value: Fraction | int) -> Interval:
        bound = value if isinstance(value, Fraction) else Fraction(value)
        return cls(bound, bound)

    @property
    def is_exact(self) -> bool:
        return self.low is not None and (self.low is self.high or self.low == self.high)

    @property
    def is_bounded(self) -> bool:
        return self.low is not None and self.high is not None

    @property
    def middle(self) -> Fraction | None:
        """Half way between the bounds, the value as it is written; None without two bounds."""
        return None if self.low is None or self.high is None else (self.low + self.high) / 2

    @property
    def width(self) -> Fraction | None:
        """What the bounds are apart; None without two bounds."""
        return None if self.low is None or self.high is None else self.high - self.low

    @property
    def is_empty(self) -> bool:
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and (self.low_open or self.high_open))

    def __contains__(self, value: Fraction | int) -> bool:
        return not (self & Interval.exact(value)).is_empty

    def __and__(self, other: Interval) -> Interval:
        low, low_open = _tighter(self.low, self.low_open, other.low, other.low_open, upper=False)
        high, high_open = _tighter(self.high, self.high_open, other.high, other.high_open, upper=True)
        return Interval(low, high, low_open, high_open)

    def meets(self, other: Interval) -> bool:
        """Whether some number lies in both."""
        return not (self & other).is_empty

    def __neg__(self) -> Interval:
        return Interval(
            None if self.high is None else -self.high,
            None if self.low is None else -self.low,
            self.high_open,
            self.low_open,
        )

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        """The product's range; exact for operands that do not change sign, an enclosure otherwise."""
        if (self.is_exact and self.low == 0) or (other.is_exact and other.low == 0):
            return Interval.exact(0)
        if self._negative() or other._negative():
            return -((-self) * other) if self._negative() else -(self * (-other))
        if not (self._positive() and other._positive()):
            return _product_by_corners(self, other)
        assert self.low is not None
        assert other.low is not None
        return Interval(
            self.low * other.low,
            None if self.high is None or other.high is None else self.high * other.high,
            not (self._has_zero() or other._has_zero()) and (self.low_open or other.low_open),
            self.high_open or other.high_open,
        )

    def __truediv__(self, other: Interval) -> Interval:
        """The quotient's range; without bounds where the divisor may be zero or change sign."""
        if other._negative():
            return -(self / -other)
        if not other._positive():
            return Interval(None, None)
        assert other.low is not None
        no_top = other.low == 0
        inverse = Interval(
            Fraction(0) if other.high is None else 1 / other.high,
            None if no_top else 1 / other.low,
            other.high is None or other.high_open,
            other.low_open,
        )
        return self * inverse

    def _has_zero(self) -> bool:
        """Whether zero is the lowest number in it, whose products are zero whatever bounds the other factor."""
        return self.low == 0 and not self.low_open

    def _positive(self) -> bool:
        return self.low is not None and self.low >= 0 and (self.high is None or self.high > 0)

    def _negative(self) -> bool:
        return self.high is not None and self.high <= 0 and (self.low is None or self.low < 0)


def total(intervals: list[Interval]) -> Interval:
    """The range of the sum."""
    result = Interval.exact(0)
    for interval in intervals:
        result = result + interval
    return result


def _tighter(
    a: Fraction | None, a_open: bool, b: Fraction | None, b_open: bool, *, upper: bool
) -> tuple[Fraction | None, bool]:
    if a is None:
        return b, b_open
    if b is None:
        return a, a_open
    if a == b:
        return a, a_open or b_open
    return (a, a_open) if (a < b) == upper else (b, b_open)


def _product_by_corners(a: Interval, b: Interval) -> Interval:
    if not (a.is_bounded and b.is_bounded):
        return Interval(None, None)
    corners = [x * y for x in (a.low, a.high) for y in (b.low, b.high) if x is not None and y is not None]
    return Interval(min(corners), max(corners))
