"""Lists whose whole is named by their opening: "新立案件中,…", "办结的1069件案件中,…", "按类型分,…", "从层级看,…"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.figures.build import Sum, longest_fitting
from checker.figures.reading import Frame
from checker.figures.relate.completeness import (
    RULE,
    are_complements,
    are_outcomes,
    is_closed,
    is_near,
    is_nearly_closed,
)
from checker.figures.relate.lists import LEFT_OVER, RATES, STAGE, STATEMENT, is_compared, is_total, run_from, run_on
from checker.figures.relate.sums.slipped_lists import is_slipped
from checker.figures.relate.sums.sums import nearest, of_other_year
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation, Truth

_AMONG_NAMED = expression(r"(?:^|[,;:])(?P<name>[^,;:。]{2,24}?)(?:之?中|里)[,:]$|^(?P<bare>[^,;:。]{2,20})中,")
_LEAD = expression(r"^(?:在(?![岗编职校建册用售任库网]|[审办](?![结理]))|对|上述|目前)+")
_WHAT = expression(r"的?(?:案?件|申请|案件|事项|纠纷|问题|线索|信访件|合同|文件|人员)$")  # 已答复的申请中: 已答复1300件
_ASPECT = expression(r"(?:类型|种类|类别|构成|结构|来源|领域)$")  # 纠纷类型中
_VIEW = expression(
    r"(?:^|[,;:])(?P<name>[^,;:。]{0,12}?)(?:按照?|从|以|依|分(?=[^,;:。]{1,8}看))(?P<view>[^,;:。]{1,14}?)(?:来?看|来?分|划分|统计|区分|分类|来说|角度看|论|而论)[,:]?"
)
_MADE_OF = expression(
    r"(?:^|[,;。])(?P<name>[^,;:。、]{0,8}?)(?:类型|领域|来源|地域|行业|案由)?(?:构成|分布|组成)(?:情况)?(?:为|是|如下)?:"
)
_LOOKS = expression("看|论|构成|分布|组成")  # what is looked at so may be of another whole
_SOON = 4  # sentences
_CLOSE = Fraction(21, 20)
_QUARTERS = expression("(?:一至四|一到四|1至4|1-4|1—4|四个|各)季度")

_LISTS = expression("包括|包含")
_BY = expression(r"(?:^|[,;。])(?P<name>)(?:按|依)(?:照)?[^,;:。、]{2,10}:")


def openings(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """Sums of the lists that an opening phrase ties to a whole named before."""
    outside = sentence.at()
    for i, frame in enumerate(outside):
        if frame.unit_class in RATES or is_compared(frame):
            continue
        whole = next((f for f in reversed(outside[:i]) if f.unit_class == frame.unit_class), None)
        if whole is not None and _opens_with_quantity(outside, whole, frame):
            yield from _of_whole(story, outside, i, [whole], Binding.STATED)
            continue
        gap = frame.gap
        named = _AMONG_NAMED.search(gap[: len(gap) - len(frame.label)])
        if named and "其" not in (named["name"] or named["bare"])[-1:]:
            name = _LEAD.sub("", named["name"] or named["bare"])
            wholes = story.resolve(name, frame.unit_class, sentence, frame.index)
            for ending in (_WHAT, _ASPECT):
                if not wholes and ending.search(name):
                    wholes = story.resolve(ending.sub("", name), frame.unit_class, sentence, frame.index)
            yield from _of_whole(story, outside, i, wholes[:3], Binding.STATED)
            continue
        view = _VIEW.search(gap) or _BY.search(gap) or _MADE_OF.search(gap)
        if view and whole is not None and whole is outside[i - 1] and whole.label.endswith("的"):
            yield from _of_whole(story, outside, i, [whole], Binding.STATED, divided=True)  # 受理的467件案件,按领域分,…
        elif view:
            yield from _viewed(story, sentence, outside, i, view["name"], divided=not _LOOKS.search(view[0]))
        elif i and frame.parted == STATEMENT and whole is not None:
            yield from _divided_again(story, outside, i)
        elif whole is None and of_other_year(story, frame):
            continue
        elif whole is None and expression("分别|依次").search(gap) and len(run_from(outside, i)) > 2:
            led = expression(r"[^,;:。]{2,12}?(?=分布|按|涉及|主要|依次|分别|的)").match(sentence.text)
            yield from _viewed(story, sentence, outside, i, led[0] if led else "")
        elif whole is None and not gap.startswith("其中"):
            yield from _unannounced(story, sentence, outside, i)


def _divided_again(story: Story, group: Sequence[Frame], i: int) -> Iterator[Relation]:
    """办结案件中,事前处罚193件,事故处罚13件;简易程序41件,普通程序165件: the whole of the list before it."""
    before = next(f for f in reversed(group[:i]) if f.unit_class == group[i].unit_class)
    run = run_from(group, i)
    pair = are_complements([story.label(part) + part.tail for part in run])
    if len(run) > 2 or pair:
        readings = [Sum(whole, tuple(run)) for whole in story.wholes.get(before.start, [])]
        held = next((reading for reading in readings if reading.fits), None)
        slipped = (r for r in readings[:1] if pair and is_near(r) and r.is_miswritten(2))
        reading = held or next(slipped, None)
        if reading is not None:
            yield reading.relation(story, RULE, Binding.STATED if held else Binding.INFERRED)


def _unannounced(story: Story, sentence: Sentence, group: Sequence[Frame], i: int) -> Iterator[Relation]:
    """A list that opens a sentence and adds up to a figure shortly before; what fails by a slip is told behind 包括."""
    run = run_on(group, i)
    wholes = [w for w in _recent(story, sentence, group, i) if w.parted != 1 or not w.label]
    held = [reading for w in wholes[:12] if (reading := longest_fitting(w, run)) is not None]
    if held:
        yield max(held, key=lambda reading: len(reading.parts)).relation(story, RULE, Binding.INFERRED)
        return
    listed = Sum(wholes[0], tuple(run_from(group, i))) if wholes and _LISTS.search(group[i].gap) else None
    if (
        listed is not None
        and len(listed.parts) > 2
        and _is_sole(story, sentence, group[i])
        and is_slipped(story, listed)
    ):
        yield listed.relation(story, RULE, Binding.INFERRED)


def _opens_with_quantity(group: Sequence[Frame], whole: Frame, first: Frame) -> bool:
    """1069件案件中,作出行政处罚决定1041件 / 101件文件中继续有效78件"""
    following = group[group.index(whole) + 1]
    opens = expression(r"[^,;:。、]{0,12}?(?:中(?![小央国心介型级等医期学])|里)").match(whole.tail)
    return bool(opens) and following.parted <= 2 and not is_total(first) and "其中" not in whole.tail[:6]


def _viewed(
    story: Story, sentence: Sentence, group: Sequence[Frame], i: int, name: str, *, divided: bool = False
) -> Iterator[Relation]:
    """从层级看: the whole is the figure named, else the one that the text has been dividing; 按层级分 divides it all."""
    first = group[i]
    wholes = story.resolve(name, first.unit_class, sentence, first.index)[:3] if len(name) > 1 else []
    binding = Binding.STATED if wholes else Binding.INFERRED
    if not wholes:
        label = _common(group[i:])
        wholes = story.resolve(label, first.unit_class, sentence, first.index)[:2] if label else []
    sole = False
    if not wholes:
        wholes = _recent(story, sentence, group, i)
        sole = divided and _is_sole(story, sentence, first)
    yield from _of_whole(story, group, i, wholes, binding, divided=divided, sole=sole)


def _is_sole(story: Story, sentence: Sentence, first: Frame) -> bool:
    """Whether the sentence before states one figure of the class alone: 处理信访126件。按来源分,…"""
    before = next(iter(story.before(sentence, 1)), None)
    same = [f for f in before.at() if f.unit_class == first.unit_class] if before else []
    return before is not None and before.line == sentence.line and len(same) == 1 and not is_compared(same[0])


def _common(frames: Sequence[Frame]) -> str:
    """The ending that the parts' labels share (事件类立案, 部件类立案: 立案)."""
    labels = [f.label for f in frames if f.label][:2]
    if len(labels) < 2:
        return ""
    size = 0
    while size < min(map(len, labels)) and labels[0][-size - 1] == labels[1][-size - 1]:
        size += 1
    return labels[0][len(labels[0]) - size :] if size > 1 else ""


