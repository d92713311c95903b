"""Kind `mixed`."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.words.audit import Verdict
from tests.rulebook.kinds.reports import hits, judge
from tests.rulebook.kinds.sentences import report_of

RULES = ("digit-width", "comma-width", "range-dash", "list-comma", "own-name")


@pytest.mark.parametrize(
    ("rule", "text", "quote", "count"),
    [
        ("digit-width", "办案３５件，培训426人，罚款１２万元。", "３５", "2"),
        ("comma-width", "健全制度，强化监督，严格执法,公正司法。", ",", None),
        ("range-dash", "规划（2021—2025年）和方案（2023-2025年）、1-12月。", "-2025年", "2"),
        ("range-dash", "方案（2021-2022年）和计划（2023~2025年）、3-5月。", "~2025年", None),
        ("list-comma", "学习《民法典》、《刑法》《宪法》。", "》、《", None),
        ("own-name", "我镇高度重视，全镇上下落实，检查全乡工作。", "全乡", None),
    ],
)
def test_two_ways_are_one_hit(rule: str, text: str, quote: str, count: str | None) -> None:
    ((found, hit),) = hits(f"language.{rule}", report_of(text))
    assert found == quote
    assert hit.arguments.get("count") == count
    assert hit.related[-1][1] == "与此处写法不同"


@pytest.mark.parametrize("rule", RULES)
def test_one_way_is_met(rule: str) -> None:
    text = report_of("学习《民法典》《刑法》，落实规划（2021—2025年），我镇办案35件，培训426人。")
    assert judge(f"language.{rule}", text).verdict is Verdict.MET


@given(st.integers(0, 5), st.integers(0, 5))
@settings(max_examples=20)
def test_all_places_of_the_other_form_are_told(standard: int, others: int) -> None:
    text = report_of("方案（2021—2022年）有序推进。" * standard + "计划（2023-2025年）有序推进。" * others)
    found = hits("language.range-dash", text)
    assert len(found) == (standard > 0 and others > 0)
    for _, hit in found:
        assert int(hit.arguments.get("count", "1")) == others
        assert len(hit.related) == others
