"""A share that counts near it bear out, in whatever words: 评查案卷240份,…优秀率35.0%,对应84份."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.figures.build import Ratio
from checker.figures.names import shared_piece
from checker.figures.numerals import telling_digits
from checker.figures.reading import Frame
from checker.figures.relate.changes.movements import change_of
from checker.figures.relate.lists import exact_counts
from checker.figures.relate.rates.ratios import RULE
from checker.figures.relate.repeats.restated import GENERIC
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

_WHOLE = expression(r"占(?P<whole>[^,;:。()]{2,16})$")
_REACH = 12  # sentences before
_TOPS, _BASES = 6, 40
"""How many counts a share may be of: it keeps the work linear."""
_RUN = 3  # counts of a list that one share may put together
_DIGITS = 3  # of a share that no two counts give by chance
_FINE = 2  # decimals
# Cases, papers and places are counted for each other: 评查案卷240份,占结案数的6.3%.
_PAPERS = frozenset({"case", "item", "copy", "place", "body", "unit", "household"})


def shares_borne_out(story: Story, relations: Sequence[Relation]) -> Iterator[Relation]:
    """Each share that nothing else has judged, with the nearest counts that give it."""
    judged = {
        o.span.start
        for r in relations
        if r.kind is not RelationKind.REPEATED_METRIC and r.truth is not Truth.UNDECIDABLE
        for o in (*r.in_role(Role.RATE), *r.in_role(Role.CHANGE))
    }
    for sentence in story.sentences:
        for rate in sentence.frames if not sentence.plan else ():
            if rate.unit_class == "percent" and rate.start not in judged and _is_exact(rate):
                yield from _of_counts(story, sentence, rate)


def _is_exact(rate: Frame) -> bool:
    digits = telling_digits(rate.quantity.value)
    fine = rate.quantity.decimals > 0 and digits >= _DIGITS - (rate.quantity.decimals < _FINE)
    return fine and not rate.quantity.hedge and change_of(rate) is None


def _of_counts(story: Story, sentence: Sentence, rate: Frame) -> Iterator[Relation]:
    told = _WHOLE.search(rate.label)
    whole = told["whole"] if told is not None else ""
    bases = list(_bases(story, sentence, rate, whole))
    share, step = float(rate.quantity.value), 0.51 / 10**rate.quantity.decimals
    for tops in _tops(sentence, rate):
        value = sum(float(f.quantity.value) for f in tops)
        for base in bases:
            size = float(base.quantity.value)
            if (
                base in tops
                or not 0 < value <= size
                or abs(100 * value / size - share) > step
                or not _alike(tops[0], base)
            ):
                continue
            ratio = Ratio(rate, tops, base)
            if ratio.fits:
                yield ratio.relation(story, RULE, Binding.INFERRED)
                return


def _alike(top: Frame, base: Frame) -> bool:
    return top.unit_class == base.unit_class or {top.unit_class, base.unit_class} <= _PAPERS


def _tops(sentence: Sentence, rate: Frame) -> Iterator[tuple[Frame, ...]]:
    """The counts right beside a share; of one with two decimals those before it too, and as a list."""
    counts = exact_counts(sentence.frames)
    before, behind = [f for f in counts if f.start < rate.start][::-1], [f for f in counts if f.start > rate.start]
    yield from ((f,) for f in (*before[:1], *behind[:1]))
    if rate.quantity.decimals < _FINE:
        return
    yield from ((f,) for f in before[1:_TOPS])
    for first in range(min(len(before), _RUN)):
        for size in range(2, _RUN + 1):
            run = before[first : first + size]
            if len(run) == size and len({f.unit_class for f in run}) == 1:
                yield tuple(reversed(run))


def _bases(story: Story, sentence: Sentence, rate: Frame, whole: str) -> Iterator[Frame]:
    """The counts that a share may be of, nearest first: of other paragraphs those that its words name."""
    found = 0
    for other in (sentence, *story.before(sentence, _REACH)):
        beside = other.line == sentence.line and (rate.quantity.decimals >= _FINE or other.number == sentence.number)
        for frame in reversed(exact_counts(other.frames)):
            if beside or (whole and _is_named(whole, story.label(frame) + frame.tail[:6])):
                found += 1
                yield frame
        if found >= _BASES:
            return


def _is_named(whole: str, label: str) -> bool:
    """Whether the words of a whole share a telling piece with a count's own (占结案数的, 年内结案383件)."""
    piece = shared_piece(whole, label)
    return bool(piece) and GENERIC.fullmatch(piece) is None
