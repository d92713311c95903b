"""Which of several readings of a percentage agrees, and what a list or an opening divides."""

from __future__ import annotations

from collections.abc import Sequence

from checker.figures.build import Ratio
from checker.figures.reading import Frame
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

RULE = "figures.rate"

RATE_NAME = expression(
    r"([^,;:、。()]{1,20}?(?:率|占比|比例|比重))(?:(?:均|都|分别|各|仅|只|也|则|已|高)?(?:为|达到?|是|至|有)|约|均|仅)?$"
)
OPENING = expression(r"(?:^|[,;:。])(?:其中[,:]?)?(?P<name>[^,;:。]{2,14}?)(?:之?中|里)(?=[,:]|[^,;:。])")


def opening_wholes(story: Story, sentence: Sentence, frame: Frame) -> list[Frame]:
    """The figures that the opening of the sentence or clause names (审结案件中,…)."""
    for gap in (frame.gap, sentence.frames[0].gap if sentence.frames else ""):
        match = OPENING.search(gap)
        if match is not None and not match["name"].endswith("其"):
            return story.resolve(match["name"], frame.unit_class, sentence, frame.index)[:3]
    return []


def best(
    story: Story,
    rate: Frame,
    numerators: tuple[Frame, ...],
    bases: Sequence[Frame],
    others: Sequence[Frame],
    binding: Binding,
) -> Relation:
    """The reading that fits, else the likeliest base."""
    tied = [Ratio(rate, numerators, base) for base in bases]
    readings = [*tied, *(Ratio(rate, numerators, base) for base in others)]
    chosen = next((r for r in readings if r.fits), None) or next((r for r in readings if r.fits_cut), None)
    if chosen is None:
        chosen = next((r for r in tied if is_whole(r.base)), tied[0])
    return chosen.relation(story, RULE, binding)


def is_whole(frame: Frame) -> bool:
    """Whether a figure stands as a whole, not as one of the parts of a list."""
    return frame.parted != 1 and "其中" not in frame.gap
