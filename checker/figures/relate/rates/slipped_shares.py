"""Shares of a named total that stands far before: 合计827家次,占检查总量的82.35%, where it is 82.53% of what was checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.figures.build import Ratio
from checker.figures.names import core_of
from checker.figures.reading import Frame
from checker.figures.relate.lists import exact_counts, is_compared
from checker.figures.relate.rates.quotients import is_swapped_share
from checker.figures.relate.rates.ratios import RULE as RATE_RULE
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation, Truth, operand_starts

_SHARE = expression(r"^占(?:到)?(?P<whole>[^,;:。()]{2,14}?)(?:总量|总数|总额|全部)的$")
_FEWEST = 4
"""Digits of the share: two swapped among so many are no coincidence."""
_MOST = 200


def slipped_shares(story: Story, relations: Sequence[Relation]) -> Iterator[Relation]:
    """The shares that no relation judges, and that swap two digits of what their count is of the total named."""
    judged = operand_starts(r for r in relations if r.truth is not Truth.UNDECIDABLE)
    for sentence in story.sentences:
        if "占" not in sentence.text:
            continue
        group = sentence.at()
        for i, rate in enumerate(group[1:], 1):
            named = _SHARE.match(rate.label) if rate.unit_class == "percent" and rate.start not in judged else None
            if named is not None and rate.parted == 2 and rate.quantity.interval.is_bounded:
                yield from _against(story, sentence, group[i - 1], rate, core_of(named["whole"]))


def _against(story: Story, sentence: Sentence, top: Frame, rate: Frame, name: str) -> Iterator[Relation]:
    """Nothing is told where a count agrees, or where two would be the base."""
    if not exact_counts([top]) or is_compared(top) or len(name) < 2:
        return
    told: list[Ratio] = []
    for other in (sentence, *story.earlier(sentence)):
        same = [f for f in exact_counts(other.at()) if f.unit_class == top.unit_class and f is not top]
        readings = [Ratio(rate, (top,), f) for f in same if f.quantity.value > top.quantity.value][:_MOST]
        if any(reading.agrees for reading in readings):
            return
        told += [
            r
            for r in readings
            if name in other.text[: r.base.start - other.span.start] and is_swapped_share(top, r.base, rate, _FEWEST)
        ]
    if len({r.base.quantity.value for r in told}) == 1:
        yield told[0].relation(story, RATE_RULE, Binding.INFERRED)
