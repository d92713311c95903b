"""What the exit code says of a run: 2 beats 3 beats 1 beats 0."""

from __future__ import annotations

from enum import IntEnum

from checker.scoring import WITHOUT_SCORE
from checker.words.audit import Audit, Status
from checker.words.finding import Severity
from checker.words.run import Run

# The program or a rule failed: no result may be trusted.
INTERNAL = frozenset({"internal_error", "rule_error"})


class Exit(IntEnum):
    FINE = 0
    FINDINGS = 1
    FAILED = 2
    UNREAD = 3
    INTERRUPTED = 130


def exit_code(run: Run, fail_on: str) -> Exit:
    """The code of a finished run; `fail_on` is a severity or `never`. Nothing checked is never 0."""
    codes = {_code(audit, fail_on) for audit in run.audits} or {Exit.UNREAD}
    return next(code for code in (Exit.FAILED, Exit.UNREAD, Exit.FINDINGS, Exit.FINE) if code in codes)


def _code(audit: Audit, fail_on: str) -> Exit:
    if audit.fault is not None and audit.fault.code in INTERNAL:
        return Exit.FAILED
    if audit.status is not Status.CHECKED and (audit.fault is None or audit.fault.code not in WITHOUT_SCORE):
        return Exit.UNREAD
    gate = None if fail_on == "never" else Severity(fail_on)
    gating = any(f.suppressed is None and gate is not None and f.severity.rank >= gate.rank for f in audit.findings)
    return Exit.FINDINGS if gating else Exit.FINE
