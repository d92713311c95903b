"""The READMEs say what the program does: their commands, their rule pack, their settings, and each other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker.cli import main
from checker.renderers.phrases import PROFILES
from checker.rulebook.applicability import chosen
from checker.rulebook.loader import load
from checker.settings import FORMATS, settings
from checker.settings_file import read_settings
from checker.waivers.file import read_waivers
from checker.waivers.waiver import Grounds
from tests.project.readmes import READMES, block, blocks, calls
from tests.project.sources import ROOT

every_readme = pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)


@every_readme
def test_commands_and_options_exist(readme: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = calls(readme)
    assert shown
    for words in shown:
        command = words[:2] if words[0] in ("rules", "baseline") else words[:1]
        with pytest.raises(SystemExit, match=r"^0$"):
            main([*command, "--help"])
        known = capsys.readouterr().out
        assert all(word in known for word in words if word.startswith("--")), words


@every_readme
def test_the_rule_pack_passes_its_own_checks(readme: Path, tmp_path: Path) -> None:
    pack = tmp_path / "pack.yaml"
    pack.write_text(block(readme, "schema: report-checker-rules/1"), "utf-8")
    assert main(["rules", "lint", str(pack)]) == 0
    assert main(["rules", "test", str(pack)]) == 0


@every_readme
def test_the_settings_are_read(readme: Path, tmp_path: Path) -> None:
    (tmp_path / ".report-checker.yaml").write_text(block(readme, "rules: ["), "utf-8")
    read = settings(read_settings(tmp_path))
    assert read.fail_on == "warning"
    assert chosen(load([]), (), read.ignore)


@every_readme
def test_the_waivers_are_read_and_every_reason_is_told(readme: Path, tmp_path: Path) -> None:
    shown = block(readme, "- report:")
    (tmp_path / "waivers.yaml").write_text(shown, "utf-8")
    waivers, faults = read_waivers(tmp_path / "waivers.yaml", load([]))
    assert len(waivers) == 1
    assert not faults
    assert all(grounds in shown for grounds in Grounds)


@every_readme
def test_formats_and_profiles_are_complete(readme: Path) -> None:
    text = readme.read_text("utf-8")
    assert all(f"`{name}`" in text for name in (*FORMATS, *PROFILES))


def test_both_readmes_show_the_same() -> None:
    """The same code for machines, the same number of headings and of rows in tables."""
    english, chinese = READMES
    assert len(calls(english)) == len(calls(chinese))
    assert block(english, "schema") == block(chinese, "schema")
    counts = [
        [sum(line.startswith(mark) for line in readme.read_text("utf-8").splitlines()) for mark in ("#", "|", "- ")]
        for readme in READMES
    ]
    assert counts[0] == counts[1]
    assert len(blocks(english, "yaml")) == len(blocks(chinese, "yaml"))


@every_readme
def test_links_lead_somewhere(readme: Path) -> None:
    targets = [target for target in re.findall(r"\]\(([^)]+)\)", readme.read_text("utf-8")) if "://" not in target]
    assert targets
    assert all((ROOT / target).is_file() for target in targets)
