"""A known finding, and the baseline that holds them."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path

from checker.readers.text import STANDARD_INPUT
from checker.words.finding import Finding
from checker.words.record import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """Known findings of one identity: `count` twins that differ in nothing but their place.

    `report` is the path as seen from the baseline's folder; the fingerprint is without a twin's number. Section, quote
    and reason are for people.
    """

    report: str
    rule: str
    fingerprint: str
    count: int = 1
    section: str = ""
    quote: str = ""
    reason: str = ""

    @property
    def identity(self) -> tuple[str, str, str]:
        return self.report, self.rule, self.fingerprint


def digits(finding: Finding) -> str:
    """The fingerprint that a finding shares with its twins."""
    return finding.fingerprint.partition("#")[0]


class Baseline:
    """The entries of one file, each identity once."""

    def __init__(self, path: Path, entries: Iterable[Entry] = ()) -> None:
        self.path = path
        self.entries = tuple(entries)
        self._folder = path.resolve().parent

    def name(self, report: str) -> str:
        """What entries call a report: its path from the folder of the baseline, slashes forward."""
        if report == STANDARD_INPUT:
            return report
        path = Path(report).resolve()
        try:
            seen = Path(os.path.relpath(path, self._folder))
        except ValueError:  # on another drive
            seen = path
        return unicodedata.normalize("NFC", seen.as_posix())

    def of(self, report: str) -> tuple[Entry, ...]:
        """The entries for the report of this path."""
        return self._by_report.get(self.name(report), ())

    def exists(self, entry: Entry) -> bool:
        """Whether there is still such a report; standard input may come again at any time."""
        return entry.report == STANDARD_INPUT or (self._folder / entry.report).exists()

    @property
    def count(self) -> int:
        """How many findings it knows."""
        return sum(entry.count for entry in self.entries)

    @cached_property
    def _by_report(self) -> Mapping[str, tuple[Entry, ...]]:
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(entry.report, []).append(entry)
        return {report: tuple(entries) for report, entries in found.items()}
