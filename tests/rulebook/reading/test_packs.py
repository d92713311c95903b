"""Packs build on each other, and change each other's rules in the open."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from checker.rulebook.faults import RulebookError
from checker.rulebook.reading.sources import PackBytes, decode, pack_bytes
from checker.words.finding import Severity
from checker.words.profile import Profile
from checker.words.rule import Stage
from checker.words.source import Fault
from tests.rulebook.packs import RULE, faults, pack, read, rule

BASE = pack("base", "rules:\n" + rule("base.one") + rule("base.two"))


def codes(*texts: str) -> list[tuple[str | None, str, int | None, int | None]]:
    return [(fault.path, fault.code, fault.line, fault.column) for fault in faults(*texts)]


def overriding(lines: str, extends: str = "base") -> str:
    return pack("own", f"overrides:\n{lines}", extends)


def test_a_rule_is_read_with_its_defaults() -> None:
    (found,) = read(pack(rules="rules:\n" + rule())).rulebook.rules
    assert found.profiles == tuple(Profile)
    assert (found.points, found.cap, found.veto, found.stage) == (Fraction(5), Fraction(15), False, Stage.STABLE)
    assert (found.origin.pack, found.origin.path, found.origin.line) == ("small", "a.yaml", 4)
    assert found.failing[0].quote == "待补充"


@pytest.mark.parametrize(("severity", "extra", "weight"), [
    ("error", "", (5, 15)),
    ("warning", "", (2, 6)),
    ("info", "", (0, 0)),
    ("error", "    points: 4\n", (4, 12)),
    ("error", "    points: 2.5\n    cap: 2.5\n", (Fraction(5, 2), Fraction(5, 2))),
    ("error", "    cap: 5\n", (5, 5)),
])  # fmt: skip
def test_points_and_cap(severity: str, extra: str, weight: tuple[Fraction, Fraction]) -> None:
    text = rule().replace("severity: error\n", f"severity: {severity}\n{extra}")
    (found,) = read(pack(rules="rules:\n" + text)).rulebook.rules
    assert (found.points, found.cap) == weight


def test_packs_come_after_those_they_extend() -> None:
    book = read(pack("c", extends="b"), pack("b", extends="a"), pack("a")).rulebook
    assert book.packs == ("a@1", "b@1", "c@1")


def test_a_cycle_is_told_as_a_chain() -> None:
    found = faults(pack("a", extends="b"), pack("b", extends="c"), pack("c", extends="a"))
    assert [fault.code for fault in found] == ["cycle"]
    assert any(chain in found[0].message for chain in ("a → b → c → a", "b → c → a → b", "c → a → b → c"))


def test_a_pack_that_extends_itself_is_a_cycle() -> None:
    assert "a → a" in faults(pack("a", extends="a"))[0].message


def test_a_missing_parent_and_two_packs_of_one_name() -> None:
    (found,) = faults(pack("disclosure"), pack("b", extends="disclosur"))
    assert (found.code, found.path, found.line) == ("missing_parent", "b.yaml", 2)
    assert "您是不是想写“disclosure”" in found.message
    assert codes(pack("a"), pack("a")) == [("b.yaml", "duplicate_id", 2, 12)]


def test_ids_are_used_once_in_all_packs_former_ones_included() -> None:
    again = pack("other", "rules:\n" + rule("base.one"))
    assert codes(BASE, again) == [("b.yaml", "duplicate_id", 4, 9)]
    former = pack("other", "rules:\n" + rule("other.new") + "    formerly: [base.two]\n")
    assert codes(BASE, former) == [("b.yaml", "duplicate_id", 13, 16)]


def test_a_former_id_still_finds_its_rule() -> None:
    book = read(pack(rules="rules:\n" + rule() + "    formerly: [small.old]\n")).rulebook
    assert book.rule("small.old") is book.rules[0]


def test_every_change_is_made_and_recorded() -> None:
    own = overriding(
        "  - {rule: base.one, reason: 不适用, enabled: false}\n"
        "  - rule: base.two\n    reason: 本地从宽\n    severity: info\n    points: 1\n    cap: 2\n"
        "    message: {zh: 请留意}\n    require: {none_of: [待定], once: true}\n"
    )
    one, two = read(BASE, own).rulebook.rules
    assert not one.enabled
    assert (two.severity, two.points, two.cap) == (Severity.INFO, Fraction(1), Fraction(2))
    assert (two.message.zh, two.message.en) == ("请留意", "a placeholder")
    assert [(c.field, c.value, c.reason, c.origin.line) for c in two.changes] == [
        ("severity", "info", "本地从宽", 7),
        ("points", "1", "本地从宽", 8),
        ("cap", "2", "本地从宽", 9),
        ("message.zh", "请留意", "本地从宽", 10),
        ("require.none_of", "[待定]", "本地从宽", 11),
        ("require.once", "true", "本地从宽", 11),
    ]
    assert two.origin.path == "a.yaml"
    assert {c.origin.path for c in two.changes} == {"b.yaml"}


def test_a_lighter_severity_takes_its_own_points() -> None:
    one, _ = read(BASE, overriding("  - {rule: base.one, reason: 从宽, severity: info}\n")).rulebook.rules
    assert (one.points, one.cap) == (Fraction(0), Fraction(0))


@pytest.mark.parametrize(
    ("change", "veto"), [("severity: warning", False), ("points: 1", True), ("severity: warning, veto: true", True)]
)
def test_a_lighter_severity_gives_up_the_veto_unless_it_is_kept(change: str, veto: bool) -> None:
    base = BASE.replace("    severity: error\n", "    severity: error\n    veto: true\n", 1)
    assert base != BASE
    one, _ = read(base, overriding(f"  - {{rule: base.one, reason: 从宽, {change}}}\n")).rulebook.rules
    assert one.veto is veto


def test_the_later_of_two_overrides_holds_and_both_are_recorded() -> None:
    first = overriding("  - {rule: base.one, reason: 甲, points: 1, cap: 9}\n")
    second = pack("last", "overrides:\n  - {rule: base.one, reason: 乙, points: 2}\n", "base, own")
    one, _ = read(BASE, first, second).rulebook.rules
    assert (one.points, one.cap) == (Fraction(2), Fraction(9))
    assert [change.reason for change in one.changes] == ["甲", "甲", "乙"]


@pytest.mark.parametrize(("lines", "extends", "code", "column"), [
    ("  - {rule: base.on, reason: 甲, enabled: false}\n", "base", "unknown_rule", 12),
    ("  - {rule: base.one, enabled: false}\n", "base", "missing_key", 5),
    ("  - {reason: 甲}\n", "base", "missing_key", 5),
    ("  - {rule: base.one, reason: 甲, kind: section}\n", "base", "unknown_key", 33),
    ("  - {rule: base.one, reason: 甲, severity: bad}\n", "base", "not_in_set", 43),
    ("  - {rule: base.one, reason: 甲, require: {none_off: []}}\n", "base", "unknown_key", 43),
    ("  - {rule: base.one, reason: 甲, points: 3, cap: 1}\n", "base", "misfit", 49),
    ("  - {rule: base.one, reason: 甲, enabled: false}\n", "", "not_extended", 12),
    ("  - base.one\n", "base", "wrong_type", 5),
])  # fmt: skip
def test_wrong_overrides_are_told_in_their_own_file(lines: str, extends: str, code: str, column: int) -> None:
    found = codes(BASE, overriding(lines, extends))
    assert found[0] == ("b.yaml", code, 4, column)
    assert all(path == "b.yaml" for path, *_ in found)


def test_metrics_and_registries_of_all_packs_are_joined() -> None:
    first = "metrics:\n  - {id: received, names: [收到申请], unit: case}\n"
    second = (
        "metrics:\n  - {id: closed, names: [审结], unit: case}\n"
        "registries:\n  plans: [{name: 规划, start: 2021, end: 2025}]\n"
    )
    book = read(pack("a", first), pack("b", second)).rulebook
    assert [metric.id for metric in book.metrics] == ["received", "closed"]
    plans = book.registries["plans"]
    assert isinstance(plans, tuple)
    assert plans[0].end == 2025
    assert codes(pack("a", first), pack("b", first)) == [("b.yaml", "duplicate_id", 4, 10)]
    assert codes(pack("a", "registries: {plan: []}\n"))[0][1:] == ("unknown_registry", 3, 14)
    assert codes(pack("a", "registries: [a]\n"))[0][1] == "wrong_type"


def test_a_phrase_whose_core_is_not_in_it_is_told_at_its_place() -> None:
    phrase = (
        "registries:\n  phrases:\n"
        "    - {group: fixed, core: 审核制度, forms: {法治审核机制: 法制审核机制}, certainty: 读}\n"
    )
    (fault,) = faults(pack("a", phrase))
    assert (fault.code, fault.line) == ("misfit", 5)
    assert "法治审核机制" in fault.message


def test_a_draft_needs_no_basis_and_no_examples() -> None:
    text = "".join(line for line in RULE.splitlines(True) if not line.strip().startswith(("basis", "exam", "sugg")))
    (found,) = read(pack(rules="rules:\n" + text % "small.new" + "    stage: draft\n")).rulebook.rules
    assert found.stage is Stage.DRAFT


def test_the_digest_is_of_the_texts() -> None:
    digests = {read(text).rulebook.digest for text in (BASE, BASE, BASE + "# 注释\n")}
    assert len(digests) == 2


def test_rules_that_are_no_list() -> None:
    assert codes(pack(rules="rules: {}\n")) == [("a.yaml", "wrong_type", 3, 8)]
    assert codes(pack(rules="rules:\n  - one\n  - [two]\n")) == [
        ("a.yaml", "wrong_type", 4, 5),
        ("a.yaml", "wrong_type", 5, 5),
    ]


def test_no_file_no_folder_no_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "b.yml").write_text(pack("b"), "utf-8")
    (tmp_path / "rules" / "deep").mkdir()
    (tmp_path / "rules" / "deep" / "c.yaml").write_text(pack("c"), "utf-8")
    (tmp_path / "rules" / "notes.txt").write_text("x", "utf-8")
    monkeypatch.chdir(tmp_path)
    found, wrong = pack_bytes(["rules", "rules/b.yml", "nowhere.yaml", "empty"])
    assert [p.path for p in found if not p.path.startswith("rules/") or "b.yml" in p.path or "deep" in p.path] == [
        "rules/b.yml",
        "rules/deep/c.yaml",
    ]
    assert [(fault.code, fault.path) for fault in wrong] == [("no_file", "nowhere.yaml"), ("no_rules", "empty")]


def test_bytes_that_are_no_utf8() -> None:
    fault = decode(PackBytes("x.yaml", b"a: 1\nb: \xff\n"))
    assert isinstance(fault, Fault)
    assert (fault.line, fault.column) == (2, 4)


def test_the_error_tells_everything() -> None:
    with pytest.raises(RulebookError, match=r"a\.yaml:3:8") as caught:
        read(pack(rules="rules: {}\n"))
    assert len(caught.value.faults) == 1
