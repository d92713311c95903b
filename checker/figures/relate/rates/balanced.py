"""Shares that were adjusted by one unit of their last place so that the column adds up to 100%."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import accumulate

from checker.words.interval import Interval, total
from checker.words.record import replace
from checker.words.relation import Operand, Relation, RelationKind, Role, Truth

_WHOLE = Fraction(100)
_FEWEST, _MOST = 3, 24  # shares
_UNKNOWN = Fraction(-1000)
"""A share without bounds: with it nothing adds up."""


def with_balance(relations: Iterable[Relation]) -> tuple[Relation, ...]:
    """The relations; a share that misses by less than a unit of its last place, and balances its column, is a hint.

    The error that rounding leaves is commonly put into one of the shares of a whole. That is admissible only where the
    shares of one base that stand side by side add up to exactly 100%: with any one of them altered they do not.
    """
    known = tuple(relations)
    adjusted = [relation for relation in known if _is_adjusted(relation)]
    columns = _columns(known) if adjusted else {}
    hints = {id(relation) for relation in adjusted if _balances(relation, columns[_base(relation)])}
    return tuple(replace(r, rounding=True) if id(r) in hints else r for r in known) if hints else known


def _columns(known: Sequence[Relation]) -> dict[frozenset[int], list[Operand]]:
    """The shares of each base in the order of the text, each once."""
    found: dict[frozenset[int], dict[int, Operand]] = {}
    for rate, base in ((_rate(r), _base(r)) for r in known if r.kind is RelationKind.RATE and r.in_role(Role.RATE)):
        found.setdefault(base, {})[rate.span.start] = rate
    return {base: [rates[start] for start in sorted(rates)] for base, rates in found.items()}


def _is_adjusted(relation: Relation) -> bool:
    """Whether a violated share comes within one unit of its last place."""
    if relation.truth is not Truth.VIOLATED or relation.kind is not RelationKind.RATE or relation.rounding:
        return False
    stated = _rate(relation).interval
    if stated is None or stated.low is None or stated.high is None:
        return False
    half = (stated.high - stated.low) / 2
    share = _sum(relation, Role.NUMERATOR) / _sum(relation, Role.DENOMINATOR) * Interval.exact(100)
    return half > 0 and share.meets(stated + Interval(-half, half))


def _balances(relation: Relation, column: Sequence[Operand]) -> bool:
    """Whether shares of the same base that follow each other, this one among them, add up to 100%."""
    place = next(i for i, other in enumerate(column) if other.span == _rate(relation).span)
    near = column[max(0, place - _MOST) : place + _MOST]
    place = min(place, _MOST)
    intervals = [other.interval for other in near]
    values = [_UNKNOWN if i is None or i.middle is None else i.middle for i in intervals]
    return any(
        together == _WHOLE and last > place and last - first >= _FEWEST
        for first in range(place + 1)
        for last, together in enumerate(accumulate(values[first:]), first + 1)
    )


def _rate(relation: Relation) -> Operand:
    return relation.in_role(Role.RATE)[0]


def _base(relation: Relation) -> frozenset[int]:
    return frozenset(o.span.start for o in relation.in_role(Role.DENOMINATOR))


def _sum(relation: Relation, role: Role) -> Interval:
    return total([o.interval for o in relation.in_role(role) if o.interval is not None])
