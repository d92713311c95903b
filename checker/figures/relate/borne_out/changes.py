"""A change or a distance told near the two figures that it is of, in whatever words: 出声率为91.51%,上年这一比例是84.68%,提高6.83个百分点."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.figures.numerals import telling_digits
from checker.figures.reading import Frame
from checker.figures.relate.changes.differences import Change, judge
from checker.figures.relate.changes.movements import change_of
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.record import replace
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

_DISTANCE = expression(r"(?:多|少|高|低|差|超|超出|超过|相差|距离?|扩大|缩小|净[增减]|增|减|升|降)[一-龥]{0,3}$")
_INCLUDED = expression("含|包括|其中")
_CHANGES = frozenset({RelationKind.GROWTH, RelationKind.REDUCTION, RelationKind.DIFFERENCE})
_REACH = 2  # sentences before
_NEAREST = 16
"""How many figures a change may be of: it keeps the work linear."""
_LONG = 10
_DIGITS = 3  # of a share or of points: with fewer two figures agree by chance


def changes_borne_out(story: Story, relations: Sequence[Relation]) -> Iterator[Relation]:
    """Each such change that nothing else has judged, with the nearest two figures that give it."""
    judged = {
        o.span.start
        for r in relations
        if r.kind in _CHANGES and r.truth is not Truth.UNDECIDABLE
        for o in (*r.in_role(Role.CHANGE), *r.in_role(Role.PART), *r.in_role(Role.REMAINDER))
    }
    for sentence in story.sentences:
        for frame in sentence.frames if not sentence.plan else ():
            if frame.start not in judged and _is_telling(frame):
                relation = _of_two(story, sentence, frame)
                if relation is not None:
                    yield relation


def _is_telling(frame: Frame) -> bool:
    """Whether a figure tells a change, and exactly enough."""
    if frame.quantity.hedge or not (_DISTANCE.search(frame.label) or change_of(frame) is not None):
        return False
    digits = telling_digits(frame.quantity.value)
    shares = frame.unit_class in {"percent", "point"}
    return digits >= _DIGITS if shares else frame.quantity.value >= _LONG


def _of_two(story: Story, sentence: Sentence, frame: Frame) -> Relation | None:
    near = [f for s in (sentence, *story.before(sentence, _REACH)) for f in reversed(s.frames) if f is not frame]
    percent, kind = frame.unit_class == "percent", "percent" if frame.unit_class == "point" else frame.unit_class
    near = [f for f in near if not (f.depth and _INCLUDED.match(f.gap))]
    alike = [f for f in near if not f.quantity.hedge and f.quantity.value > 0 and (percent or f.unit_class == kind)]
    alike = alike[:_NEAREST]
    for at, one in enumerate(alike):
        for other in alike[:at]:
            if one.unit_class == other.unit_class and one.unit_class != "point":
                relation = _fitting(story, frame, one, other)
                if relation is not None:
                    return relation
    return None


def _fitting(story: Story, frame: Frame, one: Frame, other: Frame) -> Relation | None:
    """The change from the one to the other or back, by the direction that its words tell."""
    change = change_of(frame)
    for before, after in ((one, other), (other, one)):
        up = 1 if after.quantity.value > before.quantity.value else -1
        if change is not None and change.up != up:
            continue
        if frame.unit_class == "percent" and (change is None or one.unit_class == "percent"):
            continue
        for relation in judge(story, Change(frame, up), before, after):
            if relation.truth is Truth.HOLDS and not relation.rounding:
                return replace(relation, binding=Binding.INFERRED)
        if change is None:
            return None
    return None
