"""Measures a few sentences as they would stand in a report."""

from __future__ import annotations

from checker.figures import Ledger, measure
from checker.figures.scanner import Token, scan
from checker.outline import parse
from checker.readers import fold
from checker.words.document import Document
from checker.words.figure import Quantity
from checker.words.relation import Relation, Truth
from checker.words.source import Source

OPENING = "某县2023年度法治政府建设工作报告\n一、主要工作成效\n"
"""What stands before the sentences, so that they are prose of a section and not a title."""


def document(text: str, opening: str = OPENING) -> Document:
    """The report that holds these lines in its first section."""
    return parse(Source("report.txt", f"{opening}{text}\n", "utf-8"))


def measured(text: str, opening: str = OPENING) -> Ledger:
    return measure(document(text, opening))


def violated(ledger: Ledger) -> list[Relation]:
    """The relations that would be told as errors or warnings; cut-off rates are only hints."""
    return [r for r in ledger.relations if r.truth is Truth.VIOLATED and not r.rounding]


def tokens(text: str) -> list[Token]:
    return list(scan(fold(text), 0, len(text), text))


def quantities(text: str) -> list[Quantity]:
    """The quantities of a text that count something; 五大 and 三级 only say how many things are listed."""
    return [token.quantity for token in tokens(text) if token.kind == "Q" and token.quantity is not None]
