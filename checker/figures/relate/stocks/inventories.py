"""Inventories: what was there, what came and what went make what is there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from checker.figures.build import operand, shown, shown_value
from checker.figures.numerals import is_slip, plain_decimal
from checker.figures.reading import Frame
from checker.figures.relate.lists import are_apart, exact_counts, is_compared
from checker.figures.relate.rates.ratios import is_whole
from checker.figures.relate.stocks.holdings import RULE
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

_END = expression(r"^(?:截至)?(?:(?:年末|年底|期末)[^,;增减]{0,14}|(?:目前|现)[^,;]{0,8})$")
_START = expression(
    r"^(?:年初|期初|上年末|上年底|去年底|原)[^,;增减]{0,18}$|^[^,;增减]{2,12}(?:年初|期初)$|[比较]年初$"
)
_AT_YEARS_END = expression(r"^(20\d\d)年(?:年)?[末底][^,;增减]{0,12}$")
_FROM = expression(r"(?:由|从)(?:年初|期初|上年末?|上年底|去年底|原来?|调整前|清理前|20\d\d年[底末]?)的?$")
_TO = expression(r"^(?:调整|变|变更|优化|精简|更新|增加|减少|扩大|增|减|降|扩)(?:为|至|到|成)[^,;]{0,5}$")
_ARRIVALS = "新增|新?接收|入矫|新纳入|新列入|增补|新领|新入|调入|招录|新建|新设|净增|增设|新聘|新认定|新申领|新发展|新培育|新产生|新形成|新办|新取证|新发证|招聘|补充|引进"
_DEPARTURES = (
    "注销|解除|解矫|移出|退出|搬离|调出|调离|减少|离职|退休|关停|整合|核销|撤销|吊销|取消|撤并|剔除|清退|关闭|解聘"
)
_CAME, _WENT = expression(_ARRIVALS), expression(_DEPARTURES)
# What comes in or goes out in many another sense: it moves a stock only where both levels are told by their words.
_CAME_OR_ISSUED = expression(_ARRIVALS + "|新制定|制定|制发|出台|印发|取得|考取|新颁|颁发|新签|登记")
_WENT_OR_SETTLED = expression(_DEPARTURES + "|废止|失效|化解|销号|办结|清理|消化|终止|到期|拆除|处置|消化|盘活")
_SUBSET = expression(
    "参加|可|具有|担任|获|实现|通过|符合|接入|完成|提供|兼任|从事|考核"
)  # 目前参加年检140家: not all of them
_DEED = expression("已|制定|计划|印发|下达|安排|部署|开展|召开|组织|办结|化解|整改|立案|销号|完成|调解")
_AGAINST = expression("比|较")
_MOVED = expression(r"增|减|并|拆|放|划|承接|转|合|调|撤|取消")


def inventories(story: Story, paragraph: Sequence[Sentence]) -> Iterator[Relation]:
    """年初427家,年内新增36家、注销21家,年末442家: the levels stand with the movement or in the next sentence."""
    for k, sentence in enumerate(paragraph):
        frames = [f for f in exact_counts(sentence.frames) if not f.depth or starts(story, f) or ends(story, f)]
        movement = _movement(frames, _CAME, _WENT)
        yield from _in_brackets(story, sentence)
        if movement is None:
            yield from _told_by_words(story, frames)
            continue
        beside = [exact_counts(s.at()) for s in paragraph[k + 1 : k + 2]]
        levels = _levels(story, frames, movement) or next((_changed(f, movement) for f in beside), None)
        if levels is not None:
            yield from _judge(story, levels, movement, frames)


def _in_brackets(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """企业63家(年初57家,年内新增12家、退出6家): the bracket tells how the level before it came about."""
    for end in exact_counts(sentence.at()) if any(f.depth for f in sentence.frames) else ():
        inside = [f for f in exact_counts(sentence.inside(end)) if f.unit_class == end.unit_class]
        start = next((f for f in inside if starts(story, f)), None)
        movement = _movement(inside, _CAME_OR_ISSUED, _WENT_OR_SETTLED) if start is not None else None
        if start is not None and movement is not None and start not in movement:
            yield from _judge(story, (start, end), movement, inside)


def _told_by_words(story: Story, frames: Sequence[Frame]) -> Iterator[Relation]:
    """遗留积案14宗,新增9宗,化解16宗,年底尚存5宗; 现行有效58件,新制定7件,废止4件,2022年末为55件"""
    movement = _movement(frames, _CAME_OR_ISSUED, _WENT_OR_SETTLED)
    levels = _levels(story, frames, movement) if movement is not None else None
    if movement is None or levels is None:
        return
    named = starts(story, levels[0]) and ends(story, levels[1])
    if (named and not any(_DEED.search(level.label) for level in levels)) or levels[0].quantity.value + _net(
        movement
    ) == levels[1].quantity.value:
        yield from _judge(story, levels, movement, frames)


def _net(movement: tuple[Frame, Frame]) -> Fraction:
    return movement[0].quantity.value - movement[1].quantity.value


def _movement(
    frames: Sequence[Frame], arrival: re.Pattern[str], departure: re.Pattern[str]
) -> tuple[Frame, Frame] | None:
    """What came and what went, of one class."""
    for came in (f for f in frames if arrival.search(f.label)):
        same = (f for f in frames if f.unit_class == came.unit_class and f is not came)
        went = next((f for f in same if departure.search(f.gap[-16:])), None)
        if went is not None:
            return came, went
    return None


def moved_in(frame: Frame) -> bool:
    return bool(_CAME_OR_ISSUED.search(frame.label))


def moved_out(frame: Frame) -> bool:
    return bool(_WENT_OR_SETTLED.search(frame.label))


def starts(story: Story, frame: Frame) -> bool:
    """Whether a level is that at the beginning: 年初, 期初, the end of a year before the report's."""
    told = _AT_YEARS_END.match(frame.label)
    if told is not None and story.report_year is not None:
        return int(told[1]) < story.report_year
    return bool(_START.search(frame.label))


