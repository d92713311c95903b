"""Scales: grades counted from the upper end down, and divisions whose both ends are named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.figures.build import Sum
from checker.figures.reading import Frame
from checker.figures.relate.completeness import RULE, is_near
from checker.figures.relate.lists import run_from
from checker.figures.story import Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

_UPWARD = expression(r"([一-龥]{2,4}?)(?:等次)?(?:及)?以上$")


def graded(story: Story, group: Sequence[Frame]) -> Iterator[Relation]:
    """优秀217卷、合格371卷、不合格12卷;合格以上588卷: the kinds down to the one named, of a scale told from its upper end."""
    for i, whole in enumerate(group):
        named = _UPWARD.search(whole.label)
        kinds = [f for f in group[:i] if f.unit_class == whole.unit_class]
        last = next((k for k, f in enumerate(kinds) if named and f.label.endswith(named[1])), None)
        first = next((k for k, f in enumerate(kinds) if f.label.endswith(("优秀", "优等"))), None)
        if last is not None and first is not None and first < last:
            reading = Sum(whole, tuple(kinds[first : last + 1]))
            yield from [reading.relation(story, RULE, Binding.STATED)] if reading.fits else []


def scaled(story: Story, group: Sequence[Frame]) -> Iterator[Relation]:
    """232人中,…;35周岁及以下89人,36至50周岁112人,51周岁及以上31人: a scale with both its ends holds everyone."""
    whole = group[0]
    opens = [i for i, f in enumerate(group) if i and (f.parted or group[i - 1].parted) == 3]  # 35周 of 35周岁 before it
    starts = (i for i in opens if group[i].unit_class == whole.unit_class)
    for i in starts if whole.tail.startswith("中") else ():
        run = run_from(group, i)
        labels = (run[0].label, run[-1].label)
        ends = any(low.endswith("以下") and high.endswith("以上") for low, high in (labels, labels[::-1]))
        reading = Sum(whole, tuple(run))
        if ends and len(run) > 2 and (reading.fits or is_near(reading)):
            yield reading.relation(story, RULE, Binding.STATED if reading.fits else Binding.INFERRED)
