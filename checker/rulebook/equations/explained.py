"""Whether the wording of a report ties figures together in another way, and in that way they agree."""

from __future__ import annotations

from collections.abc import Iterable

from checker.patterns import expression
from checker.words.figure import Figure
from checker.words.interval import total
from checker.words.relation import Relation, RelationKind, Role, Truth

_OTHERWISE = expression("撤|不予|移送|移交|终止|中止|退回|转送|转办|并案|注销|其他")
_HEADS = frozenset({Role.TOTAL, Role.RATE})
_PARTITIONS = frozenset({RelationKind.PART_WHOLE_SUM, RelationKind.DIFFERENCE})


def is_explained(relation: Relation, stated: Iterable[Relation]) -> bool:
    """Whether one of the relations that the text itself states accounts for the total or the rate.

    A sum over fewer of the same parts accounts for nothing, as it leaves out what counts, unless all that it leaves out
    is part of another total. The same parts, or with others, that add up to a total of their own account for all:
    立案218件,办结213件,其中一般程序176件、简易程序37件.
    """
    heads = _starts(relation, _HEADS)
    starts = _starts(relation)
    held = [other for other in stated if other.truth is Truth.HOLDS]
    elsewhere = _parts_elsewhere(held, heads) if heads else frozenset()
    for other in held:
        if not _are_alike(other.kind, relation.kind):
            continue
        if heads and relation.kind in _PARTITIONS and starts - heads <= _starts(other) - _starts(other, _HEADS):
            return True
        if heads and not heads <= _starts(other, _HEADS):
            continue
        theirs = _starts(other)
        if relation.kind is RelationKind.RATE or (theirs - starts and len(starts & theirs) > (1 if heads else 2)):
            return True
        left_out = starts - theirs
        if left_out and theirs <= starts and left_out <= elsewhere:
            return True
    return False


def _parts_elsewhere(held: Iterable[Relation], heads: set[int]) -> frozenset[int]:
    """The parts of all sums that agree with other totals."""
    wholes = ((o, _starts(o, _HEADS)) for o in held if o.kind in _PARTITIONS)
    apart = (_starts(other) - theirs for other, theirs in wholes if theirs and not theirs & heads)
    return frozenset(start for starts in apart for start in starts)


def went_otherwise(relation: Relation, figures: Iterable[Figure]) -> bool:
    """Whether what a stock balance misses is told beside it as leaving in other ways (中止2起,移送4起)."""
    if relation.kind is not RelationKind.CARRY_OVER:
        return False
    came, went = (
        total([o.interval for role in roles for o in relation.in_role(role) if o.interval is not None])
        for roles in ((Role.OPENING, Role.RECEIVED), (Role.CLOSED, Role.CLOSING))
    )
    missing = came - went
    known = _starts(relation)
    others = [f.quantity.interval for f in figures if f.quantity.span.start not in known and _left_otherwise(f)]
    return any(told.meets(missing) for told in (*others, *([total(others)] if others else [])))


def _left_otherwise(figure: Figure) -> bool:
    """移送4起, 413件中止: by what stands before a figure, or right behind one that has no name."""
    return bool(_OTHERWISE.search(figure.label) or (not figure.label and _OTHERWISE.match(figure.head)))


def are_tied(starts: set[int], stated: Iterable[Relation]) -> bool:
    """Whether the figures that begin there stand together in a relation of another kind that holds."""
    return any(
        relation.truth is Truth.HOLDS
        and relation.kind is not RelationKind.REPEATED_METRIC
        and starts <= _starts(relation)
        for relation in stated
    )


def _starts(relation: Relation, among: frozenset[Role] = frozenset(Role)) -> set[int]:
    return {operand.span.start for operand in relation.operands if operand.role in among}


def _are_alike(one: RelationKind, other: RelationKind) -> bool:
    return one is other or {one, other} <= _PARTITIONS
