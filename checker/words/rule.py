"""A rule as it was read from a pack, the rulebook, and what a rule says of a report."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType

from checker.words.audit import Part, Verdict
from checker.words.finding import Basis, Category, Severity
from checker.words.place import Span
from checker.words.record import dataclass, field


class Stage(StrEnum):
    """Life cycle: a trial rule is shown and never deducts; draft and retired rules do not run."""

    DRAFT = "draft"
    TRIAL = "trial"
    STABLE = "stable"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class Wording:
    """A text for people in both languages; `{name}` stands for an argument of the hit."""

    zh: str = field(metadata={"zh": "中文", "en": "in Chinese"})
    en: str = field(metadata={"zh": "英文", "en": "in English"})

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
class Cell:
    """A cell of a text table: row and column by their names, or a place among the numbers of a row of this width.

    `row` and `column` are texts that the name of the row or column ends with, without its marker; without a row the
    only row of the table is meant, else the one of totals. `beside` are names that the table must have too.
    `position` counts the numbers of the row from the left, 1-based.
    """

    row: str = field(default="", metadata={"zh": "行的名称", "en": "name of the row"})
    column: str = field(default="", metadata={"zh": "列的名称", "en": "name of the column"})
    beside: tuple[str, ...] = field(default=(), metadata={"zh": "同一表中还须有的名称", "en": "further names there"})
    width: int | None = field(default=None, metadata={"zh": "行中有几个数", "en": "how many numbers the row has"})
    position: int | None = field(default=None, metadata={"zh": "左起第几个数", "en": "which of them, from the left"})


@dataclass(frozen=True, slots=True)
class Metric:
    """A named figure: how it is called, the class of its unit, where it may stand.

    `names` and `synonyms` are texts with options, `收到(行政)复议(申请|案件)`; a synonym never binds figures for sure.
    `excluding` are words that may not stand beside the figure. `subjects` are the matters (registry `subjects`) that
    the text must be about, `apart` those that its paragraph must not name. `scope` are the scopes in which it
    counts: `own` (本局), `all` (全县), or one in its own words; an unsaid scope may be any.
    """

    id: str = field(metadata={"zh": "指标的标识，公开且不改用", "en": "public id, never reused"})
    names: tuple[str, ...] = field(metadata={"zh": "名称；(甲|乙)任取其一，(甲)可有可无", "en": "names with options"})
    unit: str = field(metadata={"zh": "单位的类别，如 case、person、percent", "en": "class of its unit"})
    synonyms: tuple[str, ...] = field(default=(), metadata={"zh": "近似的叫法", "en": "looser names"})
    units: tuple[str, ...] = field(default=(), metadata={"zh": "也可用的单位类别", "en": "further classes of units"})
    excluding: tuple[str, ...] = field(default=(), metadata={"zh": "旁边不得有的词", "en": "words not beside it"})
    subjects: tuple[str, ...] = field(default=(), metadata={"zh": "所在文字须谈的事", "en": "what the text is about"})
    apart: tuple[str, ...] = field(default=(), metadata={"zh": "同段不得谈的事", "en": "not in a paragraph on these"})
    scope: tuple[str, ...] = field(default=(), metadata={"zh": "限于何种口径", "en": "only in these scopes"})
    period: str = field(default="report_year", metadata={"zh": "哪一年的数", "en": "the year of the figure"})
    part: str | None = field(default=None, metadata={"zh": "须在哪一部分", "en": "part where it stands"})
    single: bool = field(default=False, metadata={"zh": "全文只应有一个值", "en": "has one value in a report"})
    profiles: tuple[str, ...] = field(default=(), metadata={"zh": "哪些报告有此指标", "en": "kinds of reports"})
    cells: tuple[Cell, ...] = field(default=(), metadata={"zh": "在表格中的位置", "en": "where tables state it"})


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `spec` is the typed record of its kind; `since` and `until` are report years, inclusive.

    `checks` tells what it asserts where its kind says too little; it may be empty.
    """

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
    checks: Wording = Wording("", "")
    veto: bool = False
    stage: Stage = Stage.STABLE
    since: int | None = None
    until: int | None = None
    levels: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
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
