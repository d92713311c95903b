"""Kind `section`: the required parts, their grades, and where a missing one is told."""

from __future__ import annotations

import pytest

from checker.words.audit import Grade, Part, Verdict
from checker.words.finding import Severity
from checker.words.rule import Hit
from tests.rulebook.kinds.reports import (
    ACHIEVEMENTS,
    CLEAN,
    FIRST_RESPONSIBLE,
    PLAN,
    SHORTCOMINGS,
    TITLE,
    chapters,
    judge,
    report,
)

RULES = {
    "achievements": "rule-of-law.achievements",
    "shortcomings": "rule-of-law.shortcomings",
    "causes": "rule-of-law.causes",
    "first_responsible": "rule-of-law.first-responsible",
    "plan": "rule-of-law.plan",
}
MAIN = {
    "achievements": ACHIEVEMENTS,
    "shortcomings": SHORTCOMINGS,
    "first_responsible": FIRST_RESPONSIBLE,
    "plan": PLAN,
}


def part(name: str, text: str) -> Part:
    (found,) = judge(RULES[name], text).parts
    return found


def the_hit(name: str, text: str) -> Hit:
    (found,) = judge(RULES[name], text).hits
    return found


@pytest.mark.parametrize("name", RULES)
def test_a_clean_report_has_every_part_of_its_own(name: str) -> None:
    judgement = judge(RULES[name], CLEAN)
    assert judgement.verdict is Verdict.MET
    assert judgement.parts[0].grade is Grade.OWN


@pytest.mark.parametrize("gone", ["shortcomings", "first_responsible", "plan"])
def test_a_part_left_out_is_missing_at_the_title(gone: str) -> None:
    text = report(chapters(*(body for name, body in MAIN.items() if name != gone)))
    hit = the_hit(gone, text)
    assert (hit.span.of(text), hit.severity, hit.subject) == (TITLE, None, gone)
    assert part(gone, text).grade is Grade.MISSING
    others = [name for name in MAIN if name != gone]
    assert all(judge(RULES[name], text).verdict is Verdict.MET for name in others)


def test_achievements_missing() -> None:
    text = report(chapters("存在的不足和原因\n编制有限。", "工作安排\n加强培训。"), foreword="")
    assert part("achievements", text).grade is Grade.MISSING


def test_without_title_the_place_is_the_opening_of_the_first_line() -> None:
    text = report(chapters(ACHIEVEMENTS, SHORTCOMINGS, FIRST_RESPONSIBLE), title="")
    assert the_hit("plan", text).span.of(text) == "2023年"


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("shortcomings", "存在问题"),
        ("shortcomings", "法治政府建设中的短板弱项"),
        ("shortcomings", "面临的困难和挑战"),
        ("shortcomings", "工作中的不足之处"),
        ("shortcomings", "存在的問題及整改措施"),
        ("plan", "下步計劃"),
        ("plan", "2024年推进法治政府建设的主要打算"),
        ("plan", "下一年度工作思路"),
        ("plan", "今后努力方向"),
        ("plan", "存在的问题及下一步打算"),
        ("first_responsible", "主要负责同志履行推进法治建设第一责任人职责情况"),
        ("first_responsible", "局党组书记履行法治建设职责情况"),
        ("achievements", "法治政府建设工作开展情况"),
        ("achievements", "加强党的领导，健全工作机制"),
    ],
)
def test_headings_in_many_words(name: str, heading: str) -> None:
    text = report(f"一、{heading}\n认真落实各项要求。\n二、其他\n无。")
    assert part(name, text).grade is Grade.OWN
    lower = report(f"一、有关情况\n（一）{heading}\n认真落实各项要求。\n（二）其他\n无。")
    assert part(name, lower).grade is (Grade.OWN if name == "achievements" else Grade.LOWER)


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("shortcomings", "坚持问题导向，提升执法水平"),
        ("shortcomings", "着力解决突出问题"),
        ("shortcomings", "补齐基层执法短板"),
        ("shortcomings", "上年度反馈问题整改情况"),
        ("shortcomings", "缩小城乡差距"),
        ("plan", "2023年重点工作完成情况"),
        ("plan", "年度执法计划制定与完成情况"),
        ("plan", "完善制度，理清工作思路"),
        ("first_responsible", "落实安全生产主体责任"),
    ],
)
def test_headings_that_only_sound_alike(name: str, heading: str) -> None:
    text = report(f"一、{heading}\n认真落实各项要求。\n二、其他\n无。")
    assert part(name, text).grade not in (Grade.OWN, Grade.LOWER)


def test_a_heading_without_marker_is_a_section() -> None:
    text = report(
        "工作成效\n全年办理许可12件，评查案卷30卷，组织培训。\n存在的问题\n力量不足，手段单一，有待改进。\n下一步打算\n加强培训。"
    )
    assert [part(name, text).grade for name in ("shortcomings", "plan")] == [Grade.OWN, Grade.OWN]


