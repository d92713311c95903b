"""Which of a report's text a rule reads, and the sentence around a place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.rulebook.dossier import Dossier
from checker.words.audit import Verdict
from checker.words.document import Document, LineKind
from checker.words.place import Span
from checker.words.record import dataclass, field, replace
from checker.words.rule import Hit, Judgement

_LONGEST_SENTENCE = 200  # characters to each side: bounds the search on lines without a full stop
_SENTENCE_ENDS = "。;!?\n\r"
_CLAUSE_ENDS = "。;!?\n\r,:"
_MOST_RELATED = 20


@dataclass(frozen=True, slots=True)
class Reach:
    """The text that a rule reads: by default all of it but web residue."""

    parts: tuple[str, ...] = field(default=(), metadata={"zh": "只看这些部分", "en": "inside these parts only"})
    except_parts: tuple[str, ...] = field(default=(), metadata={"zh": "不看这些部分", "en": "not inside these parts"})
    lines: tuple[LineKind, ...] = field(
        default=(), metadata={"zh": "只看这些种类的行", "en": "lines of these kinds only"}
    )
    except_lines: tuple[LineKind, ...] = field(
        default=(LineKind.RESIDUE,), metadata={"zh": "不看这些种类的行", "en": "no lines of these kinds"}
    )

    def absent(self, dossier: Dossier) -> bool:
        """Whether the report has none of the parts that the rule asks for."""
        return bool(self.parts) and not any(dossier.part(part) for part in self.parts)

    def admits(self, dossier: Dossier, offset: int) -> bool:
        """Whether the rule reads the text at this offset."""
        kind = line_kind(dossier.document, offset)
        if kind in self.except_lines or (self.lines and kind not in self.lines):
            return False
        if self.parts and not within(dossier, self.parts, offset):
            return False
        return not within(dossier, self.except_parts, offset)


def within(dossier: Dossier, parts: Iterable[str], offset: int) -> bool:
    """Whether the offset lies in one of the parts."""
    return any(s.extent.start <= offset < s.extent.end for part in parts for s in dossier.part(part))


def line_kind(document: Document, offset: int) -> LineKind:
    """The kind of the line that holds this offset."""
    return document.lines[document.index.number(offset) - 1].kind


def sentence(folded: str, span: Span) -> Span:
    """The sentence around a span, at most 200 characters to each side."""
    return _between(folded, span, _SENTENCE_ENDS)


def clause(folded: str, span: Span) -> Span:
    """The clause around a span: what stands between commas or stronger marks."""
    return _between(folded, span, _CLAUSE_ENDS)


def _between(folded: str, span: Span, ends: str) -> Span:
    first, last = max(0, span.start - _LONGEST_SENTENCE), span.end + _LONGEST_SENTENCE
    start = max(folded.rfind(mark, first, span.start) for mark in ends)
    stops = [stop for mark in ends if (stop := folded.find(mark, span.end, last)) >= 0]
    return Span(max(first, start + 1), min(stops, default=min(last, len(folded))))


def apart(hits: Iterable[Hit]) -> list[Hit]:
    """The hits in the order of the text; of those that overlap the first and longest stands."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.span.start, -hit.span.end)):
        if not kept or hit.span.start >= kept[-1].span.end:
            kept.append(hit)
    return kept


def verdict(hits: Iterable[Hit], held: int = 0) -> Judgement:
    """Broken where there are hits, else met."""
    kept = tuple(apart(hits))
    return Judgement(Verdict.BROKEN if kept else Verdict.MET, kept, held=held)


def together(hits: Sequence[Hit], word: str) -> tuple[Hit, ...]:
    """The hits, in the order of the text, as one: the first, with the others beside it, each with this word on it."""
    if len(hits) < 2:
        return tuple(hits)
    first, *others = hits
    related = tuple((hit.span, word) for hit in others[:_MOST_RELATED])
    return (replace(first, arguments={**first.arguments, "count": str(len(hits))}, related=related),)
