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
    failing = [r for r in relations if r.kind is RelationKind.RATE and r.truth is not Truth.HOLDS and not r.rounding]
    if not failing:
        return
    placed = story.placed()
    for relation in failing:
        found = {o.role: placed[o.span.start] for o in relation.operands if o.span.start in placed}
        if len(found) < len(relation.operands) or Role.RATE not in found or Role.NUMERATOR not in found:
            continue
        (sentence, top), (_, rate) = found[Role.NUMERATOR], found[Role.RATE]
        base = found[Role.DENOMINATOR][1] if Role.DENOMINATOR in found else None
        meant = _meant(story, sentence, top, base, rate) if len(found) == (2 if base is None else 3) else None
        if meant is not None:
            yield meant.relation(story, RATE_RULE, Binding.INFERRED)
            yield restated_as(story, meant.numerators[0], top, Binding.STATED, holds=False)


def _meant(story: Story, sentence: Sentence, top: Frame, base: Frame | None, rate: Frame) -> Ratio | None:
    """The count of a list before that has the name of this one, and its value but for a slip, and gives the share.

    非现场查处1272辆次,占全部查处量的55.19%: where the base is not known, of what the list divides.
    """
    name = core_of(story.label(top))
    if top.quantity.value < _TELLING or not rate.quantity.decimals:
        return None
    for other in story.earlier(sentence):
        for frame in other.at():
            wholes = story.wholes.get(frame.start, []) if frame.unit_class == top.unit_class else []
            if not wholes or not is_slip_of(frame, top.quantity.value):
                continue
            ratio = Ratio(rate, (frame,), base or wholes[0])
            if len(shared_piece(name, core_of(story.label(frame)))) >= _NAME and ratio.fits:
                return ratio
    return None
