"""Whether a list of parts is whole by what it says of itself, or nearly so by its figures."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from checker.figures.build import Sum
from checker.figures.names import core_of
from checker.figures.numerals import han_number
from checker.figures.reading import Frame
from checker.figures.relate.lists import JOINED, LEFT_OVER, REST, STAGE
from checker.figures.relate.vocabularies import (
    are_all,
    are_all_but_few,
    are_complements,
    are_each,
    are_graded,
    are_numbered,
    are_outcomes,
)
from checker.figures.story import Story
from checker.patterns import expression

RULE = "figures.part-whole"
UNSURE = "所列分项是否为全部无法确定"

# How much of its whole a list of so many parts must make up before it is taken to be all of it.
_NAMED = {2: Fraction(1), 3: Fraction(19, 20)}
_LISTED = {2: Fraction(1), 3: Fraction(1)}
_MANY = Fraction(47, 50)
_BEFORE_NAME = expression(r"^.*其中[:,]?")
_COUNTED = expression(r"([两二三四五六七八九十])(?:大?类|项|种|级|部分|个(?:方面|部分|层级|领域|类别))")
_ROUNDS = expression("([两二三四五六七八九十])(?:批次?|期|轮|次|场|季度)")
_CLAUSE = expression("[,;:。、]")
_SENTENCE = expression(r"[。\n]")
_AFTER = 80  # characters in which the rest of a list may be named
_BEFORE = 60  # characters in which the names of a list may stand before its whole
_LONG = 3  # digits
_AND_OTHERS = expression("等(?![级候额同第高])")
_LEVEL = expression(r"(?<=^)[省市县区乡镇]|(?<=^其中)[省市县区乡镇]")
_LEVELS = expression("(?:省|市|县|区|乡|镇){2,}(?:级|人大|政协|代表|两级|三级)|各级")
_NAME = 16  # characters of a name
_LEADS = frozenset({"对", "将", "把", "给予"})
_UPWARDS = expression(r"(?:合格|及格|达标|称职|良好?|优秀)(?:等次)?及?以上")

_AID = expression("法律援助|法援")
_BRANCHES = tuple(expression(f"{kind}(?:案件|类)?$") for kind in ("民事", "刑事", "行政"))


def is_list(parts: Sequence[Frame]) -> bool:
    """Whether the figures read as kinds side by side: each with a name of its own, none a stage of the others."""
    if any(_UPWARDS.search(p.label) for p in parts):
        return False  # 优秀46宗,合格以上311宗: the one holds the other
    if are_outcomes([p.label.strip() for p in parts]):
        return True
    labels = [core_of(p.label) for p in parts]
    if len(labels) > 1 and set(labels) <= _LEADS:
        labels = [core_of(p.tail) for p in parts]  # 对47件不予处罚,对68件从轻处罚
    return all(labels) and len(set(labels)) == len(labels) and not any(STAGE.search(p.label) for p in parts)


def is_filled(story: Story, reading: Sum) -> bool:
    """3276家,包括网吧412家、…、文物保护单位286处、其他304家: whether what is counted otherwise among the parts makes up the rest."""
    sentence, first, last = story.sentence_at(reading.whole.start), reading.parts[0], reading.parts[-1]
    listed = [f for f in sentence.at() if first.start <= f.start <= last.start] if sentence is not None else []
    joined = len(listed) > len(reading.parts) and all(f.parted == 1 for f in listed[1:])
    return joined and Sum(reading.whole, tuple(listed)).fits


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
    if _are_of_one_level(_name_of(parts), labels):
        return False
    if len(labels) > 2 and any("以下" in label for label in (labels[0], labels[-1])):
        return True  # a scale with its lower end: 研究生、本科、大专以下
    return are_complements(labels) or _covers(_name_of(parts), [_BEFORE_NAME.sub("", p.label) for p in parts.parts])


def _counts_them(story: Story, parts: Sum) -> bool:
    """Whether the name of the whole tells how many parts it has (三项资金412.6万元, 市县乡三级共聘请)."""
    start = parts.whole.start
    clause = _CLAUSE.split(story.text[max(0, start - _NAME) : start])[-1]
    numbered = are_numbered([_BEFORE_NAME.sub("", part.label) for part in parts.parts])
    told = (_ROUNDS if numbered else _COUNTED).findall(clause)
    several = numbered or len(parts.parts) > 2
    return several and bool(told) and han_number(told[-1]) == len(parts.parts)


def _were_listed(story: Story, parts: Sum) -> bool:
    """改造解放路、滨河路、学院路3条道路,总长7.4公里,其中解放路2.6公里、…: whether the names were just listed, all of them."""
    start = parts.whole.start
    names = "、".join(_BEFORE_NAME.sub("", p.label).strip() for p in parts.parts)
    before = JOINED.sub("、", _SENTENCE.split(story.text[max(0, start - _BEFORE) : start])[-1])
    _, told, after = before.partition(names)
    return bool(told) and not after.startswith("等")


def _leave_little(parts: Sum) -> bool:
    """Whether the kinds are all but all of such a whole; 法律援助法 第二十二条 knows little beside 民事、刑事、行政."""
    labels = [p.label for p in parts.parts]
    if are_graded(labels):
        return True
    aided = _AID.search(parts.whole.label + parts.whole.tail) and are_each(labels, _BRANCHES)
    return bool(aided) or are_all_but_few(labels)


def _name_of(parts: Sum) -> str:
    """All that is said of the whole before its list: 采取强制措施34次,均为查封、扣押,其中…"""
    between, among, _ = parts.parts[0].gap.partition("其中")
    own = expression("[,;:。]").split(parts.whole.gap)[-1]
    return own + parts.whole.label + parts.whole.tail + (between if among else "")


def _are_of_one_level(name: str, labels: Sequence[str]) -> bool:
    """省市县代表建议、政协提案203件,其中县代表建议97件、县政协提案84件: whether all are of one level, and the whole of more."""
    levels = {found[0] for label in labels if (found := _LEVEL.search(label)) is not None}
    told = _LEVELS.search(name)
    return len(levels) == 1 and all(_LEVEL.search(label) for label in labels) and told is not None


def _covers(name: str, labels: Sequence[str]) -> bool:
    """Whether the name of the whole is itself the list of the parts' names (新建和改造公厕: 新建, 改造)."""
    name = name.replace(labels[0], "")  # 148件新收案件中涉及投诉的116件,…: what follows the whole is no name of it
    heads = {label[:2] for label in labels}  # 行政权力事项3846项,其中行政处罚2517项、行政许可298项
    named = len(heads) == len(labels) > 1 and all(len(head) > 1 and head in name for head in heads)
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
        return is_near(parts) or parts.is_miswritten(_LONG)
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


def tells_the_rest(story: Story, whole: Sum) -> bool:
    """备案7318件,其中颗粒1243件、制剂186件、化妆品5417件,余下为场地备案: whether the sentence says that there is more."""
    last = whole.parts[-1]
    return REST.search(_SENTENCE.split(story.text[last.start : last.start + _AFTER])[0]) is not None
