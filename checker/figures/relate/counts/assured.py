"""Whether the words before a count are surely the list that it counts; where that is not sure, nothing is said."""

from __future__ import annotations

import re

from checker.figures.relate.counts.items import Listed
from checker.figures.relate.lists import STRONG_UNITS
from checker.patterns import expression

_NEVER = frozenset({"期", "批", "轮", "款"})
_CATEGORY = expression(
    r"^ ?(?:专项|重点|关键|主要|基本|核心|突出|特色|优势|支柱|基础|新兴)?(?:领域|方面|环节|问题|任务|工程|行动|体系|平台|板块|工作|机制|制度|"
    r"措施|举措|行业|产业|系统|层面|维度|阶段|部分|步骤|类别|原则|目标|要求|关系|矛盾|抓手|保障|攻坚|整治|战役|事项|载体|阵地|品牌|渠道|短板|不足)"
)
# 甲、乙三大球等赛事; 甲、乙三大文化建筑、丙: the count stands in an item of the list.
_IS_ITEM = expression(r"^(?:[一-龥“”]{0,12}等|[一-龥“”]{0,4}、(?![两二三四五六七八九十\d]))")
# 甲、乙有4个; 甲、乙、丙近日联合出台5方面: the count is what those listed have or did.
_HAS = expression(
    r"(?:有|(?<![建开假])设|(?<![节合公条契])约|(?<!靠)近|(?<![传到])达|占|分别|联合|同时|依次|各自|共同|关于|针对|在内|之后|以后|以来|(?:开工|分别|联合|共同)(?:建设|开展))$"
)
_DOES = expression(
    r"(?:出台|发布|推出|印发|制定|启动|维持|终止|开工|开展|实施|完成|召开|举办|新增|新建|建成|设立|成立|获得|荣获|取得|拥有|涉及|提出|落实|"
    r"践行|领悟|打好|打赢|做到|增强|坚定|贯彻|坚持|签署|签订|组织|组建|评选|查处|办理|承接|承担|参加|参与|派出|投入|开通|增加|安排|确定|明确|形成)$"
)
_VERB_INSIDE = expression(
    r".(?:分别|联合|近日|加快|完善|建立|健全|启动|出台|开展|实施|推进|推动|打造|设立|成立|召开|举办|支持|助力|采取|维持|践行)[一-龥]{2}"
)
_BARE_VERB = expression(
    r"(?:好|实|紧|牢|稳)$|^(?:(?:并|要|将|积极|持续|不断|全面|着力|进一步)?(?:完善|健全|加快|推动|推进|加强|深化|规范|整合|优化|强化|统筹|落实|提升))$"
)
_LEAD = expression(
    r"^(?:并|要|将|重点|着力|着重|深入|全面|持续|切实|扎实|积极|主要)?(?:围绕|聚焦|针对|[在对从按以把将由就向]|通过|按照|建立|健全|完善|开展|推进|"
    r"推行|推动|实行|实施|落实|抓好|做好|抓住|突出|坚持|紧盯|紧扣|紧抓|瞄准|涵盖|涉及|包括|覆盖|打造|构建|形成|强化|加强|严格|规范|整治|出台|"
    r"制定|查处|办理|组织|设立|创新|创建|确保|提升|优化|明确|统筹|打好)"
)
_OWN_COUNT = expression(r"[\d两二三四五六七八九十]\d* ?[个大项种级条座类批家对]")


def is_assured(text: str, match: re.Match[str], listed: Listed, number: int) -> bool:
    """Whether a count that is not the number of the items before it is a wrong count: `text` is masked."""
    unit, after = match["unit"], text[match.end("unit") :]
    if unit in _NEVER or after.startswith("等") or _IS_ITEM.match(after):
        return False
    if unit == "级":
        return listed.ranks or text[: match.start()].endswith(("”", "”的"))
    if listed.ranks:
        return True
    nearest = min(listed.counts, key=lambda n: abs(n - number))
    if abs(nearest - number) > (2 if listed.quoted or unit in STRONG_UNITS else 1) or listed.numbered:
        return False
    if max(listed.counts) < 3 and not (listed.quoted or unit in ("方面", "个方面") or _CATEGORY.match(after)):
        return False
    words = [item.of(text) for item in listed.items]
    return (listed.quoted and not match["quote"]) or _are_names(text, words, listed, match, number)


def _are_names(text: str, words: list[str], listed: Listed, match: re.Match[str], number: int) -> bool:
    """Whether the items are names of things side by side, and no clause of which the count is the object."""
    last = words[-1].removesuffix("的")
    if _HAS.search(last) or (_DOES.search(last) and len(last) > max(map(len, words[1:-1] or words[:1]))):
        return False
    if any(_OWN_COUNT.search(word) for word in words[1:]):
        return False
    if any(len(word) > 16 or "的" in word[:-1] or _VERB_INSIDE.search(word) for word in words[1:]):
        return False
    if number < min(listed.counts) and _BARE_VERB.search(words[0]):
        return False
    if match["quote"] and match["unit"] != "位一体" and not _are_even(words, number):
        return False
    return not _goes_on(text, listed.items[0].start, words)


def _are_even(words: list[str], number: int) -> bool:
    """Whether items are alike enough for a count in quotation marks, which may be a name: 残疾人“两项补贴”."""
    sizes = [len(word) for word in words[1:]]
    return number > 2 and len(sizes) > 1 and max(sizes) - min(sizes) <= 2


def _goes_on(text: str, start: int, words: list[str]) -> bool:
    """Whether the list may begin before a comma: 破除壁垒、推动竞争,强化监管、整治乱象两大举措."""
    if not text.endswith(",", 0, start) or _LEAD.match(words[0]):
        return False
    clause = expression("[^,;:。]*$").findall(text[: start - 1])[0]
    return clause.count("、") == len(words) - 1 and not expression(r"\d").search(clause)


def is_assured_after(text: str, end: int, listed: Listed, number: int) -> bool:
    """Whether a list behind a colon that ends at text[end] is surely all that the count before it announces."""
    words = [item.of(text) for item in listed.items]
    if "等" in words[-1][-8:] or listed.numbered or min(abs(n - number) for n in listed.counts) > 2:
        return False
    if any(len(word) > 30 for word in words) or ("的" in words[-1] and not any("的" in word for word in words[:-1])):
        return False
    following = expression("[^,;。]*").findall(text[end + 1 :])[0]
    goes_on = following.startswith(words[0][:2]) or "、" in following
    return not (goes_on and (text.startswith(",", end) or number > max(listed.counts)))
