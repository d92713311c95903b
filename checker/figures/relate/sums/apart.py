"""A whole and its parts with something between: a second measure, the number of the parts, other units."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.figures.build import Sum, longest_fitting
from checker.figures.reading import Frame
from checker.figures.relate.completeness import RULE, is_near
from checker.figures.relate.list_runs import run_from, run_on
from checker.figures.relate.lists import AMONG, RATES, is_compared, is_level
from checker.figures.relate.totals import is_total
from checker.figures.relate.vocabularies import are_complements
from checker.figures.story import Sentence, Story
from checker.figures.units import MEASURES
from checker.patterns import expression
from checker.words.relation import Binding, Relation

_OPENS = expression(r"(?:包括|包含|含|其中|即|分别[为是]|[为是]|:)[^,;、]{0,10}$")
_INCLUDES = expression(r"(?:包括|包含)[^,;、]{0,10}$")
_PARTED_IN = expression(r"(?:分|分为|分成|分作|划分为|划为|编为|组成|拆分为|细分为)$")
_MOST_KINDS = 12
_FEWEST, _TELLING = 3, 20  # fewer or smaller figures agree by chance
_UNCOUNTED = MEASURES | {"person-time", "time"}


def apart(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """The sums of a sentence whose whole is not the figure right before the list."""
    group = sentence.at()
    for i in range(1, len(group) - 1):
        if group[i].unit_class in RATES or is_compared(group[i]) or is_total(group[i]) or is_level(group[i]):
            continue
        if i > 1 and _is_count_of_parts(group, i - 1):
            yield from _in_so_many(story, group, i)
        elif _OPENS.search(group[i].gap):
            yield from _in_other_units(story, group, i)
        elif group[i].parted > 1 and not AMONG.search(group[i].gap):
            yield from _after_a_measure(story, group, i)


def _is_count_of_parts(group: Sequence[Frame], k: int) -> bool:
    """分三个勤务组, 分两批: a small number of what the whole is parted in."""
    count = group[k]
    whole_number = count.quantity.interval.is_exact and 2 <= count.quantity.value <= _MOST_KINDS
    return bool(whole_number and _PARTED_IN.search(count.label) and count.unit_class not in MEASURES)


def _in_so_many(story: Story, group: Sequence[Frame], i: int) -> Iterator[Relation]:
    """34人分三个勤务组,一组12人、二组11人、三组11人: as many parts as it says, so that they are all."""
    whole = next((f for f in reversed(group[: i - 1]) if f.unit_class not in RATES), group[0])
    parts = run_from(group, i)
    if whole.unit_class != group[i].unit_class or is_compared(whole) or len(parts) != group[i - 1].quantity.value:
        return
    reading = Sum(whole, tuple(parts))
    if reading.fits or is_near(reading):
        yield reading.relation(story, RULE, Binding.STATED if reading.fits else Binding.INFERRED)


def _in_other_units(story: Story, group: Sequence[Frame], i: int) -> Iterator[Relation]:
    """强制措施386件,包括扣押车辆361辆、船舶25艘: each thing counts as one; a list that falls short may be no list of all."""
    whole, parts = group[i - 1], [group[i]]
    for frame in group[i + 1 :]:
        if frame.parted != 1 or is_compared(frame) or is_total(frame):
            break
        parts.append(frame)
    if len(parts) < 2 or any(f.unit_class in _UNCOUNTED for f in (whole, *parts)) or is_compared(whole):
        return
    if all(f.unit_class == whole.unit_class for f in parts):
        return
    reading = Sum(whole, tuple(parts))
    foreign = all(f.unit_class != whole.unit_class for f in parts) and _INCLUDES.search(group[i].gap)
    if reading.fits or (reading.exceeds and reading.is_total_miswritten and foreign):
        yield reading.relation(story, RULE, Binding.INFERRED)


def _after_a_measure(story: Story, group: Sequence[Frame], i: int) -> Iterator[Relation]:
    """违法建筑117处、4860平方米,存量83处、新增34处: what is told of the whole besides stands between."""
    kind = group[i].unit_class
    k = next((k for k in range(i - 1, -1, -1) if group[k].unit_class == kind), i - 1)
    whole, between, parts = group[k], group[k + 1 : i], run_from(group, i)
    if whole.unit_class != kind:
        yield from _of_other_things(story, group, i)
        return
    if not between or len(parts) < 2 or is_compared(whole) or whole.parted == 1:
        return
    reading = Sum(whole, tuple(parts))
    beside = all(f.parted < 2 or f.unit_class in RATES for f in between)
    pair = are_complements([story.label(p) + p.tail for p in parts])
    if reading.fits:
        yield reading.relation(story, RULE, Binding.STATED if pair else Binding.INFERRED)
    elif beside and pair and reading.is_miswritten():
        yield reading.relation(story, RULE, Binding.INFERRED)


def _of_other_things(story: Story, group: Sequence[Frame], i: int) -> Iterator[Relation]:
    """线索412条,经核实立案96宗,不予立案288宗,移送28宗: what became of each; only agreement is told."""
    whole = group[i - 1]
    if any(f.unit_class in _UNCOUNTED or is_compared(f) for f in (whole, group[i])):
        return
    reading = longest_fitting(whole, run_on(group, i)) if whole.quantity.value >= _TELLING else None
    if reading is not None and len(reading.parts) >= _FEWEST:
        yield reading.relation(story, RULE, Binding.INFERRED)
