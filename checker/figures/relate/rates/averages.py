"""Averages: total ÷ number = 人均, 户均, 日均, 平均每个 N."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from checker.figures.build import Ratio, short_decimal, shown
from checker.figures.names import shared_piece
from checker.figures.numerals import is_lost, is_slip, is_swap, plain_decimal
from checker.figures.quantities import ABOUT, AT_LEAST
from checker.figures.reading import Frame
from checker.figures.relate.lists import IN_ORDER, RATES, STARTED, STATEMENT, is_compared
from checker.figures.relate.rates.mean_relations import fits_mean, mean, over_periods
from checker.figures.relate.totals import is_total
from checker.figures.story import Sentence, Story
from checker.figures.units import unit_class
from checker.patterns import expression
from checker.words.interval import Interval
from checker.words.relation import Relation

AVERAGE = expression(
    r"(?:(?P<per>人次|[人户村家件次场车台个期部案宗起卷所月日校站笔支队])均"
    r"|(?:平均)?每(?:一)?(?P<each>[人家户艘辆批场台]次|支队|[名人户个家件次场辆台村所期处项宗起卷笔案市州县区镇乡校支队组座条批份套站月矿企局厂园店院馆具张亩间栋幢本篇册头只株对])(?P<noun>[^,;、。]{0,8})"
    r"|(?P<beside>平均))[^,;、。]{0,8}$"
)
_CLASSES = {
    "人次": {"person-time"},
    "人": {"person", "person-time"},
    "名": {"person"},
    "户": {"household", "body", "unit"},
    "家": {"body"},
    "件": {"case", "copy"},
    "案": {"case"},
    "宗": {"case"},
    "起": {"case"},
    "村": {"村", "unit"},
    "场": {"event"},
    "期": {"session"},
    "部": {"copy"},
    "项": {"item"},
    "处": {"place"},
    "卷": {"copy"},
    "次": {"time", "event", "person-time"},
    "辆": {"vehicle"},
    "台": {"machine"},
    "条": {"item"},
    "批": {"batch"},
    "份": {"copy"},
    "套": {"set"},
}
_RANKS = frozenset("市州县区镇乡校")
_KINDS = frozenset("矿企局厂园店院馆")  # 16处煤矿,平均每矿24.25条
_BEARS = expression("承担|负责|承办|办理|审理")  # 由8人承担,人均76.4件
_MOST_PAIRS = 24
_ROUND = 5
_NEAR = 6  # figures
_NOUN = 4  # characters
_TIME = expression("工作日|自然日|月|季度|星期|小时|周")
_TENTH = Fraction(1, 10)
_DIGITS = 2  # with the point: more than so many characters
_MONTHLY = expression(r"均月|月[一-龥]?均(?!$)")
_PERIODS = {"日": (365, 366), "月": (12, 12)}
OCCASIONS = frozenset({"time", "event", "session"})
_OF_YEAR = expression(r"20\d\d年|上年|去年")
_SUBJECT = expression(r"(?:^|每年|全年|年|使|为)([一-龥]{2})(?:[人户家村]均|平均每)[^,;、。]{0,8}$")
INCOME = expression("提高|提升|增加|增长|减少|下降|降低|海拔|收入|支出|生产总值|产值|面积|寿命|工资|消费|年限|学历")


def averages(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """Averages of a sentence whose total and number are stated before."""
    group = sentence.at()
    for i, average in enumerate(group):
        match = AVERAGE.search(average.gap)
        if match is None or average.unit_class in RATES or average.quantity.hedge in AT_LEAST:
            continue
        if is_of_another_year(story, average):
            continue  # 人均2.78平方米,2024年末人均2.64平方米
        if match["each"] == "个" and _TIME.match(match["noun"]):
            continue  # 平均每个工作日发布2条: of so many days as nobody tells
        if IN_ORDER.search(match["noun"] or ""):
            continue  # 培训3期246人次,每期分别为98人次、82人次、66人次
        if (period := match["per"] or match["each"]) in _PERIODS:
            yield from _per_period(story, group, i, period)
            continue
        inside = list(reversed(group[:i]))
        divisors = _divisors(inside, match)
        totals = [f for f in inside if sums_to(f, average)]
        further = _further(story, sentence, average, match)
        paid = bool(match["per"]) and average.quantity.unit.endswith("元")
        if paid and totals and divisors and totals[0] is group[i - 1]:
            further = (totals, further[1])  # 赔付1473万元,案均约9万元: of the total right before it
        if totals and divisors and _is_small(average):
            further = (totals, divisors)
        relation = _among(story, average, totals, divisors) or _among(story, average, *further)
        relation = relation or _of_sums(story, average, totals, divisors) or _of_sums(story, average, *further)
        told = match["per"] or "平均" in match[0] or _follow(group, i, totals, divisors)
        if relation is None and told and not is_one_of_several(group[max(0, i - _NEAR) : i + _NEAR], average):
            relation = _refuted(story, group, i, totals, divisors) or _slipped(story, group, i, totals, divisors)
        if relation is not None:
            yield relation


def is_of_another_year(story: Story, average: Frame) -> bool:
    """Whether a mean says of itself that it is of another year than the report."""
    year = _OF_YEAR.search(average.gap)
    return year is not None and year[0] != f"{story.report_year}年"


def classes_of(per: str) -> set[str]:
    """The classes of what a mean is taken over."""
    return _CLASSES.get(per, {per, "unit", unit_class(per)})


def _is_small(average: Frame) -> bool:
    """平均每村4名, 每件0.5条: among all figures of a report some two have so short a number as their quotient."""
    return average.quantity.value < _ROUND * 2 and (average.quantity.interval.width or 1) >= _TENTH


def is_one_of_several(group: Sequence[Frame], average: Frame) -> bool:
    """537名,137个连队平均每连3名,42个社区平均每社区3名: the total is that of both."""
    alike = (f for f in group if f is not average and f.unit_class == average.unit_class)
    return any("每" in f.gap and AVERAGE.search(f.gap) for f in alike) and "每" in average.gap


def _divisors(frames: Sequence[Frame], match: re.Match[str]) -> list[Frame]:
    """What the average is taken over: by the noun after 每个 where it names a figure, else by its class."""
    if match["beside"]:
        return [f for f in frames[:1] if f.tail.endswith(match[0])]
    frames = [f for f in frames if not STARTED.search(f.label) or _BEARS.match(f.tail)]
    frames = [f for f in frames if f.quantity.interval.is_bounded]  # 2人以上 may be any number
    noun = (match["noun"] or "")[:2]
    per = match["per"] or match["each"]
    classes = classes_of(per)
    named = [f for f in frames if len(noun) > 1 and (noun in f.tail or noun in f.label)]
    named = [f for f in named if f.unit_class in classes or per == "个"]
    named = [f for f in named if f.tail.startswith(noun)] or named  # 14个乡镇聘用42名,平均每个乡镇3名
    if per in _RANKS:
        named = [f for f in frames if f.tail.startswith(per)]
    if per in _KINDS:
        return [f for f in frames if per in f.tail[:_NOUN]]
    return named or [f for f in frames if f.unit_class in classes and not is_compared(f)]


def _further(story: Story, sentence: Sentence, average: Frame, match: re.Match[str]) -> tuple[list[Frame], list[Frame]]:
    """The totals and divisors of the sentence and of those before it: they may explain an average, never accuse it."""
    frames = [f for f in reversed(sentence.at()) if f.start < average.start]
    frames += [f for other in story.earlier(sentence) if other is not sentence for f in reversed(other.at())]
    totals = [f for f in frames if sums_to(f, average) and f.quantity.interval.is_bounded]
    if average.quantity.hedge and average.quantity.hedge not in ABOUT:
        totals = [f for f in totals if shared_piece(average.label, story.label(f))]
    return totals[:120], _divisors(frames, match)[:12]


def sums_to(whole: Frame, average: Frame) -> bool:
    """Whether a figure can be the total of an average: the same thing counted (家次 of 次, 家次 of 家)."""
    unit = average.quantity.unit
    same = whole.unit_class == average.unit_class or whole.quantity.unit.endswith(unit)
    same = same or whole.quantity.unit == f"{unit}次"
    return same and not is_compared(whole)


def _among(story: Story, average: Frame, totals: Sequence[Frame], divisors: Sequence[Frame]) -> Relation | None:
    """The first total and divisor whose quotient is the average; 人均月… is of each of twelve months."""
    months = 12 if _MONTHLY.search(average.gap[-10:]) else 1
    pairs = (
        (whole, number)
        for whole in totals
        for number in divisors
        if whole.start != number.start and number.quantity.value > 1
    )
    held = next((pair for pair in pairs if fits_mean(average, Ratio(average, pair[:1], pair[1]), months)), None)
    return mean(story, Ratio(average, held[:1], held[1]), holds=True, months=months) if held else None


def _of_sums(story: Story, average: Frame, totals: Sequence[Frame], divisors: Sequence[Frame]) -> Relation | None:
    """专职86名、兼职172名,平均每个网格3名: of two kinds together, or over two kinds together."""
    tops = [*((f,) for f in totals[:_MOST_PAIRS]), *_neighbours(story, totals)]
    bottoms = [*((f,) for f in divisors[:_MOST_PAIRS]), *_neighbours(story, divisors)]
    for top in tops:
        for base, *more in bottoms:
            reading = Ratio(average, tuple(reversed(top)), base, tuple(more))
            apart = not {f.start for f in top} & {base.start, *(f.start for f in more)}
            if len(top) + len(more) > 1 and apart and fits_mean(average, reading, 1):
                return mean(story, reading, holds=True)
    return None


def _neighbours(story: Story, frames: Sequence[Frame]) -> list[tuple[Frame, Frame]]:
    """Two figures of one class beside each other in a list, none of them the other's whole; the frames run backwards."""
    pairs = ((b, a) for b, a in pairwise(frames[:_MOST_PAIRS]) if b not in story.wholes.get(a.start, ()))
    pairs = ((b, a) for b, a in pairs if a not in story.wholes.get(b.start, ()))
    return [(b, a) for b, a in pairs if b.parted in (1, 2) and b.unit_class == a.unit_class and b.index - a.index < 3]


