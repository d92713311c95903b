"""Kinds `title` and `signature`."""

from __future__ import annotations

import pytest

from checker.words.audit import Verdict
from checker.words.finding import Severity
from tests.rulebook.kinds.reports import CLEAN, TITLE, judge, quotes, report

TITLE_RULES = ("missing", "repeated", "stop", "genre", "organ")
SIGNATURE_RULES = ("missing", "body", "undated", "other-body", "date-form")
BODY = "一、主要举措和成效\n全年办理行政许可12件。\n二、存在的不足和原因\n执法力量不足，原因是编制有限。"


def broken(group: str, names: tuple[str, ...], text: str) -> dict[str, list[str]]:
    return {name: found for name in names if (found := quotes(f"core.{group}-{name}", text))}


@pytest.mark.parametrize(
    "title",
    [
        TITLE,
        "中共青岚县委 青岚县人民政府关于2023年法治政府建设工作情况的报告",
        "青岚县人民政府\n2023年法治政府建设年度报告",
        "青岚县水利局２０２３年度法治政府建设年度报告（公开版）",
        "青岚县水利局2023年工作总结和2024年工作思路",
    ],
)
def test_good_titles(title: str) -> None:
    assert broken("title", TITLE_RULES, report(BODY, title)) == {}


@pytest.mark.parametrize(
    ("title", "rule", "quote"),
    [
        ("", "missing", "2023年"),
        (f"{TITLE}。", "stop", f"{TITLE}。"),
        ("青岚县水利局2023年度法治政府建设情况", "genre", "青岚县水利局2023年度法治政府建设情况"),
        ("2023年度法治政府建设工作报告", "organ", "2023年度法治政府建设工作报告"),
        (
            f"{TITLE}\n青岚县水利局2023年度法治政府建设工作情况的报告",
            "repeated",
            "青岚县水利局2023年度法治政府建设工作情况的报告",
        ),
    ],
)
def test_each_fault_of_a_title_alone(title: str, rule: str, quote: str) -> None:
    assert broken("title", TITLE_RULES, report(BODY, title)) == {rule: [quote]}


@pytest.mark.parametrize(
    ("title", "signature"),
    [
        (TITLE, "青岚县水利局\n2024年1月25日"),
        ("青岚县住房和城乡建设局关于2023年度法治政府建设情况的报告", "青岚县住建局\n2024年1月25日"),
        ("青岚县人民政府2023年度法治政府建设情况的报告", "青岚县人民政府办公室\n2024年1月25日"),
        ("青岚县人民政府2023年度法治政府建设情况的报告", "青岚县司法局\n2024年1月25日"),
        ("青岚县2023年度行政执法情况的报告", "青岚县司法局\n2024年1月25日"),
        ("青岚市2023年度行政执法情况的报告", "白泽市司法局\n2024年1月25日"),
        ("青岚县住房与城乡建设局2023年度法治政府建设情况的报告", "青岚县住房和城乡建设局\n2024年1月25日"),
        ("青岚县综合行政执法局2023年度行政执法情况的报告", "青岚县城市管理局\n2024年1月25日"),
        ("青岚瑶族自治县综合行政执法大队2023年度行政执法情况的报告", "青岚县综合行政执法大队\n2024年1月25日"),
        ("中共青岚县委 青岚县人民政府关于2023年法治政府建设情况的报告", "青岚县人民政府\n2024年1月25日"),
    ],
)
def test_good_signatures(title: str, signature: str) -> None:
    assert broken("signature", SIGNATURE_RULES, report(BODY, title, signature=signature)) == {}


@pytest.mark.parametrize(
    ("signature", "rule", "quote"),
    [
        ("", "missing", "原因是编制有限。"),
        ("2024年1月25日", "body", "2024年1月25日"),
        ("青岚县水利局", "undated", "青岚县水利局"),
        ("青岚县林业局\n2024年1月25日", "other-body", "青岚县林业局"),
        ("白泽县水利局\n2024年1月25日", "other-body", "白泽县水利局"),
        ("青岚县水利局\n2024年01月25日", "date-form", "2024年01月25日"),
        ("青岚县水利局\n二〇二四年一月二十五日", "date-form", "二〇二四年一月二十五日"),
    ],
)
def test_each_fault_of_a_signature_alone(signature: str, rule: str, quote: str) -> None:
    assert broken("signature", SIGNATURE_RULES, report(BODY, signature=signature)) == {rule: [quote]}


@pytest.mark.parametrize(
    ("title", "signature", "severity"),
    [
        ("青岚瑶族自治县综合行政执法大队", "青岚苗族自治县综合行政执法大队", None),
        ("青岚县水利局", "青岗县水利局", None),
        ("中共青岚县委 青岚县人民政府", "中共青岚县委 青岗县人民政府", None),
        ("青岚县水利局", "青岚市水利局", Severity.WARNING),
        ("青岚县", "青岗县司法局", Severity.WARNING),
        ("青岚县水利局", "青岚县林业局", Severity.WARNING),
        ("青岚市自然资源局", "青岚市国土资源局", Severity.WARNING),
    ],
)
def test_a_name_that_is_another_but_for_a_character_is_a_slip(
    title: str, signature: str, severity: Severity | None
) -> None:
    text = report(BODY, f"{title}2023年度行政执法情况的报告", signature=f"{signature}\n2024年1月25日")
    (hit,) = judge("core.signature-other-body", text).hits
    assert (hit.span.of(text), hit.severity) == (signature, severity)


def test_a_report_that_is_read_out_is_not_signed() -> None:
    text = f"关于法治政府建设情况的报告\n主任、各位副主任、各位委员：\n现将2023年有关情况报告如下：\n{BODY}"
    assert broken("signature", SIGNATURE_RULES, text) == {}


def test_the_disclosure_report_need_not_be_signed() -> None:
    text = report(BODY, "青岚县水利局2023年政府信息公开工作年度报告", signature="")
    (hit,) = judge("disclosure.signature-missing", text, "disclosure_annual").hits
    assert hit.span.of(text) == "原因是编制有限。"
    assert judge("disclosure.signature-missing", CLEAN, "disclosure_annual").verdict is Verdict.MET
