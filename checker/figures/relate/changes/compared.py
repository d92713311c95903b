"""Two levels set side by side: by their names, by their years, with a norm, and what they differ by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.figures.names import core_of
from checker.figures.reading import Frame
from checker.figures.relate.changes.differences import Change, judge, judge_by_amount
from checker.figures.relate.changes.movements import DOWN, UP, change_of, is_previous
from checker.figures.relate.lists import RATES, STATEMENT, is_compared, opens_bracket
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.record import replace
from checker.words.relation import Binding, Relation, Truth

_SIDES = expression(r"^(?P<after>[^,;比较]{2,8})(?:比|较)(?P<before>[^,;比较]{2,8}?)(?:" + f"{UP}|{DOWN})(?:了)?$")
_NORM = expression(r"(?:比|较)(?:法定|规定|法律规定|承诺)[^,;]{0,6}$")
_NORM_BEHIND = expression(r"(?:比|较)的?(?:法定|规定|承诺)[^,;]{0,8}$")  # 比30日的法定期限缩短11天
_DAYS = frozenset({"duration:天", "duration:日"})
_YEARS = expression("年|同期|上期|原")
_PERIOD = expression(
    r"[上下]半年|[一二三四]季度|前三季度|\d{1,2}月份?|改革[前后]|集中管辖[前后]|[前后]期|实施[前后]|调整[前后]"
)
_YEAR_SIDES = expression(r"^(?P<after>20\d\d)年度?(?:比|较)(?P<before>20\d\d)年(?:度|同期)?")
_THIS_YEAR = expression(r"今年|本年|当年")
_OPPOSED = expression(r"^(?:比|较)|^与[^,;]{0,10}(?:相比|比)?$")
_ADJECTIVE = expression(
    r"^[^,;。]{0,4}?(?:(?P<up>[高长多大慢])|(?P<down>[低短少小快早])|(?P<ahead>提前))(?:了|出了?)?$"
)
_APART = expression(r"(?:相差|差距为?|差额为?)(?:了|仅|只)?$")
_AGAIN = expression(r"^(?:仅|只)?(?:低|高|相差|差)(?:了|出)?$")
_FROM_GOAL = expression("(?:距离?|离|与)$")
_LACKING = expression("^的?[^,;]{0,6}(?:尚有|还有|仍有|[尚还仍相]?差)$")
_LEVEL_SIDE = expression("(?P<up>高于|超过)|(?P<either>比)|低于|少于")


def compared(story: Story, sentence: Sentence, group: Sequence[Frame], i: int, change: Change) -> Iterator[Relation]:
    """The change of group[i] between two levels that its words name."""
    yield from _by_names(story, sentence, group, i, change)
    yield from _against_norm(story, group, i, change)
    levels = levels_of_years(story, sentence, change.frame)
    if levels is not None:
        yield from judge_years(story, change, levels)


def beside_levels(story: Story, group: Sequence[Frame]) -> Iterator[Relation]:
    """What two levels beside each other differ by, told by no verb of change."""
    yield from _against_levels(story, group)
    for now, level, less in zip(group, group[1:], group[2:], strict=False):
        if not (less.parted or less.quantity.hedge or less.unit_class in ("percent", "times")):
            yield from _by_adjective(story, now, level, less)


def set_apart(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """公安97件、市场监管106件。市场监管首次超过公安,二者相差9件: the two that the clause names."""
    for apart in sentence.at():
        if not _APART.search(apart.label) or apart.unit_class in RATES or apart.quantity.hedge:
            continue
        near = (sentence, *story.in_paragraph(sentence, 2))
        found = [f for s in near for f in s.at() if f.unit_class == apart.unit_class and f.start < apart.start]
        named = [f for f in found if len(name := core_of(story.label(f))) > 1 and name in apart.gap]
        if len(named) == 2 and not any(is_compared(f) for f in named):
            low, high = sorted(named, key=lambda f: f.quantity.value)
            for relation in judge(story, Change(apart, 1), low, high):
                yield replace(relation, binding=Binding.INFERRED)


def _by_names(story: Story, sentence: Sentence, group: Sequence[Frame], i: int, change: Change) -> Iterator[Relation]:
    """四季度比三季度下降23.37%, 下半年较上半年增加23件,上升21.1%: both sides are named."""
    again = i > 0 and group[i].parted == 2 and len(group[i].label) < 4 and change_of(group[i - 1]) is not None
    sides = _SIDES.search(change.frame.label) or (_SIDES.search(group[i - 1].label) if again else None)
    if sides is None or (_YEARS.search(sides["before"]) and not _PERIOD.fullmatch(sides["before"])):
        return
    named = [_one_named(story, sentence, sides[side]) for side in ("after", "before")]
    if None in named and _PERIOD.fullmatch(sides["before"]) and _PERIOD.fullmatch(sides["after"]):
        yield from _in_periods(story, sentence, change, sides["after"], sides["before"])
    elif named[0] is not None and named[1] is not None and named[0].unit_class == named[1].unit_class:
        yield from judge(story, change, named[1], named[0])


def _in_periods(story: Story, sentence: Sentence, change: Change, after: str, before: str) -> Iterator[Relation]:
    """上半年收到109件,下半年收到132件: counts of two periods, called alike; of several only agreement is told."""
    near, start = (sentence, *story.before(sentence, 3)), change.frame.start
    sides = [[told for s in near for told in _of_period(s, start, name)] for name in (after, before)]
    alike = [f for side in sides for f, _ in side if change.frame.unit_class in (f.unit_class, "percent")]
    pairs = [(a, b) for a, name in sides[0] for b, other in sides[1] if name == other and a.unit_class == b.unit_class]
    told = [r for a, b in sorted(pairs, key=lambda pair: -pair[0].start) for r in judge(story, change, b, a)]
    held = [r for r in told if r.truth is Truth.HOLDS]
    yield from held[:1] or (told if len(pairs) == 1 and len(alike) == 2 else [])


def _of_period(sentence: Sentence, end: int, period: str) -> Iterator[tuple[Frame, str]]:
    """The counts before `end` from the one that opens with a period to the next statement, with their names."""
    told = False
    for frame in sentence.at():
        opens = frame.label.startswith(period)
        told = opens or (told and frame.parted < STATEMENT and not _PERIOD.match(frame.label))
        if told and frame.start < end and frame.unit_class not in RATES and change_of(frame) is None:
            yield frame, frame.label.removeprefix(period)


def _against_norm(story: Story, group: Sequence[Frame], i: int, change: Change) -> Iterator[Relation]:
    """审理期限38天,较法定60日期限缩短22天: the norm right before the change, the level right before the norm."""
    if i < 2 or change.up > 0 or group[i].parted or group[i - 1].parted != 2:
        return
    if not (_NORM.search(group[i - 1].label) or _NORM_BEHIND.match(group[i - 1].label + group[i].label)):
        return
    now, norm, less = group[i - 2 : i + 1]
    if {now.unit_class, norm.unit_class, less.unit_class} <= _DAYS and not now.quantity.hedge:
        alike = replace(norm.quantity, unit_class=less.unit_class)
        yield from judge(story, change, replace(norm, quantity=alike), now)


def _one_named(story: Story, sentence: Sentence, name: str) -> Frame | None:
    """The nearest figure whose whole name this is."""
    near = (sentence, *story.before(sentence, 3))
    found = (f for other in near for f in reversed(other.at()) if f.unit_class not in RATES and not is_compared(f))
    return next((f for f in found if story.label(f) == name), None)


def _against_levels(story: Story, group: Sequence[Frame]) -> Iterator[Relation]:
    """26.8%,低于全省34.1%的平均水平7.3个百分点"""
    for now, level, points in zip(group, group[1:], group[2:], strict=False):
        if now.unit_class == level.unit_class == "percent" and _lacks(level, points):
            beyond = level.label.startswith("与") and now.quantity.value > level.quantity.value  # 相差: either way
            yield from judge(story, Change(points, 1 if beyond else -1), level, now)
        side = _LEVEL_SIDE.match(level.label)
        if side is None or points.unit_class != "point" or change_of(points) is not None:
            continue
        again = points.parted == 2 and _AGAIN.match(points.label)  # 低于控制线4.5%,低1.08个百分点
        if not again and (points.parted or _ADJECTIVE.search(points.label)):
            continue  # 比2023年的38.84%低5.33个百分点
        if now.unit_class == level.unit_class == "percent":
            up = side["up"] or (side["either"] and now.quantity.value > level.quantity.value)  # 反倒滑落0.5个百分点
            yield from judge(story, Change(points, 1 if up else -1), level, now)


def _lacks(level: Frame, points: Frame) -> bool:
    """结案率96.17%,距离98%的目标尚有1.83个百分点"""
    told = _FROM_GOAL.match(level.label) and _LACKING.search(points.label)
    return told is not None and points.unit_class == "point" and not points.parted and not level.quantity.hedge


def _by_adjective(story: Story, now: Frame, level: Frame, less: Frame) -> Iterator[Relation]:
    """败诉率7.4%,较2021年9.1%低1.7个百分点; 办案天数38天,比法定60天期限短22天"""
    match = _ADJECTIVE.search(less.label)
    if match is None or level.parted != 2 or not _OPPOSED.search(level.label):
        return
    if change_of(less) is not None or change_of(now) is not None or is_previous(now):
        return
    classes = {now.unit_class, level.unit_class}
    points = less.unit_class == "point" and classes == {"percent"}
    if (points or classes == {less.unit_class} or classes | {less.unit_class} <= _DAYS) and not (
        now.quantity.hedge or level.quantity.hedge
    ):
        alike = replace(level, quantity=replace(level.quantity, unit_class=now.unit_class))
        same = less if points else replace(less, quantity=replace(less.quantity, unit_class=now.unit_class))
        yield from judge(story, Change(same, 1 if match["up"] else -1), alike, now)


def levels_of_years(story: Story, sentence: Sentence, frame: Frame) -> tuple[Frame, Frame, bool] | None:
    """2021年比2020年多112件: the values of both years, the earlier first, and whether both are told by their year."""
    sides = years_of(frame)
    if sides is None:
        return None
    found = [_of_year(story, sentence, frame, int(sides[side])) for side in ("before", "after")]
    before, after = found
    if before is None or after is None or before[0] is after[0]:
        return None
    return before[0], after[0], before[1] and after[1]


def years_of(frame: Frame) -> re.Match[str] | None:
    """The two years that a change names."""
    return _YEAR_SIDES.match(frame.label)


def _of_year(story: Story, sentence: Sentence, change: Frame, year: int) -> tuple[Frame, bool] | None:
    """The count of a year by the year's name, the one of this year by 今年 too; none where two differ."""
    near = (sentence, *story.before(sentence, 3))
    counts = [
        f
        for s in near
        for f in s.at()
        if f.start < change.start and f.unit_class not in RATES and years_of(f) is None and not f.quantity.hedge
    ]
    counts = [f for f in counts if change.unit_class in (f.unit_class, "percent") and change_of(f) is None]
    told = [f for f in counts if f.label.startswith(f"{year}年")]
    named = bool(told)
    if not told and year == story.report_year:
        told = [f for f in counts if _THIS_YEAR.search(f.label)]
    if not told or any(f.quantity.value != told[0].quantity.value for f in told):
        return None
    return told[0], named


