"""The counts that a rate may be of: what the wording ties to its numerator, and what only explains it."""

from __future__ import annotations

from collections.abc import Sequence

from checker.figures.build import Ratio, undecided
from checker.figures.reading import Frame
from checker.figures.relate.lists import is_compared
from checker.figures.relate.rates.numerators import RAISED
from checker.figures.relate.rates.ratios import (
    RULE,
    best,
    complemented,
    is_whole,
    opening_wholes,
)
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.record import replace
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

OF_THE_REST = "该比率可能是其余部分所占的比例"
_FAILED = expression(r"(?:不成功?|未成功?|失败|未通过|不合格|不达标)$")
_SHORT = 100
_STOCK = expression("上年|结转|旧存|未结|年初|期初")


def smaller_base(group: Sequence[Frame], numerator: Frame) -> list[Frame]:
    """The count right before the numerator though it is smaller: then the rate would be above 100 %."""
    before = [f for f in group if f.start < numerator.start and f.unit_class == numerator.unit_class]
    if len(before) > 1 and sum(f.quantity.value for f in before) >= numerator.quantity.value:
        return []  # 收到建议20件、提案30件,办结48件: of both together
    before = [f for f in before if is_whole(f)] or before
    if before and numerator.quantity.value < _SHORT and numerator.quantity.value > 2 * before[-1].quantity.value:
        return []  # 经过听证的6件,经法制审核的61件,审核率100%: so short a number has hardly lost a digit
    near = before[-1:] if numerator.parted and not any(_STOCK.search(f.label) for f in before) else []
    return [f for f in near if not is_compared(f) and not f.quantity.hedge]


def judged(story: Story, rate: Frame, numerator: Frame, bases: Sequence[Frame], others: Sequence[Frame]) -> Relation:
    """The rate against its bases; without a base that the wording ties to it nothing can be held against it."""
    explained = any(r.agrees for r in (Ratio(rate, (numerator,), b) for b in others))
    if not bases and not explained:
        operands = [(numerator, Role.NUMERATOR), (rate, Role.RATE)]
        return undecided(story, RelationKind.RATE, RULE, operands, "未写明该比率的基数")
    told = best(story, rate, (numerator,), bases, others, Binding.STATED)
    if told.truth is Truth.VIOLATED:  # 不达标的6家,完好率95%: the rate may be of all the others
        rest = (complemented(story, rate, numerator, base, Binding.INFERRED) for base in bases)
        if any(r.truth is Truth.HOLDS for r in rest):
            told = replace(told, truth=Truth.UNDECIDABLE, reason=OF_THE_REST, gap="")
    return told


def bases_of(
    story: Story, sentence: Sentence, group: Sequence[Frame], numerator: Frame
) -> tuple[list[Frame], list[Frame]]:
    """Counts that the numerator may be a share of: those that the wording ties to it, and further ones."""
    opening = [*story.wholes.get(numerator.start, []), *opening_wholes(story, sentence, numerator)]
    inside = [f for f in reversed(group) if f.start < numerator.start and may_hold(f, numerator)]
    stated = [f for f in sentence.frames if f.depth and f.start > numerator.start and may_hold(f, numerator)]
    inside = [*(f for f in stated if "应" in f.label or "全年" in f.label or "共" in f.label), *inside]
    if opening:
        return opening, inside
    return inside[:8], earlier_counts(story, sentence, numerator)


def wholes_first(story: Story, sentence: Sentence, bases: Sequence[Frame]) -> list[Frame]:
    """审结1109件。…终止285件;直接纠错159件: where the count right before is a part of a list, what the list divides."""
    near = [f for s in (sentence, *story.before(sentence, 1)) for f in s.frames]
    wholes = [f for f in story.wholes.get(bases[0].start, []) if f in near] if bases else []
    return [*wholes, *(f for f in bases if f not in wholes)]


def earlier_counts(story: Story, sentence: Sentence, numerator: Frame) -> list[Frame]:
    """Counts in the sentences before: they may explain a rate, they never accuse it."""
    others = (sentence, *story.before(sentence, 5))
    return [
        f for other in others for f in reversed(other.at()) if f.start < numerator.start and may_hold(f, numerator)
    ][:24]


def may_hold(base: Frame, numerator: Frame) -> bool:
    """Whether a count can be the base: of the same class, no comparison, not smaller."""
    if base.unit_class != numerator.unit_class or is_compared(base) or not base.quantity.interval.is_bounded:
        return False
    low, high = numerator.quantity.interval.low, base.quantity.interval.high
    return low is None or high is None or high >= low


def of_both_ends(group: Sequence[Frame], rate: Frame, numerator: Frame) -> Ratio | None:
    """受理126件,成功113件,不成14件,成功率89.0%; 认定476件,不予认定14件: of all that came to an end, where that agrees."""
    beside = (f for f in group if f.index == numerator.index + 1 and f.unit_class == numerator.unit_class)
    failed = (
        f for f in beside if _FAILED.search(f.label) or f.label in ("不予" + numerator.label, "不" + numerator.label)
    )
    return next((r for f in failed if (r := Ratio(rate, (numerator,), numerator, (f,))).fits), None)


def of_level_before(group: Sequence[Frame], rate: Frame, numerator: Frame, bases: Sequence[Frame]) -> Ratio | None:
    """上年末总数1398名,持证1297名,持证比例由92.8%提高到94.8%: the counts may be those of the level before."""
    before = next((f for f in group if f.index == rate.index - 1 and f.unit_class == "percent"), None)
    if before is None or not RAISED.search(rate.label):
        return None
    return next((r for base in bases if (r := Ratio(before, (numerator,), base)).agrees), None)


def has_its_own(previous: Sentence, sentence: Sentence, rate: Frame, stem: str) -> bool:
    """抽检农资260批次,合格率97.3%。农产品抽检合并统计,合格率98.9%: the counts have their rate, and the other its subject."""
    told = any(f.quantity.is_percent and f"{stem}率" in f.label for f in previous.at())
    return told and "," in sentence.text[: rate.start - sentence.span.start - len(rate.label)]
