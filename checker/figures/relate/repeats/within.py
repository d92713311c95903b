"""A part told again of its whole told again, by a slip (优秀32卷、…、一般12卷 of 105卷; 105卷案卷中21卷被评为一般)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from checker.figures.build import is_slip_of
from checker.figures.names import core_of
from checker.figures.reading import Frame
from checker.figures.relate.lists import is_compared
from checker.figures.relate.repeats.repeats import misstated_as, restated_as
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

_OF_THEM = expression(r"^[^,;:。]{0,10}?(?:中|里)")
_BEHIND = 10  # characters behind a part in which it may be named
_SHORT = 2  # characters
_LEAST = 20  # of smaller wholes many reports tell
_MORE = expression("以上|以下|超过|不足|连续|两次|再次|新增|已|未")


def told_within(story: Story, relations: Sequence[Relation]) -> Iterator[Relation]:
    """Each such part; the list that makes up the whole bears out what was told first."""
    whole_of: dict[tuple[str, Fraction], list[tuple[Sentence, list[Frame]]]] = {}
    placed = story.placed()
    for relation in relations:
        if relation.kind is RelationKind.PART_WHOLE_SUM and relation.truth is Truth.HOLDS:
            wholes = [placed.get(o.span.start) for o in relation.in_role(Role.TOTAL)]
            parts = [placed.get(o.span.start) for o in relation.in_role(Role.PART)]
            if len(wholes) == 1 and wholes[0] is not None and None not in parts:
                sentence, whole = wholes[0]
                listed = sentence, [part[1] for part in parts if part is not None]
                whole_of.setdefault((whole.unit_class, whole.quantity.value), []).append(listed)
    for sentence in story.sentences if whole_of else ():
        for whole, part in pairwise(sentence.at()):
            if whole.quantity.value >= _LEAST and whole.unit_class == part.unit_class and _OF_THEM.match(whole.tail):
                told = whole_of.get((whole.unit_class, whole.quantity.value), ())
                yield from _told_again(story, sentence, part, told)


def _told_again(
    story: Story, sentence: Sentence, part: Frame, told: Sequence[tuple[Sentence, list[Frame]]]
) -> Iterator[Relation]:
    words = part.gap + part.tail[:_BEHIND]
    if is_compared(part) or part.quantity.hedge or _MORE.search(words):
        return
    for first, parts in told:
        named = [f for f in parts if len(core_of(f.label)) > 1 and _is_named(part, f, words)]
        if first.line == sentence.line or len(named) != 1:
            continue
        if named[0].quantity.value == part.quantity.value:
            yield restated_as(story, named[0], part, Binding.INFERRED, holds=True)
            return
        if any(f.quantity.value == part.quantity.value for f in parts):
            return
        if is_slip_of(part, named[0].quantity.value):
            yield misstated_as(story, named[0], part, sure=False)
            return


def _is_named(part: Frame, stated: Frame, words: str) -> bool:
    """Whether a part has the name of another: a short one at its end (县级543件; 以县级政府为被申请人的 is none of these)."""
    name, short = _name(stated), len(core_of(stated.label)) <= _SHORT
    return core_of(part.label).endswith(name) if short and not part.tail.startswith(name) else name in words


def _name(frame: Frame) -> str:
    """What a part is called, without the noun that all of the list have (一般 of 一般案卷)."""
    name = core_of(frame.label)
    return name[:2] if len(name) > 2 and name.endswith(("案卷", "案件", "信息")) else name
