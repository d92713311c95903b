"""Changes told with the value that they start from alone: 下达处罚决定318件。与上年相比,处罚决定数由396件下降19.70%."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from checker.figures.names import core_of
from checker.figures.reading import Frame
from checker.figures.relate.changes.currents import comparable
from checker.figures.relate.changes.differences import judge
from checker.figures.relate.changes.movements import VERB, change_of
from checker.figures.relate.changes.year_brackets import MEASURE
from checker.figures.relate.lists import exact_counts, is_compared
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.record import replace
from checker.words.relation import Binding, Relation

_START = expression(r"^(?P<name>[^,;。由从]{2,12}?)(?:由|从)(?:(?:上年|去年|20\d\d年)(?:同期)?的?)?$")
_REACH = 4  # sentences


def fallen(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """Each such change with the one value that was told before under its name; what fails is so by inference."""
    group = sentence.at()
    for i, (before, share) in enumerate(pairwise(group)):
        change = change_of(share) if share.unit_class == "percent" and not share.parted else None
        told = _START.match(before.label)
        reached = i + 2 < len(group) and not group[i + 2].parted  # 由396件下降19.70%到318件
        if change is None or told is None or reached or not VERB.match(share.label) or before.quantity.hedge:
            continue
        name = core_of(MEASURE.sub("", told["name"]))
        now = _named(story, sentence, before, name) if len(name) > 1 else []
        if len({f.quantity.value for f in now}) == 1:
            yield from (replace(r, binding=Binding.INFERRED) for r in judge(story, change, before, now[0]))


def _named(story: Story, sentence: Sentence, before: Frame, name: str) -> list[Frame]:
    """The values of a name before a change, in its paragraph."""
    near = [sentence, *story.in_paragraph(sentence, _REACH)]
    counts = [f for s in near for f in exact_counts(s.at()) if f.unit_class == before.unit_class]
    ended = [f for f in counts if f.start < before.start and core_of(story.label(f)).endswith(name)]
    return [f for f in ended if not is_compared(f) and (comparable(f, before) or len(ended) == 1)]
