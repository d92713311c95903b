"""Kind `doubled`."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from checker.words.finding import Category, Severity
from tests.rulebook.kinds.reports import hits, quotes
from tests.rulebook.kinds.sentences import planted, report_of

RULE = "language.doubled"
PLANTED = (
    "进一步进一步规范执法。",
    "提高了了执法水平。",
    "实现全过程留痕。。",
    "加强加强监督检查。",
    "涉及城管、、交通领域。",
)


@given(planted(PLANTED))
@settings(max_examples=20)
def test_each_doubling_is_one_hit(case: tuple[str, list[str]]) -> None:
    text, faults = case
    twice = {"进一步进一步", "了了", "。。", "加强加强", "、、"}
    expected = [next(t for t in twice if t in fault) for fault in faults]
    assert quotes(RULE, text) == expected


@pytest.mark.parametrize(
    ("text", "quote", "category"),
    [
        ("规范行政执法的的行为。", "的的", None),
        ("和和相关部门联动。", "和和", None),
        ("推进工作，。确保实效。", "，。", Category.PUNCTUATION),
        ("推进工作。。。。", "。。。。", Category.PUNCTUATION),
        ("工作工作有序推进。", "工作工作", None),
        ("行政执法行政执法监督。", "行政执法行政执法", None),
        ("推进推进推进工作。", "推进推进推进", None),
    ],
)
def test_slips(text: str, quote: str, category: Category | None) -> None:
    ((found, hit),) = hits(RULE, report_of(text))
    assert (found, hit.category, hit.severity) == (quote, category, None)


@pytest.mark.parametrize(
    "text",
    [
        "加上上年结转案件，常委会会议审议议题，多元化化解，津市市、城市市容管理",
        "人人参与、事事有回音、处处留心、渐渐好转、一级抓一级、件件有着落",
        "一个一个过，一件一件办，逐户逐户走访，研究研究再说，能不能不跑",
        "为了了解情况，除了了解政策，取得了了不起的成就，不了了之",
        "达到目的的项目，国际标的的转让，的的确确，有的的士",
        "调解和和解并重，稳定和和谐，共和和平，饱和和缺失",
        "参与与会代表座谈，给与与否，普及及时，以及及时处理",
        "支队支队长、大队大队长、中心中心主任、街道街道办",
        "联合执法执法人员，公共服务服务质量，行政处罚处罚决定，督促落实落细",
        "就业创业创新，实事求是是党的思想路线，关键是是否到位，现在在建项目",
        "现存在在逃人员，正在在线办理，针对对方当事人，应对对策，通过以案释法",
        "法治政府建设实施纲要，执法执纪，层层压实，切切实实，实实在在",
        "2233.4455，AABB，——，……，共计  件数",
        "被被告人，被被申请人，将将来，将将领，自由由来，理由由谁说",
    ],
)
def test_natural_doublings(text: str) -> None:
    assert [hit for _, hit in hits(RULE, report_of(f"{text}。")) if hit.severity is None] == []


def test_the_end_of_one_word_and_the_beginning_of_another_are_a_hint_at_most() -> None:
    ((_, hit),) = hits(RULE, report_of("健全监测预测预警机制。"))
    assert hit.severity is Severity.INFO


def test_tables_may_say_the_same_twice() -> None:
    table = "序号\t单位\t情况\n1\t合格合格\t无无\n2\t合格\t的的\n3\t合格\t无"
    assert quotes(RULE, report_of(table)) == []
