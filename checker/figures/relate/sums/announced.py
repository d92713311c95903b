"""Totals announced as such: A、B、C共 N, 前三类合计 N, 三项合计 N in the next sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.figures.build import Sum
from checker.figures.names import shared_piece
from checker.figures.numerals import han_number, whole_number
from checker.figures.reading import Frame
from checker.figures.relate.completeness import RULE, is_list, is_near
from checker.figures.relate.list_runs import run_before
from checker.figures.relate.lists import (
    JOINED,
    JOINS,
    LAST_YEAR,
    RATES,
    STATEMENT,
    STRONG_UNITS,
    are_exact_counts,
    is_compared,
    is_level,
)
from checker.figures.relate.sums.halves import names_other_quarters
from checker.figures.relate.sums.so_many import over_sentences, some_of
from checker.figures.relate.totals import is_total, may_be_total
from checker.figures.relate.vocabularies import are_complements, are_numbered, are_outcomes
from checker.figures.story import Sentence, Story
from checker.figures.units import MEASURES
from checker.patterns import expression
from checker.words.relation import Binding, Relation

_BODIES = frozenset({"unit", "body", "person", "place"})
_MIXED = expression(r"\([件份项个条部次]\)")
_ACCOUNT = expression("结余|余额|盈余")  # 累计结余: a stock, no sum
_BARE = ("合计", "共计", "总计", "共")
_PAIR = 2  # figures
_PEOPLE = {"person", "person-time"}
_REST = expression(
    r"(?:^|[,;。、])(?:其余|余下|剩余|其他|[^,;。]{0,8}(?:之外|以外|除外)的?)"
)  # 其余为消毒产品和餐饮具,共26件: only of what is left
_JOINED = expression("连同|加上|加之|算上|原有|已有")  # 加上原有250户,覆盖农户总数350户: may cover others
# 分别为167件、98件,其他6个镇街合计332件: what the others have, no sum of those before.
# 占十件事总量128万件的八成: a base, no sum.
_OF_OTHERS = expression(
    r"[,;。、](?:其余|余下|剩余|其他|另外)[^,;。、]*(?:之间,共?)?$|占[^,;。、]{0,8}\d*[^,;。、占]{0,10}$"
)
_NUMBER_OF_KINDS = expression("[两二三四五六七八九十]个")  # 项目214个,“优”“良”两个等级共168个
_NAMED = expression(
    r"^(?!与|和|同|加|连)(?:[一-龥]{1,8}|全[省市县区][一-龥]{2,8})(?:合计|共计|总计|一共|总共)$"
)  # 罚没合计, 直接纠错案件合计
_TAKEN = expression("^(?:其中)?(?:不予?受理|撤回|取消|撤销|退回|剔除|核减|退出|注销)$")  # 合计77项,取消2项,共75项
_STAGE = expression("建成|签约|抽检|有效|完成|到位|现有|现行|去重|调整|留存|实有|共有|采纳|通过|销号")
_CLOSED = expression("审结|办结|结案|了结")
_OF_CASES = "案件问题事项"
_PARTED = expression("[,;:。]")
_CLAUSE = 20  # characters
_MOST = 24  # figures
_NAMES_OTHERS = expression(
    r"[,;](?P<names>[一-龥]{2,6}(?:[、和与][一-龥]{2,6})+?)[两二三四五六七八九十](?:县|区|市|镇|乡|局|地|家|个|项|类|种|者)[^,;。]{0,4}(?:共|合计|共计)$"
)
_FIRST = expression(r"前([两二三四五六七八九十])(?:类|项|位|名|个|家|大)")
_OF_ALL = expression("(?:全年|年内|全[市县区])[共总合](?!计)")
_OF_MORE = expression("各[类项种]|一共|总共")  # may count kinds that are not told
_VERB = 2  # characters
_NUMBERED = expression(r"([两二三四五六七八九十]|\d+)(?:类|项|者|个|进”)")


def announced(story: Story, group: Sequence[Frame]) -> Iterator[Relation]:
    """A、B、C 共 N: some run of figures right before the total must add up to it."""
    for i, whole in enumerate(group):
        stated = is_total(whole)
        if (
            i < 2
            or whole.unit_class in RATES
            or whole.unit_class.startswith("duration")
            or not (stated or may_be_total(whole) or (whole.parted == 2 and _NAMED.match(whole.label)))
            or _REST.search(whole.gap)
            or _ACCOUNT.search(whole.label)
            or any("基础上" in f.tail for f in group[max(0, i - 2) : i])
            or "相比" in whole.gap  # 与上年的复议9件、诉讼3件(共12件)相比,今年两项共9件
            or _OF_OTHERS.search(story.text, max(0, whole.start - _CLAUSE), whole.start)
            or is_level(whole)
            or _is_of_kinds(group[i - 1], whole)
            or (whole.label.startswith("即") and group[i - 1].quantity.value == whole.quantity.value)
            or LAST_YEAR.search(_PARTED.split(story.text[max(0, whole.start - _CLAUSE) : whole.start])[-1])
        ):
            continue
        run = run_before(group, i)
        statements = _of_statements(group, i)
        if statements is not None and not Sum(whole, tuple(run)).fits:
            yield statements.relation(story, RULE, Binding.STATED)
            continue
        if _names_others(group[i - 1], whole, run) or names_other_quarters(whole, run):
            continue
        last = LAST_YEAR.match(group[i - 1].label)  # 后两类合计83家…,上年核查4972家,后两类合计117家
        readings = [Sum(whole, tuple(run[k:])) for k in range(len(run) - 1)]
        readings = [r for r in readings if last is None or r.fits]
        if first := _FIRST.search(whole.label):  # 前三类合计: the first of a list, which may begin anywhere before
            yield from _first_ones(story, whole, run, whole_number(first[1]))
            continue
        mixed = _mixed_run(group, i)
        if not readings:
            yield from _of_bodies(story, whole, mixed) if stated or whole.unit_class == "person-time" else ()
            continue
        if len(mixed) > 1 and not any(r.fits for r in readings):
            reading = Sum(whole, tuple(mixed))
            if reading.fits or any(f not in run for f in mixed):
                yield from [reading.relation(story, RULE, Binding.STATED)] if reading.fits else []
                mixed_units = _MIXED.match(story.text, whole.quantity.span.end) and is_near(reading)  # 合计128件(份)
                if not reading.fits and (mixed_units or (_are_times(reading) and reading.is_miswritten(3))):
                    yield reading.relation(story, RULE, Binding.INFERRED)
                continue
        fitting = next((r for r in reversed(readings) if r.fits), None) or _of_all_before(group, i, len(run))
        reading = fitting or over_sentences(story, _nearest_run(readings))
        counted = _of_so_many(group, i) if not reading.fits else None
        if (
            counted is not None
            and counted.parts != reading.parts
            and not any(_TAKEN.search(p.label) for p in counted.parts)
        ):
            yield counted.relation(story, RULE, Binding.STATED if counted.fits else Binding.INFERRED)
            continue
        taken = any(_TAKEN.search(part.label) for part in reading.parts) and not reading.fits
        if reading.fits or (stated and not taken):
            yield reading.relation(story, RULE, Binding.STATED)
        elif not stated and _is_of_the_same(whole, reading):
            yield from _by_its_own_verb(story, reading)


def _is_of_kinds(before: Frame, whole: Frame) -> bool:
    """Whether the figure right before a total only tells of how many kinds it is, or what each has.

    两个等级共168个; 法官、检察官、律师授课各1次,共3次.
    """
    number = not whole.parted and before.tail and _NUMBER_OF_KINDS.fullmatch(before.quantity.text)
    return before.label.endswith("各") or bool(number and before.unit_class == whole.unit_class)


def _by_its_own_verb(story: Story, reading: Sum) -> Iterator[Relation]:
    """三个平台共发布1268条: what fails is told where it is near, or the number of parts is told and a slip explains it."""
    told = _NUMBERED.search(reading.whole.label)
    sure = told is not None and whole_number(told[1]) == len(reading.parts) > 1
    if _OF_MORE.search(reading.whole.label) and not (reading.exceeds or reading.is_swapped):
        return  # 许可45件、处罚30件,各项业务共计92件
    if (told is not None and not sure) or _STAGE.search(reading.whole.label):
        return  # 第一批46个村、第二批31个村,共建成73个; 进企业132次、进农村97次,全年“五进”活动达到420次
    sure = sure or are_numbered([part.label for part in reading.parts])
    if _is_miswritten(reading) or (sure and reading.is_miswritten(_PAIR)):
        yield reading.relation(story, RULE, Binding.STATED if sure else Binding.INFERRED)


def _of_statements(group: Sequence[Frame], i: int) -> Sum | None:
    """市本级3件,维持2件,终止1件;区县4件,维持3件,确认违法1件;全市合计7件: what each statement opens with, where that agrees."""
    before = group[max(0, i - _MOST) : i]
    counts = [f for f in before if f.unit_class == group[i].unit_class and not is_compared(f)]
    heads = [f for n, f in enumerate(counts) if not n or f.parted == STATEMENT]
    reading = Sum(group[i], tuple(heads))
    return reading if len(heads) > 1 and len(counts) > len(heads) and reading.fits else None


def _of_all_before(group: Sequence[Frame], i: int, size: int) -> Sum | None:
    """市政府制定26件,较2022年减少4件;县区71件,市直43件,全市总计140件: more than the run beside it, where that agrees."""
    before = group[max(0, i - _MOST) : i]
    same = [f for f in before if f.unit_class == group[i].unit_class]
    plain = [f for f in same if not is_compared(f)]  # but 上年末未缴96.5万元、本年决定1395万元,…,合计
    readings = (Sum(group[i], tuple(c[-n:])) for c in (plain, same) for n in range(size + 1, len(c) + 1))
    return next((reading for reading in readings if reading.fits), None)


def _names_others(before: Frame, whole: Frame, run: Sequence[Frame]) -> bool:
    """Whether a total names what it sums up, and that is none of the figures before it, or only some of the list.

    A县21件、B县14件,云台、松原两县共5件; 处罚486项、检查63项、强制21项、许可38项,其中处罚、检查、强制三类共570项.
    """
    gap = whole.gap if whole.parted else before.gap + before.quantity.text + whole.gap
    named = _NAMES_OTHERS.search(gap)
    names = JOINED.split(named["names"].removeprefix("其中")) if named else []
    meant = [frame for frame in run if any(shared_piece(name, frame.label) for name in names)]
    return bool(names) and (not meant or len(meant) == len(names) < len(run))


def _are_times(reading: Sum) -> bool:
    """来信126件次、来访384人次,总计510件次: times of this and that are counted alike."""
    return all(f.quantity.unit.endswith("次") for f in (reading.whole, *reading.parts))


def _is_miswritten(reading: Sum) -> bool:
    """Whether a total of its own verb or name (罚没合计) is nearly what the list makes up, or misses it by a slip."""
    if _CLOSED.search(reading.whole.label) and not any(_CLOSED.search(part.label) for part in reading.parts):
        return False  # 一审收案6件、二审收案3件,合计审结8件
    if _NAMED.match(reading.whole.label) and reading.is_miswritten(3):
        return True
    parts = reading.parts
    ends = [are_outcomes([part.label.strip()]) for part in parts]  # 自评3140卷,不合格41卷,…评查总量3780卷
    alike = all(ends) or not any(ends)
    listed = is_list(parts) or are_complements([part.label for part in parts])  # 罚款与没收
    return is_near(reading) and listed and alike and not any(_JOINED.search(p.label) for p in parts)


def _is_of_the_same(whole: Frame, reading: Sum) -> bool:
    """登记前化解31件,审理中和解73件,全年共化解90件: of a year's total, whether its verb or the parts say that they are all."""
    if not _OF_ALL.match(whole.label):
        return True
    verb = whole.label[-_VERB:]
    labels = [part.label + part.tail for part in reading.parts]
    return are_complements(labels) or any(verb in label for label in labels)


