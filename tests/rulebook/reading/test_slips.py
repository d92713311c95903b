"""Typical slips of people who write rules: each has its own message, at the very place."""

from __future__ import annotations

import pytest

from checker.words.source import Fault
from tests.rulebook.packs import faults, pack, rule

GOOD = pack(rules="rules:\n" + rule())

# what is written in place of what → code, what the message says, line, column
SLIPS = {
    "unknown key": ("severity: error", "sevrity: error", "unknown_key", "您是不是想写“severity”", 7, 5),
    "key in Chinese": ("severity: error", "级别: error", "unknown_key", "您是不是想写“severity”", 7, 5),
    "unknown top key": ("rules:", "rule:", "unknown_key", "您是不是想写“rules”", 3, 1),
    "key of the kind": ("{none_of: [待补充]}", "{none_off: [待补充]}", "unknown_key", "“none_of”", 6, 15),
    "word not in the set": ("severity: error", "severity: 错误", "not_in_set", "您是不是想写“error”", 7, 15),
    "unknown category": ("category: placeh", "category: plaech", "not_in_set", "您是不是想写“placeholder”", 8, 15),
    "unknown kind": ("kind: pattern", "kind: patern", "unknown_kind", "您是不是想写“pattern”", 5, 11),
    "wide colon": ("severity: error", "severity：error", "wide_colon", "全角冒号", 7, 13),
    "wide colon in a flow": ("{zh: 请补全,", "{zh：请补全,", "wide_colon", "全角冒号", 11, 20),
    "wide comma": ("{zh: 请补全, en", "{zh: 请补全，en", "wide_comma", "全角逗号", 11, 25),
    "wide blank": ("    severity", "\u3000\u3000  severity", "wide_blank", "全角空格", 7, 1),
    "blank after the colon": ("severity: error", "severity:error", "syntax", "没有空一格", 7, 5),
    "blank in a flow": ("{zh: 请补全,", "{zh:请补全,", "missed_blank", "空一格", 11, 20),
    "tab": ("    severity", "\tseverity", "tab", "制表符", 7, 1),
    "missing key": ("    severity: error\n", "", "missing_key", "缺少“severity”", 4, 5),
    "no content": ("severity: error", "severity:", "empty_value", "“severity”没有内容", 7, 14),
    "a text for a list": ("[待补充]", "待补充", "wrong_type", "如 [待补充]", 6, 24),
    "a text for a mapping": ("{none_of: [待补充]}", "待补充", "wrong_type", "键: 值", 6, 14),
    "a list for a text": ("kind: pattern", "kind: [pattern]", "wrong_type", "一段文字", 5, 11),
    "duplicate key": ("    severity", "    kind: pattern\n    severity", "duplicate_key", "第 5 行已有", 7, 5),
    "unquoted colon": ("zh: 请补全", "zh: 请补全: 内容", "syntax", "这里少了", 11, 25),
    "unquoted colon in a block": ("kind: pattern", "kind: a: b", "syntax", "可写成：kind: 'a: b'", 5, 12),
    "percent sign": ("kind: pattern", "kind: %5", "syntax", "可写成：kind: '%5'", 5, 11),
    "greater than": ("kind: pattern", "kind: >=90", "syntax", "要加引号", 5, 12),
    "star": ("kind: pattern", "kind: *成效", "syntax", "可写成：kind: '*成效'", 5, 12),
    "escape": ("kind: pattern", 'kind: "\\d+件"', "syntax", "可写成：kind: '\\d+件'", 5, 12),
    "quotes not closed": ("kind: pattern", "kind: 'pattern", "syntax", "没有配对的后引号", 5, 11),
    "bracket not closed": ("[待补充]}", "[待补充}", "syntax", "括号没有配对", 6, 28),
    "indentation": ("    severity", "     severity", "syntax", "左对齐", 7, 6),
    "less indentation": ("    severity", "   severity", "syntax", "左对齐", 7, 4),
    "text after quotes": ("kind: pattern", "kind: 'a' b", "syntax", "引号后多出了文字", 5, 15),
    "yes for true": ("    severity", "    veto: yes\n    severity", "not_in_set", "您是不是想写“true”", 7, 11),
    "octal number": ("    severity", "    points: 05x\n    severity", "not_a_number", "要写数", 7, 13),
    "leading nought": ("    severity", "    from: 02021\n    severity", "not_a_number", "前面不要加 0", 7, 11),
    "time for a number": ("    severity", "    from: 12:30\n    severity", "not_a_number", "要写整数", 7, 11),
    "number in words": ("    severity", "    points: 五分\n    severity", "not_a_number", "要写数", 7, 13),
    "unknown profile": ("    severity", "    profiles: [年报]\n    severity", "not_in_set", "disclosure_annual", 7, 16),
    "unknown level": ("    severity", "    levels: [county, twon]\n    severity", "not_in_set", "township", 7, 22),
    "anchor": ("kind: pattern", "kind: &a pattern", "anchor", "锚点", 5, 11),
    "alias": ("{instrument: 某条例,", "{instrument: *a,", "alias", "别名", 9, 26),
    "merge": ("    severity", "    <<: {}\n    severity", "merge", "合并键", 7, 5),
    "tag": ("kind: pattern", "kind: !!str pattern", "tag", "类型标签", 5, 11),
    "python tag": ("kind: pattern", "kind: !!python/object:os.system x", "tag", "类型标签", 5, 11),
    "pattern": ("[待补充]", "['[待补充']", "regex", "没有配对的“]”", 6, 26),
    "slow pattern": ("[待补充]", "['(a+)+b']", "regex", "上限", 6, 25),
    "wide sign in a pattern": ("[待补充]", "['待（补']", "regex", "请写 \\(", 6, 27),
    "no English": ("{zh: 请补全, en: fill it in}", "{zh: 请补全}", "missing_key", "缺少“en”", 11, 17),
    "no language": ("{zh: 请补全, en: fill it in}", "请补全", "wrong_type", "键: 值", 11, 17),
    "argument misspelt": ("有占位文字", "'有{占位}文字'", "misfit", "不能填入", 10, 19),
    "stable without basis": ("    basis: [{instrument: 某条例, number: 国务院令第1号, article: 第二条}]\n", "",
                             "misfit", "要有依据", 4, 5),
    "no failing example": (", fail: [{text: 此处待补充。, quote: 待补充}]", "", "misfit", "不合规示例", 12, 15),
    "quote not in the text": ("quote: 待补充", "quote: 待补", "", "", 0, 0),
    "quote elsewhere": ("quote: 待补充", "quote: 待完善", "misfit", "不在 text", 12, 59),
    "error from memory": ("article: 第二条", "article: 第二条, certainty: 忆", "misfit", "不能是 error", 7, 15),
    "cap below points": ("    severity", "    points: 5\n    cap: 3\n    severity", "misfit", "不能小于", 8, 10),
    "ends before it begins": ("    severity", "    from: 2022\n    until: 2020\n    severity", "misfit", "早于", 8, 12),
    "id in capitals": ("small.placeholder", "Small.Placeholder", "misfit", "小写字母", 4, 9),
    "two items look like one": ("    severity", "    formerly:\n      - a.b\n       - c.d\n    severity", "lost_item",
                                "没有另起一项", 9, 8),
    "no schema": ("schema: report-checker-rules/1\n", "", "schema", "第一行请写 schema", 1, 1),
    "newer schema": ("rules/1", "rules/2", "schema", "另一版本的程序", 1, 9),
    "other schema": ("report-checker-rules/1", "rules", "schema", "请照此填写", 1, 9),
    "second document": ("rules:", "---\nrules:", "documents", "只能有一份文档", 3, 1),
    "control character": ("有占位文字", "有\x07占位文字", "control_character", "U+0007", 10, 20),
}  # fmt: skip


