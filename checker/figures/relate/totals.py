"""Figures that are announced as sums, by the words before them."""

from __future__ import annotations

from functools import lru_cache

from checker.figures.reading import Frame
from checker.patterns import expression

_SUMMED = r"(?:共|共计|合计|合共|总计|总共|一共|累计|加起来|合起来|加在一起|加总|相加|总和)"
_TOTAL = expression(
    r"(?:^|[,、和及])(?:以上|上述|前|这|案件|罚款|数量|金额|全[市县区省州镇乡局年]|全系统|全街道)?"
    r"(?:[两二三四五六七八九十\d]{1,3}(?:项|类|者|地|市|县|区|镇|乡|村|个?(?:部门|领域|行业|环节|渠道|系统|板块|层级|街道|方面|类别)|大?领域|个|种|级|期|批|方面|家|支|所|季度|年|大队|块|轮|场|会|方|部分|类案件)?)?"
    rf"(?:{_SUMMED}(?:是|为|有|达)?|总(?:数|额|量)(?:为|达)?)$"
    rf"|[一-龥](?<![前后])[两二三四五六七八九十](?:大|个)?(?:领域|部门|行业|系统|类|项|地|县|区){_SUMMED}$"
    r"|^即(?:上述|前述)[^,;、]{2,12}$"
    r"|^[两二三四五六七八九十](?:级|类|种)[一-龥]{1,4}(?:共|共计|合计|总计)(?:有|为)?$"  # 三级平台共414个
)
_TOTAL_VERB = expression(
    rf"^(?:(?:全年|年内|全[市县区])(?=[共合总])|[两二三四五六七八九十\d]{{1,3}}(?:项|类|者|个|级)(?:平台|渠道|环节|板块|部门|单位)?)?{_SUMMED}(?!比|较|由|从|[上去]年)[一-龥]{{1,4}}(?:(?:各类|各项|各种)[一-龥]{{2,4}})?$|^总(?!体|结|的|局|队|部|共|计|数|额|量|面)[一-龥]{{2,3}}$|^[一-龥]{{2,6}}总(?:数|量)(?:为|达到?|是)?$"
    r"|^(?:合计|共计|总计)(?!比|较|由|从|[上去]年|[减增下上]|占)[一-龥]{5,8}$"  # 合计公示执法结果150件
    rf"|^各[类项种][一-龥]{{2,6}}{_SUMMED}(?:有|为|达)?$"
    r"|^(?:全年)?“[三四五六七八九十]进”(?:系列)?(?:宣传)?活动(?:共|共计|合计|累计|总数)?(?:为|达到?|有)?$"
)
_ENDS_TOTAL = expression(r"(?:[^一]共|合计|共计|总计|总共|总额|总数|总量|一共)(?:为|达到?|是)?$")
_SHORT = ("计", "全年")  # 样品96个、54个、72个,计222个; 一季度12家,…,四季度19家,全年84家


def is_total(frame: Frame) -> bool:
    """Whether the figure is announced as a sum (共 N, 三类合计 N, 罚款总额 N)."""
    short = frame.label in _SHORT and frame.parted == 2
    return short or _is_total(frame.label) or (frame.parted < 2 and bool(_ENDS_TOTAL.search(frame.label)))


@lru_cache(maxsize=4096)
def _is_total(label: str) -> bool:
    return bool(_TOTAL.search(label))


def may_be_total(frame: Frame) -> bool:
    """Whether the figure may be a sum: announced, with a verb of its own (累计公开 N) or a noun (公开总数 N)."""
    return frame.parted == 2 and bool(_TOTAL_VERB.search(frame.label))