def _recent(story: Story, sentence: Sentence, group: Sequence[Frame], i: int) -> list[Frame]:
    """Figures of the class before the list, nearest first."""
    unit = group[i].unit_class
    found = [f for f in reversed(group[:i]) if f.unit_class == unit and not is_compared(f)]
    for other in story.before(sentence, 14):
        found += [f for f in reversed(other.at()) if f.unit_class == unit and not is_compared(f)]
    return sorted(found[:40], key=lambda f: f.parted == 1)[:24]


def _of_whole(
    story: Story,
    group: Sequence[Frame],
    i: int,
    wholes: Sequence[Frame],
    binding: Binding,
    *,
    divided: bool = False,
    sole: bool = False,
) -> Iterator[Relation]:
    """The list from i against each whole that may be meant; the sub-totals of the list where it has any."""
    wholes = [w for w in wholes if w.unit_class == group[i].unit_class]
    parts = _parts(group, i)
    at = group.index(parts[-1]) if parts else i
    following = next((f for f in group[at + 1 :] if f.unit_class == group[i].unit_class), None)
    if not wholes or len(parts) < 2:
        return
    if _shares_leave_a_rest(group, parts):
        binding = Binding.INFERRED
        wholes = [w for w in wholes if Sum(w, tuple(parts)).fits]
    longer = _up_to_next_view(run_on(group, i))
    readings = [Sum(whole, tuple(parts)) for whole in wholes]
    if any(is_total(p) for p in parts) and not all(is_total(p) for p in parts):
        readings = [r for r in readings if r.fits]  # 五个领域合计2238件;公安一家1211件: the one is in the other
    if not readings:
        return
    held = next((r for r in readings if r.fits), None)
    held = held or next((r for r in (Sum(whole, tuple(longer)) for whole in wholes) if r.fits), None)
    if held is not None:
        yield held.relation(story, RULE, binding)
        return
    if binding is Binding.INFERRED and following is not None and is_total(following):
        return
    closest = nearest(readings)
    beyond = closest.value - closest.whole.quantity.value
    if binding is Binding.INFERRED and any(f.quantity.value == beyond for f in wholes):
        return  # 受理480件,上年结转20件;从申请主体看,自然人450件,法人50件: of both together
    alone = len(longer) == len(parts)
    staged = closest.exceeds and len(longer) > len(parts) and STAGE.search(longer[len(parts)].label) is not None
    ends = (alone or staged or _is_ended(parts, following, -beyond)) and not _goes_on(group, at)
    yield _misses(story, group[i], readings, binding, divided=divided, ends=ends, sole=sole and alone)


