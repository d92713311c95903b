"""The rules meet a document: a verdict for every rule of its profile, and the places where rules are broken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, cast

from checker.rulebook.applicability import in_force, why_not
from checker.rulebook.dossier import Dossier
from checker.rulebook.kinds import Judging, Relating
from checker.rulebook.merge import Violation, merge
from checker.rulebook.regions import region_of
from checker.words.audit import Outcome, Part, Verdict
from checker.words.document import Document
from checker.words.finding import Category, Severity, Suppressed
from checker.words.place import Span
from checker.words.record import dataclass, replace
from checker.words.relation import Relation, Truth
from checker.words.rule import Hit, Judgement, Rule, Rulebook, Stage
from checker.words.source import Fault

if TYPE_CHECKING:
    from checker.figures import Ledger

# A rule that is broken at more places than this says nothing more by listing them all.
MOST_HITS = 500


@dataclass(frozen=True, slots=True)
class Breach:
    """One place where a rule is broken, with the severity that counts there."""

    rule: Rule
    hit: Hit
    severity: Severity
    category: Category
    suppressed: Suppressed | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """All that the rules say of one report. With `faults` nothing of it may be trusted to be complete.

    `breaches` and `relations` are in the order of the text; relations bear their final ids r1, r2 …; `outcomes` hold
    one verdict for every rule of the profile, in the order of the rulebook.
    """

    outcomes: tuple[Outcome, ...]
    breaches: tuple[Breach, ...]
    parts: tuple[Part, ...]
    relations: tuple[Relation, ...]
    faults: tuple[Fault, ...]


def judge(
    document: Document,
    ledger: Ledger,
    rulebook: Rulebook,
    profile: str,
    as_of: date | None = None,
    *,
    chosen: frozenset[str] | None = None,
) -> Judged:
    """Let all rules in force judge the report. `chosen` limits them to these ids (see `applicability.chosen`)."""
    dossier = Dossier(document, ledger, rulebook, profile, as_of)
    bench = _Bench(dossier)
    region = region_of(document, rulebook)
    for rule in rulebook.rules:
        if not in_force(rule, profile):
            continue
        reason = "未选用" if chosen is not None and rule.id not in chosen else why_not(rule, document, region)
        if reason is None:
            bench.hear(rule)
        else:
            bench.judgements[rule.id] = Judgement(Verdict.NOT_APPLICABLE, reason=reason)
    return bench.close()


class _Bench:
    """Gathers what the rules say; relations are judged together at the close, since they merge across rules."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.judgements: dict[str, Judgement | None] = {}
        self.heard: list[tuple[Rule, Relation]] = []
        self.hits: list[tuple[Rule, Hit]] = []
        self.faults: list[Fault] = []

    def hear(self, rule: Rule) -> None:
        self.judgements[rule.id] = None
        try:
            if hasattr(rule.spec, "relate"):
                relations = cast(Relating, rule.spec).relate(rule, self.dossier)
                self.heard.extend((rule, relation) for relation in relations)
            else:
                judgement = cast(Judging, rule.spec).judge(rule, self.dossier)
                self.judgements[rule.id] = _limited(judgement)
                self.hits.extend((rule, hit) for hit in judgement.hits[:MOST_HITS])
        except Exception as error:  # a rule that fails is a fault of that rule; the others go on
            self.judgements[rule.id] = Judgement(Verdict.UNDECIDED, reason="规则内部出错")
            self.faults.append(_failure(rule, error))

    def close(self) -> Judged:
        heard = _numbered(_distinct(self.heard))
        violations = [Violation(rule, relation) for rule, relation in heard if relation.truth is Truth.VIOLATED]
        hits = sorted([*self.hits, *merge(violations)], key=lambda item: (item[1].span, item[0].id))
        verdicts = _verdicts(self.heard)
        judgements = {id_: judgement or verdicts.get(id_, _NOTHING) for id_, judgement in self.judgements.items()}
        return Judged(
            outcomes=tuple(Outcome(id_, j.verdict, j.reason) for id_, j in judgements.items()),
            breaches=tuple(_breach(rule, hit) for rule, hit in hits),
            parts=tuple(part for judgement in judgements.values() for part in judgement.parts),
            relations=tuple(relation for _, relation in heard),
            faults=tuple(self.faults),
        )


def _failure(rule: Rule, error: Exception) -> Fault:
    """What is said of the exception: its type and the way to it, not its words, which may quote the report."""
    from checker.mishap import detail  # late: nobody should ever need it

    about = detail(error)
    zh = f"规则 {rule.id} 内部出错，本报告不评分（{about}）；请把这一行告诉规则的编写者，其中没有报告的内容"
    en = f"rule {rule.id} failed, the report is not scored ({about}); please tell its authors, this quotes no report"
    return Fault("rule_error", zh, rule.origin.path, rule.origin.line, english=en)


_NOTHING = Judgement(Verdict.NOT_APPLICABLE, reason="报告中没有可供核对的数字关系")


def _limited(judgement: Judgement) -> Judgement:
    if len(judgement.hits) <= MOST_HITS:
        return judgement
    return replace(judgement, reason=f"共{len(judgement.hits)}处，只列出前{MOST_HITS}处")


def _distinct(heard: Iterable[tuple[Rule, Relation]]) -> Iterator[tuple[Rule, Relation]]:
    """The relations without those that hold and that another rule has shown already, over the same figures."""
    shown: set[tuple[str, frozenset[Span]]] = set()
    for rule, relation in sorted(heard, key=lambda item: item[0].kind != "relation"):
        key = relation.kind, frozenset(operand.span for operand in relation.operands)
        if relation.truth is not Truth.HOLDS or key not in shown:
            shown.add(key)
            yield rule, relation


def _numbered(heard: Iterable[tuple[Rule, Relation]]) -> list[tuple[Rule, Relation]]:
    """The relations in the order of the text, with their final ids."""

    def place(item: tuple[Rule, Relation]) -> tuple[int, int, str]:
        spans = [operand.span for operand in item[1].operands]
        return min((s.start for s in spans), default=0), max((s.end for s in spans), default=0), item[1].kind

    ordered = sorted(heard, key=place)
    return [(rule, replace(relation, id=f"r{number}")) for number, (rule, relation) in enumerate(ordered, 1)]


def _verdicts(heard: Iterable[tuple[Rule, Relation]]) -> dict[str, Judgement]:
    """The verdict on each rule that owns relations: broken by a violated one, met by one that holds or nearly does."""
    owned: dict[str, list[Relation]] = {}
    for rule, relation in heard:
        owned.setdefault(rule.id, []).append(relation)
    return {id_: _verdict(relations) for id_, relations in owned.items()}


def _verdict(relations: list[Relation]) -> Judgement:
    broken = any(r.truth is Truth.VIOLATED and not r.rounding for r in relations)
    held = sum(r.truth is Truth.HOLDS or r.rounding for r in relations)
    if broken or held:
        return Judgement(Verdict.BROKEN if broken else Verdict.MET, held=held)
    reason = next((r.reason for r in relations if r.reason), "")
    return Judgement(Verdict.NOT_APPLICABLE, reason=f"有关数字无法判定：{reason}" if reason else "有关数字无法判定")


def _breach(rule: Rule, hit: Hit) -> Breach:
    severity = rule.severity if hit.severity is None else min(rule.severity, hit.severity, key=lambda s: s.rank)
    trial = Suppressed("trial", "规则尚在试行") if rule.stage is Stage.TRIAL else None
    return Breach(rule, hit, severity, hit.category or rule.category, trial)
