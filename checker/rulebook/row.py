"""What a value consists of, told as a row of plain values, as `store` keeps it.

A row has three parts: atoms by their kind (plain values, enumerations by their class, fractions, dates), records by
their class, tuples and mappings; of the last, those inside others come first. A number is a place in all of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any, NamedTuple

from checker.words.record import fields, is_dataclass

Row = tuple[
    dict[str, list[Any]],  # atoms, each as what it is made from
    dict[str, tuple[int, list[tuple[bool, list[Any]]]]],  # how many records; their fields: values, or places of values
    list[tuple[tuple[Any, ...] | None, list[int]]],  # keys of a mapping, None for a tuple; places of the values
    int,  # the place of the whole
]

_PLAIN = ""
_CONTAINER = "container"


class _Place(NamedTuple):
    kind: str
    number: int


def row_of(value: object) -> Row:
    """The row of all that the value holds. Raises TypeError for what is no atom, record, tuple or mapping."""
    row = _Row()
    return row.finished(row.place(value))


class _Row:
    """Takes in values, and knows the place of each within its kind."""

    def __init__(self) -> None:
        self._atoms: dict[str, dict[str, tuple[int, Any]]] = {_PLAIN: {}}  # by their looks: True is not 1
        self._records: dict[str, list[list[Any]]] = {}
        self._containers: list[tuple[tuple[Any, ...] | None, list[_Place]]] = []

    def place(self, value: Any) -> _Place:
        kind, origin = _PLAIN, value
        if isinstance(value, Enum):
            kind, origin = _name(value), value.value
        elif isinstance(value, Fraction):
            kind, origin = "fraction", value.as_integer_ratio()
        elif isinstance(value, date):
            kind, origin = "date", value.toordinal()
        elif not _is_plain(value):
            return self._compound(value)
        held = self._atoms.setdefault(kind, {})
        return _Place(kind, held.setdefault(repr(origin), (len(held), origin))[0])

    def _compound(self, value: Any) -> _Place:
        if isinstance(value, tuple | Mapping):
            keys, members = (tuple(value), value.values()) if isinstance(value, Mapping) else (None, value)
            self._containers.append((keys, list(map(self.place, members))))
            return _Place(_CONTAINER, len(self._containers) - 1)
        if isinstance(value, type) or not is_dataclass(value):
            raise TypeError(f"{type(value).__name__} cannot be stored")
        values = [getattr(value, field.name) for field in fields(value) if field.init]
        held = self._records.setdefault(_name(value), [])
        held.append([value if _is_plain(value) else self.place(value) for value in values])
        return _Place(_name(value), len(held) - 1)

    def finished(self, whole: _Place) -> Row:
        columns = {
            name: [self._column(values) for values in zip(*rows, strict=True)] for name, rows in self._records.items()
        }
        firsts: dict[str, int] = {}
        size = 0
        for kind, held in (*self._atoms.items(), *self._records.items(), (_CONTAINER, self._containers)):
            firsts[kind], size = size, size + len(held)

        def number(place: _Place) -> int:
            return firsts[place.kind] + place.number

        return (
            {kind: [origin for _, origin in held.values()] for kind, held in self._atoms.items()},
            {
                name: (len(rows), [(placed, list(map(number, c)) if placed else c) for placed, c in columns[name]])
                for name, rows in self._records.items()
            },
            [(keys, list(map(number, places))) for keys, places in self._containers],
            number(whole),
        )

    def _column(self, values: Sequence[Any]) -> tuple[bool, list[Any]]:
        """The values of a field: all plain, or all as places."""
        if not any(isinstance(value, _Place) for value in values):
            return False, list(values)
        return True, [value if isinstance(value, _Place) else self.place(value) for value in values]


def _is_plain(value: object) -> bool:
    """Whether it can be kept as it is."""
    return type(value) in (str, int, bool, type(None)) or (type(value) is tuple and all(map(_is_plain, value)))


def _name(value: object) -> str:
    return f"{type(value).__module__}:{type(value).__qualname__}"
