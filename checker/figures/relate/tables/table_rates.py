"""Rates in tables: a column 整改率 that is one column ÷ another in nearly every row, and the rows that fall out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from checker.figures.names import shared_piece
from checker.figures.relate.tables.blocks import Block, Row, blocks
from checker.figures.relate.tables.tables import share
from checker.patterns import expression
from checker.words.document import Document
from checker.words.interval import Interval
from checker.words.record import replace
from checker.words.relation import Binding, Relation, Truth

_RATE = expression(r"^(?P<stem>[^()%]{1,10}?)(?:率|比率|比例)(?:\((?:%|百分比)\))?$")
_CHANGED = expression("同比|环比|增|降|上年|去年")
_ALL = 100
_FEWEST = 3
_MOST_COLUMNS = 8
_HEAD_ROWS = 4
_OUT = 2
"""How many rows may fall out, where at least three times as many agree."""


def table_rates(document: Document) -> Iterator[Relation]:
    """The rates of all rows of the tables whose heads name a rate and what it is of."""
    for table in document.tables:
        heads = (cell.span.of(document.folded) for cells in table.rows[:_HEAD_ROWS] for cell in cells)
        for block in blocks(document, table) if any(map(_RATE.match, heads)) else ():
            for column, head in enumerate(block.heads):
                named = _RATE.match(head)
                if named is not None and not _CHANGED.search(head):
                    yield from _rates(document, block, column, named["stem"])


def _rates(document: Document, block: Block, column: int, stem: str) -> Iterator[Relation]:
    """By the pair of columns with which most rows agree; the counted one shares a word with the rate's name."""
    counts = [c for c, head in enumerate(block.heads) if c != column and not _RATE.match(head)][:_MOST_COLUMNS]
    best: tuple[int, int] | None = None
    most = 0
    for top, base in permutations(counts, 2):
        if len(stem) > 1 and shared_piece(stem, block.heads[top]):
            agreeing = sum(_fits(row, column, top, base) for row in block.rows)
            telling = sum(_fits(row, column, top, base) and row.value(column) not in (0, _ALL) for row in block.rows)
            if agreeing > most and telling > 1:
                best, most = (top, base), agreeing
    filled = [row for row in block.rows if best and row.value(best[1]) and _is_written(document, row, column)]
    # A wrong sum makes the rate of its row fall out too.
    out = sum(not _fits(row, column, *best) for row in filled if not row.is_total) if best else 0
    if best is None or most < _FEWEST or out > (_OUT if most >= _FEWEST * _OUT else 1):
        return
    for row in filled:
        told = share(document, row.numbers[column], row.numbers[best[0]], row.numbers[best[1]], row.label)
        yield told if most > _FEWEST or told.truth is Truth.HOLDS else replace(told, binding=Binding.INFERRED)


def _is_written(document: Document, row: Row, column: int) -> bool:
    """Whether the cell states a number: the stroke of an empty one stands for none."""
    return any(character.isdigit() for character in row.numbers[column].span.of(document.text))


def _fits(row: Row, rate: int, top: int, base: int) -> bool:
    numbers = row.numbers
    if not row.value(base):
        return False
    quotient = numbers[top].quantity.interval / numbers[base].quantity.interval * Interval.exact(_ALL)
    return quotient.meets(numbers[rate].quantity.interval)
