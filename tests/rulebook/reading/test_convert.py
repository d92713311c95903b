"""Nodes become values of the declared type, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.rulebook.faults import SpecError
from checker.rulebook.reading.convert import FAILED, Converter
from checker.rulebook.reading.nodes import compose
from checker.rulebook.reading.packfile import PackFile
from checker.rulebook.regex import Regex
from checker.words.record import dataclass


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"


@dataclass(frozen=True, slots=True)
class Inner:
    count: int
    pattern: Regex | None = None


@dataclass(frozen=True, slots=True)
class Outer:
    text: str
    colour: Colour = Colour.RED
    share: Fraction | None = None
    day: date | None = None
    is_new: bool = False
    from_: int | None = None
    words: tuple[str, ...] = ()
    inner: Inner | None = None
    either: str | tuple[str, ...] | Inner = ""
    by_name: Mapping[str, Inner] = field(default_factory=dict)

    def problems(self) -> list[SpecError]:
        if self.words == ("wrong", "words"):
            return [SpecError("第二个词不对", "the second word is wrong", "words.1", 2)]
        return []


def convert(text: str, expected: Any = Outer) -> tuple[Any, list[tuple[str, int | None, int | None]]]:
    root, faults = compose(PackFile("x.yaml", text))
    assert root is not None, faults
    converter = Converter()
    value = converter.value(root, expected, "it")
    return value, [(f.code, f.line, f.column) for f in [*faults, *converter.faults]]


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


plain = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cn"]), min_size=1).filter(
    str.strip
)
inners = st.builds(Inner, st.integers(-(10**12), 10**12), st.sampled_from([None, Regex("待补充", ("待补充",))]))
outers = st.builds(
    Outer,
    text=plain,
    colour=st.sampled_from(Colour),
    share=st.none() | st.fractions(-1000, 1000, max_denominator=1000),
    day=st.none() | st.dates(),
    is_new=st.booleans(),
    from_=st.none() | st.integers(0, 9999),
    words=st.lists(plain, max_size=3).map(tuple),
    inner=st.none() | inners,
    either=plain | st.lists(plain, max_size=3).map(tuple) | inners,
    by_name=st.dictionaries(plain, inners, max_size=2),
)


def written(value: Any) -> str:
    """The value as a person would write it in YAML."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return f"[{', '.join(map(written, value))}]"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"? {quoted(key)} : {written(item)}" for key, item in value.items()) + "}"
    if isinstance(value, Inner):
        return f"{{count: {value.count}, pattern: {written(value.pattern)}}}"
    return quoted(value.text if isinstance(value, Regex) else str(value))


@given(outers)
def test_what_is_written_is_read(outer: Outer) -> None:
    names = ("text", "colour", "share", "day", "is_new", "from_", "words", "inner", "either", "by_name")
    text = "\n".join(f"{name.rstrip('_')}: {written(getattr(outer, name))}" for name in names)
    assert convert(text) == (outer, [])


def test_what_is_left_out_has_its_default() -> None:
    assert convert("text: 甲") == (Outer("甲"), [])


@pytest.mark.parametrize(("text", "value"), [
    ("text: no", "no"),
    ("text: 12:30", "12:30"),
    ("text: 010", "010"),
    ("text: 2024-02-05", "2024-02-05"),
    ("text: 3.10", "3.10"),
    ("text: 'null'", "null"),
    ("text: |\n  一\n  二\n", "一\n二\n"),
    ("text: >-\n  一\n  二 three\n  four\n", "一二 three four"),
    ('text: "一\n  二"', "一二"),
])  # fmt: skip
def test_texts_stay_texts(text: str, value: str) -> None:
    made, faults = convert(text)
    assert faults == []
    assert made.text == value


@pytest.mark.parametrize(("line", "code"), [
    ("from: 1_000", "not_a_number"),
    ("from: 0x10", "not_a_number"),
    ("from: 1.5", "not_a_number"),
    ("from: ５", "not_a_number"),
    ("from: '-'", "not_a_number"),
    ("share: 50%", "not_a_number"),
    ("share: 1/0", "not_a_number"),
    ("share: 1e9", "not_a_number"),
    ("share: .5", "not_a_number"),
    ("day: 2023-02-30", "not_a_date"),
    ("day: 2023年2月3日", "not_a_date"),
    ("day: 20230203", "not_a_date"),
    ("is_new: True", "not_in_set"),
    ("is_new: 1", "not_in_set"),
    ("colour: Red", "not_in_set"),
    ("words: a", "wrong_type"),
    ("words: [a, [b]]", "wrong_type"),
    ("inner: 5", "wrong_type"),
    ("inner: {}", "missing_key"),
    ("inner: {count: 1, cuont: 2}", "unknown_key"),
    ("either: {cont: 1}", "unknown_key"),
    ("by_name: [a]", "wrong_type"),
    ("words: [wrong, words]", "misfit"),
    ("text: {a: b}", "wrong_type"),
    ("text: ''", "empty_value"),
    ("text: ~", "empty_value"),
])  # fmt: skip
def test_other_values_are_refused(line: str, code: str) -> None:
    text = line if line.startswith("text") else f"text: 甲\n{line}"
    value, faults = convert(text)
    assert value is FAILED
    assert [fault[0] for fault in faults] == [code]


def test_a_record_places_its_own_problems() -> None:
    _, faults = convert("text: 甲\nwords: [wrong, words]\n")
    assert faults == [("misfit", 2, 18)]


def test_mappings_cannot_be_changed() -> None:
    made, _ = convert("text: 甲\nby_name: {a: {count: 1}}\n")
    assert isinstance(made.by_name, MappingProxyType)
