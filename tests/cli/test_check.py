"""`checker check` from its arguments to its exit code: what is told, on which stream, and what is kept."""

from __future__ import annotations

import io
import json
import os
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from checker.cli import main
from checker.figures import measure
from checker.findings import build
from checker.renderers.screen.width import width
from tests.cli.texts import CLEAN, FAULTY, NOVEL


class Result(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def report(self) -> dict[str, Any]:
        """The first report of the JSON."""
        loaded: dict[str, Any] = json.loads(self.out)["reports"][0]
        return loaded


Check = Callable[..., Result]


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Check:
    """Runs `checker check` in an empty folder that is its own repository."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()

    def run(*arguments: str) -> Result:
        code = main(["check", *arguments])
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return run


def put(name: str, content: str | bytes) -> str:
    data = content.encode() if isinstance(content, str) else content
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(data)
    return name


def test_a_clean_report_ends_with_0(check: Check) -> None:
    result = check(put("报告.txt", CLEAN))
    assert result.code == 0
    assert "可以提交：没有发现错误，也没有需要核对之处。  100.0 分（优秀）" in result.out
    assert result.err == ""


def test_an_error_ends_with_1(check: Check) -> None:
    result = check(put("报告.txt", FAULTY))
    assert result.code == 1
    assert "暂不能提交：有 1 处错误要改正" in result.out
    assert "【2024年2月30日】" in result.out


@pytest.mark.parametrize(("gate", "code"), [("error", 1), ("warning", 1), ("info", 1), ("never", 0)])
def test_the_gate_is_chosen(check: Check, gate: str, code: int) -> None:
    assert check(put("a.txt", FAULTY), "--fail-on", gate).code == code


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b" \n\t\r\n\xe3\x80\x80"])
def test_an_empty_file(check: Check, content: bytes) -> None:
    result = check(put("空.txt", content), put("b.txt", CLEAN), "--format", "json")
    assert result.code == 3
    assert result.report["status"] == "unreadable"
    assert result.report["fault"]["code"] == "empty"
    assert result.report["score"] is None
    assert "空.txt: 文件为空" in result.err
    assert json.loads(result.out)["summary"]["checked"] == 1


def test_a_path_that_does_not_exist_stops_everything(check: Check) -> None:
    put("报告2023.txt", CLEAN)
    result = check("报告2032.txt", "报告2023.txt")
    assert result.code == 2
    assert "找不到文件: 报告2032.txt" in result.err
    assert "报告2023.txt" in result.err
    assert result.out == ""


def test_a_pattern_that_matches_nothing(check: Check) -> None:
    result = check("*.txt")
    assert result.code == 2
    assert "没有与 *.txt 相符的文件" in result.err


def test_folders_and_files_together(check: Check) -> None:
    put("库/甲.txt", CLEAN)
    put("库/乙/丙.md", FAULTY)
    put("库/~$甲.txt", "x")
    put("库/Thumbs.db", "x")
    put("丁.txt", CLEAN)
    result = check("库", "丁.txt", "--format", "json")
    assert result.code == 1
    assert "共 3 份报告，跳过其他文件 2 个" in result.err
    paths = [report["path"] for report in json.loads(result.out)["reports"]]
    assert paths == [os.path.join("库", "乙", "丙.md"), os.path.join("库", "甲.txt"), "丁.txt"]  # noqa: PTH118 - as shown


def test_an_empty_folder_is_never_0(check: Check) -> None:
    Path("库").mkdir()
    result = check("库")
    assert result.code == 3
    assert "没有 .txt 或 .md 报告" in result.err
    both = check("库", put("a.txt", CLEAN))
    assert both.code == 3
    assert "可以提交" in both.out


@pytest.mark.parametrize(
    "text",
    [NOVEL, "The quick brown fox.\n" * 20, "<html><body><form>login</form></body></html>", "a: 1\nb: [2]\n", "1"],
)
def test_a_text_that_is_no_report(check: Check, text: str) -> None:
    result = check(put("a.txt", text), "--format", "json")
    assert result.code == 3
    report = result.report
    assert (report["status"], report["profile"], report["findings"]) == ("unscored", None, [])
    assert report["fault"]["code"] == "not_a_report"
    assert report["score"] is None


def test_the_profile_overrules_what_the_text_seems_to_be(check: Check) -> None:
    result = check(put("a.txt", NOVEL), "--format", "json", "--profile", "other")
    assert result.report["profile"] == "other"
    assert result.code == 1


def test_undecodable_bytes(check: Check) -> None:
    data = CLEAN.encode()
    result = check(put("a.txt", data[:900] + b"\xff\xfe\xff" + data[900:]), "--format", "json")
    assert result.code == 3
    assert result.report["status"] == "unscored"
    assert result.report["fault"]["code"] == "undecodable"
    assert result.report["fault"]["line"] > 1
    assert result.report["outline"]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_the_encoding_is_told(check: Check, encoding: str) -> None:
    result = check(put("a.txt", CLEAN.encode(encoding)), "--format", "json")
    assert result.code == 0
    assert result.report["encoding"]
    assert result.report["title"] == "临江县司法局2023年度法治政府建设工作报告"


def test_a_named_encoding_is_used(check: Check) -> None:
    big5 = CLEAN.replace("临江县", "上海市").encode("gb18030")
    assert check(put("a.txt", big5), "--format", "json", "--encoding", "gb18030").report["encoding"] == "gb18030"


def test_a_text_over_the_limit(check: Check) -> None:
    result = check(put("a.txt", "长" * 4_000_000))
    assert result.code == 3
    assert "超过 10 MB 上限" in result.out


def test_standard_input(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    class Input:
        buffer = io.BytesIO(FAULTY.encode())

    monkeypatch.setattr("sys.stdin", Input())
    result = check("-", "--format", "json")
    assert result.code == 1
    assert result.report["path"] == "-"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "缺少 PATH"),
        (["a.txt", "--fromat", "json"], "没有选项 --fromat，您是不是想写 --format？"),
        (["a.txt", "--format", "jsn"], "没有“jsn”这个值，您是不是想写 json？"),
        (["a.txt", "--format"], "选项 --format 需要一个值"),
        (["a.txt", "--staged=1"], "选项 --staged 不带值"),
        (["a.txt", "--profile", "rule_of_law"], "您是不是想写 rule_of_law_annual？"),
        (["a.txt", "--select", "core.titel-missing"], "您是不是想写“core.title-missing”？"),
        (["a.txt", "--ignore", "nope"], "没有名为“nope”的规则"),
        (["a.txt", "--select", "core", "--ignore", "core"], "没有留下任何规则"),
        (["a.txt", "--as-of", "2024-2-30"], "不是日期"),
        (["a.txt", "--encoding", "utf-88"], "没有名为“utf-88”的编码"),
        (["a.txt", "--output", "json"], "应写成 格式=文件"),
        (["a.txt", "--output", "jsn=a"], "您是不是想写 json？"),
        (["a.txt", "--output", "json=a.txt"], "不能覆盖"),
        (["a.txt", "--rules", "nope.yaml"], "找不到规则文件“nope.yaml”"),
        (["a.txt", "--fail-on", "errors"], "您是不是想写 error？"),
        (["--staged"], "无法读取 git 暂存区"),
    ],
)
def test_a_wrong_call_is_2_and_says_what_was_meant(check: Check, arguments: list[str], message: str) -> None:
    put("a.txt", FAULTY)
    result = check(*arguments)
    assert result.code == 2
    assert message in result.err
    assert result.out == ""


def test_a_wrong_call_in_english(check: Check) -> None:
    result = check(put("a.txt", FAULTY), "--lang", "en", "--format", "jsn")
    assert "no value “jsn”, did you mean json?" in result.err


def test_a_broken_rule_pack_checks_nothing(check: Check) -> None:
    put("规则.yaml", "schema: report-checker-rules/1\npack： x\n")
    result = check(put("a.txt", CLEAN), "--rules", "规则.yaml")
    assert result.code == 2
    assert "规则.yaml:2:5" in result.err
    assert result.out == ""


def test_settings_are_used_and_the_command_line_wins(check: Check) -> None:
    put("a.txt", FAULTY)
    put(".report-checker.yaml", "format: json\nfail-on: never\n")
    assert (check("a.txt").code, check("a.txt").out[0]) == (0, "{")
    assert check("a.txt", "--fail-on", "error").code == 1


def test_broken_settings_check_nothing(check: Check) -> None:
    put(".report-checker.yaml", "fail_on: never\n")
    result = check(put("a.txt", CLEAN))
    assert result.code == 2
    assert ".report-checker.yaml:1:1: 没有“fail_on”这项设置，您是不是想写 fail-on？" in result.err


def test_some_rules_only_give_findings_but_no_score(check: Check) -> None:
    result = check(put("a.txt", FAULTY), "--select", "core", "--format", "json")
    assert result.code == 1
    assert result.report["score"] is None
    assert result.report["fault"]["code"] == "partial_rules"
    assert {finding["rule"].partition(".")[0] for finding in result.report["findings"]} == {"core"}
    broken = result.report["findings"][0]["rule"]
    assert check("a.txt", "--ignore", f"{broken},language").code == 0


def test_results_go_to_files_too(check: Check) -> None:
    result = check(put("a.txt", FAULTY), "--output", "json=结果.json", "--output", "html=结果.html")
    assert result.code == 1
    assert json.loads(Path("结果.json").read_text("utf-8"))["reports"][0]["path"] == "a.txt"
    assert Path("结果.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    assert "暂不能提交" in result.out
    assert sorted(path.name for path in Path().iterdir()) == [".git", "a.txt", "结果.html", "结果.json"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written(check: Check) -> None:
    put("out/a.json", "old")
    Path("out").chmod(stat.S_IRUSR | stat.S_IXUSR)
    result = check(put("a.txt", CLEAN), "--output", "json=out/a.json")
    assert result.code == 2
    assert Path("out/a.json").read_text() == "old"


def test_a_file_that_cannot_be_written_keeps_the_old_one_and_is_2(
    check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("a.json", "old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    result = check(put("a.txt", CLEAN), "--output", "json=a.json")
    assert result.code == 2
    assert "结果无法写入 a.json：No space left on device" in result.err
    assert "可以提交" in result.out
    assert Path("a.json").read_text() == "old"


def test_a_bug_in_one_report_is_told_without_its_text_and_the_others_go_on(
    check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fragile(document: Any) -> Any:
        if "2月30日" in document.text:
            raise ValueError(document.text[:50])
        return measure(document)

    monkeypatch.setattr("checker.pipeline.measure", fragile)
    result = check(put("a.txt", FAULTY), put("b.txt", CLEAN), "--format", "json")
    assert result.code == 2
    first, second = json.loads(result.out)["reports"]
    assert (first["status"], first["score"], first["fault"]["code"]) == ("unscored", None, "internal_error")
    assert "ValueError" in first["fault"]["message"]
    assert "临江" not in json.dumps(first["fault"], ensure_ascii=False)
    assert second["status"] == "checked"
    assert "程序内部错误（#" in result.err


def test_a_bug_in_a_rule_is_a_fault_of_that_rule(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    from checker.rulebook.kinds.pattern import ForbiddenPattern

    def judge(*arguments: object) -> None:
        raise KeyError("报告原文")

    monkeypatch.setattr(ForbiddenPattern, "judge", judge)
    result = check(put("a.txt", CLEAN), "--format", "json")
    assert result.code == 2
    assert result.report["fault"]["code"] == "rule_error"
    assert "报告原文" not in result.report["fault"]["message"]
    assert "KeyError" in result.report["fault"]["message"]
    assert result.report["score"] is None
    assert "failed, the report is not scored" in check("a.txt", "--lang", "en", "--format", "json").err


def test_a_wrong_quote_is_an_internal_error(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(*arguments: Any) -> Any:
        return tuple(replace(finding, quote="别的") for finding in build(*arguments))

    monkeypatch.setattr("checker.pipeline.build", wrong)
    result = check(put("a.txt", FAULTY), "--format", "json")
    assert result.code == 2
    assert "SelfCheckError" in result.report["fault"]["message"]


@pytest.mark.parametrize(
    "name", ["[bold]红[/bold].txt", ":smile:.txt", "=cmd|'.txt", "<script>.txt", "a b\tc.txt", "n" * 200 + ".txt"]
)
@pytest.mark.parametrize("form", ["text", "json", "html", "junit", "sarif", "github", "gitlab", "markdown"])
def test_hostile_names(check: Check, name: str, form: str) -> None:
    result = check(put(name, FAULTY), "--format", form)
    assert result.code == 1
    assert "\x1b" not in result.out
    assert ("<script>" not in result.out) or form in {"text", "json", "github", "gitlab"}


def test_a_name_that_is_no_unicode(check: Check, tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.txt")
    Path(name).write_text(CLEAN, encoding="utf-8")
    for form in ("text", "json", "html", "junit", "sarif", "github", "gitlab", "markdown"):
        assert check(name, "--format", form, "--output", "json=a.json").code == 0


def test_control_characters_reach_no_console(check: Check) -> None:
    dirty = CLEAN.replace("法治培训", "法治\x1b[31m\x00培\u202e训\u200b")
    result = check(put("a.txt", dirty), "--color", "never")
    assert not any(ord(character) < 32 and character != "\n" for character in result.out)
    assert "\u202e" not in result.out
    report = check("a.txt", "--format", "json").report
    assert all(dirty[f["offset"] : f["end_offset"]] == f["quote"] for f in report["findings"])


@pytest.mark.parametrize("columns", ["20", "60"])
def test_a_narrow_console(check: Check, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    result = check(put("a.txt", FAULTY))
    assert result.code == 1
    assert max(width(line.rstrip()) for line in result.out.splitlines()) <= int(columns)


def test_the_same_call_gives_the_same_bytes(check: Check) -> None:
    put("a.txt", FAULTY)
    assert check("a.txt", "--format", "json") == check("a.txt", "--format", "json")