def _of_so_many(group: Sequence[Frame], i: int) -> Sum | None:
    """不予处罚的56件;减轻17件、从轻26件,三类合计99件: as many figures as the total says that there are, if near it."""
    number = group[i - 1] if i and not group[i].parted and group[i - 1].quantity.unit in STRONG_UNITS else None
    told = _NUMBERED.search(number.quantity.text + group[i].label if number is not None else group[i].label)
    size = whole_number(told[1]) if told else 0
    counts = [f for f in group[:i] if f.unit_class == group[i].unit_class and not is_compared(f) and f is not number]
    reading = Sum(group[i], tuple(counts[-size:])) if 1 < size <= len(counts) else None
    if reading is not None and not reading.fits:
        reading = some_of(group[i], counts, size) or reading
    return reading if reading is not None and (reading.fits or is_near(reading)) else None


def _first_ones(story: Story, whole: Frame, run: Sequence[Frame], size: int) -> Iterator[Relation]:
    """So many of the figures before the total, side by side; where the list begins is not said: only agreement."""
    windows = (Sum(whole, tuple(run[k : k + size])) for k in range(len(run) - size + 1))
    yield from [reading.relation(story, RULE, Binding.STATED) for reading in windows if size and reading.fits][:1]


def _of_bodies(story: Story, whole: Frame, mixed: Sequence[Frame]) -> Iterator[Relation]:
    """17个机关处室、12个厅属单位共29名: each body sends one, so that bodies and people are counted alike."""
    reading = Sum(whole, tuple(mixed))
    alike = len(mixed) > 1 and {f.unit_class for f in (*mixed, whole)} <= _BODIES and whole.parted < 2
    counted = len(mixed) > 1 and whole.parted == 2 and are_exact_counts((whole, *mixed))
    people = {f.unit_class for f in (*mixed, whole)} == _PEOPLE  # 62人、48人和55人,合计165人次
    told = _MIXED.match(story.text, whole.quantity.span.end) and is_near(reading)  # 合计72份(件)
    if counted and (reading.fits or told or (people and reading.is_miswritten(3))):
        yield reading.relation(story, RULE, Binding.INFERRED)
    elif alike and (reading.fits or is_near(reading) or reading.is_swapped):
        yield reading.relation(story, RULE, Binding.STATED if reading.fits else Binding.INFERRED)


