"""Whole runs with a baseline: adding, checking, mending, pruning."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.baseline.entry import Baseline, Entry, digits
from checker.cli import main
from checker.pipeline import Options, check
from checker.rulebook.loader import load
from checker.words.audit import Audit
from checker.words.source import Source
from tests.cli.texts import CLEAN, FAULTY

BOOK = load()
FAULTS = {  # each is one fault of its own
    "法治培训12期": "法治培训XX期",
    "二、推进": "三、推进",
    "2024年1月25日": "2024年2月30日",
    "维持65件": "维持165件",
    "工作报告\n": "工作报告。\n",
    "进一步": "进—步",
}
TEXT = CLEAN.replace("提升执法能力和水平", "进一步提升执法能力和水平")

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    Path("a.txt").write_text(FAULTY, "utf-8")
    Path("b.txt").write_text(CLEAN, "utf-8")

    def call(*arguments: str) -> tuple[int, str, str]:
        code = main(list(arguments))
        told = capsys.readouterr()
        return code, told.out, told.err

    return call


def audit(text: str, known: Baseline | None = None) -> Audit:
    return check(Source("r.txt", text, "utf-8"), Options(BOOK, baseline=known))


def new(found: Audit) -> list[str]:
    return [finding.rule for finding in found.findings if finding.suppressed is None]


@settings(max_examples=25, suppress_health_check=[HealthCheck.differing_executors])
@given(st.sets(st.sampled_from(sorted(FAULTS))), st.sampled_from(sorted(FAULTS)))
def test_a_baseline_of_a_report_hides_all_of_it_and_no_fault_that_is_planted(planted: set[str], more: str) -> None:
    text = TEXT
    for good in planted:
        text = text.replace(good, FAULTS[good], 1)
    before = audit(text)
    known = Baseline(Path("b"), [Entry("r.txt", each.rule, digits(each)) for each in before.findings])
    after = audit(text, known)
    assert new(after) == []
    assert after.score == before.score, "a baseline spares no points"
    if more not in planted:
        spoilt = text.replace(more, FAULTS[more], 1)
        fresh = [finding.rule for finding in audit(spoilt).findings]
        assert sorted(new(audit(spoilt, known))) == sorted(_without(fresh, [each.rule for each in before.findings]))


def _without(all_: list[str], known: list[str]) -> list[str]:
    rest = list(all_)
    for each in known:
        if each in rest:
            rest.remove(each)
    return rest


def first(out: str) -> dict[str, Any]:
    report: dict[str, Any] = json.loads(out)["reports"][0]
    return report


def test_what_is_known_does_not_gate_and_what_is_new_does(run: Run) -> None:
    assert run("check", "a.txt")[0] == 1
    code, out, err = run("baseline", "add", "a.txt", "b.txt", "--baseline", "b.jsonl", "--reason", "去年已发布")
    assert (code, out) == (0, "")
    assert "b.jsonl：新列入 1 条，共 1 条" in err
    code, out, err = run("check", "a.txt", "--baseline", "b.jsonl", "--format", "json")
    report = first(out)
    assert (code, err) == (0, "")
    reason = "存量问题，已列入基线：去年已发布"
    assert [each["suppressed"] for each in report["findings"]] == [{"by": "baseline", "reason": reason, "until": None}]
    assert report["score"]["total"] != "100.0"
    assert {each["verdict"] for each in report["outcomes"] if each["rule"] == "core.date-impossible"} == {"broken"}
    Path("a.txt").write_text(FAULTY.replace("维持65件", "维持165件"), "utf-8")
    code, out, _ = run("check", "a.txt", "--baseline", "b.jsonl", "--format", "json")
    assert code == 1
    assert [each["rule"] for each in first(out)["findings"] if each["suppressed"] is None] == ["figures.part-whole"]


def test_the_page_says_what_is_known(run: Run) -> None:
    run("baseline", "add", ".", "--baseline", "b.jsonl")
    out = run("check", "a.txt", "--baseline", "b.jsonl")[1]
    assert "没有新的错误，也没有新的需要核对之处；存量问题 1 处有待整改。" in out
    assert "可以提交" not in out
    assert "存量问题（已列入基线，不拦截，仍扣分）：1 处\n  错误 core.date-impossible  15:1\n" in out
    english = run("check", "a.txt", "--baseline", "b.jsonl", "--lang", "en")[1]
    assert "No new errors, nothing new to verify; 1 known finding to be mended." in english
    for form in ("html", "markdown"):
        assert "存量问题" in run("check", "a.txt", "--baseline", "b.jsonl", "--format", form)[1]


def test_adding_only_adds_and_pruning_only_removes(run: Run) -> None:
    run("baseline", "add", "a.txt", "--baseline", "b.jsonl")
    before = Path("b.jsonl").read_text("utf-8")
    assert run("baseline", "add", "a.txt", "b.txt", "--baseline", "b.jsonl")[2].endswith("新列入 0 条，共 1 条\n")
    assert Path("b.jsonl").read_text("utf-8") == before
    Path("a.txt").write_text(CLEAN.replace("维持65件", "维持165件"), "utf-8")
    code, _, err = run("check", "a.txt", "--baseline", "b.jsonl")
    assert code == 1
    assert "b.jsonl: 其中 1 条存量问题已经整改" in err
    assert run("baseline", "prune", "a.txt", "--baseline", "b.jsonl")[2].endswith("删去 1 条，还有 0 条\n")
    assert run("check", "a.txt", "--baseline", "b.jsonl")[0] == 1, "pruning adds nothing"


def test_entries_of_other_reports_and_rules_are_left_alone(run: Run) -> None:
    Path("c.txt").write_text(FAULTY, "utf-8")
    run("baseline", "add", "a.txt", "c.txt", "--baseline", "b.jsonl")
    Path("a.txt").write_text(CLEAN, "utf-8")
    assert run("check", "c.txt", "--baseline", "b.jsonl")[2] == ""
    assert run("check", "a.txt", "--baseline", "b.jsonl", "--ignore", "core")[2] == ""
    Path("a.txt").write_text("", "utf-8")
    code, _, err = run("baseline", "prune", "a.txt", "--baseline", "b.jsonl")
    assert code == 3, "what cannot be read shows nothing"
    assert "删去 0 条，还有 2 条" in err
    Path("a.txt").write_bytes(CLEAN.encode() + b"\xff\xfe\xff\n")
    assert "删去 0 条" in run("baseline", "prune", "a.txt", "--baseline", "b.jsonl")[2], "damaged: who knows"
    Path("a.txt").unlink()
    assert "删去 1 条，还有 1 条" in run("baseline", "prune", "c.txt", "--baseline", "b.jsonl")[2]


def test_show(run: Run) -> None:
    run("baseline", "add", "a.txt", "--baseline", "b.jsonl", "--reason", "已发布")
    code, out, _ = run("baseline", "show", "--baseline", "b.jsonl")
    assert code == 0
    assert out.startswith("a.txt\n  core.date-impossible  ")
    assert out.endswith("2024年2月30日  已发布\n共 1 条\n")
    (entry,) = json.loads(run("baseline", "show", "--baseline", "b.jsonl", "--format", "json")[1])["findings"]
    assert (entry["report"], entry["rule"], entry["reason"]) == ("a.txt", "core.date-impossible", "已发布")


def test_a_waiver_comes_first_and_what_it_covers_is_not_gone(run: Run) -> None:
    run("baseline", "add", "a.txt", "--baseline", "b.jsonl")
    Path("w.yaml").write_text(
        "- {report: a.txt, rule: core.date-impossible, reason: false_alarm, by: 甲, until: 2999-12-31}\n", "utf-8"
    )
    code, out, err = run("check", "a.txt", "--baseline", "b.jsonl", "--waivers", "w.yaml", "--format", "json")
    assert (code, err) == (0, "")
    assert [each["suppressed"]["by"] for each in first(out)["findings"]] == ["waiver"]


def test_it_may_stand_in_the_settings(run: Run) -> None:
    Path(".report-checker.yaml").write_text("baseline: b.jsonl\n", "utf-8")
    assert run("baseline", "add", "a.txt")[0] == 0
    assert run("check", "a.txt")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["add", "a.txt"], "请用 --baseline 写明基线文件"),
        (["show"], "请用 --baseline 写明基线文件"),
        (["add", "--baseline", "b.jsonl"], "缺少 PATH"),
        (["add", "none.txt", "--baseline", "b.jsonl"], "找不到文件"),
        (["add", "a.txt", "--baseline", "a.txt"], "不是完整的 JSON"),
        (["add", "a.txt", "b.txt", "--baseline", "."], "基线文件读不出来"),
        (["prun", "a.txt"], "您是不是想写 prune"),
        ([], "baseline"),
    ],
)
def test_wrong_calls_are_2_and_write_nothing(run: Run, arguments: list[str], words: str) -> None:
    code, out, err = run("baseline", *arguments)
    assert (code, out) == (2, "")
    assert words in err
    assert Path("a.txt").read_text("utf-8") == FAULTY
    assert not Path("b.jsonl").exists()


def test_a_program_that_fails_writes_nothing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*arguments: object) -> None:
        raise RuntimeError("秘密")

    monkeypatch.setattr("checker.pipeline.measure", broken)
    code, _, err = run("baseline", "add", "a.txt", "--baseline", "b.jsonl")
    assert code == 2
    assert "内部错误" in err
    assert not Path("b.jsonl").exists()
