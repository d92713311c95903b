"""Percentages that no name ties to their counts: the counts near by that give them; only agreement is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.figures.build import Ratio
from checker.figures.names import core_of
from checker.figures.reading import Frame
from checker.figures.relate.lists import RATES, divided_before, is_compared
from checker.figures.relate.rates.quotients import is_swapped_rest
from checker.figures.relate.rates.rate_bases import OF_THE_REST, judged
from checker.figures.relate.rates.ratios import RULE, complemented
from checker.figures.relate.vocabularies import are_complements
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.record import replace
from checker.words.relation import Binding, Relation, Truth

_CHANGED = expression(r"同比|环比|增长|增加|上升|提高|提升|下降|减少|降低|压减|缩短|幅|[多少高低]于|力争|目标|以上$")
_PLANNED = expression("计划|任务|目标|下达|应(?![诉急])")
_SWAPPED = 4  # digits
_NO_MORE = expression("[未没无]")
_AT_PEACE, _GOES_ON = expression("案结事|服判|息诉|息访"), expression("不服|提起|起诉|上诉|再诉|申请复议")
_MOST_COUNTS = 12
_REACH = 14
_NEAR = 4  # sentences
_HEAD = 2  # characters that a name ends with


def explained(story: Story, sentence: Sentence, group: Sequence[Frame], i: int) -> Iterator[Relation]:
    """合计53件,直接纠错率12.02%: the first pair of counts, in the sentence or shortly before it, whose quotient it is."""
    rate = group[i]
    digits = rate.quantity.decimals
    if not digits or _CHANGED.search(_label(group, i)):
        return
    tops = [f for f in reversed(group[:i]) if _counts(f)][: _MOST_COUNTS // 2]
    bases = [f for f in reversed(group) if _counts(f) and f is not rate]
    if digits > 1:
        for other in story.before(sentence, _REACH):
            bases += [f for f in reversed(other.at()) if _counts(f)]
            if len(bases) > 3 * _MOST_COUNTS:
                break
    bases += [base for _, base in story.bases.values() if base not in bases]
    if digits == 1 and tops and tops[0] is group[i - 1]:
        bases += divided_before(story, sentence, tops[0], _NEAR)  # 共88件,占受理数的64.2%: of what was divided so far
    complement = rate.tail.startswith("的") or (bool(tops) and _is_of_the_others(rate.label, tops[0]))
    for top in tops:
        for base in bases[: 4 * _MOST_COUNTS]:
            if not (_holds(top, base, group) or _is_planned(rate, top, base)):
                continue
            if Ratio(rate, (top,), base).fits:
                yield Ratio(rate, (top,), base).relation(story, RULE, Binding.INFERRED)
                return
            if complement and (1 - top.quantity.value / base.quantity.value) * 100 in rate.quantity.interval:
                yield complemented(story, rate, top, base, Binding.INFERRED)
                return
    yield from _of_two_sides(story, rate, tops)


def _of_two_sides(story: Story, rate: Frame, tops: Sequence[Frame]) -> Iterator[Relation]:
    """简易程序41宗,普通程序445宗,普通程序案件占91.56%: of both sides together."""
    for second, first in pairwise(tops):
        top = next((f for f in (second, first) if f.label and core_of(f.label)[-_HEAD:] in rate.label), None)
        sides = are_complements([story.label(f) + f.tail for f in (first, second)])
        if top is not None and sides and first.unit_class == second.unit_class and "占" in rate.label:
            reading = Ratio(rate, (top,), first, (second,))
            if reading.fits:
                yield reading.relation(story, RULE, Binding.INFERRED)
                return


def _label(group: Sequence[Frame], i: int) -> str:
    """The words before a percentage; of one in a list the words before the list (分别压减93.75%、94.12%)."""
    while i and not group[i].label.strip("和及与") and group[i].parted < 2 and group[i - 1].unit_class == "percent":
        i -= 1
    return group[i].label


def _counts(frame: Frame) -> bool:
    return (
        frame.unit_class not in RATES
        and not frame.quantity.hedge
        and frame.quantity.value > 0
        and not is_compared(frame)
    )


def _holds(top: Frame, base: Frame, group: Sequence[Frame]) -> bool:
    """Whether one count may be a share of the other: of the same class, or before it in the sentence."""
    if base is top or base.quantity.value < top.quantity.value:
        return False
    return base.unit_class == top.unit_class or (base in group and base.index == top.index - 1)


def _is_planned(rate: Frame, top: Frame, base: Frame) -> bool:
    """计划检查640家,实际检查668家,计划完成率104.38%: more may be done than was planned."""
    return "完成" in rate.label and base.unit_class == top.unit_class and bool(_PLANNED.search(base.gap))


def judged_or_left(
    story: Story, rate: Frame, numerator: Frame, bases: Sequence[Frame], others: Sequence[Frame]
) -> Relation:
    """审结187件,提起诉讼的17件,案结事了率90.91%: of the count that stands right before a rate, or of what it leaves."""
    relation = judged(story, rate, numerator, bases, others)
    if relation.truth is not Truth.VIOLATED:
        return relation
    swapped = (base for base in bases if is_swapped_rest(numerator, base, rate, _SWAPPED))
    base = next(swapped, None)
    if base is not None:
        return complemented(story, rate, numerator, base, Binding.INFERRED)
    if _is_of_the_others(rate.label, numerator):
        return replace(relation, truth=Truth.UNDECIDABLE, reason=OF_THE_REST, gap="")
    return relation


def _is_of_the_others(name: str, frame: Frame) -> bool:
    """不服再提起行政诉讼的33件,案结事了率90.5%: whether a rate of this name is of all but those that are counted."""
    goes_on = _GOES_ON.search(frame.label) and not _NO_MORE.search(frame.label)  # 未再提起行政诉讼的402件
    return bool(_AT_PEACE.search(name) and goes_on)
