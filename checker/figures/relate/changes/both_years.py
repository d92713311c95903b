"""A change behind the figures of two years in the same words: 2023年立案174件,2022年立案156件,同比增长11.54%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.figures.names import core_of, shared_piece
from checker.figures.reading import Frame
from checker.figures.relate.changes.differences import Change, judge
from checker.figures.relate.changes.movements import change_of, is_otherwise, is_year_before
from checker.figures.relate.changes.year_brackets import subject_of
from checker.figures.relate.lists import CLAUSE, RATES, STATEMENT, is_compared, is_exact_count
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.record import replace
from checker.words.relation import Binding, Relation, Truth

_EARLIER = expression(
    r"^(?:而|其中)?(?P<year>上年度?|去年|上一年度?|20\d\d年)(?:度|同期|全年|共)*(?P<words>[一-龥]{1,10})$"
)
_AT_START = expression(r"^(?:年初|期初|上年[末底]|去年[末底])(?:为|是|有|仅)?$")
_LATER = expression(r"^(?:[^,;]*?(?P<year>20\d\d年)|今年|本年|当年|全年)?(?:度|全年|共)*")
_WITHIN = expression("^(?:一年|全年|年内)")
_AGAINST = expression("(?:比|较|与)(?:20|前)")  # 比2021年增长
_MOVED = expression(r"(?:新增|增加|增|减少|减|退出|调出|调入|招录|注销|取消|新聘|解聘)了?$")
_REMARK = expression(r"[,;] ?\([^()\d]+\)[^,;]{0,8}$")  # (不含移送)增长8%
_MOST = 2  # changes behind one pair: in units and in per cent
_BETWEEN = 2  # rates between the two counts
_NAME = 2  # characters
_REACH = 4  # sentences


def both_years(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """Each change right behind two counts of which the second is told with another year and the words of the first."""
    group = sentence.at()
    for i in range(len(group) - 1):
        first = _counted_before(group, i)
        earlier = _earlier(story, first, group[i]) if first is not None else None
        if first is None or earlier is None:
            yield from _of_paragraph(story, sentence, i)
            continue
        pair = (group[i], first) if earlier else (first, group[i])
        for change in _changes(group, i + 1):
            sure = _is_sure(story, sentence, pair[1], change.frame)
            yield from (r for r in judge(story, change, *pair) if sure or r.truth is Truth.HOLDS)


def _is_sure(story: Story, sentence: Sentence, now: Frame, change: Frame) -> bool:
    """Whether a change is of this year's count against the other, and no second movement stands beside it."""
    year = _LATER.match(now.label)
    told = year is None or not year["year"] or int(year["year"][:4]) == story.report_year
    against = _AGAINST.search(change.label) or is_otherwise(story, change)
    behind = (f for f in sentence.at() if f.start > now.start and f is not change and f.unit_class == now.unit_class)
    alone = change.unit_class == "percent" or not any(_MOVED.search(f.label) for f in behind)
    return told and alone and not against and not _REMARK.search(story.text[now.start : change.start])


def _of_paragraph(story: Story, sentence: Sentence, i: int) -> Iterator[Relation]:
    """其中正职24件…。正职出庭占28.24%,上年正职出庭18件,增加6件: this year's count is named before; only agreement is told."""
    group = sentence.at()
    before = group[i]
    told = _EARLIER.match(before.label)
    changes = list(_changes(group, i + 1)) if told is not None and is_exact_count(before) else []
    if told is None or not changes or not is_year_before(story, told["year"]):
        return
    near = (sentence, *story.in_paragraph(sentence, _REACH))
    same = [f for s in near for f in s.at() if f.start < before.start and f.unit_class == before.unit_class]
    named = [
        f for f in same if is_exact_count(f) and not is_compared(f) and shared_piece(core_of(told["words"]), f.label)
    ]
    for change in changes:
        judged = (r for now in named for r in judge(story, change, before, now))
        held = next((r for r in judged if r.truth is Truth.HOLDS), None)
        if held is not None:
            yield replace(held, binding=Binding.INFERRED)


def _counted_before(group: Sequence[Frame], i: int) -> Frame | None:
    """The count right before group[i], over rates (办结6248件,结案率98.91%;2021年办结5712件)."""
    near = reversed(group[max(0, i - 1 - _BETWEEN) : i])
    return next((f for f in near if f.unit_class not in RATES), None)


def _changes(group: Sequence[Frame], i: int) -> Iterator[Change]:
    """The changes from group[i] on that name nothing of their own."""
    for frame in group[i : i + _MOST]:
        change = change_of(frame)
        named = change is not None and _WITHIN.sub("", subject_of(frame))
        if change is None or named or frame.parted > CLAUSE or not frame.quantity.interval.is_bounded:
            return
        yield change


def _earlier(story: Story, first: Frame, second: Frame) -> bool | None:
    """Whether the second of two counts is of the year before the first's; None where they are no such pair."""
    alike = first.unit_class == second.unit_class and is_exact_count(first) and is_exact_count(second)
    if not alike or second.parted not in (CLAUSE, STATEMENT) or change_of(first) is not None:
        return None
    if _AT_START.match(second.label):
        return True if first.index == second.index - 1 and not _AT_START.match(first.label) else None
    told = _EARLIER.match(second.label)
    words = core_of(told["words"]) if told is not None else ""
    if told is None or len(words) < _NAME or not core_of(_LATER.sub("", first.label)).endswith(words):
        return None
    return _years_apart(story, _LATER.match(first.label), told["year"])


def _years_apart(story: Story, first: re.Match[str] | None, second: str) -> bool | None:
    """Whether the second year is the one before the first's, or the other way round; None where they are not adjacent."""
    here = int(first["year"][:4]) if first is not None and first["year"] else story.report_year
    if not second[0].isdigit():
        return True if first is None or not first["year"] or here == story.report_year else None
    apart = here - int(second[:4]) if here is not None else None
    return {1: True, -1: False}.get(apart) if apart is not None else None
