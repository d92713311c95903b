"""Small records for tests that need a rule, a finding or an audit without a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from checker.scoring import score
from checker.words.audit import Audit, Grade, Node, Outcome, Part, Score, Status, Verdict
from checker.words.finding import Basis, Category, Finding, Severity
from checker.words.interval import Interval
from checker.words.place import Lines, Span
from checker.words.relation import Binding, Coverage, Operand, Relation, RelationKind, Role, Truth
from checker.words.rule import Origin, Rule, Rulebook, Stage, Wording
from checker.words.run import Run

REPORT = (
    "某县2023年度法治政府建设工作报告\n"
    "一、举措和成效\n"
    "(一)办案。全年共受理“行政复议”申请110件,其中维持65件、驳回30件。\n"
    "二、存在的不足\n"
    "力量不足,原因是编制少。\n"
)
WORDS = Wording(zh="问题在 {quote}", en="fault at {quote}")


def make_rule(
    identifier: str,
    *,
    severity: Severity = Severity.ERROR,
    points: Fraction | int = 5,
    cap: Fraction | int = 15,
    veto: bool = False,
    stage: Stage = Stage.STABLE,
) -> Rule:
    return Rule(
        id=identifier,
        kind="pattern",
        spec=None,
        profiles=("other",),
        severity=severity,
        category=Category.OTHER,
        points=Fraction(points),
        cap=Fraction(cap),
        message=WORDS,
        suggestion=WORDS,
        origin=Origin("test", "test.yaml", 1),
        veto=veto,
        stage=stage,
        basis=(Basis("某条例", "国务院令第1号", "第二条"),),
    )


def make_finding(
    rule: str = "test.rule",
    *,
    text: str = "前文错字后文",
    start: int = 2,
    end: int = 4,
    severity: Severity = Severity.ERROR,
    message: str = "问题在这里",
    suggestion: str = "请改正",
) -> Finding:
    span = Span(start, end)
    return Finding(
        rule=rule,
        severity=severity,
        category=Category.OTHER,
        message=message,
        suggestion=suggestion,
        basis=(Basis("某条例", "国务院令第1号", "第二条"),),
        place=Lines(text).place(span),
        quote=span.of(text),
        section=("一、", "(二)"),
        fingerprint="0" * 32,
        recurrence="1" * 32,
        headings=("成效", "改革"),
        before=text[: span.start],
        after=text[span.end :],
    )


def make_audit(path: str = "报告.txt", *findings: Finding, rules: Sequence[Rule] = ()) -> Audit:
    """An audit of a short report with an outline, parts, relations and a score over these findings."""
    lines = Lines(REPORT)
    spans = [Span(REPORT.index(text), REPORT.index(text) + len(text)) for text in ("110件", "65件", "30件")]
    operands = tuple(
        Operand(span, span.of(REPORT), role, label, Interval.exact(int(span.of(REPORT)[:-1])), "件")
        for span, role, label in zip(spans, (Role.TOTAL, Role.PART, Role.PART), ("受理", "维持", "驳回"), strict=True)
    )
    relation = Relation(
        "r1",
        RelationKind.PART_WHOLE_SUM,
        Truth.VIOLATED,
        Binding.STATED,
        "test.rule",
        "65 + 30 = 95 ≠ 110",
        operands,
        gap="少 15",
    )
    held = replace(relation, id="r2", truth=Truth.HOLDS, equation="1965 + 98 + 92 = 2155")
    places = tuple(lines.place(operand.span) for operand in operands)
    rulebook = {rule.id: rule for rule in (make_rule("test.rule"), make_rule("test.met", cap=85), *rules)}
    broken = {finding.rule for finding in findings}
    outcomes = tuple(
        Outcome(identifier, Verdict.BROKEN if identifier in broken else Verdict.MET) for identifier in rulebook
    )
    result = score(rulebook, outcomes, findings)
    assert isinstance(result, Score)
    second = REPORT.index("二、")
    return Audit(
        path=path,
        status=Status.CHECKED,
        encoding="utf-8",
        script="hans",
        profile="rule_of_law_annual",
        title="某县2023年度法治政府建设工作报告",
        issuer="某县人民政府",
        report_year=2023,
        signed="2024-02-26",
        level="county",
        outline=(
            Node(
                1,
                "一、",
                "举措和成效",
                lines.place(Span(18, 25)),
                (Node(2, "(一)", "办案", lines.place(Span(26, 31))),),
            ),
            Node(1, "二、", "存在的不足", lines.place(Span(second, second + 7))),
        ),
        parts=(
            Part("achievements", Grade.OWN, "part.achievements", 2, 3),
            Part("shortcomings", Grade.OWN, "part.shortcomings", 4, 5),
            Part("causes", Grade.TOUCHED, "part.causes", 5, 5),
            Part("plan", Grade.MISSING, "part.plan"),
        ),
        relations=(relation, held),
        places=(places, places),
        findings=findings,
        outcomes=outcomes,
        coverage=Coverage(12, 3, 1),
        score=result,
    )


def make_run(*audits: Audit, rules: Sequence[Rule] = ()) -> Run:
    book = (make_rule("test.rule"), make_rule("test.met", cap=85), *rules)
    return Run(Rulebook(("core@1", "test@1"), "ab" * 32, book), audits)
