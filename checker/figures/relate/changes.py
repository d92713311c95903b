"""Growth, reduction and difference: a change bound to the values before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.figures.names import core_of
from checker.figures.reading import Frame
from checker.figures.relate.differences import Change, judge, judge_by_amount
from checker.figures.relate.lists import COMPARES, is_compared
from checker.figures.relate.ratios import is_whole
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.record import replace
from checker.words.relation import Relation, Truth

_UP = "净增|翻|扩充|多[一-龥]{1,2}了?|增长|上升|提高|增加|提升|上涨|攀升|增幅(?:为|达)?|增长率(?:为|达)?|多|扩大|回升"
_DOWN = "净减|少[一-龥]{1,2}了?|下降|减少|降低|压减|压缩|缩短|下滑|回落|缩减|精简|降幅(?:为|达)?|少|减幅(?:为|达)?|压降|提速|减"
_VERB = expression(rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:了|率)?(?:分别|各)?(?:约|近|为|达|达到)?$")
_ANY_BEFORE = expression(
    r"^(?:[^,;]{0,12})(?:比|较|与)[^,;。]{1,12}(?:的|为|是)$|^(?:比|较)[^,;。增减多少]{2,14}$|(?:比|较|与)(?:上年|去年|20\d\d年|前年|上期|年初)(?:末|底|同期)?的?$"
)
_FROM = expression(r"(?:由|从)(?:[^,;。]{0,14}?)$")
_TO = expression(
    rf"(?:到|至|为|成)$|(?:{_UP}|{_DOWN}|合并|整合|优化|精简|变)[^,;。]{{0,4}}?(?:到|至|为|成)[^,;。到至为]{{0,12}}$"
)
_SUBJECT = expression(r"([^,;。]{2,12}?)(?:比|较)[^,;。]{2,}")
_WHOLE = expression(r"总量|总数|总计|合计|全年|总额|总体")
_STATED_AFTER = expression(r"(?:上年|去年|20\d\d年)(?:同期)?[^,;]{0,4}$")
_ANY_CHANGE = expression("压缩|合并|优化|精简|降|提高|提升|增|缩短|减|整合|变")
_PREVIOUS = expression(
    r"(?:上年|去年|前年|上年末|去年底|去年末|上一年度?|上年同期|去年同期|同期|20\d\d年(?:末|底|同期)?)(?:同期)?的?(?:为|是|分别为|的|仅|仅为|共|有)?$"
)
_AGAINST = expression(r"(?:比|较|与|相比)[^,;。]{0,14}$")
_REACHED = expression(r"^(?:总数|总量)?(?:达|达到|增至|增加到|减至|减少到|降至)$")
_SIDES = expression(r"^(?P<after>[^,;比较]{2,8})(?:比|较)(?P<before>[^,;比较]{2,8}?)(?:" + f"{_UP}|{_DOWN})(?:了)?$")
_NORM = expression(r"(?:比|较)(?:法定|规定|法律规定|承诺)[^,;]{0,6}$")
_DAYS = frozenset({"duration:天", "duration:日"})
_YEARS = expression("年|同期|上期|原")
_LEVEL_SIDE = expression("(?P<up>高于|超过|比)|低于|少于")
_AVERAGED = expression("年均|平均|月均|日均|人均|累计")
_RATES = frozenset({"percent", "point"})


def changes(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """All changes of a sentence whose values before and after are stated; 增长四成多 is only told where it agrees."""
    hedged = {f.start for f in sentence.frames if f.quantity.hedge}
    for relation in _changes(story, sentence):
        if relation.truth is Truth.HOLDS or relation.operands[-1].span.start not in hedged:
            yield relation


def _changes(story: Story, sentence: Sentence) -> Iterator[Relation]:
    group = sentence.at()
    for i, frame in enumerate(group):
        change = _change(frame)
        if change is None:
            continue
        between = list(_from_to(story, group, i, change))
        yield from between
        agreed = any(relation.truth is Truth.HOLDS for relation in between)
        for relation in _against_last_year(story, sentence, group, i, change):
            if not (agreed and relation.truth is Truth.VIOLATED):
                yield relation
        yield from _by_names(story, sentence, change)
        yield from _against_norm(story, group, i, change)
        yield from _with_levels(story, sentence, change)
    yield from _against_levels(story, group)
    for frame in sentence.frames:
        change = _change(frame) if frame.depth else None
        if change is not None:
            yield from _in_bracket(story, sentence, change)


def _by_names(story: Story, sentence: Sentence, change: Change) -> Iterator[Relation]:
    """四季度比三季度下降23.37%: both sides are named."""
    sides = _SIDES.search(change.frame.label)
    if sides is None or _YEARS.search(sides["before"]):
        return
    named = [_one_named(story, sentence, sides[side]) for side in ("after", "before")]
    if named[0] is not None and named[1] is not None and named[0].unit_class == named[1].unit_class:
        yield from judge(story, change, named[1], named[0])


def _against_norm(story: Story, group: Sequence[Frame], i: int, change: Change) -> Iterator[Relation]:
    """审理期限38天,较法定60日期限缩短22天: the norm right before the change, the level right before the norm."""
    if i < 2 or change.up > 0 or group[i].parted or group[i - 1].parted != 2 or not _NORM.search(group[i - 1].label):
        return
    now, norm, less = group[i - 2 : i + 1]
    if {now.unit_class, norm.unit_class, less.unit_class} <= _DAYS and not now.quantity.hedge:
        alike = replace(norm.quantity, unit_class=less.unit_class)
        yield from judge(story, change, replace(norm, quantity=alike), now)


def _one_named(story: Story, sentence: Sentence, name: str) -> Frame | None:
    """The nearest figure whose whole name this is."""
    near = (sentence, *story.before(sentence, 3))
    found = (f for other in near for f in reversed(other.at()) if f.unit_class not in _RATES and not is_compared(f))
    return next((f for f in found if story.label(f) == name), None)


def _with_levels(story: Story, sentence: Sentence, change: Change) -> Iterator[Relation]:
    """增加1人(8人增至9人): the levels stand in the bracket behind the change."""
    inside = sentence.inside(change.frame)
    if len(inside) == 2 and inside[0].unit_class == inside[1].unit_class and _TO.search(inside[1].label):
        yield from judge(story, change, *inside)


def _against_levels(story: Story, group: Sequence[Frame]) -> Iterator[Relation]:
    """26.8%,低于全省34.1%的平均水平7.3个百分点"""
    for now, level, points in zip(group, group[1:], group[2:], strict=False):
        side = _LEVEL_SIDE.match(level.label)
        if side is None or points.unit_class != "point" or points.parted or _change(points) is not None:
            continue
        if now.unit_class == level.unit_class == "percent":
            yield from judge(story, Change(points, 1 if side["up"] else -1), level, now)


def _in_bracket(story: Story, sentence: Sentence, change: Change) -> Iterator[Relation]:
    """412个(同比增长6.46%,2023年为387个)"""
    owner = next((f for f in sentence.frames if f.index == change.frame.owner), None)
    if owner is None or owner.depth:
        return
    previous = next(
        (f for f in sentence.inside(owner) if f.unit_class == owner.unit_class and _PREVIOUS.search(f.label)), None
    )
    if previous is not None:
        yield from judge(story, change, previous, owner)


def _change(frame: Frame) -> Change | None:
    match = _VERB.search(frame.label)
    hedged = frame.quantity.hedge and frame.unit_class != "percent"
    if match is None or hedged or _AVERAGED.search(frame.label):
        return None
    return Change(frame, 1 if match["up"] else -1)


def _from_to(story: Story, group: Sequence[Frame], i: int, change: Change) -> Iterator[Relation]:
    """由20个工作日压缩至8个工作日，压缩60％; 乡镇16项、部门17项合并为1项,压减了93.75%、94.11%"""
    stated = [f for f in group[:i] if _change(f) is None or _TO.search(f.label)]
    if len(stated) < 2 or change.frame.parted > 2:
        return
    after = stated[-1]
    if after.parted > 2 or not _TO.search(after.label):
        return
    befores = [f for f in stated[:-1] if f.unit_class == after.unit_class]
    if not befores or not (_FROM.search(befores[-1].label) or _ANY_CHANGE.search(after.gap)):
        return
    several = _alike(group, i)
    pairs = _level_pairs(group[:i])
    if len(several) > 1 and len(pairs) == len(several):
        for frame, (before, level) in zip(several, pairs, strict=True):
            yield from judge(story, Change(frame, change.up), before, level)
        return
    if len(several) <= len(befores):
        for frame, before in zip(several, befores[-len(several) :], strict=True):
            yield from judge(story, Change(frame, change.up), before, after)


def _level_pairs(frames: Sequence[Frame]) -> list[tuple[Frame, Frame]]:
    """由1300元提高至1450元,…由900元提高至1050元: the values before and after, pair by pair."""
    return [
        (a, b) for a, b in pairwise(frames) if a.unit_class == b.unit_class and _TO.search(b.label) and b.parted == 0
    ]


def _alike(group: Sequence[Frame], i: int) -> list[Frame]:
    """A change and those that follow it in a 、 list without words of their own."""
    run = [group[i]]
    for frame in group[i + 1 :]:
        if frame.unit_class != group[i].unit_class or frame.parted > 1 or frame.label.strip("和及与"):
            break
        run.append(frame)
    return run


def _against_last_year(
    story: Story, sentence: Sentence, group: Sequence[Frame], i: int, change: Change
) -> Iterator[Relation]:
    """486件,同比增长17.96%(2018年为412件); 11名,较2021年的8名增加3名,增长37.5%"""
    frame = change.frame
    several = _alike(group, i)
    if len(several) > 1:
        yield from _paired(story, sentence, group, i, several, change.up)
        return
    previous = _previous(sentence, group, i)
    currents = _currents(story, sentence, group, i, previous)
    amount = _amount(group, i)
    if previous is not None:
        others = [c for c in currents if c.unit_class == previous.unit_class and c is not previous]
        seen = [r for c in others for r in judge(story, change, previous, c)]
    elif amount is not None and frame.unit_class == "percent":
        same = [c for c in currents if c.unit_class == amount.frame.unit_class]
        seen = [r for c in same for r in judge_by_amount(story, change, amount, c)]
    else:
        return
    fitting = next((r for r in seen if r.truth is Truth.HOLDS), None) or next((r for r in seen if r.rounding), None)
    if seen:
        yield fitting or seen[0]


def _paired(
    story: Story, sentence: Sentence, group: Sequence[Frame], i: int, several: Sequence[Frame], up: int
) -> Iterator[Relation]:
    """163起,罚款115.6万元,同比分别上升18.12%和24.43%(2016年分别为138起、92.9万元): by order and class."""
    previous = [f for f in sentence.inside(several[-1]) if f.unit_class not in _RATES]
    if len(previous) != len(several) or not _PREVIOUS.search(previous[0].label):
        return
    current = [f for f in group[:i] if f.unit_class not in _RATES and _change(f) is None][-len(several) :]
    if [f.unit_class for f in current] != [f.unit_class for f in previous]:
        return
    for frame, before, after in zip(several, previous, current, strict=True):
        yield from judge(story, Change(frame, up), before, after)


def _previous(sentence: Sentence, group: Sequence[Frame], i: int) -> Frame | None:
    """Last year's value: in a bracket at the change or at its figure, or right before the change."""
    for frame in (group[i], *(f for f in group[i + 1 : i + 2] if _change(f) is not None and f.parted <= 2)):
        inside = [f for f in sentence.inside(frame) if _PREVIOUS.search(f.label)]
        if inside:
            return inside[0]
    for frame in reversed(group[max(0, i - 4) : i]):
        if _is_previous(frame):
            return frame
        if _change(frame) is None and not _REACHED.search(frame.label):
            inside = [f for f in sentence.inside(frame) if _PREVIOUS.search(f.label)]
            if inside:
                return inside[0]
            break
    following = group[i + 1] if i + 1 < len(group) else None
    return (
        following if following is not None and following.parted <= 2 and _STATED_AFTER.match(following.label) else None
    )


