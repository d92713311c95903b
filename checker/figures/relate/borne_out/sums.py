"""Figures side by side that add up to another near by, in whatever words: 省局直接组织136家次 and 分局2710家次 of 2846家次."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from checker.figures.build import Sum
from checker.figures.reading import Frame
from checker.figures.relate.completeness import RULE
from checker.figures.relate.lists import RATES, is_level
from checker.figures.story import Sentence, Story
from checker.words.record import dataclass
from checker.words.relation import Binding, Relation, RelationKind, Truth, operand_starts

_SUMS = frozenset({RelationKind.PART_WHOLE_SUM, RelationKind.DIFFERENCE, RelationKind.CARRY_OVER})
# Bodies and places are counted alike: 12家乡镇, 16个街道.
_BODIES = frozenset({"unit", "body", "place"})
_REACH = 2  # sentences before and behind
_WHOLES = 24
"""How many figures a list may be of: it keeps the work linear."""
_MOST = 60  # figures of one class in a sentence
_FLOAT = 1e-9
_LONG = 20
"""A smaller sum is met by chance; right beside its figures it is told."""


@dataclass(frozen=True, slots=True)
class _Near:
    """The figures of one class in one sentence, in their order, and what they may add up to."""

    figures: Sequence[Frame]
    wholes: Sequence[Frame]


def sums_borne_out(story: Story, relations: Sequence[Relation]) -> Iterator[Relation]:
    """Each run of figures with the nearest figure that it adds up to, unless the report relates them already."""
    told: defaultdict[int, set[int]] = defaultdict(set)
    for relation in relations:
        starts = operand_starts([relation]) if relation.kind in _SUMS and relation.truth is Truth.HOLDS else ()
        for start in starts:
            told[start].update(starts)
    for sentence in story.sentences:
        for near in _classes(story, sentence) if len(sentence.frames) > 1 and not sentence.plan else ():
            yield from _in_class(story, near, told)


def _classes(story: Story, sentence: Sentence) -> Iterator[_Near]:
    """The plain figures of a sentence by class, with those of its paragraph that stand near."""
    around = [s for s in _beside(story, sentence) if s.line == sentence.line]
    brackets = [sentence.inside(frame) for frame in sentence.at()] if len(sentence.at()) < len(sentence.frames) else []
    for frames in (sentence.at(), *brackets):
        groups: defaultdict[str, list[Frame]] = defaultdict(list)
        for frame in frames[:_MOST]:
            if _is_plain(frame):
                groups[_class_of(frame)].append(frame)
        for kind, figures in groups.items():
            others = [f for s in (sentence, *around) for f in s.at() if _class_of(f) == kind and _is_plain(f)]
            if len(figures) > 1:
                yield _Near(figures, [*figures, *(f for f in others if f not in figures)][:_WHOLES])


def _beside(story: Story, sentence: Sentence) -> Iterator[Sentence]:
    """The sentences around, nearest first."""
    for distance in range(1, _REACH + 1):
        for number in (sentence.number - distance, sentence.number + distance):
            if 0 <= number < len(story.sentences):
                yield story.sentences[number]


def _is_plain(frame: Frame) -> bool:
    quantity = frame.quantity
    rate = frame.unit_class in RATES or frame.unit_class.startswith("duration")
    return not (rate or quantity.hedge or is_level(frame)) and quantity.interval.is_exact and quantity.value > 0


def _class_of(frame: Frame) -> str:
    return "body" if frame.unit_class in _BODIES else frame.unit_class


def _in_class(story: Story, near: _Near, told: dict[int, set[int]]) -> Iterator[Relation]:
    """The sums of one class: the longest run of each whole that is no less than its least two figures."""
    values = [float(f.quantity.value) for f in near.figures]
    least = sum(sorted(values)[:2])
    for whole in near.wholes:
        if float(whole.quantity.value) < least - _FLOAT:
            continue
        readings = [Sum(whole, tuple(run)) for run in _runs(near.figures, values, whole)]
        reading = max((r for r in readings if r.fits), key=lambda r: len(r.parts), default=None)
        if reading is None or not _is_telling(near.figures, whole, reading.parts):
            continue
        starts = {f.start for f in (whole, *reading.parts)}
        if not starts <= told[whole.start]:
            for start in starts:
                told[start] |= starts
            yield reading.relation(story, RULE, Binding.INFERRED)


def _runs(figures: Sequence[Frame], values: Sequence[float], whole: Frame) -> Iterator[Sequence[Frame]]:
    """The runs of two figures or more, the whole left out, that add up to it but for what floats lose; all are above zero."""
    wanted = float(whole.quantity.value)
    kept = [k for k, f in enumerate(figures) if f.start != whole.start]
    others = [figures[k] for k in kept]
    start, total = 0, 0.0
    for end, k in enumerate(kept):
        total += values[k]
        while total > wanted + _FLOAT * wanted and start <= end:
            total -= values[kept[start]]
            start += 1
        if abs(total - wanted) <= _FLOAT * wanted and end > start and _is_whole_list(others, start, end):
            yield others[start : end + 1]


def _is_whole_list(figures: Sequence[Frame], start: int, end: int) -> bool:
    """Whether a run neither begins nor ends inside a 、 list."""
    return figures[start].parted != 1 and (end + 1 == len(figures) or figures[end + 1].parted != 1)


def _is_telling(figures: Sequence[Frame], whole: Frame, run: Sequence[Frame]) -> bool:
    """Whether the sum is no chance: large, or right beside its figures."""
    places = [f.start for f in figures]
    beside = whole.start in places and _distance(places, whole, run) == 1
    return beside or whole.quantity.value >= _LONG


def _distance(places: Sequence[int], whole: Frame, run: Sequence[Frame]) -> int:
    at, first, last = (places.index(f.start) for f in (whole, run[0], run[-1]))
    return min(abs(first - at), abs(last - at))
