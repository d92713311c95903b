"""Figures that were added up though they need not count one thing, or not all of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.figures.names import core_of, shared_piece
from checker.figures.reading import Frame
from checker.figures.relate.lists import AMONG, NEW_FACT
from checker.figures.relate.totals import is_total
from checker.figures.relate.vocabularies import are_all, are_complements, are_outcomes
from checker.patterns import expression

_GENERIC = expression(r"单位|部门|机构|主体|对象|名|项目|事项|案件|成员|负责人|人|类|场所|地|点|组织|$")
_NOUN = expression(r"[一-龥]{2}")
_INCLUDES = expression("包括|包含")
_SHORT = 4  # characters of a noun
_IS_ONE_NAME = expression("单位|部门|机构|主体|地方|地区|[,;。]|$")
_RANKED = expression(r"最[多高大少低]|其次|居首|居多|位列|排名|以上|超过?[百千万亿]")
_LENGTHS = expression(r"^length|^weight|^duration")
_NET = expression("净[增减]")
_LEVELS = expression(r"超过?[百千万亿\d]|以上的")
_STOCK = expression("总|累计")
_NEW = expression("新增|新制定|新建|新设")
_EACH_OF = expression(r"分别")

_SUMMED = expression("[合总]?共计?[^,;。共]{0,2}$")
_BODY = expression(
    r"^(?:个|家)?(?:乡镇|镇街?|乡|街道|[省市县区镇][直级]?(?:部门|单位)|部门|单位|社区|村|开发区|园区|科室|处室|所|站)"
)


def are_unlike(whole: Frame, parts: Sequence[Frame]) -> bool:
    """Whether the words around the figures tell that they do not divide the whole."""
    if _SUMMED.search(whole.gap) and all(_BODY.match(part.tail) for part in parts):
        return False  # 13个乡镇和22个县直部门主要负责人共35人; 对17个乡镇、24个部门开展督察,共41个
    return (
        _name_other_nouns(whole, parts)
        or _some_share_its_noun(whole, parts)
        or _some_are_no_such(whole, parts)
        or _are_interrupted(parts)
        or bool(_LENGTHS.match(whole.unit_class) and len(parts) < 3)
        or bool(_STOCK.search(whole.label) and _NEW.search(parts[0].label))
        or bool(_EACH_OF.search(whole.label) or _NET.search(whole.label) or _LEVELS.search(parts[0].gap))
    )


def is_spelled_out(around: Iterable[Frame], whole: Frame, parts: Sequence[Frame]) -> bool:
    """Whether the words bind parts and whole so fast that they may be far apart: a total announced, a 、 list after 其中."""
    first = parts[0]
    labels = [p.label.strip() for p in parts]
    if _IS_ONE_NAME.match(whole.tail) and not whole.parted and is_total(whole) and all(p.parted < 2 for p in parts[1:]):
        return True  # 6个县和12个市直部门共18个单位
    if first.start > whole.start and (are_complements(labels) or are_outcomes(labels) or are_all(labels)):
        return True
    if any(NEW_FACT.match(p.label) or _RANKED.search(p.gap) for p in parts) or whole.quantity.hedge:
        return False
    if whole.start > parts[-1].start:
        return is_total(whole) and not all(_NOUN.match(p.tail) for p in parts)
    listed = all(p.parted == 1 and p.unit_class == first.unit_class for p in parts[1:])
    names = core_of(AMONG.sub("", first.label))
    told = any(shared_piece(names, f.label) for f in around if f.start < whole.start)
    follows = whole.index + 1 == (first.index or whole.index + 1)
    opened = AMONG.search(first.gap) or _INCLUDES.search(first.gap) or first.depth
    return listed and not told and follows and bool(opened)


def leave_out(whole: Frame, parts: Sequence[Frame]) -> bool:
    """Whether a list tells that it leaves something out: only the largest, or fewer than the whole names (铁路、公路、水路)."""
    if parts[-1].tail.startswith("等") or any(_RANKED.search(p.gap + p.label) for p in parts):
        return True
    clause = expression("[,;:。]").split(whole.gap or whole.label)[-1]
    names = [name for name in expression("[、和与及]").split(clause) if len(name) > 1]
    if len(names) < 3:
        return False
    labels = "".join(p.label for p in parts)
    return any(name[-2:] not in labels and name[:2] not in labels for name in names[:-1])


def _name_other_nouns(whole: Frame, parts: Sequence[Frame]) -> bool:
    """26个国家235个城市: each has a noun of its own, and that of the whole does not take in the others."""
    nouns = [match[0] if (match := _NOUN.match(f.tail)) else "" for f in (whole, *parts)]
    if not all(nouns) or _GENERIC.match(whole.tail):
        return False
    if is_total(whole) and not whole.parted and any(whole.tail[0] in p.tail[:_SHORT] for p in parts):
        return False  # 12个行政村、2个社区共14个村(社区)
    return nouns[0] not in nouns[1:] and len(set(nouns)) > 2


def _some_share_its_noun(whole: Frame, parts: Sequence[Frame]) -> bool:
    """283个海湾中,168个海湾…,117个海湾…: said of some of them each; 6.7万人受伤,1.4万人遇难、6万人受伤: only one is a part."""
    noun = _NOUN.match(whole.tail)
    shared = [p for p in parts if noun and p.tail.startswith(noun[0])]
    return bool(shared) and (len(shared) == len(parts) or all(_NOUN.match(p.tail) for p in parts))


def _some_are_no_such(whole: Frame, parts: Sequence[Frame]) -> bool:
    """执法部门29个,抽取其中24个部门和9个乡镇: only what is called as the whole is some of it."""
    nouns = [match[0] if (match := _NOUN.match(f.tail)) else "" for f in parts]
    return bool(nouns[0]) and whole.label.endswith(nouns[0]) and any(n not in ("", nouns[0]) for n in nouns[1:])


def _are_interrupted(parts: Sequence[Frame]) -> bool:
    """Whether a clause without figures stands between two parts."""
    return any(p.gap.lstrip(",;、").count(",") > 1 for p in parts[1:])
