"""Literal texts of which every match of a pattern holds one: a text without them need not be searched."""

from __future__ import annotations

from collections.abc import Sequence
from re import _constants as op  # the parser of `re` has no public name
from typing import Any

MOST_NEEDLES = 16
MOST_CHARACTERS = 10  # a set of more is searched for as fast as its characters one by one


def needles(pieces: Sequence[tuple[Any, Any]]) -> tuple[str, ...]:
    """The most telling set of needles; empty where the pattern has none."""
    best: tuple[str, ...] = ()
    run = ""
    for kind, value in pieces:
        if kind is op.LITERAL:
            run += chr(value)
            continue
        best, run = _better(best, (run,) if run else ()), ""
        best = _better(best, _inside(kind, value))
    return _better(best, (run,) if run else ())


def _inside(kind: Any, value: Any) -> tuple[str, ...]:
    if kind is op.SUBPATTERN:
        return needles(value[3])
    if kind is op.ATOMIC_GROUP:
        return needles(value)
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT) and value[0] > 0:
        return needles(value[2])
    if kind is op.IN and len(value) <= MOST_CHARACTERS and all(member is op.LITERAL for member, _ in value):
        return tuple(chr(character) for _, character in value)
    if kind is op.BRANCH:
        branches = [needles(branch) for branch in value[1]]
        found = tuple(dict.fromkeys(needle for branch in branches for needle in branch))
        return found if all(branches) and len(found) <= MOST_NEEDLES else ()
    return ()


def _better(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    def worth(found: tuple[str, ...]) -> tuple[int, int]:
        return min(map(len, found), default=0), -len(found)

    return max(old, new, key=worth)
