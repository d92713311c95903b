"""Whether figures that one reading cannot add up or balance agree in another one."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from checker.figures.build import Sum
from checker.figures.numerals import is_slip, plain_decimal
from checker.figures.reading import Frame
from checker.figures.relate.repairs import is_miswritten
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Relation, RelationKind, Role

Placed = tuple[Role, Sentence, Frame]
"""A figure of a relation in its role, with the sentence that states it."""

_OVERLAP = expression(
    r"之和(?:不等于|大于|小于|多于)|(?:有|存在|互有)(?:重复|重叠|交叉)|重复(?:计|统计)|可能同时|部分并处|不含在内"
)
_UNCOUNTED = expression(r"(?:和|及|以及|、)[^,;。、]{2,14}(?:共|合计|总计)(?:计|有)?$")
_INCLUDING = expression(r"含|包括|其中")
_AFTERWARDS = 60  # characters in which a note may follow
_MOST_UNCOUNTED = 3
_LARGE = 200  # below this two figures of a sentence may make up a total by chance


def adds_up(story: Story, relation: Relation, frames: Sequence[Placed]) -> bool:
    """Whether the figures as written add up, overlap as the text says, or stand too far apart for what they miss."""
    placed_whole, whole = next((where, frame) for role, where, frame in frames if role is Role.TOTAL)
    sentence = next(where for role, where, _ in frames if role is not Role.TOTAL)
    parts = [frame for role, _, frame in frames if role is not Role.TOTAL]
    wanted, value = whole.quantity.value, sum((part.quantity.value for part in parts), Fraction(0))
    if value == wanted:
        return True  # 配员不足118起: no word of the number
    if relation.kind is RelationKind.DIFFERENCE:
        done = value - parts[-1].quantity.value
        negative = 0 < wanted < done and not is_miswritten(wanted, done, parts[-1].quantity.value)
        return negative or _is_left_of_another(story, sentence, parts[-1])
    uncounted = 0 < wanted - value <= _MOST_UNCOUNTED and _UNCOUNTED.search(whole.gap)  # 6个单位和执法支队共7个
    paired = wanted >= _LARGE and wanted in _pair_totals(sentence, whole)  # 6372件,其中…;村级1540件,两级合计7912件
    if uncounted or paired or wanted - value in _goes_on(sentence, parts):
        return True
    end = max(part.quantity.span.end for part in parts)
    if _OVERLAP.search(story.text, end, end + _AFTERWARDS):
        return True
    apart = len({where.number for _, where, _ in frames}) > 1
    miswritten = is_slip(plain_decimal(wanted), plain_decimal(value))  # 135件,其中112件、41件: the total itself
    if apart and not miswritten and value in _run_totals(placed_whole, whole.unit_class, placed_whole.span.end):
        return True  # 移送公安7件、其他部门39件。移送案件中,办结35件、未办结11件
    near = Fraction(3, 4) * wanted <= value <= Fraction(5, 4) * wanted
    loose = len(parts) == 2 and parts[1].parted == 2 and value > wanted
    return not near and (loose or (apart and not Sum(whole, tuple(parts)).is_miswritten))


def balances(frames: Sequence[Placed]) -> bool:
    """Whether what came in holds the opening stock already, or another figure of the sentence is that stock."""
    values = {role: frame.quantity.value for role, _, frame in frames}
    roles = (Role.OPENING, Role.RECEIVED, Role.CLOSED, Role.CLOSING)
    if not all(role in values for role in roles):
        return False
    _, received, closed, closing = (values[role] for role in roles)
    stock, where = next((frame, where) for role, where, frame in frames if role is Role.OPENING)
    if received == closed + closing and _INCLUDING.search(stock.gap):
        return True
    known = {frame.start for _, _, frame in frames}
    others = (f for f in where.frames if f.unit_class == stock.unit_class and f.start not in known)
    return any(f.quantity.value + received == closed + closing for f in others)


def _is_left_of_another(story: Story, sentence: Sentence, rest: Frame) -> bool:
    """Whether the rest is what one or several figures before it leave of another one of the sentence or those before."""
    totals = _run_totals(sentence, rest.unit_class, rest.start, least=1)
    around = (sentence, *story.before(sentence, 3))
    wholes = {f.quantity.value for s in around for f in s.frames if f.unit_class == rest.unit_class and f is not rest}
    sums = _run_totals(sentence, rest.unit_class, rest.start)
    return any(total + rest.quantity.value in wholes | sums for total in totals if total)


def _run_totals(sentence: Sentence, kind: str, end: int, least: int = 2) -> set[Fraction]:
    """What the figures of a class that follow each other before `end` add up to (建议3件、提案2件,…其余4件)."""
    before = [f.quantity.value for f in sentence.at() if f.unit_class == kind and f.start < end]
    return {sum(before[i:j], Fraction(0)) for i in range(len(before)) for j in range(i + least, len(before) + 1)}


def _pair_totals(sentence: Sentence, whole: Frame) -> set[Fraction]:
    """What any two figures of its class before a total add up to."""
    kind = whole.unit_class
    before = [f.quantity.value for f in sentence.at() if f.unit_class == kind and f.start < whole.start]
    return {a + b for i, a in enumerate(before) for b in before[i + 1 :]}


def _goes_on(sentence: Sentence, parts: Sequence[Frame]) -> list[Fraction]:
    """What the figures right behind a list add to it: it may have been cut off too early (尚未审结1件)."""
    kind, start = parts[-1].unit_class, parts[-1].start
    values = [f.quantity.value for f in sentence.at() if f.unit_class == kind and f.start > start]
    return [sum(values[:size], Fraction(0)) for size in range(1, min(3, len(values)) + 1)]
