"""Where the tables of a report state a metric."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from checker.figures.relate.tables.blocks import Block, Number, Row, blocks
from checker.patterns import expression
from checker.rulebook.equations.sightings import Sighting
from checker.words.document import Document
from checker.words.rule import Cell, Metric

_MARKER = expression(r"^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十\d]+\)|\d+[.、])")
_NOTE = expression(r"\([^()]*\)$")
_CHANGE = expression(r"[+-]?\d[\d.,]*")  # a cell such as -2 (本年增/减), which is read as a label
_TOTALS = ("合计", "总计", "总数", "全年", "全部")


def all_blocks(document: Document) -> tuple[Block, ...]:
    """The blocks of all tables."""
    return tuple(block for table in document.tables for block in blocks(document, table))


def in_tables(document: Document, found: tuple[Block, ...], metric: Metric) -> tuple[Sighting, ...]:
    """The cells that state the metric, each once, in the order of its `cells`."""
    places: dict[int, Sighting] = {}
    for cell in metric.cells:
        for block in found:
            for row, number in _cells(block, cell):
                places.setdefault(number.span.start, _sighting(document, metric, row, number))
    return tuple(places.values())


def _cells(block: Block, cell: Cell) -> Iterator[tuple[Row, Number]]:
    names = [_name(row.label) for row in block.rows] + list(block.heads)
    if not all(any(wanted in name for name in names) for wanted in cell.beside):
        return
    for row in _rows(block, cell):
        if cell.width is not None and len(row.numbers) != cell.width:
            continue
        column = _column(block, cell)
        if column is not None and column < len(row.numbers):
            yield row, row.numbers[column]


def _rows(block: Block, cell: Cell) -> list[Row]:
    if cell.row:
        return [row for row in block.rows if _name(row.label).endswith(cell.row) or _note(row.label) == cell.row]
    if len(block.rows) == 1:
        return [block.rows[0]]
    return [row for row in block.rows if _name(row.label) in _TOTALS]


def _column(block: Block, cell: Cell) -> int | None:
    if cell.position is not None:
        return cell.position - 1
    return next((place for place, head in enumerate(block.heads) if _name(head).endswith(cell.column)), None)


@lru_cache(maxsize=1024)
def _name(label: str) -> str:
    """A label without its marker and without a note in brackets behind it."""
    last = next((word for word in reversed(label.split(" ")) if word and not _CHANGE.fullmatch(word)), "")
    bare = _MARKER.sub("", last)
    return (_NOTE.sub("", bare) or bare).strip()


def _note(label: str) -> str:
    """The note in brackets behind a label: 行政诉讼(未经复议直接起诉)."""
    note = _NOTE.search(label.strip())
    return note[0][1:-1] if note else ""


def _sighting(document: Document, metric: Metric, row: Row, number: Number) -> Sighting:
    line = document.index.number(number.span.start)
    return Sighting(metric.id, number.quantity, _name(row.label), scope="", own=True, line=line)
