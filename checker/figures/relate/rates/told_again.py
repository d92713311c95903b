"""A share whose count is one of a list told before but for a slip: by that count the share is right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.figures.build import Ratio, is_slip_of
from checker.figures.names import core_of, shared_piece
from checker.figures.reading import Frame
from checker.figures.relate.rates.ratios import RULE as RATE_RULE
from checker.figures.relate.repeats.repeats import restated_as
from checker.figures.story import Sentence, Story
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

_TELLING = 10
_NAME = 4  # characters


def told_again(story: Story, relations: Sequence[Relation]) -> Iterator[Relation]:
    """违反法定程序47件…违反法定程序败诉的74件,占32.87%: the share is that of 47, so that 74 is the slip."""
    failing = [r for r in relations if r.kind is RelationKind.RATE and r.truth is Truth.VIOLATED and not r.rounding]
    if not failing:
        return
    placed = story.placed()
    for relation in failing:
        found = [placed.get(o.span.start) for o in relation.operands]
        roles = [o.role for o in relation.operands]
        if None in found or roles != [Role.NUMERATOR, Role.DENOMINATOR, Role.RATE]:
            continue
        (sentence, top), (_, base), (_, rate) = (place for place in found if place is not None)
        meant = _meant(story, sentence, top, base, rate)
        if meant is not None:
            yield Ratio(rate, (meant,), base).relation(story, RATE_RULE, Binding.INFERRED)
            yield restated_as(story, meant, top, Binding.STATED, holds=False)


def _meant(story: Story, sentence: Sentence, top: Frame, base: Frame, rate: Frame) -> Frame | None:
    """The count of a list before that has the name of this one, and its value but for a slip, and gives the share."""
    name = core_of(story.label(top))
    if top.quantity.value < _TELLING or not rate.quantity.decimals:
        return None
    for other in story.earlier(sentence):
        for frame in other.at():
            alike = frame.unit_class == top.unit_class and frame.start in story.wholes
            if alike and is_slip_of(frame, top.quantity.value):
                piece = shared_piece(name, core_of(story.label(frame)))
                if len(piece) >= _NAME and Ratio(rate, (frame,), base).fits:
                    return frame
    return None
