"""A whole and, clause by clause, what became of it, where one slip explains that they do not add up.

接到诉求20136件,直接答复8417件,转派责任单位办理12619件: no word says that these are all, so that only two digits that
changed places, or one lost of a long number, are told. Where 其余 opens the last clause, it is all that is left.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from checker.figures.build import Sum
from checker.figures.numerals import is_swap
from checker.figures.reading import Frame
from checker.figures.relate.completeness import RULE, is_near
from checker.figures.relate.lists import (
    AMONG,
    CLAUSE,
    RATES,
    REST,
    STATEMENT,
    is_averaged,
    is_compared,
    is_level,
    is_threshold,
    opens_bracket,
)
from checker.figures.relate.sums.slipped_lists import lost_a_digit
from checker.figures.relate.totals import is_total
from checker.figures.relate.vocabularies import are_complements, are_outcomes
from checker.figures.story import Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation, Truth

_FEWEST, _MOST = 2, 5  # parts
_LONG = 3  # digits
_TELLING = 1000
_NOUN = 2  # characters
_STOCK_BEHIND = expression(r"\([^()]{0,20}(?:结转|上年|去年|往年|跨年|存量)")
_UP_TO = expression("截[至止]|到|至")
_STOCK = expression("旧存|结转|存量|遗留|转入")
_OF_BEFORE = expression("加上|加之|连同|算上|原有|已有|结转|存量|剩余|年初|上年|去年|20\\d\\d年")


def slipped_chains(story: Story, relations: Sequence[Relation]) -> Iterator[Relation]:
    """Each such chain of clauses no two of whose figures stand in a relation that is judged."""
    judged = _judged(relations)
    for sentence in story.sentences:
        group = sentence.at()
        for i in range(1, len(group) - 1):
            chain = _chain(story, group, i)
            known = [number for frame in chain for number in judged.get(frame.start, ())]
            if not chain or len(set(known)) < len(known):
                continue
            if _STOCK.search(chain[0].label) or all(_UP_TO.match(frame.label) for frame in chain):
                continue  # 旧存35件,新收168件,全年审结187件; 截至6月末18个,截至9月末41个,截至12月末67个
            reading = Sum(chain[0], tuple(chain[1:]))
            if _is_slip(story, reading) or _leaves_another_rest(reading):
                yield reading.relation(story, RULE, Binding.INFERRED)


def _judged(relations: Sequence[Relation]) -> Mapping[int, Sequence[int]]:
    """The numbers of the judged relations that each figure stands in, by where it starts."""
    numbers: dict[int, list[int]] = {}
    for number, relation in enumerate(relations):
        for operand in relation.operands if relation.truth is not Truth.UNDECIDABLE else ():
            numbers.setdefault(operand.span.start, []).append(number)
    return numbers


def _chain(story: Story, group: Sequence[Frame], i: int) -> Sequence[Frame]:
    """A figure and those of its unit behind it, each in the next clause; empty where the last goes on, or one tells a change."""
    whole = group[i - 1]
    if i > 1 and whole.parted == CLAUSE and group[i - 2].unit_class == whole.unit_class:
        return ()  # one of a chain itself
    end = i
    while end < len(group) and group[end].parted == CLAUSE and group[end].unit_class == whole.unit_class:
        end += 1
    chain = group[i - 1 : end]
    following = group[end] if end < len(group) else None
    goes_on = following is not None and following.parted < STATEMENT and following.unit_class == whole.unit_class
    sized = _FEWEST < len(chain) <= _MOST + 1
    odd = goes_on or not sized or not all(_is_plain(story, frame) for frame in chain)
    return () if odd or len({frame.quantity.unit for frame in chain}) > 1 else chain


def _is_plain(story: Story, frame: Frame) -> bool:
    return not (
        _OF_BEFORE.search(frame.gap)
        or _STOCK_BEHIND.match(story.text, frame.quantity.span.end)
        or frame.unit_class in RATES
        or frame.quantity.hedge
        or is_compared(frame)
        or is_total(frame)
        or is_level(frame)
        or is_averaged(frame)
        or is_threshold(frame)
        or opens_bracket(story, frame)
        or AMONG.search(frame.gap)
    )


def _is_slip(story: Story, reading: Sum) -> bool:
    labels = [story.label(part) + part.tail for part in reading.parts]
    sides = are_complements(labels) or are_outcomes([part.label.strip() for part in reading.parts])
    digits = _LONG - 1 if sides else _LONG
    swapped = any(is_swap(old, new) and len(new.replace(".", "")) >= digits for old, new in reading.meant())
    telling = sides or reading.whole.quantity.value >= _TELLING  # 意见225件,听证19件,咨询28件: of three things
    return swapped or (telling and lost_a_digit(reading))


def _are_kinds(one: Frame, other: Frame) -> bool:
    """假冒卷烟1806万支,走私卷烟517万支,其余1139万支: whether the chain begins with two kinds of one thing."""
    names = [frame.label.strip() for frame in (one, other)]
    return all(len(name) > _NOUN for name in names) and names[0][-_NOUN:] == names[1][-_NOUN:]


def _leaves_another_rest(reading: Sum) -> bool:
    """立案203宗,作出处罚决定167宗,不予处罚18宗,其余9宗尚在办理: near it or by a slip, where no fewer parts leave that rest."""
    *parts, rest = reading.parts
    if (
        REST.search(rest.gap) is None
        or _are_kinds(reading.whole, parts[0])
        or not (is_near(reading) or reading.is_miswritten(_FEWEST))
    ):
        return False
    some = (chosen for size in range(1, len(parts)) for chosen in combinations(parts, size))
    return not any(Sum(reading.whole, (*chosen, rest)).fits for chosen in some)
