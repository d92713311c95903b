"""Sums that hold among the figures of a balance, or of what a balance would have as a sum."""

from __future__ import annotations

from collections.abc import Iterable

from checker.words.interval import total
from checker.words.place import Span
from checker.words.relation import Relation, Role

# 结案131件,来自本年立案的117件、上年结转的14件: the one is in the other, no side of a balance.
_ONE_IN_THE_OTHER = (
    (Role.CLOSED, Role.RECEIVED),
    (Role.CLOSED, Role.OPENING),
    (Role.CLOSING, Role.RECEIVED),
    (Role.CLOSING, Role.OPENING),
)


def is_in_a_balance(relation: Relation, balanced: Iterable[Relation]) -> bool:
    """受理2408件,连同上年结转126件共审结2371件,未审结163件: what fails of them as a sum balances with the rest."""
    spans = {o.span for o in relation.operands}
    return any(spans < {o.span for o in other.operands} for other in balanced)


def is_divided_within(relation: Relation, sums: Iterable[Relation]) -> bool:
    """Whether a sum that holds tells that the figures of a balance are others than its words make them.

    应结196起,结案179起,中止2起,移送4起,未结11起: a list of all there was holds what went and what is left.
    """
    came = total([o.interval for r in (Role.OPENING, Role.RECEIVED) for o in relation.in_role(r) if o.interval])
    left = {o.span for role in (Role.CLOSED, Role.CLOSING) for o in relation.in_role(role)}
    for other in sums:
        parts, wholes = {o.span for o in other.in_role(Role.PART)}, other.in_role(Role.TOTAL)
        if left < parts and any(o.interval is not None and o.interval.meets(came) for o in wholes):
            return True
        if any(_holds(relation, {o.span for o in wholes}, parts, *roles) for roles in _ONE_IN_THE_OTHER):
            return True
    return False


def _holds(relation: Relation, wholes: set[Span], parts: set[Span], whole: Role, part: Role) -> bool:
    """Whether a figure in the one role is the whole of one in the other."""
    return any(o.span in wholes for o in relation.in_role(whole)) and any(
        o.span in parts for o in relation.in_role(part)
    )
