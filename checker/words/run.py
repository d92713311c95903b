"""One run of the checker over some reports: what the renderers print."""

from __future__ import annotations

from collections import Counter

from checker.words.audit import Audit, Status
from checker.words.finding import Severity
from checker.words.record import dataclass
from checker.words.rule import Rulebook


@dataclass(frozen=True, slots=True)
class Summary:
    """Numbers of reports by status, and of findings by severity; suppressed findings count only as such."""

    reports: int
    checked: int
    unscored: int
    unreadable: int
    error: int
    warning: int
    info: int
    suppressed: int


@dataclass(frozen=True, slots=True)
class Run:
    """The audits in the order of their paths, and the rulebook they rest on."""

    rulebook: Rulebook
    audits: tuple[Audit, ...]

    def summary(self) -> Summary:
        status = Counter(audit.status for audit in self.audits)
        findings = [finding for audit in self.audits for finding in audit.findings]
        severity = Counter(finding.severity for finding in findings if finding.suppressed is None)
        return Summary(
            reports=len(self.audits),
            checked=status[Status.CHECKED],
            unscored=status[Status.UNSCORED],
            unreadable=status[Status.UNREADABLE],
            error=severity[Severity.ERROR],
            warning=severity[Severity.WARNING],
            info=severity[Severity.INFO],
            suppressed=len(findings) - severity.total(),
        )
