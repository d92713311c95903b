"""A parser from the cache is the parser that was built."""

from __future__ import annotations

from pathlib import Path

import pytest
from lark import Lark
from lark.exceptions import UnexpectedInput

from checker import cache, grammars

GRAMMAR = """
start: pair*
pair: WORD ":" NUMBER -> entry
WORD: /[a-z]+/
NUMBER: /[0-9]+/
%ignore " "
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))
    monkeypatch.setattr(grammars, "data_folder", lambda _name: tmp_path)
    (tmp_path / "pairs.lark").write_text(GRAMMAR, "utf-8")
    return tmp_path


def test_a_parser_from_the_cache_parses_alike(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built = grammars.parser("pairs")
    monkeypatch.setattr(grammars, "_dump", None)  # building again would fail
    restored = grammars.parser("pairs")
    for text in ("a: 1 b: 22", "", "abc :3"):
        tree = Lark(GRAMMAR, parser="lalr").parse(text)
        assert built.parse(text) == restored.parse(text) == tree
    with pytest.raises(UnexpectedInput):
        restored.parse("a: b")
    assert len(list((folder / "cache").iterdir())) == 1


def test_another_grammar_is_another_parser(folder: Path) -> None:
    grammars.parser("pairs")
    (folder / "pairs.lark").write_text(GRAMMAR.replace("pair*", "pair+"), "utf-8")
    with pytest.raises(UnexpectedInput):
        grammars.parser("pairs").parse("")


def test_it_works_without_a_cache(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.VARIABLE, "off")
    assert grammars.parser("pairs").parse("a: 1").data == "start"
    assert not (folder / "cache").exists()
