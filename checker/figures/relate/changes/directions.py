"""Rises and falls told by a word that the figures beside it contradict; agreement is told elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from checker.figures.build import operand, shown
from checker.figures.reading import Frame
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

RULE = "figures.difference"

_FROM = expression(r"(?:由|从)[^,;:。]{0,14}$")
_UP = expression(r"^[^,;:。]{0,6}?(?:上升|增加|增长|上涨|升|增|涨)(?:到|至)了?$")
_DOWN = expression(r"^[^,;:。]{0,6}?(?:下降|减少|降低|回落|下滑|下跌|降|减|跌)(?:到|至)了?$")
# 由第5位上升到第2位, 由二级升至一级: the smaller number is the higher rank.
_RANKED = expression("第|位次|排名|名次|名列|等级|负")
_RANKS = frozenset({"级", "位", "等", "类", "times", "score", "session", "tenth"})
_NUMBER = expression(
    r"^(?:[\d,.]+|百分之[一二三四五六七八九十百千两零点]+|(?!.*分之)[一二三四五六七八九十百千两零]+) ?[一-龥%]*$"
)
_CAME = expression(r"新增|新招|新进|新发|新建|招录|录用|调入|转入|纳入|增加|增设")
_WENT = expression(r"退休|离职|辞职|调出|调离|转出|移出|退出|注销|撤销|取消|减少|核减|拆除|报废")
_NET = expression(r"净(?P<up>增)?(?P<down>减)?(?:加|少)?$")


def directions(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """由0.42%升至0.31%; 新增19名、退休11名、调出6名,净减2名."""
    for before, after in pairwise(sentence.at()):
        up, down = _UP.search(after.label), _DOWN.search(after.label)
        if (up or down) and after.parted in (0, 2) and _are_levels(sentence, before, after):
            difference = after.quantity.value - before.quantity.value
            if difference and (difference > 0) != bool(up):
                yield _contrary(story, before, after, risen=bool(up))
    yield from _net(story, sentence.at())


def _are_levels(sentence: Sentence, before: Frame, after: Frame) -> bool:
    """Whether two figures are plain levels of one thing, neither ranks nor durations nor ratios (1:5)."""
    kind = after.unit_class
    if kind != before.unit_class or not kind or kind in _RANKS or "duration" in kind or not _FROM.search(before.label):
        return False
    told = sentence.text[: after.start - sentence.span.start]
    if _RANKED.search(told[-40:]) or "每" in before.label + after.label or ":" in before.gap[-1:] + after.gap[-1:]:
        return False
    return all(_NUMBER.match(f.quantity.text) and not f.quantity.hedge for f in (before, after))


def _contrary(story: Story, before: Frame, after: Frame, *, risen: bool) -> Relation:
    sign = ">" if before.quantity.value > after.quantity.value else "<"
    equation = f"{shown(before.quantity)} {sign} {shown(after.quantity)}{'(↑)' if risen else '(↓)'}"
    operands = (operand(story, after, Role.LATER), operand(story, before, Role.EARLIER))
    return Relation("", RelationKind.DIFFERENCE, Truth.VIOLATED, Binding.STATED, RULE, equation, operands)


def _net(story: Story, group: Sequence[Frame]) -> Iterator[Relation]:
    """What came less what went is the net change by its amount, and of the other sign."""
    for i, net in enumerate(group):
        match = _NET.search(net.label)
        if match is None or bool(match["up"]) == bool(match["down"]) or net.quantity.hedge:
            continue
        moved = [f for f in group[max(0, i - 5) : i] if f.unit_class == net.unit_class]
        came = [f for f in moved if _CAME.search(f.label) and not _WENT.search(f.label)]
        went = [f for f in moved if _WENT.search(f.label)]
        balance = _total(came) - _total(went)
        exact = all(f.quantity.interval.is_exact for f in (*came, *went, net))
        if not (came and went and exact) or abs(balance) != net.quantity.value or not balance:
            continue
        if len(went) + len(came) == 2 and (balance > 0) == bool(match["up"]):
            continue  # told where stocks are reached
        yield _net_relation(story, came, went, net, holds=(balance > 0) == bool(match["up"]), balance=balance)


def _net_relation(
    story: Story, came: Sequence[Frame], went: Sequence[Frame], net: Frame, *, holds: bool, balance: Fraction
) -> Relation:
    left = " + ".join(shown(f.quantity) for f in came) + "".join(f" - {shown(f.quantity)}" for f in went)
    stated = -balance if not holds else balance
    equation = f"{left} = {balance}" + ("" if holds else f" ≠ {stated}")
    operands = (
        *(operand(story, f, Role.AFTER) for f in came),
        *(operand(story, f, Role.BEFORE) for f in went),
        operand(story, net, Role.CHANGE),
    )
    truth = Truth.HOLDS if holds else Truth.VIOLATED
    return Relation("", RelationKind.DIFFERENCE, truth, Binding.STATED, RULE, equation, operands)


def _total(frames: Sequence[Frame]) -> Fraction:
    return sum((f.quantity.value for f in frames), Fraction(0))
