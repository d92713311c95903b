"""What a written number admits: its digits and its words fix an interval, never a tolerance."""

from __future__ import annotations

from fractions import Fraction

from checker.figures.units import MEASURES, unit_class
from checker.words.figure import Quantity
from checker.words.interval import Interval
from checker.words.place import Span

BELOW = frozenset({"近", "将近", "接近"})
ABOUT = frozenset({"约", "大约", "差不多", "左右", "上下"})
ROUNDED_DOWN = frozenset({"余", "多", "强"})
# Civil Code art. 1259: 以上, 以下, 以内 include the number; 不满, 超过, 以外 do not.
AT_LEAST = frozenset({"以上", "至少", "不少于", "不低于", "+"})
ABOVE = frozenset({"超过", "逾", "超", "突破", "大于", "高于", "多于", "之多"})
UNDER = frozenset({"不足", "不到", "不满", "未满", "低于", "少于", "小于"})


def build_quantity(
    span: Span, text: str, value: Fraction, unit: str, step: Fraction, hedge: str, *, rounded: bool
) -> Quantity:
    """The quantity of a written number.

    `value` and `step` (one unit in the last written place) are in the plain unit; `rounded` says that the writing has
    decimals or a multiplier, so that the true value may lie half a step to either side.
    """
    if unit == "成":
        value, step, unit, rounded = value * 10, step * 10, "%", True
    name = unit_class(unit)
    truncated: Interval | None = None
    if hedge:
        interval = _hedged(value, step, hedge, rounded=rounded)
    elif (
        rounded
        or (name.partition(":")[0] in MEASURES and name != "percent" and "duration" not in name)
        or name == "percent"
    ):
        interval = Interval(value - step / 2, value + step / 2)
        truncated = Interval(value, value + step, high_open=True)
    else:
        interval = Interval.exact(value)
    return Quantity(span, text, interval, unit, name, hedge, truncated, value)


def _hedged(value: Fraction, step: Fraction, hedge: str, *, rounded: bool) -> Interval:
    grain = step if rounded else trailing_power(value)
    if hedge in ROUNDED_DOWN:
        top = value + step if rounded else value + grain - 1 if grain > 1 else None
        return Interval(value, top, high_open=rounded)
    if hedge in BELOW:
        return Interval(min(value - grain, value * Fraction(9, 10)), value, low_open=True, high_open=True)
    if hedge in ABOUT:
        slack = max(grain, value / 10)
        return Interval(value - slack, value + slack)
    if hedge in AT_LEAST | ABOVE:
        return Interval(value, None, low_open=hedge in ABOVE)
    return Interval(Fraction(0), value, high_open=hedge in UNDER)


def trailing_power(value: Fraction) -> Fraction:
    """10 to the number of trailing zeros of a whole number; 1 for zero and for fractions."""
    power = 1
    whole = value.numerator
    if value.denominator != 1 or whole == 0:
        return Fraction(1)
    while whole % 10 == 0:
        whole //= 10
        power *= 10
    return Fraction(power)


def is_exact_with_surplus(quantity: Quantity) -> bool:
    """Whether 余 or 多 stands after a number that is exact to the unit (3457余起).

    After the unit it tells of a fraction of it, which any number may have: 两年多, 三个多月.
    """
    after_unit = bool(quantity.unit) and quantity.text.endswith(quantity.hedge)
    return quantity.hedge in ROUNDED_DOWN and quantity.interval.high is None and not after_unit
