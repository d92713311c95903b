"""Means told in brackets, without 平均, over months, or of what stands far before; only agreement is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product

from checker.figures.build import Ratio, operand, shown
from checker.figures.numerals import han_number
from checker.figures.reading import Frame
from checker.figures.relate.lists import CLAUSE, RATES, is_compared
from checker.figures.relate.rates.mean_relations import RULE as AVERAGE
from checker.figures.relate.rates.mean_relations import fits_mean, mean
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.interval import Interval
from checker.words.place import Span
from checker.words.relation import Binding, Operand, Relation, RelationKind, Role, Truth

# 每名顾问负责3个, 每家轮查3遍, 人均3次: what it is per, and of whom.
_PER = expression(
    r"(?:(?P<all>[人户家场期])均|单[个条篇部场次期件](?P<one>[一-龥]{2,6}?)(?:平均|的)|(?P<who>[一-龥]{2,6})平均|每(?:一)?(?P<each>[人名位户家个次村件])(?P<noun>[一-龥]{0,8}))[一-龥]{0,6}(?:约|近|为|达)?$"
)
_MONTHLY = expression(r"(?:平均)?每月[^,;、。]{0,6}$|月均[^,;、。]{0,4}$")
_OF = {
    "人": frozenset({"person"}),
    "名": frozenset({"person"}),
    "位": frozenset({"person"}),
    "户": frozenset({"household", "body"}),
    "家": frozenset({"body", "household"}),
    "次": frozenset({"time", "event"}),
    "件": frozenset({"case"}),
    "场": frozenset({"event", "session", "time"}),
    "期": frozenset({"session", "event"}),
    "村": frozenset({"村"}),
}
_SUMMED_UP = expression(
    r"(?P<number>[1-9]\d?|[两二三四五六七八九十]) ?(?P<unit>[批期次场轮类个家]) ?(?:共|合计|共计)[一-龥]{0,4} ?$"
)
_EACH = expression(r"^平均每一?(?P<unit>[批期次场轮类个家])[一-龥]{0,4}$")
_TIMES = frozenset({"次", "遍", "轮", "回"})
_MONTHS = frozenset({"duration:个月", "duration:月"})
_MOST = 80  # figures far before
_LARGE = 100  # a whole quotient of less than this comes by chance


def means(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """All such means of a sentence, in brackets too."""
    for at, average in enumerate(sentence.frames):
        if average.unit_class in RATES or not average.quantity.interval.is_bounded:
            continue
        before = [f for f in reversed(sentence.frames[:at]) if f.start < average.start and _counts(f)]
        yield from _of_summed(story, sentence, average, before)
        if _MONTHLY.search(average.label):
            yield from _of_months(story, sentence, average, before)
        elif match := _PER.search(average.label):
            kinds = None if match["one"] else _OF.get(match["each"] or match["all"] or "人")
            of = [f for f in before if _is_one(f, kinds, match["one"] or match["noun"] or "")]
            pairs = ((whole, base) for whole in before for base in of if _may_be(whole, base, average))
            held = next((p for p in pairs if fits_mean(average, Ratio(average, p[:1], p[1]), 1)), None)
            held = held or _far(story, sentence, average, before, kinds, match["who"] or match["noun"] or "")
            if held is not None:
                yield mean(story, Ratio(average, held[:1], held[1]), holds=True)


def _of_summed(story: Story, sentence: Sentence, average: Frame, before: Sequence[Frame]) -> Iterator[Relation]:
    """发布案例2批共16个,平均每批8个: over the number that only tells how many were put together."""
    whole = next((f for f in before if f.index == average.index - 1), None)
    told = _SUMMED_UP.search(sentence.text, 0, whole.start - sentence.span.start) if whole is not None else None
    if whole is None or told is None or average.parted != CLAUSE or whole.unit_class != average.unit_class:
        return
    number = Fraction(han_number(told["number"]) or told["number"])
    each = _EACH.search(average.label)
    if each is None or each["unit"] != told["unit"] or whole.quantity.value != number * average.quantity.value:
        return
    span = Span(sentence.span.start + told.start("number"), sentence.span.start + told.end("unit"))
    operands = (
        operand(story, whole, Role.NUMERATOR),
        Operand(span, span.of(story.original), Role.DENOMINATOR, "", Interval.exact(number)),
        operand(story, average, Role.RATE),
    )
    equation = f"{shown(whole.quantity)} ÷ {told['number']} = {shown(average.quantity)}"
    yield Relation("", RelationKind.RATE, Truth.HOLDS, Binding.INFERRED, AVERAGE, equation, operands)


def _counts(frame: Frame) -> bool:
    return frame.unit_class not in RATES and not frame.quantity.hedge and not is_compared(frame)


def _is_one(frame: Frame, kinds: frozenset[str] | None, noun: str) -> bool:
    if frame.quantity.value < 2:
        return False
    if kinds is not None:
        return frame.unit_class in kinds or ("time" in kinds and frame.quantity.unit.endswith("次"))
    return len(noun) > 1 and noun[:2] in frame.label + frame.tail


def _may_be(whole: Frame, base: Frame, average: Frame) -> bool:
    """Whether a figure is a total of what the mean counts, and another one than that it is taken over."""
    units = {whole.quantity.unit[-1:], average.quantity.unit[-1:]}
    same = whole.unit_class == average.unit_class or whole.quantity.unit.endswith(average.quantity.unit)
    return whole.start != base.start and (same or units <= _TIMES)


def _far(
    story: Story, sentence: Sentence, average: Frame, before: Sequence[Frame], kinds: frozenset[str] | None, who: str
) -> tuple[Frame, Frame] | None:
    """培训1722人次,人均3次: of the 574 that are told far before, where nothing is left over."""
    wholes = [f for f in before if f.quantity.value >= _LARGE][:3]
    far = [f for other in story.earlier(sentence) for f in reversed(other.frames) if _counts(f)][:_MOST]
    bases = [f for f in far if _is_one(f, kinds, who)]
    bases.sort(key=lambda f: who[:2] not in f.label + f.tail if who else False)
    for whole, base in product(wholes, bases):
        exact = whole.quantity.value == base.quantity.value * average.quantity.value
        named = len(who) > 1 and who[:2] in base.label + base.tail
        near = named and fits_mean(average, Ratio(average, (whole,), base), 1)
        if _may_be(whole, base, average) and (exact or near):
            return whole, base
    return None


def _of_months(story: Story, sentence: Sentence, average: Frame, before: Sequence[Frame]) -> Iterator[Relation]:
    """立案96宗…平均每月立案10.7宗(按9个月计): over the months that are told beside it."""
    months = [f for f in sentence.frames if f.unit_class in _MONTHS and abs(f.index - average.index) == 1]
    wholes = [*before, *(f for other in story.before(sentence, 4) for f in reversed(other.at()) if _counts(f))]
    for base in months:
        same = (f for f in wholes if f.unit_class == average.unit_class and f is not average)
        held = next((f for f in same if _over(f, base).meets(average.quantity.interval)), None)
        if held is not None:
            yield mean(story, Ratio(average, (held,), base), holds=True)


def _over(whole: Frame, base: Frame) -> Interval:
    return whole.quantity.interval / Interval.exact(Fraction(base.quantity.value))
