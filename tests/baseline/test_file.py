"""A baseline is written so that git merges it, and read strictly: each slip stops the run at its place."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.baseline.entry import Baseline, Entry
from checker.baseline.file import SCHEMA, read_baseline, written
from checker.cli import main
from tests.cli.texts import CLEAN

A, B = "a" * 32, "b" * 32
HEAD = f'{{"schema": "{SCHEMA}"}}\n'
LINE = f'{{"report": "报告/甲.txt", "rule": "core.title-missing", "fingerprint": "{A}", "quote": "一、"}}\n'
GOOD = HEAD + LINE

# what is written in place of what → code, what the message says, line, column
SLIPS = {
    "empty": (GOOD, "", "empty", "是空的", 1, 1),
    "blank": (GOOD, " \n\n", "empty", "是空的", 1, 1),
    "no head": (HEAD, "", "no_baseline", "第一行应是", 1, 1),
    "another program's": (HEAD, '{"version": 1}\n', "no_baseline", "不是基线文件", 1, 1),
    "newer": (SCHEMA, "report-checker-baseline/2", "foreign_version", "report-checker-baseline/2", 1, 12),
    "more in the head": ('"}\n{', '", "x": "y"}\n{', "unknown_key", "没有“x”这个键", 1, 41),
    "unknown key": ('"quote"', '"qoute"', "unknown_key", "您是不是想写“quote”", 2, 105),
    "key twice": ('"quote"', '"rule"', "duplicate_key", "“rule”重复", 2, 24),
    "number for a text": ('"一、"', "1", "wrong_type", "“quote”应是一段文字", 2, 105),
    "no count": ('"quote": "一、"', '"count": 0', "wrong_type", "“count”应是正整数", 2, 105),
    "true for a count": ('"quote": "一、"', '"count": true', "wrong_type", "“count”应是正整数", 2, 105),
    "no rule": ('"rule": "core.title-missing", ', "", "missing_key", "缺少“rule”", 2, 1),
    "empty rule": ("core.title-missing", "", "missing_key", "缺少“rule”", 2, 1),
    "short fingerprint": (A, "12ab", "misfit", "32 位", 2, 69),
    "cut off": ('"quote": "一、"}\n', '"quo', "broken", "截断", 2, 105),
    "no object": (LINE, "[1]\n", "broken", "{…}", 2, 1),
    "nested too deep": (LINE, "[" * 100_000 + "\n", "broken", "截断", 2, 1),
    "unfinished merge": (LINE, f"<<<<<<< HEAD\n{LINE}", "conflict", "<<<<<<<", 2, 1),
}  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS)
def test_slips(slip: str, tmp_path: Path) -> None:
    good, bad, code, words, line, column = SLIPS[slip]
    assert good in GOOD
    path = tmp_path / "基线.jsonl"
    path.write_text(GOOD.replace(good, bad, 1), "utf-8")
    found = read_baseline(path)
    assert isinstance(found, tuple)
    assert [(fault.code, fault.path, fault.line, fault.column) for fault in found] == [(code, str(path), line, column)]
    assert words in found[0].message
    assert found[0].english


def test_all_slips_are_told_together(tmp_path: Path) -> None:
    (tmp_path / "b").write_text(GOOD + "{\n" + LINE + "x\n", "utf-8")
    found = read_baseline(tmp_path / "b")
    assert isinstance(found, tuple)
    assert [fault.line for fault in found] == [3, 5]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (None, "找不到基线文件"),
        (GOOD.encode("gb18030"), "2: 基线文件不是 UTF-8 编码"),
        (GOOD.replace('"rule"', '"rul"').encode(), "2:24: 没有“rul”这个键"),
        (GOOD.encode() + b"=======\n" + LINE.encode(), "3:1: 文件里有没有合并完的内容"),
    ],
)
@pytest.mark.parametrize("command", [["check"], ["baseline", "prune"]])
def test_a_bad_file_ends_the_run_with_2_and_stays_as_it_is(
    command: list[str], data: bytes | None, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report, baseline = tmp_path / "a.txt", tmp_path / "b.jsonl"
    report.write_text(CLEAN, "utf-8")
    if data is not None:
        baseline.write_bytes(data)
    assert main([*command, str(report), "--baseline", str(baseline)]) == 2
    told = capsys.readouterr()
    assert words in told.err
    assert str(baseline) in told.err
    assert told.out == ""
    assert (baseline.read_bytes() if baseline.exists() else None) == data


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
entries = st.builds(
    Entry,
    report=st.sampled_from(["甲.txt", "b/é.txt", "-"]),
    rule=st.sampled_from(["a.b", "c.d"]),
    fingerprint=st.sampled_from([A, B]),
    count=st.integers(1, 9),
    section=texts,
    quote=texts,
    reason=texts,
)


@given(st.lists(entries, unique_by=lambda entry: entry.identity))
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, found: list[Entry]) -> None:
    path = tmp_path_factory.getbasetemp() / "written.jsonl"
    path.write_text(written(found), "utf-8", newline="")
    read = read_baseline(path)
    assert isinstance(read, Baseline)
    assert set(read.entries) == set(found)
    assert read.count == sum(entry.count for entry in found)
    assert written(reversed(read.entries)) == written(found), "the order is that of the entries, not of the call"


def test_branches_merge_line_by_line(tmp_path: Path) -> None:
    """Both add entries at one place; the union holds them all, and what both added once."""
    if shutil.which("git") is None:
        pytest.skip("no git")
    old = [Entry("b.txt", "x.y", A)]
    ours = [*old, Entry("a.txt", "x.y", A), Entry("a.txt", "x.y", B, count=2)]
    theirs = [*old, Entry("a.txt", "x.y", B, count=3), Entry("c.txt", "x.y", B)]
    paths = [tmp_path / name for name in ("ours", "old", "theirs")]
    for path, side in zip(paths, (ours, old, theirs), strict=True):
        path.write_text(written(side), "utf-8")
    subprocess.run(["git", "merge-file", "--union", *map(str, paths)], check=True)
    merged = read_baseline(paths[0])
    assert isinstance(merged, Baseline)
    assert {(entry.report, entry.fingerprint): entry.count for entry in merged.entries} == {
        ("a.txt", A): 1,
        ("a.txt", B): 3,
        ("b.txt", A): 1,
        ("c.txt", B): 1,
    }