def _is_previous(frame: Frame) -> bool:
    """Whether a figure is the one compared with (比上年的261起, 较改革前的527人, 由原来的18人)."""
    if _ANY_BEFORE.search(frame.label):
        return True
    return bool(_PREVIOUS.search(frame.label)) and bool(
        _AGAINST.search(frame.label) or expression("上年|去年|20").search(frame.label)
    )


def _currents(story: Story, sentence: Sentence, group: Sequence[Frame], i: int, previous: Frame | None) -> list[Frame]:
    """What this year's value may be: by the name before the change, else the counts before, the likeliest first."""
    frame = group[i]
    following = group[i + 1] if i + 1 < len(group) else None
    if following is not None and following.parted == 2 and _REACHED.search(following.label) and previous is not None:
        return [following] if following.unit_class == previous.unit_class else []
    name = core_of(COMPARES.split(frame.label)[0]) if COMPARES.search(frame.label) else ""
    if not name and previous is not None and previous.depth == 0:
        subject = _SUBJECT.match(previous.label)
        if subject and _WHOLE.fullmatch(subject[1]):
            return [f for f in reversed(group[:i]) if f.unit_class == previous.unit_class and is_whole(f)][-1:]
        name = core_of(subject[1]) if subject else ""
    unit = previous.unit_class if previous is not None else None
    if len(name) > 1 and previous is not None:
        named = [f for f in reversed(group[:i]) if f.unit_class == unit and story.is_named(f, name)]
        named += story.resolve(name, previous.unit_class, sentence, frame.index, reach=30)
        named = [f for f in named if f is not previous and not is_compared(f) and _comparable(f, previous)]
        if named:
            return named[:6]
        if _SUBJECT.match(previous.label):
            return []
    return [f for f in _candidates(group, i, previous) if unit is None or f.unit_class == unit][:5]


def _comparable(a: Frame, b: Frame) -> bool:
    """Whether two values can be those of one thing in two years."""
    low, high = sorted((a.quantity.value, b.quantity.value))
    return low * 4 >= high


def _candidates(group: Sequence[Frame], i: int, previous: Frame | None) -> list[Frame]:
    """The counts before the change, the whole of a list before its parts."""
    before = [
        f
        for f in reversed(group[:i])
        if f is not previous and _change(f) is None and not _is_previous(f) and f.unit_class not in _RATES
    ]
    if group[i].unit_class == "point":
        before = [
            f for f in reversed(group[:i]) if f.unit_class == "percent" and _change(f) is None and f is not previous
        ]
    return sorted(before, key=lambda f: f.parted == 1 or "其中" in f.gap)


def _amount(group: Sequence[Frame], i: int) -> Change | None:
    """The change in units right before the change in per cent (减少4.13万次，下降18.15%)."""
    if not i or group[i].parted > 2:
        return None
    change = _change(group[i - 1])
    subject = core_of(_VERB.sub("", group[i].label))
    if len(subject) > 1 and subject not in group[i - 1].label:
        return None  # 事故起数减少2起,死亡人数减少一半
    return change if change is not None and change.frame.unit_class not in _RATES else None
