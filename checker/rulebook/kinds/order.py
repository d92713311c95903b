"""Kind `order`: the parts of the report stand in their order."""

from __future__ import annotations

from itertools import pairwise

from checker.rulebook.anchors import opening
from checker.rulebook.dossier import Dossier
from checker.rulebook.kinds.section import top_starts
from checker.words.audit import Verdict
from checker.words.document import Section
from checker.words.profile import PartId
from checker.words.record import dataclass, field
from checker.words.rule import Hit, Judgement, Rule


@dataclass(frozen=True, slots=True)
class Order:
    """Of the parts named, those with a section of their own begin one after the other; one section may hold two."""

    require: tuple[PartId, ...] = field(metadata={"zh": "各部分的先后", "en": "ids of the parts in their order"})

    def judge(self, rule: Rule, dossier: Dossier) -> Judgement:
        document = dossier.document
        top = top_starts(document)
        own = [
            [s for s in dossier.part(part) if s.heading.depth == 1 or s.extent.start in top] for part in self.require
        ]
        present = [sections[0] for sections in own if sections]
        if len(present) < 2:
            return Judgement(Verdict.NOT_APPLICABLE, reason="独立成章的部分不足两个")
        hits = tuple(
            Hit(
                span=opening(document, later.heading.span),
                arguments={"part": _name(later), "before": _name(earlier)},
                related=((opening(document, earlier.heading.span), "应在其前"),),
            )
            for earlier, later in pairwise(present)
            if later.heading.span.start < earlier.heading.span.start
        )
        return Judgement(Verdict.BROKEN if hits else Verdict.MET, hits, held=len(present))


def _name(section: Section) -> str:
    return section.heading.marker + section.heading.text[:20]
