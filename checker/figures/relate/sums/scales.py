"""Scales: grades counted from the upper end down, and divisions whose both ends are named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from checker.figures.build import Sum
from checker.figures.reading import Frame
from checker.figures.relate.completeness import RULE, is_near
from checker.figures.relate.list_runs import run_from
from checker.figures.relate.lists import is_compared
from checker.figures.story import Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

_BESIDE = 2  # the bound of the first band is a figure too
_MOST = 4  # figures before a scale that may be its whole
_BAND = expression(
    r"(?:\([^()\d]*\))?[^,、;:。()\d]{0,6}(?:,(?:平均|均)[^,;。\d]{0,4}\d+(?:\.\d+)? ?分)?[,、;:](?:其中,?)?(?:得分|评分|成绩|年龄)?(?:为|在)? ?(?P<unit>\d+ ?(?:分|周?岁|年|万元)?)"
    r"(?:(?:\(?含?\)?及?)(?P<end>以上|以下)|(?:以上)? ?[-—~至到] ?\d+ ?(?:分|周?岁|年|万元)(?:之间)?(?:\(?不?含?\)?(?:以下)?)?)的?(?:有|为|共)? ?"
)
_UPWARD = expression(r"([一-龥]{2,4}?)(?:等次)?(?:及)?以上$")


def graded(story: Story, group: Sequence[Frame]) -> Iterator[Relation]:
    """优秀217卷、合格371卷、不合格12卷;合格以上588卷: the kinds down to the one named, of a scale told from its upper end."""
    for i, whole in enumerate(group):
        named = _UPWARD.search(whole.label)
        kinds = [f for f in group[:i] if f.unit_class == whole.unit_class]
        last = next((k for k, f in enumerate(kinds) if named and f.label.endswith(named[1])), None)
        first = next((k for k, f in enumerate(kinds) if f.label.endswith(("优秀", "优等"))), None)
        if last is not None and first is not None and first < last:
            reading = Sum(whole, tuple(kinds[first : last + 1]))
            yield from [reading.relation(story, RULE, Binding.STATED)] if reading.fits else []


def scored(story: Story, group: Sequence[Frame]) -> Iterator[Relation]:
    """评查60卷,90分以上37卷、80至90分19卷、80分以下4卷: bands of one scale; both its ends hold everything."""
    for kind in dict.fromkeys(f.unit_class for f in group):
        alike = [f for f in group if f.unit_class == kind]
        bands = [(f, _band(story, before, f)) for before, f in pairwise(alike)]
        for told, run in groupby(bands, key=lambda pair: pair[1] is not None):
            if told:
                yield from _of_bands(story, alike, list(run))


def _of_bands(story: Story, alike: Sequence[Frame], bands: Sequence[tuple[Frame, str | None]]) -> Iterator[Relation]:
    """Bands side by side against the figures before them: the one that fits, else the nearest in value."""
    parts, ends = tuple(f for f, _ in bands), {bands[0][1], bands[-1][1]}
    before = [f for f in reversed(alike) if f.start < parts[0].start]
    readings = [Sum(f, parts) for f in before[:_MOST] if not is_compared(f) and f.quantity.interval.is_exact]
    reading = min(readings, key=lambda r: abs(1 - r.coverage), default=None)
    if reading is None or len(parts) < 2:
        return
    whole = len(parts) > 2 and ends == {"以上", "以下"}
    if reading.fits or (whole and (is_near(reading) or reading.is_miswritten(2))):
        beside = parts[0].index - reading.whole.index <= _BESIDE
        yield reading.relation(story, RULE, Binding.STATED if reading.fits or beside else Binding.INFERRED)


def _band(story: Story, before: Frame, frame: Frame) -> str | None:
    """What bounds a band of a scale (以上, 以下, or nothing: both its bounds); None where the words are of no band."""
    told = _BAND.fullmatch(story.text, before.span.end, frame.start)
    return None if told is None else told["end"] or ""


def scaled(story: Story, group: Sequence[Frame]) -> Iterator[Relation]:
    """232人中,…;35周岁及以下89人,36至50周岁112人,51周岁及以上31人: a scale with both its ends holds everyone."""
    whole = group[0]
    opens = [i for i, f in enumerate(group) if i and (f.parted or group[i - 1].parted) == 3]  # 35周 of 35周岁 before it
    starts = (i for i in opens if group[i].unit_class == whole.unit_class)
    for i in starts if whole.tail.startswith("中") else ():
        run = run_from(group, i)
        labels = (run[0].label, run[-1].label)
        ends = any(low.endswith("以下") and high.endswith("以上") for low, high in (labels, labels[::-1]))
        reading = Sum(whole, tuple(run))
        if ends and len(run) > 2 and (reading.fits or is_near(reading)):
            yield reading.relation(story, RULE, Binding.STATED if reading.fits else Binding.INFERRED)
