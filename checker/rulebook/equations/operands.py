"""Sightings as operands of relations."""

from __future__ import annotations

from checker.rulebook.equations.sightings import Sighting
from checker.words.document import Document
from checker.words.relation import Operand, Role


def operand(sighting: Sighting, role: Role, document: Document) -> Operand:
    """The figure in its role; its period is the report year."""
    year = document.report_year
    return Operand(
        span=sighting.span,
        text=sighting.span.of(document.text),
        role=role,
        label=sighting.label,
        interval=sighting.quantity.interval,
        unit=sighting.quantity.unit or None,
        metric=sighting.metric,
        scope=sighting.scope or None,
        period=None if year is None else str(year),
    )
