"""The kinds that rest on registries: `instrument`, `plan`, `event`, `organ`, `phrases`, `no_work`."""

from __future__ import annotations

from datetime import date
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.words.audit import Verdict
from checker.words.finding import Certainty, Severity
from checker.words.registry import Event, Instrument, Phrase, Plan
from checker.words.rule import Hit
from tests.rulebook.kinds.reports import document, hits, judge, quotes, report, shipped
from tests.rulebook.kinds.sentences import report_of


def registry(name: str) -> tuple[object, ...]:
    return cast(tuple[object, ...], shipped().registries[name])


def of_year(body: str, year: int, signed: str | None = None, plan: str = "") -> str:
    """A report on the year, signed in the January after it or on the day given."""
    day = signed or f"{year + 1}年1月20日"
    text = f"一、主要举措和成效\n{body}\n二、{year + 1}年工作安排\n{plan or '继续努力。'}"
    title = f"青岚县水利局{year}年度法治政府建设情况的报告"
    return report(text, title, f"{year}年，我局各项工作取得进展。现将有关情况报告如下：", f"青岚县水利局\n{day}")


# ------------------------------------------------------------------ instruments


@given(st.sampled_from(registry("instruments")), st.integers(2016, 2026))
@settings(max_examples=60)
def test_an_instrument_is_wrong_exactly_where_its_days_say_so(record: Instrument, year: int) -> None:
    text = of_year(f"开展《中华人民共和国{record.name}》宣传12场次。", year)
    signed = date(year + 1, 1, 20)
    repealed = record.repealed is not None and record.repealed <= date(year, 1, 1)
    too_new = record.adopted is not None and record.adopted > date(year, 12, 31)
    expected = {"repealed"} if repealed else {"adopted"} if too_new else set()
    found = [set(hit.arguments) & {"repealed", "adopted", "in_force", "revised"} for _, hit in law_hits(text)]
    assert found == ([expected] if expected else []), (record.name, signed)


def law_hits(text: str) -> list[tuple[str, Hit]]:
    return hits("registry.instrument", text)


@pytest.mark.parametrize(
    ("body", "year", "found"),
    [
        ("原《合同法》废止后调整合同范本。", 2022, []),
        ("清理涉及《合同法》《物权法》的文件12件。", 2022, []),
        ("学习《合同法》。", 2020, []),
        ("宣传《最高人民法院关于适用〈婚姻法〉的解释》。", 2022, []),
        ("宣传《某省信访条例》。", 2023, []),
        ("参与《民营经济促进法（草案）》征求意见。", 2023, []),
        ("学习《中华人民共和国能源法》。", 2024, []),
        ("依据《中华人民共和国能源法》处罚2起。", 2024, []),
        ("依据《中华人民共和国矿产资源法》处罚2起。", 2024, []),
        ("依据《中华人民共和国学前教育法》检查2次。", 2024, ["in_force"]),
        ("组织学习新修订的《行政处罚法》。", 2021, []),
        ("组织学习新修订的《行政复议法》。", 2022, ["revised"]),
        ("学习《保密法》，组织学习新修订的《复议法》。", 2022, ["revised"]),
        ("落实《国务院办公厅关于严格规范涉企行政检查的意见》。", 2023, ["adopted"]),
        ("组织学习《合同法》，宣传《合同法》。", 2022, ["repealed"]),
    ],
)
def test_how_an_instrument_is_cited(body: str, year: int, found: list[str]) -> None:
    marks = ("repealed", "adopted", "in_force", "revised")
    assert [next(m for m in marks if m in hit.arguments) for _, hit in law_hits(of_year(body, year))] == found


def test_a_law_of_next_year_is_no_work_of_this_one_but_may_stand_in_the_plan() -> None:
    law = "深入贯彻《中华人民共和国保守国家秘密法实施条例》和《节约用水条例》。"
    assert [hit.arguments["adopted_iso"] for _, hit in law_hits(of_year(law, 2023, "2024年3月20日"))] == ["2024-03-09"]
    assert law_hits(of_year("办理许可12件。", 2023, "2024年3月20日", plan=law)) == []


