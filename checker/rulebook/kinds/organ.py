"""Kind `organ`: bodies that no longer existed in the report year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from checker.rulebook.citations import year_of
from checker.rulebook.dossier import Dossier
from checker.rulebook.reach import Reach, sentence, together, verdict
from checker.rulebook.regex import Regex
from checker.rulebook.vocabulary import places
from checker.words.audit import Verdict
from checker.words.place import Span
from checker.words.record import dataclass, field
from checker.words.registry import Organ
from checker.words.rule import Hit, Judgement, Rule


@dataclass(frozen=True, slots=True)
class Naming:
    """The words by which a report tells of a body that is gone."""

    past: tuple[Regex, ...] = field(
        default=(), metadata={"zh": "表明机构已撤并的用语", "en": "words that tell of a body as past"}
    )


@dataclass(frozen=True, slots=True)
class PresentOrgan:
    """Bodies bear the names that they had in the report year."""

    require: Naming = field(default=Naming(), metadata={"zh": "识别用语", "en": "how it is told"})
    given: Reach = field(default=Reach(), metadata={"zh": "检查范围", "en": "where it is looked for"})

    def judge(self, rule: Rule, dossier: Dossier) -> Judgement:
        organs = cast(tuple[Organ, ...], dossier.rulebook.registries.get("organs", ()))
        year = year_of(dossier.document)
        if year is None:
            return Judgement(Verdict.NOT_APPLICABLE, reason="报告年度不明")
        hits: list[Hit] = []
        for organ in organs:
            if organ.ended < year:
                hits += together([*self._named(organ, dossier)], "又见此处")
        return verdict(hits)

    def _named(self, organ: Organ, dossier: Dossier) -> Iterator[Hit]:
        arguments = {"name": organ.name, "successor": organ.successor, "ended": str(organ.ended)}
        spans = sorted(places(dossier.document.folded, organ.terms))
        others = tuple(places(dossier.document.folded, organ.unless)) if spans else ()
        for span in spans:
            is_other = any(other.contains(span) for other in others)
            if not is_other and self.given.admits(dossier, span.start) and not self._is_past(span, dossier):
                yield Hit(span, arguments, subject=organ.name)

    def _is_past(self, span: Span, dossier: Dossier) -> bool:
        folded = dossier.document.folded
        around = sentence(folded, span)
        return any(pattern.search(folded, around.start, around.end) for pattern in self.require.past)
