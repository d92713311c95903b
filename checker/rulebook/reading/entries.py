"""What may stand in a pack: the common keys of rules and overrides, and what must hold between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from checker.rulebook.faults import SpecError
from checker.rulebook.wording import stray
from checker.words.document import Body, Level
from checker.words.finding import Basis, Category, Certainty, Severity
from checker.words.profile import Profile
from checker.words.record import dataclass, field
from checker.words.rule import Example, Stage, Wording

SCHEMA = "report-checker-rules/1"
TOP_KEYS = ("schema", "pack", "metrics", "registries", "rules", "overrides")
DEFAULT_POINTS = {
    Severity.ERROR: (Fraction(5), Fraction(15)),
    Severity.WARNING: (Fraction(2), Fraction(6)),
    Severity.INFO: (Fraction(0), Fraction(0)),
}

_PACK_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
RULE_ID = re.compile(r"[a-z][a-z0-9]*([.-][a-z0-9]+)*")


def zh(text: str, english: str) -> dict[str, str]:
    """The description of a key, for the JSON schema and the pages of rules."""
    return {"zh": text, "en": english}


@dataclass(frozen=True, slots=True)
class PackHead:
    """Who a pack is, and which packs it builds on."""

    id: str = field(metadata=zh("规则包的标识", "id of the pack"))
    version: int = field(metadata=zh("版本号，内容有变即加一", "version, raised with every change"))
    extends: tuple[str, ...] = field(default=(), metadata=zh("所依托的规则包", "the packs it builds on"))
    title: str | Wording = field(default="", metadata=zh("规则包的名称", "what people call it"))

    def problems(self) -> Iterator[SpecError]:
        if not _PACK_ID.fullmatch(self.id):
            yield SpecError("标识只用小写字母、数字和“-”", "an id has small letters, digits and hyphens", "id")


@dataclass(frozen=True, slots=True)
class ExampleEntry:
    """A text that a rule must pass or fail."""

    text: str = field(metadata=zh("示例文字", "the text"))
    quote: str | None = field(
        default=None, metadata=zh("应当报出的位置：示例中的原文", "the spot that must be reported")
    )
    profile: Profile | None = field(default=None, metadata=zh("按何种报告检查", "checked as this kind of report"))

    def problems(self) -> Iterator[SpecError]:
        if self.quote is not None and self.quote not in self.text:
            yield SpecError("quote 不在 text 的原文里", "the quote does not occur in the text", "quote")


@dataclass(frozen=True, slots=True)
class Examples:
    """The tests of a rule, and its documentation."""

    pass_: tuple[str | ExampleEntry, ...] = field(default=(), metadata=zh("合规的写法", "texts that pass"))
    fail: tuple[str | ExampleEntry, ...] = field(default=(), metadata=zh("不合规的写法", "texts that fail"))

    def passing(self) -> tuple[Example, ...]:
        return tuple(map(_example, self.pass_))

    def failing(self) -> tuple[Example, ...]:
        return tuple(map(_example, self.fail))


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """The keys that every rule has; those of its kind stand beside them."""

    id: str = field(metadata=zh("规则的标识，发布后不再改用", "id, never reused"))
    kind: str = field(metadata=zh("规则的种类", "kind of the rule"))
    severity: Severity = field(metadata=zh("级别", "how grave"))
    category: Category = field(metadata=zh("问题的类别", "category of its findings"))
    message: Wording = field(metadata=zh("问题说明", "what is wrong"))
    suggestion: Wording = field(default=Wording("", ""), metadata=zh("如何改正", "how to mend it"))
    checks: Wording = field(
        default=Wording("", ""), metadata=zh("检查什么，不写则由种类说明", "what it asserts; default: as its kind")
    )
    profiles: tuple[Profile, ...] = field(
        default=tuple(Profile), metadata=zh("适用于何种报告，不写即全部", "kinds of reports; default: all")
    )
    points: Fraction | None = field(default=None, metadata=zh("每处扣分", "points a finding"))
    cap: Fraction | None = field(default=None, metadata=zh("最多扣分，也是本规则的权重", "most points; the weight"))
    veto: bool = field(default=False, metadata=zh("违反即不合格", "a breach fails the report"))
    stage: Stage = field(default=Stage.STABLE, metadata=zh("草案、试行、正式或废止", "stage of its life"))
    from_: int | None = field(default=None, metadata=zh("自何年度起适用", "first report year"))
    until: int | None = field(default=None, metadata=zh("适用至何年度", "last report year"))
    levels: tuple[Level, ...] = field(default=(), metadata=zh("只适用于何层级", "only for these levels"))
    bodies: tuple[Body, ...] = field(default=(), metadata=zh("只适用于政府或部门", "only for these bodies"))
    regions: tuple[str, ...] = field(default=(), metadata=zh("只适用于何地", "only for these provinces"))
    basis: tuple[Basis, ...] = field(default=(), metadata=zh("依据", "legal basis"))
    examples: Examples = field(default=Examples(), metadata=zh("合规与不合规的示例", "texts that pass and fail"))
    formerly: tuple[str, ...] = field(default=(), metadata=zh("曾用的标识", "former ids"))

    def problems(self) -> Iterator[SpecError]:
        points, cap = self.weight()
        demands = (
            (RULE_ID.fullmatch(self.id), "id", "标识只用小写字母、数字、“.”和“-”，如 core.title", "write core.title"),
            (self.profiles, "profiles", "至少写一种报告，或删去此键", "name a profile, or leave the key out"),
            (points >= 0, "points", "分值不能为负", "points cannot be negative"),
            (cap >= points, "cap", "最多扣分不能小于每处扣分", "the cap cannot be less than the points"),
            ((self.from_ or 0) <= (self.until or 9999), "until", "终止年度早于起始年度", "ends before it begins"),
            *(self._ripeness() if self.stage is Stage.STABLE else ()),
        )
        yield from (SpecError(chinese, english, key) for met, key, chinese, english in demands if not met)
        for key, wording in (("message", self.message), ("suggestion", self.suggestion)):
            for language, text in (("zh", wording.zh), ("en", wording.en)):
                if spot := stray(text):
                    told = f"“{spot}”不能填入；写成 {{名}} 或 [名|文字]", f"“{spot}” is no argument"
                    yield SpecError(*told, f"{key}.{language}")

    def _ripeness(self) -> tuple[tuple[object, str, str, str], ...]:
        """What a rule must bring before it may count."""
        recalled = all(basis.certainty is Certainty.MEMORY for basis in self.basis)
        too_grave = self.severity is Severity.ERROR and recalled and self.basis
        return (
            (self.basis, "basis", "正式规则要有依据 basis", "a stable rule needs a basis"),
            (self.suggestion.zh, "suggestion", "正式规则要有改正建议 suggestion", "a stable rule needs a suggestion"),
            (self.examples.pass_, "examples", "正式规则至少要有一个合规示例 pass", "a text that passes is missing"),
            (self.examples.fail, "examples", "正式规则至少要有一个不合规示例 fail", "a text that fails is missing"),
            (
                not too_grave,
                "severity",
                "依据仅凭记忆（忆）的规则不能是 error",
                "known from memory: cannot be an error",
            ),
        )

    def weight(self) -> tuple[Fraction, Fraction]:
        """Points a finding and the cap; a cap that is not given is three times the points."""
        points, cap = DEFAULT_POINTS[self.severity]
        if self.points is None:
            return min(points, cap if self.cap is None else self.cap), cap if self.cap is None else self.cap
        return self.points, 3 * self.points if self.cap is None else self.cap


@dataclass(frozen=True, slots=True)
class OverrideEntry:
    """The keys of an override beyond those that it changes."""

    rule: str = field(metadata=zh("要调整的规则", "the rule to be changed"))
    reason: str = field(metadata=zh("调整的理由", "why it is changed"))
    enabled: bool = field(default=True, metadata=zh("false 即停用", "false switches it off"))


CHANGEABLE = ("severity", "points", "cap", "veto", "message", "suggestion")


def _example(entry: str | ExampleEntry) -> Example:
    return Example(entry) if isinstance(entry, str) else Example(entry.text, entry.quote, entry.profile)
