"""Prose against tables: a figure in the text and the cell that states the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.figures.build import operand, shown
from checker.figures.names import core_of, shared_piece
from checker.figures.numerals import is_slip, is_swap, plain_decimal, telling_digits
from checker.figures.reading import Frame
from checker.figures.relate.lists import ANNOUNCES, RATES, is_compared
from checker.figures.relate.repeats.restated import name_of
from checker.figures.relate.tables.balances import form_rows
from checker.figures.relate.tables.blocks import Block, Number, blocks, caption_of, cell_operand, is_limited
from checker.figures.story import Sentence, Story
from checker.figures.units import unit_class
from checker.patterns import expression
from checker.words.document import Document
from checker.words.interval import Interval
from checker.words.record import dataclass, replace
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

RULE = "figures.prose-table"

_TOTAL = expression(r"合计|总计|小计|共计|全年$")
_ORDER = expression(
    r"^(?:第?[一二三四五六七八九十]+[、.)]|\(?[一二三四五六七八九十\d]+[).、])\s*|本年度?|数量|情况|\([^()]*\)"
)
_MANY = 2000
"""More named cells than this are a data set, not a report's tables."""
# Small numbers agree by chance.
_TELLING = 20
# So many cells of one value say nothing.
_FEW = 60
_SHORT = 3  # characters of a name
_HANDLES = expression(r"(?:办案|办理|办结)$")
_LONG = 4  # digits
_YEAR = expression(r"(?:20\d\d|上|去|本|今)年度?")  # the head of a column that tells no more
_OPENS = expression(r"\s*(?:其中,?)?(?:上年|去年|(?P<year>20\d\d)年)")
_SOME = expression(r"[\d两三四五六七八九十]+个[一-龥]{1,6}(?:合计|共计|共|小计)[^;。]*$")
_BRACKET = expression(r"\([^()]*\)")
_TABLE = expression(
    r"^(?:附?表) ?\d*[-—]?\d*[:.、 ]*|^各[^,。]{2,6}?(?=行政)|(?:实施|案件|办理)?(?:情况|数量)?(?:分[一-龥]{2,4})?(?:情况)?(?:统计|汇总|一览|明细|情况)?表$"
)
_UNIT = expression(r"\((?:单位:)?(?P<unit>[万亿]?[一-龥]{1,3})\)$")
_DECIDED = expression(r"^(?:依法|共)*作出|决定$")  # 作出准予许可决定6351件, under a head 准予许可
_WAN = expression(r"万元")


@dataclass(frozen=True, slots=True)
class NamedCell:
    """A cell with the name that its row and head give it; `scale` is 10000 where the head says 万元.

    `summed` says that the head names what the cell is the total of (强制措施合计); `unit` is the class of its units,
    empty where neither its head nor the caption tells it.
    """

    name: str
    number: Number
    scale: int
    summed: bool = False
    unit: str = ""


def prose_tables(story: Story, document: Document) -> Iterator[Relation]:
    """Each figure of the prose that a table states too, by its whole name."""
    tables = [table for table in document.tables if not is_limited(document, table.span.start)]
    cells = [
        cell
        for table in tables
        for block in blocks(document, table)
        for cell in _named(block, caption_of(document, table))
    ]
    if not 0 < len(cells) <= _MANY:
        return
    by_name: dict[str, list[NamedCell]] = {}
    for cell in cells:
        by_name.setdefault(cell.name, []).append(cell)
    by_value = _by_value(document)
    for sentence in story.sentences:
        for frame in sentence.frames:
            if frame.unit_class in RATES or (not frame.quantity.interval.is_exact and not frame.quantity.truncated):
                continue
            if not is_compared(frame) and not sentence.plan:
                yield from _stated_twice(story, document, sentence, frame, by_name, by_value)


def _named(block: Block, caption: str) -> Iterator[NamedCell]:
    """The cells that a name can mean: the total of a row, the total of a column, the only cell of a row or of its unit."""
    common = _UNIT.search(caption)
    units = [_unit(head) or (_unit(common[0]) if common else "") for head in block.heads]
    totals = [c for c, head in enumerate(block.heads) if _TOTAL.search(head)]
    width = len(block.rows[0].numbers)
    bottom = next((row for row in block.rows if row.total or _TOTAL.search(row.label)), None)
    for row in block.rows:
        label = _core(row.label)
        columns = totals[:1] if totals else [0] if width == 1 else []
        columns += [c for c, unit in enumerate(units) if unit and units.count(unit) == 1 and c not in columns]
        for column in columns:
            head, unit = (block.heads[column], units[column]) if block.heads else ("", "")
            if label and row is not bottom:
                money = _WAN.search(row.label)
                yield NamedCell(
                    label, row.numbers[column], _scale(row.label if money else head), unit="yuan" if money else unit
                )
        if not totals and 1 < width <= len(block.heads) and row is not bottom:
            for column, head in enumerate(block.heads):
                yield NamedCell(_core(head) + label, row.numbers[column], _scale(head))
                yield NamedCell(label + _core(head), row.numbers[column], _scale(head))
    if bottom is not None and width == 1 and (name := _core(_TABLE.sub("", _BRACKET.sub("", caption)))):
        yield NamedCell(name, bottom.numbers[0], 1, summed=True, unit=units[0] if units else "")
    form = form_rows(block)
    sole = form[0] if form else bottom or (block.rows[0] if len(block.rows) == 1 else None)
    if sole is not None:
        for column, head in enumerate(block.heads):
            name = _core(_TOTAL.sub("", head))
            if name and not _YEAR.fullmatch(name):
                yield NamedCell(name, sole.numbers[column], _scale(head), bool(_TOTAL.search(head)))


