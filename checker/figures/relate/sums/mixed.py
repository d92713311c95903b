"""Totals of things that are counted by other words: 民办学校22所、培训机构48家、食堂35个,合计抽查105个对象.

So are those who came (第一次42人参加,第二次47人参加,共培训89人次) and areas of several ranks (9个乡镇(5镇4乡)).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from checker.figures.build import Sum
from checker.figures.numerals import is_swap
from checker.figures.reading import Frame
from checker.figures.relate.completeness import RULE, is_list, is_near
from checker.figures.relate.list_runs import joined_before
from checker.figures.relate.lists import JOINS, are_exact_counts, is_compared
from checker.figures.relate.vocabularies import are_numbered
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

_PLACES = frozenset(("unit", "body", "place", "household", "所", "座", "间", "院", "校", "站", "园"))
_SUMMED = expression("^(?:[合总共]计|一?共|累计)[^,;、]{0,6}$")
_ANY = expression(r"^(?:监管|检查|执法|市场|经营|各类)?(?:对象|主体|单位|场所|机构|点位|企业)|^[,;。]|^$")
_PAPERS = frozenset(("copy", "case", "item"))
_BARE = frozenset(("合计", "共计", "总计", "共"))
_PAIR = 2  # figures
_RANKS = frozenset("省市州县区镇乡村") | {"街道", "街", "社区"}
_AREAS = expression(r"^(?:个)?(?:乡镇|镇[乡街村]|乡|镇|街道|县|市|区|村)")


def mixed(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """Each such total behind its list; what fails is told where it comes near."""
    group = sentence.at()
    behind = (Sum(whole, tuple(_summed(group, i))) for i, whole in enumerate(group) if whole.parted == 2)
    for reading in (*behind, *_areas(story, sentence)):
        figures = (reading.whole, *reading.parts)
        plain = len(figures) > 2 and are_exact_counts(figures) and not any(map(is_compared, figures))
        if plain and (is_near(reading) or any(is_swap(old, new) for old, new in reading.meant())):
            yield reading.relation(story, RULE, Binding.INFERRED)


def _summed(group: Sequence[Frame], end: int) -> Sequence[Frame]:
    """What a total sums up; nothing where it is none, or all count by one word."""
    whole = group[end]
    if whole.unit_class == "person" and whole.label.endswith("共"):
        return _joined(group, end)
    if not _SUMMED.match(whole.label):
        return ()
    if whole.unit_class in _PLACES:
        return _listed(group, end, _PLACES) if _ANY.match(whole.tail) else ()
    bare = whole.label in _BARE
    if whole.unit_class in _PAPERS:
        return _listed(group, end, _PAPERS) if bare else ()
    return _people(group, end, bare=bare) if whole.unit_class == "person-time" else ()


def _listed(group: Sequence[Frame], end: int, kinds: Set[str]) -> Sequence[Frame]:
    """The 、 list of these kinds before a total of them all, where they are counted by several words."""
    parts = joined_before(group, end)
    classes = {part.unit_class for part in parts}
    return parts if classes <= kinds and len(classes) > 1 and is_list(parts) else ()


def _people(group: Sequence[Frame], end: int, *, bare: bool) -> Sequence[Frame]:
    """The people of each round or kind before a total of those who came: 第一次42人,第二次47人, or 困难3418人,重度3862人,合计."""
    start = end
    while start > 0 and group[start - 1].unit_class == "person":
        start -= 1
    parts = group[start:end]
    while parts and not parts[0].label.startswith("第") and parts[-1].label.startswith("第"):
        parts = parts[1:]
    named = bare and len(parts) == _PAIR and is_list(parts)
    return parts if named or are_numbered([part.label for part in parts]) else ()


def _joined(group: Sequence[Frame], end: int) -> Sequence[Frame]:
    """组织4名班子成员和8名股室负责人述法,述法人员共12名: the two that 和 joins."""
    pair = group[end - _PAIR : end] if end >= _PAIR else ()
    told = len(pair) == _PAIR and not pair[1].parted and pair[0].tail.endswith(JOINS)
    return pair if told and all(f.unit_class == "person" for f in pair) else ()


def _areas(story: Story, sentence: Sentence) -> Iterator[Sum]:
    """9个乡镇(5镇4乡): areas of several ranks in the bracket of all."""
    for whole in sentence.at():
        parts = sentence.inside(whole) if whole.unit_class == "unit" and _AREAS.match(whole.tail) else []
        if len(parts) < 2 or not {part.unit_class for part in parts} <= _RANKS:
            continue
        rest = story.text[parts[0].start : parts[-1].span.end + 1]
        for part in parts:
            rest = rest.replace(part.quantity.text, "", 1)
        if not rest.strip("、和) "):  # 9个乡镇(5镇3乡1办事处)
            yield Sum(whole, tuple(parts))
