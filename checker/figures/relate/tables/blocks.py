"""The blocks of text tables: rows of numbers under one head, with what each row and column is called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.figures.numerals import written_number
from checker.figures.quantities import build_quantity
from checker.patterns import expression
from checker.words.document import Document, Table
from checker.words.figure import Quantity
from checker.words.place import Span
from checker.words.record import dataclass, replace
from checker.words.relation import Operand, Role

TOTAL = expression(
    r"合计|总计|小计|(?<!公开)总数|共计|全年(?:\([^()]{1,4}\))?$|总和"
)  # 对外公开总数量 counts those of all years
# The row of the whole area, where it is no part of it: 全市, 全省, 总数.
_AREA = expression(
    r"(?:全|总)(?:省|市|县|区|州|旗|盟|镇|乡|街道|国|局|厅|院|系统|域|部|体|量|数|)|全部(?:领域|单位|部门|地区|行业|类别|类型|种类|案件|事项)"
)
_NUMBER = expression(r"[-+−↑↓]?(?:\d{1,3}(?:[, ]\d{3}){1,12}|\d{1,40})(?:\.\d{1,40})?%?")  # -71, ↓3: a change
_NONE = expression("空(?:格|白|项|栏)[^,;。\n]{0,4}(?:为|表示|即|系|视为)(?:零|0|无)")
_BLANK = expression(r"(?<=[一-龥])\s+(?=[一-龥])")
_GROUP = expression(r"\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、]")
EMPTY = frozenset({"-", "--", "—", "——", "/", "\\", "无"})
# 国办公开办函〔2021〕30号, part 4: reconsideration, suits without it, suits after it, five columns each. Copies of a
# page lose the cells of its head that span several columns.
DISPUTES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
_DISPUTE = expression("尚未审结|直接起诉")
_PAIR = 2  # columns
_CAPTION = 60  # characters
_CAPTIONED = expression(r"^(?:附?表|Table) ?\d|(?:统计|情况|明细|汇总|一览)表(?:\([^()]*\))?$")
# 主动公开政府信息情况(市局机关口径); 上表仅列市局机关。
_LIMITED = expression(r"\([^()\n]{1,12}口径\)|表(?:中|内|格)?[^,;。\n]{0,6}(?:仅|只|不含|不包括)[^,;。\n]")


@dataclass(frozen=True, slots=True)
class Number:
    """A numeric cell: its place and what it admits."""

    span: Span
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its labels joined and the numbers at its end. `total` says that its numbers sum up the others."""

    label: str
    numbers: tuple[Number, ...]
    total: bool = False

    @property
    def is_total(self) -> bool:
        return self.total or bool(TOTAL.search(self.label))

    def value(self, column: int) -> Fraction:
        """What the cell of a column states."""
        return self.numbers[column].quantity.value


@dataclass(frozen=True, slots=True)
class Block:
    """Rows with one number of columns under one head; `heads` are aligned to the numbers from the right."""

    heads: tuple[str, ...]
    rows: tuple[Row, ...]


def is_limited(document: Document, offset: int) -> bool:
    """Whether the heading over a table's cell or a note in its section tells that it counts less than the report."""
    path = document.path_to(offset)
    return bool(path) and _LIMITED.search(document.folded, path[-1].extent.start, path[-1].extent.end) is not None


def caption_of(document: Document, table: Table) -> str:
    """The line right above a table where it is its caption (表2 行政处罚实施情况统计表(单位:宗)); else empty."""
    above = document.folded[max(0, table.span.start - _CAPTION) : table.span.start].rstrip("\n")
    line = above.rpartition("\n")[2].strip()
    return line if _CAPTIONED.search(line) else ""


def blocks(document: Document, table: Table) -> Iterator[Block]:
    """A text table cut where its head or its number of columns changes."""
    heads: list[list[str]] = []
    rows: list[Row] = []
    for cells in table.rows:
        texts = [cell.span.of(document.folded) for cell in cells]
        size = _numeric(texts, len(rows[0].numbers) if rows else 0)
        if not size:
            if rows and len(texts) > len(rows[0].numbers) and not any(texts[-len(rows[0].numbers) :]):
                continue  # a kind of which there was none: all its cells are blank
            alone = sum(map(bool, texts)) == 1
            if rows and _GROUP.match("".join(texts)) and alone:
                continue  # (三)不予公开: no numbers of its own, the kinds below it have
            if not rows and heads and alone and sum(map(bool, heads[-1])) > _PAIR:
                continue  # 合计, alone in the row below a whole head: a title of the rows that follow
            if rows:
                yield _block(heads, rows)
                rows, heads = [], []
            if any(texts) and not set("".join(texts)) <= set("-:+= "):
                heads.append(texts)
            continue
        if rows and len(rows[0].numbers) != size:
            yield _block(heads, rows)
            rows = []
        numbers = tuple(_number(document, cell.span) for cell in cells[-size:])
        rows.append(Row(" ".join(_BLANK.sub("", t) for t in texts[:-size] if t), numbers))
    if rows:
        yield _block(heads, rows)


