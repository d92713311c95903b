"""Around one figure: the other metrics of an equation that speak of the same occurrence."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from checker.rulebook.equations.scopes import agree
from checker.rulebook.equations.sightings import Sighting, Sightings


class Within(StrEnum):
    """How far the figures of one equation may stand apart."""

    STATEMENT = "statement"
    PARAGRAPH = "paragraph"
    SECTION = "section"
    REPORT = "report"


def around(
    anchor: Sighting, wanted: Iterable[str], sightings: Sightings, within: Within
) -> dict[str, tuple[Sighting, ...]]:
    """For each metric the figures that may belong to the anchor: its paragraph's, else the nearest ones further off.

    Of equal values only the nearest stands for all. What another value of the anchor's metric parts from it in its
    paragraph is of that other one (上半年评查64卷,优秀58卷…全年评查160卷,优秀71卷).
    """
    start = anchor.span.start
    rivals = [
        s for s in sightings.of(anchor.metric) if s.line == anchor.line and s.quantity.value != anchor.quantity.value
    ]
    first = max((s.span.start for s in rivals if s.span.start < start), default=-1)
    last = min((s.span.start for s in rivals if s.span.start > start), default=None)
    found: dict[str, tuple[Sighting, ...]] = {}
    for metric in wanted:
        if metric == anchor.metric:
            found[metric] = (anchor,)
            continue
        fitting = [s for s in sightings.of(metric) if agree({s.scope, anchor.scope})]
        own = [
            s
            for s in fitting
            if s.line != anchor.line or (first < s.span.start and (last is None or s.span.start < last))
        ]
        for ring in _rings(anchor, own, within):
            if ring:
                found[metric] = _distinct(sorted(ring, key=lambda s: abs(s.span.start - anchor.span.start)))
                break
    return found


def _rings(anchor: Sighting, fitting: list[Sighting], within: Within) -> Iterable[list[Sighting]]:
    if within is Within.STATEMENT:
        yield [s for s in fitting if s.statement == anchor.statement]
        return
    yield [s for s in fitting if s.line == anchor.line]
    if within is Within.PARAGRAPH or not anchor.clear:
        return
    clear = [s for s in fitting if s.clear]
    yield [s for s in clear if s.section == anchor.section]
    yield [s for s in clear if s.chapter == anchor.chapter]
    if within is Within.REPORT:
        yield clear


def _distinct(figures: list[Sighting]) -> tuple[Sighting, ...]:
    values: dict[object, Sighting] = {}
    for figure in figures:
        values.setdefault(figure.quantity.interval, figure)
    return tuple(values.values())
