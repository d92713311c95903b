"""The two figures right before compared by their order: 简易程序19.6天,普通程序47.2天,前者比后者少27.6天."""

from __future__ import annotations

from collections.abc import Iterator

from checker.figures.relate.changes.differences import Change, judge
from checker.figures.relate.changes.movements import change_of
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Relation, Truth

_FORMER = expression(
    r"^(?P<first>[前后])者(?:平均|总体|整体|则|也)?(?:比|较)(?P<second>[前后])者(?:平均|还|要|多出?)?"
    r"(?:(?P<up>多|高|长|慢|增加|增长|超)|(?P<down>少|低|短|快|减少|降低|缩短|节省|下降))(?:了|出)*$"
)
_ABOVE = expression(
    r"^(?P<first>[前后])者(?:(?P<up>[多高长慢]|超)|(?P<down>[少低短快]))[于出过](?P<second>[前后])者(?:达|约)?$"
)


def formers(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """Each such difference; where a third figure of the class stands beside the two, only agreement is told."""
    group = sentence.at()
    for i, frame in enumerate(group):
        told = _FORMER.match(frame.label) or _ABOVE.match(frame.label)
        if told is None or told["first"] == told["second"] or frame.quantity.hedge:
            continue
        levels = group[:i]
        if not levels:
            levels = next((s.at() for s in story.in_paragraph(sentence, 1)), ())
        kind = "percent" if frame.unit_class == "point" else frame.unit_class
        same = [f for f in levels if f.unit_class == kind and change_of(f) is None]
        if len(same) < 2 or any(f.quantity.hedge for f in same[-2:]):
            continue
        former, latter = same[-2:]
        after, before = (former, latter) if told["first"] == "前" else (latter, former)
        for relation in judge(story, Change(frame, 1 if told["up"] else -1), before, after):
            if relation.truth is Truth.HOLDS or (len(same) == len(levels) == 2 and i):
                yield relation
