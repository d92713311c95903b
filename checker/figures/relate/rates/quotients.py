"""Whether other figures near by give a stated rate, mean or multiple: then it is not proved wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import chain

from checker.figures.numerals import is_slip, is_swap, plain_decimal
from checker.figures.reading import Frame
from checker.figures.story import Sentence
from checker.words.interval import Interval, total

HUNDRED = Fraction(100)
_FINE = Fraction(1, 10)
"""A share stated to this many points or finer is met by no mere coincidence."""
_ROOM = 1e-6
_MOST = 24  # figures of a sentence
_LONGEST_RUN = 4


def gives_share(
    rate: Frame, numerator: Interval, sentences: Sequence[Sentence], figures: Iterable[Frame], kind: str
) -> bool:
    """Whether the share is that of its numerator in a figure elsewhere, or of figures in one sentence.

    `sentences` are those of the rate and its numerator, `kind` is the class of units that is counted. A figure of the sentence may be the numerator itself, several that
    follow each other together, or what the numerator leaves of the base (不合格11批次), unless it says of which 占.
    """
    stated = rate.quantity.interval
    if stated.low is None or stated.high is None or not 0 < stated.high - stated.low <= _FINE or stated.low > HUNDRED:
        return False
    # 文书121份 may be the base of cases: the same in other words.
    beside = (f for sentence in sentences for f in sentence.frames if not f.quantity.is_percent)
    bases = (f.quantity.interval for f in chain((f for f in figures if f.unit_class == kind), beside))
    direct = rate.label.startswith("占")
    pairs = chain(
        ((numerator, base) for base in bases),
        *(_shares(_counts(sentence, kind), rests=not direct) for sentence in sentences),
        *(_of_rests(numerator, _counts(sentence, kind)) for sentence in (() if direct else sentences)),
    )
    low, high = float(stated.low) - _ROOM, float(stated.high) + _ROOM
    return any(
        _may_lie(top, base, low, high) and _is_whole(base) and (top / base * Interval.exact(HUNDRED)).meets(stated)
        for top, base in pairs
    )


def _may_lie(top: Interval, base: Interval, low: float, high: float) -> bool:
    """Whether floating point lets the share of two exact counts lie near what is stated: most are out at once."""
    if not (top.is_exact and base.is_exact and top.low and base.low):
        return True
    return low <= 100 * float(top.low) / float(base.low) <= high


def is_share_among(sentence: Sentence, kind: str, rate: Frame) -> bool:
    """Whether a percentage is that of one count of a class in another of its sentence."""
    counts = [f.quantity.interval for f in _counts(sentence, kind)]
    pairs = ((top, base) for top in counts for base in counts if top is not base and _is_whole(base))
    return any((top / base * Interval.exact(HUNDRED)).meets(rate.quantity.interval) for top, base in pairs)


def gives_quotient(stated: Frame, sentence: Sentence) -> bool:
    """Whether any two figures of the sentence and its brackets give the mean or the multiple."""
    frames = [f for f in sentence.frames if f is not stated and not f.quantity.is_percent]
    frames = [f for f in frames if f.quantity.interval.is_bounded][:_MOST]  # 50岁以上 is no operand
    admitted = [i for i in (stated.quantity.interval, stated.quantity.truncated) if i is not None]
    tops = frames if stated.unit_class == "times" else [f for f in frames if _counts_alike(f, stated)]
    return any(
        quotient.meets(interval)
        for top in tops
        for base in frames
        if top is not base and _is_whole(base.quantity.interval)
        for quotient in (top.quantity.interval / base.quantity.interval,)
        for interval in admitted
    )


def _counts_alike(top: Frame, mean: Frame) -> bool:
    """Whether a figure can be the total of a mean: 平均每件1.5条 is of so many 条, whatever else is told."""
    kinds = {frame.unit_class.partition(":")[0] for frame in (top, mean)}
    return len(kinds) == 1 or top.quantity.unit[-1:] == mean.quantity.unit[-1:] or "次" in top.quantity.unit


def counts_meant(top: Frame, base: Frame, rate: Frame) -> tuple[Fraction, Fraction]:
    """What the count and its base would be by the rate, each with the other one right, to its last place; none is 0."""
    over, under, share = top.quantity.value, base.quantity.value, rate.quantity.value
    return _to_last_place(top, share * under / HUNDRED), _to_last_place(base, over * HUNDRED / share)


def _to_last_place(frame: Frame, value: Fraction) -> Fraction:
    """A value rounded as the figure is written: to whole numbers, or to the last decimal of its 万."""
    place = frame.quantity.interval.width or 1
    return round(value / place) * Fraction(place)


def is_miswritten_share(top: Frame, base: Frame, rate: Frame, digits: int = 4) -> bool:
    """Whether one slip of the hand in a number of so many digits or more explains that a share does not follow.

    Of numbers with fewer digits many differ by one: that proves nothing.
    """
    over, under, share = top.quantity.value, base.quantity.value, rate.quantity.value
    if not over or not under or not share:
        return False
    meant_top, meant_base = counts_meant(top, base, rate)
    meant = (
        (over, meant_top),
        (under, meant_base),
        (share, _to_places_of(share, over * HUNDRED / under)),
    )
    written = ((plain_decimal(stated), plain_decimal(right)) for stated, right in meant if right > 0)
    return any(
        (len(stated.replace(".", "")) >= digits and is_slip(stated, right)) or is_swap(stated, right)
        for stated, right in written
    )


def is_swapped_share(top: Frame, base: Frame, rate: Frame, digits: int) -> bool:
    """Whether a share of so many digits or more has those of the right one, in another order (82.35% for 82.53%)."""
    return _is_swapped(*_in_digits(top.quantity.value, base, rate), digits)


def is_swapped_rest(rest: Frame, base: Frame, rate: Frame, digits: int) -> bool:
    """The same of the share that a count leaves of its base (90.19% for 90.91%)."""
    return _is_swapped(*_in_digits(base.quantity.value - rest.quantity.value, base, rate), digits)


def _is_swapped(stated: str, right: str, digits: int) -> bool:
    return len(stated) >= digits and stated != right and sorted(stated) == sorted(right)


def is_slipped_share(top: Frame, base: Frame, rate: Frame, digits: int) -> bool:
    """Whether a share of so many digits or more is the right one but for one slip of the hand (28.23% for 28.33%)."""
    stated, right = _in_digits(top.quantity.value, base, rate)
    return len(stated) == len(right) >= digits and is_slip(stated, right)


def swaps_neighbours(top: Frame, base: Frame, rate: Frame) -> bool:
    """Whether a share is the right one but for two neighbouring digits that changed places."""
    return is_swap(*_in_digits(top.quantity.value, base, rate))


def _in_digits(top: Fraction, base: Frame, rate: Frame) -> tuple[str, str]:
    """The digits of a share as stated and as it would be to as many decimals; of nothing there is no right one."""
    unit = 10**rate.quantity.decimals
    right = top * HUNDRED / base.quantity.value * unit if base.quantity.value else None
    return str(round(rate.quantity.value * unit)), "" if right is None else str(round(right))


def _to_places_of(stated: Fraction, value: Fraction) -> Fraction:
    """The value rounded to the decimals of the stated one."""
    places = len(plain_decimal(stated).partition(".")[2])
    return Fraction(round(value * 10**places), 10**places)


def _counts(sentence: Sentence, kind: str) -> list[Frame]:
    return [f for f in sentence.frames if f.unit_class == kind and f.quantity.interval.is_exact][:_MOST]


def _shares(frames: Sequence[Frame], *, rests: bool) -> Iterator[tuple[Interval, Interval]]:
    """Numerators and bases among the counts of a sentence: single ones, runs of several, and what they leave, if asked."""
    for base in frames:
        whole = base.quantity.interval
        for first in range(len(frames)):
            for last in range(first + 1, min(first + _LONGEST_RUN, len(frames)) + 1):
                run = frames[first:last]
                top = total([f.quantity.interval for f in run])
                if base not in run and top.low is not None and whole.low is not None and top.low <= whole.low:
                    yield top, whole
                    if rests:
                        yield whole - top, whole


def _of_rests(numerator: Interval, frames: Sequence[Frame]) -> Iterator[tuple[Interval, Interval]]:
    """The numerator in what one figure leaves of another (案件173件,…尚未审结24件,纠错率)."""
    for whole in frames:
        for left in frames:
            if whole.quantity.value > left.quantity.value:
                yield numerator, whole.quantity.interval - left.quantity.interval


def _is_whole(base: Interval) -> bool:
    return base.is_exact and bool(base.low)
