"""Kind `title`: the report has a title, once, and it is made as a title should be."""

from __future__ import annotations

from enum import StrEnum

from checker.rulebook.anchors import head
from checker.rulebook.dossier import Dossier
from checker.rulebook.regex import Regex
from checker.words.audit import Verdict
from checker.words.document import Document, Title
from checker.words.record import dataclass, field
from checker.words.rule import Hit, Judgement, Rule


class TitleDuty(StrEnum):
    """What is asked of a title."""

    PRESENT = "present"
    ONCE = "once"
    CONTAINS = "contains"
    LACKS = "lacks"


@dataclass(frozen=True, slots=True)
class TitleForm:
    """The title is there (`present`), printed once (`once`), contains one of the patterns or lacks all of them."""

    require: TitleDuty = field(
        metadata={
            "zh": "对标题的要求:present 有标题,once 不重复,contains 含所列写法,lacks 不含所列写法",
            "en": "present, once, contains or lacks",
        }
    )
    patterns: tuple[Regex, ...] = field(
        default=(), metadata={"zh": "标题应含或不应含的写法", "en": "what the title must contain or lack"}
    )

    def judge(self, rule: Rule, dossier: Dossier) -> Judgement:
        title = dossier.document.title
        if title is None:
            if self.require is not TitleDuty.PRESENT:
                return Judgement(Verdict.NOT_APPLICABLE, reason="没有标题")
            return Judgement(Verdict.BROKEN, (Hit(head(dossier.document), subject="title"),))
        hit = self._hit(title, dossier.document)
        return Judgement(Verdict.BROKEN, (hit,)) if hit else Judgement(Verdict.MET, held=1)

    def _hit(self, title: Title, document: Document) -> Hit | None:
        arguments, folded = {"title": title.text}, document.folded
        text = document.sections[0].extent.start if document.sections else len(folded)
        repeats = [span for span in title.repeats if span.start < text]  # below the first heading begins another report
        if self.require is TitleDuty.ONCE and repeats:
            return Hit(repeats[0], arguments, tuple((span, "再次出现") for span in repeats[1:]))
        if self.require not in (TitleDuty.CONTAINS, TitleDuty.LACKS):
            return None
        found = [s for s in title.spans if any(p.search(folded, s.start, s.end) for p in self.patterns)]
        if (self.require is TitleDuty.CONTAINS) == bool(found):
            return None
        return Hit(found[0] if found else title.spans[-1], arguments)
