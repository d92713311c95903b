"""Totals of things that are counted by other words: 民办学校22所、培训机构48家、食堂35个,合计抽查105个对象.

So are those who came (第一次42人参加,第二次47人参加,共培训89人次) and areas of several ranks (9个乡镇(5镇4乡)).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.figures.build import Sum
from checker.figures.reading import Frame
from checker.figures.relate.completeness import RULE, is_list, is_near
from checker.figures.relate.lists import exact_counts, is_compared
from checker.figures.relate.vocabularies import are_numbered
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

_PLACES = frozenset(("unit", "body", "place", "household", "所", "座", "间", "院", "校", "站", "园"))
_SUMMED = expression("^(?:[合总共]计|一?共|累计)[^,;、]{0,6}$")
_ANY = expression(r"^(?:监管|检查|执法|市场|经营|各类)?(?:对象|主体|单位|场所|机构|点位|企业)|^[,;。]|^$")
_RANKS = frozenset("省市州县区镇乡村") | {"街道", "街", "社区"}
_AREAS = expression(r"^(?:个)?(?:乡镇|镇[乡街村]|乡|镇|街道|县|市|区|村)")


def mixed(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """Each such total behind its list; what fails is told where it comes near."""
    group = sentence.at()
    for i, whole in enumerate(group):
        if whole.parted != 2 or not _SUMMED.match(whole.label) or is_compared(whole):
            continue
        parts = _places(group, i) if whole.unit_class in _PLACES else _rounds(group, i)
        reading = Sum(whole, tuple(parts))
        if len(exact_counts((whole, *parts))) == len(parts) + 1 > 2 and is_near(reading):
            yield reading.relation(story, RULE, Binding.INFERRED)
    for reading in _areas(story, sentence):
        if len(exact_counts((reading.whole, *reading.parts))) > len(reading.parts) and is_near(reading):
            yield reading.relation(story, RULE, Binding.INFERRED)


def _places(group: Sequence[Frame], end: int) -> Sequence[Frame]:
    """The 、 list of places before a total of them all, where they are counted by several words."""
    start = end - 1
    while start > 0 and group[start].parted == 1 and group[start].unit_class in _PLACES:
        start -= 1
    parts = group[max(0, start) : end]
    classes = {part.unit_class for part in parts}
    told = classes <= _PLACES and len(classes) > 1 and is_list(parts) and not any(map(is_compared, parts))
    return parts if told and _ANY.match(group[end].tail) else ()


def _rounds(group: Sequence[Frame], end: int) -> Sequence[Frame]:
    """The people of each round, counted through from the first, before a total of those who came."""
    start = end
    while start > 0 and group[start - 1].unit_class == "person" and group[start - 1].label.startswith("第"):
        start -= 1
    parts = group[start:end]
    numbered = are_numbered([part.label for part in parts])
    return parts if group[end].unit_class == "person-time" and numbered else ()


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
