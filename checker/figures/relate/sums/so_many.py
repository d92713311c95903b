"""Totals that tell how many figures they add up: 第一次抽查90件,第二次抽查110件,两次共抽查200件; 两类会议合计研究13次."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.figures.build import Sum
from checker.figures.names import shared_piece
from checker.figures.numerals import whole_number
from checker.figures.reading import Frame
from checker.figures.relate.completeness import RULE, is_near
from checker.figures.relate.lists import LAST_YEAR, RATES, are_exact_counts, is_compared
from checker.figures.relate.totals import is_total, may_be_total
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

_TOLD = expression(
    r"(?:^|[,;、])(?:以上|上述|前述|这|前)?(?P<number>[两二三四五六七八九十]|\d)(?:类|种|项|次|个|轮|批|场|者|部分|方面)"
    r"[一-龥]{0,8}?(?:合计|共计|总计|总共|一共|共|累计|相加)(?:为|有)?[一-龥]{0,8}$"
)
_END = expression("(?:合计|共计|总计|总共|一共|共|累计|相加)(?:为|有)?(?!覆盖|涉及|惠及|发现|服务)([一-龥]{2,8})$")
_REACH = 30  # characters
_NEAR = 3  # sentences
_MOST = 8  # figures to choose from


def so_many(story: Story, sentence: Sentence, group: Sequence[Frame]) -> Iterator[Relation]:
    """Each such total with the figures of its class before it: as many as it says, or those among them that add up."""
    for i, whole in enumerate(group):
        if i < 2 or whole.unit_class in RATES or is_total(whole) or may_be_total(whole) or LAST_YEAR.search(whole.gap):
            continue
        size = _number_told(sentence, whole)
        counts = [f for f in group[:i] if f.unit_class == whole.unit_class and not is_compared(f)]
        if not 1 < size <= len(counts) <= _MOST or not are_exact_counts((whole, *counts)):
            continue
        held = some_of(whole, counts, size)
        if held is not None:
            yield held.relation(story, RULE, Binding.STATED)
            continue
        reading = Sum(whole, tuple(counts))
        if len(counts) == size and _do_the_same(reading) and (is_near(reading) or reading.is_miswritten(2)):
            yield reading.relation(story, RULE, Binding.STATED)


def _do_the_same(reading: Sum) -> bool:
    """Whether the verb of the total is that of each figure, and none may be in two of them (两轮检查共覆盖68家)."""
    verb = _END.search(reading.whole.label)
    return verb is not None and all(len(shared_piece(verb[1], part.label)) > 1 for part in reading.parts)


def some_of(whole: Frame, counts: Sequence[Frame], size: int) -> Sum | None:
    """So many of a few figures that add up to a total, the last ones first (移送6件,立案5件;移送8件、21件,三类合计35件)."""
    readings = (Sum(whole, parts) for parts in combinations(reversed(counts[-_MOST:]), size))
    held = next((reading for reading in readings if reading.fits), None)
    return Sum(whole, held.parts[::-1]) if held is not None else None


def over_sentences(story: Story, reading: Sum) -> Sum:
    """一审案件29件,…。二审案件11件,再审案件3件,三项合计43件: with those of its paragraph that complete it, else as it is."""
    whole, sentence = reading.whole, story.sentence_at(reading.whole.start)
    lacking = _number_told(sentence, whole) - len(reading.parts) if sentence is not None else 0
    if sentence is None or lacking < 1:
        return reading
    near = [f for s in story.in_paragraph(sentence, _NEAR) for f in reversed(s.at())]
    alike = [f for f in near if f.unit_class == whole.unit_class and not is_compared(f)][:_MOST]
    readings = (Sum(whole, (*reversed(more), *reading.parts)) for more in combinations(alike, lacking))
    return next((longer for longer in readings if longer.fits), reading)


def _number_told(sentence: Sentence, whole: Frame) -> int:
    """How many figures a total says that it adds up; 0 where it does not say."""
    before = sentence.text[: whole.start - sentence.span.start]
    told = _TOLD.search(before, max(0, len(before) - _REACH))
    return whole_number(told["number"]) if told is not None else 0
