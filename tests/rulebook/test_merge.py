"""Violated relations that share a figure are one finding; each belongs to exactly one."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from checker.rulebook.merge import Violation, merge
from checker.words.finding import Severity
from checker.words.place import Span
from checker.words.relation import Binding, Operand, RelationKind, Role
from checker.words.rule import Stage
from tests.records import make_rule
from tests.rulebook.documents import relation

RULE = make_rule("test.sum")


def violation(number: int, *places: int, **changes: object) -> Violation:
    stage = changes.pop("stage", Stage.STABLE)
    made = replace(relation(*places, **changes), id=f"r{number}")  # type: ignore[arg-type]  # handed on as they are
    return Violation(replace(RULE, stage=stage), made)  # type: ignore[arg-type]


groups = st.lists(st.lists(st.integers(0, 23).map(lambda n: n * 3), min_size=2, max_size=4, unique=True), max_size=12)


@given(groups)
def test_each_violation_is_in_one_finding_with_all_that_share_its_figures(groups: list[list[int]]) -> None:
    violations = [violation(number, *places) for number, places in enumerate(groups)]
    hits = [hit for _, hit in merge(violations)]
    told = [identifier for hit in hits for identifier in hit.relations]
    assert sorted(told) == sorted(v.relation.id for v in violations)
    home = {identifier: number for number, hit in enumerate(hits) for identifier in hit.relations}
    for a in violations:
        for b in violations:
            share = {o.span for o in a.relation.operands} & {o.span for o in b.relation.operands}
            assert not share or home[a.relation.id] == home[b.relation.id]


@given(groups)
def test_every_operand_is_the_place_or_related_and_never_both(groups: list[list[int]]) -> None:
    violations = {f"r{n}": violation(n, *places) for n, places in enumerate(groups)}
    for _, hit in merge(list(violations.values())):
        spans = {o.span for name in hit.relations for o in violations[name].relation.operands}
        related = [span for span, _ in hit.related]
        assert {hit.span, *related} == spans
        assert hit.span not in related
        assert related == sorted(set(related))


@given(groups, st.randoms())
def test_the_order_of_violations_does_not_matter(groups: list[list[int]], random: object) -> None:
    violations = [violation(number, *places) for number, places in enumerate(groups)]
    shuffled = violations[:]
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a random.Random

    def told(found: list[Violation]) -> set[tuple[Span, frozenset[str]]]:
        return {(hit.span, frozenset(hit.relations)) for _, hit in merge(found)}

    assert {relations for _, relations in told(violations)} == {relations for _, relations in told(shuffled)}


def test_two_errors_that_share_no_figure_are_two_findings() -> None:
    assert len(merge([violation(1, 10, 20, 30), violation(2, 40, 50)])) == 2


def test_a_figure_that_breaks_a_sum_and_a_rate_is_one_finding_at_that_figure() -> None:
    ((_, hit),) = merge([violation(1, 10, 20, 30), violation(2, 40, 20, kind=RelationKind.RATE)])
    assert hit.span == Span(20, 22)
    assert [span.start for span, _ in hit.related] == [10, 30, 40]
    assert hit.relations == ("r1", "r2")


def test_where_no_figure_is_shared_by_all_the_place_is_the_total_of_the_first() -> None:
    ((_, hit),) = merge([violation(1, 10, 20, 30), violation(2, 40, 30), violation(3, 50, 40)])
    assert hit.span == Span(40, 42)  # r2 has the fewest operands and stands first; its total


def test_a_lone_relation_stands_at_its_total_a_remainder_at_the_remainder() -> None:
    ((_, hit),) = merge([violation(1, 30, 10, 20)])
    assert hit.span == Span(30, 32)
    rest = relation(30, 10, 20, kind=RelationKind.DIFFERENCE)
    rest = replace(rest, operands=(*rest.operands[:2], replace(rest.operands[2], role=Role.REMAINDER)), id="r1")
    ((_, hit),) = merge([Violation(RULE, rest)])
    assert hit.span == Span(20, 22)


def test_the_gravest_then_the_shortest_then_the_first_lends_rule_and_words() -> None:
    inferred = violation(1, 10, 20, binding=Binding.INFERRED)
    long, short = violation(2, 30, 20, 50), violation(3, 60, 20)
    ((_, hit),) = merge([inferred, long, short])
    assert hit.severity is Severity.ERROR
    assert hit.arguments["equation"] == "60≠20"
    assert hit.arguments["others"] == "10≠20；30≠20≠50"


def test_the_same_figures_are_told_once() -> None:
    again = Violation(make_rule("test.other"), replace(relation(10, 20), id="r2", equation="20≠10"))
    ((_, hit),) = merge([violation(1, 10, 20), again])
    assert hit.arguments["others"] == ""
    assert hit.relations == ("r1", "r2")


def test_a_rule_on_trial_does_not_take_a_finding_from_a_stable_one() -> None:
    trial, stable = violation(1, 10, 20, stage=Stage.TRIAL), violation(2, 20, 30, 40, binding=Binding.INFERRED)
    ((rule, _),) = merge([trial, stable])
    assert rule.stage is Stage.STABLE


def test_severity_is_the_lighter_of_the_rule_and_the_binding() -> None:
    assert violation(1, 1, 2).severity is Severity.ERROR
    assert violation(1, 1, 2, binding=Binding.INFERRED).severity is Severity.WARNING
    assert violation(1, 1, 2, rounding=True).severity is Severity.INFO
    assert Violation(make_rule("test.sum", severity=Severity.INFO), relation(1, 2)).severity is Severity.INFO


def test_figures_that_overlap_are_one_figure_and_items_of_a_list_are_none() -> None:
    wide = replace(relation(40, 10), id="r2")
    wide = replace(wide, operands=(wide.operands[0], replace(wide.operands[1], span=Span(9, 12))))
    assert len(merge([violation(1, 10, 20), Violation(RULE, wide)])) == 1
    item = replace(wide, operands=(wide.operands[0], Operand(Span(0, 90), "一是…", Role.ITEM, "")))
    assert len(merge([violation(1, 10, 20), Violation(RULE, item)])) == 2


def test_a_repair_is_offered_only_where_all_agree() -> None:
    same = (Span(20, 22), "21")
    ((_, hit),) = merge([violation(1, 10, 20, repair=same), violation(2, 30, 20, repair=same)])
    assert (hit.arguments["repair"], hit.arguments["suspect"]) == ("21", "20件")
    ((_, hit),) = merge([violation(1, 10, 20, repair=same), violation(2, 30, 20)])
    assert (hit.arguments["repair"], hit.arguments["suspect"]) == ("", "")


def test_two_wrong_cells_of_a_large_table_are_two_findings_each_at_its_cell() -> None:
    """They are joined by the row that holds both; the columns hold one each."""
    row = violation(1, *range(0, 30, 3))
    columns = [violation(2, 3, *range(100, 160, 3)), violation(3, 6, *range(200, 260, 3))]
    hits = [hit for _, hit in merge([row, *columns])]
    assert [hit.relations for hit in hits] == [("r1", "r2"), ("r3",)]
    assert hits[0].span == Span(3, 5)


@given(groups.map(lambda found: [[*places, *range(90 * n + 90, 90 * n + 165, 3)] for n, places in enumerate(found)]))
def test_a_large_group_is_parted_by_figures_that_stand_in_all_violations_of_a_finding(found: list[list[int]]) -> None:
    violations = {f"r{n}": violation(n, *places) for n, places in enumerate(found)}
    hits = [hit for _, hit in merge(list(violations.values()))]
    assert sorted(name for hit in hits for name in hit.relations) == sorted(violations)
    for hit in hits:
        assert set.intersection(*({o.span for o in violations[name].relation.operands} for name in hit.relations))
