"""Shares of one list that are exchanged: each is that of the count to which the other belongs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from checker.figures.reading import Frame
from checker.figures.relate.lists import IN_ORDER, RATES, alike
from checker.figures.story import Sentence, Story
from checker.words.interval import Interval
from checker.words.relation import Operand, Relation, RelationKind, Role, Truth

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
        and any({known[n].in_role(Role.RATE)[0].span.start for n in pair} <= run for run in listed)
        for n in pair
    }
    return tuple(undoubted[n] if n in sure else r for n, r in enumerate(known))


def _may_be(relation: Relation) -> bool:
    """Whether it is a share of one count in one base that fails."""
    failing = relation.truth is Truth.VIOLATED and relation.kind is RelationKind.RATE
    return failing and all(len(relation.in_role(r)) == 1 for r in (Role.NUMERATOR, Role.DENOMINATOR, Role.RATE))


def _in_order(sentence: Sentence) -> Iterator[list[Frame]]:
    """The percentages after 分别 or 依次, where as many counts of one class stand right before them."""
    group = sentence.at()
    for i, first in enumerate(group):
        if first.unit_class != "percent" or not IN_ORDER.search(first.gap):
            continue
        run = alike(group, i)
        counts = [f for f in group[:i] if f.unit_class not in RATES][-len(run) :]
        if len(run) > 1 and len(counts) == len(run) and len({f.unit_class for f in counts}) == 1:
            yield run


def _are_exchanged(a: Relation, b: Relation) -> bool:
    """Whether two shares of one base are each that of the other's count."""
    (top, base, rate), (other_top, other_base, other_rate) = (
        [r.in_role(role)[0] for role in (Role.NUMERATOR, Role.DENOMINATOR, Role.RATE)] for r in (a, b)
    )
    same = base.span == other_base.span
    return same and _gives(top, base, other_rate) and _gives(other_top, base, rate)


def _gives(top: Operand, base: Operand, rate: Operand) -> bool:
    if top.interval is None or base.interval is None or rate.interval is None:
        return False
    return (top.interval / base.interval * _HUNDRED).meets(rate.interval)
