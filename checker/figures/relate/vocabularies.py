"""Names of kinds that make up a whole: two sides of one division, all that there are, outcomes that exclude each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from checker.figures.names import core_of
from checker.figures.numerals import han_number
from checker.patterns import expression

_PAIR = 2  # kinds

# Kinds that together make up their whole: named in a list of two, nothing is left out.
_COMPLEMENTS = [
    tuple(expression(side) for side in pair)
    for pair in (
        ("专职|全职", "兼职|兼任"),
        ("在编|编内", "编外|聘用|合同|派遣"),
        ("重点", "一般"),
        ("内资", "外资"),
        ("上半年", "下半年"),
        ("非现场", "(?<!非)现场"),
        ("(?<!非)国有", "非国有|民营"),
        ("现场|当场|口头", "书面"),
        ("(?:现场|当场|立即)整改", "限期整改"),
        ("原创", "转载|转发"),
        ("网上|网络|线上|在线|互联网", "线下|窗口|当面"),
        ("简易", "普通|一般"),
        ("存量", "新增|增量"),
        ("初次|首次|初信初访", "重复|再次|重信重访"),
        ("新收|新受理|本年|当年", "上年结转|结转|旧存"),
        ("罚款", "没收"),
        ("(?:代表|人大)建议", "(?:委员|政协)提案"),
        ("即办", "承诺"),
        ("环评报告书|报告书", "报告表"),
        ("胜诉", "败诉"),
        ("新开工|新建", "续建|改建|改造|扩建"),
        ("市本级|市直|市政府", "县|区|乡|镇"),
        ("[市县区]本级|[市县区]直", "乡|镇|街道"),
        ("^(?:其中)?(?:街道|乡镇|镇)(?!府)", "^(?:村|社区)"),
        ("[局厅委]机关|机关本级", "[局厅委]属|所属|下属|直属|基层|大队|支队|监督所"),
        ("省本级|省直", "市|县"),
        ("网上|线上|不见面", "窗口|线下|现场"),
        ("男", "女"),
        ("城镇|城市(?!管理|更新|建设)|城区", "(?<!农业)农村|乡村"),
        ("法人|单位|企业", "个人|自然人|公民"),
        ("一审", "二审"),
        ("程序", "实体"),
        ("路内", "路外|公共|停车场"),
        ("已", "未|正在"),
        ("政府", "部门"),
        ("行政村|村", "社区|居委"),
        ("署名|实名", "匿名"),
        ("前者", "后者"),
        ("(?<!不)准予执行", "不准予执行"),
        ("公办|公立", "民办|民营|私立"),
        ("(?<!非)营利性", "非营利性"),
        ("纸质", "电子"),
        ("集中", "分散"),
        ("合法", "违法|非法"),
        ("单独", "共同"),
        ("重大(?:[一-龥]{2})?(?:隐患|风险)", "一般(?:[一-龥]{2})?(?:隐患|风险)"),
        ("正职", "副职"),
        ("部件", "事件"),
        ("旗直|盟直|州直", "苏木|旗|县"),
        ("市(?:支队|局)", "县级?(?:大队|局)"),
        ("白天|日间", "夜间"),
        ("在职", "退休"),
        ("国内|境内", "国外|境外"),
        ("^(?:其中)?未经", "^(?:其中)?经(?!济|营|费|办|常|开)"),
    )
]

_KIN = [
    (expression(one), expression(other))
    for one, other in (
        ("党[委组工]委?会|常委会", "办公会|常务会"),
        ("投诉", "举报"),
        ("主动", "依申请|被动"),
        ("市级", "(?<!社)(?:县|区)"),
        ("行政编", "事业编"),
        ("^(?:其中)?(?:现场|当场|立即)(?:纠正|改正)", "^(?:责令)?限期(?:整改|改正)"),
    )
]

# What one says and the other denies or refuses (合规, 违法违规; 同意, 退回): beside them there may be what is open yet.
_CONTRARIES = [
    (expression(one), expression(other))
    for one, other in (
        ("(?<!不)(?:合规|合法|规范|守法|守约)的?$", "^(?:存在|涉嫌|属于?)?(?:违规|违法|违约)"),
        ("(?<![不拟])(?:准予|准许|同意|批准|核准)", "^(?:不予|不准|不同意|不批准|未批准|驳回|退回)"),
        ("核准|审批", "^备案"),
        ("^守信", "^失信"),
        ("^有(?:理|效|责|错|过错|异议)的?$", "^无(?:理|效|责|错|过错|异议)的?$"),
        ("^(?:查实|属实|情况属实|确认|认定)", "^(?:查否|失实|虚假|排除|误报)"),
    )
]

_SAYS_NO = expression(
    "^(?:[^,、]{0,4}?[后的])?(?:不属于?|不是|不存在|不再|不予|不|未予|未能?|没有|非)(?P<what>[一-龥]{2,12}?)的?$"
)

_DENIES = expression("(?:经[^,、]{0,4})?(?:不需要?|无需|不用|不应|不予)(?P<verb>[一-龥]{2,4}?)(?:的|、|$)")

_AFFIRMS = expression("(?:需要?|应当?|予以)[一-龥]{2,4}的?$")

_ORDINAL = expression("^(?:其中)?[,:]?第([一二三四五六七八九十]{1,2})([期次轮批场]|季度)")

_GRADE = expression("^(?:其中)?([一二三四五六1-6])([级类等]|星级?)(?!指标)")

# Kinds beside which there is no other. 市场主体登记管理条例第二条; 地方组织法: 市、县、乡; what becomes of a document.
_ALL_KINDS = tuple(
    tuple(expression(kind) for kind in kinds)
    for kinds in (
        ("企业", "个体", "合作社"),
        ("^(?:其中)?[市州盟]", "^(?:其中)?[县区旗]", "^(?:其中)?(?:乡|镇|街道|苏木)"),
        ("继续有效|保留", "修改|修订", "废止|失效"),
        ("保留", "更新|修改", "下架|删除"),
        ("一季度", "二季度", "三季度", "四季度"),
        ("(?<!申请)主动公开", "依申请公开", "不予公开|不公开"),
        ("优秀|良好|优良", "(?<!不)(?:合格|达标|称职)", "不(?:合格|达标|称职)"),
        ("优秀", "良好", "(?<!不)(?:合格|达标|称职)", "不(?:合格|达标|称职)"),
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
        ("^(?:其中)?县(?:[级本直]|$)", "^(?:其中)?(?:乡镇|镇|乡|街道)", "^(?:其中)?(?:行政)?村"),
        ("^(?:其中)?省[级本直厅局]", "^(?:其中)?[市州][级本直局]", "^(?:其中)?县(?:[级本直局]|\\()"),
        ("职工(?:基本)?医[疗保]", "居民(?:基本)?医[疗保]"),
        ("(?<!未)(?:办结|结案|审结)", "在办|在审|正在[办审]理"),
    )
)

# Outcomes that exclude each other and leave little beside them.
_VOCABULARIES = tuple(
    expression(
        f"^(?:其中|已经|已|标注|确认|明确|宣布|公布|(?:受理|审查|审核)后|评[定为出]为?|予以|应予|建议|提出(?!修改意见)|拟|判决|裁定|依法|决定|被|作出|复议机关|复议|经复议|一审|二审|(?:人民)?法院|行政机关|结果|申请人|当事人)*(?:{words})"
    )
    for words in (
        "废止|修改|修订|保留|有效|继续(?:有效|执行|适用|实施)|失效|宣布失效",
        "解决|列入计划|作出解释|解释说明|留作参考|正在解决|基本解决|采纳",
        "维持|纠正|其他结果|驳回|撤销|变更|确认违法|确认无效|责令履行|终止|调解|撤回|不予受理|受理|申请人撤回|(?:逾期)?未(?:按期)?补正|(?:视为)?放弃|中止(?:审理)?|(?:直接)?纠错|(?:尚)?(?:在审|在办|未审结|在审理|审理中)|其他",
        "(?:行政)?处罚(?:决定)?$|不予(?:行政)?处罚|不予立案|撤销(?:立案|案件)|撤案|销案|移送|终止调查|其他",
        "胜诉|败诉|撤诉|准[许予]撤诉|原告撤诉|(?:尚)?未(?:裁判|判决|审结|宣判|结)|在审|正在审理|尚在审理",
        "维持|改判|发回",
        "(?:全部|部分|不予|直接)?公开$|无法提供|不予处理|其[他它]处理",
        "(?:审核|审查)?(?:直接|原则|一次性)?通过(?![0-9]|[一-龥]{2,})|(?:提出)?修改后(?:再)?通过|不予通过|未(?:予)?通过|否决|退回(?:修改|补正)?|暂缓",
        "完成|(?:序时|持续|正在|有序)推进",
        "优秀|良好|较好|一般|较差|合格|不合格|基本合格",
        "办结|阶段性办结|正在办理|在办|未办结",
        "准予|批准|同意(?:发布|公开)?|(?:审批|审核)?通过(?![0-9]|[一-龥]{2,})|不予|不符合条件|(?:不合格|不达标)?退回|撤回|申请人撤回|主动撤回|正在办理|在办",
        "新办|新发|首次(?:申请|核发)|延续|变更|注销|补[办发]|换[发证]",
        "(?:准予|不准予?|不予)(?:强制)?执行|不予受理|驳回申请|(?:正在)?审查中?|尚在审查",
        "(?:行政)?(?:诉讼)?(?:一审|二审|再审|申诉|抗诉)(?:案件)?$",
        "(?:按期|如期)?完成|未完成|关闭|注销|停[产业]|歇业|搬迁|失联|无法检查",
        "(?:通过)?(?:网络|网上|在线|线上|互联网|信函|邮寄|书面|当面|现场|窗口|传真|电子邮件|来访)(?:方式|渠道|平台|途径)?(?:提交|提出|申请|收到|接收)*$",
        "查实|查否|(?:部分)?属实|不(?:属)?实",
        "立行立改|限期整改|当场整改|长期整改|移[交送]|立案",
        "“?(?:非常|很|基本|比较|较|不|一般|不太)?满意|“?一般",
    )
)

_RESULTS = 5
_EVERY = frozenset(range(len(_VOCABULARIES)))


def are_numbered(labels: Sequence[str]) -> bool:
    """第一期65人次、第二期72人次,累计137人次: whether the parts are counted through from the first."""
    found = [_ORDINAL.match(label) for label in labels]
    told = [(int(han_number(match[1]) or 0), match[2]) for match in found if match is not None]
    return len(told) == len(labels) > 1 and told == [(n, told[0][1]) for n in range(1, len(told) + 1)]


def are_all(labels: Sequence[str]) -> bool:
    """Whether the names are all kinds that there are (企业、个体工商户、农民专业合作社; 采纳、部分采纳、未采纳)."""
    return any(are_each(labels, kinds) for kinds in _ALL_KINDS) or _are_wholly_partly_not(labels)


def _are_wholly_partly_not(labels: Sequence[str]) -> bool:
    names = [label.strip(" ,;。").removeprefix("其中") for label in labels]
    partly = [name.removeprefix("部分") for name in names if name.startswith("部分")]
    others = [name for name in names if not name.startswith("部分")]
    told = len(partly) == 1 and len(others) == _PAIR and "公开" not in partly[0]  # 无法提供, 不予处理
    return told and are_contraries(others) and any(other.endswith(partly[0]) for other in others)


def are_graded(labels: Sequence[str]) -> bool:
    """一级道路352万平方米、二级道路518万平方米、三级道路416万平方米: whether the kinds are grades from the first on."""
    found = [_GRADE.match(label) for label in labels]
    told = [(int(han_number(match[1]) or match[1]), match[2]) for match in found if match is not None]
    return len(told) == len(labels) > _PAIR and told == [(n, told[0][1]) for n in range(1, len(told) + 1)]


def are_all_but_few(labels: Sequence[str]) -> bool:
    """Whether the names are three kinds beside which there is little (省厅, 市级, 县级)."""
    return any(are_each(labels, kinds) for kinds in _FEW_OTHERS)


def are_each(labels: Sequence[str], kinds: Sequence[re.Pattern[str]]) -> bool:
    return len(labels) == len(kinds) and all(any(kind.search(label) for label in labels) for kind in kinds)


def are_outcomes(labels: Sequence[str]) -> bool:
    """Whether all names are outcomes out of one closed vocabulary (废止, 修改, 继续有效)."""
    return len(set(labels)) == len(labels) and bool(frozenset.intersection(_EVERY, *map(_vocabularies, labels)))


def are_some_results(labels: Sequence[str]) -> bool:
    """Whether fewer than five of the six results of an application are named (国办公开办函〔2021〕30号, table 3, part 3)."""
    return len(labels) < _RESULTS and any("公开" in label for label in labels) and are_outcomes(labels)


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
    return are_complements(labels) or _are_a_pair(_KIN, labels) or are_contraries(labels)


def are_contraries(labels: Sequence[str]) -> bool:
    """Whether of two names one denies the other: 确认问题, 不属于问题; 合规, 违法违规; 同意发布, 退回."""
    if len(labels) != _PAIR:
        return False
    one, other = (label.strip(" ,;。").removeprefix("其中") for label in labels)
    return _denies(one, other) or _denies(other, one) or _are_a_pair(_CONTRARIES, (one, other))


def _denies(one: str, other: str) -> bool:
    """Whether a name ends with what the other denies: 公示信息真实, 不真实."""
    denied = _SAYS_NO.match(other)
    return denied is not None and _SAYS_NO.match(one) is None and one.removesuffix("的").endswith(denied["what"])


def _are_a_pair(pairs: Sequence[Sequence[re.Pattern[str]]], labels: Sequence[str]) -> bool:
    return len(labels) == 2 and any(
        (a.search(labels[0]) and b.search(labels[1])) or (b.search(labels[0]) and a.search(labels[1])) for a, b in pairs
    )


def _is_the_contrary_of(one: str, other: str) -> bool:
    """确需更正的8条,不需要更正、当面解释清楚的25条: whether the one denies the verb that the other ends with."""
    denied = _DENIES.match(one)
    return denied is not None and bool(_AFFIRMS.search(other)) and other.removesuffix("的").endswith(denied["verb"])
