"""Waivers suppress what they name and nothing else; they never make anything worse."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.scoring import score
from checker.waivers.apply import outcomes_after, waive
from checker.waivers.waiver import Grounds, Terms, Waiver
from checker.words.audit import Outcome, Score, Verdict
from checker.words.finding import Finding, Severity, Suppressed
from checker.words.relation import Relation
from tests.records import make_audit, make_finding, make_rule

RULES = ["a.one", "a.two", "b.one"]
HEADINGS = ["成效", "改革", "不足", "原因/分析"]
MARKERS = ["一、", "(二)", "三、", "1."]


def waiver(report: str = "a.txt", rule: str = "a.one", section: str = "", fingerprint: str = "") -> Waiver:
    terms = Terms(report, rule, Grounds.FALSE_ALARM, "张三", date(2030, 1, 1), section, fingerprint, "已核对")
    return Waiver(terms, rule, "w.yaml", 1)


@st.composite
def finding(draw: st.DrawFn) -> Finding:
    way = draw(st.lists(st.sampled_from(list(zip(MARKERS, HEADINGS, strict=True))), max_size=3))
    return replace(
        make_finding(draw(st.sampled_from(RULES)), severity=draw(st.sampled_from(Severity))),
        section=tuple(marker for marker, _ in way),
        headings=tuple(heading for _, heading in way),
        fingerprint=draw(st.sampled_from("abc")) * 32,
        suppressed=draw(st.sampled_from([None, None, Suppressed("trial", "规则尚在试行")])),
    )


findings = st.lists(finding(), max_size=8)
waivers = st.lists(
    st.builds(
        waiver,
        st.sampled_from(["a.txt", "*.txt", "b.txt", "**/a.txt"]),
        st.sampled_from(RULES),
        st.sampled_from(["", *HEADINGS, "一", "一、成效", "一 › (二)", "成效/改革"]),
        st.sampled_from(["", "a" * 32, "b" * 32]),
    ),
    max_size=4,
)


@given(findings, waivers)
def test_only_what_is_named_is_set_aside(found: list[Finding], given_: list[Waiver]) -> None:
    after = waive(found, given_, "a.txt")
    assert [replace(each, suppressed=None) for each in after] == [replace(each, suppressed=None) for each in found]
    for before, now in zip(found, after, strict=True):
        covered = any(each.names("a.txt") and each.covers(before) for each in given_)
        if before.suppressed is not None or not covered:
            assert now == before
        else:
            assert now.suppressed is not None
            assert (now.suppressed.by, now.suppressed.reason) == ("waiver", "误报：已核对")
            assert (now.suppressed.until, now.suppressed.approver) == ("2030-01-01", "张三")


@given(findings, waivers)
def test_nothing_gates_that_did_not_before(found: list[Finding], given_: list[Waiver]) -> None:
    before = [each.fingerprint for each in found if each.suppressed is None]
    after = [each.fingerprint for each in waive(found, given_, "a.txt") if each.suppressed is None]
    assert len(after) <= len(before)
    assert set(after) <= set(before)


@given(findings, waivers)
def test_points_are_spared_or_lost_and_never_both(found: list[Finding], given_: list[Waiver]) -> None:
    rules = {identifier: make_rule(identifier) for identifier in RULES} | {"met": make_rule("met", cap=50)}
    outcomes = [Outcome(each, Verdict.BROKEN if any(f.rule == each for f in found) else Verdict.MET) for each in rules]
    full = score(rules, outcomes, found)
    after = waive(found, given_, "a.txt")
    spared = score(rules, outcomes_after(outcomes, after, ()), after)
    assert isinstance(full, Score)
    assert isinstance(spared, Score)
    assert sum(each.points for each in spared.deductions + spared.waived) == sum(
        each.points for each in full.deductions
    )
    assert full.waived == ()


def test_a_rule_is_waived_when_all_its_findings_are() -> None:
    outcomes = [Outcome("a.one", Verdict.BROKEN), Outcome("a.two", Verdict.MET)]
    one, other = make_finding("a.one"), replace(make_finding("a.one"), fingerprint="b" * 32)
    some = waive([one, other], [waiver(fingerprint="b" * 32)], "a.txt")
    assert outcomes_after(outcomes, some, ()) == tuple(outcomes)
    every = waive([one, other], [waiver()], "a.txt")
    assert [each.verdict for each in outcomes_after(outcomes, every, ())] == [Verdict.WAIVED, Verdict.MET]


def test_a_rule_whose_relations_were_merged_into_a_waived_finding_is_waived() -> None:
    relation: Relation = replace(make_audit().relations[0], id="r1", rule="b.one")
    merged = replace(make_finding("a.one"), relations=("r1",))
    outcomes = [Outcome("a.one", Verdict.BROKEN), Outcome("b.one", Verdict.BROKEN)]
    after = outcomes_after(outcomes, waive([merged], [waiver()], "a.txt"), [relation])
    assert {each.verdict for each in after} == {Verdict.WAIVED}


@pytest.mark.parametrize(
    ("section", "is_covered"),
    [
        ("", True),
        ("成效", True),
        ("一、成效", True),
        ("一、 成 效", True),
        ("改革", True),
        ("（二）改革", True),
        ("二", False),
        ("一", True),
        ("一 › (二)", True),
        ("一、成效/(二)改革", True),
        ("(二) › 一", False),
        ("成效/改革/不足", False),
        ("成", False),
    ],
)
def test_a_section_is_named_by_its_heading_or_the_way_to_it(section: str, is_covered: bool) -> None:
    found = replace(make_finding("a.one"), section=("一、", "(二)"), headings=("成效", "改革"))
    assert waiver(section=section).covers(found) is is_covered


def test_a_heading_with_a_stroke_is_no_way() -> None:
    found = replace(make_finding("a.one"), section=("一、",), headings=("原因/分析",))
    assert waiver(section="原因/分析").covers(found)


@pytest.mark.parametrize(
    ("pattern", "report", "is_named"),
    [
        ("报告/甲.txt", "报告/甲.txt", True),
        ("报告/*.txt", "报告/甲.txt", True),
        ("*.txt", "报告/甲.txt", False),
        ("**/*.txt", "报告/县/甲.txt", True),
        ("报告/**", "报告/县/甲.txt", True),
        ("报告/*", "报告/县/甲.txt", False),
        ("甲.txt", "报告/甲.txt", False),
        ("报告/[2023].txt", "报告/[2023].txt", True),
        ("报告/[甲乙].txt", "报告/乙.txt", True),
        ("./报告/甲.txt", "报告/甲.txt", True),
        ("-", "-", True),
        ("**", "-", True),
        ("报告", "报告/甲.txt", False),
        ("Café.txt", "Cafe\u0301.txt", True),
    ],
)
def test_a_report_is_named_by_its_path(pattern: str, report: str, is_named: bool) -> None:
    assert waiver(pattern).names(report) is is_named


def test_paths_may_be_seen_from_the_file_of_the_waivers(tmp_path: Path) -> None:
    def beside(report: str) -> Waiver:
        return replace(waiver(report), path=str(tmp_path / "豁免" / "w.yaml"))

    assert beside("甲.txt").names(str(tmp_path / "豁免" / "甲.txt"))
    assert beside("../报告/*.txt").names(str(tmp_path / "报告" / "甲.txt"))
    assert not beside("../报告/*.txt").names(str(tmp_path / "甲.txt"))
    assert waiver(str(tmp_path / "*" / "甲.txt")).names(str(tmp_path / "报告" / "甲.txt"))
    assert beside(str(tmp_path / "甲.txt")).names(str(tmp_path / "甲.txt"))
