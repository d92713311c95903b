"""Whole runs with waivers: the gate, the score, the JSON, and what is told on stderr."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from checker.cli import main
from tests.cli.texts import CLEAN, FAULTY


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    Path("a.txt").write_text(FAULTY, "utf-8")
    Path("b.txt").write_text(CLEAN, "utf-8")


def rule_of(capsys: pytest.CaptureFixture[str]) -> str:
    main(["check", "a.txt", "--format", "json"])
    found = json.loads(capsys.readouterr().out)["reports"][0]["findings"]
    return str(next(finding["rule"] for finding in found if finding["severity"] == "error"))


def write(rule: str, *, report: str = "a.txt", until: str = "2030-12-31", more: str = "") -> None:
    text = f"- report: '{report}'\n  rule: {rule}\n  reason: false_alarm\n  by: 张三\n  until: {until}\n{more}"
    Path("w.yaml").write_text(text, "utf-8")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["check", *arguments])
    told = capsys.readouterr()
    return code, told.out, told.err


def first(out: str) -> dict[str, Any]:
    report: dict[str, Any] = json.loads(out)["reports"][0]
    return report


def test_a_waived_error_is_listed_costs_nothing_and_does_not_gate(capsys: pytest.CaptureFixture[str]) -> None:
    rule = rule_of(capsys)
    write(rule)
    code, out, err = run(capsys, "a.txt", "--waivers", "w.yaml", "--as-of", "2025-01-01", "--format", "json")
    report = first(out)
    suppressed = [finding["suppressed"] for finding in report["findings"] if finding["rule"] == rule]
    assert (code, err) == (0, "")
    assert suppressed == [
        {"by": "waiver", "reason": "误报", "until": "2030-12-31", "grounds": "false_alarm", "approver": "张三"}
    ]
    assert [(each["rule"], each["count"]) for each in report["score"]["waived"]] == [(rule, 1)]
    assert report["score"]["total"] == "100.0"
    assert {each["verdict"] for each in report["outcomes"] if each["rule"] == rule} == {"waived"}
    assert json.loads(out)["summary"]["suppressed"] == 1


def test_the_page_shows_what_is_waived_by_whom_and_the_points(capsys: pytest.CaptureFixture[str]) -> None:
    rule = rule_of(capsys)
    write(rule)
    _, out, _ = run(capsys, "a.txt", "--waivers", "w.yaml", "--as-of", "2025-01-01")
    assert "不计 误报（豁免，张三批准，至2030-12-31）" in out
    assert f"{rule}  豁免 1 处，免扣 5 分" in out
    assert "豁免 1 条" in out


@pytest.mark.parametrize(("day", "code"), [("2030-12-31", 0), ("2031-01-01", 1)])
def test_a_waiver_holds_to_its_last_day(day: str, code: int, capsys: pytest.CaptureFixture[str]) -> None:
    rule = rule_of(capsys)
    write(rule)
    ended, out, err = run(capsys, "a.txt", "--waivers", "w.yaml", "--as-of", day, "--format", "json")
    assert ended == code
    assert ("w.yaml:1: 豁免已于 2030-12-31 到期，1 处问题重新计入" in err) is bool(code)
    assert (first(out)["score"]["waived"] == []) is bool(code)


def test_without_a_day_the_present_one_counts(capsys: pytest.CaptureFixture[str]) -> None:
    write(rule_of(capsys), until="2020-01-01")
    assert run(capsys, "a.txt", "--waivers", "w.yaml")[0] == 1
    write(rule_of(capsys), until="9999-12-31")
    assert run(capsys, "a.txt", "--waivers", "w.yaml")[0] == 0


@pytest.mark.parametrize(
    ("report", "arguments", "words"),
    [
        ("b.txt", ["b.txt"], "没有对应的问题"),
        ("b.txt", ["b.txt", "--lang", "en"], "to waive"),
        ("c.txt", ["a.txt"], "没有与“c.txt”相符的报告"),
        ("b.txt", ["a.txt"], ""),
        ("*.txt", ["a.txt", "b.txt"], ""),
        ("b.txt", ["b.txt", "--ignore", "core"], ""),
    ],
)
def test_a_waiver_that_does_nothing_is_told(
    report: str, arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(rule_of(capsys), report=report)
    err = run(capsys, *arguments, "--waivers", "w.yaml")[2]
    assert ("w.yaml:1: " in err) is bool(words)
    assert words in err


def test_an_ended_waiver_of_what_is_mended_may_go(capsys: pytest.CaptureFixture[str]) -> None:
    write(rule_of(capsys), report="b.txt", until="2020-01-01")
    assert "所列问题已不存在" in run(capsys, "b.txt", "--waivers", "w.yaml")[2]


def test_waivers_may_stand_in_the_settings(capsys: pytest.CaptureFixture[str]) -> None:
    write(rule_of(capsys))
    Path(".report-checker.yaml").write_text("waivers: w.yaml\n", "utf-8")
    assert run(capsys, "a.txt")[0] == 0


def test_a_part_of_the_rules_may_be_waived_too(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a score there are still no gating findings."""
    rule = rule_of(capsys)
    write(rule)
    code, out, _ = run(capsys, "a.txt", "--waivers", "w.yaml", "--select", rule, "--format", "json")
    assert code == 0
    assert first(out)["score"] is None
