"""Whether a list of parts is whole by what it says of itself, or nearly so by its figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache

from checker.figures.build import Sum
from checker.figures.names import core_of
from checker.figures.numerals import han_number
from checker.figures.reading import Frame
from checker.figures.relate.lists import JOINED, LEFT_OVER, STAGE
from checker.figures.story import Story
from checker.patterns import expression

RULE = "figures.part-whole"

# Kinds that together make up their whole: named in a list of two, nothing is left out.
_COMPLEMENTS = [
    tuple(expression(side) for side in pair)
    for pair in (
        ("专职|全职", "兼职"),
        ("在编|编内", "编外|聘用|合同|派遣"),
        ("重点", "一般"),
        ("内资", "外资"),
        ("上半年", "下半年"),
        ("非现场", "(?<!非)现场"),
        ("(?<!非)国有", "非国有|民营"),
        ("现场|当场|口头", "书面"),
        ("网上|网络|线上|在线|互联网", "线下|窗口|当面"),
        ("简易", "普通|一般"),
        ("存量", "新增|增量"),
        ("初次|首次|初信初访", "重复|再次|重信重访"),
        ("新收|新受理|本年", "上年结转|结转|旧存"),
        ("罚款", "没收"),
        ("(?:代表|人大)建议", "(?:委员|政协)提案"),
        ("即办", "承诺"),
        ("环评报告书|报告书", "报告表"),
        ("胜诉", "败诉"),
        ("新开工|新建", "续建|改建|改造|扩建"),
        ("市本级|市直|市政府", "县|区|乡|镇"),
        ("县本级|县直", "乡|镇|街道"),
        ("^(?:其中)?(?:街道|乡镇|镇)(?!府)", "^(?:村|社区)"),
        ("[局厅委]机关|机关本级", "[局厅委]属|所属|下属|直属|基层"),
        ("省本级|省直", "市|县"),
        ("网上|线上|不见面", "窗口|线下|现场"),
        ("男", "女"),
        ("城镇|城市|城区", "农村|乡村"),
        ("法人|单位|企业", "个人|自然人|公民"),
        ("一审", "二审"),
        ("程序", "实体"),
        ("路内", "路外|公共|停车场"),
        ("已", "未|正在"),
        ("主动", "依申请|被动"),
        ("政府", "部门"),
        ("行政村|村", "社区|居委"),
        ("署名|实名", "匿名"),
        ("前者", "后者"),
        ("(?<!不)准予执行", "不准予执行"),
        ("公办|公立", "民办|民营|私立"),
        ("(?<!非)营利性", "非营利性"),
        ("纸质", "电子"),
        ("集中", "分散"),
    )
]

_KIN = [
    (expression(one), expression(other))
    for one, other in (("党[委组工]委?会|常委会", "办公会|常务会"), ("投诉", "举报"), ("市级", "县|区"))
]
_DENIES = expression("(?:经[^,、]{0,4})?(?:不需要?|无需|不用|不应|不予)(?P<verb>[一-龥]{2,4}?)(?:的|、|$)")
_AFFIRMS = expression("(?:需要?|应当?|予以)[一-龥]{2,4}的?$")

# How much of its whole a list of so many parts must make up before it is taken to be all of it.
_NAMED = {2: Fraction(1), 3: Fraction(19, 20)}
_LISTED = {2: Fraction(1), 3: Fraction(1)}
_MANY = Fraction(47, 50)
_BEFORE_NAME = expression(r"^.*其中[:,]?")
_COUNTED = expression(r"([两二三四五六七八九十])(?:大?类|项|种|级|部分|个(?:方面|部分|层级|领域|类别))")
_CLAUSE = expression("[,;:。、]")
_SENTENCE = expression(r"[。\n]")
_BEFORE = 60  # characters in which the names of a list may stand before its whole
_ORDINAL = expression("^(?:其中)?[,:]?第([一二三四五六七八九十]{1,2})([期次轮批场]|季度)")
_LONG = 3  # digits
_AND_OTHERS = expression("等(?:[一-龥]{0,2}(?:部门|单位|机关|领域|类|方面|事项|行业|地)|[,;]|$)")
_NAME = 16  # characters of a name
_UPWARDS = expression(r"(?:合格|及格|达标|称职|良好?|优秀)(?:等次)?及?以上")

# Kinds beside which there is no other. 市场主体登记管理条例第二条; 地方组织法: 市、县、乡; what becomes of a document.
_ALL_KINDS = tuple(
    tuple(expression(kind) for kind in kinds)
    for kinds in (
        ("企业", "个体", "合作社"),
        ("^(?:其中)?[市州盟]", "^(?:其中)?[县区旗]", "^(?:其中)?(?:乡|镇|街道|苏木)"),
        ("继续有效|保留", "修改|修订", "废止|失效"),
        ("一季度", "二季度", "三季度", "四季度"),
        ("(?<!申请)主动公开", "依申请公开", "不予公开|不公开"),
        ("^[县市]内", "^[县市]外省内|^省内[县市]外", "^省外"),
    )
)
# Who makes documents, instances of a court, what becomes of proposals: beside these three there is little.
_FEW_OTHERS = tuple(
    tuple(expression(kind) for kind in kinds)
    for kinds in (
        ("政府(?:名义|文件|印发|制[发定]|发布|出台)", "(?:政府|府)办", "部门|工作机构|委办局"),
        ("^[^,]{0,6}一审(?:案件)?$", "^(?:其中)?二审(?:案件)?$", "^(?:其中)?再审(?:案件)?$"),
        ("^[^计划]*(?:解决|采纳|落实)", "列入计划|计划解决|正在解决", "参考|解释"),
        ("部门|县直|市直", "乡|镇|街道", "授权|派出|垂直管理|县政府|市政府|区政府"),
        ("职工(?:基本)?医[疗保]", "居民(?:基本)?医[疗保]"),
        ("(?<!未)(?:办结|结案|审结)", "在办|在审|正在[办审]理"),
    )
)
_AID = expression("法律援助|法援")
_BRANCHES = tuple(expression(f"{kind}(?:案件|类)?$") for kind in ("民事", "刑事", "行政"))

# Outcomes that exclude each other and leave little beside them.
_VOCABULARIES = tuple(
    expression(
        f"^(?:其中|已经|已|(?:受理|审查|审核)后|评[定为出]为?|予以|应予|建议|提出(?!修改意见)|拟|判决|裁定|依法|决定|被|作出|复议机关|复议|经复议|一审|二审|(?:人民)?法院|申请人|当事人)*(?:{words})"
    )
    for words in (
        "废止|修改|修订|保留|继续(?:有效|执行|适用|实施)|失效|宣布失效",
        "解决|列入计划|作出解释|解释说明|留作参考|正在解决|基本解决|采纳",
        "维持|驳回|撤销|变更|确认违法|确认无效|责令履行|终止|调解|撤回|不予受理|受理|申请人撤回|中止(?:审理)?|(?:直接)?纠错|(?:尚)?(?:在审|在办|未审结|在审理|审理中)|其他",
        "(?:行政)?处罚(?:决定)?$|不予(?:行政)?处罚|不予立案|撤销(?:立案|案件)|撤案|销案|移送|终止调查|其他",
        "胜诉|败诉|撤诉|准许撤诉|原告撤诉|(?:尚)?未(?:裁判|判决|审结|宣判|结)|在审|正在审理|尚在审理",
        "维持|改判|发回",
        "(?:全部|部分|不予|直接)?公开$|无法提供|不予处理|其[他它]处理",
        "(?:审核|审查)?(?:直接|原则|一次性)?通过|(?:提出)?修改后(?:再)?通过|不予通过|未(?:予)?通过|否决|退回(?:修改|补正)?|暂缓",
        "完成|(?:序时|持续|正在|有序)推进",
        "优秀|良好|较好|一般|较差|合格|不合格|基本合格",
        "办结|阶段性办结|正在办理|在办|未办结",
        "准予|批准|(?:审批|审核)?通过|不予|不符合条件|(?:不合格|不达标)?退回|撤回|申请人撤回|正在办理|在办",
        "新办|新发|首次(?:申请|核发)|延续|变更|注销|补[办发]|换[发证]",
        "(?:准予|不准予?|不予)(?:强制)?执行|不予受理|驳回申请|(?:正在)?审查中?|尚在审查",
        "(?:行政)?(?:诉讼)?(?:一审|二审|再审|申诉|抗诉)(?:案件)?$",
        "立行立改|限期整改|当场整改|长期整改|移[交送]|立案",
        "“?(?:非常|很|基本|比较|较|不|一般|不太)?满意|“?一般",
    )
)

_EVERY = frozenset(range(len(_VOCABULARIES)))


def is_list(parts: Sequence[Frame]) -> bool:
    """Whether the figures read as kinds side by side: each with a name of its own, none a stage of the others."""
    if any(_UPWARDS.search(p.label) for p in parts):
        return False  # 优秀46宗,合格以上311宗: the one holds the other
    if are_outcomes([p.label.strip() for p in parts]):
        return True
    labels = [core_of(p.label) for p in parts]
    return all(labels) and len(set(labels)) == len(labels) and not any(STAGE.search(p.label) for p in parts)


def is_closed(story: Story, parts: Sum) -> bool:
    """Whether the list says of itself that it is whole; two sides that leave out much have a third."""
    labels = [story.label(p) + p.tail for p in parts.parts]
    if any(LEFT_OVER.search(_BEFORE_NAME.sub("", p.label)) for p in parts.parts[1:]):
        return True  # 检验177台,剩余9台…,年初摸排的186台: what begins with the rest is no list
    if _counts_them(story, parts) or _were_listed(story, parts):
        return True
    if parts.coverage < Fraction(3, 4):
        outcomes = are_outcomes([p.label.strip() for p in parts.parts])
        return (are_complements(labels) and parts.is_miswritten()) or (outcomes and parts.is_miswritten(_LONG))
    if len(labels) > 2 and any("以下" in label for label in (labels[0], labels[-1])):
        return True  # a scale with its lower end: 研究生、本科、大专以下
    return are_complements(labels) or _covers(_name_of(parts), [_BEFORE_NAME.sub("", p.label) for p in parts.parts])


def _counts_them(story: Story, parts: Sum) -> bool:
    """Whether the name of the whole tells how many parts it has (三项资金412.6万元, 市县乡三级共聘请)."""
    start = parts.whole.start
    told = _COUNTED.findall(_CLAUSE.split(story.text[max(0, start - _NAME) : start])[-1])
    return len(parts.parts) > 2 and bool(told) and han_number(told[-1]) == len(parts.parts)


def _were_listed(story: Story, parts: Sum) -> bool:
    """改造解放路、滨河路、学院路3条道路,总长7.4公里,其中解放路2.6公里、…: whether the names were just listed, all of them."""
    start = parts.whole.start
    names = "、".join(_BEFORE_NAME.sub("", p.label).strip() for p in parts.parts)
    before = JOINED.sub("、", _SENTENCE.split(story.text[max(0, start - _BEFORE) : start])[-1])
    _, told, after = before.partition(names)
    return bool(told) and not after.startswith("等")


def are_numbered(labels: Sequence[str]) -> bool:
    """第一期65人次、第二期72人次,累计137人次: whether the parts are counted through from the first."""
    found = [_ORDINAL.match(label) for label in labels]
    told = [(int(han_number(match[1]) or 0), match[2]) for match in found if match is not None]
    return len(told) == len(labels) > 1 and told == [(n, told[0][1]) for n in range(1, len(told) + 1)]


def are_all(labels: Sequence[str]) -> bool:
    """Whether the names are all kinds that there are (企业、个体工商户、农民专业合作社)."""
    return any(_are_each(labels, kinds) for kinds in _ALL_KINDS)


def _leave_little(parts: Sum) -> bool:
    """Whether the kinds are all but all of such a whole; 法律援助法 第二十二条 knows little beside 民事、刑事、行政."""
    labels = [p.label for p in parts.parts]
    aided = _AID.search(parts.whole.label + parts.whole.tail) and _are_each(labels, _BRANCHES)
    return bool(aided) or any(_are_each(labels, kinds) for kinds in _FEW_OTHERS)


def _are_each(labels: Sequence[str], kinds: Sequence[re.Pattern[str]]) -> bool:
    return len(labels) == len(kinds) and all(any(kind.search(label) for label in labels) for kind in kinds)


def are_outcomes(labels: Sequence[str]) -> bool:
    """Whether all names are outcomes out of one closed vocabulary (废止, 修改, 继续有效)."""
    return len(set(labels)) == len(labels) and bool(frozenset.intersection(_EVERY, *map(_vocabularies, labels)))


@lru_cache(maxsize=4096)  # the same labels are asked for by every list that they stand in
def _vocabularies(label: str) -> frozenset[int]:
    return frozenset(n for n, words in enumerate(_VOCABULARIES) if words.search(label))


def are_complements(labels: Sequence[str]) -> bool:
    """Whether two names are the two sides of one division (简易程序, 普通程序)."""
    if len(labels) != 2:
        return False
    shorter, longer = sorted((core_of(label.removeprefix("其中")) for label in labels), key=len)
    if len(shorter) > 1 and longer.startswith("非" + shorter):
        return True  # 事故类处罚53宗、非事故类处罚433宗
    if any(_is_the_contrary_of(one, other) for one, other in (labels, tuple(reversed(labels)))):
        return True
    return _are_a_pair(_COMPLEMENTS, labels)


def are_akin(labels: Sequence[str]) -> bool:
    """Whether two names are the two sides of one division, or two of a few kinds (投诉, 举报; 党委会, 办公会)."""
    return are_complements(labels) or _are_a_pair(_KIN, labels)


def _are_a_pair(pairs: Sequence[Sequence[re.Pattern[str]]], labels: Sequence[str]) -> bool:
    return len(labels) == 2 and any(
        (a.search(labels[0]) and b.search(labels[1])) or (b.search(labels[0]) and a.search(labels[1])) for a, b in pairs
    )


def _is_the_contrary_of(one: str, other: str) -> bool:
    """确需更正的8条,不需要更正、当面解释清楚的25条: whether the one denies the verb that the other ends with."""
    denied = _DENIES.match(one)
    return denied is not None and bool(_AFFIRMS.search(other)) and other.removesuffix("的").endswith(denied["verb"])


def _name_of(parts: Sum) -> str:
    """All that is said of the whole before its list: 采取强制措施34次,均为查封、扣押,其中…"""
    between, among, _ = parts.parts[0].gap.partition("其中")
    own = expression("[,;:。]").split(parts.whole.gap)[-1]
    return own + parts.whole.label + parts.whole.tail + (between if among else "")


def _covers(name: str, labels: Sequence[str]) -> bool:
    """Whether the name of the whole is itself the list of the parts' names (新建和改造公厕: 新建, 改造)."""
    named = len(labels) > 1 and all(len(label) > 1 and label[:2] in name for label in labels)
    return named and not _AND_OTHERS.search(name)  # 协助公安、法院等部门查询83次,公安46次、法院21次


