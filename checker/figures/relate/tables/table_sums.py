"""Sums in prose of rows that a table states: 危险化学品、矿山、工贸三个行业检查家次合计827家次."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from checker.figures.build import is_slip_of, operand, shown
from checker.figures.names import core_of, shared_piece
from checker.figures.numerals import plain_decimal
from checker.figures.reading import Frame
from checker.figures.relate.lists import RATES, is_compared
from checker.figures.relate.tables.blocks import TOTAL, Block, Number, Row, blocks, cell_operand
from checker.figures.story import Story
from checker.patterns import expression
from checker.words.document import Document
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

RULE = "figures.prose-table"

_NAMED = expression(r"(?:^|[,;:])(?P<names>[^,;:。()]{4,60}?)(?:合计|共计|总计|合共|共|相加)(?:为|达|有)?$")
_SUMMED = expression("[合共总]计|合?共|相加")
_REACH = 60
"""How many characters before a total its rows may be named."""
_BETWEEN = expression("[、和与及]")
_COUNTED = expression(
    r"^[^两二三四五六七八九十\d]{0,4}[两二三四五六七八九十\d]{1,2}(?:个|类|项|种|家|大)[一-龥]{0,2}|(?:行业|领域|地区|单位|部门)"
)
_BRACKET = expression(r"\([^()]*\)")
_TELLING = 3  # digits
_MANY = 400
"""More rows than this are a data set, not a report's tables."""


def table_sums(story: Story, document: Document) -> Iterator[Relation]:
    """Each total of the prose whose parts are the rows that it names."""
    named = list(_named(story)) if document.tables else []
    found = [block for table in document.tables for block in blocks(document, table) if block.heads] if named else []
    if sum(len(block.rows) for block in found) <= _MANY:
        labelled = [(block, _labels(block)) for block in found]
        for frame, names in named:
            told = (_of_rows(story, document, frame, block, labels, names) for block, labels in labelled)
            yield from [relation for relation in told if relation is not None][:1]


def _labels(block: Block) -> Mapping[str, Row]:
    """The rows of a block by what they are called, without its totals."""
    return {core_of(row.label): row for row in block.rows if not TOTAL.search(row.label)}


def _named(story: Story) -> Iterator[tuple[Frame, str]]:
    """The totals of the prose with the names before them."""
    for sentence in story.sentences:
        for frame in sentence.at():
            if frame.unit_class in RATES or not _SUMMED.search(frame.gap) or is_compared(frame):
                continue
            start = max(sentence.span.start, frame.start - _REACH)  # 三个行业 is a figure of its own
            match = _NAMED.search(story.text[start : frame.start])
            if match is not None:
                yield frame, match["names"]


def _of_rows(
    story: Story, document: Document, whole: Frame, block: Block, labels: Mapping[str, Row], names: str
) -> Relation | None:
    """The rows that all names name, added up in the column that the words after them name.

    What fails is told where those words are the head of the column and one slip explains it.
    """
    *first, last = _BETWEEN.split(names)
    begins = [label for label in labels if len(label) > 1 and last.startswith(label)]
    rows = [labels.get(core_of(name)) for name in first]
    if not first or not begins or None in rows:
        return None
    label = max(begins, key=len)
    chosen = [*(row for row in rows if row), labels[label]]
    words = _COUNTED.sub("", last.removeprefix(label))
    columns = _columns(block, words, whole)
    sums = [([row.numbers[column] for row in chosen], _scale(block, column)) for column in columns]
    held = next((cells for cells, scale in sums if _value(cells) * scale == whole.quantity.value), None)
    if held is not None:
        return _relation(story, document, whole, held, holds=True)
    head = block.heads[columns[0]] if len(columns) == 1 else ""
    named = bool(head) and _BRACKET.sub("", head) == words and whole.quantity.unit in head
    told = named and whole.quantity.interval.is_exact and _is_miswritten(*sums[0], whole)
    return _relation(story, document, whole, sums[0][0], holds=False) if told else None


def _columns(block: Block, words: str, whole: Frame) -> Sequence[int]:
    """The columns whose heads share a word with what is counted, or name its unit; else all of them."""
    shared = [len(shared_piece(words, head)) for head in block.heads]
    named = [c for c, size in enumerate(shared) if size == max(shared) > 1]
    named = named or [c for c, head in enumerate(block.heads) if f"({whole.quantity.unit})" in head]
    return named if words else range(len(block.heads))


def _scale(block: Block, column: int) -> int:
    return 10_000 if "万元" in block.heads[column] else 1


def _value(cells: Sequence[Number]) -> Fraction:
    return sum((cell.quantity.value for cell in cells), Fraction(0))


def _is_miswritten(cells: Sequence[Number], scale: int, whole: Frame) -> bool:
    """Whether one slip in the total, of as many digits as tell something, explains that it is not the sum."""
    value = _value(cells) * scale
    return len(plain_decimal(value)) >= _TELLING and is_slip_of(whole, value)


def _relation(story: Story, document: Document, whole: Frame, cells: Sequence[Number], *, holds: bool) -> Relation:
    left = " + ".join(plain_decimal(cell.quantity.value) for cell in cells)
    equation = f"{left} = {plain_decimal(_value(cells))}" + ("" if holds else f" ≠ {shown(whole.quantity)}")
    operands = (
        operand(story, whole, Role.TOTAL),
        *(cell_operand(document, cell, Role.PART, story.label(whole)) for cell in cells),
    )
    truth = Truth.HOLDS if holds else Truth.VIOLATED
    kind = RelationKind.PART_WHOLE_SUM
    return Relation("", kind, truth, Binding.INFERRED, RULE, equation, operands)
