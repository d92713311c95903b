"""The file that a new rule begins with: whole but for what is marked, whatever the kind."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker.cli import main
from checker.handbook import kinds
from checker.handbook.scaffold import scaffold
from checker.rulebook.kinds import KINDS
from checker.rulebook.loader import load
from checker.rulebook.reading.convert import record_fields
from checker.rulebook.reading.entries import RuleEntry
from checker.rulebook.tools.lint import lint

BOOK = load()
MARK = "〈待填"


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_wrong_with_it_but_what_is_still_to_be_filled_in(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "new.yaml"
    path.write_text(scaffold("local.new", kind, "new.yaml", BOOK), "utf-8")
    found = lint([str(path)])
    marked = [n for n, line in enumerate(path.read_text("utf-8").splitlines(), 1) if MARK in line.partition("# ")[0]]
    assert {fault.code for fault in found} == {"unfilled"}
    assert sorted(fault.line or 0 for fault in found) == marked
    assert all("还没有填写：" in fault.message for fault in found)


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_stands_there_with_its_meaning(kind: str) -> None:
    text = scaffold("local.new", kind, "new.yaml", BOOK)
    for key in {*record_fields(RuleEntry), *record_fields(KINDS[kind])}:
        place = re.search(rf"(^.*\n)^  (?:- |  (?:# )?){key}:(.*)$", text, re.MULTILINE)
        assert place, key
        assert "# " in place[1] + place[2], key


def test_every_kind_has_its_name_in_chinese() -> None:
    assert list(kinds.KINDS) == sorted(KINDS)


def test_optional_keys_are_put_in_force_by_deleting_the_comment_mark(tmp_path: Path) -> None:
    """All of them at once: the file still reads as YAML, and nothing is told but what is to be filled in."""
    text = scaffold("local.new", "section", "new.yaml", BOOK)
    live = re.sub(r"^( +)# (?! )", r"\1", text, flags=re.MULTILINE)
    live = "\n".join(line for line in live.splitlines() if ":" in line or line.lstrip().startswith(("- |", MARK)))
    path = tmp_path / "new.yaml"
    path.write_text(re.sub(r"^    (“|以下|合规).*\n", "", live, flags=re.MULTILINE), "utf-8")
    assert {fault.code for fault in lint([str(path)])} == {"unfilled"}


def test_the_command_writes_it_and_never_overwrites(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["rules", "new", "local.sum", "--kind", "equation"]) == 0
    assert "checker rules lint local.sum.yaml" in capsys.readouterr().err
    Path("local.sum.yaml").write_text("mine", "utf-8")
    assert main(["rules", "new", "local.sum"]) == 2
    assert "--force" in capsys.readouterr().err
    assert Path("local.sum.yaml").read_text("utf-8") == "mine"
    assert main(["rules", "new", "local.sum", "--force"]) == 0
    assert "kind: pattern" in Path("local.sum.yaml").read_text("utf-8")
    assert main(["rules", "new", "local.sum", "--out", "其他.yaml"]) == 0
    assert Path("其他.yaml").is_file()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["Local.Sum"], "只用小写字母"),
        (["core.title-missing"], "已有，见 rules/core.yaml:"),
        (["local.sum", "--kind", "equasion"], "您是不是想写 equation"),
    ],
)
def test_what_it_refuses(
    arguments: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["rules", "new", *arguments]) == 2
    assert told in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
