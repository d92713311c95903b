"""Rates of the count right before them and of what that is of, where a slip, a rest or a bound tells that they fail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from checker.figures.build import Ratio
from checker.figures.names import shared_piece
from checker.figures.reading import Frame
from checker.figures.relate.lists import AMONG, STATEMENT, divided_before, exact_counts, is_compared, is_exact_count
from checker.figures.relate.rates.quotients import HUNDRED, is_swapped_share, swaps_neighbours
from checker.figures.relate.rates.ratios import RULE as RATE_RULE
from checker.figures.relate.rates.slips import is_meant, is_slipped
from checker.figures.relate.totals import is_total
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth, operand_starts

_FOUND = expression("(?:发现|检出|查出)率")  # of checks, in another unit
_BARE = expression(r"^[一-龥]{2,6}率(?:为|达到?)?$")
_DIGITS = 3
_FINE = 2  # decimals
_REACH = 2  # sentences
_NEAR = Fraction(1, 4)
_CLOSED = expression("办结|审结|结案|答复|办理|查结|执结|处理")  # of what was there before, too
_IN_TIME = expression("按时|按期|及时|如期|准时|期限内|时限内")  # of what was done, as well as of all
_APPEARED = "出庭"  # of the cases in which it was due

_Pair = tuple[int, int]


def counted_rates(story: Story, relations: Sequence[Relation]) -> Iterator[Relation]:
    """Each such rate that no relation bears out (受理28起,成功221起,成功率96.9%)."""
    held = operand_starts(r for r in relations if r.truth is Truth.HOLDS)
    failed = operand_starts(r for r in relations if r.truth is Truth.VIOLATED)
    rests = set(_with_rests(relations))
    for sentence in story.sentences:
        if "%" in sentence.text or "分之" in sentence.text:
            yield from _in_sentence(story, sentence, held, rests)
            yield from _of_near_bases(story, sentence, held | failed)


def _with_rests(relations: Sequence[Relation]) -> Iterator[_Pair]:
    """A count and its whole, where what the text tells as left makes them agree (131件,…另外3件 of 134件)."""
    for relation in relations:
        whole, parts = relation.in_role(Role.TOTAL), relation.in_role(Role.PART)
        if relation.kind is RelationKind.DIFFERENCE and relation.truth is Truth.HOLDS and len(whole) == len(parts) == 1:
            yield parts[0].span.start, whole[0].span.start


def _in_sentence(story: Story, sentence: Sentence, held: set[int], rests: set[_Pair]) -> Iterator[Relation]:
    group = sentence.at()
    for i, rate in enumerate(group[1:], 1):
        if rate.unit_class != "percent" or rate.start in held or rate.quantity.hedge or rate.parted != 2:
            continue
        top = next((w for w in story.wholes.get(group[i - 1].start, ()) if _is_divided(group, w, i)), group[i - 1])
        if is_compared(top) or not is_exact_count(top) or not _is_named(top, rate):
            continue
        at = group.index(top)
        base = _beside(story, group, at, rate) if at else None
        if base is None:
            yield from _before(story, sentence, top, rate)
        elif base.quantity.value and is_exact_count(base) and not is_compared(base):
            yield from _refuted(story, Ratio(rate, (top,), base), rests)


def _is_divided(group: Sequence[Frame], whole: Frame, end: int) -> bool:
    """出庭538件,其中正职187件、副职351件,出庭率99.26%: whether the whole of the list before a rate opens it."""
    return whole in group and group.index(whole) < end and AMONG.search(group[group.index(whole) + 1].gap) is not None


def _refuted(story: Story, reading: Ratio, rests: set[_Pair]) -> Iterator[Relation]:
    """A rate of two counts of one statement that does not follow, where a slip, a bound or a rest tells it."""
    rate, top, base = reading.rate, reading.numerators[0], reading.base
    if reading.agrees:
        return
    found = _FOUND.search(rate.label) and is_swapped_share(top, base, rate, _DIGITS)
    slipped = rate.quantity.decimals and (found or is_slipped(base, top, rate))
    rest = _leaves_a_rest(rests, reading) and not (_IN_TIME.search(rate.label) and reading.value < rate.quantity.value)
    if slipped or _is_beyond(base, top, rate) or rest:
        yield reading.relation(story, RATE_RULE, Binding.INFERRED)


def _beside(story: Story, group: Sequence[Frame], at: int, rate: Frame) -> Frame | None:
    """The count of the class right before another in one statement, or the whole that it divides; a total may end one."""
    before, top = group[at - 1], group[at]
    if top.parted == 2 and _FOUND.search(rate.label):
        return before
    if at > 1 and AMONG.search(before.gap) and before.unit_class == group[at - 2].unit_class:
        before = group[at - 2]  # 纠纷48712件,其中劳动争议29845件,调解成功48076件
    if before.unit_class != top.unit_class or not (top.parted == 2 or (top.parted == STATEMENT and is_total(before))):
        return None
    divided = (whole for whole in story.wholes.get(before.start, ()) if whole in group and whole.start < before.start)
    return next(divided, before)


def _before(story: Story, sentence: Sentence, top: Frame, rate: Frame) -> Iterator[Relation]:
    """查处356件,其中…。办结331件,办结率92.89%: of a whole in the sentences before, by digits lost or swapped."""
    near = list(story.in_paragraph(sentence, _REACH))
    counts = [f for s in near for f in exact_counts(s.at()) if f.unit_class == top.unit_class and f.parted != 1]
    readings = [Ratio(rate, (top,), f) for f in counts if not is_compared(f) and f.quantity.value]
    if any(r.agrees for r in readings):
        return
    if _FOUND.search(rate.label) and (sole := _sole_whole(story, sentence, top)) is not None:
        reading = Ratio(rate, (top,), sole)
        if abs(reading.value - rate.quantity.value) <= rate.quantity.value * _NEAR and rate.quantity.decimals:
            yield reading.relation(story, RATE_RULE, Binding.INFERRED)
        return
    if rate.quantity.decimals < _FINE:
        return
    told = [r for r in readings if is_slipped(r.base, top, rate) or swaps_neighbours(top, r.base, rate)]
    yield from _the_only(story, told)


def _sole_whole(story: Story, sentence: Sentence, top: Frame) -> Frame | None:
    """检查9007户次,其中日常检查5824户次、…。发现问题1392户次: what the sentence before opens with, if all else is of it."""
    before = next(iter(story.before(sentence, 1)), None)
    same = [f for f in before.at() if f.unit_class == top.unit_class] if before is not None else []
    if before is None or before.line != sentence.line or not same or sentence.at()[0] is not top:
        return None
    whole, *parts = same
    divided = all(whole in story.wholes.get(part.start, ()) for part in parts)
    return whole if divided and is_exact_count(whole) and not is_compared(whole) else None


def _of_near_bases(story: Story, sentence: Sentence, judged: set[int]) -> Iterator[Relation]:
    """应考126人,90分以上的18人,优秀率93.65%: of the one count before it that a slip explains, or of what was just divided."""
    for top, rate in pairwise(sentence.at()):
        told = rate.unit_class == "percent" and rate.parted == 2 and rate.quantity.decimals >= _FINE
        told = told and rate.start not in judged and _BARE.match(rate.label) is not None and not _is_named(top, rate)
        if not told or is_compared(top) or not is_exact_count(top):
            continue
        near = (sentence, *story.in_paragraph(sentence, _REACH))
        counts = [
            f for s in near for f in exact_counts(s.at()) if f.unit_class == top.unit_class and f.start < top.start
        ]
        readings = [Ratio(rate, (top,), f) for f in counts if not is_compared(f) and f.quantity.value]
        if not any(r.agrees for r in readings):
            divided = divided_before(story, sentence, top, _REACH)[:1]
            slipped = (r for r in readings if is_slipped(r.base, top, rate) or (r.base in divided and is_meant(r)))
            yield from _the_only(story, list(slipped))


def _the_only(story: Story, readings: Sequence[Ratio]) -> Iterator[Relation]:
    if len({r.base.quantity.value for r in readings}) == 1:
        yield readings[0].relation(story, RATE_RULE, Binding.INFERRED)


def _is_beyond(base: Frame, top: Frame, rate: Frame) -> bool:
    """抽检1260批次,合格1391批次,合格率97.70%: more than all, though not by far; what is closed may be of before."""
    over, under = top.quantity.value, base.quantity.value
    share = rate.quantity.value <= HUNDRED and "率" in rate.label
    return share and under < over <= under * (1 + _NEAR) and not _CLOSED.search(top.label)


def _leaves_a_rest(rests: set[_Pair], reading: Ratio) -> bool:
    """Whether what is left is told and agrees; a rate of appearances is of fewer cases, never of more."""
    rate, top, base = reading.rate, reading.numerators[0], reading.base
    near = abs(reading.value - rate.quantity.value) <= rate.quantity.value * _NEAR
    lower = reading.value > rate.quantity.value or _APPEARED not in rate.label
    return (top.start, base.start) in rests and near and lower


def _is_named(top: Frame, rate: Frame) -> bool:
    """Whether the rate is that of the count before it: 占, or a name with the same word (调解成功221起,成功率)."""
    stem, is_rate, _ = rate.label.partition("率")
    return rate.label.startswith("占") or bool(is_rate and shared_piece(stem[-4:], top.label))
