"""The baseline of a run: read strictly before it, and what it knows that is there no more is told after it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.cli.console import FaultsError, say_faults
from checker.settings import Settings
from checker.words.audit import Audit
from checker.words.rule import Rulebook, Wording
from checker.words.source import Fault

if TYPE_CHECKING:
    from checker.baseline.entry import Baseline, Entry

_GONE = Wording(
    "其中 {count} 条存量问题已经整改，可运行 checker baseline prune 删去",
    "{count} of the known findings mended; checker baseline prune removes them from the file",
)


def load_baseline(asked: Settings) -> Baseline | None:
    """The baseline that a call names; FaultsError where its file cannot be used."""
    if asked.baseline is None:
        return None
    from checker.baseline.file import read_baseline  # late: few runs have one

    found = read_baseline(asked.baseline)
    if isinstance(found, tuple):
        raise FaultsError(found)
    return found


def gone(
    known: Baseline, audits: Sequence[Audit], rulebook: Rulebook, chosen: frozenset[str] | None
) -> tuple[Entry, ...]:
    """The entries whose rule was asked of their report, and that it does not find there any more."""
    from checker.baseline.apply import left

    asked = {rule.id for rule in rulebook.rules} if chosen is None else chosen
    over = (entry for audit in audits if audit.outcomes for entry in left(audit.findings, known.of(audit.path)))
    return tuple(entry for entry in over if entry.rule in asked)


def tell_gone(
    known: Baseline | None, audits: Sequence[Audit], rulebook: Rulebook, chosen: frozenset[str] | None, language: str
) -> None:
    """On stderr, how many findings that the baseline knows are there no more: good news, the exit code stays."""
    if known is not None and (count := sum(entry.count for entry in gone(known, audits, rulebook, chosen))):
        say_faults([Fault("gone", _GONE.of(language).format(count=count), str(known.path))], language)
