"""Text tables: totals of rows and columns, shares, and balances."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.figures.build import short_decimal
from checker.figures.numerals import plain_decimal
from checker.figures.relate.completeness import UNSURE
from checker.figures.relate.tables.balances import balances
from checker.figures.relate.tables.blocks import TOTAL, Block, Number, Row, blank_is_none, blocks, cell_operand
from checker.patterns import expression
from checker.words.document import Document
from checker.words.interval import Interval, total
from checker.words.record import replace
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

RULE = "figures.table"

_PAIR, _FEW = 2, 4  # rows; cells
_ALL = 100  # per cent
_MISSED = 10  # points by which a total of shares may miss the whole
_MISREAD = 3  # columns of one total
_UNSUMMED = expression(r"金额|万元|元\)|元$|率|占比|比例|比重|%|同比|增长|增幅|增减|变化|面积|其中|均|上年|去年")
_MONEY = expression(r"\((?:单位:)?[万亿]?元\)$")
_UNIT = expression(r"(?:金额)?\([^()]*元\)$")
_RATE_COLUMN = expression(r"占比|比例|比重|占.*%|^%$")
# Some offices count what they ask of the court among their coercive acts, others do not.
_MAY_COUNT = expression(r"申请(?:人民)?法院")
_MAJOR = expression(r"^[一二三四五六七八九十]+、")
_MINOR = expression(r"^\(?\d+[.)、]|^\d+[.．、]")
_CLOSED, _LEFT = expression("审结|办结|结案"), expression("结转|旧存|未结")
_STOCK_HEAD = expression("[期年月季][初末底]|结存|存量|结转|在办|未结")
_PERIOD = expression(r"(?:第?[一二三四1-4]季度|\d{1,2}月|[上下]半年|20\d\d年)")
_NUMBERED = expression(r"(\d{1,2})[.、． ]")
_PLAIN = expression("合计|总计|小计|共计")
_OF_A_THING = expression("[一-龥]{2}总[数和]$")
_RATIO = expression("率|比|%|均|每")
_OUTCOME = expression(r"^三、|^三?\([一二三四五六]\)|^\d")
_RESULTS = expression(r"三、(?:本年度?)?办理结果(?:情况)?")


def tables(document: Document) -> Iterator[Relation]:
    """All relations inside the report's tables."""
    for table in document.tables:
        for block in blocks(document, table):
            yield from _row_totals(document, block)
            yield from _column_totals(document, block)
            yield from _shares(document, block)
            yield from balances(document, block)


def _row_totals(document: Document, block: Block) -> Iterator[Relation]:
    """Under a head 合计: the columns to its left since the total before it."""
    if not block.heads:
        return
    start = 0
    for column, head in enumerate(block.heads):
        if not TOTAL.search(head):
            continue
        left = range(start, column)
        parts = [c for c in left if not _UNSUMMED.search(block.heads[c])]
        money = _of_money(block, left) if _MONEY.search(head) else []
        start = column + 1
        if money:
            parts = money
        elif column == 0:
            parts = [c for c in range(1, len(block.heads)) if not _UNSUMMED.search(block.heads[c])]
        if len(parts) < 2 or any(TOTAL.search(block.heads[c]) for c in parts):
            continue
        sure = [c for c in parts if not _MAY_COUNT.search(block.heads[c])]
        parts = _right_before(block, column, parts)
        rows = block.rows
        if _OF_A_THING.search(head):  # 编制总数: of these columns only where they add up
            rows = tuple(row for row in rows if row.value(column) == sum(row.value(c) for c in parts))
            rows = block.rows if 2 * len(rows) > len(block.rows) else rows
        for row in rows:
            readings = [[row.numbers[c] for c in columns] for columns in (parts, sure) if len(columns) > 1]
            told = sum_of(document, row.numbers[column], readings, row.label or head)
            yield from told if _PLAIN.search(head) else likely(told, sure="全年" in head)


