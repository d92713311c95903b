"""A catalogue: what rules and finders say in Chinese of verdicts, relations and further places, in English.

They say it in one language only, since they know no reader; what they quote from a report stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from checker.words.audit import Outcome
from checker.words.record import replace
from checker.words.relation import Relation

CATALOGUE: Mapping[str, str] = MappingProxyType(
    {
        # why a rule has no verdict
        "未选用": "not selected",
        "已停用": "switched off",
        "已停用：{reason}": "switched off: {reason}",
        "自{since}年度起适用，本报告为{year}年度": "applies from {since}, this report is on {year}",
        "适用至{until}年度，本报告年度不明": "applies up to {until}, the year of this report is not known",
        "适用至{until}年度，本报告为{year}年度": "applies up to {until}, this report is on {year}",
        "只适用于{levels}单位的报告": "is for reports of bodies of this level: {levels}",
        "只适用于{others}的报告": "is for reports of these only: {others}",
        "国家级": "national",
        "省级": "province",
        "市级": "city",
        "县级": "county",
        "乡级": "township",
        "政府": "governments",
        "部门": "departments",
        "规则内部出错": "the rule failed",
        "报告中没有可供核对的数字关系": "the report states no figures that could be verified",
        "共{count}处，只列出前{most}处": "{count} places, the first {most} are listed",
        "有关数字无法判定": "the figures concerned cannot be judged",
        "有关数字无法判定：{reason}": "the figures concerned cannot be judged: {reason}",
        "没有落款日期": "there is no date of signature",
        "没有指定检查日期": "no day of the check is given (--as-of)",
        "没有识别出报告年度": "the year of the report is not known",
        "标题没有写年份": "the title names no year",
        "落款早于报告年度末，由另一规则提示": "signed before the year was over: another rule says so",
        "此类报告不要求落款": "no signature is required of such reports",
        "没有可供核对的落款": "there is no signature to be verified",
        "没有“一是、二是”的列举": "there is no enumeration with 一是, 二是",
        "报告年度和成文日期不明": "neither the year nor the date of the report is known",
        "没有可供查找的部分（{part}）": "the part to be searched is not there ({part})",
        "没有落款日期或报告年度": "the date of signature or the year of the report is not known",
        "报告中没有有关部分": "the part concerned is not there",
        "独立成章的部分不足两个": "fewer than two parts have sections of their own",
        "没有相应部分，或此类标题不作要求": "the part is not there, or not required under such a title",
        "没有编号标题": "no heading bears a number",
        "报告年度不明": "the year of the report is not known",
        "标题只有一级": "the headings have one level only",
        "没有标题": "there is no title or heading",
        "报告中没有“余”“多”一类的约数": "no figure is approximate (余, 多)",
        "没有写明统计期限": "no period is stated",
        "没有日期": "there is no date",
        # why a relation cannot be decided
        "比率的口径与文中数据是否一致无法确定": "whether the rate counts what the figures count is not certain",
        "未写明该比率的基数": "the base of the rate is not stated",
        "未写明占比的总数": "the whole of the share is not stated",
        "“另有”所指是否为余下的全部无法确定": "whether what is told beside it is all that is left is not clear",
        "其中所列可能不全：分项之和小于总数": "the list may be incomplete: the parts are less than the whole",
        "所列分项是否为全部无法确定": "whether the listed parts are all of them is not certain",
        "未写明：{metrics}": "not stated: {metrics}",
        "有的数是约数、含有其他口径，或分项之间有交叉": "some figures are approximate, count more, or overlap",
        # what further places are
        "正文所述日期晚于落款日期": "this date is later than the signature",
        "标题中的机关": "the body in the title",
        "前一项": "the item before",
        "此处提及": "spoken of here",
        "应在其前": "should stand before",
        "与此处写法不同": "written otherwise here",
        "前一个同级标题": "the heading before at this level",
        "其他部分的同级标题": "the same level elsewhere",
        "同类写法": "the usual way",
        "再次出现": "once more",
        "前一份": "the first report",
        "又一处": "also here",
        "同一处网页残留": "of the same block",
        "又见此处": "also here",
        "又引此处": "cited here too",
        "此处也是形近字符": "a look-alike here too",
        "此处也已损坏": "damaged here too",
        # by how much figures differ
        "{number}个百分点": "{number} percentage points",
        # why a finding is listed only
        "规则尚在试行": "the rule is on trial",
    }
)
_SLOT = re.compile(r"\\\{(\w+)\\\}")
_LISTED = ((re.compile(r"列出 (\d+) 项"), r"\1 listed"), (re.compile(r"(\d+) 个数据"), r"\1 figures"))


def english(text: str) -> str:
    """The text in English where it is in the catalogue, else the text."""
    if (found := CATALOGUE.get(text)) is not None:
        return found
    for pattern, words in _patterns():
        if match := pattern.fullmatch(text):
            return words.format(**{name: _each(value) for name, value in match.groupdict().items()})
    return text


def english_outcomes(outcomes: Iterable[Outcome]) -> tuple[Outcome, ...]:
    """The verdicts with their reasons in English."""
    return tuple(replace(each, reason=english(each.reason)) if each.reason else each for each in outcomes)


def english_relation(relation: Relation) -> Relation:
    """The relation with its reason, and the words in its equation, in English."""
    equation = relation.equation
    for pattern, words in _LISTED:
        equation = pattern.sub(words, equation)
    return replace(relation, equation=equation, reason=english(relation.reason) if relation.reason else None)


def _each(listed: str) -> str:
    """A reason in a reason, or what is listed there."""
    found = english(listed)
    return found if found != listed else ", ".join(map(english, listed.split("、")))


@cache
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    """The entries with slots, the most telling first."""
    slotted = sorted((zh for zh in CATALOGUE if "{" in zh), key=lambda zh: -len(_SLOT.sub("", re.escape(zh))))
    return [(re.compile(_SLOT.sub(r"(?P<\1>.+)", re.escape(zh)), re.DOTALL), CATALOGUE[zh]) for zh in slotted]
