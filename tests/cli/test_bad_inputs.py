"""Bad inputs and faults, each in a whole run: the message, the exit code, and what is kept.

What takes another process (signals, pipes, consoles of other encodings, a full disk) is in `test_process.py`; what is
told of each kind of slip in a rule file, in `tests/rulebook/reading`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from checker.cli import main
from checker.readers import text as reading
from tests.cli.texts import CLEAN, FAULTY, NOVEL

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
PACK = "schema: report-checker-rules/1\npack: {id: mine, version: 1, extends: [core]}\n"
RULE = """rules:
  - id: mine.one
    kind: pattern
    require: {none_of: ['形势大好']}
    severity: info
    category: wording
    basis: [{instrument: 某办法, article: 第一条}]
    message: {zh: 空话。, en: Hollow.}
    suggestion: {zh: 请删去。, en: Remove it.}
    examples: {pass: [全年办案12件。], fail: [{text: 形势大好。, quote: 形势大好}]}
"""
LONG = "领导小组研究部署有关工作，" * 25_000
LOGIN = "<html><head><title>登录</title></head><body><form action='/login'>用户名 密码</form></body></html>"


class Bad(NamedTuple):
    """Files, arguments, the exit code, and words that are told; `absent` must not be."""

    files: Mapping[str, str | bytes]
    arguments: list[str]
    code: int
    told: tuple[str, ...]
    absent: tuple[str, ...] = ()


def one(
    content: str | bytes, code: int, *told: str, arguments: tuple[str, ...] = (), absent: tuple[str, ...] = ()
) -> Bad:
    return Bad({"a.txt": content}, ["a.txt", *arguments], code, told, absent)


def pack(text: str, *told: str, **more: str) -> Bad:
    files = {"a.txt": CLEAN, "p/mine.yaml": text, **{f"p/{name}.yaml": other for name, other in more.items()}}
    return Bad(files, ["a.txt", "--rules", "p"], 2, told)


# A fault of the call, the settings, the rules or a file beside the reports: nothing is checked, no result is touched.
REFUSED = {
    "path that does not exist": Bad({"报告甲.txt": CLEAN}, ["报告乙.txt"], 2, ("找不到文件: 报告乙.txt", "报告甲.txt")),
    "pattern without match": one(CLEAN, 2, "没有与 *.md 相符的文件", arguments=("*.md",)),
    "unknown profile": one(CLEAN, 2, "您是不是想写 other", arguments=("--profile", "othr")),
    "unknown rule": one(CLEAN, 2, "core.title-missing", arguments=("--select", "core.title-mising")),
    "no rule left": one(CLEAN, 2, "没有留下任何规则", arguments=("--select", "core", "--ignore", "core")),
    "unknown option": one(CLEAN, 2, "您是不是想写 --format", arguments=("--fromat", "json")),
    "rules: no YAML": pack(PACK + "rules:\n  - id: 'mine.one\n", "mine.yaml:", "    4 |"),
    "rules: unknown key": pack(PACK + RULE.replace("severity", "severty"), "mine.yaml:7:5", "“severity”", " 7 |", "^"),
    "rules: wrong type": pack(PACK + RULE.replace("[全年办案12件。]", "一段"), "mine.yaml:12:22", "列表"),
    "rules: key twice": pack(PACK + RULE.replace("    kind", "    id: mine.two\n    kind"), "mine.yaml:5:5", "第 4 行"),
    "rules: id twice": pack(PACK + RULE + RULE.removeprefix("rules:\n"), "mine.one"),
    "rules: wide colon": pack(PACK + RULE.replace("severity: ", "severity："), "mine.yaml:7", "全角冒号"),
    "rules: tab": pack(PACK + RULE.replace("    kind", "\tkind"), "mine.yaml:5:1", "制表符"),
    "rules: text for a number": pack(PACK + RULE.replace("info", "info\n    points: 12:30"), "mine.yaml:8", "12:30"),
    "rules: alias": pack(PACK + RULE.replace("info", "*x"), "mine.yaml:7"),
    "rules: merge bomb": pack(PACK + "a: &a {k: 1}\nb: {<<: [*a, *a]}\n", "mine.yaml:3"),
    "rules: code": pack(PACK + "a: !!python/object/apply:os.system [echo]\n", "mine.yaml:3", "类型标签"),
    "rules: deep": pack(PACK + "a: " + "[" * 5000, "mine.yaml:3"),
    "rules: 10 MB": pack("#" * 10_000_000, "1 MB"),
    "rules: pattern invalid": pack(PACK + RULE.replace("形势大好']", "(形势']"), "mine.yaml:6"),
    "rules: pattern that could hang": pack(PACK + RULE.replace("'形势大好'", "'(一+)+二'"), "mine.yaml:6"),
    "rules: cycle": pack(
        "schema: report-checker-rules/1\npack: {id: mine, version: 1, extends: [two]}\n",
        "mine → two → mine",
        two="schema: report-checker-rules/1\npack: {id: two, version: 1, extends: [mine]}\n",
    ),
    "rules: no parent": pack(PACK.replace("core", "cor"), "mine.yaml:2", "core"),
    "rules: of a later format": pack(PACK.replace("rules/1", "rules/2"), "mine.yaml:1", "report-checker-rules/1"),
    "rules: misses its example": pack(PACK + RULE.replace("quote: 形势大好", "quote: 大好形势"), "mine.yaml"),
    "rules: half merged": pack("<<<<<<< HEAD\n" + PACK + RULE, "mine.yaml:1:1", "没有合并完"),
    "rules: no file": one(CLEAN, 2, "找不到规则文件", arguments=("--rules", "none.yaml")),
    "settings: unknown key": Bad(
        {"a.txt": CLEAN, ".report-checker.yaml": "fail-no: error\n"}, ["a.txt"], 2, ("fail-on", "checker.yaml:1:1")
    ),
    "settings: half merged": Bad(
        {"a.txt": CLEAN, ".report-checker.yaml": "<<<<<<< HEAD\nlang: zh\n=======\nlang: en\n>>>>>>> x\n"},
        ["a.txt"],
        2,
        ("checker.yaml:1:1", "没有合并完"),
    ),
    "waivers: half merged": Bad(
        {"a.txt": CLEAN, "w.yaml": "- {report: a.txt}\n<<<<<<< HEAD\n"}, ["a.txt", "--waivers", "w.yaml"], 2,
        ("w.yaml:2:1", "没有合并完"),
    ),
    "baseline: half merged": Bad(
        {"a.txt": CLEAN, "b.jsonl": "<<<<<<< HEAD\n"}, ["a.txt", "--baseline", "b.jsonl"], 2,
        ("b.jsonl:1:1", "没有合并完"),
    ),
    "baseline: of a later format": Bad(
        {"a.txt": CLEAN, "b.jsonl": '{"schema": "report-checker-baseline/9"}\n'}, ["a.txt", "--baseline", "b.jsonl"], 2,
        ("b.jsonl:1:12", "report-checker-baseline/1"),
    ),
    "output over the report": one(CLEAN, 2, "a.txt 是被检查的报告", arguments=("--output", "json=./a.txt")),
    "output over the rules": Bad(
        {"a.txt": CLEAN, "p.yaml": PACK + RULE}, ["a.txt", "--rules", "p.yaml", "--output", "json=p.yaml"], 2,
        ("p.yaml 是规则包",),
    ),
    "output over the settings": Bad(
        {"a.txt": CLEAN, "pyproject.toml": ""}, ["a.txt", "--output", "json=pyproject.toml"], 2, ("是设置文件",)
    ),
    "output over the waivers": Bad(
        {"a.txt": CLEAN, "w.yaml": "[]\n"}, ["a.txt", "--waivers", "w.yaml", "--output", "json=w.yaml"], 2,
        ("是豁免文件",),
    ),
}  # fmt: skip

# Inputs that are there: told in words, and the others are checked.
READ = {
    "empty": one(b"\xef\xbb\xbf \n", 3, "文件为空"),
    "old Word": Bad({"a.doc": OLE}, ["a.doc"], 3, ("旧版 Word", "另存为纯文本")),
    "old Word under another name": one(OLE, 3, "另存为纯文本"),
    "encrypted": Bad({"a.docx": OLE + "EncryptedPackage".encode("utf-16-le")}, ["a.docx"], 3, ("已加密", "去除密码")),
    "scan": Bad({"a.pdf": b"%PDF-1.7\n"}, ["a.pdf"], 3, ("PDF",)),
    "over the limit": one(b"x" * (reading.LIMIT * 1024 * 1024 + 1), 3, "上限"),
    "GB18030": one(CLEAN.encode("gb18030"), 0, "gb18030"),
    "UTF-16": one(CLEAN.encode("utf-16"), 0, "utf-16"),
    "undecodable": one(CLEAN.encode() + b"\xff\xfe\xff\n", 3, "第 16 行第 1 列", "未评分", absent=("100.0 分",)),
    "mojibake": one(CLEAN.replace("法治培训", "法治锟斤拷培训"), 1, "此处文字已损坏"),
    "control characters": one(CLEAN.replace("法治培训", "法治\0\x1b[31m培\u202e训\u200b"), 0, "控制字符",
                              absent=("\0", "\x1b", "\u202e", "\u200b")),
    "one line of 300,000 characters": one(CLEAN.replace("全年举办", LONG + "全年举办"), 0, "可以提交"),
    "20,000 lines": one(CLEAN.replace("全年举办", "落实责任。\n" * 20_000 + "全年举办"), 0, "可以提交"),
    "full width": one(CLEAN.translate({ord("0") + n: ord("０") + n for n in range(10)}), 0, "可以提交"),
    "no headings": one("某县司法局2023年工作情况的报告\n2023年，全年办案12件。\n某县司法局\n2024年1月25日\n", 0,
                       "全文没有标题", arguments=("--fail-on", "never")),
    "a number twice": one(CLEAN.replace("二、推进", "一、推进"), 1, "核对 1 处", "序号“一、”重复",
                          arguments=("--fail-on", "warning")),
    "a number left out": one(CLEAN.replace("四、2024", "五、2024"), 1, "核对 1 处", "缺“四、”",
                             arguments=("--fail-on", "warning")),
    "numbers that begin anew": one(CLEAN.replace("三、", "一、").replace("四、", "二、"), 1, "核对 1 处", "重新开始",
                                   arguments=("--fail-on", "warning")),
    "novel": one(NOVEL * 20, 3, "不像一份工作报告"),
    "rule file": one(PACK + RULE, 3, "不像一份工作报告"),
    "English": one("Annual accounts\n" * 40, 3, "不像一份工作报告"),
    "login page": one(LOGIN, 3, "不像一份工作报告"),
    "two reports": one(CLEAN + CLEAN.replace("临江", "青岚"), 1, "似乎有两份报告", arguments=("--fail-on", "warning")),
    "the same twice": one(CLEAN + CLEAN, 1, "疑为重复粘贴", arguments=("--fail-on", "warning")),
    "odd figures": one(CLEAN.replace("法治培训12期", f"培训0期，占0期的120%，下降-5%，投入{'9' * 40}元"), 0,
                       "可以提交"),
    "odd dates": one(CLEAN.replace("法治培训12期", "培训12期，20224年2月1日和2023年2月30日各1期"), 1,
                     "20224年", "2月30日"),
    "hostile text": one(CLEAN.replace("法治培训", "[/附件]=cmd|' /C'<script>alert(1)</script>]]>法治培训"), 0,
                        "可以提交"),
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "out.json").write_text("old")
    return tmp_path


def put(files: Mapping[str, str | bytes]) -> None:
    for name, content in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(content.encode() if isinstance(content, str) else content)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", REFUSED)
def test_what_is_wrong_stops_the_run_before_anything_is_checked(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    bad = REFUSED[name]
    put(bad.files)
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    assert main(["check", *bad.arguments, "--output", "html=out.json"]) == bad.code
    captured = capsys.readouterr()
    assert [words for words in bad.told if words not in captured.err] == []
    assert captured.out == ""
    assert {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()} == before
    assert "Traceback" not in captured.err


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", READ)
def test_a_bad_report_is_told_and_the_others_are_checked(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    bad = READ[name]
    put(bad.files)
    assert main(["check", *bad.arguments]) == bad.code
    captured = capsys.readouterr()
    assert [words for words in bad.told if words not in captured.out] == []
    assert [words for words in bad.absent if words in captured.out] == []
    put({"z.txt": CLEAN})
    first_path, *options = bad.arguments
    assert main(["check", first_path, "z.txt", *options, "--output", "json=out.json"]) == bad.code
    first, second = json.loads(Path("out.json").read_text("utf-8"))["reports"]
    assert second["status"] == "checked"
    assert (first["score"] is None) == (first["status"] != "checked")
    assert bad.code != 3 or first["status"] in ("unreadable", "unscored")
    if first["encoding"] and not first["fault"]:
        text = Path(first_path).read_bytes().decode(first["encoding"])
        places = [place for finding in first["findings"] for place in (finding, *finding["related"])]
        assert [each for each in places if text[each["offset"] : each["end_offset"]] != each["quote"]] == []


@pytest.mark.usefixtures("folder")
def test_what_word_and_desktops_leave_behind_is_passed_over(capsys: pytest.CaptureFixture[str]) -> None:
    put(
        {
            "r/报告.txt": CLEAN,
            "r/~$报告.txt": OLE,
            "r/.DS_Store": b"x",
            "r/Thumbs.db": OLE,
            "r/b.tmp": b"x",
            "c.txt": CLEAN,
        }
    )
    assert main(["check", "r", "c.txt", "--format", "json"]) == 0
    captured = capsys.readouterr()
    assert "共 2 份报告，跳过其他文件 4 个" in captured.err
    paths = [report["path"] for report in json.loads(captured.out)["reports"]]
    assert paths == [str(Path("r") / "报告.txt"), "c.txt"]


@pytest.mark.usefixtures("folder")
def test_a_file_that_another_program_holds(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    put({"a.txt": CLEAN, "z.txt": CLEAN})
    opened: Any = Path.open

    def held(path: Path, *arguments: str) -> Any:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, *arguments)

    monkeypatch.setattr(Path, "open", held)
    assert main(["check", "a.txt", "z.txt", "--format", "json"]) == 3
    captured = capsys.readouterr()
    assert "关闭正在占用它的程序后重试" in captured.err
    assert [report["status"] for report in json.loads(captured.out)["reports"]] == ["unreadable", "checked"]


@pytest.mark.usefixtures("folder")
def test_nothing_to_check_is_never_0(capsys: pytest.CaptureFixture[str]) -> None:
    Path("leer").mkdir()
    assert main(["check", "leer"]) == 3
    assert "没有 .txt 或 .md 报告" in capsys.readouterr().err
    assert main(["check"]) == 2
    assert "缺少 PATH" in capsys.readouterr().err


@pytest.mark.usefixtures("folder")
def test_a_folder_for_results_that_is_not_there_costs_no_other_result(capsys: pytest.CaptureFixture[str]) -> None:
    put({"a.txt": FAULTY})
    assert main(["check", "a.txt", "--output", "json=gone/a.json", "--output", "html=out.html"]) == 2
    captured = capsys.readouterr()
    assert "结果无法写入 gone/a.json" in captured.err
    assert "暂不能提交" in captured.out
    assert Path("out.html").exists()


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("cache", ["a file", "damaged", "off"])
def test_the_cache_never_decides(
    cache: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    put({"a.txt": FAULTY})
    main(["check", "a.txt"])
    expected = capsys.readouterr().out
    place = tmp_path / "cache"
    if cache == "a file":
        place.write_text("x")
    monkeypatch.setenv("REPORT_CHECKER_CACHE", "off" if cache == "off" else str(place))
    for _ in range(2):
        assert main(["check", "a.txt"]) == 1
        assert capsys.readouterr().out == expected
        for path in place.rglob("*") if place.is_dir() else ():
            if path.is_file():
                path.write_bytes(path.read_bytes()[::-1])
