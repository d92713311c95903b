"""Parts in which one thing may be counted twice: together they may be more than their whole."""

from __future__ import annotations

from collections.abc import Sequence

from checker.figures.reading import Frame
from checker.figures.story import Story
from checker.patterns import expression

_TWICE = expression(
    "双重|兼有|兼具|[同均都]时?计入|一案多|[两二三][项者类种][都均兼]|双方[^,;。、\\d]{0,8}[都均]|既[^,;。]{1,10}[也又]|部分[^,;。]{0,6}先[^,;。、]{1,6}[、,]?[后再]|并处(?![^,;。()]{0,8}计入)"
)
# 主要负责人出庭34件,出庭并发声112件: what was done besides, by any of them.
_BESIDES = expression(r"[一-龥]{2}并(?![处案罚联购网入列])[一-龥]{2}的?$")
_BAND = expression("以上[^,;、]{0,10}以[上下内]")
_THRESHOLDS = ("以上", "以下", "以内")
_LEAD = 12  # characters before the first part in which its threshold may stand
_REACH = 20
"""How many characters after the last part a remark on double counting may stand."""
# Ways to divide people that overlap: sex, party, schooling, age, rank, office.
_SORTS = tuple(
    expression(sort)
    for sort in (
        "男|女",
        "党员|团员",
        "本科|研究生|大专|学历|硕士|博士|法学",
        "岁|青年",
        "职称|高级|中级",
        "骨干|负责人",
        "少数民族",
        "专职|兼职",
        "资格|持证",
        "本级|[市县区镇乡]级|机关|基层",
    )
)


def count_twice(story: Story, parts: Sequence[Frame]) -> bool:
    """Whether one thing may stand in two parts (女性1026名,党员1560名; 政务处分38人(含双重处分14人))."""
    first, last = min(p.start for p in parts), max(p.span.end for p in parts)
    if _TWICE.search(story.text, first, last + _REACH) or _are_nested(story.text[max(0, first - _LEAD) : last]):
        return True
    if any(_BESIDES.search(p.label) for p in parts):
        return True
    if any(p.unit_class != "person" for p in parts):
        return False
    sorts = {next((k for k, sort in enumerate(_SORTS) if sort.search(story.label(p))), None) for p in parts}
    return len(sorts - {None}) > 1


def _are_nested(words: str) -> bool:
    """亿元以上67个,十亿元以上14个: the one is among the other; 5万元以上10万元以下 is a band, and bands do not overlap."""
    bare = _BAND.sub("", words)
    return any(bare.count(threshold) > 1 for threshold in _THRESHOLDS)
