"""Names of figures: what remains of a label when the words that every label has are left out."""

from __future__ import annotations

from functools import lru_cache

from checker.patterns import expression

# Words around a figure that say nothing of what it counts.
_FILLER = expression(
    r"其中|全市|全县|全区|全省|全镇|全乡|全州|全局|全系统|全年|本年度|本年|当年|今年|年度|我市|我县|我区|我局|我镇|我省|共计|合计|总计|累计|"
    r"总共|一共|总数|总量|总额|全部|所有|各类|各级|有关|相关|方面|情况|案件|事项|工作|数量|件数|人数|次数|人员|"
    r"总次数|总件数|总人数|总户数|达到|达(?!标)|为|共|约|已|的|了|等|中(?!央|心|小|介|国|医|药|队|级|学|专|途|止|断|标|转)|内|和(?!解|谐|平)|与|及(?!格|时)|、|,|:|“|”|《|》|\s"
)
_DENIAL = "不未无非免拟待在"
_BESIDE = ("前", "之前")


@lru_cache(maxsize=4096)
def core_of(name: str) -> str:
    """The name without fillers; the name itself where nothing else is left."""
    core = _FILLER.sub("", name)
    return core or expression(r"[的了、,:\s]").sub("", name)


def says_nothing(name: str) -> bool:
    """Whether a name is made of fillers alone (全县的, 总数)."""
    return not _FILLER.sub("", name)


@lru_cache(maxsize=8192)
def names_same(core: str, label: str) -> bool:
    """Whether all characters of the core stand in the label in their order."""
    if len(core) < 2:
        return False
    position = 0
    for character in core:
        position = label.find(character, position) + 1
        if not position:
            return False
    return True


def is_denied(core: str, label: str) -> bool:
    """Whether the label says the contrary (不予受理 for 受理), or only what is near it (受理前撤回, 基本满意)."""
    at = label.find(core[:2])
    if at >= 0 and (label.startswith(_BESIDE, at + len(core[:2])) or label.endswith("基本", 0, at)):
        return True
    denied = at > 0 and (label[at - 1] in _DENIAL + "予" or label.endswith("没有", 0, at))
    return denied and core[0] not in _DENIAL


@lru_cache(maxsize=4096)
def shared_piece(stem: str, label: str) -> str:
    """The longest piece of the stem, at least two characters, that stands in the label; the last of equals."""
    for size in range(len(stem), 1, -1):
        for start in range(len(stem) - size, -1, -1):
            if stem[start : start + size] in label:
                return stem[start : start + size]
    return ""
