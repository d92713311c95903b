"""Kind `level_jump`: a chapter does not skip a level of headings that its sister chapters use."""

from __future__ import annotations

from checker.rulebook.anchors import opening
from checker.rulebook.dossier import Dossier
from checker.rulebook.markers import marker_with, misfits
from checker.words.audit import Verdict
from checker.words.record import dataclass
from checker.words.rule import Hit, Judgement, Rule

_DEEPEST = 4  # ① is free: it stands wherever a short list is wanted


@dataclass(frozen=True, slots=True)
class LevelJump:
    """一、 goes on to (一) in every chapter or in none: where two levels do, 一、 and 1. are right throughout."""

    def judge(self, rule: Rule, dossier: Dossier) -> Judgement:
        document = dossier.document
        odd = {section.heading.span for section in dossier.once(misfits)}
        families = [(s.heading.depth, s.children[0].heading) for s in document.walk() if s.children]
        stepwise = {depth: child for depth, child in families if child.depth == depth + 1}
        hits = tuple(
            Hit(
                span=opening(document, child.span),
                arguments={"marker": child.marker.strip(), "skipped": marker_with(stepwise[depth].marker.strip(), 1)},
                related=((opening(document, stepwise[depth].span), "其他部分的同级标题"),),
            )
            for depth, child in families
            if _DEEPEST >= child.depth > depth + 1 and depth in stepwise and child.span not in odd
        )
        if not families:
            return Judgement(Verdict.NOT_APPLICABLE, reason="标题只有一级")
        return Judgement(Verdict.BROKEN if hits else Verdict.MET, hits, held=len(families))
