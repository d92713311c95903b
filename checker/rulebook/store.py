"""A rulebook as plain JSON and back: for the cache. Only records and enumerations of this package are ever made."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum, EnumType
from fractions import Fraction
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import Any

from checker.words.rule import Rulebook

_HOME = "checker."
# How a list in the JSON begins; all that is no list stands for itself. From _RECORD on: a record of that class.
_TEXTS, _TUPLE, _MAPPING, _FRACTION, _DATE, _RECORD = range(6)


class StoreError(ValueError):
    """What was stored is no rulebook."""


def dump(rulebook: Rulebook) -> str:
    """The rulebook as JSON: the names of all classes, and the records by the numbers of their classes."""
    encoder = _Encoder()
    registries = {name: encoder.encode(records) for name, records in rulebook.registries.items()}
    content = encoder.encode(replace(rulebook, registries={}))
    stored = {"classes": list(encoder.classes), "rulebook": content, "registries": registries}
    return json.dumps(stored, ensure_ascii=False, separators=(",", ":"))


def restore(text: str) -> Rulebook:
    """The rulebook that `dump` wrote. Raises StoreError for any other text."""
    try:
        stored = json.loads(text)
        decoder = _Decoder([_maker(name) for name in stored["classes"]])
        rulebook = decoder.decode(stored["rulebook"])
        registries = _Shelf(decoder, stored["registries"])
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, ImportError, RecursionError) as error:
        raise StoreError(str(error)) from error
    if not isinstance(rulebook, Rulebook):
        raise StoreError("no rulebook")
    return replace(rulebook, registries=registries)


class _Encoder:
    def __init__(self) -> None:
        self.classes: dict[str, int] = {}

    def encode(self, value: object) -> Any:
        if isinstance(value, Enum):
            return [self.number(type(value)), value.value]
        if value is None or isinstance(value, str | int):
            return value
        if is_dataclass(value) and not isinstance(value, type):
            return [self.number(type(value)), *(self.encode(getattr(value, f.name)) for f in fields(value) if f.init)]
        return self.container(value)

    def container(self, value: object) -> list[Any]:
        if isinstance(value, tuple):
            flat = all(type(item) is str for item in value)
            return [_TEXTS, *value] if flat else [_TUPLE, *map(self.encode, value)]
        if isinstance(value, Mapping):
            return [_MAPPING, {key: self.encode(item) for key, item in value.items()}]
        if isinstance(value, Fraction):
            return [_FRACTION, value.numerator, value.denominator]
        if isinstance(value, date):
            return [_DATE, value.isoformat()]
        raise TypeError(f"{type(value).__name__} cannot be stored")

    def number(self, cls: type) -> int:
        return _RECORD + self.classes.setdefault(f"{cls.__module__}:{cls.__qualname__}", len(self.classes))


def _maker(name: str) -> Callable[..., Any]:
    """What makes the values of a class of this package: a record from its fields, a member from its value."""
    module, _, qualname = name.partition(":")
    cls = getattr(import_module(module), qualname) if module.startswith(_HOME) else None
    if isinstance(cls, EnumType):
        return {str(value): member for value, member in cls._value2member_map_.items()}.__getitem__
    if isinstance(cls, type) and is_dataclass(cls):
        return cls
    raise StoreError(name)


class _Decoder:
    """Makes values from what `_Encoder` wrote; equal fractions are made once."""

    def __init__(self, makers: list[Callable[..., Any]]) -> None:
        self.makers = makers
        self.special: dict[int, Callable[[list[Any]], Any]] = {
            _TEXTS: lambda value: tuple(value[1:]),
            _TUPLE: lambda value: tuple([self.decode(item) for item in value[1:]]),
            _MAPPING: lambda value: MappingProxyType({key: self.decode(item) for key, item in value[1].items()}),
            _FRACTION: lambda value: _fraction(value[1], value[2]),
            _DATE: lambda value: date.fromisoformat(value[1]),
        }

    def decode(self, value: Any) -> Any:
        if value.__class__ is not list:
            return value
        tag = value[0]
        if tag < _RECORD:
            return self.special[tag](value)
        decode = self.decode
        return self.makers[tag - _RECORD](*[decode(item) if item.__class__ is list else item for item in value[1:]])


_fraction = cache(Fraction)


class _Shelf(Mapping[str, object]):
    """The registries, each made when it is first asked for: they are large, and many reports need none."""

    def __init__(self, decoder: _Decoder, stored: dict[str, Any]) -> None:
        self._decoder = decoder
        self._stored = stored
        self._made: dict[str, object] = {}

    def __getitem__(self, key: str) -> object:
        if key not in self._made:
            self._made[key] = self._decoder.decode(self._stored[key])
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._stored)

    def __len__(self) -> int:
        return len(self._stored)
