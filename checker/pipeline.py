"""The conductor: read → outline → measure → judge → findings → score → Audit. It prints nothing and ends nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from checker.figures import Ledger, measure
from checker.findings import build
from checker.headings import outline_of
from checker.outline import parse
from checker.readers import read, undecodable_fault
from checker.rulebook.engine import Judged, judge
from checker.scoring import adds_up, score
from checker.words.audit import Audit, Score, Status
from checker.words.document import Document
from checker.words.finding import Finding
from checker.words.record import dataclass, replace
from checker.words.relation import Coverage, Relation, Role, Truth
from checker.words.rule import Rulebook
from checker.words.source import Fault, Source

if TYPE_CHECKING:
    from checker.baseline.entry import Baseline
    from checker.waivers.waiver import Waiver


@dataclass(frozen=True, slots=True)
class Options:
    """What a check is asked for: `profile` overrules what the text says, `chosen` are the ids of the rules to use.

    `waivers` are those that hold on the day of the check; `baseline` knows the findings that are not new.
    """

    rulebook: Rulebook
    profile: str | None = None
    chosen: frozenset[str] | None = None
    as_of: date | None = None
    encoding: str | None = None
    language: str = "zh"
    waivers: tuple[Waiver, ...] = ()
    baseline: Baseline | None = None


class SelfCheckError(AssertionError):
    """A result that contradicts itself: a quote that is not in the text, a score that does not re-add."""


@dataclass(frozen=True, slots=True)
class Examination:
    """An audit with what it rests on; None where the report was not judged."""

    audit: Audit
    document: Document | None = None
    ledger: Ledger | None = None
    judged: Judged | None = None


def check(report: str | Source | Fault, options: Options) -> Audit:
    """The audit of one report, given by path, text or what kept it from being read. Never raises for a report's sake.

    An exception in any stage is a fault of this report alone (`internal_error`).
    """
    return examine(report, options).audit


def examine(report: str | Source | Fault, options: Options) -> Examination:
    """The same with the document, its figures and the judgement, for those who ask why."""
    path = report if isinstance(report, str) else report.path or "-"
    try:
        source = read(report, options.encoding, options.language) if isinstance(report, str) else report
        if isinstance(source, Fault):
            return Examination(Audit(path, Status.UNREADABLE, fault=source))
        return _examined(source, options)
    except Exception as error:
        from checker.mishap import internal_error  # late: nobody should ever need it

        return Examination(Audit(path, Status.UNSCORED, fault=internal_error(error, path)))


def _examined(source: Source, options: Options) -> Examination:
    document = parse(source, options.profile)
    audit = Audit(source.path, Status.UNSCORED, encoding=source.encoding, script=document.script)
    if document.profile is None:
        return Examination(replace(audit, fault=_not_a_report(source, options.language)))
    ledger = measure(document)
    judged = judge(document, ledger, options.rulebook, document.profile, options.as_of, chosen=options.chosen)
    if options.language == "en":
        from checker.english import english_outcomes, english_relation  # late, as what else is asked for seldom

        relations = tuple(map(english_relation, judged.relations))
        judged = replace(judged, outcomes=english_outcomes(judged.outcomes), relations=relations)
    findings = build(judged.breaches, document, options.language)
    if options.waivers:
        from checker.waivers.apply import outcomes_after, waive  # late: few runs have waivers

        findings = waive(findings, options.waivers, source.path, options.language)
        outcomes = outcomes_after(judged.outcomes, findings, judged.relations, options.language)
        judged = replace(judged, outcomes=outcomes)
    if options.baseline is not None:
        from checker.baseline.apply import settle  # late, as above

        findings = settle(findings, options.baseline.of(source.path), options.language)
    fault, result = _scored(source, judged, findings, options)
    audit = replace(
        audit,
        status=Status.UNSCORED if result is None else Status.CHECKED,
        fault=fault,
        profile=document.profile,
        title=document.title.text if document.title else None,
        issuer=document.issuer.text if document.issuer else None,
        report_year=document.report_year,
        signed=_signed(document),
        level=document.level,
        outline=outline_of(document),
        parts=judged.parts,
        relations=judged.relations,
        places=tuple(tuple(document.index.place(o.span) for o in each.operands) for each in judged.relations),
        findings=findings,
        outcomes=judged.outcomes,
        coverage=_coverage(ledger, judged.relations),
        score=result,
    )
    _verify(audit, document)
    return Examination(audit, document, ledger, judged)


def _scored(
    source: Source, judged: Judged, findings: Sequence[Finding], options: Options
) -> tuple[Fault | None, Score | None]:
    """The score, or the weightiest reason why there is none."""
    if judged.faults:
        return judged.faults[0], None
    if undecodable := undecodable_fault(source, options.language):
        return undecodable, None
    if options.chosen is not None:
        message = "只用了一部分规则（--select 或 --ignore），不评分"
        return Fault("partial_rules", message, english="only some of the rules were used: not scored"), None
    result = score({rule.id: rule for rule in options.rulebook.rules}, judged.outcomes, findings)
    return (result, None) if isinstance(result, Fault) else (None, result)


def _not_a_report(source: Source, language: str) -> Fault:
    zh = "不像一份工作报告，未检查；如确是报告，请用 --profile 指定类型"
    en = "does not look like a report, not checked; if it is one, name its kind with --profile"
    return Fault("not_a_report", en if language == "en" else zh, source.path)


def _signed(document: Document) -> str | None:
    if document.signed is None or document.signed.value is None:
        return None
    return document.signed.value.isoformat()


def _coverage(ledger: Ledger, relations: Sequence[Relation]) -> Coverage:
    judged = (relation for relation in relations if relation.truth is not Truth.UNDECIDABLE)
    related = {o.span for relation in judged for o in relation.operands if o.interval or o.role is Role.COUNT}
    figures = related.union(figure.span for figure in ledger.figures)  # 五个方面 counts, and is no quantity by itself
    return Coverage(len(figures), len(related), ledger.unread)


def _verify(audit: Audit, document: Document) -> None:
    """The program's own check of what it is about to say."""
    places = [(finding.place, finding.quote) for finding in audit.findings]
    places += [(related.place, related.quote) for finding in audit.findings for related in finding.related]
    for relation, found in zip(audit.relations, audit.places, strict=True):
        places += [(place, operand.text) for place, operand in zip(found, relation.operands, strict=True)]
    if any(document.text[place.offset : place.end_offset] != quote for place, quote in places):
        raise SelfCheckError("quote")
    if audit.score is not None and not adds_up(audit.score):
        raise SelfCheckError("score")
