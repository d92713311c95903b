"""Multiples: "是2023年1.1万人次的2.4倍", "增长了2.5倍"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.figures.build import operand, short_decimal, shown
from checker.figures.names import shared_piece
from checker.figures.reading import Frame
from checker.figures.relate.changes.differences import Change, judge
from checker.figures.relate.lists import RATES
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.interval import Interval
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

RULE = "figures.multiple"

_OF = expression(r"(?:为|是|达到|相当于|超过)[^,;。]{0,14}$")
_NAMED = expression(r"(?:为|是|达到|相当于)(?P<base>[^,;。]{2,16})的$")
_OF_BRACKET = expression(r"^(?:为|是|达到|相当于)(?:20\d\d年|上年|去年)(?:同期)?的$")
# 由上年的11件上升到23件,是上年的2.1倍: the level named again.
_OF_BEFORE = expression(
    r"^(?:已|约|大约)?(?:为|是|达到?|相当于)(?P<when>20\d\d年|[上去前]年|上年度|上一年度?|同期|原来?|此前|之前|年初|过去)(?:度|同期)?的$"
)
_FORMER = expression(
    r"(?:由|从|比|较)(?P<when>20\d\d年|[上去前]年|上年度|上一年度?|原来?|此前|之前|年初|过去)?[^,;、]{0,6}$"
)
_REACHED = expression(
    r"^(?:[^,;、]{0,6}?(?:增|升|涨|扩|提高|扩大|发展|跃升|攀升|达)[^,;、]{0,3}?(?:到|至|为)|[^,;、]{0,3}达)$"
)
_AHEAD = 80  # sentences
_GROWN_BY = expression(r"^(?:同比)?(?:增长|增加|上升|增幅为?|增长率为?)了?$")
_GROWN = expression(r"(?:增长|提高|扩大|增加|上升)了?$")


def multiples(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """All statements that one figure is so many times another."""
    group = sentence.at()
    for i, times in enumerate(group):
        if times.unit_class != "times" or times.quantity.hedge or not i:
            continue
        before = [f for f in reversed(group[:i]) if f.unit_class not in RATES]
        if times.label == "的" and _OF.search(group[i - 1].label):
            tops = [f for f in before[1:] if f.unit_class == group[i - 1].unit_class][:1]
            yield from (_relation(story, times, top, group[i - 1], 0, Binding.STATED) for top in tops)
            yield from (r for top in tops for r in _growth_beside(story, group[i + 1 :], top, group[i - 1]))
        elif _GROWN.search(times.label) and len(before) > 1 and _is_change(before[1], before[0]):
            yield _grown(story, times, before[0], before[1])
        elif _OF_BRACKET.search(times.label) and (bases := _told_beside(sentence, group[i - 1])):
            yield from _of_bracket(story, times, group[i - 1], bases)
        elif (told := _OF_BEFORE.match(times.label)) and _reaches(group[:i]):
            yield from _of_before(story, times, before, told["when"])
        elif named := _NAMED.search(times.label):
            yield from _of_named(story, sentence, times, before, named["base"])


def _growth_beside(story: Story, after: Sequence[Frame], top: Frame, base: Frame) -> Iterator[Relation]:
    """检查9816户次,是上年6135户次的1.6倍,增长60.0%: the growth between the same two."""
    change = after[0] if after else None
    if change is not None and change.unit_class == "percent" and change.parted == 2 and _GROWN_BY.match(change.label):
        yield from judge(story, Change(change, 1), base, top)


def _told_beside(sentence: Sentence, frame: Frame) -> list[Frame]:
    """What a bracket tells beside a figure, not what it holds (含网上1件)."""
    return [f for f in sentence.inside(frame) if not f.label.startswith(("含", "其中", "包括"))]


def _is_change(before: Frame, after: Frame) -> bool:
    """由120个增长到420个"""
    same = before.unit_class == after.unit_class
    return (
        same
        and bool(expression(r"(?:由|从)[^,;]{0,8}的?$").search(before.label))
        and bool(expression(r"[到至](?:20\d\d年|上年|今年|本年)?的?$").search(after.label))
    )


def _reaches(group: Sequence[Frame]) -> bool:
    """Whether the figure right before tells the level that was reached."""
    return group[-1].unit_class not in RATES and bool(_REACHED.search(group[-1].label))


def _of_before(story: Story, times: Frame, before: Sequence[Frame], when: str) -> Iterator[Relation]:
    """由2022年的40件增加到90件,是上年的2.25倍: the level before is told in words of the same time."""
    top = before[0]
    for base in before[1:3]:
        former = _FORMER.search(base.label)
        if base.unit_class != top.unit_class or top.parted > 2 or not base.quantity.value:
            return
        if former is not None:
            told = former["when"] or ""
            if _year(story, told) == _year(story, when) or (not told and when[0] == "原"):
                yield _relation(story, times, top, base, 0, Binding.STATED)
            elif _fits(times, top, base, 0):
                yield _relation(story, times, top, base, 0, Binding.INFERRED)
            return


def _year(story: Story, when: str) -> str:
    """The year that is meant: 去年 is the one before the report's."""
    if when[:1] in ("上", "去") and story.report_year is not None:
        return f"{story.report_year - 1}年"
    return when


