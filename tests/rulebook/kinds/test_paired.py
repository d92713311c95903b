"""Kind `paired`."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from checker.rulebook.kinds.paired import Paired
from tests.rulebook.kinds.reports import hits, judge, quotes
from tests.rulebook.kinds.sentences import planted, report_of

RULE = "language.paired"
PLANTED = (
    "深化“放管服改革，优化环境。",
    "印发《监督办法，明确职责。",
    "审结90件（含结转3件，驳回13件。",
    "落实三项制度”要求。",
)
MARKS = ("“", "《", "（", "”")
# Marks of one kind near each other complete each other, as they do in quotations of several paragraphs.
ALONE = PLANTED[:3]


@given(planted(ALONE))
@settings(max_examples=20)
def test_each_unpaired_mark_is_one_hit(case: tuple[str, list[str]]) -> None:
    text, faults = case
    found = hits(RULE, text)
    assert [text[hit.span.start] for _, hit in found] == [MARKS[PLANTED.index(fault)] for fault in faults]


@pytest.mark.parametrize(
    ("text", "found", "missing"),
    [
        ("深化“放管服改革。", "“", "”"),
        ("深化放管服”改革。", "”", "“"),
        ("深化”放管服“改革。", "”", "“"),
        ("印发《办法。", "《", "》"),
        ("印发办法）。", ")", "("),
        ("落实“一计划“一方案”。", "“", "”"),
    ],
)
def test_which_mark_is_missing(text: str, found: str, missing: str) -> None:
    ((_, hit),) = hits(RULE, report_of(text))
    assert (hit.arguments["found"], hit.arguments["missing"]) == (found, missing)


@pytest.mark.parametrize(
    "text",
    [
        "1)加强领导；2)强化监督；a)分类；一)总体",
        "《关于印发〈办法〉的通知》（试行（修订））",
        "提出：“第一段内容。\n“第二段内容。\n“第三段内容。”",
        "全文如下：“第一段内容。\n第二段内容。\n第三段内容。”",
        "落实《某县行政执法\n监督办法》要求",
        "it's 5' 3\" and rock 'n' roll",
        "基层力量不够、审查不?!彪y題，“三网一庭模式",
        "「雙隨機」『一公開』",
    ],
)
def test_what_needs_no_partner(text: str) -> None:
    assert quotes(RULE, report_of(text)) == []


def test_many_brackets_take_no_longer() -> None:
    """One finding a line and kind, and no search back over those before."""
    text = report_of("（" * 20000 + "》" * 20000)
    assert len(judge(RULE, text, spec=Paired()).hits) == 2
