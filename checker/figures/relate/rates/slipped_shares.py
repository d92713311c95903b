"""Shares and rates that no figure explains, and that one slip makes those of a base that the text tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from checker.figures.build import Ratio
from checker.figures.names import core_of
from checker.figures.reading import Frame
from checker.figures.relate.lists import CLAUSE, exact_counts, is_compared, is_exact_count
from checker.figures.relate.rates.numerators import DUE
from checker.figures.relate.rates.quotients import is_slipped_share, is_swapped_share
from checker.figures.relate.rates.ratios import RULE as RATE_RULE
from checker.figures.relate.rates.slips import is_slipped
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.record import replace
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth, operand_starts

_SHARE = expression("^占(?:比)?(?:为|达到?)?$")
_NAMED = expression(r"^占(?:到)?(?P<whole>[^,;:。()]{2,14}?)(?:总量|总数|总额|全部)的$")
_SAID = expression(r"^占(?:比)?(?:为|达到?)?$|[一-龥]率(?:为|达到?)?$")
_FEWEST = 4
"""Digits of the share: a slip in so many is no coincidence."""
_FINE = 2  # decimals
_FEWEST_SHARES = 3
_NEAR = 4  # figures
_CHANGES = expression("[增减升降涨跌]|提高|下滑|缩短")
_MOST = 200


def slipped_shares(story: Story, relations: Sequence[Relation]) -> Iterator[Relation]:
    """The shares that no relation judges, right behind their counts, each with the one base that a slip explains."""
    judged = operand_starts(r for r in relations if r.truth is not Truth.UNDECIDABLE)
    held = {
        r.in_role(Role.RATE)[0].span.start: r.in_role(Role.DENOMINATOR)[0].span.start
        for r in relations
        if r.kind is RelationKind.RATE
        and r.truth is Truth.HOLDS
        and r.in_role(Role.RATE)
        and r.in_role(Role.DENOMINATOR)
    }
    placed = story.placed()
    for sentence in story.sentences:
        group = sentence.at()
        odd = _odd_of_a_list(group, held, placed)
        if odd is not None and odd.rate.start not in judged:
            summed = sum(top.quantity.value for top, _ in _listed(group)) == odd.base.quantity.value
            yield odd.relation(story, RATE_RULE, Binding.STATED if summed else Binding.INFERRED)
            continue
        for i, rate in enumerate(group[1:], 1):
            top, plain = group[i - 1], rate.unit_class == "percent" and rate.quantity.interval.is_bounded
            if not plain or rate.parted != 2 or rate.start in judged or not is_exact_count(top) or is_compared(top):
                continue
            if named := _NAMED.match(rate.label):
                yield from _of_the_named(story, sentence, top, rate, core_of(named["whole"]))
            elif _SAID.search(rate.label) and rate.quantity.decimals == _FINE and not _CHANGES.search(rate.label):
                told = list(_of_the_same(story, sentence, top, rate))
                yield from told or _of_the_one_before(story, sentence, group, i)


def _odd_of_a_list(
    group: Sequence[Frame], held: Mapping[int, int], placed: Mapping[int, tuple[Sentence, Frame]]
) -> Ratio | None:
    """563件,占43.41%;274件,占21.13%;138件,占10.64%;96件,占6.40%: the one share that is not of the base of all the others."""
    pairs = _listed(group)
    others = [(top, share) for top, share in pairs if share.start not in held]
    if len(pairs) <= _FEWEST_SHARES or len(others) != 1:
        return None
    told = [placed.get(held[share.start]) for _, share in pairs if share.start in held]
    bases = [place[1] for place in told if place is not None]
    ((top, share),) = others
    if len(bases) < len(told) or len({base.quantity.value for base in bases}) > 1:
        return None
    ratio = Ratio(share, (top,), bases[0])
    plain = top.quantity.value <= ratio.base.quantity.value and is_exact_count(top) and not share.quantity.hedge
    return ratio if plain and not ratio.agrees and top.unit_class == ratio.base.unit_class else None


def _listed(group: Sequence[Frame]) -> list[tuple[Frame, Frame]]:
    """The counts of a sentence with their shares right behind them."""
    return [(top, share) for top, share in pairwise(group) if share.parted == CLAUSE and _SHARE.match(share.label)]


def _of_the_named(story: Story, sentence: Sentence, top: Frame, rate: Frame, name: str) -> Iterator[Relation]:
    """合计827家次,占检查总量的82.35%, where it is 82.53% of what was checked far before."""
    if len(name) > 1:
        bases = [f for s, f in _counts(story, sentence, top) if name in s.text[: f.start - s.span.start]]
        yield from _told(story, sentence, top, rate, [f for f in bases if is_swapped_share(top, f, rate, _FEWEST)])


def _of_the_same(story: Story, sentence: Sentence, top: Frame, rate: Frame) -> Iterator[Relation]:
    """1861件,占办结案件的71.06%;…498件,占19.01%。742件,占28.23%: the base of the shares before, or the count's whole."""
    near = (sentence, *story.in_paragraph(sentence, 1))
    common = [story.bases[f.start][1] for s in near for f in s.at() if f.start in story.bases and f is not rate]
    bases = [f for f in (*story.wholes.get(top.start, ()), *common) if f.unit_class == top.unit_class]
    told = _told(story, sentence, top, rate, [f for f in bases if is_slipped_share(top, f, rate, _FEWEST)])
    beside = {story.bases[f.start][1].start for f in sentence.at() if f.start in story.bases and _SHARE.match(f.label)}
    for relation in told:
        base = relation.in_role(Role.DENOMINATOR)[0].span.start
        proven = base in beside and _SHARE.match(rate.label) and is_swapped_share(top, bases[-1], rate, _FEWEST)
        yield replace(relation, binding=Binding.STATED) if proven else relation


def _of_the_one_before(story: Story, sentence: Sentence, group: Sequence[Frame], i: int) -> Iterator[Relation]:
    """意见书395份,责令改正到位372份,整改完成率93.18%; 编制412名,在岗131名,使用率92.25%: the count of its unit right before."""
    top, rate = group[i - 1], group[i]
    base = next((f for f in reversed(group[max(0, i - _NEAR) : i - 1]) if f.unit_class == top.unit_class), top)
    beside = (
        (top.parted == CLAUSE or (top.parted == 1 and DUE.search(base.label)))
        and base.quantity.unit == top.quantity.unit
        and "率" in rate.label
    )
    if base is top or not beside or not is_exact_count(base) or is_compared(base):
        return
    slipped = base.quantity.value >= top.quantity.value and is_slipped_share(top, base, rate, _FEWEST)
    if slipped or is_slipped(base, top, rate):
        yield from _told(story, sentence, top, rate, [base])


def _told(story: Story, sentence: Sentence, top: Frame, rate: Frame, bases: Sequence[Frame]) -> Iterator[Relation]:
    """Nothing where a count of the text agrees, or where two may be the base."""
    if len({base.quantity.value for base in bases}) != 1:
        return
    if not any(Ratio(rate, (top,), base).agrees for _, base in _counts(story, sentence, top)):
        yield Ratio(rate, (top,), bases[0]).relation(story, RATE_RULE, Binding.INFERRED)


def _counts(story: Story, sentence: Sentence, top: Frame) -> Iterator[tuple[Sentence, Frame]]:
    """The larger counts of its class in the sentence and before it, with their sentences."""
    for other in (sentence, *story.earlier(sentence)):
        same = (f for f in exact_counts(other.at()) if f.unit_class == top.unit_class and f is not top)
        yield from [(other, f) for f in same if f.quantity.value > top.quantity.value][:_MOST]
