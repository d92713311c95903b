"""Frozen records with slots: what `dataclasses` makes of `@dataclass(frozen=True, slots=True)`, but cheap to define.

`dataclasses` compiles six methods for every class while its module is imported, well over a millisecond a class and a
quarter of a second for this package. Here the methods are shared, and `__init__` is compiled when the first record of
a class is made. `fields`, `replace` and `is_dataclass` work as ever.
"""

from __future__ import annotations

from dataclasses import MISSING, FrozenInstanceError, fields
from dataclasses import dataclass as define
from functools import cache
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass  # type checkers know this one

__all__ = ["dataclass"]


def _dataclass(*, frozen: bool, slots: bool) -> Callable[[type], type]:
    """The decorator; both arguments must be true and stand there to be read."""
    if not (frozen and slots):
        raise TypeError("records are frozen and have slots")

    def make(cls: type) -> type:
        made: type = define(init=False, repr=False, eq=False, slots=True)(cls)
        for name, method in _METHODS.items():
            if name not in cls.__dict__:
                setattr(made, name, method)
        return made

    return make


if not TYPE_CHECKING:
    dataclass = _dataclass


def _init(self: Any, *args: Any, **values: Any) -> None:
    """Stands in until the first record is made."""
    type(self).__init__ = _compiled_init(type(self))
    self.__init__(*args, **values)


def _compiled_init(cls: Any) -> Any:
    """`__init__` as one would write it; it goes around `__setattr__`, which refuses everything."""
    known: dict[str, Any] = {"_put": object.__setattr__, "_missing": MISSING}
    heads: list[str] = []
    lines: list[str] = ["pass"]
    for field in fields(cls):
        name, made = field.name, f"_make_{field.name}"
        value = name
        if field.default is not MISSING:
            known[made] = field.default
            heads.append(f"{name}={made}")
        elif field.default_factory is not MISSING:
            known[made] = field.default_factory
            heads.append(f"{name}=_missing")
            value = f"{made}() if {name} is _missing else {name}"
        else:
            heads.append(name)
        lines.append(f"_put(self, {name!r}, {value})")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    source = f"def __init__(self, {', '.join(heads)}):\n " + "\n ".join(lines)
    exec(source, known)  # names of fields only: nothing from outside is compiled
    return known["__init__"]


def _refuse(self: Any, name: str, _value: object = None) -> NoReturn:
    raise FrozenInstanceError(f"cannot change field {name!r}")


@cache
def _compared(cls: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cls) if field.compare)


def _eq(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return all(getattr(self, name) == getattr(other, name) for name in _compared(self.__class__))


def _hash(self: Any) -> int:
    return hash(tuple([getattr(self, name) for name in _compared(self.__class__)]))


def _repr(self: Any) -> str:
    shown = (f"{field.name}={getattr(self, field.name)!r}" for field in fields(self) if field.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _reduce(self: Any) -> tuple[type, tuple[Any, ...]]:
    return type(self), tuple([getattr(self, field.name) for field in fields(self)])


_METHODS = {
    "__init__": _init,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__eq__": _eq,
    "__hash__": _hash,
    "__repr__": _repr,
    "__reduce__": _reduce,
}
