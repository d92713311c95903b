"""A bracket that divides the figure before it: T(A a件、B b件)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.figures.build import Sum
from checker.figures.reading import Frame
from checker.figures.relate.completeness import RULE, is_closed, is_list, is_near
from checker.figures.relate.list_runs import run_from, run_on
from checker.figures.relate.lists import AMONG, is_compared
from checker.figures.relate.sums.near_misses import STOCKED
from checker.figures.relate.sums.slipped_lists import is_slipped
from checker.figures.relate.vocabularies import are_complements
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

_AT_FIRST = expression("^(?:年初|期初|月初|原有?|上年|去年|20\\d\\d年[末底初])")
_MOVED = expression("净[增减][加少长]?$")
_OPEN = expression("含|如|包括")
_YEAR, _OF_YEARS = expression(r"(20\d\d)年"), expression("年来|[两三四五]年|累计|以来|[共合]计|共")
_ABOUT_THEM = expression("此|这|该|上述|以上|前述")


def _are_of_other_years(story: Story, whole: Frame, inside: Sequence[Frame]) -> bool:
    """全年新收161件(2018年29件,2019年118件): what it was in years before, unless the figure is of them all."""
    years = [told[1] for f in inside if (told := _YEAR.fullmatch(f.label)) is not None]
    return bool(years) and str(story.report_year) not in years and _OF_YEARS.search(whole.label) is None


def bracketed(story: Story, sentence: Sentence, group: Sequence[Frame]) -> Iterator[Relation]:
    """T(A a件、B b件): the bracket divides the figure before it."""
    for whole in group:
        inside = [f for f in sentence.inside(whole) if f.unit_class == whole.unit_class]
        if len(inside) < 2 or AMONG.search(inside[0].gap) or is_compared(inside[0]) or whole.depth:
            continue
        if _MOVED.search(whole.label) or any(STOCKED.search(f.label) for f in inside):
            continue  # 净增15人(新取证21人,退休调出6人); 63家(年初57家,新增12家、退出6家)
        if inside[0].quantity.value > whole.quantity.value and inside[1].parted == 0:
            continue  # 没收64艘、拆解61艘(没收的64艘中3艘尚未拆解)
        if _ABOUT_THEM.match(inside[0].label) or _are_of_other_years(story, whole, inside):
            continue  # 从轻48件(此70件均含在结案416件内)
        reading = Sum(whole, tuple(run_from(inside, 0)))
        every = Sum(whole, tuple(run_on(inside, 0)))
        pair = are_complements([story.label(p) for p in every.parts])
        reading = every if pair else reading  # 罚没(没收违法所得317.55万元,罚款968.85万元)
        if reading.fits or every.fits:
            yield (reading if reading.fits else every).relation(story, RULE, Binding.STATED)
        elif _AT_FIRST.search(inside[0].label) or "," in story.text[whole.span.end : inside[0].start].partition("(")[0]:
            continue  # 年末742处(年初649处,拆除3处); 县区14件,全部修改或者废止(修改12件、废止7件)
        elif len(reading.parts) > 1 and _OPEN.search(inside[0].gap):
            if reading.exceeds and is_near(reading) and is_list(reading.parts):
                yield reading.relation(story, RULE, Binding.INFERRED)  # 32辆(含新能源车6辆、燃油车27辆)
        elif len(reading.parts) > 1 and (pair or is_list(reading.parts)):
            if reading.exceeds or is_closed(story, reading):
                yield reading.relation(story, RULE, Binding.STATED)
            elif reading.coverage >= Fraction(1, 2) or is_slipped(story, reading):
                yield reading.relation(story, RULE, Binding.INFERRED)
