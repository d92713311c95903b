"""Plain counts whose value stands once in the report: where one of them is told again, its value was miswritten."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from checker.figures.reading import Frame
from checker.figures.relate.lists import RATES, is_averaged, is_compared
from checker.figures.story import Story
from checker.words.relation import Relation, RelationKind, operand_starts


def told_once(story: Story, relations: Sequence[Relation]) -> frozenset[int]:
    """The starts of the plain counts whose value no other figure of their unit has and no repeat was found of."""
    judged = operand_starts(r for r in relations if r.kind is RelationKind.REPEATED_METRIC)
    frames = [f for sentence in story.sentences for f in sentence.frames]
    stated = Counter((f.unit_class, f.quantity.value) for f in frames)
    alone = (f for f in frames if stated[f.unit_class, f.quantity.value] == 1 and f.start not in judged)
    return frozenset(f.start for f in alone if is_plain(f))


def is_plain(frame: Frame) -> bool:
    """Whether a figure is an exact count: no rate, time, mean, nor what a change or another year is compared by."""
    odd = frame.unit_class in RATES or frame.unit_class.startswith("duration") or not frame.quantity.interval.is_exact
    return not (odd or is_compared(frame) or is_averaged(frame))
