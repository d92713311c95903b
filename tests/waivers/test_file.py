"""A waivers file is read strictly: each slip has its own message at its own place, and stops the run."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from checker.cli import main
from checker.rulebook.loader import load
from checker.waivers.file import read_waivers
from checker.waivers.waiver import GROUNDS, Grounds
from checker.words.rule import Rulebook
from tests.cli.texts import CLEAN

GOOD = """\
# 经办：法制科
- report: 报告/*.txt
  rule: core.title-missing
  reason: superior_rule
  by: 张三
  until: 2030-12-31
- {report: 甲.txt, rule: core.signature-missing, section: 四、工作安排, reason: corrected, by: 李四, until: 2030-01-02, note: 已补签}
"""  # noqa: E501 - one line, as people write it

TWIN = "- {report: 报告/*.txt, rule: core.title-missing, reason: false_alarm, by: 甲, until: 2031-01-01}\n"

# what is written in place of what → code, what the message says, line, column
SLIPS = {
    "unknown key": ("  by: 张三", "  by: 张三\n  xyz: 局", "unknown_key", "没有“xyz”这个键", 6, 3),
    "key in Chinese": ("  by: 张三", "  批准人: 张三", "unknown_key", "您是不是想写“by”", 5, 3),
    "section in Chinese": ("  by: 张三", "  by: 张三\n  章节: 四", "unknown_key", "您是不是想写“section”", 6, 3),
    "misspelt key": ("  until:", "  untill:", "unknown_key", "您是不是想写“until”", 6, 3),
    "key twice": ("  by: 张三", "  by: 张三\n  by: 李四", "duplicate_key", "第 5 行已有", 6, 3),
    "no end": ("  until: 2030-12-31\n", "", "missing_key", "缺少“until”", 2, 3),
    "nobody": ("  by: 张三\n", "", "missing_key", "缺少“by”", 2, 3),
    "nothing": ("  by: 张三", "  by:", "empty_value", "“by”没有内容", 5, 6),
    "reason in Chinese": ("superior_rule", "误报", "not_in_set", "您是不是想写“false_alarm”", 4, 11),
    "another reason": ("superior_rule", "领导同意", "not_in_set", "可选：other_definition、", 4, 11),
    "no date": ("2030-12-31", "年底", "not_a_date", "要写真实的日期", 6, 10),
    "no day of a calendar": ("2030-12-31", "2030-02-30", "not_a_date", "要写真实的日期", 6, 10),
    "list for a text": ("rule: core.title-missing", "rule: [core.title-missing]", "wrong_type", "一段文字", 3, 9),
    "unknown rule": ("core.title-missing", "core.title-mising", "unknown_rule", "“core.title-missing”", 3, 9),
    "all rules of a pack": ("core.title-missing", "core", "unknown_rule", "没有规则“core”", 3, 9),
    "no fingerprint": ("  by: 张三", "  by: 张三\n  fingerprint: 12ab", "misfit", "32 位", 6, 16),
    "text for an entry": ("- {report: 甲.txt,", "- 甲.txt\n- {report: 甲.txt,", "wrong_type", "键: 值", 7, 3),
    "wide colon": ("- report: 报告", "- report：报告", "wide_colon", "全角冒号", 2, 9),
    "tab": ("  reason", "\treason", "tab", "制表符", 4, 1),
    "tag": ("by: 张三", "by: !!str 张三", "tag", "类型标签", 5, 7),
    "two documents": ("# 经办", "- 1\n---\n# 经办", "documents", "只能有一份文档", 2, 1),
    "no list": (GOOD, "report: 甲.txt\nrule: core.title\n", "wrong_type", "列表", 1, 1),
    "twice the same": ("- {report", f"{TWIN}- {{report", "duplicate_waiver", "第 2 行", 7, 3),
}  # fmt: skip


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load()


def test_what_is_well_written_is_read(tmp_path: Path, rulebook: Rulebook) -> None:
    path = tmp_path / "豁免.yaml"
    path.write_text(GOOD, "utf-8-sig")
    waivers, faults = read_waivers(path, rulebook)
    assert faults == ()
    assert [(each.rule, each.line) for each in waivers] == [("core.title-missing", 2), ("core.signature-missing", 7)]
    second = waivers[1].terms
    assert (second.section, second.reason, second.by) == ("四、工作安排", Grounds.CORRECTED, "李四")
    assert (second.until, second.note, second.fingerprint) == (date(2030, 1, 2), "已补签", "")


@pytest.mark.parametrize("text", ["", "# 暂无\n", "[]\n"])
def test_a_file_without_entries_waives_nothing(text: str, tmp_path: Path, rulebook: Rulebook) -> None:
    (tmp_path / "w.yaml").write_text(text, "utf-8")
    assert read_waivers(tmp_path / "w.yaml", rulebook) == ((), ())


@pytest.mark.parametrize("slip", SLIPS)
def test_slips(slip: str, tmp_path: Path, rulebook: Rulebook) -> None:
    good, bad, code, words, line, column = SLIPS[slip]
    assert good in GOOD
    path = tmp_path / "w.yaml"
    path.write_text(GOOD.replace(good, bad, 1), "utf-8")
    _, faults = read_waivers(path, rulebook)
    assert [(fault.code, fault.path, fault.line, fault.column) for fault in faults] == [(code, str(path), line, column)]
    assert words in faults[0].message
    assert faults[0].english


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (None, "找不到豁免文件"),
        (b"- report: \xff\xfe", "1: 豁免文件不是 UTF-8 编码"),
        (b"#" * 1_000_001, "豁免文件超过 1 MB"),
        (b"- {report: a.txt}", "1:3: 缺少“rule”“reason”“by”“until”"),
    ],
)
def test_a_bad_file_ends_the_run_with_2(
    data: bytes | None, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report, waivers = tmp_path / "a.txt", tmp_path / "w.yaml"
    report.write_text(CLEAN, "utf-8")
    if data is not None:
        waivers.write_bytes(data)
    assert main(["check", str(report), "--waivers", str(waivers)]) == 2
    told = capsys.readouterr()
    assert words in told.err
    assert str(waivers) in told.err
    assert told.out == ""


def test_every_reason_has_a_name_and_is_led_to_by_it(tmp_path: Path, rulebook: Rulebook) -> None:
    assert set(GROUNDS) == set(Grounds)
    for grounds, words in GROUNDS.items():
        (tmp_path / "w.yaml").write_text(GOOD.replace("superior_rule", words.zh), "utf-8")
        assert f"您是不是想写“{grounds}”" in read_waivers(tmp_path / "w.yaml", rulebook)[1][0].message
