"""Documents, figures and relations made by hand: what the engine needs and no more."""

from __future__ import annotations

from checker.figures import Ledger
from checker.outline import parse
from checker.words.document import Document
from checker.words.interval import Interval
from checker.words.place import Span
from checker.words.relation import Binding, Operand, Relation, RelationKind, Role, Truth
from checker.words.source import Source


def document(
    text: str = "2023年度法治政府建设情况的报告\n一、主要成效\n全年办理案件12件。\n", profile: str = "other"
) -> Document:
    return parse(Source("-", text, "utf-8"), profile)


def ledger(*relations: Relation) -> Ledger:
    return Ledger(figures=(), relations=relations, unread=0)


def relation(
    *places: int,
    rule: str = "test.sum",
    truth: Truth = Truth.VIOLATED,
    binding: Binding = Binding.STATED,
    rounding: bool = False,
    kind: RelationKind = RelationKind.PART_WHOLE_SUM,
    repair: tuple[Span, str] | None = None,
) -> Relation:
    """A relation over the figures that start at these places, two characters each; the first is the total."""
    operands = tuple(
        Operand(Span(at, at + 2), f"{at}件", Role.PART if number else Role.TOTAL, f"事项{at}", Interval.exact(at))
        for number, at in enumerate(places)
    )
    return Relation(
        id="",
        kind=kind,
        truth=truth,
        binding=binding,
        rule=rule,
        equation="≠".join(map(str, places)),
        operands=operands,
        reason="范围不同" if truth is Truth.UNDECIDABLE else None,
        gap="3",
        rounding=rounding,
        repair=repair,
    )
