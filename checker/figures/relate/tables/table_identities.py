"""Columns of a table that are the sums of those beside them, though no head says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.figures.relate.tables.blocks import TOTAL, Block, Row, blocks
from checker.figures.relate.tables.tables import likely, sum_of
from checker.figures.relate.vocabularies import are_outcomes
from checker.patterns import expression
from checker.words.document import Document
from checker.words.relation import Relation

_BEARING = 3  # rows in which columns add up
_CHANGED = expression("增|减|变|差")
_BRACKET = expression(r"\([^()]*\)$")


def table_identities(document: Document) -> Iterator[Relation]:
    """All such columns of the report's tables."""
    for table in document.tables:
        for block in blocks(document, table):
            yield from _of_block(document, block)


def _of_block(document: Document, block: Block) -> Iterator[Relation]:
    """A column that equals the two or three after it in nearly every row: told where one row falls out.

    Under heads that are all the outcomes there are (准予, 不予) rows of one outcome bear it out too, and accuse none.
    """
    size = len(block.rows[0].numbers)
    if any(TOTAL.search(h) for h in block.heads):
        return
    names = [_BRACKET.sub("", head) for head in block.heads]
    for column in range(size - 2):
        for width in (2, 3):
            parts = range(column + 1, column + 1 + width)
            if any(_CHANGED.search(head) for head in block.heads[column : parts.stop]):
                continue  # 今年, 去年, 增减
            if parts.stop > size or any(row.numbers[c].quantity.unit for row in block.rows for c in (column, *parts)):
                continue
            filled = [r for r in block.rows if _is_filled(r, column, parts)]
            outcomes = bool(names) and are_outcomes(names[parts.start : parts.stop])
            telling = [r for r in block.rows if r.value(column)] if outcomes else filled
            agree = [r for r in telling if r.value(column) == sum(r.value(c) for c in parts)]
            if len(agree) >= max(_BEARING, len(telling) - 1):
                rows = _told_rows(block, column, parts, filled, agree)
                for row in rows:
                    yield from likely(
                        sum_of(document, row.numbers[column], [[row.numbers[c] for c in parts]], row.label)
                    )


def _told_rows(
    block: Block, column: int, parts: Sequence[int], filled: Sequence[Row], agree: Sequence[Row]
) -> Sequence[Row]:
    """The rows to tell of an identity: where filled ones bear it out, all that are not empty, if but one falls out."""
    if sum(row in agree for row in filled) < _BEARING:
        return [row for row in filled if row in agree]
    valued = [row for row in block.rows if row.value(column)]
    odd = [row for row in valued if row.value(column) != sum(row.value(c) for c in parts)]
    return valued if len(odd) < 2 else filled


def _is_filled(row: Row, column: int, parts: Sequence[int]) -> bool:
    """Whether a row tells something of an identity: its sum and two of its parts are not empty."""
    return bool(row.value(column)) and sum(bool(row.value(c)) for c in parts) > 1
