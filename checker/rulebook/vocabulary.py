"""Finds words in a text: a few of them one by one, many in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import TypeAlias

from checker.words.place import Span

_Tree: TypeAlias = "dict[str, _Tree]"
_BUCKET = 12


def places(text: str, words: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Where each of a few words begins; for each word in the order of the text."""
    for word in words:
        start = text.find(word)
        while start >= 0:
            yield start, word
            start = text.find(word, start + len(word))


@lru_cache(maxsize=1)  # several rules look for words of one registry in the same report
def located(text: str, words: tuple[str, ...]) -> tuple[Span, ...]:
    """Where any of many words stands, the longest at each place, in the order of the text; they do not overlap."""
    return tuple(Span(*match.span()) for match in _finder(words).finditer(text))


@cache
def _finder(words: tuple[str, ...]) -> re.Pattern[str]:
    """Words that begin alike share their beginning: each character of a text is looked at about once."""
    tree: _Tree = {}
    for word in words:
        node = tree
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    return re.compile(_root(tree) if tree else r"(?!)")


def _root(tree: _Tree) -> str:
    """The alternatives in buckets, each tried only where one of its first characters stands."""
    firsts = sorted(tree)
    buckets = [{c: tree[c] for c in firsts[start : start + _BUCKET]} for start in range(0, len(firsts), _BUCKET)]
    return "|".join(f"[{re.escape(''.join(bucket))}](?:{_behind(bucket)})" for bucket in buckets)


def _behind(bucket: _Tree) -> str:
    """What follows the first character, which is already taken."""
    return "|".join(f"(?<={re.escape(character)}){_pattern(below)}" for character, below in bucket.items())


def _pattern(node: _Tree) -> str:
    branches = [re.escape(character) + _pattern(below) for character, below in node.items() if character]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{joined})?" if "" in node else joined
