"""Totals behind the number of their kinds: 查封扣押7件,限产停产3件,移送拘留5件,涉嫌犯罪移送2件,四类17件."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.figures.build import Sum
from checker.figures.reading import Frame
from checker.figures.relate.completeness import RULE, is_list, is_near
from checker.figures.relate.list_runs import run_before
from checker.figures.relate.lists import AMONG, RATES, STRONG_UNITS, is_compared
from checker.figures.story import Sentence, Story
from checker.words.relation import Binding, Relation

_OF_CASES = "案件问题事项"


def numbered(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """All totals that no word announces but the number of their kinds."""
    group = sentence.at()
    readings = (_of_the_number(group, i) for i in range(3, len(group)))
    yield from (reading.relation(story, RULE, Binding.STATED) for reading in readings if reading is not None)


def _of_the_number(group: Sequence[Frame], i: int) -> Sum | None:
    """查封扣押7件,限产停产3件,移送拘留5件,涉嫌犯罪移送2件,四类17件: as many figures as its number says, side by side."""
    if group[i].parted or group[i].label.strip(_OF_CASES):
        return None
    number, whole = group[i - 1], group[i]
    size = number.quantity.value
    if number.quantity.unit not in STRONG_UNITS or number.parted != 2 or number.label or whole.unit_class in RATES:
        return None
    run = run_before([*group[: i - 1], whole], i - 1)
    run = run[-int(size) :] if len(run) > size and AMONG.search(run[-int(size)].gap) else run
    reading = Sum(whole, tuple(run))
    listed = len(run) == size and is_list(run) and not is_compared(whole)
    return reading if listed and (reading.fits or is_near(reading)) else None
