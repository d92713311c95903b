"""What a piece of text is about: told by the nearest word before it, else by the headings above."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import cast

from checker.rulebook.vocabulary import places
from checker.words.document import Document
from checker.words.registry import Subject
from checker.words.rule import Rulebook


class Subjects:
    """The words of a registry of subjects in one report; those of a group are looked for when they are asked for."""

    def __init__(self, document: Document, rulebook: Rulebook) -> None:
        self._document = document
        self._rulebook = rulebook
        self._found: dict[str, tuple[list[int], list[str]]] = {}

    @cached_property
    def _registry(self) -> tuple[Subject, ...]:
        return cast("tuple[Subject, ...]", self._rulebook.registries.get("subjects", ()))

    @cached_property
    def _group_of(self) -> dict[str, str]:
        return {subject.name: subject.group for subject in self._registry}

    def is_about(self, subject: str, start: int, end: int) -> bool:
        """Whether the text before `end` is about the subject: from `start` (its paragraph) on, else by the headings."""
        told = self._told(self._group_of[subject], start, end)
        return told == {subject}

    def without(self, subjects: Sequence[str], words: str) -> str:
        """The words less those that tell one of the subjects."""
        for subject in self._registry if words else ():
            if subject.name in subjects:
                for term in subject.terms:
                    words = words.replace(term, "")
        return words

    def names(self, subject: str, start: int, end: int) -> bool:
        """Whether the stretch names the subject at all."""
        return subject in self._between(self._group_of[subject], start, end)

    def _told(self, group: str, start: int, end: int) -> set[str]:
        found = self._between(group, start, end)
        if found:
            return {found[-1]}
        for section in reversed(self._document.path_to(start)):
            span = section.heading.text_span
            if above := set(self._between(group, span.start, span.end)):
                return above
        title = self._document.title
        return {name for span in (title.spans if title else ()) for name in self._between(group, span.start, span.end)}

    def _between(self, group: str, start: int, end: int) -> list[str]:
        if group not in self._found:
            told = sorted(
                (start, subject.name)
                for subject in self._registry
                if subject.group == group
                for start in _starts(self._document.folded, subject)
            )
            self._found[group] = [start for start, _ in told], [name for _, name in told]
        starts, names = self._found[group]
        return names[bisect_left(starts, start) : bisect_left(starts, end)]


def _starts(text: str, subject: Subject) -> Iterator[int]:
    """Where the subject's words begin, those within a longer word that tells nothing left out."""
    silent = {offset for span in places(text, subject.unless) for offset in range(span.start, span.end)}
    return (span.start for span in places(text, subject.terms) if span.start not in silent)
