"""Shares in the order of a list that divides one whole: 企业4872户、个体17905户、合作社1539户,占比依次为20.04%、73.63%、5.33%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.figures.build import Ratio
from checker.figures.reading import Frame
from checker.figures.relate.lists import IN_ORDER, RATES, alike
from checker.figures.relate.rates.ratios import RULE
from checker.figures.story import Sentence, Story
from checker.words.relation import Binding, Relation

_FEWEST = 3
"""Shares of which all but one agree: that is the list that they are of."""


def ordered_shares(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """The shares of each such list, where at most one of three or more does not agree."""
    group = sentence.at()
    for i, first in enumerate(group):
        told = first.unit_class == "percent" and ("占" in first.gap or IN_ORDER.search(first.gap))
        run = alike(group, i) if told else []
        if len(run) < _FEWEST or any(rate.quantity.hedge for rate in run):
            continue
        for readings in _readings(story, sentence, group[:i], run):
            if sum(reading.fits for reading in readings) >= len(run) - 1:
                yield from (r.relation(story, RULE, Binding.STATED if r.fits else Binding.INFERRED) for r in readings)
                break


def _readings(story: Story, sentence: Sentence, before: Sequence[Frame], run: Sequence[Frame]) -> Iterator[list[Ratio]]:
    """Each list of as many parts of one whole, in the sentence or the one before it."""
    previous = next(iter(story.before(sentence, 1)), None)
    far = previous.at() if previous is not None and previous.line == sentence.line else ()
    counts = [f for f in (*far, *before) if f.unit_class not in RATES]
    seen: set[int] = set()
    for whole in (w for f in reversed(counts) for w in story.wholes.get(f.start, ())):
        if whole.start not in seen:
            seen.add(whole.start)
            parts = [f for f in counts if whole in story.wholes.get(f.start, ())]
            if len(parts) == len(run):
                yield [Ratio(rate, (part,), whole) for rate, part in zip(run, parts, strict=True)]
