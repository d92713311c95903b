"""Kind `equation`: the figures of named metrics fulfil an equation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from fractions import Fraction
from types import MappingProxyType

from checker.rulebook.dossier import Dossier
from checker.rulebook.equations.equation import Equation
from checker.rulebook.equations.filled import filled, gap
from checker.rulebook.equations.frames import Within, around
from checker.rulebook.equations.naming import forms
from checker.rulebook.equations.readings import Fate, Judge, Reading, coverage, extent, falls_short
from checker.rulebook.equations.roles import roles
from checker.rulebook.equations.sightings import Sighting
from checker.rulebook.faults import SpecError
from checker.words.record import dataclass
from checker.words.relation import Binding, Operand, Relation, RelationKind, Role, Truth
from checker.words.rule import Rule, Rulebook

_HEADS = frozenset({Role.TOTAL, Role.RATE})
_METRIC = "指标", "metric"
_FEW, _MOST = 3, Fraction(7, 10)  # kinds named, and their share of the whole, from which on a list passes for whole
_PARTITIONS = frozenset({RelationKind.PART_WHOLE_SUM, RelationKind.DIFFERENCE})
_SUMS = _PARTITIONS | {RelationKind.CARRY_OVER}


@dataclass(frozen=True, slots=True)
class Where:
    """How far apart the figures of one equation may stand: those of other paragraphs are joined by inference."""

    within: Within = field(
        default=Within.PARAGRAPH, metadata={"zh": "同句（分号之间）、同段、同节或全文", "en": "how far apart"}
    )


@dataclass(frozen=True, slots=True)
class Balanced:
    """The figures of named metrics fulfil the equation, in at least one admissible reading of the report.

    Alternatives parted by `|` are definitions that a report may follow, as far as it states their metrics; of several
    equations each must hold. Of the metrics that are not stated those in `absent` are nothing where the list of kinds
    is whole, those in `unstated` are unknown.
    """

    require: Equation | tuple[Equation, ...] = field(metadata={"zh": "等式；可有几个", "en": "what must hold"})
    relation: RelationKind = field(metadata={"zh": "关系的种类", "en": "kind of the relation"})
    when: tuple[str, ...] = field(metadata={"zh": "写明这些指标才判断", "en": "metrics that must be stated"})
    absent: tuple[str, ...] = field(default=(), metadata={"zh": "未写即为零的指标", "en": "none where not named"})
    unstated: tuple[str, ...] = field(
        default=(), metadata={"zh": "可能有而未写明的指标", "en": "metrics that may well be there unstated"}
    )
    unless: tuple[str, ...] = field(
        default=(), metadata={"zh": "同段写明这些指标则不判断", "en": "not where the paragraph states one of these"}
    )
    roles: Mapping[str, Role] = field(
        default_factory=lambda: MappingProxyType({}), metadata={"zh": "各指标的角色", "en": "roles of metrics"}
    )
    given: Where = field(default=Where(), metadata={"zh": "检查范围", "en": "where the figures stand"})

    @property
    def equations(self) -> tuple[Equation, ...]:
        return self.require if isinstance(self.require, tuple) else (self.require,)

    def cross_check(self, rulebook: Rulebook) -> Iterator[SpecError]:
        """Names that are no metrics of the rulebook, or none of the equation."""
        from checker.rulebook.equations import checks

        known = {metric.id for metric in rulebook.metrics}
        used = {name for equation in self.equations for name in equation.metrics}
        several = isinstance(self.require, tuple)
        for number, equation in enumerate(self.equations):
            for name in equation.metrics:
                if name not in known:
                    key = f"require.{number}" if several else "require"
                    yield checks.unknown_name(name, known, key, _METRIC, equation.place(name))
        for key, names in (("when", self.when), ("absent", self.absent), ("unstated", self.unstated)):
            yield from checks.unknown(names, used, key, _METRIC)
        yield from checks.unknown(self.unless, known, "unless", _METRIC)
        if not self.when:
            yield SpecError("至少写一个须写明的指标", "name at least one metric", "when")

    def relate(self, rule: Rule, dossier: Dossier) -> tuple[Relation, ...]:
        """One relation for each occurrence of the first metric of `when` that is joined by enough others."""
        sightings = dossier.sightings()
        if not all(sightings.of(name) for name in self.when):
            return ()
        found: dict[tuple[int, ...], Relation] = {}
        for equation in self.equations:
            for relation in self._relations(equation, rule, dossier):
                found.setdefault(tuple(sorted(operand.span.start for operand in relation.operands)), relation)
        return tuple(found.values())

    def _relations(self, equation: Equation, rule: Rule, dossier: Dossier) -> Iterator[Relation]:
        sightings = dossier.sightings()
        judge = Judge(sightings, dossier.document.folded, frozenset(self.absent), frozenset(self.unstated))
        settled: set[tuple[object, str]] = set()
        for anchor in sightings.of(self.when[0]):
            key = anchor.quantity.interval, anchor.scope
            candidates = around(anchor, equation.metrics, sightings, self.given.within)
            if key in settled or not all(candidates.get(name) for name in self.when):
                continue
            if any(other.line == anchor.line for name in self.unless for other in sightings.of(name)):
                continue
            readings = tuple(judge.readings(equation.alternatives, candidates))
            relation = self._verdict(readings, candidates, rule, dossier)
            if relation is not None:
                settled.add(key)
                yield relation

    def _verdict(
        self, readings: Sequence[Reading], candidates: Mapping[str, Sequence[Sighting]], rule: Rule, dossier: Dossier
    ) -> Relation | None:
        """Violated only if every reading is excluded."""
        fates = {fate: [r for r in readings if self._fate(r, dossier.document.folded) is fate] for fate in Fate}
        for fate, truth in ((Fate.FITS, Truth.HOLDS), (Fate.CUT, Truth.VIOLATED), (Fate.OPEN, Truth.UNDECIDABLE)):
            if fates[fate]:
                first = fates[fate][0]
                telling = truth is not Truth.UNDECIDABLE or self.relation not in _SUMS or len(first.chosen) > 2
                return self._relation(first, truth, candidates, rule, dossier) if telling else None
        excluded = fates[Fate.EXCLUDED] or fates[Fate.SHORT]
        if not excluded:
            return None
        relation = self._relation(
            min(excluded, key=lambda reading: (-len(reading.chosen), extent(reading))),
            Truth.VIOLATED,
            candidates,
            rule,
            dossier,
        )
        return None if _is_explained(relation, dossier) else relation

    def _fate(self, reading: Reading, text: str) -> Fate:
        """What of a reading's fate stands.

        A part may exceed its whole where a bracket says that it includes more. Kinds that fall short of their whole may
        not be all: where they are few, or stand in another paragraph.
        """
        if reading.fate is Fate.EXCLUDED and self.relation is RelationKind.BOUND:
            return Fate.OPEN if self._includes_more(reading, text) else Fate.EXCLUDED
        if reading.fate not in (Fate.SHORT, Fate.EXCLUDED) or self.relation not in _PARTITIONS:
            return reading.fate
        if reading.fate is Fate.EXCLUDED:
            apart = len({figure.line for figure in reading.chosen.values()}) > 1
            return Fate.OPEN if apart and falls_short(reading.comparison, reading.chosen) else Fate.EXCLUDED
        parts = sum(name in self.absent for name in reading.chosen)
        return Fate.SHORT if parts >= _FEW and coverage(reading) >= _MOST else Fate.OPEN

    def _includes_more(self, reading: Reading, text: str) -> bool:
        return any(text.startswith(("(含", "(包括", "(其中"), figure.span.end) for figure in reading.chosen.values())

    def _relation(
        self,
        reading: Reading,
        truth: Truth,
        candidates: Mapping[str, Sequence[Sighting]],
        rule: Rule,
        dossier: Dossier,
    ) -> Relation:
        figures = {name: sighting.quantity for name, sighting in reading.chosen.items()}
        told = {**roles(reading.comparison, self.relation), **self.roles}
        year = dossier.document.report_year
        operands = tuple(
            Operand(
                span=sighting.span,
                text=sighting.span.of(dossier.document.text),
                role=told.get(name, Role.OTHER),
                label=sighting.label,
                interval=sighting.quantity.interval,
                unit=sighting.quantity.unit or None,
                metric=name,
                scope=sighting.scope or None,
                period=None if year is None else str(year),
            )
            for name, sighting in reading.chosen.items()
        )
        undecided = truth is Truth.UNDECIDABLE
        return Relation(
            id="",
            kind=self.relation,
            truth=truth,
            binding=_binding(reading, candidates),
            rule=rule.id,
            equation="" if undecided else filled(reading.comparison, figures, holds=truth is Truth.HOLDS),
            operands=operands,
            reason=_reason(reading, dossier.rulebook) if undecided else None,
            gap=gap(reading.comparison, figures) if truth is Truth.VIOLATED else "",
            rounding=reading.fate is Fate.CUT,
        )


def _binding(reading: Reading, candidates: Mapping[str, Sequence[Sighting]]) -> Binding:
    """Stated where all figures stand in one paragraph, by their own names, and no other figure could be meant."""
    figures = reading.chosen.values()
    sure = (
        len({figure.line for figure in figures}) == 1
        and all(figure.own for figure in figures)
        and all(len(candidates[name]) == 1 for name in reading.chosen)
        and reading.fate is not Fate.SHORT
    )
    return Binding.STATED if sure else Binding.INFERRED


def _reason(reading: Reading, rulebook: Rulebook) -> str:
    if reading.missing:
        names = {metric.id: min(forms(metric.names[0]), key=len) for metric in rulebook.metrics}
        return f"未写明：{'、'.join(names[metric] for metric in reading.missing)}"
    return "有的数是约数、含有其他口径，或分项之间有交叉"


def _is_explained(relation: Relation, dossier: Dossier) -> bool:
    """Whether the wording of the report ties the figures in another way, and in that way they agree.

    A sum over fewer of the same parts is no other way: it leaves out what counts.
    """
    heads = _starts(relation, _HEADS)
    starts = _starts(relation)
    for other in dossier.ledger.relations:
        if other.truth is not Truth.HOLDS or not _are_alike(other.kind, relation.kind):
            continue
        theirs = _starts(other)
        if heads and not heads <= _starts(other, _HEADS):
            continue
        if relation.kind is RelationKind.RATE or (theirs - starts and len(starts & theirs) > (1 if heads else 2)):
            return True
    return False


def _starts(relation: Relation, among: frozenset[Role] = frozenset(Role)) -> set[int]:
    return {operand.span.start for operand in relation.operands if operand.role in among}


def _are_alike(one: RelationKind, other: RelationKind) -> bool:
    return one is other or {one, other} <= _PARTITIONS
