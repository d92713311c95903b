"""Kinds `signed_date`, `deadline`, `report_year`, `date_validity` and `stated_period`."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.words.audit import Verdict
from checker.words.finding import Severity
from tests.rulebook.kinds.reports import CLEAN, TITLE, chapters, judge, quotes, report

BODY = "一、主要举措和成效\n全年办理行政许可12件，3月5日召开会议，9月13日举办培训班。"


def written(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def signed(day: date | str, body: str = BODY, title: str = TITLE) -> str:
    return report(body, title, signature=f"青岚县水利局\n{day if isinstance(day, str) else written(day)}")


@settings(max_examples=30)
@given(st.dates(date(2022, 1, 1), date(2024, 12, 31)))
def test_a_signature_before_december_of_the_year_is_one_finding(day: date) -> None:
    found = {rule: quotes(f"core.{rule}", signed(day)) for rule in ("signed-too-early", "signed-before-event")}
    early = day < date(2023, 12, 1)
    assert found == {"signed-too-early": [written(day)] if early else [], "signed-before-event": []}


def test_what_was_done_later_stands_beside_the_early_date() -> None:
    (hit,) = judge("core.signed-too-early", signed("2023年2月5日")).hits
    assert [span.of(signed("2023年2月5日")) for span, _ in hit.related] == ["3月5日", "9月13日"]
    assert hit.arguments["next"] == "2024"


def test_a_half_year_report_is_signed_in_summer() -> None:
    text = signed("2023年7月5日", "一、主要工作\n已完成。", "青岚县水利局2023年上半年法治政府建设情况的报告")
    assert quotes("core.signed-too-early", text) == []


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("2024年1月26日，召开全县推进会。", "2024年1月26日"),
        ("本报告经2024年2月1日局党组会议审议通过。", "2024年2月1日"),
        ("新规定自2024年3月1日起施行。", None),
        ("将于2024年3月1日召开会议。", None),
        ("整改工作2024年3月31日前完成。", None),
        ("落实《工作方案（2024年5月1日印发）》。", None),
        ("2023年12月30日，召开全县推进会。", None),
        ("数据截至2024年2月1日。", None),
        ("截至2024年12月底，13个村均已建成避难点。", "截至2024年12月"),
        ("截至2025年底，累计完成30处。", "截至2025年底"),
        ("截至2024年1月底，累计完成30处。", None),
        ("到2025年底前完成，截至2025年底前已明确30处。", None),
        ("2月1日至7日“平安周”期间开展活动46场次。", None),
        ("2024年2月1日至7日“平安周”期间开展活动46场次。", "2024年2月1日"),
        ("2024年2月1日至7日为申报时间。", None),
    ],
)
def test_events_later_than_the_signature(sentence: str, event: str | None) -> None:
    text = signed("2024年1月25日", f"{BODY}{sentence}\n二、2024年工作安排\n2024年6月1日召开培训会。")
    judgement = judge("core.signed-before-event", text)
    assert [hit.arguments["event"] for hit in judgement.hits] == ([event] if event else [])


@given(st.dates(date(2024, 1, 1), date(2024, 12, 31)), st.integers(min_value=-9, max_value=9))
@settings(max_examples=20)
def test_the_day_of_the_check(day: date, away: int) -> None:
    judgement = judge("core.signed-in-future", signed(day), as_of=day + timedelta(days=away))
    assert (judgement.verdict is Verdict.BROKEN) == (away < 0)
    assert judge("core.signed-in-future", signed(day)).verdict is Verdict.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("day", "reported", "published"),
    [
        ("2024年2月29日", 0, 0),
        ("2024年3月1日", 0, 0),
        ("2024年3月2日", 1, 0),
        ("2024年4月1日", 1, 0),
        ("2024年4月2日", 0, 1),
    ],
)
def test_one_deadline_speaks_at_a_time(day: str, reported: int, published: int) -> None:
    counts = [len(quotes(f"rule-of-law.{rule}", signed(day))) for rule in ("reported-late", "published-late")]
    assert counts == [reported, published]


@pytest.mark.parametrize(
    ("title", "foreword", "wrong"),
    [
        (TITLE, "2023年，我局认真履职。现将2022年度工作情况报告如下：", "2022年"),
        (TITLE, "2022年，我局认真履职。现将有关情况报告如下：", "2022"),
        ("", "2023年，我局认真履职。现将2022年度工作情况报告如下：", "2022年"),
        (TITLE, "2021年以来，我局认真履职。现将有关情况报告如下：", None),
        (TITLE, "2023年，我局落实《纲要（2021—2025年）》。现将2023年工作和2024年安排报告如下：", None),
        ("青岚县水利局2017年工作总结和2018年工作思路", "2017年，我局认真履职。现将有关情况报告如下：", None),
        (TITLE, "今年，我局认真履职。现将本年度情况报告如下：", None),
    ],
)
def test_the_year_of_the_opening(title: str, foreword: str, wrong: str | None) -> None:
    text = report(BODY, title, foreword)
    assert quotes("core.opening-year", text) == ([wrong] if wrong else [])


@pytest.mark.parametrize(
    ("plan", "found"),
    [
        ("2024年工作安排\n加强培训。", []),
        ("2023年工作安排\n加强培训。", [("2023", None)]),
        ("2025年主要打算\n加强培训。", [("2025", None)]),
        ("下一步安排\n2022年，我局将继续加强培训。", [("2022", Severity.WARNING)]),
        ("下一步安排\n2024年，我局将继续加强培训，落实2023年部署。", []),
        ("2023年存在的问题和下一步打算\n力量不足，加强培训。", []),
        ("2024—2025年工作计划\n加强培训。", []),
        ("对照2023年重点任务的下一步打算\n加强培训。", []),
        ("贯彻《规划（2021—2025年）》的工作安排\n加强培训。", []),
    ],
)
def test_the_year_of_the_plan(plan: str, found: list[tuple[str, Severity | None]]) -> None:
    text = report(chapters("主要举措和成效\n办理许可12件。", plan))
    judgement = judge("core.plan-year", text)
    assert [(hit.span.of(text), hit.severity) for hit in judgement.hits] == found


def test_a_report_does_not_begin_with_its_plan() -> None:
    text = report(chapters("2023年重点工作\n办理许可12件。", "存在的不足\n力量不足。", "下一步打算\n加强培训。"))
    assert quotes("core.plan-year", text) == []


@pytest.mark.parametrize(
    ("sentence", "impossible", "backward"),
    [
        ("2023年2月29日召开会议。", ["2023年2月29日"], []),
        ("2月30日召开会议，4月31日总结。", ["2月30日", "4月31日"], []),
        ("二〇二三年十一月三十一日召开会议。", ["二〇二三年十一月三十一日"], []),
        ("20223年度召开会议。", ["20223年"], []),
        ("自2023年1月1日起至2022年12月31日止。", [], ["2023年1月1日起至2022年12月31日"]),
        ("2023年12月至2023年3月开展整治。", [], ["2023年12月至2023年3月"]),
        ("落实《规划（2025—2021年）》。", [], ["2025—2021年"]),
        ("2024年2月29日，2023年1月1日至12月31日，2021—2025年，1-12月，2.30倍。", [], []),
        ("2024年9月至7月整治，2024年9月至12月巡查。", [], ["2024年9月至7月"]),
        ("12月10日至4日宣传，12月4日至10日宣传。", [], ["12月10日至4日"]),
        ("2024年3月5日至2月10日调研，2024年3月5日至次年2月10日试行。", [], ["2024年3月5日至2月10日"]),
        ("2月20日至30日督查。", ["2月20日至30日"], []),
        ("每年11月1日至3月31日为防火期，2024年9月至2025年7月、3月5日至3个月内、9月1日至15项。", [], []),
        ("版本2024.13.45，编号2023-45-67，比例2.5。", [], []),
    ],
)
def test_dates_and_periods(sentence: str, impossible: list[str], backward: list[str]) -> None:
    text = report(f"一、主要举措和成效\n{sentence}")
    assert (quotes("core.date-impossible", text), quotes("core.period-reversed", text)) == (impossible, backward)


def test_a_winter_without_its_second_year_is_asked_after() -> None:
    (hit,) = judge("core.period-reversed", report("一、主要举措和成效\n2023年11月至3月清雪。")).hits
    assert hit.severity is Severity.WARNING


def test_an_impossible_signature_is_found() -> None:
    assert quotes("core.date-impossible", signed("2024年2月30日")) == ["2024年2月30日"]


@pytest.mark.parametrize(
    ("period", "broken"),
    [
        ("2023年1月1日起至2023年12月31日止", False),
        ("2023年1月1日至12月31日", False),
        ("2022年1月1日起至2022年12月31日止", True),
        ("2023年1月1日起至2022年12月31日止", False),
    ],
)
def test_the_period_of_the_figures(period: str, broken: bool) -> None:
    title = "青岚县水利局2023年政府信息公开工作年度报告"
    text = report("一、总体情况\n主动公开信息12条。", title, f"本报告所列数据的统计期限自{period}。", "")
    assert bool(judge("disclosure.period", text, "disclosure_annual").hits) == broken


def test_a_clean_report_has_no_finding_of_dates() -> None:
    rules = [
        "signed-too-early",
        "signed-before-event",
        "opening-year",
        "plan-year",
        "date-impossible",
        "period-reversed",
    ]
    assert [quote for rule in rules for quote in quotes(f"core.{rule}", CLEAN)] == []
