"""Where one edit of one figure makes everything agree, the value that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from checker.figures.numerals import is_slip, plain_decimal, written_number
from checker.patterns import expression
from checker.words.place import Span
from checker.words.record import replace
from checker.words.relation import Operand, Relation, RelationKind, Role, Truth, operand_starts

_SUMS = frozenset({RelationKind.PART_WHOLE_SUM, RelationKind.DIFFERENCE, RelationKind.CARRY_OVER})
_NUMBER = expression(r"\d+(?:,\d{3})*(?:\.\d+)?")
_LONG = 3  # digits
_PLUS = frozenset({Role.PART, Role.REMAINDER})


def with_repairs(relations: Iterable[Relation]) -> tuple[Relation, ...]:
    """The relations, the violated sums and rates among them with their likeliest repair."""
    relations = tuple(relations)
    holding = operand_starts(r for r in relations if r.truth is Truth.HOLDS)
    return tuple(
        replace(r, repair=_repair(r, holding)) if r.truth is Truth.VIOLATED and not r.rounding else r for r in relations
    )


def _repair(relation: Relation, holding: set[int]) -> tuple[Span, str] | None:
    """The one figure that, written otherwise by one slip of the hand, would make the equation agree.

    A figure that stands in a relation that holds is not suspected. Two suspects are no suspect.
    """
    found = [
        (operand.span, text)
        for operand, value in wanted(relation)
        if operand.span.start not in holding and (text := _written(operand, value)) and is_slip(operand.text, text)
    ]
    return found[0] if len(found) == 1 else None


def wanted(relation: Relation) -> list[tuple[Operand, Fraction]]:
    """For each operand the value that would make the equation agree, the others left as they are."""
    values = {o.span.start: _value(o) for o in relation.operands}
    if any(v is None for v in values.values()):
        return []
    exact = {k: v for k, v in values.items() if v is not None}
    totals = relation.in_role(Role.TOTAL)
    if relation.kind in _SUMS and totals:
        whole = totals[0]
        parts = [o for o in relation.operands if o.role in _PLUS]
        rest = exact[whole.span.start] - sum(exact[p.span.start] for p in parts)
        return [(whole, exact[whole.span.start] - rest), *((p, exact[p.span.start] + rest) for p in parts)]
    if relation.kind is RelationKind.CARRY_OVER:
        sign = {Role.OPENING: 1, Role.RECEIVED: 1, Role.CLOSED: -1, Role.CLOSING: -1}
        known = [o for o in relation.operands if o.role in sign]
        rest = sum((sign[o.role] * exact[o.span.start] for o in known), Fraction(0))
        return [(o, exact[o.span.start] - sign[o.role] * rest) for o in known]
    if relation.kind is RelationKind.RATE:
        return _rate_only(relation, exact)
    return []


def _rate_only(relation: Relation, exact: dict[int, Fraction]) -> list[tuple[Operand, Fraction]]:
    """A rate follows from its counts; the counts do not follow from a rounded rate."""
    rate = next((o for o in relation.in_role(Role.RATE) if o.text.endswith(("%", "％"))), None)
    top = sum(exact[o.span.start] for o in relation.in_role(Role.NUMERATOR))
    base = sum(exact[o.span.start] for o in relation.in_role(Role.DENOMINATOR))
    return [(rate, 100 * top / base)] if rate is not None and base else []


def _value(operand: Operand) -> Fraction | None:
    return None if operand.interval is None else operand.interval.middle


def _number(operand: Operand) -> str:
    """The operand's one number in plain digits; empty where it is written otherwise (full width, Chinese, 1 234)."""
    numbers = _NUMBER.findall(operand.text)
    return numbers[0] if len(numbers) == 1 and numbers[0].isascii() else ""


def _written(operand: Operand, value: Fraction) -> str | None:
    """The value in the operand's own dress (decimals, 万, unit); None where it cannot be written so."""
    number = _number(operand)
    current = _value(operand)
    if not number or value <= 0 or current is None or number not in operand.text:
        return None
    stated, decimals = written_number(number)
    if not stated:
        return None
    scaled = value * stated / current
    rounded = Fraction(round(scaled * 10**decimals), 10**decimals)
    whole, _, tail = plain_decimal(rounded).partition(".")
    text = f"{int(whole):,}" if "," in number else whole
    if decimals:
        text = f"{text}.{tail.ljust(decimals, '0')}"
    return operand.text.replace(number, text, 1)


def is_one_slip(relation: Relation) -> bool:
    """Whether one slip in one figure of three digits or more, written otherwise, would make the equation agree."""
    pairs = ((_value(operand), value) for operand, value in wanted(relation) if value > 0)
    written = ((plain_decimal(old), plain_decimal(new)) for old, new in pairs if old is not None)
    return any(is_slip(old, new) and len(old) >= _LONG for old, new in written)


def is_miswritten(whole: Fraction, done: Fraction, rest: Fraction) -> bool:
    """Whether one slip of the hand in the total or in what is done explains that they do not leave this rest.

    Any two numbers of one digit differ by a slip: that proves nothing.
    """
    pairs = ((whole, done + rest), (done, whole - rest))
    written = ((plain_decimal(old), plain_decimal(new)) for old, new in pairs if new > 0)
    return any(is_slip(old, new) and len(old) > 1 < len(new) for old, new in written)
