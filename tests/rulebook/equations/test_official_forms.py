"""The official tables of disclosure reports, in the form of 2019 and of 2021: every cell of an identity is checked."""

from __future__ import annotations

import re

import pytest

from checker.figures import measure
from checker.outline import parse
from checker.words.relation import Truth
from checker.words.source import Source
from tests.rulebook.whole import judged

_OUTCOMES = (
    "（三）不予公开\t1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益",
    "5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷", "8.属于行政查询事项",
    "（四）无法提供\t1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确",
    "（五）不予处理\t1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请",
    "5.要求行政机关确认或重新出具已获取信息",
)  # fmt: skip
_OTHER = {
    2020: ("（六）其他处理",),
    2023: (
        "（六）其他处理\t1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "3.其他",
    ),
}  # fmt: skip
_PUBLISHED = {
    2020: """信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量
规章\t0\t0\t2
规范性文件\t11\t11\t119
信息内容\t上一年项目数量\t本年增/减\t处理决定数量
行政许可\t12\t-2\t68
行政处罚\t45\t0\t32
""",
    2023: """信息内容\t本年制发件数\t本年废止件数\t现行有效件数
规章\t0\t0\t2
行政规范性文件\t11\t1\t119
信息内容\t本年处理决定数量
行政许可\t68
行政处罚\t32
""",
}
_COUNTS = {"4.保护第三方合法权益": (1, 0, 0, 0, 0, 0), "（四）无法提供\t1.本机关不掌握相关政府信息": (1, 0, 0, 0, 1, 0)}
_DISPUTES = """行政复议\t行政诉讼
结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉
结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计
1\t0\t0\t1\t2\t1\t0\t0\t0\t1\t0\t0\t1\t0\t1
"""


def row(label: str, *counts: int) -> str:
    return "\t".join([label, *map(str, counts), str(sum(counts))]) + "\n"


def form(year: int) -> str:
    """A whole report in the form of its year, which adds up."""
    none = (0,) * 6
    requests = (
        "\t自然人\t法人或其他组织\t总计\n\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\n"
        + row("一、本年新收政府信息公开申请数量", 7, 1, 0, 0, 1, 0)
        + row("二、上年结转政府信息公开申请数量", 1, 0, 0, 0, 0, 0)
        + row("三、本年度办理结果\t（一）予以公开", 4, 1, 0, 0, 0, 0)
        + row("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", 1, 0, 0, 0, 0, 0)
        + "".join(row(label, *_COUNTS.get(label, none)) for label in (*_OUTCOMES, *_OTHER[year]))
        + row("（七）总计", 7, 1, 0, 0, 1, 0)
        + row("四、结转下年度继续办理", 1, 0, 0, 0, 0, 0)
    )
    return (
        f"青岚县水利局{year}年政府信息公开工作年度报告\n一、总体情况\n{year}年，我局依法公开。\n"
        f"二、主动公开政府信息情况\n{_PUBLISHED[year]}三、收到和处理政府信息公开申请情况\n{requests}"
        f"四、政府信息公开行政复议、行政诉讼情况\n{_DISPUTES}"
        "五、存在的主要问题及改进情况\n公开内容还不够全面。\n六、其他需要报告的事项\n未收取信息处理费。\n"
    )


def violated(text: str) -> list[str]:
    found = measure(parse(Source("-", text, "utf-8"), "disclosure_annual")).relations
    return [relation.equation for relation in found if relation.truth is Truth.VIOLATED]


@pytest.mark.parametrize("year", [2020, 2023])
def test_a_form_that_adds_up_is_clean(year: int) -> None:
    found = judged(form(year), "disclosure_annual")
    assert [(each.rule.id, each.hit.arguments) for each in found.breaches if each.severity != "info"] == []


@pytest.mark.parametrize("year", [2020, 2023])
def test_no_cell_can_change_unseen(year: int) -> None:
    """Every cell of the tables on requests and disputes stands in at least one identity."""
    text = form(year)
    start, end = text.index("一、本年新收"), text.index("五、存在的主要问题")
    cells = list(re.finditer(r"(?<=\t)\d+(?=[\t\n])|^\d+(?=\t)", text[start:end], re.MULTILINE))
    assert len(cells) > 170
    unseen = [
        cell.start()
        for cell in cells[::4]  # since rows have seven cells, all columns come up
        if not violated(text[: start + cell.start()] + str(int(cell[0]) + 3) + text[start + cell.end() :])
    ]
    assert unseen == []


@pytest.mark.parametrize(
    ("year", "rule"), [(2020, "disclosure.prose-table-2019"), (2023, "disclosure.prose-table-other")]
)
def test_the_text_is_held_against_the_form_of_its_year(year: int, rule: str) -> None:
    text = form(year).replace("我局依法公开。", "我局制定规范性文件11件，办理行政许可86件、行政处罚32件。")
    found = judged(text, "disclosure_annual")
    assert [(b.rule.id, b.hit.arguments["equation"]) for b in found.breaches if b.severity != "info"] == [
        (rule, "86 ≠ 68")
    ]


@pytest.mark.parametrize(("stated", "count"), [(13, 0), (11, 0), (17, 1)])
def test_coercive_acts_with_and_without_what_is_asked_of_the_court(stated: int, count: int) -> None:
    text = (
        "青岚县水利局2023年度行政执法统计年报\n一、行政强制实施情况统计表\n"
        "查封场所、设施或者财物\t扣押财物\t冻结存款、汇款\t其他行政强制措施\t加处罚款或者滞纳金\t代履行\t申请法院强制执行\t合计\n"
        f"3\t4\t0\t1\t2\t1\t2\t{stated}\n"
    )
    assert len(violated(text)) == count
