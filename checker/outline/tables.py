"""Tables drawn in text: with pipes or box lines, with tabs, with aligned blanks; and cells set one below the other."""

from __future__ import annotations

import re

from checker.outline.layout import Layout, is_genre
from checker.patterns import expression
from checker.words.document import Cell, LineKind, Table
from checker.words.place import Span
from checker.words.record import dataclass

_LONGEST_ROW = 2000
_LONGEST_PAIR = 120  # a row of two cells that is longer is a sentence with a tab in it
_LONGEST_SPACED = 150
_LONGEST_LABEL = 40
_LONGEST_HEAD_NAME = 12  # what is longer and ends in 数据 is the report's title
_LEAST_STACKED = 4
_FEWEST_NUMBERS = 2
_MOST_LABELS = 2
_AHEAD = 3  # lines in which a row of numbers must follow a kind without any
_NUMBER_TEXT = r"[-+−↑↓]?\d[\d,]*(?:\.\d+)?%?|[-—/]+"

_PARTED = expression(r"[|│┃║\t +─━┄┅═]")
_BAR = expression(r"[|│┃║]")
_RULE = expression(r"[\s|:+=\-—_─━┄┅═│┃║┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬]{3,}")
_CROSSING = expression(r"[|+┼┬┴├┤┌└╔╬]")
_KIND = expression(r"\(?(?:\d{1,2}[.、．)]|[一二三四五六七八九十]{1,2}\))")
_TAB = expression(r"\t")
_WIDE_GAP = expression(r"\s{2,}")
_GAP = expression(r"\s+")
_NUMBER = expression(_NUMBER_TEXT)
_GROUPED_TEXT = r"\d{1,3}(?: \d{3})+(?:\.\d+)?"
_GROUPED = expression(_GROUPED_TEXT)
# 合  计    12 345    651: where wide gaps part the cells, single blanks group the digits.
_GROUPED_LAST = expression(rf"(?:\s{{2,}}(?:{_GROUPED_TEXT}|{_NUMBER_TEXT}))+$")
_WIDE_NUMBER = expression(rf"{_GROUPED_TEXT}|{_NUMBER_TEXT}")
_NUMBERS_LAST = expression(rf"(?:\s+(?:{_NUMBER_TEXT}))+$")
_SPEECH = expression(r"[。;:!?]|,(?!\d{3})")


@dataclass(frozen=True, slots=True)
class _Row:
    """A line that may be a row. `sure`: it needs no like line beside it to be one."""

    number: int
    style: str
    cells: tuple[Span, ...]
    sure: bool = False


def find_tables(layout: Layout) -> tuple[Table, ...]:
    """Marks the lines of tables, and gives the tables whose cells are known."""
    tables: list[Table] = []
    block: list[_Row] = []
    before: int | None = None
    for position, number in enumerate(layout.solid):
        row = _row(layout, number)
        if row is None and block:
            above = next((each for each in reversed(block) if len(each.cells) > 1), block[-1])
            row = _caption(layout, above, number, layout.solid[position + 1 : position + 1 + _AHEAD])
        if block and (row is None or row.style != block[0].style):
            tables += _table(layout, block, before)
            before, block = block[-1].number, []
        if row:
            block.append(row)
        else:
            before = number
    if block:
        tables += _table(layout, block, before)
    _mark_stacked(layout)
    return tuple(tables)


def _table(layout: Layout, block: list[_Row], before: int | None) -> list[Table]:
    head = _head(layout, before, block[0]) if before is not None and block[0].style == "space" else None
    block = [head, *block] if head else block
    if len(block) < 2 and not block[0].sure:
        return []
    for row in block:
        layout.mark(row.number, LineKind.TABLE)
    rows = [row for row in block if row.cells]
    if not rows:
        return []
    cells = tuple(tuple(Cell(r, c, span) for c, span in enumerate(row.cells)) for r, row in enumerate(rows))
    return [Table(Span(layout.starts[rows[0].number], layout.ends[rows[-1].number]), cells)]


def _caption(layout: Layout, above: _Row, number: int, following: list[int]) -> _Row | None:
    """A label with a line of its own between two rows of numbers of one table (三、本年度办理结果).

    In a table of tabs it may be a numbered kind of which there was none (2.重复申请), and the next may be one too.
    """
    kind = above.style == "tab" and _KIND.match(layout.text(number)) is not None
    rows = (_row(layout, n) for n in following[: _AHEAD if kind else 1])
    below = next((row for row in rows if row is not None), None)
    if below is None or below.style != above.style or len(above.cells) < 2:
        return None
    if not kind and len(below.cells) != len(above.cells):
        return None
    if layout.length(number) > _LONGEST_LABEL or layout.kinds[number] is not LineKind.TEXT or layout.is_prose(number):
        return None
    numbers = all(
        _NUMBER.fullmatch(layout.folded, row.cells[-1].start, row.cells[-1].end)
        for row in ((below,) if kind else (above, below))
    )
    return _Row(number, above.style, (layout.content(number),)) if numbers else None


def _head(layout: Layout, number: int, first: _Row) -> _Row | None:
    """The line above aligned rows, where it has as many words as they have cells."""
    line = layout.text(number)
    if layout.kinds[number] is not LineKind.TEXT or number in layout.markers or _SPEECH.search(line):
        return None
    if is_genre(line) and len(line) > _LONGEST_HEAD_NAME:
        return None
    cells = _split(layout, number, _GAP)
    return _Row(number, "space", cells) if len(cells) == len(first.cells) else None


