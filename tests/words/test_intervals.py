"""Interval arithmetic holds every result of its points, and nothing more where operands are positive."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from operator import add, mul, sub, truediv

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from checker.words.interval import Interval, total

Operation = Callable[[Interval, Interval], Interval]

numbers = st.fractions(-50, 50, max_denominator=8)
counts = st.fractions(Fraction(1, 8), 50, max_denominator=8)


@st.composite
def spans(draw: st.DrawFn, values: st.SearchStrategy[Fraction] = numbers) -> tuple[Interval, Fraction]:
    """An interval, bounded or not, with a point of it."""
    low, point, high = sorted((draw(values), draw(values), draw(values)))
    below = draw(st.sampled_from([low, None]))
    above = draw(st.sampled_from([high, None]))
    low_open = below is not None and below < point and draw(st.booleans())
    high_open = above is not None and point < above and draw(st.booleans())
    return Interval(below, above, low_open, high_open), point


@st.composite
def positive(draw: st.DrawFn) -> Interval:
    low, high = sorted((draw(counts), draw(counts)))
    return Interval(low, high, low < high and draw(st.booleans()), low < high and draw(st.booleans()))


@given(spans(), spans())
@pytest.mark.parametrize("operation", [add, sub, mul, truediv], ids=lambda f: f.__name__)
def test_holds_every_result(operation: Operation, a: tuple[Interval, Fraction], b: tuple[Interval, Fraction]) -> None:
    assert a[1] in a[0]
    assert b[1] in b[0]
    assume(operation is not truediv or b[1])
    assert operation(a[1], b[1]) in operation(a[0], b[0])  # type: ignore[arg-type, operator]  # the same on points


def test_zero_divided_by_what_has_no_bound() -> None:
    """The lowest quotient is zero itself, though one over the divisor never gets there."""
    assert Fraction(0) in Interval(Fraction(0), Fraction(1)) / Interval(Fraction(1), None)


@given(spans())
def test_negation_holds_every_result(a: tuple[Interval, Fraction]) -> None:
    assert -a[1] in -a[0]
    assert Interval.exact(0) - -a[0] == a[0]


@given(positive(), positive())
@pytest.mark.parametrize("operation", [add, sub, mul, truediv], ids=lambda f: f.__name__)
def test_nothing_more_for_positive_operands(operation: Operation, a: Interval, b: Interval) -> None:
    """The range is exact, not an enclosure: its ends are results of ends, and open only where one of these is."""
    falling = operation in (sub, truediv)
    (low, low_open), (high, high_open) = _ends(-b if falling else b)
    assert a.low is not None
    assert a.high is not None
    assert operation(a, b) == Interval(
        operation(a.low, abs(low)),  # type: ignore[arg-type]  # the same on points
        operation(a.high, abs(high)),  # type: ignore[arg-type]
        a.low_open or low_open,
        a.high_open or high_open,
    )


def _ends(interval: Interval) -> tuple[tuple[Fraction, bool], tuple[Fraction, bool]]:
    assert interval.low is not None
    assert interval.high is not None
    return (interval.low, interval.low_open), (interval.high, interval.high_open)


@given(spans(), spans(), numbers)
def test_intersection(a: tuple[Interval, Fraction], b: tuple[Interval, Fraction], point: Fraction) -> None:
    both = a[0] & b[0]
    assert (point in both) == (point in a[0] and point in b[0])
    assert a[0].meets(b[0]) == b[0].meets(a[0]) == (not both.is_empty)


@given(spans(), st.fractions(-60, 60, max_denominator=8))
def test_membership_by_the_bounds(a: tuple[Interval, Fraction], point: Fraction) -> None:
    low, high = a[0].low, a[0].high
    above = low is None or point > low or (point == low and not a[0].low_open)
    below = high is None or point < high or (point == high and not a[0].high_open)
    assert (point in a[0]) == (above and below)


@given(st.lists(numbers, max_size=6))
def test_total_of_points(values: list[Fraction]) -> None:
    assert total([Interval.exact(v) for v in values]) == Interval.exact(sum(values, Fraction(0)))


@given(spans())
def test_nothing_is_known_of_a_quotient_by_what_may_be_zero(a: tuple[Interval, Fraction]) -> None:
    around = Interval(Fraction(-1), Fraction(1))
    assert a[0] / around == Interval(None, None)


def test_zero_times_anything_is_zero() -> None:
    assert Interval.exact(0) * Interval(None, None) == Interval.exact(0)


@pytest.mark.parametrize(
    ("interval", "exact", "bounded", "empty"),
    [
        (Interval.exact(3), True, True, False),
        (Interval(Fraction(2), Fraction(3)), False, True, False),
        (Interval(Fraction(3), Fraction(2)), False, True, True),
        (Interval(Fraction(3), Fraction(3), low_open=True), True, True, True),
        (Interval(Fraction(3), None), False, False, False),
        (Interval(None, None), False, False, False),
    ],
)
def test_kinds(interval: Interval, exact: bool, bounded: bool, empty: bool) -> None:
    assert (interval.is_exact, interval.is_bounded, interval.is_empty) == (exact, bounded, empty)
