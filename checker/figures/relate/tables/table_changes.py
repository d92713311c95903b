"""Columns of changes in tables: this year's cell, last year's, and the change that the row states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.figures.numerals import written_number
from checker.figures.quantities import build_quantity
from checker.figures.reading import Frame
from checker.figures.relate.changes.differences import Change, judge
from checker.figures.story import Story
from checker.patterns import expression
from checker.words.document import Cell, Document
from checker.words.place import Span
from checker.words.record import dataclass
from checker.words.relation import Relation, Truth

_MOST_CHANGES = 2  # columns
_NUMBER = r"(?P<number>(?:\d{1,3}(?:,\d{3}){1,12}|\d{1,40})(?:\.\d{1,40})?)"
_CELL = expression(rf"{_NUMBER}(?P<unit>%?)")
_CHANGE = expression(
    rf"(?P<up>\+|↑|增长|上升|增加|提高|增)?(?P<down>[-－−–]|↓|下降|减少|降低|减|降)?{_NUMBER} ?(?P<unit>%|个百分点|百分点)?"
)
_HEAD = expression(
    r"^(?:同比|比上年|较上年|与上年)?(?:同比)?(?:增减|增长|变化|增幅|升降|变动)?(?:情况|幅度|率|比例|幅|值)?(?:数|量|值|额)?(?:\((?:%|±%|[^()]{1,4})\))?$"
)
_YEAR = expression(r"^(20\d\d)年?(?:度|全年|累计)?(?:\([^()]{1,4}\))?$")
_NOW = expression(r"^(?:本年度?|今年|本期|当年)(?:数|累计|实际)?$")
_BEFORE = expression(r"^(?:上年度?|去年|上期|上年同期|去年同期|同期)(?:数|累计|实际)?$")


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of both years, and those of the change: its amount and its percentage, which says so in its head."""

    now: int
    before: int
    changes: tuple[tuple[int, bool], ...]


def table_changes(story: Story, document: Document) -> Iterator[Relation]:
    """Each row under a head of two years and a change; an unsigned change may be a rise or a fall."""
    for table in document.tables:
        columns, width = None, 0
        for cells in table.rows:
            texts = [cell.span.of(document.folded).strip() for cell in cells]
            head = _columns(texts)
            if head is not None:
                columns, width = head, len(cells)
            elif columns is not None and len(cells) == width:
                for at, percent in columns.changes:
                    yield from _row(story, document, cells, texts, columns, at, percent=percent)


def _columns(texts: Sequence[str]) -> _Columns | None:
    """The columns of a head that names two years side by side and the change between them."""
    years = {i: int(match[1]) for i, text in enumerate(texts) if (match := _YEAR.match(text))}
    if len(years) == 2:
        now, before = sorted(years, key=years.__getitem__, reverse=True)
        if years[now] != years[before] + 1:
            return None
    else:
        sides = [[i for i, text in enumerate(texts) if side.match(text)] for side in (_NOW, _BEFORE)]
        if years or len(sides[0]) != 1 or len(sides[1]) != 1:
            return None
        (now,), (before,) = sides
    changes = [i for i, text in enumerate(texts) if text and _HEAD.match(text)]
    if not 0 < len(changes) <= _MOST_CHANGES or changes[0] < max(now, before):
        return None
    return _Columns(now, before, tuple((at, "%" in texts[at]) for at in changes))


def _row(
    story: Story,
    document: Document,
    cells: Sequence[Cell],
    texts: Sequence[str],
    columns: _Columns,
    at: int,
    *,
    percent: bool,
) -> Iterator[Relation]:
    now, before = _CELL.fullmatch(texts[columns.now]), _CELL.fullmatch(texts[columns.before])
    change = _CHANGE.fullmatch(texts[at])
    if now is None or before is None or change is None or (change["up"] and change["down"]):
        return
    unit = change["unit"] or ("%" if percent else "")
    if (now["unit"] or before["unit"]) and unit == "%":
        return  # 98.7%, 97.1%, 1.6%: points or per cent
    label = " ".join(text for text in texts[: min(columns.now, columns.before)] if text)
    frames = [
        _frame(document, cells[column], match["number"], own, label)
        for column, match, own in (
            (columns.now, now, now["unit"]),
            (columns.before, before, before["unit"]),
            (at, change, unit),
        )
    ]
    after, former, stated = frames
    ups = (-1,) if change["down"] else (1,) if change["up"] else (1, -1)
    seen = [r for up in ups for r in judge(story, Change(stated, up), former, after)]
    told = next((r for r in seen if r.truth is Truth.HOLDS), None) or next((r for r in seen if r.rounding), None)
    if seen:
        yield told or seen[0 if after.quantity.value >= former.quantity.value else -1]


def _frame(document: Document, cell: Cell, number: str, unit: str, label: str) -> Frame:
    start = document.folded.index(number, cell.span.start)
    span = Span(start, start + len(number) + (unit == "%" and document.folded.startswith("%", start + len(number))))
    value, decimals = written_number(number)
    step = Fraction(1, 10**decimals)
    quantity = build_quantity(span, span.of(document.text), value, unit, step, "", rounded=decimals > 0)
    return Frame(quantity, 0, label, "", "", 0, 0, -1, span.start)
