"""Runs the parse tables that lark makes of `grammar/*.lark`, for grammars whose tokens come from a scanner of ours.

lark takes longer to import than a report takes to check, and its tables depend on the grammar alone: they are made once
and kept in the cache, and this driver needs nothing but them.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Generic, TypeVar

from checker.cache import remembered
from checker.data import data_folder

T = TypeVar("T")

_END = "$END"
_DROP, _KEEP, _SPREAD = 0, 1, 2  # what becomes of a symbol of a rule: left out, a child, its children

Rule = tuple[str, list[int]]  # name of the node; what becomes of each symbol


class Branch(Generic[T]):
    """A node of the tree: the rule's name, and its branches and tokens in order."""

    __slots__ = ("children", "name")

    def __init__(self, name: str, children: list[Branch[T] | T]) -> None:
        self.name = name
        self.children = children

    def branches(self) -> Iterator[Branch[T]]:
        """The children that are no tokens."""
        return (child for child in self.children if isinstance(child, Branch))


class Table:
    """A LALR(1) table: for each state, symbols to actions; n ≥ 0 goes to state n, n < 0 reduces by rule -n - 1."""

    def __init__(self, states: list[dict[str, int]], rules: list[Rule], start: int, end: int) -> None:
        self.states = states
        self.rules = [(name, fates, _DROP not in fates and _SPREAD not in fates[1:]) for name, fates in rules]
        self.start = start
        self.end = end

    def parse(self, tokens: Iterable[tuple[str, T]]) -> Branch[T]:
        """The tree of these tokens, each with the name of its terminal; KeyError where the grammar admits none."""
        states, values = [self.start], list[Any]()
        for terminal, token in tokens:
            while (action := self.states[states[-1]][terminal]) < 0:
                self._reduce(self.rules[-action - 1], states, values)
            states.append(action)
            values.append(token)
        while states[-1] != self.end:
            self._reduce(self.rules[-self.states[states[-1]][_END] - 1], states, values)
        tree: Branch[T] = values[-1]
        return tree

    def _reduce(self, rule: tuple[str, list[int], bool], states: list[int], values: list[Any]) -> None:
        name, fates, is_plain = rule
        first = len(values) - len(fates)
        if not is_plain:
            children = _children(fates, values[first:])
        elif fates and fates[0] == _SPREAD:
            # The list of a repetition grows in place: it is used nowhere else.
            children = values[first].children
            children += values[first + 1 :]
        else:
            children = values[first:]
        del values[first:], states[first + 1 :]
        states.append(self.states[states[-1]][name])
        values.append(Branch(name, children))


def _children(fates: list[int], values: list[Any]) -> list[Any]:
    """What becomes of the symbols of a rule, all in all. The list of the first that is spread grows in place."""
    children: list[Any] = []
    for fate, value in zip(fates, values, strict=True):
        if fate == _KEEP:
            children.append(value)
        elif fate == _SPREAD and children:
            children += value.children
        elif fate == _SPREAD:
            children = value.children
    return children


@cache
def table(grammar: str) -> Table:
    """The table of `grammar/<grammar>.lark`, which declares its terminals only."""
    source = (data_folder("grammar") / f"{grammar}.lark").read_text("utf-8")
    return Table(*marshal.loads(remembered(f"table-{grammar}", (source.encode(),), lambda: _made(source))))


def _made(source: str) -> bytes:
    """What a table consists of, by lark. ValueError for what the driver does not know: `?rule`, alias, `[…]`."""
    from lark import Lark
    from lark.lexer import Lexer
    from lark.parsers.lalr_analysis import Shift

    class Scanned(Lexer):
        def __init__(self, lexer_conf: Any) -> None:
            """The terminals are declared only: nothing is ever scanned."""

        def lex(self, lexer_state: Any, parser_state: Any) -> Iterator[Any]:
            raise NotImplementedError

    parser: Any = Lark(source, parser="lalr", lexer=Scanned)
    made = parser.parser.parser._parse_table
    rules = parser.rules
    if any(r.alias or r.options.expand1 or r.options.keep_all_tokens or any(r.options.empty_indices) for r in rules):
        raise ValueError("a grammar of plain rules is needed")
    numbers = {rule: number for number, rule in enumerate(rules)}
    states = [
        {str(symbol): n if action is Shift else -numbers[n] - 1 for symbol, (action, n) in made.states[state].items()}
        for state in sorted(made.states)
    ]
    (start,), (end,) = made.start_states.values(), made.end_states.values()
    shapes = [(str(rule.origin.name), [_fate(symbol) for symbol in rule.expansion]) for rule in rules]
    return marshal.dumps((states, shapes, start, end))


def _fate(symbol: Any) -> int:
    if symbol.is_term:
        return _DROP if symbol.filter_out else _KEEP
    return _SPREAD if symbol.name.startswith("_") else _KEEP
