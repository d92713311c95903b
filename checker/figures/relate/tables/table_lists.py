"""Lists in prose against a line of a table: where all names are the table's and all figures but one, that one slips."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.figures.names import core_of
from checker.figures.reading import Frame
from checker.figures.relate.lists import RATES, STATEMENT, is_compared
from checker.figures.relate.tables.blocks import Block, Number, blocks
from checker.figures.relate.tables.prose_tables import NamedCell, same_cell
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.document import Document
from checker.words.relation import Relation

_KIND = expression(r"(?:类|领域|方面|部门|系统|案件|纠纷|事项|的)+$")
_FEWEST = 3
"""Two agreeing figures beside one that does not are the table's list; one alone may be anything."""
_WHOLE_NAME = 4  # characters
_NO_CHANCE = 10
_MANY = 400
"""More lines than this are a data set, not a report's tables."""

_Line = Mapping[str, Number]


def table_lists(story: Story, document: Document) -> Iterator[Relation]:
    """Each list of three figures or more that names cells of one row or one column."""
    lines = [line for table in document.tables for block in blocks(document, table) for line in _lines(block)]
    if not 0 < len(lines) <= _MANY:
        return
    known = {name for line in lines for name in line}
    for sentence in story.sentences:
        if len(sentence.frames) < _FEWEST or sentence.plan:
            continue
        named = [(name, f) for f in sentence.frames if _counts(f) and (name := name_of_line(story.label(f))) in known]
        if len(named) >= _FEWEST:
            yield from _against(story, document, sentence, named, lines)


def _against(
    story: Story, document: Document, sentence: Sentence, named: Sequence[tuple[str, Frame]], lines: Sequence[_Line]
) -> Iterator[Relation]:
    """The figures against the line with which most of them agree; one that does not agree is told if it is alone."""
    best: list[tuple[str, Frame]] = []
    cells: _Line = {}
    for line in lines:
        agreeing = [(name, f) for name, f in named if name in line and _equal(f, line[name])]
        if len(agreeing) > len(best):
            best, cells = agreeing, line
    if len(best) < _FEWEST - 1:
        return
    for name, frame in best:
        yield same_cell(story, document, frame, NamedCell(name, cells[name], 1), holds=True)
    first, last = best[0][1], best[-1][1]
    odd = [
        (n, f)
        for n, f in named
        if n in cells and (n, f) not in best and (_is_beside(sentence, first, last, f) or _is_told(n, f, first))
    ]
    if max(f.quantity.value for _, f in best) < _NO_CHANCE:
        return  # 县政府2件、自然资源局3件、公安局1件: so small numbers agree with some line
    if len(odd) == 1 and len({name for name, _ in (*best, *odd)}) == len(best) + 1:
        ((name, frame),) = odd
        yield same_cell(story, document, frame, NamedCell(name, cells[name], 1), holds=False)


def _is_told(name: str, frame: Frame, first: Frame) -> bool:
    """受理790件,受理率99.37%;准予许可76件,不予许可4件: whether so long a name is told that no other thing is called so."""
    return len(name) >= _WHOLE_NAME and frame.unit_class == first.unit_class and frame.depth == first.depth


def _is_beside(sentence: Sentence, first: Frame, last: Frame, frame: Frame) -> bool:
    """Whether a figure stands among others or right beside them, parted from them by no semicolon, and counts alike."""
    if frame.unit_class != first.unit_class or frame.depth != first.depth:
        return False
    low, high = sorted((first.index, last.index, frame.index))[::2]
    between = sentence.frames[low + 1 : high + 1]
    return all(f.parted < STATEMENT and f.unit_class == frame.unit_class for f in between if f.depth == frame.depth)


def _lines(block: Block) -> Iterator[_Line]:
    """Each row by its heads, each column by the labels of its rows; a name that stands twice means no cell."""
    heads, labels = [name_of_line(head) for head in block.heads], [name_of_line(row.label) for row in block.rows]
    if heads:
        for row in block.rows:
            yield _once(heads, row.numbers)
    for column in range(len(block.rows[0].numbers)):
        yield _once(labels, [row.numbers[column] for row in block.rows])


def _once(names: Sequence[str], numbers: Sequence[Number]) -> _Line:
    return {n: number for n, number in zip(names, numbers, strict=True) if len(n) > 1 and names.count(n) == 1}


def name_of_line(label: str) -> str:
    """What a row, a column or a figure is called, without the words for a kind (建筑垃圾类案件: 建筑垃圾)."""
    return _KIND.sub("", core_of(label))


def _counts(frame: Frame) -> bool:
    return frame.unit_class not in RATES and frame.quantity.interval.is_exact and not is_compared(frame)


def _equal(frame: Frame, number: Number) -> bool:
    return frame.quantity.value == number.quantity.value
