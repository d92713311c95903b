"""`checker rules`, `explain`, `outline`, `figures`: what they print and how they end."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from checker.cli import baseline, main
from checker.cli.commands import COMMANDS
from checker.cli.rules import COMMANDS as RULES_COMMANDS
from checker.data import data_folder
from tests.cli.texts import CLEAN
from tests.project.sources import ROOT


@pytest.fixture(autouse=True)
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(CLEAN, encoding="utf-8")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(arguments)
    captured = capsys.readouterr()
    return code, captured.out, captured.err


PACK = """schema: report-checker-rules/1
pack: {id: local, version: 1, extends: [core]}
overrides:
  - {rule: core.title-missing, severity: warning, reason: 本市另有规定}
"""


def test_list(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "rules", "list")
    assert code == 0
    assert "core.title-missing" in out
    rules = json.loads(run(capsys, "rules", "list", "--format", "json")[1])
    assert {"id", "severity", "message", "basis"} <= set(rules[0])


def test_show_says_where_values_come_from(capsys: pytest.CaptureFixture[str]) -> None:
    Path("本地.yaml").write_text(PACK, encoding="utf-8")
    code, out, _ = run(capsys, "rules", "show", "core.title-missing", "--rules", "本地.yaml", "--effective")
    assert code == 0
    assert "rules/core.yaml:" in out
    assert "本市另有规定" in out


@pytest.mark.parametrize("command", [["rules", "show"], ["explain"]])
def test_an_unknown_rule_gets_a_suggestion(capsys: pytest.CaptureFixture[str], command: list[str]) -> None:
    code, out, err = run(capsys, *command, "core.title-mising")
    assert (code, out) == (2, "")
    assert "没有规则 core.title-mising，您是不是想写 core.title-missing？" in err


def test_lint(capsys: pytest.CaptureFixture[str]) -> None:
    Path("本地.yaml").write_text(PACK, encoding="utf-8")
    assert run(capsys, "rules", "lint", "本地.yaml")[0] == 0
    Path("本地.yaml").write_text(PACK.replace("severity", "severty"), encoding="utf-8")
    code, _, err = run(capsys, "rules", "lint", "本地.yaml")
    assert code == 2
    assert "本地.yaml:4:" in err
    assert "共 1 处问题" in err


def test_test_one_rule(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "rules", "test", "--select", "core.title-missing")
    assert code == 0
    assert "core.title-missing" in out


def test_test_of_a_pack_tries_its_own_rules_and_those_that_it_changes(capsys: pytest.CaptureFixture[str]) -> None:
    def tried(*arguments: str) -> list[str]:
        code, out, _ = run(capsys, "rules", "test", *arguments)
        assert code == 0
        return [line.split()[0] for line in out.split("\n\n")[0].splitlines()[1:]]

    own = re.search(r"```yaml\n(schema: .*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert own
    Path("自写.yaml").write_text(own[1], "utf-8")
    assert tried("自写.yaml") == ["core.signature-missing", "our-city.praise"], "what it changes and what it writes"
    change = PACK.replace("core.title-missing, severity: warning", "core.title-stop, veto: true")
    Path("改.yaml").write_text(change, "utf-8")
    assert tried("改.yaml") == ["core.title-stop"]
    assert tried(str(data_folder("rules") / "encoding.yaml"), "--select", "encoding.residue") == ["encoding.residue"]


def test_no_rule_is_listed_without_words(capsys: pytest.CaptureFixture[str]) -> None:
    for language in ("zh", "en"):
        lines = run(capsys, "rules", "list", "--lang", language)[1].splitlines()[1:]
        assert [line for line in lines if len(line.split()) < 6 or "“”" in line or '""' in line] == []


def test_schema_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "rules", "schema")
    assert code == 0
    assert json.loads(out)["definitions"]


def test_explain(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "explain", "core.title-missing")
    assert code == 0
    for label in (
        "查什么：",
        "怎样改：",
        "级别分值：错误，每处 ",
        "依据：《",
        "不合规：",
        "合规：",
        "出处：rules/core.yaml:",
    ):
        assert label in out
    assert "basis: 《" in run(capsys, "explain", "core.title-missing", "--lang", "en")[1]


def test_outline(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "outline", "a.txt")
    assert code == 0
    assert "    4    （一）推进依法行政" in out
    reports = json.loads(run(capsys, "outline", "a.txt", "--format", "json")[1])["reports"]
    first = reports[0]["outline"][0]
    assert (first["marker"], first["line"], first["children"][1]["heading"]) == ("一、", 3, "化解矛盾纠纷")


def test_figures(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "figures", "a.txt")
    assert code == 0
    assert "110件" in out
    assert "√ 5:22     part_whole_sum 65 + 30 + 15 = 110" in out
    report = json.loads(run(capsys, "figures", "a.txt", "--format", "json")[1])["reports"][0]
    total = next(figure for figure in report["figures"] if figure["text"] == "110件")
    assert (total["low"], total["high"], total["unit"], total["line"]) == ("110", "110", "件", 5)
    assert report["relations"][0]["verdict"] == "holds"


@pytest.mark.parametrize("command", ["outline", "figures"])
def test_what_cannot_be_read_is_3(capsys: pytest.CaptureFixture[str], command: str) -> None:
    Path("b.txt").write_text("")
    code, out, err = run(capsys, command, "a.txt", "b.txt")
    assert code == 3
    assert "a.txt" in out
    assert "b.txt: 文件为空" in err
    assert run(capsys, command, "none.txt")[0] == 2


@pytest.mark.parametrize("arguments", [[], ["rules"]])
def test_no_command_is_2_with_the_list(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert "用法：checker" in err


@pytest.mark.parametrize(
    ("arguments", "hint"), [(["chek"], "check"), (["rules", "lst"], "list"), (["--verson"], "--version")]
)
def test_a_misspelt_command(capsys: pytest.CaptureFixture[str], arguments: list[str], hint: str) -> None:
    code, _, err = run(capsys, *arguments)
    assert code == 2
    assert f"您是不是想写 {hint}？" in err


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "--version")[:2] == (0, "report-checker 0.1.0\n")


HELPED = [
    [],
    ["rules"],
    *[[name] for name in COMMANDS if name != "rules"],
    *[["baseline", name] for name in baseline.COMMANDS],
    *[["rules", name] for name in RULES_COMMANDS],
]


@pytest.mark.parametrize("command", HELPED)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_command_has_help(capsys: pytest.CaptureFixture[str], command: list[str], language: str) -> None:
    try:
        code = main([*command, "--help", "--lang", language])
    except SystemExit as done:
        code = int(done.code or 0)
    out = capsys.readouterr().out
    assert code == 0
    assert any("\u4e00" <= character <= "\u9fff" for character in out) is (language == "zh")