def test_without_any_year_nothing_is_decided() -> None:
    text = "关于法治政府建设情况的报告\n一、主要举措和成效\n宣传《中华人民共和国婚姻法》。"
    assert document(text).report_year is None
    assert judge("registry.instrument", text).verdict is Verdict.UNDECIDED


def test_instruments_are_named_once_and_their_days_are_in_order() -> None:
    records = cast(tuple[Instrument, ...], registry("instruments"))
    names = [name for record in records for name in (record.name, *record.short)]
    assert len(set(names)) == len(names)
    for record in records:
        days = [d for d in (record.adopted, *record.amended, record.repealed) if d]
        assert days == sorted(days), record.name
        assert not record.in_force or not record.adopted or record.in_force >= record.adopted, record.name


# ------------------------------------------------------------------ plans


@given(st.sampled_from(registry("plans")), st.integers(-1, 1), st.integers(-1, 1), st.sampled_from("—-~－"))
@settings(max_examples=40)
def test_the_years_of_a_plan(plan: Plan, before: int, after: int, dash: str) -> None:
    told = (plan.start + before, plan.end + after)
    text = report_of(f"落实《{plan.name}（{told[0]}{dash}{told[1]}年）》。")
    periods = {(p.start, p.end) for p in cast(tuple[Plan, ...], registry("plans")) if p.name == plan.name}
    found = [hit for _, hit in hits("registry.plan", text) if "told" in hit.arguments]
    assert len(found) == (told not in periods)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("“八五”普法规划（2020—2025年）落实到位。", "“八五”普法规划（2020—2025年）"),
        ("编制“十四五”规划（2021—2026年）。", "“十四五”规划（2021—2026年）"),
        (
            "落实《关于开展法治宣传教育的第八个五年规划（2021—2024年）》。",
            "法治宣传教育的第八个五年规划（2021—2024年）",
        ),
    ],
)
def test_other_names_of_a_plan(text: str, quote: str) -> None:
    assert quote in quotes("registry.plan", report_of(text))


@pytest.mark.parametrize(
    ("body", "signed", "count"),
    [
        ("落实《法治政府建设实施纲要（2021—2025年）》。", "2021年1月20日", 1),
        ("待《法治政府建设实施纲要（2021—2025年）》公布后贯彻。", "2021年1月20日", 0),
        ("落实《法治政府建设实施纲要（2021—2025年）》。", "2021年8月20日", 0),
        ("落实《法治社会建设实施纲要（2020—2025年）》。", "2021年1月20日", 0),
    ],
)
def test_no_plan_is_cited_before_it_is_published(body: str, signed: str, count: int) -> None:
    found = [hit for _, hit in hits("registry.plan", of_year(body, 2020, signed))]
    assert [hit.severity for hit in found] == [Severity.WARNING] * count


@pytest.mark.parametrize(
    "text",
    [
        "落实《某县法治政府建设规划（2021—2024年）》和《某省提升行政执法质量三年行动方案（2024—2026年）》。",
        "编制“十四五”规划和二〇三五年远景目标（2021—2035年）。",
        "“八五”普法以来，某项目（2019—2023年）完成。",
        "《法治政府建设实施纲要》和12个方案（2022—2024年）。",
    ],
)
def test_plans_of_others(text: str) -> None:
    assert quotes("registry.plan", report_of(text)) == []


def test_a_plan_that_is_over() -> None:
    text = "落实《法治政府建设实施纲要（2015—2020年）》要求。"
    ((_, hit),) = hits("registry.plan", of_year(text, 2022))
    assert (hit.arguments["next"], hit.severity) == ("2021—2025", Severity.WARNING)
    assert quotes("registry.plan", of_year(text, 2020)) == []
    assert quotes("registry.plan", of_year(f"总结{text}", 2022)) == []


