"""Shares of one list that are exchanged: each is that of the count to which the other belongs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from checker.figures.reading import Frame
from checker.figures.relate.lists import RATES
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.interval import Interval
from checker.words.relation import Operand, Relation, RelationKind, Role, Truth

_IN_ORDER = expression("分别|依次")
_HUNDRED = Interval.exact(100)


def with_exchanged(story: Story, relations: Iterable[Relation], undoubted: Sequence[Relation]) -> tuple[Relation, ...]:
    """The relations; shares in order (占比依次是3.88%、57.13%、35.77%) that were doubted only for each other fail again.

    `undoubted` are the same relations as they were before another reading was looked for.
    """
    known = tuple(relations)
    doubted = [n for n, r in enumerate(known) if r.truth is Truth.UNDECIDABLE and _may_be(undoubted[n])]
    if len(doubted) < 2:
        return known
    listed = [frozenset(f.start for f in run) for s in story.sentences for run in _in_order(s)]
    sure = {
        n
        for pair in combinations(doubted, 2)
        if _are_exchanged(*(known[n] for n in pair))
        and any({_rate(known[n]).span.start for n in pair} <= run for run in listed)
        for n in pair
    }
    return tuple(undoubted[n] if n in sure else r for n, r in enumerate(known))


def _may_be(relation: Relation) -> bool:
    return relation.truth is Truth.VIOLATED and relation.kind is RelationKind.RATE and len(relation.operands) == 3


def _in_order(sentence: Sentence) -> Iterator[list[Frame]]:
    """The percentages after 分别 or 依次, where as many counts of one class stand right before them."""
    group = sentence.at()
    for i, first in enumerate(group):
        if first.unit_class != "percent" or not _IN_ORDER.search(first.gap):
            continue
        run = [first]
        for frame in group[i + 1 :]:
            if frame.unit_class != "percent" or frame.label.strip("和及与") or frame.parted > 1:
                break
            run.append(frame)
        counts = [f for f in group[:i] if f.unit_class not in RATES][-len(run) :]
        if len(run) > 1 and len(counts) == len(run) and len({f.unit_class for f in counts}) == 1:
            yield run


def _are_exchanged(a: Relation, b: Relation) -> bool:
    """Whether two shares of one base are each that of the other's count."""
    bases = [_operand(r, Role.DENOMINATOR) for r in (a, b)]
    same = bases[0] is not None and bases[1] is not None and bases[0].span == bases[1].span
    return same and all(_gives(_operand(x, Role.NUMERATOR), bases[0], _rate(y)) for x, y in ((a, b), (b, a)))


def _gives(top: Operand | None, base: Operand | None, rate: Operand) -> bool:
    if top is None or base is None or top.interval is None or base.interval is None or rate.interval is None:
        return False
    return (top.interval / base.interval * _HUNDRED).meets(rate.interval)


def _operand(relation: Relation, role: Role) -> Operand | None:
    return next((o for o in relation.operands if o.role is role), None)


def _rate(relation: Relation) -> Operand:
    return next((o for o in relation.operands if o.role is Role.RATE), relation.operands[-1])
