"""Shares of what is measured beside a count: 出让98宗、3126.7亩,出让面积占供应总面积的57.05%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.figures.build import Ratio
from checker.figures.names import core_of
from checker.figures.reading import Frame
from checker.figures.relate.rates.ratios import RULE
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

UNITS = {"人数": "人名", "金额": "元", "户数": "户家", "件数": "件宗起", "面积": "亩顷里米"}
"""What is measured or counted, by the last character of its units."""
_SHARE = expression(
    r"(?:^|[,;:])(?:其中)?(?P<top>[^,;:、]{2,8}?)(?P<what>人数|金额|户数|件数|面积)占(?:[^,;:、]{0,8}?(?P=what))?的?(?:比例|比重)?(?:为|达到?)?$"
)
_POINTS = 12


def measured_shares(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """Each share of a measure, of what the list that holds its figure divides."""
    group = sentence.at()
    for i, rate in enumerate(group):
        told = _SHARE.search(rate.gap) if rate.unit_class == "percent" and not rate.quantity.hedge else None
        if told is None:
            continue
        tops = [f for f in _called(group[:i], core_of(told["top"])) if f.quantity.unit[-1:] in UNITS[told["what"]]]
        wholes = [w for top in tops for w in story.wholes.get(top.start, ())]
        if len(tops) == 1 and wholes:
            reading = Ratio(rate, (tops[0],), wholes[0])
            if reading.fits or abs(reading.value - rate.quantity.value) <= _POINTS:
                yield reading.relation(story, RULE, Binding.INFERRED)


def of_measure(counts: Sequence[Frame], name: str) -> list[Frame]:
    """The counts that a name ending in what is measured (出让面积) can be told of: those of its units."""
    units = next((units for what, units in UNITS.items() if name.endswith(what)), "")
    return [f for f in counts if not units or f.quantity.unit[-1:] in units]


def _called(group: Sequence[Frame], name: str) -> Iterator[Frame]:
    """The figures of this name, and those without one right behind such a figure."""
    named = False
    for frame in group:
        bare = not frame.label and frame.parted == 1
        named = (named and bare) or core_of(frame.label).endswith(name)
        if named:
            yield frame
