"""Tables that balance: what was carried in and what came are what was closed and what is carried on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.figures.numerals import plain_decimal
from checker.figures.relate.tables.blocks import EMPTY, Block, Number, Row, cell_operand
from checker.patterns import expression
from checker.words.document import Document
from checker.words.record import replace
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

# 国办公开办函〔2021〕30号, table 3: first plus second item equal third plus fourth.
_FORM = tuple(
    expression(p)
    for p in (
        r"^一、.*新收|^(?:1[.．、 ]|本年)+.*新收",
        r"^二、.*结转|^(?:2[.．、 ])?上年.*结转",
        r"^[^1-9]*\(?七?\)?总计|办理结果.{0,4}总计",
        r"^四、.*结转|结转下一?年",
    )
)
_ROLES = (Role.RECEIVED, Role.OPENING, Role.CLOSED, Role.CLOSING)
_STOCK = tuple(
    expression(p)
    for p in (
        r"^(?:\(?[\d一二三四]+[).、] ?)?(?:当年|本年|全年|年内|本期)?度?(?:新)?(?:受理|收案|立案|新收案?)(?:数|案件|案件数)?(?:\(件\))?$",
        r"^(?:\(?[\d一二三四]+[).、] ?)?(?:(?:上年|去年|年初|期初|往年|上期)[度末底]?(?:未结|结转|结存|旧存|存量|转入)|旧存)",
        r"^(?:\(?[\d一二三四]+[).、] ?)?(?:当年|本年|全年|年内|本期)?度?(?:共)?(?:审结|办结|结案)(?:合计|总计|总?数|案件|案件数)?(?:\(件\))?$",
        r"^(?:\(?[\d一二三四]+[).、] ?)?(?:(?:年末|年底|期末)(?:未|结|存)|结转下|转下年|未(?:审|办)?结)",
    )
)
_NEAR = 4  # one part in so many


def form_rows(block: Block) -> tuple[Row, Row, Row, Row] | None:
    """New, carried in, handled, carried out: the four rows of the official disclosure form."""
    found: list[Row] = []
    position = 0
    for pattern in _FORM:
        row = next((r for r in block.rows[position:] if pattern.search(r.label)), None)
        if row is None:
            return None
        found.append(row)
        position = block.rows.index(row) + 1
    new, carried_in, done, carried_out = found
    return new, carried_in, done, carried_out


def balances(document: Document, block: Block) -> Iterator[Relation]:
    """The balances of a block of a table, by rows or by columns."""
    rows = form_rows(block)
    yield from _of_rows(document, block, rows) if rows is not None else _of_stock(document, block)


def _of_rows(document: Document, block: Block, rows: Sequence[Row]) -> Iterator[Relation]:
    """Each column of the form: new, carried in, handled, carried out."""
    for column in range(len(rows[0].numbers)):
        head = block.heads[column] if block.heads else ""
        labels = [f"{head} {row.label}".strip() for row in rows]
        yield from _balance(document, [row.numbers[column] for row in rows], labels)


def _of_stock(document: Document, block: Block) -> Iterator[Relation]:
    """A table of cases whose rows, or whose columns, are the four of a stock; what fails is told where it is near."""
    names = [row.label for row in block.rows]
    at = _four(names)
    if at is not None:
        columns = range(len(block.rows[0].numbers))
        found = [[block.rows[k].numbers[column] for k in at] for column in columns]
    else:
        names = list(block.heads)
        at = _four(names)
        found = [[row.numbers[k] for k in at] for row in block.rows] if at is not None else []
    for numbers in found:
        for relation in _balance(document, numbers, [names[k] for k in at or ()]):
            new, carried_in, done, carried_out = (n.quantity.value for n in numbers)
            if relation.truth is not Truth.HOLDS and any(numbers[k].quantity.text in EMPTY for k in (1, 3)):
                continue  # 三年累计 110 — 111 —: what was there at first and at last is left out
            near = _NEAR * abs(new + carried_in - done - carried_out) <= new + carried_in
            if relation.truth is Truth.HOLDS or near:
                told = Binding.STATED if relation.truth is Truth.HOLDS else Binding.INFERRED
                yield replace(relation, rule="figures.table", binding=told)


def _four(names: Sequence[str]) -> list[int] | None:
    """Where what came, what was there, what was closed and what is left stand among the names, once each."""
    places = [[k for k, name in enumerate(names) if told.search(name)] for told in _STOCK]
    return [found[0] for found in places] if all(len(found) == 1 for found in places) else None


def _balance(document: Document, numbers: Sequence[Number], labels: Sequence[str]) -> Iterator[Relation]:
    """New + carried in = handled + carried out; nothing where all four are zero."""
    new, carried_in, done, carried_out = (n.quantity.value for n in numbers)
    if not any((new, carried_in, done, carried_out)):
        return
    left, right = new + carried_in, done + carried_out
    sign = "=" if left == right else "≠"
    shown = [plain_decimal(v) for v in (new, carried_in, left, done, carried_out, right)]
    equation = f"{shown[0]} + {shown[1]} = {shown[2]} {sign} {shown[3]} + {shown[4]} = {shown[5]}"
    operands = tuple(
        cell_operand(document, n, role, label) for n, role, label in zip(numbers, _ROLES, labels, strict=True)
    )
    truth = Truth.HOLDS if left == right else Truth.VIOLATED
    gap = "" if left == right else plain_decimal(abs(left - right))
    rule = "figures.form-balance"
    yield Relation("", RelationKind.CARRY_OVER, truth, Binding.STATED, rule, equation, operands, gap=gap)