@pytest.mark.parametrize(
    ("name", "sentence", "severity"),
    [
        ("first_responsible", "局长李某高度重视，切实履行推进法治建设第一责任人职责，带头学法。", Severity.INFO),
        ("first_responsible", "进一步推进党政主要负责人履行第一责任人职责。", Severity.WARNING),
        ("shortcomings", "工作还存在一些问题，主要是：一是力量不足；二是手段单一。", Severity.INFO),
        ("shortcomings", "执法规范化水平有待进一步提高。", Severity.WARNING),
        ("plan", "下一步，我局将继续深入学习贯彻习近平法治思想，健全制度机制，提升执法水平。", Severity.INFO),
        ("plan", "为下一步工作打下基础。", Severity.WARNING),
    ],
)
def test_a_part_only_touched(name: str, sentence: str, severity: Severity) -> None:
    text = report(f"一、主要举措和成效\n全年办理行政许可12件。{sentence}")
    hit = the_hit(name, text)
    assert (part(name, text).grade, hit.severity) == (Grade.TOUCHED, severity)
    assert hit.related[0][0].of(text) in sentence


@pytest.mark.parametrize(
    "title", ["青岚县水利局2017年度法治政府建设情况的报告", "青岚县水利局2023年上半年法治政府建设情况的报告"]
)
def test_what_was_not_yet_or_is_not_demanded_is_a_hint(title: str) -> None:
    text = report(chapters(ACHIEVEMENTS, SHORTCOMINGS, PLAN), title, foreword="", signature="")
    assert the_hit("first_responsible", text).severity is Severity.INFO


def test_a_foreword_names_the_heads_only_in_passing() -> None:
    foreword = "2023年，局主要负责人切实履行推进法治建设第一责任人职责，各项工作取得进展。现将有关情况报告如下："
    hit = the_hit("first_responsible", report(chapters(ACHIEVEMENTS, SHORTCOMINGS, PLAN), foreword=foreword))
    assert hit.severity is Severity.WARNING


@pytest.mark.parametrize(
    "shortcomings",
    [
        "存在的不足\n由于人员流动大，执法力量不足。",
        "存在的不足\n受编制和经费限制，执法力量不足。",
        "存在的不足\n执法力量不足，究其根源在于编制偏少。",
        "存在的不足\n因编制偏少，执法力量不足。",
        "存在的不足和原因\n执法力量不足。",
        "存在的不足\n（一）执法力量不足\n人员少。\n（二）原因分析\n编制少。",
    ],
)
def test_causes_in_many_words(shortcomings: str) -> None:
    assert judge(RULES["causes"], report(chapters(ACHIEVEMENTS, shortcomings, PLAN))).verdict is Verdict.MET


def test_shortcomings_without_causes_are_marked_at_their_heading() -> None:
    text = report(chapters(ACHIEVEMENTS, "存在的不足\n执法力量不强，应因地制宜加以改进，因此仍需努力。", PLAN))
    hit = the_hit("causes", text)
    assert hit.span.of(text) == "存在的不足"
    assert judge(RULES["causes"], report(chapters(ACHIEVEMENTS, PLAN))).verdict is Verdict.NOT_APPLICABLE


def test_a_thematic_report_needs_no_heading_for_its_achievements() -> None:
    text = report(
        chapters("健全工作机制\n召开会议4次。", "规范执法行为\n评查案卷30卷。", SHORTCOMINGS, FIRST_RESPONSIBLE, PLAN)
    )
    found = part("achievements", text)
    assert (found.grade, found.line, found.end_line) == (Grade.OWN, 3, 6)


DISCLOSURE = (
    "总体情况\n主动公开信息12条，收到申请3件。",
    "主动公开政府信息情况\n行政许可12件。",
    "收到和处理政府信息公开申请情况\n收到申请3件。",
    "政府信息公开行政复议、行政诉讼情况\n行政复议0件。",
    "存在的主要问题及改进情况\n公开内容不够全面。",
    "其他需要报告的事项\n未收取信息处理费。",
)
DISCLOSURE_PARTS = ("overview", "proactive", "requests", "disputes", "shortcomings", "other-matters")


@pytest.mark.parametrize("gone", range(6))
def test_each_of_the_six_parts_of_the_disclosure_report(gone: int) -> None:
    title = "青岚县水利局2023年政府信息公开工作年度报告"
    whole = report(chapters(*DISCLOSURE), title, "", "")
    lacking = report(chapters(*DISCLOSURE[:gone], *DISCLOSURE[gone + 1 :]), title, "", "")
    rule = f"disclosure.{DISCLOSURE_PARTS[gone]}"
    assert judge(rule, whole, "disclosure_annual").verdict is Verdict.MET
    broken = [name for name in DISCLOSURE_PARTS if judge(f"disclosure.{name}", lacking, "disclosure_annual").hits]
    assert broken == [DISCLOSURE_PARTS[gone]]
