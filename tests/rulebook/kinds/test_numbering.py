"""Kind `numbering` and its sisters: clean outlines are clean, one planted slip is one finding at its place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rulebook.kinds.reports import Outline, Point, hits, outlines, quotes, report, series

SLIPS = ("core.numbering-gap", "core.numbering-repeat", "core.numbering-restart", "core.numbering-order")
STYLES = ("core.level-jump", "core.marker-depth", "core.marker-stop", "core.marker-width", "core.marker-bracket")


def slips(text: str) -> list[tuple[str, str, str]]:
    """Rule, quote and expected marker of every finding about numbers."""
    return [(rule, quote, hit.arguments["expected"]) for rule in SLIPS for quote, hit in hits(rule, text)]


def planted(text: str, outline: Outline, point: Point, number: int) -> tuple[str, str]:
    """The text with another number on one point, and the heading as it reads then."""
    wrong = outline.marker(point.depth, number) + point.name
    before = text.splitlines()
    places = [index for index, line in enumerate(before) if line.startswith(outline.heading(point))]
    before[places[-1]] = before[places[-1]].replace(outline.heading(point), wrong, 1)
    return "\n".join(before), wrong


@settings(max_examples=40)
@given(outlines())
def test_clean_outlines_have_no_finding(outline: Outline) -> None:
    text = outline.text()
    assert slips(text) == []
    assert [quote for rule in STYLES for quote in quotes(rule, text)] == []


@settings(max_examples=25)
@given(outlines(), st.data())
def test_a_missing_point_is_one_gap(outline: Outline, data: st.DataObject) -> None:
    gone = data.draw(st.sampled_from(outline.points[1:-1]))
    rest = tuple(point for point in outline.points if point is not gone)
    text = Outline(rest, outline.styles, outline.runs_on).text()
    (found,) = slips(text)
    after = outline.points[gone.number]
    assert found == (SLIPS[0], outline.heading(after), outline.marker(1, gone.number).strip())


@settings(max_examples=25)
@given(outlines(), st.data())
def test_a_number_written_twice_is_one_repeat(outline: Outline, data: st.DataObject) -> None:
    points = data.draw(st.sampled_from([points for points in series(outline) if len(points) > 2]))
    point = data.draw(st.sampled_from(points[2:]))
    text, wrong = planted(outline.text(), outline, point, point.number - 1)
    assert slips(text) == [(SLIPS[1], wrong, outline.marker(point.depth, point.number).strip())]


@settings(max_examples=25)
@given(outlines(), st.data())
def test_a_new_beginning_is_one_restart(outline: Outline, data: st.DataObject) -> None:
    points = data.draw(st.sampled_from([points for points in series(outline) if len(points) > 2]))
    point = data.draw(st.sampled_from(points[2:]))
    text, wrong = planted(outline.text(), outline, point, 1)
    assert slips(text) == [(SLIPS[2], wrong, outline.marker(point.depth, point.number).strip())]


@pytest.mark.parametrize(
    "body",
    [
        "一、主要成效\n（一）学习。已完成。\n（二）执法。已完成。（三）服务。已完成。\n（四）监督。已完成。",
        "第一部分 回顾\n一、主要工作\n已完成。\n二、存在问题\n力量不足。\n第二部分 安排\n一、加强学习\n组织培训。",
        "第一部分 工作回顾\n一、主要工作\n已完成。\n第二部分 工作安排\n二、加强学习\n组织培训。",
        "一、主要成效\n（一）学习。已完成。\n（二）执法。已完成。\n二、工作安排\n（三）服务。加强。\n（四）监督。加强。",
        "一、主要成效\n（一）学习\n1.培训。完成。\n2.考试。完成。（二）执法\n1.检查。完成。\n2.处罚。完成。",
        "一、主要成效\n主要做法：\n1.学习。已完成。\n2.执法。已完成。\n取得的成效如下：\n1.服务。已改进。\n2.监督。已改进。",
        "一、主要成效\n1.学习。已完成。\n2.执法。已完成。\n存在的问题\n1.服务。不够。\n2.监督。不够。",
        "一、主要成效\n已完成。\n二、下一步安排\n加强。\n青岚县水利局\n2024年1月25日\n附件：有关情况\n一、机构\n健全。\n二、人员\n12人。",
    ],
)
def test_counts_that_are_right_in_their_own_way(body: str) -> None:
    assert slips(report(body, signature="")) == []


@pytest.mark.parametrize(
    ("body", "quote", "expected"),
    [
        ("一、成效\n（二）学习。好。\n（三）执法。好。", "（二）学习", "（一）"),
        ("二、成效\n已完成。\n三、安排\n加强。", "二、成效", "一、"),
        ("一、成效\n三是抓好监督、二、三季度各一次。\n三、安排\n加强。", "三、安排", "二、"),
        ("一、成效\n已完成。\n二、数据\n项目\t数量\n三、合计\t8\n四、安排\n加强。", "四、安排", "三、"),
        ("一、成效\n1.学习。2.87万人。\n3.执法。好。", "3.执法", "2."),
    ],
)
def test_a_gap_where_the_text_only_seems_to_hold_the_number(body: str, quote: str, expected: str) -> None:
    assert slips(report(body)) == [(SLIPS[0], quote, expected)]


def test_each_slip_of_a_text_is_found_once() -> None:
    body = (
        "一、主要成效\n（一）学习。已完成。\n（二）执法。已完成。\n（四）服务\n1.许可。已完成。\n2.检查。已完成。\n2.处罚。已完成。\n"
        "3.强制。已完成。\n（五）监督。已完成。\n二、履职情况\n认真履职。\n二、存在的不足\n1.力量不足。待加强。\n2.手段不足。待加强。\n"
        "三、工作安排\n（一）学习。加强。\n（二）执法。加强。\n（一）服务。加强。"
    )
    assert slips(report(body)) == [
        (SLIPS[0], "（四）服务", "（三）"),
        (SLIPS[1], "二、存在的不足", "三、"),
        (SLIPS[1], "2.处罚", "3."),
        (SLIPS[2], "（一）服务", "（三）"),
    ]
    assert quotes("core.level-jump", report(body)) == ["1.力量不足"]


@pytest.mark.parametrize(
    ("body", "rule", "quote"),
    [
        ("一、成效\n（一）甲。好。\n（二）乙。好。\n3.丙。好。\n（四）丁。好。", "core.marker-depth", "3.丙"),
        (
            "一、成效\n（一）甲。好。\n（二）乙。好。\n（3）丙。好。\n二、问题\n力量不足。",
            "core.marker-depth",
            "（3）丙",
        ),
        ("一、成效\n1.甲。好。\n2.乙。好。\n（三）丙。好。\n4.丁。好。", "core.marker-depth", "（三）丙"),
        ("一、成效\n1.甲。好。\n2、乙。好。\n3.丙。好。", "core.marker-stop", "2、乙"),
        ("一、成效\n(一)甲。好。\n(二)乙。好。\n（三）丙。好。", "core.marker-width", "（三）丙"),
        ("一、成效\n（一）、甲。好。\n（二）、乙。好。", "core.marker-bracket", "（一）、甲"),
    ],
)
def test_an_odd_marker_is_one_finding_of_style(body: str, rule: str, quote: str) -> None:
    text = report(body)
    assert {one: quotes(one, text) for one in STYLES} == {one: [quote] if one == rule else [] for one in STYLES}
    assert slips(text) == []
