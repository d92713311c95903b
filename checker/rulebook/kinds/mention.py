"""Kind `mention`: the report, or a part of it, speaks of all that it should speak of."""

from __future__ import annotations

from checker.rulebook.anchors import head, opening
from checker.rulebook.dossier import Dossier
from checker.rulebook.regex import Regex
from checker.rulebook.scope import TitleScope
from checker.words.audit import Verdict
from checker.words.document import Document
from checker.words.place import Span
from checker.words.profile import PartId
from checker.words.record import dataclass, field
from checker.words.rule import Hit, Judgement, Rule


@dataclass(frozen=True, slots=True)
class Aspect:
    """Something to be spoken of, and how it is known."""

    name: str = field(metadata={"zh": "名称", "en": "name"})
    text: Regex = field(metadata={"zh": "写法", "en": "pattern"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where it should be spoken of: in a part, else anywhere, in reports with such titles."""

    part: PartId | None = field(default=None, metadata={"zh": "所在部分", "en": "id of the part"})
    title: TitleScope = field(default=TitleScope(), metadata={"zh": "适用的标题", "en": "titles it is asked of"})


@dataclass(frozen=True, slots=True)
class Mention:
    """Every aspect is named in the part (headings included); one hit names all that are not."""

    require: tuple[Aspect, ...] = field(metadata={"zh": "应当写到的各项", "en": "what must be spoken of"})
    given: Place = field(default=Place(), metadata={"zh": "检查范围", "en": "where it is looked for"})

    def judge(self, rule: Rule, dossier: Dossier) -> Judgement:
        document = dossier.document
        sections = dossier.part(self.given.part) if self.given.part else ()
        if not self.given.title.admits(document) or (self.given.part and not sections):
            return Judgement(Verdict.NOT_APPLICABLE, reason="没有相应部分，或此类标题不作要求")
        regions = [section.extent for section in sections] or [document.proper]
        missing = [aspect.name for aspect in self.require if not _is_named(document, regions, aspect)]
        held = len(self.require) - len(missing)
        if not missing:
            return Judgement(Verdict.MET, held=held)
        place = opening(document, sections[0].heading.span) if sections else head(document)
        hit = Hit(place, {"missing": "、".join(missing)}, subject="、".join(missing))
        return Judgement(Verdict.BROKEN, (hit,), held=held)


def _is_named(document: Document, regions: list[Span], aspect: Aspect) -> bool:
    return any(aspect.text.search(document.folded, region.start, region.end) for region in regions)
