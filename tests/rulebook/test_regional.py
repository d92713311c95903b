"""Provincial forms: their rules are asked only of reports from there, and their tables raise no alarm."""

from __future__ import annotations

import pytest

from checker.rulebook.regions import region_of
from checker.words.audit import Verdict
from checker.words.finding import Severity
from tests.rulebook.packs import faults, pack, rule
from tests.rulebook.whole import BOOK, judged, read

KINDS = (
    "警告、通报批评\t罚款\t没收违法所得、没收非法财物\t暂扣许可证件\t责令停产停业\t吊销许可证件\t行政拘留\t其他行政处罚"
)
FORMS = {
    "合计 printed": (
        "丽水市海棠区2024年度行政执法统计年报",
        f"一、行政处罚实施情况统计表\n{KINDS}\t合计（宗）\t罚没金额（万元）\n12175\t94929\t235\t189\t101\t11\t504\t12\t108156\t1753.79\n"
        "二、行政许可实施情况统计表\n申请数量\t受理数量\t许可数量\t不予许可数量\t撤销许可数量\n26569\t26569\t26462\t102\t5\n"
        "三、行政执法证持证率统计表\n在编人数\t持证人数\t持证率\n320\t304\t95%",
    ),
    "kinds of one case in several columns, no 合计": (
        "济宁市海棠区2021年度行政执法统计年报",
        f"一、行政处罚实施情况统计表\n立案数量\t结案数量\t{KINDS}\t罚没金额（万元）\t不予处罚案件数量\t减轻处罚案件数量\n"
        "12\t10\t9\t10\t4\t0\t0\t0\t0\t0\t3.2\t1\t0\n"
        "二、其他\n被复议案件0件，被诉案件0件，移送司法机关0件。",
    ),
    "with procedures and transfers": (
        "重庆市海棠区农业农村委员会2022年度行政执法统计年报",
        "一、行政处罚实施情况统计表\n简易程序数量\t一般程序数量\t法制审核数量\t法制审核纠错数量\t涉嫌犯罪移送\t司法机关受理\n"
        "705\t1264\t1264\t3\t2\t2\n全年行政处罚1969件，其中简易程序705件、一般程序1264件。",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FORMS)
def test_the_tables_of_a_province_raise_no_alarm(name: str) -> None:
    title, body = FORMS[name]
    found = judged(f"{title}\n{body}\n", "enforcement_annual")
    assert found.faults == ()
    assert [(b.rule.id, dict(b.hit.arguments)) for b in found.breaches if b.severity is not Severity.INFO] == []
    assert not [b for b in found.breaches if b.rule.id.startswith("regional.")]


@pytest.mark.parametrize(
    ("title", "region"),
    [
        ("广州市海棠区水务局2023年度行政执法数据", "广东"),
        ("天津市静海区2023年行政执法工作报告", "天津"),
        ("桐庐县水利局2023年度行政执法数据", "浙江"),
        ("普陀区水利局2023年度行政执法数据", None),
        ("廣東省水利廳2023年度行政執法數據", "广东"),
        ("青岚县水利局2023年度行政执法数据", None),
    ],
)
def test_where_a_report_comes_from(title: str, region: str | None) -> None:
    document = read(f"{title}\n一、总体情况\n全年办理行政许可12件。\n", "enforcement_annual")
    assert region_of(document, BOOK) == region


def test_rules_of_a_province_do_not_apply_elsewhere() -> None:
    found = judged("青岚县水利局2023年度行政执法数据\n一、总体情况\n全年办理行政许可12件。\n", "enforcement_annual")
    outcomes = {o.rule: o for o in found.outcomes if o.rule.startswith("regional.")}
    assert outcomes
    assert {outcome.verdict for outcome in outcomes.values()} == {Verdict.NOT_APPLICABLE}
    assert outcomes["regional.guangdong-tables"].reason == "只适用于广东的报告"


def test_an_unknown_province_is_told() -> None:
    text = pack(rules="registries:\n  regions: [{name: 广东, terms: [广东省]}]\nrules:\n" + rule())
    (fault,) = faults(text.replace("    severity", "    regions: [广冬]\n    severity", 1))
    assert (fault.code, fault.line, fault.message) == ("misfit", 9, "没有“广冬”这个地区")
