"""Part and whole: lists after 其中, lists closed by 共 or 合计, lists opened by "…中," or "按…分"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from checker.figures.build import Sum, shown
from checker.figures.names import core_of
from checker.figures.reading import Frame
from checker.figures.relate.lists import COMPARES, LEFT_OVER, RATES, is_compared, is_total, run_before, run_from
from checker.figures.story import Sentence, Story
from checker.words.relation import Binding, Relation, RelationKind, Truth

RULE = "figures.part-whole"

_AMONG = re.compile(r"其中")
_DIVIDED = re.compile(r"(?:分别[为是]|分为|包括|包含|结果[为是]|依次[为是]|具体[为是]|涵盖)[^,;、]{0,8}$|分别[为是]")
_FROM_TO = re.compile("由|从|提高|降|增|减")

# Kinds that together make up their whole: named in a list of two, nothing is left out.
_COMPLEMENTS = [
    tuple(re.compile(side) for side in pair)
    for pair in (
        ("专职|全职", "兼职"),
        ("现场|当场|口头", "书面"),
        ("简易", "普通|一般"),
        ("存量", "新增|增量"),
        ("胜诉", "败诉"),
        ("新开工|新建", "续建|改建|改造|扩建"),
        ("市本级|市级|市直|市政府", "县|区|乡|镇"),
        ("县本级|县级|县直", "乡|镇|街道"),
        ("省本级|省级|省直", "市|县"),
        ("网上|线上", "窗口|线下|现场"),
        ("男", "女"),
        ("城镇|城市|城区", "农村|乡村"),
        ("法人|单位|企业", "个人|自然人|个体"),
        ("一审", "二审"),
        ("路内", "路外|公共|停车场"),
        ("已", "未|正在"),
        ("主动", "依申请|被动"),
        ("政府", "部门"),
        ("行政村|村", "社区|居委"),
    )
]


def sums(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """All sums that a sentence states, at every depth of brackets."""
    for group in _groups(sentence):
        yield from _announced(story, group)
        yield from _covering(story, group)
        for i, frame in enumerate(group):
            if _AMONG.search(frame.gap):
                yield from _among(story, sentence, group, i)
            elif i and _DIVIDED.search(frame.gap):
                yield from _divided(story, group, i)


def _groups(sentence: Sentence) -> Iterator[list[Frame]]:
    outside = sentence.at()
    if len(outside) > 1 or (outside and _AMONG.search(outside[0].gap)):
        yield outside
    for owner in {f.owner for f in sentence.frames if f.depth}:
        inside = [f for f in sentence.frames if f.owner == owner and f.depth]
        if len(inside) > 1:
            yield inside


def _announced(story: Story, group: Sequence[Frame]) -> Iterator[Relation]:
    """A、B、C 共 N: some run of figures right before the total must add up to it."""
    for i, whole in enumerate(group):
        if i < 2 or not is_total(whole) or whole.unit_class in RATES:
            continue
        run = run_before(group, i)
        readings = [Sum(whole, tuple(run[k:])) for k in range(len(run) - 1)]
        if not readings:
            continue
        held = next((r for r in reversed(readings) if r.fits), None)
        yield (held or _nearest_run(readings)).relation(story, RULE, Binding.STATED)


def _covering(story: Story, group: Sequence[Frame]) -> Iterator[Relation]:
    """分别培训52人、49人、45人,实现146名…全覆盖"""
    for i, whole in enumerate(group):
        if i > 1 and whole.parted == 2 and whole.label in ("实现", "共实现", "完成") and "覆盖" in whole.tail:
            run = run_before(group, i)
            reading = Sum(whole, tuple(run))
            if len(run) > 1 and (reading.fits or is_nearly_closed(reading)):
                yield reading.relation(story, RULE, Binding.STATED if reading.fits else Binding.INFERRED)


def _nearest_run(readings: Sequence[Sum]) -> Sum:
    """The reading to show: the run of figures parted alike that ends at the total."""
    parts = readings[0].parts
    strength = parts[-1].parted
    size = 1
    for part in reversed(parts[:-1]):
        size += 1
        if part.parted != strength:
            break
    return min((r for r in readings if len(r.parts) >= min(size, len(parts))), key=lambda r: len(r.parts))


def _among(story: Story, sentence: Sentence, group: Sequence[Frame], start: int) -> Iterator[Relation]:
    """T …其中 A、B、C: parts of each class of units against the whole of that class."""
    seen: set[str] = set()
    for i in range(start, len(group)):
        frame = group[i]
        if frame.unit_class in RATES or frame.unit_class in seen:
            continue
        if i > start and (_AMONG.search(frame.gap) or (frame.parted == 3 and not seen)):
            break
        seen.add(frame.unit_class)
        parts = tuple(run_from(group, i))
        wholes = _wholes_before(story, sentence, group, start, frame)
        if wholes and not is_compared(frame):
            readings = [Sum(whole, parts) for whole in wholes]
            yield _judge(story, next((r for r in readings if r.fits), readings[-1]))


def _wholes_before(story: Story, sentence: Sentence, group: Sequence[Frame], start: int, part: Frame) -> list[Frame]:
    """What an 其中 may divide: a change right before it, and the nearest count of the class to the left."""
    found: list[Frame] = []
    same = [f for f in reversed(group[:start]) if f.unit_class == part.unit_class]
    if same and same[0] is group[start - 1] and is_compared(same[0]):
        found.append(same[0])
    count = next((f for f in same if not is_compared(f)), None) or _whole_elsewhere(story, sentence, group, start, part)
    return [*found, count] if count is not None else found


def _whole_elsewhere(story: Story, sentence: Sentence, group: Sequence[Frame], start: int, part: Frame) -> Frame | None:
    """The whole outside the brackets, by the name before a change (行政处罚同比下降18%,其中…), or a sentence before."""
    if part.depth:
        owner = next((f for f in sentence.frames if f.index == part.owner), None)
        return owner if owner is not None and owner.unit_class == part.unit_class else None
    if start:
        name = COMPARES.split(group[start - 1].label)[0]
        named = len(core_of(name)) > 1 and COMPARES.search(group[start - 1].label)
        found = story.resolve(name, part.unit_class, sentence, group[start - 1].index) if named else []
        return found[0] if found else None
    previous = next(iter(story.before(sentence, 1)), None)
    if previous is None or previous.line != sentence.line:
        return None
    return next((f for f in reversed(previous.at()) if f.unit_class == part.unit_class and not is_compared(f)), None)


def _divided(story: Story, group: Sequence[Frame], i: int) -> Iterator[Relation]:
    """T，分别为 A、B、C: the list is the whole division."""
    whole, first = group[i - 1], group[i]
    if _FROM_TO.search(first.gap):
        return
    if whole.unit_class != first.unit_class or is_compared(whole) or is_compared(first):
        return
    parts = run_from(group, i)
    if len(parts) > 1:
        yield Sum(whole, tuple(parts)).relation(story, RULE, Binding.STATED)


def _judge(story: Story, whole: Sum) -> Relation:
    """An open list may fall short of its whole, it may never exceed it; a closed one must equal it."""
    for size in range(len(whole.parts), 1, -1):
        reading = Sum(whole.whole, whole.parts[:size])
        if reading.fits:
            return reading.relation(story, RULE, Binding.STATED)
    if len(whole.parts) == 1:
        return _single(story, whole)
    if whole.exceeds or is_closed(story, whole):
        return whole.relation(story, RULE, Binding.STATED)
    if is_nearly_closed(whole):
        return whole.relation(story, RULE, Binding.INFERRED)
    reason = "其中所列可能不全：分项之和小于总数"
    return whole.relation(story, RULE, Binding.INFERRED, truth=Truth.UNDECIDABLE, reason=reason)


def _single(story: Story, part: Sum) -> Relation:
    """One part named of a whole: only the bound can be judged."""
    truth = Truth.VIOLATED if part.exceeds else Truth.HOLDS
    relation = part.relation(story, "figures.bound", Binding.STATED, kind=RelationKind.BOUND, truth=truth)
    sign = ">" if part.exceeds else "≤"
    return replace(relation, equation=f"{shown(part.parts[0].quantity)} {sign} {shown(part.whole.quantity)}")


def is_closed(story: Story, parts: Sum) -> bool:
    """Whether the list says of itself that it is whole."""
    labels = [story.label(p) + p.tail for p in parts.parts]
    if LEFT_OVER.search(parts.parts[-1].label):
        return True
    if len(labels) == 2 and any(
        (a.search(labels[0]) and b.search(labels[1])) or (b.search(labels[0]) and a.search(labels[1]))
        for a, b in _COMPLEMENTS
    ):
        return True
    return _covers(parts.whole.label + parts.whole.tail, [p.label for p in parts.parts])


def _covers(name: str, labels: Sequence[str]) -> bool:
    """Whether the name of the whole is itself the list of the parts' names (新建和改造公厕: 新建, 改造)."""
    return len(labels) > 1 and all(len(label) > 1 and label[:2] in name for label in labels)


def is_nearly_closed(parts: Sum) -> bool:
    """Whether the parts make up so much of the whole that a slip is likelier than an omission."""
    return parts.coverage >= (Fraction(7, 10) if len(parts.parts) > 2 else Fraction(4, 5))
