"""Nothing planted, nothing found: clean reports of several kinds meet every rule of structure."""

from __future__ import annotations

import pytest

from checker.rulebook.applicability import why_not
from checker.rulebook.kinds import Judging
from tests.rulebook.kinds.reports import CLEAN, FOREWORD, chapters, document, judge, report, shipped

PACKS = {"core", "rule-of-law", "disclosure", "enforcement", "reconsideration"}

DISCLOSURE = report(
    chapters(
        "总体情况\n主动公开信息12条，收到申请3件；严格信息审核，办好门户网站专栏，开展业务培训和考核。",
        "主动公开政府信息情况\n本年作出行政许可决定12件、行政处罚决定3件。",
        "收到和处理政府信息公开申请情况\n本年新收申请3件，上年结转0件，均已办结。",
        "政府信息公开行政复议、行政诉讼情况\n行政复议0件，行政诉讼0件。",
        "存在的主要问题及改进情况\n公开内容不够全面。下一步，加强培训。",
        "其他需要报告的事项\n本年度未收取信息处理费。",
    ),
    title="青岚县水利局2023年政府信息公开工作年度报告",
    foreword="本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。",
)
RECONSIDERATION = report(
    chapters(
        "行政复议工作情况\n收到申请15件，受理12件，审结10件。",
        "行政应诉工作情况\n应诉8件，行政机关负责人出庭应诉8件。",
        "存在的问题\n专职人员偏少，一些办案场所不够规范。",
        "下一步工作打算\n加强培训，规范办案程序。",
    ),
    title="青岚县司法局关于2023年度行政复议和行政应诉工作情况的报告",
    signature="青岚县司法局\n2024年1月25日",
)
ENFORCEMENT = report(
    chapters(
        "行政执法工作成效\n（一）落实“三项制度”\n公示信息120条。\n（二）强化执法监督\n评查案卷30卷。",
        "存在的问题\n一是执法力量不足；二是装备陈旧；三是协作不够顺畅。",
        "2024年工作思路\n（一）加强培训。组织轮训。\n（二）改善装备。购置终端。",
    ),
    title="青岚县水利局2023年行政执法工作情况报告",
)
SUMMARY = report(
    chapters("2023年工作总结\n清运垃圾12万吨。", "存在的主要问题\n设施老化。", "2024年工作计划\n新建中转站4座。"),
    title="青岚县城市管理局2023年工作总结和2024年工作计划",
    foreword=FOREWORD.replace("情况报告", "情况总结"),
    signature="青岚县城市管理局\n2023年12月28日",
)


@pytest.mark.parametrize(
    ("profile", "text"),
    [
        ("rule_of_law_annual", CLEAN),
        ("rule_of_law_annual", CLEAN.replace("青岚县水利局\n2024", "青岚县水利局\n\n2024").replace("\n", "\r\n")),
        ("disclosure_annual", DISCLOSURE),
        ("reconsideration_litigation", RECONSIDERATION),
        ("enforcement_work", ENFORCEMENT),
        ("other", SUMMARY),
    ],
)
def test_a_clean_report_breaks_no_rule_of_structure(profile: str, text: str) -> None:
    read = document(text, profile)
    rules = [
        rule
        for rule in shipped().rules
        if rule.origin.pack in PACKS
        and profile in rule.profiles
        and isinstance(rule.spec, Judging)
        and why_not(rule, read) is None
    ]
    assert len(rules) > 25
    assert {
        rule.id: [hit.span.of(text) for hit in found] for rule in rules if (found := judge(rule.id, text, profile).hits)
    } == {}
