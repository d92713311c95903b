"""Regular expressions that are compiled when they are first used, and kept compiled between runs.

Compiling the expressions of this package takes a quarter of a second, more than all else at the start. Python can
neither pickle nor marshal a compiled expression, but its engine takes the code that the compiler made: that is what the
cache keeps, by expression and flags. Where there is no cache, or an engine of another make, all are compiled as usual.
"""

from __future__ import annotations

import marshal
import re
import sys
from array import array
from functools import cache
from typing import Any, cast

from checker.cache import keep, recall

_NAME = "patterns"
_MOST = 2000  # patterns kept

Code = tuple[int, bytes, int, tuple[str | None, ...]]  # flags, code, number of groups, their names by number

_fresh: dict[str, Code] = {}


@cache
def expression(text: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile(text, flags)`, put off until something is searched for: a wrong expression fails only then."""
    return cast("re.Pattern[str]", _Pattern(text, flags))


class _Pattern:
    """Stands in for a compiled expression, whose methods become its own as they are used."""

    def __init__(self, text: str, flags: int) -> None:
        self._source = text, flags
        self._compiled: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:
        if self._compiled is None:
            self._compiled = _compiled(*self._source)
        vars(self)[name] = found = getattr(self._compiled, name)
        return found


def keep_compiled() -> None:
    """Add what was compiled in this run to the cache: called once, at the end of a run."""
    if _fresh:
        codes = {**_kept(), **_fresh}
        if len(codes) <= _MOST:
            keep(_NAME, _parts(), marshal.dumps(codes))
        _fresh.clear()


def _compiled(text: str, flags: int) -> re.Pattern[str]:
    key = f"{int(flags)} {text}"
    code = _kept().get(key)
    if code is not None:
        try:
            return _revived(text, code)
        except (ValueError, TypeError, RuntimeError, ImportError, AttributeError, OverflowError):
            pass  # an engine that we do not know
    compiled = re.compile(text, flags)
    if _parts():
        _fresh[key] = _code(text, int(flags))
    return compiled


@cache
def _kept() -> dict[str, Code]:
    """The codes of earlier runs."""
    stored = recall(_NAME, _parts()) if _parts() else None
    codes: dict[str, Code] = marshal.loads(stored) if stored else {}
    return codes


@cache
def _parts() -> tuple[bytes, ...]:
    """What the code depends on; empty where the engine is not CPython's."""
    if sys.implementation.name != "cpython":
        return ()
    import _sre  # type: ignore[import-not-found]  # the engine itself

    return sys.version.encode(), f"{_sre.MAGIC} {_sre.CODESIZE} {sys.byteorder} {marshal.version}".encode()


def _code(text: str, flags: int) -> Code:
    from re import _compiler, _parser  # type: ignore[attr-defined]  # the halves of re.compile

    tree = _parser.parse(text, flags)
    code = array("I", _compiler._code(tree, flags)).tobytes()
    names: list[str | None] = [None] * tree.state.groups
    for name, number in tree.state.groupdict.items():
        names[number] = name
    return flags | tree.state.flags, code, tree.state.groups - 1, tuple(names)


def _revived(text: str, code: Code) -> re.Pattern[str]:
    import _sre

    flags, packed, groups, names = code
    words = array("I", packed).tolist()
    index = {name: number for number, name in enumerate(names) if name is not None}
    compiled: re.Pattern[str] = _sre.compile(text, flags, words, groups, index, names)  # checks the code
    return compiled
