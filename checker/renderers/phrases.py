"""The words that reports to people are made of, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from checker.words.audit import Grade
from checker.words.finding import Category, Severity
from checker.words.rule import Stage, Wording


class Number(int):
    """A number that English words agree with: `{count:error|errors}` is “1 error” or “2 errors”."""

    def __format__(self, spec: str) -> str:
        one, bar, many = spec.partition("|")
        return f"{int(self)} {one if self == 1 else many}" if bar else super().__format__(spec)


SEVERITIES: Mapping[Severity, Wording] = {
    Severity.ERROR: Wording("错误", "error"),
    Severity.WARNING: Wording("核对", "warning"),
    Severity.INFO: Wording("提示", "info"),
}

CATEGORIES: Mapping[Category, Wording] = {
    Category.MISSING_SECTION: Wording("必备内容", "required part"),
    Category.NUMBERING: Wording("序号", "numbering"),
    Category.ARITHMETIC: Wording("数字合计", "arithmetic"),
    Category.RATE: Wording("比率", "rate"),
    Category.REPEATED_METRIC: Wording("前后数字", "repeated figure"),
    Category.COUNTED_LIST: Wording("列举项数", "counted list"),
    Category.DATE: Wording("日期", "date"),
    Category.TITLE: Wording("标题", "title"),
    Category.SIGNATURE: Wording("落款", "signature"),
    Category.WORDING: Wording("用语", "wording"),
    Category.OUTDATED_LAW: Wording("依据时效", "outdated law"),
    Category.ENCODING: Wording("乱码", "encoding"),
    Category.RESIDUE: Wording("网页残留", "web residue"),
    Category.PUNCTUATION: Wording("标点", "punctuation"),
    Category.PLACEHOLDER: Wording("未填内容", "placeholder"),
    Category.FORMAT: Wording("格式", "format"),
    Category.OTHER: Wording("其他", "other"),
}

GRADES: Mapping[Grade, Wording] = {
    Grade.OWN: Wording("独立成章", "a section of its own"),
    Grade.LOWER: Wording("下级标题", "at a lower level"),
    Grade.TOUCHED: Wording("一句带过", "touched in passing"),
    Grade.MISSING: Wording("缺失", "missing"),
}

COLON = Wording("：", ": ")

BANDS: Mapping[str, Wording] = {
    "优秀": Wording("优秀", "excellent"),
    "良好": Wording("良好", "good"),
    "合格": Wording("合格", "passed"),
    "不合格": Wording("不合格", "failed"),
}

# By what a finding is set aside.
ASIDE: Mapping[str, Wording] = {
    "baseline": Wording("存量 {count}", "{count} known"),
    "waiver": Wording("豁免 {count}", "{count} waived"),
    "trial": Wording("试行 {count}", "{count} on trial"),
}

PARTS: Mapping[str, Wording] = {
    "achievements": Wording("举措和成效", "achievements"),
    "shortcomings": Wording("存在的不足", "shortcomings"),
    "causes": Wording("原因", "causes"),
    "first_responsible": Wording("第一责任人职责", "first responsible person"),
    "plan": Wording("下一步安排", "plan"),
    "overview": Wording("总体情况", "overview"),
    "proactive": Wording("主动公开", "proactive disclosure"),
    "requests": Wording("依申请公开", "requests"),
    "disputes": Wording("复议和诉讼", "disputes"),
    "other_matters": Wording("其他事项", "other matters"),
}

PROFILES: Mapping[str, Wording] = {
    "rule_of_law_annual": Wording("法治政府建设年度报告", "annual report on rule of law"),
    "enforcement_annual": Wording("行政执法统计年报", "annual enforcement statistics"),
    "enforcement_work": Wording("行政执法工作报告", "enforcement work report"),
    "reconsideration_litigation": Wording("行政复议和行政应诉报告", "reconsideration and litigation report"),
    "disclosure_annual": Wording("政府信息公开工作年度报告", "annual report on disclosure"),
    "other": Wording("其他工作报告", "other report"),
}

STAGES: Mapping[Stage, Wording] = {
    Stage.DRAFT: Wording("草案，不运行", "draft, does not run"),
    Stage.TRIAL: Wording("试行，只提示、不扣分", "on trial, shown and never deducts"),
    Stage.STABLE: Wording("正式", "stable"),
    Stage.RETIRED: Wording("废止，不运行", "retired, does not run"),
}

SCRIPTS: Mapping[str, Wording] = {"hans": Wording("简体", "simplified"), "hant": Wording("繁体", "traditional")}

DETAILS: Mapping[str, Wording] = {
    "related": Wording("另见", "see also"),
    "basis": Wording("依据", "basis"),
    "advice": Wording("建议", "fix"),
    "aside": Wording("不计", "set aside"),
}


def name(words: Mapping[str, Wording], key: str, language: str) -> str:
    """The name of an id that a pack may have added to; the id itself where it has no other name."""
    return words[key].of(language) if key in words else key
