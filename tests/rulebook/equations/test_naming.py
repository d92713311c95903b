"""Names of metrics and the labels that carry them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.rulebook.equations.naming import MOST_FORMS, Lexicon, forms, plain
from checker.rulebook.equations.scopes import OWN, WHOLE, agree, scope_of
from checker.words.rule import Metric


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("审结", ["审结"]),
        ("收到(行政)复议", ["收到行政复议", "收到复议"]),
        ("(收到|接到)申请", ["收到申请", "接到申请"]),
        ("收到(申请|案件|)", ["收到申请", "收到案件", "收到"]),
        ("(甲|乙)(丙)", ["甲丙", "甲", "乙丙", "乙"]),
    ],
)
def test_options(name: str, texts: list[str]) -> None:
    assert list(forms(name)) == texts


def test_a_name_cannot_explode() -> None:
    assert len(list(forms("(甲|乙|丙|丁)" * 30))) == MOST_FORMS


@pytest.mark.parametrize(
    ("label", "year", "left"),
    [
        ("2023年度全县共依法受理的", 2023, "本年全县共受理"),
        ("结转2024年继续审理", 2023, "结转下年继续审理"),
        ("2022年结转案件", 2023, "上年结转"),
        ("去年结转", None, "上年结转"),
        ("结转下一年度继续办理", 2023, "结转下年继续办理"),
        ("受理行政复议案件数量共计", 2023, "受理行政复议"),
        ("在审结的案件中", 2023, "在审结"),
        ("立案", 2023, "立案"),
        ("2019年", None, "2019年"),
    ],
)
def test_plain_labels(label: str, year: int | None, left: str) -> None:
    assert plain(label, year) == left


@given(st.text("受理审结案件共为达年度2023的了", max_size=20))
@settings(max_examples=150)
def test_plain_labels_stay_plain(label: str) -> None:
    once = plain(label, 2023)
    assert plain(once, 2023) == once


def metric(name: str, *names: str, synonyms: tuple[str, ...] = ()) -> Metric:
    return Metric(name, names, "case", synonyms)


LEXICON = Lexicon(
    [
        metric("accepted", "受理", "新受理"),
        metric("rejected", "不予受理"),
        metric("closed", "审结", synonyms=("办完",)),
        metric("lawsuits_closed", "审结", "已审结"),
    ]
)


@pytest.mark.parametrize(
    ("label", "found"),
    [
        ("受理", [("accepted", True, "")]),
        ("全县新受理", [("accepted", True, "全县")]),
        ("不予受理", [("rejected", True, "")]),
        ("办完", [("closed", False, "")]),
        ("现已审结", [("lawsuits_closed", True, "现"), ("closed", True, "现已")]),
        ("受理点", []),
        ("", []),
    ],
)
def test_the_longest_name_wins_and_empty_words_are_none(label: str, found: list[tuple[str, bool, str]]) -> None:
    assert [(named.metric.id, named.own, named.rest) for named in LEXICON.ends(label)] == found


@pytest.mark.parametrize(
    ("rest", "scope"),
    [
        ("", ""),
        ("2023年全年共", ""),
        ("全县各级行政复议机关共", WHOLE),
        ("我局全年", OWN),
        ("全区综合执法系统", WHOLE),
        ("省人民政府本级", "省人民政府本级"),
        ("通过平台", "通过平台"),
        ("市公安局", "市公安"),
    ],
)
def test_scopes(rest: str, scope: str) -> None:
    assert scope_of(rest) == scope


def test_what_is_unsaid_agrees_with_the_whole_but_not_with_a_part() -> None:
    assert agree({""})
    assert agree({"", WHOLE})
    assert agree({"省本级"})
    assert not agree({"", "省本级"})
    assert not agree({WHOLE, OWN})
    assert not agree({"省本级", "市本级"})
