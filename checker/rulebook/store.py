"""A rulebook as bytes and back, for the cache. Only records and enumerations of this package are ever made.

Thousands of values come back in a few milliseconds because next to no step is taken for each of them. They form a row,
kind by kind; records are put there with nothing in them, and what they hold is told by its place in the row. At last
they are filled, each field in all records of a class at once. A registry has a row of its own.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import EnumType
from fractions import Fraction
from importlib import import_module
from itertools import repeat
from types import MappingProxyType
from typing import Any

from checker.words.record import fields, is_dataclass, replace
from checker.words.rule import Rulebook

_HOME = "checker."


class StoreError(ValueError):
    """What was stored is no rulebook."""


def dump(rulebook: Rulebook) -> bytes:
    """The rulebook as bytes. Raises TypeError for a value that a rulebook cannot hold."""
    from checker.rulebook.row import row_of  # late: not needed where the cache holds

    registries = {name: marshal.dumps(row_of(records)) for name, records in rulebook.registries.items()}
    return marshal.dumps((row_of(replace(rulebook, registries={})), registries))


def restore(data: bytes) -> Rulebook:
    """The rulebook that `dump` wrote. Raises StoreError for anything else."""
    try:
        row, registries = marshal.loads(data)
        rulebook, shelf = _restored(*row), _Shelf(dict(registries))
    except (ArithmeticError, AttributeError, EOFError, ImportError, LookupError, TypeError, ValueError) as error:
        raise StoreError(str(error)) from error
    if not isinstance(rulebook, Rulebook):
        raise StoreError("no rulebook")
    return replace(rulebook, registries=shelf)


def _restored(
    atoms: dict[str, list[Any]],
    records: dict[str, tuple[int, list[tuple[bool, list[Any]]]]],
    containers: list[tuple[list[str] | None, list[int]]],
    whole: int,
) -> Any:
    """The value at the place `whole` of a row, which `row.row_of` describes."""
    row: list[Any] = []
    for kind, values in atoms.items():
        row += map(_maker(kind), values) if kind else values
    made = []
    for name, (count, columns) in records.items():
        cls: Any = _class(name)
        empty = list(map(cls.__new__, repeat(cls, count)))
        row += empty
        made.append((cls, empty, columns))
    at = row.__getitem__
    for keys, places in containers:
        members = tuple(map(at, places))
        row.append(members if keys is None else MappingProxyType(dict(zip(keys, members, strict=True))))
    for cls, empty, columns in made:
        names = [field.name for field in fields(cls) if field.init]
        for name, (is_placed, column) in zip(names, columns, strict=True):
            _fill(getattr(cls, name).__set__, empty, list(map(at, column)) if is_placed else column)
    return at(whole)


def _fill(put: Callable[[Any, Any], None], records: list[Any], values: list[Any]) -> None:
    """Put the values into a slot of the records."""
    if len(values) != len(records):
        raise StoreError("a value for each record is needed")
    for _ in map(put, records, values):
        pass


def _maker(kind: str) -> Callable[[Any], Any]:
    """What makes a value of this kind, the member of an enumeration from its value."""
    if kind == "date":
        return date.fromordinal
    if kind == "fraction":
        return lambda ratio: Fraction(*ratio)
    maker: Callable[[Any], Any] = _class(kind)
    return maker


def _class(name: str) -> Any:
    """A record or an enumeration of this package."""
    module, _, qualname = name.partition(":")
    cls = getattr(import_module(module), qualname) if module.startswith(_HOME) else None
    if isinstance(cls, type) and (isinstance(cls, EnumType) or is_dataclass(cls)):
        return cls
    raise StoreError(name)


class _Shelf(Mapping[str, object]):
    """The registries, each made when it is first asked for: they are large, and many reports need none."""

    def __init__(self, stored: Mapping[str, bytes]) -> None:
        self._stored = stored
        self._made: dict[str, object] = {}

    def __getitem__(self, key: str) -> object:
        if key not in self._made:
            self._made[key] = _restored(*marshal.loads(self._stored[key]))
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._stored)

    def __len__(self) -> int:
        return len(self._stored)
