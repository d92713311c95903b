"""Kind `substance`: what a heading announces is told below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from checker.rulebook.anchors import opening, trimmed
from checker.rulebook.dossier import Dossier
from checker.rulebook.markers import counted_sections
from checker.rulebook.regex import Regex
from checker.words.audit import Verdict
from checker.words.document import Document, Section
from checker.words.profile import PartId
from checker.words.record import dataclass, field
from checker.words.rule import Hit, Judgement, Rule

_LONGEST_NAME = 40
_DEEPEST = 2
_SENTENCE_END = ("。", ";", "!", ".")
_WORD = Regex(r"[^\W\d_]|\d+")


@dataclass(frozen=True, slots=True)
class Substance:
    """No heading stands alone; with `parts`, these hold at least `characters` characters of text.

    A list of headings most of which have no text, a point that is a whole sentence, and the points below (一), which
    are often as short as that, are what they are and no gap.
    """

    parts: tuple[PartId, ...] = field(default=(), metadata={"zh": "只查这些部分", "en": "look at these parts only"})
    characters: int = field(default=1, metadata={"zh": "至少的字数", "en": "least number of characters"})

    def judge(self, rule: Rule, dossier: Dossier) -> Judgement:
        document = dossier.document
        sections = counted_sections(document)
        if not sections:
            return Judgement(Verdict.NOT_APPLICABLE, reason="没有标题")
        bare = list(self._thin_parts(dossier) if self.parts else _bare_headings(document, sections))
        hits = tuple(
            Hit(opening(document, s.heading.span), {"heading": s.heading.text[:_LONGEST_NAME], "count": str(count)})
            for s, count in bare
        )
        return Judgement(Verdict.BROKEN if hits else Verdict.MET, hits, held=len(sections) - len(hits))

    def _thin_parts(self, dossier: Dossier) -> Iterator[tuple[Section, int]]:
        for part in self.parts:
            sections = dossier.part(part)
            words = chain.from_iterable(_words(dossier.document, section) for section in sections)
            count = len(list(islice(words, self.characters)))
            if 0 < count < self.characters:
                yield sections[0], count


def _words(document: Document, section: Section) -> Iterator[re.Match[str]]:
    """The characters that a section tells after the first clause of its heading; a number is one."""
    start = opening(document, section.heading.text_span).end
    return _WORD.finditer(document.folded, start, section.extent.end)


def _bare_headings(document: Document, counted: Sequence[Section]) -> Iterator[tuple[Section, int]]:
    starts = {section.heading.span.start for section in counted}
    families = [document.sections, *(s.children for s in document.walk() if s.heading.depth < _DEEPEST)]
    for family in families:
        bare = [s for s in family if not s.children and not trimmed(document.folded, s.body)]
        if 2 * len(bare) <= len(family):
            yield from ((s, 0) for s in bare if s.heading.span.start in starts and _is_name(document, s))


def _is_name(document: Document, section: Section) -> bool:
    """Whether the heading names what should follow, and is not itself the whole sentence."""
    span = section.heading.text_span
    return 0 < len(span) <= _LONGEST_NAME and document.folded[span.end : span.end + 1] not in _SENTENCE_END
