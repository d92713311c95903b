"""With `--lang en` nothing that the program says itself is Chinese; what it quotes of reports and laws stays so."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.cli import main
from checker.english import CATALOGUE, english
from checker.readers.fold import fold
from checker.renderers.phrases import Number
from tests.project.sources import ROOT, modules, tree

CHINESE = re.compile(r"[\u3400-\u9fff]")
_QUOTED = re.compile("一是, 二是|余, 多")
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


def said() -> Iterator[str]:
    """The reasons and notes that stand in the sources of rules and finders; 0 for what is filled in."""
    for module in modules():
        if module.startswith(("checker.rulebook.", "checker.figures.")):
            for node in ast.walk(tree(module)):
                yield from filter(CHINESE.search, map(_text, _spoken(node)))


def _spoken(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.keyword) and node.arg == "reason":
        yield from _leaves(node.value)
    elif isinstance(node, ast.keyword) and node.arg == "related":
        yield from (leaf for pair in ast.walk(node.value) if isinstance(pair, ast.Tuple) for leaf in pair.elts[1:])
    elif isinstance(node, ast.Assign) and any(getattr(each, "id", "") == "reason" for each in node.targets):
        yield from _leaves(node.value)
    elif isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("undecided", "together", "Suppressed"):
        yield from node.args[1:]
    elif isinstance(node, ast.FunctionDef) and node.name in ("_reason", "why_not", "_not_from_here"):
        returned = (each.value for each in ast.walk(node) if isinstance(each, ast.Return) and each.value)
        yield from (leaf for value in returned for leaf in _leaves(value))


def _leaves(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.IfExp):
        yield from (*_leaves(node.body), *_leaves(node.orelse))
    else:
        yield node


def _text(node: ast.AST) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "0" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def test_every_reason_and_note_is_in_the_catalogue() -> None:
    found = set(said())
    assert len(found) > 40
    assert {text for text in found if CHINESE.search(_QUOTED.sub("", english(text)))} == set()


def test_the_catalogue_is_english_and_keeps_what_is_quoted() -> None:
    assert [words for words in CATALOGUE.values() if CHINESE.search(_QUOTED.sub("", words))] == []
    assert english("适用至2018年度，本报告为2022年度") == "applies up to 2018, this report is on 2022"
    assert english("有关数字无法判定：未写明占比的总数").endswith("the whole of the share is not stated")
    assert english("未写明：收到申请、受理") == "not stated: 收到申请, 受理"
    assert english("只适用于市级、县级单位的报告") == "is for reports of bodies of this level: city, county"
    assert english("某县") == "某县"


@pytest.mark.parametrize(("number", "words"), [(0, "0 errors"), (1, "1 error"), (2, "2 errors"), (21, "21 errors")])
def test_words_agree_with_numbers(number: int, words: str) -> None:
    assert f"{Number(number):error|errors}" == words
    assert f"{Number(number)} 处" == f"{number} 处"


def test_the_json_speaks_english(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", *map(str, SEEDS), "--lang", "en", "--format", "json", "--fail-on", "never"])
    out = capsys.readouterr().out
    for report in json.loads(out)["reports"]:
        text = fold(Path(report["path"]).read_text("utf-8"))  # names of figures are in simplified characters
        own = [outcome["reason"] for outcome in report["outcomes"]]
        own += [relation["reason"] or "" for relation in report["relations"]]
        own += [note["message"] for finding in report["findings"] for note in finding["related"]]
        own = [
            re.sub(r"(not stated|of these only): .*", "", _QUOTED.sub("", each))
            for each in own
            if each and each not in text
        ]
        assert [each for each in own if CHINESE.search(each)] == []


@pytest.mark.parametrize("form", ["text", "html", "markdown"])
def test_pages_speak_english(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """All Chinese on a page stands in the report, in the basis of a rule or in the rule's own words."""
    main(["check", str(SEEDS[2]), "--lang", "en", "--format", form, "--fail-on", "never"])
    out = re.sub(r"<style>.*?</style>", "", capsys.readouterr().out, flags=re.DOTALL)
    report = "".join(SEEDS[2].read_text("utf-8").split())
    foreign = {
        run for run in re.findall(r"[\u3400-\u9fff]+", re.sub(r"《.*|(?m:^.*“.*$)", "", out)) if run not in report
    }
    assert foreign == set()