def judge_years(story: Story, change: Change, levels: tuple[Frame, Frame, bool]) -> Iterator[Relation]:
    """A change between two years; where one of them is only 今年, what fails is so by inference."""
    before, after, named = levels
    for relation in judge(story, change, before, after):
        yield relation if named or relation.truth is Truth.HOLDS else replace(relation, binding=Binding.INFERRED)


def in_bare_bracket(story: Story, group: Sequence[Frame], i: int, change: Change) -> Iterator[Relation]:
    """2968件,同比增长71.4%(1732件): last year's value or the amount of the change, whichever agrees or is nearer."""
    if (
        not 0 < i < len(group) - 1
        or change.frame.unit_class != "percent"
        or not change.frame.quantity.interval.is_bounded
    ):
        return
    now, bare = group[i - 1], group[i + 1]
    alike_ = now.unit_class == bare.unit_class and not is_compared(now) and change_of(now) is None
    if not alike_ or bare.parted or bare.label or group[i].parted != 2 or not opens_bracket(story, bare):
        return
    if not bare.quantity.value:
        return  # of nothing there is no growth, and by nothing neither
    readings = [
        *judge(story, change, bare, now),
        *judge_by_amount(story, change, Change(bare, change.up), now),
    ]
    held = next((r for r in readings if r.truth is Truth.HOLDS), None)
    if held is not None:
        yield held
    elif readings:
        a, b, stated = now.quantity.value, bare.quantity.value, change.frame.quantity.value
        amounts = b != a and abs(100 * b / (a - b * change.up) - stated) < abs(100 * change.up * (a / b - 1) - stated)
        yield replace(readings[-1 if amounts else 0], binding=Binding.INFERRED)
