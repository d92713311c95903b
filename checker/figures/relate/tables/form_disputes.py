"""The table of disputes of the official disclosure form against the prose (国办公开办函〔2021〕30号, table 4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from checker.figures.build import operand, shown
from checker.figures.numerals import is_slip, plain_decimal
from checker.figures.reading import Frame
from checker.figures.relate.tables.blocks import DISPUTES, Block, Number, cell_operand
from checker.figures.relate.tables.prose_tables import NamedCell, same_cell
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.document import Document
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

RULE = "figures.prose-table"

_ROWS = 3
_LISTED = ("复议", "直接", "复议后")
_END = r"(?:案件)?(?:的)?(?:共|为|有)?$"
# Each kind of dispute with the rows that tell of it: suits are those without reconsideration and those after it.
_KINDS = (
    (expression(rf"直接(?:提?起)?(?:诉|行政诉讼){_END}"), (1,)),
    (expression(rf"复议后(?:再)?(?:提?起)?(?:诉|行政诉讼){_END}"), (2,)),
    (expression(rf"行政复议{_END}"), (0,)),
    (expression(rf"(?<!一审)(?<!二审)(?<!经复议的)行政诉讼{_END}"), (1, 2)),
)
# 因信息公开引发行政诉讼: nothing narrows it.
_WHOLE = expression(
    rf"(?:其中|全年|本年度?|年内|[因由被与、]|涉及?|政府信息|公开|信息|工作|答复|引发|引起|导致|提起|申请|产生|发生|的)*"
    rf"行政(?:复议|诉讼){_END}"
)
_NARROWED = expression(r"[一二再]审|[上去]一?年|新增|当年|另有|已?审结|20\d\d年")
_ELSEWHERE = expression(r"全[省市县区镇]|各|所属|系统|本级")
_CLOSED = expression(r"^(?:其中)?(?:已)?(?:全部)?审结$")
_OUTCOMES = tuple(
    expression(rf"^(?:其中)?(?:有)?被?(?:结果)?(?:为)?{name}(?:的)?(?:为|有)?$")
    for name in ("维持", "纠正", "其他结果", "尚未审结")
)
_TELLING = 10
_REACH = 12  # figures

Rows = Mapping[int, Sequence[Number]]


def disputes_of(found: Sequence[Block]) -> Rows:
    """The row of each kind of dispute: in one table of fifteen columns, in three of five, or in one of three rows."""
    blocks = [b for b in found if b.heads in (DISPUTES, DISPUTES * _ROWS) and (len(b.rows) == 1 or _is_listed(b))]
    size = len(DISPUTES)
    rows = [row.numbers for b in blocks for row in b.rows]
    cells = [row[at : at + size] for row in rows for at in range(0, len(row), size)]
    return dict(enumerate(cells)) if len(cells) == _ROWS else {}


def _is_listed(block: Block) -> bool:
    """行政复议 / 行政诉讼(未经复议直接起诉) / 行政诉讼(复议后起诉): the three kinds, a row each."""
    labels = [row.label for row in block.rows]
    return len(labels) == _ROWS and all(name in label for name, label in zip(_LISTED, labels, strict=True))


def disputed(story: Story, document: Document, sentence: Sentence, frame: Frame, disputes: Rows) -> Iterator[Relation]:
    """行政复议12件,已审结11件;直接起诉4件: the total of the kind's rows, its outcomes, and what it leaves without those open."""
    if rows := _rows_of(frame):
        totals = [disputes[row][-1] for row in rows]
        wrong = _is_beside(story, sentence, totals) or _is_confirmed(story, sentence, frame, disputes)
        if frame.quantity.value:
            yield from _told(story, document, frame, totals, wrong=wrong)
        return
    before = next((f for f in reversed(neighbours(sentence, frame)) if f.start < frame.start and _rows_of(f)), None)
    if before is None or before.unit_class != frame.unit_class:
        return
    rows = _rows_of(before)
    outcome = next((k for k, name in enumerate(_OUTCOMES) if name.search(frame.label)), None)
    if outcome is not None and frame.quantity.value:
        cells, every = ([disputes[row][outcome] for row in those] for those in (rows, range(_ROWS)))
        kinds = {_rows_of(f) for f in neighbours(sentence, frame) if f.start < frame.start} - {()}
        if len(kinds) > 1 and _sum(cells) != frame.quantity.value == _sum(every):
            cells = every  # 行政复议21件、行政诉讼11件,其中被纠正2件
        yield from _told(story, document, frame, cells, wrong=_is_of_all(sentence, frame, before, disputes))
    elif _CLOSED.match(frame.label) and len(rows) == 1 and before is sentence.frames[frame.index - 1]:
        yield from _closed(story, document, frame, disputes[rows[0]])


def neighbours(sentence: Sentence, frame: Frame) -> list[Frame]:
    """The figures around one, outside brackets."""
    return [f for f in sentence.frames[max(0, frame.index - _REACH) : frame.index + _REACH] if not f.depth]


def _rows_of(frame: Frame) -> tuple[int, ...]:
    return next((rows for name, rows in _KINDS if name.search(frame.label)), ())


