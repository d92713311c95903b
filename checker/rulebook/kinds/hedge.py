"""Kind `hedge`: 余 and 多 stand after a round number, not after one that is exact to the unit."""

from __future__ import annotations

from types import MappingProxyType

from checker.figures.quantities import is_exact_with_surplus
from checker.rulebook.dossier import Dossier
from checker.words.audit import Verdict
from checker.words.record import dataclass
from checker.words.rule import Hit, Judgement, Rule


@dataclass(frozen=True, slots=True)
class RoundBeforeSurplus:
    """A number before 余 or 多 leaves room for more: 3400余 does, 3457余 does not."""

    def judge(self, rule: Rule, dossier: Dossier) -> Judgement:
        hedged = [f for f in dossier.ledger.figures if f.quantity.hedge]
        if not hedged:
            return Judgement(Verdict.NOT_APPLICABLE, reason="报告中没有“余”“多”一类的约数")
        hits = tuple(
            Hit(f.span, MappingProxyType({"figure": f.quantity.text}))
            for f in hedged
            if is_exact_with_surplus(f.quantity)
        )
        return Judgement(Verdict.BROKEN if hits else Verdict.MET, hits, held=len(hedged) - len(hits))
