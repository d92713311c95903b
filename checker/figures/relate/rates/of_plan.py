"""Rates of a plan that is told before: 计划检查企业186家次。…实际检查203家次,完成计划的109.1%."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from checker.figures.build import Ratio
from checker.figures.relate.lists import exact_counts, is_compared, is_exact_count
from checker.figures.relate.rates.ratios import RULE
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

_OF_PLAN = expression(r"^(?:完成|达到|占|为)(?:了)?(?:年度|全年|年初)?[^,;。]{0,4}?(?:计划|任务)(?:数|总数|任务)?的$")
_PLANNED = expression(r"计划|任务")
_REACH = 2  # sentences
_NEAR = 5  # one part in so many


def of_plan(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """Each rate right behind its count, of the one count of its class that was planned in the paragraph."""
    group = sentence.at()
    near = (sentence, *story.in_paragraph(sentence, _REACH))
    for top, rate in pairwise(group):
        told = rate.unit_class == "percent" and rate.parted == 2 and _OF_PLAN.match(rate.label)
        if not told or rate.quantity.hedge or not is_exact_count(top) or is_compared(top):
            continue
        counts = [f for s in near for f in exact_counts(s.at()) if f.start < top.start and f.parted != 1]
        planned = [f for f in counts if f.unit_class == top.unit_class and _PLANNED.search(f.label)]
        if len(planned) != 1 or is_compared(planned[0]) or not planned[0].quantity.value:
            continue
        reading = Ratio(rate, (top,), planned[0])
        if reading.agrees or abs(reading.value - rate.quantity.value) * _NEAR <= reading.value:
            yield reading.relation(story, RULE, Binding.INFERRED)
