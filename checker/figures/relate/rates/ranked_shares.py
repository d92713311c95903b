"""Shares told by rank or by names alone: 盗伐类最多,占42.34%; 排在前两位的为许可、处罚,占比分别是48.58%、13.97%."""

from __future__ import annotations

from collections.abc import Sequence

from checker.figures.names import core_of
from checker.figures.reading import Frame
from checker.figures.story import Story
from checker.patterns import expression

_MOST_WORDS = "最多|最高|最大|居首|首位|峰值|占比最高"
_SECOND_WORDS = "次之|其次|居次|第二|第三"
_LEAST_WORDS = "最少|最低|最小"
_MOST, _SECOND = expression(_MOST_WORDS), expression(_SECOND_WORDS)
_RANKED = expression(f"{_MOST_WORDS}|{_SECOND_WORDS}|{_LEAST_WORDS}")
_LISTED = expression(
    r"(?:^|[,;:。为是])(?P<names>[^,;:。、为是]{2,16}(?:、[^,;:。、]{2,16})+),占比?(?:分别|依次|各)[^,;]{0,3}$"
)


def is_ranked(gap: str) -> bool:
    """Whether the words before a share tell a rank (最多, 次之, 最少) for its clause."""
    return bool(_RANKED.search(gap))


def ranked(story: Story, counts: Sequence[Frame], gap: str) -> list[Frame]:
    """The count that such a share is of: by its name before the rank, else the greatest or least of the list."""
    name = core_of(_RANKED.split(gap)[0].split(",")[-1].split(";")[-1]).removesuffix("类")
    named = [f for f in counts if len(name) > 1 and name in story.label(f)]
    if len(named) == 1:
        return named
    if not counts or _SECOND.search(gap):
        return []
    alike = _list_of(story, counts)
    pick = max if _MOST.search(gap) else min
    return [pick(alike, key=lambda f: f.quantity.value)]


def named_in_order(story: Story, counts: Sequence[Frame], gap: str, size: int) -> list[list[Frame]]:
    """The counts of the names listed before several shares; nothing unless each of them names one count."""
    told = _LISTED.search(gap)
    names = told["names"].split("、") if told else []
    found = [[f for f in counts if story.label(f) == name] for name in names]
    return found if len(found) == size and all(len(frames) == 1 for frames in found) else []


def _list_of(story: Story, counts: Sequence[Frame]) -> list[Frame]:
    """The list that the last count ends: those that divide the same whole, else those beside it in a 、 list."""
    last = counts[-1]
    divided = story.wholes.get(last.start, [])[:1]
    same = [f for f in counts if divided and divided[0] in story.wholes.get(f.start, [])]
    return same or [f for f in counts if f.unit_class == last.unit_class and f.parted <= 1] or [last]
