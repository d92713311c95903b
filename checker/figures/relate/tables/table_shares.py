"""Shares in prose of what a table counts: 娱乐场所案件占立案总数的23.96%, where the table has the row and the column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.figures.build import operand, short_decimal
from checker.figures.names import core_of, says_nothing
from checker.figures.numerals import plain_decimal
from checker.figures.reading import Frame
from checker.figures.relate.tables.blocks import TOTAL, Block, Number, Row, blocks, cell_operand, is_limited
from checker.figures.relate.tables.prose_tables import RULE
from checker.figures.relate.tables.table_lists import name_of_line
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.document import Document
from checker.words.interval import Interval
from checker.words.record import dataclass
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

_SHARE = expression(
    r"(?:^|[,;:、])(?:其中)?(?P<name>[^,;:、]{2,16}?)(?:[^,;:、]{0,3}(?:最[大多高]|居首位?|居第一位?|排(?:名|在)?第一位?),)?"
    r"占比?(?P<whole>[^,;:、]{0,12}?)的?(?:比例|比重)?(?:为|达到?)?$"
)
_BRACKET = expression(r"\([^()]*\)")
_OF_OTHERS = expression("全国|全省|周边|上年|去年|往年|20\\d\\d年|同期")
_EVERY = expression("全部|所有|总[数量]|全年")
_MANY = 400
"""More rows than this are a data set, not a report's tables."""
_ALL = 100


@dataclass(frozen=True, slots=True)
class _Part:
    """Two cells of which the one is a part of the other; `name` is what the row or the head calls the part."""

    name: str
    count: Number
    base: Number

    @property
    def value(self) -> Fraction:
        return _ALL * self.count.quantity.value / self.base.quantity.value

    def fits(self, rate: Frame) -> bool:
        quotient = self.count.quantity.interval / self.base.quantity.interval * Interval.exact(_ALL)
        return quotient.meets(rate.quantity.interval)


def table_shares(story: Story, document: Document) -> Iterator[Relation]:
    """Each share that tells no count of its own, by the cells that its words mean."""
    told = [(sentence, f) for sentence in story.sentences for f in sentence.frames if _is_share(sentence, f)]
    tables = [table for table in document.tables if told and not is_limited(document, table.span.start)]
    found = [(block, bottom) for table in tables for block in blocks(document, table) if (bottom := _bottom(block))]
    if sum(len(block.rows) for block, _ in found) > _MANY:
        return
    for sentence, rate in told:
        parts = [part for block, bottom in found for part in _parts(sentence, rate, block, bottom)]
        fitting = next((part for part in parts if part.fits(rate)), None)
        if fitting is not None:
            yield _relation(story, document, rate, fitting, holds=True)
        elif _OF_OTHERS.search(rate.gap):
            continue
        elif len(parts) == 1 and not any(_is_explained(rate, parts[0], block) for block, _ in found):
            yield _relation(story, document, rate, parts[0], holds=False)


def _is_share(sentence: Sentence, frame: Frame) -> bool:
    return frame.unit_class == "percent" and not sentence.plan and "占" in frame.gap


def _bottom(block: Block) -> Row | None:
    return next((row for row in block.rows if row.is_total), None) if block.heads else None


def _parts(sentence: Sentence, rate: Frame, block: Block, bottom: Row) -> Iterator[_Part]:
    """Of a row in its column, or of the total of one column in that of another (准予许可占受理总数的94.70%)."""
    told = _SHARE.search(rate.gap)
    if told is None:
        return
    name, whole = name_of_line(told["name"]), "" if says_nothing(told["whole"]) else core_of(told["whole"])
    heads = [core_of(_BRACKET.sub("", head)) for head in block.heads]
    rows = [row for row in block.rows if row is not bottom]
    labels = [name_of_line(row.label) for row in rows]
    for row, label in zip(rows, labels, strict=True):
        rest = name.removeprefix(label)
        if len(label) > 1 and rest != name and labels.count(label) == 1:
            for column in _columns(sentence, rate, heads, bottom, (rest, whole)):
                if bottom.value(column):
                    yield _Part(label, row.numbers[column], bottom.numbers[column])
    base = _base(block, heads, whole, told["whole"])
    if base is not None and heads.count(name) == 1 and heads.index(name) != base and bottom.value(base):
        yield _Part(name, bottom.numbers[heads.index(name)], bottom.numbers[base])


def _base(block: Block, heads: Sequence[str], whole: str, words: str) -> int | None:
    """The column that the whole names, or the one of totals where it says that it is all (占全部检查的)."""
    if whole and heads.count(whole) == 1:
        return heads.index(whole)
    totals = [column for column, head in enumerate(block.heads) if TOTAL.search(head)]
    return totals[0] if len(totals) == 1 and _EVERY.search(words) else None


def _columns(
    sentence: Sentence, rate: Frame, heads: Sequence[str], bottom: Row, words: tuple[str, str]
) -> Iterator[int]:
    """Those that the words behind the row's name and the name of the whole mean, else whose total is told before."""
    rest, whole = words
    earlier = {f.quantity.value for f in sentence.at() if f.start < rate.start}
    for column, head in enumerate(heads):
        if not rest and not whole:
            if bottom.value(column) in earlier:
                yield column
        elif len(head) > 1 and all(not word or head in word or word in head for word in (rest, whole)):
            yield column


def _is_explained(rate: Frame, part: _Part, block: Block) -> bool:
    """Whether another cell of the part's row or column, or another whole of it, gives the share that is told."""
    held = [row for row in block.rows if part.count in row.numbers]
    counts = [number for row in held for number in row.numbers]
    bases = [number for row in block.rows if row.is_total for number in row.numbers]
    pairs = [(count, base) for count in counts for base in (*counts, *bases) if base.quantity.value]
    return any(_Part(part.name, count, base).fits(rate) for count, base in pairs)


def _relation(story: Story, document: Document, rate: Frame, part: _Part, *, holds: bool) -> Relation:
    left = f"{plain_decimal(part.count.quantity.value)} ÷ {plain_decimal(part.base.quantity.value)}"
    stated = f"{plain_decimal(rate.quantity.value)}%"
    equation = f"{left} = {short_decimal(part.value)}%"
    if part.value != rate.quantity.value:
        equation += f" {'≈' if holds else '≠'} {stated}"
    operands = (
        cell_operand(document, part.count, Role.NUMERATOR, part.name),
        cell_operand(document, part.base, Role.DENOMINATOR, part.name),
        operand(story, rate, Role.RATE),
    )
    truth = Truth.HOLDS if holds else Truth.VIOLATED
    return Relation("", RelationKind.RATE, truth, Binding.INFERRED, RULE, equation, operands)
