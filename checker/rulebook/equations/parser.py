"""Reads equations: text → tree, with the spot and the remedy where it is none."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from typing import Any, cast

from lark import Lark, Token, Transformer, UnexpectedCharacters, UnexpectedToken, v_args

from checker.grammars import parser
from checker.rulebook.equations.equation import Equation
from checker.rulebook.equations.tree import Comparator, Comparison, Name, Node, Number, Product, Sum, postfix

LONGEST = 1000
"""Characters; nesting is bounded with them."""

_WIDE = {
    "＝": "==", "＋": "+", "－": "-", "−": "-", "—": "-", "×": "*", "＊": "*", "÷": "/", "／": "/",
    "（": "(", "）": ")", "，": ",", "、": ",", "≤": "<=", "≥": ">=", "＜": "<", "＞": ">", "｜": "|",
}  # fmt: skip
_VALUE = frozenset({"NAME", "NUMBER", "LPAR", "SUM"})


class EquationError(ValueError):
    """Why a text is no equation; `offset` points into it."""

    def __init__(self, zh: str, en: str, offset: int) -> None:
        super().__init__(zh)
        self.zh = zh
        self.en = en
        self.offset = offset


def parse(text: str) -> Equation:
    """The equation that the text says. Raises EquationError."""
    if len(text) > LONGEST:
        raise EquationError(f"等式超过{LONGEST}字，请拆成几条规则", f"longer than {LONGEST} characters", LONGEST)
    try:
        tree = _parser().parse(text)
    except UnexpectedCharacters as error:
        raise _odd_character(text, cast(int, error.pos_in_stream)) from None
    except UnexpectedToken as error:
        raise _odd_token(text, error) from None
    return Equation(text, tuple(postfix(alternative) for alternative in _Builder().transform(tree)))


@cache
def _parser() -> Lark:
    return parser("equation")


@v_args(inline=True)
class _Builder(Transformer[Token, tuple[Comparison, ...]]):
    """Makes the flat tree: what is added to a sum joins it, and so with products."""

    def start(self, *alternatives: Comparison) -> tuple[Comparison, ...]:
        return alternatives

    def comparison(self, left: Node, comparator: Token, right: Node) -> Comparison:
        return Comparison(left, Comparator(comparator), right)

    def number(self, token: Token) -> Node:
        return Number(Fraction(str(token)))

    def metric(self, token: Token) -> Node:
        return Name(str(token))

    def listed(self, *items: Node) -> Node:
        return _sum([(item, False) for item in items])

    def sum(self, *items: Node | Token) -> Node:
        return _sum(_signed(items, "-"))

    def product(self, *items: Node | Token) -> Node:
        return _product(_signed(items, "/"))


def _signed(items: Sequence[Any], inverse: str) -> list[tuple[Node, bool]]:
    """Operands, each with whether the operator before it is the inverse one; operators stand at odd places."""
    return [(item, bool(i) and items[i - 1] == inverse) for i, item in enumerate(items) if i % 2 == 0]


def _sum(items: Sequence[tuple[Node, bool]]) -> Node:
    plus: list[Node] = []
    minus: list[Node] = []
    for item, inverse in items:
        inner = item if isinstance(item, Sum) else Sum((item,))
        plus += inner.minus if inverse else inner.plus
        minus += inner.plus if inverse else inner.minus
    return Sum(tuple(plus), tuple(minus)) if len(plus) + len(minus) > 1 else plus[0]


def _product(items: Sequence[tuple[Node, bool]]) -> Node:
    times: list[Node] = []
    over: list[Node] = []
    for item, inverse in items:
        inner = item if isinstance(item, Product) else Product((item,))
        times += inner.over if inverse else inner.times
        over += inner.times if inverse else inner.over
    return Product(tuple(times), tuple(over)) if len(times) + len(over) > 1 else times[0]


def _odd_character(text: str, at: int) -> EquationError:
    odd = text[at]
    if odd in _WIDE:
        return EquationError(f"“{odd}”请写成半角的“{_WIDE[odd]}”", f"write “{_WIDE[odd]}” for “{odd}”", at)
    if odd == "=":
        return EquationError("“相等”请写“==”", "equality is written ==", at)
    if odd == "%":
        return EquationError("百分率请写成 100 * 部分 / 总数", "write a percentage as 100 * part / whole", at)
    if "\u3400" <= odd <= "\u9fff" or odd.isupper():
        zh = f"等式里要写指标的标识，如 rec_received，不能写“{odd}”"
        return EquationError(zh, f"an equation is over ids of metrics; no “{odd}”", at)
    return EquationError(f"等式里不能有“{odd}”", f"“{odd}” cannot stand in an equation", at)


def _odd_token(text: str, error: UnexpectedToken) -> EquationError:
    expected = set(error.expected) | set(error.accepts or ())
    token = error.token
    at = len(text.rstrip()) if token.type == "$END" else token.start_pos or 0
    wants_value = bool(_VALUE & expected)
    if token.type == "RELATION" and not wants_value:
        zh = "一个等式只能有一个比较号；几种算法都可以时用“|”分开"
        return EquationError(zh, "one comparison only; part alternatives with |", at)
    if wants_value:
        zh = "等式没有写完" if token.type == "$END" else f"“{token}”前面缺少指标或数"
        return EquationError(zh, "a metric or a number is missing here", at)
    if token.type in ("$END", "VBAR") and "RELATION" in expected:
        return EquationError("缺少比较号：==、<=、>=、< 或 >", "a comparison sign is missing", at)
    if token.type == "$END":
        return EquationError("前面的括号没有配对", "a bracket is never closed", at)
    if token.type == "RPAR":
        return EquationError("这个右括号没有配对的左括号", "this bracket was never opened", at)
    return EquationError(f"“{token}”前面缺少运算符", f"an operator is missing before “{token}”", at)
