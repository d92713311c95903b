"""Shares and rates whose counts stand in a list before, under the very name that the share tells."""

from __future__ import annotations

from collections.abc import Iterator

from checker.figures.build import Ratio
from checker.figures.names import core_of
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
_SWAPPED = 3  # digits of a share of which two changed places


def elsewhere(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """征收类案件比重最高,为31.55%; 医疗服务类信息仅占公开总量的20.0%: of what the list of the count divides."""
    for rate in sentence.at():
        if rate.unit_class != "percent" or rate.quantity.hedge or is_compared(rate):
            continue
        most = _MOST.search(rate.gap)
        told = most or _SHARE.match(rate.label) or _RATE.match(rate.label)
        name = core_of(_without_kind(told["name"])) if told else ""
        if len(name) < 2:
            continue
        for part, wholes in _listed(story, sentence, rate, name):
            held = next((w for w in wholes if Ratio(rate, (part,), w).fits), None)
            swapped = [w for w in wholes if is_swapped_share(part, w, rate, _SWAPPED)]
            if held is not None:
                yield Ratio(rate, (part,), held).relation(story, RULE, Binding.INFERRED)
            elif len(wholes) == 1 and (
                (swapped and rate.quantity.decimals and _OF_ALL.search(rate.label))
                or (most is not None and part.start >= sentence.span.start)
            ):
                yield Ratio(rate, (part,), wholes[0]).relation(story, RULE, Binding.INFERRED)
            if held is not None or swapped or most is not None:
                break


def _without_kind(name: str) -> str:
    """医疗服务 for 医疗服务类信息, 征收 for 征收类案件."""
    while 1 < len(shorter := _KIND.sub("", name)) < len(name):
        name = shorter
    return name


def _listed(story: Story, sentence: Sentence, rate: Frame, name: str) -> Iterator[tuple[Frame, list[Frame]]]:
    """The counts of this name that stand in a list, the nearest first, with what it divides."""
    for other in (sentence, *story.earlier(sentence)):
        for part in other.at():
            wholes = story.wholes.get(part.start, []) if part.start < rate.start else []
            if wholes and part.unit_class not in RATES and _is_called(story, part, name):
                yield part, wholes


def _is_called(story: Story, part: Frame, name: str) -> bool:
    """Whether this is the whole name of a figure but for what opens its list (涉及房屋征收59件)."""
    label = core_of(story.label(part))
    return label == name or (label.endswith(name) and len(label) - len(name) < 3)
