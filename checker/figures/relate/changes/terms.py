"""Terms that the law sets and those that are kept: 法定时限20个工作日,承诺时限5个工作日,提速75%."""

from __future__ import annotations

from collections.abc import Iterator

from checker.figures.reading import Frame
from checker.figures.relate.changes.differences import Change, judge
from checker.figures.relate.lists import CLAUSE
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.record import replace
from checker.words.relation import Binding, Relation

_LEGAL = expression(r"(?:法定|规定)[^,;]{0,4}(?:时限|时间|期限|天数|时长|办结|办理)[^,;]{0,4}$")
_KEPT = expression(
    r"(?:承诺|实际|平均|现行|压缩后)[^,;]{0,4}(?:时限|时间|期限|用时|天数|时长|办结|办理)[^,;]{0,4}$|(?:时限|时间|用时|天数)[^,;]{0,6}$"
)
_AHEAD = expression(
    r"[较比]法定(?:办[理结])?(?:时限|期限|时间)(?:平均|总体)?(?:压缩|压减|缩短|缩减|提速|减少)(?:率|比例)?(?:了|达到?|为)?$"
)
_SHORTENED = expression(
    r"^(?:平均|总体|整体|较法定时限|比法定时限|时限|办理时限)*(?:提速|压缩|压减|缩短|提效|缩减|减少)(?:率|比例|幅度)?(?:了|达到?|为)*$"
)


def terms(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """By how much the term that is kept is shorter than the legal one right beside it."""
    group = sentence.at()
    for first, second, change in zip(group, group[1:], group[2:], strict=False):
        yield from _told_first(story, first, second, change)
        told = change.unit_class == "percent" and change.parted == 2 and _SHORTENED.match(change.label)
        if not told or second.parted != 2 or change.quantity.hedge or not _are_terms(first, second):
            continue
        legal, kept = (first, second) if _LEGAL.search(first.label) else (second, first)
        if _LEGAL.search(legal.label) and not _LEGAL.search(kept.label) and _KEPT.search(kept.label):
            for relation in judge(story, Change(change, -1), legal, kept):
                yield replace(relation, binding=Binding.INFERRED)


def _told_first(story: Story, change: Frame, first: Frame, second: Frame) -> Iterator[Relation]:
    """承诺时限较法定时限压缩70%,法定时限合计240个工作日,承诺时限合计72个工作日: the change stands before both."""
    told = change.unit_class == "percent" and _AHEAD.search(change.label) and not change.quantity.hedge
    alike = first.parted == second.parted == CLAUSE and _are_terms(first, second)
    if told and alike and _LEGAL.search(first.label) and _KEPT.search(second.label) and not _LEGAL.search(second.label):
        for relation in judge(story, Change(change, -1), first, second):
            yield replace(relation, binding=Binding.INFERRED)


def _are_terms(first: Frame, second: Frame) -> bool:
    same = first.unit_class == second.unit_class and first.unit_class.startswith("duration")
    return same and not (first.quantity.hedge or second.quantity.hedge)
