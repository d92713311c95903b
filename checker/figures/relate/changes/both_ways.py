"""Changes told in units and again in per cent: 与2023年立案58件相比,立案数少了12件,下降20.69%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.figures.build import operand, shown
from checker.figures.names import core_of
from checker.figures.numerals import han_number
from checker.figures.reading import Frame
from checker.figures.relate.changes.differences import RULE, Change, judge
from checker.figures.relate.changes.movements import VERB, change_of, without_gloss
from checker.figures.relate.lists import COMPARES, STATEMENT
from checker.figures.story import Story
from checker.patterns import expression
from checker.words.interval import Interval
from checker.words.place import Span
from checker.words.relation import Binding, Operand, Relation, RelationKind, Role, Truth, operand_starts

_OF_EACH = expression(
    r"[,;]相当于[^,;。\d]{0,4}每 ?(?P<each>[1-9]\d{0,2}|[二两三四五六七八九十]{1,2}) ?[一-龥]{1,10}?(?:砍掉|减掉|少|减少|压减|精简|取消)(?:了)? ?(?P<less>[1-9]\d?|[一二两三四五六七八九]) ?[一-龥]"
)
_CLOSE = 20  # times as much is all
_NEAR = 40  # characters


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
        yield from _of_each(story, amount, before)
        change = _again(amount, share) if share is not None and share.start not in failed else None
        if change is not None:
            yield from judge(story, change, before, after)


def _of_each(story: Story, amount: Frame, before: Frame) -> Iterator[Relation]:
    """6240份,减少1248份,相当于每5份里砍掉1份: only agreement is told."""
    end = amount.quantity.span.end
    told = _OF_EACH.match(story.text, end, end + _NEAR)
    if told is None or not amount.quantity.value:
        return
    each, less = (Fraction(han_number(told[side]) or told[side]) for side in ("each", "less"))
    share, stated = amount.quantity.value / before.quantity.value, less / each
    if abs(share - stated) * _CLOSE > stated:
        return
    top, bottom = shown(amount.quantity), shown(before.quantity)
    spans = [Span(*told.span(side)) for side in ("each", "less")]
    operands = (
        operand(story, amount, Role.NUMERATOR),
        operand(story, before, Role.DENOMINATOR),
        *(
            Operand(span, span.of(story.original), Role.OTHER, "", Interval.exact(value))
            for span, value in zip(spans, (each, less), strict=True)
        ),
    )
    equation = f"{top} ÷ {bottom} {'=' if share == stated else '≈'} {less} ÷ {each}"
    yield Relation("", RelationKind.RATE, Truth.HOLDS, Binding.INFERRED, RULE, equation, operands)


def _again(amount: Frame, share: Frame) -> Change | None:
    """The change in per cent that only says again what the amount says."""
    first, second = change_of(amount), change_of(share)
    if first is None or second is None or first.up != second.up or share.unit_class != "percent":
        return None
    bare = not core_of(COMPARES.sub("", VERB.sub("", share.label)))
    return second if bare and 0 < share.parted < STATEMENT and amount.unit_class != "percent" else None
