"""A list against the wholes that its opening may mean: which it makes up, and what tells that it should."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from checker.figures.build import Sum
from checker.figures.numerals import han_number, is_lost, is_swap
from checker.figures.reading import Frame
from checker.figures.relate.completeness import RULE, UNSURE, is_closed, is_near, is_nearly_closed, tells_the_rest
from checker.figures.relate.list_runs import run_from, run_on
from checker.figures.relate.lists import LEFT_OVER, RATES, STAGE, STATEMENT, are_apart
from checker.figures.relate.sums.slipped_lists import is_slipped
from checker.figures.relate.sums.sums import nearest
from checker.figures.relate.totals import is_total
from checker.figures.relate.vocabularies import are_akin, are_complements, are_outcomes, are_some_results
from checker.figures.story import Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation, Truth

VIEW = expression(
    r"(?:^|[,;:])(?P<name>[^,;:。]{0,12}?)(?:按照?|从|(?<!予)以|依|分(?=[^,;:。]{1,8}看))(?P<view>[^,;:。]{1,14}?)(?:来?看|来?(?<!部)分|划分|统计|区分|分类|来说|角度看|论|而论)[,:]?"
)
BY = expression(
    r"(?:^|[,;。])(?P<name>)(?:(?:(?:按|依)(?:照)?[^,;:。、]{2,10}|"
    r"[^,;:。、\d]{0,4}(?:方式|渠道|类型|类别|来源|领域|结构|主体|案由|去向|层级|程序|行业|环节)(?:分别|依次)?(?:有|为|是|如下)?|"
    r"[^,;:。、\d]{0,6}(?:结果|以下列方式[^,;:。、\d]{2,4})(?:分别|依次)?(?:有|为|是|如下)?):|"  # 申请方式:网上94件
    # 按领域,城市管理类47件; 按规定, is no view
    r"(?<!,)(?:按|依)(?:照)?[^,;:。、\d]{0,4}(?:类型|类别|种类|领域|来源|渠道|行业|区域|主体|对象|层级|级别|案由|事项|性质|结果|方式|程序),)"
)
_MAIN_ONES = expression("主要(?:有|是|为|包括|涉及|集中)")  # 从内容看,主要有A类284条、B类377条
ADDED = expression("连同|连带|加上|加之|算上|外加")
_DUE = expression("应(?![诉急])|[须需]")
_NEARLY = Fraction(4, 5)
_SOON = 4  # sentences
_SEVERAL = 4  # kinds
_FEWEST, _NAME = 3, 4  # figures; characters
_TELLING = 200  # so large a sum agrees with a figure far away by no chance
_CLOSE = Fraction(27, 25)
_MAIN = Fraction(9, 10)
_ALL_BUT_ALL = Fraction(19, 20)
_QUARTERS = expression("(?:一至四|一到四|1至4|1-4|1—4|四个|各)季度")
# 一号至四号采区, 第一期至第四期, 1至3批
THROUGH = expression(
    "(?:第?一|第?1)(?P<kind>[号期批组]|标段|[大中支]队|网格|片区|分局|厂|站)?(?:至|到|-|—|~)第?(?P<last>[二三四五六七八九十]|\\d{1,2})(?P<of>[号期批组]|标段|[大中支]队|网格|片区|分局|厂|站)"
)
_FEW_THINGS = 40
_ENDED = expression("(?:到位|完毕|成功|终结)$")  # 申请强制执行17件,执行到位9件
_VERB = 2  # characters
_AT_COURT = expression("公诉|审查起诉|移送起诉|批准?捕|刑事?拘|判决?刑|判处")


def against_wholes(
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
    if _DUE.match(parts[0].label) and not any(_DUE.match(p.label) for p in parts[1:]):
        readings = [r for r in readings if r.fits]  # 106名在职人员中,应参加考试103人,实际参加103人
    if any(is_total(p) for p in parts) and not all(is_total(p) for p in parts):
        readings = [r for r in readings if r.fits]  # 五个领域合计2238件;公安一家1211件: the one is in the other
    if len(parts) == 2 and are_apart(group, *parts):
        readings = [r for r in readings if r.fits]  # 102个县里有37个将职责划归…;尚有75个问题未整改
    if any(_is_stage_of(*pair) for pair in pairwise(parts)):
        readings = [r for r in readings if r.fits]  # 移送的29件里,公安机关接收21件,已立案侦查17件
    if any(ADDED.search(p.gap) for p in parts[1:]) or _MAIN_ONES.search(group[i].gap):
        readings = [r for r in readings if r.fits]  # 终止案件中,和解34件,连同调解结案的12件,共46件
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
    far = not sole and binding is Binding.INFERRED and closest.value >= _TELLING
    if far and (stated := _stated_far(story, group[i], closest.value)) is not None:
        yield Sum(stated, tuple(parts)).relation(story, RULE, Binding.INFERRED)
        return
    ends = (alone or staged or _is_ended(parts, following, -beyond)) and not _goes_on(group, at)
    yield _misses(story, group[i], readings, binding, divided=divided, ends=ends, sole=sole and alone)


def _is_stage_of(former: Frame, part: Frame) -> bool:
    """Whether a part is what has become of the one before it.

    公安机关接收21件,已立案侦查17件: told with 已, as the other is not. 移送公安机关19件,公安机关立案16件: what the receiver did.
    公安机关立案13件,检察机关提起公诉4件: the next step.
    """
    name, verb = part.label, former.label[-_VERB:]
    later = name.startswith("已") and not former.label.startswith("已")
    received = any(name.startswith(former.label[-size:]) for size in range(_NAME, len(former.label)))
    ended = name.startswith(verb) and _ENDED.match(name, len(verb)) is not None
    next_step = later or received or ended or _AT_COURT.search(name) is not None
    return next_step and part.quantity.value <= former.quantity.value


def _stated_far(story: Story, first: Frame, value: Fraction) -> Frame | None:
    """A figure anywhere before that a list makes up, though those nearer by are likelier to be its whole."""
    sentence = story.sentence_at(first.start)
    earlier = (f for s in (story.earlier(sentence) if sentence else ()) for f in s.at())
    same = (f for f in earlier if f.unit_class == first.unit_class and f.start < first.start)
    return next((f for f in same if f.quantity.value == value), None)


def _is_ended(parts: Sequence[Frame], following: Frame | None, missing: Fraction) -> bool:
    """Whether the next figure begins another statement, and is not what the list lacks (…信件12件;现场38件)."""
    if following is None or following.quantity.value == missing:
        return False
    return following.parted == STATEMENT > max(p.parted for p in parts[1:])


def _misses(
    story: Story, first: Frame, readings: Sequence[Sum], binding: Binding, *, divided: bool, ends: bool, sole: bool
) -> Relation:
    """The likeliest reading of a list that makes up none of the wholes, with what its words and its figures prove."""
    numbered = (r for r in readings if is_by_number(story, first, r))
    likely = readings[0] if binding is Binding.STATED else next(numbered, None) or nearest(readings)
    open_list = likely.relation(story, RULE, binding, truth=Truth.UNDECIDABLE, reason=UNSURE)
    # 税收收入22.18亿元…地方级税收收入9.74亿元。税收中,增值税8.95亿元、…: may be of the larger one
    of_larger = likely.exceeds and not is_near(likely) and any(not r.exceeds for r in readings)
    if of_larger or (not likely.exceeds and tells_the_rest(story, likely)):
        return open_list
    named = binding is Binding.STATED
    surely = divided and ends and _is_surely_all(likely, sole=sole, named=named)
    if surely or (named and (likely.exceeds or is_closed(story, likely))):
        return likely.relation(story, RULE, Binding.STATED)
    slipped = named and is_slipped(story, likely)
    outcomes = are_outcomes([p.label.strip() for p in likely.parts])  # 办结的案件中,处罚906件、不予处罚19件、撤案6件
    sides = are_akin([story.label(p) + p.tail for p in likely.parts])  # 从程序看,普通803件、简易266件
    some = likely.coverage < _MAIN and are_some_results([p.label.strip() for p in likely.parts])
    told = divided or sides or (outcomes and not some)
    counted = is_by_number(story, first, likely) or (_is_near_enough(likely) if told else _is_miscounted(likely))
    if slipped or (counted and ends):
        return likely.relation(story, RULE, Binding.INFERRED)
    if _is_divided(story, likely.whole) and is_closed_but_for_a_slip(likely):
        return likely.relation(story, RULE, Binding.INFERRED)
    if is_closed_but_for_a_slip(readings[0]) or (sole and readings[0].exceeds):
        return readings[0].relation(story, RULE, Binding.INFERRED)
    return open_list


def _is_near_enough(parts: Sum) -> bool:
    """Whether a list announced as a division comes so near its whole that hardly a kind is left out."""
    slipped = any(len(new) > 2 and (is_swap(old, new) or is_lost(old, new)) for old, new in parts.meant())
    return is_near(parts) and (parts.exceeds or parts.coverage >= _NEARLY or slipped)


def _is_surely_all(parts: Sum, *, sole: bool, named: bool) -> bool:
    """按类型分: what is more than the only figure before it and ends with 其他, or all but all of what is named there."""
    closed = LEFT_OVER.search(parts.parts[-1].label) is not None
    all_but_all = _ALL_BUT_ALL <= parts.coverage < 1
    return (sole and closed and (all_but_all or (parts.exceeds and is_near(parts)))) or (named and all_but_all)


def _is_divided(story: Story, whole: Frame) -> bool:
    """Whether a list was found to make up the figure, in its sentence or soon after."""
    where = story.sentence_at(whole.start)
    near = story.sentences[where.number : where.number + _SOON] if where is not None else ()
    return any(whole is w for s in near for f in s.frames for w in story.wholes.get(f.start, ()))


def _is_miscounted(parts: Sum) -> bool:
    """Whether a list under 从…看 misses its whole by a slip: what is looked at may overlap, or be of another whole."""
    if are_complements([p.label + p.tail for p in parts.parts]) and (parts.is_miswritten(2) or _is_one_off(parts)):
        return True
    # 从被申请人看,四类共缺27件,而96误作69: digits that changed places in a list of several that lacks little
    swapped = len(parts.parts) >= _SEVERAL and parts.coverage >= _MAIN
    if swapped and not parts.exceeds and any(is_swap(old, new) for old, new in parts.meant()):
        return True
    return is_nearly_closed(parts) and (parts.coverage <= _CLOSE or parts.is_miswritten(digits=3))


def _is_one_off(parts: Sum) -> bool:
    return abs(parts.value - parts.whole.quantity.value) == 1


def is_closed_but_for_a_slip(parts: Sum) -> bool:
    """从案由看,食品安全16件、…、其他67件: the list says that it is whole, and a slip explains what it misses."""
    return bool(LEFT_OVER.search(parts.parts[-1].label)) and len(parts.parts) > 2 and parts.is_miswritten(digits=3)


def is_by_number(story: Story, first: Frame, parts: Sum) -> bool:
    """一至四季度分别办理…, 一号至四号采区依次为…: as many figures as there are of them, and what they miss it by is a slip."""
    quarters = len(parts.parts) == 4 and _QUARTERS.search(first.gap)
    told = bool(quarters) or _are_numbered_through(story, first, len(parts.parts))
    return told and (is_near(parts) or parts.is_miswritten(digits=3))


def _are_numbered_through(story: Story, first: Frame, size: int) -> bool:
    """Whether a list names as many things as it has figures, from the first on, and no more of them are told before."""
    named = THROUGH.search(first.gap)
    if named is None or size < _FEWEST or (han_number(named["last"]) or Fraction(int(named["last"]))) != size:
        return False
    noun = first.gap[named.end() :][:2] if named["of"] in "号期批组" else named["of"]
    counts = (f for f in _counts_before(story, first) if f.quantity.value <= _FEW_THINGS and len(noun) > 1)
    told = {f.quantity.value for f in counts if noun in f.label[-_NAME:] + f.tail[:_NAME]}
    return not told or size in told


def _counts_before(story: Story, first: Frame) -> Iterator[Frame]:
    """The figures of a paragraph before one."""
    start = story.paragraph_start(first.start)
    where = story.sentence_at(first.start)
    near = (where, *story.before(where, _SOON)) if where is not None else ()
    return (f for s in near for f in s.at() if start <= f.start < first.start)


def _up_to_next_view(run: Sequence[Frame]) -> Sequence[Frame]:
    """按渠道分,…;按类型分,…: the figures of the first list."""
    parted = (k for k, f in enumerate(run) if k and f.parted == STATEMENT and (VIEW.search(f.gap) or BY.search(f.gap)))
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
    run, longer = run_from(group, i), _up_to_next_view(run_on(group, i))
    cut = longer[len(run)] if 1 < len(run) < len(longer) and longer[: len(run)] == run else None
    if cut is not None and STAGE.search(cut.label) and len({f.parted for f in longer[1:]}) == 1:
        # 处罚920件,不予处罚97件,销案12件,移送5件: no stage of the ones before it, but one more outcome
        return list(longer) if are_outcomes([f.label.strip() for f in longer]) else run
    return run