def _of_named(story: Story, sentence: Sentence, times: Frame, before: list[Frame], name: str) -> Iterator[Relation]:
    """受理量是同期一审案件的1.43倍: only agreement is told, for the figures are named, not stated."""
    if not before:
        return
    bases = [f for f in before if name[:2] in f.label] or story.resolve(
        name, before[0].unit_class, sentence, times.index
    )
    for base in bases[:4]:
        for top in before:
            if top.unit_class == base.unit_class and top is not base and _fits(times, top, base, 0):
                yield _relation(story, times, top, base, 0, Binding.INFERRED)
                return
    if before and "同期" in name:
        yield from _ahead(story, sentence, times, before[0], name)


def _ahead(story: Story, sentence: Sentence, times: Frame, top: Frame, name: str) -> Iterator[Relation]:
    """收到复议申请3487件,为同期一审案件新收数的1.86倍: what it is compared with is told further on in the report."""
    stem = expression(r"同期|全市|全县|全省|行政|案件|数量?$").sub("", name)
    for other in story.sentences[sentence.number + 1 : sentence.number + _AHEAD]:
        for base in other.at():
            same = base.unit_class == top.unit_class and not base.quantity.hedge and base.quantity.value
            if same and shared_piece(stem, base.gap + base.label) and _fits(times, top, base, 0):
                yield _relation(story, times, top, base, 0, Binding.INFERRED)
                return


def _of_bracket(story: Story, times: Frame, top: Frame, bases: list[Frame]) -> Iterator[Relation]:
    """14.85万本,是2022年(0.99万本、件)的15倍"""
    if len(bases) != 1 or bases[0].unit_class != top.unit_class or bases[0].label or not bases[0].quantity.value:
        return
    missed = abs(top.quantity.value / bases[0].quantity.value - times.quantity.value)
    if _fits(times, top, bases[0], 0) or 2 * missed > 1:
        yield _relation(story, times, top, bases[0], 0, Binding.STATED)


def _grown(story: Story, times: Frame, after: Frame, before: Frame) -> Relation:
    """增长了2.5倍 is (N+1) times in the standard's sense, N times in many a report: both are admitted."""
    less = 1 if _fits(times, after, before, 1) or not _fits(times, after, before, 0) else 0
    return _relation(story, times, after, before, less, Binding.STATED)


def _fits(times: Frame, top: Frame, base: Frame, less: int) -> bool:
    quotient = top.quantity.interval / base.quantity.interval - Interval.exact(less)
    stated, base_value = times.quantity, base.quantity.value
    if quotient.meets(stated.interval) or stated.truncated is None:
        return quotient.meets(stated.interval)
    # 14.85 and 0.99 as written make 15: no one cuts that off to 14.
    return bool(base_value) and top.quantity.value / base_value - less in stated.truncated


def _relation(story: Story, times: Frame, top: Frame, base: Frame, less: int, binding: Binding) -> Relation:
    holds = _fits(times, top, base, less)
    value = top.quantity.value / base.quantity.value - less if base.quantity.value else times.quantity.value
    minus = " - 1" if less else ""
    equation = f"{shown(top.quantity)} ÷ {shown(base.quantity)}{minus} = {short_decimal(value, 2)} {'≈' if holds else '≠'} {shown(times.quantity)}"
    operands = (
        operand(story, top, Role.NUMERATOR),
        operand(story, base, Role.DENOMINATOR),
        operand(story, times, Role.RATE),
    )
    kind = RelationKind.GROWTH if less else RelationKind.RATE
    return Relation("", kind, Truth.HOLDS if holds else Truth.VIOLATED, binding, RULE, equation, operands)
