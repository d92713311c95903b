"""The baseline of a run: read strictly before it, and what it knows that is there no more is told after it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from checker.baseline.apply import left
from checker.baseline.entry import Baseline, Entry
from checker.baseline.file import read_baseline
from checker.cli.console import FaultsError, say_faults
from checker.scoring import WITHOUT_SCORE
from checker.words.audit import Audit
from checker.words.rule import Rulebook, Wording
from checker.words.source import Fault

_GONE = Wording(
    "其中 {count} 条存量问题已经整改，可运行 checker baseline prune 删去",
    "{count} of the known findings mended; checker baseline prune removes them from the file",
)


def load_baseline(path: Path) -> Baseline:
    """The baseline in this file; FaultsError where it cannot be used."""
    found = read_baseline(path)
    if isinstance(found, tuple):
        raise FaultsError(found)
    return found


def gone(
    known: Baseline, audits: Sequence[Audit], rulebook: Rulebook, chosen: frozenset[str] | None
) -> tuple[Entry, ...]:
    """The entries whose rule was asked of their report, read wholly, and that it does not find there any more."""
    asked = {rule.id for rule in rulebook.rules} if chosen is None else chosen
    whole = (each for each in audits if each.outcomes and (each.fault is None or each.fault.code in WITHOUT_SCORE))
    over = (entry for audit in whole for entry in left(audit.findings, known.of(audit.path)))
    return tuple(entry for entry in over if entry.rule in asked)


def tell_gone(
    known: Baseline, audits: Sequence[Audit], rulebook: Rulebook, chosen: frozenset[str] | None, language: str
) -> None:
    """On stderr, how many findings that the baseline knows are there no more: good news, the exit code stays."""
    if count := sum(entry.count for entry in gone(known, audits, rulebook, chosen)):
        say_faults([Fault("gone", _GONE.of(language).format(count=count), str(known.path))], language)
