"""Totals announced for the first of a list: 前三类合计."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.figures.build import Sum
from checker.figures.reading import Frame
from checker.figures.relate.completeness import RULE
from checker.figures.story import Story
from checker.words.relation import Binding, Relation


def first_ones(story: Story, whole: Frame, run: Sequence[Frame], size: int) -> Iterator[Relation]:
    """So many of the figures before the total, side by side; where the list begins is not said: only agreement."""
    windows = (Sum(whole, tuple(run[k : k + size])) for k in range(len(run) - size + 1))
    yield from [reading.relation(story, RULE, Binding.STATED) for reading in windows if size and reading.fits][:1]
