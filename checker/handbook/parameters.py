"""The parameters of a rule as its page shows them: what each key means, and what the rule writes there."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, get_origin

from checker.handbook.names import NAMES
from checker.handbook.scaffold import item_of, plain, record_of, said
from checker.rulebook.kinds import KINDS
from checker.rulebook.reading.convert import record_fields
from checker.rulebook.reading.nodes import Listing, Mapping, Node, Scalar
from checker.words.record import dataclass


@dataclass(frozen=True, slots=True)
class Parameter:
    """A key with its meaning; each value is a text that the rule holds, with its name where it is one of a set."""

    key: str
    meaning: str
    values: tuple[str, ...]


def parameters(kind: str, node: Mapping) -> tuple[Parameter, ...]:
    """Those that the rule writes, in the order of its kind."""
    return tuple(_of_record(KINDS[kind], node, "", ""))


def _of_record(cls: type, node: Mapping, above: str, of: str) -> Iterator[Parameter]:
    """The parameters of a record; `of` says what it means where its own keys do not tell (月, 日)."""
    for key, (entry, hint) in record_fields(cls).items():
        value = node.get(key)
        if value is not None:
            yield from _of_value(f"{above}{key}", f"{of}{said(entry)}", _fitting(hint, value), value)


def _fitting(hint: Any, value: Node) -> Any:
    """Of several types the one that is written as this node is."""
    options = getattr(hint, "__args__", ()) if not get_origin(hint) or get_origin(hint) is not tuple else ()
    lists = [option for option in options if get_origin(option) is tuple]
    return lists[0] if lists and isinstance(value, Listing) else plain(hint)


def _of_value(key: str, meaning: str, hint: Any, value: Node) -> Iterator[Parameter]:
    record = record_of(hint)
    if record is not None and isinstance(value, Mapping):
        yield from _of_record(record, value, f"{key}.", f"{meaning}：" if "." in key else "")
    elif record is not None and isinstance(value, Listing):
        yield Parameter(key, meaning, tuple(_entry(record, item) for item in value.items))
    elif isinstance(value, Listing):
        yield Parameter(key, meaning, tuple(_shown(item_of(hint), item) for item in value.items))
    elif isinstance(value, Mapping):
        yield Parameter(key, meaning, tuple(f"{name.text}：{_text(item)}" for name, item in value.pairs))
    else:
        yield Parameter(key, meaning, (_shown(hint, value),))


def _entry(record: type, item: Node) -> str:
    if not isinstance(item, Mapping):
        return _text(item)
    told = {key: said(entry) for key, (entry, _) in record_fields(record).items()}
    return "；".join(f"{told.get(name.text) or name.text}：{_text(value)}" for name, value in item.pairs)


def _shown(hint: Any, node: Node) -> str:
    name = NAMES.get(hint, {}).get(_text(node)) if isinstance(hint, type) and issubclass(hint, StrEnum) else None
    return f"{name}（{_text(node)}）" if name else _text(node)


def _text(node: Node) -> str:
    if isinstance(node, Listing):
        return "、".join(map(_text, node.items))
    if isinstance(node, Mapping):
        return "，".join(f"{name.text} {_text(value)}" for name, value in node.pairs)
    return node.text if isinstance(node, Scalar) else ""
