"""Kind `pattern`: wording that must not occur."""

from __future__ import annotations

from collections.abc import Iterator

from checker.rulebook.dossier import Dossier
from checker.rulebook.reach import Reach, apart, sentence, together, verdict
from checker.rulebook.regex import Regex
from checker.words.audit import Verdict
from checker.words.place import Span
from checker.words.record import dataclass, field
from checker.words.rule import Hit, Judgement, Rule


@dataclass(frozen=True, slots=True)
class Wording:
    """What must not occur, and what excuses it. Named groups and `found` are arguments of the message."""

    none_of: tuple[Regex, ...] = field(metadata={"zh": "不得出现的写法", "en": "patterns that must not occur"})
    unless: tuple[Regex, ...] = field(
        default=(), metadata={"zh": "同一句中有此写法则不算", "en": "patterns that excuse it in the same sentence"}
    )
    once: bool = field(default=False, metadata={"zh": "全文只报一次", "en": "one finding for all places of the report"})


@dataclass(frozen=True, slots=True)
class ForbiddenPattern:
    """The text holds none of the patterns, unless its sentence excuses it."""

    require: Wording = field(metadata={"zh": "不得出现什么", "en": "what must not occur"})
    given: Reach = field(default=Reach(), metadata={"zh": "检查范围", "en": "where it is looked for"})

    def judge(self, rule: Rule, dossier: Dossier) -> Judgement:
        if self.given.absent(dossier):
            return Judgement(Verdict.NOT_APPLICABLE, reason="报告中没有有关部分")
        hits = apart(self._hits(dossier))
        return verdict(together(hits, "又见此处") if self.require.once else hits)

    def _hits(self, dossier: Dossier) -> Iterator[Hit]:
        folded = dossier.document.folded
        for pattern in self.require.none_of:
            for match in pattern.finditer(folded):
                span = Span(*match.span())
                if self.given.admits(dossier, span.start) and not self._excused(folded, span):
                    named = {name: text or "" for name, text in match.groupdict().items()}
                    yield Hit(span, {"found": span.of(dossier.document.text), **named})

    def _excused(self, folded: str, span: Span) -> bool:
        if not self.require.unless:
            return False
        around = sentence(folded, span)
        return any(excuse.search(folded, around.start, around.end) for excuse in self.require.unless)
