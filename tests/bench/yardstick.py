"""The yardstick of the benchmarks: an outline parsed by lark alone, one token a line, nothing else done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lark import Lark, Token, Tree
from lark.lexer import Lexer

_GRAMMAR = """
start: LINE* _below1 level1*
level1: LEVEL1 LINE* _below1
_below1: level4* _below2
_below2: level3* level2*
level2: LEVEL2 LINE* level4* level3*
level3: LEVEL3 LINE* level4*
level4: LEVEL4 LINE*
%declare LINE LEVEL1 LEVEL2 LEVEL3 LEVEL4
"""
_LINE = re.compile(
    r"(?m)^[ \t\u3000]*(?:(?P<LEVEL1>[一二三四五六七八九十]{1,3}、)|(?P<LEVEL2>[(（][一二三四五六七八九十]{1,3}[)）])"
    r"|(?P<LEVEL3>\d{1,2}[.．、](?!\d))|(?P<LEVEL4>[(（]\d{1,2}[)）]))?[^\n]*\n?"
)


class _Lines(Lexer):
    def __init__(self, configuration: object) -> None:
        pass

    def lex(self, data: Any) -> Iterator[Token]:  # type: ignore[override] # lark hands the text to a lexer of one's own
        lines = (found for found in _LINE.finditer(data) if found.end() > found.start())
        for number, found in enumerate(lines, 1):
            width = found.end() - found.start() + 1
            yield Token(found.lastgroup or "LINE", found[0], found.start(), number, 1, number, width, found.end())


_PARSER = Lark(_GRAMMAR, parser="lalr", lexer=_Lines)


def outline(text: str) -> Tree[Token]:
    """The tree of a text's lines."""
    return _PARSER.parse(text)
