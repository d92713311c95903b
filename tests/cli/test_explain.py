"""`--explain` and `--why-not`: where a rule looked, what it found, the equation filled in, and why it keeps silent."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from checker.cli import main
from checker.pipeline import Options, examine
from checker.rulebook.loader import load
from checker.tracing import as_json, page
from checker.tracing.trace import Case, trace
from checker.words.rule import Stage
from checker.words.source import Source
from tests.cli.texts import CLEAN, FAULTY, NOVEL

SUM = CLEAN.replace("维持65件", "维持75件")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    for name, text in {"clean": CLEAN, "faulty": FAULTY, "sum": SUM, "novel": NOVEL}.items():
        Path(f"{name}.txt").write_text(text, "utf-8")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["check", *arguments])
    told = capsys.readouterr()
    return code, told.out, told.err


def traced(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    code, out, _ = run(capsys, *arguments, "--format", "json")
    assert code == 0
    found: dict[str, Any] = json.loads(out)["traces"][0]
    return found


def error_of(capsys: pytest.CaptureFixture[str], report: str) -> dict[str, Any]:
    found = json.loads(run(capsys, report, "--format", "json")[1])["reports"][0]["findings"]
    error: dict[str, Any] = next(each for each in found if each["severity"] == "error")
    return error


def test_a_finding_shows_its_equation_with_every_figure(capsys: pytest.CaptureFixture[str]) -> None:
    error = error_of(capsys, "sum.txt")
    code, out, _ = run(capsys, "sum.txt", "--explain", error["fingerprint"])
    assert code == 0
    assert f"指纹 {error['fingerprint']}" in out
    assert re.search(r"× .*75.*120 ≠ 110  相差 10", out)
    assert re.search(r"5:22\s+总数 .*110件", out)
    for figure in ("75件", "30件", "15件"):
        assert re.search(rf"5:\d+\s+分项 .*{figure}", out)
    assert re.search(r"规则写在 rules/\S+\.yaml 第 \d+ 行", out)


def test_the_page_gives_what_to_ask_with(capsys: pytest.CaptureFixture[str]) -> None:
    error = error_of(capsys, "sum.txt")
    page = run(capsys, "sum.txt")[1]
    short = error["fingerprint"][:8]
    assert f"{error['rule']}  {short}" in page
    assert traced(capsys, "sum.txt", "--explain", short)["finding"]["fingerprint"] == error["fingerprint"]


def test_twins_are_asked_for_by_their_number(capsys: pytest.CaptureFixture[str]) -> None:
    line = "（三）全面推进，全面推进，×年×月×日，×年×月×日。\n"
    Path("twins.txt").write_text(CLEAN.replace("三、党政", line + line + "三、党政"), "utf-8")
    found = json.loads(run(capsys, "twins.txt", "--format", "json")[1])["reports"][0]["findings"]
    twin = next(each["fingerprint"] for each in found if each["fingerprint"].endswith("#2"))
    for asked, meant in ((twin[:8] + "#2", twin), (twin[:8], twin[:32])):
        assert traced(capsys, "twins.txt", "--explain", asked)["finding"]["fingerprint"] == meant


@pytest.mark.parametrize("asked", ["12", "zzzzzz", "0" * 32])
def test_an_unknown_fingerprint_ends_with_2(asked: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "sum.txt", f"--explain={asked}x")
    assert (code, out) == (2, "")
    assert f"没有指纹为 {asked}x 的问题" in err


def test_near_fingerprints_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    error = error_of(capsys, "sum.txt")
    wrong = error["fingerprint"][:-2] + "zz"
    code, _, err = run(capsys, "sum.txt", "--explain", wrong)
    assert code == 2
    assert f"相近的有：\n  {error['fingerprint']}  {error['line']}:{error['column']}  {error['rule']}" in err


def test_an_unknown_rule_ends_with_2_before_any_work(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "sum.txt", "--why-not", "figures.part-hole")
    assert (code, out) == (2, "")
    assert "没有规则 figures.part-hole，您是不是想写 figures.part-whole？" in err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--explain", "abcd", "--why-not", "core.title-missing"], "不能同时用"),
        (["--why-not", "core.title-missing", "--format", "html"], "只有 text 和 json"),
        (["--explain", ""], "没有指纹为"),
        (["--why-not", ""], "没有规则"),
        (["--why-not"], "--why-not 需要一个值"),
    ],
)
def test_wrong_calls(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "sum.txt", *arguments)
    assert code == 2
    assert words in err


def test_why_a_sum_is_not_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    found = traced(capsys, "clean.txt", "--why-not", error_of(capsys, "sum.txt")["rule"])
    assert found["verdict"] == "met"
    assert found["findings"] == []
    assert [each["verdict"] for each in found["relations"]] == ["holds"]
    assert found["relations"][0]["equation"].endswith("= 110")


def test_why_a_part_was_found(capsys: pytest.CaptureFixture[str]) -> None:
    found = traced(capsys, "clean.txt", "--why-not", "rule-of-law.shortcomings")
    parts = {look["name"]: look for look in found["looked"]}
    assert parts["shortcomings"]["spots"][0]["quote"] == "二、推进法治政府建设存在的不足和原因"
    assert found["verdict"] == "met"


def test_why_an_equation_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """The metrics that it looked for, found or not."""
    rule = next(each for each in load().rules if each.kind == "equation" and "rule_of_law_annual" in each.profiles)
    found = traced(capsys, "clean.txt", "--why-not", rule.id)
    assert {look["aim"] for look in found["found"]} == {"metric"}
    assert any(look["count"] == 0 for look in found["found"])
    out = run(capsys, "clean.txt", "--why-not", rule.id)[1]
    assert "：没有找到" in out


def test_why_a_rule_of_another_profile_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    rule = next(each for each in load().rules if each.profiles == ("disclosure_annual",) and each.stage is Stage.STABLE)
    found = traced(capsys, "clean.txt", "--why-not", rule.id)
    assert found["verdict"] == "not_applicable"
    assert found["reason"] == "只用于政府信息公开工作年度报告，本报告是法治政府建设年度报告"


@pytest.fixture(scope="module")
def case() -> Case:
    rulebook = load()
    examined = examine(Source("faulty.txt", FAULTY, "utf-8"), Options(rulebook))
    assert examined.document
    assert examined.ledger
    return Case(examined.audit, examined.document, examined.ledger, rulebook)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_rule_can_be_asked_for(case: Case, language: str) -> None:
    for rule in case.rulebook.rules:
        shown = page.render([trace(case, rule, language)], language)
        assert rule.id in shown
        assert str(rule.origin.line) in shown


def test_quotes_are_at_their_places(case: Case) -> None:
    for rule in case.rulebook.rules:
        (found,) = json.loads(as_json.render([trace(case, rule)]))["traces"]
        outcome = next((each for each in case.audit.outcomes if each.rule == rule.id), None)
        assert found["verdict"] == (outcome.verdict if outcome else "not_applicable")
        for look in (*found["looked"], *found["found"]):
            assert len(look["spots"]) == min(look["count"], 20)
            assert all(FAULTY[spot["offset"] : spot["end_offset"]] == spot["quote"] for spot in look["spots"])


@pytest.mark.parametrize("report", ["novel.txt", "none.txt"])
def test_what_could_not_be_checked_ends_with_3(report: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("none.txt").write_bytes(b"")
    code, _, err = run(capsys, report, "--why-not", "core.title-missing")
    assert code == 3
    assert report in err


def test_each_report_has_its_trace(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "clean.txt", "sum.txt", "--why-not", "core.title-missing", "--format", "json")
    assert code == 0
    assert [each["path"] for each in json.loads(out)["traces"]] == ["clean.txt", "sum.txt"]


def test_a_rule_that_was_not_chosen(capsys: pytest.CaptureFixture[str]) -> None:
    found = traced(capsys, "clean.txt", "--why-not", "core.title-missing", "--ignore", "core")
    assert (found["verdict"], found["reason"]) == ("not_applicable", "未选用")


def test_a_waived_finding_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    error = error_of(capsys, "sum.txt")
    waiver = f"- {{report: sum.txt, rule: {error['rule']}, reason: other_definition, by: 甲, until: 9999-12-31}}\n"
    Path("w.yaml").write_text(waiver, "utf-8")
    out = run(capsys, "sum.txt", "--waivers", "w.yaml", "--explain", error["fingerprint"])[1]
    assert "不计 口径不同（豁免，甲批准，至9999-12-31）" in out
    assert f"{error['rule']}  已豁免" in out
