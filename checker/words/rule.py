"""A rule as it was read from a pack, the rulebook, and what a rule says of a report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType

from checker.words.audit import Part, Verdict
from checker.words.finding import Basis, Category, Severity
from checker.words.place import Span
from checker.words.record import dataclass


class Stage(StrEnum):
    """Life cycle: a trial rule is shown and never deducts; draft and retired rules do not run."""

    DRAFT = "draft"
    TRIAL = "trial"
    STABLE = "stable"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class Wording:
    """A text for people in both languages; `{name}` stands for an argument of the hit."""

    zh: str
    en: str

    def of(self, language: str) -> str:
        """The text in `zh` or `en`."""
        return self.en if language == "en" else self.zh


@dataclass(frozen=True, slots=True)
class Example:
    """A text that a rule must pass or fail; `quote` is the place where it must fail, `profile` overrules the rule's."""

    text: str
    quote: str | None = None
    profile: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a rule was written: the pack's id and the file with its 1-based line."""

    pack: str
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Change:
    """What a later pack made of a rule's field, and why."""

    field: str
    value: str
    reason: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Metric:
    """A named figure: `names` and `synonyms` as they stand in reports, the class of its unit, where it may stand."""

    id: str
    names: tuple[str, ...]
    unit: str
    synonyms: tuple[str, ...] = ()
    excluding: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()
    period: str = "report_year"
    part: str | None = None
    single: bool = False
    profiles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `spec` is the typed record of its kind; `since` and `until` are report years, inclusive."""

    id: str
    kind: str
    spec: object
    profiles: tuple[str, ...]
    severity: Severity
    category: Category
    points: Fraction
    cap: Fraction
    message: Wording
    suggestion: Wording
    origin: Origin
    veto: bool = False
    stage: Stage = Stage.STABLE
    since: int | None = None
    until: int | None = None
    levels: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    basis: tuple[Basis, ...] = ()
    passing: tuple[Example, ...] = ()
    failing: tuple[Example, ...] = ()
    formerly: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rules in force. `packs` are `id@version` in the order of loading, `digest` the SHA-256 over their texts."""

    packs: tuple[str, ...]
    digest: str
    rules: tuple[Rule, ...]
    metrics: tuple[Metric, ...] = ()
    registries: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))

    def rule(self, identifier: str) -> Rule | None:
        """The rule with this id or former id."""
        return next((r for r in self.rules if identifier == r.id or identifier in r.formerly), None)


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a rule is broken.

    `arguments` fill the rule's wording. `subject` identifies the hit for fingerprints (the quote in its context where
    None). `severity` and `category` overrule the rule's, downwards only for severity. `related` are further places
    with a word on each.
    """

    span: Span
    arguments: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    related: tuple[tuple[Span, str], ...] = ()
    relations: tuple[str, ...] = ()
    severity: Severity | None = None
    category: Category | None = None
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a rule says of one report; `held` counts the places where it was checked and held."""

    verdict: Verdict
    hits: tuple[Hit, ...] = ()
    reason: str | None = None
    held: int = 0
    parts: tuple[Part, ...] = ()
