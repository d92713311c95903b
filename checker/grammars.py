"""The parsers of `grammar/*.lark`, from the cache: building one takes a hundred times as long as reading it."""

from __future__ import annotations

import json
from typing import Any

from lark import Lark
from lark import __version__ as version
from lark.grammar import Rule
from lark.lexer import Lexer, TerminalDef

from checker.cache import remembered
from checker.data import data_folder


def parser(name: str, lexer: type[Lexer] | str = "contextual") -> Lark:
    """The LALR parser of `grammar/<name>.lark`, reading what `lexer` makes of its input."""
    source = (data_folder("grammar") / f"{name}.lark").read_text("utf-8")
    own_lexer = None if isinstance(lexer, str) else lexer

    def build() -> str:
        return _dump(Lark(source, parser="lalr", lexer=lexer))

    parts = (version.encode(), source.encode(), b"" if own_lexer else str(lexer).encode())
    return _restore(remembered(f"grammar-{name}", parts, build), own_lexer)


def _dump(parser: Lark) -> str:
    """What lark itself stores of a parser, as JSON; an own lexer is a class and goes in again when it is read."""
    data, memo = parser.memo_serialize([TerminalDef, Rule])
    return json.dumps({"data": data, "memo": memo}, ensure_ascii=False, separators=(",", ":"), default=_class)


def _restore(stored: str, own_lexer: type[Lexer] | None) -> Lark:
    made = json.loads(stored, object_hook=_numbered)
    if own_lexer:
        made["data"]["options"]["lexer"] = made["data"]["parser"]["lexer_conf"]["lexer_type"] = own_lexer
    return Lark.load(made)


def _class(value: object) -> str:
    if isinstance(value, type):
        return value.__name__
    raise TypeError(f"{type(value).__name__} in a parser")


def _numbered(mapping: dict[str, Any]) -> dict[Any, Any]:
    """JSON makes texts of lark's numeric keys."""
    if mapping and next(iter(mapping)).isdecimal():
        return {int(key): value for key, value in mapping.items()}
    return mapping
