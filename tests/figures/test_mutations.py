"""The mutation suite: one slip in a figure of a relation that holds is noticed, and nothing else is called wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from unittest.mock import patch

import pytest

from checker.figures import Ledger, measure
from checker.figures.story import Story
from checker.outline import parse
from checker.words.relation import Operand, Relation, RelationKind, Role, Truth
from checker.words.source import Source
from tests.figures.measuring import violated
from tests.figures.mutants import Slip, recounted, slips, still_holds

SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))
REPORTS = sorted((Path(__file__).parent / "data" / "reports").glob("*.txt"))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a slip: the kinds of the relations that it breaks, whether it was noticed, what else was said."""

    report: str
    slip: Slip
    broken: frozenset[RelationKind]
    noticed: bool
    strays: tuple[str, ...]


@cache
def outcomes() -> tuple[Outcome, ...]:
    """Every fourth slip of the small reports, every tenth of the long ones: all operators have their turn."""
    return (*_run(REPORTS, every=4), *_run(SEEDS, every=10))


def _run(paths: list[Path], every: int) -> Iterator[Outcome]:
    for path in paths:
        text = path.read_text("utf-8")
        with patch("checker.figures.relate.finders.borne_out", new=_claimed):
            ledger = _measured(text)
        before = {_identity(r, 0, 0) for r in violated(ledger)}
        pairs = [(operand, relations, slip) for operand, relations in _figures(ledger) for slip in _slips(operand)]
        for operand, relations, slip in pairs[::every]:
            yield _outcome(path.name, text, operand, relations, slip, before)


def _claimed(_: Story, known: tuple[Relation, ...]) -> tuple[Relation, ...]:
    """The relations that words claim: of what figures alone bear out a slip leaves nothing behind."""
    return known


def _slips(operand: Operand) -> Iterator[Slip]:
    return recounted(operand) if operand.role is Role.COUNT else slips(operand)


def _outcome(
    name: str, text: str, operand: Operand, relations: list[Relation], slip: Slip, before: set[object]
) -> Outcome:
    found = violated(_measured(slip.into(text)))
    shift = len(slip.text) - len(slip.span)
    new = [r for r in found if _identity(r, slip.span.start, shift) not in before]
    touching = [r for r in new if any(o.span.start == operand.span.start for o in r.operands)]
    listed = operand.role is Role.COUNT
    broken = frozenset(r.kind for r in relations if listed or not still_holds(r, operand, slip))
    strays = [r for r in new if r not in touching] if broken else new
    return Outcome(name, slip, broken, bool(touching), tuple(r.equation for r in strays))


def _figures(ledger: Ledger) -> list[tuple[Operand, list[Relation]]]:
    """Every figure of a relation that holds, with all of these that it stands in."""
    found: dict[int, tuple[Operand, list[Relation]]] = {}
    for relation in ledger.relations:
        if relation.truth is not Truth.HOLDS:
            continue
        counted = relation.kind is RelationKind.COUNTED_LIST
        if counted and any(c in o.text for o in relation.operands for c in "和及与"):
            continue
        for operand in relation.operands:
            if (operand.role is Role.COUNT) if counted else operand.interval is not None:
                found.setdefault(operand.span.start, (operand, []))[1].append(relation)
    return [found[start] for start in sorted(found)]


def _identity(relation: Relation, after: int, shift: int) -> object:
    """A relation by its kind and the places of its operands, as they were before a slip moved them."""
    places = [o.span.start - (shift if o.span.start > after else 0) for o in relation.operands]
    return relation.kind, frozenset(places)


def _measured(text: str) -> Ledger:
    return measure(parse(Source("report.txt", text, "utf-8")))


FLOORS = {
    RelationKind.PART_WHOLE_SUM: 0.79,  # a list that may leave something out may fall short
    RelationKind.RATE: 0.94,  # another pair of counts may give the mistyped rate
    RelationKind.REDUCTION: 0.98,
    RelationKind.GROWTH: 0.95,  # of rounded amounts (24万元 more than 186万元) 13.0% may be right where 12.9% is
    RelationKind.DIFFERENCE: 0.82,  # what was there before is told elsewhere: only agreement is told
    RelationKind.CARRY_OVER: 0.88,
    RelationKind.REPEATED_METRIC: 0.54,  # another value far away is another thing
    RelationKind.COUNTED_LIST: 0.83,
    RelationKind.BOUND: 1.0,
}
"""The share of slips that must be noticed, by the kind of the relation that they break."""


@pytest.mark.parametrize("kind", FLOORS)
def test_noticed(kind: RelationKind) -> None:
    broken = [outcome for outcome in outcomes() if kind in outcome.broken]
    assert sum(outcome.noticed for outcome in broken) >= FLOORS[kind] * len(broken) > 0


def test_a_slip_that_breaks_nothing_is_let_pass() -> None:
    equivalent = [outcome for outcome in outcomes() if not outcome.broken]
    assert len(equivalent) >= 10
    assert [(o.report, o.slip, o.strays) for o in equivalent if o.strays] == []


def test_nothing_else_is_accused() -> None:
    """A violated relation that does not touch the slip would blame a figure that is right."""
    assert [(o.report, o.slip, o.strays) for o in outcomes() if o.strays] == []
