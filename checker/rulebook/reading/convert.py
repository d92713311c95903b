"""Nodes become typed values: what a scalar is, is decided by the field it stands in, never by how it looks."""

from __future__ import annotations

import re
import types
from collections import abc
from collections.abc import Callable, Collection, Iterable
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from checker.rulebook.equations.equation import Equation
from checker.rulebook.faults import SpecError
from checker.rulebook.reading.nodes import Broken, Listing, Mapping, Node, Scalar
from checker.rulebook.reading.scalars import ScalarError, scalar
from checker.rulebook.reading.suggest import closest, did_you_mean
from checker.rulebook.reading.syntax import wide_blank, wide_colon
from checker.rulebook.regex import Regex
from checker.words.place import Span
from checker.words.source import Fault

FAILED: Any = object()  # stands for a value whose fault is told
MOST_FAULTS = 500
MOST_STRANGERS = 20  # unknown keys of one mapping

_MISSED_BLANK = re.compile(r"[A-Za-z_]\w*:\S")
_WIDE_COLON = re.compile(r"([A-Za-z_]\w{0,40}) ?：")
_WANTED = types.MappingProxyType(
    {
        Scalar: ("一段文字或一个数", "a text or a number"),
        Listing: ("列表：每项一行、以“- ”开头，或写在 [ ] 里", "a list"),
        Mapping: ("若干行“键: 值”，或写在 { } 里", "a mapping of keys and values"),
    }
)


@cache
def record_fields(cls: type) -> abc.Mapping[str, tuple[Field[Any], Any]]:
    """The keys of a record with their fields and resolved types; a key that Python reserves has `_` behind the name."""
    hints = get_type_hints(cls)
    shown = (f for f in fields(cls) if f.init and not f.name.startswith("_"))
    return {f.name.rstrip("_"): (f, hints[f.name]) for f in shown}


def shape_of(expected: Any) -> type:
    """The kind of node that a value of this type is written as."""
    origin = get_origin(expected)
    if origin is tuple:
        return Listing
    is_record = is_dataclass(expected) and expected not in (Equation, Regex)
    return Mapping if is_record or origin in (abc.Mapping, dict) else Scalar


