"""Short lists that miss their whole as by a slip of the hand: that many are left out so is hardly ever chance."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from checker.figures.build import Sum
from checker.figures.numerals import is_lost, is_slip, is_swap
from checker.figures.reading import Frame
from checker.figures.relate.completeness import is_list
from checker.figures.relate.lists import CLAUSE, STATEMENT, is_averaged, is_threshold
from checker.figures.relate.vocabularies import are_akin, are_complements
from checker.figures.story import Story
from checker.patterns import expression

_PAIR, _MOST = 2, 8  # kinds
_LONG, _LONGER = 3, 5  # digits
_NEAR, _NEXT_TO_NOTHING = Fraction(1, 10), Fraction(1, 100)
_GOES_ON = expression(r"[^,;。:]{0,8}(?:等|左右)|[,;。、]?(?:其余|其他|其它|剩|余下|另|还有|此外|以及|少量|少数|部分)")
_BEHIND = 14  # characters in which what is left out may be told
_RANKED = expression("最|其次|居首|主要|特别|尤其|仅|前[一二三四五六七八九十]|^含")


def is_slipped(story: Story, parts: Sum) -> bool:
    """Whether few kinds joined by 、 that end their statement miss the whole as by one slip of the hand."""
    return is_slip_of_list(parts) and _are_the_list(story, parts)


def _are_the_list(story: Story, parts: Sum) -> bool:
    """Whether the kinds are joined by 、 and end their statement, so that no more of them are told."""
    kinds = parts.parts
    end = kinds[-1].quantity.span.end
    goes_on = _GOES_ON.match(story.text, end, end + _BEHIND)
    return _PAIR <= len(kinds) <= _MOST and not goes_on and _are_side_by_side(story, parts) and is_list(kinds)


def _are_side_by_side(story: Story, parts: Sum) -> bool:
    whole, kinds = parts.whole, parts.parts
    return (
        (all(kind.parted == 1 for kind in kinds[1:]) or _are_clauses(story, kinds))
        and not any(frame.quantity.hedge or frame.quantity.unit != whole.quantity.unit for frame in (whole, *kinds))
        and _width(whole) <= max(map(_width, kinds))
        and not any(is_averaged(kind) or is_threshold(kind) or _RANKED.search(kind.label) for kind in kinds)
    )


def _are_clauses(story: Story, kinds: Sequence[Frame]) -> bool:
    """Whether a comma parts each of two sides from the next, and what follows in their statement counts another thing."""
    if not are_akin([story.label(kind) + kind.tail for kind in kinds]):
        return False
    sentence = story.sentence_at(kinds[-1].start)
    if sentence is None or any(kind.parted != CLAUSE for kind in kinds[1:]):
        return False
    following = next((f for f in sentence.at() if f.start > kinds[-1].start), None)
    return following is None or following.parted == STATEMENT or following.unit_class != kinds[-1].unit_class


def _width(frame: Frame) -> Fraction:
    """How wide a rounded figure is: a whole rounder than its parts (1.37亿元, of 9436.5万元) tells nothing exactly."""
    return frame.quantity.interval.width or Fraction(0)


def is_slip_of_list(parts: Sum) -> bool:
    """Whether two digits changed places, or of a pair a number of three digits or more lost or gained one.

    Numbers that differ by one digit replaced are many: what is left out may well be as much, but hardly beside two kinds
    of a whole of five digits. Nor do two digits of a part tell much where a tenth and more is missing.
    """
    written = list(parts.meant())
    short = abs(1 - parts.coverage) <= _NEAR or are_complements([part.label for part in parts.parts])
    swapped = any(
        is_swap(old, new) and (short or not at or len(new.replace(".", "")) >= _LONG)
        for at, (old, new) in enumerate(written)  # the whole first
    )
    akin = are_akin([part.label for part in parts.parts]) and abs(1 - parts.coverage) <= _NEXT_TO_NOTHING
    mistyped = akin and is_slip(*written[0]) and len(written[0][1]) >= _LONGER
    return swapped or mistyped or lost_a_digit(parts)


def lost_a_digit(parts: Sum) -> bool:
    """Whether of a pair and its whole one number of three digits or more lost or gained one, or of three one of four.

    Of longer lists (罚款21.6万元,采砂96.4万元、…、破坏工程3.6万元) that is believed of the whole alone.
    """
    written, meant = next(parts.meant())
    if len(parts.parts) > _PAIR + 1 and is_lost(written, meant) and len(meant.replace(".", "")) > _LONG:
        return True
    least = {_PAIR: _LONG, _PAIR + 1: _LONG + 1}.get(len(parts.parts))
    return least is not None and any(
        is_lost(old, new) and len(new.replace(".", "")) >= least for old, new in parts.meant()
    )
