"""Changes told in units and again in per cent: 与2023年立案58件相比,立案数少了12件,下降20.69%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.figures.build import operand, shown
from checker.figures.names import core_of
from checker.figures.reading import Frame
from checker.figures.relate.changes.differences import RULE, Change, judge
from checker.figures.relate.changes.movements import OF_EACH, VERB, change_of, without_gloss
from checker.figures.relate.lists import COMPARES, STATEMENT
from checker.figures.story import Story
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth, operand_starts

_CLOSE = 20  # times as much is all


def both_ways(story: Story, relations: Sequence[Relation]) -> Iterator[Relation]:
    """The per cent right behind an amount that two levels were found to differ by, of the same two levels."""
    amounts = [r for r in relations if r.kind is RelationKind.DIFFERENCE and r.truth is Truth.HOLDS]
    amounts = [r for r in amounts if [o.role for o in r.operands] == [Role.AFTER, Role.BEFORE, Role.CHANGE]]
    failed = operand_starts(r for r in relations if r.truth is Truth.VIOLATED)
    placed = story.placed() if amounts else {}
    for relation in amounts:
        found = [placed.get(o.span.start) for o in relation.operands]
        (_, after), (_, before), (sentence, amount) = [place or (None, None) for place in found]
        if after is None or before is None or amount is None or sentence is None:
            continue
        behind = [f for f in sentence.at() if f.index > amount.index]
        share = next(without_gloss(behind), None)
        yield from _of_each(story, amount, before, behind[:2])
        change = _again(amount, share) if share is not None and share.start not in failed else None
        if change is not None:
            yield from judge(story, change, before, after)


def _of_each(story: Story, amount: Frame, before: Frame, gloss: Sequence[Frame]) -> Iterator[Relation]:
    """6240份,减少1248份,相当于每5份里砍掉1份: only agreement is told."""
    if len(gloss) < 2 or not OF_EACH.search(gloss[0].label) or gloss[1].parted or not gloss[0].quantity.value:
        return
    each, less = gloss
    share, stated = amount.quantity.value / before.quantity.value, less.quantity.value / each.quantity.value
    if abs(share - stated) * _CLOSE <= stated:
        equal = "=" if share == stated else "≈"
        top, bottom, one, of = (shown(f.quantity) for f in (amount, before, less, each))
        operands = (
            operand(story, amount, Role.NUMERATOR),
            operand(story, before, Role.DENOMINATOR),
            *(operand(story, f, Role.OTHER) for f in gloss),
        )
        equation = f"{top} ÷ {bottom} {equal} {one} ÷ {of}"
        yield Relation("", RelationKind.RATE, Truth.HOLDS, Binding.INFERRED, RULE, equation, operands)


def _again(amount: Frame, share: Frame) -> Change | None:
    """The change in per cent that only says again what the amount says."""
    first, second = change_of(amount), change_of(share)
    if first is None or second is None or first.up != second.up or share.unit_class != "percent":
        return None
    bare = not core_of(COMPARES.sub("", VERB.sub("", share.label)))
    return second if bare and 0 < share.parted < STATEMENT and amount.unit_class != "percent" else None
