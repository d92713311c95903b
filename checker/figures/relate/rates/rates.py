"""Rates and shares: a percentage bound by name to what it counts and to its base."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.figures.build import Ratio, undecided
from checker.figures.names import core_of, shared_piece
from checker.figures.reading import Frame
from checker.figures.relate.lists import ANNOUNCES, are_apart, is_compared, joined_to_last_year
from checker.figures.relate.rates.composites import given_together, kinds_of
from checker.figures.relate.rates.explained import explained, judged_or_left
from checker.figures.relate.rates.numerators import DUE, RAISED, named_before, numerators_of, right_before, stem_of
from checker.figures.relate.rates.rate_bases import (
    bases_of,
    earlier_counts,
    has_its_own,
    judged,
    may_hold,
    of_both_ends,
    of_level_before,
    smaller_base,
    wholes_first,
)
from checker.figures.relate.rates.ratios import (
    OPENING,
    RATE_NAME,
    RULE,
    best,
    complemented,
    is_of_several,
    is_whole,
    of_one_base,
    once_each,
    opening_wholes,
    wholes_of,
)
from checker.figures.relate.rates.recovered import of_plan, recovered
from checker.figures.relate.rates.shares import share_run, shares
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth, operand_starts

_OUT_OF = ("中的", "中有", "里的")
_BACK_TO = expression(r"(?:恢复到|相当于|为|是|达到)(?:上年|去年|20\d\d年)(?:同期)?的$")
_ABOUT = expression("[约近]占")  # 夜间检查约占四成
_DEFINED = expression(r"率\([^()\d]*[占÷/除][^()\d]*\)[^,;。]{0,4}$")
_NAME = 40  # characters
_FEW = 4  # characters
_TOOK_PART = expression("参加[^,;。]{0,14}(?:考试|测试|考核|培训|学习)的?(?:有)?$")
_YEAR = expression(r"(20\d\d|[上去前])年")
_RATED = expression(r"(?:率|满意度)(?:为|达|达到)?$")
_COMMON = frozenset("被总的综合直接平均行政案件机关")
_LESS = expression(r"\([^()\n]{0,30}(?:不计入|不纳入|不列入|剔除|扣除|核减)")  # 完成率100%(4家因注销不计入应完成数)
_CONTRARY = expression(r"(?:其中|检出|发现)?(?:不|未)")


def rates(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """All rates and shares of a sentence whose operands are stated."""
    for owner in {f.owner if f.depth else -1 for f in sentence.frames}:
        group = [f for f in sentence.frames if (f.owner if f.depth else -1) == owner]
        if owner >= 0 or group[0].depth:
            group = [*(f for f in sentence.at() if f.index <= owner), *group]
        if group[-1].unit_class == "percent" or any(f.unit_class == "percent" for f in group):
            yield from _in_group(story, sentence, group)


def _in_group(story: Story, sentence: Sentence, group: Sequence[Frame]) -> Iterator[Relation]:
    """The percentages of one depth, those of one list against one base; what is left over is only explained."""
    done: set[int] = set()
    found: list[Relation] = []
    for i, frame in enumerate(group):
        if frame.unit_class != "percent" or i in done or (group[-1].depth and not frame.depth):
            continue
        if frame.depth and _is_of_another_year(story, frame):
            continue
        run = share_run(group, i)
        done.update(range(i, i + max(1, len(run))))
        seen = list(of_plan(story, group, i))
        seen = seen or list(shares(story, sentence, group, i, run) if run else _rate(story, sentence, group, i))
        # 六成以上, 近一半 are said of many a share; nothing is held against them.
        unsure = any(f.quantity.hedge for f in (frame, *run)) or bool(_ABOUT.search(frame.label))
        unsure = (
            unsure
            or "综合" in frame.label
            or is_of_several(group, frame)
            or bool(_LESS.match(story.text, frame.quantity.span.end))
        )
        found += [r for r in seen if r.truth is Truth.HOLDS or not unsure]
    found = once_each(of_one_base(story, group, found))
    decided = operand_starts(r for r in found if r.truth is not Truth.UNDECIDABLE)
    more = [r for i in sorted(done) if group[i].start not in decided for r in explained(story, sentence, group, i)]
    told = {r.operands[-1].span.start for r in more}
    yield from (r for r in found if r.operands[-1].span.start not in told)
    yield from more


def _is_of_another_year(story: Story, rate: Frame) -> bool:
    """纠错率12.07%,较上年降低2.29个百分点(2022年纠错率为14.36%): a level of before that a bracket tells."""
    year = _YEAR.match(rate.label)
    return year is not None and year[1] != str(story.report_year)


def _rate(story: Story, sentence: Sentence, group: Sequence[Frame], i: int) -> Iterator[Relation]:
    """合格1327人，合格率90.58%: the numerator by the name of the rate, the base among the counts before it."""
    rate = group[i]
    if _DEFINED.search(story.text, max(0, rate.start - _NAME), rate.start):
        return  # 不予认定率(不予认定占已作认定结论的比重)为6.07%: its base is told, by no figure
    if _BACK_TO.search(rate.label):
        yield from recovered(story, sentence, group, i)
        return
    if _is_out_of(group, i):
        yield best(story, rate, (group[i - 1],), [group[i - 2]], [], Binding.INFERRED)
        return
    bracketed = _in_bracket(story, sentence, group, i)
    if bracketed is not None:
        yield bracketed
        return
    stem = stem_of(group, i)
    if stem is not None:
        contrary = _contrary(group, i, stem)
        if contrary is not None:
            yield complemented(story, rate, *contrary, Binding.STATED)
        else:
            yield from _named_rate(story, sentence, group, i, stem)


def _in_bracket(story: Story, sentence: Sentence, group: Sequence[Frame], i: int) -> Relation | None:
    """收回有效问卷483份,满意度96.3%(465份选择满意): the count in the bracket, of the one right before the rate."""
    inside = sentence.inside(group[i])
    if not i or len(inside) != 1 or group[i].parted != 2 or not _RATED.search(group[i].label):
        return None
    base, top = group[i - 1], inside[0]
    alike = base.unit_class == top.unit_class and is_whole(base) and not base.quantity.hedge and not is_compared(base)
    if not alike or top.label or not top.tail or _CONTRARY.match(top.tail) or "占" in group[i].label:
        return None
    ratio = Ratio(group[i], (top,), base)
    near = top.quantity.value <= base.quantity.value and abs(ratio.value - group[i].quantity.value) <= 10
    return ratio.relation(story, RULE, Binding.INFERRED) if near else None


def _named_rate(story: Story, sentence: Sentence, group: Sequence[Frame], i: int, stem: str) -> Iterator[Relation]:
    """The rate by what its name names: one count, several kinds, or the count right before it."""
    rate = group[i]
    kinds = kinds_of(story, group[:i], stem, rate)
    together = given_together(story, group, kinds, rate) if not stem.startswith("综合") else None
    if together is not None:
        yield together
        return
    numerators = [] if kinds and "以上" in stem else numerators_of(story, group, i, stem)
    if numerators:
        seen = [_of_numerator(story, sentence, group, rate, n, stem) for n in numerators[:3]]
        held = next((r for r in seen if r.truth is Truth.HOLDS), None) or _of_all_named(story, group, i, stem)
        yield held or next((r for r in seen if r.rounding), seen[0])
        return
    if RAISED.search(rate.label):
        return
    if kinds:
        wholes = story.wholes.get(kinds[0].start, [])
        bases, others = (wholes, []) if wholes else bases_of(story, sentence, group, kinds[0])
        bases, beside = wholes_of(story, group, kinds[0], bases, stem)
        if bases or beside:
            stated = len(stem) == 2 and stem != "纠错" and bases and bases[0] in group
            binding = Binding.STATED if stated else Binding.INFERRED
            yield best(story, rate, kinds, bases, [*beside, *others], binding)
        return
    numerator = right_before(group, i, stem)
    if numerator is not None:
        bases = _bases_right_before(story, sentence, group, i)
        bases, beside = wholes_of(story, group, numerator, bases, stem)
        yield judged_or_left(story, rate, numerator, bases, [*beside, *earlier_counts(story, sentence, numerator)])
    elif not i:
        yield from _after_sentence(story, sentence, rate, stem)
    if "占比" in rate.label or "比重" in rate.label:
        yield from _part_elsewhere(story, sentence, rate, stem)


def _bases_right_before(story: Story, sentence: Sentence, group: Sequence[Frame], i: int) -> list[Frame]:
    """What the count right before a rate is of: what was due, what an opening names, the whole of the kinds it sums."""
    numerator = group[i - 1]
    if i > 1 and DUE.search(group[i - 2].label) and group[i - 2].unit_class == numerator.unit_class:
        return [group[i - 2]]
    if i > 1 and _TOOK_PART.search(numerator.label) and _are_people(group[i - 2 : i]):
        return [group[i - 2]]
    bases = opening_wholes(story, sentence, numerator) if OPENING.search(numerator.gap) else []
    return bases or (story.wholes.get(numerator.start, []) if ANNOUNCES.search(numerator.label) else [])


def _are_people(pair: Sequence[Frame]) -> bool:  # 干部68人,参加考试的有68人,参考率100%
    return all(f.unit_class == "person" and not f.quantity.hedge and not is_compared(f) for f in pair)


def _is_out_of(group: Sequence[Frame], i: int) -> bool:
    """9个县中的7个,覆盖率77.78%"""
    told = i > 1 and group[i].parted == 2 and group[i - 1].label.endswith(_OUT_OF)
    return told and group[i - 2].unit_class == group[i - 1].unit_class


def _contrary(group: Sequence[Frame], i: int, stem: str) -> tuple[Frame, Frame] | None:
    """抽检1436批次,不合格11批次,合格率: the count of the contrary right before the rate, and the count that it is of."""
    if i < 2 or group[i].parted != 2 or not _CONTRARY.fullmatch(group[i - 1].label.removesuffix(stem)):
        return None
    rest, base = group[i - 1], group[i - 2]
    alike = rest.label.endswith(stem) and base.unit_class == rest.unit_class and is_whole(base)
    alike = alike and rest.parted == 2 and stem not in base.label
    return (rest, base) if alike and base.quantity.value > rest.quantity.value and not is_compared(base) else None


def _part_elsewhere(story: Story, sentence: Sentence, rate: Frame, stem: str) -> Iterator[Relation]:
    """音视频解读占比只有17.19%, said far from the list that the part stands in: the list's whole is the base."""
    for other in story.earlier(sentence):
        for part in other.at():
            wholes = story.wholes.get(part.start, [])
            if wholes and len(stem) > 2 and core_of(story.label(part)).endswith(stem):
                yield best(story, rate, (part,), wholes, [], Binding.INFERRED)
                return


