"""The exit code: 2 beats 3 beats 1 beats 0, and nothing checked is never 0."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.cli.exits import exit_code
from checker.words.audit import Audit, Status
from checker.words.finding import Severity, Suppressed
from checker.words.source import Fault
from tests.records import make_audit, make_finding, make_run


def failed(code: str, status: Status = Status.UNSCORED) -> Audit:
    return Audit("a.txt", status, fault=Fault(code, "…"))


FINE = make_audit()
WITH_ERROR = make_audit("a.txt", make_finding())
UNREAD = failed("empty", Status.UNREADABLE)
BROKEN = failed("internal_error")


@pytest.mark.parametrize(
    ("audits", "code"),
    [
        ((FINE,), 0),
        ((FINE, WITH_ERROR), 1),
        ((WITH_ERROR, UNREAD), 3),
        ((FINE, failed("not_a_report")), 3),
        ((FINE, failed("undecodable")), 3),
        ((UNREAD, BROKEN, WITH_ERROR), 2),
        ((failed("rule_error"),), 2),
        ((failed("partial_rules"),), 0),
        ((failed("undecided_rules"), WITH_ERROR), 1),
        ((), 3),
    ],
)
def test_the_gravest_counts(audits: tuple[Audit, ...], code: int) -> None:
    assert exit_code(make_run(*audits), "error") == code


@pytest.mark.parametrize("severity", Severity)
@pytest.mark.parametrize("gate", ["error", "warning", "info", "never"])
def test_the_gate(severity: Severity, gate: str) -> None:
    audit = make_audit("a.txt", make_finding(severity=severity))
    order = ["info", "warning", "error", "never"]
    expected = int(order.index(severity.value) >= order.index(gate))
    assert exit_code(make_run(audit), gate) == expected


def test_what_is_suppressed_never_gates() -> None:
    finding = replace(make_finding(), suppressed=Suppressed("baseline", "存量"))
    assert exit_code(make_run(make_audit("a.txt", finding)), "info") == 0
