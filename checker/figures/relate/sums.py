"""Part and whole: lists after 其中, lists closed by 共 or 合计, lists opened by "…中," or "按…分"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from checker.figures.build import Sum, longest_fitting, shown
from checker.figures.names import core_of
from checker.figures.numerals import han_number
from checker.figures.reading import Frame
from checker.figures.relate.lists import (
    COMPARES,
    LEFT_OVER,
    RATES,
    STAGE,
    is_compared,
    is_level,
    is_total,
    may_be_total,
    run_before,
    run_from,
    run_on,
)
from checker.figures.story import Sentence, Story
from checker.figures.units import MEASURES
from checker.patterns import expression
from checker.words.relation import Binding, Relation, RelationKind, Truth

RULE = "figures.part-whole"

_AMONG = expression(r"其中")
_DIVIDED = expression(r"(?:分别[为是]|分为|包括|包含|依次[为是]|具体[为是]|即)[^,;、]{0,8}$|分别[为是]|^[^,;]{0,10}:")
_RESULT = expression(r"(?:结果|类型|方式|情况|原因)(?:分别)?[为是]")
_MADE_OF = expression(r"^(?:,)?由|,由")
_FIRST = expression(r"前([两二三四五六七八九十])(?:类|项|位|名)")
_NUMBERED = expression(r"[两二三四五六七八九十\d](?:类|项|者|个)")
_COMPOSED = expression(r"[^,;]{0,6}(?:组成|构成|合成)")
_VIEWED = expression(r"[看分][,:]|中,")
_FROM_TO = expression("由|从|提高|降|增|减")

# Kinds that together make up their whole: named in a list of two, nothing is left out.
_COMPLEMENTS = [
    tuple(expression(side) for side in pair)
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


# Outcomes that exclude each other and leave little beside them.
_VOCABULARIES = tuple(
    expression(f"^(?:其中|已经|已|评定为?|判决|裁定|依法|决定|被|作出)*(?:{words})")
    for words in (
        "废止|修改|修订|保留|继续有效|失效|宣布失效",
        "解决|列入计划|作出解释|解释说明|留作参考|正在解决|基本解决|采纳",
        "维持|驳回|撤销|变更|确认违法|确认无效|责令履行|终止|调解|撤回|不予受理|受理|申请人撤回|其他",
        "胜诉|败诉|撤诉|准许撤诉",
        "优秀|良好|合格|不合格|基本合格",
        "办结|阶段性办结|正在办理|在办|未办结",
        "准予|不予|撤回|申请人撤回",
        "立行立改|限期整改|当场整改|长期整改",
    )
)


def sums(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """All sums that a sentence states, at every depth of brackets."""
    yield from _announced_after(story, sentence)
    for group in _groups(sentence):
        yield from _announced(story, group)
        yield from _covering(story, group)
        for i, frame in enumerate(group):
            if _AMONG.search(frame.gap) and not is_level(frame):
                yield from _among(story, sentence, group, i)
            elif i and (_DIVIDED.search(frame.gap) or _RESULT.search(frame.gap) or _MADE_OF.search(frame.gap)):
                yield from _divided(story, group, i)
            elif i:
                yield from _side_by_side(story, group, i)
        yield from _bracketed(story, sentence, group)


def _groups(sentence: Sentence) -> Iterator[Sequence[Frame]]:
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
        stated = is_total(whole)
        if i < 2 or whole.unit_class in RATES or not (stated or may_be_total(whole)):
            continue
        run = run_before(group, i)
        readings = [Sum(whole, tuple(run[k:])) for k in range(len(run) - 1)]
        if not readings:
            continue
        mixed = _mixed_run(group, i)
        if len(mixed) > 1 and not any(r.fits for r in readings):
            reading = Sum(whole, tuple(mixed))
            if reading.fits or any(f not in run for f in mixed):
                yield from [reading.relation(story, RULE, Binding.STATED)] if reading.fits else []
                continue
        reading = next((r for r in reversed(readings) if r.fits), None) or _nearest_run(readings)
        if stated or reading.fits:
            yield reading.relation(story, RULE, Binding.STATED)
        elif is_nearly_closed(reading) and is_list(reading.parts):
            yield reading.relation(story, RULE, Binding.INFERRED)


def _mixed_run(group: Sequence[Frame], end: int) -> list[Frame]:
    """The 、 list right before a total whatever its units are: 合同94份、行政决定37件,共131件."""
    run: list[Frame] = []
    for frame in reversed(group[:end]):
        if frame.unit_class in MEASURES or is_compared(frame):
            break
        run.append(frame)
        if frame.parted != 1:
            break
    run.reverse()
    return run


def _announced_after(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """…。三项合计117宗: a total that opens a sentence sums up the figures of the one before."""
    outside = sentence.at()
    if not outside or not is_total(outside[0]) or outside[0].unit_class in RATES:
        return
    whole = outside[0]
    previous = next(iter(story.before(sentence, 1)), None)
    same = [f for f in previous.at() if f.unit_class == whole.unit_class and not is_compared(f)] if previous else []
    first = _FIRST.search(whole.label)
    main = [f for f in same if f.parted != 1 and "其中" not in f.gap]
    named = _NUMBERED.search(whole.label)
    count = han_number(first[1]) if first else None
    readings = [same[: int(count)]] if count else [main, same, *(same[-size:] for size in range(2, len(same)))]
    sums_ = [Sum(whole, tuple(r)) for r in readings if len(r) > 1]
    fitting = next((r for r in sums_ if r.fits), None)
    if fitting is not None:
        yield fitting.relation(story, RULE, Binding.STATED)
    elif sums_ and (count or named) and is_nearly_closed(sums_[0]):
        yield sums_[0].relation(story, RULE, Binding.INFERRED)


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
            relation = _judge(story, next((r for r in readings if r.fits), None) or _likeliest(readings))
            shared = len(wholes) > 1 and wholes[0].parted == 1 and wholes[0] in group
            if relation.truth is not Truth.VIOLATED or not (shared or summed_up(group, parts)):
                yield relation


def _likeliest(readings: Sequence[Sum]) -> Sum:
    """The whole that a list divides where none agrees: the nearest figure that is no part itself."""
    wholes = [r for r in readings if r.whole.parted != 1 and not is_compared(r.whole)]
    return (wholes or list(readings))[0]


def summed_up(group: Sequence[Frame], parts: Sequence[Frame]) -> bool:
    """Whether the list has a total of its own behind it, so that it need not divide what stands before it."""
    at = group.index(parts[-1])
    following = next((f for f in group[at + 1 :] if f.unit_class == parts[0].unit_class), None)
    return following is not None and is_total(following)


def _wholes_before(story: Story, sentence: Sentence, group: Sequence[Frame], start: int, part: Frame) -> list[Frame]:
    """What an 其中 may divide: a change right before it, and the nearest count of the class to the left."""
    same = [f for f in reversed(group[:start]) if f.unit_class == part.unit_class]
    counts = [f for f in same if not is_compared(f)]
    change = same[:1] if same and same[0] is group[start - 1] and is_compared(same[0]) else []
    if counts:
        return [*change, *counts[:4]]
    elsewhere = _whole_elsewhere(story, sentence, group, start, part)
    return [*change, elsewhere] if elsewhere is not None else change


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
    found = [f for f in reversed(previous.at()) if f.unit_class == part.unit_class and not is_compared(f)]
    return next((f for f in found if f.parted != 1), None) or next(iter(found), None)


def _divided(story: Story, group: Sequence[Frame], i: int) -> Iterator[Relation]:
    """T，分别为 A、B、C / T，由 A、B、C 组成 / 结果为 A、B、C: the list is the whole division, for each class of units."""
    made = _MADE_OF.search(group[i].gap)
    if is_compared(group[i]) or (not made and _FROM_TO.search(group[i].gap)):
        return
    seen: set[str] = set(RATES)
    for k in range(i, len(group)):
        first = group[k]
        if first.unit_class in seen or (k > i and first.parted == 3):
            continue
        seen.add(first.unit_class)
        yield from _division(story, group, i, k, made=bool(made))


def _division(story: Story, group: Sequence[Frame], i: int, k: int, *, made: bool) -> Iterator[Relation]:
    first = group[k]
    parts = run_from(group, k)
    wholes = [f for f in reversed(group[:i]) if f.unit_class == first.unit_class and not is_compared(f)]
    if len(parts) < 2 or not wholes or (made and not _COMPOSED.match(parts[-1].tail)):
        return
    readings = [Sum(whole, tuple(parts)) for whole in wholes[:5]]
    reading = next((r for r in readings if r.fits), None) or nearest(readings)
    adjacent = k == i and wholes[0] is group[i - 1] and len(wholes) == 1
    if reading.fits or adjacent or is_nearly_closed(reading):
        yield reading.relation(story, RULE, Binding.STATED)


def nearest(readings: Sequence[Sum]) -> Sum:
    """The reading whose whole comes nearest in value, where none agrees."""
    return min(readings, key=lambda r: abs(1 - r.coverage))


def _side_by_side(story: Story, group: Sequence[Frame], i: int) -> Iterator[Relation]:
    """T，A a件、B b件: a list right after its whole, without a cue; only agreement or a near miss is told."""
    first = group[i]
    whole = next((f for f in reversed(group[:i]) if f.unit_class not in RATES and not is_compared(f)), first)
    same = whole.unit_class == first.unit_class and whole is not first
    if not same or first.parted < 2 or is_compared(whole) or is_compared(first) or is_total(first):
        return
    if _VIEWED.search(first.gap):
        return
    run, longer = run_from(group, i), run_on(group, i)
    if len(longer) > len(run) and are_outcomes([f.label.strip() for f in longer]):
        run = longer
    held = longest_fitting(whole, longer)
    if held is not None:
        yield held.relation(story, RULE, Binding.STATED)
        return
    for other in (f for f in reversed(group[:i]) if f.unit_class == first.unit_class and not _is_part(f)):
        reading = Sum(other, tuple(run))
        if len(run) > 1 and reading.fits:
            yield reading.relation(story, RULE, Binding.STATED)
            return
    ends = len(longer) == len(run) or longer[len(run)].parted == 3
    reading = Sum(whole, tuple(run))
    if len(run) < 2 or first.parted == 3 or not ends or _is_part(whole) or summed_up(group, run):
        return
    pair = len(run) == 2 and are_complements([story.label(p) + p.tail for p in run])
    if first.parted > max(f.parted for f in run[1:]) or _are_kinds(whole, run) or pair:
        yield from _near_miss(story, reading)


def _are_kinds(whole: Frame, run: Sequence[Frame]) -> bool:
    """Whether the names are outcomes of one list, or three that end or begin alike (5A级1家,4A级12家,3A级28家)."""
    labels = [f.label.strip() for f in run]
    if are_outcomes(labels):
        return not are_outcomes([*labels, whole.label.strip()])
    if len(labels) < 3 or not all(labels):
        return False
    tails, heads = {label[-1] for label in labels}, {label[0] for label in labels}
    return (len(tails) == 1 and not whole.label.endswith(tuple(tails))) or len(heads) == 1


def _is_part(frame: Frame) -> bool:
    """Whether a figure stands in a list itself, so that it is not what the next list divides."""
    return (
        frame.parted == 1
        or is_level(frame)
        or bool(_AMONG.search(frame.gap) or _DIVIDED.search(frame.gap) or _RESULT.search(frame.gap))
    )


def _bracketed(story: Story, sentence: Sentence, group: Sequence[Frame]) -> Iterator[Relation]:
    """T(A a件、B b件): the bracket divides the figure before it."""
    for whole in group:
        inside = [f for f in sentence.inside(whole) if f.unit_class == whole.unit_class]
        if len(inside) < 2 or _AMONG.search(inside[0].gap) or is_compared(inside[0]) or whole.depth:
            continue
        reading = Sum(whole, tuple(run_from(inside, 0)))
        if reading.fits:
            yield reading.relation(story, RULE, Binding.STATED)
        elif len(reading.parts) > 1 and not re.search("含|如|包括", inside[0].gap) and is_list(reading.parts):
            if reading.exceeds or is_closed(story, reading):
                yield reading.relation(story, RULE, Binding.STATED)
            elif reading.coverage >= Fraction(1, 2):
                yield reading.relation(story, RULE, Binding.INFERRED)


def _near_miss(story: Story, reading: Sum) -> Iterator[Relation]:
    """A list that almost makes up the figure before it is likelier a slip than a coincidence."""
    if is_nearly_closed(reading) and is_list(reading.parts) and reading.whole.quantity.interval.is_bounded:
        binding = Binding.STATED if is_closed(story, reading) else Binding.INFERRED
        yield reading.relation(story, RULE, binding)


def is_list(parts: Sequence[Frame]) -> bool:
    """Whether the figures read as kinds side by side: each with a name of its own, none a stage of the others."""
    if are_outcomes([p.label.strip() for p in parts]):
        return True
    labels = [core_of(p.label) for p in parts]
    return all(labels) and len(set(labels)) == len(labels) and not any(STAGE.search(p.label) for p in parts)


def _judge(story: Story, whole: Sum) -> Relation:
    """An open list may fall short of its whole, it may never exceed it; a closed one must equal it."""
    held = longest_fitting(whole.whole, whole.parts)
    if held is not None:
        return held.relation(story, RULE, Binding.STATED)
    loose = len(whole.parts) < 3 and any(p.parted == 3 for p in whole.parts[1:])
    if len(whole.parts) == 1 or loose:
        return _single(story, Sum(whole.whole, whole.parts[:1]))
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
    return are_complements(labels) or _covers(parts.whole.label + parts.whole.tail, [p.label for p in parts.parts])


def are_outcomes(labels: Sequence[str]) -> bool:
    """Whether all names are outcomes out of one closed vocabulary (废止, 修改, 继续有效)."""
    return len(set(labels)) == len(labels) and any(all(v.search(label) for label in labels) for v in _VOCABULARIES)


def are_complements(labels: Sequence[str]) -> bool:
    """Whether two names are the two sides of one division (简易程序, 普通程序)."""
    return len(labels) == 2 and any(
        (a.search(labels[0]) and b.search(labels[1])) or (b.search(labels[0]) and a.search(labels[1]))
        for a, b in _COMPLEMENTS
    )


def _covers(name: str, labels: Sequence[str]) -> bool:
    """Whether the name of the whole is itself the list of the parts' names (新建和改造公厕: 新建, 改造)."""
    return len(labels) > 1 and all(len(label) > 1 and label[:2] in name for label in labels)


def is_nearly_closed(parts: Sum) -> bool:
    """Whether the parts come so near the whole that a slip is likelier than an omission or an overlap."""
    if not parts.whole.quantity.interval.is_bounded:
        return False
    if abs(parts.value - parts.whole.quantity.value) <= 1:
        return True
    floor = Fraction(3, 4) if len(parts.parts) > 2 else Fraction(4, 5)
    return floor <= parts.coverage <= Fraction(5, 4)
