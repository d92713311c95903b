"""Format `junit`: a suite a report, a test case a rule, those that were met included."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from checker.patterns import expression
from checker.renderers.view import open_findings, reason, section_path
from checker.words.audit import Audit, Outcome, Verdict
from checker.words.finding import Finding, Severity
from checker.words.run import Run

_NOT_XML = expression("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(run: Run, language: str = "zh") -> str:
    """Rules with errors or warnings fail; hints are output of a passing case; what was not decided is skipped."""
    suites = [_suite(audit, language) for audit in run.audits]
    return '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n' + "".join(suites) + "</testsuites>\n"


def _suite(audit: Audit, language: str) -> str:
    if not audit.outcomes:
        case = f'<error type="{audit.fault.code if audit.fault else audit.status.value}">'
        body = _case(audit.path, "report", f"{case}{_text(reason(audit, language))}</error>")
        return f"{_head(audit.path, 1, 0, 1, 0)}{body}</testsuite>\n"
    found: dict[str, list[Finding]] = {}
    for finding in open_findings(audit):
        found.setdefault(finding.rule, []).append(finding)
    bodies = [_verdict(outcome, found.get(outcome.rule, [])) for outcome in audit.outcomes]
    cases = "".join(_case(audit.path, outcome.rule, body) for outcome, body in zip(audit.outcomes, bodies, strict=True))
    failed = sum(body.startswith("<failure") for body in bodies)
    skipped = sum(body.startswith("<skipped") for body in bodies)
    return f"{_head(audit.path, len(bodies), failed, 0, skipped)}{cases}</testsuite>\n"


def _head(name: str, tests: int, failures: int, errors: int, skipped: int) -> str:
    numbers = f'tests="{tests}" failures="{failures}" errors="{errors}" skipped="{skipped}"'
    return f"<testsuite name={_attribute(name)} {numbers}>\n"


def _case(report: str, name: str, body: str) -> str:
    return f"<testcase classname={_attribute(report)} name={_attribute(name)}>{body}</testcase>\n"


def _verdict(outcome: Outcome, found: list[Finding]) -> str:
    lines = "\n".join(_line(finding) for finding in found)
    grave = [finding for finding in found if finding.severity is not Severity.INFO]
    if grave:
        kind = max((finding.severity for finding in grave), key=lambda severity: severity.rank).value
        return f'<failure type="{kind}" message={_attribute(grave[0].message)}>{_text(lines)}</failure>'
    if found:
        return f"<system-out>{_text(lines)}</system-out>"
    if outcome.verdict in {Verdict.MET, Verdict.BROKEN}:
        return ""
    return f"<skipped message={_attribute(outcome.reason or outcome.verdict.value)}/>"


def _line(finding: Finding) -> str:
    way = section_path(finding.section)
    place = f"{finding.place.line}:{finding.place.column}"
    return f"{place} {way} {finding.message} 【{finding.quote}】 {finding.suggestion}"


def _text(text: str) -> str:
    return escape(_NOT_XML.sub("", text))


def _attribute(text: str) -> str:
    return quoteattr(_NOT_XML.sub("", text))
