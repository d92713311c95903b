"""Shares and rates whose counts stand in a list before, under the very name that the share tells."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import islice

from checker.figures.build import Ratio
from checker.figures.names import core_of, names_same, shared_piece
from checker.figures.numerals import han_number
from checker.figures.reading import Frame
from checker.figures.relate.lists import RATES, is_compared
from checker.figures.relate.rates.quotients import is_swapped_share
from checker.figures.relate.rates.ratios import RULE
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

_KIND = expression(r"(?:类[一-龥]{0,5}?|案件|信息|申请|事项|问题|纠纷|投诉|举报)$")
_MOST = expression(
    r"(?:^|[,;:。、])(?:其中[,:]?)?(?P<name>[^,;:。、]{2,24}?)(?:所占|的)?(?:占比|比重|比例)(?:最[高大多低小少]|居首|居首位|位居第一|居第一位)(?:的)?,?(?:为|达到?|占)?$"
)
_SHARE = expression(
    r"^(?:[一二三四五六七八九十]{1,2}是)?(?:其中)?(?P<name>[^,;:。、]{2,24}?)(?:仅|只|约|也|则|已|均|就|虽然?|尽管|尚|又|却)*占[^,;。]{0,16}?的?(?:比例|比重)?(?:为|达到?|仅|只有)*$"
)
_RATE = expression(r"^(?:其中)?(?P<name>[^,;:。、]{3,14}?)(?:率|比例)(?:为|达到?|仅|只有|是)*$")
_OF_ALL = expression(r"占(?:全[省市县区镇州]|全部|总(?:数|量)|比|的)*(?:比例|比重)?(?:为|达到?|仅|只有)*$")
# 大气类案件最多,占全部处罚案件的40.48%: the name stands in the clause before.
_RANK = expression(
    r"(?:^|[,;:。])(?:其中[,:]?|以)?(?P<name>[^,;:。、]{2,16}?)(?:数量|立案数|案件数?)?(?:为?最多|居多|为主|居首位?|位居首位|次之|居次|(?:位|排名?|居)(?:居|在)?第[一二三]位?),"
    r"(?:约|仅)?占(?:比)?(?:全部|所有|全省|全市|全县|全区)?(?P<whole>[^,;:。]{0,14}?)的?(?:比例|比重)?(?:为|达到?|约)*$"
)
_FIRST = expression(
    r"(?:^|[,;:。])前(?P<number>[两二三四五])(?:个|项|类|位|种|家|大)?[^,;:。前后]{0,10}?占(?:比)?(?:全部|总数|总量|的|为|达到?)*$"
)
_AMONG = expression(r"^[^,;]{4,}?中(?=[^,;]{3,})")  # 公开的信息中工作动态类占44.04%
_LEVEL = expression(r"(?:\([^()]*\))?级?$")
_BRACKET = expression(r"\([^()]*\)")
_SHORT = 2  # characters of a name
_POINTS = 5
_SIXTH = 6
_SWAPPED = 3  # digits of a share of which two changed places


def elsewhere(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """征收类案件比重最高,为31.55%; 医疗服务类信息仅占公开总量的20.0%: of what the list of the count divides."""
    for rate in sentence.at():
        if rate.unit_class != "percent" or rate.quantity.hedge or is_compared(rate):
            continue
        if ranked := ranked_name(rate.gap):
            yield from _ranked(story, sentence, rate, *ranked)
            continue
        if first := _FIRST.search(sentence.text[: rate.start - sentence.span.start]):
            yield from _of_the_first(story, sentence, rate, int(han_number(first["number"]) or 0))
            continue
        most = _MOST.search(rate.gap)
        told = most or _SHARE.match(rate.label) or _RATE.match(rate.label)
        called = _without_kind(_AMONG.sub("", told["name"])) if told else ""
        name = core_of(called)
        if len(name) < 2:
            continue
        yield from _of_those(story, sentence, rate, name)
        for part, wholes in _listed(story, sentence, rate, name):
            held = next((w for w in wholes if Ratio(rate, (part,), w).fits), None)
            swapped = [w for w in wholes if is_swapped_share(part, w, rate, _SWAPPED)]
            if held is not None:
                yield Ratio(rate, (part,), held).relation(story, RULE, Binding.INFERRED)
            elif len(wholes) == 1 and (
                (swapped and rate.quantity.decimals and _OF_ALL.search(rate.label))
                or (most is not None and part.start >= sentence.span.start)
                or (len(called) > _SHORT and rate.quantity.decimals > 1 and _is_near(Ratio(rate, (part,), wholes[0])))
            ):
                yield Ratio(rate, (part,), wholes[0]).relation(story, RULE, Binding.INFERRED)
            if held is not None or swapped or most is not None:
                break


def _of_those(story: Story, sentence: Sentence, rate: Frame, name: str) -> Iterator[Relation]:
    """县级部门927人、乡镇259人…乡镇持证执法人员仅占全县的21.84%: the part begins the name, what the list divides ends it."""
    for other in story.earlier(sentence):
        for part in other.at():
            wholes = story.wholes.get(part.start, [])
            label = _LEVEL.sub("", core_of(story.label(part)))
            rest = _BRACKET.sub("", name).removeprefix(label)
            if (
                len(wholes) != 1
                or len(label) < 2
                or rest == _BRACKET.sub("", name)
                or not names_same(rest, story.label(wholes[0]))
            ):
                continue
            reading = Ratio(rate, (part,), wholes[0])
            if reading.fits or (rate.quantity.decimals > 1 and _is_near(reading)):
                yield reading.relation(story, RULE, Binding.INFERRED)
            return


def ranked_name(gap: str) -> tuple[str, str] | None:
    """The kind that the clause before a share ranks, and the whole that the share names."""
    told = _RANK.search(gap)
    return (core_of(_without_kind(told["name"])), core_of(told["whole"])) if told is not None else None


def _ranked(story: Story, sentence: Sentence, rate: Frame, name: str, whole: str) -> Iterator[Relation]:
    """农药类案件最多,占19.77%: what fails is told where it comes near, or two digits changed places."""
    called = list(islice(_listed(story, sentence, rate, name), 1)) if len(name) > 1 else []
    called = called or list(islice(_listed(story, sentence, rate, name, begins=True), 1)) if len(name) > 1 else []
    for part, wholes in called:
        held = next((w for w in wholes if Ratio(rate, (part,), w).fits), None)
        if held is not None:
            yield Ratio(rate, (part,), held).relation(story, RULE, Binding.INFERRED)
            return
        ratio = Ratio(rate, (part,), wholes[0])
        swapped = is_swapped_share(part, wholes[0], rate, _SWAPPED)
        near = _is_near(ratio)
        named = len(whole) < 2 or shared_piece(whole, story.label(wholes[0]) + wholes[0].tail)
        if len(wholes) == 1 and rate.quantity.decimals and (swapped or (near and named)):
            yield ratio.relation(story, RULE, Binding.INFERRED)
        return


def _is_near(ratio: Ratio) -> bool:
    """Whether a share differs by so little, in points or as a part of it, that hardly another one is meant."""
    stated = ratio.rate.quantity.value
    return abs(ratio.value - stated) <= max(Fraction(_POINTS), stated / _SIXTH)


def _of_the_first(story: Story, sentence: Sentence, rate: Frame, number: int) -> Iterator[Relation]:
    """败诉57件,证据不足23件、程序违法19件、…,前两项占73.7%: the first of a list that is told by size, together."""
    near = (sentence, *story.in_paragraph(sentence, 1))
    for frames in (s.at() for s in near):
        last = next((f for f in reversed(frames) if f.start < rate.start and story.wholes.get(f.start)), None)
        whole = story.wholes[last.start][0] if last is not None else None
        parts = [f for f in frames if whole is not None and whole in story.wholes.get(f.start, ())]
        if whole is None or len(parts) <= number:
            continue
        ratio = Ratio(rate, tuple(parts[:number]), whole)
        least, rest = min(f.quantity.value for f in parts[:number]), max(f.quantity.value for f in parts[number:])
        if ratio.fits or (least > rest and abs(ratio.value - rate.quantity.value) <= _POINTS):
            yield ratio.relation(story, RULE, Binding.INFERRED)
        return


def _without_kind(name: str) -> str:
    """医疗服务 for 医疗服务类信息, 征收 for 征收类案件."""
    while 1 < len(shorter := _KIND.sub("", name)) < len(name):
        name = shorter
    return name


def _listed(
    story: Story, sentence: Sentence, rate: Frame, name: str, *, begins: bool = False
) -> Iterator[tuple[Frame, list[Frame]]]:
    """The counts of this name that stand in a list, the nearest first, with what it divides."""
    for other in (sentence, *story.earlier(sentence)):
        for part in other.at():
            wholes = story.wholes.get(part.start, []) if part.start < rate.start else []
            called = _is_called(story, part, name) or (begins and core_of(story.label(part)).startswith(name))
            if wholes and part.unit_class not in RATES and called:
                yield part, wholes


def _is_called(story: Story, part: Frame, name: str) -> bool:
    """Whether this is the whole name of a figure but for what opens its list (涉及房屋征收59件)."""
    label = core_of(story.label(part))
    return label in (name, f"{name}类") or (label.endswith(name) and len(label) - len(name) < 3)
