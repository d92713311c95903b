"""Format `github`: annotations for a workflow's log, within what GitHub shows of one step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.renderers.clean import clean
from checker.renderers.view import open_findings, reason
from checker.scoring import WITHOUT_SCORE
from checker.words.audit import Audit
from checker.words.finding import Finding, Severity
from checker.words.rule import Wording
from checker.words.run import Run

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_SHOWN = 10  # of each kind in a step; further ones are dropped without a word
_MORE = Wording("另有 {count} 条未在此列出，见完整结果", "{count} more are not listed here, see the full result")


def render(run: Run, language: str = "zh") -> str:
    """Errors, warnings and notices, at most ten of each; the tenth says how many more there are."""
    lines: list[str] = []
    for severity, command in _COMMANDS.items():
        entries = [_annotation(audit, f) for audit in run.audits for f in open_findings(audit, severity)]
        if severity is Severity.ERROR:
            entries = [*_faults(run.audits, language), *entries]
        lines += _limited(entries, command, language)
    return "".join(f"{line}\n" for line in lines)


def _faults(audits: Sequence[Audit], language: str) -> Iterator[str]:
    for audit in audits:
        if audit.fault is not None and audit.fault.code not in WITHOUT_SCORE:
            place = _properties(file=audit.path, line=audit.fault.line, title=audit.fault.code)
            yield f"::error {place}::{_data(reason(audit, language))}"


def _annotation(audit: Audit, finding: Finding) -> str:
    place = finding.place
    end_column = place.end_column - 1 if place.end_line == place.line else None  # GitHub's is inclusive
    properties = _properties(
        file=audit.path, line=place.line, endLine=place.end_line, col=place.column, endColumn=end_column,
        title=finding.rule,
    )  # fmt: skip
    return f"::{_COMMANDS[finding.severity]} {properties}::{_data(f'{finding.message} {finding.suggestion}'.strip())}"


def _limited(entries: list[str], command: str, language: str) -> list[str]:
    if len(entries) <= _SHOWN:
        return entries
    more = _MORE.of(language).format(count=len(entries) - _SHOWN + 1)
    return [*entries[: _SHOWN - 1], f"::{command}::{_data(more)}"]


def _properties(**values: object) -> str:
    return ",".join(f"{name}={_property(str(value))}" for name, value in values.items() if value is not None)


def _data(text: str) -> str:
    return clean(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
