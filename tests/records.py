"""Small records for tests that need a rule, a finding or an audit without a report."""

from __future__ import annotations

from fractions import Fraction

from checker.words.finding import Basis, Category, Finding, Severity
from checker.words.place import Lines, Span
from checker.words.rule import Origin, Rule, Stage, Wording

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
