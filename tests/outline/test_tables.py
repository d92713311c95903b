"""Tables drawn in text: their cells, and that their row labels are no headings."""

from __future__ import annotations

import pytest

from checker.outline import parse
from checker.words.document import LineKind
from tests.outline.texts import source

HEADER = ["项目", "自然人", "总计"]
ROWS = [["一、新收申请", "8", "9"], ["（一）予以公开", "4", "5"], ["1.国家秘密", "", "0"]]
DRAWINGS = {
    "tabs": "\n".join("\t".join(row) for row in [HEADER, *ROWS]),
    "pipes": "\n".join(f"| {' | '.join(row)} |" for row in [HEADER, ["---"] * 3, *ROWS]),
    "bare pipes": "\n".join("|".join(row) for row in [HEADER, *ROWS]),
    "box": "┌──┬──┬──┐\n" + "\n├──┼──┼──┤\n".join(f"│{'│'.join(row)}│" for row in [HEADER, *ROWS]) + "\n└──┴──┴──┘",
    "blank lines": "\n\n".join("\t".join(row) for row in [HEADER, *ROWS]),
}


@pytest.mark.parametrize("drawing", DRAWINGS)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_cells(drawing: str, end: str) -> None:
    text = f"三、收到申请情况\n{DRAWINGS[drawing]}\n四、复议诉讼情况\n".replace("\n", end)
    document = parse(source(text))
    (table,) = document.tables
    assert [[cell.span.of(text) for cell in row] for row in table.rows] == [HEADER, *ROWS]
    assert [(c.row, c.column) for row in table.rows for c in row] == [(r, c) for r in range(4) for c in range(3)]
    assert [section.heading.text for section in document.walk()] == ["收到申请情况", "复议诉讼情况"]


@pytest.mark.parametrize("gap", [" ", "    ", "　　"])
def test_aligned_blanks(gap: str) -> None:
    rows = [HEADER, ["一、新收申请", "8", "9"], ["（一）予以公开", "4", "5,012"], ["合计", "12", "—"]]
    text = "\n".join(gap.join(row) for row in rows)
    document = parse(source(f"三、收到申请情况\n{text}\n四、复议诉讼情况\n"))
    (table,) = document.tables
    assert [[cell.span.of(document.text) for cell in row] for row in table.rows] == rows
    assert len(document.sections) == 2


@pytest.mark.parametrize(
    "text",
    [
        "一、\t总体情况\n二、\t存在不足\n",
        "2022年，我镇  2022  年度办理案件  12  件。\n2023年，我镇  2023  年度办理案件  13  件。\n",
        "沐川县司法局    2024年2月5日\n",
        "中共云棲县委　　云棲县人民政府\n二〇二四年二月五日\n",
        "云棲县司法局 2023年度行政执法数据\n全年办理案件12件。\n",
        "第一页\n12\n第二页\n13\n",
    ],
)
def test_no_table(text: str) -> None:
    document = parse(source(text))
    assert document.tables == ()
    assert LineKind.TABLE not in {line.kind for line in document.lines}


@pytest.mark.parametrize("gap", ["　", "  "])
def test_a_label_may_read_like_a_sentence(gap: str) -> None:
    """The official form's own labels, with single blanks or wider ones before the numbers."""
    labels = (
        "三、本年度办理结果：（一）予以公开",
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        "（七）总计",
    )
    rows = [f"{label}{gap}{n}{gap}{2 * n}{gap}{3 * n}" for n, label in enumerate(labels, 1)]
    document = parse(source("\n".join(["三、收到和处理申请情况", *rows, "四、复议诉讼情况", "无。", ""])))
    assert [section.heading.text for section in document.walk()] == ["收到和处理申请情况", "复议诉讼情况"]
    assert [[len(row) for row in table.rows] for table in document.tables] == [[4, 4, 4]]


def test_a_title_over_a_table_stays_one() -> None:
    document = parse(source("云棲县司法局 2023年度行政执法数据\n行政许可 12\n行政处罚 3\n"))
    assert document.title is not None
    assert [len(table.rows) for table in document.tables] == [2]


def test_a_table_taken_apart() -> None:
    """A cell a line: the labels before the numbers are no headings either."""
    document = parse(
        source("三、收到申请情况\n一、新收申请\n8\n9\n二、办理结果\n（一）予以公开\n4\n5\n四、复议诉讼情况\n无。\n")
    )
    assert [section.heading.text for section in document.walk()] == ["收到申请情况", "复议诉讼情况"]


@pytest.mark.parametrize("drawing", ["tabs", "pipes", "bare pipes"])
def test_a_label_on_a_line_of_its_own_is_no_heading(drawing: str) -> None:
    rows = DRAWINGS[drawing].split("\n")
    text = "\n".join(["三、收到申请情况", *rows[:-2], "三、本年度办理结果", *rows[-2:], "四、复议诉讼情况", ""])
    document = parse(source(text))
    assert [section.heading.text for section in document.walk()] == ["收到申请情况", "复议诉讼情况"]


def test_a_heading_between_two_tables_stays_one() -> None:
    tables = DRAWINGS["tabs"]
    document = parse(source(f"二、主动公开情况\n{tables}\n三、收到申请情况\n{tables}\n"))
    assert len(document.sections) == 2


def test_kinds_of_which_there_was_none_are_rows() -> None:
    rows = [
        "\t\t申请人情况\t自然人\t企业\t总计",
        "三、办理结果\t（三）不予公开\t1.国家秘密\t4\t1\t5",
        "\t\t2.其他法律禁止公开\t\t\t",
        "\t\t3.危及三安全一稳定\t\t\t",
        "\t\t4.保护第三方权益\t3\t\t3",
    ]
    document = parse(source("三、收到申请情况\n" + "\n".join(rows) + "\n四、复议诉讼情况\n"))
    assert [section.heading.text for section in document.walk()] == ["收到申请情况", "复议诉讼情况"]
    assert {document.lines[number].kind for number in range(1, 6)} == {LineKind.TABLE}


def test_blanks_that_group_digits() -> None:
    rows = [["类别", "检查", "罚款"], ["非煤矿山", "1 206", "168.3"], ["小  计", "12 345", "1 163.8"]]
    text = "\n".join("     ".join(row) for row in rows)
    document = parse(source(f"三、检查情况\n{text}\n四、复议诉讼情况\n"))
    (table,) = document.tables
    assert [[cell.span.of(document.text) for cell in row][-2:] for row in table.rows[1:]] == [r[1:] for r in rows[1:]]
