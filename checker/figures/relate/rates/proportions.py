"""Proportions of two counts that their name names: 招聘142名,报名5538人,报录比39:1; only agreement, or a slip, is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.figures.build import operand, short_decimal, shown
from checker.figures.numerals import is_slip
from checker.figures.reading import Frame
from checker.figures.relate.lists import are_exact_counts, exact_counts
from checker.figures.relate.rates.ratios import RULE, is_whole
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.interval import Interval
from checker.words.place import Span
from checker.words.relation import Binding, Operand, Relation, RelationKind, Role, Truth

_PROPORTION = expression(
    r"(?P<name>报录|报招|报考录用|生师|竞争|报考)比(?:例)?(?:约?为|达到?|约|是)?(?P<stated>(?P<value>\d{1,4}(?:\.\d{1,2})?) ?[::∶比] ?1)(?![\d.])"
)
_BOTH = expression(
    r"(?:二|两)者(?:之|的)?比(?:例)?(?:约?为|达到?|约|是)?(?P<stated>(?P<value>\d{1,4}(?:\.\d{1,2})?) ?[::∶比] ?1)(?![\d.])"
)
_SIDES = {"生师": (expression("学生|在校生"), expression("教师"))}
_APPLICANTS = expression(r"报名|报考|应聘|应考"), expression(r"招聘|招录|录用|录取|招考|聘用")


def proportions(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """Each proportion with the only two counts of its sentence that its name names."""
    for match in _PROPORTION.finditer(sentence.text):
        counts = [f for f in exact_counts(sentence.at()) if f.quantity.value and is_whole(f)]
        over, under = ([f for f in counts if side.search(f.label)] for side in _SIDES.get(match["name"], _APPLICANTS))
        if len(over) != 1 or len(under) != 1 or over[0] is under[0]:
            continue
        start = sentence.span.start + match.start("stated")
        span = Span(start, start + len(match["stated"]))
        yield from _relation(story, over[0], under[0], span, match["value"])
    yield from _of_both(story, sentence)


def _of_both(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """县级执法人员262人,乡镇执法人员186人,二者之比为1.4:1: of the two counts right before it."""
    for match in _BOTH.finditer(sentence.text):
        start = sentence.span.start + match.start("stated")
        before = [f for f in sentence.at() if f.start < start][-2:]
        plain = len(before) == 2 and are_exact_counts(before) and all(f.quantity.value for f in before)
        if plain and before[0].unit_class == before[1].unit_class and before[1].parted in (1, 2):
            span = Span(start, start + len(match["stated"]))
            yield from _relation(story, before[0], before[1], span, match["value"])


def _relation(story: Story, over: Frame, under: Frame, span: Span, stated: str) -> Iterator[Relation]:
    places = len(stated.partition(".")[2])
    half = Fraction(1, 2 * 10**places)
    admitted = Interval(Fraction(stated) - half, Fraction(stated) + half)
    quotient = over.quantity.value / under.quantity.value
    holds = quotient in admitted
    if not holds and not is_slip(stated, short_decimal(quotient, places)):
        return
    written = span.of(story.original)
    equation = f"{shown(over.quantity)} ÷ {shown(under.quantity)} = {short_decimal(quotient, places + 2)} {'≈' if holds else '≠'} {stated}"
    operands: Sequence[Operand] = (
        operand(story, over, Role.NUMERATOR),
        operand(story, under, Role.DENOMINATOR),
        Operand(span, written, Role.RATE, "", admitted),
    )
    truth = Truth.HOLDS if holds else Truth.VIOLATED
    yield Relation("", RelationKind.RATE, truth, Binding.INFERRED, RULE, equation, tuple(operands))