def _after_sentence(story: Story, sentence: Sentence, rate: Frame, stem: str) -> Iterator[Relation]:
    """…判决行政机关败诉697件。败诉率8.33%: the figures stand in the sentence before."""
    previous = next(iter(story.before(sentence, 1)), None)
    if previous is None or has_its_own(previous, sentence, rate, stem):
        return
    group = [*previous.at(), rate]
    numerators = [
        n for n in numerators_of(story, group, len(group) - 1, stem) if stem in core_of(named_before(group, n))
    ]
    if numerators:
        seen = [_of_numerator(story, previous, group, rate, n, stem) for n in numerators[:2]]
        yield next((r for r in seen if r.truth is Truth.HOLDS), None) or seen[0]


def _of_numerator(
    story: Story, sentence: Sentence, group: Sequence[Frame], rate: Frame, numerator: Frame, stem: str
) -> Relation:
    bases, others = bases_of(story, sentence, group, numerator)
    # 负责人出庭24件,开庭24件,出庭率100%
    between = (f for f in group if numerator.start < f.start < rate.start and may_hold(f, numerator))
    others = [*others, *(f for f in between if f.quantity.value == numerator.quantity.value)]
    bases = bases or smaller_base(group, numerator)
    if numerator.index == rate.index - 1 and not OPENING.search(numerator.gap):
        bases = wholes_first(story, sentence, bases)
    bases, beside = wholes_of(story, group, numerator, bases, stem)
    relation = judged(story, rate, numerator, bases, [*beside, *others])
    if relation.truth is Truth.VIOLATED and (both := of_both_ends(group, rate, numerator)) is not None:
        return both.relation(story, RULE, Binding.STATED)
    if relation.truth is Truth.VIOLATED and (start := of_level_before(group, rate, numerator, bases)) is not None:
        return start.relation(story, RULE, Binding.INFERRED)
    due = bool(bases) and bool(DUE.search(bases[0].label)) and bases[0].index == numerator.index - 1
    told = relation.rounding or due or _tells_its_name(sentence, rate, stem)
    told = told and numerator.start not in joined_to_last_year(group)  # 上年申请180件、立案162件,立案率90%
    told = told and not _is_of_another_kind(story, group, rate, numerator, stem)
    told = told and (relation.rounding or not _has_own_base(group, numerator, rate))
    # 登记35.5万件;线上办理量占比由41%上升到58%: a level that is reached stands far from its count
    told = told and not (RAISED.search(rate.label) and not core_of(numerator.label).endswith(stem[-_FEW:]))
    if relation.truth is Truth.VIOLATED and not told:
        operands = [(numerator, Role.NUMERATOR), (rate, Role.RATE)]
        return undecided(story, RelationKind.RATE, RULE, operands, "比率的口径与文中数据是否一致无法确定")
    return relation


