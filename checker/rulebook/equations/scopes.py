"""For whom a figure speaks: the whole territory, the reporting body itself, or a narrower part."""

from __future__ import annotations

from checker.patterns import expression

WHOLE = "全域"
OWN = "本单位"
NAMES = {"all": WHOLE, "own": OWN}
"""What metrics call these scopes."""

# What stands before a name and limits nothing.
_NEUTRAL = expression(
    r"其中|包括|分别|截至目前|截至\d*月?底?|目前|现有|现已|现|已经|已|累计|共计|总计|合计|一共|总共|共有|共|新增|均|全部|所有|各类|各项|各种|"
    r"(?:本|全|当|今)年(?:度|内|来|以来)?|年内|年度|年底|年末|期末|期间|本级?期|报告期内?|统计期内|1[-—~至]12月份?|"
    r"以来|累计|依据|经审查|经|对|向|由|从|在|按照|按|根据|并|且|又|还|也|即|另有|另|有|其|为|完成|开展|组织|实际|实有|年均|持续|"
    r"各级|行政复议机关|行政复议机构|复议机关|复议机构|行政应诉机关|行政执法机关|行政执法单位|行政执法部门|执法机关|行政机关|人民法院|法院|司法行政部门|机关|部门|单位|"
    r"申请人|当事人|案件|事项|工作|方面|情况|加上|连同|加|新|办理|处理|受理|作出|实施|查处|依照|结果|结论|行政|执法资格|资格|因|和|及|与|、|,|;|(?:19|20)\d\d年?"
)
_WHOLE = expression(
    r"(?:全|我|本)(?:省|自治区|市|州|盟|地区|县|区|旗|镇|乡|街道|域)(?:范围内?|各级|上下)?|辖区内?|行政区域内?"
)
_OWN = expression(
    r"(?:全|我|本)(?:局|委|厅|办|处|队|支队|大队|系统|院|所|中心|单位|机关|部门|馆|站)|(?:综合)?(?:行政)?执法(?:系统|局|支队|大队)|局|支队"
)
# A part of the body or the territory, named anywhere since the figure before.
_NARROW = expression(
    r"[省市县区州](?:人民)?政府(?:本级|部门|作为|办)|以[^,;。]{1,12}为(?:共同)?(?:被申请人|被告|第三人)|[省市县区州]本级|[省市县区]直|(?:省|市|县|区|乡镇?|镇街|街道)级|局本级|局?机关本级|各[县区镇乡]|(?:县区|区县|县市区|县\(市、区\))[一-龥]{0,8}?(?:部门|机关|单位|局)"
)


_BODY = expression(
    r"政府|部门|机关|单位|街道|企业|公司|领域|系统|平台|中心|本级|[局委厅办院镇乡村区县市省州旗队所站级]"
)


def scope_of(rest: str) -> str:
    """The scope that the words before a name tell; empty where they tell none, else WHOLE, OWN or the words."""
    if not rest:
        return ""
    narrowed = _WHOLE.sub("", rest)
    left = _OWN.sub("", _NEUTRAL.sub("", narrowed))
    if left:
        return left
    if narrowed != rest:
        return WHOLE
    return OWN if _OWN.search(rest) else ""


def is_empty(words: str) -> bool:
    """Whether the words before a name limit nothing."""
    return not _NEUTRAL.sub("", words)


def lasts(scope: str) -> bool:
    """Whether a scope holds for the figures after it: a body or a place does, a kind of case does not."""
    return scope in (WHOLE, OWN) or bool(_BODY.search(scope))


def told_scope(text: str) -> str:
    """The scope that the text between two figures tells of those that follow; empty where it tells none."""
    narrow = _NARROW.search(text)
    if narrow:
        return narrow[0]
    return WHOLE if _WHOLE.search(text) else OWN if _OWN.search(text) else ""


def agree(scopes: set[str]) -> bool:
    """Whether figures with these scopes may speak for the same: the unsaid agrees with the whole, or with the body."""
    said = scopes - {""}
    return len(said) <= 1 and (len(scopes) == 1 or said <= {WHOLE, OWN})
