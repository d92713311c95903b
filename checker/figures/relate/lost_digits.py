"""Rates of the two counts right before them, one of which lost, gained or swapped digits (受理28起,成功221起,成功率96.9%)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.figures.build import Ratio
from checker.figures.names import shared_piece
from checker.figures.numerals import is_lost, is_swap, plain_decimal
from checker.figures.reading import Frame
from checker.figures.relate.lists import exact_counts, is_compared
from checker.figures.relate.quotients import HUNDRED, counts_meant, is_swapped_share
from checker.figures.relate.ratios import RULE as RATE_RULE
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation, Truth, operand_starts

_LEAST = 100
"""What was meant: of shorter numbers many differ by one slip."""
_FOUND = expression("(?:发现|检出|查出)率")  # of checks, in another unit
_DIGITS = 3
_SHORTEST = 10


def lost_digits(story: Story, relations: Sequence[Relation]) -> Iterator[Relation]:
    """Each such rate that no relation bears out; the slip must give the rate to its last decimal."""
    held = operand_starts(r for r in relations if r.truth is Truth.HOLDS)
    for sentence in story.sentences:
        if "%" in sentence.text or "分之" in sentence.text:
            yield from _in_sentence(story, sentence, held)


def _in_sentence(story: Story, sentence: Sentence, held: set[int]) -> Iterator[Relation]:
    group = sentence.at()
    for base, top, rate in zip(group, group[1:], group[2:], strict=False):
        told = (
            rate.unit_class == "percent"
            and rate.start not in held
            and rate.quantity.decimals
            and not rate.quantity.hedge
        )
        found = _FOUND.search(rate.label) and is_swapped_share(top, base, rate, _DIGITS)
        alike = (top.unit_class == base.unit_class or found) and len(exact_counts((base, top))) == 2
        if not (told and alike and top.parted == rate.parted == 2 and not is_compared(top) and not is_compared(base)):
            continue
        reading = Ratio(rate, (top,), base)
        if (
            _is_named(top, rate)
            and not reading.fits
            and not reading.fits_cut
            and (found or _is_slipped(base, top, rate))
        ):
            yield reading.relation(story, RATE_RULE, Binding.INFERRED)


def _is_named(top: Frame, rate: Frame) -> bool:
    """Whether the rate is that of the count before it: 占, or a name with the same word (调解成功221起,成功率)."""
    stem, is_rate, _ = rate.label.partition("率")
    return rate.label.startswith("占") or bool(is_rate and shared_piece(stem[-4:], top.label))


def _is_slipped(base: Frame, top: Frame, rate: Frame) -> bool:
    over, under, share = top.quantity.value, base.quantity.value, rate.quantity.value
    if not over or not under or not share:
        return False
    meant_top, meant_base = counts_meant(top, base, rate)
    stated = rate.quantity.interval
    return (
        meant_base >= max(Fraction(_LEAST), over)
        and _is_slip(base, meant_base)
        and over * HUNDRED / meant_base in stated
    ) or (meant_top <= under and _is_told(top, meant_top) and meant_top * HUNDRED / under in stated)


def _is_told(top: Frame, meant: Fraction) -> bool:
    """Whether a slip in the count tells: two digits that changed places do in short numbers too."""
    short = is_swap(plain_decimal(top.quantity.value), plain_decimal(meant)) and meant >= _SHORTEST
    return short or (meant >= _LEAST and _is_slip(top, meant))


def _is_slip(frame: Frame, meant: Fraction) -> bool:
    """A digit replaced is no proof: 826 may be what two counts make together."""
    written, right = plain_decimal(frame.quantity.value), plain_decimal(meant)
    return is_swap(written, right) or is_lost(written, right)
