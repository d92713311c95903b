"""Shares whose count and whole are both told by name: what fails is told where a slip explains it, or nothing else can be meant."""

from __future__ import annotations

from collections.abc import Sequence

from checker.figures.build import Ratio
from checker.figures.names import core_of, says_nothing
from checker.figures.reading import Frame
from checker.figures.relate.lists import are_exact_counts
from checker.figures.relate.rates.quotients import is_swapped_share
from checker.figures.relate.rates.slips import is_slipped
from checker.figures.story import Sentence, Story
from checker.patterns import expression

_FINE = 2  # decimals
_DIGITS = 3  # of a share of which two are swapped
_NEAR = 3  # sentences
_BOTH = expression(
    r"(?:^|[,;:])(?P<top>[^,;:、]{3,10}?)(?:仅|约)?占(?P<whole>[^,;:、]{3,10})的(?:比例|比重)?(?:为|达到?)?$"
)


def is_swapped_of_list(story: Story, rate: Frame, numerator: Frame, whole: str) -> bool:
    """热线转办占纠纷来源的64.0% of what its list divides, where it is 46.0%: two digits are swapped."""
    divided = story.wholes.get(numerator.start, [])[:1] if whole and not says_nothing(whole) else []
    return any(is_swapped_share(numerator, f, rate, _DIGITS) and not rate.quantity.hedge for f in divided)


def slipped_of_named(rate: Frame, numerator: Frame, base: Frame, whole: str) -> Ratio | None:
    """依法受理32件…受理案件占收到申请的88.89%: both are named, and 432 is that share of what was received."""
    exact = are_exact_counts((numerator, base))
    named = len(core_of(whole)) > 1 and not says_nothing(whole) and exact
    fine = rate.quantity.decimals >= _FINE and not rate.quantity.hedge
    return Ratio(rate, (numerator,), base) if named and fine and is_slipped(base, numerator, rate) else None


def above_its_whole(story: Story, sentence: Sentence, rate: Frame, numerator: Frame, whole: str) -> Ratio | None:
    """案件21.37万件。…公安领域51.84万件,占全部案件的74.12%: more than the whole that is named, by digits that a slip explains."""
    if len(core_of(whole)) < 2 or says_nothing(whole):
        return None
    named = story.resolve(whole, numerator.unit_class, sentence, numerator.index)[:1]
    smaller = [base for base in named if base.quantity.value < numerator.quantity.value]
    return slipped_of_named(rate, numerator, smaller[0], whole) if smaller else None


def of_both_named(
    story: Story, sentence: Sentence, rate: Frame, candidates: Sequence[Frame], whole: str
) -> Ratio | None:
    """收到申请486件,其中受理432件。受理案件占收到申请的77.33%: each name has one figure in the paragraph."""
    told = _BOTH.search(rate.gap)
    if told is None or rate.quantity.hedge or not are_exact_counts(candidates):
        return None
    near = [sentence, *story.in_paragraph(sentence, _NEAR)]
    counts = [f for s in near for f in s.at() if f.start < rate.start and f.unit_class == candidates[0].unit_class]
    tops, bases = ([f for f in counts if story.is_named(f, core_of(told[name]))] for name in ("top", "whole"))
    if len(tops) != 1 or len(bases) != 1 or tops == bases or bases[0].quantity.hedge:
        return None
    return Ratio(rate, (tops[0],), bases[0]) if tops[0] in candidates else None
