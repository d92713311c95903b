"""Rates whose two counts stand right beside them: 网上1178件,窗口224件,网办率84.0%; 覆盖63个,全县65个,覆盖率96.9%; 74.1%(40台/54人)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.figures.build import Ratio, operand
from checker.figures.names import shared_piece
from checker.figures.numerals import is_swap, plain_decimal, slips
from checker.figures.reading import Frame
from checker.figures.relate.lists import is_compared
from checker.figures.relate.rates.measured_shares import UNITS
from checker.figures.relate.rates.quotients import is_miswritten_share
from checker.figures.relate.rates.ratios import RULE
from checker.figures.relate.vocabularies import are_complements
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.record import replace
from checker.words.relation import Binding, Relation, Role

_NAME = expression(r"^(?P<stem>[^,;:]{1,10}?)(?:率|面|占比|比例)(?:为|达到?|是|约)?$")
_OF_ALL = expression(
    r"^(?P<due>应|计划|任务|年初安排|年初预算|预算|核定|下达|目标)|^(?P<all>全[市县区省州镇乡局系]|辖区|共有|总共|总数)"
)
_BUDGETED = ("年初安排", "年初预算", "预算", "计划", "任务")
_CARRIED_OUT = ("执行", "支出", "完成")
_PLANNED = expression(
    r"^(?:年度|全年|年初|原)?(?:计划|任务|下达任务|目标任务|应)[^,;、]{0,6}$|^[^,;、]{0,6}(?:预算|预算安排|预算数|预算为)$"
)
_DONE = expression(r"^(?:全年|已|实际)+(?:完成|检查|开展|执行|支出)?[^,;、]{0,6}$|^(?:完成|执行|支出)[^,;、]{0,6}$")
_REACH = 4  # figures before a rate
_CLASS_SHARE = expression(r"^(?:[一-龥]{0,4}?)(?P<what>人数|金额|户数|件数|面积)占(?:比|比重|比例)?(?:为|达到?)?$")
_NEAR = 8  # figures
_LONG = 3
_SHORT = 2  # digits
_CLOSE = 20  # times as much is all
_HUNDRED = 100


def beside(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """All such rates of a sentence."""
    group = sentence.at()
    for i, rate in enumerate(group):
        if rate.unit_class != "percent" or rate.quantity.hedge:
            continue
        yield from _written_out(story, sentence, rate)
        yield from _of_class(story, group, i)
        named = _NAME.match(rate.label) if i > 1 and rate.parted == 2 else None
        if named is None:
            continue
        second = group[i - 1]
        first = next(
            (f for f in reversed(group[max(0, i - _REACH) : i - 1]) if f.unit_class == second.unit_class), None
        )
        if first is not None and _are_counts(first, second):
            if first is group[i - 2]:
                yield from _of_two_sides(story, first, second, rate, named["stem"])
            yield from _of_all(story, first, second, rate, named["stem"])
            yield from _of_plan(story, first, second, rate, named["stem"])


def _written_out(story: Story, sentence: Sentence, rate: Frame) -> Iterator[Relation]:
    """配备率74.1%(40台/54人)"""
    inside = sentence.inside(rate)
    if len(inside) == 2 and story.text[inside[0].span.end : inside[1].start].strip() in ("/", "÷"):
        yield Ratio(rate, (inside[0],), inside[1]).relation(story, RULE, Binding.STATED)


def _of_class(story: Story, group: Sequence[Frame], i: int) -> Iterator[Relation]:
    """1093名劳动者1421.9万元,其中农民工987名1320.6万元,人数占90.3%,金额占91.6%: the last two of what the share names."""
    told = _CLASS_SHARE.match(group[i].label) if group[i].parted == 2 else None
    units = UNITS[told["what"]] if told is not None else ""
    same = [f for f in group[max(0, i - _NEAR) : i] if f.quantity.unit and f.quantity.unit[-1] in units]
    if len(same) > 1 and same[-1].unit_class == same[-2].unit_class and not is_compared(same[-1]):
        ratio = Ratio(group[i], (same[-1],), same[-2])
        if not ratio.agrees and _is_miswritten(same[-1], same[-2], group[i]):
            yield ratio.relation(story, RULE, Binding.INFERRED)


def _are_counts(first: Frame, second: Frame) -> bool:
    same = first.unit_class == second.unit_class and second.parted in (1, 2)
    return same and not any(f.quantity.hedge or is_compared(f) or not f.quantity.value for f in (first, second))


def _of_two_sides(story: Story, top: Frame, other: Frame, rate: Frame, stem: str) -> Iterator[Relation]:
    """网上办理1178件,窗口办理224件,网办率84.0%: of both together; what fails is told where it is near, or one slip explains it."""
    labels = [story.label(top), story.label(other)]
    if not are_complements(labels) or not all(c in labels[0] for c in stem) or all(c in labels[1] for c in stem):
        return
    ratio = Ratio(rate, (top,), top, (other,))
    near = abs(ratio.value - rate.quantity.value) * _CLOSE <= _HUNDRED and rate.quantity.decimals
    if not ratio.agrees and (near or _is_slipped(top, other, rate)):
        relation = ratio.relation(story, RULE, Binding.INFERRED)
        numerator, _, _, stated = relation.operands
        yield replace(relation, operands=(numerator, operand(story, other, Role.REMAINDER), stated))


def _is_slipped(top: Frame, other: Frame, rate: Frame) -> bool:
    """Whether one of the two counts, mended by a slip, or the digits of the rate give what is stated."""
    over, rest, stated = top.quantity.value, other.quantity.value, rate.quantity.interval
    tops = ((Fraction(w), rest) for w in slips(plain_decimal(over)) if w and len(plain_decimal(over)) > _SHORT)
    rests = ((over, Fraction(w)) for w in slips(plain_decimal(rest)) if w and len(plain_decimal(rest)) > _SHORT)
    mended = (_HUNDRED * a / (a + b) for a, b in (*tops, *rests) if a + b)
    shares = (Fraction(w) for w in slips(plain_decimal(rate.quantity.value)) if w.strip("."))
    meant = _HUNDRED * over / (over + rest)
    near = Fraction(1, 2 * 10**rate.quantity.decimals)
    return any(value in stated for value in mended) or any(abs(share - meant) <= near for share in shares)


def _of_all(story: Story, top: Frame, base: Frame, rate: Frame, stem: str) -> Iterator[Relation]:
    """覆盖63个,全县65个,覆盖率96.9%: what it is of stands behind; what fails is told where one slip explains it."""
    told = _OF_ALL.match(base.label)
    if told is None:
        return
    ratio = Ratio(rate, (top,), base)
    if ratio.agrees:
        yield ratio.relation(story, RULE, Binding.INFERRED)
        return
    own = shared_piece(stem, top.label) or (stem[:1] in base.label and stem[:1] in top.label)
    budget = told["due"] in _BUDGETED and stem.endswith(_CARRIED_OUT)
    due = told["due"] == "应" and base.label[1:2] in top.label + top.tail  # 应退65家 of what was 退
    if (own or budget or due) and _is_miswritten(top, base, rate):
        yield ratio.relation(story, RULE, Binding.INFERRED)


def _is_miswritten(top: Frame, base: Frame, rate: Frame) -> bool:
    """Whether one slip explains that the rate does not follow; of a rounded rate several counts may be meant."""
    over, under, stated = top.quantity.value, base.quantity.value, rate.quantity.interval
    tops, bases = (
        [Fraction(w) for w in slips(n) if w.strip(".0") and (is_swap(w, n) or len(w) > _LONG)]
        for n in (plain_decimal(over), plain_decimal(under))
    )
    mended = (*((top, under) for top in tops), *((over, base) for base in bases))
    fine = rate.quantity.decimals > 0  # 92%: many a slip comes so near
    return is_miswritten_share(top, base, rate, digits=3) or (
        fine and any(_HUNDRED * a / b in stated for a, b in mended)
    )


def _of_plan(story: Story, base: Frame, top: Frame, rate: Frame, stem: str) -> Iterator[Relation]:
    """计划检查480家,实际检查456家,计划完成率95%"""
    if _PLANNED.match(base.label) and _DONE.match(top.label) and stem.endswith(_CARRIED_OUT):
        ratio = Ratio(rate, (top,), base)
        if ratio.agrees or _is_miswritten(top, base, rate):
            yield ratio.relation(story, RULE, Binding.INFERRED)
