"""Placeholders that were left in, and what looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from tests.rulebook.kinds.reports import TITLE, quotes
from tests.rulebook.kinds.sentences import planted, report_of

RULE = "language.placeholder"
PLANTED = (
    "全年办理案件XX件。",
    "我县××年启动改革。",
    "开展检查____次。",
    "培训执法人员（待补充）。",
    "收到申请  件，均已办结。",
)


@given(planted(PLANTED))
@settings(max_examples=20)
def test_each_placeholder_is_one_hit(case: tuple[str, list[str]]) -> None:
    text, faults = case
    assert len(quotes(RULE, text)) == len(faults)


@pytest.mark.parametrize(
    "text",
    [
        "×月×日召开会议",
        "20XX年，我局深入推进",
        "截至202X年底",
        "XX县人民政府高度重视",
        "印发《》和【  】",
        "出动人员ＸＸ人次",
        "同比增长……%",
        "此处填写数据",
        "共收到〔  〕件",
        "○○市人民政府2023年工作",
        "XXX局",
        "与邻县XX镇联调",
        "防御台风“××”",
        "邀请省委党校XX教授授课",
    ],
)
def test_placeholders(text: str) -> None:
    assert quotes(RULE, report_of(f"{text}。")) != []


@pytest.mark.parametrize(
    "text",
    [
        "张某某、陈××超范围经营，某局于×月×日立案",
        "申请人××市××公司不服决定，申请复议",
        "依法查处在XX镇违法占地案",
        "邀请王XX教授、刘××律师授课",
        "“1+X”“X+N”工作体系，X光机2台，T3航站楼",
        "AI、APP、LED、XML、3×5米展板10×8块",
        "二○二三年、二〇〇八年",
        "邮箱abc__d@163.com，网址/art_1__2.html",
        "要求申请人一次性补齐材料，待补充材料后受理",
        "（略），《》以外的标点，某某餐饮店",
    ],
)
def test_what_is_no_placeholder(text: str) -> None:
    assert [q for q in quotes(RULE, report_of(f"{text}。")) if q != "《》"] == []


def test_the_title_counts_too() -> None:
    assert quotes(RULE, report_of("好。", title=TITLE.replace("青岚县", "XX县"))) != []