class Converter:
    """Converts nodes and gathers what is wrong with them; a value that cannot be had is FAILED."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.meant: set[tuple[Span, str]] = set()  # misspelt keys: of which mapping, and what they should have been

    def fault(self, node: Node, code: str, zh: str, en: str, span: Span | None = None) -> Any:
        return self.tell(lambda: node.file.fault(code, zh, en, span or head_span(node)))

    def tell(self, fault: Callable[[], Fault]) -> Any:
        """Keep the fault, unless there are more already than anybody reads."""
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(fault())
        return FAILED

    def value(self, node: Node, expected: Any, label: str) -> Any:
        """The node as a value of the expected type; `label` names it in messages."""
        if get_origin(expected) in (Union, types.UnionType):
            return self.one_of(node, get_args(expected), label)
        if isinstance(node, Broken):
            return FAILED
        if not isinstance(node, shape_of(expected)):
            return self.wrong_shape(node, shape_of(expected), label)
        if isinstance(node, Scalar):
            return self.scalar(node, expected, label)
        if isinstance(node, Listing):
            return self.items(node, get_args(expected)[0], label)
        return self.record(node, expected) if is_dataclass(expected) else self.mapping(node, get_args(expected)[1])

    def one_of(self, node: Node, options: tuple[Any, ...], label: str) -> Any:
        """The alternative whose shape is the node's; of several scalar types the first that is named."""
        if types.NoneType in options and is_null(node):
            return None
        types_ = [option for option in options if option is not types.NoneType]
        fitting = next((option for option in types_ if isinstance(node, shape_of(option))), types_[0])
        return self.value(node, fitting, label)

    def items(self, node: Listing, item: Any, label: str) -> Any:
        values = [self.value(child, item, f"{label} 第{number}项") for number, child in enumerate(node.items, 1)]
        return FAILED if FAILED in values else tuple(values)

    def mapping(self, node: Mapping, value: Any) -> Any:
        values = {key.text: self.value(child, value, key.text) for key, child in node.pairs}
        return FAILED if FAILED in values.values() else types.MappingProxyType(values)

    def scalar(self, node: Scalar, expected: Any, label: str) -> Any:
        if is_null(node) or not node.text.strip():
            return self.fault(node, "empty_value", f"“{label}”没有内容", f"“{label}” has no content")
        try:
            return scalar(node.text, expected, label)
        except ScalarError as error:
            return self.fault(node, error.code, error.zh, error.en, inner_span(node, error.offset))

    def record(self, node: Mapping, cls: Any) -> Any:
        """A record from a mapping that has its keys and no others."""
        known = self.known_keys(node, record_fields(cls))
        made = self.fields(node, cls)
        return made if known else FAILED

    def known_keys(self, node: Mapping, known: Collection[str]) -> bool:
        """Whether the mapping has none but these keys; the others are told."""
        strangers = [key for key, _ in node.pairs if key.text not in known]
        for key in strangers[:MOST_STRANGERS]:
            self.meant.add((node.span, self.unknown_key(key, known)))
        return not strangers

    def fields(self, node: Mapping, cls: Any) -> Any:
        """A record of this class from those of the mapping's keys that it has."""
        values: dict[str, Any] = {}
        missing: list[str] = []
        for key, (field, hint) in record_fields(cls).items():
            child = node.get(key)
            if child is not None:
                values[field.name] = self.value(child, hint, key)
            elif (node.span, key) in self.meant:
                values[field.name] = FAILED
            elif field.default is MISSING and field.default_factory is MISSING:
                missing.append(f"“{key}”")
        if missing:
            listed = "".join(missing)
            return self.fault(node, "missing_key", f"缺少{listed}，请补上", f"missing: {listed}")
        if FAILED in values.values():
            return FAILED
        try:
            made = cls(**values)
        except ValueError as error:  # a record of the words that holds no such values
            return self.misfit(node, SpecError(str(error), f"does not fit: {error}"))
        problems = list(made.problems()) if hasattr(made, "problems") else []
        for problem in problems:
            self.misfit(node, problem)
        return FAILED if problems else made

    def misfit(self, node: Node, problem: SpecError) -> Any:
        """What a record finds wrong with its own fields (`problems()`), at the key that it names."""
        at = node
        for step in problem.key.split("."):
            if isinstance(at, Mapping):
                at = at.get(step) or at
            elif isinstance(at, Listing) and step.isdigit() and int(step) < len(at.items):
                at = at.items[int(step)]
        span = inner_span(at, problem.offset) if isinstance(at, Scalar) else head_span(at)
        return self.fault(at, "misfit", problem.zh, problem.en, span)

    def unknown_key(self, key: Scalar, known: Iterable[str]) -> str:
        """Tell of the key; the one that was probably meant, or nothing."""
        slip = self.slip_of_colon(key)
        if slip:
            return slip
        if key.text.startswith("\u3000"):
            self.tell(lambda: wide_blank(key.file, key.span))
            return key.text.strip()
        names = sorted(known)
        zh, en = did_you_mean(key.text, names)
        shown = key.text[:40]
        listed = zh or f"；可用的键：{'、'.join(names)}"
        self.fault(key, "unknown_key", f"没有“{shown}”这个键{listed}", f"unknown key “{shown}”{en}")
        return closest(key.text, names) or ""

    def slip_of_colon(self, node: Scalar) -> str:
        """The key that a wide colon, or one without a blank behind it, kept from its value (told); nothing if none."""
        wide = _WIDE_COLON.search(node.text[:200])
        if wide:
            start = max(node.file.text.find("：", node.span.start), 0)
            self.tell(lambda: wide_colon(node.file, wide[1], Span(start, start + 1)))
            return wide[1]
        if _MISSED_BLANK.match(node.text):
            start = node.span.start + max(node.span.of(node.file.text).find(":"), 0)
            zh, en = "冒号后面要空一格，写成“键: 值”", "a blank must follow the colon: “key: value”"
            self.fault(node, "missed_blank", zh, en, Span(start, start + 1))
            return node.text.partition(":")[0]
        return ""

    def wrong_shape(self, node: Node, wanted: type, label: str) -> Any:
        """The node is a list, mapping or scalar, and something else is wanted there."""
        if is_null(node):
            return self.fault(node, "empty_value", f"“{label}”没有内容", f"“{label}” has no content")
        if isinstance(node, Scalar) and node.plain and wanted is Mapping and self.slip_of_colon(node):
            return FAILED
        zh, en = _WANTED[wanted]
        example = f"，如 [{node.text[:20]}]" if isinstance(node, Scalar) and wanted is Listing else ""
        return self.fault(node, "wrong_type", f"“{label}”要写成{zh}{example}", f"“{label}” must be {en}")


def is_null(node: Node) -> bool:
    """Whether nothing stands there: no text, `null` or `~` without quotes."""
    return isinstance(node, Scalar) and node.plain and node.text in ("", "null", "~")


def head_span(node: Node) -> Span:
    """Where to point for a whole node: at its first key, else at its beginning."""
    if isinstance(node, Mapping) and node.pairs:
        return Span(node.span.start, max(node.pairs[0][0].span.end, node.span.start))
    return node.span


def inner_span(node: Scalar, offset: int | None) -> Span:
    """The character at this offset of the scalar's text; the whole scalar where that cannot be told."""
    start = node.span.of(node.file.text).find(node.text)
    if offset is None or start < 0:
        return node.span
    at = node.span.start + start + min(offset, len(node.text))
    return Span(at, at + 1)
