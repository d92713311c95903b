"""The score: every point that is lost is listed, and the sum re-adds. Exact fractions, rounded only when shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from checker.words.audit import Deduction, Outcome, Score, Verdict
from checker.words.finding import Finding, Severity
from checker.words.record import replace
from checker.words.rule import Rule, Stage
from checker.words.source import Fault

BANDS = ((90, "优秀"), (80, "良好"), (60, "合格"), (0, "不合格"))
FAILED = BANDS[-1][1]
# Faults of a report that was read and checked, and only could not be given a score.
WITHOUT_SCORE = frozenset({"partial_rules", "undecided_rules", "no_verdict"})
UNDECIDED_LIMIT = Fraction(20, 100)


def score(rules: Mapping[str, Rule], outcomes: Iterable[Outcome], findings: Sequence[Finding]) -> Score | Fault:
    """The score of a report, or the reason why it has none.

    A rule weighs as much as its cap; a rule on trial weighs nothing, since it can cost nothing.
    """
    caps: dict[Verdict, list[Fraction]] = {verdict: [] for verdict in Verdict}
    veto: list[str] = []
    for outcome in outcomes:
        rule = rules[outcome.rule]
        if rule.stage is Stage.TRIAL:
            continue
        caps[outcome.verdict].append(rule.cap)
        if rule.veto and outcome.verdict is Verdict.BROKEN and _fails(rule, findings):
            veto.append(rule.id)
    base, undecided = _sum([*caps[Verdict.MET], *caps[Verdict.BROKEN]]), _sum(caps[Verdict.UNDECIDED])
    if undecided > UNDECIDED_LIMIT * (base + undecided):
        share = shown(100 * undecided / (base + undecided))
        message = f"无法判断的规则占权重 {share}%，超过 20%，不予评分"
        return Fault("undecided_rules", message, english=f"undecided rules hold {share} % of the weight, above 20 %")
    if base == 0:
        message = "没有一条计分的规则对本报告得出结论，无法评分"
        return Fault("no_verdict", message, english="no rule that carries points came to a verdict on this report")
    deductions = _deductions(rules, findings)
    total = _total(base, deductions)
    grade = FAILED if veto else band(total)
    return Score(total, grade, base, undecided, tuple(veto), deductions, _waived(rules, findings))


def _sum(values: Sequence[Fraction]) -> Fraction:
    """Their sum; whole numbers, as nearly all are, are added as such."""
    if all(value.denominator == 1 for value in values):
        return Fraction(sum(value.numerator for value in values))
    return sum(values, Fraction(0))


def _fails(rule: Rule, findings: Sequence[Finding]) -> bool:
    """Whether a broken veto rule fails the report: a question (bound by inference) or a rounding is no such breach."""
    own = [finding.severity for finding in findings if finding.rule == rule.id and not _is_waived(finding)]
    return not own or rule.severity in own


def band(total: Fraction) -> str:
    """The grade of a total between 0 and 100."""
    return next(name for least, name in BANDS if total >= least)


def shown(value: Fraction) -> str:
    """A number of 0 or more with one decimal, half up."""
    tenths = (value * 20 + 1) // 2
    return f"{tenths // 10}.{tenths % 10}"


def counts(finding: Finding, rules: Mapping[str, Rule]) -> bool:
    """Whether a finding costs points: hints, rules on trial and waived findings do not; a baseline spares none."""
    return _could_cost(finding, rules) and not _is_waived(finding)


def _could_cost(finding: Finding, rules: Mapping[str, Rule]) -> bool:
    """Whether it costs points, or would without its waiver."""
    spared = finding.suppressed is not None and finding.suppressed.spares_points and not _is_waived(finding)
    return finding.severity is not Severity.INFO and not spared and rules[finding.rule].stage is not Stage.TRIAL


def _is_waived(finding: Finding) -> bool:
    return finding.suppressed is not None and finding.suppressed.by == "waiver"


def adds_up(result: Score) -> bool:
    """Whether the total follows from the listed deductions."""
    return 0 <= result.total <= 100 and result.total == _total(result.base, result.deductions)


def _deductions(rules: Mapping[str, Rule], findings: Sequence[Finding]) -> tuple[Deduction, ...]:
    """One entry a rule, in the order of the text."""
    broken = _by_rule(finding for finding in findings if rules[finding.rule].points and counts(finding, rules))
    return tuple(_deduction(rules[rule], found) for rule, found in broken.items())


def _waived(rules: Mapping[str, Rule], findings: Sequence[Finding]) -> tuple[Deduction, ...]:
    """What each rule would cost more without its waivers, with the number of findings that they cover."""
    costly = [finding for finding in findings if rules[finding.rule].points and _could_cost(finding, rules)]
    entries = []
    for rule, found in _by_rule(costly).items():
        if waived := [finding for finding in found if _is_waived(finding)]:
            spared = _deduction(rules[rule], found).points - _points(rules[rule], len(found) - len(waived))
            entries.append(replace(_deduction(rules[rule], waived), points=spared))
    return tuple(entries)


def _by_rule(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.rule, []).append(finding)
    return found


def _deduction(rule: Rule, found: Sequence[Finding]) -> Deduction:
    return Deduction(rule.id, _points(rule, len(found)), len(found), rule.cap, found[0].message)


def _points(rule: Rule, count: int) -> Fraction:
    return min(rule.points * count, rule.cap)


def _total(base: Fraction, deductions: Sequence[Deduction]) -> Fraction:
    lost = sum((deduction.points for deduction in deductions), Fraction(0))
    return 100 * (base - lost) / base
