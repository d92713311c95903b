"""Kind `pattern`."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from checker.rulebook.kinds.pattern import ForbiddenPattern, Wording
from checker.rulebook.reach import Reach
from checker.rulebook.reading.linear import checked
from checker.words.audit import Verdict
from checker.words.document import LineKind
from tests.rulebook.kinds.reports import judge, quotes, report
from tests.rulebook.kinds.sentences import planted, report_of

PLANTED = ("截止2023年12月底，共受理35件。", "截止目前已建成3处。", "截止 年底完成整改。")


@given(planted(PLANTED))
@settings(max_examples=20)
def test_each_planted_pattern_is_one_hit(case: tuple[str, list[str]]) -> None:
    text, faults = case
    assert quotes("language.as-of", text) == ["截止"] * len(faults)


def spec(once: bool = False, given: Reach | None = None) -> ForbiddenPattern:
    wording = Wording((checked("罚款(?P<sum>\\d{1,9})元"), checked("款\\d{1,9}元")), (checked("退还"),), once)
    return ForbiddenPattern(wording, given or Reach())


def test_named_groups_are_arguments_and_overlaps_are_one_hit() -> None:
    (hit,) = judge("language.as-of", report_of("罚款500元。"), spec=spec()).hits
    assert hit.arguments == {"found": "罚款500元", "sum": "500"}


def test_the_sentence_excuses() -> None:
    text = report_of("退还多收的罚款500元。罚款600元。")
    (hit,) = judge("language.as-of", text, spec=spec()).hits
    assert hit.span.of(text) == "罚款600元"


def test_once_for_the_whole_report() -> None:
    text = report_of("罚款500元。\n罚款600元。\n罚款700元。")
    (hit,) = judge("language.as-of", text, spec=spec(once=True)).hits
    assert hit.arguments["count"] == "3"
    assert [span.of(text) for span, _ in hit.related] == ["罚款600元", "罚款700元"]


def test_where_it_is_looked_for() -> None:
    text = report(
        "一、主要举措和成效\n罚款100元。\n二、存在的不足和原因\n罚款200元，原因是管理不严。\n三、2024年工作安排\n罚款300元。"
    )

    def amounts(reach: Reach) -> list[str]:
        return [hit.arguments["sum"] for hit in judge("language.as-of", text, spec=spec(given=reach)).hits]

    assert amounts(Reach()) == ["100", "200", "300"]
    assert amounts(Reach(parts=("shortcomings",))) == ["200"]
    assert amounts(Reach(except_parts=("shortcomings", "plan"))) == ["100"]
    assert amounts(Reach(lines=(LineKind.HEADING,))) == []


def test_a_part_that_the_report_has_not() -> None:
    text = report("一、主要工作\n罚款100元。")
    judgement = judge("language.as-of", text, spec=spec(given=Reach(parts=("plan",))))
    assert judgement.verdict is Verdict.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("rule", "bad", "good"),
    [
        ("language.request", "以上报告当否，请批示。", "特此报告，请审阅。"),
        ("language.request", "恳请市政府增加编制，支持解决办公用房。", "已请求人民法院强制执行。"),
        ("language.penalty-target", "全年超额完成罚没款任务。", "严禁下达罚没收入指标。"),
        ("language.private-data", "身份证号510722199003071234。", "信用代码911100001000000000。"),
        ("language.decrease-times", "信访量减少3倍。", "信访量减少三成，办件量增长3倍。"),
        ("language.double-approximation", "培训近300余人次。", "最近10余年，节约20余万元，预约300多人。"),
        ("language.percent-range", "增速在5-8%之间。", "增速在5%—8%之间。"),
        ("language.year-word", "2023全区办案35件。", "全区办案2023件，2023年全区办案35件。"),
        ("language.document-number", "国办发[2018]118号。", "国办发〔2018〕118号，（2023）川01行初12号。"),
        ("language.before-deng", "涉及城管、交通、等领域。", "城管、交通等领域，二、等级评定。"),
        ("language.peer-comma", "在县委，县政府的领导下。", "县委、县政府的领导下，各项工作，各个领域。"),
        ("language.approximate-pair", "三、五天内办结。", "第一、二次会议，三、四级主任科员。"),
        ("language.nested-title", "《关于印发《办法》的通知》。", "《关于印发〈办法〉的通知》《办法》。"),
        ("language.digit-ji", "走访20几家企业。", "走访二十几家企业。"),
        ("encoding.control", "全面推\u200b进依法行政。", "全面推进\t依法行政。"),
    ],
)
def test_patterns_of_language(rule: str, bad: str, good: str) -> None:
    assert len(quotes(rule, report_of(bad))) == 1
    assert quotes(rule, report_of(good)) == []
