"""Levels and movements told apart: 年初有执法人员93人 far from 在岗96人; 招录8人、调入3人,退休4人、调出2人,净增5人; only agreement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product

from checker.figures.build import operand, shown
from checker.figures.names import core_of, shared_piece
from checker.figures.reading import Frame
from checker.figures.relate.lists import exact_counts, is_compared
from checker.figures.relate.stocks.holdings import RULE
from checker.figures.relate.stocks.inventories import ends, moved_in, moved_out, relation_of, starts
from checker.figures.relate.stocks.reached import difference_of
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

_NET = expression(r"净(?P<way>增|减)(?:加|少|长)?(?:了|为)?$")
_AGAINST = expression(r"(?:比|较|与)[^,;]{0,10}(?:初|末|底|年|同期)[^,;]{0,4}$")
_WORD = expression(r"年初|期初|年末|上年|去年|[末底初]|为|有|原|20\d\d年")
_MOST = 7
"""How many levels, arrivals and departures of a paragraph are tried with each other."""
_MARKS = ("年初", "期初", "年末", "年底", "月末", "月底")
_FEWEST = 3  # movements

_Levels = Mapping[tuple[str, Fraction], Frame]


def told_apart(story: Story, paragraph: Sequence[Sentence]) -> Iterator[Relation]:
    """The balances of a paragraph whose figures stand in several sentences, and its net changes."""
    told = [sentence for sentence in paragraph if "净" in sentence.text]
    levels = _first_told(paragraph) if told else {}
    for sentence in told:
        yield from _nets(story, levels, sentence)
    if not any(mark in sentence.text for sentence in paragraph for mark in _MARKS):
        return
    frames = [f for s in paragraph for f in exact_counts(s.at())]
    opened = [f for f in frames if starts(story, f)]
    for start in opened[:2]:
        same = [f for f in frames if f.unit_class == start.unit_class and f is not start and not is_compared(f)]
        name = core_of(_WORD.sub("", story.label(start)))
        came, went = ([f for f in same if moved(f)] for moved in (moved_in, moved_out))
        now = [f for f in same if ends(story, f) or len(shared_piece(name, story.label(f))) > 1]
        ways = product(now[:_MOST], came[:_MOST], went[:_MOST])
        held = next((w for w in ways if len({f.start for f in w}) == len(w) and _balances(start, *w)), None)
        if held is not None:
            yield relation_of(story, start, held[1], [held[2]], held[0], holds=True)


def _balances(start: Frame, end: Frame, came: Frame, went: Frame) -> bool:
    return start.quantity.value + came.quantity.value - went.quantity.value == end.quantity.value


def _first_told(paragraph: Sequence[Sentence]) -> _Levels:
    """The first figure of each class and value."""
    levels: dict[tuple[str, Fraction], Frame] = {}
    for sentence in paragraph:
        for frame in exact_counts(sentence.at()):
            levels.setdefault((frame.unit_class, frame.quantity.value), frame)
    return levels


def _nets(story: Story, levels: _Levels, sentence: Sentence) -> Iterator[Relation]:
    """公开招录8人、调入3人,退休4人、调出2人,比上年末的133人净增5人, and the 138 that there are now."""
    group = exact_counts(sentence.at())
    for i, net in enumerate(group):
        told = _NET.search(net.label)
        if told is None or not i:
            continue
        before = group[i - 1] if _AGAINST.search(group[i - 1].label) and not net.parted else None
        inside = [f for f in exact_counts(sentence.inside(net)) if starts(story, f)]
        before = before or next(iter(inside), None)  # 净增加3名(上年末60名)
        moved = _movements(group[: i - 1 if before else i], net)
        sign = 1 if told["way"] == "增" else -1
        change = sum(f.quantity.value * (1 if moved_in(f) else -1) for f in moved)
        if before is not None and before.unit_class == net.unit_class:
            agreed = len(moved) >= _FEWEST and change == sign * net.quantity.value
            yield from _since(story, levels, before, net, sign, moved if agreed else [])


def _movements(frames: Sequence[Frame], net: Frame) -> list[Frame]:
    """The figures right before a net change that tell what came and what went."""
    found: list[Frame] = []
    for frame in reversed(frames):
        if frame.unit_class != net.unit_class or not (moved_in(frame) or moved_out(frame)):
            break
        found.append(frame)
    found.reverse()
    return found


def _since(
    story: Story, levels: _Levels, before: Frame, net: Frame, sign: int, moved: Sequence[Frame]
) -> Iterator[Relation]:
    """What there is now stands before, in the same paragraph."""
    wanted = before.quantity.value + sign * net.quantity.value
    now = levels.get((net.unit_class, wanted))
    if now is None or now.start >= before.start:
        return
    yield difference_of(story, now, before, net)
    if moved:
        yield _of_levels(story, before, moved, now)


def _signed(frames: Sequence[Frame]) -> str:
    signs = ("+" if moved_in(f) else "-" for f in frames)
    return " ".join(f"{sign} {shown(f.quantity)}" for sign, f in zip(signs, frames, strict=True))


def _of_levels(story: Story, before: Frame, moved: Sequence[Frame], now: Frame) -> Relation:
    equation = f"{shown(before.quantity)} {_signed(moved)} = {shown(now.quantity)}"
    operands = (
        operand(story, before, Role.OPENING),
        *(operand(story, f, Role.RECEIVED if moved_in(f) else Role.CLOSED) for f in moved),
        operand(story, now, Role.CLOSING),
    )
    return Relation("", RelationKind.CARRY_OVER, Truth.HOLDS, Binding.INFERRED, RULE, equation, operands)
