"""Shares of several kinds of a list together: by their names, by their number, or by 合计."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.figures.build import Ratio
from checker.figures.names import core_of, says_nothing
from checker.figures.numerals import han_number
from checker.figures.reading import Frame
from checker.figures.relate.lists import AMONG, JOINED, JOINS, STATEMENT, are_exact_counts, exact_counts, is_compared
from checker.figures.relate.rates.quotients import is_swapped_share
from checker.figures.relate.rates.rate_bases import earlier_counts
from checker.figures.relate.rates.ratios import RULE, best
from checker.figures.relate.rates.share_bases import wholes_named
from checker.figures.relate.totals import is_total
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

_JOINT = expression(
    r"(?:^|[,;:。()])(?P<names>[^,;:。()\d占]{0,40}?)(?:以上|上述|这|前)?(?:(?P<number>[两二三四五六2-6]) ?(?:大|个)?"
    r"(?:者|项|类|种|级|方面|领域|部门|系统|单位|乡镇|镇|街道|分局|行业|渠道|环节|方式|途径|市|县|区|地|所|队)"
    r"(?:案件|纠纷|情形|方式|领域|问题|行业|信息)?)?(?:案件|信息)?(?:合计|共计|共|一起|加起来)?(?:约|仅)?占(?:比重?|到|了)?(?P<whole>[^,;:。()]*?)(?:的(?:比例|比重)?)?(?:为|达到?)?$"
)
_LEAD = expression("^(?:其中|而|上述|以上)")
_NARROWED = expression("[上去]年|20\\d\\d|金额|数额|总额|资金|率|全[省市县区]")
_AMONG_SOME = expression("中,$|看,$|论,$")
_LEADING = 8  # characters
_CLAUSES = 60  # characters
_FEW, _FINE, _DIGITS = 2, 2, 3
_LEAST, _MOST = Fraction(3, 4), Fraction(4, 3)
"""A share that is further off than that is of something else."""


def joint_share(story: Story, group: Sequence[Frame], i: int) -> Relation | None:
    """网上申请和司法所代收两项占26.73%; 其中甲33件、乙16件、丙14件,三个领域占67.02%.

    What fails is told where the kinds are known by name or number, and what their list divides is known too.
    """
    rate, start = group[i], max(0, group[i].start - _CLAUSES)
    told = _JOINT.search(story.text, start, rate.start)
    if told is None or rate.quantity.hedge or not (told["names"] or told["number"]):
        return None
    counts = [f for f in exact_counts(group[:i]) if f.start < told.start() + 1 and not is_compared(f)]
    kinds = _by_name(story, counts, told) or _by_number(counts, told)
    if len(kinds) < _FEW or len({f.unit_class for f in kinds}) > 1:
        return None
    divided = _divided(story, counts, kinds)
    held = next((base for base in divided if Ratio(rate, kinds, base).agrees), None)
    if held is not None:
        return best(story, rate, kinds, [held], [], Binding.INFERRED)
    failed = Ratio(rate, kinds, divided[0]) if divided and rate.quantity.decimals else None
    if failed is None or not _is_of_all(story, counts, kinds, told, failed.base):
        return None
    near = _LEAST * failed.value <= rate.quantity.value <= _MOST * failed.value
    return failed.relation(story, RULE, Binding.INFERRED) if near or _is_swapped(failed) else None


def of_both(story: Story, group: Sequence[Frame], i: int) -> list[Relation]:
    """三年纠错数分别为34件和19件,约占110件的一半: of the joined figures before the base together, where that agrees."""
    start, base = i - _FEW, group[i - 1]
    while start > 0 and (
        group[start].parted == 1 or (not group[start].parted and group[start].label.startswith(JOINS))
    ):
        start -= 1
    both = tuple(group[max(0, start) : i - 1])
    if len(both) < _FEW or {f.unit_class for f in both} != {base.unit_class}:
        return []
    ratio = Ratio(group[i], both, base)
    return [ratio.relation(story, RULE, Binding.STATED)] if ratio.fits else []


def _is_of_all(story: Story, counts: Sequence[Frame], kinds: Sequence[Frame], told: re.Match[str], base: Frame) -> bool:
    """Whether nothing limits a share to some of what the list divides: no other whole, year, scope or later count."""
    whole = core_of(told["whole"])
    if len(whole) > 1 and not says_nothing(told["whole"]) and not story.is_named(base, whole):
        return False
    between = (f for f in counts if kinds[-1].start < f.start and f.unit_class == kinds[0].unit_class)
    before = story.text[max(0, told.start() - _LEADING) : told.start() + 1]
    limited = _NARROWED.search(told["names"] + told["whole"]) or _AMONG_SOME.search(before)
    return not limited and all(is_total(f) for f in between) and _are_called_so(story, kinds, told)


def _are_called_so(story: Story, kinds: Sequence[Frame], told: re.Match[str]) -> bool:
    """Whether the clause opens with the name of a kind, with nothing before it (去年网上申请)."""
    opens = core_of(_LEAD.sub("", told["names"]))
    return not opens or any(opens[:_FEW] == core_of(story.label(kind))[:_FEW] for kind in kinds)


def _is_swapped(ratio: Ratio) -> bool:
    return any(is_swapped_share(n, ratio.base, ratio.rate, _DIGITS) for n in ratio.numerators)


def _by_name(story: Story, counts: Sequence[Frame], told: re.Match[str]) -> tuple[Frame, ...]:
    """The counts that carry the names of the clause, each name one and no other."""
    names = [core_of(name) for name in JOINED.split(_LEAD.sub("", told["names"])) if name]
    if len(names) < _FEW or any(len(name) < _FEW for name in names):
        return ()
    found: list[Frame] = []
    for name in names:
        called = [f for f in counts if _is_called(core_of(story.label(f)), name)]
        if len(called) != 1:
            return ()
        found += called
    return tuple(found) if len({f.start for f in found}) == len(names) else ()


def _is_called(label: str, name: str) -> bool:
    """Whether a count is called so: by the whole name, or by one that the other begins or ends with."""
    short, long = sorted((label.removesuffix("类"), name.removesuffix("类")), key=len)
    return len(short) > 1 and (long.startswith(short) or long.endswith(short))


def _by_number(counts: Sequence[Frame], told: re.Match[str]) -> tuple[Frame, ...]:
    """As many counts right before as the clause says, where they are all of their list."""
    if not told["number"] or core_of(_LEAD.sub("", told["names"])):
        return ()
    number = int(han_number(told["number"]) or int(told["number"]))
    kinds = tuple(counts[-number:])
    joined = len(kinds) == number and all(f.parted == kinds[-1].parted < STATEMENT for f in kinds[1:])
    return kinds if joined and (AMONG.search(kinds[0].gap) or kinds[0].parted == STATEMENT) else ()


def _divided(story: Story, counts: Sequence[Frame], kinds: Sequence[Frame]) -> list[Frame]:
    """What the list of the kinds divides: as it was found, else the count before its 其中."""
    before = [f for f in counts if f.start < kinds[0].start and f.unit_class == kinds[0].unit_class]
    among = before[-1:] if AMONG.search(kinds[0].gap) else []
    return [*story.wholes.get(kinds[0].start, []), *among]


def together(story: Story, sentence: Sentence, counts: Sequence[Frame], rate: Frame, name: str) -> Iterator[Relation]:
    """公安类36件,市场监管类22件,合计占67.4%: the kinds before it together; only agreement is told."""
    run = [counts[-1]]
    named = wholes_named(story, sentence, name, counts[-1].unit_class, rate) if len(core_of(name)) > 1 else []
    if rate.quantity.decimals >= _FINE and are_exact_counts(run):
        named += earlier_counts(story, sentence, run[0])
    for frame in reversed(counts[:-1]):
        if frame.unit_class != run[0].unit_class or "其中" in run[0].gap or run[0].parted == STATEMENT:
            break
        run.insert(0, frame)
        bases = [f for f in counts if f.start < frame.start and f.unit_class == frame.unit_class]
        bases += [*story.wholes.get(frame.start, []), *named]
        held = next((b for b in bases if all(b is not f for f in run) and Ratio(rate, tuple(run), b).fits), None)
        if held is not None:
            yield best(story, rate, tuple(run), [held], [], Binding.INFERRED)
            return
