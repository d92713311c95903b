"""Halves and the whole of a year told behind its quarters: 一季度402起,二季度318起,三季度297起,四季度369起,上半年共720起."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.figures.build import Sum
from checker.figures.reading import Frame
from checker.figures.relate.completeness import RULE
from checker.figures.relate.lists import are_exact_counts
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

_QUARTERS = tuple(expression(f"第?{number}季度[^,;、]{{0,6}}$") for number in "一二三四")
_HALVES = tuple(expression(f"{half}半年[^,;、]{{0,6}}$") for half in "上下")
_TWO_QUARTERS = expression("([一二三四])(?:季度)?[、和与]([一二三四])季度[^,;。]{0,4}[共计]$")
_QUARTER = expression("([一二三四])季度")
_PAIR = 2  # quarters
_YEAR = expression(r"全年共?(?P<counted>[^,;、]{2,6})$")


def halves(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """Each half against its two quarters, the year against all, where a sentence tells all four once."""
    group = sentence.at()
    quarters = [frame for name in _QUARTERS for frame in _called(group, name)]
    if len(quarters) != len(_QUARTERS):
        return
    halved = [
        (half, quarters[_PAIR * at :][:_PAIR]) for at, name in enumerate(_HALVES) for half in _called(group, name)
    ]
    for whole, parts in [*halved, *((year, quarters) for year in group if _counts_alike(year, quarters))]:
        figures = (whole, *parts)
        if len({f.unit_class for f in figures}) == 1 and are_exact_counts(figures):
            yield Sum(whole, tuple(parts)).relation(story, RULE, Binding.STATED)


def names_other_quarters(whole: Frame, run: Sequence[Frame]) -> bool:
    """四季度4个,一季度为16个,二、三季度合计17个: whether a total names two quarters, and those before it are others."""
    named = _TWO_QUARTERS.search(whole.gap)
    told = {found[1] for f in run if (found := _QUARTER.search(f.label)) is not None}
    return named is not None and bool(told - set(named.groups()))


def _counts_alike(year: Frame, quarters: Sequence[Frame]) -> bool:
    """全年检查460次 behind 一季度检查112次: what the year counts is named as the quarters name it."""
    found = _YEAR.search(year.label)
    return found is not None and any(quarter.label.endswith(found["counted"]) for quarter in quarters)


def _called(group: Sequence[Frame], name: re.Pattern[str]) -> list[Frame]:
    """The figures whose own words end with such a name."""
    return [frame for frame in group if name.search(frame.label)]
