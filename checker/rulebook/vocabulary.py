"""Finds words in a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.words.place import Span


def places(text: str, words: Iterable[str]) -> Iterator[Span]:
    """Where each of a few words stands; the places of each word in the order of the text."""
    for word in words:
        start = text.find(word)
        while start >= 0:
            yield Span(start, start + len(word))
            start = text.find(word, start + len(word))
