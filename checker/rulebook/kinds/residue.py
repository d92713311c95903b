"""Kind `residue`: what a web page left in the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from checker.rulebook.anchors import trimmed
from checker.rulebook.dossier import Dossier
from checker.rulebook.reach import verdict
from checker.rulebook.vocabulary import finder
from checker.words.document import Document, LineKind
from checker.words.place import Span
from checker.words.record import dataclass
from checker.words.rule import Hit, Judgement, Rule

_PROSE = frozenset({LineKind.TEXT, LineKind.HEADING, LineKind.CLOSING, LineKind.ISSUER, LineKind.DATE, LineKind.TITLE})
_OPENS_RESIDUE = "。.!?)】]》”日 "  # what ends the report's own text before it


@dataclass(frozen=True, slots=True)
class Cues:
    """Words of navigation bars and buttons that give fused residue away at the end of a line."""

    cues: tuple[str, ...] = field(default=(), metadata={"zh": "网页按钮、导航用语", "en": "words of buttons and bars"})
    longest: int = field(
        default=40, metadata={"zh": "行末残留至多多少字", "en": "longest residue at the end of a line"}
    )


@dataclass(frozen=True, slots=True)
class Residue:
    """No line and no end of a line is left over from a web page; lines of residue come from the outline."""

    require: Cues = field(default=Cues(), metadata={"zh": "识别用语", "en": "how it is known"})

    def judge(self, rule: Rule, dossier: Dossier) -> Judgement:
        document = dossier.document
        lines = (Hit(trimmed(document.folded, x.span)) for x in document.lines if x.kind is LineKind.RESIDUE)
        return verdict([*lines, *self._fused(document)])

    def _fused(self, document: Document) -> Iterator[Hit]:
        """Residue that stuck to the end of a line: a cue after the end of a sentence, and little after it."""
        for match in finder(self.require.cues).finditer(document.folded):
            line = document.lines[document.index.number(match.start()) - 1]
            before = document.folded[line.span.start : match.start()].rstrip(" [【(")
            end = line.span.end
            fits = before and before[-1] in _OPENS_RESIDUE and end - match.start() <= self.require.longest
            if fits and line.kind in _PROSE and "。" not in document.folded[match.start() : end]:
                yield Hit(trimmed(document.folded, Span(line.span.start + len(before), end)))
