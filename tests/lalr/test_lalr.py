"""The driver builds the trees that lark itself would build of the same tokens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lark import Lark, Token, Tree
from lark.lexer import Lexer

from checker import lalr
from checker.data import data_folder
from checker.lalr import Branch, table

OUTLINE = ["PART", "CHAPTER", "LEVEL1", "LEVEL2", "LEVEL3", "LEVEL4", "LEVEL5", "_TEXT", "_END"]
FIGURES = ["TEXT", "Q", "COUNT", "NAME", "TITLE", "QUOTE", "COMMA", "COLON", "SEMI", "DUN"]


class Given(Lexer):
    """Hands lark the names of terminals as tokens."""

    __future_interface__ = 2

    def __init__(self, lexer_conf: Any) -> None:
        """Nothing is scanned."""

    def lex(self, lexer_state: Any, parser_state: Any) -> Iterator[Token]:
        return (Token(name, name) for name in lexer_state.text)


def by_lark(grammar: str) -> Lark:
    source = (data_folder("grammar") / f"{grammar}.lark").read_text("utf-8")
    return Lark(source, parser="lalr", lexer=Given)


LARKS = {grammar: by_lark(grammar) for grammar in ("outline", "figures")}


def shape(tree: Any) -> object:
    """Names and children, whoever built them."""
    if isinstance(tree, Branch):
        return tree.name, [shape(child) for child in tree.children]
    if isinstance(tree, Tree):
        return str(tree.data), [shape(child) for child in tree.children]
    return str(tree)


def with_brackets(names: list[str], opened: list[bool]) -> list[str]:
    """The tokens with some of them in brackets, properly nested."""
    depth, result = 0, []
    for name, opens in zip(names, opened, strict=False):
        if opens:
            result.append("LP")
            depth += 1
        elif depth:
            result.append("RP")
            depth -= 1
        result.append(name)
    return result + ["RP"] * depth


def check(grammar: str, names: list[str]) -> None:
    tree: Branch[str] = table(grammar).parse((name, name) for name in names)
    assert shape(tree) == shape(LARKS[grammar].parse(names))


@given(st.lists(st.sampled_from(OUTLINE), max_size=30))
def test_outlines(names: list[str]) -> None:
    check("outline", names)


@given(st.lists(st.sampled_from(FIGURES), max_size=30), st.lists(st.booleans(), max_size=30))
def test_sentences(names: list[str], opened: list[bool]) -> None:
    check("figures", with_brackets(names, opened))


@pytest.mark.parametrize("grammar", ["outline", "figures"])
def test_no_grammar_has_a_conflict(grammar: str) -> None:
    """Strict mode makes one an error instead of a silent choice."""
    source = (data_folder("grammar") / f"{grammar}.lark").read_text("utf-8")
    Lark(source, parser="lalr", lexer=Given, strict=True)


def test_the_table_is_made_once() -> None:
    assert table("outline") is table("outline")


def test_branches_leave_tokens_out() -> None:
    tree: Branch[str] = table("outline").parse([("LEVEL1", "一、"), ("LEVEL2", "(一)"), ("LEVEL1", "二、")])
    assert [branch.name for branch in tree.branches()] == ["level1", "level1"]
    assert [child.name for child in next(tree.branches()).branches()] == ["level2"]


def test_what_the_grammar_does_not_admit() -> None:
    with pytest.raises(KeyError):
        table("figures").parse([("RP", ")")])


@pytest.mark.parametrize("rule", ["start: A?\n?b: A", "start: A -> x", "!start: A"])
def test_a_grammar_that_the_driver_does_not_know_is_refused(rule: str) -> None:
    source = rule.replace("start: A?\n?b: A", "start: b\n?b: A") + "\n%declare A\n"
    with pytest.raises(ValueError, match="plain rules"):
        lalr._made(source)
