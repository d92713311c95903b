"""Rates told with what is left over instead of what was done: 计划抽查220家次,完成率99.09%,没有完成的2家次."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from checker.figures.build import Ratio
from checker.figures.reading import Frame
from checker.figures.relate.lists import CLAUSE, LEFT_OVER, exact_counts, is_compared, is_exact_count
from checker.figures.relate.rates.numerators import DUE
from checker.figures.relate.rates.quotients import HUNDRED, is_swapped_rest
from checker.figures.relate.rates.ratios import RULE, complemented
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation, RelationKind, Truth, operand_starts

_RATE = expression(
    r"(?P<verb>整改|完成|办结|结案|审结|化解|解决|销号|到位|落实|答复|回复|办复|处置|检测|消除|调处)率(?:为|达到?)?$"
)
_REST = expression(
    r"^(?:还有|尚有|仍有|另有|还剩|尚余)$|^(?:其余|剩余|余下|剩下)的?$|^(?:还有|尚有|仍有|另有|其余|剩余)?(?:没有|尚?未|未能)(?P<verb>[一-龥]{2,4})的(?:有|为)?$"
)
_OPEN = expression(r"^[^,;。]{0,24}(?:未|没有|仍在|还在|正在|尚在|推进|延期|顺延|无法|停业|停产|停用|关闭|注销|限期)")
_PLANNED = expression("计划|任务|目标|应(?![诉急])|下达|需")
_POINTS = 5
_SWAPPED = 4  # digits


def left_over(story: Story, relations: Sequence[Relation]) -> Iterator[Relation]:
    """All such rates that nothing bears out."""
    held = operand_starts(r for r in relations if r.kind is RelationKind.RATE and r.truth is Truth.HOLDS)
    for sentence in story.sentences:
        for rate, rest in pairwise(sentence.at()) if "率" in sentence.text else ():
            told = rate.unit_class == "percent" and rate.quantity.decimals > 0 and not rate.quantity.hedge
            if told and rate.start not in held and _is_left(story, rate, rest):
                yield from _in_sentence(story, sentence, rate, rest)


def _is_left(story: Story, rate: Frame, rest: Frame) -> bool:
    """Whether what stands right behind a rate is what was not done, by the rate's own verb or in words of its own."""
    named = _RATE.search(rate.label)
    left = _REST.match(rest.label) if rest.parted == CLAUSE and is_exact_count(rest) else None
    if named is None or left is None:
        return False
    end = rest.quantity.span.end
    return (left["verb"] or "").startswith(named["verb"]) or bool(_OPEN.match(story.text[end : end + 40]))


def _in_sentence(story: Story, sentence: Sentence, rate: Frame, rest: Frame) -> Iterator[Relation]:
    counts = [f for f in exact_counts(sentence.at()) if f.unit_class == rest.unit_class and f.start < rate.start]
    wholes = [f for f in counts if not is_compared(f) and f.quantity.value > rest.quantity.value and f.parted != 1]
    found = [(whole, complemented(story, rate, rest, whole, Binding.INFERRED)) for whole in wholes]
    held = next(((whole, r) for whole, r in found if r.truth is Truth.HOLDS), None)
    if held is not None:
        done = tuple(f for f in counts if f.start > held[0].start and not LEFT_OVER.search(f.label))
        together = sum((f.quantity.value for f in done), Fraction(0)) == held[0].quantity.value - rest.quantity.value
        yield Ratio(rate, done, held[0]).relation(story, RULE, Binding.INFERRED) if done and together else held[1]
    elif found and len(wholes) == 1 and wholes[0].index == rate.index - 1:
        meant = HUNDRED * (1 - rest.quantity.value / wholes[0].quantity.value)
        due = _PLANNED.search(wholes[0].label) or DUE.search(wholes[0].label)
        if due and abs(meant - rate.quantity.value) <= _POINTS:
            yield found[0][1]
    elif found and is_swapped_rest(rest, wholes[0], rate, _SWAPPED):
        yield found[0][1]
