"""A metric where a report states it."""

from __future__ import annotations

from collections.abc import Mapping

from checker.words.figure import Figure, Quantity
from checker.words.place import Span
from checker.words.record import dataclass


@dataclass(frozen=True, slots=True)
class Sighting:
    """A metric where it is stated. `own` says that it goes by its own name, not by a synonym.

    `line` is the paragraph, `statement` the start of the first figure between its semicolons, `section` the number of
    the innermost heading above it, `chapter` of the outermost.
    `clear` says that nothing before it in its sentence speaks of anything else.
    """

    metric: str
    quantity: Quantity
    label: str
    scope: str
    own: bool
    line: int
    statement: int = 0
    section: int = 0
    chapter: int = 0
    clear: bool = True

    @property
    def span(self) -> Span:
        return self.quantity.span


@dataclass(frozen=True, slots=True)
class Sightings:
    """All sightings by metric, in the order of the text; `named` are the starts of all figures with a known name.

    `lines` are the figures of each paragraph.
    """

    by_metric: Mapping[str, tuple[Sighting, ...]]
    named: frozenset[int]
    lines: Mapping[int, tuple[Figure, ...]]

    def of(self, metric: str) -> tuple[Sighting, ...]:
        return self.by_metric.get(metric, ())
