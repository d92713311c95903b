"""The relation of a mean: its total over what it is taken over."""

from __future__ import annotations

from fractions import Fraction

from checker.figures.build import Ratio, operand, short_decimal, shown
from checker.figures.reading import Frame
from checker.figures.story import Story
from checker.words.interval import Interval
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

RULE = "figures.average"


def fits_mean(average: Frame, reading: Ratio, months: int) -> bool:
    """A mean stated as a whole number (平均每期81人次) is rounded as any other, or cut off."""
    stated = average.quantity
    wide = Interval(stated.interval.low, stated.interval.high) + Interval(Fraction(-1), Fraction(2) + stated.value / 10)
    if not reading.may_be(wide, 100 * months):
        return False
    quotient = reading.range / Interval.exact(100 * months)
    if stated.interval.is_exact:
        return quotient.meets(stated.interval + Interval(Fraction(-1, 2), Fraction(1), high_open=True))
    return quotient.meets(stated.interval) or (stated.truncated is not None and quotient.meets(stated.truncated))


def over_periods(story: Story, whole: Frame, average: Frame, number: int, *, holds: bool) -> Relation:
    """A year's total over its months or quarters, whose number no figure tells."""
    equation = f"{shown(whole.quantity)} ÷ {number} {'≈' if holds else '≠'} {shown(average.quantity)}"
    operands = (operand(story, whole, Role.NUMERATOR), operand(story, average, Role.RATE))
    truth = Truth.HOLDS if holds else Truth.VIOLATED
    return Relation("", RelationKind.RATE, truth, Binding.INFERRED, RULE, equation, operands)


def mean(story: Story, reading: Ratio, *, holds: bool, months: int = 1) -> Relation:
    average, bottom = reading.rate, (reading.base, *reading.more)
    value = reading.value / 100 / months
    sign = "=" if value == average.quantity.value else "≈" if holds else "≠"
    top = " + ".join(shown(f.quantity) for f in reading.numerators)
    base = " + ".join(shown(f.quantity) for f in bottom)
    left = f"{f'({top})' if len(reading.numerators) > 1 else top} ÷ {f'({base})' if len(bottom) > 1 else base}"
    equation = f"{left}{' ÷ 12' if months > 1 else ''} = {short_decimal(value, 2)} {sign} {shown(average.quantity)}"
    operands = (
        *(operand(story, f, Role.NUMERATOR) for f in reading.numerators),
        *(operand(story, f, Role.DENOMINATOR) for f in bottom),
        operand(story, average, Role.RATE),
    )
    truth = Truth.HOLDS if holds else Truth.VIOLATED
    return Relation("", RelationKind.RATE, truth, Binding.INFERRED, RULE, equation, operands)
