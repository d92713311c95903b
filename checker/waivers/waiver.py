"""A waiver, and which findings it covers."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path, PurePath
from types import MappingProxyType

from checker.patterns import expression
from checker.readers.fold import fold
from checker.readers.text import STANDARD_INPUT
from checker.rulebook.faults import SpecError
from checker.words.finding import Finding
from checker.words.record import dataclass
from checker.words.rule import Wording

_FINGERPRINT = expression(r"[0-9a-f]{32}(?:#[1-9]\d{0,5})?")
_STEP = expression(r"[›/]")
_MARKS = "、.．，, "


class Grounds(StrEnum):
    """The closed list of reasons."""

    OTHER_DEFINITION = "other_definition"
    SUPERIOR_RULE = "superior_rule"
    FALSE_ALARM = "false_alarm"
    CORRECTED = "corrected"
    NOT_APPLICABLE = "not_applicable"


GROUNDS: Mapping[Grounds, Wording] = MappingProxyType(
    {
        Grounds.OTHER_DEFINITION: Wording("口径不同", "counted by another definition"),
        Grounds.SUPERIOR_RULE: Wording("上级另有规定", "a superior body rules otherwise"),
        Grounds.FALSE_ALARM: Wording("误报", "false alarm"),
        Grounds.CORRECTED: Wording("已整改待报", "corrected, to be reported"),
        Grounds.NOT_APPLICABLE: Wording("不适用", "not applicable"),
    }
)


@dataclass(frozen=True, slots=True)
class Terms:
    """What a waiver says, as it is written. `until` is the last day on which it holds."""

    report: str
    rule: str
    reason: Grounds
    by: str
    until: date
    section: str = ""
    fingerprint: str = ""
    note: str = ""

    def problems(self) -> Iterator[SpecError]:
        if self.fingerprint and not _FINGERPRINT.fullmatch(self.fingerprint):
            zh = "指纹应是 32 位十六进制数（第二处起加 #2），可从 JSON 结果的 fingerprint 抄来"
            yield SpecError(zh, "a fingerprint has 32 hexadecimal digits, as in the JSON", "fingerprint")


@dataclass(frozen=True, slots=True)
class Waiver:
    """One entry of a waivers file: its terms, the present id of the rule, and where the entry is written."""

    terms: Terms
    rule: str
    path: str
    line: int

    def names(self, report: str) -> bool:
        """Whether it speaks of this report: by the path as it was given, or as seen from the file's own folder.

        In patterns * and ? stay within a folder, ** spans folders.
        """
        given, absolute = _ways_to(report)
        pattern = self.terms.report
        return _matches(_parts(PurePath(pattern)), given) or _matches(_parts(_folder(self.path) / pattern), absolute)

    def covers(self, finding: Finding) -> bool:
        """Whether it is meant for this finding, in a report that it names."""
        if finding.rule != self.rule or self.terms.fingerprint not in ("", finding.fingerprint):
            return False
        return not self.terms.section or _leads_through(self.terms.section, finding.section, finding.headings)


@lru_cache(maxsize=64)
def _ways_to(report: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The parts of a path as it was given, and from the root; standard input lies in no folder."""
    return _parts(PurePath(report)), () if report == STANDARD_INPUT else _parts(Path(report).resolve())


@lru_cache(maxsize=64)
def _folder(path: str) -> Path:
    return Path(path).resolve().parent


def _parts(path: PurePath) -> tuple[str, ...]:
    """The parts of a path or pattern, composed alike, without the folders that .. leaves again."""
    parts: list[str] = []
    for part in path.parts:
        if part == ".." and parts and parts[-1] not in ("..", "**"):
            parts.pop()
        else:
            parts.append(unicodedata.normalize("NFC", part))
    return tuple(parts)


def _matches(pattern: Sequence[str], path: Sequence[str]) -> bool:
    reached = {0}  # how many parts of the path may be used up
    for piece in pattern:
        if piece == "**":
            reached = set(range(min(reached), len(path) + 1))
        else:
            reached = {n + 1 for n in reached if n < len(path) and _fits(path[n], piece)}
        if not reached:
            return False
    return len(path) in reached


def _fits(part: str, pattern: str) -> bool:
    return part == pattern or fnmatchcase(part, pattern)


def _leads_through(section: str, markers: Sequence[str], headings: Sequence[str]) -> bool:
    """Whether the way to a finding leads through this heading, or through these headings one below the other.

    A heading is named by its text, its marker, or both.
    """
    way = [
        {_folded(heading), _folded(marker), _folded(marker.rstrip(_MARKS)), _folded(marker + heading)}
        for marker, heading in zip(markers, headings, strict=True)
    ]
    return any(
        all(step in names for step, names in zip(steps, way[first:], strict=False))
        for steps in ([_folded(section)], [_folded(step) for step in _STEP.split(section)])
        for first in range(len(way) - len(steps) + 1)
    )


def _folded(text: str) -> str:
    return "".join(fold(text).split())