def ends(story: Story, frame: Frame) -> bool:
    """Whether a level is that at the end: 年末, 目前, the end of the report's year."""
    told = _AT_YEARS_END.match(frame.label)
    if told is not None:
        return int(told[1]) == story.report_year
    return bool(_END.search(frame.label)) and not starts(story, frame)  # 年末有效证比年初1802户


def _levels(story: Story, frames: Sequence[Frame], movement: tuple[Frame, Frame]) -> tuple[Frame, Frame] | None:
    """The stock at the beginning and at the end; one that is named leaves the other to the figure beside it."""
    changed = _changed(frames, movement)
    if changed is not None:
        return changed
    same = [f for f in frames if f.unit_class == movement[0].unit_class and f not in movement]
    end = next((f for f in same if ends(story, f)), None)
    start = next((f for f in same if starts(story, f)), None)
    others = [f for f in same if f not in (start, end)]
    if end is not None:
        others = [f for f in others if not (f.parted == 1 and f.start > end.start)]  # 年末主体28.46万个、网站33.18万个
        start = start or next((f for f in others if not is_compared(f)), None) or next(iter(others), None)
    elif start is not None:
        wholes = [f for f in others if is_whole(f) and not is_compared(f)]
        wholes = [f for f in wholes if not are_apart(frames, f, movement[0])] or wholes
        end = wholes[0] if len(wholes) == 1 else None  # 设置专栏17个,新增2个,撤并3个,年初为18个
    return (start, end) if start is not None and end is not None else None


def _changed(frames: Sequence[Frame], movement: tuple[Frame, Frame]) -> tuple[Frame, Frame] | None:
    """由年初的386项变为381项"""
    same = [f for f in frames if f.unit_class == movement[0].unit_class]
    pairs = ((a, b) for a, b in pairwise(same) if _FROM.search(a.label) and _TO.search(b.label) and not b.parted)
    return next(pairs, None)


def _judge(
    story: Story, levels: tuple[Frame, Frame], movement: tuple[Frame, Frame], frames: Sequence[Frame]
) -> Iterator[Relation]:
    """Whether they balance; nothing is held against them where something else came or went, or one is counted alone."""
    (start, end), (came, went) = levels, movement
    value, stated = start.quantity.value, end.quantity.value
    expected = value + came.quantity.value - went.quantity.value
    further = [f for f in frames if f.unit_class == came.unit_class and f not in (*levels, *movement)]
    # 整合减少5家 moves the stock, 比上年减少5家 compares it
    moves = [f for f in further if (moved_in(f) or moved_out(f)) and not _AGAINST.search(f.gap)]
    further = [f for f in further if f in moves or not (is_compared(f) or _AGAINST.search(f.label))]
    if expected == stated:
        yield relation_of(story, start, came, [went], end, holds=True)
        return
    left = [f for f in further if _WENT_OR_SETTLED.search(f.label)]
    if left and expected - sum(f.quantity.value for f in left) == stated:
        yield relation_of(story, start, came, [went, *left], end, holds=True)  # 废止3件,宣布失效1件
        return
    one_sided = stated in (value + came.quantity.value, value - went.quantity.value)
    parts = [f for f in further if not is_whole(f) or f.parted == 1]
    moved = bool(left) or any(_MOVED.search(f.label) for f in further) or (parts and not _is_divided(further, end))
    scale = value + came.quantity.value if _starts_and_ends(story, levels) else stated
    near = abs(expected - stated) * 5 <= scale or (
        _starts_and_ends(story, levels) and is_slip(plain_decimal(value), plain_decimal(value + stated - expected))
    )
    missing = abs(expected - stated)
    explained = missing in [f.quantity.value for f in further]  # 迁出10家
    balance = start.quantity.interval + came.quantity.interval - went.quantity.interval
    rounded = balance.meets(end.quantity.interval) or _SUBSET.search(end.label)
    if not (one_sided or moved or explained or rounded) and near:
        yield relation_of(story, start, came, [went], end, holds=False)


def _starts_and_ends(story: Story, levels: tuple[Frame, Frame]) -> bool:
    return starts(story, levels[0]) and ends(story, levels[1])


def _is_divided(parts: Sequence[Frame], whole: Frame) -> bool:
    """现有83人,其中局机关26人、支队57人: what else stands there are the parts of the stock."""
    return len(parts) > 1 and sum(f.quantity.value for f in parts) == whole.quantity.value


def relation_of(story: Story, start: Frame, came: Frame, went: Sequence[Frame], end: Frame, *, holds: bool) -> Relation:
    value = start.quantity.value + came.quantity.value - sum(f.quantity.value for f in went)
    left = " - ".join((f"{shown(start.quantity)} + {shown(came.quantity)}", *(shown(f.quantity) for f in went)))
    equation = f"{left} = {shown_value(value, end.quantity)}" + ("" if holds else f" ≠ {shown(end.quantity)}")
    operands = (
        operand(story, start, Role.OPENING),
        operand(story, came, Role.RECEIVED),
        *(operand(story, f, Role.CLOSED) for f in went),
        operand(story, end, Role.CLOSING),
    )
    truth = Truth.HOLDS if holds else Truth.VIOLATED
    gap = "" if holds else shown_value(abs(value - end.quantity.value), end.quantity)
    binding = Binding.STATED if holds else Binding.INFERRED
    return Relation("", RelationKind.CARRY_OVER, truth, binding, RULE, equation, operands, gap=gap)
