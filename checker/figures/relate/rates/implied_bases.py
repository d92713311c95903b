"""Rates whose base no figure states, but which the counts beside them make up: with shares of 100% in all, or a rest.

部门169件,占88.02%;乡镇23件,占11.98%: the base is both. 审结187件,审结率89.90%,未审结21件: it is what was closed and what was not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from checker.figures.build import Ratio
from checker.figures.numerals import is_slip, plain_decimal
from checker.figures.reading import Frame
from checker.figures.relate.lists import (
    CLAUSE,
    RATES,
    alike,
    are_exact_counts,
    exact_counts,
    is_compared,
    is_exact_count,
)
from checker.figures.relate.rates.quotients import HUNDRED
from checker.figures.relate.rates.ratios import RULE
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation, RelationKind, Truth, operand_starts

_SHARE = expression("^(?:各|约|分别)?占(?!比重?[上下由从])")
_RATE = expression(r"(?P<verb>[一-龥]{2,4})率(?:为|达到?)?$")
_ORDERED = expression("(?:分别|依次|各)占|比例[^,;]{0,4}[为是]$|占比(?:分别|依次)")
_REST = expression(r"^(?:其余|尚有|仍有|还有|有|尚)?未")
_STOCK = expression("(?:上年|去年|年初|期初|上期|20\\d\\d年)[^,;]{0,4}(?:结余|结转|结存|转入|未结|遗留|旧存)")
_CAME = expression("(?:受理|立案|新收|收到)[^,;]{0,12}$")
_CLOSED = expression("^(?:共|全年|当期|已)?(?:审结|办结|结案)$")
_CLOSED_RATE = expression("^(?:案件)?(?:结案|办结|审结)率(?:为|达到?)?$")
_FEWEST, _MOST = 2, 12  # shares
_NEAR = 5  # points


def of_implied_bases(story: Story, relations: Sequence[Relation]) -> Iterator[Relation]:
    """All such rates that no relation judges."""
    decided = (r for r in relations if r.truth is not Truth.UNDECIDABLE)
    judged = operand_starts(r for r in decided if r.kind is not RelationKind.COUNTED_LIST)
    for sentence in story.sentences:
        if "%" in sentence.text or "分之" in sentence.text:
            yield from _of_rests(story, sentence, judged)
            yield from _of_stock(story, sentence, judged)
            yield from _of_all_shares(story, sentence, judged)
            yield from _in_order(story, sentence, judged)


def _of_stock(story: Story, sentence: Sentence, judged: set[int]) -> Iterator[Relation]:
    """上年末结余63件,当期受理1208件,审结1193件,期末未结78件,结案率93.86%: of what was left of before and what came."""
    group = exact_counts(sentence.at())
    for i, (opening, received) in enumerate(pairwise(group)):
        told = _STOCK.search(opening.label) and _CAME.search(received.label) and received.parted == CLAUSE
        if not told or opening.unit_class != received.unit_class:
            continue
        closed = [f for f in group[i + 2 :] if f.unit_class == opening.unit_class and _CLOSED.search(f.label)]
        rates = [f for f in sentence.at() if f.unit_class == "percent" and _CLOSED_RATE.search(f.label)]
        if len(closed) != 1 or len(rates) != 1 or rates[0].start in judged or rates[0].start < closed[0].start:
            continue
        reading = Ratio(rates[0], (closed[0],), opening, (received,))
        if reading.agrees:
            yield reading.relation(story, RULE, Binding.INFERRED)


def _of_all_shares(story: Story, sentence: Sentence, judged: set[int]) -> Iterator[Relation]:
    """Counts with a share each that add up to 100%, none of them borne out by another base."""
    group = sentence.at()
    pairs = [(top, share) for top, share in pairwise(group) if _is_shared(top, share)]
    if not _FEWEST <= len(pairs) <= _MOST or len({top.unit_class for top, _ in pairs}) > 1:
        return
    shares = [share for _, share in pairs]
    if not _make_up_all(shares) or any(share.start in judged for share in shares):
        return
    tops = [top for top, _ in pairs]
    for top, share in pairs:
        others = tuple(other for other in tops if other is not top)
        yield Ratio(share, (top,), top, others).relation(story, RULE, Binding.INFERRED)


def _in_order(story: Story, sentence: Sentence, judged: set[int]) -> Iterator[Relation]:
    """支队办理31件,县局办理66件,分别占立案总数的31.96%、68.04%: of both; what fails is told where all others agree."""
    group = sentence.at()
    for i, first in enumerate(group):
        shares = alike(group, i) if first.unit_class == "percent" and _ORDERED.search(first.gap) else []
        counts = [f for f in group[:i] if f.unit_class == group[i - 1].unit_class] if shares else []
        tops = counts[-len(shares) :] if shares and group[i - 1].unit_class not in RATES else []
        if not len(tops) == len(shares) > 1 or not are_exact_counts(tops) or any(map(is_compared, tops)):
            continue
        readings = [
            Ratio(share, (top,), top, tuple(f for f in tops if f is not top))
            for top, share in zip(tops, shares, strict=True)
        ]
        odd = sum(not reading.agrees for reading in readings)
        if (odd < _FEWEST and odd < len(readings)) or (_make_up_all(shares) and any(map(_is_slipped, readings))):
            fresh = (r for r in readings if r.rate.start not in judged)
            yield from (r.relation(story, RULE, Binding.INFERRED) for r in fresh)


def _make_up_all(shares: Sequence[Frame]) -> bool:
    room = sum((share.quantity.interval.width or Fraction(0) for share in shares), Fraction(0)) / 2
    return abs(sum(share.quantity.value for share in shares) - HUNDRED) <= room


def _is_slipped(reading: Ratio) -> bool:
    """Whether the count, written with one slip, is what its share and the other counts make it."""
    stated, rest = reading.rate.quantity.value, sum((f.quantity.value for f in reading.more), Fraction(0))
    meant = round(rest * stated / (HUNDRED - stated)) if stated < HUNDRED else 0
    return is_slip(plain_decimal(reading.numerators[0].quantity.value), plain_decimal(Fraction(meant)))


def _is_shared(top: Frame, share: Frame) -> bool:
    beside = share.unit_class == "percent" and share.parted == 2 and _SHARE.search(share.label) is not None
    return beside and share.quantity.interval.is_bounded and is_exact_count(top) and not is_compared(top)


def _of_rests(story: Story, sentence: Sentence, judged: set[int]) -> Iterator[Relation]:
    """已结案279件,结案率97.2%,未结的8件: what fails comes near, or is a slip."""
    group = sentence.at()
    for top, rate, rest in zip(group, group[1:], group[2:], strict=False):
        named = _RATE.search(rate.label) if rate.unit_class == "percent" and rate.start not in judged else None
        if named is None or top.unit_class != rest.unit_class or not are_exact_counts([top, rest]):
            continue
        told = rest.label + rest.tail
        verb = named["verb"][-2:]
        if not (_REST.match(told) and set(verb) & set(told[:8]) and verb[-1] in top.label + top.tail):
            continue
        reading = Ratio(rate, (top,), top, (rest,))
        near = abs(reading.value - rate.quantity.value) <= _NEAR
        if not is_compared(top) and not is_compared(rest) and (reading.agrees or near):
            yield reading.relation(story, RULE, Binding.INFERRED)
