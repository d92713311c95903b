"""Other counts of its sentence that a rate may be of, or that bear it out."""

from __future__ import annotations

from collections.abc import Sequence

from checker.figures.build import Ratio
from checker.figures.names import core_of, shared_piece
from checker.figures.reading import Frame
from checker.figures.relate.lists import IN_ORDER
from checker.figures.relate.rates.quotients import is_share_among
from checker.figures.relate.rates.ratios import has_own_base
from checker.figures.relate.repeats.restated import GENERIC
from checker.figures.relate.stocks.holdings import opens
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.interval import Interval
from checker.words.relation import Role

_ALL = 100
_CLOSE = 2  # figures
_AS_BASE = expression(r"(?:案件|户|件)?(?:作?为)(?:分母|基数|基准)")
_TELLING = 200  # of a smaller base many a count is some share by chance
_SCOPE = expression(
    r" ?\(其中 ?\d| ?\([^()]{0,20}(?:不含|含(?:上年|去年|往年|以前|历年|旧|存量|结转|跨年)|除外|一并|合并|口径|不计|剔除|扣除|到期|计算)[^()]{0,12}\)"
)
_WIDER, _OWN_AREA = expression("全[省国]"), expression("[我全][市县区州镇]|本[市县区级]")
_OF_AN_AREA = expression("占(?:了|到)?(?:全[市县区州省镇乡局系][统]?|总体)的?$")
_OF_A_MEASURE = expression("占(?:总)?(?:人数|户数|件数|金额|数量|面积|总额|价值)")  # 占人数的86.47%、金额的85.37%


def is_of_another_count(story: Story, sentence: Sentence, rate: Frame, top: Frame, base: Frame) -> bool:
    """处罚决定791件中,…733件为当年立案。当年立案的812件中当年作出处罚决定的占90.27%: of a base that leaves nothing to chance."""
    if base.quantity.value < _TELLING or rate.quantity.decimals < 1:
        return False
    near = (sentence, *story.in_paragraph(sentence, 1))
    counts = (f for s in near for f in s.frames if f.unit_class == base.unit_class and f is not top and f is not base)
    stated = rate.quantity.interval
    return any((f.quantity.interval / base.quantity.interval * Interval.exact(_ALL)).meets(stated) for f in counts)


def tells_its_scope(story: Story, frames: Sequence[tuple[Role, Sentence, Frame]]) -> bool:
    """结案率91.47%(旧存一并计算), 占全省受理总数: whether a rate says itself that it is of more or less than the counts before."""
    rate = next((frame for role, _, frame in frames if role is Role.RATE), None)
    bases = [frame for role, _, frame in frames if role is Role.DENOMINATOR]
    if rate is None:
        return False
    wider = _WIDER.search(rate.label) is not None and any(_OWN_AREA.search(base.label) for base in bases)
    return wider or has_own_base(story, rate) or _SCOPE.match(story.text, rate.span.end) is not None


def names_its_base(story: Story, sentence: Sentence, rate: Frame, top: Frame, bases: Sequence[Frame]) -> bool:
    """Whether the words around a rate tell that it is of another count.

    以调结的231件为分母,成功率91.8%; 其中新办198件,…准予607件,新办准予率86.4%.
    """
    before = [f for s in (sentence, *story.in_paragraph(sentence, 1)) for f in s.at() if f.start < rate.start]
    told = [f for f in before if f.index >= rate.index - _CLOSE and _AS_BASE.match(f.tail)]
    stem, named, _ = rate.label.partition("率")
    kinds = (f for f in before if f.unit_class == top.unit_class and f not in bases and f is not top)
    names = (core_of(story.label(f).removeprefix("其中")) for f in kinds if named)
    of_kind = any(
        len(n) > 1 and stem.startswith(n) and n not in top.label and stem[len(n) :] in top.label for n in names
    )
    return of_kind or (bool(told) and told[-1] not in bases) or _is_of_its_like(story, rate, top, bases)


def _is_of_its_like(story: Story, rate: Frame, top: Frame, bases: Sequence[Frame]) -> bool:
    """全年可办案件2608起;三个派出所受理2028起,占全局的79.8%。…全年受理的2542起: of a count in its own words, told anywhere."""
    if _OF_AN_AREA.search(rate.label) is None or rate.quantity.decimals < 1:
        return False
    name = story.label(top) + top.tail
    if any(_is_like(name, story.label(base) + base.tail) for base in bases):
        return False
    told = (f for s in story.sentences for f in s.frames)
    alike = (f for f in told if f.unit_class == top.unit_class and f.quantity.value >= _TELLING and f is not top)
    return any(Ratio(rate, (top,), f).fits and _is_like(name, story.label(f) + f.tail) for f in alike)


def _is_like(name: str, other: str) -> bool:
    """Whether two names share a telling piece."""
    piece = shared_piece(name, other)
    return bool(piece) and GENERIC.fullmatch(piece) is None


def is_of_stock_too(story: Story, sentence: Sentence, rate: Frame, top: Frame, base: Frame) -> bool:
    """收到318件,上年结转5件,受理290件,受理率89.8%: whether the base takes in what was left of before."""
    stocks = (f for f in sentence.frames if f.unit_class == base.unit_class and f is not base and opens(story, f))
    return any(Ratio(rate, (top,), base, (f,)).agrees for f in stocks)


def is_told_by_the_rest(sentence: Sentence, rate: Frame, top: Frame, base: Frame) -> bool:
    """受理512件,办结442件,办结率99.22%,仍有4件: whether the rate follows from what is told as left, and names the count.

    What the count would be, or what it lacks of that, is stated nowhere in the sentence.
    """
    if len(shared_piece(rate.label.partition("率")[0], top.label + top.tail)) < 2:
        return False
    whole, told = base.quantity.value, {f.quantity.value for f in sentence.frames if f.unit_class == top.unit_class}
    meant = (whole - value for value in told if value < whole)
    return any(
        Interval.exact(_ALL * value / whole).meets(rate.quantity.interval)
        and told.isdisjoint({value, abs(value - top.quantity.value)})
        for value in meant
    )


def is_of_another_class(sentence: Sentence, rate: Frame, top: Frame) -> bool:
    """项目47个,投资92.6亿元,其中亿元以上29个,投资85.3亿元,分别占61.7%和92.1%: the first share is of the projects."""
    listed = IN_ORDER.search(rate.gap) or rate.parted < 2 or _OF_A_MEASURE.search(rate.label)
    others = {f.unit_class for f in sentence.at()} - {top.unit_class, rate.unit_class} if listed else set()
    return any(is_share_among(sentence, kind, rate) for kind in others)