# ------------------------------------------------------------------ events


@given(st.sampled_from(registry("events")), st.integers(2016, 2026))
@settings(max_examples=60)
def test_an_event_after_the_signature(event: Event, year: int) -> None:
    text = of_year(f"深入学习{event.terms[0]}有关要求。", year)
    found = [hit for _, hit in hits("registry.event", text) if hit.subject == event.name]
    assert len(found) == (event.start > date(year, 12, 31))
    for hit in found:
        is_proof = event.start > date(year + 1, 1, 20) and event.certainty is not Certainty.MEMORY
        assert (hit.severity is None) == is_proof


def test_an_event_that_is_still_to_come() -> None:
    assert quotes("registry.event", of_year("以优异成绩迎接党的二十大胜利召开。", 2021)) == []
    assert quotes("registry.event", of_year("全面学习党的二十大精神。", 2021)) != []


def test_an_unsigned_report_proves_nothing() -> None:
    title = "青岚县水利局2022年度法治政府建设情况的报告"
    text = report("一、主要举措和成效\n学习贯彻党的二十届三中全会精神。", title, "2022年，我局努力工作。", "")
    ((_, hit),) = hits("registry.event", text)
    assert (hit.severity, hit.arguments["year"]) == (Severity.WARNING, "2022")
    assert judge("registry.event", text, as_of=date(2023, 6, 1)).verdict is Verdict.BROKEN


# ------------------------------------------------------------------ bodies, phrases, titles


def test_bodies_that_are_gone() -> None:
    text = "县卫生和计划生育局牵头，联合县卫计局和县环境保护局检查。"
    found = hits("registry.organ", of_year(text, 2023))
    assert [quote for quote, _ in found] == ["卫生和计划生育", "环境保护局"]
    assert found[0][1].arguments["count"] == "2"
    assert quotes("registry.organ", of_year(text, 2018)) == []
    assert quotes("registry.organ", of_year("原县卫计局移交案卷，市生态环境保护局检查。", 2023)) == []


@given(st.sampled_from(registry("phrases")), st.data())
@settings(max_examples=60)
def test_phrases_in_a_wrong_form(phrase: Phrase, data: st.DataObject) -> None:
    wrong, right = data.draw(st.sampled_from(sorted(phrase.forms.items())))
    rule = {"fixed": "registry.fixed-phrase", "dated": "registry.dated-phrase", "slip": "registry.slip"}[phrase.group]
    inside = right.replace("“", "‘").replace("”", "’")  # as it stands between the quotes of the message
    told = [hit.arguments["right"] for _, hit in hits(rule, of_year(f"落实{wrong}要求。", 2024))]
    assert any(text.removesuffix("’") == inside.removesuffix("’") for text in told)
    assert quotes(rule, of_year(f"落实{right}要求。", 2024)) == []


def test_a_term_is_old_only_since_its_year() -> None:
    assert quotes("registry.dated-phrase", of_year("办理一般程序案件35件。", 2020)) == []
    assert quotes("registry.dated-phrase", of_year("办理一般程序案件35件。", 2022)) == ["一般程序案件"]


def test_a_longer_word_that_holds_a_wrong_form() -> None:
    assert quotes("registry.slip", report_of("各单位各自已经制定方案。")) == []


def test_a_record_holds_its_core() -> None:
    with pytest.raises(ValueError, match="core"):
        Phrase("fixed", "法制", {"第一人职责": "第一责任人职责"})


def test_book_title_marks_around_no_work() -> None:
    text = report_of(
        "学习《习近平法治思想》《民法典》，研读《习近平法治思想学习纲要》，领取《行政执法证》。再学《习近平法治思想》。"
    )
    found = hits("registry.title-marks", text)
    assert [quote for quote, _ in found] == ["《习近平法治思想》", "《行政执法证》"]
    assert len(found[0][1].related) == 1
