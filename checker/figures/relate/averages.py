"""Averages: total ÷ number = 人均, 户均, 日均, 平均每个 N."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.figures.build import Ratio, operand, short_decimal, shown
from checker.figures.reading import Frame
from checker.figures.relate.lists import RATES, is_compared
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.interval import Interval
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

RULE = "figures.average"

_AVERAGE = expression(
    r"(?:(?P<per>[人户村家件次场车台个日笔期部案宗起卷所])均|(?:平均)?每(?P<each>人次|名|人|户|个|家|件|次|场|辆|台|村|所|期|处|项|宗|起|卷|笔)(?P<noun>[^,;、。]{0,8}))[^,;、。]{0,8}$"
)
_CLASSES = {
    "人次": {"person-time"},
    "人": {"person", "person-time"},
    "名": {"person"},
    "户": {"household", "unit"},
    "家": {"body"},
    "件": {"case"},
    "案": {"case"},
    "宗": {"case"},
    "起": {"case"},
    "村": {"村", "unit"},
    "场": {"event"},
    "期": {"session"},
    "部": {"copy"},
    "项": {"item"},
    "处": {"place"},
    "卷": {"copy"},
    "次": {"time", "event"},
}
_DAILY = expression("日均")
_INCOME = expression("收入|支出|生产总值|产值|面积|寿命|工资|消费|年限|学历")
_CLASSES = {
    "人": {"person"},
    "名": {"person"},
    "户": {"household"},
    "家": {"body"},
    "件": {"case"},
    "村": {"村", "unit"},
}


def averages(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """Averages of a sentence whose total and number are stated before."""
    group = sentence.at()
    for i, average in enumerate(group):
        match = _AVERAGE.search(average.gap)
        if match is None or average.unit_class in RATES:
            continue
        per = match["per"] or match["each"]
        noun = match["noun"] or ""
        inside = list(reversed(group[:i]))
        divisors = [f for f in inside if _counts(f, per, noun)]
        totals = [f for f in inside if _sums_to(f, average)]
        further_divisors, further_totals = list(divisors), list(totals)
        for other in story.earlier(sentence):
            frames = list(reversed(other.at()))
            further_divisors += [f for f in frames if _counts(f, per, noun)]
            further_totals += [f for f in frames if _sums_to(f, average)]
        relation = _best(story, average, totals, divisors, further_totals[:40], further_divisors[:12])
        if relation is not None:
            yield relation


def _sums_to(whole: Frame, average: Frame) -> bool:
    """Whether a figure can be the total of an average: the same thing counted (家次 of 次)."""
    same = whole.unit_class == average.unit_class or whole.quantity.unit.endswith(average.quantity.unit)
    return same and not is_compared(whole)


def _counts(frame: Frame, per: str, noun: str) -> bool:
    """Whether a figure counts what the average is taken over."""
    if noun and len(noun) > 1 and (noun[:2] in frame.tail or noun[:2] in frame.label):
        return True
    return frame.unit_class in _CLASSES.get(per, {per, "unit"})


def _best(
    story: Story,
    average: Frame,
    totals: Sequence[Frame],
    divisors: Sequence[Frame],
    further_totals: Sequence[Frame],
    further_divisors: Sequence[Frame],
) -> Relation | None:
    if _DAILY.search(average.gap):
        return _daily(story, average, totals)
    for whole in further_totals:
        for number in further_divisors:
            if whole.start != number.start and _fits(average, whole, number):
                return _relation(story, average, whole, number, holds=True)
    if _INCOME.search(average.gap):
        return None
    if len(totals) == 1 and len(divisors) == 1 and totals[0].start != divisors[0].start:
        return _relation(story, average, totals[0], divisors[0], holds=False)
    return None


def _daily(story: Story, average: Frame, totals: Sequence[Frame]) -> Relation | None:
    """日均 is over the days of a year; only agreement is told, for the days may be others."""
    for whole in totals[:1]:
        quotient = whole.quantity.interval / Interval(Fraction(365), Fraction(366))
        if quotient.meets(average.quantity.interval):
            equation = f"{shown(whole.quantity)} ÷ 365 ≈ {shown(average.quantity)}"
            operands = (operand(story, whole, Role.NUMERATOR), operand(story, average, Role.RATE))
            return Relation("", RelationKind.RATE, Truth.HOLDS, Binding.INFERRED, RULE, equation, operands)
    return None


def _fits(average: Frame, whole: Frame, number: Frame) -> bool:
    quotient = whole.quantity.interval / number.quantity.interval
    stated = average.quantity
    return quotient.meets(stated.interval) or (stated.truncated is not None and quotient.meets(stated.truncated))


def _relation(story: Story, average: Frame, whole: Frame, number: Frame, *, holds: bool) -> Relation:
    reading = Ratio(average, (whole,), number)
    value = reading.value / 100
    sign = "=" if value == average.quantity.value else "≈" if holds else "≠"
    equation = f"{shown(whole.quantity)} ÷ {shown(number.quantity)} = {short_decimal(value, 2)} {sign} {shown(average.quantity)}"
    operands = (
        operand(story, whole, Role.NUMERATOR),
        operand(story, number, Role.DENOMINATOR),
        operand(story, average, Role.RATE),
    )
    truth = Truth.HOLDS if holds else Truth.VIOLATED
    return Relation("", RelationKind.RATE, truth, Binding.INFERRED, RULE, equation, operands)
