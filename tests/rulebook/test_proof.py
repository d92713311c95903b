"""No rule is loaded that does not find what its own examples say it finds."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.cli import main
from checker.rulebook.faults import RulebookError
from checker.rulebook.loader import load
from checker.rulebook.tools.lint import lint
from tests.rulebook.packs import pack, rule

EXAMPLES = "examples: {pass: [已补全。], fail: [{text: 此处待补充。, quote: 待补充}]}"

# what stands in place of what → what is told, with the column of line 12; None: the rule is loaded
CASES = {
    "silent": ("none_of: [待补充]", "none_of: [待补充充]", "没有报出这个不合规示例", 37),
    "false alarm": ("pass: [已补全。]", "pass: [仍待补充。]", "在这个合规示例里报出了“待补充”", 23),
    "misplaced": ("quote: 待补充", "quote: 。", "报出的位置与 quote 不同：待补充 ≠ 。", 37),
    "words that nothing fills": ("有占位文字", "'有{what}'", "message / suggestion: {what}", 37),
    "right": ("", "", None, 0),
    "silent draft": ("none_of: [待补充]}", "none_of: [甲]}\n    stage: draft", None, 0),
    "silent trial": ("none_of: [待补充]}", "none_of: [甲]}\n    stage: trial", "没有报出这个不合规示例", 37),
    "noisy trial": (f"    {EXAMPLES}", f"    stage: trial\n    {EXAMPLES.replace('已补全', '仍待补充')}", None, 0),
    "retired": ("none_of: [待补充]}", "none_of: [甲]}\n    stage: retired", None, 0),
}


def written(tmp_path: Path, right: str, wrong: str) -> str:
    text = pack("own", "rules:\n" + rule("own.rule"))
    assert right in text
    path = tmp_path / "own.yaml"
    path.write_text(text.replace(right, wrong, 1), "utf-8")
    return str(path)


@pytest.mark.parametrize("name", CASES)
def test_rules_answer_for_their_examples(name: str, tmp_path: Path) -> None:
    right, wrong, told, column = CASES[name]
    path = written(tmp_path, right, wrong)
    if told is None:
        assert load([path]).rule("own.rule")
        assert lint([path]) == ()
        return
    with pytest.raises(RulebookError) as caught:
        load([path])
    assert caught.value.faults == lint([path])
    (fault,) = caught.value.faults
    assert (fault.code, fault.path, fault.column) == ("example", path, column)
    assert told in fault.message
    assert "own.rule" in fault.english


def test_the_table_of_examples_is_printed_all_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, "none_of: [待补充]", "none_of: [待补充充]")
    assert main(["rules", "test", path, "--select", "own"]) == 1
    assert "own.rule fail[1] 应报未报" in capsys.readouterr().out
    assert main(["check", path, "--rules", path]) == 2
