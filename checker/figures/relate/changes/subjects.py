"""Whether a change is told of another thing than the two values beside it."""

from __future__ import annotations

from itertools import islice

from checker.figures.names import core_of, shared_piece
from checker.figures.numerals import is_lost, is_swap, plain_decimal
from checker.figures.reading import Frame
from checker.figures.relate.changes.movements import change_of
from checker.figures.relate.list_runs import run_from
from checker.figures.relate.lists import AMONG, are_apart
from checker.figures.story import Sentence, Story
from checker.figures.units import UNITS, unit_class
from checker.patterns import expression
from checker.words.interval import Interval, total
from checker.words.relation import Role

_VERB = expression(
    r"同比|环比|分别|(?:比|较|与)(?:上年|去年|前年|20\d\d|同期|上月|上一|改革)|净?[增减降升涨跌](?![值值长]*率|产|量)|压[缩减]|提[高升速]|"
    r"[较比]?(?:年初|期初|年末|[一二三四上下前后首末]个?(?:季度?|半年|月))|[前后二两]者|相差|关停|整合|撤并|合并|清理|取消|注销|退出|下[降滑]|上[升涨]|回[落升]|收窄|缩[短减]|扩大|精简|抬[高升]|[上下]浮|下行|走[高低]|拉高|缩小|节[约省]|提前|多出|[快慢短长高低][了出]|翻|平均|均|仅|已|又|也|则|更|共|约|达|为|多|少|累计|合计"
)
_STATEMENT = expression(r"[。;\n]")
_LEAD = expression(r"^.*20\d\d年|^预计|^其中|^一年(?:来|间|内)?|将$")
_MEASURE = expression(r"(?:数量|次数|频次|件数|数|总?量|规模|比例|率|水平)$")
_AMOUNT = expression(r"(?<=[一-龥]{2})(?:金额|数额|总额)$")
_MARKED = expression(
    r"由|从|上年|去年|前年|上月|同期|20\d\d年(?:末|底|度|同期)?(?:的|为|是|仅)?$|[比较](?![重例率])|原|末|年初|改革前|此前"
)
_YEARLY = expression(r"^[与比较和同]|20\d\d年|[上去前]年|同期|相比|的$")
_REACHED = expression(r"(?:提升|提高|上升|增加|下降|降低|达)?(?:到|至)?$")
_OUTPUT = expression(r"生产总值|增加值|总产值|GDP|产值")
"""Their growth is stated at constant prices: the nominal values do not give it."""
_FINER = expression(r"精度|误差|排名|名次|位次|能耗|排放|时限|时间")
_ROLES = (
    (Role.BEFORE, Role.DENOMINATOR, Role.EARLIER),
    (Role.AFTER, Role.NUMERATOR, Role.LATER),
    (Role.CHANGE, Role.RATE),
)
# What is measured or counted, by the class of its unit: 面积下降34% is of the square metres.
_MEASURED = {
    "面积": ("area",),
    "金额": ("yuan",),
    "资金": ("yuan",),
    "人数": ("person",),
    "时限": ("duration",),
    "期限": ("duration",),
    "时间": ("duration",),
    "天数": ("duration",),
    "处数": ("place",),
    "件数": ("case",),
    "起数": ("case",),
    "宗数": ("case",),
}
_PLANNED = expression("计划|目标|任务数|指标")
_MOST = 8  # characters of the words after a value
_HEAD = 2  # characters of the noun that a name ends with
_MEMORY = 30  # characters before a value in which its name may stand