def _is_ended(parts: Sequence[Frame], following: Frame | None, missing: Fraction) -> bool:
    """Whether the next figure begins another statement, and is not what the list lacks (…信件12件;现场38件)."""
    if following is None or following.quantity.value == missing:
        return False
    return following.parted == STATEMENT > max(p.parted for p in parts[1:])


def _misses(
    story: Story, first: Frame, readings: Sequence[Sum], binding: Binding, *, divided: bool, ends: bool, sole: bool
) -> Relation:
    """The likeliest reading of a list that makes up none of the wholes, with what its words and its figures prove."""
    likely = readings[0] if binding is Binding.STATED else nearest(readings)
    if binding is Binding.STATED and (likely.exceeds or is_closed(story, likely)):
        return likely.relation(story, RULE, binding)
    slipped = binding is Binding.STATED and is_slipped(story, likely)
    outcomes = are_outcomes([p.label.strip() for p in likely.parts])  # 办结的案件中,处罚906件、不予处罚19件、撤案6件
    sides = are_complements([story.label(p) + p.tail for p in likely.parts])  # 从程序看,普通803件、简易266件
    divided = divided or outcomes or sides
    counted = _is_by_quarters(first, likely) or (is_near(likely) if divided else _is_miscounted(likely))
    if slipped or (counted and ends):
        return likely.relation(story, RULE, Binding.INFERRED)
    if _is_divided(story, likely.whole) and _is_closed_but_for_a_slip(likely):
        return likely.relation(story, RULE, Binding.INFERRED)
    if _is_closed_but_for_a_slip(readings[0]) or (sole and readings[0].exceeds):
        return readings[0].relation(story, RULE, Binding.INFERRED)
    reason = "所列分项是否为全部无法确定"
    return likely.relation(story, RULE, binding, truth=Truth.UNDECIDABLE, reason=reason)


