"""Means of the two figures right before them, whose units leave no choice: 总数317件,提出意见486条,平均每件1.5条."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from checker.figures.build import Ratio
from checker.figures.reading import Frame
from checker.figures.relate.lists import CLAUSE, IN_ORDER, RATES, STATEMENT, exact_counts, is_compared, is_exact_count
from checker.figures.relate.rates.averages import (
    AVERAGE,
    INCOME,
    OCCASIONS,
    classes_of,
    is_of_another_year,
    is_of_others,
    is_one_of_several,
    sums_to,
)
from checker.figures.relate.rates.mean_relations import fits_mean, mean, over_periods
from checker.figures.relate.rates.ratios import judged_rates
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.interval import Interval
from checker.words.relation import Relation

_SOME = expression("新增|新进|新招|新聘|补充|增加|增配|抽调|选派|其中|另|外聘|借调|近|部分|除[^,;。]{1,12}外")
_DOES = expression(
    "^(?:监管|负责|承担|承办|办理|办案|审理|审结|发现|配备|拥有|调处|服务|联系|包联|参加|参训|检查|查处|化解|接待|处理|为|约|达|有|可)"
)
_PERIODIC = expression(
    r"^(?P<mean>(?:全年)?(?:平均|均))?每个?(?P<period>月|季度?)(?:[约近达为]|召开|开展|举办|发布)?$|^月均(?P<per>)$"
)
_PERIODS = {"月": 12, "季": 4}
_OF_SOME = expression(
    r"半年|(?<!每)季度[^,;。]*\d|[\d一二三四五六七八九十]个?月|[至到]|起|以来|自|上线|开通|运行|试|目前|累计|去年|上年|20\d\d年|期|行动|专项|成立|挂牌|届|年来|除|另|加密|其余|各|增开|加开"
)
_TIMED = expression("截[至止]|历时|个月|行动|以来|半年|季度")
_YEARLY = expression("全年|年内|一年|本年")
_OWN = expression(r"^(?:其中)?(?P<who>[一-龥]{2,8})平均$")
_TENTH = 10
_NEAR = 6  # figures
_LEAD = 60  # characters before a sentence that may tell of what time it is
_OPENS = expression(r"^(?:全年|全[市县区]|总体|据此|折合)?[一-龥]?(?:平均|均|每)")  # 专职网格员平均每个网格1名: of some


def bound_means(story: Story, relations: Sequence[Relation]) -> Iterator[Relation]:
    """All such means that no relation judges."""
    judged = judged_rates(relations)
    for sentence in story.sentences:
        if "均" in sentence.text or "每" in sentence.text:
            yield from _in_sentence(story, sentence, judged)


def _in_sentence(story: Story, sentence: Sentence, judged: Container[int]) -> Iterator[Relation]:
    group = sentence.at()
    for i, average in enumerate(group):
        if i and average.start not in judged and (per := _PERIODIC.match(average.label)):
            yield from _of_periods(story, sentence, group[i - 1], average, per)
            continue
        told = AVERAGE.search(average.gap) if i and average.unit_class not in RATES else None
        if own := _OWN.match(average.label) if average.start not in judged else None:
            yield from _of_own(story, sentence, average, own["who"])
            continue
        if told is None or average.start in judged or not _is_plain(story, group, i, told):
            continue
        reading = _reading(story, sentence, group, i, told)
        if reading is not None:
            yield mean(story, reading, holds=fits_mean(average, reading, 1) or _is_rounded(reading))


def _of_periods(
    story: Story, sentence: Sentence, whole: Frame, average: Frame, per: re.Match[str]
) -> Iterator[Relation]:
    """信息36批次,每月3批次: of the year's total right before it; without 平均 both must be whole."""
    number = _PERIODS[(per["period"] or "月")[0]]
    exact = is_exact_count(whole) and is_exact_count(average) and not _is_listed(whole) and average.parted == CLAUSE
    if not exact or whole.unit_class != average.unit_class or is_compared(whole) or whole.quantity.value < number:
        return
    reading = whole.quantity.interval / Interval.exact(number)
    stated, value = average.quantity.interval, whole.quantity.value / number
    holds = reading.meets(stated) or abs(value - average.quantity.value) < (1 if stated.is_exact else 0)
    mean_ = per["mean"] is not None or per["per"] is not None
    whole_ = value.denominator == 1 and abs(value - average.quantity.value) * 2 <= value
    if holds or ((mean_ or whole_) and _is_of_the_year(story, sentence, whole) and not average.tail.strip("。")):
        yield over_periods(story, whole, average, number, holds=holds)


def _is_of_the_year(story: Story, sentence: Sentence, whole: Frame) -> bool:
    """Whether a total is told of the whole year, of one body and at no other time: 9个街道全年举办36次,平均每季度1次 is not."""
    start = story.paragraph_start(sentence.span.start)
    before = story.text[max(start, sentence.span.start - _LEAD) : sentence.span.start]
    alone = whole is sentence.at()[0]
    return (
        alone
        and _YEARLY.search(sentence.text) is not None
        and not (_TIMED.search(before) or _OF_SOME.search(sentence.text))
    )


