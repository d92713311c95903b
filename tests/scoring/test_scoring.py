"""The score re-adds, whatever the rules say, and what costs nothing costs nothing."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.rulebook.loader import load
from checker.scoring import adds_up, band, score, shown
from checker.words.audit import Outcome, Score, Verdict
from checker.words.finding import Finding, Severity, Suppressed
from checker.words.rule import Rule, Stage
from checker.words.source import Fault
from tests.records import make_finding, make_rule


def scored(rules: list[Rule], verdicts: list[Verdict], findings: list[Finding]) -> Score | Fault:
    outcomes = [Outcome(rule.id, verdict) for rule, verdict in zip(rules, verdicts, strict=True)]
    return score({rule.id: rule for rule in rules}, outcomes, findings)


def test_nothing_wrong_is_a_hundred() -> None:
    result = scored([make_rule("a"), make_rule("b")], [Verdict.MET, Verdict.NOT_APPLICABLE], [])
    assert isinstance(result, Score)
    assert (str(result.total), result.grade, str(result.base), result.deductions) == ("100", "优秀", "15", ())


def test_points_are_capped_per_rule_and_rescaled_to_the_base() -> None:
    rules = [make_rule("a"), make_rule("b", points=2, cap=6)]
    findings = [make_finding("a"), *[make_finding("b", severity=Severity.WARNING)] * 5]
    result = scored(rules, [Verdict.BROKEN, Verdict.BROKEN], findings)
    assert isinstance(result, Score)
    deductions = [(d.rule, int(d.points), d.count, int(d.cap)) for d in result.deductions]
    assert deductions == [("a", 5, 1, 15), ("b", 6, 5, 6)]
    assert result.total == Fraction(100 * (21 - 11), 21)
    assert shown(result.total) == "47.6"


@pytest.mark.parametrize("by", ["waiver", "trial"])
def test_waived_and_trial_findings_cost_nothing(by: str) -> None:
    finding = replace(make_finding("a"), suppressed=Suppressed(by, "口径不同"))
    result = scored([make_rule("a")], [Verdict.BROKEN], [finding])
    assert isinstance(result, Score)
    assert result.deductions == ()


@pytest.mark.parametrize("by", ["baseline", "since"])
def test_a_known_finding_still_costs(by: str) -> None:
    finding = replace(make_finding("a"), suppressed=Suppressed(by, "存量"))
    result = scored([make_rule("a")], [Verdict.BROKEN], [finding])
    assert isinstance(result, Score)
    assert result.total == Fraction(200, 3)


def test_a_hint_costs_nothing_even_under_a_rule_with_points() -> None:
    result = scored([make_rule("a")], [Verdict.BROKEN], [make_finding("a", severity=Severity.INFO)])
    assert isinstance(result, Score)
    assert result.total == 100


def test_a_trial_rule_moves_nothing() -> None:
    rules = [make_rule("a"), make_rule("t", cap=100, veto=True, stage=Stage.TRIAL)]
    without = scored(rules[:1], [Verdict.BROKEN], [make_finding("a")])
    assert scored(rules, [Verdict.BROKEN] * 2, [make_finding("a"), make_finding("t")]) == without


def test_a_broken_veto_fails_whatever_the_total() -> None:
    rules = [make_rule("a", veto=True, points=1, cap=1), make_rule("b", cap=99)]
    result = scored(rules, [Verdict.BROKEN, Verdict.MET], [make_finding("a")])
    assert isinstance(result, Score)
    assert (str(result.total), result.grade, result.veto) == ("99", "不合格", ("a",))


@pytest.mark.parametrize(
    ("severities", "waived", "grade"),
    [
        ([Severity.ERROR], False, "不合格"),
        ([Severity.WARNING, Severity.ERROR], False, "不合格"),
        ([Severity.WARNING], False, "优秀"),  # a relation bound by inference is a question
        ([Severity.INFO], False, "优秀"),  # a rounding
        ([], False, "不合格"),  # broken in a finding of another rule
        ([Severity.WARNING, Severity.ERROR], True, "优秀"),  # only the error is waived
    ],
)
def test_a_veto_is_for_what_is_as_grave_as_its_rule(severities: list[Severity], waived: bool, grade: str) -> None:
    rules = [make_rule("a", veto=True, points=1, cap=1), make_rule("b", cap=99)]
    findings = [
        replace(
            make_finding("a", severity=severity),
            suppressed=Suppressed("waiver", "误报", "2030-12-31") if waived and severity is Severity.ERROR else None,
        )
        for severity in severities
    ]
    result = scored(rules, [Verdict.BROKEN, Verdict.MET], findings)
    assert isinstance(result, Score)
    assert result.grade == grade


def test_what_is_no_report_never_has_a_passing_grade() -> None:
    """Veto rules are those for required parts, for blanks left to fill, and for a year that was not over; no others."""
    assert {rule.id for rule in load().rules if rule.veto} == {
        rule.id
        for rule in load().rules
        if rule.severity is Severity.ERROR
        and (rule.category in ("missing_section", "placeholder") or rule.id == "core.signed-too-early")
    }


@pytest.mark.parametrize(("undecided", "is_scored"), [(20, True), (21, False)])
def test_more_than_a_fifth_undecided_is_no_score(undecided: int, is_scored: bool) -> None:
    rules = [make_rule("a", cap=80), make_rule("b", cap=undecided)]
    result = scored(rules, [Verdict.MET, Verdict.UNDECIDED], [])
    assert isinstance(result, Score) is is_scored
    if isinstance(result, Fault):
        assert result.code == "undecided_rules"
        assert "20.8%" in result.message


def test_no_verdict_at_all_is_no_score() -> None:
    result = scored([make_rule("a")], [Verdict.NOT_APPLICABLE], [])
    assert isinstance(result, Fault)
    assert result.code == "no_verdict"


@pytest.mark.parametrize(
    ("total", "grade"), [(100, "优秀"), (90, "优秀"), ("89.99", "良好"), (80, "良好"), (60, "合格"), (0, "不合格")]
)
def test_bands(total: int | str, grade: str) -> None:
    assert band(Fraction(total)) == grade


@pytest.mark.parametrize(
    ("value", "text"), [("87.45", "87.5"), ("87.449", "87.4"), ("0", "0.0"), ("100", "100.0"), ("0.05", "0.1")]
)
def test_shown_half_up(value: str, text: str) -> None:
    assert shown(Fraction(value)) == text


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[Rule], list[Verdict], list[Finding]]:
    rules, verdicts, findings = [], [], []
    for number in range(draw(st.integers(1, 6))):
        points = draw(st.fractions(0, 9, max_denominator=4))
        rule = make_rule(
            f"r{number}",
            points=points,
            cap=points * draw(st.integers(1, 4)),
            stage=draw(st.sampled_from(Stage)),
            veto=draw(st.booleans()),
        )
        verdict = draw(st.sampled_from(Verdict))
        if verdict is Verdict.BROKEN:
            severities = draw(st.lists(st.sampled_from(Severity), max_size=5))
            findings += [make_finding(rule.id, severity=severity) for severity in severities]
        rules.append(rule)
        verdicts.append(verdict)
    return rules, verdicts, draw(st.permutations(findings))


@given(cases())
def test_every_score_re_adds(case: tuple[list[Rule], list[Verdict], list[Finding]]) -> None:
    result = scored(*case)
    if isinstance(result, Fault):
        return
    assert adds_up(result)
    assert result.grade == ("不合格" if result.veto else band(result.total))
    lost = sum(deduction.points for deduction in result.deductions)
    assert result.total * result.base == 100 * (result.base - lost)
    assert all(0 < deduction.points <= deduction.cap for deduction in result.deductions)
    assert abs(Fraction(shown(result.total)) - result.total) <= Fraction(1, 20)
    assert not adds_up(replace(result, total=result.total - Fraction(1, 100)))
