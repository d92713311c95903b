"""Which kind of report a text is, or that it is none."""

from __future__ import annotations

import re

from checker.patterns import expression

PROFILES = (
    "rule_of_law_annual",
    "enforcement_annual",
    "enforcement_work",
    "reconsideration_litigation",
    "disclosure_annual",
    "other",
)

_LEAST_PARTS = 2
_LEAST_MENTIONS = 8
# Any report of an office that applies the law speaks of 执法; few but those on 法治政府 name that at all.
_WEIGHT = {"rule_of_law_annual": 3}

_QUOTED = expression(r"《[^《》]*》")
# Offices whose names hold the subject of a report: their reports may be about anything.
_OFFICE = expression(
    r"(?:综合)?行政执法(?:监督)?(?:[总分支]?局|[总支大中]?队|办公室|委员会|指导)|行政复议[局处]|信息公开办"
)
_GENRE = expression(r"报告|年报|总结|汇报|公报|述职|小结|白皮书")
_LOOSE_GENRE = expression(r"情况|统计|数据|思路|公示|通报|一览表")
_OTHER_GENRE = expression(
    r"(?:通知|办法|规定|条例|方案|意见|决定|函|批复|纪要|请示|细则|规划|制度|指[引南]|法|讲话|发言|致辞|倡议书|合同|协议|章程|解读|简报|试题|标准|规范"
    r"|清单|目录|预案|要点|计划|安排|通告|启事|简介|新闻)(?:[(\[][^()]*[)\]])?$"
)
_AND_A_PLAN = expression(r"(?:总结|报告|汇报|情况)[^,。]{0,4}[及和与暨、]")
_ANNOUNCED = expression(
    r"(?<![实体发出呈展表兑再])现(?:将|就|公布|发布|公开|向)[^。;?!]{0,80}?(?:报告|汇报|总结|年报|公布|公开|公示|通报|说明|函[告报复])(?:如下)?"
    r"|[^。;,?!]{0,40}(?:报告|汇报|总结|公布|公开|通报|说明|公告|函[告报复])如下"
)
_REPORTING = expression(r"(?:报告|汇报|总结|函[告报复])如下")
_OWN_LAW = expression("法治[一-龥]{2}建设")  # 法治海关建设情况: of an office that is under no local government
_PART = expression(
    r"成效|举措|做法|(?:基本|总体|工作|开展|进展|落实)情况|问题|不足|短板|下一?步|打算|工作(?:安排|计划|思路)|第一责任人|其他需要报告"
)
_PERSONAL = expression(r"述职|述法|第一责任人")
_TOPICS = (
    ("disclosure_annual", expression(r"信息公开(?:工作)?[^,。]{0,8}(?:报告|年报)")),
    ("rule_of_law_annual", expression(r"法治(?:政府|建设|机关)|依法行政")),
    ("reconsideration_litigation", expression(r"行政复议|行政应诉|行政诉讼|复议应诉")),
    ("enforcement_work", expression(r"执法|行政(?:处罚|许可|强制|检查|征收)")),
)
_YEARLY_FIGURES = expression(r"年报(?!告)|统计|数据")
_YEARBOOK = expression(r"行政(?:执法|处罚|许可|强制|检查)[^\n]{0,10}(?:数据|统计)表?$", re.MULTILINE)
_MARKS = {
    "disclosure_annual": expression(r"政府信息公开|依申请公开|主动公开"),
    "rule_of_law_annual": expression(r"法治政府|法治建设|依法行政|第一责任人"),
    "reconsideration_litigation": expression(r"行政复议|行政应诉|出庭应诉"),
    "enforcement_work": expression(r"行政执法|执法检查|执法人员"),
}


def profile_of(title: str, foreword: str, headings: str, text: str) -> str | None:
    """The profile's id, None for what is no report; all texts folded, the title without the issuing body.

    The title decides; without one the sentence that announces the report, then what the text speaks of most.
    """
    plain = _OFFICE.sub("", _QUOTED.sub("", title))
    topic = _topic(plain)
    if topic is None and _YEARBOOK.search(headings):
        return "enforcement_annual"
    announced = _ANNOUNCED.search(_QUOTED.sub("", foreword))
    if _OTHER_GENRE.search(plain) and not _AND_A_PLAN.search(plain):
        if not (announced and _REPORTING.search(announced[0])):
            return None
    elif _GENRE.search(plain) or ((topic or _OWN_LAW.search(plain)) and _LOOSE_GENRE.search(plain)):
        return topic or "other"
    if not announced and len(_PART.findall(headings)) < _LEAST_PARTS:
        return None
    return topic or (_topic(_OFFICE.sub("", announced[0])) if announced else None) or _main_subject(text)


def _topic(words: str) -> str | None:
    if _PERSONAL.search(words):
        return "other"
    found = next((profile for profile, pattern in _TOPICS if pattern.search(words)), None)
    if found == "enforcement_work" and _YEARLY_FIGURES.search(words):
        return "enforcement_annual"
    return found


def _main_subject(text: str) -> str:
    plain = _OFFICE.sub("", text)
    counts = {profile: len(pattern.findall(plain)) * _WEIGHT.get(profile, 1) for profile, pattern in _MARKS.items()}
    most = max(counts, key=counts.__getitem__)
    return most if counts[most] >= _LEAST_MENTIONS else "other"