def _of_own(story: Story, sentence: Sentence, average: Frame, who: str) -> Iterator[Relation]:
    """事故案件38件、罚款633.2万元,…,事故案件平均16.66万元: of the one count of that name and what follows it."""
    near = (sentence, *story.in_paragraph(sentence, 1))
    pairs = [
        (number, whole)
        for s in near
        for number, whole in pairwise(s.at())
        if whole.start < average.start and sums_to(whole, average) and number.label.endswith(who)
    ]
    if len(pairs) != 1 or average.quantity.hedge or average.unit_class in RATES:
        return
    number, whole = pairs[0]
    exact = is_exact_count(number) and is_exact_count(whole) and number.quantity.value > 1 and whole.parted < STATEMENT
    if exact and number.unit_class != whole.unit_class and not _SOME.search(whole.label):
        reading = Ratio(average, (whole,), number)
        yield mean(story, reading, holds=fits_mean(average, reading, 1))


def _is_plain(story: Story, group: Sequence[Frame], i: int, told: re.Match[str]) -> bool:
    """Whether a mean is written without hedge, of this year, one for all, and of nothing that has a mean of its own."""
    average = group[i]
    if (
        not _OPENS.match(average.label)
        or average.unit_class == "score"
        or told["beside"]
        or average.parted == STATEMENT
    ):
        return False
    if INCOME.search(average.gap) or is_of_another_year(story, average) or IN_ORDER.search(told["noun"] or ""):
        return False
    per = told["per"] or "平均" in told[0] or "人" in told[0]
    return (
        bool(per)
        and not average.quantity.hedge
        and not is_one_of_several(group[max(0, i - _NEAR) : i + _NEAR], average)
    )


def _reading(story: Story, sentence: Sentence, group: Sequence[Frame], i: int, told: re.Match[str]) -> Ratio | None:
    """The total and the number right before a mean, in either order; the number may close the sentence before."""
    average = group[i]
    whole = next((f for f in reversed(group[max(0, i - 2) : i]) if sums_to(f, average)), None)
    if whole is None or not _may_be_whole(group, whole, average):
        return None
    if whole is group[i - 1]:
        number = _number_before(story, sentence, group, i - 1, told)
    else:
        number = group[i - 1] if _is_number(group[i - 1], told) and group[i - 1].parted != STATEMENT else None
    if number is None or not _may_be_number(number, whole, average, told):
        return None
    return Ratio(average, (whole,), number)


def _may_be_whole(group: Sequence[Frame], whole: Frame, average: Frame) -> bool:
    """Whether a figure is a total as it stands: several take part in one occasion, unless 人次 counts them all."""
    shared = average.unit_class in OCCASIONS and "总" not in whole.label and whole.quantity.unit != "人次"
    return is_exact_count(whole) and not shared and not _SOME.search(whole.label) and not _is_listed(whole)


def _is_listed(frame: Frame) -> bool:
    """Whether a figure stands in a list of figures; 、 may also join names (低保、救助等信息36批次)."""
    return frame.parted == 1 and frame.index > 0


def _number_before(
    story: Story, sentence: Sentence, group: Sequence[Frame], at: int, told: re.Match[str]
) -> Frame | None:
    """The number right before the total, the only one of its noun, or the only one of its kind in the sentence before."""
    if at and _is_number(group[at - 1], told):
        return group[at - 1] if group[at].parted != STATEMENT else None
    near = [f for f in group[:at] if _is_number(f, told)]
    if not near and group[at].index == 0:
        before = next(iter(story.before(sentence, 1)), None)
        near = list(before.at()) if before is not None and before.line == sentence.line else []
        near = [f for f in near if _is_number(f, told)]
        near = [f for f in near if not any(w in near for w in story.wholes.get(f.start, ()))]
    return near[-1] if len({f.quantity.value for f in near}) == 1 else None


def _is_number(frame: Frame, told: re.Match[str]) -> bool:
    """Whether a figure counts what a mean is per: by its class, or by the noun behind 每个."""
    per, noun = told["per"] or told["each"], (told["noun"] or "")[:2]
    if per == "个":
        return len(noun) > 1 and noun in frame.tail + frame.label and frame.unit_class in classes_of(per)
    return frame.unit_class in classes_of(per) - {"unit"}


def _may_be_number(number: Frame, whole: Frame, average: Frame, told: re.Match[str]) -> bool:
    noun = (told["noun"] or "")[:2]
    words = number.label + number.tail + whole.label + whole.tail
    named = len(noun) < 2 or noun in words or _DOES.match(noun) is not None
    plain = exact_counts([number]) and not is_compared(number) and not _SOME.search(number.label)
    return bool(plain) and named and number.quantity.value > 1 and not is_of_others(average, number)


def _is_rounded(reading: Ratio) -> bool:
    """平均每场400份, of 396.2: a whole number that ends in noughts may be rounded to them."""
    stated, size = reading.rate.quantity, 1
    while stated.interval.is_exact and stated.value and stated.value % (size * _TENTH) == 0:
        size *= _TENTH
    return size > 1 and abs(reading.value / 100 - stated.value) * 2 <= size