def _numeric(texts: Sequence[str], usual: int) -> int:
    """How many cells at the end of a row are numbers: blanks among them are, and those before as far as is `usual`."""
    size = numbers = 0
    for place, text in enumerate(reversed(texts), 1):
        if _NUMBER.fullmatch(text):
            numbers, size = numbers + 1, place
        elif text in EMPTY:
            size = place
        elif text:
            break
    if size < usual < len(texts) and not any(texts[-usual : len(texts) - size]):
        size = usual
    return size if numbers else 0


def _block(heads: Sequence[Sequence[str]], rows: Sequence[Row]) -> Block:
    """The rows under the last head that is wide enough; a last column that sums up the others says so itself."""
    size = len(rows[0].numbers)
    rows = _with_total(rows)
    if size == 3 * len(DISPUTES) and any(_DISPUTE.search(text) for head in heads for text in head):
        return Block(DISPUTES * 3, tuple(rows))
    wide = _widest(heads, size) or _two_storeys(heads, size)
    if wide is not None:
        return Block(tuple(wide[-size:]), tuple(rows))
    totals = any(TOTAL.search(text) for head in heads for text in head)
    filled = [row for row in rows if row.numbers[-1].quantity.value]
    fitting = [
        row for row in filled if sum(n.quantity.value for n in row.numbers[:-1]) == row.numbers[-1].quantity.value
    ]
    if size > 2 and len(filled) > (1 if totals else 3) and len(fitting) * 10 >= len(filled) * 7:
        return Block((*("" for _ in range(size - 1)), "总计"), tuple(rows))
    return Block((), tuple(rows))


def _with_total(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows; the one of the whole area, first or last, is a total where most of its columns are the others' sums."""
    if len(rows) < 3 or any(TOTAL.search(row.label) for row in rows[1:]):
        return rows
    for at, others in ((0, rows[1:]), (len(rows) - 1, rows[:-1])):
        row = rows[at]
        if not (_AREA.fullmatch(row.label) or (at == 0 and TOTAL.search(row.label))):
            continue
        columns = [c for c, number in enumerate(row.numbers) if number.quantity.value and not number.quantity.unit]
        agreeing = [c for c in columns if row.numbers[c].quantity.value == _sum_of(others, c)]
        share = Fraction(1, 2) if row.label.startswith("全部") else Fraction(2, 3)
        if agreeing and len(agreeing) >= len(columns) * share:
            return [replace(r, total=True) if r is row else r for r in rows]
    return rows


def _sum_of(rows: Sequence[Row], column: int) -> Fraction:
    return sum((row.numbers[column].quantity.value for row in rows), Fraction(0))


def _widest(heads: Sequence[Sequence[str]], size: int) -> list[str] | None:
    """The last head with a cell for each column; where it is blank, what the heads of its width above it say."""
    lowest = next((head for head in reversed(heads) if len(head) >= size), None)
    if lowest is None:
        return None
    storeys = [head for head in reversed(heads) if len(head) == len(lowest)]
    return [next((text for text in column if text), "") for column in zip(*storeys, strict=True)]


def _two_storeys(heads: Sequence[Sequence[str]], size: int) -> list[str] | None:
    """A head whose last cells span the columns that the row below names."""
    if len(heads) < 2:
        return None
    upper, lower = heads[-2], heads[-1]
    spanning = len(upper) + len(lower) - size
    if not 0 < spanning < len(upper):
        return None
    after = 1 if TOTAL.search(upper[-1]) and len(upper) > spanning + 1 else 0
    return [*upper[: len(upper) - spanning - after], *lower, *upper[len(upper) - after :]]


def _number(document: Document, span: Span) -> Number:
    text = span.of(document.folded)
    text = "0" if text in EMPTY or not text else text
    value, decimals = written_number(text.strip("%-+−↑↓"))
    value = -value if text[0] in "-−↓" else value
    unit = "%" if text.endswith("%") else ""
    step = Fraction(1, 10**decimals)
    return Number(span, build_quantity(span, span.of(document.text), value, unit, step, "", rounded=decimals > 0))


def blank_is_none(document: Document) -> bool:
    """Whether a note says what a blank cell stands for (空格为零)."""
    return _NONE.search(document.folded) is not None


def cell_operand(document: Document, number: Number, role: Role, label: str) -> Operand:
    """A numeric cell in its role."""
    return Operand(number.span, number.span.of(document.text), role, label, number.quantity.interval)
