"""The parsers of `grammar/*.lark` from the cache: building one takes a hundred times as long as reading it."""

from __future__ import annotations

import json
from typing import Any

from lark import Lark
from lark import __version__ as version
from lark.grammar import Rule
from lark.lexer import TerminalDef

from checker.cache import remembered
from checker.data import data_folder


def parser(name: str) -> Lark:
    """The LALR parser of `grammar/<name>.lark`, with lark's own lexer."""
    source = (data_folder("grammar") / f"{name}.lark").read_text("utf-8")
    parts = (version.encode(), source.encode())
    stored = remembered(f"grammar-{name}", parts, lambda: _dump(Lark(source, parser="lalr")))
    return Lark.load(json.loads(stored, object_hook=_numbered))


def _dump(parser: Lark) -> bytes:
    """What lark itself stores of a parser, as JSON."""
    data, memo = parser.memo_serialize([TerminalDef, Rule])
    return json.dumps({"data": data, "memo": memo}, ensure_ascii=False, separators=(",", ":")).encode()


def _numbered(mapping: dict[str, Any]) -> dict[Any, Any]:
    """JSON makes texts of lark's numeric keys."""
    if mapping and next(iter(mapping)).isdecimal():
        return {int(key): value for key, value in mapping.items()}
    return mapping
