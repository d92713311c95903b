"""The official disclosure form against the prose: groups of rows, applicants that are no natural persons.

国办公开办函〔2021〕30号, table 3; of table 4 its own module tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from checker.figures.build import operand, shown
from checker.figures.names import core_of
from checker.figures.numerals import is_slip, plain_decimal
from checker.figures.reading import Frame
from checker.figures.relate.lists import RATES, is_compared
from checker.figures.relate.tables.blocks import TOTAL, Block, Number, blocks, cell_operand
from checker.figures.relate.tables.form_disputes import disputed, disputes_of, neighbours
from checker.figures.relate.tables.prose_tables import NamedCell, same_cell
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.document import Document
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

RULE = "figures.prose-table"

_OF_FILES = expression("档案|公文|公开属性|标注")  # 标注“不予公开”83件: no applications
_TITLE = "新收政府信息公开申请"
_NEW = expression(r"^一、.*新收")
# 三、本年度办理结果 (三)不予公开 1.属于国家秘密, and below it 2.其他法律行政法规禁止公开
_KIND = expression(r"\((?P<number>[一二三四五六])\) ?(?P<name>[一-龥]{2,})")
_NUMBERED = expression(r"\d+[.、]")
_OTHERS = expression(r"法人(?:或|和|及)?其[他它]组织$")
_ABOUT = expression("信息公开|公开信息")
_TELLING = 10
_AGREED = 2  # other outcomes


def form_groups(story: Story, document: Document) -> Iterator[Relation]:
    """The figures of the prose that groups of the form's cells make up, and those of the disputes."""
    if _TITLE not in document.folded:
        return
    found = [block for table in document.tables for block in blocks(document, table)]
    form = next((b for b in found if b.heads and any(_NEW.search(row.label) for row in b.rows)), None)
    if form is None:
        return
    groups = dict(_groups(form))
    disputes = disputes_of(found)
    for sentence in story.sentences:
        for frame in sentence.at():
            if frame.unit_class in RATES or is_compared(frame) or not frame.quantity.interval.is_exact or sentence.plan:
                continue
            name = core_of(frame.label)
            key = "法人" if _OTHERS.search(name) else name
            if key in groups and key != "法人" and len(_filled(groups[key])) == 1:
                yield from _sole(story, document, sentence, frame, groups)
            elif key in groups:
                sure = key != "法人" and _OF_FILES.search(sentence.text) is None
                sure = sure and (frame.quantity.value >= _TELLING or _are_told(sentence, frame, groups))
                yield from _summed(story, document, frame, groups[key], sure=sure)
            elif disputes and _ABOUT.search(sentence.text):
                yield from disputed(story, document, sentence, frame, disputes)


def _groups(form: Block) -> Iterator[tuple[str, list[Number]]]:
    """The cells that one name of the form counts together: 不予公开 in all, applicants that are organisations."""
    totals = [c for c, head in enumerate(form.heads) if TOTAL.search(head)]
    if len(totals) != 1:
        return
    kinds: dict[str, list[Number]] = {}
    names: dict[str, str] = {}  # by the number of each kind
    number = ""
    for row in form.rows:
        if told := _KIND.search(row.label):
            number = told["number"]
            # (六)其他:逾期不补正, and below it (六)其他处理
            names[number] = max(names.get(number, ""), told["name"], key=len)
        elif not _NUMBERED.match(row.label):
            number = ""
        if number:
            kinds.setdefault(number, []).append(row.numbers[totals[0]])
    yield from ((names[number], cells) for number, cells in kinds.items())
    new = next(row for row in form.rows if _NEW.search(row.label))
    if totals[0] > 2:
        yield "法人", list(new.numbers[1 : totals[0]])


def _summed(
    story: Story, document: Document, whole: Frame, cells: Sequence[Number], *, sure: bool
) -> Iterator[Relation]:
    """不予公开29件: what its kinds add up to; a figure that is this but for a slip is asked about."""
    filled = _filled(cells)
    value = sum((n.quantity.value for n in filled), Fraction(0))
    stated, computed = shown(whole.quantity), plain_decimal(value)
    holds = value == whole.quantity.value
    slip = sure and is_slip(stated, computed)
    if len(filled) < 2 or not (holds or slip):
        return
    left = " + ".join(plain_decimal(n.quantity.value) for n in filled)
    equation = f"{left} = {computed}" + ("" if holds else f" ≠ {stated}")
    operands = (
        operand(story, whole, Role.TOTAL),
        *(cell_operand(document, n, Role.PART, story.label(whole)) for n in filled),
    )
    truth = Truth.HOLDS if holds else Truth.VIOLATED
    gap = "" if holds else plain_decimal(abs(value - whole.quantity.value))
    yield Relation("", RelationKind.PART_WHOLE_SUM, truth, Binding.INFERRED, RULE, equation, operands, gap=gap)


def _filled(cells: Sequence[Number]) -> list[Number]:
    return [n for n in cells if n.quantity.value]


def _sole(
    story: Story, document: Document, sentence: Sentence, frame: Frame, groups: Mapping[str, Sequence[Number]]
) -> Iterator[Relation]:
    """无法提供3件, of which the form has one kind, 2: what fails is asked about where its sentence agrees with the form else."""
    name = core_of(frame.label)
    cell = _filled(groups[name])[0]
    holds = cell.quantity.value == frame.quantity.value
    if holds or _are_told(sentence, frame, groups):
        yield same_cell(story, document, frame, NamedCell(name, cell, 1), holds=holds)


def _are_told(sentence: Sentence, frame: Frame, groups: Mapping[str, Sequence[Number]]) -> bool:
    """Whether the sentence tells of other outcomes what the form does."""
    others = ((f, core_of(f.label)) for f in neighbours(sentence, frame) if f is not frame)
    told = [(f, groups[name]) for f, name in others if name in groups]
    agreed = [f for f, cells in told if sum(n.quantity.value for n in cells) == f.quantity.value]
    return len(agreed) >= _AGREED
