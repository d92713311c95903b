"""Violations that another reading of the report explains: they are seen, and left undecided.

A violated relation is told as proved, so every admissible reading must fail. The finders read what stands near; here
the whole report is asked, and only for the few relations that came out violated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import chain

from checker.figures.reading import Frame
from checker.figures.relate.lists import AMONG
from checker.figures.relate.repairs import is_miswritten
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.interval import Interval, total
from checker.words.record import replace
from checker.words.relation import Operand, Relation, RelationKind, Role, Truth

_LEVELS = frozenset({Role.BEFORE, Role.AFTER})
_REASON = "文中另有数据或口径可以解释，无法确定"
_SUMS = frozenset({RelationKind.PART_WHOLE_SUM, RelationKind.DIFFERENCE})
_EACH = expression(r"各(?![类级项种地方界族部单乡镇街县区市村社])[一-龥]{0,8}$|每[^,;。]{0,6}$")
_MEAN = expression(r"(?:年|月|季|日|人|户|村|平)均[^,;。]{0,4}$")
_FINE = Fraction(1, 10)
"""A rate stated to this many points or finer is explained by no mere coincidence."""
_ALL = 100

_Placed = Mapping[int, tuple[Sentence, Frame]]


def without_doubtful(story: Story, relations: Iterable[Relation]) -> tuple[Relation, ...]:
    """The relations; violated ones that something else in the report explains are undecidable."""
    known = tuple(relations)
    if not any(relation.truth is Truth.VIOLATED for relation in known):
        return known
    placed = {f.start: (s, f) for s in story.sentences for f in s.frames}
    holding = [r for r in known if r.truth is Truth.HOLDS and r.kind is RelationKind.PART_WHOLE_SUM]
    return tuple(
        replace(r, truth=Truth.UNDECIDABLE, rounding=False, reason=_REASON)
        if r.truth is Truth.VIOLATED and _is_doubtful(placed, r, holding)
        else r
        for r in known
    )


def _is_doubtful(placed: _Placed, relation: Relation, holding: Sequence[Relation]) -> bool:
    frames = [(o.role, placed[o.span.start][1]) for o in relation.operands if o.span.start in placed]
    if any(role is Role.PART and _EACH.search(frame.label) for role, frame in frames):
        return True
    if any(role in _LEVELS and _MEAN.search(frame.label) for role, frame in frames):
        return True
    if relation.kind is RelationKind.RATE:
        return _has_other_base(placed, relation)
    if relation.kind in _SUMS:
        return _is_negative(relation) or is_explained(relation, holding) or _divides_a_part(placed, relation, holding)
    return False


def is_explained(relation: Relation, holding: Iterable[Relation]) -> bool:
    """Whether the parts make up another whole exactly, and this one is not nearly the same number."""
    parts, (whole, *_) = starts(relation, Role.PART), relation.operands
    for other in holding:
        if parts and parts == starts(other, Role.PART) and other.operands[0].span != whole.span:
            return not _is_near(whole, other.operands[0])
    return False


def starts(relation: Relation, role: Role) -> frozenset[int]:
    """Where the operands of this role stand."""
    return frozenset(o.span.start for o in relation.operands if o.role is role)


def _is_near(a: Operand, b: Operand) -> bool:
    """Whether one may be a slip of the other."""
    first, second = _middle(a), _middle(b)
    return abs(first - second) * 5 <= max(first, second)


def _middle(operand: Operand) -> Fraction:
    interval = operand.interval
    if interval is None or interval.low is None or interval.high is None:
        return Fraction(0)
    return (interval.low + interval.high) / 2


def _is_negative(relation: Relation) -> bool:
    """A remainder of what is smaller than what was taken off it: the wrong whole, unless one slip explains it."""
    if relation.kind is not RelationKind.DIFFERENCE:
        return False
    whole = sum((_middle(o) for o in relation.operands if o.role is Role.TOTAL), Fraction(0))
    done = sum((_middle(o) for o in relation.operands if o.role is Role.PART), Fraction(0))
    rest = sum((_middle(o) for o in relation.operands if o.role is Role.REMAINDER), Fraction(0))
    return 0 < whole < done and not is_miswritten(whole, done, rest)


def _divides_a_part(placed: _Placed, relation: Relation, holding: Sequence[Relation]) -> bool:
    """Whether the whole is one part of a list that adds up, and no 其中 or bracket says that it is divided again."""
    whole = relation.operands[0].span.start
    if not any(whole in starts(other, Role.PART) for other in holding):
        return False
    first = placed.get(min(starts(relation, Role.PART), default=-1))
    return first is not None and not first[1].depth and not AMONG.search(first[1].gap)


def _has_other_base(placed: _Placed, relation: Relation) -> bool:
    """Whether a figure elsewhere gives the stated rate: as the base of its numerator, or with one beside it."""
    rate = next((o for o in relation.operands if o.role is Role.RATE), None)
    tops = [o.interval for o in relation.operands if o.role is Role.NUMERATOR and o.interval is not None]
    if rate is None or rate.interval is None or not tops or rate.span.start not in placed:
        return False
    width = (rate.interval.high or Fraction(0)) - (rate.interval.low or Fraction(0))
    if not 0 < width <= _FINE or (rate.interval.low or 0) > _ALL:
        return False
    top = total(tops)
    kind = next((placed[o.span.start][1].unit_class for o in relation.operands if o.span.start in placed), "")
    sentence = placed[rate.span.start][0]
    bases = (f for _, f in placed.values() if f.unit_class == kind)
    pairs = chain(((top, f.quantity.interval) for f in bases), _pairs(sentence, kind))
    return any(_gives(numerator, base, rate.interval) for numerator, base in pairs)


def _pairs(sentence: Sentence, kind: str) -> Iterator[tuple[Interval, Interval]]:
    """Each two figures of the sentence that may be numerator and base."""
    frames = [f for f in sentence.frames if f.unit_class == kind and f.quantity.interval.is_exact][:20]
    for top in frames:
        whole = (f for f in frames if f is not top and f.quantity.value >= top.quantity.value)
        yield from ((top.quantity.interval, f.quantity.interval) for f in whole)


def _gives(top: Interval, base: Interval, rate: Interval) -> bool:
    if not base.is_exact or not base.low:
        return False
    return (top / base * Interval.exact(100)).meets(rate)
