"""Carry-over: what was open and what came in is what was closed and what stays open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from checker.figures.build import Sum, operand, shown, shown_value
from checker.figures.reading import Frame
from checker.figures.relate.lists import RATES, is_compared
from checker.figures.story import Sentence, Story
from checker.words.interval import total
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

RULE = "figures.carry-over"

_OPENING = re.compile(
    r"(?:上年度?|上一年度?|往年|去年|上期|年初|期初|以前年度|历年)(?:案件)?(?:结转|结存|未结|未办结|未审结|旧存|存量|转入|遗留|结余)|旧存|结转上年|期初"
)
_CLOSING = re.compile(
    r"结转(?:至|到|入)?(?:下|次|明|20\d\d)|(?:未|尚未)(?:办结|审结|结案|完成|办理完毕|结)|尚在(?:办理|审理)|在办|正在(?:办理|审理)|待结|期末|年末(?:未结|结存)|未结|留待"
)
_CLOSED = re.compile(r"办结|审结|结案|办理完毕|已结|办毕|终结")
_HANDLED = re.compile(r"(?:共|合计|应|需)(?:办理|处理|审理)(?:案件)?$")
_RECEIVED = re.compile(r"新收|新受理|受理|收到|新立案|立案|新增|接收|收案|新接|当年收|本年收|登记")
_DENIED = re.compile(r"不予|未予|不受理|拒绝|撤销立案|申请行政")


def stocks(story: Story) -> Iterator[Relation]:
    """The balances of each paragraph that states all four figures."""
    for _, group in groupby((s for s in story.sentences if s.frames), key=lambda s: s.line):
        yield from _balances(story, list(group))


def _balances(story: Story, paragraph: Sequence[Sentence]) -> Iterator[Relation]:
    frames = [
        f
        for s in paragraph
        for f in s.frames
        if f.unit_class not in RATES and not f.quantity.hedge and not is_compared(f)
    ]
    yield from _handled(story, frames)
    for opening in (f for f in frames if _OPENING.search(_name(story, f))):
        same = [f for f in frames if f.unit_class == opening.unit_class and f is not opening]
        closing = [f for f in same if _CLOSING.search(_name(story, f)) and not _OPENING.search(_name(story, f))]
        closed = [f for f in same if _is_closed(_name(story, f)) and f not in closing]
        received = [f for f in same if _is_received(_name(story, f)) and f not in closing and f not in closed]
        if closing and closed and received:
            yield _best(story, opening, received[:6], closed[:4], closing[:3])


def _handled(story: Story, frames: Sequence[Frame]) -> Iterator[Relation]:
    """共办理470件;审结441件,…结转下年29件: what was handled is closed or stays open."""
    for i, handled in enumerate(frames):
        if not _HANDLED.search(handled.label):
            continue
        later = [f for f in frames[i + 1 :] if f.unit_class == handled.unit_class]
        closed = next((f for f in later if _is_closed(_name(story, f))), None)
        closing = next((f for f in later if _CLOSING.search(_name(story, f))), None)
        if closed is not None and closing is not None:
            yield Sum(handled, (closed, closing)).relation(story, RULE, Binding.STATED, kind=RelationKind.CARRY_OVER)


def _name(story: Story, frame: Frame) -> str:
    return story.label(frame) if frame.label or frame.start in story.known else frame.gap[-12:]


def _is_closed(name: str) -> bool:
    return bool(_CLOSED.search(name)) and not _CLOSING.search(name)


def _is_received(name: str) -> bool:
    return bool(_RECEIVED.search(name)) and not _DENIED.search(name)


def _best(
    story: Story, opening: Frame, received: Sequence[Frame], closed: Sequence[Frame], closing: Sequence[Frame]
) -> Relation:
    """The reading that balances, else the first by preference: 受理 and 新收 before 收到."""
    ranked = sorted(received, key=lambda f: (not re.search("新收|受理|立案", f.label), abs(f.start - opening.start)))
    readings = [(r, c, x) for r in ranked for c in closed for x in closing]
    for r, c, x in readings:
        left = total([opening.quantity.interval, r.quantity.interval])
        if left.meets(total([c.quantity.interval, x.quantity.interval])):
            return _relation(story, opening, r, c, x, holds=True)
    return _relation(story, opening, *readings[0], holds=False)


def _relation(story: Story, opening: Frame, received: Frame, closed: Frame, closing: Frame, *, holds: bool) -> Relation:
    left = opening.quantity.value + received.quantity.value
    right = closed.quantity.value + closing.quantity.value
    sign = "=" if left == right else "≈" if holds else "≠"
    equation = (
        f"{shown(opening.quantity)} + {shown(received.quantity)} = {shown_value(left, received.quantity)} {sign} "
        f"{shown(closed.quantity)} + {shown(closing.quantity)} = {shown_value(right, closed.quantity)}"
    )
    operands = (
        operand(story, opening, Role.OPENING),
        operand(story, received, Role.RECEIVED),
        operand(story, closed, Role.CLOSED),
        operand(story, closing, Role.CLOSING),
    )
    truth = Truth.HOLDS if holds else Truth.VIOLATED
    gap = "" if holds else shown_value(abs(left - right), received.quantity)
    return Relation("", RelationKind.CARRY_OVER, truth, Binding.STATED, RULE, equation, operands, gap=gap)
