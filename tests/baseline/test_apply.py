"""A baseline hides what it holds and nothing else."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.baseline.apply import left, settle
from checker.baseline.entry import Baseline, Entry, digits
from checker.fingerprint import number_twins
from checker.words.finding import Finding, Suppressed
from tests.records import make_finding

WAIVED = Suppressed("waiver", "误报", "2030-12-31")
identities = st.lists(st.tuples(st.sampled_from(["a.x", "b.y"]), st.sampled_from("0123")), max_size=8)


def findings_of(found: list[tuple[str, str]]) -> list[Finding]:
    numbered = number_twins(digit * 32 for _, digit in found)
    return [replace(make_finding(rule), fingerprint=each) for (rule, _), each in zip(found, numbered, strict=True)]


def entries_of(found: list[tuple[str, str]]) -> list[Entry]:
    return [Entry("r", rule, digit * 32, count) for (rule, digit), count in Counter(found).items()]


@given(identities, identities, st.sets(st.integers(0, 7)))
def test_it_is_a_multiset(present: list[tuple[str, str]], known: list[tuple[str, str]], waived: set[int]) -> None:
    findings = [
        replace(finding, suppressed=WAIVED) if number in waived else finding
        for number, finding in enumerate(findings_of(present))
    ]
    settled = settle(findings, entries_of(known))
    assert [replace(after, suppressed=before.suppressed) for after, before in zip(settled, findings, strict=True)] == (
        findings
    )
    assert all(after.suppressed == WAIVED for after, before in zip(settled, findings, strict=True) if before.suppressed)
    before = Counter((finding.rule, digits(finding)) for finding in findings if finding.suppressed is None)
    new = Counter((finding.rule, digits(finding)) for finding in settled if finding.suppressed is None)
    held = Counter({(entry.rule, entry.fingerprint): entry.count for entry in entries_of(known)})
    assert new == before - held
    everything = Counter((finding.rule, digits(finding)) for finding in findings)
    assert Counter({(e.rule, e.fingerprint): e.count for e in left(findings, entries_of(known))}) == held - everything


def test_another_fault_of_the_same_rule_is_new() -> None:
    """A count for each rule would let a fault that was mended hide one that was made."""
    (found,) = settle(findings_of([("a.x", "1")]), entries_of([("a.x", "2"), ("b.y", "1")]))
    assert found.suppressed is None


@pytest.mark.parametrize(
    ("reason", "language", "said"),
    [
        ("", "zh", "存量问题，已列入基线"),
        ("去年已发布", "zh", "存量问题，已列入基线：去年已发布"),
        ("published", "en", "known, in the baseline: published"),
    ],
)
def test_a_known_finding_says_why(reason: str, language: str, said: str) -> None:
    (found,) = settle(
        [replace(make_finding(), fingerprint="1" * 32)], [Entry("r", "test.rule", "1" * 32, reason=reason)], language
    )
    assert found.suppressed is not None
    assert (found.suppressed.by, found.suppressed.reason, found.suppressed.spares_points) == ("baseline", said, False)


def test_reports_are_named_as_seen_from_the_baseline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "é.txt").write_text("x")
    entry = Entry("reports/é.txt", "a.x", "1" * 32)
    monkeypatch.chdir(tmp_path)
    known = Baseline(Path("b.jsonl"), [entry])
    for way in (
        "reports/é.txt",
        "./reports/../reports/é.txt",
        str(tmp_path / "reports" / "é.txt"),
        "reports/e\u0301.txt",
    ):
        assert known.of(way) == (entry,)
    monkeypatch.chdir(tmp_path / "reports")
    assert Baseline(Path("../b.jsonl"), [entry]).of("é.txt") == (entry,)
    assert known.name("-") == "-"
    assert known.of("-") == known.of("é2.txt") == ()
