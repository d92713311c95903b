"""Lists whose whole is named by their opening: "新立案件中,…", "办结的1069件案件中,…", "按类型分,…", "从层级看,…"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.figures.build import Sum, longest_fitting
from checker.figures.names import shared_piece
from checker.figures.reading import Frame
from checker.figures.relate.completeness import RULE, is_near
from checker.figures.relate.list_runs import run_from, run_on
from checker.figures.relate.lists import ANNOUNCES, CLAUSE, LEFT_OVER, RATES, STATEMENT, is_compared
from checker.figures.relate.sums.divisions import (
    ADDED,
    BY,
    THROUGH,
    VIEW,
    against_wholes,
    is_by_number,
    is_closed_but_for_a_slip,
)
from checker.figures.relate.sums.slipped_lists import is_slip_of_list, is_slipped
from checker.figures.relate.sums.sums import of_other_year
from checker.figures.relate.totals import is_total
from checker.figures.relate.vocabularies import are_complements, are_outcomes
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation, Truth

_AMONG_NAMED = expression(r"(?:^|[,;:])(?P<name>[^,;:。]{2,24}?)(?:之?中|里)[,:]$|^(?P<bare>[^,;:。]{2,20})中,")
_AMONG_BARE = expression(
    r"(?P<name>[^,;:。中]{2,8}(?:案件|申请|事项|问题|纠纷|结果|决定|投诉|举报|诉求|线索))中(?=[一-龥]{2})"
)  # 立案案件中违法占地3件、…
_LEAD = expression(r"^(?:在(?![岗编职校建册用售任库网]|[审办](?![结理]))|对|上述|目前|已经?)+")
_WHAT = expression(
    r"出?的?(?:案?件|申请|案件|事项|纠纷|问题|线索|信访件|合同|文件|人员)$"
)  # 已答复的申请中: 已答复1300件
_ASPECT = expression(r"(?:类型|种类|类别|构成|结构|来源|领域)$")  # 纠纷类型中
_MADE_OF = expression(
    r"(?:^|[,;。])(?P<name>[^,;:。、]{0,8}?)(?:类型|领域|来源|地域|行业|案由)?(?:构成|分布|组成)(?:情况)?(?:为|是|如下)?:"
)
_LOOKS = expression("看|论|构成|分布|组成")  # what is looked at so may be of another whole

_OPENS = expression(r"[^,;:。、]{0,12}?(?:中(?![小央国心介型级等医期学])|里)")
_SEEN = expression(r"[^,;:。、]{0,12}?(?:来?看|(?:情况)?分析)$")
_LISTS = expression("包括|包含")
_IN_ORDER = expression("分别|依次")
_LED = expression(r"[^,;:。]{2,12}?(?=分布|按|涉及|主要|依次|分别|的)")
# 检查结果为未发现问题3982户、…、其他128户; 经判定,合法471个、违法84个、其他97个
_FOUND = expression(r"^[^,;。]{0,8}(?:结果|情况|意见|结论)(?:分别)?为|^经[^,;。]{1,8},")
_RESULT = expression(r"^.*(?:结果|情况|意见|结论)(?:分别)?为")
_PROPOSED = expression("建议|提案")
_CLAUSE, _INVOLVES = expression("[,;、]"), expression("涉及|涵盖")
_WAYS_OF_ENDING = expression("(?:结案|审结|办结)(?:方式|类型|结果|情况)")
_ENDED = expression("(?<!应)(?:审结|办结|结案)(?:案件)?$")
_RESPONDENT = expression(r"^(?:其中)?以[^,;、]{2,24}(?:、[^,;]{2,12})?为(?:共同)?(?:被告|被申请人|第三人)的?$")
_PAIR, _LEAST, _LONG = 2, 3, 3  # parts, parts, digits
_NEAREST = 6  # figures
_NEAR, _FAR = 3, 6  # sentences
_PUNISHED = expression("(?<!不予)(?:行政)?处罚(?:决定|案件)?$|(?:办结|结案|审结)(?:[一-龥]{2,4}案件)?$")


def openings(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """Sums of the lists that an opening phrase ties to a whole named before."""
    outside = sentence.at()
    for i, frame in enumerate(outside):
        if frame.unit_class in RATES or is_compared(frame):
            continue
        whole = next((f for f in reversed(outside[:i]) if f.unit_class == frame.unit_class), None)
        if whole is not None and _opens_with_quantity(outside, whole, frame):
            yield from against_wholes(story, outside, i, [whole], Binding.STATED)
            continue
        if whole is not None and _is_looked_at(outside, whole, frame):
            closed = LEFT_OVER.search(run_from(outside, i)[-1].label) is not None
            yield from against_wholes(story, outside, i, [whole], Binding.INFERRED, divided=closed)
            continue
        gap = frame.gap
        named = _AMONG_NAMED.search(gap[: len(gap) - len(frame.label)])
        if named and "其" not in (named["name"] or named["bare"])[-1:]:
            name = _LEAD.sub("", named["name"] or named["bare"])
            wholes = story.resolve(name, frame.unit_class, sentence, frame.index)
            for ending in (_WHAT, _ASPECT):
                if not wholes and ending.search(name):
                    wholes = story.resolve(ending.sub("", name), frame.unit_class, sentence, frame.index)
            yield from against_wholes(story, outside, i, wholes[:3], Binding.STATED)
            continue
        if wholes := _named_bare(story, sentence, frame):
            yield from against_wholes(story, outside, i, wholes, Binding.STATED)
            continue
        view = VIEW.search(gap) or BY.search(gap) or _MADE_OF.search(gap)
        beside = whole if whole is not None and whole is outside[i - 1] and not is_compared(whole) else None
        sorted_by = view is not None and not _LOOKS.search(view[0])
        opens = beside is not None and (beside.label.endswith("的") or (sorted_by and _is_alone(outside[:i], beside)))
        if view and beside is not None and opens:
            # 受理的467件案件,按领域分,…; 立案查处案件35件,按类别分,…
            yield from against_wholes(story, outside, i, [beside], Binding.STATED, divided=True)
        elif view:
            name = view["name"] or _LEAD.sub("", _WHAT.sub("", gap[: view.start()]))  # 已经审结的案件,以下列方式结案:
            yield from _viewed(story, sentence, outside, i, name, divided=sorted_by)
        elif i and frame.parted == STATEMENT and whole is not None:
            yield from _divided_again(story, outside, i)
        elif whole is None and not of_other_year(story, frame):
            yield from _of_before(story, sentence, outside, i)


def _is_alone(before: Sequence[Frame], whole: Frame) -> bool:
    """Whether no other count of its class stands before a list that divides it."""
    return whole.parted != 1 and [f for f in before if f.unit_class == whole.unit_class] == [whole]


def _of_before(story: Story, sentence: Sentence, group: Sequence[Frame], i: int) -> Iterator[Relation]:
    """A list without a whole in its sentence; what fails of one that 分别 opens is told of a whole of its name near by."""
    if not (_IN_ORDER.search(group[i].gap) and len(run_from(group, i)) >= _LEAST):
        yield from _unannounced(story, sentence, group, i) if not group[i].gap.startswith("其中") else ()
        return
    led = _LED.match(sentence.text)
    for relation in _viewed(story, sentence, group, i, led[0] if led else ""):
        whole = relation.operands[0]
        where = story.sentence_at(whole.span.start)
        alike = len(shared_piece(whole.label, group[i].gap)) > 1
        alike = alike or (THROUGH.search(group[i].gap) is not None and _is_sole(story, sentence, group[i]))
        alike = alike and where is not None and where.line == sentence.line
        if relation.truth is not Truth.VIOLATED or alike:
            yield relation


def _named_bare(story: Story, sentence: Sentence, first: Frame) -> list[Frame]:
    """立案案件中违法占地3件、…: what the words before 中 name, where they open the sentence or what a semicolon parts."""
    opens = sentence.at()[0] is first or first.parted == STATEMENT
    bare = _AMONG_BARE.match(first.gap.rpartition(";")[2]) if opens else None
    return story.resolve(_WHAT.sub("", bare["name"]), first.unit_class, sentence, first.index)[:3] if bare else []


def _divided_again(story: Story, group: Sequence[Frame], i: int) -> Iterator[Relation]:
    """办结案件中,事前处罚193件,事故处罚13件;简易程序41件,普通程序165件: the whole of the list before it."""
    before = next(f for f in reversed(group[:i]) if f.unit_class == group[i].unit_class)
    run = run_from(group, i)
    pair = are_complements([story.label(part) + part.tail for part in run])
    if (len(run) > 2 or pair) and not any(ADDED.search(part.gap) for part in run):  # 连同上年结转的7件,应审88件
        readings = [Sum(whole, tuple(run)) for whole in story.wholes.get(before.start, [])]
        held = next((reading for reading in readings if reading.fits), None)
        slipped = (r for r in readings[:1] if pair and r.is_miswritten(2 if is_near(r) else _LONG))
        quarters = (r for r in readings if is_by_number(story, group[i], r))
        reading = held or next(slipped, None) or next(quarters, None)
        if reading is not None:
            yield reading.relation(story, RULE, Binding.STATED if held else Binding.INFERRED)


def _unannounced(story: Story, sentence: Sentence, group: Sequence[Frame], i: int) -> Iterator[Relation]:
    """A list that opens a sentence and adds up to a figure shortly before; what fails by a slip is told behind 包括."""
    run = run_on(group, i)
    wholes = [w for w in _recent(story, sentence, group, i) if w.parted != 1 or not w.label]
    held = [reading for w in wholes[:12] if (reading := longest_fitting(w, run)) is not None]
    held = [reading for reading in held if not _is_summed_up_to(group, reading)]
    if held:
        yield max(held, key=lambda reading: len(reading.parts)).relation(story, RULE, Binding.INFERRED)
        return
    if (pair := _of_two_sides(story, sentence, wholes, run)) is not None:
        yield pair.relation(story, RULE, Binding.INFERRED)
        return
    parts = tuple(run_from(group, i))
    others = _INVOLVES.search(group[i].gap) and LEFT_OVER.search(parts[-1].label)
    cue = _LISTS.search(group[i].gap) or _FOUND.search(group[i].gap) or others
    if len(parts) >= _LEAST and all(_RESPONDENT.match(part.label) for part in parts):
        yield from _of_respondents(story, wholes, parts)
        return
    if not wholes or cue is None or len(parts) < _LEAST:
        return
    if _is_sole(story, sentence, group[i]):
        listed = Sum(next((w for w in wholes if not story.wholes.get(w.start)), wholes[0]), parts)
        closed = LEFT_OVER.search(_CLAUSE.split(parts[-1].gap)[-1]) or are_outcomes(_names(parts))
        if (closed and is_near(listed)) or is_slipped(story, listed):
            yield listed.relation(story, RULE, Binding.INFERRED)
        return
    slipped = [r for r in (Sum(w, parts) for w in wholes[:_NEAREST]) if is_closed_but_for_a_slip(r)]
    if len({r.whole.quantity.value for r in slipped}) == 1:
        yield slipped[0].relation(story, RULE, Binding.INFERRED)


def _is_summed_up_to(group: Sequence[Frame], reading: Sum) -> bool:
    """简报17期。市级4期,县级13期,合计17期: whether the list has a total of its own, of the same value."""
    at = group.index(reading.parts[-1])
    totals = (f for f in group[at + 1 :] if f.unit_class == reading.whole.unit_class and ANNOUNCES.search(f.label))
    return any(f.quantity.value == reading.whole.quantity.value for f in totals)


def _of_respondents(story: Story, wholes: Sequence[Frame], parts: tuple[Frame, ...]) -> Iterator[Relation]:
    """以区政府为被告的26件,以部门为被告的69件,以乡镇为被告的13件: each case has one, so that they nearly make up their whole."""
    readings = [Sum(whole, parts) for whole in wholes[:_NEAREST] if not ("其中" in whole.gap or is_total(whole))]
    likely = next((r for r in readings if is_near(r) or is_slip_of_list(r)), None)
    if likely is not None:
        yield likely.relation(story, RULE, Binding.INFERRED)


def _of_two_sides(story: Story, sentence: Sentence, wholes: Sequence[Frame], run: Sequence[Frame]) -> Sum | None:
    """适用简易程序412件、普通程序334件: two sides and the one whole of the paragraph that a slip makes them miss."""
    sides = tuple(run)
    joined = len(sides) == _PAIR and sides[1].parted in (1, CLAUSE)
    if not joined or not are_complements([story.label(f) + f.tail for f in sides]):
        return None
    courses = all(
        "程序" in f.label for f in sides
    )  # 1.总量。处罚决定527件。 2.程序。适用简易程序94件,适用普通程序433件
    if sides[1].parted == CLAUSE and not courses:
        return None  # 一审已结52件,一审未结案件中有2件系指令审理
    near = [
        s for s in (sentence, *story.before(sentence, _FAR if courses else _NEAR)) if courses or s.line == sentence.line
    ]
    beside = [w for s in near for w in s.at() if w in wholes]
    if any(Sum(f, sides).fits for s in near for f in s.at() if f.unit_class == sides[0].unit_class):
        return None  # 审结278件,…未结27件。简易94件,普通184件
    if _PROPOSED.search(sides[0].label):  # 共11件。办理人大代表建议46件、政协提案71件: no kinds of cases
        beside = [w for w in beside if _PROPOSED.search(w.gap + w.tail)]
    slipped = [r for r in (Sum(w, sides) for w in beside) if is_slip_of_list(r)]
    if not slipped and courses and _is_sole(story, sentence, sides[0]):
        slipped = [r for r in (Sum(w, sides) for w in beside[:1]) if is_near(r) and _PUNISHED.search(r.whole.label)]
    return slipped[0] if len({r.whole.quantity.value for r in slipped}) == 1 else None


def _names(parts: Sequence[Frame]) -> list[str]:
    """The names of a list behind 结果为."""
    return [_RESULT.sub("", part.label.strip()) for part in parts]


def _opens_with_quantity(group: Sequence[Frame], whole: Frame, first: Frame) -> bool:
    """1069件案件中,作出行政处罚决定1041件 / 101件文件中继续有效78件"""
    following = group[group.index(whole) + 1]
    opens = _OPENS.match(whole.tail)
    return bool(opens) and following.parted <= 2 and not is_total(first) and "其中" not in whole.tail[:6]


def _is_looked_at(group: Sequence[Frame], whole: Frame, first: Frame) -> bool:
    """从75件纠错案件看,程序违法33件,…,其他4件: one thing may be of two kinds, unless the rest closes the list."""
    beside = group[group.index(whole) + 1] is first and whole.label.endswith("从")
    return beside and _SEEN.match(whole.tail) is not None


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
    if not any(_fits(w, group, i) for w in wholes):
        wholes = [w for w in wholes if not _is_listed(story, w)]  # 自然人申请186件 is no whole of 网络申请143件
    if wholes and not any(_fits(w, group, i) for w in wholes):
        others = [w for w in _recent(story, sentence, group, i) if _fits(w, group, i)]
        # 立案129件,下达处罚决定121件。按立案年度分,2022年立案15件、2023年立案106件
        wholes, binding = (others[:1], Binding.INFERRED) if others else (wholes, binding)
    if not wholes:
        wholes = _recent(story, sentence, group, i)
        if not any(_fits(w, group, i) for w in wholes):
            # 1426条,其中网站专栏482条、公众号719条。从内容看,…: it is the whole that is looked at
            closed = [w for w in wholes if _ENDED.search(w.label)] if _WAYS_OF_ENDING.search(first.gap) else []
            wholes = [w for w in wholes if "其中" not in w.gap and not story.wholes.get(w.start)] or wholes
            wholes = closed[:1] or wholes  # 应审理1583件,审结1452件。结案方式有:…
        sole = divided and _is_sole(story, sentence, first)
    yield from against_wholes(story, group, i, wholes, binding, divided=divided, sole=sole)


def _is_listed(story: Story, frame: Frame) -> bool:
    """Whether a figure is a kind in a list."""
    return "其中" in frame.gap or (frame.parted == 1 and bool(story.wholes.get(frame.start)))


def _fits(whole: Frame, group: Sequence[Frame], i: int) -> bool:
    return whole not in group[i:] and Sum(whole, tuple(run_from(group, i))).fits


def _is_sole(story: Story, sentence: Sentence, first: Frame) -> bool:
    """Whether the sentence before states one figure of the class alone, or with its parts: 处理信访126件。按来源分,…"""
    before = next(iter(story.before(sentence, 1)), None)
    same = [f for f in before.at() if f.unit_class == first.unit_class and not is_compared(f)] if before else []
    same = [f for f in same if not any(whole in same for whole in story.wholes.get(f.start, ()))]
    return before is not None and before.line == sentence.line and len(same) == 1


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
