"""Means of the figures of a list: 4个季度得分分别为91.5分、93分、94.5分、95分,平均93.5分."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.figures.build import operand, short_decimal, shown
from checker.figures.reading import Frame
from checker.figures.relate.list_runs import joined_before
from checker.figures.relate.lists import CLAUSE, IN_ORDER
from checker.figures.relate.rates.mean_relations import RULE
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.interval import Interval, total
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

_MEAN = expression(r"^(?:全年|年度|四个季度|总)?(?:平均(?:得分|分|成绩|值)?|均分|均值)(?:为|是|达)?$")
_QUARTERS = 4  # 三轮评查得分依次为…,平均90.2分: such a mean may be weighted by how many there were
_FEWEST = 2
_NEAR = 20  # a mean that misses by more than one part in so many is of something else


def list_means(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """Each mean right behind a list that 分别 opens; what fails is told where it comes near."""
    group = sentence.at()
    for i, mean in enumerate(group):
        parts = _listed(group[:i]) if mean.parted == CLAUSE and _MEAN.match(mean.label) else ()
        if len(parts) < _FEWEST or {f.unit_class for f in parts} != {mean.unit_class}:
            continue
        quotient = total([f.quantity.interval for f in parts]) / Interval.exact(len(parts))
        value = sum((f.quantity.value for f in parts), Fraction(0)) / len(parts)
        fits = quotient.meets(mean.quantity.interval) or round(value, mean.quantity.decimals) == mean.quantity.value
        near = abs(value - mean.quantity.value) * _NEAR <= value
        quarters = mean.unit_class == "score" and len(parts) == _QUARTERS and "季度" in parts[0].gap
        if fits or (near and (quarters or _is_beyond(parts, mean))):
            yield _relation(story, parts, mean, value, fits=fits)


def _is_beyond(parts: Sequence[Frame], mean: Frame) -> bool:
    """Whether a mean is less than the least or more than the most: so it can be of no weights."""
    values = [part.quantity.value for part in parts]
    return not min(values) <= mean.quantity.value <= max(values)


def _listed(before: Sequence[Frame]) -> Sequence[Frame]:
    """The 、 list that the figures before end with, where 分别 opens it."""
    parts = joined_before(before, len(before))
    return parts if parts and IN_ORDER.search(parts[0].gap) else ()


def _relation(story: Story, parts: Sequence[Frame], mean: Frame, value: Fraction, *, fits: bool) -> Relation:
    equation = f"({' + '.join(shown(f.quantity) for f in parts)}) ÷ {len(parts)} = {short_decimal(value, 2)}"
    if value != mean.quantity.value:
        equation += f" {'≈' if fits else '≠'} {shown(mean.quantity)}"
    operands = (*(operand(story, f, Role.NUMERATOR) for f in parts), operand(story, mean, Role.RATE))
    truth = Truth.HOLDS if fits else Truth.VIOLATED
    return Relation("", RelationKind.RATE, truth, Binding.INFERRED, RULE, equation, operands)