def _refuted(
    story: Story, group: Sequence[Frame], i: int, totals: Sequence[Frame], divisors: Sequence[Frame]
) -> Relation | None:
    """The average against the only total and divisor that the sentence has, or those named and right before it."""
    if (
        group[i].unit_class == "score"
        or INCOME.search(group[i].gap)
        or not totals
        or not divisors
        or totals[0].start == divisors[0].start
    ):
        return None
    if len(divisors) > 1 and not _misses_both(group, i, totals[0], divisors):
        return None
    shared = group[i].unit_class in OCCASIONS and expression("[人户]均|每").search(group[i].label)
    if shared and "总" not in totals[0].label:  # 总阅读量9.36万次,平均每期1200次
        return None  # several take part in one occasion
    if len(totals) > 1 and not (totals[0] is group[i - 1] and totals[0].start > divisors[0].start):
        return None
    # 比法定的60天少23天,快速审理的29件平均仅19天: a term is no sum
    term = group[i].unit_class.startswith("duration") and not is_total(totals[0])
    if term or is_of_others(group[i], divisors[0]) or _is_parted(group, i, totals[0]):
        return None
    return mean(story, Ratio(group[i], (totals[0],), divisors[0]), holds=False)


def _slipped(
    story: Story, group: Sequence[Frame], i: int, totals: Sequence[Frame], divisors: Sequence[Frame]
) -> Relation | None:
    """97个村,培养116名,平均每个村12名: the total right before it has lost a digit of what so many make together."""
    whole, average = group[i - 1], group[i]
    if whole not in totals[:1] or average.parted == STATEMENT or not average.quantity.interval.is_exact:
        return None
    written = plain_decimal(whole.quantity.value)
    meant = [(f, plain_decimal(f.quantity.value * average.quantity.value)) for f in divisors if f.start < whole.start]
    told = [f for f, right in meant if len(right) > _DIGITS and (is_lost(written, right) or is_swap(written, right))]
    return mean(story, Ratio(average, (whole,), told[0]), holds=False) if len(told) == 1 else None


