"""Rates whose name, or a bracket beside it, tells which figures they are of, where no count stands right before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.figures.build import Ratio
from checker.figures.names import core_of, shared_piece
from checker.figures.reading import Frame
from checker.figures.relate.lists import JOINED, RATES, alike, exact_counts, is_compared, opens_bracket
from checker.figures.relate.rates.quotients import is_miswritten_share
from checker.figures.relate.rates.ratios import RATE_NAME, RULE, is_whole
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.record import replace
from checker.words.relation import Binding, Relation, Truth

_KINDS = expression(
    r"(?P<name>[一-龥]{2,10})(?:\((?P<of>[^()\d]{2,24})\)(?:率|比例|占比)|(?:率|比例|占比)\((?P<with>[^()\d]{2,24})\))(?:为|达到?|是|约)*$"
)
_QUOTED = expression("“[^“”]+”")
_TAKING_PART = expression("参加|参考|应考|报名|抽检|抽查|检查|受理|收到")
_INCLUDING = expression(r"^(?:含|包括|包含)")
_SPENT_RATE = expression(
    r"(?:预算|资金|经费|支出|投资)[^,;]{0,4}(?:执行|支出|使用|到位|拨付|完成|兑付)率(?:为|达到?)?$"
)
_BUDGET = expression(r"预算|下达|安排|批复|计划|总投资|核定|应|到账|筹集|收到")
_SPENT = expression(r"支出|执行|使用|拨付|到位|完成|兑付|发放")
_CUT_RATE = expression(
    r"(?P<verb>压减|精简|核减|清退|取消|整合|淘汰|削减|关停|退出|注销)(?:率|比例|幅度)(?:为|达到?)?$"
)
_TASK = expression(r"(?:完成|占|达到?|为)[^,;。]{0,20}$")
_ABOVE = "分子大于基数，二者中何者有误无法确定"
_SHARE_OF = expression(r"占(?:到|了|全部|所有)?(?P<whole>[^,;。]{2,14}?)的$")
_MANY = 6
_SHORT = 4  # characters
_FAR = 8  # sentences
_RISEN = expression("同比|环比|比上年|提高|提升|上升|下降|降低|增长")


def named_rates(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """All such rates of a sentence."""
    group = sentence.at()
    for i, rate in enumerate(group):
        if rate.unit_class != "percent" or rate.quantity.hedge or _RISEN.search(rate.label):
            continue
        yield from _of_kinds(story, sentence, group, i)
        yield from _of_counts_in_bracket(story, sentence, group, i)
        if i > 1 and _SPENT_RATE.search(rate.label):
            yield from _of_budget(story, group, i)
        elif i > 1 and (cut := _CUT_RATE.search(rate.label)):
            yield from _of_cut(story, group, i, cut["verb"])
        elif i > 1:
            yield from _above_its_base(story, *group[i - 2 : i + 1])
        if i and _is_gloss(story, group, i):
            yield from _of_gloss(story, sentence, group, i)
        if rate.label.endswith("的"):
            yield from _of_tasks(story, sentence, group, i)


def _of_kinds(story: Story, sentence: Sentence, group: Sequence[Frame], i: int) -> Iterator[Relation]:
    """宣布失效29件,废止16件,…清退(失效和废止)比例21.0%: the kinds that the bracket names, of what their list divides."""
    rate = group[i]
    told = _KINDS.search(sentence.text[: rate.start - sentence.span.start])
    if told is None:
        return
    names = [_named(_INCLUDING.sub("", name)) for name in JOINED.split(told["of"] or told["with"])]
    counts = [f for f in exact_counts(group[:i]) if not is_compared(f)]
    kinds = [
        next((f for f in reversed(counts) if name and _named(story.label(f)).endswith(name)), None) for name in names
    ]
    found = tuple(sorted((f for f in kinds if f is not None), key=lambda f: f.start))
    if len(found) != len(names) or len({f.start for f in found}) < 2 or len({f.unit_class for f in found}) > 1:
        return
    divided = story.wholes.get(found[0].start, [])
    bases = [*divided, *(f for f in counts if f.unit_class == found[0].unit_class and f not in found)]
    held = next((base for base in bases if Ratio(rate, found, base).fits), None)
    if held is not None:
        yield Ratio(rate, found, held).relation(story, RULE, Binding.STATED)
    elif divided and _is_of_these(told) and not sentence.inside(rate):
        yield Ratio(rate, found, divided[0]).relation(story, RULE, Binding.INFERRED)


def _is_of_these(told: re.Match[str]) -> bool:
    """Whether a rate is of just the kinds that its bracket names, and its name limits it to nothing else (第三方测评满意率)."""
    return not _INCLUDING.match(told["of"] or told["with"]) and len(core_of(told["name"])) <= _SHORT


def _named(words: str) -> str:
    """The name of a kind; a quoted one whole (评价“好”的: “好”, and not 较好)."""
    quoted = _QUOTED.search(words)
    return quoted[0] if quoted is not None else core_of(words)


def _of_counts_in_bracket(story: Story, sentence: Sentence, group: Sequence[Frame], i: int) -> Iterator[Relation]:
    """辖区乡镇14个,配备率只有57.1%(8个乡镇配备): only agreement is told."""
    inside = exact_counts(sentence.inside(group[i]))
    beside = group[i + 1] if i + 1 < len(group) else None
    if beside is not None and not beside.parted and not beside.label and opens_bracket(story, beside):
        inside.append(beside)
    if len(inside) != 1 or inside[0].unit_class in RATES or not RATE_NAME.search(group[i].label):
        return
    bases = [
        f for f in reversed(exact_counts(group[:i])) if f.unit_class == inside[0].unit_class and not is_compared(f)
    ]
    held = next((base for base in bases[:_MANY] if Ratio(group[i], (inside[0],), base).fits), None)
    if held is not None:
        yield Ratio(group[i], (inside[0],), held).relation(story, RULE, Binding.INFERRED)


def _of_budget(story: Story, group: Sequence[Frame], i: int) -> Iterator[Relation]:
    """经费预算186万元,实际支出171.12万元,预算执行率92%"""
    base, spent, rate = group[i - 2 : i + 1]
    money = base.unit_class == spent.unit_class == "yuan" and not (is_compared(base) or is_compared(spent))
    if not money or base.quantity.hedge or spent.quantity.hedge or rate.parted != 2:
        return
    if not _BUDGET.search(base.label) or not _SPENT.search(spent.label):
        return
    reading = Ratio(rate, (spent,), base)
    if reading.agrees or base.quantity.value >= spent.quantity.value:
        yield reading.relation(story, RULE, Binding.STATED if reading.fits else Binding.INFERRED)


def _of_cut(story: Story, group: Sequence[Frame], i: int, verb: str) -> Iterator[Relation]:
    """有826家,压减793家,现存33家,压减率96.00%: what was cut, of the whole before it."""
    counts = exact_counts(group[:i])
    cut = next((f for f in reversed(counts) if f.label.endswith(verb)), None)
    before = [f for f in counts if cut is not None and f.start < cut.start and f.unit_class == cut.unit_class]
    if cut is None or not before or is_compared(before[-1]):
        return
    reading = Ratio(group[i], (cut,), before[-1])
    beside = before[-1].index == cut.index - 1 and is_whole(before[-1]) and cut.parted == 2
    if reading.agrees or (beside and cut.quantity.value <= before[-1].quantity.value):
        yield reading.relation(story, RULE, Binding.STATED if reading.fits else Binding.INFERRED)


def _above_its_base(story: Story, base: Frame, top: Frame, rate: Frame) -> Iterator[Relation]:
    """通知出庭725件,出庭7206件,出庭率98.92%: more than all; proved where one slip makes the rate exact, else left open."""
    named = RATE_NAME.search(rate.label)
    stem = core_of(named[1].removesuffix("率")) if named else ""
    alike = base.unit_class == top.unit_class and base.unit_class not in RATES and top.parted == rate.parted == 2
    told = stem[-2:] in base.label + base.tail or _TAKING_PART.search(base.label)
    if not alike or len(stem) < 2 or stem[-2:] not in top.label or not told:
        return
    if is_compared(base) or is_compared(top) or base.quantity.hedge or top.quantity.hedge:
        return
    precise = rate.quantity.decimals > 0
    if base.quantity.value < top.quantity.value and precise and 0 < rate.quantity.value < 100:
        relation = Ratio(rate, (top,), base).relation(story, RULE, Binding.INFERRED)
        slipped = is_miswritten_share(top, base, rate, digits=3)
        yield relation if slipped else replace(relation, truth=Truth.UNDECIDABLE, reason=_ABOVE, gap="")


def _of_tasks(story: Story, sentence: Sentence, group: Sequence[Frame], i: int) -> Iterator[Relation]:
    """两项检测量分别完成任务(12000批次、400批次)的128%和105%: each of its own task, only agreement is told."""
    rates = alike(group, i)
    opens = max((f.start for f in group[:i]), default=-1)
    bases = [f for f in exact_counts(sentence.frames) if f.depth and opens < f.start < group[i].start]
    if len(bases) != len(rates) or not _TASK.search(group[i].gap.removesuffix("的")):
        return
    tops = [f for s in (sentence, *story.before(sentence, 4)) for f in exact_counts(s.at()) if f.start < bases[0].start]
    for rate, base in zip(rates, bases, strict=True):
        same = (f for f in tops if f.unit_class == base.unit_class and not is_compared(f))
        held = next((top for top in same if Ratio(rate, (top,), base).fits), None)
        if held is not None:
            yield Ratio(rate, (held,), base).relation(story, RULE, Binding.INFERRED)


def _is_gloss(story: Story, group: Sequence[Frame], i: int) -> bool:
    """四分之三(75%): the share once more, in digits."""
    rate, words = group[i], group[i - 1]
    bare = not rate.label and not rate.parted and opens_bracket(story, rate)
    return bare and words.unit_class == "percent" and "%" not in words.quantity.text


def _of_gloss(story: Story, sentence: Sentence, group: Sequence[Frame], i: int) -> Iterator[Relation]:
    """补种9.6万株,占应补种量的四分之三(75%): of the figure whose words the share names; only agreement is told."""
    named = _SHARE_OF.search(group[i - 1].label)
    counts = [f for f in reversed(exact_counts(group[: i - 1])) if not is_compared(f)]
    if named is None or not counts:
        return
    name = core_of(named["whole"])
    far = (f for s in story.before(sentence, _FAR) for f in reversed(exact_counts(s.at())))
    for top in counts[:2]:
        for base in (*counts, *far):
            same = base.unit_class == top.unit_class and base is not top
            if same and shared_piece(name, story.label(base) + base.tail) and Ratio(group[i], (top,), base).fits:
                yield Ratio(group[i], (top,), base).relation(story, RULE, Binding.INFERRED)
                return
