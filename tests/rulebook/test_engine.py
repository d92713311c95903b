"""A verdict for every rule of the profile, and what a failing rule does to the others: nothing."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from checker.rulebook.applicability import UnknownRuleError, chosen
from checker.rulebook.dossier import Dossier
from checker.rulebook.engine import MOST_HITS, Judged, judge
from checker.rulebook.kinds.relation import StatedRelations
from checker.words.audit import Verdict
from checker.words.document import Body, Document, Level
from checker.words.finding import Severity
from checker.words.place import Span
from checker.words.record import dataclass
from checker.words.relation import Binding, Relation, Truth
from checker.words.rule import Change, Hit, Judgement, Origin, Rule, Rulebook, Stage
from tests.records import make_rule
from tests.rulebook.documents import document, ledger, relation

DOCUMENT = document()


@dataclass(frozen=True, slots=True)
class Saying:
    """A kind that says what it was told to."""

    judgement: Judgement

    def judge(self, rule: Rule, dossier: Dossier) -> Judgement:
        return self.judgement


@dataclass(frozen=True, slots=True)
class Failing:
    """A kind with a bug."""

    def judge(self, rule: Rule, dossier: Dossier) -> Judgement:
        raise ZeroDivisionError("a bug")


MET = Saying(Judgement(Verdict.MET, held=1))
BROKEN = Saying(Judgement(Verdict.BROKEN, (Hit(Span(5, 7)), Hit(Span(0, 2), severity=Severity.ERROR))))


def a_rule(name: str, spec: object = MET, **changes: object) -> Rule:
    return replace(make_rule(name), spec=spec, **changes)  # type: ignore[arg-type]  # handed on as they are


def judged(
    *rules: Rule, report: Document = DOCUMENT, relations: tuple[Relation, ...] = (), **options: object
) -> Judged:
    book = Rulebook(packs=(), digest="", rules=rules)
    return judge(report, ledger(*relations), book, "other", **options)  # type: ignore[arg-type]


def verdicts(found: Judged) -> dict[str, Verdict]:
    return {outcome.rule: outcome.verdict for outcome in found.outcomes}


def test_every_rule_of_the_profile_gets_a_verdict_in_the_order_of_the_rulebook() -> None:
    found = judged(a_rule("b.met"), a_rule("a.broken", BROKEN), a_rule("c.else", profiles=("disclosure_annual",)))
    assert verdicts(found) == {"b.met": Verdict.MET, "a.broken": Verdict.BROKEN}
    assert [outcome.rule for outcome in found.outcomes] == ["b.met", "a.broken"]


def test_breaches_stand_in_the_order_of_the_text_and_are_never_graver_than_their_rule() -> None:
    found = judged(a_rule("a.broken", BROKEN, severity=Severity.WARNING))
    assert [(b.hit.span.start, b.severity) for b in found.breaches] == [(0, Severity.WARNING), (5, Severity.WARNING)]


def test_a_rule_that_raises_is_a_fault_and_the_others_go_on() -> None:
    found = judged(a_rule("a.bug", Failing()), a_rule("b.broken", BROKEN), a_rule("c.bug", None))
    assert [fault.code for fault in found.faults] == ["rule_error", "rule_error"]
    assert "a.bug" in found.faults[0].message
    assert "ZeroDivisionError" in found.faults[0].message
    assert verdicts(found) == {"a.bug": Verdict.UNDECIDED, "b.broken": Verdict.BROKEN, "c.bug": Verdict.UNDECIDED}
    assert len(found.breaches) == 2


def test_drafts_and_retired_rules_do_not_run_and_trials_run_suppressed() -> None:
    rules = [a_rule(f"a.{stage}", BROKEN, stage=stage) for stage in Stage]
    found = judged(*rules)
    assert set(verdicts(found)) == {"a.trial", "a.stable"}
    suppressed = {breach.rule.id: breach.suppressed and breach.suppressed.by for breach in found.breaches}
    assert suppressed == {"a.trial": "trial", "a.stable": None}


@pytest.mark.parametrize(("changes", "facts", "reason"), [
    ({"since": 2024}, {"report_year": 2023}, "自2024年度起适用，本报告为2023年度"),
    ({"until": 2020}, {"report_year": 2023}, "适用至2020年度，本报告为2023年度"),
    ({"until": 2020}, {"report_year": None}, "适用至2020年度，本报告年度不明"),
    ({"since": 2024}, {"report_year": None}, None),
    ({"since": 2023, "until": 2023}, {"report_year": 2023}, None),
    ({"levels": ("county", "city")}, {"level": Level.TOWNSHIP}, "只适用于县级、市级单位的报告"),
    ({"levels": ("county",)}, {"level": None}, "只适用于县级单位的报告"),
    ({"levels": ("county",)}, {"level": Level.COUNTY}, None),
    ({"bodies": ("government",)}, {"body": Body.DEPARTMENT}, "只适用于政府的报告"),
    ({"bodies": ("government",)}, {"body": Body.GOVERNMENT}, None),
])  # fmt: skip
def test_rules_apply_by_year_level_and_body(
    changes: dict[str, object], facts: dict[str, object], reason: str | None
) -> None:
    report = replace(DOCUMENT, **facts)  # type: ignore[arg-type]
    (outcome,) = judged(a_rule("a.rule", **changes), report=report).outcomes
    assert outcome.verdict is (Verdict.NOT_APPLICABLE if reason else Verdict.MET)
    assert outcome.reason == reason


def test_a_rule_that_is_switched_off_says_why() -> None:
    change = Change("enabled", "false", "本地不适用", Origin("own", "own.yaml", 3))
    (outcome,) = judged(a_rule("a.rule", BROKEN, enabled=False, changes=(change,))).outcomes
    assert (outcome.verdict, outcome.reason) == (Verdict.NOT_APPLICABLE, "已停用：本地不适用")


def test_only_the_chosen_rules_run() -> None:
    found = judged(a_rule("a.one", BROKEN), a_rule("a.two", BROKEN), chosen=frozenset({"a.two"}))
    assert verdicts(found) == {"a.one": Verdict.NOT_APPLICABLE, "a.two": Verdict.BROKEN}
    assert {breach.rule.id for breach in found.breaches} == {"a.two"}


def test_rules_are_chosen_by_id_former_id_and_prefix() -> None:
    book = Rulebook((), "", (a_rule("a.one"), a_rule("a.two", formerly=("a.old",)), a_rule("b.one"), a_rule("ab.one")))
    assert chosen(book) is None
    assert chosen(book, ["a"]) == frozenset({"a.one", "a.two"})
    assert chosen(book, ["a.old", "b.one"]) == frozenset({"a.two", "b.one"})
    assert chosen(book, [], ["a"]) == frozenset({"b.one", "ab.one"})
    assert chosen(book, ["a"], ["a.one"]) == frozenset({"a.two"})
    with pytest.raises(UnknownRuleError, match=r"您是不是想写“a\.one”"):
        chosen(book, ["a.onne"])


SUM = a_rule("test.sum", StatedRelations())


@pytest.mark.parametrize(("relations", "verdict"), [
    ((), Verdict.NOT_APPLICABLE),
    ((relation(10, 20, truth=Truth.HOLDS),), Verdict.MET),
    ((relation(10, 20), relation(30, 40, truth=Truth.HOLDS)), Verdict.BROKEN),
    ((relation(10, 20, rounding=True),), Verdict.MET),
    ((relation(10, 20, rounding=True), relation(30, 40)), Verdict.BROKEN),
    ((relation(10, 20, truth=Truth.UNDECIDABLE),), Verdict.NOT_APPLICABLE),
    ((relation(10, 20, rule="test.other"),), Verdict.NOT_APPLICABLE),
])  # fmt: skip
def test_the_verdict_on_a_rule_that_owns_relations(relations: tuple[Relation, ...], verdict: Verdict) -> None:
    found = judged(SUM, relations=relations)
    assert verdicts(found) == {"test.sum": verdict}
    assert (found.outcomes[0].reason is None) == (verdict is not Verdict.NOT_APPLICABLE)


def test_relations_are_numbered_in_the_order_of_the_text() -> None:
    found = judged(SUM, relations=(relation(30, 40), relation(10, 20, truth=Truth.HOLDS), relation(12, 50)))
    assert [(r.id, r.operands[0].span.start) for r in found.relations] == [("r1", 10), ("r2", 12), ("r3", 30)]
    assert [breach.hit.relations for breach in found.breaches] == [("r2",), ("r3",)]


def test_a_rounding_is_an_info_that_breaks_nothing() -> None:
    found = judged(SUM, relations=(relation(10, 20, rounding=True),))
    assert [breach.severity for breach in found.breaches] == [Severity.INFO]


def test_relations_of_two_rules_merge_into_one_finding_and_both_rules_are_broken() -> None:
    rate = a_rule("test.rate", StatedRelations(), severity=Severity.WARNING)
    found = judged(SUM, rate, relations=(relation(10, 20, 30), relation(40, 20, rule="test.rate")))
    assert verdicts(found) == {"test.sum": Verdict.BROKEN, "test.rate": Verdict.BROKEN}
    assert [(b.rule.id, b.hit.span.start) for b in found.breaches] == [("test.sum", 20)]


def test_an_inferred_binding_is_a_warning() -> None:
    found = judged(SUM, relations=(relation(10, 20, binding=Binding.INFERRED),))
    assert [breach.severity for breach in found.breaches] == [Severity.WARNING]
    assert found.breaches[0].hit.arguments["inferred"]


def test_no_rule_lists_more_hits_than_anybody_reads() -> None:
    many = Saying(Judgement(Verdict.BROKEN, tuple(Hit(Span(0, 1)) for _ in range(MOST_HITS + 5))))
    found = judged(a_rule("a.many", many))
    assert len(found.breaches) == MOST_HITS
    assert found.outcomes[0].reason == f"共{MOST_HITS + 5}处，只列出前{MOST_HITS}处"


def test_points_are_not_the_engine_s_business() -> None:
    """A rule without weight is judged like any other."""
    assert judged(a_rule("a.rule", BROKEN, points=Fraction(0), cap=Fraction(0))).breaches


def test_a_dossier_knows_the_parts_that_section_rules_recognise() -> None:
    @dataclass(frozen=True, slots=True)
    class Finder:
        part: str

        def sections(self, report: Document) -> tuple[object, ...]:
            return report.sections

    finder = a_rule("a.part", Finder("plan"), kind="section")
    book = Rulebook((), "", (finder, replace(finder, id="b.part", profiles=("x",)), a_rule("c.part", Finder("causes"))))
    dossier = Dossier(DOCUMENT, ledger(), book, "other")
    assert dossier.part("plan") == DOCUMENT.sections
    assert dossier.part("causes") == ()
