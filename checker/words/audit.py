"""The audit of a report: every rule's verdict, the findings, the score. It holds no text but its quotes."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from checker.words.finding import Finding
from checker.words.place import Place
from checker.words.record import dataclass
from checker.words.relation import Coverage, Relation
from checker.words.source import Fault


class Verdict(StrEnum):
    """What became of a rule on a report."""

    MET = "met"
    BROKEN = "broken"
    UNDECIDED = "undecided"
    NOT_APPLICABLE = "not_applicable"
    WAIVED = "waived"


class Status(StrEnum):
    CHECKED = "checked"
    UNSCORED = "unscored"
    UNREADABLE = "unreadable"


class Grade(StrEnum):
    """How a required part is present: a section of its own, a heading lower down, named in passing, not at all."""

    OWN = "own"
    LOWER = "lower"
    TOUCHED = "touched"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A rule's verdict; `reason` says why it is undecided, not applicable or waived."""

    rule: str
    verdict: Verdict
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A required part and its grade; lines are 1-based and None where the part is missing."""

    id: str
    grade: Grade
    rule: str
    line: int | None = None
    end_line: int | None = None


@dataclass(frozen=True, slots=True)
class Deduction:
    """The points that one rule costs: `count` findings, never more than `cap`."""

    rule: str
    points: Fraction
    count: int
    cap: Fraction
    reason: str


@dataclass(frozen=True, slots=True)
class Score:
    """total = 100 × (base − deductions) ÷ base, exact. `veto` are the broken veto rules: grade 不合格.

    `waived` are the points that waivers spare, by rule; they are in no sum.
    """

    total: Fraction
    grade: str
    base: Fraction
    undecided: Fraction
    veto: tuple[str, ...]
    deductions: tuple[Deduction, ...]
    waived: tuple[Deduction, ...] = ()


@dataclass(frozen=True, slots=True)
class Node:
    """A heading in the audit's outline."""

    depth: int
    marker: str
    heading: str
    place: Place
    children: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Audit:
    """All that was found out about one report; operands of relations are given with their places."""

    path: str
    status: Status
    fault: Fault | None = None
    encoding: str | None = None
    script: str | None = None
    profile: str | None = None
    title: str | None = None
    issuer: str | None = None
    report_year: int | None = None
    signed: str | None = None
    level: str | None = None
    outline: tuple[Node, ...] = ()
    parts: tuple[Part, ...] = ()
    relations: tuple[Relation, ...] = ()
    places: tuple[tuple[Place, ...], ...] = ()
    findings: tuple[Finding, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    coverage: Coverage | None = None
    score: Score | None = None
