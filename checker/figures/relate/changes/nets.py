"""A change that its comings and goings make up: 比上年末减少5人:新进9人,退休8人,调出6人; 调出8家、调入31家,净增23家."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.figures.build import operand, shown, shown_value
from checker.figures.reading import Frame
from checker.figures.relate.changes.differences import DIFFERENCE
from checker.figures.relate.changes.movements import change_of
from checker.figures.relate.lists import exact_counts
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

_CAME = expression(
    "新进|新[一-龥]{0,3}证|承接|调入|招录|考录|录用|转入|新增|划入|新设|新建|入库|迁入|接收|列入|新招|引进|安置$"
)
_WENT = expression(
    "取消|下放|划转|退休|调出|调离|离职|辞职|辞退|转出|减少|划出|撤销|注销|退库|迁出|移出|退出|开除|解聘|去世|死亡"
)
_NET = expression(r"净(?P<way>[增减])(?:加|少|长)?$")
_LIST = expression(r":|其中,?|原因")
_FEWEST, _MOST = 2, 12


def nets(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """The net change behind its movements, and the change whose movements, of both ways, a colon opens."""
    counts = exact_counts(sentence.at())
    for i, frame in enumerate(counts):
        told = _NET.search(frame.label)
        inside = exact_counts(sentence.inside(frame)) if told is not None else []
        moved = _movements(inside, frame)
        if told is not None and len(moved) > 1:  # 净增15人(新取证21人,退休调出6人)
            yield from _judged(story, frame, moved, up=told["way"] == "增", sure=len(moved) == len(inside))
            continue
        if told is not None and frame.parted == 2:
            before = _movements(counts[max(0, i - _MOST) : i][::-1], frame)[::-1]
            whole = not before or not _is_listed_behind_another(counts, before[0])
            yield from _judged(story, frame, before, up=told["way"] == "增", sure=whole)
            continue
        change = change_of(frame)
        after = counts[i + 1 : i + 1 + _MOST]
        if change is not None and after and _LIST.search(after[0].gap):
            yield from _judged(story, frame, _movements(after, frame), up=change.up > 0, sure=False)


def _movements(frames: Sequence[Frame], change: Frame) -> list[Frame]:
    """The figures beside a change that came or went, up to the first that did neither."""
    found: list[Frame] = []
    for frame in frames:
        if frame.unit_class != change.unit_class or not (_CAME.search(frame.label) or _WENT.search(frame.label)):
            break
        found.append(frame)
    return found


def _is_listed_behind_another(counts: Sequence[Frame], first: Frame) -> bool:
    """合并4项、划转3项、新增2项,净减少5项: whether the list of movements has one before, by a word that is not known."""
    at = counts.index(first)
    return at > 0 and first.parted < 2 and counts[at - 1].unit_class == first.unit_class


def _judged(story: Story, change: Frame, moved: Sequence[Frame], *, up: bool, sure: bool) -> Iterator[Relation]:
    """What fails is so by inference, and only where both ways are told and it misses by little: others may have moved."""
    came = [f for f in moved if not _WENT.search(f.label)]
    went = [f for f in moved if f not in came]
    if len(moved) < _FEWEST or not (came and went):
        return
    value = sum((f.quantity.value for f in came), Fraction(0)) - sum((f.quantity.value for f in went), Fraction(0))
    stated = change.quantity.value if up else -change.quantity.value
    near = len(moved) == _FEWEST if sure else len(moved) > _FEWEST
    if value != stated and not near:
        return
    signed = [("+" if f in came else "-", f) for f in (*came, *went)]
    left = " ".join(f"{sign} {shown(f.quantity)}" for sign, f in signed).removeprefix("+ ")
    equation = f"{left} = {shown_value(value, change.quantity)}"
    equation += "" if value == stated else f" ≠ {shown_value(stated, change.quantity)}"
    operands = (
        *(operand(story, f, Role.RECEIVED) for f in came),
        *(operand(story, f, Role.CLOSED) for f in went),
        operand(story, change, Role.CHANGE),
    )
    truth, gap = (
        (Truth.HOLDS, "") if value == stated else (Truth.VIOLATED, shown_value(abs(value - stated), change.quantity))
    )
    yield Relation("", RelationKind.DIFFERENCE, truth, Binding.INFERRED, DIFFERENCE, equation, operands, gap=gap)
