"""Whether figures that one reading cannot add up or balance agree in another one."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate

from checker.figures.build import Sum
from checker.figures.reading import Frame
from checker.figures.relate.lists import AMONG, ANNOUNCES, JOINED, RATES, REST, STATEMENT, is_held
from checker.figures.relate.repairs import is_miswritten
from checker.figures.relate.stocks.holdings import opens
from checker.figures.relate.sums.unlike import are_unlike, is_spelled_out, leave_out
from checker.figures.relate.totals import is_total
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.interval import Interval, total
from checker.words.relation import Role

Placed = tuple[Role, Sentence, Frame]
"""A figure of a relation in its role, with the sentence that states it."""

_BODIES = frozenset({"unit", "body", "place"})
_OVERLAP = expression(
    r"之和(?:为\d{1,9}[^,;。]{0,2},?)?(?:不等于|大于|小于|多于)|(?:有|存在|互有)(?:重复|重叠|交叉)|重复(?:计|统计|提交|申请|申报|登记|填报)|既[^,;。]{1,10}又|[同分]属(?!实|[^,;。]{0,2}[\d一二三四五六七八九十百])|涉及[两二多数]个|合并(?:审理|办理|处罚|计|召开)|套开|并案|(?:剔除|扣除|去除)重复|去重|(?:采用|采取|适用|涉及)(?:了)?[两二多三]种|可能同时|[两二多][种类](?:方式|形式|手段|程序)(?:并用|结合|都|均|兼)|(?:并用|兼用|共同(?:申请|提出|提起))|部分并处|不含在内|"
    r"同时(?:存在|具有|涉及|反映|指向|属于|适用|符合|包含|有)|兼有|(?:两|二|多)[种项类]以?上?(?:情形|问题|情况)|按类别?分别计|分别计[入算数]|相加(?:多于|大于|超过)|并存|叠加|先后(?:经|由|被)|(?:[两二三][人方家]|双方)共同|由[^,;。]{2,14}(?:共同|联合)|重复的?\d|\d[一-龥]{1,2}(?:系|属|为)?重复|[两二](?:次|个)?会议(?:均|都)"
)
# 部分案件列共同被申请人: a remark on the list, no kind of the next one (按被诉行为分,作共同被告46件).
_TOGETHER = expression(
    r"(?:(?!按[^,;。]{1,8}[分看])(?:[^\d;。]|。(?=部分|有的|个别|因|由于)))*?共同被(?:申请人|告)(?!的?[一二三四五六七八九十百两])"
)
# 其中5件系2019年以前引发,因程序问题败诉的6件: said of some of them each, the same ones perhaps.
_PREDICATE = expression("系|属|是|源于|缘于|起因")
# 加上原有25名,扣除解聘的1名: what is taken away is no part.
_TAKEN_AWAY = expression("扣除|减去|除去|剔除|扣减")
_UNCOUNTED = expression(r"(?:和|及|以及|、)[^,;。、\d]{2,30}(?:共|合计|总计)(?:计|有)?$")
_FIRST_UNCOUNTED = expression(r"(?<![\d万亿])[一-龥]{2,14}(?:、|和|及|任(?:双?组长|总指挥|主任|总?召集人),[^,;。]*)$")
ALREADY = expression("(?:^|[底末日前])已")  # 截至12月底已整改205个
_INCLUDING = expression(r"含|包括|其中")
_AFTERWARDS = 60  # characters in which a note may follow
_OUT = expression("不予|不受理|撤|转送|转办|移送|中止|终止|退回|合并")
_LAST_UNCOUNTED = expression(r"(?:、|和|及|以及|与)[一-龥]{2,14}(?=[),;。]|$)")
_MOST_UNCOUNTED = 3
_BEHIND, _VERB = 3, 2  # figures behind a rest; characters
_NEAREST = 10  # figures of a sentence
_LONG = 3  # digits
_KIN = {"person": {"person", "person-time"}, "person-time": {"person", "person-time"}}
_MORE = Fraction(5, 4)
_CARRIED = expression("结转|上年|往年|历年|累计|积案|存量|转来|转入")
_LARGE = 200  # below this two figures of a sentence may make up a total by chance


def leaves_so_much(story: Story, frames: Sequence[Placed]) -> bool:
    """Whether a remainder is that of other figures of its sentence or those before, or more was done than there is."""
    sentence = next(where for role, where, _ in frames if role is not Role.TOTAL)
    wanted = next(frame for role, _, frame in frames if role is Role.TOTAL).quantity.value
    *done, rest = (frame for role, _, frame in frames if role is not Role.TOTAL)
    value = sum((part.quantity.value for part in done), Fraction(0))
    far = value > wanted * _MORE or _CARRIED.search(sentence.text) is not None
    negative = 0 < wanted < value and far and not is_miswritten(wanted, value, rest.quantity.value)
    agreed = value + rest.quantity.value == wanted  # 配员不足118起: no word of the number
    return agreed or negative or (not _is_tied(frames, done) and _is_left_of_another(story, sentence, rest))


def is_rest_in_parts(frames: Sequence[Placed]) -> bool:
    """其余15个正在整改,5个申请延期: whether what follows a remainder makes it up to all that is left."""
    wanted = next(frame for role, _, frame in frames if role is Role.TOTAL).quantity.value
    sentence = next(where for role, where, _ in frames if role is not Role.TOTAL)
    *done, rest = (frame for role, _, frame in frames if role is not Role.TOTAL)
    told = sum((part.quantity.value for part in done), rest.quantity.value)
    after = [f for f in sentence.frames if f.unit_class == rest.unit_class and f.start > rest.start and not is_held(f)]
    return wanted in list(accumulate((f.quantity.value for f in after[:_BEHIND]), initial=told))


def _is_tied(frames: Sequence[Placed], done: Sequence[Frame]) -> bool:
    """反馈问题213个,已整改205个,其余8个: whether all three follow each other, in so many words."""
    places, rest = sorted(frame.index for _, _, frame in frames), frames[-1][2]
    together = len({where.number for _, where, _ in frames}) == 1 and places[-1] - places[0] == len(places) - 1
    verb = rest.label[-_VERB:]  # 申请强制执行4件,已执行3件,尚在执行1件
    one_verb = len(verb) == _VERB and all(verb in frame.label for _, _, frame in frames)
    return together and (one_verb or REST.search(rest.gap) is not None) and any(ALREADY.search(p.label) for p in done)


def adds_up(story: Story, frames: Sequence[Placed]) -> bool:
    """Whether the figures as written add up, overlap as the text says, or stand too far apart for what they miss."""
    placed_whole, whole = next((where, frame) for role, where, frame in frames if role is Role.TOTAL)
    sentence = next(where for role, where, _ in frames if role is not Role.TOTAL)
    parts = [frame for role, _, frame in frames if role is not Role.TOTAL]
    reading = Sum(whole, tuple(parts))
    wanted, value = whole.quantity.value, reading.value
    end = max(part.quantity.span.end for part in parts)
    told_of = reading.exceeds and not parts[0].label.removeprefix("其中") and _PREDICATE.match(parts[0].tail)
    taken = any(_TAKEN_AWAY.search(part.label) for part in parts) or _is_rate_of_parts(sentence, whole, value)
    if (
        taken
        or _leaves_names_uncounted(parts[0], wanted - value)
        or told_of
        or any(_tells_overlap(story, at) for at in {end, whole.quantity.span.end})
        or _agree_otherwise(sentence, whole, parts)
    ):
        return True
    apart = len({where.number for _, where, _ in frames}) > 1
    # 因核实在办的32件。其中举报性质的265件,核实成立的58件: of what was told before that
    far = apart and any(part.quantity.value > 2 * wanted for part in parts)
    if far or (
        apart
        and not reading.is_total_miswritten
        and value in _run_totals(placed_whole, whole.unit_class, placed_whole.span.end)
    ):
        return True  # 移送公安7件、其他部门39件。移送案件中,办结35件、未办结11件
    if reading.is_miswritten(_LONG):
        return False
    near = Fraction(3, 4) * wanted <= value <= Fraction(5, 4) * wanted
    if parts[0].start in story.closed:
        return False
    if not near and not is_spelled_out((*placed_whole.frames, *sentence.frames), whole, parts):
        return True
    return are_unlike(whole, parts) or (value < wanted and leave_out(whole, parts))


def _leaves_names_uncounted(first: Frame, missing: Fraction) -> bool:
    """设市人民政府和下辖6个县、2个区人民政府共9个机关: whether as many bodies as are missing are named before the first count."""
    return first.unit_class in _BODIES and missing == len(JOINED.split(first.label)) - 1 > 0


def _tells_overlap(story: Story, at: int) -> bool:
    """Whether a note in the words from an offset on tells that one thing is counted in several parts."""
    end = story.text.find("\n", at, at + _AFTERWARDS)
    end = at + _AFTERWARDS if end < 0 else end
    return bool(_OVERLAP.search(story.text, at, end) or _TOGETHER.match(story.text, at, end))


def _agree_otherwise(sentence: Sentence, whole: Frame, parts: Sequence[Frame]) -> bool:
    """Whether parts and whole agree as intervals, or with what stands between, behind or beside them."""
    wanted, value = whole.quantity.value, sum((part.quantity.value for part in parts), Fraction(0))
    whole_range, range_ = whole.quantity.interval, total([part.quantity.interval for part in parts])
    if value == wanted or (not whole_range.is_bounded and range_.meets(whole_range)):
        return True  # 超1亿亩,包括6669万亩、4836万亩
    if any(f.quantity.hedge for f in (whole, *parts)) and abs(value - wanted) * 50 <= wanted:
        return True  # 1.16万余家: how much more is not told
    # 6个单位和执法支队共7个; 含市局机关、4个分局、5个县局,共10个; 15家、2家和执法大队
    tail = parts[-1].tail
    uncounted = _UNCOUNTED.search(whole.gap) or _FIRST_UNCOUNTED.search(parts[0].gap) or _LAST_UNCOUNTED.match(tail)
    uncounted = uncounted if 0 < wanted - value <= _MOST_UNCOUNTED else None
    paired = wanted >= _LARGE and wanted in _pair_totals(sentence, whole)  # 6372件,其中…;村级1540件,两级合计7912件
    beside = wanted - value in _beside(sentence, whole, parts) or any(
        is_held(f) and f.quantity.value == wanted - value for f in sentence.inside(whole)
    )  # 累计97项(含调整增加4项)
    told = _is_summed_up(sentence, whole, parts) or _is_of_both(sentence, whole, parts)
    told = told or _is_mixed(sentence, whole, parts)
    return bool(uncounted) or paired or beside or told or _goes_on(sentence, whole, parts)


def balances(story: Story, frames: Sequence[Placed]) -> bool:
    """Whether what came in holds the opening stock already, or another figure of the sentence is that stock."""
    values = {role: frame.quantity.value for role, _, frame in frames}
    roles = (Role.OPENING, Role.RECEIVED, Role.CLOSED, Role.CLOSING)
    if not all(role in values for role in roles):
        return False
    _, received, closed, closing = (values[role] for role in roles)
    stock, where = next((frame, where) for role, where, frame in frames if role is Role.OPENING)
    taken_in = _INCLUDING.search(stock.gap)  # 审结1221件,其中上年结转97件,本年受理并审结1124件
    if taken_in and (received == closed + closing or stock.quantity.value + received == closed):
        return True
    came = next(frame for role, _, frame in frames if role is Role.RECEIVED)
    if ANNOUNCES.search(came.label) and (received == closed + closing or came.label.startswith("与")):
        return True  # 上年结转164件,与本年受理案件合计2870件: the stock is taken in
    known = {frame.start for _, _, frame in frames}
    others = (f for f in where.frames if f.unit_class == stock.unit_class and f.start not in known and f.parted != 1)
    others = (f for f in others if not f.depth or opens(story, f))
    if any(f.quantity.value + received == closed + closing and not _OUT.search(f.label) for f in others):
        return True
    end, last = next((where, frame) for role, where, frame in frames if role is Role.CLOSING)
    missing = stock.quantity.value + received - closed - closing
    left = [f for f in end.frames if f.unit_class == last.unit_class and f.start not in known and not is_held(f)]
    divided = [frame for role, _, frame in frames if role is not Role.CLOSING]
    left = [f for f in left if _OUT.search(f.label) or not (f.depth or _is_part_of(story, f, divided))]
    behind = sum((f.quantity.value for f in left if f.start > last.start), Fraction(0))
    return missing > 0 and missing in (behind, *(f.quantity.value for f in left))  # 尚有45件正在审理,和解撤案5件


def _is_part_of(story: Story, frame: Frame, wholes: Sequence[Frame]) -> bool:
    """新收9件,其中自然人8件、法人1件: whether a figure is a kind of what came in or was closed."""
    return "其中" in frame.gap or any(whole in wholes for whole in story.wholes.get(frame.start, ()))


def takes_out(story: Story, frames: Sequence[Placed]) -> bool:
    """收到73件,退回2件;上年结转4件,应办理75件: whether a total on hand misses its parts by a figure of its sentence."""
    parts = [frame for role, _, frame in frames if role is Role.PART]
    placed = [(where, frame) for role, where, frame in frames if role is Role.TOTAL]
    if not placed or not any(opens(story, part) for part in parts):
        return False
    sentence, whole = placed[0]
    missing = abs(sum(part.quantity.value for part in parts) - whole.quantity.value)
    known = {frame.start for _, _, frame in frames}
    others = (f for f in sentence.frames if f.unit_class == whole.unit_class and f.start not in known)
    return any(f.quantity.value == missing for f in others)


def _is_left_of_another(story: Story, sentence: Sentence, rest: Frame) -> bool:
    """Whether the rest is what one or several figures leave of those before them, here or in the sentences before."""
    same = (f for f in sentence.at() if f.unit_class == rest.unit_class and f.start < rest.start)
    # 23件,审结20件,其中败诉1件,尚未审结2件: what is told as contained in a figure is left of none
    before = [f.quantity.value for f in same if not (f.index and AMONG.search(f.gap))][-_NEAREST:]
    ends = range(1, len(before) + 1)
    runs = [(i, j, sum(before[i:j], Fraction(0))) for j in ends for i in range(j)]
    elsewhere = {
        f.quantity.value for s in story.before(sentence, 3) for f in s.frames if f.unit_class == rest.unit_class
    }
    left = [(i, total + rest.quantity.value) for i, _, total in runs if total]
    return any(value in elsewhere for _, value in left) or any(
        value == total for start, value in left for _, end, total in runs if end <= start
    )


def _is_rate_of_parts(sentence: Sentence, whole: Frame, value: Fraction) -> bool:
    """持证1100人,持证率91.7%,其中县级700人、乡镇500人: the list is of the base of the rate behind the figure."""
    rate = next((f for f in sentence.at() if f.index == whole.index + 1), None)
    if rate is None or rate.unit_class != "percent" or not value or whole.quantity.value > value:
        return False
    return Interval.exact(100 * whole.quantity.value / value).meets(rate.quantity.interval)


def _is_of_both(sentence: Sentence, whole: Frame, parts: Sequence[Frame]) -> bool:
    """现场述法6人,书面述法28人,评议好29人、较好5人: whether the list is of a figure and the one right before it."""
    before = next((f for f in reversed(sentence.at()) if f.start < whole.start), None)
    beside = before is not None and before.unit_class == whole.unit_class and whole.parted == parts[0].parted
    beside = beside and whole.start < parts[0].start
    both = whole.quantity.value + before.quantity.value if before is not None else Fraction(0)
    return beside and both == sum(part.quantity.value for part in parts)


def _run_totals(sentence: Sentence, kind: str, end: int) -> set[Fraction]:
    """What the figures of a class that follow each other before `end` add up to (建议3件、提案2件,…其余4件)."""
    before = [f.quantity.value for f in sentence.at() if f.unit_class == kind and f.start < end]
    return {sum(before[i:j], Fraction(0)) for i in range(len(before)) for j in range(i + 2, len(before) + 1)}


def _pair_totals(sentence: Sentence, whole: Frame) -> set[Fraction]:
    """What any two figures of its class before a total add up to."""
    kind = whole.unit_class
    before = [f.quantity.value for f in sentence.at() if f.unit_class == kind and f.start < whole.start]
    return {a + b for i, a in enumerate(before) for b in before[i + 1 :]}


def _beside(sentence: Sentence, whole: Frame, parts: Sequence[Frame]) -> list[Fraction]:
    """What the figures between a whole and its list add to the list (93件,其中…10万元以上3件,即…82件、…8件).

    Those that make up the whole by themselves are another view of it.
    """
    kind, start, end = whole.unit_class, whole.start, min(part.start for part in parts)
    between = [f.quantity.value for f in sentence.at() if f.unit_class == kind and start < f.start < end]
    return [] if sum(between, Fraction(0)) == whole.quantity.value else between


def _is_mixed(sentence: Sentence, whole: Frame, parts: Sequence[Frame]) -> bool:
    """出庭57件,其中县领导13件次,部门负责人18件,其他负责人26件: whether a kind in the list is counted in times."""
    last = parts[-1].start
    between = (f for f in sentence.frames if whole.start < f.start < last and f.depth == whole.depth)
    return any(
        f.unit_class == f"{parts[0].quantity.unit}次" and (f.start > parts[0].start or AMONG.search(f.gap))
        for f in between
    )


def _is_summed_up(sentence: Sentence, whole: Frame, parts: Sequence[Frame]) -> bool:
    """新收73件,办理结果为28件、…、4件,总计71件: the list has a total of its own, which it makes up."""
    after = (f for f in sentence.frames if f.start > parts[-1].start and f.unit_class == whole.unit_class)
    closing = next(after, None)
    return closing is not None and is_total(closing) and Sum(closing, tuple(parts)).fits


def _goes_on(sentence: Sentence, whole: Frame, parts: Sequence[Frame]) -> bool:
    """Whether the figures right behind a list complete it: it may have been cut off too early (尚未审结1件)."""
    start, kinds = parts[-1].start, _KIN.get(parts[-1].unit_class, {parts[-1].unit_class})
    after = [f for f in sentence.frames if f.unit_class in kinds and f.start > start]
    beyond = sum(p.quantity.value for p in parts) - whole.quantity.value
    owners = {part.index for part in parts if not part.depth}
    inside = (f for f in sentence.frames if f.depth and f.owner in owners and f.unit_class in kinds)
    if any(f.quantity.value == beyond for f in inside):
        return True  # 19个、14个(2个议题先后经两个会议研究); 正式工401人(含内退95人)、临时工1239人
    following = next((f for f in sentence.frames if f.start > start and f.depth == parts[-1].depth), None)
    if following is not None and following.parted == STATEMENT != max(p.parted for p in parts[1:]):
        return False  # 申请9件,其中自然人7件、法人1件;上年结转1件: another statement
    if following is not None and following.unit_class not in RATES and following.quantity.value == -beyond:
        return True  # 341个,当场整改268个,限期整改52个,移交11个,立案10件
    level = [f for f in after if f.depth == parts[-1].depth]
    return any(Sum(whole, (*parts, *level[:size])).fits for size in range(1, min(3, len(level)) + 1))