def _of_all_named(story: Story, group: Sequence[Frame], i: int, stem: str) -> Relation | None:
    """应当出庭的12件案件中,主任出庭2件,副主任出庭10件,出庭率100%: of all that its name names together, where that agrees."""
    rate, tops = group[i], tuple(f for f in group[:i] if f.label.endswith(stem) and not is_compared(f))
    if len(tops) < 2 or len({f.unit_class for f in tops}) > 1:
        return None
    bases = (f for f in group if f.start < tops[0].start and f.unit_class == tops[0].unit_class)
    held = next((base for base in bases if Ratio(rate, tops, base).fits), None)
    return Ratio(rate, tops, held).relation(story, RULE, Binding.INFERRED) if held is not None else None


def _tells_its_name(sentence: Sentence, rate: Frame, stem: str) -> bool:
    """Whether every word of the rate's name stands before it in the sentence, so that it cannot be another rate."""
    named = RATE_NAME.search(rate.label)
    name = core_of(expression(r"(?:率|占比|比例|比重)$").sub("", named[1])) if named else stem
    place = rate.start - sentence.span.start
    if named:
        told = sentence.text[: place - len(rate.label)] + sentence.text[place:]
    else:  # 比例由3.42%降至2.18%: the name stands before the level that it starts from
        before, _, after = sentence.text[:place].rpartition(stem)
        told = before + after + sentence.text[place:]
    return all(c in told for c in name if c not in _COMMON)


def _is_of_another_kind(story: Story, group: Sequence[Frame], rate: Frame, numerator: Frame, stem: str) -> bool:
    """处罚案卷260卷、许可案卷120卷,优秀173卷;处罚案卷优秀率45%: of the kind that the rate names, not of all."""
    name = core_of(named_before(group, numerator) + numerator.tail)
    own = stem.replace(shared_piece(stem, name), "", 1)
    alike = (f for f in group if f.unit_class == numerator.unit_class and f is not numerator)
    again = any(stem[-2:] in f.label for f in group if f.unit_class == "percent" and f is not rate)
    others = (f for f in alike if again or f.index != numerator.index - 1 or f.parted == 1)
    return len(own) > 1 and own not in name and any(own in story.label(f) + f.tail for f in others)


def _has_own_base(group: Sequence[Frame], numerator: Frame, rate: Frame) -> bool:
    """…出庭38件,出庭率95%;部门负责人出庭率100%,应出庭40件: a statement of its own that tells what was due."""
    apart = numerator.start < rate.start and are_apart(group, numerator, rate)
    following = next((f for f in group if f.index == rate.index + 1), None)
    return apart and following is not None and following.parted == 2 and bool(DUE.search(following.label))
