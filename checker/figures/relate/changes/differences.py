"""A change judged against the values before and after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.figures.build import operand, short_decimal, shown, shown_value
from checker.figures.reading import Frame
from checker.figures.story import Story
from checker.words.interval import Interval
from checker.words.record import dataclass
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

RULE = "figures.change"
DIFFERENCE = "figures.difference"


@dataclass(frozen=True, slots=True)
class Change:
    """A percentage or an amount by which something changed; `up` is +1 or -1."""

    frame: Frame
    up: int


def judge(story: Story, change: Change, before: Frame, after: Frame) -> Iterator[Relation]:
    if before.quantity.value == 0:
        return
    doubled = "番" in change.frame.quantity.text  # 占比从20.3%升至41.5%,翻了一番: no points
    if change.frame.unit_class == "percent" and (before.unit_class != "percent" or doubled):
        yield _relative(story, change, before, after)
    elif change.frame.unit_class == before.unit_class or (
        change.frame.unit_class == "point" and before.unit_class == "percent"
    ):
        yield _absolute(story, change, before, after)


def _relative(story: Story, change: Change, before: Frame, after: Frame) -> Relation:
    """(after ÷ before − 1) × 100, each operand used once: the range is exact."""
    a, b, stated = after.quantity, before.quantity, change.frame.quantity
    growth = (a.interval / b.interval - Interval.exact(1)) * Interval.exact(100 * change.up)
    value = 100 * change.up * (a.value / b.value - 1)
    fits = growth.meets(stated.interval)
    rounding = not fits and stated.truncated is not None and growth.meets(stated.truncated)
    places = len(shown(stated).rstrip("%").partition(".")[2])
    pair = f"({shown(a)} - {shown(b)})" if change.up > 0 else f"({shown(b)} - {shown(a)})"
    equation = f"{pair} ÷ {shown(b)} = {short_decimal(value, places + 2)}%"
    equation += "" if value == stated.value else f" {'≈' if fits else '≠'} {shown(stated)}"
    kind = RelationKind.GROWTH if change.up > 0 else RelationKind.REDUCTION
    gap = "" if fits else short_decimal(abs(value - stated.value), 2) + "个百分点"
    return _relation(story, kind, RULE, equation, change, before, after, fits=fits, gap=gap, rounding=rounding)


def _absolute(story: Story, change: Change, before: Frame, after: Frame) -> Relation:
    """after − before"""
    a, b, stated = after.quantity, before.quantity, change.frame.quantity
    difference = (a.interval - b.interval) if change.up > 0 else (b.interval - a.interval)
    value = (a.value - b.value) * change.up
    fits = difference.meets(stated.interval)
    pair = f"{shown(a)} - {shown(b)}" if change.up > 0 else f"{shown(b)} - {shown(a)}"
    result = shown_value(value, a) if a.unit_class != "percent" else short_decimal(value)
    equation = f"{pair} = {result}" + ("" if value == stated.value else f" {'≈' if fits else '≠'} {shown(stated)}")
    gap = "" if fits else shown_value(abs(value - stated.value), a).rstrip("%")
    kind = RelationKind.DIFFERENCE
    return _relation(story, kind, DIFFERENCE, equation, change, before, after, fits=fits, gap=gap, rounding=False)


def _relation(
    story: Story,
    kind: RelationKind,
    rule: str,
    equation: str,
    change: Change,
    before: Frame,
    after: Frame,
    *,
    fits: bool,
    gap: str,
    rounding: bool,
) -> Relation:
    operands = (
        operand(story, after, Role.AFTER),
        operand(story, before, Role.BEFORE),
        operand(story, change.frame, Role.CHANGE),
    )
    truth = Truth.HOLDS if fits else Truth.VIOLATED
    return Relation("", kind, truth, Binding.STATED, rule, equation, operands, gap=gap, rounding=rounding)


def in_all(story: Story, change: Change, levels: Sequence[tuple[Frame, Frame]]) -> Iterator[Relation]:
    """从124支整合为67支,从689支整合为412支,合计少了334支: the changes of all pairs together; only agreement is told."""
    same = [(a, b) for a, b in levels if a.unit_class == b.unit_class == change.frame.unit_class]
    value = sum(((b.quantity.value - a.quantity.value) * change.up for a, b in same), Fraction(0))
    if len(same) < 2 or value != change.frame.quantity.value:
        return
    moved = [(b, a) if change.up > 0 else (a, b) for a, b in same]
    equation = " + ".join(f"({shown(x.quantity)} - {shown(y.quantity)})" for x, y in moved)
    operands = (
        *(operand(story, b, Role.AFTER) for _, b in same),
        *(operand(story, a, Role.BEFORE) for a, _ in same),
        operand(story, change.frame, Role.CHANGE),
    )
    told = f"{equation} = {shown(change.frame.quantity)}"
    yield Relation("", RelationKind.DIFFERENCE, Truth.HOLDS, Binding.INFERRED, DIFFERENCE, told, operands)


def judge_by_amount(
    story: Story, change: Change, amount: Change, level: Frame, *, is_before: bool = False
) -> Iterator[Relation]:
    """amount ÷ (current ∓ amount): last year's value is not stated but follows, unless the level `is_before` itself."""
    a, c, stated = amount.frame.quantity, level.quantity, change.frame.quantity
    before = c.interval - a.interval if amount.up > 0 else c.interval + a.interval
    value = c.value - amount.up * a.value
    if is_before:
        before, value = c.interval, c.value
    if value <= 0 or amount.up != change.up:
        return
    range_ = a.interval / before * Interval.exact(100)
    share = Fraction(100) * a.value / value
    fits = range_.meets(stated.interval)
    rounding = not fits and stated.truncated is not None and range_.meets(stated.truncated)
    sign = "-" if amount.up > 0 else "+"
    bottom = shown(c) if is_before else f"({shown(c)} {sign} {shown(a)})"
    equation = f"{shown(a)} ÷ {bottom} = {short_decimal(share, 4)}%"
    equation += "" if share == stated.value else f" {'≈' if fits else '≠'} {shown(stated)}"
    kind = RelationKind.GROWTH if change.up > 0 else RelationKind.REDUCTION
    gap = "" if fits else short_decimal(abs(share - stated.value), 2) + "个百分点"
    operands = (
        operand(story, level, Role.BEFORE if is_before else Role.AFTER),
        operand(story, amount.frame, Role.OTHER),
        operand(story, change.frame, Role.CHANGE),
    )
    truth = Truth.HOLDS if fits else Truth.VIOLATED
    yield Relation("", kind, truth, Binding.STATED, RULE, equation, operands, gap=gap, rounding=rounding)
