"""What rule writers are shown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker.rulebook.loader import load
from checker.rulebook.reading.convert import Converter
from checker.rulebook.reading.nodes import Listing, Mapping, compose
from checker.rulebook.reading.packfile import PackFile
from checker.rulebook.reading.rules import read_rule
from checker.rulebook.tools.effective import read_all, show
from checker.rulebook.tools.examples import Mark, report, try_examples
from checker.rulebook.tools.lint import lint, told
from checker.rulebook.tools.listing import list_rules, rules_as_json
from checker.rulebook.tools.table import cells, table
from tests.rulebook.packs import pack, read, rule

OWN = pack(
    "own",
    "overrides:\n  - {rule: base.two, reason: 本地不适用, enabled: false}\n"
    "  - rule: base.one\n    reason: 从宽\n    severity: info\n    message: {zh: 请留意}\n",
    "base",
)
BASE = pack("base", "rules:\n" + rule("base.one") + rule("base.two"))


def test_tables_stand_straight_under_chinese() -> None:
    lines = table([("规则", "分值"), ("core.title", "5"), ("甲", "15")], frozenset({1})).split("\n")
    assert lines == ["规则        分值", "core.title     5", "甲            15"]
    assert len({cells(line) for line in lines}) == 1


def test_the_list_has_a_line_for_every_rule() -> None:
    book = read(BASE, OWN).rulebook
    lines = list_rules(book).splitlines()
    assert [line.split()[0] for line in lines] == ["规则", "base.one", "base.two"]
    assert "停用" in lines[2]
    assert list_rules(book, "en").startswith("rule")


def test_the_list_as_json() -> None:
    entries = rules_as_json(read(BASE, OWN).rulebook)
    assert [(e["id"], e["severity"], e["enabled"], e["line"]) for e in entries] == [
        ("base.one", "info", True, 4),
        ("base.two", "error", False, 13),
    ]
    assert json.loads(json.dumps(entries)) == entries


def test_a_rule_is_shown_with_the_place_of_every_value() -> None:
    text = show(read(BASE, OWN), "base.one", effective=True)
    places = {line.split(":")[0].strip(): line.split()[-1] for line in text.splitlines() if ".yaml:" in line}
    assert places["kind"] == "a.yaml:5"
    assert places["severity"] == "b.yaml:7"
    assert "# message.zh → 请留意（b.yaml:8：从宽）" in text


def test_values_that_nobody_wrote_are_told_as_defaults() -> None:
    shown = show(read(BASE, OWN), "base.one", effective=True).splitlines()
    told = {line.split(":")[0]: line.split(":")[1].split("  ")[0].strip() for line in shown if "# 默认" in line}
    assert told.keys() == {"profiles", "points", "cap", "veto", "stage"}
    assert (told["points"], told["cap"], told["stage"]) == ("0", "0", "stable")
    assert "默认" not in show(read(BASE, OWN), "base.one")


def test_a_rule_that_is_off_says_so() -> None:
    text = show(read(BASE, OWN), "base.two", effective=True)
    assert "enabled: false" in text
    assert "b.yaml:4" in text
    assert "本地不适用" in text


@pytest.mark.parametrize("effective", [False, True])
def test_what_is_shown_is_the_rule_again(effective: bool) -> None:
    """Every built-in rule: the printed YAML, places and all, is read as the same rule."""
    assembly = read_all()
    for original in assembly.rulebook.rules:
        lines = show(assembly, original.id, effective=effective).splitlines()
        item = "\n".join(["  - " + lines[0], *(f"    {line}" for line in lines[1:])])
        converter = Converter()
        root, faults = compose(PackFile("shown.yaml", f"rules:\n{item}\n"))
        assert not faults
        assert isinstance(root, Mapping)
        listing = root.get("rules")
        assert isinstance(listing, Listing)
        node = listing.items[0]
        assert isinstance(node, Mapping)
        again = read_rule(node, original.origin, converter)
        assert converter.faults == []
        assert again == original


def test_no_such_rule() -> None:
    with pytest.raises(LookupError):
        show(read(BASE), "base.three")


def test_lint_tells_all_faults_and_nothing_of_a_sound_file(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(pack("own", "rules:\n" + rule("own.rule")), "utf-8")
    assert lint([str(path)]) == ()
    path.write_text(pack("own", "rules:\n" + rule("own.rule").replace("severity", "sevrity")), "utf-8")
    (fault,) = lint([str(path)])
    assert told(fault).split("\n") == [
        f"{path}:6:5: 没有“sevrity”这个键，您是不是想写“severity”？".replace(":6:", ":7:"),
        "    7 |     sevrity: error",
        "      |     ^^^^^^^",
    ]
    assert told(fault, "en").startswith(f"{path}:7:5: unknown key")


def test_the_built_in_packs_are_sound() -> None:
    assert lint([]) == ()
    assert read_all().rulebook == read_all().rulebook


EXAMPLES = """\
    examples:
      pass: [无。, 此处待补充。]
      fail: [{text: 甲待补充，乙, quote: 乙}, {text: 待补充。, quote: 待}, 无。]
"""


def test_examples_are_tried_and_told() -> None:
    text = "".join(line for line in rule().splitlines(True) if "examples" not in line) + EXAMPLES
    tried = try_examples(read(pack(rules="rules:\n" + text)).rulebook)
    assert [(one.must_fail, one.number, one.mark) for one in tried] == [
        (False, 1, Mark.RIGHT),
        (False, 2, Mark.FALSE_ALARM),
        (True, 1, Mark.MISPLACED),
        (True, 2, Mark.RIGHT),
        (True, 3, Mark.MISSED),
    ]
    lines = report(tried).splitlines()
    assert lines[0].split() == ["规则", "合规例", "不合规例", "应报未报", "不应报却报", "位置错", "出错"]
    assert lines[1].split() == ["small.placeholder", "2", "3", "1", "1", "1", "·"]
    assert "small.placeholder pass[2] 不应报却报 待补充" in lines
    assert "small.placeholder fail[1] 位置错 待补充 ≠ 乙" in lines
    assert lines[-1] == "1 条规则，5 个示例，3 个不符"
    assert report(tried, "en").splitlines()[-1] == "rules: 1, examples: 5, wrong: 3"


def test_words_that_cannot_be_filled_are_a_fault() -> None:
    text = rule().replace("有占位文字", "'有{what}'")
    tried = try_examples(read(pack(rules="rules:\n" + text)).rulebook)
    assert [(one.mark, one.detail) for one in tried if one.must_fail] == [(Mark.FAULT, "message / suggestion: {what}")]


def test_drafts_are_tried_too_and_rules_that_are_off_are_not() -> None:
    draft = read(pack(rules="rules:\n" + rule() + "    stage: draft\n")).rulebook
    assert {one.mark for one in try_examples(draft)} == {Mark.RIGHT}
    assert {one.rule for one in try_examples(read(BASE, OWN).rulebook)} == {"base.one"}


def test_only_the_rules_that_were_asked_for() -> None:
    book = load()
    assert {one.rule for one in try_examples(book, ["core.title-missing"])} == {"core.title-missing"}
