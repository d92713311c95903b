"""Last year's figures of several things, told together, and the change of each: 与上年的52起、38人相比,起数下降17.3%,死亡人数下降18.4%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.figures.reading import Frame
from checker.figures.relate.changes.differences import Change, judge
from checker.figures.relate.changes.movements import change_of
from checker.figures.relate.lists import alike
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Relation

_AGAINST = expression(r"^(?:与|比|较|同)(?:上年|去年|前年|20\d\d年|上年度|上一年)(?:同期)?的?$")
_END = expression("^(?:相比|比较|分别|各)?")
_FEWEST, _MOST = 2, 6


def side_by_side(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """The changes, in the order of last year's figures and of this year's right before them."""
    group = sentence.at()
    for i, first in enumerate(group):
        if not (i and _AGAINST.match(first.label)):
            continue
        before = [first, *_listed(group[i + 1 :])]
        after = group[max(0, i - len(before)) : i]
        changes = list(_changes(group, i + len(before)))[: len(before)]
        if not _FEWEST <= len(before) <= _MOST or len(changes) < len(before) or not _END.match(before[-1].tail):
            continue
        kinds = [b.unit_class for b in before]
        if len(set(kinds)) == len(kinds) and kinds == [f.unit_class for f in after]:
            for change, previous, current in zip(changes, before, after, strict=True):
                yield from judge(story, change, previous, current)


def _listed(frames: Sequence[Frame]) -> Iterator[Frame]:
    """The figures that 、 or 和 joins to the one before, without names of their own."""
    for frame in frames:
        if frame.parted > 1 or frame.label.strip("和及与") or frame.unit_class == "percent":
            return
        yield frame


def _changes(group: Sequence[Frame], start: int) -> Iterator[Change]:
    """The changes from a figure on: each with its verb, or several behind one (分别下降17.3%、18.4%)."""
    for at in range(start, len(group)):
        change = change_of(group[at])
        if change is None:
            return
        several = alike(group, at)
        yield from (Change(frame, change.up) for frame in several)
        if len(several) > 1:
            return
