"""Kind `enumeration`: runs of 一是, 二是 inside the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.rulebook.markers import han
from tests.rulebook.kinds.reports import hits, report

RULES = ("core.enumeration-gap", "core.enumeration-repeat", "core.enumeration-order")
runs = st.tuples(st.integers(min_value=3, max_value=9), st.sampled_from(["；", "。", "\n", ";", "，"]))


def found(body: str) -> list[tuple[str, str, str]]:
    text = report(f"一、主要成效\n{body}\n二、工作安排\n继续努力。")
    return [(rule, quote, hit.arguments["expected"]) for rule in RULES for quote, hit in hits(rule, text)]


def items(numbers: list[int], mark: str) -> str:
    return mark.join(f"{han(number)}是认真落实各项制度" for number in numbers) + "。"


@settings(max_examples=30)
@given(st.lists(runs, min_size=1, max_size=4))
def test_clean_runs_side_by_side(found_runs: list[tuple[int, str]]) -> None:
    assert found("\n".join("主要做法：" + items(list(range(1, n + 1)), mark) for n, mark in found_runs)) == []


@settings(max_examples=30)
@given(runs, runs)
def test_a_run_inside_an_item(outer: tuple[int, str], inner: tuple[int, str]) -> None:
    parts = items(list(range(1, outer[0] + 1)), outer[1]).split("二是", 1)
    assert found(parts[0] + items(list(range(1, inner[0] + 1)), inner[1]) + "二是" + parts[1]) == []


@settings(max_examples=30)
@given(runs, st.data())
def test_a_skipped_or_doubled_item_is_found_once(run: tuple[int, str], data: st.DataObject) -> None:
    length, mark = run
    at = data.draw(st.integers(min_value=2, max_value=length - 1))
    numbers = list(range(1, length + 1))
    gap = items([number for number in numbers if number != at], mark)
    assert found(gap) == [(RULES[0], f"{han(at + 1)}是", f"{han(at)}是")]
    twice = items([*numbers[:at], *numbers[at - 1 :]], mark)
    assert found(twice) == [(RULES[1], f"{han(at)}是", f"{han(at + 1)}是")]


@pytest.mark.parametrize(
    "body",
    [
        "首先加强学习，二是规范执法，三是优化服务。",
        "一是加强学习，第二，规范执法，三是优化服务。",
        "一是加强学习，二要规范执法，三是优化服务。",
        "统一是前提，唯一是关键，做到一是一、二是二。",
        "一是开展三项整治：\n1.治超。已完成。\n2.治污。已完成。\n二是规范执法。",
    ],
)
def test_what_is_no_slip(body: str) -> None:
    assert found(body) == []