def _unit(head: str) -> str:
    """The class of the units that a bracket of a head or a caption tells: (件), (单位:万元)."""
    told = _UNIT.search(head)
    return unit_class(told["unit"].lstrip("万亿")) if told is not None else ""


def _core(name: str) -> str:
    return core_of(_ORDER.sub("", name))


def _scale(head: str) -> int:
    return 10_000 if _WAN.search(head) else 1


def _by_value(document: Document) -> dict[Fraction, list[NamedCell]]:
    """Every cell by its value, with all words of its row and its head."""
    found: dict[Fraction, list[NamedCell]] = {}
    for table in document.tables:
        caption = caption_of(document, table)
        for block in blocks(document, table):
            for row in block.rows:
                for column, number in enumerate(row.numbers):
                    head = block.heads[column] if block.heads else ""
                    head = f"{caption}|{head}" if row.is_total else head
                    value = number.quantity.value * _scale(head)
                    if value and len(found.setdefault(value, [])) < _FEW:
                        found[value].append(NamedCell(f"{head}|{row.label}", number, _scale(head)))
    return found


def _in_other_words(
    story: Story, sentence: Sentence, frame: Frame, by_value: dict[Fraction, list[NamedCell]]
) -> NamedCell | None:
    """The cell of the same value that shares a word with the figure, or of a value that hardly comes twice."""
    cells = by_value.get(frame.quantity.value, [])
    if telling_digits(frame.quantity.value) > 3:
        return next(iter(cells), None)
    label = name_of(story, sentence, frame).strip("|")
    need = 2 if frame.quantity.value > _TELLING else 3
    return next((c for c in cells if len(shared_piece(label, c.name)) >= need), None)


def _is_of_another_year(story: Story, sentence: Sentence) -> bool:
    """2023年,受理55件,直接纠错7件: of what another year than the report's opens, the tables of this one say nothing."""
    told = _OPENS.match(sentence.text)
    return told is not None and told["year"] != str(story.report_year)


def _stated_twice(
    story: Story,
    document: Document,
    sentence: Sentence,
    frame: Frame,
    by_name: dict[str, list[NamedCell]],
    by_value: dict[Fraction, list[NamedCell]],
) -> Iterator[Relation]:
    name = core_of(story.label(frame))
    if len(name) < 2 or _is_of_another_year(story, sentence):
        by_name = {}
    exact = by_name.get(name) or by_name.get(_DECIDED.sub("", name), [])
    near = exact or [c for key, cells in by_name.items() if len(key) > 1 and _alike(key, name) for c in cells]
    same = next((c for c in near if _agrees(frame, c)), None)
    if same is None and frame.quantity.value > _TELLING:
        within = [c for key, cells in by_name.items() if len(key) > 1 and (key in name or name in key) for c in cells]
        same = next((c for c in within if _agrees(frame, c)), None)
    same = same or _in_other_words(story, sentence, frame, by_value)
    if same is not None:
        yield same_cell(story, document, frame, same, holds=True)
    elif summed := _summed_cells(story, frame, by_name):
        yield _sum_relation(story, document, frame, summed)
    elif any(whole.quantity.value not in by_value for whole in story.wholes.get(frame.start, ())):
        return  # 许可4791件,药品2673件、医疗器械1684件…: of a whole that the table does not know
    elif _SOME.search(sentence.text[: frame.start - sentence.span.start]):
        return  # 3个站合计立案116件、处罚决定111件: of some of the rows
    elif len(name) > 2 and (other := _one_close(frame, exact)):
        told = same_cell(story, document, frame, other, holds=False)
        yield replace(told, binding=Binding.STATED) if len(name) > _SHORT and _has_swapped(frame, other) else told
    elif handled := _handled_by(frame, name, by_name):
        yield same_cell(story, document, frame, handled, holds=False)
    elif len(near) == 1 and _is_slip(frame, near[0]) and near[0].summed and _is_close(frame, near[0]):
        yield same_cell(story, document, frame, near[0], holds=False)
    elif swapped := _swapped(frame, name, by_name):
        yield same_cell(story, document, frame, swapped, holds=False)


