"""Multiples: "是2023年1.1万人次的2.4倍", "增长了2.5倍"."""

from __future__ import annotations

from collections.abc import Iterator

from checker.figures.build import operand, short_decimal, shown
from checker.figures.reading import Frame
from checker.figures.relate.lists import RATES
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.interval import Interval
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

RULE = "figures.multiple"

_OF = expression(r"(?:为|是|达到|相当于|超过)[^,;。]{0,14}$")
_NAMED = expression(r"(?:为|是|达到|相当于)(?P<base>[^,;。]{2,16})的$")
_OF_BRACKET = expression(r"^(?:为|是|达到|相当于)(?:20\d\d年|上年|去年)(?:同期)?的$")
_GROWN = expression(r"(?:增长|提高|扩大|增加|上升)了?$")


def multiples(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """All statements that one figure is so many times another."""
    group = sentence.at()
    for i, times in enumerate(group):
        if times.unit_class != "times" or times.quantity.hedge or not i:
            continue
        before = [f for f in reversed(group[:i]) if f.unit_class not in RATES]
        if times.label == "的" and _OF.search(group[i - 1].label):
            tops = [f for f in before[1:] if f.unit_class == group[i - 1].unit_class][:1]
            yield from (_relation(story, times, top, group[i - 1], 0, Binding.STATED) for top in tops)
        elif _GROWN.search(times.label) and len(before) > 1 and _is_change(before[1], before[0]):
            yield _grown(story, times, before[0], before[1])
        elif _OF_BRACKET.search(times.label) and (bases := sentence.inside(group[i - 1])):
            yield from _of_bracket(story, times, group[i - 1], bases)
        elif named := _NAMED.search(times.label):
            yield from _of_named(story, sentence, times, before, named["base"])


def _is_change(before: Frame, after: Frame) -> bool:
    """由120个增长到420个"""
    same = before.unit_class == after.unit_class
    return (
        same
        and bool(expression(r"(?:由|从)[^,;]{0,8}的?$").search(before.label))
        and bool(expression(r"[到至](?:20\d\d年|上年|今年|本年)?的?$").search(after.label))
    )


def _of_named(story: Story, sentence: Sentence, times: Frame, before: list[Frame], name: str) -> Iterator[Relation]:
    """受理量是同期一审案件的1.43倍: only agreement is told, for the figures are named, not stated."""
    bases = [f for f in before if name[:2] in f.label] or story.resolve(
        name, before[0].unit_class, sentence, times.index
    )
    for base in bases[:4]:
        for top in before:
            if top.unit_class == base.unit_class and top is not base and _fits(times, top, base, 0):
                yield _relation(story, times, top, base, 0, Binding.INFERRED)
                return


def _of_bracket(story: Story, times: Frame, top: Frame, bases: list[Frame]) -> Iterator[Relation]:
    """14.85万本,是2022年(0.99万本、件)的15倍"""
    if len(bases) != 1 or bases[0].unit_class != top.unit_class or bases[0].label or not bases[0].quantity.value:
        return
    missed = abs(top.quantity.value / bases[0].quantity.value - times.quantity.value)
    if _fits(times, top, bases[0], 0) or 2 * missed > 1:
        yield _relation(story, times, top, bases[0], 0, Binding.STATED)


def _grown(story: Story, times: Frame, after: Frame, before: Frame) -> Relation:
    """增长了2.5倍 is (N+1) times in the standard's sense, N times in many a report: both are admitted."""
    less = 1 if _fits(times, after, before, 1) or not _fits(times, after, before, 0) else 0
    return _relation(story, times, after, before, less, Binding.STATED)


def _fits(times: Frame, top: Frame, base: Frame, less: int) -> bool:
    quotient = top.quantity.interval / base.quantity.interval - Interval.exact(less)
    stated, base_value = times.quantity, base.quantity.value
    if quotient.meets(stated.interval) or stated.truncated is None:
        return quotient.meets(stated.interval)
    # 14.85 and 0.99 as written make 15: no one cuts that off to 14.
    return bool(base_value) and top.quantity.value / base_value - less in stated.truncated


def _relation(story: Story, times: Frame, top: Frame, base: Frame, less: int, binding: Binding) -> Relation:
    holds = _fits(times, top, base, less)
    value = top.quantity.value / base.quantity.value - less if base.quantity.value else times.quantity.value
    minus = " - 1" if less else ""
    equation = f"{shown(top.quantity)} ÷ {shown(base.quantity)}{minus} = {short_decimal(value, 2)} {'≈' if holds else '≠'} {shown(times.quantity)}"
    operands = (
        operand(story, top, Role.NUMERATOR),
        operand(story, base, Role.DENOMINATOR),
        operand(story, times, Role.RATE),
    )
    kind = RelationKind.GROWTH if less else RelationKind.RATE
    return Relation("", kind, Truth.HOLDS if holds else Truth.VIOLATED, binding, RULE, equation, operands)