def _right_before(block: Block, column: int, parts: list[int]) -> list[int]:
    """登记户数, 简易程序处罚, 普通程序处罚, 处罚合计: of the columns before a total those that most rows add up."""
    told = [row for row in block.rows if row.value(column)]

    def agreeing(columns: Sequence[int]) -> int:
        return sum(row.value(column) == sum(row.value(c) for c in columns) for row in told)

    tails = (parts[at:] for at in range(len(parts) - 1))
    return next((tail for tail in tails if agreeing(tail) >= max(_PAIR, (len(told) + 1) // 2)), parts)


def _of_money(block: Block, columns: Sequence[int]) -> list[int]:
    """罚款(万元), 没收违法所得(万元), 罚没合计(万元): the columns of money that a total of money sums up."""
    return [c for c in columns if _MONEY.search(block.heads[c]) and not _UNSUMMED.search(_UNIT.sub("", block.heads[c]))]


def _column_totals(document: Document, block: Block) -> Iterator[Relation]:
    """In a row 合计: the rows above it since the total before it; where it stands first, all rows below it."""
    start = 0
    for r, row in enumerate(block.rows):
        if not row.is_total:
            continue
        rows = range(1, len(block.rows)) if not r and row.total else range(start, r)
        below = _numbered_below(block, r) or _among_below(block, r)
        rows = below or rows
        if below is None and _CLOSED.search(row.label) and any(_LEFT.search(block.rows[k].label) for k in rows):
            continue  # 上年结转11件,当年受理88件,审结合计84件
        above = _of_its_name(block, row, [k for k in rows if below or "其中" not in block.rows[k].label])
        form = [k for k in above if _OUTCOME.match(block.rows[k].label)]
        if any(_MAJOR.match(block.rows[k].label) for k in above):
            above = _handled(block, form)
        start = below.stop if below else r + 1
        outer = [k for k in above if not _MINOR.match(block.rows[k].label)]
        readings = [keys for keys in (above, outer) if keys]
        if not readings or len(above) < 2:
            continue
        yield from _unless_misread(
            [r for c in range(len(row.numbers)) for r in _column(document, block, row, c, readings)]
        )


def _numbered_below(block: Block, total_row: int) -> range | None:
    """3 办理结果总计, 3.1 予以公开, 3.2 部分公开: the rows below a total that their numbers put under it."""
    numbered = _NUMBERED.match(block.rows[total_row].label)
    if numbered is None:
        return None
    end = total_row + 1
    while end < len(block.rows) and re.match(rf"{numbered[1]}[.．]\d", block.rows[end].label):
        end += 1
    return range(total_row + 1, end) if end > total_row + 2 else None


def _among_below(block: Block, total_row: int) -> range | None:
    """审结合计84件, 其中:维持56件, 驳回28件: the rows below a total that make it up in some column, from 其中 on."""
    rows = block.rows[total_row + 1 :]
    if not rows or not rows[0].label.startswith("其中"):
        return None
    stated = block.rows[total_row]
    columns = range(len(stated.numbers))
    sums = [[sum(r.value(c) for r in rows[:size]) == stated.value(c) for c in columns] for size in range(len(rows) + 1)]
    size = max(range(len(sums)), key=lambda n: sum(sums[n]) if n > 1 else 0)
    return range(total_row + 1, total_row + 1 + size) if size > 1 and any(sums[size]) else None


def _column(
    document: Document, block: Block, row: Row, column: int, readings: Sequence[Sequence[int]]
) -> Iterator[Relation]:
    """One column of a total: what its rows add up to."""
    number, head = row.numbers[column], block.heads[column] if block.heads else ""
    if expression(r"同比|增").search(head) or (_RATIO.search(head) and not _RATE_COLUMN.search(head)):
        return
    if _STOCK_HEAD.search(head) and all(_PERIOD.match(block.rows[k].label) for k in readings[0]):
        return  # 期初, 期末 of four quarters: those of the year are the first and the last
    cells = [[block.rows[k].numbers[column] for k in keys] for keys in readings]
    if row.total and not _is_near(number, cells[0]):
        return  # 全市: a mean or a rate of all
    sums = sum_of(document, number, cells, f"{head}{row.label}")
    percent = _RATIO.search(head) and abs(number.quantity.value - _ALL) > _MISSED
    # 承诺占受理比 of all, no sum of shares
    percent = percent or ((_RATIO.search(head) or number.quantity.is_percent) and not _is_near(number, cells[0]))
    yield from (r for r in sums if not percent or r.truth is Truth.HOLDS)


def _unless_misread(sums: Sequence[Relation]) -> Iterator[Relation]:
    """The sums of a total row; where most fail by far, its rows are others than those taken: nobody miscounts them all."""
    failed = [r for r in sums if r.truth is Truth.VIOLATED]
    misread = len(failed) >= _MISREAD and 2 * len(failed) > len(sums)
    for relation in sums:
        if misread and relation.truth is Truth.VIOLATED:
            yield replace(relation, truth=Truth.UNDECIDABLE, reason=UNSURE)
        else:
            yield relation


def _of_its_name(block: Block, total_row: Row, rows: Sequence[int]) -> Sequence[int]:
    """行政复议、行政诉讼(直接起诉)、行政诉讼(复议后起诉)、行政诉讼合计: of the rows, those that the total names."""
    name = _PLAIN.sub("", total_row.label)
    named = [k for k in rows if block.rows[k].label.startswith(name)] if len(name) > 1 else []
    return named if len(named) > 1 else rows


def _is_near(whole: Number, parts: Sequence[Number]) -> bool:
    stated = whole.quantity.value
    return abs(sum((n.quantity.value for n in parts), Fraction(0)) - stated) * 4 <= abs(stated)


def _handled(block: Block, rows: Sequence[int]) -> Sequence[int]:
    """The rows from 三、本年度办理结果 of the official form on; a row of that name alone holds their total."""
    third = next((k for k in rows if block.rows[k].label.startswith("三、")), None)
    if third is None:
        return rows
    bare = _RESULTS.fullmatch(block.rows[third].label)
    return rows[rows.index(third) + (1 if bare else 0) :]


def sum_of(document: Document, whole: Number, readings: Sequence[Sequence[Number]], label: str) -> Iterator[Relation]:
    """The total against the parts; empty cells and zeros add nothing and are left out, unless there are few."""
    fitting = [r for r in readings if total([n.quantity.interval for n in r]).meets(whole.quantity.interval)]
    cells = (fitting or readings)[0]
    parts = [n for n in cells if n.quantity.value]
    if not parts and not whole.quantity.value:
        return
    if not fitting and any(not n.quantity.text for n in cells) and not blank_is_none(document):
        return  # what a blank stands for is not said
    value = sum((n.quantity.value for n in parts), Fraction(0))
    left = " + ".join(plain_decimal(n.quantity.value) for n in (cells if len(cells) <= _FEW else parts)) or "0"
    stated = plain_decimal(whole.quantity.value)
    equation = f"{left} = {plain_decimal(value)}" + (
        "" if value == whole.quantity.value else f" {'≈' if fitting else '≠'} {stated}"
    )
    operands = (
        cell_operand(document, whole, Role.TOTAL, label),
        *(cell_operand(document, n, Role.PART, label) for n in parts),
    )
    truth = Truth.HOLDS if fitting else Truth.VIOLATED
    gap = "" if fitting else plain_decimal(abs(value - whole.quantity.value))
    yield Relation("", RelationKind.PART_WHOLE_SUM, truth, Binding.STATED, RULE, equation, operands, gap=gap)


def _shares(document: Document, block: Block) -> Iterator[Relation]:
    """A column 占比: each row's count ÷ the total of that column."""
    if not block.heads:
        return
    bottom = next((row for row in block.rows if row.is_total), None)
    for column, head in enumerate(block.heads):
        if bottom is None or not _RATE_COLUMN.search(head) or column == 0 or _is_part(bottom.numbers[column]):
            continue
        counted = _counted(block, bottom, column)
        for row in block.rows:
            rate, count, base = row.numbers[column], row.numbers[counted], bottom.numbers[counted]
            if row is bottom or not base.quantity.value or not count.quantity.value:
                continue
            yield share(document, rate, count, base, row.label)


def _counted(block: Block, bottom: Row, column: int) -> int:
    """The column of which a column of shares is: the one with which most rows agree, the nearest of equals."""

    def agreeing(left: int) -> int:
        base = bottom.numbers[left].quantity.interval
        shares = ((row.numbers[left].quantity.interval / base * Interval.exact(_ALL), row) for row in block.rows)
        return sum(row is not bottom and share.meets(row.numbers[column].quantity.interval) for share, row in shares)

    filled = [left for left in range(column - 1, -1, -1) if bottom.numbers[left].quantity.value]
    return max(filled, key=agreeing, default=column - 1)


def _is_part(share: Number) -> bool:
    """Whether the row of the total has a share of its own, so that the column is of something larger (前5位小计 59.6%)."""
    return bool(share.quantity.value) and _ALL not in share.quantity.interval


def likely(relations: Iterator[Relation], *, sure: bool = False) -> Iterator[Relation]:
    """No head says that all columns add up: what fails does so by little, and by inference if it is not `sure`."""
    for relation in relations:
        if relation.truth is Truth.HOLDS:
            yield relation
            continue
        whole, parts = (total([o.interval for o in relation.in_role(r) if o.interval]) for r in (Role.TOTAL, Role.PART))
        if (
            whole.middle is not None
            and parts.middle is not None
            and abs(whole.middle - parts.middle) * 5 <= whole.middle
        ):
            yield relation if sure else replace(relation, binding=Binding.INFERRED)


def share(document: Document, rate: Number, count: Number, base: Number, label: str) -> Relation:
    """A cell of a rate against the cells that it is of."""
    quotient = count.quantity.interval / base.quantity.interval * Interval.exact(100)
    value = 100 * count.quantity.value / base.quantity.value
    fits = quotient.meets(rate.quantity.interval)
    rounding = not fits and rate.quantity.truncated is not None and quotient.meets(rate.quantity.truncated)
    stated = plain_decimal(rate.quantity.value) + "%"
    equation = f"{plain_decimal(count.quantity.value)} ÷ {plain_decimal(base.quantity.value)} = {short_decimal(value)}%"
    equation += "" if value == rate.quantity.value else f" {'≈' if fits else '≠'} {stated}"
    operands = (
        cell_operand(document, count, Role.NUMERATOR, label),
        cell_operand(document, base, Role.DENOMINATOR, label),
        cell_operand(document, rate, Role.RATE, label),
    )
    truth = Truth.HOLDS if fits else Truth.VIOLATED
    return Relation("", RelationKind.RATE, truth, Binding.STATED, RULE, equation, operands, rounding=rounding)