def _is_slip(frame: Frame, cell: NamedCell) -> bool:
    return is_slip(plain_decimal(frame.quantity.value), plain_decimal(cell.number.quantity.value * cell.scale))


def _one_close(frame: Frame, cells: Sequence[NamedCell]) -> NamedCell | None:
    """A cell near the figure, where all cells of the name state one number; the head of some may not tell 万元."""
    one = len({cell.number.quantity.value for cell in cells}) == 1
    return next((cell for cell in cells if _is_close(frame, cell)), None) if one else None


def _has_swapped(frame: Frame, cell: NamedCell) -> bool:
    """Whether two digits changed places between the figure and the cell."""
    return is_swap(plain_decimal(frame.quantity.value), plain_decimal(cell.number.quantity.value * cell.scale))


def _handled_by(frame: Frame, name: str, by_name: dict[str, list[NamedCell]]) -> NamedCell | None:
    """综合执法大队办案186宗, and a row 综合执法大队 of 168: the one cell of who handles, where the two are close."""
    who = _HANDLES.sub("", name)
    cells = by_name.get(who, []) if len(who) > _SHORT and who != name else []
    return cells[0] if len(cells) == 1 and cells[0].unit and _is_close(frame, cells[0]) else None


def _swapped(frame: Frame, name: str, by_name: dict[str, list[NamedCell]]) -> NamedCell | None:
    """The one cell of a name with the same words that has the digits of the figure but for two that changed places."""
    told = plain_decimal(frame.quantity.value)
    if len(told) < _LONG or len(told.strip("0")) < _SHORT or frame.quantity.hedge:
        return None
    found = [
        cell
        for key, cells in by_name.items()
        if 1 < len(shared_piece(key, name)) >= len(key) / 2
        for cell in cells
        if is_swap(plain_decimal(cell.number.quantity.value * cell.scale), told)
    ]
    return found[0] if len(found) == 1 else None


def _summed_cells(story: Story, frame: Frame, by_name: dict[str, list[NamedCell]]) -> list[NamedCell]:
    """The cells of the kinds that a figure counts together (予以公开和部分公开合计659件); none unless they make it up."""
    names = [core_of(name) for name in expression("、|和|及").split(ANNOUNCES.sub("", story.label(frame)))]
    cells = [by_name[name][0] for name in names if name in by_name]
    value = sum(c.number.quantity.value * c.scale for c in cells)
    return cells if len(cells) == len(names) > 1 and value == frame.quantity.value else []


def _sum_relation(story: Story, document: Document, frame: Frame, cells: list[NamedCell]) -> Relation:
    left = " + ".join(plain_decimal(cell.number.quantity.value) for cell in cells)
    operands = (
        operand(story, frame, Role.TOTAL),
        *(cell_operand(document, cell.number, Role.PART, cell.name) for cell in cells),
    )
    equation = f"{left} = {shown(frame.quantity)}"
    return Relation("", RelationKind.PART_WHOLE_SUM, Truth.HOLDS, Binding.INFERRED, RULE, equation, operands)


def _alike(key: str, name: str) -> bool:
    """Whether one name ends with the other (作出准予许可决定: 许可决定)."""
    shorter, longer = sorted((key, name), key=len)
    return len(shorter) > 2 and longer.endswith(shorter)


def _agrees(frame: Frame, cell: NamedCell) -> bool:
    return _is_counted_alike(frame, cell) and frame.quantity.interval.meets(
        cell.number.quantity.interval * Interval.exact(cell.scale)
    )


def _is_counted_alike(frame: Frame, cell: NamedCell) -> bool:
    return cell.unit in ("", frame.unit_class)


def _is_close(frame: Frame, cell: NamedCell) -> bool:
    """Whether the two differ by so little that they are likelier a slip than two things."""
    a, b = frame.quantity.value, cell.number.quantity.value * cell.scale
    return _is_counted_alike(frame, cell) and bool(a and b) and abs(a - b) * 4 <= max(a, b)


def same_cell(story: Story, document: Document, frame: Frame, cell: NamedCell, *, holds: bool) -> Relation:
    """A figure of the prose and the cell that its name means."""
    equation = f"{shown(frame.quantity)} {'=' if holds else '≠'} {plain_decimal(cell.number.quantity.value)}"
    operands = (
        operand(story, frame, Role.STATED),
        cell_operand(document, cell.number, Role.RESTATED, cell.name),
    )
    truth = Truth.HOLDS if holds else Truth.VIOLATED
    return Relation("", RelationKind.REPEATED_METRIC, truth, Binding.INFERRED, RULE, equation, operands)
