"""How many of them went up and how many down: 14个市中,11个收案数上升,3个下降."""

from __future__ import annotations

from collections.abc import Iterator

from checker.figures.build import Sum
from checker.figures.relate.completeness import RULE
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

_OF_THEM = expression(r"[^,;:。、]{1,14}中,?$")
_UP = expression("[^,;:。、]{0,12}(?:上升|增长|增加|提高|升高|上涨)")
_MOST = 8  # figures
_DOWN = expression("[^,;:。、]{0,12}(?:下降|减少|降低|持平|不变|下滑)")


def sides(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """Those that rose, fell and stayed are all; more of them than there are is a contradiction, fewer may leave some out."""
    group = sentence.at()
    for i, whole in enumerate(group[:-2]):
        if not _OF_THEM.search(story.text[whole.span.end : group[i + 1].start].partition(",")[0] + ","):
            continue
        moved = [
            f
            for f in group[i + 1 : i + 1 + _MOST]
            if f.unit_class == whole.unit_class and (_UP.match(f.tail) or _DOWN.match(f.tail))
        ]
        both = any(_UP.match(f.tail) for f in moved) and any(_DOWN.match(f.tail) for f in moved)
        reading = Sum(whole, tuple(moved))
        if both and (reading.fits or reading.exceeds):
            yield reading.relation(story, RULE, Binding.STATED if reading.fits else Binding.INFERRED)
