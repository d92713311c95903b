"""The hooks: a manifest that pre-commit takes, commands that exist, and READMEs that show them."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
import yaml

from checker import __version__
from checker.cli import main
from tests.project.readmes import READMES, block
from tests.project.sources import ROOT

MANIFEST = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
HOOKS = {hook["id"]: hook for hook in MANIFEST}
KEYS = {"id", "name", "description", "entry", "language", "files", "types", "require_serial"}


@pytest.mark.parametrize("hook", MANIFEST, ids=list(HOOKS))
def test_manifest_has_the_keys_that_pre_commit_asks_for(hook: dict[str, object]) -> None:
    """No tag but `file`: tags that the runner does not know make the whole configuration invalid."""
    assert hook.keys() == KEYS
    assert (hook["language"], hook["types"], hook["require_serial"]) == ("python", ["file"], True)


@pytest.mark.parametrize(
    ("name", "hook"),
    [("报告.txt", "report-check"), ("reports/年报 (定稿).md", "report-check"), ("rules/本市.yaml", "rules-lint")],
)
def test_hooks_choose_their_files(name: str, hook: str) -> None:
    assert next(each for each in HOOKS if re.search(HOOKS[each]["files"], name)) == hook
    assert not re.search(HOOKS[hook]["files"], "报告.docx")


@pytest.mark.parametrize("hook", HOOKS)
def test_the_command_of_a_hook_runs(hook: str, tmp_path: Path) -> None:
    report, pack = tmp_path / "年度 报告(定稿).txt", tmp_path / "本市 规则.yaml"
    shutil.copy(min((ROOT / "seeds").iterdir()), report)
    pack.write_text(block(READMES[0], "schema: report-checker-rules/1"), "utf-8")
    program, *words = shlex.split(HOOKS[hook]["entry"])
    assert program == "checker"
    assert main([*words, str(report if hook == "report-check" else pack)]) == 0


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_the_readmes_show_every_hook(readme: Path) -> None:
    shown = yaml.safe_load(block(readme, "repos:"))["repos"][0]
    assert [hook["id"] for hook in shown["hooks"]] == list(HOOKS)
    assert shown["rev"] == f"v{__version__}"
    assert re.search(shown["hooks"][0]["files"], "reports/2023/年度报告.txt")
