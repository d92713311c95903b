"""Two measures told side by side of a whole and of each of its parts: 培训5期418人次,市级2期172人次,县级3期246人次.

Where the one adds up, the other is meant to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.figures.build import Sum
from checker.figures.reading import Frame
from checker.figures.relate.completeness import RULE, is_near
from checker.figures.relate.lists import RATES, is_averaged, is_compared
from checker.figures.relate.totals import is_total
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

_FEWEST, _MOST = 2, 8  # parts
_TELLING = 4  # a smaller whole is made up by chance
_SUMMED = expression("[合共总]计$|共$")
_AMONG = "其中"
_OTHER = expression("上年|去年|20\\d\\d年")

_Pair = tuple[Frame, Frame]


def paired(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """The sums of both measures, of a whole before its parts or summed up behind them."""
    group = sentence.at()
    done = 0
    for i in range(len(group) - 1):
        if i < done:
            continue
        parts = _parts(group, i)
        if len(parts) < _FEWEST:
            continue
        done = i + 2 * len(parts) - 1
        *before, last = parts
        if _AMONG in group[i].gap:
            for whole in _around(group, i, len(parts)):
                yield from _of_both(story, whole, parts)
        elif _is_summed(last):
            yield from _of_both(story, last, before)
        else:
            for whole, of in _wholes(story, sentence, i, parts):
                yield from _of_both(story, whole, of)


def _parts(group: Sequence[Frame], i: int) -> list[_Pair]:
    """The pairs of one make from a figure on."""
    found: list[_Pair] = []
    kinds = (group[i].unit_class, group[i + 1].unit_class)
    for k in range(i, min(len(group) - 1, i + 2 * _MOST), 2):
        first, second = group[k], group[k + 1]
        if (
            (first.unit_class, second.unit_class) != kinds
            or not _is_pair(first, second)
            or (k > i and (first.parted < 1 or _AMONG in first.gap))
            or _AMONG in second.gap
        ):
            break
        found.append((first, second))
    return found


def _is_pair(first: Frame, second: Frame) -> bool:
    """Whether two measures of one thing stand beside each other (处罚单位263件、罚款1174.9万元)."""
    if first.unit_class == second.unit_class:
        return False
    plain = not any(
        f.unit_class in RATES or f.quantity.hedge or is_compared(f) or is_averaged(f) or _OTHER.search(f.gap)
        for f in (first, second)
    )
    return plain and second.parted <= first.parted + 2


def _wholes(
    story: Story, sentence: Sentence, i: int, parts: Sequence[_Pair]
) -> Iterator[tuple[_Pair, Sequence[_Pair]]]:
    """The first pair as the whole of the others, or one in the sentence before."""
    if len(parts) > _FEWEST:
        yield parts[0], parts[1:]
    previous = next(iter(story.before(sentence, 1)), None) if not i else None
    if previous is not None and previous.line == sentence.line:
        kinds = (parts[0][0].unit_class, parts[0][1].unit_class)
        beside = previous.at()
        for first, second in pairwise(beside):
            if (first.unit_class, second.unit_class) == kinds and _is_pair(first, second):
                yield (first, second), parts
                return


def _around(group: Sequence[Frame], i: int, count: int) -> Iterator[_Pair]:
    """举办4期,其中甲班1期、218人,乙班3期、342人,共560人: the one whole before the pairs, the other summed up behind."""
    end = i + 2 * count
    if i > 0 and end < len(group):
        first, second = group[i - 1], group[end]
        kinds = (group[i].unit_class, group[i + 1].unit_class)
        if (first.unit_class, second.unit_class) == kinds and not is_compared(first) and "共" in second.label:
            yield first, second


def _is_summed(pair: _Pair) -> bool:
    return is_total(pair[0]) or _SUMMED.search(pair[0].label) is not None


def _of_both(story: Story, whole: _Pair, parts: Sequence[_Pair]) -> Iterator[Relation]:
    """Both sums where one agrees; the other then does too, or comes near it, or misses it by a slip."""
    if len(parts) < _FEWEST:
        return
    sums = [Sum(whole[at], tuple(part[at] for part in parts)) for at in range(2)]
    held = [reading.fits and reading.whole.quantity.value >= _TELLING for reading in sums]
    if any(held):
        for reading in sums:
            if reading.fits or is_near(reading) or reading.is_miswritten():
                yield reading.relation(story, RULE, Binding.INFERRED)
