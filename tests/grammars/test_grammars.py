"""A parser from the cache is the parser that was built."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lark import Lark, Token
from lark.exceptions import UnexpectedInput
from lark.lexer import Lexer

from checker import cache, grammars
from checker.data import data_folder

GRAMMAR = """
start: pair*
pair: WORD ":" NUMBER -> entry
WORD: /[a-z]+/
NUMBER: /[0-9]+/
%ignore " "
"""


class Letters(Lexer):
    """An own lexer: each letter is a token of that name."""

    def __init__(self, _conf: Any) -> None:
        pass

    def lex(self, data: Any) -> Iterator[Token]:  # type: ignore[override]  # lark passes on the parser's input
        return (Token(letter, letter) for letter in data)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))
    monkeypatch.setattr(grammars, "data_folder", lambda _name: tmp_path)
    (tmp_path / "pairs.lark").write_text(GRAMMAR, "utf-8")
    (tmp_path / "own.lark").write_text("start: A b*\nb: B A\n%declare A B\n", "utf-8")
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


@pytest.mark.usefixtures("folder")
def test_a_parser_with_an_own_lexer(monkeypatch: pytest.MonkeyPatch) -> None:
    built = grammars.parser("own", Letters)
    monkeypatch.setattr(grammars, "_dump", None)
    assert grammars.parser("own", Letters).parse("ABABA") == built.parse("ABABA")


def test_another_grammar_is_another_parser(folder: Path) -> None:
    grammars.parser("pairs")
    (folder / "pairs.lark").write_text(GRAMMAR.replace("pair*", "pair+"), "utf-8")
    with pytest.raises(UnexpectedInput):
        grammars.parser("pairs").parse("")


def test_it_works_without_a_cache(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.VARIABLE, "off")
    assert grammars.parser("pairs").parse("a: 1").data == "start"
    assert not (folder / "cache").exists()


def test_every_grammar_of_the_project_survives_the_cache() -> None:
    names = [path.stem for path in data_folder("grammar").glob("*.lark")]
    assert names
    for name in names:
        source = (data_folder("grammar") / f"{name}.lark").read_text("utf-8")
        own = Letters if "%declare" in source else None
        stored = grammars._dump(Lark(source, parser="lalr", lexer=own or "contextual"))
        assert json.loads(grammars._dump(grammars._restore(stored, own))) == json.loads(stored)
