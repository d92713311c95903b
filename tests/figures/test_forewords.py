"""Figures of the foreword that the chapters tell again under the same name."""

from __future__ import annotations

import pytest

from checker.figures import measure
from checker.outline import parse
from checker.words.relation import Relation, RelationKind, Truth
from checker.words.source import Source

REPORT = """某市农业农村局2022年行政执法工作总结
2022年，全年出动执法人员8640人次，立案{foreword}件。现将工作情况总结如下。
一、主要工作
{chapter}
二、下一步打算
继续加强培训。
"""
CHAPTER = "上年结转18件，本年立案356件，办结341件，年底未结33件。"


def disagreeing(foreword: str, chapter: str) -> list[Relation]:
    document = parse(Source("report.txt", REPORT.format(foreword=foreword, chapter=chapter), "utf-8"))
    return [
        relation
        for relation in measure(document).relations
        if relation.kind is RelationKind.REPEATED_METRIC and relation.truth is Truth.VIOLATED
    ]


@pytest.mark.parametrize("foreword", ["536", "3566", "1356"])
def test_a_slip_is_asked_about(foreword: str) -> None:
    (relation,) = disagreeing(foreword, CHAPTER)
    assert relation.equation == f"{foreword} ≠ 356"


@pytest.mark.parametrize(
    ("foreword", "chapter"),
    [
        ("356", CHAPTER),
        ("412", CHAPTER),  # no slip: it may be of another scope
        ("536", f"{CHAPTER}其中系统内立案536件。"),  # told elsewhere
        ("536", "局本级立案356件，办结341件。"),
        ("536", "上年立案356件。"),
    ],
)
def test_else_nothing_is_said(foreword: str, chapter: str) -> None:
    assert disagreeing(foreword, chapter) == []


def test_a_place_before_the_verb_is_no_other_name() -> None:
    report = (
        "某镇2023年度法治政府建设报告\n便民服务中心全年接件8246件。现将情况报告如下。\n"
        "一、主要做法\n全年接件8264件，当场办结7915件，剩下的349件均在承诺时限内办结。\n"
    )
    document = parse(Source("report.txt", report, "utf-8"))
    violated = [relation.equation for relation in measure(document).relations if relation.truth is Truth.VIOLATED]
    assert violated == ["8246 ≠ 8264"]


def test_a_rounded_figure_says_the_same() -> None:
    report = (
        "某市市场监督管理局2023年度法治政府建设报告\n全年新登记市场主体3.12万户。现将情况报告如下。\n"
        "一、主要做法\n全年新登记市场主体31208户，比上年的28455户增加2753户。\n"
    )
    document = parse(Source("report.txt", report, "utf-8"))
    assert [relation for relation in measure(document).relations if relation.truth is Truth.VIOLATED] == []
