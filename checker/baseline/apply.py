"""Which findings a baseline knows, and which of its entries have gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from checker.baseline.entry import Entry, digits
from checker.words.finding import Finding, Suppressed
from checker.words.record import replace
from checker.words.rule import Wording

BASELINE = "baseline"
_KNOWN = Wording("存量问题，已列入基线", "known, in the baseline")


def settle(findings: Sequence[Finding], entries: Sequence[Entry], language: str = "zh") -> tuple[Finding, ...]:
    """The same findings in the same order, the known ones suppressed; what is set aside otherwise stays so.

    Of twins the first are the known ones: which of them was there before, nobody can tell.
    """
    known = {(entry.rule, entry.fingerprint): entry for entry in entries}
    used: Counter[tuple[str, str]] = Counter()
    settled = []
    for finding in findings:
        key = finding.rule, digits(finding)
        entry = known.get(key)
        if entry is None or finding.suppressed is not None or used[key] == entry.count:
            settled.append(finding)
        else:
            used[key] += 1
            settled.append(replace(finding, suppressed=_why(entry, language)))
    return tuple(settled)


def left(findings: Sequence[Finding], entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """What the entries of a report count more than there is in it; waived findings are there too."""
    found = Counter((finding.rule, digits(finding)) for finding in findings)
    over = ((entry, entry.count - found[entry.rule, entry.fingerprint]) for entry in entries)
    return tuple(replace(entry, count=more) for entry, more in over if more > 0)


def _why(entry: Entry, language: str) -> Suppressed:
    words = _KNOWN.of(language)
    return Suppressed(BASELINE, words + Wording("：", ": ").of(language) + entry.reason if entry.reason else words)
