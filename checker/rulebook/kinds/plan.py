"""Kind `plan`: plans of the state cited with other years than theirs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from checker.patterns import expression
from checker.rulebook.citations import citations, last_day, year_of
from checker.rulebook.dates import written
from checker.rulebook.dossier import Dossier
from checker.rulebook.reach import Reach, sentence, verdict
from checker.rulebook.regex import Regex
from checker.words.finding import Category, Certainty, Severity
from checker.words.place import Span
from checker.words.record import dataclass, field
from checker.words.registry import Plan
from checker.words.rule import Hit, Judgement, Rule

_SINCE = expression("以来|期间|实施以|前期|中期")
_NEAR = 24  # characters before a range of years in which the name of its plan may stand
_YEARS = expression(r"\(((?:19|20)\d\d) ?年? ?(?:[—–~-]{1,2}|至) ?((?:19|20)\d\d) ?年?\)")
_BREAK = expression(r"[。,;、《\n和与及]")
_GRACE = 1  # years after its end in which a plan is still wound up


@dataclass(frozen=True, slots=True)
class PlanYears:
    """The words by which a report tells of a plan that is over, or not yet made."""

    past: tuple[Regex, ...] = field(
        default=(), metadata={"zh": "表明规划已经结束的用语", "en": "words that tell of a plan as past"}
    )
    coming: tuple[Regex, ...] = field(
        default=(), metadata={"zh": "表明规划尚在制定的用语", "en": "words that tell of a plan as still to come"}
    )


@dataclass(frozen=True, slots=True)
class RightPlanYears:
    """A plan is cited with its own years, none that ended before as the present one, none before it was published."""

    require: PlanYears = field(default=PlanYears(), metadata={"zh": "识别用语", "en": "how it is told"})
    given: Reach = field(default=Reach(), metadata={"zh": "检查范围", "en": "where it is looked for"})

    def judge(self, rule: Rule, dossier: Dossier) -> Judgement:
        plans = cast(tuple[Plan, ...], dossier.rulebook.registries.get("plans", ()))
        found = [*self._titles(plans, dossier), *self._terms(plans, dossier)]
        return verdict(hit for hit in found if self.given.admits(dossier, hit.span.start))

    def _titles(self, plans: tuple[Plan, ...], dossier: Dossier) -> Iterator[Hit]:
        """Titles that are exactly a plan's, with years: those of plans of lower levels have names of their own."""
        for citation in citations(dossier.document.folded):
            if citation.years:
                known = [plan for plan in plans if plan.name == citation.name]
                yield from self._compare(known, citation.years, citation.span, dossier) if known else ()

    def _terms(self, plans: tuple[Plan, ...], dossier: Dossier) -> Iterator[Hit]:
        """Other names of a plan with years in a bracket close after them, nothing but a noun between."""
        folded = dossier.document.folded
        for match in _YEARS.finditer(folded):
            before = folded[max(0, match.start() - _NEAR) : match.start()]
            before = _BREAK.split(before)[-1]
            named = [(before.rfind(term), plan) for plan in plans for term in plan.terms if term in before]
            if named:
                at, plan = max(named, key=lambda item: item[0])
                if _SINCE.search(before, at):
                    continue  # “七五”普法以来(2016年至2019年): how far it has come, not how long it runs
                span = Span(match.start() - len(before) + at, match.end())
                yield from self._compare([plan], (int(match[1]), int(match[2])), span, dossier)

    def _compare(self, known: list[Plan], told: tuple[int, int], span: Span, dossier: Dossier) -> Iterator[Hit]:
        plan = next((plan for plan in known if (plan.start, plan.end) == told), None)
        right = plan or max(known, key=lambda plan: (plan.start == told[0], plan.start))
        arguments = {"name": right.name, "years": f"{right.start}—{right.end}"}
        if plan is None:
            severity = Severity.WARNING if right.certainty is Certainty.MEMORY else None
            yield Hit(span, {**arguments, "told": f"{told[0]}—{told[1]}"}, severity=severity, subject=right.name)
            return
        last = last_day(dossier.document, dossier.as_of)
        if plan.issued and last and plan.issued > last and not self._says(self.require.coming, span, dossier):
            yield Hit(
                span,
                {**arguments, "issued": written(plan.issued), "issued_iso": str(plan.issued)},
                severity=Severity.WARNING,
                subject=plan.name,
            )
            return
        year = year_of(dossier.document)
        following = next((other for other in known if other.start > plan.end), None)
        if (
            year is not None
            and year > plan.end + _GRACE
            and following
            and not self._says(self.require.past, span, dossier)
        ):
            arguments |= {"over": str(plan.end), "next": f"{following.start}—{following.end}"}
            yield Hit(span, arguments, severity=Severity.WARNING, category=Category.OUTDATED_LAW, subject=plan.name)

    def _says(self, patterns: tuple[Regex, ...], span: Span, dossier: Dossier) -> bool:
        folded = dossier.document.folded
        around = sentence(folded, span)
        return any(pattern.search(folded, around.start, around.end) for pattern in patterns)
