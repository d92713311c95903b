"""Kind `no_work`: book-title marks around what is no work."""

from __future__ import annotations

from collections import defaultdict
from typing import cast

from checker.rulebook.citations import citations
from checker.rulebook.dossier import Dossier
from checker.rulebook.reach import Reach, together, verdict
from checker.words.record import dataclass, field
from checker.words.registry import NoWork
from checker.words.rule import Hit, Judgement, Rule


@dataclass(frozen=True, slots=True)
class TitlesOfWorks:
    """Book-title marks stand around titles of works only, not around thoughts, campaigns or licences."""

    given: Reach = field(default=Reach(), metadata={"zh": "检查范围", "en": "where it is looked for"})

    def judge(self, rule: Rule, dossier: Dossier) -> Judgement:
        known = cast(tuple[NoWork, ...], dossier.rulebook.registries.get("no_works", ()))
        notes = {record.name: record.note for record in known}
        places: dict[str, list[Hit]] = defaultdict(list)
        for citation in citations(dossier.document.folded):
            if citation.name in notes and self.given.admits(dossier, citation.span.start):
                hit = Hit(citation.span, {"name": citation.name, "note": notes[citation.name]}, subject=citation.name)
                places[citation.name].append(hit)
        return verdict(hit for hits in places.values() for hit in together(hits, "又见此处"))
