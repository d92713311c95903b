"""Records behave as frozen dataclasses with slots do."""

from __future__ import annotations

import dataclasses
import pickle
from collections.abc import Mapping
from dataclasses import FrozenInstanceError
from typing import Any

import pytest

from checker.words.record import FEW, field
from checker.words.record import dataclass as record


@record(frozen=True, slots=True)
class Quick:
    """A record."""

    first: int
    missing: str = "none"
    memo: dict[str, int] = field(default_factory=dict, repr=False, compare=False)
    note: Mapping[str, str] = field(default_factory=dict, metadata={"zh": "备注"})

    def __post_init__(self) -> None:
        if self.first < 0:
            raise ValueError("negative")

    @property
    def double(self) -> int:
        return 2 * self.first


@dataclasses.dataclass(frozen=True, slots=True)
class Plain:
    """The same, by the book."""

    first: int
    missing: str = "none"
    memo: dict[str, int] = dataclasses.field(default_factory=dict, repr=False, compare=False)
    note: Mapping[str, str] = dataclasses.field(default_factory=dict, metadata={"zh": "备注"})


@pytest.mark.parametrize("values", [(1,), (1, "x"), (2, "y", {"a": 1}), (3, "z", {}, {"k": "v"})])
def test_looks_and_compares_like_a_dataclass(values: tuple[Any, ...]) -> None:
    quick: Any = Quick(*values)
    plain = Plain(*values)
    assert repr(quick) == repr(plain).replace("Plain", "Quick")
    assert dataclasses.asdict(quick) == dataclasses.asdict(plain)
    assert [f.name for f in dataclasses.fields(quick)] == [f.name for f in dataclasses.fields(plain)]
    assert quick == Quick(*values)
    assert quick != plain
    assert quick != Quick(9)
    assert pickle.loads(pickle.dumps(quick)) == quick


def test_fields_that_are_not_compared_do_not_count() -> None:
    assert Quick(1, memo={"a": 1}) == Quick(1)


def test_is_frozen_and_has_slots() -> None:
    quick: Any = Quick(1)
    with pytest.raises(FrozenInstanceError):
        quick.first = 2
    with pytest.raises(FrozenInstanceError):
        del quick.first
    assert not hasattr(quick, "__dict__")


def test_replace_default_factories_and_wrong_calls() -> None:
    quick: Any = Quick(1)
    assert dataclasses.replace(quick, first=5).double == 10
    assert quick.memo is not Quick(1).memo
    with pytest.raises(TypeError, match="missing 1 required"):
        Quick()  # type: ignore[call-arg]  # wrong on purpose
    with pytest.raises(ValueError, match="negative"):
        Quick(-1)


def test_hashes_of_equal_records_are_equal() -> None:
    @record(frozen=True, slots=True)
    class Point:
        x: int
        y: int = 0

    made: Any = Point
    assert len({made(1), made(1, 0), made(2)}) == 2


def test_refuses_to_be_anything_else() -> None:
    with pytest.raises(TypeError):
        record(frozen=True, slots=False)(Plain)


def test_few_and_many_are_made_alike() -> None:
    @record(frozen=True, slots=True)
    class Pair:
        left: int
        right: tuple[int, ...] = ()

    made: Any = Pair
    for number in range(FEW + 3):
        assert made(number) == made(left=number) == made(number, ()) == made(number, right=())
        for wrong in ({}, {"left": 1, "lost": 2}):
            with pytest.raises(TypeError):
                made(**wrong)
        with pytest.raises(TypeError):
            made(1, (), 2)
        with pytest.raises(TypeError):
            made(1, left=1)
