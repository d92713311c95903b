"""Changes of what is named with last year's value in its bracket: 行政处罚宗数(上年203宗)减少27宗,下降13.30%."""

from __future__ import annotations

from collections.abc import Iterator

from checker.figures.names import core_of, says_nothing
from checker.figures.reading import Frame
from checker.figures.relate.changes.currents import comparable
from checker.figures.relate.changes.differences import Change, judge, judge_by_amount
from checker.figures.relate.changes.movements import PREVIOUS, VERB, change_of
from checker.figures.relate.lists import RATES, is_compared
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.record import replace
from checker.words.relation import Binding, Relation, Truth

_NAME = expression(r"(?P<name>[^,;:。、()\d]{2,14})\($")
_REACH = 40  # characters
_CLOSED = expression(r"\)[^(),;。]{0,6}$")
_OPENED = expression(r"\([^()]*$")
_MEASURE = expression(r"(?:总量|总数|总额|数量|宗数|件数|起数|人数|次数|家次|人次|批次|户数|[数量])$")


def glossed(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """Each such change, against this year's figure of the name; what fails of that is so by inference."""
    group = sentence.at()
    for previous in sentence.frames:
        changes = _changes(story, sentence, previous) if previous.depth and PREVIOUS.search(previous.label) else []
        if not changes:
            continue
        first = changes[0]
        percent = changes[1] if len(changes) > 1 and changes[1].frame.unit_class == "percent" else None
        if percent is not None and first.frame.unit_class == previous.unit_class:
            yield from judge_by_amount(story, percent, first, previous, is_before=True)
        now = _now(story, sentence, previous, group.index(first.frame))
        for change in changes:
            for relation in judge(story, change, previous, now) if now is not None else ():
                yield relation if relation.truth is Truth.HOLDS else replace(relation, binding=Binding.INFERRED)


def _changes(story: Story, sentence: Sentence, previous: Frame) -> list[Change]:
    """The change right behind the bracket of a name, and the one in per cent behind it."""
    following = [f for f in sentence.at() if f.start > previous.start][:2]
    if not following or not _CLOSED.match(story.text[previous.span.end : following[0].start]):
        return []
    first, *others = (change_of(f) for f in following)
    if first is None:
        return []
    second = others[0] if others and others[0] is not None and others[0].frame.parted in (1, 2) else None
    bare = second is not None and not core_of(VERB.sub("", second.frame.label))
    return [first, second] if second is not None and bare else [first]


def _now(story: Story, sentence: Sentence, previous: Frame, before: int) -> Frame | None:
    """This year's value of what stands right before the bracket: the one figure of its name shortly before."""
    told = _NAME.search(
        _OPENED.sub("(", story.text[max(sentence.span.start, previous.start - _REACH) : previous.start])
    )
    name = _MEASURE.sub("", told["name"]) if told is not None else ""
    if len(core_of(name)) < 2 or says_nothing(name):
        return None
    found = story.resolve(name, previous.unit_class, sentence, before, reach=8)
    levels = [f for f in found if not is_compared(f) and f.unit_class not in RATES and comparable(f, previous)]
    return levels[0] if levels else None
