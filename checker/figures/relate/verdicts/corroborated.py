"""Equations that fail and ask for the same value of one figure: together they prove what each alone leaves open."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import accumulate, combinations

from checker.figures.reading import Frame
from checker.figures.relate.repairs import wanted
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.interval import Interval, total
from checker.words.place import Span
from checker.words.record import dataclass, replace
from checker.words.relation import Binding, Operand, Relation, RelationKind, Role, Truth, operand_starts

_FINE = Fraction(1, 100)
"""How wide, as a share of itself, a value may be that a rounded rate asks for."""
_MOST = 24  # failing equations of one figure
_TOGETHER = 4  # figures that may be one count
_PERCENT = expression("^百分之|[%％]$")


@dataclass(frozen=True, slots=True)
class _Demand:
    """What a failing relation, the one of that number among all, needs a figure to be."""

    number: int
    value: Interval


def with_corroborated(
    story: Story, relations: Iterable[Relation], undoubted: Sequence[Relation]
) -> tuple[Relation, ...]:
    """The relations; those left open that agree with another failing one on what a figure should be are violated.

    `undoubted` are the same relations as they were before another reading was looked for: two that were violated then
    are so again, with their bindings; beside a list that might only fall short they are by inference.
    """
    known = tuple(relations)
    if sum(_fails(r) for r in known) < 2:
        return known
    pairs = list(_agreeing(story, known))
    told = {n for pair in pairs for n in pair if known[n].truth is Truth.UNDECIDABLE}
    sure = {n for pair in pairs if all(undoubted[n].truth is Truth.VIOLATED for n in pair) for n in pair}
    return tuple(r if n not in told else undoubted[n] if n in sure else _by_inference(r) for n, r in enumerate(known))


def _by_inference(relation: Relation) -> Relation:
    return replace(relation, truth=Truth.VIOLATED, binding=Binding.INFERRED, reason=None)


def _fails(relation: Relation) -> bool:
    return relation.truth is not Truth.HOLDS and "≠" in relation.equation and not relation.rounding


def _agreeing(story: Story, known: Sequence[Relation]) -> Iterator[tuple[int, int]]:
    """The numbers of two failing relations that agree; each of the two knows a figure of its own.

    Two rates of one base agree on what it should be whenever they are of another base: one of the two is a sum. Where
    the value that both ask for is stated beside them, it is that figure that they speak of.
    """
    demands: dict[Span, list[_Demand]] = {}
    for number, relation in enumerate(known):
        if _fails(relation):
            for operand, value in _demanded(relation):
                demands.setdefault(operand.span, []).append(_Demand(number, value))
    for asked in demands.values():
        for a, b in combinations(asked[:_MOST], 2):
            pair = known[a.number], known[b.number]
            if not _are_independent(*pair):
                continue
            meant = a.value & b.value
            if not meant.is_empty and not _is_stated(story, pair, meant):
                yield a.number, b.number


def _is_stated(story: Story, pair: Sequence[Relation], value: Interval) -> bool:
    """Whether a sentence that states a figure of the two relations states such a value too, in one figure or several.

    收到建议20件、提案30件,办结48件,办结率96%,其余2件: both ask for 50, which the first two are together.
    """
    starts = operand_starts(pair)
    found = (story.sentence_at(start) for start in starts)
    beside = {s.number: s for s in found if s is not None and any(f.start in starts for f in s.frames)}
    return any(told in value for s in beside.values() for told in _values(s, starts))


def _values(sentence: Sentence, known: Container[int]) -> Iterator[Fraction]:
    """What the figures of a sentence state, and what few of a class that follow each other add up to.

    `known` are the starts of figures that ask for a value: together they always make it up.
    """
    by_class: dict[str, list[Frame]] = {}
    for frame in sentence.frames:
        by_class.setdefault(frame.unit_class, []).append(frame)
    for frames in by_class.values():
        for first in range(len(frames)):
            run = frames[first : first + _TOGETHER]
            for size, value in enumerate(accumulate(frame.quantity.value for frame in run), 1):
                if any(frame.start not in known for frame in run[:size]):
                    yield value


def _are_independent(a: Relation, b: Relation) -> bool:
    """Whether each of two equations has a figure that the other has not."""
    if a.kind is b.kind and a.kind in (RelationKind.RATE, RelationKind.REPEATED_METRIC):
        return False
    first, second = ({o.span for o in r.operands} for r in (a, b))
    return bool(first - second) and bool(second - first)


def _demanded(relation: Relation) -> Iterator[tuple[Operand, Interval]]:
    """The counts of a relation with what each would have to be; a rounded rate asks for a narrow range."""
    if relation.kind is RelationKind.RATE:
        yield from _of_rate(relation)
        return
    if relation.kind is RelationKind.REPEATED_METRIC:
        first, second = relation.operands[0], relation.operands[-1]
        yield from (
            (o, other.interval) for o, other in ((first, second), (second, first)) if other.interval is not None
        )
        return
    for operand, value in wanted(relation):
        if value > 0:
            yield operand, Interval.exact(value)


def _of_rate(relation: Relation) -> Iterator[tuple[Operand, Interval]]:
    tops = relation.in_role(Role.NUMERATOR)
    bases = relation.in_role(Role.DENOMINATOR)
    rate = next((o.interval for o in relation.in_role(Role.RATE)), None)
    if rate is None or len(tops) != 1 or len(bases) != 1 or not _PERCENT.search(relation.operands[-1].text):
        return
    top, base = (total([o.interval for o in side if o.interval is not None]) for side in (tops, bases))
    share = rate / Interval.exact(100)
    for operand, value in ((tops[0], base * share), (bases[0], top / share)):
        if _is_narrow(value):
            yield operand, value


def _is_narrow(value: Interval) -> bool:
    low, high = value.low, value.high
    return low is not None and high is not None and low > 0 and high - low <= max(Fraction(1), low * _FINE)