def of_another(story: Story, sentence: Sentence, placed: dict[Role, Frame]) -> bool:
    """Whether the words around a change and its two values tell that they do not belong together."""
    if Role.OTHER in placed and Role.AFTER in placed:
        return _is_of_another_level(sentence, placed)
    before, after, change = (next((placed[r] for r in roles if r in placed), None) for roles in _ROLES)
    if before is None or after is None:
        return False
    behind = change is not None and before.depth and before.start > change.start
    names = ("" if behind else _names(story, before)) + _names(story, after)
    if change is None:
        return bool(_FINER.search(names))
    if change.unit_class in ("percent", "times") and _OUTPUT.search(names):
        return True
    if change.unit_class == after.unit_class and _is_far_off(before, after, change):
        return True
    return (
        bool(before.quantity.hedge)
        or ("环比" in change.label and "环比" not in names)
        or _is_of_another_unit(change, after)
        or _has_own_subject(change, after, names)
        or _is_of_one_among(story, before, after, change)
        or _is_told_again(sentence, before, after, change)
        or _is_of_a_part(sentence, before, change)
        or _is_of_a_list(sentence, before, after, change)
        or _is_of_a_count_beside(story, sentence, before, after, change)
        or (_PLANNED.search(after.label) is not None and _PLANNED.search(change.label + before.label) is None)
        or _is_neighbour(story, sentence, before, after)
        or _is_one_of_two_ways(sentence, before, after, change)
    )


def _is_one_of_two_ways(sentence: Sentence, before: Frame, after: Frame, change: Frame | None) -> bool:
    """与上年的144项相比,取消7项、新增2项: whether a movement the other way beside it makes the two years agree."""
    if change is None or change.unit_class != after.unit_class:
        return False
    beside = (f for f in sentence.at() if abs(f.index - change.index) == 1 and f.unit_class == change.unit_class)
    moved = abs(after.quantity.value - before.quantity.value)
    return any(moved == abs(change.quantity.value - f.quantity.value) for f in beside if f not in (before, after))


def _is_of_another_level(sentence: Sentence, placed: dict[Role, Frame]) -> bool:
    """2017年、2018年分别为51件和64件,…比2017年增加22件、增长43.1%: whether another count beside them is the level before."""
    amount, change = placed[Role.OTHER].quantity, placed[Role.CHANGE].quantity
    counts = (f for f in sentence.frames if f.unit_class == amount.unit_class and f is not placed[Role.AFTER])
    levels = (f.quantity.interval for f in counts)
    return any(
        level.is_exact and level.low and (amount.interval / level * Interval.exact(100)).meets(change.interval)
        for level in levels
    )


def _names(story: Story, frame: Frame) -> str:
    """The words on both sides of a value."""
    before = _STATEMENT.split(story.text[max(0, frame.start - _MEMORY) : frame.start])[-1]
    return before + story.label(frame) + frame.tail


def _is_told_again(sentence: Sentence, before: Frame, after: Frame, change: Frame) -> bool:
    """与上年的4108项相比,取消187项、承接43项,净减144项: what the levels differ by is told as another change."""
    difference = abs(after.quantity.value - before.quantity.value)
    same = (f for f in sentence.frames if f.unit_class == change.unit_class and f not in (before, after, change))
    others = (f for f in same if change_of(f) is not None)
    return any(f.quantity.value == difference and not are_apart(sentence.frames, f, change) for f in others)


def _is_of_a_part(sentence: Sentence, before: Frame, change: Frame) -> bool:
    """同上年末426万人相比,减少1.29万人,其中居民减少3.70万人: the level was of the whole."""
    between = (f for f in sentence.frames if before.start < f.start <= change.start)
    return before.start < change.start and any(AMONG.search(f.gap) for f in between)


def _is_of_a_list(sentence: Sentence, before: Frame, after: Frame, change: Frame) -> bool:
    """含考试费1036.12万元、学费等426.26万元,较上年1518.94万元下降3.7%: of what the list adds up to."""
    behind = run_from(sentence.at(), sentence.at().index(after)) if after in sentence.at() else [after]
    if len(behind) < 2 or not before.quantity.value:
        return False
    stated, level = change.quantity.interval, total([f.quantity.interval for f in behind])
    if change.unit_class == before.unit_class:
        start = before.quantity.interval
    elif change.unit_class == "percent":
        start, level = Interval.exact(100), level / before.quantity.interval * Interval.exact(100)
    else:
        return False
    return level.meets(start + stated) or level.meets(start - stated)


