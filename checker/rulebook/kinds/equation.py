"""Kind `equation`: the figures of named metrics fulfil an equation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from checker.rulebook.dossier import Dossier
from checker.rulebook.equations.equation import Equation
from checker.rulebook.equations.explained import is_explained, went_otherwise
from checker.rulebook.equations.filled import filled, gap
from checker.rulebook.equations.frames import Within, around
from checker.rulebook.equations.naming import forms
from checker.rulebook.equations.operands import operand
from checker.rulebook.equations.readings import Fate, Judge, Reading
from checker.rulebook.equations.roles import kind_of, roles
from checker.rulebook.equations.sightings import Sighting
from checker.rulebook.equations.verdicts import decide
from checker.rulebook.faults import SpecError
from checker.words.profile import PartId
from checker.words.record import dataclass, field
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth
from checker.words.rule import Rule, Rulebook

_METRIC = "指标", "metric"

Candidates = Mapping[str, Sequence[Sighting]]


@dataclass(frozen=True, slots=True)
class Where:
    """Where the figures stand, and how far apart: those of other paragraphs are joined by inference."""

    part: PartId | None = field(default=None, metadata={"zh": "只在这一部分", "en": "inside this part only"})
    within: Within = field(
        default=Within.PARAGRAPH, metadata={"zh": "同句（分号之间）、同段、同节或全文", "en": "how far apart"}
    )


@dataclass(frozen=True, slots=True)
class Balanced:
    """The figures of named metrics fulfil the equation, in at least one admissible reading of the report.

    Alternatives parted by `|` are definitions that a report may follow, as far as it states their metrics; of several
    equations each must hold. A metric that is not stated is unknown; one of `absent` is nothing where the list of its
    kinds is whole. Without `when` the first metric of the equation must be stated.
    """

    require: Equation | tuple[Equation, ...] = field(metadata={"zh": "等式；可有几个", "en": "what must hold"})
    when: tuple[str, ...] = field(
        default=(), metadata={"zh": "写明这些指标才判断", "en": "metrics that must be stated"}
    )
    absent: tuple[str, ...] = field(default=(), metadata={"zh": "未写即为零的指标", "en": "none where not named"})
    unstated: tuple[str, ...] = field(
        default=(), metadata={"zh": "几种算法中可能未写明的指标", "en": "what alternatives may leave unstated"}
    )
    unless: tuple[str, ...] = field(
        default=(), metadata={"zh": "同段写明这些指标则不判断", "en": "not where the paragraph states one of these"}
    )
    relation: RelationKind | None = field(
        default=None, metadata={"zh": "关系的种类，不写则看等式", "en": "kind of the relation; default: by its form"}
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
        from checker.rulebook.equations import checks  # only while a rulebook is read

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

    def relate(self, rule: Rule, dossier: Dossier) -> tuple[Relation, ...]:
        """One relation for each occurrence of the first metric that must be stated, joined by enough others."""
        sightings = dossier.sightings()
        found: dict[tuple[int, ...], Relation] = {}
        for equation in self.equations:
            needed = self.when or equation.metrics[:1]
            if all(sightings.of(name) for name in needed):
                for relation in self._relations(equation, needed, rule, dossier):
                    found.setdefault(tuple(sorted(operand.span.start for operand in relation.operands)), relation)
        return tuple(found.values())

    def _relations(self, equation: Equation, needed: Sequence[str], rule: Rule, dossier: Dossier) -> Iterator[Relation]:
        sightings = dossier.sightings()
        alternatives = equation.alternatives
        judge = Judge(sightings, dossier.document.folded, frozenset(self.absent), frozenset(self.unstated))
        kind = self.relation or kind_of(alternatives[0].comparison)
        settled: set[tuple[object, str]] = set()
        for anchor in filter(lambda sighting: self._admits(sighting, dossier), sightings.of(needed[0])):
            key = anchor.quantity.interval, anchor.scope
            candidates = around(anchor, equation.metrics, sightings, self.given.within)
            if key in settled or not all(candidates.get(name) for name in needed):
                continue
            readings = tuple(judge.readings(alternatives, candidates))
            decided = decide(readings, kind, frozenset(self.absent), dossier.document.folded)
            if decided is None:
                continue
            relation = self._relation(*decided, kind, candidates, rule, dossier)
            if (
                relation.truth is Truth.HOLDS
                or relation.rounding
                or not (
                    is_explained(relation, dossier.ledger.relations)
                    or went_otherwise(relation, sightings.lines.get(anchor.line, ()))
                )
            ):
                settled.add(key)
                yield relation

    def _admits(self, anchor: Sighting, dossier: Dossier) -> bool:
        """Whether the equation is asked for where the figure stands."""
        if any(other.line == anchor.line for name in self.unless for other in dossier.sightings().of(name)):
            return False
        part, start = self.given.part, anchor.span.start
        return part is None or any(s.extent.start <= start < s.extent.end for s in dossier.part(part))

    def _relation(
        self, reading: Reading, truth: Truth, kind: RelationKind, candidates: Candidates, rule: Rule, dossier: Dossier
    ) -> Relation:
        figures = {name: sighting.quantity for name, sighting in reading.chosen.items()}
        told = {**roles(reading.comparison, kind), **self.roles}
        undecided = truth is Truth.UNDECIDABLE
        return Relation(
            id="",
            kind=kind,
            truth=truth,
            binding=_binding(reading, candidates),
            rule=rule.id,
            equation="" if undecided else filled(reading.comparison, figures, holds=truth is Truth.HOLDS),
            operands=tuple(
                operand(sighting, told.get(name, Role.OTHER), dossier.document)
                for name, sighting in reading.chosen.items()
            ),
            reason=_reason(reading, dossier.rulebook) if undecided else None,
            gap=gap(reading.comparison, figures) if truth is Truth.VIOLATED else "",
            rounding=truth is Truth.VIOLATED and reading.fate is Fate.CUT,
        )


def _binding(reading: Reading, candidates: Candidates) -> Binding:
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