def _follow(group: Sequence[Frame], i: int, totals: Sequence[Frame], divisors: Sequence[Frame]) -> bool:
    """培训7期,培训553人次,每期79人次: all three follow each other, and the mean is about so much."""
    if i < 2 or not totals or not divisors or totals[0] is not group[i - 1] or divisors[0] is not group[i - 2]:
        return False
    told = all(f.quantity.interval.is_exact and not f.quantity.hedge for f in group[i - 2 : i + 1])
    mean_, stated = totals[0].quantity.value / (divisors[0].quantity.value or 1), group[i].quantity.value
    told = told and stated % _ROUND != 0  # 每场120人次, of 116.7
    return told and group[i].label.startswith("每") and abs(mean_ - stated) * 3 <= stated


def is_of_others(average: Frame, divisor: Frame) -> bool:
    """经营主体41326户,…企业户均3.5万元: a subject of its own before the mean that the divisor's words do not tell."""
    subject = _SUBJECT.search(average.label)
    return subject is not None and subject[1] not in divisor.label + divisor.tail


def _is_parted(group: Sequence[Frame], i: int, whole: Frame) -> bool:
    """罚款948.8万元;州支队件均罚款16.77万元: another statement, of another subject."""
    return any(f.parted == STATEMENT for f in group[: i + 1] if f.start > whole.start)


