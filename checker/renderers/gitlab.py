"""Format `gitlab`: a code quality report."""

from __future__ import annotations

import json
from hashlib import sha256

from checker.renderers.view import open_findings, reason
from checker.words.audit import Audit
from checker.words.finding import Severity
from checker.words.run import Run

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(run: Run, language: str = "zh") -> str:
    """A list of findings; a report that could not be checked is a blocker."""
    entries = [entry for audit in run.audits for entry in _entries(audit, language)]
    return json.dumps(entries, ensure_ascii=False, indent=1) + "\n"


def _entries(audit: Audit, language: str) -> list[dict[str, object]]:
    entries = [
        _entry(
            audit, finding.message, finding.rule, _SEVERITIES[finding.severity], finding.fingerprint, finding.place.line
        )
        for finding in open_findings(audit)
    ]
    if audit.fault is not None and not audit.outcomes:
        code = audit.fault.code
        entries.append(_entry(audit, reason(audit, language), code, "blocker", code, audit.fault.line or 1))
    return entries


def _entry(audit: Audit, text: str, name: str, severity: str, identity: str, line: int) -> dict[str, object]:
    path = audit.path.replace("\\", "/")
    # The same finding may stand in two reports, and GitLab wants each fingerprint once.
    unique = sha256(f"{path}\n{identity}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return {
        "description": text,
        "check_name": name,
        "fingerprint": unique,
        "severity": severity,
        "location": {"path": path, "lines": {"begin": line}},
    }
