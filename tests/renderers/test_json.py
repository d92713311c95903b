"""The JSON is exactly what others build on: keys, their order, numbers as strings, places everywhere."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.renderers.decimals import decimal
from checker.renderers.json_report import render
from checker.words.audit import Audit, Status
from checker.words.finding import Related, Severity, Suppressed
from checker.words.interval import Interval
from checker.words.place import Place
from checker.words.source import Fault
from tests.records import REPORT, make_audit, make_finding, make_run

PLACE = ["line", "column", "end_line", "end_column", "offset", "end_offset"]
REPORT_KEYS = [
    *["path", "status", "fault", "profile", "title", "issuer", "report_year", "signed", "script", "encoding", "level"],
    *["outline", "parts", "relations", "findings", "outcomes", "coverage", "score"],
]
FINDING_KEYS = [
    *["rule", "severity", "category", "message", "suggestion", "relations", "basis", *PLACE],
    *["quote", "section", "related", "fingerprint", "recurrence", "suppressed"],
]
OPERAND_KEYS = ["text", "low", "high", "unit", "role", "label", "metric", "scope", "period", *PLACE]
RELATION_KEYS = ["id", "kind", "verdict", "binding", "rule", "equation", "reason", "operands"]


def document(*audits: Audit) -> dict[str, object]:
    loaded: dict[str, object] = json.loads(render(make_run(*audits)))
    return loaded


def full_audit() -> Audit:
    start = REPORT.index("110件")
    finding = make_finding(text=REPORT, start=start, end=start + 4)
    related = Related(Place(3, 29, 3, 32, 55, 58), "65件", "分项")
    suppressed = Suppressed("baseline", "存量", None)
    return make_audit("甲.txt", replace(finding, related=(related,), relations=("r1",), suppressed=suppressed))


def test_the_keys_and_their_order() -> None:
    loaded = document(full_audit())
    assert list(loaded) == ["schema", "tool", "rulebook", "reports", "summary"]
    report = json.loads(render(make_run(full_audit())))["reports"][0]
    assert list(report) == REPORT_KEYS
    assert list(report["outline"][0]) == ["depth", "marker", "heading", *PLACE, "children"]
    assert list(report["outline"][0]["children"][0]) == ["depth", "marker", "heading", *PLACE, "children"]
    assert list(report["parts"][0]) == ["id", "grade", "line", "end_line", "rule"]
    assert list(report["relations"][0]) == RELATION_KEYS
    assert list(report["relations"][0]["operands"][0]) == OPERAND_KEYS
    assert list(report["findings"][0]) == FINDING_KEYS
    assert list(report["findings"][0]["related"][0]) == [*PLACE, "quote", "message"]
    assert list(report["findings"][0]["basis"][0]) == ["instrument", "number", "article"]
    assert list(report["findings"][0]["suppressed"]) == ["by", "reason", "until"]
    assert list(report["outcomes"][0]) == ["rule", "verdict", "reason"]
    assert list(report["coverage"]) == ["figures", "related", "unread_sentences"]
    assert list(report["score"]) == ["total", "grade", "base", "undecided", "veto", "deductions", "waived"]
    assert list(report["score"]["deductions"][0]) == ["rule", "points", "count", "cap", "reason"]


def test_what_stands_in_them() -> None:
    loaded = json.loads(render(make_run(full_audit())))
    report = loaded["reports"][0]
    assert loaded["schema"] == "report-checker/1"
    assert loaded["rulebook"] == {"packs": ["core@1", "test@1"], "hash": "sha256:" + "ab" * 32}
    assert report["score"]["total"] == "95.0"
    assert report["relations"][0]["operands"][0]["low"] == "110"
    assert report["findings"][0]["section"] == ["一、", "(二)"]
    assert loaded["summary"] == {
        "reports": 1, "checked": 1, "unscored": 0, "unreadable": 0, "error": 0, "warning": 0, "info": 0, "suppressed": 1
    }  # fmt: skip


def test_a_report_that_could_not_be_read_has_every_key_and_no_score() -> None:
    fault = Fault("empty", "文件为空", "a.txt", english="empty")
    report = json.loads(render(make_run(Audit("a.txt", Status.UNREADABLE, fault=fault)), "en"))["reports"][0]
    assert list(report) == REPORT_KEYS
    assert report["fault"] == {"code": "empty", "message": "empty", "line": None, "column": None}
    assert report["score"] is None


def test_a_hint_is_counted_apart() -> None:
    audit = make_audit("a.txt", make_finding(severity=Severity.INFO))
    assert document(audit)["summary"] == {
        "reports": 1, "checked": 1, "unscored": 0, "unreadable": 0, "error": 0, "warning": 0, "info": 1, "suppressed": 0
    }  # fmt: skip


def test_open_ends_and_missing_bounds() -> None:
    audit = make_audit()
    first = audit.relations[0]
    near = Interval(None, Fraction(40), high_open=True)
    changed = replace(first, operands=(replace(first.operands[0], interval=near), *first.operands[1:]))
    report = json.loads(render(make_run(replace(audit, relations=(changed, *audit.relations[1:])))))["reports"][0]
    operand = report["relations"][0]["operands"][0]
    assert (operand["low"], operand["high"], operand["high_open"]) == (None, "40", True)
    assert "low_open" not in operand


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("110", "110"),
        ("185/2", "92.5"),
        ("1/3", "1/3"),
        ("-1/8", "-0.125"),
        ("0", "0"),
        ("1/20", "0.05"),
        ("-7/3", "-7/3"),
    ],
)
def test_decimals(value: str, text: str) -> None:
    assert decimal(Fraction(value)) == text


@given(st.fractions())
def test_a_decimal_says_exactly_the_number(value: Fraction) -> None:
    assert Fraction(decimal(value)) == value


def test_a_number_of_any_length_can_be_written() -> None:
    assert decimal(Fraction(10**6000)) == "1" + "0" * 6000


def test_the_same_run_gives_the_same_bytes() -> None:
    assert render(make_run(full_audit())) == render(make_run(full_audit()))
