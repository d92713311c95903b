"""Kinds `order`, `substance` and `mention`."""

from __future__ import annotations

from itertools import permutations

import pytest

from tests.rulebook.kinds.reports import (
    ACHIEVEMENTS,
    CLEAN,
    FIRST_RESPONSIBLE,
    PLAN,
    SHORTCOMINGS,
    chapters,
    quotes,
    report,
)


@pytest.mark.parametrize("order", list(permutations([0, 1, 2])))
def test_only_the_lawful_order_is_met(order: tuple[int, ...]) -> None:
    parts = (ACHIEVEMENTS, SHORTCOMINGS, PLAN)
    text = report(chapters(*(parts[index] for index in order)))
    assert bool(quotes("rule-of-law.order", text)) == (order != (0, 1, 2))


def test_where_the_heads_duties_stand_is_free() -> None:
    text = report(chapters(FIRST_RESPONSIBLE, ACHIEVEMENTS, SHORTCOMINGS, PLAN))
    assert quotes("rule-of-law.order", text) == []


@pytest.mark.parametrize(
    ("body", "bare"),
    [
        ("一、主要成效\n已完成。\n二、存在的不足\n三、工作安排\n加强培训。", ["二、存在的不足"]),
        ("一、主要成效\n（一）学习\n组织培训。\n（二）执法\n二、工作安排\n加强培训。", ["（二）执法"]),
        ("一、主要成效\n已完成。\n二、工作安排\n（一）加强学习，提高素质\n（二）规范执法，改进服务", []),
        ("一、主要成效\n（一）学习。组织培训。\n（二）认真落实执法责任制。\n二、工作安排\n加强培训。", []),
        ("一、主要成效\n（一）学习\n1.培训。组织4次。\n二、其他需要报告的事项\n无。", []),
    ],
)
def test_headings_with_nothing_below(body: str, bare: list[str]) -> None:
    assert quotes("core.heading-bare", report(body)) == bare


@pytest.mark.parametrize(
    ("text", "thin"), [("无。", True), ("略", True), ("执法力量不足，手段单一，主要原因是编制有限。", False)]
)
def test_a_part_that_says_nothing(text: str, thin: bool) -> None:
    body = chapters(ACHIEVEMENTS, f"存在的不足和原因\n{text}", PLAN)
    assert quotes("rule-of-law.thin-part", report(body)) == (["二、存在的不足和原因"] if thin else [])
    assert quotes("rule-of-law.thin-part", CLEAN) == []


def test_what_the_overview_leaves_out() -> None:
    title = "青岚县水利局2023年政府信息公开工作年度报告"
    aspects = ["主动公开信息12条", "收到申请3件", "严格信息审核", "办好门户网站", "开展业务培训"]
    whole = report(chapters("总体情况\n" + "，".join(aspects) + "。"), title, "", "")
    assert quotes("disclosure.overview-aspects", whole, "disclosure_annual") == []
    for aspect in aspects:
        lacking = whole.replace(aspect, "认真履职")
        assert quotes("disclosure.overview-aspects", lacking, "disclosure_annual") == ["一、总体情况"]
