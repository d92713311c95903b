"""A rulebook survives the cache; what is no rulebook is refused, and nothing foreign is ever made."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


@pytest.mark.parametrize("text", [
    "", "{}", "[]\n[]", "null\nnull", '{}\n"a"', '{"0":"os:system"}\n{"0":["true"]}',
    '{"0":"checker.cache:remembered"}\n{"0":[]}', '{"0":"checker.words.rule:json"}\n{"0":[]}',
    '{"0":"checker.nowhere:Rule"}\n{"0":[]}', '{"0":"checker.words.rule:Rulebook"}\n{"0":[]}',
    '{"0":"checker.words.finding:Severity"}\n{"0":["no severity"]}', '{}\n{"fraction":[1,0]}', '{}\n{"unknown":[1]}',
    '{}\n{}', "{}\n" + '{"tuple":[' * 3000,
])  # fmt: skip
def test_what_is_no_rulebook_is_refused(text: str) -> None:
    with pytest.raises(StoreError):
        restore(text)


@given(st.data())
def test_any_damage_is_refused_or_does_no_harm(data: st.DataObject) -> None:
    text = dump(BOOK)
    at = data.draw(st.integers(0, len(text) - 1))
    put = data.draw(st.sampled_from(["", "0", '"', "{", "]", "\n", "null"]))
    try:
        restore(text[:at] + put + text[at + 1 :])
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
    monkeypatch.setattr(loader, "remembered", lambda *_: "{}\n{}")
    assert loader.load().rules


def test_no_class_of_the_package_has_two_names() -> None:
    classes = json.loads(dump(loader.load()).split("\n")[0])
    assert len(set(classes.values())) == len(classes)
    assert all(name.startswith(store._HOME) for name in classes.values())
