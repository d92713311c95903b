"""Changes of several figures whose last year's values stand together in a bracket: …(2023年分别为111件、1043.2万元)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.figures.names import core_of
from checker.figures.reading import Frame
from checker.figures.relate.changes.differences import judge
from checker.figures.relate.changes.movements import VERB, change_of, is_previous
from checker.figures.relate.lists import COMPARES, RATES
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.record import replace
from checker.words.relation import Binding, Relation, Truth

_RESPECTIVELY = expression(
    r"^(?:上年|去年|前年|上一年度?|20\d\d年)(?:度|同期|全年)?[^,;、]{0,6}(?:分别|依次)(?:为|是|有)?$"
)
MEASURE = expression(
    r"(?:总量|总数|数量|件数|起数|宗数|户数|份数|人数|次数|家次|人次|批次|(?<=类)(?:信息|申请)|数|量)$"
)
_ANY = frozenset({"案件", "案", "总", "金额", "今年", "本年", "全年", "当年"})
"""Subjects of a change that name no figure among others."""


def year_brackets(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """97件,罚款1126万元,案件数减少14件、下降12.6%,罚款数增加83万元、增长8.0%(上年分别为111件、1043万元): by units."""
    group = sentence.at()
    for frame in sentence.frames:
        if frame.depth and _RESPECTIVELY.search(frame.label):
            befores = by_units([f for f in sentence.frames if f.owner == frame.owner and f.depth])
            if len(befores) > 1:
                yield from _by_unit(story, [f for f in group if f.index <= frame.owner], befores)


def by_units(befores: Sequence[Frame]) -> Mapping[str, Frame]:
    """Last year's values of a bracket by their units; empty where two have the same unit, or it lists no values."""
    told = {f.unit_class: f for f in befores if f.unit_class not in RATES}
    listed = bool(befores) and "分别" in befores[0].label + befores[0].gap
    return told if listed and len(told) == len(befores) else {}


def subject_of(change: Frame) -> str:
    """What a change is told of (结案数减少10件, 受理数比去年净增118件): empty where it names nothing of its own."""
    name = core_of(MEASURE.sub("", COMPARES.split(VERB.sub("", change.label))[0]))
    return "" if name in _ANY else name


def _by_unit(story: Story, group: Sequence[Frame], befores: Mapping[str, Frame]) -> Iterator[Relation]:
    """Each change in units against this year's figure of its unit and the one of the bracket.

    What fails is only held against the one figure of the unit, where the change has no other name.
    """
    for frame in group:
        change = change_of(frame)
        if change is None or frame.unit_class not in befores:
            continue
        levels = [f for f in group if f.unit_class == frame.unit_class and f.start < frame.start and _is_level(f)]
        told = [r for level in levels for r in judge(story, change, befores[frame.unit_class], level)]
        held = next((r for r in told if r.truth is Truth.HOLDS), None)
        if held is not None:
            yield held
        elif len(levels) == 1 and subject_of(frame) in levels[0].label:
            yield from (replace(r, binding=Binding.INFERRED) for r in told)


def _is_level(frame: Frame) -> bool:
    return change_of(frame) is None and not is_previous(frame)
