"""A rulebook as plain JSON and back: for the cache. Only records and enumerations of this package are ever made.

The first line lists the classes, the second holds the rules, and each further line a registry. A tuple is a list;
whatever else is no text, number or null is an object of one entry: its key says what is made of its list of values.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import Enum, EnumType
from fractions import Fraction
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import Any

from checker.words.record import fields, is_dataclass, replace
from checker.words.rule import Rulebook

_HOME = "checker."

Maker = Callable[[list[Any]], Any]


class StoreError(ValueError):
    """What was stored is no rulebook."""


def dump(rulebook: Rulebook) -> str:
    """The rulebook as text. Raises TypeError for a value that a rulebook cannot hold."""
    encoder = _Encoder()
    content = encoder.encode(replace(rulebook, registries={}))
    registries = [[name, encoder.encode(records)] for name, records in rulebook.registries.items()]
    return "\n".join(map(_json, (encoder.classes, content, *registries)))


def restore(text: str) -> Rulebook:
    """The rulebook that `dump` wrote. Raises StoreError for any other text."""
    try:
        classes, content, *registries = text.split("\n")
        hook = _hook(dict(json.loads(classes)))
        rulebook = json.loads(content, object_hook=hook)
        lines = {json.JSONDecoder().raw_decode(line, 1)[0]: line for line in registries}
    except (ArithmeticError, AttributeError, ImportError, LookupError, RecursionError, TypeError, ValueError) as error:
        raise StoreError(str(error)) from error
    if not isinstance(rulebook, Rulebook):
        raise StoreError("no rulebook")
    return replace(rulebook, registries=_Shelf(lines, hook))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class _Encoder:
    """Turns values into what JSON knows, and numbers the classes that it meets."""

    def __init__(self) -> None:
        self.classes: dict[str, str] = {}

    def encode(self, value: object) -> Any:
        if isinstance(value, Enum):
            return {self.number(type(value)): [value.value]}
        if value is None or isinstance(value, str | int):
            return value
        if is_dataclass(value) and not isinstance(value, type):
            return {self.number(type(value)): [self.encode(getattr(value, f.name)) for f in fields(value) if f.init]}
        return self.container(value)

    def container(self, value: object) -> Any:
        if isinstance(value, tuple):
            items = [self.encode(item) for item in value]
            return {"tuple": items} if any(isinstance(item, list) for item in items) else items
        if isinstance(value, Mapping):
            return {"mapping": [list(value), [self.encode(item) for item in value.values()]]}
        if isinstance(value, Fraction):
            return {"fraction": [value.numerator, value.denominator]}
        if isinstance(value, date):
            return {"date": [value.year, value.month, value.day]}
        raise TypeError(f"{type(value).__name__} cannot be stored")

    def number(self, cls: type) -> str:
        name = f"{cls.__module__}:{cls.__qualname__}"
        return next((n for n, known in self.classes.items() if known == name), None) or self._new(name)

    def _new(self, name: str) -> str:
        number = str(len(self.classes))
        self.classes[number] = name
        return number


def _hook(classes: Mapping[str, str]) -> Callable[[dict[str, list[Any]]], Any]:
    """What `json` calls for each object, innermost first."""
    makers: dict[str, Maker] = {number: _maker(name) for number, name in classes.items()}
    makers |= {
        "tuple": lambda values: tuple(map(_tupled, values)),
        "mapping": lambda values: MappingProxyType(dict(zip(values[0], map(_tupled, values[1]), strict=True))),
        "fraction": lambda values: _fraction(*values),
        "date": lambda values: date(*values),
    }

    def make(entry: dict[str, list[Any]]) -> Any:
        kind, values = entry.popitem()
        return makers[kind](values)

    return make


def _tupled(value: Any) -> Any:
    return tuple(value) if value.__class__ is list else value


_fraction = cache(Fraction)


def _maker(name: str) -> Maker:
    """What makes the values of a class of this package: a record from its fields, a member from its value."""
    module, _, qualname = name.partition(":")
    cls = getattr(import_module(module), qualname) if module.startswith(_HOME) else None
    if isinstance(cls, EnumType):
        members = {str(value): member for value, member in cls._value2member_map_.items()}
        return lambda values: members[values[0]]
    if isinstance(cls, type) and is_dataclass(cls):
        return _record_maker(cls)
    raise StoreError(name)


def _record_maker(cls: Any) -> Maker:
    """What fills the slots of a record in turn: for the few of a class, `__init__` would be slower."""
    setters = [getattr(cls, field.name).__set__ for field in fields(cls) if field.init]

    def make(values: list[Any]) -> Any:
        record = cls.__new__(cls)
        for put, value in zip(setters, values, strict=True):
            put(record, tuple(value) if value.__class__ is list else value)
        return record

    return make


class _Shelf(Mapping[str, object]):
    """The registries, each made when it is first asked for: they are large, and many reports need none."""

    def __init__(self, lines: Mapping[str, str], hook: Callable[[dict[str, list[Any]]], Any]) -> None:
        self._lines = lines
        self._hook = hook
        self._made: dict[str, object] = {}

    def __getitem__(self, key: str) -> object:
        if key not in self._made:
            records = json.loads(self._lines[key], object_hook=self._hook)[1]
            self._made[key] = tuple(records) if isinstance(records, list) else records
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)
