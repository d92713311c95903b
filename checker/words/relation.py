"""A relation that the report's own figures must fulfil, and whether they do."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from checker.words.interval import Interval
from checker.words.place import Span
from checker.words.record import dataclass


class RelationKind(StrEnum):
    PART_WHOLE_SUM = "part_whole_sum"
    RATE = "rate"
    REDUCTION = "reduction"
    GROWTH = "growth"
    CARRY_OVER = "carry_over"
    REPEATED_METRIC = "repeated_metric"
    COUNTED_LIST = "counted_list"
    DIFFERENCE = "difference"
    BOUND = "bound"
    DATE_ORDER = "date_order"
    OTHER = "other"


class Truth(StrEnum):
    """The verdict on a relation: violated only if every admissible reading excludes it."""

    HOLDS = "holds"
    VIOLATED = "violated"
    UNDECIDABLE = "undecidable"


class Binding(StrEnum):
    """How the operands were tied together: by what is stated, or by inference (then a person must look)."""

    STATED = "stated"
    INFERRED = "inferred"


class Role(StrEnum):
    TOTAL = "total"
    PART = "part"
    REMAINDER = "remainder"
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    RATE = "rate"
    BEFORE = "before"
    AFTER = "after"
    CHANGE = "change"
    OPENING = "opening"
    RECEIVED = "received"
    CLOSED = "closed"
    CLOSING = "closing"
    COUNT = "count"
    ITEM = "item"
    STATED = "stated"
    RESTATED = "restated"
    EARLIER = "earlier"
    LATER = "later"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Operand:
    """A figure in its role. `text` equals the report's text at `span`; `interval` is None for a date or a list item."""

    span: Span
    text: str
    role: Role
    label: str
    interval: Interval | None = None
    unit: str | None = None
    metric: str | None = None
    scope: str | None = None
    period: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """An equation over stated figures with its verdict.

    `rule` is the id of the rule that asks for it. `equation` is filled in with the figures (`65+30=95 ≠ 110`). `gap`
    says by how much it fails, in words. `reason` tells why it is undecidable. `rounding` marks a relation that fits
    only if the stated rate was cut off instead of rounded: violated, but only worth a hint. `repair` is the operand
    and the value that, written in its place, would make everything agree ("103").
    """

    id: str
    kind: RelationKind
    truth: Truth
    binding: Binding
    rule: str
    equation: str
    operands: tuple[Operand, ...]
    reason: str | None = None
    gap: str = ""
    rounding: bool = False
    repair: tuple[Span, str] | None = None

    def in_role(self, role: Role) -> list[Operand]:
        """The operands that stand in a role, in their order."""
        return [operand for operand in self.operands if operand.role is role]


def operand_starts(relations: Iterable[Relation]) -> set[int]:
    """The offsets of the original text at which the operands of all these relations start."""
    return {operand.span.start for relation in relations for operand in relation.operands}


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of the report's figures was understood: all figures, those in a judged relation, sentences not read."""

    figures: int
    related: int
    unread_sentences: int
