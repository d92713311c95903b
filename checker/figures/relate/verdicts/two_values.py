"""Two values of one thing, where something in the report tells that they are of two things."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.figures.numerals import is_swap
from checker.figures.reading import Frame
from checker.figures.relate.changes.movements import change_of
from checker.figures.relate.lists import is_compared
from checker.figures.story import Sentence
from checker.patterns import expression
from checker.words.relation import Relation, Role

_AMONG_THEM = expression(r"[^其集]中(?![心央小医层期])[一-龥]{1,6}$")
_PLACE = expression("街道|乡镇|镇|乡|村|社区|部门|单位|机关|处室|园区|县|区|市")
_BY_HOW_MUCH = expression("(?:增加|减少|增长|下降|上升|净增|净减|多|少)了?$")


def are_both_borne_out(relation: Relation, sums: Iterable[Relation]) -> bool:
    """受理申请268件,审结251件,未结17件…受理的258件中,作出决定253件,结转5件: two things, each with its own sum."""
    first, second = relation.operands[0], relation.operands[-1]
    borne = {o.span.start for r in sums for o in r.in_role(Role.TOTAL)}
    swapped = is_swap(_digits(first.text), _digits(second.text))
    return not swapped and {first.span.start, second.span.start} <= borne


def is_stated_too(relation: Relation, frames: Sequence[tuple[Role, Sentence, Frame]]) -> bool:
    """Whether a figure is last year's or of some among those named, or the other value stands in its sentence too."""
    changes = all(change_of(frame) is not None for _, _, frame in frames)
    if any((is_compared(frame) and not changes) or _AMONG_THEM.search(frame.label) for _, _, frame in frames):
        return True
    told = [frame for role, _, frame in frames if role is not Role.PART]  # 15个乡镇、4个街道 are added up
    places = {match[0] for frame in told if (match := _PLACE.match(frame.tail))}
    if len(places) > 1:
        return True  # 12个社区, 15个街道
    starts = {frame.start for _, _, frame in frames}
    beside = {_digits(f.quantity.text) for _, where, _ in frames for f in where.frames if f.start not in starts} - {""}
    if any(_digits(o.text) in beside for o in relation.operands if o.span.start not in starts):
        return True  # a cell of a table, told in the sentence too
    (_, first, stated), (_, second, again) = frames[0], frames[-1]
    others = (f for f in first.at() if f is not stated and f.unit_class == again.unit_class)
    others = (f for f in others if not _BY_HOW_MUCH.search(f.label))
    same = any(f.quantity.value == again.quantity.value for f in others)
    return first is not second and same  # 编制28名,实有25名: it is the other one


def _digits(text: str) -> str:
    """The number as written without marks and units."""
    return expression(r"[^\d.]").sub("", text)
