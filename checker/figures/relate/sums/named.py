"""Totals of figures named again: "撤销、变更和责令履行合计36件", "上年结转38件,加上受理432件,共办理470件"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from checker.figures.build import Sum
from checker.figures.names import core_of
from checker.figures.numerals import whole_number
from checker.figures.reading import Frame
from checker.figures.relate.completeness import RULE, is_near
from checker.figures.relate.lists import RATES, STRONG_UNITS, is_compared
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

_NAMES = expression(
    r"(?:^|[,;。:])(?P<names>[^,;。:()]{3,60}?)(?:案件|事项)?(?:[两二三四五六七八九十\d]{1,2}(?:类|项|种|者|个)[^,;、]{0,8}?)?(?:合计|共计|总计|合共|总共|一共|共|合起来|加起来|加在一起|相加|合并)(?:(?:为|达|有|是)?|,[一-龥]{2,6}的?(?:共?有|为))$"
)
_BARE_NAMES = expression(
    r"(?:^|[,;。:])(?P<names>[^,;。:()、]{2,10}(?:、[^,;。:()、]{2,10})*(?:、|和|及)[^,;。:()、]{2,12}?)(?:的(?:案件)?(?:共?有|为)?)?$"
)
_COUNTED = expression(
    r"(?:^|[,;。:])(?P<names>[^,;。:()、]{2,16}(?:、[^,;。:()、]{2,10})+)(?P<number>[两二三四五六七八九]|\d)(?:大?类|项|种)"
    r"(?:信息|案件|事项|纠纷|问题|申请|业务|文书)?$"
)
_AROUND = expression(
    r"^(?:[^,、]{0,8}中)?被|^(?:以|经|通过|采取|(?:依法)?作出)|(?:等)?方式(?:结案|办结|处理)?$|结案$|决定$"
)
_PLUS = expression(r"^(?:,)?(?:加上|加之|连同|再加上)")
_YEAR = expression(r"(20\d\d)年")
_PAIR = 2  # names
_LONGEST = 4  # figures of a list
_NEAREST = 16  # figures
_NEAR = 4  # sentences
_CAME = expression("收|受理|立案|登记")
_HANDLED = expression(r"(?:共|合计|共计|总计|累计|应)[^,;。]{0,10}$")


def named_totals(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """Sums whose parts stand in a sentence before and are named again before the total."""
    group = sentence.at()
    for i, whole in enumerate(group):
        if whole.unit_class in RATES or is_compared(whole):
            continue
        match = _NAMES.search(_gap(group, i))
        names = _names(match["names"]) if match else []
        if len(names) > 1:
            parts = [_one(story, sentence, whole, name) for name in names]
            if all(parts) and len({p.start for p in parts if p}) == len(parts):
                reading = _meant(story, sentence, Sum(whole, tuple(p for p in parts if p)), names)
                yield reading.relation(story, RULE, Binding.STATED)
        elif match is None and (counted := _COUNTED.search(_gap(group, i))):
            yield from _of_number(story, sentence, whole, counted)
        elif match is None and (bare := _BARE_NAMES.search(whole.gap)):
            yield from _bare(story, sentence, whole, _names(bare["names"]))
        if i and _PLUS.search(group[i - 1].gap) and group[i - 1].unit_class == whole.unit_class:
            yield from _plus(story, sentence, group, i)


def _meant(story: Story, sentence: Sentence, reading: Sum, names: Sequence[str]) -> Sum:
    """The sum; what is not called by its very name may be another figure near by that makes it right.

    计划安排检查180家次,…按计划完成176家次,…个案检查41家次,…计划内检查与个案检查合计217家次
    """
    if reading.fits:
        return reading
    for at, (part, name) in enumerate(zip(reading.parts, names, strict=True)):
        if core_of(story.label(part)).endswith(core_of(name)):
            continue
        wanted = reading.whole.quantity.value - reading.value + part.quantity.value
        near = (f for s in (sentence, *story.before(sentence, _NEAR)) for f in s.at() if f.start < reading.whole.start)
        other = next((f for f in near if f.unit_class == part.unit_class and f.quantity.value == wanted), None)
        if other is not None and other not in reading.parts:
            return Sum(reading.whole, (*reading.parts[:at], other, *reading.parts[at + 1 :]))
    return reading


def _of_number(story: Story, sentence: Sentence, whole: Frame, told: re.Match[str]) -> Iterator[Relation]:
    """招生考试、校外培训、学生资助三类信息145条: the kinds are named, as many as the number says."""
    names = _names(told["names"])
    size = whole_number(told["number"])
    names[0] = names[0].rpartition("的")[2]  # 重点领域的招生考试
    parts = [p for name in names if len(core_of(name)) > 1 and (p := _one(story, sentence, whole, name)) is not None]
    if len({p.start for p in parts}) != len(names) or len(names) != size:
        return
    reading = Sum(whole, tuple(sorted(parts, key=lambda p: p.start)))
    called = all(_is_called(story, p, name) for p, name in zip(parts, names, strict=True))
    if reading.fits or (called and is_near(reading)):
        yield reading.relation(story, RULE, Binding.STATED if reading.fits else Binding.INFERRED)


def _gap(group: Sequence[Frame], i: int) -> str:
    """The words before a total, over the count of the kinds that they name (撤销、变更、责令履行三类决定共 N)."""
    before, whole = group[i - 1] if i else None, group[i]
    if before is None or before.quantity.unit not in STRONG_UNITS or before.parted > 1:
        return whole.gap
    return before.gap + before.quantity.text + whole.gap


def _bare(story: Story, sentence: Sentence, whole: Frame, names: Sequence[str]) -> Iterator[Relation]:
    """经调解、和解结案3533件: no word says that it is a sum, so that only agreement is told, but of three whole names."""
    parts = [p for name in names if len(core_of(name)) > 1 and (p := _one(story, sentence, whole, name)) is not None]
    reading = Sum(whole, tuple(parts))
    apart = len(parts) == len(names) > 1 and len({p.start for p in parts}) == len(parts)
    whole_names = len(names) > _PAIR and all(_is_called(story, p, name) for p, name in zip(parts, names, strict=False))
    if apart and (reading.fits or (whole_names and is_near(reading))):
        yield reading.relation(story, RULE, Binding.INFERRED)


def _is_called(story: Story, frame: Frame, name: str) -> bool:
    return core_of(story.label(frame).removeprefix("其中")) == core_of(name)


def _names(text: str) -> list[str]:
    """撤销、变更、责令履行 of "以撤销、变更、责令履行方式结案", "作出撤销、变更、责令履行决定"."""
    text = _AROUND.sub("", text)
    return [n for n in expression(r"、|和|及|与|以及").split(text) if n]


def _plus(story: Story, sentence: Sentence, group: Sequence[Frame], i: int) -> Iterator[Relation]:
    """A…,加上B,共办理C: the figure before and the one added."""
    whole, added = group[i], group[i - 1]
    before = [f for f in reversed(group[: i - 1]) if f.unit_class == whole.unit_class]
    for other in story.before(sentence, 2):
        before += [f for f in reversed(other.at()) if f.unit_class == whole.unit_class]
    run = [before[0], *takewhile(lambda f: f.start < before[0].start, before[1:])] if before else []
    listed = [Sum(whole, (*reversed(run[:size]), added)) for size in range(2, min(len(run), _LONGEST) + 1)]
    readings = [Sum(whole, (f, added)) for f in before[:_NEAREST]]
    reading = next((r for r in (*readings, *listed) if r.fits), None)
    if "合并" in whole.gap or "并案" in whole.gap:
        yield from [reading.relation(story, RULE, Binding.STATED)] if reading is not None else []
        return
    if reading is None and readings and i > 1 and _HANDLED.search(whole.label) and before[0].parted != 1:
        reading = readings[0]
    came = (r for r in readings if _CAME.search(r.parts[0].label) and r.parts[0].parted != 1)
    slipped = [r for r in came if r.is_miswritten(2)] if reading is None and _HANDLED.search(whole.label) else []
    if reading is not None:
        yield reading.relation(story, RULE, Binding.STATED)
    elif len({r.parts[0].quantity.value for r in slipped}) == 1:
        yield slipped[0].relation(story, RULE, Binding.INFERRED)


def _is_of_another_year(story: Story, frame: Frame) -> bool:
    told = _YEAR.match(frame.label)
    return told is not None and told[1] != str(story.report_year)


def _one(story: Story, sentence: Sentence, whole: Frame, name: str) -> Frame | None:
    """The figure with this very name in the sentences before, nearest first."""
    core = core_of(name)
    found = story.resolve(name, whole.unit_class, sentence, whole.index, reach=4)
    found = [f for f in found if not _is_of_another_year(story, f)]  # 2023年收到新办申请1124件
    exact = [f for f in found if core_of(story.label(f)).endswith(core)]
    return next(iter(exact or found), None)