def told(found: tuple[Fault, ...]) -> list[tuple[str, int | None, int | None, str]]:
    return [(fault.code, fault.line, fault.column, fault.message) for fault in found]


def test_the_text_without_slips_is_good() -> None:
    assert told(faults(GOOD)) == []


@pytest.mark.parametrize("name", SLIPS)
def test_each_slip_is_told_at_its_place(name: str) -> None:
    right, wrong, code, words, line, column = SLIPS[name]
    assert right in GOOD
    found = faults(GOOD.replace(right, wrong, 1))
    if not code:
        assert told(found) == []
        return
    match = [fault for fault in found if fault.code == code]
    assert [(fault.line, fault.column) for fault in match] == [(line, column)], told(found)
    assert words in match[0].message
    assert match[0].english
    assert match[0].path == "a.yaml"


@pytest.mark.parametrize("name", [name for name, slip in SLIPS.items() if slip[2] not in ("schema", "")])
def test_a_slip_is_told_once_and_alone(name: str) -> None:
    """One cause, one message: nothing else is found wrong because of it."""
    right, wrong, code, *_ = SLIPS[name]
    codes = {fault.code for fault in faults(GOOD.replace(right, wrong, 1))} - {code}
    assert not codes


def test_all_faults_of_all_files_are_told_together() -> None:
    first = GOOD.replace("severity: error", "severity: wrong").replace("kind: pattern", "kind: patern")
    second = pack("other", "rules:\n" + rule("other.rule").replace("category", "catagory"))
    found = faults(first, second)
    assert [(fault.path, fault.code) for fault in found] == [
        ("a.yaml", "unknown_kind"),
        ("a.yaml", "not_in_set"),
        ("b.yaml", "unknown_key"),
    ]


def test_the_excerpt_marks_the_spot_by_the_width_of_its_cells() -> None:
    found = faults(GOOD.replace("zh: 请补全, en", "zh: 请补全, em"))
    line, carets = next(f for f in found if f.code == "unknown_key").excerpt.split("\n")
    assert line == "   11 |     suggestion: {zh: 请补全, em: fill it in}"
    assert carets == "      |                      \u3000\u3000\u3000  ^^"


def test_a_long_line_is_cropped_around_the_spot() -> None:
    found = faults(GOOD.replace("[待补充]", "['" + "甲|" * 500 + "(']"))
    line, carets = found[0].excerpt.split("\n")
    assert len(line) < 200
    assert carets.strip(" |\u3000").startswith("^")


def test_lines_may_end_in_any_way() -> None:
    slip = GOOD.replace("severity: error", "severity: wrong")
    for ending in ("\r\n", "\r"):
        assert [(f.line, f.column) for f in faults(slip.replace("\n", ending))] == [(7, 15)]


def test_a_text_over_several_lines_gets_no_blanks_between_chinese_characters() -> None:
    from tests.rulebook.packs import read

    text = GOOD.replace(
        "{zh: 请补全, en: fill it in}", "\n      zh: >-\n        请补\n        全\n      en: fill\n        it in"
    )
    wording = read(text).rulebook.rules[0].suggestion
    assert (wording.zh, wording.en) == ("请补全", "fill it in")
