"""Lists after 其中: they may leave something out, they never exceed their whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.figures.build import Sum, longest_fitting, shown
from checker.figures.names import core_of
from checker.figures.numerals import is_lost, is_swap, plain_decimal
from checker.figures.reading import Frame
from checker.figures.relate.completeness import RULE, is_closed, is_near, is_nearly_closed, tells_the_rest
from checker.figures.relate.list_runs import run_from, run_on
from checker.figures.relate.lists import (
    AMONG,
    COMPARES,
    NEW_FACT,
    RATES,
    REST,
    STATEMENT,
    is_averaged,
    is_compared,
    is_of_other_year,
)
from checker.figures.relate.sums.alongside import alongside
from checker.figures.relate.sums.announced import strength
from checker.figures.relate.sums.slipped_lists import is_slipped
from checker.figures.relate.totals import is_total
from checker.figures.relate.vocabularies import are_akin
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.record import replace
from checker.words.relation import Binding, Relation, RelationKind, Truth

# 2700至2800人入院,其中有300人: the whole is a range, which is not read as a figure.
_RANGE = expression(r"\d[万亿]?[至到—~-]\d[^其]*其中")
_AND = expression("[和与及](?:(?!解|谐|平|时|格)[一-龥]{1,6})?$")
_VACANT = expression("空编|缺编|缺额|缺员")  # posts, no people beside those who hold one
_NOUN = expression(r"[一-龥]{2,6}$")

_COMPARING = 2  # figures
_SHORT = 2  # digits
_PAPERS = frozenset(("case", "copy", "item"))
_BODIES = frozenset(("body", "place", "unit"))
_NEXT = Fraction(1, 10)
"""How far parts may miss a whole that stands further off than the nearest figure."""


def among(story: Story, sentence: Sentence, group: Sequence[Frame], start: int) -> Iterator[Relation]:
    """T …其中 A、B、C: parts of each class of units against the whole of that class."""
    seen: set[str] = set()
    ended = False
    judged: list[tuple[Sum, Relation | None]] = []
    for i in range(start, len(group)):
        frame = group[i]
        ended = ended or (i > start and (frame.parted == STATEMENT or _is_new_fact(frame)))
        if i > start and AMONG.search(frame.gap):
            break
        if frame.unit_class in RATES or frame.unit_class in seen:
            continue
        if ended:
            break  # what follows a semicolon and counts another thing is a new statement
        seen.add(frame.unit_class)
        if is_averaged(frame) or frame.quantity.unit == "秒":
            continue
        parts = run_from(group, i)
        wholes = _wholes_before(story, sentence, group, start, frame)
        if wholes and not is_compared(frame):
            readings = [Sum(whole, tuple(_within(whole, parts))) for whole in wholes]
            reading = next((r for r in readings if r.fits), None) or _with_next_clauses(wholes, group, i)
            reading = (
                reading or _but_the_rest(readings) or _of_papers(wholes[0], group[start : group.index(parts[-1]) + 1])
            )
            reading = reading or _likeliest(readings)
            beside = not any(reading.whole.start < f.start < frame.start and f in wholes for f in group)
            if i > start and frame.parted > 1 and reading.exceeds and len(reading.parts) == 1:
                continue  # 听证代表19人,其中乘客代表8人,采纳意见14条: of no 1项 before
            relation = _judge(story, reading, beside=beside)
            shared = len(wholes) > 1 and wholes[0] in group and _is_joined(wholes[0])
            told: Relation | None = relation
            if relation.truth is Truth.VIOLATED and (shared or summed_up(group, parts)):
                beyond = shared and _exceeds_all(readings[0], wholes)
                told = readings[0].relation(story, RULE, Binding.INFERRED) if beyond else None
            judged.append((reading, told))
            yield from _before_the_rest(story, reading, wholes)
    proved = list(alongside(story, [reading for reading, _ in judged]))
    yield from proved
    starts = {relation.operands[0].span.start for relation in proved}
    yield from (r for _, r in judged if r is not None and r.operands[0].span.start not in starts)


def _is_joined(whole: Frame) -> bool:
    """班子成员7人和单位负责人26人, 国家确定的13个事项和省定8个: whether what a list divides may be this one and the one before."""
    return strength(whole) == 1 or (not whole.parted and _AND.search(whole.label) is not None)


def _is_new_fact(frame: Frame) -> bool:
    """审查53件,其中重大决策9件、合同44件,提出法律意见78条: with a verb of its own, of no whole before it."""
    return frame.parted == 2 and bool(NEW_FACT.match(frame.label))


def _with_next_clauses(wholes: Sequence[Frame], group: Sequence[Frame], i: int) -> Sum | None:
    """举报327件,其中属于职责范围的241件,移送其他部门86件: a part with a verb of its own, where it completes the whole."""
    parts = run_on(group, i)
    ends = (k for k, part in enumerate(parts[1:], 1) if part.parted == STATEMENT or _VACANT.search(part.label))
    end = next(ends, len(parts))
    readings = (Sum(whole, tuple(parts[:end])) for whole in wholes if end > 1)
    return next((reading for reading in readings if reading.fits), None)


def _but_the_rest(readings: Sequence[Sum]) -> Sum | None:
    """办结66件,其中裁决14件、调解43件、撤回9件,剩余7件: what is left is of another figure than the one that the list makes up."""
    ended = (r for r in readings if len(r.parts) > _COMPARING and REST.search(r.parts[-1].gap))
    without = (Sum(r.whole, r.parts[:-1]) for r in ended)
    return next((reading for reading in without if reading.fits), None)


def _of_papers(whole: Frame, run: Sequence[Frame]) -> Sum | None:
    """各类事项146件,其中文件19份、合同协议83件、重大决策3件、其他41件: all of them, whatever they are counted by, if they make it up.

    3276家,包括网吧412家、…、文物保护单位286处、其他304家: bodies and places too, where that agrees.
    """
    classes = {part.unit_class for part in run}
    listed = all(part.parted == 1 for part in run[1:]) and (classes <= _PAPERS or classes <= _BODIES)
    reading = Sum(whole, tuple(run)) if listed and len(run) > 1 else None
    near = reading is not None and classes <= _PAPERS and is_near(reading)
    return reading if reading is not None and (reading.fits or near) else None


def _before_the_rest(story: Story, reading: Sum, wholes: Sequence[Frame]) -> Iterator[Relation]:
    """22件,已判决16件,其中胜诉17件、败诉1件,其余4件正在审理: all but the rest is of the figure right before the list."""
    *parts, rest = reading.parts
    nearest = wholes[0]
    if nearest is reading.whole or len(parts) < 2 or not (reading.fits and REST.search(rest.gap)):
        return
    inner = Sum(nearest, tuple(parts))
    if nearest.index == parts[0].index - 1 and not inner.fits and (inner.is_miswritten() or is_near(inner)):
        yield inner.relation(story, RULE, Binding.INFERRED)


def _exceeds_all(reading: Sum, wholes: Sequence[Frame]) -> bool:
    """Whether a list is by a slip more than all figures before it together (百吨王37辆、非法车辆1462辆,其中…)."""
    most = sum(whole.quantity.value for whole in wholes)
    return reading.value > most and reading.is_miswritten() and is_near(reading)


def _within(whole: Frame, parts: Sequence[Frame]) -> Sequence[Frame]:
    """The parts before the first that follows a comma and is more than the whole: that one counts something else.

    渣土类512件,其中车辆未密闭327件;违法建设类86件: nor what a semicolon parts, as it parts the whole from those before it.
    """
    most = whole.quantity.value
    if whole.parted == STATEMENT:
        parts = parts[: next((k for k, part in enumerate(parts) if k and part.parted == STATEMENT), len(parts))]
    if parts[0].quantity.value > most or _lost_a_digit(whole, parts):
        return parts
    beyond = (k for k, part in enumerate(parts) if part.parted > 1 and part.quantity.value > most)
    return parts[: next(beyond, len(parts))]


def _lost_a_digit(whole: Frame, parts: Sequence[Frame]) -> bool:
    """185名,其中省级62名,市级578名,县级1045名: all of them make up what the whole was meant to be."""
    meant = plain_decimal(Sum(whole, tuple(parts)).value)
    written = plain_decimal(whole.quantity.value)
    bare = all(len(part.label.removeprefix("其中")) <= _SHORT for part in parts)
    akin = bare and are_akin([part.label for part in parts])  # 36场,其中市级24场,县级112场
    return (akin or len(parts) > 2) and (
        (len(meant) > _SHORT and is_swap(written, meant))
        or (len(meant) > _SHORT + (not akin) and is_lost(written, meant))
    )


def _likeliest(readings: Sequence[Sum]) -> Sum:
    """The whole that a list divides where none agrees: the nearest figure that is no part itself.

    净增1833户。其中企业4872户、个体工商户17905户: where the parts exceed it by far, the next that they nearly make up.
    146人,比上年减少9人,其中退休6人、调出4人: the change right before the list, where they nearly make that up alone.
    """
    first = readings[0]
    if is_compared(first.whole) and is_near(first) and all(r is first or 2 * r.coverage < 1 for r in readings):
        return first
    wholes = [r for r in readings if r.whole.parted != 1 and not is_compared(r.whole)] or list(readings)
    near = next((r for r in wholes if abs(1 - r.coverage) <= _NEXT), None)
    return near if near is not None and wholes[0].exceeds else wholes[0]


def summed_up(group: Sequence[Frame], parts: Sequence[Frame]) -> bool:
    """Whether the list has a total of its own behind it, so that it need not divide what stands before it."""
    at = group.index(parts[-1])
    following = next((f for f in group[at + 1 :] if f.unit_class == parts[0].unit_class), None)
    return following is not None and is_total(following)


def _wholes_before(story: Story, sentence: Sentence, group: Sequence[Frame], start: int, part: Frame) -> list[Frame]:
    """What an 其中 may divide: a change right before it, and the nearest count of the class to the left."""
    same = [f for f in reversed(group[:start]) if f.unit_class == part.unit_class]
    counts = [f for f in same if not is_compared(f) and not f.label.endswith("各")]  # 12个大队各4卷
    counts = [f for f in counts if not is_of_other_year(f, same, story.report_year)] or counts
    unit = part.quantity.unit
    if start and unit not in ("", group[start - 1].quantity.unit) and _tail_noun(group[start - 1]).endswith(unit):
        return [group[start - 1]]  # 164项,细化为412个办理项,其中…388项
    if _RANGE.search(group[start].gap):
        return []
    adjacent = bool(same) and same[0] is group[start - 1] and is_compared(same[0]) and not is_averaged(same[0])
    change = same[:1] if adjacent else []
    if counts:
        return [*change, *counts[:4]]
    return [*change, *_wholes_elsewhere(story, sentence, group, start, part)]


def _tail_noun(frame: Frame) -> str:
    """The noun behind a figure, of two characters or more (412个办理项)."""
    noun = _NOUN.match(frame.tail)
    return noun[0] if noun else ""


def _wholes_elsewhere(story: Story, sentence: Sentence, group: Sequence[Frame], start: int, part: Frame) -> list[Frame]:
    """The whole outside the brackets, by the name before a change (行政处罚同比下降18%,其中…), or a sentence before."""
    if part.depth:
        return [f for f in sentence.frames if f.index == part.owner and f.unit_class == part.unit_class]
    if start:
        return _wholes_compared(story, sentence, group, start, part)
    previous = next(iter(story.before(sentence, 1)), None)
    if previous is None or previous.line != sentence.line or not AMONG.match(part.gap.lstrip(" ,:")):
        return []  # 全部办结件均按期答复,其中延期12件: the whole is named here, not counted
    found = [f for f in reversed(previous.at()) if f.unit_class == part.unit_class and not is_compared(f)]
    found = [f for f in found if not is_of_other_year(f, found, story.report_year)] or found
    return sorted(found, key=lambda f: f.parted == 1)[:4]


def _wholes_compared(story: Story, sentence: Sentence, group: Sequence[Frame], start: int, part: Frame) -> list[Frame]:
    """行政处罚同比下降18%,其中…; 新立案件比上年的226件下降9.29%,其中…: what is compared, by its name before the change."""
    for frame in reversed(group[max(0, start - _COMPARING) : start]):
        name = COMPARES.split(frame.label)[0]
        if len(core_of(name)) > 1 and COMPARES.search(frame.label):
            return story.resolve(name, part.unit_class, sentence, frame.index)[:1]
    return []


def _judge(story: Story, whole: Sum, *, beside: bool = True) -> Relation:
    """An open list may fall short of its whole, it may never exceed it; a closed one must equal it.

    `beside` says that no other figure that may be the whole stands between: only then nearness tells anything.
    """
    held = longest_fitting(whole.whole, whole.parts)
    if held is not None and (len(held.parts) == len(whole.parts) or not _is_closed_otherwise(whole)):
        return held.relation(story, RULE, Binding.STATED)
    if held is not None:  # 其他处理1件 closes the list: what it has before adds up to the whole without it
        return whole.relation(story, RULE, Binding.INFERRED)
    ends = ";" in story.text[whole.parts[0].span.end : whole.parts[-1].start]  # 其中网办154项;户政、交管三类事项89项
    loose = len(whole.parts) < 3 and ends
    if len(whole.parts) == 1 or loose:
        return _single(story, Sum(whole.whole, whole.parts[:1]))
    of_change = whole.exceeds and is_compared(whole.whole) and not is_near(whole)
    if not of_change and (whole.exceeds or is_closed(story, whole)):
        return whole.relation(story, RULE, Binding.STATED)
    nearly = beside and is_nearly_closed(whole, among=True) and not tells_the_rest(story, whole)
    if nearly or is_slipped(story, whole):
        return whole.relation(story, RULE, Binding.INFERRED)
    reason = "其中所列可能不全：分项之和小于总数"
    return whole.relation(story, RULE, Binding.INFERRED, truth=Truth.UNDECIDABLE, reason=reason)


def _is_closed_otherwise(whole: Sum) -> bool:
    """Whether a list that adds up without its end ends in 其他, and a slip explains that it is too long with it."""
    return whole.parts[-1].label.startswith(("其他", "其它")) and is_near(whole) and whole.is_miswritten()


def _single(story: Story, part: Sum) -> Relation:
    """One part named of a whole: only the bound can be judged, and of 扣押23宗,其中渔具127件 not even that.

    申请已有两位数,比年初多出3件,其中7件为放射许可: a change may be less than a part of what changed.
    """
    truth = Truth.VIOLATED if part.exceeds else Truth.HOLDS
    mean = part.whole.unit_class.startswith("duration")  # 平均为41.7小时,其中2月份达到63.5小时
    if part.exceeds and (mean or part.parts[0].quantity.unit != part.whole.quantity.unit or is_compared(part.whole)):
        truth = Truth.UNDECIDABLE
    relation = part.relation(story, "figures.bound", Binding.STATED, kind=RelationKind.BOUND, truth=truth)
    sign = ">" if part.exceeds else "≤"
    return replace(relation, equation=f"{shown(part.parts[0].quantity)} {sign} {shown(part.whole.quantity)}")
