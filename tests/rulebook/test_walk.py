"""The walk of docs/rule-writing.zh-CN.md, step by step as it is told there: a rule without any Python."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from checker.cli import main
from checker.rulebook.kinds import KINDS
from tests.project.sources import ROOT
from tests.rulebook.kinds.reports import CLEAN

TEXT = (ROOT / "docs" / "rule-writing.zh-CN.md").read_text("utf-8")
(RULE,) = re.findall(r"^```yaml\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
CALLS = re.findall(r"^```\nchecker (.*?)\n```", TEXT, re.MULTILINE)
PLACE = "评查案卷30卷"


def call(number: int) -> int:
    return main(shlex.split(CALLS[number]))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_rule_is_short() -> None:
    assert len(RULE.splitlines()) < 20
    assert RULE.count("id: problems_") == 2


def test_the_walk(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(0) == 0
    (path,) = folder.iterdir()
    assert call(1) == 2
    assert "还没有填写" in capsys.readouterr().err
    path.write_text(RULE, "utf-8")
    assert call(1) == 0
    assert call(2) == 0
    (folder / "报告.txt").write_text(CLEAN.replace(PLACE, "发现问题32个，完成整改38个"), "utf-8")
    capsys.readouterr()
    assert call(3) == 0  # a warning does not fail a check
    shown = capsys.readouterr().out
    assert "整改的问题多于发现的问题：38 > 32。" in shown
    assert "《某市行政执法监督办法》第十条" in shown


@pytest.mark.parametrize(("figures", "count"), [("发现问题32个，完成整改32个", 0), ("发现问题32个，已整改33个", 1),
                                                ("发现问题约40个，整改问题38个", 0), ("完成整改38个", 0)])  # fmt: skip
def test_what_the_rule_finds(figures: str, count: int, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "local.problems-mended.yaml"
    path.write_text(RULE, "utf-8")
    (folder / "报告.txt").write_text(CLEAN.replace(PLACE, figures), "utf-8")
    assert main(["check", "报告.txt", "--rules", path.name, "--format", "json"]) == 0
    (report,) = json.loads(capsys.readouterr().out)["reports"]
    assert len([found for found in report["findings"] if found["rule"] == "local.problems-mended"]) == count


def test_what_it_speaks_of_exists() -> None:
    assert all(kind in KINDS for kind in re.findall(r"^\| `(\w+)` \|", TEXT, re.MULTILINE))
    assert len(CALLS) == 4
