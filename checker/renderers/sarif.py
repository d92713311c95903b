"""Format `sarif`: SARIF 2.1.0 as code scanning services read it; places in code points, grave findings first."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from checker import __version__
from checker.renderers import phrases
from checker.renderers.json_report import Json
from checker.renderers.view import reason, section_path
from checker.rulebook.wording import fill, names
from checker.words.audit import Audit, Status
from checker.words.finding import Finding, Severity
from checker.words.place import Place
from checker.words.rule import Rule
from checker.words.run import Run

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_MOST_RESULTS = 5000  # what GitHub shows of a run
_LONGEST = 1024  # characters of a rule's description
_NAMELESS = "stdin"


def render(run: Run, language: str = "zh") -> str:
    """One run; rules that found something are described, what had to be left out is told in a notification."""
    found = [(audit, finding) for audit in run.audits for finding in audit.findings]
    found.sort(key=lambda pair: -pair[1].severity.rank)
    kept = found[:_MOST_RESULTS]
    broken = sorted({finding.rule for _, finding in kept})
    rules = [rule for name in broken if (rule := run.rulebook.rule(name)) is not None]
    indices = {rule.id: number for number, rule in enumerate(rules)}
    driver: Json = {
        "name": "report-checker",
        "semanticVersion": __version__,
        "rules": [_rule(rule, language) for rule in rules],
    }
    entry: Json = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(run, len(found), language)],
        "results": [_result(audit, finding, indices) for audit, finding in kept],
    }
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [entry]}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def uri(path: str) -> str:
    """A relative path as a URI: slashes forward, everything else but plain characters percent-encoded."""
    return quote(path.replace("\\", "/"), safe="/", errors="surrogateescape") if path != "-" else _NAMELESS


def _rule(rule: Rule, language: str) -> Json:
    basis = "；".join(f"《{b.instrument}》{b.number}{b.article}" for b in rule.basis)
    name = phrases.CATEGORIES[rule.category].of(language)
    message, advice = (_template(words.of(language)) for words in (rule.message, rule.suggestion))
    return {
        "id": rule.id,
        "shortDescription": {"text": f"{name}: {message}"[:_LONGEST]},
        "fullDescription": {"text": message[:_LONGEST]},
        "help": {"text": (f"{advice} {basis}".strip() or rule.id)[:_LONGEST]},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.category.value], "problem.severity": _severity(rule.severity)},
    }


def _template(words: str) -> str:
    """A rule's words without a place to speak of: dots for the arguments."""
    return fill(words, dict.fromkeys(names(words), "…")) or "…"


def _severity(severity: Severity) -> str:
    return "recommendation" if severity is Severity.INFO else severity.value


def _result(audit: Audit, finding: Finding, indices: dict[str, int]) -> Json:
    location = _location(audit.path, finding.place)
    way = section_path(finding.section, "/")
    if way:
        location["logicalLocations"] = [{"fullyQualifiedName": way, "kind": "section"}]
    result: Json = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": " ".join(filter(None, [finding.message, finding.suggestion])) or finding.rule},
        "locations": [location],
        "partialFingerprints": {"primaryLocationLineHash": finding.fingerprint},
    }
    if finding.rule in indices:
        result["ruleIndex"] = indices[finding.rule]
    if finding.related:
        result["relatedLocations"] = [
            {**_location(audit.path, related.place), "message": {"text": related.message or related.quote or "-"}}
            for related in finding.related
        ]
    if finding.suppressed is not None:
        result["suppressions"] = [{"kind": "external", "justification": finding.suppressed.reason or "-"}]
    return result


def _location(path: str, place: Place) -> Json:
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "charOffset": place.offset,
        "charLength": place.end_offset - place.offset,
    }
    return {"physicalLocation": {"artifactLocation": {"uri": uri(path)}, "region": region}}


def _invocation(run: Run, found: int, language: str) -> Json:
    notes = [*_faults(run.audits, language)]
    if found > _MOST_RESULTS:
        text = f"{found} findings, the gravest {_MOST_RESULTS} are given; format json has all"
        notes.append({"level": "warning", "message": {"text": text}})
    wholly = all(audit.fault is None or audit.status is not Status.UNREADABLE for audit in run.audits)
    return {"executionSuccessful": wholly, "toolExecutionNotifications": notes}


def _faults(audits: Sequence[Audit], language: str) -> Iterator[Json]:
    for audit in audits:
        if audit.fault is not None:
            location = {"physicalLocation": {"artifactLocation": {"uri": uri(audit.path)}}}
            level = "error" if audit.status is Status.UNREADABLE else "warning"
            text = reason(audit, language) or audit.fault.code
            yield {"level": level, "message": {"text": text}, "locations": [location]}
