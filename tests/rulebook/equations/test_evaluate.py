"""Evaluation: exact on single values, and never narrower than what the figures allow."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from checker.rulebook.equations.evaluate import can_hold, range_of
from checker.rulebook.equations.parser import parse
from checker.rulebook.equations.tree import Comparator, Comparison, Name, Node, Number, Sum
from checker.words.interval import Interval
from tests.rulebook.equations.trees import comparisons, nodes

counts = st.fractions(min_value=0, max_value=1000, max_denominator=8)


def exactly(node: Node, values: Mapping[str, Fraction]) -> Fraction:
    """What the expression comes to; ZeroDivisionError where it comes to nothing."""
    if isinstance(node, Number):
        return node.value
    if isinstance(node, Name):
        return values[node.metric]
    if isinstance(node, Sum):
        return sum((exactly(n, values) for n in node.plus), Fraction(0)) - sum(exactly(n, values) for n in node.minus)
    result = Fraction(1)
    for item in node.times:
        result *= exactly(item, values)
    for item in node.over:
        result /= exactly(item, values)
    return result


class _AnyCount(dict[str, Fraction]):
    """A value for each metric that is asked for."""

    def __init__(self, data: st.DataObject) -> None:
        super().__init__()
        self._data = data

    def __missing__(self, name: str) -> Fraction:
        self[name] = self._data.draw(counts)
        return self[name]


@given(nodes, st.data())
@settings(max_examples=50)
def test_single_values_are_computed_exactly(node: Node, data: st.DataObject) -> None:
    values = _AnyCount(data)
    try:
        expected = exactly(node, values)
    except ZeroDivisionError:
        assume(False)
    assert range_of(node, {name: Interval.exact(value) for name, value in values.items()}) == Interval.exact(expected)


@given(nodes, st.data())
@settings(max_examples=50)
def test_a_range_holds_every_value_of_its_figures(node: Node, data: st.DataObject) -> None:
    values = _AnyCount(data)
    try:
        inside = exactly(node, values)
    except ZeroDivisionError:
        assume(False)
    ranges = {
        name: Interval(value - data.draw(st.fractions(0, value or 1)) if value else value, value + data.draw(counts))
        for name, value in values.items()
    }
    assert inside in range_of(node, ranges)


@given(comparisons, st.data())
@settings(max_examples=50)
def test_what_is_so_can_hold(comparison: Comparison, data: st.DataObject) -> None:
    values = _AnyCount(data)
    try:
        left, right = exactly(comparison.left, values), exactly(comparison.right, values)
    except ZeroDivisionError:
        assume(False)
    told = {
        Comparator.EQUAL: left == right,
        Comparator.AT_MOST: left <= right,
        Comparator.AT_LEAST: left >= right,
        Comparator.BELOW: left < right,
        Comparator.ABOVE: left > right,
    }[comparison.comparator]
    assert can_hold(comparison, {name: Interval.exact(value) for name, value in values.items()}) == told


@pytest.mark.parametrize(
    ("text", "values", "holds"),
    [
        ("a == b + c", {"a": (10, 10), "b": (4, 4), "c": (6, 6)}, True),
        ("a == b + c", {"a": (10, 10), "b": (4, 4), "c": (7, 7)}, False),
        ("a == b + c", {"a": (10, 10), "b": (4, 4)}, True),  # an unknown part may be 6
        ("a == b + c", {"a": (10, 10), "b": (11, 11)}, False),  # and never less than nothing
        ("a == b + c", {"a": (400, 499), "b": (300, 300), "c": (150, 150)}, True),
        ("r == 100 * a / b", {"r": (15.555, 15.565), "a": (14, 14), "b": (90, 90)}, True),
        ("r == 100 * a / b", {"r": (16.555, 16.565), "a": (14, 14), "b": (90, 90)}, False),
        ("a <= b", {"a": (5, 5), "b": (5, 5)}, True),
        ("a < b", {"a": (5, 5), "b": (5, 5)}, False),
        ("a >= b + c", {"a": (5, 5), "b": (6, 6)}, False),
    ],
)
def test_ranges(text: str, values: dict[str, tuple[float, float]], holds: bool) -> None:
    ranges = {name: Interval(Fraction(str(low)), Fraction(str(high))) for name, (low, high) in values.items()}
    assert can_hold(parse(text).alternatives[0].comparison, ranges) == holds
