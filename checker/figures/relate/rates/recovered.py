"""Levels as shares of an earlier year's: 恢复到2019年的86%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.figures.build import Ratio
from checker.figures.reading import Frame
from checker.figures.relate.lists import RATES
from checker.figures.relate.rates.ratios import best
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

_YEAR = expression(r"20\d\d年")
_OF_PLAN = expression("^(?:占|为|是|完成)(?:了)?(?:全?年度?|年初)?(?:的)?(?:计划|任务|目标)(?:任务|目标|数|量)?的$")
_PLANNED = expression("计划|任务|目标|应(?![诉急])")


def recovered(story: Story, sentence: Sentence, group: Sequence[Frame], i: int) -> Iterator[Relation]:
    """2864.3万人次,恢复到上年的61.7%(2019年为4642.5万人次)"""
    for base in sentence.inside(group[i]):
        tops = [f for f in group[:i] if f.unit_class == base.unit_class]
        if tops:
            yield from _of_bracket(story, group[i], tops, base)
            return
    yield from _to_year(story, sentence, group, i)


def of_plan(story: Story, group: Sequence[Frame], i: int) -> Iterator[Relation]:
    """年初计划检查80家,实际检查84家,完成计划的105%: the count before the rate, of the one planned right before it."""
    planned, done = group[i - 2 : i] if i > 1 and _OF_PLAN.search(group[i].label) else (None, None)
    alike = planned is not None and done is not None and planned.unit_class == done.unit_class not in RATES
    if planned is None or done is None or not alike or done.parted > 2 or group[i].parted != 2:
        return
    if _PLANNED.search(planned.label) and not _PLANNED.search(done.label):
        yield best(story, group[i], (done,), [planned], [], Binding.INFERRED)


def _of_bracket(story: Story, rate: Frame, tops: Sequence[Frame], base: Frame) -> Iterator[Relation]:
    """The nearest count, or all of them together; of several only agreement is told."""
    readings = [Ratio(rate, tuple(tops[-1:]), base), Ratio(rate, tuple(tops), base)]
    held = next((reading for reading in readings if reading.agrees), None)
    if held is not None or len(tops) == 1:
        yield best(story, rate, (held or readings[0]).numerators, [base], [], Binding.STATED)


def _to_year(story: Story, sentence: Sentence, group: Sequence[Frame], i: int) -> Iterator[Relation]:
    """4000万人次,320亿元,分别恢复到2019年的86%和84%: that year's values are told before; only agreement is told."""
    year = _YEAR.search(group[i].label)
    following = (f for f in group[i + 1 :] if f.unit_class == "percent" and not f.label.strip("和及与"))
    rates_ = [group[i], *following] if "分别" in group[i].label else [group[i]]
    counts = [f for f in group[:i] if f.unit_class not in RATES][-len(rates_) :]
    for rate, top in zip(rates_, counts, strict=False):
        told = (f for other in story.earlier(sentence) for f in other.frames if f.unit_class == top.unit_class)
        bases = (f for f in told if year and f.label.startswith(year[0]))
        held = next((base for base in bases if Ratio(rate, (top,), base).fits), None)
        if held is not None:
            yield best(story, rate, (top,), [held], [], Binding.INFERRED)
