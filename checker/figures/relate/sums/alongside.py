"""Lists that count the same things in two units: where one makes up its whole, so does the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.figures.build import Sum
from checker.figures.relate.completeness import RULE
from checker.figures.story import Story
from checker.words.relation import Binding, Relation


def alongside(story: Story, readings: Sequence[Sum]) -> Iterator[Relation]:
    """培训24期、3168人次,其中集中授课9期1188人次、网络授课15期1980人次: the sums that fail beside one that holds."""
    held = [r for r in readings if r.fits and len(r.parts) > 1]
    for reading in readings:
        if not reading.fits and any(_go_together(reading, other) for other in held):
            story.closed.add(reading.parts[0].start)
            yield reading.relation(story, RULE, Binding.STATED)


def _go_together(a: Sum, b: Sum) -> bool:
    """Whether each part of the one stands right beside a part of the other."""
    exact = a.whole.quantity.interval.is_bounded and len(a.parts) == len(b.parts)
    return exact and all(abs(x.index - y.index) == 1 for x, y in zip(a.parts, b.parts, strict=True))
