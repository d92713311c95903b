"""Prose against the tables of the disclosure form and of enforcement data."""

from __future__ import annotations

import pytest

from checker.words.relation import Binding, Truth
from tests.rulebook.equations.reports import relations

PROSE = "全年新收政府信息公开申请{new}件，上年结转{old}件，办结{done}件，结转下年度继续办理{left}件。\n"
FORM = """三、收到和处理政府信息公开申请情况
项目\t自然人\t法人或其他组织\t总计
一、本年新收政府信息公开申请数量\t8\t1\t9
二、上年结转政府信息公开申请数量\t1\t1\t2
三、本年度办理结果：（一）予以公开\t7\t1\t8
（七）总计\t7\t1\t8
四、结转下年度继续办理\t2\t1\t3
"""
ONE_ROW = """四、政府信息公开行政复议、行政诉讼情况
行政复议\t行政诉讼
结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉
2\t0\t1\t1\t4\t1\t0\t0\t0\t1\t0\t0\t0\t1\t1
"""
RIGHT = {"new": 9, "old": 2, "done": 8, "left": 3}


def verdicts(text: str, rule: str, profile: str = "disclosure_annual") -> list[tuple[str, Truth, Binding]]:
    return [(r.equation, r.truth, r.binding) for r in relations(text, rule, profile)]


def test_the_text_agrees_with_the_form() -> None:
    found = verdicts(PROSE.format(**RIGHT) + FORM, "disclosure.prose-table")
    assert [truth for _, truth, _ in found] == [Truth.HOLDS] * 4


@pytest.mark.parametrize(
    ("name", "equation"), [("new", "7 ≠ 9"), ("old", "7 ≠ 2"), ("done", "7 ≠ 8"), ("left", "7 ≠ 3")]
)
def test_a_figure_that_differs_from_the_form_is_an_error(name: str, equation: str) -> None:
    found = verdicts(PROSE.format(**{**RIGHT, name: 7}) + FORM, "disclosure.prose-table")
    assert [each for each in found if each[1] is Truth.VIOLATED] == [(equation, Truth.VIOLATED, Binding.STATED)]


def test_without_a_table_nothing_is_said() -> None:
    assert verdicts(PROSE.format(**RIGHT), "disclosure.prose-table") == []


def test_kinds_of_applicants_may_be_those_of_new_or_of_handled_requests() -> None:
    for count, truth in ((8, Truth.HOLDS), (7, Truth.HOLDS), (5, Truth.VIOLATED)):
        text = f"全年新收政府信息公开申请9件，其中自然人{count}件。\n" + FORM
        assert [each[1] for each in verdicts(text, "disclosure.prose-table-other")] == [truth]


def test_the_form_of_one_row() -> None:
    text = "因政府信息公开引发行政复议4件、行政诉讼2件，其中未经复议直接起诉1件、复议后起诉3件。\n" + ONE_ROW
    assert verdicts(text, "disclosure.prose-table-other") == [
        ("4 = 4", Truth.HOLDS, Binding.INFERRED),
        ("1 = 1", Truth.HOLDS, Binding.INFERRED),
        ("3 ≠ 1", Truth.VIOLATED, Binding.INFERRED),
    ]


def test_documents_made_and_in_force() -> None:
    table = "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t3\t1\t42\n行政规范性文件\t27\t14\t386\n"
    text = "制定并公开规章3件、行政规范性文件27件，现行有效规章42件、行政规范性文件368件。\n" + table
    assert [each for each in verdicts(text, "disclosure.prose-table-other") if each[1] is Truth.VIOLATED] == [
        ("368 ≠ 386", Truth.VIOLATED, Binding.INFERRED)
    ]


def test_a_figure_of_a_part_is_not_held_against_the_whole() -> None:
    text = "市政府办公室新收政府信息公开申请4件。\n" + FORM
    assert verdicts(text, "disclosure.prose-table") == []
