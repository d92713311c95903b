"""What a report states of which metric: names, units, subjects, years, intentions, brackets."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.rulebook.equations.scopes import OWN, WHOLE
from tests.rulebook.equations.reports import sighted, stated

RECONSIDERATION = [
    ("我县共收到110件行政复议申请。", "rec_received", ["110件"]),
    ("全市各级行政复议机关共收到行政复议申请486件。", "rec_received", ["486件"]),
    ("收到行政复议申请110件，其中受理98件，不予受理10件。", "rec_accepted", ["98件"]),
    ("收到行政复议申请110件，其中受理98件，不予受理10件。", "rec_rejected", ["10件"]),
    ("收到行政复议申请110件，受理前经调解撤回申请10件。", "rec_withdrawn_before", ["10件"]),
    ("行政复议案件现已审结90件（含上年结转3件），其中驳回13件。", "rec_closed", ["90件"]),
    ("行政复议案件现已审结90件（含上年结转3件），其中驳回13件。", "rec_carried_in", []),
    ("2022年结转行政复议案件12件。", "rec_carried_in", []),
    ("行政复议案件2022年结转12件。", "rec_carried_in", ["12件"]),
    ("行政复议案件审结90件，结转2024年继续审理9件。", "rec_carried_out", ["9件"]),
    ("办结的291件行政复议案件中，维持112件、终止69件。", "rec_closed", ["291件"]),
    ("办结的291件行政复议案件中，维持112件、终止69件。", "rec_upheld", ["112件"]),
    ("审结行政复议案件90件，终止（申请人撤回复议申请）14件，被纠错率为15.56%。", "rec_correct_rate", ["15.56%"]),
    ("受理行政复议申请287件（受理率90.25%）。", "rec_accept_rate", ["90.25%"]),
]
OTHER = [
    ("办理行政处罚案件5218件，其中简易程序3896件、一般程序1322件。", "penalty_total", ["5218件"]),
    ("办理行政处罚案件5218件，其中简易程序3896件、一般程序1322件。", "penalty_ordinary_proc", ["1322件"]),
    ("2023年新组织全县148人参加了行政执法资格考试，新增合格人数136人。", "exam_taken", ["148人"]),
    ("2023年新组织全县148人参加了行政执法资格考试，新增合格人数136人。", "exam_passed", ["136人"]),
    ("应由行政机关负责人出庭应诉的案件318件，负责人实际出庭316件。", "lit_hearing", ["318件"]),
    ("应由行政机关负责人出庭应诉的案件318件，负责人实际出庭316件。", "lit_head_present", ["316件"]),
    ("行政诉讼案件审结171件，判决驳回诉讼请求88件、判决行政机关败诉15件。", "lit_lost", ["15件"]),
    ("评查案卷600卷，评定优秀217卷、合格371卷、不合格12卷。", "dossier_pass", ["371卷"]),
    ("共行使行政权力事项2155项。", "power_total", ["2155项"]),
]


@pytest.mark.parametrize(("text", "metric", "figures"), RECONSIDERATION + OTHER)
def test_names(text: str, metric: str, figures: list[str]) -> None:
    assert stated(text, metric) == figures


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("受理信访事项37件，办结35件。", "rec_accepted"),  # another matter
        ("行政复议案件审结9件；受理投诉举报37件，办结35件。", "complaint_received"),
        ("行政诉讼案件审结9件。", "rec_closed"),
        ("复议案件未再提起行政诉讼的402件。", "lit_total"),
        ("行政复议申请不受理12件。", "rec_accepted"),  # denied
        ("尚未决定是否受理行政复议申请5件。", "rec_accepted"),
        ("撤销、变更和责令履行行政复议案件合计53件。", "rec_ordered"),  # several together
        ("行政复议案件受理人员12人。", "rec_accepted"),  # another unit
        ("收到行政复议申请比上年的412件增加。", "rec_received"),  # another year
        ("2022年收到行政复议申请412件。", "rec_received"),
        ("力争行政复议纠错率控制在8%以内。", "rec_correct_rate"),  # an intention
        ("区政府审结的复议案件977件中直接纠错236件。", "rec_received"),
    ],
)
def test_what_is_no_sighting(text: str, metric: str) -> None:
    assert stated(text, metric) == []


def test_a_plan_states_nothing() -> None:
    text = "审结行政复议案件90件。\n二、下一步工作安排\n审结行政复议案件120件。"
    assert stated(text, "rec_closed") == ["90件"]


def test_headings_tell_the_subject() -> None:
    text = "（一）行政复议工作\n全年审结90件。\n（二）行政应诉工作\n全年审结30件。"
    assert stated(text, "rec_closed") == ["90件"]
    assert stated(text, "lit_closed") == ["30件"]


def test_the_nearest_word_tells_the_subject() -> None:
    text = "全年发生行政复议案件23件，审结21件；行政诉讼案件9件，审结8件。"
    assert stated(text, "rec_closed") == ["21件"]
    assert stated(text, "lit_closed") == ["8件"]


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("全县收到行政复议申请110件，受理98件。", [WHOLE]),
        ("我局收到行政复议申请110件，受理98件。", [OWN]),
        ("省人民政府本级收到行政复议申请110件，受理98件。", ["省人民政府本级"]),
        ("收到行政复议申请110件，受理98件。其中市本级受理40件。", ["", "市本级"]),
        ("公安领域案件中，受理行政复议申请98件。", ["公安领域案件"]),
        ("收到的行政复议申请中，受理98件。", [""]),
    ],
)
def test_scopes(text: str, scopes: list[str]) -> None:
    assert [sighting.scope for sighting in sighted(text).of("rec_accepted")] == scopes


def test_what_else_a_sentence_speaks_of() -> None:
    clear = [s.clear for s in sighted("全年审结行政复议案件90件。").of("rec_closed")]
    after = [s.clear for s in sighted("海滨街接访12人，审结行政复议案件90件。").of("rec_closed")]
    led = [s.clear for s in sighted("在公安领域，审结行政复议案件90件。").of("rec_closed")]
    assert (clear, after, led) == ([True], [False], [False])


@given(
    st.permutations(["受理98件", "不予受理10件", "视为放弃2件", "转送3件"]),
    st.sampled_from(["，", "、", ",", "；"]),
    st.sampled_from(["件", "起", "宗"]),
)
@settings(max_examples=40)
def test_order_marks_and_units_do_not_matter(parts: list[str], mark: str, unit: str) -> None:
    text = f"收到行政复议申请113件，其中{mark.join(parts)}。".replace("件", unit)
    found = {
        metric: stated(text, metric) for metric in ("rec_accepted", "rec_rejected", "rec_deemed_waived", "rec_referred")
    }
    assert list(found.values()) == [[f"98{unit}"], [f"10{unit}"], [f"2{unit}"], [f"3{unit}"]]
