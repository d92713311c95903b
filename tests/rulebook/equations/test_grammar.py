"""The grammar of equations: every tree is written and read back, every slip has its spot and its remedy."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lark import Lark

from checker.data import data_folder
from checker.rulebook.equations.equation import Equation
from checker.rulebook.equations.parser import LONGEST, EquationError, parse
from checker.rulebook.equations.tree import Comparison, comparison, postfix, written
from tests.rulebook.equations.trees import NAMES, comparisons


def test_the_grammar_has_no_conflicts() -> None:
    source = (data_folder("grammar") / "equation.lark").read_text("utf-8")
    Lark(source, parser="lalr", strict=True)


@given(st.lists(comparisons, min_size=1, max_size=3))
@settings(max_examples=50)
def test_what_is_written_is_read(alternatives: list[Comparison]) -> None:
    text = " | ".join(map(written, alternatives))
    assert [each.comparison for each in parse(text).alternatives] == alternatives


@given(comparisons)
@settings(max_examples=40)
def test_the_cache_keeps_the_tree(tree: Comparison) -> None:
    assert comparison(postfix(tree)) == tree


@given(comparisons, st.data())
@settings(max_examples=30)
def test_blanks_do_not_matter(tree: Comparison, data: st.DataObject) -> None:
    tokens = re.findall(r"[a-z0-9_.]+|[=<>]+|\S", written(tree))
    blanks = st.sampled_from(["", " ", "  ", "\n"])
    assert parse("".join(token + data.draw(blanks) for token in tokens)).alternatives[0].comparison == tree


_PIECES = [*NAMES, "sum", *"=|+-*/(),%X ", "==", "<=", "100", "1.5", "收到", "＝"]


def read(text: str) -> Equation | EquationError:
    try:
        return parse(text)
    except EquationError as error:
        return error


@given(st.lists(st.sampled_from(_PIECES), max_size=12).map("".join))
@settings(max_examples=120)
@example("")
@example("a == (" * 50)
def test_any_text_is_an_equation_or_told_where_it_is_none(text: str) -> None:
    equation = read(text)
    if isinstance(equation, EquationError):
        assert 0 <= equation.offset <= len(text)
        assert equation.zh
        assert equation.en
    else:
        again = " | ".join(written(each.comparison) for each in equation.alternatives)
        assert parse(again).steps == equation.steps


@pytest.mark.parametrize(
    ("text", "offset", "said"),
    [
        ("", 0, "没有写完"),
        ("closed", 6, "缺少比较号"),
        ("closed == ", 9, "没有写完"),
        ("closed == a +", 13, "没有写完"),
        ("closed = a", 7, "“==”"),
        ("closed === a", 9, "“==”"),
        ("closed ＝ a", 7, "半角的“==”"),
        ("closed == a × b", 12, "半角的“*”"),
        ("closed == a、b", 11, "半角的“,”"),
        ("closed == a b", 12, "缺少运算符"),
        ("closed == a * * b", 14, "缺少指标或数"),
        ("closed == (a + b", 16, "没有配对"),
        ("closed == a)", 11, "没有配对的左括号"),
        ("a <= b <= c", 7, "只能有一个比较号"),
        ("审结 == a", 0, "指标的标识"),
        ("Closed == a", 0, "指标的标识"),
        ("rate == 50%", 10, "100 * 部分 / 总数"),
        ("a == b;", 6, "不能有“;”"),
        ("a | b == c", 2, "缺少比较号"),
        ("a == b ||  c == d", 8, "缺少指标或数"),
    ],
)
def test_slips(text: str, offset: int, said: str) -> None:
    with pytest.raises(EquationError) as caught:
        parse(text)
    assert caught.value.offset == offset
    assert said in caught.value.zh


def test_an_equation_has_a_limit() -> None:
    long = "a == " + " + ".join(["a"] * LONGEST)
    with pytest.raises(EquationError, match="超过"):
        parse(long)


def test_the_metrics_of_an_equation() -> None:
    equation = parse("rate == 100 * sum(a, b) / c | rate == 100 * a / d")
    assert equation.metrics == ("rate", "a", "b", "c", "d")
    assert equation.place("c") == 26
    assert str(equation) == equation.text
    assert Equation(equation.text, equation.steps) == equation
