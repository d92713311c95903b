"""Format `json`: the whole audit for other programs, in the fixed order of keys. One line a report."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence

from checker import __version__
from checker.renderers.decimals import decimal
from checker.renderers.view import reason
from checker.scoring import shown
from checker.words.audit import Audit, Deduction, Node, Part, Score
from checker.words.finding import Finding, Suppressed
from checker.words.place import Place
from checker.words.record import asdict
from checker.words.relation import Operand, Relation, RelationKind, Truth
from checker.words.run import Run
from checker.words.source import Fault

SCHEMA = "report-checker/1"
Json = dict[str, object]


def render(run: Run, language: str = "zh") -> str:
    """One JSON document; its numbers are strings, its places are 1-based lines and columns and 0-based offsets."""
    head = {
        "schema": SCHEMA,
        "tool": {"name": "report-checker", "version": __version__},
        "rulebook": {"packs": list(run.rulebook.packs), "hash": f"sha256:{run.rulebook.digest}"},
    }
    opening = ",\n".join(f"{_dump(key)}: {_dump(value)}" for key, value in head.items())
    reports = ",\n".join(_dump(report(audit, language)) for audit in run.audits)
    return f'{{{opening},\n"reports": [\n{reports}\n],\n"summary": {_dump(asdict(run.summary()))}}}\n'


def report(audit: Audit, language: str = "zh") -> Json:
    """One entry of `reports`."""
    return {
        "path": audit.path,
        "status": audit.status.value,
        "fault": None if audit.fault is None else _fault(audit, audit.fault, language),
        "profile": audit.profile,
        "title": audit.title,
        "issuer": audit.issuer,
        "report_year": audit.report_year,
        "signed": audit.signed,
        "script": audit.script,
        "encoding": audit.encoding,
        "level": audit.level,
        "outline": [node(child) for child in audit.outline],
        "parts": [_part(part) for part in audit.parts],
        "relations": relations(audit.relations, audit.places),
        "findings": [finding_entry(finding) for finding in audit.findings],
        "outcomes": [
            {"rule": outcome.rule, "verdict": outcome.verdict.value, "reason": outcome.reason}
            for outcome in audit.outcomes
        ],
        "coverage": None if audit.coverage is None else asdict(audit.coverage),
        "score": None if audit.score is None else _score(audit.score),
    }


def node(heading: Node) -> Json:
    """A heading of the outline with all below it."""
    return {
        "depth": heading.depth,
        "marker": heading.marker,
        "heading": heading.heading,
        **place_entry(heading.place),
        "children": [node(child) for child in heading.children],
    }


def relations(all_: Sequence[Relation], places: Sequence[tuple[Place, ...]]) -> list[Json]:
    """Relations with their operands and their places; `related` are the other places where a figure is stated."""
    again: dict[Place, list[Place]] = defaultdict(list)
    for each, found in zip(all_, places, strict=True):
        if each.kind is RelationKind.REPEATED_METRIC and each.truth is Truth.HOLDS:
            for place in found:
                again[place] += [other for other in found if other != place and other not in again[place]]
    return [_relation(each, found, again) for each, found in zip(all_, places, strict=True)]


def _relation(each: Relation, places: tuple[Place, ...], again: Mapping[Place, Sequence[Place]]) -> Json:
    operands = zip(each.operands, places, strict=True)
    return {
        "id": each.id,
        "kind": each.kind.value,
        "verdict": each.truth.value,
        "binding": each.binding.value,
        "rule": each.rule,
        "equation": each.equation,
        "reason": each.reason,
        "operands": [_operand(operand, place, again.get(place, ())) for operand, place in operands],
    }


def _operand(operand: Operand, place: Place, again: Sequence[Place]) -> Json:
    entry: Json = {"text": operand.text, "low": None, "high": None}
    if operand.interval is not None:
        entry["low"] = None if operand.interval.low is None else decimal(operand.interval.low)
        entry["high"] = None if operand.interval.high is None else decimal(operand.interval.high)
        if operand.interval.low_open:
            entry["low_open"] = True
        if operand.interval.high_open:
            entry["high_open"] = True
    return (
        entry
        | {
            "unit": operand.unit,
            "role": operand.role.value,
            "label": operand.label,
            "metric": operand.metric,
            "scope": operand.scope or None,
            "period": operand.period or None,
            **place_entry(place),
        }
        | ({"related": [place_entry(other) for other in again]} if again else {})
    )


def finding_entry(finding: Finding) -> Json:
    """A finding with its places."""
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "category": finding.category.value,
        "message": finding.message,
        "suggestion": finding.suggestion,
        "relations": list(finding.relations),
        "basis": [
            {"instrument": basis.instrument, "number": basis.number, "article": basis.article}
            for basis in finding.basis
        ],
        **place_entry(finding.place),
        "quote": finding.quote,
        "section": list(finding.section),
        "related": [
            {**place_entry(related.place), "quote": related.quote, "message": related.message}
            for related in finding.related
        ],
        "fingerprint": finding.fingerprint,
        "recurrence": finding.recurrence,
        "suppressed": None if finding.suppressed is None else _suppressed(finding.suppressed),
    }


def _suppressed(why: Suppressed) -> Json:
    entry: Json = {"by": why.by, "reason": why.reason, "until": why.until}
    return entry if why.grounds is None else entry | {"grounds": why.grounds, "approver": why.approver}


def _score(score: Score) -> Json:
    return {
        "total": shown(score.total),
        "grade": score.grade,
        "base": decimal(score.base),
        "undecided": decimal(score.undecided),
        "veto": list(score.veto),
        "deductions": [_deduction(each) for each in score.deductions],
        "waived": [_deduction(each) for each in score.waived],
    }


def _deduction(deduction: Deduction) -> Json:
    return {
        "rule": deduction.rule,
        "points": decimal(deduction.points),
        "count": deduction.count,
        "cap": decimal(deduction.cap),
        "reason": deduction.reason,
    }


def _part(part: Part) -> Json:
    return {
        "id": part.id,
        "grade": part.grade.value,
        "line": part.line,
        "end_line": part.end_line,
        "rule": part.rule,
    }


def _fault(audit: Audit, fault: Fault, language: str) -> Json:
    return {"code": fault.code, "message": reason(audit, language), "line": fault.line, "column": fault.column}


def place_entry(place: Place) -> Json:
    """The six keys of every place."""
    return {
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "offset": place.offset,
        "end_offset": place.end_offset,
    }


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
