"""Kind `marker_style`: the markers of headings are written one way."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from checker.rulebook.anchors import opening
from checker.rulebook.dossier import Dossier
from checker.rulebook.markers import misfits
from checker.rulebook.regex import Regex
from checker.words.audit import Verdict
from checker.words.document import Document, Section
from checker.words.record import dataclass, field
from checker.words.rule import Hit, Judgement, Rule

_BRACKETED = ("han_bracket", "digit_bracket")
_AFTER_BRACKET = Regex(r"[)）]\s*[、.．,，]")


class Manner(StrEnum):
    """What must be alike: the depth of a series, 1. or 1、, the width of brackets; nothing after a closing bracket."""

    DEPTH = "depth"
    STOP = "stop"
    WIDTH = "width"
    BRACKET = "bracket"


@dataclass(frozen=True, slots=True)
class MarkerStyle:
    """One manner of writing markers through the report: the hit is the first of the rarer writing."""

    require: Manner = field(
        metadata={
            "zh": "统一的事项:depth 层次,stop 点与顿号,width 括号宽度,bracket 括号后不加标点",
            "en": "what must be uniform: depth, stop, width or bracket",
        }
    )

    def judge(self, rule: Rule, dossier: Dossier) -> Judgement:
        document = dossier.document
        sections = tuple(document.walk())
        if not sections:
            return Judgement(Verdict.NOT_APPLICABLE, reason="没有编号标题")
        odd = self._odd(dossier, sections)
        if not odd:
            return Judgement(Verdict.MET, held=len(sections))
        first, *others = odd
        hit = Hit(
            span=opening(document, first.heading.span),
            arguments={"marker": first.heading.marker.strip(), "count": str(len(odd))},
            related=tuple((section.heading.marker_span, "同类写法") for section in others),
        )
        return Judgement(Verdict.BROKEN, (hit,), held=len(sections) - len(odd))

    def _odd(self, dossier: Dossier, sections: Sequence[Section]) -> tuple[Section, ...]:
        document = dossier.document
        match self.require:
            case Manner.DEPTH:
                return dossier.once(misfits)
            case Manner.BRACKET:
                return tuple(s for s in sections if _AFTER_BRACKET.search(_written(document, s)))
            case Manner.STOP:
                stops = [s for s in sections if s.heading.style in ("digit_dot", "digit_comma")]
                return _rarer(stops, [s.heading.style for s in stops])
            case Manner.WIDTH:
                return tuple(s for style in _BRACKETED for s in _odd_brackets(document, sections, style))


def _written(document: Document, section: Section) -> str:
    """The marker as the author wrote it, and the character after it."""
    span = section.heading.marker_span
    return document.text[span.start : span.end + 1]


def _odd_brackets(document: Document, sections: Sequence[Section], style: str) -> tuple[Section, ...]:
    """The sections whose brackets have the rarer width; each style may have a width of its own."""
    bracketed = [section for section in sections if section.heading.style == style]
    return _rarer(bracketed, ["half" if "(" in _written(document, section) else "full" for section in bracketed])


def _rarer(sections: Sequence[Section], manners: Sequence[str]) -> tuple[Section, ...]:
    """The sections of the manner that fewer have (of two alike, the one that begins later); none where all agree."""
    kinds = sorted(set(manners), key=lambda manner: (-manners.count(manner), manners.index(manner)))
    return tuple(s for s, manner in zip(sections, manners, strict=True) if manner in kinds[1:])
