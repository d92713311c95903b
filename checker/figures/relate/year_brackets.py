"""Changes of several figures whose last year's values stand together in a bracket: …(2023年分别为111件、1043.2万元)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.figures.reading import Frame
from checker.figures.relate.differences import Change, judge
from checker.figures.relate.lists import RATES
from checker.figures.relate.movements import change_of, is_previous
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.record import replace
from checker.words.relation import Binding, Relation, Truth

_RESPECTIVELY = expression(
    r"^(?:上年|去年|前年|上一年度?|20\d\d年)(?:度|同期|全年)?[^,;、]{0,6}(?:分别|依次)(?:为|是|有)?$"
)


def year_brackets(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """97件,罚款1126万元,案件数减少14件、下降12.6%,罚款数增加83万元、增长8.0%(上年分别为111件、1043万元): by units."""
    group = sentence.at()
    for frame in sentence.frames:
        if frame.depth and _RESPECTIVELY.search(frame.label):
            befores = [f for f in sentence.frames if f.owner == frame.owner and f.depth]
            by_unit = {f.unit_class: f for f in befores if f.unit_class not in RATES}
            if len(by_unit) == len(befores) > 1:
                yield from _by_unit(story, [f for f in group if f.index <= frame.owner], by_unit)


def _by_unit(story: Story, group: Sequence[Frame], by_unit: dict[str, Frame]) -> Iterator[Relation]:
    """Each change in units against the first figure of its unit and the one of the bracket."""
    for frame in group:
        change = change_of(frame)
        if change is None or frame.unit_class not in by_unit:
            continue
        after = next((f for f in group if f.unit_class == frame.unit_class and _is_level(f)), None)
        if after is not None and after.start < frame.start:
            yield from _judged(story, change, by_unit[frame.unit_class], after)


def _is_level(frame: Frame) -> bool:
    return change_of(frame) is None and not is_previous(frame)


def _judged(story: Story, change: Change, before: Frame, after: Frame) -> Iterator[Relation]:
    for relation in judge(story, change, before, after):
        yield relation if relation.truth is Truth.HOLDS else replace(relation, binding=Binding.INFERRED)