def is_nearly_closed(parts: Sum, *, among: bool = False) -> bool:
    """Whether a list that does not say that it is whole is likelier to be miswritten than to leave something out.

    `among`: 其中 stands before it. Two or three parts that fall short are the main ones, unless 其中 leaves out next to
    nothing of what is counted one by one; four or more that leave out less than a tenth may be all.
    """
    if parts.value >= parts.whole.quantity.value:
        return is_near(parts)
    if are_all([p.label for p in parts.parts]):
        return True
    if _leave_little(parts):
        return is_near(parts)
    counted = all(f.quantity.interval.is_exact and f.unit_class != "person" for f in (parts.whole, *parts.parts))
    floor = (_NAMED if among and counted else _LISTED).get(len(parts.parts), _MANY)
    if 0 < parts.whole.quantity.value - parts.value <= (parts.whole.quantity.interval.width or 0):
        return False  # a whole as round as that (1.1万) leaves room for one more part
    return parts.coverage >= floor and is_near(parts)


def is_near(parts: Sum) -> bool:
    """Whether the parts of a list announced as whole come so near it that they are meant to make it up."""
    if not parts.whole.quantity.interval.is_bounded:
        return False
    if abs(parts.value - parts.whole.quantity.value) <= 1:
        return True
    floor = Fraction(3, 4) if len(parts.parts) > 2 else Fraction(4, 5)
    return floor <= parts.coverage <= Fraction(5, 4)
