"""What waivers make of findings and of the verdicts on rules."""

from __future__ import annotations

from collections.abc import Sequence

from checker.waivers.waiver import GROUNDS, Waiver
from checker.words.audit import Outcome, Verdict
from checker.words.finding import Finding, Suppressed
from checker.words.record import replace
from checker.words.relation import Relation
from checker.words.rule import Wording

WAIVER = "waiver"
_ALL_WAIVED = Wording("所列问题均已豁免", "all its findings are waived")


def waive(
    findings: Sequence[Finding], waivers: Sequence[Waiver], report: str, language: str = "zh"
) -> tuple[Finding, ...]:
    """The same findings in the same order, those that a waiver covers suppressed by the first that does."""
    naming = [waiver for waiver in waivers if waiver.names(report)]
    return tuple(_waived(finding, naming, language) for finding in findings)


def outcomes_after(
    outcomes: Sequence[Outcome], findings: Sequence[Finding], relations: Sequence[Relation], language: str = "zh"
) -> tuple[Outcome, ...]:
    """The verdicts, `waived` for a rule that is broken in waived findings only.

    A finding belongs to its own rule and to the rules of the relations that are merged in it.
    """
    owners = {relation.id: relation.rule for relation in relations}
    concerned: dict[str, set[bool]] = {}
    for finding in findings:
        is_waived = finding.suppressed is not None and finding.suppressed.by == WAIVER
        for rule in {finding.rule, *(owners[each] for each in finding.relations)}:
            concerned.setdefault(rule, set()).add(is_waived)
    return tuple(
        Outcome(outcome.rule, Verdict.WAIVED, _ALL_WAIVED.of(language))
        if outcome.verdict is Verdict.BROKEN and concerned.get(outcome.rule) == {True}
        else outcome
        for outcome in outcomes
    )


def _waived(finding: Finding, waivers: Sequence[Waiver], language: str) -> Finding:
    terms = next((waiver.terms for waiver in waivers if waiver.covers(finding)), None)
    if terms is None or finding.suppressed is not None:
        return finding
    reason = GROUNDS[terms.reason].of(language) + (Wording("：", ": ").of(language) + terms.note if terms.note else "")
    suppressed = Suppressed(WAIVER, reason, terms.until.isoformat(), terms.reason.value, terms.by)
    return replace(finding, suppressed=suppressed)