def _misses_both(group: Sequence[Frame], i: int, whole: Frame, divisors: Sequence[Frame]) -> bool:
    """受理238件,调解成功211件,赔付1473万元,案均约9万元: far off whichever of two it is taken over."""
    stated = group[i].quantity.value
    means = [whole.quantity.value / f.quantity.value for f in divisors if f.quantity.value]
    return len(means) == 2 and whole is group[i - 1] and all(abs(m - stated) * 7 > stated for m in means)


def _per_period(story: Story, group: Sequence[Frame], i: int, period: str) -> Iterator[Relation]:
    """日均, 月均 are over the days or months of a year; only agreement is told, for the time may be another."""
    average = group[i]
    low, high = _PERIODS[period]
    wholes = [f for f in reversed(group[:i]) if sums_to(f, average)]
    for whole in sorted(wholes[:3], key=lambda f: -f.quantity.value):
        quotient = whole.quantity.interval / Interval(Fraction(low), Fraction(high))
        if quotient.meets(average.quantity.interval):
            yield over_periods(story, whole, average, low, holds=True)
            return
    yield from _of_months(story, group[i - 1 : i + 1]) if period == "月" and i else ()


def _of_months(story: Story, pair: Sequence[Frame]) -> Iterator[Relation]:
    """全年访问量216.5万人次,月均81.04万人次: of the year's total right before it, where one slip explains it."""
    whole, average = pair
    stated, plain = average.quantity, _written(average)
    told = "全年" in whole.gap and average.parted == 2 and sums_to(whole, average) and not stated.hedge
    if not told or not stated.value or len(plain) <= _DIGITS:
        return
    meant = whole.quantity.value / 12 * Fraction(plain) / stated.value
    if is_slip(plain, short_decimal(meant, len(plain.partition(".")[2]))):
        yield over_periods(story, whole, average, 12, holds=False)


def _written(average: Frame) -> str:
    """The digits of a mean as written, without 万."""
    match = expression(r"\d+(?:\.\d+)?").search(shown(average.quantity).replace(",", ""))
    return match[0] if match else "0"
