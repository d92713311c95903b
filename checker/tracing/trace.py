"""The whole answer to why a rule fires on a report or does not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from checker.english import english_relation
from checker.figures import Ledger
from checker.renderers import phrases
from checker.rulebook.dossier import Dossier
from checker.rulebook.kinds import Relating
from checker.tracing.looks import Look, found_there, looked_at
from checker.words.audit import Audit, Verdict
from checker.words.document import Document
from checker.words.finding import Finding
from checker.words.place import Place
from checker.words.record import dataclass
from checker.words.relation import Relation, Truth
from checker.words.rule import Rule, Rulebook, Stage, Wording

_NO_PROFILE = Wording("只用于{theirs}，本报告是{ours}", "is for {theirs}; this is: {ours}")
_STAGES = {
    Stage.DRAFT: Wording("规则尚是草案，不运行", "the rule is a draft and does not run"),
    Stage.RETIRED: Wording("规则已废止，不运行", "the rule is retired and does not run"),
}
_ORDER = (Truth.VIOLATED, Truth.UNDECIDABLE, Truth.HOLDS)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A relation with the places of its operands; one without id is listed under another rule that found it too."""

    relation: Relation
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """A rule on a report. `finding` is the one that was asked for, None where the rule was."""

    audit: Audit
    rule: Rule
    verdict: Verdict
    reason: str
    looked: tuple[Look, ...]
    found: tuple[Look, ...]
    relations: tuple[Weighed, ...]
    findings: tuple[Finding, ...]
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A report that was judged, with all that the rules saw of it."""

    audit: Audit
    document: Document
    ledger: Ledger
    rulebook: Rulebook
    as_of: date | None = None


def trace(case: Case, rule: Rule, language: str = "zh", finding: Finding | None = None) -> Trace:
    """The rule on this report; with a finding of the rule only the relations of that finding."""
    audit = case.audit
    dossier = Dossier(case.document, case.ledger, case.rulebook, audit.profile or "", case.as_of)
    verdict, reason = _verdict(audit, rule, language)
    weighed = _of_finding(audit, finding) if finding else _of_rule(audit, rule, dossier, language)
    return Trace(
        audit=audit,
        rule=rule,
        verdict=verdict,
        reason=reason,
        looked=looked_at(rule, dossier),
        found=found_there(rule, dossier, language),
        relations=tuple(sorted(weighed, key=lambda each: _ORDER.index(each.relation.truth))),
        findings=tuple(each for each in audit.findings if each.rule == rule.id),
        finding=finding,
    )


def _verdict(audit: Audit, rule: Rule, language: str) -> tuple[Verdict, str]:
    outcome = next((each for each in audit.outcomes if each.rule == rule.id), None)
    if outcome is not None:
        return outcome.verdict, outcome.reason or ""
    if rule.stage in _STAGES:
        return Verdict.NOT_APPLICABLE, _STAGES[rule.stage].of(language)
    names = [phrases.name(phrases.PROFILES, profile, language) for profile in (*rule.profiles, audit.profile or "")]
    listed = Wording("、", ", ").of(language).join(names[:-1])
    return Verdict.NOT_APPLICABLE, _NO_PROFILE.of(language).format(theirs=listed, ours=names[-1])


def _of_finding(audit: Audit, finding: Finding) -> Iterator[Weighed]:
    both = zip(audit.relations, audit.places, strict=True)
    return (Weighed(relation, places) for relation, places in both if relation.id in finding.relations)


def _of_rule(audit: Audit, rule: Rule, dossier: Dossier, language: str) -> Iterator[Weighed]:
    """Those listed under the rule, then those that it found too and that are listed under another."""
    seen = set()
    for relation, places in zip(audit.relations, audit.places, strict=True):
        if relation.rule == rule.id:
            seen.add(tuple(operand.span for operand in relation.operands))
            yield Weighed(relation, places)
    if isinstance(rule.spec, Relating) and any(outcome.rule == rule.id for outcome in audit.outcomes):
        for relation in rule.spec.relate(rule, dossier):
            if tuple(operand.span for operand in relation.operands) not in seen:
                index = dossier.document.index
                told = english_relation(relation) if language == "en" else relation
                yield Weighed(told, tuple(index.place(operand.span) for operand in relation.operands))
