"""What is wrong, where, on what basis, and how to mend it."""

from __future__ import annotations

from enum import StrEnum

from checker.words.place import Place
from checker.words.record import dataclass, field


class Severity(StrEnum):
    """The gate, never the score; the order of the members is from light to grave."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        return list(Severity).index(self)


class Category(StrEnum):
    """The closed set of kinds of findings."""

    MISSING_SECTION = "missing_section"
    NUMBERING = "numbering"
    ARITHMETIC = "arithmetic"
    RATE = "rate"
    REPEATED_METRIC = "repeated_metric"
    COUNTED_LIST = "counted_list"
    DATE = "date"
    TITLE = "title"
    SIGNATURE = "signature"
    WORDING = "wording"
    OUTDATED_LAW = "outdated_law"
    ENCODING = "encoding"
    RESIDUE = "residue"
    PUNCTUATION = "punctuation"
    PLACEHOLDER = "placeholder"
    FORMAT = "format"
    OTHER = "other"


class Certainty(StrEnum):
    """How a fact is known: read in the text itself, second-hand, seen in practice, from memory."""

    READ = "读"
    SECOND_HAND = "转"
    PRACTICE = "样"
    MEMORY = "忆"


@dataclass(frozen=True, slots=True)
class Basis:
    """The clause a rule rests on."""

    instrument: str = field(metadata={"zh": "文件名称，不加书名号", "en": "name of the instrument"})
    number: str = field(default="", metadata={"zh": "文号", "en": "its number"})
    article: str = field(default="", metadata={"zh": "条款", "en": "the clause"})
    certainty: Certainty = field(
        default=Certainty.READ, metadata={"zh": "确知程度：读、转、样、忆", "en": "how it is known"}
    )


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to a finding."""

    place: Place
    quote: str
    message: str


@dataclass(frozen=True, slots=True)
class Suppressed:
    """Why a finding is listed but does not gate: by baseline, waiver, trial or since.

    Of a waiver `grounds` is the id of its reason and `approver` who answers for it.
    """

    by: str
    reason: str
    until: str | None = None
    grounds: str | None = None
    approver: str | None = None

    @property
    def spares_points(self) -> bool:
        return self.by in {"waiver", "trial"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault at one place.

    `quote` equals the report's text at `place`; `section` are the markers on the way to it, `headings` their texts.
    `before` and `after` are some characters of its lines around the quote, for those who show it in its context.
    """

    rule: str
    severity: Severity
    category: Category
    message: str
    suggestion: str
    basis: tuple[Basis, ...]
    place: Place
    quote: str
    section: tuple[str, ...]
    fingerprint: str
    recurrence: str
    related: tuple[Related, ...] = ()
    relations: tuple[str, ...] = ()
    suppressed: Suppressed | None = None
    headings: tuple[str, ...] = field(default=())
    before: str = ""
    after: str = ""
