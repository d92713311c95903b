"""Kind `metric`: one metric has one value, wherever the report states it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from fractions import Fraction

from checker.figures.build import shown
from checker.figures.relate.tables.blocks import is_limited
from checker.rulebook.dossier import Dossier
from checker.rulebook.equations.cells import all_blocks, in_tables
from checker.rulebook.equations.explained import are_tied
from checker.rulebook.equations.operands import operand
from checker.rulebook.equations.scopes import OWN, WHOLE, agree
from checker.rulebook.equations.sightings import Sighting
from checker.rulebook.faults import SpecError
from checker.words.record import dataclass, field
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth
from checker.words.rule import Metric, Rule, Rulebook

_LAPSED, _CARRIED = "失效", "结转"
_LONG = 4  # digits from which on a single other digit is likelier a slip than another count


class Places(StrEnum):
    """Where the values are compared: between sentences (any difference, or slips of the pen), or text and tables."""

    TEXT = "text"
    SLIPS = "slips"
    TABLES = "tables"


@dataclass(frozen=True, slots=True)
class Named:
    """The metrics: by default all that have one value in a report."""

    metrics: tuple[str, ...] = field(default=(), metadata={"zh": "哪些指标", "en": "which metrics"})


@dataclass(frozen=True, slots=True)
class OneValue:
    """A metric of one scope and year has one value: in all sentences of the text, or in the text and its tables."""

    require: Places = field(metadata={"zh": "文中各处一致，或文表一致", "en": "where the values are compared"})
    given: Named = field(default=Named(), metadata={"zh": "检查哪些指标", "en": "which metrics"})

    def cross_check(self, rulebook: Rulebook) -> Iterator[SpecError]:
        """Names that are no metrics of the rulebook."""
        from checker.rulebook.equations import checks

        known = {metric.id for metric in rulebook.metrics}
        return checks.unknown(self.given.metrics, known, "given.metrics", ("指标", "metric"))

    def relate(self, rule: Rule, dossier: Dossier) -> tuple[Relation, ...]:
        """A relation for each second statement of a metric."""
        sightings = dossier.sightings()
        pairs: list[tuple[Sighting, Sighting, Binding]] = []
        stocked = _with_stock(dossier) if self.require is Places.TABLES else frozenset()
        for metric in self._metrics(dossier.rulebook):
            found = sightings.of(metric.id)
            if not found:
                continue
            if self.require is Places.TABLES:
                pairs += _in_tables(found, metric, dossier, stocked)
            else:
                pairs += _in_text(found, slips=self.require is Places.SLIPS)
        return tuple(_relation(*pair, rule, dossier) for pair in pairs if not _are_tied(*pair[:2], dossier))

    def _metrics(self, rulebook: Rulebook) -> Iterator[Metric]:
        named = self.given.metrics
        return (metric for metric in rulebook.metrics if (metric.id in named if named else metric.single))


def _in_text(found: Sequence[Sighting], *, slips: bool) -> Iterator[tuple[Sighting, Sighting, Binding]]:
    """The first statement of each value; three values of one metric are hardly those of one thing."""
    values: list[Sighting] = []
    for sighting in found:
        if (
            sighting.own
            and (slips or sighting.clear or sighting.quantity.unit_class == "percent")
            and all(sighting.quantity.value != other.quantity.value for other in values)
        ):
            values.append(sighting)
    if len(values) != 2:
        return
    first, second = values
    apart = first.line != second.line and not first.quantity.interval.meets(second.quantity.interval)
    if (
        apart
        and agree({first.scope, second.scope})
        and (not slips or _is_slip(shown(first.quantity), shown(second.quantity)))
    ):
        yield first, second, Binding.INFERRED


def _is_slip(one: str, other: str) -> bool:
    """Whether one number is the other with two neighbouring digits swapped, or with one of four or more mistyped."""
    if len(one) != len(other):
        return False
    places = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(places) == 1:
        return len(one) >= _LONG
    swapped = len(places) == 2 and places[1] == places[0] + 1
    return swapped and one[places[0]] == other[places[1]] and one[places[1]] == other[places[0]]


def _in_tables(
    found: Sequence[Sighting], metric: Metric, dossier: Dossier, stocked: frozenset[int]
) -> Iterator[tuple[Sighting, Sighting, Binding]]:
    """Each statement of the text with the cell that has its value, else with the first cell of the metric.

    `stocked` are the starts of sums that take in what was left of last year: no synonym of what was done.
    """
    cells = in_tables(dossier.document, dossier.once(all_blocks), metric)
    for sighting in found if cells else ():
        if sighting.scope not in ("", WHOLE, OWN) or (not sighting.own and sighting.span.start in stocked):
            continue
        same = next((c for c in cells if c.quantity.interval.meets(sighting.quantity.interval)), None)
        if same is None and _with_the_lapsed(sighting, dossier) in {c.quantity.value for c in cells}:
            continue
        if same is None and is_limited(dossier.document, cells[0].span.start):
            continue
        written, again = shown(cells[0].quantity), shown(sighting.quantity)
        besides = same is None and _is_told_besides(sighting, found, cells)
        if besides and (sighting.scope or not _is_slip(written, again)):
            continue
        mistyped = len(written) >= _LONG and _is_slip(written, again)
        sure = sighting.own and len(cells) == 1 and (metric.single or mistyped)
        yield same or cells[0], sighting, Binding.STATED if sure else Binding.INFERRED


def _is_told_besides(sighting: Sighting, found: Sequence[Sighting], cells: Sequence[Sighting]) -> bool:
    """Whether another statement, of another scope or before this one, has the value of the table (全市…结转106件)."""
    others = (o for o in found if o.scope != sighting.scope or o.span.start < sighting.span.start)
    return any(other.quantity.interval.meets(cell.quantity.interval) for other in others for cell in cells)


def _with_the_lapsed(sighting: Sighting, dossier: Dossier) -> Fraction | None:
    """What the figure makes up with what lapsed beside it (废止6件,宣布失效2件: a table may count both as 废止)."""
    figures = dossier.sightings().lines.get(sighting.line, ())
    at = next((i for i, f in enumerate(figures) if f.quantity.span == sighting.span), len(figures))
    beside = (*figures[max(0, at - 1) : at], *figures[at + 1 : at + 2])
    lapsed = next((f for f in beside if _LAPSED in f.label), None)
    return None if lapsed is None else sighting.quantity.value + lapsed.quantity.value


def _with_stock(dossier: Dossier) -> frozenset[int]:
    """Where the sums start that take in what was left of last year (上年结转7件,共办理219件)."""
    sums = (r for r in dossier.ledger.relations if r.kind is RelationKind.PART_WHOLE_SUM and r.truth is Truth.HOLDS)
    carried = (r for r in sums if any(_CARRIED in o.label for o in r.in_role(Role.PART)))
    return frozenset(o.span.start for r in carried for o in r.in_role(Role.TOTAL))


def _are_tied(one: Sighting, other: Sighting, dossier: Dossier) -> bool:
    return are_tied({one.span.start, other.span.start}, dossier.ledger.relations)


def _relation(stated: Sighting, again: Sighting, binding: Binding, rule: Rule, dossier: Dossier) -> Relation:
    holds = stated.quantity.interval.meets(again.quantity.interval)
    return Relation(
        id="",
        kind=RelationKind.REPEATED_METRIC,
        truth=Truth.HOLDS if holds else Truth.VIOLATED,
        binding=binding,
        rule=rule.id,
        equation=f"{shown(again.quantity)} {'=' if holds else '≠'} {shown(stated.quantity)}",
        operands=(
            operand(stated, Role.STATED, dossier.document),
            operand(again, Role.RESTATED, dossier.document),
        ),
    )
