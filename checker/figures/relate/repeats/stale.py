"""Last year's figure left where this year's belongs: 收到263件,比上年的208件增加55件。…全年收到行政复议申请208件."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.figures.names import core_of
from checker.figures.reading import Frame
from checker.figures.relate.lists import RATES, exact_counts, is_compared
from checker.figures.relate.repeats.repeats import restated_as
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation, Role, Truth

_KEPT = 8
"""How many changes of one value are looked at: it keeps the work linear in the length of the text."""
_LEAST = 10  # smaller numbers are met by chance
_NAME = 4  # characters
_YEAR = expression("上年|去年|前年|往年|历年|同期|20\\d\\d年|以来|累计|[一二三四]季度|半年|\\d月")
_NARROWER = expression("局|队|中心|所|站|镇|街道|部门|平台|网上|其中|系统|[市县区]级|本级|通过|涉")
_ADDED = expression("^(?:20\\d\\d年|全年|年内|本年度?|共|全[市县区镇乡省州])+")


def stale(story: Story, relations: Sequence[Relation]) -> Iterator[Relation]:
    """Each figure of the name that a change gives two values for, where it has the one of before without a word of it."""
    pairs: dict[tuple[str, Fraction], list[tuple[Frame, Frame]]] = {}
    for old, now in _pairs(story, relations):
        known = pairs.setdefault((old.unit_class, old.quantity.value), [])
        if len(known) < _KEPT:
            known.append((old, now))
    for sentence in story.sentences if pairs else ():
        if sentence.plan or _YEAR.search(_ADDED.sub("", sentence.text)):
            continue
        for frame in exact_counts(sentence.at()):
            told = pairs.get((frame.unit_class, frame.quantity.value), ())
            left = next((now for _, now in told if _is_left(story, now, sentence, frame)), None)
            if left is not None:
                yield restated_as(story, left, frame, Binding.INFERRED, holds=False)


def _pairs(story: Story, relations: Sequence[Relation]) -> Iterator[tuple[Frame, Frame]]:
    """Last year's value and this year's of each change that holds."""
    changes = [r for r in relations if r.truth is Truth.HOLDS and r.in_role(Role.BEFORE) and r.in_role(Role.AFTER)]
    placed = story.placed() if changes else {}
    for change in changes:
        ends = [placed.get(change.in_role(role)[0].span.start) for role in (Role.BEFORE, Role.AFTER)]
        if all(end is not None for end in ends):
            old, now = (end[1] for end in ends if end is not None)
            plain = old.unit_class == now.unit_class not in RATES and is_compared(old) and not is_compared(now)
            if plain and old.quantity.value >= _LEAST and old.quantity.value != now.quantity.value:
                yield old, now


def _is_left(story: Story, now: Frame, sentence: Sentence, again: Frame) -> bool:
    """Whether a figure with the number of last year's stands in a later paragraph under the name of this year's value."""
    if is_compared(again):
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
