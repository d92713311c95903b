"""Equations against reports: what holds, what is violated and how sure, what stays open, what is never mixed."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from checker.words.relation import Binding, Relation, Role, Truth
from tests.rulebook.equations.reports import HEAD, relations

HOLDS = [
    (
        "reconsideration.received-parts",
        "收到行政复议申请110件，其中受理98件，不予受理10件，视为放弃2件。",
        "98 + 10 + 2 = 110",
    ),
    (
        "reconsideration.stock",
        "行政复议案件上年结转38件，受理432件；审结441件，结转下年29件。",
        "38 + 432 = 470 = 441 + 29 = 470",
    ),
    (
        "reconsideration.correct-rate",
        "行政复议案件审结90件，维持49件，确认违法10件，撤销4件，驳回27件，纠错率15.56%。",
        "(4 + 10) ÷ 90 = 15.5556% ≈ 15.56%",
    ),
    (
        "reconsideration.close-rate",
        "行政复议案件上年结转38件，受理432件；审结441件，审结率93.83%。",
        "441 ÷ (432 + 38) = 93.8298% ≈ 93.83%",
    ),
    (
        "reconsideration.accept-rate",
        "收到行政复议申请318件，受理287件，受理率90.25%。",
        "287 ÷ 318 = 90.2516% ≈ 90.25%",
    ),
    ("litigation.heads", "行政诉讼案件中，行政机关负责人应出庭721件，实际出庭714件。", "714 ≤ 721"),
    (
        "penalty.procedures",
        "办理行政处罚案件1.2万件，其中简易程序7031件、普通程序5012件。",
        "7031 + 5012 = 1.2043万 ≈ 1.2万",
    ),
]
VIOLATED = [
    (
        "reconsideration.received-parts",
        "收到行政复议申请110件，其中受理108件，不予受理10件。",
        "108 + 10 = 118 ≠ 110",
        Binding.STATED,
    ),
    (
        "reconsideration.received-parts",
        "收到行政复议申请110件，其中受理88件，不予受理10件，视为放弃2件。",
        "88 + 10 + 2 = 100 ≠ 110",
        Binding.INFERRED,
    ),
    ("reconsideration.stock", "行政复议案件受理79件，审结74件，尚未审结4件。", "79 > 74 + 4 = 78", Binding.STATED),
    (
        "reconsideration.accept-rate",
        "收到行政复议申请318件，受理287件，受理率92.25%。",
        "287 ÷ 318 = 90.2516% ≠ 92.25%",
        Binding.STATED,
    ),
    ("litigation.heads", "行政诉讼案件中，行政机关负责人应出庭714件，实际出庭721件。", "721 > 714", Binding.STATED),
    (
        "penalty.procedures",
        "普通程序案件1010件、简易程序案件2490件。\n二、存在的不足\n办理行政处罚案件2200余起。",
        "2490 + 1010 = 3500 ≠ 2200",
        Binding.INFERRED,
    ),
    (
        "metrics.single",
        "全区执法事项认领1596项。\n二、存在的不足\n我区执法事项达1392个。",
        "1392 ≠ 1596",
        Binding.INFERRED,
    ),
    (
        "metrics.slip",
        "办理行政处罚案件2846件。\n二、存在的不足\n全年办理的2864件行政处罚案件中，简易程序较多。",
        "2864 ≠ 2846",
        Binding.INFERRED,
    ),
]
OPEN = [
    # two kinds may well not be all; an unknown kind, 等 and a nested list leave it open
    ("reconsideration.received-parts", "收到行政复议申请110件，其中受理88件，不予受理10件。"),
    ("reconsideration.received-parts", "收到行政复议申请110件，受理88件，不予受理10件，视为放弃2件，另行答复4件。"),
    ("reconsideration.received-parts", "收到行政复议申请110件，受理88件，不予受理10件，视为放弃2件等。"),
    ("reconsideration.closed-parts", "行政复议案件审结90件，终止60件，其中撤回20件、调解16件、驳回20件。"),
    # the stock is not stated
    ("reconsideration.close-rate", "收到行政复议申请520件，受理500件；审结441件，审结率83.4%。"),
    # about
    ("reconsideration.accept-rate", "收到行政复议申请318件，受理287件，受理率约70%。"),
    # a bracket says that more is included
    ("penalty.crime", "向公安机关移送涉嫌犯罪案件5件，公安机关立案6件（含上年移送2件）。"),
    # kinds of another paragraph may be fewer than all
    ("penalty.procedures", "普通程序案件10件、简易程序案件24件。\n二、存在的不足\n办理行政处罚案件2200余起。"),
]
SILENT = [
    ("reconsideration.accept-rate", "收到行政复议申请318件。\n市政府受理287件，受理率92.25%。"),
    ("reconsideration.closed-parts", "行政复议案件审结90件。"),
    ("reconsideration.against-parts", "被申请行政复议14件，审结12件，维持8件、终止3件、撤销1件。"),
    ("mediation.rate", "受理矛盾纠纷208起，调处成功194起；其中行政调解成功率100%。"),
    ("metrics.single", "全区执法事项1596项。\n下放执法事项81项。"),
    ("metrics.slip", "办理行政处罚案件120件。\n二、存在的不足\n办理行政处罚案件45件。"),
]


def verdicts(found: tuple[Relation, ...]) -> list[Truth]:
    return [relation.truth for relation in found]


@pytest.mark.parametrize(("rule", "text", "equation"), HOLDS)
def test_holds(rule: str, text: str, equation: str) -> None:
    found = relations(text, rule)
    assert [(r.truth, r.equation) for r in found] == [(Truth.HOLDS, equation)]


@pytest.mark.parametrize(("rule", "text", "equation", "binding"), VIOLATED)
def test_violated(rule: str, text: str, equation: str, binding: Binding) -> None:
    found = relations(text, rule)
    assert [(r.truth, r.equation, r.binding) for r in found] == [(Truth.VIOLATED, equation, binding)]


@pytest.mark.parametrize(("rule", "text"), OPEN)
def test_open(rule: str, text: str) -> None:
    found = relations(text, rule)
    assert set(verdicts(found)) <= {Truth.UNDECIDABLE}
    assert all(relation.reason for relation in found)


@pytest.mark.parametrize(("rule", "text"), SILENT)
def test_silent(rule: str, text: str) -> None:
    assert relations(text, rule) == ()


def test_a_rate_that_is_cut_off_is_a_matter_of_rounding() -> None:
    text = "行政复议案件审结291件，撤销13件、确认违法9件、变更2件、责令履行5件、维持262件，直接纠错率9.96%。"
    (relation,) = relations(text, "reconsideration.correct-rate")
    assert (relation.truth, relation.rounding) == (Truth.VIOLATED, True)


def test_two_scopes_are_two_cases() -> None:
    text = "全县收到行政复议申请110件，受理98件，不予受理12件。其中县本级收到行政复议申请40件，受理39件，不予受理1件。"
    assert verdicts(relations(text, "reconsideration.received-parts")) == [Truth.HOLDS, Truth.HOLDS]


def test_what_the_wording_explains_is_not_held_against_it() -> None:
    text = "收到行政复议申请110件，其中受理88件，不予受理10件，视为放弃2件，以其他形式了结10件。"
    assert Truth.VIOLATED not in verdicts(relations(text, "reconsideration.received-parts"))


def test_parts_of_one_total_are_not_held_against_another() -> None:
    text = "全年立案218件，办结213件，其中一般程序176件、简易程序37件。"
    assert not [r for r in relations(text, "penalty.procedures") if r.truth is Truth.VIOLATED]


def test_operands_bear_metric_role_and_scope() -> None:
    text = "全县收到行政复议申请110件，受理98件，不予受理10件，视为放弃2件。"
    (relation,) = relations(text, "reconsideration.received-parts")
    assert [(o.text, o.metric, o.role, o.scope, o.period) for o in relation.operands] == [
        ("110件", "rec_received", Role.TOTAL, "全域", "2023"),
        ("98件", "rec_accepted", Role.PART, "全域", "2023"),
        ("10件", "rec_rejected", Role.PART, "全域", "2023"),
        ("2件", "rec_deemed_waived", Role.PART, "全域", "2023"),
    ]
    assert all((HEAD + text)[o.span.start : o.span.end] == o.text for o in relation.operands)


# ---------------------------------------------------------------- generated lists

KINDS = ["维持", "撤销", "变更", "确认违法", "责令履行", "驳回行政复议申请", "驳回行政复议请求", "调解", "终止"]
outcomes = st.dictionaries(st.sampled_from(KINDS), st.integers(1, 400), min_size=3)
marks = st.sampled_from(["，", "、"])
openings = st.sampled_from(
    ["审结行政复议案件{}件，其中", "行政复议案件已审结{}件，", "全县共办结行政复议案件{}件。其中，"]
)


def told(opening: str, total: int, parts: dict[str, int], mark: str) -> str:
    return opening.format(total) + mark.join(f"{kind}{count}件" for kind, count in parts.items()) + "。"


@given(openings, outcomes, marks)
@settings(max_examples=30)
def test_a_list_that_adds_up_holds(opening: str, parts: dict[str, int], mark: str) -> None:
    found = relations(told(opening, sum(parts.values()), parts, mark), "reconsideration.closed-parts")
    assert verdicts(found) == [Truth.HOLDS]


@given(openings, outcomes, marks, st.integers(-300, 300), st.data())
@settings(max_examples=30)
def test_a_planted_contradiction_is_never_held(
    opening: str, parts: dict[str, int], mark: str, shift: int, data: st.DataObject
) -> None:
    total = sum(parts.values())
    kind = data.draw(st.sampled_from(sorted(parts)))
    wrong = {**parts, kind: parts[kind] + shift}
    runs = {sum(counts) for size in range(2, len(wrong)) for counts in combinations(wrong.values(), size)}
    assume(shift and wrong[kind] > 0 and total not in runs)  # else a shorter list adds up, and is the reading
    (relation,) = relations(told(opening, total, wrong, mark), "reconsideration.closed-parts")
    short = sum(wrong.values()) < total
    assert relation.truth is Truth.VIOLATED or (short and 10 * sum(wrong.values()) < 7 * total)
    if relation.truth is Truth.VIOLATED:
        assert relation.binding is (Binding.INFERRED if short else Binding.STATED)
