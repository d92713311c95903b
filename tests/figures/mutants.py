"""Slips of the hand in a figure, and an independent judge of what they break.

The judge knows nothing of how relations are found: it takes the operands with their roles, writes the slip into one of
them and evaluates the equation of the kind over exact intervals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from checker.words.interval import Interval, total
from checker.words.place import Span
from checker.words.relation import Operand, Relation, RelationKind, Role

WRITTEN = re.compile(r"(\d+(?:\.\d+)?)(万|亿)?[^\d万亿余多约近]*")
SCALE = {"": 1, "万": 10_000, "亿": 10**8}
MEASURED = re.compile(r"%|个百分点|公里|元|倍")


@dataclass(frozen=True, slots=True)
class Slip:
    """A figure's digits rewritten: `span` is the place of the digits, `text` what is written there now."""

    operator: str
    span: Span
    text: str

    def into(self, report: str) -> str:
        return report[: self.span.start] + self.text + report[self.span.end :]


def slips(operand: Operand) -> Iterator[Slip]:
    """All slips in the one plain number of a figure; none where it is hedged or written in Chinese numerals."""
    match = WRITTEN.fullmatch(operand.text.translate(ASCII))
    if match is None:
        return
    digits = match[1]
    span = Span(operand.span.start + match.start(1), operand.span.start + match.end(1))
    wide = WIDE if match[1] not in operand.text else {}
    seen = {digits}
    for operator, text in _operators(digits, span.start):
        if text in seen or not _is_number(text) or ("%" in operand.text and Fraction(text) > 100 >= Fraction(digits)):
            continue
        seen.add(text)
        yield Slip(operator, span, text.translate(wide))


def _operators(digits: str, seed: int) -> Iterator[tuple[str, str]]:
    spots = [i for i, c in enumerate(digits) if c != "."]
    at = spots[seed % len(spots)]
    yield "replaced", digits[:at] + str((int(digits[at]) + 3) % 10) + digits[at + 1 :]
    pairs = [i for i in spots if i + 1 in spots]
    if pairs:
        at = pairs[seed % len(pairs)]
        yield "swapped", digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
    at = spots[(seed + 1) % len(spots)]
    yield "dropped", digits[:at] + digits[at + 1 :]
    yield "doubled", digits[: at + 1] + digits[at:]
    whole, point, decimals = digits.partition(".")
    unit = Fraction(1, 10 ** len(decimals))
    for operator, value in (
        ("one more", Fraction(digits) + unit),
        ("one less", Fraction(digits) - unit),
        ("13 % more", Fraction(digits) * Fraction(113, 100)),
        ("13 % less", Fraction(digits) * Fraction(87, 100)),
    ):
        scaled = round(value / unit)
        text = str(scaled).rjust(len(decimals) + 1, "0")
        yield operator, f"{text[: len(text) - len(decimals)]}.{text[-len(decimals) :]}" if decimals else text
    if point and len(whole) > 1:
        yield "point moved", f"{whole[:-1]}.{whole[-1]}{decimals}"
    elif point:
        yield "point moved", f"{whole}{decimals[0]}.{decimals[1:]}" if len(decimals) > 1 else whole + decimals


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"(?:0|[1-9]\d*)(?:\.\d+)?", text)) and Fraction(text) > 0


def admitted(text: str) -> tuple[Interval, Interval]:
    """What a plain figure admits, rounded and cut off."""
    match = WRITTEN.fullmatch(text.translate(ASCII))
    assert match is not None
    decimals = len(match[1].partition(".")[2])
    scale = SCALE[match[2] or ""]
    value, step = Fraction(match[1]) * scale, Fraction(scale, 10**decimals)
    if not (decimals or match[2] or MEASURED.search(text)):
        return Interval.exact(value), Interval.exact(value)
    return Interval(value - step / 2, value + step / 2), Interval(value, value + step, high_open=True)


def still_holds(relation: Relation, operand: Operand, slip: Slip) -> bool:
    """Whether the equation admits the slip, its rate or change rounded or cut off."""
    start = slip.span.start - operand.span.start
    text = operand.text[:start] + slip.text + operand.text[start + len(slip.span) :]
    values = {o.span: o.interval for o in relation.operands if o.interval is not None} | {
        operand.span: admitted(text)[0]
    }
    result = next((o for o in relation.operands if o.role in (Role.RATE, Role.CHANGE)), None)
    if _fits(relation, values) or result is None:
        return _fits(relation, values)
    written = text if result is operand else result.text
    plain = WRITTEN.fullmatch(written.translate(ASCII))
    return plain is not None and _fits(relation, values | {result.span: admitted(written)[1]})


Values = dict[Span, Interval]


def _fits(relation: Relation, values: Values) -> bool:
    left, right = _sides(relation, values)
    return left.meets(right)


def _sides(relation: Relation, values: Values) -> tuple[Interval, Interval]:
    """The two sides of the relation's equation."""

    def of(*roles: Role) -> Interval:
        return total([values[o.span] for o in relation.operands if o.role in roles and o.span in values])

    stated = {o.role for o in relation.operands}
    if relation.kind is RelationKind.BOUND:
        return Interval(of(Role.PART).low, None), of(Role.TOTAL)
    if relation.kind is RelationKind.REPEATED_METRIC:
        return of(Role.STATED), of(Role.RESTATED)
    if Role.OPENING in stated:
        return of(Role.OPENING, Role.RECEIVED), of(Role.CLOSED, Role.CLOSING)
    if Role.TOTAL in stated:
        return of(Role.TOTAL), of(Role.PART, Role.REMAINDER)
    if Role.CHANGE in stated:
        return _change(relation, of(Role.BEFORE), of(Role.AFTER), of(Role.OTHER)), of(Role.CHANGE)
    quotient = of(Role.NUMERATOR) / of(Role.DENOMINATOR)
    percent = any(o.role is Role.RATE and o.unit == "%" for o in relation.operands)
    return quotient * Interval.exact(100 if percent else 1), of(Role.RATE)


def _change(relation: Relation, before: Interval, after: Interval, amount: Interval) -> Interval:
    """By how much something changed: in its unit, or in per cent of what it was."""
    if relation.kind is RelationKind.DIFFERENCE:
        return after - before if _rises(relation) else before - after
    sign = 1 if relation.kind is RelationKind.GROWTH else -1
    if amount != Interval.exact(0):
        return amount / (after - amount if sign > 0 else after + amount) * Interval.exact(100)
    return (after / before - Interval.exact(1)) * Interval.exact(100 * sign)


def _rises(relation: Relation) -> bool:
    """A difference that holds says by its values which way it goes."""
    low = {o.role: o.interval.low for o in relation.operands if o.interval is not None and o.interval.low is not None}
    return low[Role.AFTER] > low[Role.BEFORE]


def recounted(operand: Operand) -> Iterator[Slip]:
    """The count before a list one more and one less, in its own writing."""
    match = re.match(r"(\d{1,2})|([两二三四五六七八九])(?!十)", operand.text)
    if match is None:
        return
    span = Span(operand.span.start, operand.span.start + match.end())
    number = int(match[1]) if match[1] else HAN.index(match[0].replace("两", "二"))
    for operator, other in (("one more", number + 1), ("one less", number - 1)):
        if other > 1:
            yield Slip(operator, span, str(other) if match[1] else HAN[other])


HAN = "零一二三四五六七八九十"
WIDE = {ord(str(n)): chr(0xFF10 + n) for n in range(10)} | {ord("."): "．"}
ASCII = {0xFF10 + n: str(n) for n in range(10)} | str.maketrans("．％萬億", ".%万亿")
