"""Totals that a slip of the hand spoilt, where what follows from them tells what was meant (合计1001件, of 1010,占全省82.9%)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.figures.build import Ratio, Sum
from checker.figures.reading import Frame
from checker.figures.relate.completeness import RULE
from checker.figures.relate.rates.ratios import RULE as RATE_RULE
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

_FEWEST = 3  # parts of the list
_REACH = 6  # sentences
_REST = expression("剩下|其余|其他|余下|剩余")


def meant_totals(story: Story, relations: Sequence[Relation]) -> Iterator[Relation]:
    """What the parts of a list make up with the rest beside them, and the share that is of them, not of their total."""
    sums = [r for r in relations if r.kind is RelationKind.PART_WHOLE_SUM and r.truth is Truth.VIOLATED]
    placed = story.placed() if sums else {}
    for relation in sums:
        read = _read(relation, placed)
        if read is None or len(read.parts) < _FEWEST or not read.is_total_miswritten:
            continue
        sentence = placed[read.whole.start][0]
        together = _with_rest(story, sentence, read)
        if together is not None:
            yield together.relation(story, RULE, Binding.INFERRED)
            yield from _share(story, sentence, read, together.whole)


def _with_rest(story: Story, sentence: Sentence, read: Sum) -> Sum | None:
    """The parts with the rest told behind their total, of the whole that sentences before tell."""
    behind = [f for f in sentence.at() if f.start > read.whole.start and f.unit_class == read.whole.unit_class]
    rest = behind[0] if behind and _REST.search(story.text, read.whole.span.end, behind[0].start) else None
    if rest is None:
        return None
    wholes = (f for s in story.before(sentence, _REACH) for f in s.at() if f.unit_class == rest.unit_class)
    readings = (Sum(whole, (*read.parts, rest)) for whole in wholes)
    return next((reading for reading in readings if reading.fits), None)


def _share(story: Story, sentence: Sentence, read: Sum, whole: Frame) -> Iterator[Relation]:
    """The share right behind the total: by the parts it is right, by the total as it is written it is not."""
    rate = next((f for f in sentence.at() if f.start > read.whole.start), None)
    if rate is None or rate.unit_class != "percent" or "占" not in rate.label or not rate.quantity.decimals:
        return
    meant, written = Ratio(rate, read.parts, whole), Ratio(rate, (read.whole,), whole)
    if meant.fits and not written.agrees:
        yield meant.relation(story, RATE_RULE, Binding.INFERRED)
        yield written.relation(story, RATE_RULE, Binding.INFERRED)


def _read(relation: Relation, placed: dict[int, tuple[Sentence, Frame]]) -> Sum | None:
    """The figures of a sum that stands in prose."""
    if any(o.span.start not in placed for o in relation.operands):
        return None
    whole = [placed[o.span.start][1] for o in relation.in_role(Role.TOTAL)]
    parts = [placed[o.span.start][1] for o in relation.operands if o.role is not Role.TOTAL]
    return Sum(whole[0], tuple(parts)) if len(whole) == 1 and parts else None