def _is_divided(story: Story, whole: Frame) -> bool:
    """Whether a list was found to make up the figure, in its sentence or soon after."""
    where = story.sentence_at(whole.start)
    near = story.sentences[where.number : where.number + _SOON] if where is not None else ()
    return any(whole is w for s in near for f in s.frames for w in story.wholes.get(f.start, ()))


def _is_miscounted(parts: Sum) -> bool:
    """Whether a list under 从…看 misses its whole by a slip: what is looked at may overlap, or be of another whole."""
    if are_complements([p.label + p.tail for p in parts.parts]) and (parts.is_miswritten(2) or _is_one_off(parts)):
        return True
    return is_nearly_closed(parts) and (parts.coverage <= _CLOSE or parts.is_miswritten(digits=3))


def _is_one_off(parts: Sum) -> bool:
    return abs(parts.value - parts.whole.quantity.value) == 1


def _is_closed_but_for_a_slip(parts: Sum) -> bool:
    """从案由看,食品安全16件、…、其他67件: the list says that it is whole, and a slip explains what it misses."""
    return bool(LEFT_OVER.search(parts.parts[-1].label)) and len(parts.parts) > 2 and parts.is_miswritten(digits=3)


def _is_by_quarters(first: Frame, parts: Sum) -> bool:
    """一至四季度分别办理…: four figures are the whole year, and what they miss it by is a slip."""
    told = len(parts.parts) == 4 and _QUARTERS.search(first.gap)
    return bool(told) and (is_near(parts) or parts.is_miswritten(digits=3))


def _up_to_next_view(run: Sequence[Frame]) -> Sequence[Frame]:
    """按渠道分,…;按类型分,…: the figures of the first list."""
    parted = (
        k for k, f in enumerate(run) if k and f.parted == STATEMENT and (_VIEW.search(f.gap) or _BY.search(f.gap))
    )
    return run[: next(parted, len(run))]


def _goes_on(group: Sequence[Frame], last: int) -> bool:
    """Whether a list goes on in another unit (工业103家,服务业31家,投资项目13个)."""
    following = group[last + 1] if last + 1 < len(group) else None
    return (
        following is not None
        and following.unit_class not in RATES | {"yuan"}
        and following.unit_class != group[last].unit_class
        and following.parted == group[last].parted
        and bool(following.label)
    )


def _shares_leave_a_rest(group: Sequence[Frame], parts: Sequence[Frame]) -> bool:
    """Whether each part has its share beside it and the shares fall short of all (占57.95%;…占26.14%)."""
    following = [group[at + 1] for p in parts if (at := group.index(p)) + 1 < len(group)]
    shares = [f for f in following if f.unit_class == "percent" and "占" in f.label]
    return len(shares) == len(parts) and sum(f.quantity.value for f in shares) < 98


def _parts(group: Sequence[Frame], i: int) -> list[Frame]:
    """The list's own figures; where it has sub-totals (共 N), these."""
    unit = group[i].unit_class
    totals = [f for f in group[i:] if f.unit_class == unit and is_total(f)]
    if len(totals) > 1:
        return totals
    return run_from(group, i)
