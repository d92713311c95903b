"""Kind `residue`: what a web page left in the text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from checker.rulebook.anchors import trimmed
from checker.rulebook.dossier import Dossier
from checker.rulebook.reach import together, verdict
from checker.words.document import Document, LineKind
from checker.words.place import Span
from checker.words.record import dataclass, field
from checker.words.rule import Hit, Judgement, Rule

_PROSE = frozenset({LineKind.TEXT, LineKind.HEADING, LineKind.CLOSING, LineKind.ISSUER, LineKind.DATE, LineKind.TITLE})


@dataclass(frozen=True, slots=True)
class Cues:
    """Words of navigation bars and buttons that give fused residue away at the end of a line."""

    cues: tuple[str, ...] = field(default=(), metadata={"zh": "网页按钮、导航用语", "en": "words of buttons and bars"})
    longest: int = field(
        default=40, metadata={"zh": "行末残留至多多少字", "en": "longest residue at the end of a line"}
    )


@dataclass(frozen=True, slots=True)
class Residue:
    """Nothing is left over from a web page: no lines, which are one finding where they adjoin, and no end of a line.

    Lines of residue come from the outline.
    """

    require: Cues = field(default=Cues(), metadata={"zh": "识别用语", "en": "how it is known"})

    def judge(self, rule: Rule, dossier: Dossier) -> Judgement:
        document = dossier.document
        return verdict([*_blocks(document), *self._fused(document)])

    def _fused(self, document: Document) -> Iterator[Hit]:
        """Residue that stuck to the end of a line: a cue right after the end of a sentence."""
        folded = document.folded
        for line in document.lines:
            if line.kind not in _PROSE:
                continue
            end = "日" if line.kind is LineKind.DATE else "。"
            start = folded.rfind(end, line.span.start, line.span.end) + 1
            if 0 < start < line.span.end <= start + self.require.longest:
                tail = folded[start : line.span.end]
                if any(cue in tail for cue in self.require.cues):
                    yield Hit(trimmed(folded, Span(start, line.span.end)))


def _blocks(document: Document) -> Iterator[Hit]:
    """The lines of residue, those that adjoin as one hit; blank lines part nothing."""
    telling = (line for line in document.lines if line.kind is not LineKind.BLANK)
    for is_residue, found in groupby(telling, key=lambda line: line.kind is LineKind.RESIDUE):
        if is_residue:
            yield from together([Hit(trimmed(document.folded, line.span)) for line in found], "同一处网页残留")
