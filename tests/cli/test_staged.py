"""`--staged` reads what is about to be committed, whatever lies in the work tree."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from checker.cli import main
from tests.cli.texts import CLEAN, FAULTY


def git(*arguments: str) -> None:
    identity = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "core.hooksPath=/dev/null"]
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    git("init", "-b", "main")
    Path("old.txt").write_text(FAULTY, encoding="utf-8")
    git("add", "-A")
    git("commit", "-m", "old")
    return tmp_path


def checked(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[dict[str, Any]]]:
    code = main(["check", "--staged", "--format", "json", *arguments])
    return code, json.loads(capsys.readouterr().out)["reports"]


def test_the_staged_content_counts_not_the_work_tree(capsys: pytest.CaptureFixture[str]) -> None:
    name = "目录/沐川县 2023年(定稿).txt"
    Path("目录").mkdir()
    Path(name).write_text(FAULTY, encoding="utf-8")
    git("add", "-A")
    Path(name).write_text(CLEAN, encoding="utf-8")
    code, reports = checked(capsys)
    assert code == 1
    assert [report["path"] for report in reports] == [name]
    assert reports[0]["score"] is not None


def test_only_reports_that_change_and_are_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.txt", "b.md", "c.py"):
        Path(name).write_text(CLEAN, encoding="utf-8")
    git("add", "-A")
    assert [report["path"] for report in checked(capsys)[1]] == ["a.txt", "b.md"]
    assert [report["path"] for report in checked(capsys, "b.md")[1]] == ["b.md"]


def test_names_of_any_bytes(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a\n\"b'.txt").write_text(CLEAN, encoding="utf-8")
    git("add", "-A")
    assert [report["path"] for report in checked(capsys)[1]] == ["a\n\"b'.txt"]


def test_links_and_conflicts_are_passed_over(capsys: pytest.CaptureFixture[str]) -> None:
    git("checkout", "-b", "other")
    Path("old.txt").write_text(CLEAN, encoding="utf-8")
    git("commit", "-am", "other")
    git("checkout", "main")
    Path("old.txt").write_text(FAULTY.replace("110", "111"), encoding="utf-8")
    git("commit", "-am", "mine")
    subprocess.run(["git", "merge", "other"], check=False, capture_output=True)
    Path("link.txt").symlink_to("old.txt")
    Path("new.txt").write_text(CLEAN, encoding="utf-8")
    git("add", "link.txt", "new.txt")
    code, reports = checked(capsys)
    assert [report["path"] for report in reports] == ["new.txt"]
    assert code == 0


def test_from_a_folder_below(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    Path("sub").mkdir()
    Path("sub/a.txt").write_text(CLEAN, encoding="utf-8")
    Path("b.txt").write_text(CLEAN, encoding="utf-8")
    git("add", "-A")
    monkeypatch.chdir("sub")
    assert [report["path"] for report in checked(capsys)[1]] == ["a.txt"]


def test_nothing_staged_is_never_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert checked(capsys) == (3, [])


def test_an_empty_staged_report(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text("")
    git("add", "-A")
    code, reports = checked(capsys)
    assert code == 3
    assert reports[0]["fault"]["code"] == "empty"


def test_a_staged_report_is_not_overwritten(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text(CLEAN, encoding="utf-8")
    git("add", "-A")
    assert main(["check", "--staged", "--output", "json=a.txt"]) == 2
    assert "a.txt 是被检查的报告" in capsys.readouterr().err
    assert Path("a.txt").read_text("utf-8") == CLEAN


def test_a_baseline_knows_staged_reports_too(capsys: pytest.CaptureFixture[str]) -> None:
    main(["baseline", "add", "old.txt", "--baseline", "b.jsonl"])
    Path("old.txt").write_text(FAULTY.replace("2024年1月25日", "2024年1月26日") + "\n", encoding="utf-8")
    git("add", "old.txt")
    capsys.readouterr()
    assert checked(capsys)[0] == 1
    assert checked(capsys, "--baseline", "b.jsonl")[0] == 0
