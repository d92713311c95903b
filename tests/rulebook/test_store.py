"""A rulebook survives the cache; what is no rulebook is refused, and nothing foreign is ever made."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from checker import cache
from checker.rulebook import loader, store
from checker.rulebook.faults import RulebookError
from checker.rulebook.store import StoreError, dump, restore
from checker.words.rule import Rulebook
from tests.rulebook.packs import pack, read, rule

BOOK = read(
    pack(
        "small",
        "metrics:\n  - {id: received, names: [收到申请], unit: case}\n"
        "registries:\n"
        "  plans: [{name: 规划, start: 2021, end: 2025}]\n"
        "  instruments: [{name: 条例, in_force: 2019-04-15, amended: [2020-01-01]}]\n"
        "rules:\n" + rule(),
    )
).rulebook


def same(one: Rulebook, other: Rulebook) -> bool:
    plain = replace(one, registries={}) == replace(other, registries={})
    return plain and dict(one.registries) == dict(other.registries)


def test_a_rulebook_comes_back_as_it_was() -> None:
    assert same(restore(dump(BOOK)), BOOK)


def test_the_built_in_rulebook_comes_back_as_it_was() -> None:
    book = loader.load()
    assert same(restore(dump(book)), book)


def test_registries_are_made_when_they_are_asked_for() -> None:
    shelf = restore(dump(BOOK)).registries
    assert isinstance(shelf, Mapping)
    assert list(shelf) == list(BOOK.registries)
    assert len(shelf) == len(BOOK.registries)
    assert shelf["plans"] is shelf["plans"]
    with pytest.raises(KeyError):
        shelf["nothing"]


def of(kind: str, *values: object) -> bytes:
    """A row that is made of one kind of atoms."""
    return marshal.dumps((({kind: list(values)}, {}, [], 0), {}))


@pytest.mark.parametrize("data", [
    b"", b"x", marshal.dumps(None), marshal.dumps(((), {})), of("", "a"), of("fraction", (1, 0)), of("unknown", 1),
    of("os:system", "true"), of("checker.cache:remembered", ""), of("checker.words.rule:marshal", ""),
    of("checker.nowhere:Rule", ""), of("checker.words.rule:Rulebook", ""), of("checker.words.finding:Severity", "no"),
    marshal.dumps((({}, {"checker.words.rule:Rulebook": (1, [(False, [])] * 5)}, [], 0), {})),
])  # fmt: skip
def test_what_is_no_rulebook_is_refused(data: bytes) -> None:
    with pytest.raises(StoreError):
        restore(data)


def damaged(value: Any, draw: Callable[[SearchStrategy[Any]], Any]) -> Any:
    """The value with something else in one of its places, however deep."""
    if not isinstance(value, list | tuple | dict) or not value or draw(st.integers(0, 5)) == 0:
        return draw(st.sampled_from([None, -1, 0, 10**6, "x", "checker.cache:keep", [], (), {}]))
    if isinstance(value, dict):
        key = draw(st.sampled_from(list(value)))
        return {**value, key: damaged(value[key], draw)}
    at = draw(st.integers(0, len(value) - 1))
    return type(value)([*value[:at], damaged(value[at], draw), *value[at + 1 :]])


@given(st.data())
def test_any_damage_is_refused_or_does_no_harm(data: st.DataObject) -> None:
    spoilt = damaged(marshal.loads(dump(BOOK)), data.draw)
    try:
        restore(marshal.dumps(spoilt))
    except StoreError:
        return


def test_values_that_a_rulebook_cannot_hold() -> None:
    with pytest.raises(TypeError, match="set cannot be stored"):
        dump(replace(BOOK, rules=(replace(BOOK.rules[0], spec={1, 2}),)))


@pytest.fixture
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path_factory.mktemp("cache")))


@pytest.mark.usefixtures("own_cache")
def test_the_second_load_reads_no_yaml(monkeypatch: pytest.MonkeyPatch) -> None:
    first = loader.load()
    monkeypatch.setattr(loader, "_assembled", None)
    assert same(loader.load(), first)


@pytest.mark.usefixtures("own_cache")
def test_a_changed_pack_is_read_again(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("rules") / "own.yaml"
    path.write_text(pack("own", "rules:\n" + rule("own.rule")), "utf-8")
    assert loader.load([str(path)]).rule("own.rule")
    path.write_text(pack("own", "rules:\n" + rule("own.other")), "utf-8")
    book = loader.load([str(path)])
    assert book.rule("own.other")
    assert not book.rule("own.rule")


@pytest.mark.usefixtures("own_cache")
def test_a_faulty_pack_is_never_kept(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("rules") / "own.yaml"
    path.write_text(pack("own", "rules: 5\n"), "utf-8")
    for _ in range(2):
        with pytest.raises(RulebookError):
            loader.load([str(path)])
    with pytest.raises(RulebookError):
        loader.load([str(path.with_name("nowhere.yaml"))])


@pytest.mark.usefixtures("own_cache")
def test_a_rulebook_that_cannot_be_restored_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loader, "remembered", lambda *_: b"")
    assert loader.load().rules


def test_only_what_is_of_the_package_is_kept_by_its_name() -> None:
    (atoms, records, _, _), _ = marshal.loads(dump(loader.load()))
    kinds = {*atoms, *records} - {"", "fraction", "date"}
    assert all(kind.startswith(store._HOME) for kind in kinds)


def test_true_is_not_one() -> None:
    rule_of = BOOK.rules[0]
    book = replace(BOOK, rules=tuple(replace(rule_of, spec=(value, Fraction(1))) for value in (1, True, "1", (1,))))
    specs = [rule.spec for rule in restore(dump(book)).rules]
    assert repr(specs) == repr([rule.spec for rule in book.rules])