def _sum(cells: Sequence[Number]) -> Fraction:
    return sum((n.quantity.value for n in cells), Fraction(0))


def _told(
    story: Story, document: Document, frame: Frame, cells: Sequence[Number], *, wrong: bool
) -> Iterator[Relation]:
    """The figure and the cells that it counts together; one that is not theirs is told where it must be `wrong`."""
    value, stated = _sum(cells), frame.quantity.value
    holds = value == stated
    if not (holds or (wrong and _is_near(stated, value))):
        return
    filled = [n for n in cells if n.quantity.value] or list(cells[:1])
    if len(filled) == 1:
        yield same_cell(story, document, frame, NamedCell(story.label(frame), filled[0], 1), holds=holds)
        return
    left = " + ".join(plain_decimal(n.quantity.value) for n in filled)
    equation = f"{left} = {plain_decimal(value)}" + ("" if holds else f" ≠ {shown(frame.quantity)}")
    parts = (cell_operand(document, n, Role.PART, story.label(frame)) for n in filled)
    operands = (operand(story, frame, Role.TOTAL), *parts)
    truth = Truth.HOLDS if holds else Truth.VIOLATED
    gap = "" if holds else plain_decimal(abs(value - stated))
    yield Relation("", RelationKind.PART_WHOLE_SUM, truth, Binding.INFERRED, RULE, equation, operands, gap=gap)


def _is_near(stated: Fraction, value: Fraction) -> bool:
    slip = min(stated, value) >= _TELLING and is_slip(plain_decimal(stated), plain_decimal(value))
    return abs(value - stated) == 1 or slip


def _is_beside(story: Story, sentence: Sentence, totals: Sequence[Number]) -> bool:
    """Whether a sentence stands in the chapter of the table and tells of one row: elsewhere other cases may be counted."""
    above = story.last_before(totals[0].span.start)
    return len(totals) == 1 and above is not None and above.section == sentence.section


def _is_confirmed(story: Story, sentence: Sentence, frame: Frame, disputes: Rows) -> bool:
    """因信息公开引发行政复议5件,引发行政诉讼2件: another kind or an outcome agrees with the table, and nothing narrows this."""
    rows, year = _rows_of(frame), f"{story.report_year}年"
    name = frame.label.removeprefix(year).strip("度,")
    told = _part_of(story, sentence, frame).replace(year, "")
    if not _WHOLE.fullmatch(name) or _NARROWED.search(told) or _ELSEWHERE.search(sentence.text):
        return False
    row = [n.quantity.value for r in rows for n in (disputes[r][-1], disputes[r][-2])]
    some = {*row[::2], sum(row[::2]) - sum(row[1::2])} - {sum(row[::2])}  # one of two rows; without those open
    others = [(f, _rows_of(f)) for f in neighbours(sentence, frame) if f is not frame]
    agreed = any(of and of != rows and _agrees(f, of, disputes) for f, of in others)
    behind = sentence.frames[frame.index + 1 : frame.index + 2]
    return frame.quantity.value not in some and (agreed or any(_is_outcome(f, rows, disputes) for f in behind))


def _part_of(story: Story, sentence: Sentence, frame: Frame) -> str:
    """What a sentence tells between two semicolons."""
    end = story.text.find(";", frame.span.end, sentence.span.end)
    start = story.text.rfind(";", sentence.span.start, frame.start) + 1 or sentence.span.start
    return story.text[start : end if end >= 0 else sentence.span.end]


def _is_outcome(frame: Frame, rows: Sequence[int], disputes: Rows) -> bool:
    """行政复议7件,被纠正2件: whether an outcome is that of the table."""
    outcome = next((k for k, name in enumerate(_OUTCOMES) if name.search(frame.label)), None)
    value = frame.quantity.value
    return outcome is not None and bool(value) and value == _sum([disputes[row][outcome] for row in rows])


def _agrees(frame: Frame, rows: Sequence[int], disputes: Rows) -> bool:
    value = frame.quantity.value
    return bool(value) and value == _sum([disputes[row][-1] for row in rows])


def _is_of_all(sentence: Sentence, frame: Frame, before: Frame, disputes: Rows) -> bool:
    """行政复议12件,被纠正3件: an outcome right behind a total of the table, the only one of its sentence."""
    kinds = [f for f in neighbours(sentence, frame) if _rows_of(f)]
    beside = frame.index and sentence.frames[frame.index - 1] is before
    return bool(beside) and kinds == [before] and _agrees(before, _rows_of(before), disputes)


def _closed(story: Story, document: Document, done: Frame, row: Sequence[Number]) -> Iterator[Relation]:
    *_, still, total = row
    if total.quantity.value - still.quantity.value != done.quantity.value or not still.quantity.value:
        return
    equation = " - ".join(plain_decimal(n.quantity.value) for n in (total, still)) + f" = {shown(done.quantity)}"
    operands = (
        cell_operand(document, total, Role.TOTAL, "总计"),
        cell_operand(document, still, Role.PART, "尚未审结"),
        operand(story, done, Role.REMAINDER),
    )
    yield Relation("", RelationKind.DIFFERENCE, Truth.HOLDS, Binding.INFERRED, RULE, equation, operands)
