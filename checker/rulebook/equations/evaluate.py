"""What an equation says of figures: the range of each side, and whether the sides can agree."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from checker.rulebook.equations.tree import Comparator, Comparison, Name, Node, Number, Sum
from checker.words.interval import Interval

UNKNOWN = Interval(Fraction(0), None)
"""A metric that is not stated: no less than nothing."""


def range_of(node: Node, values: Mapping[str, Interval]) -> Interval:
    """All values that the expression can take; a metric without a value is unknown.

    Exact where each metric occurs once (or has one value), else an enclosure: never too narrow.
    """
    if isinstance(node, Name):
        return values.get(node.metric, UNKNOWN)
    if isinstance(node, Number):
        return Interval.exact(node.value)
    if isinstance(node, Sum):
        result = Interval.exact(0)
        for item in node.plus:
            result = result + range_of(item, values)
        for item in node.minus:
            result = result - range_of(item, values)
        return result
    result = Interval.exact(1)
    for item in node.times:
        result = result * range_of(item, values)
    for item in node.over:
        result = result / range_of(item, values)
    return result


def can_hold(comparison: Comparison, values: Mapping[str, Interval]) -> bool:
    """Whether some choice of values fulfils the comparison."""
    left, right = range_of(comparison.left, values), range_of(comparison.right, values)
    if comparison.comparator is Comparator.EQUAL:
        return left.meets(right)
    if comparison.comparator in (Comparator.AT_LEAST, Comparator.ABOVE):
        left, right = right, left
    strict = comparison.comparator in (Comparator.BELOW, Comparator.ABOVE)
    return _can_be_less(left, right, strict=strict)


def _can_be_less(a: Interval, b: Interval, *, strict: bool) -> bool:
    """Whether some number of `a` is less than some number of `b` (or equal, where not strict)."""
    if a.low is None or b.high is None or a.low < b.high:
        return True
    return a.low == b.high and not (strict or a.low_open or b.high_open)
