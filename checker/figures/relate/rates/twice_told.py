"""Rates that fail as the counts beside them fail, both by the same value of one figure: so it is that figure that is wrong.

What doubts speak against each of the two alone is overruled where both are heard (`verdicts.corroborated`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.figures.build import Ratio, Sum
from checker.figures.names import core_of, is_denied, shared_piece
from checker.figures.numerals import is_slip, plain_decimal
from checker.figures.reading import Frame
from checker.figures.relate.completeness import RULE as SUM_RULE
from checker.figures.relate.lists import exact_counts, is_compared
from checker.figures.relate.rates.elsewhere import ranked_name
from checker.figures.relate.rates.quotients import HUNDRED
from checker.figures.relate.rates.ratios import RULE, has_own_base, opening_wholes
from checker.figures.relate.vocabularies import are_complements
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation, RelationKind, Truth, operand_starts

_NAME = expression(r"(?P<stem>[一-龥“”]{2,})率(?:为|达到?|是|约)?$")
_REACH = 2  # sentences
_NEAREST = 8  # figures
_MOST = 12  # figures of a list
_NEAR = Fraction(1, 4)
_HEAD = 2  # characters of a verb


def twice_told(story: Story, relations: Sequence[Relation]) -> Iterator[Relation]:
    """审结43件,胜诉33件、败诉5件,胜诉率88.37%: 43 less 5, and 88.37% of 43, are 38."""
    told = {frozenset(operand_starts([r])) for r in relations if r.truth is not Truth.HOLDS and "≠" in r.equation}
    held = operand_starts(r for r in relations if r.kind is RelationKind.RATE and r.truth is Truth.HOLDS)
    for sentence in story.sentences:
        if "%" not in sentence.text and "分之" not in sentence.text:
            continue
        for i, rate in enumerate(sentence.at()):
            plain = rate.unit_class == "percent" and rate.quantity.interval.is_bounded and not rate.quantity.hedge
            if plain and rate.start not in held and not (is_compared(rate) or has_own_base(story, rate)):
                found = _of_rate(story, sentence, i)
                yield from (r for r in found if frozenset(operand_starts([r])) not in told)


def _of_rate(story: Story, sentence: Sentence, i: int) -> Iterator[Relation]:
    group = sentence.at()
    rate, near = group[i], [sentence, *story.in_paragraph(sentence, _REACH)]
    where = sentence if exact_counts(group[:i]) else next(iter(near[1:]), sentence)
    tops = list(_tops(where, rate))
    for top in tops:
        wholes = [f for s in near for f in exact_counts(s.at()) if f.unit_class == top.unit_class and f.parted != 1]
        wholes = [
            f for f in (*wholes, *opening_wholes(story, where, top)) if f.start < top.start and not is_compared(f)
        ]
        if any(Ratio(rate, named, whole).agrees for whole in wholes for named in ((top,), tuple(tops))):
            return
        found = list(_of_a_part(story, where, rate, top, wholes) or _of_the_whole(story, near, rate, top, wholes))
        if found:
            yield from found
            return


def _tops(where: Sentence, rate: Frame) -> Iterator[Frame]:
    """The counts before a rate that it may be of: by its name, or right before 占."""
    named = _NAME.search(rate.label)
    before = [f for f in exact_counts(where.at()) if f.start < rate.start and not is_compared(f)][-_NEAREST:]
    if named is None and (ranked := ranked_name(rate.gap)):
        yield from [f for f in before if len(ranked[0]) > 1 and core_of(f.label).startswith(ranked[0])]
        return
    if named is None:
        shared = rate.label.startswith("占") and rate.parted == 2 and before and before[-1].index == rate.index - 1
        yield from before[-1:] if shared else []
        return
    verb = named["stem"][-_HEAD:]
    for frame in reversed(before):
        told = frame.label + frame.tail
        beside = frame is before[-1] and frame.index == rate.index - 1 and (set(verb) - {"诉"}) & set(told)
        contrary = is_denied(verb, told) or are_complements((verb, told))  # 败诉5件,胜诉率
        if (beside or shared_piece(verb, told)) and not contrary:
            yield frame


def _of_a_part(
    story: Story, where: Sentence, rate: Frame, top: Frame, wholes: Sequence[Frame]
) -> Iterator[Relation] | None:
    """What the others of its list, or what is told as left, leave of the whole is what the rate asks for."""
    counts = [f for f in exact_counts(where.at()) if f.unit_class == top.unit_class and not is_compared(f)]
    after = [f for f in counts if f.start > top.start][:_MOST]
    for whole in wholes:
        before = [f for f in counts if whole.start < f.start < top.start][-_MOST:]
        for rest in (before, after[:1], after, [*before, *after[:1]], [*before, *after]):
            meant = whole.quantity.value - sum((f.quantity.value for f in rest), Fraction(0))
            if rest and _is_meant(top, meant) and _gives(rate, meant, whole.quantity.value):
                parts = sorted((top, *rest), key=lambda f: f.start)
                return _both(story, Sum(whole, tuple(parts)), Ratio(rate, (top,), whole))
    return None


def _of_the_whole(
    story: Story, near: Sequence[Sentence], rate: Frame, top: Frame, wholes: Sequence[Frame]
) -> Iterator[Relation]:
    """举报552件,热线427件,信函207件。办结621件,办结率97.95%: what its list makes up is what the rate is of."""
    for where, whole in [(s, f) for s in near for f in wholes if f in s.at()]:
        listed = [f for f in exact_counts(where.at()) if f.unit_class == whole.unit_class and f.start > whole.start]
        parts = [f for f in listed if f.start < top.start and not is_compared(f)][:_MOST]
        meant = sum((f.quantity.value for f in parts), Fraction(0))
        fine = rate.quantity.decimals and top.quantity.value < meant and _gives(rate, top.quantity.value, meant)
        if len(parts) > 1 and fine and _is_meant(whole, meant):
            return _both(story, Sum(whole, tuple(parts)), Ratio(rate, (top,), whole))
    return iter(())


def _is_meant(frame: Frame, meant: Fraction) -> bool:
    """Whether a figure may be written for another value: near it, or by a slip."""
    value = frame.quantity.value
    near = abs(value - meant) <= max(value, meant) * _NEAR
    return 0 < meant != value and (near or is_slip(plain_decimal(value), plain_decimal(meant)))


def _gives(rate: Frame, top: Fraction, base: Fraction) -> bool:
    """Whether a rate with decimals follows, or one without them to the point."""
    share = HUNDRED * top / base if base else Fraction(-1)
    return share in rate.quantity.interval if rate.quantity.decimals else share == rate.quantity.value


def _both(story: Story, parts: Sum, ratio: Ratio) -> Iterator[Relation]:
    yield parts.relation(story, SUM_RULE, Binding.INFERRED)
    yield ratio.relation(story, RULE, Binding.INFERRED)
