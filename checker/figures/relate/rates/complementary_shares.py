"""Counts whose shares make up all: 市本级收到438件,占32.11%;各县收到926件,占67.89%, of what they are together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from checker.figures.build import Ratio
from checker.figures.reading import Frame
from checker.figures.relate.lists import is_compared, is_exact_count
from checker.figures.relate.rates.quotients import HUNDRED
from checker.figures.relate.rates.ratios import RULE
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

_SHARE = expression(r"^占(?:比|到)?(?:为|达到?|了)?$")


def complementary_shares(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """The shares of the only counts of a sentence that have one, where these are all there is: those that do not follow."""
    group = sentence.at()
    told = [(top, rate) for top, rate in pairwise(group) if _is_share_of(top, rate)]
    tops = tuple(top for top, _ in told)
    if len(told) < 2 or len({top.unit_class for top in tops}) > 1 or not _are_all([rate for _, rate in told]):
        return
    readings = [Ratio(rate, (top,), top, tuple(f for f in tops if f is not top)) for top, rate in told]
    failing = [reading for reading in readings if not reading.agrees]
    if len(failing) == len(readings):
        worst = max(failing, key=lambda reading: abs(reading.value - reading.rate.quantity.value))
        yield worst.relation(story, RULE, Binding.INFERRED)


def _is_share_of(top: Frame, rate: Frame) -> bool:
    """Whether a share stands right behind an exact count, of a whole that it does not name."""
    told = rate.unit_class == "percent" and rate.parted == 2 and _SHARE.match(rate.label) is not None
    fine = rate.quantity.decimals > 0 and not rate.quantity.hedge
    return told and fine and is_exact_count(top) and not is_compared(top) and top.quantity.value > 0


def _are_all(rates: Sequence[Frame]) -> bool:
    """Whether shares make up 100%, but for the rounding of each."""
    room = sum((rate.quantity.interval.width or Fraction(0) for rate in rates), Fraction(0)) / 2
    return abs(sum((rate.quantity.value for rate in rates), Fraction(0)) - HUNDRED) <= room