def _is_of_a_count_beside(story: Story, sentence: Sentence, before: Frame, after: Frame, change: Frame) -> bool:
    """事项14326件,其中即办件11874件。办件量较上年的13180件增长8.7%: whether a count of another name gives the change."""
    told = change_of(change)
    if told is None or change.unit_class != "percent" or not before.quantity.value:
        return False
    near = [sentence, *islice(story.earlier(sentence), 1)]
    counts = [f for where in near for f in where.frames if f.unit_class == before.unit_class and f.start < change.start]
    name, start = core_of(story.label(after)), before.quantity.interval
    stated = change.quantity.interval * Interval.exact(told.up)
    return any(
        (f.quantity.interval / start * Interval.exact(100)).meets(Interval.exact(100) + stated)
        for f in counts
        if f not in (before, after) and core_of(story.label(f)) != name
    )


def _is_far_off(before: Frame, after: Frame, change: Frame) -> bool:
    """退休4人、调出2人,比2023年末的133人净增5人: no level of what changed so little."""
    low, high = sorted((before.quantity.value, after.quantity.value))
    amount = change.quantity.value
    meant = (plain_decimal(high + amount), plain_decimal(high - amount))
    cut = any(len(right) > 2 and is_lost(plain_decimal(low), right) for right in meant)  # 12家,比年初的279家净增33家
    # 新收6184件,上年为997件,净增687件: two digits of the level changed places
    cut = cut or any(is_swap(plain_decimal(high), plain_decimal(right)) for right in (low + amount, low - amount))
    return 4 * low < high and 4 * amount < high and not cut


def _subject(change: Frame) -> str:
    """What a change says that it is of, before its verb."""
    return _LEAD.sub("", _VERB.split(change.label)[0])


def _is_of_another_unit(change: Frame, after: Frame) -> bool:
    """94批213人次,较上年批次下降22.3%、人次下降20.5%: what changed is named by its unit."""
    named = _subject(change).strip()
    return bool(named) and named in UNITS and unit_class(named) != after.unit_class


def _has_own_subject(change: Frame, after: Frame, names: str) -> bool:
    """由51家整合为33家,企业法人数量压减67.7%: what shrank is named anew."""
    told = _subject(change)
    if after.unit_class.partition(":")[0] in _MEASURED.get(told, ()):
        return False
    own = core_of(told)
    if after.unit_class == "yuan":
        own = _AMOUNT.sub("", own)  # 罚款金额下降, of 罚款418万元
    elif len(own) > _HEAD + len(after.quantity.unit):
        own = own.removesuffix(f"{after.quantity.unit}数")  # 事故起数下降, of 事故2起
    head = _MEASURE.sub("", own)[-_HEAD:]
    return len(own) > 1 and head not in names and 2 * len(shared_piece(own, names)) <= len(own)


def _is_of_one_among(story: Story, before: Frame, after: Frame, change: Frame) -> bool:
    """公安297件;与上年受理的703件比,公安增加61件: the change is of one kind, the level before of all."""
    own, level = core_of(_subject(change)), core_of(_YEARLY.sub("", before.label))
    named = len(own) > 1 and len(level) > 1 and own in story.label(after)
    return named and not before.depth and before.start < change.start and not shared_piece(own, _names(story, before))


def _is_neighbour(story: Story, sentence: Sentence, before: Frame, after: Frame) -> bool:
    """第一产业8457亿元,增长6.9%,第二产业92813亿元,增长6.1%: the value before is of another thing, with a change of its own."""
    if before.depth or before.start > after.start or _MARKED.search(before.label):
        return False
    between = [f for f in sentence.frames if before.start < f.start < after.start]
    changed = any(f.unit_class in ("percent", "point") and "占" not in f.label for f in between)
    cores = [core_of(story.label(f) if len(core_of(story.label(f))) > 1 else f.tail[:_MOST]) for f in (before, after)]
    named = core_of(_REACHED.sub("", after.label))
    if before.unit_class == "percent" and len(before.label) < 2 < len(named):
        return True  # 有70%种植在丘陵,机收率提升至82%,提升8个百分点
    return (changed or before.unit_class == "percent") and all(len(c) > 1 for c in cores) and not shared_piece(*cores)
