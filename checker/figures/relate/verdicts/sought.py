"""Rates that no other reading decided: the counts of the sentences around that give them, by their names.

Only agreement is told, but for a share of a whole that it names itself.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from checker.figures.build import Ratio
from checker.figures.names import core_of, is_denied, names_same, says_nothing, shared_piece
from checker.figures.numerals import han_number, is_swap, plain_decimal
from checker.figures.reading import Frame
from checker.figures.relate.changes.movements import change_of
from checker.figures.relate.lists import JOINED, exact_counts, is_compared
from checker.figures.relate.rates.numerators import stem_of
from checker.figures.relate.rates.quotients import is_swapped_share
from checker.figures.relate.rates.ratios import RULE, complemented
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.record import dataclass
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

_REACH = 5  # sentences
_NEAREST = 24  # counts
_SWAPPED = 3  # digits of a share of which two changed places
_FINE = 2  # decimals with which two counts hardly agree by chance
_CLAUSE = expression(r"[,;。:()%\n]")
_LEAD = 60  # characters before a share that may tell what it is of
_SHARE = expression(
    r"(?P<what>.*?)(?:分别|各|所|即|就)?占(?:到|了|比)?(?P<whole>.*?)的?(?:比例|比重)?(?:为|达到?|约)*$"
)
_TOGETHER = expression(r"^(?P<number>[二两三四])(?:者|项|类|种|家)?(?:合计|共计|合起来|加起来|共)?$")
_KIND = expression(r"(?:[两二三四五六七八九十]个?(?:领域|部门|方面|类|项|种)|类|案件|一项|一个|一条线|专业)$")
_PUT_TOGETHER = expression("(?:合计|共计|合起来|加起来|加在一起|合在一起|一起|一共|总共)+$")
_DONE = expression("办结|结案|审结|了结")
_NUMBER = expression("(?:总数|总量|数量|数|量)$")
_RANKED = expression(
    r"(?P<what>[^,;。:、]{2,16}?)(?:数量|立案数|案件)?(?:最多|最高|居首|次之|居次|居第[二三]位?|第[二三])$"
)


@dataclass(frozen=True, slots=True)
class _Share:
    """A rate with what it says of itself: the names of its counts, and of the whole that they are of."""

    rate: Frame
    names: tuple[str, ...]
    whole: str
    together: int = 0


def with_sought(story: Story, found: Iterable[Relation]) -> list[Relation]:
    """The relations, and for each rate without a verdict the counts that give it; a rate that failed needs two decimals."""
    known = list(found)
    rests = {o.span.start: r for r in known if _leaves(r) for o in r.in_role(Role.REMAINDER)}
    rates = [(r.truth, o.span.start) for r in known if r.kind is RelationKind.RATE for o in r.in_role(Role.RATE)]
    held = {start for truth, start in rates if truth is Truth.HOLDS}
    failed = {start for truth, start in rates if truth is Truth.VIOLATED}
    more = [r for sentence in story.sentences for r in _in_sentence(story, sentence, held, failed)]
    more += _of_rests(story, rests, held | failed | {r.operands[-1].span.start for r in more})
    given = {r.operands[-1].span.start for r in more}
    return [*(r for r in known if r.truth is not Truth.VIOLATED or not _is_of(r, given)), *more]


def _leaves(relation: Relation) -> bool:
    """Whether a relation tells truly what one count leaves of another."""
    return relation.truth is Truth.HOLDS and relation.kind is RelationKind.DIFFERENCE and len(relation.operands) == 3


def _of_rests(story: Story, rests: Mapping[int, Relation], known: Container[int]) -> Iterator[Relation]:
    """审结910件。…又起诉的63件,其余847件…,案结事了率93.81%: a rate right behind a rest, but for two digits of it."""
    placed = story.placed() if rests else {}
    for start, relation in rests.items():
        wholes = [placed.get(o.span.start) for o in relation.in_role(Role.TOTAL)]
        sentence, rest = placed.get(start, (None, None))
        if sentence is None or rest is None or len(wholes) != 1 or wholes[0] is None:
            continue
        rate = next((f for f in sentence.at() if f.index == rest.index + 1), None)
        if rate is None or rate.start in known or rate.parted != 2 or "率" not in rate.label or not _is_share(rate):
            continue
        if is_swapped_share(rest, wholes[0][1], rate, _SWAPPED):
            yield Ratio(rate, (rest,), wholes[0][1]).relation(story, RULE, Binding.INFERRED)


def _is_of(relation: Relation, rates: Container[int]) -> bool:
    return relation.kind is RelationKind.RATE and any(o.span.start in rates for o in relation.in_role(Role.RATE))


def _in_sentence(story: Story, sentence: Sentence, held: Container[int], failed: Container[int]) -> Iterator[Relation]:
    if sentence.plan or not any(f.unit_class == "percent" for f in sentence.frames):
        return
    for i, rate in enumerate(group := sentence.at()):
        if rate.start in held or not _is_share(rate) or (rate.start in failed and rate.quantity.decimals < _FINE):
            continue
        share = _told(story, group, i)
        relation = _decided(story, sentence, share, failed=rate.start in failed) if share is not None else None
        if relation is not None:
            yield relation


def _is_share(rate: Frame) -> bool:
    exact = rate.unit_class == "percent" and not rate.quantity.hedge and rate.quantity.decimals > 0
    return exact and change_of(rate) is None and not is_compared(rate)


def _told(story: Story, group: Sequence[Frame], i: int) -> _Share | None:
    """What the clause before a rate names: 公安和市场监管两个领域占受理案件的, 二者合计占, 达标率."""
    start = group[i].start
    *before, clause = _CLAUSE.split(story.text[max(0, start - _LEAD) : start])
    share = _SHARE.fullmatch(clause.lstrip("、和及"))
    if share is not None and not share["what"] and before and (ranked := _RANKED.fullmatch(before[-1])):
        return _Share(group[i], (core_of(ranked["what"]),), _whole_of(share))  # 三季度最多,占全年的33.9%
    if share is None:
        stem = stem_of(group, i)
        return _Share(group[i], (stem,), "") if stem and len(stem) > 1 else None
    together = _TOGETHER.match(share["what"])
    if together is not None:
        return _Share(group[i], (), _whole_of(share), int(han_number(together["number"]) or 0))
    listed = [name for name in JOINED.split(_PUT_TOGETHER.sub("", share["what"])) if name]
    cores = [core_of(_KIND.sub("", _KIND.sub("", name))) for name in listed]
    names = tuple(core if len(core) > 1 else core_of(name) for core, name in zip(cores, listed, strict=True))
    return _Share(group[i], names, _whole_of(share))


def _whole_of(share: re.Match[str]) -> str:
    return "" if says_nothing(share["whole"]) else core_of(share["whole"])


def _decided(story: Story, sentence: Sentence, share: _Share, *, failed: bool) -> Relation | None:
    near = [sentence, *story.before(sentence, _REACH)]
    counts = [f for s in near for f in reversed(exact_counts(s.frames))]
    counts = [f for f in counts if not is_compared(f) and f.quantity.value > 0][: 2 * _NEAREST]
    before = [f for f in counts if f.start < share.rate.start]
    for tops, named in _numerators(story, sentence, share, before):
        for base in _bases(story, share, tops, before):
            ratio = Ratio(share.rate, tops, base)
            told = _is_of_the_kind(story, tops, base) if failed else _is_told(story, share, base, named=named)
            if told and ratio.fits:
                return ratio.relation(story, RULE, Binding.INFERRED)
    return None if failed else _of_the_contrary(story, share, counts) or _of_a_named_whole(story, sentence, share)


def _numerators(
    story: Story, sentence: Sentence, share: _Share, counts: Sequence[Frame]
) -> Iterator[tuple[tuple[Frame, ...], bool]]:
    """The counts that a share may be of, and whether its words name them."""
    if share.together:
        run = [f for f in counts if f.unit_class == counts[0].unit_class][: share.together] if counts else []
        yield from [(tuple(reversed(run)), True)] if len(run) == share.together else []
        return
    called = [[f for f in counts if _is_called(story, f, name)] for name in share.names if len(name) > 1]
    if len(called) > 1 and all(called):
        tops = tuple(found[0] for found in called)
        yield from [(tops, True)] if len({f.unit_class for f in tops}) == 1 else []
    elif len(called) == 1:
        yield from (((f,), True) for f in called[0][:_REACH])
    beside = (f for f in counts if f in sentence.frames and share.rate.index - f.index <= 1)
    yield from (((f,), False) for f in beside)


def _is_called(story: Story, frame: Frame, name: str) -> bool:
    label = core_of(story.label(frame)) + frame.tail[:6]
    piece = shared_piece(name, label)
    return 2 * len(piece) >= len(name) and not is_denied(piece, label)


def _bases(story: Story, share: _Share, tops: Sequence[Frame], counts: Sequence[Frame]) -> Iterable[Frame]:
    """The counts that are more than those, those that the share names first; a whole that it names may stand far before."""
    value, kind = sum(f.quantity.value for f in tops), tops[0].unit_class
    larger = [f for f in counts if f.unit_class == kind and f.quantity.value >= value and f not in tops]
    if share.whole:
        sentence = story.sentence_at(share.rate.start)
        far = story.resolve(share.whole, kind, sentence, share.rate.index, reach=30) if sentence is not None else []
        larger = [*(f for f in far if f not in larger and f not in tops), *larger]
    return [f for f in larger if f.quantity.value >= value][:_NEAREST]


def _is_told(story: Story, share: _Share, base: Frame, *, named: bool) -> bool:
    """Whether the words or the decimals leave no room for chance."""
    whole = bool(share.whole) and bool(shared_piece(share.whole, story.label(base) + base.tail))
    fine = share.rate.quantity.decimals >= _FINE
    return (named and (whole or fine or not share.whole)) or (fine and (whole or not share.whole))


def _is_of_the_kind(story: Story, tops: Sequence[Frame], base: Frame) -> bool:
    """到岗247人(执法岗221人、综合岗26人),…;执法岗持证218人,持证率: whether the count says itself that it is of that base."""
    name = core_of(base.label)
    return len(tops) == 1 and len(name) > 1 and name != core_of(tops[0].label) and name in tops[0].label


def _of_the_contrary(story: Story, share: _Share, counts: Sequence[Frame]) -> Relation | None:
    """抽检1260批次,合格率99.05%,不合格12批次: by what is left when the contrary is taken off."""
    if len(share.names) != 1 or share.rate.quantity.decimals < _FINE:
        return None
    name = share.names[0]
    for rest in (f for f in counts if is_denied(name, story.label(f) + f.tail[:6])):
        bases = (f for f in counts if f.unit_class == rest.unit_class and f.quantity.value > rest.quantity.value)
        for base in bases:
            relation = complemented(story, share.rate, rest, base, Binding.INFERRED)
            if relation.truth is Truth.HOLDS or _is_swapped_rest(share.rate, rest, base):
                return relation
    return None


def _is_swapped_rest(rate: Frame, rest: Frame, base: Frame) -> bool:
    """监测1450批次,合格率99.13%,不合格10批次: two digits of a rate changed places, between the counts that give it."""
    meant = round(100 * (1 - rest.quantity.value / base.quantity.value), rate.quantity.decimals)
    beside = rest.index == rate.index + 1 and base.index == rate.index - 1 and rest.parted == 2
    return beside and is_swap(plain_decimal(rate.quantity.value), plain_decimal(meant))


def _of_a_named_whole(story: Story, sentence: Sentence, share: _Share) -> Relation | None:
    """普通程序办结117件。…召开听证会6次,占普通程序结案数的5.88%: of the one count of just that name, though it counts otherwise."""
    top = next((f for f in reversed(sentence.at()) if f.index < share.rate.index), None)
    if not share.whole or top is None or share.rate.parted != 2 or any(len(name) > 1 for name in share.names):
        return None
    near = (sentence, *story.before(sentence, _REACH))
    counts = [f for s in near for f in exact_counts(s.at()) if f.start < top.start and not is_compared(f)]
    bases = [f for f in counts if _is_same(share.whole, core_of(story.label(f)))]
    if len(bases) != 1 or is_compared(top) or top.quantity.hedge or top.unit_class == "percent":
        return None
    ratio = Ratio(share.rate, (top,), bases[0])
    near_enough = 4 * abs(ratio.value - share.rate.quantity.value) <= share.rate.quantity.value
    return ratio.relation(story, RULE, Binding.INFERRED) if ratio.fits or near_enough else None


def _is_same(name: str, label: str) -> bool:
    """Whether a name and a label say the same, in other words for what is done (普通程序结案数, 普通程序办结)."""
    first, second = (_DONE.sub("结", _NUMBER.sub("", words)) for words in (name, label))
    return len(first) > 2 and names_same(first, second)
