"""Rates of all there was, or with the count behind them: 44件案件均有负责人到庭,出庭率100%; 化解率93.88%,即46件."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from checker.figures.build import Ratio
from checker.figures.names import core_of
from checker.figures.reading import Frame
from checker.figures.relate.lists import CLAUSE, exact_counts, is_compared, is_exact_count
from checker.figures.relate.rates.ratios import RATE_NAME, RULE
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

_EVERY = expression(r"^(?!以?外)[^,;。]{0,10}?(?:全部|均|都)(?:已|有|由|得到)?(?P<what>[^,;。]{2,12})$")
_OF_SOME = expression("正职|主职|主要|一把手|分管|副职|按时|按期|及时|一次|初次|成功|满意|平均")
_ALL = 100
_FINE = 2  # decimals
_MOST = 12  # figures


def of_all(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """All such rates of a sentence; but for those of all, only agreement is told."""
    group = sentence.at()
    for i, rate in enumerate(group):
        named = RATE_NAME.search(rate.label) if rate.unit_class == "percent" and i and not rate.quantity.hedge else None
        if named is None or rate.parted != CLAUSE or not named[1].endswith("率"):
            continue
        if rate.quantity.value == _ALL:
            yield from _of_its_list(story, sentence, i)
        counts = [f for f in group[:i] if f.unit_class == group[i - 1].unit_class]
        if rate.quantity.value == _ALL or len(counts) == 1:
            yield from _of_every(story, group[i - 1], rate, core_of(named[1].removesuffix("率")))
    for rate, top in pairwise(group):
        if rate.unit_class == "percent" and rate.quantity.decimals >= _FINE and top.label == "即":
            yield from _told_after(story, group, rate, top)


def _of_every(story: Story, whole: Frame, rate: Frame, stem: str) -> Iterator[Relation]:
    """7件一审案件均有负责人出庭,出庭应诉率100%: of all of them, nothing else."""
    told = _EVERY.match(whole.tail) if is_exact_count(whole) and not is_compared(whole) else None
    if told is None or _OF_SOME.search(stem) or whole.index != rate.index - 1:
        return
    alike = any(stem[at : at + 2] in told["what"] for at in range(len(stem) - 1)) or _is_of_court(stem, told["what"])
    if alike and rate.quantity.value <= _ALL and whole.quantity.value:
        yield Ratio(rate, (whole,), whole).relation(story, RULE, Binding.INFERRED)


def _is_of_court(stem: str, what: str) -> bool:
    return "出庭" in stem and what.endswith(("到庭", "出庭", "应诉"))


def _of_its_list(story: Story, sentence: Sentence, i: int) -> Iterator[Relation]:
    """发现隐患64块,已拆除38块、加固26块,处置率100%: what the list right before the rate makes up; the plan may stand before."""
    group = sentence.at()
    run = [group[i - 1]]
    while run[0].parted == 1 and group.index(run[0]) and len(run) < _MOST:
        run.insert(0, group[group.index(run[0]) - 1])
    at, unit = group.index(run[0]), group[i - 1].unit_class
    near = list(story.in_paragraph(sentence, 1))
    bases = list(group[max(0, at - 1) : at]) or [f for s in near for f in s.at()]
    counts = [f for f in exact_counts([*bases, *run]) if f.unit_class == unit and not is_compared(f)]
    if len(run) > 1 and all(f in counts for f in run):
        ratios = (Ratio(group[i], tuple(run), base) for base in bases if base in counts)
        yield from (ratio.relation(story, RULE, Binding.INFERRED) for ratio in islice((r for r in ratios if r.fits), 1))


def _told_after(story: Story, group: Sequence[Frame], rate: Frame, top: Frame) -> Iterator[Relation]:
    """初次信访49件,重复信访16件,初信化解率93.88%,即46件: of the one count before the rate that gives it."""
    counts = [f for f in exact_counts(group) if f.unit_class == top.unit_class and f.start < rate.start]
    held = [f for f in counts[-_MOST:] if not is_compared(f) and Ratio(rate, (top,), f).fits]
    if held and is_exact_count(top) and top.parted == CLAUSE:
        yield Ratio(rate, (top,), held[-1]).relation(story, RULE, Binding.INFERRED)
