"""Inventories: what was there, what came and what went make what is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.figures.build import operand, shown, shown_value
from checker.figures.reading import Frame
from checker.figures.relate.lists import RATES, is_compared
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

RULE = "figures.carry-over"

_END = expression(r"^(?:截至)?(?:年末|年底|期末|目前|现)[^,;]{0,8}$")
_START = expression(r"^(?:年初|期初|上年末|上年底|去年底|原)[^,;增减]{0,12}$")
_FROM = expression(r"(?:由|从)(?:年初|期初|上年末?|上年底|去年底|原来?|调整前|清理前|20\d\d年[底末]?)的?$")
_TO = expression(r"^(?:调整|变|变更|优化|精简|更新|增加|减少|扩大|增|减|降|扩)(?:为|至|到|成)[^,;]{0,5}$")
_CAME = expression(r"新增|新纳入|新列入|增补|新领|新入|调入|招录|新建|新设|净增|增设|新聘")
_WENT = expression(
    r"注销|移出|退出|搬离|调出|调离|减少|离职|退休|关停|整合|核销|撤销|吊销|取消|撤并|剔除|清退|关闭|解聘"
)
_AGAINST = expression("比|较")
_MOVED = expression(r"增|减|并|拆|放|划|承接|转|合|调|撤|取消")


def inventories(story: Story, paragraph: Sequence[Sentence]) -> Iterator[Relation]:
    """年初427家,年内新增36家、注销21家,年末442家: the levels stand with the movement or in the next sentence."""
    for k, sentence in enumerate(paragraph):
        frames = _counts(sentence)
        movement = _movement(frames)
        if movement is None:
            continue
        beside = [_counts(s) for s in paragraph[k + 1 : k + 2]]
        levels = _levels(frames, movement) or next((_changed(f, movement) for f in beside), None)
        if levels is not None:
            yield from _judge(story, levels, movement, frames)


def _counts(sentence: Sentence) -> list[Frame]:
    return [f for f in sentence.at() if f.unit_class not in RATES and not f.quantity.hedge]


def _movement(frames: Sequence[Frame]) -> tuple[Frame, Frame] | None:
    """What came and what went, of one class."""
    for came in (f for f in frames if _CAME.search(f.label)):
        same = (f for f in frames if f.unit_class == came.unit_class and f is not came)
        went = next((f for f in same if _WENT.search(f.gap[-16:])), None)
        if went is not None:
            return came, went
    return None


def _levels(frames: Sequence[Frame], movement: tuple[Frame, Frame]) -> tuple[Frame, Frame] | None:
    """The stock at the beginning and at the end; one that is named leaves the other to the figure beside it."""
    changed = _changed(frames, movement)
    if changed is not None:
        return changed
    same = [f for f in frames if f.unit_class == movement[0].unit_class and f not in movement]
    end = next((f for f in same if _END.search(f.label)), None)
    start = next((f for f in same if _START.search(f.label)), None)
    others = [f for f in same if f not in (start, end)]
    if end is not None:
        start = start or next((f for f in others if not is_compared(f)), None) or next(iter(others), None)
    elif start is not None and len(others) == 1 and not is_compared(others[0]):
        end = others[0]  # 设置专栏17个,新增2个,撤并3个,年初为18个
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
    further = [f for f in further if not (is_compared(f) or _AGAINST.search(f.label))]
    if expected == stated:
        yield _relation(story, start, came, went, end, holds=True)
        return
    one_sided = stated in (value + came.quantity.value, value - went.quantity.value)
    moved = any(f.parted == 1 or _MOVED.search(f.label) for f in further)
    if not (one_sided or moved) and abs(expected - stated) * 5 <= stated:
        yield _relation(story, start, came, went, end, holds=False)


def _relation(story: Story, start: Frame, came: Frame, went: Frame, end: Frame, *, holds: bool) -> Relation:
    value = start.quantity.value + came.quantity.value - went.quantity.value
    left = f"{shown(start.quantity)} + {shown(came.quantity)} - {shown(went.quantity)}"
    equation = f"{left} = {shown_value(value, end.quantity)}" + ("" if holds else f" ≠ {shown(end.quantity)}")
    operands = (
        operand(story, start, Role.OPENING),
        operand(story, came, Role.RECEIVED),
        operand(story, went, Role.CLOSED),
        operand(story, end, Role.CLOSING),
    )
    truth = Truth.HOLDS if holds else Truth.VIOLATED
    gap = "" if holds else shown_value(abs(value - end.quantity.value), end.quantity)
    binding = Binding.STATED if holds else Binding.INFERRED
    return Relation("", RelationKind.CARRY_OVER, truth, binding, RULE, equation, operands, gap=gap)
