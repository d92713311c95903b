"""Frozen records with slots: what `dataclasses` makes of `@dataclass(frozen=True, slots=True)`, but cheap to define.

`dataclasses` compiles six methods for every class while its module is imported, about a millisecond a class and a
quarter of a second for this package; importing it takes a tenth of the time that a run has. Here the methods are
shared, `__init__` is compiled when a class has proved to be one of many records, and the tools of `dataclasses` work on
records as ever: it is imported when one of them is used.
"""

from __future__ import annotations

from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import asdict, dataclass, field, fields, is_dataclass, replace  # type checkers know these

__all__ = ["asdict", "dataclass", "field", "fields", "is_dataclass", "replace"]

FEW = 20  # records of a class that are made before it pays to compile its __init__

_MISSING: Any = object()
_made: dict[type, int] = {}


class _Field:
    """What is known of a field."""

    __slots__ = ("compare", "default", "default_factory", "init", "metadata", "name", "repr", "type")

    def __init__(
        self,
        *,
        default: Any = _MISSING,
        default_factory: Any = _MISSING,
        repr: bool = True,  # noqa: A002 - the names are those of dataclasses
        compare: bool = True,
        metadata: Any = None,
    ) -> None:
        self.default = default
        self.default_factory = default_factory
        self.repr = repr
        self.compare = compare
        self.metadata = metadata
        self.init = True
        self.name = ""
        self.type: Any = None


class _StandardFields:
    """`__dataclass_fields__` of a record, made when something of `dataclasses` asks for it."""

    def __get__(self, record: object, cls: Any) -> dict[str, Any]:
        import dataclasses

        made = {}
        for one in cls._fields.values():
            given = {"default": one.default, "default_factory": one.default_factory}
            stated = {name: value for name, value in given.items() if value is not _MISSING}
            known: Any = dataclasses.field(**stated, repr=one.repr, compare=one.compare, metadata=one.metadata)
            known.name, known.type, known.kw_only = one.name, one.type, False
            known._field_type = dataclasses._FIELD  # type: ignore[attr-defined]  # neither class variable nor pseudo
            made[one.name] = known
        cls.__dataclass_fields__ = made
        return made


def _dataclass(*, frozen: bool, slots: bool) -> Callable[[type], type]:
    """The decorator; both arguments must be true and stand there to be read."""
    if not (frozen and slots):
        raise TypeError("records are frozen and have slots")

    return _record


def _record(cls: Any) -> Any:
    """The class made anew with slots for its fields and with the shared methods that it does not define itself."""
    body = {name: value for name, value in vars(cls).items() if name not in ("__dict__", "__weakref__")}
    own = {
        name: _named(name, kind, body.pop(name, _MISSING))
        for name, kind in body.get("__annotations__", {}).items()
        if "ClassVar" not in str(kind)
    }
    known = {**getattr(cls, "_fields", {}), **own}
    body |= {"__slots__": tuple(own), "__match_args__": tuple(known), "_fields": known}
    made = type(cls)(cls.__name__, cls.__bases__, _METHODS | body)
    made._compared = staticmethod(_getter([name for name, one in known.items() if one.compare]))
    return made


def _named(name: str, kind: Any, default: Any) -> _Field:
    made = default if isinstance(default, _Field) else _Field(default=default)
    made.name, made.type = name, kind
    return made


def _getter(names: list[str]) -> Callable[[Any], Any]:
    """What reads the values of these fields, to compare and to hash them."""
    return attrgetter(*names) if names else lambda record: ()


def _known_fields(record: Any) -> tuple[Any, ...]:
    """`dataclasses.fields` of a record or its class."""
    return tuple(record._fields.values())


def _replaced(record: Any, /, **changes: Any) -> Any:
    """`dataclasses.replace` of a record."""
    return type(record)(**{name: getattr(record, name) for name in record._fields} | changes)


def _is_record(value: Any) -> bool:
    """`dataclasses.is_dataclass` of a record or its class."""
    return hasattr(value, "_fields") and hasattr(value, "_compared")


def _as_dict(record: Any) -> dict[str, Any]:
    """`dataclasses.asdict` of a record that holds no other record."""
    return {name: getattr(record, name) for name in record._fields}


if not TYPE_CHECKING:
    asdict, dataclass, field, fields, is_dataclass, replace = (
        _as_dict, _dataclass, _Field, _known_fields, _is_record, _replaced,
    )  # fmt: skip


def _init(self: Any, *args: Any, **values: Any) -> None:
    """Stands in while there are few records of the class; what is wrong with a call the compiled one says."""
    cls: Any = type(self)
    _made[cls] = _made.get(cls, 0) + 1
    if _made[cls] > FEW or not _fill(self, args, values):
        cls.__init__ = _compiled_init(cls)
        self.__init__(*args, **values)


def _fill(self: Any, args: tuple[Any, ...], values: dict[str, Any]) -> bool:
    """Set all fields; False where the arguments do not fit."""
    cls: Any = type(self)
    places = _places(cls)
    for (_, put, _), value in zip(places, args, strict=False):
        put(self, value)
    named = 0
    for name, put, default in places[len(args) :]:
        if name in values:
            put(self, values[name])
            named += 1
        elif default is None:
            return False
        else:
            put(self, default())
    if len(args) > len(places) or named < len(values):
        return False
    if hasattr(self, "__post_init__"):
        self.__post_init__()
    return True


@cache
def _places(cls: Any) -> list[tuple[str, Callable[[object, object], None], Callable[[], object] | None]]:
    """For each field its name, what sets it, and what makes its default."""

    def default(one: Any) -> Callable[[], object] | None:
        if one.default is not _MISSING:
            return lambda: one.default
        return None if one.default_factory is _MISSING else one.default_factory

    return [(one.name, getattr(cls, one.name).__set__, default(one)) for one in _known_fields(cls)]


def _compiled_init(cls: Any) -> Any:
    """`__init__` as one would write it; it goes around `__setattr__`, which refuses everything."""
    known: dict[str, Any] = {"_put": object.__setattr__, "_missing": _MISSING}
    heads: list[str] = []
    lines: list[str] = ["pass"]
    for one in _known_fields(cls):
        name, made = one.name, f"_make_{one.name}"
        value = name
        if one.default is not _MISSING:
            known[made] = one.default
            heads.append(f"{name}={made}")
        elif one.default_factory is not _MISSING:
            known[made] = one.default_factory
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
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot change field {name!r}")


def _eq(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    values = self._compared
    return values(self) == values(other)


def _hash(self: Any) -> int:
    return hash(self._compared(self))


def _repr(self: Any) -> str:
    shown = (f"{one.name}={getattr(self, one.name)!r}" for one in _known_fields(self) if one.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _reduce(self: Any) -> tuple[type, tuple[Any, ...]]:
    return type(self), tuple([getattr(self, one.name) for one in _known_fields(self)])


_METHODS = {
    "__dataclass_fields__": _StandardFields(),
    "__init__": _init,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__eq__": _eq,
    "__hash__": _hash,
    "__repr__": _repr,
    "__reduce__": _reduce,
}