def _mixed_run(group: Sequence[Frame], end: int) -> list[Frame]:
    """The 、 list right before a total whatever its units are: 合同94份、行政决定37件,共131件."""
    run: list[Frame] = []
    for frame in reversed(group[:end]):
        if frame.unit_class in MEASURES or is_compared(frame):
            break
        run.append(frame)
        if frame.parted != 1 and (frame.parted or not frame.label.endswith(JOINS)):
            break
    run.reverse()
    return run


def announced_after(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """…。三项合计117宗: a total that opens a sentence sums up the figures of the one before."""
    outside = sentence.at()
    if not outside or not is_total(outside[0]) or outside[0].unit_class in RATES:
        return
    whole = outside[0]
    previous = next(iter(story.before(sentence, 1)), None)
    same = [f for f in previous.at() if f.unit_class == whole.unit_class and not is_compared(f)] if previous else []
    first = _FIRST.search(whole.label)
    main = [f for f in same if f.parted != 1 and "其中" not in f.gap]
    named = _NUMBERED.search(whole.label)
    count = han_number(first[1]) if first else None
    readings = [same[: int(count)]] if count else [main, same, *(same[-size:] for size in range(2, len(same)))]
    sums_ = [Sum(whole, tuple(r)) for r in readings if len(r) > 1]
    fitting = next((r for r in sums_ if r.fits), None)
    if fitting is not None:
        yield fitting.relation(story, RULE, Binding.STATED)
    elif sums_ and (count or _are_meant(whole, named, sums_[0])) and is_near(sums_[0]):
        yield sums_[0].relation(story, RULE, Binding.INFERRED)


def _are_meant(whole: Frame, named: re.Match[str] | None, reading: Sum) -> bool:
    """Whether the total tells how many it sums up, or a colon opens all kinds of the sentence before a bare 合计."""
    if named is not None:
        return han_number(named[1]) == len(reading.parts)
    opened = ":" in reading.parts[0].gap and whole.label in _BARE
    return opened and len(reading.parts) > _PAIR and is_list(reading.parts)


def strength(part: Frame) -> int:
    """How a figure is parted from the one before it; 和 parts like 、."""
    return part.parted or int(part.label.strip().startswith(JOINS))


def _nearest_run(readings: Sequence[Sum]) -> Sum:
    """The reading to show: the run of figures parted alike that ends at the total."""
    parts = readings[0].parts
    mark = strength(parts[-1])
    size = 1
    for part in reversed(parts[:-1]):
        size += 1
        if strength(part) != mark:
            break
    return min((r for r in readings if len(r.parts) >= min(size, len(parts))), key=lambda r: len(r.parts))
