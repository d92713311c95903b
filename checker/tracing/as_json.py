"""A trace for other programs."""

from __future__ import annotations

import json
from collections.abc import Sequence

from checker.renderers.json_report import SCHEMA, Json, finding_entry, place_entry, relations
from checker.tracing.looks import Look
from checker.tracing.trace import Trace


def render(traces: Sequence[Trace]) -> str:
    """One JSON document with a trace for each report or finding."""
    document = {"schema": SCHEMA, "traces": [_entry(trace) for trace in traces]}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _entry(trace: Trace) -> Json:
    rule = trace.rule
    return {
        "path": trace.audit.path,
        "profile": trace.audit.profile,
        "report_year": trace.audit.report_year,
        "rule": {"id": rule.id, "kind": rule.kind, "path": rule.origin.path, "line": rule.origin.line},
        "verdict": trace.verdict.value,
        "reason": trace.reason or None,
        "looked": [_look(look) for look in trace.looked],
        "found": [_look(look) for look in trace.found],
        "relations": relations([each.relation for each in trace.relations], [each.places for each in trace.relations]),
        "finding": None if trace.finding is None else finding_entry(trace.finding),
        "findings": [finding_entry(finding) for finding in trace.findings],
    }


def _look(look: Look) -> Json:
    return {
        "aim": look.aim.value,
        "name": look.name or None,
        "label": look.label or None,
        "count": look.count,
        "outside": look.outside,
        "spots": [{"quote": spot.quote, "note": spot.note or None, **place_entry(spot.place)} for spot in look.spots],
    }
