"""The admissible readings of an equation in a report: which figures it may speak of, and what becomes of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto
from fractions import Fraction
from itertools import islice, product

from checker.figures.numerals import is_slip, plain_decimal
from checker.figures.quantities import ABOUT
from checker.rulebook.equations.enumerations import in_order, is_whole
from checker.rulebook.equations.equation import Alternative
from checker.rulebook.equations.evaluate import can_hold
from checker.rulebook.equations.filled import value
from checker.rulebook.equations.scopes import agree
from checker.rulebook.equations.sightings import Sighting, Sightings
from checker.rulebook.equations.tree import Comparison, Name, Node, Product, Sum, children
from checker.words.interval import Interval
from checker.words.record import dataclass

MOST_CANDIDATES = 4
MOST_READINGS = 64

_NOTHING = Interval.exact(0)


class Fate(Enum):
    """What a reading comes to. SHORT is excluded only because kinds that are not named count as none."""

    FITS = auto()
    CUT = auto()
    EXCLUDED = auto()
    SHORT = auto()
    OPEN = auto()


@dataclass(frozen=True, slots=True)
class Reading:
    """One alternative of an equation over one choice of figures. `missing` are the metrics that are not stated."""

    comparison: Comparison
    chosen: Mapping[str, Sighting]
    missing: tuple[str, ...]
    fate: Fate


@dataclass(frozen=True, slots=True)
class Judge:
    """Tries the readings of one equation.

    Of the metrics that are not stated, `absent` are none where the list of kinds is whole, the others are unknown. Of
    several alternatives, one that lacks any but `absent` and `unstated` is no reading.
    """

    sightings: Sightings
    text: str
    absent: frozenset[str]
    unstated: frozenset[str]

    def readings(
        self, alternatives: Sequence[Alternative], candidates: Mapping[str, Sequence[Sighting]]
    ) -> Iterator[Reading]:
        """All readings of the alternatives that the figures allow; the nearest figures first."""
        for alternative in alternatives:
            comparison = alternative.comparison
            stated = [name for name in alternative.metrics if candidates.get(name)]
            missing = tuple(name for name in alternative.metrics if name not in stated)
            followed = len(alternatives) == 1 or (self.absent | self.unstated).issuperset(missing)
            if len(stated) < 2 or not followed or not _is_told(comparison, frozenset(stated)):
                continue
            pools = [candidates[name][:MOST_CANDIDATES] for name in stated]
            for figures in islice(product(*pools), MOST_READINGS):
                if agree({figure.scope for figure in figures}) and len({f.span for f in figures}) == len(figures):
                    chosen = dict(zip(stated, figures, strict=True))
                    yield Reading(comparison, chosen, missing, self.fate(comparison, chosen, missing))

    def fate(self, comparison: Comparison, chosen: Mapping[str, Sighting], missing: Sequence[str]) -> Fate:
        values = {name: figure.quantity.interval for name, figure in chosen.items()}
        if not can_hold(comparison, values):
            sound = self.parts_are(chosen, whole=False) and not any(f.quantity.hedge in ABOUT for f in chosen.values())
            return (self.cut(comparison, chosen, values) or Fate.EXCLUDED) if sound else Fate.OPEN
        if not self.absent.issuperset(missing):
            return Fate.OPEN
        values |= dict.fromkeys(missing, _NOTHING)
        if can_hold(comparison, values):
            return Fate.FITS
        if not self.parts_are(chosen, whole=True):
            return Fate.OPEN
        return self.cut(comparison, chosen, values) or Fate.SHORT

    def parts_are(self, chosen: Mapping[str, Sighting], *, whole: bool) -> bool:
        """Whether the kinds among the figures stand side by side in one paragraph, and (whole) are all there are."""
        parts = [figure for name, figure in chosen.items() if name in self.absent or name in self.unstated]
        if not parts:
            return not whole
        figures = self.sightings.lines.get(parts[0].line, ())
        if len({part.line for part in parts}) > 1 or not in_order(parts, figures):
            return False
        return not whole or is_whole(parts, self.sightings, self.text)

    def cut(
        self, comparison: Comparison, chosen: Mapping[str, Sighting], values: Mapping[str, Interval]
    ) -> Fate | None:
        """Whether it fits once percentages count as cut off instead of rounded."""
        cut_off = {n: f.quantity.truncated for n, f in chosen.items() if f.quantity.is_percent and f.quantity.truncated}
        return Fate.CUT if cut_off and can_hold(comparison, {**values, **cut_off}) else None


def _is_told(node: Node | Comparison, stated: frozenset[str]) -> bool:
    """Whether enough is stated for the comparison to say anything: of each sum one member, else every metric."""
    if isinstance(node, Name):
        return node.metric in stated
    if isinstance(node, Sum):
        return any(_is_told(child, stated) for child in children(node))
    if isinstance(node, Product | Comparison):
        return all(_is_told(child, stated) for child in children(node))
    return True


def extent(reading: Reading) -> int:
    """How far apart its figures stand, in characters."""
    starts = [figure.span.start for figure in reading.chosen.values()]
    return max(starts) - min(starts)


def coverage(reading: Reading) -> Fraction:
    """The share of the larger side that the smaller one makes up, by the written values."""
    figures = {name: figure.quantity for name, figure in reading.chosen.items()}
    sides = sorted((value(reading.comparison.left, figures), value(reading.comparison.right, figures)))
    return sides[0] / sides[1] if sides[1] else Fraction(0)


def is_far_off(reading: Reading) -> bool:
    """Whether one side is less than half of the other, and no slip of the hand explains it."""
    figures = {name: figure.quantity for name, figure in reading.chosen.items()}
    left, right = (plain_decimal(value(side, figures)) for side in (reading.comparison.left, reading.comparison.right))
    return 2 * coverage(reading) < 1 and not (is_slip(left, right) or is_slip(right, left))


def falls_short(comparison: Comparison, chosen: Mapping[str, Sighting]) -> bool:
    """Whether the composed side comes to less than the lone figure on the other."""
    figures = {name: figure.quantity for name, figure in chosen.items()}
    left, right = value(comparison.left, figures), value(comparison.right, figures)
    return right < left if isinstance(comparison.left, Name) else left < right
