"""A change against last year's value: stated beside it, in a bracket, or following from the amount of the change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.figures.names import core_of
from checker.figures.reading import Frame
from checker.figures.relate.changes.compared import in_bare_bracket, judge_years, levels_of_years, years_of
from checker.figures.relate.changes.currents import (
    REACHED,
    candidates,
    comparable,
    currents,
    is_of_two_years_before,
    judged_by_amount,
)
from checker.figures.relate.changes.differences import Change, judge, judge_by_amount
from checker.figures.relate.changes.movements import PREVIOUS, VERB, change_of, is_previous, is_previous_in_bracket
from checker.figures.relate.changes.year_brackets import MEASURE, by_units, subject_of
from checker.figures.relate.lists import COMPARES, RATES, STATEMENT, alike, is_compared
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.record import replace
from checker.words.relation import Binding, Relation, Truth

_CUT_RATE = expression(r"(?:核|审|压|精|缩|节|消|删|裁)[减简约支]率")
_CARRIED = expression("结转|转入|未结|遗留|剩余|旧存")
_STATED_AFTER = expression(r"(?:上年|去年|20\d\d年)(?:同期)?[^,;]{0,4}$")
_YEAR = expression(r"20\d\d")
# 同比分别增长: of the amounts before it; 结案率、满意度分别提高 names what it is of.
_OF_AMOUNTS = expression(
    r"^,(?:(?:同比|环比|与?(?:较|比)?(?:上年|去年)(?:同期)?(?:相比)?),?)?(?:分别|依次)(?:同比)?[增长上升提高加下降减少低涨]{2,4}了?$"
)
_ARRIVED = expression("(?:新增|增加|增设|新建|新设)(?:[一-龥]{0,6})$")


def against_last_year(
    story: Story, sentence: Sentence, group: Sequence[Frame], i: int, change: Change
) -> Iterator[Relation]:
    """486件,同比增长17.96%(2018年为412件); 11名,较2021年的8名增加3名,增长37.5%"""
    frame = change.frame
    several = alike(group, i)
    if len(several) > 1:
        yield from _paired(story, sentence, group, i, several, change.up)
        return
    if years_of(frame) is not None or _is_one_of_several(group, i):
        return
    amount = _amount(group, i)
    previous = _previous(sentence, group, i, amount)
    found = currents(story, sentence, group, i, previous)
    if amount is not None and years_of(amount.frame) is not None:
        seen = _by_amount(story, sentence, change, amount, found)
    elif previous is not None:
        others = [c for c in found if c.unit_class == previous.unit_class and c is not previous]
        seen = [r for c in others for r in judge(story, change, previous, c)]
        if "分别" in previous.label:
            seen = [r for r in seen if r.truth is Truth.HOLDS or not _is_of_another(story, r, group[:i], frame)]
        seen = seen or list(_told_elsewhere(story, sentence, change, previous))
        seen = seen or list(_of_level_alone(story, sentence, group, i, change, previous))
    elif amount is not None and frame.unit_class == "percent":
        seen = _by_amount(story, sentence, change, amount, found)
        seen = [r for r in seen if r.truth is Truth.HOLDS or not _is_of_another(story, r, group[:i], amount.frame)]
    else:
        seen = list(in_bare_bracket(story, group, i, change))
    if previous is not None and str(story.report_year) in _YEAR.findall(previous.label):
        # 2022年末742家,…,2023年末为777家,净增35家: what stands nearer is of this year
        turned = (r for c in found if c.unit_class == previous.unit_class for r in judge(story, change, c, previous))
        seen = [r for r in turned if r.truth is Truth.HOLDS] or seen
    fitting = next((r for r in seen if r.truth is Truth.HOLDS), None) or next((r for r in seen if r.rounding), None)
    if fitting is None and seen:
        fitting = _of_others_in_the_bracket(story, sentence, group, i, change)
    beside = i > 0 and frame.parted == 1 and group[i - 1].unit_class == frame.unit_class
    if fitting is None and beside and change.up < 0 and _ARRIVED.search(group[i - 1].label):
        return  # 新增3个、合并减少5个(上年末38个): both together
    if seen:
        yield fitting or seen[0]


def _is_one_of_several(group: Sequence[Frame], i: int) -> bool:
    """同比分别增长14.4%、增长23.8%: whether a change is told in order with the one before it."""
    return i > 0 and group[i].parted < 2 and any(group[i] in alike(group, k)[1:] for k in range(max(0, i - 4), i))


def _of_others_in_the_bracket(
    story: Story, sentence: Sentence, group: Sequence[Frame], i: int, change: Change
) -> Relation | None:
    """案均11.46万元,同比(2022年1512.80万元、127件,案均11.91万元)下降3.78%: against any figure there, where that agrees."""
    owners = (group[i].index, group[i - 1].index)
    pairs = ((f, now) for f in sentence.frames if f.depth and f.owner in owners for now in candidates(group, i, f))
    alike = (pair for pair in pairs if pair[0].unit_class == pair[1].unit_class)
    judged = (relation for before, now in alike for relation in judge(story, change, before, now))
    return next((relation for relation in judged if relation.truth is Truth.HOLDS), None)


def _by_amount(
    story: Story, sentence: Sentence, change: Change, amount: Change, currents: Sequence[Frame]
) -> list[Relation]:
    """减少94件,下降6.66%: of the count before it, or of what 2021年比2020年 names, or of the count named far before."""
    levels = levels_of_years(story, sentence, amount.frame)
    if levels is not None:
        return list(judge_years(story, change, levels))
    if years_of(amount.frame) is not None:
        return []
    same = [c for c in currents if c.unit_class == amount.frame.unit_class]
    seen = [r for c in same for r in judged_by_amount(story, change, amount, c)]
    if _CUT_RATE.search(change.frame.label):
        # 涉及资金12.46亿元,核减3.18亿元,核减率25.5%: of what there was
        seen = [r for r in seen if r.truth is Truth.HOLDS]
    return seen or list(_told_elsewhere(story, sentence, change, amount.frame, amount))


def _is_of_another(story: Story, relation: Relation, before: Sequence[Frame], amount: Frame) -> bool:
    """受理一审200件,受理数比去年净增118件: the subject of the change is not the whole name of the count."""
    subject = subject_of(amount)
    level = next((f for f in before if f.start == relation.operands[0].span.start), None)
    return level is not None and bool(subject) and not core_of(story.label(level)).endswith(subject)


def _told_elsewhere(
    story: Story, sentence: Sentence, change: Change, beside: Frame, amount: Change | None = None
) -> Iterator[Relation]:
    """受理数比去年净增118件,增长12.77%; 受理量增长28.05%(上年受理14922件): this year's value stands under its name.

    What fails is only held against the one count of that name in the paragraph.
    """
    label = (amount or change).frame.label
    name = core_of(MEASURE.sub("", COMPARES.split(VERB.sub("", label))[0]))
    named = _called(story, sentence, beside.unit_class, name) if len(name) > 1 else []
    kind = name.removesuffix("类")
    if not named and len(kind) > 1:  # 政府信息公开类增加12件(上年14件), of 政府信息公开26件
        named = [(s, f) for s, f in _called(story, sentence, beside.unit_class, kind) if story.label(f).endswith(kind)]
    for _, now in named:
        for relation in _against(story, change, beside, now, amount):
            if relation.truth is Truth.HOLDS:
                yield relation
                return
    close = [f for other, f in named if other.line == sentence.line]
    if len(close) == 1 and comparable(close[0], beside) == (amount is None):
        for relation in _against(story, change, beside, close[0], amount):
            yield replace(relation, binding=Binding.INFERRED)


def _called(story: Story, sentence: Sentence, unit: str, name: str) -> list[tuple[Sentence, Frame]]:
    """The counts of a class that have a name, with their sentences, the nearest first."""
    return [
        (other, f)
        for other in story.earlier(sentence)
        for f in reversed(other.at())
        if f.unit_class == unit and not is_compared(f) and name in story.label(f) and story.is_named(f, name)
    ]


def _of_level_alone(
    story: Story, sentence: Sentence, group: Sequence[Frame], i: int, change: Change, previous: Frame
) -> Iterator[Relation]:
    """426件,…。与2023年的470件相比,下降9.36%,减少44件: the level before with its change in units and in per cent.

    This year's value, told without a name some way before, is only taken where it agrees.
    """
    if change.frame.unit_class == "percent":
        beside = [change_of(f) for f in group[max(0, i - 1) : i + 2] if f is not change.frame and f is not previous]
        amounts = [c for c in beside if c is not None and c.frame.unit_class == previous.unit_class]
        if len(amounts) == 1 and all(_is_bare(c.frame) and c.frame.parted < STATEMENT for c in (amounts[0], change)):
            yield from judge_by_amount(story, change, amounts[0], previous, is_before=True)
    elif change.frame.unit_class == previous.unit_class:
        value = previous.quantity.value + change.up * change.frame.quantity.value
        near = story.in_paragraph(sentence, 3)
        levels = (f for s in near for f in reversed(s.at()) if f.unit_class == previous.unit_class)
        now = next((f for f in levels if f.quantity.value == value and not is_compared(f)), None)
        yield from judge(story, change, previous, now) if now is not None else ()


def _is_bare(change: Frame) -> bool:
    """Whether a change names nothing of its own."""
    return not core_of(COMPARES.sub("", VERB.sub("", change.label)))


def _against(story: Story, change: Change, beside: Frame, now: Frame, amount: Change | None) -> Iterator[Relation]:
    if amount is None:
        yield from judge(story, change, beside, now)
    else:
        yield from judge_by_amount(story, change, amount, now)


def _paired(
    story: Story, sentence: Sentence, group: Sequence[Frame], i: int, several: Sequence[Frame], up: int
) -> Iterator[Relation]:
    """163起,罚款115.6万元,同比分别上升18.12%和24.43%(2016年分别为138起、92.9万元): by order and class."""
    size = len(several)
    amounts = group[i - size : i] if i >= size else ()
    levels = [levels_of_years(story, sentence, f) for f in amounts]
    if amounts and all(levels):
        for frame, pair in zip(several, levels, strict=True):
            yield from judge_years(story, _each(frame, up), pair) if pair else ()
        return
    before = [_in_its_bracket(sentence, f) for f in amounts]
    # 9264人次(上年8718人次),15382辆次(上年14106辆次),同比分别增长6.3%和9.0%
    if before and all(before) and _OF_AMOUNTS.match(several[0].gap):
        for frame, old, now in zip(several, before, amounts, strict=True):
            yield from judge(story, _each(frame, up), old, now) if old else ()
        return
    previous = [f for f in sentence.inside(several[-1]) if f.unit_class not in RATES]
    if len(previous) == size and PREVIOUS.search(previous[0].label):
        by = amounts if _are_amounts(amounts) else ()
        told = group[: i - len(by)]
        current = [f for f in told if f.unit_class not in RATES and change_of(f) is None][-size:]
        if [f.unit_class for f in current] == [f.unit_class for f in previous]:
            for change, old, now in zip([*by, *several], [*previous, *previous], [*current, *current], strict=False):
                yield from judge(story, _each(change, up), old, now)
    elif i >= 2 * size and _are_amounts(amounts):
        yield from _by_amounts(story, group[i - 2 * size : i - size], amounts, several, up)


def _each(frame: Frame, up: int) -> Change:
    """分别增长6.3%和下降9.0%: the change by its own verb, else by that of the first."""
    return change_of(frame) or Change(frame, up)


def _in_its_bracket(sentence: Sentence, now: Frame) -> Frame | None:
    inside = (f for f in sentence.inside(now) if f.unit_class == now.unit_class and PREVIOUS.search(f.label))
    return next(inside, None)


def _are_amounts(amounts: Sequence[Frame]) -> bool:
    """分别减少8起和11人"""
    joined = bool(amounts) and all(not f.label.strip("和及与") and f.parted < 2 for f in amounts[1:])
    return joined and "分别" in amounts[0].gap and change_of(amounts[0]) is not None


def _by_amounts(
    story: Story, currents: Sequence[Frame], amounts: Sequence[Frame], several: Sequence[Frame], up: int
) -> Iterator[Relation]:
    """立案31起、查处34人,分别减少8起和11人,下降20.5%和24.4%"""
    first = change_of(amounts[0])
    classes = [f.unit_class for f in amounts]
    if first is None or [f.unit_class for f in currents] != classes or any(is_compared(f) for f in currents):
        return
    for frame, amount, now in zip(several, amounts, currents, strict=True):
        yield from judge_by_amount(story, Change(frame, up), Change(amount, first.up), now)


def _previous(sentence: Sentence, group: Sequence[Frame], i: int, amount: Change | None) -> Frame | None:
    """Last year's value: in a bracket at the change, at its amount or at its figure, or right before the change.

    Of several in the bracket it is that of the class in which the amount of the change is told.
    """
    named = next((_YEAR.findall(f.label) for f in reversed(group[max(0, i - 4) : i]) if is_previous(f)), [])
    for frame in (group[i], *(f for f in group[i + 1 : i + 2] if change_of(f) is not None and f.parted <= 2)):
        around, told = (frame, *group[max(0, i - 1) : i]), sentence.inside(frame)
        inside = [f for f in told if any(is_previous_in_bracket(f, other) for other in around)]
        if named and inside and _YEAR.findall(inside[0].label) not in ([], named):
            continue  # 比2023年的107件减少15件,连续第二年下降(2022年为118件)
        if inside and amount is not None and amount.frame.unit_class != inside[0].unit_class:
            return next((f for f in told if f.unit_class == amount.frame.unit_class), None)
        if inside and "分别" in inside[0].label and not by_units(told):
            return None  # 受理量增长28%的有公安、市监(上年分别受理140件、120件): of each of them
        if inside:
            return by_units(told).get(amount.frame.unit_class if amount is not None else "", inside[0])
    for frame in reversed(group[max(0, i - 4) : i]):
        if is_previous(frame):
            return _latest(group, frame, group[i])
        level = change_of(frame) is None and not REACHED.search(frame.label)
        if level or (amount is not None and frame is amount.frame):  # 减少59件(2023年为697件),降幅8.46%
            inside = [f for f in sentence.inside(frame) if is_previous_in_bracket(f, frame)]
            if inside:
                return inside[0]
        if level:
            break
    return next((f for f in group[i + 1 : i + 2] if _is_told_behind(f) and not is_of_two_years_before(group, f)), None)


def _is_told_behind(frame: Frame) -> bool:
    """比上年增加6件,上年13件; not 上年结转1件."""
    told = frame.parted <= 2 and _STATED_AFTER.match(frame.label) is not None
    return told and not _CARRIED.search(frame.label)


def _latest(group: Sequence[Frame], last: Frame, change: Frame) -> Frame:
    """立案51件,2022年44件、2021年39件,增长15.9%: of several years' values that of the year that is named, or of the last."""
    told: list[tuple[str, Frame]] = []
    for frame in reversed(group[: group.index(last) + 1]):
        year = _YEAR.match(frame.label)
        if year is None or not is_previous(frame) or frame.unit_class != last.unit_class:
            break
        told.append((year[0], frame))
    named = [frame for year, frame in told if year in change.label]
    return named[0] if named else max(told, key=lambda pair: pair[0])[1] if told else last


def _amount(group: Sequence[Frame], i: int) -> Change | None:
    """The change in units right before the change in per cent (减少4.13万次，下降18.15%)."""
    if not i or group[i].parted > 2:
        return None
    change = change_of(group[i - 1])
    subject = core_of(COMPARES.sub("", VERB.sub("", group[i].label)))
    if len(subject) > 1 and subject not in group[i - 1].label:
        return None  # 事故起数减少2起,死亡人数减少一半
    return change if change is not None and change.frame.unit_class not in RATES else None
