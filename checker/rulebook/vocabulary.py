"""Finds many words in one pass over a text."""

from __future__ import annotations

import re
from functools import cache
from typing import TypeAlias

_Tree: TypeAlias = "dict[str, _Tree]"


@cache
def finder(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that matches the longest of the words at each place; without words it matches nothing.

    Words that begin alike share their beginning: each character of a text is looked at about once.
    """
    tree: _Tree = {}
    for word in words:
        node = tree
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    return re.compile(_pattern(tree) if tree else r"(?!)")


def _pattern(node: _Tree) -> str:
    branches = [re.escape(character) + _pattern(below) for character, below in node.items() if character]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{joined})?" if "" in node else joined
