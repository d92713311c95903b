"""From all readings of an equation to one verdict: violated only if every reading is excluded."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from checker.rulebook.equations.readings import Fate, Reading, coverage, extent, falls_short, is_far_off
from checker.words.relation import RelationKind, Truth

_PARTITIONS = frozenset({RelationKind.PART_WHOLE_SUM, RelationKind.DIFFERENCE})
_SUMS = _PARTITIONS | {RelationKind.CARRY_OVER}
_FEW, _MOST = 3, Fraction(7, 10)  # kinds named, and their share of the whole, from which on a list passes for whole
_INCLUDING = ("(含", "(包括", "(其中")


def decide(
    readings: Sequence[Reading], kind: RelationKind, absent: frozenset[str], text: str
) -> tuple[Reading, Truth] | None:
    """The verdict with the reading that shows it, or None where too little is stated to speak of a relation.

    `absent` are the kinds that count as none where they are not named; `text` is the folded report.
    """
    fates = [(_fate(reading, kind, absent, text), reading) for reading in readings]
    for fate, truth in ((Fate.FITS, Truth.HOLDS), (Fate.CUT, Truth.VIOLATED), (Fate.OPEN, Truth.UNDECIDABLE)):
        first = next((reading for told, reading in fates if told is fate), None)
        if first is not None:
            bare = truth is Truth.UNDECIDABLE and kind in _SUMS and len(first.chosen) < _FEW
            return None if bare else (first, truth)
    for fate in (Fate.EXCLUDED, Fate.SHORT):
        excluded = [reading for told, reading in fates if told is fate]
        if excluded:
            return min(excluded, key=lambda reading: (-len(reading.chosen), extent(reading))), Truth.VIOLATED
    return None


def _fate(reading: Reading, kind: RelationKind, absent: frozenset[str], text: str) -> Fate:
    """What of a reading's fate stands.

    A part may exceed its whole where a bracket says that it includes more. Kinds that fall short of their whole may
    not be all: where they are few, or stand in another paragraph. The stock of one paragraph may be that of another
    matter than what came in by the next, where they are far from a balance.
    """
    figures = reading.chosen.values()
    if reading.fate is Fate.EXCLUDED and kind is RelationKind.BOUND:
        more = any(text.startswith(_INCLUDING, figure.span.end) for figure in figures)
        return Fate.OPEN if more else Fate.EXCLUDED
    if reading.fate is Fate.EXCLUDED and kind in _PARTITIONS:
        apart = len({figure.line for figure in figures}) > 1
        unlike = apart and (falls_short(reading.comparison, reading.chosen) or is_far_off(reading))
        loose = _is_told_later(reading, absent, text) or unlike
        return Fate.OPEN if loose else Fate.EXCLUDED
    if reading.fate is Fate.EXCLUDED and kind is RelationKind.CARRY_OVER:
        apart = len({figure.line for figure in figures}) > 1
        return Fate.OPEN if apart and is_far_off(reading) else Fate.EXCLUDED
    if reading.fate is Fate.SHORT and kind in _PARTITIONS:
        named = sum(name in absent for name in reading.chosen)
        return Fate.SHORT if named >= _FEW and coverage(reading) >= _MOST else Fate.OPEN
    return reading.fate


def _is_told_later(reading: Reading, absent: frozenset[str], text: str) -> bool:
    """Whether the whole stands in a sentence behind its parts: it is that of something else (其中一类审结12件)."""
    parts = [figure.span.end for name, figure in reading.chosen.items() if name in absent]
    wholes = [figure.span.start for name, figure in reading.chosen.items() if name not in absent]
    return bool(parts) and len(wholes) == 1 and "。" in text[max(parts) : wholes[0]]
