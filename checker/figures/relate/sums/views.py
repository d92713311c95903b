"""One whole looked at from another side: 从申请人看,…; 按申请方式,…; (2)按被申请人划分。…; and what a list of it leaves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.figures.build import Sum, is_slip_of
from checker.figures.reading import Frame
from checker.figures.relate.completeness import RULE
from checker.figures.relate.list_runs import run_from, run_on
from checker.figures.relate.lists import LEFT_OVER, RATES, STATEMENT, divided_before, is_compared
from checker.figures.relate.stocks.left import left_of
from checker.figures.relate.totals import is_total
from checker.figures.relate.vocabularies import are_complements
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

_VIEW = expression(
    r"(?:^|[,;:])(?:按照?|从|依据?|分)(?:[^,;:。]{1,14}?(?:来?看|来?分|划分|统计|区分|分类|分析)"
    r"|[^,;:。]{0,8}?(?:方式|渠道|途径|类型|类别|来源|主体|性质|领域|事由|层级|身份|形式|结果|阶段|地域|区域|内容|原因))[,:]?"
)
_HEADING = expression(r"(?:按照?|从|依)[^,;:。]{1,14}?(?:来?看|来?分|划分|统计|区分|分类|分析)[。:]?$")
_REST = expression(r"^(?:其余|剩余|余下|剩下)的?$")
_REACH = 14  # sentences
_TELLING = 3  # digits


def views(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """The lists of a sentence that divide what lists before have divided; of many wholes only that next to them."""
    group = sentence.at()
    headed = _is_headed(story, sentence)
    for i, first in enumerate(group):
        if first.unit_class in RATES or is_compared(first) or first.quantity.hedge:
            continue
        if not (_VIEW.search(first.gap) or (headed and not i)):
            continue
        wholes = divided_before(story, sentence, first, _REACH)
        if wholes:
            yield from _divide_again(story, sentence, i, wholes)
            yield from _leave(story, group, i, wholes[0])


def _is_headed(story: Story, sentence: Sentence) -> bool:
    """Whether the sentence before is a heading of its own that looks from another side: (3)按申请人划分。"""
    before = story.sentences[sentence.number - 1] if sentence.number else None
    return before is not None and not before.frames and bool(_HEADING.search(before.text))


def _divide_again(story: Story, sentence: Sentence, i: int, wholes: Sequence[Frame]) -> Iterator[Relation]:
    """The list against each of them; it is held against the nearest where it says that it is whole, or exceeds it."""
    group = sentence.at()
    lists = [parts for parts in (run_from(group, i), run_on(group, i), _heads(group, i)) if len(parts) > 1]
    held = next((r for w in wholes for parts in lists if (r := Sum(w, tuple(parts))).fits), None)
    if held is not None:
        yield held.relation(story, RULE, Binding.INFERRED)
        return
    for parts in lists[:1]:
        reading = Sum(wholes[0], tuple(parts))
        labels = [story.label(p) + p.tail for p in parts]
        whole = reading.exceeds or LEFT_OVER.search(parts[-1].label) or are_complements(labels)
        at = group.index(parts[-1]) + 1
        ends = at == len(group) or group[at].parted == STATEMENT
        one = whole and ends and len(parts) == len(lists[-1]) and reading.is_miswritten(_TELLING)
        if one and not _divide_nearer(story, sentence, reading):
            yield reading.relation(story, RULE, Binding.INFERRED)


def _divide_nearer(story: Story, sentence: Sentence, reading: Sum) -> bool:
    """审结1037件。从结案方式看,…: whether a count that stands nearer, or was told before, may be what is divided."""
    whole, first = reading.whole, reading.parts[0]
    near = (sentence, *story.before(sentence, _REACH))
    counts = [f for s in near for f in s.at() if f.start < first.start and f.unit_class == whole.unit_class]
    others = (Sum(f, reading.parts) for f in counts if f.start != whole.start and not is_compared(f))
    return any(o.fits or (o.whole.start > whole.start and o.is_miswritten(_TELLING)) for o in others)


def _heads(group: Sequence[Frame], i: int) -> list[Frame]:
    """The figure that opens each statement: 申请人为部门的83件,其中…;申请人为镇政府的54件."""
    heads = [group[i], *(f for f in group[i + 1 :] if f.parted == STATEMENT)]
    same = all(f.unit_class == heads[0].unit_class and not is_compared(f) for f in heads)
    begin = {f.label[:2] for f in heads}
    return heads if same and len(begin) == 1 and all(len(f.label) > 2 for f in heads) else []


def _leave(story: Story, group: Sequence[Frame], i: int, whole: Frame) -> Iterator[Relation]:
    """公安1127件、市场监管642件,两个领域合计1769件,剩余1247件: the list's total and what it leaves of the whole."""
    run = run_from(group, i)
    following = [f for f in group[group.index(run[-1]) + 1 :] if f.unit_class == whole.unit_class][:2]
    if len(run) < 2 or len(following) < 2 or not is_total(following[0]) or not Sum(following[0], tuple(run)).fits:
        return
    together, rest = following
    left = whole.quantity.value - together.quantity.value
    if not _REST.search(rest.label) or rest.quantity.hedge or left <= 0:
        return
    if left == rest.quantity.value or is_slip_of(rest, left):
        yield left_of(story, whole, (together,), rest, Binding.STATED)
