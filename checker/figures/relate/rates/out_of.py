"""Shares whose base is told on the spot: 抽查31所,占全区62所民办学校的50%; 62个窗口中,已有49个可以办理,覆盖面达到79%."""

from __future__ import annotations

from collections.abc import Iterator

from checker.figures.build import Ratio
from checker.figures.reading import Frame
from checker.figures.relate.lists import are_exact_counts, is_compared
from checker.figures.relate.rates.ratios import RULE
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

_OF = expression(r"(?:^|比例)占(?:到|了|全部|总共|现有|应[^,;、\d]{1,4}|全[省市县区镇州乡局]|辖区|[^,;、\d]{1,4}部)*$")
_NOUN = expression(r"^[^,;:。、\d]{0,14}?的(?:比例|比重)?(?:约|仅|只)?(?:为|达到?)?$")
_AMONG = expression(r"^[^,;:。、]{0,14}?(?:之?中|里)(?:$|,)")
_HAVE = expression(r"^(?:目前|现|现在|其中|年内|今年)?(?:已经?|共|仅|只)?有?$")
_RATE = expression(r"^[^,;:。、\d]{0,6}(?:[覆受达惠][盖益标及]面|率|占比)(?:已|仅|只)?(?:达到?|为|有)?$")


def out_of(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """Each count, base and share that follow each other so."""
    group = sentence.at()
    for at, (first, second, rate) in enumerate(zip(group, group[1:], group[2:], strict=False)):
        if rate.unit_class != "percent" or first.unit_class != second.unit_class:
            continue
        ratio = _of_base(first, second, rate) or _of_some(first, second, rate)
        alone = not at or group[at - 1].unit_class != first.unit_class  # 抽查中学31所、小学20所,占全区62所的82%
        plain = are_exact_counts((first, second)) and not is_compared(first)
        if ratio is not None and plain and (alone or ratio.fits):
            yield ratio.relation(story, RULE, Binding.STATED)


def _of_base(top: Frame, base: Frame, rate: Frame) -> Ratio | None:
    """占全区62所民办学校的50%: nothing but the noun of the base stands between it and the share."""
    told = base.parted == 2 and _OF.search(base.label) and not rate.parted and _NOUN.match(rate.gap)
    return Ratio(rate, (top,), base) if told else None


def _of_some(base: Frame, top: Frame, rate: Frame) -> Ratio | None:
    """62个窗口中,已有49个可以办理,覆盖面达到79%"""
    told = _AMONG.match(base.tail) and top.parted in (0, 2) and _HAVE.match(top.label)
    named = rate.parted == 2 and _RATE.match(rate.label)
    return Ratio(rate, (top,), base) if told and named else None