def _row(layout: Layout, number: int) -> _Row | None:
    if layout.kinds[number] is not LineKind.TEXT:
        return None
    folded, start, end = layout.folded, layout.starts[number], layout.ends[number]
    if not _PARTED.search(folded, start, end):
        return None
    if _BAR.search(folded, start, end) or _is_rule(layout.text(number)):
        return _piped(layout, number)
    if folded.find("\t", start, end) >= 0:
        return _tabbed(layout, number)
    return _spaced(layout, number) if end - start <= _LONGEST_SPACED else None


def _piped(layout: Layout, number: int) -> _Row | None:
    if _is_rule(layout.text(number)):
        return _Row(number, "pipe", ())
    cells = _split(layout, number, _BAR)
    cells = cells[0 if cells[0] else 1 : len(cells) if cells[-1] else -1]
    return _Row(number, "pipe", cells if len(cells) >= 2 else ())  # a lone cell: a copy has taken the rows apart


def _tabbed(layout: Layout, number: int) -> _Row | None:
    cells = _split(layout, number, _TAB)
    full = [cell for cell in cells if cell]
    marker = layout.markers.get(number)
    if marker and full[0].end <= marker.end and len(full) == 2:  # a tab between marker and heading
        return None
    if len(full) < 2 or (len(full) == 2 and layout.length(number) > _LONGEST_PAIR):
        return None
    return _Row(number, "tab", cells, len(full) >= 3)


def _spaced(layout: Layout, number: int) -> _Row | None:
    line = layout.text(number)
    cells, numbered = _split(layout, number, _WIDE_GAP), _numbered(layout, number)
    if len(numbered) > _FEWEST_NUMBERS and len(numbered) >= len(cells):
        return _Row(number, "space", numbered)  # (二)部分公开(区分处理的,只计这一情形) 5 3 0, whatever the label says
    if _SPEECH.search(line) or (len(cells) == 2 and not _NUMBER.fullmatch(layout.folded, cells[1].start, cells[1].end)):
        return None
    cells = cells if len(cells) >= 2 else numbered
    return _Row(number, "space", cells) if len(cells) >= 2 else None


def _numbered(layout: Layout, number: int) -> tuple[Span, ...]:
    """The words of a line and the numbers at its end, which single blanks may part."""
    line, start = layout.text(number), layout.starts[number]
    numbers, one = _GROUPED_LAST.search(line), _WIDE_NUMBER
    if numbers is None or not _GROUPED.search(line, numbers.start()):
        numbers, one = _NUMBERS_LAST.search(line), _NUMBER
    if numbers is None or not numbers.start():
        return ()
    figures = (Span(start + m.start(), start + m.end()) for m in one.finditer(line, numbers.start()))
    return (_trimmed(layout.folded, start, start + numbers.start()), *figures)


def _split(layout: Layout, number: int, separator: re.Pattern[str]) -> tuple[Span, ...]:
    """The cells without the blanks around them; empty ones are kept. What has too many is no row: one cell."""
    cells: list[Span] = []
    start, end = layout.starts[number], layout.ends[number]
    if end - start > _LONGEST_ROW:
        return (layout.content(number),)
    for match in separator.finditer(layout.folded, start, end):
        cells.append(_trimmed(layout.folded, start, match.start()))
        start = match.end()
    return (*cells, _trimmed(layout.folded, start, end))


def _trimmed(folded: str, start: int, end: int) -> Span:
    cell = folded[start:end]
    left = len(cell) - len(cell.lstrip())
    return Span(start + left, max(start + left, start + len(cell.rstrip())))


def _is_rule(line: str) -> bool:
    return bool(_RULE.fullmatch(line) and _CROSSING.search(line))


def _mark_stacked(layout: Layout) -> None:
    """Marks tables that a copy has taken apart, a cell a line: bare numbers in a row, and the labels before them."""
    cluster: list[int] = []
    for position, number in enumerate(layout.solid):
        if _is_bare(layout, number):
            if cluster and position - cluster[-1] > _MOST_LABELS + 1:
                _mark_cluster(layout, cluster)
                cluster = []
            cluster.append(position)
    _mark_cluster(layout, cluster)


def _mark_cluster(layout: Layout, cluster: list[int]) -> None:
    if len(cluster) < _LEAST_STACKED:
        return
    before = cluster[0] - 2
    for position in cluster:
        labels = [number for number in layout.solid[max(0, before + 1) : position] if _is_label(layout, number)]
        for number in (*labels, layout.solid[position]):
            layout.mark(number, LineKind.TABLE)
        before = position


def _is_bare(layout: Layout, number: int) -> bool:
    folded, start, end = layout.folded, layout.starts[number], layout.ends[number]
    return (
        end - start <= 12
        and (folded[start].isdecimal() or folded[start] in "-—/")
        and layout.kinds[number] is LineKind.TEXT
        and bool(_NUMBER.fullmatch(folded, start, end))
    )


def _is_label(layout: Layout, number: int) -> bool:
    return (
        layout.length(number) <= _LONGEST_LABEL
        and layout.kinds[number] in (LineKind.TEXT, LineKind.TABLE)
        and not layout.is_prose(number)
    )
