"""Last year's figure left where this year's belongs: 收到263件,比上年的208件增加55件。…全年收到行政复议申请208件."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.figures.names import core_of
from checker.figures.reading import Frame
from checker.figures.relate.lists import RATES, exact_counts, is_compared
from checker.figures.relate.repeats.repeats import restated_as
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation, Role, Truth

_LEAST = 10  # smaller numbers are met by chance
_NAME = 4  # characters
_YEAR = expression("上年|去年|前年|往年|历年|同期|20\\d\\d年|以来|累计|[一二三四]季度|半年|\\d月")
_NARROWER = expression("局|队|中心|所|站|镇|街道|部门|平台|网上|其中|系统|[市县区]级|本级|通过|涉")
_ADDED = expression("^(?:20\\d\\d年|全年|年内|本年度?|共|全[市县区镇乡省州])+")


def stale(story: Story, relations: Sequence[Relation]) -> Iterator[Relation]:
    """Each figure of the name that a change gives two values for, where it has the one of before without a word of it."""
    pairs = list(_pairs(story, relations))
    if not pairs:
        return
    for sentence in story.sentences:
        if sentence.plan or _YEAR.search(_ADDED.sub("", sentence.text)):
            continue
        for frame in exact_counts(sentence.at()):
            told = (now for old, now in pairs if _is_left(story, old, now, sentence, frame))
            now = next(told, None)
            if now is not None:
                yield restated_as(story, now, frame, Binding.INFERRED, holds=False)


def _pairs(story: Story, relations: Sequence[Relation]) -> Iterator[tuple[Frame, Frame]]:
    """Last year's value and this year's of each change that holds."""
    placed = story.placed() if relations else {}
    for relation in relations:
        before, after = relation.in_role(Role.BEFORE), relation.in_role(Role.AFTER)
        if relation.truth is not Truth.HOLDS or not before or not after:
            continue
        ends = [placed.get(operand.span.start) for operand in (before[0], after[0])]
        if all(end is not None for end in ends):
            old, now = (end[1] for end in ends if end is not None)
            plain = old.unit_class == now.unit_class not in RATES and is_compared(old) and not is_compared(now)
            if plain and old.quantity.value >= _LEAST and old.quantity.value != now.quantity.value:
                yield old, now


def _is_left(story: Story, old: Frame, now: Frame, sentence: Sentence, again: Frame) -> bool:
    """Whether a figure in a later paragraph has the name of this year's value and the number of last year's."""
    if again.unit_class != now.unit_class or again.quantity.value != old.quantity.value or is_compared(again):
        return False
    where = story.sentence_at(now.start)
    name, other = (core_of(_ADDED.sub("", story.label(f))) for f in (now, again))
    return (
        where is not None
        and where.line < sentence.line
        and len(name) >= _NAME
        and (name == other or (name.endswith(other) and len(other) >= _NAME))
        and not _NARROWER.search(story.text[sentence.span.start : again.start])
        and not _has_share(sentence, again)
    )


def _has_share(sentence: Sentence, frame: Frame) -> bool:
    """…280件,占87.5%: a part of this year's."""
    return any(f.index == frame.index + 1 and f.unit_class == "percent" for f in sentence.frames)
