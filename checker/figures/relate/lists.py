"""Runs of figures that stand side by side: the parts of a whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from checker.figures.reading import Frame
from checker.figures.relate.totals import is_total
from checker.figures.story import Sentence, Story
from checker.patterns import expression

# 参与其中, 身在其中, 通过其中24件: no list begins.
AMONG = expression(r"(?<![与过身在入含杂列置])其中")
# A figure that tells a change or a comparison is neither a whole nor a part.
COMPARED = expression(
    r"(?:比|较)(?:上|去|前|20|往|同|预算|计划|[省市县]定|法定)|同比|环比|(?:上年|去年)(?:同期|末|底)?(?:的|为|是)?$|20\d\d年(?:的|为|同期)|(?:(?:增加|减少|增长|下降|上升|降低|压减|上浮|下浮|下行|抬高|多出|多|少|[多少](?:收|办|审|立|查|发|检查|受理|办理|审理))了?|(?:增|减)量为?)$"
)
LAST_YEAR = expression(r"(?:上年度?|去年|前年|上一年度?)(?!结|未|转|剩|遗留|跨|存|积)")
_AVERAGED = expression(r"[人户村镇乡县家件案日月年次场个站组校]均(?![有要无为已被可以须应])|平均")
_FOR_EACH = expression(r"每(?!季|月|年|周|天|日|半年|次|[期批场轮][^,;]{0,6}(?:分别|依次))")
COMPARES = expression(r"同比|环比|(?:比|较)(?:上年|去年|前|20)|相比|与上年|与去年")
LEFT_OVER = expression(
    r"^(?:[因以由](?:其他|其它)|其他(?!(?:行政)?(?:权力|职权))|其它|其余|剩余|余下|以及其他|和其他)|其他类?$|[和及]其[他它](?!部门|单位|机关|人员)[一-龥]{1,4}$"
)
_LIMITS = frozenset({"以上", "以下", "以内", "超过", "超", "不足", "不满"})
_STOCK = ("存量", "原有", "现有")
_OTHERS = expression("另外|其余|其他|其它")  # 市本级7件,另外三县共8件
_LEFT = expression(r"^(?:其余|其他|其它|剩余|余下)")
JOINS = ("和", "及", "与", "以及")
# What joins names; 和解, 及时, 参与, 与民生有关 are words of their own.
JOINED = expression(r"、|以及|和(?!解|谐|平)|及(?!时|格)|(?<!参)与(?!民)")
_REACHED = r"(?:提高|增加|上升|下降|降低|减少|扩大|增长|[减增降升压])(?:到|至)$"
_LEVEL = expression(
    # 由市直部门印发36件: who did it, no level
    r"(?:由|从)(?!(?!原|上年|去年|20|年初|过去)[^,;]{1,6}(?:印发|制发|办理|审理|受理|承办|制定|负责|查处|提供|承担|出具|作出|实施)$)[^,;]{0,8}$|"
    + _REACHED
)
_ENDS_AT = expression(_REACHED)
STAGE = expression(
    r"^(?:已|均|全部|共|现|尚未|未)?(?:办结|结案|审结|整改|完成|调解成功|化解|落实|采纳|反馈|回复|解决|建成|到位|查处|罚款(?!并)|销案|销号|摘牌)(?![类型])"
)
# A clause with a verb of its own after parts that are named by nouns: what else was done, no further part.
NEW_FACT = expression(
    r"^(?:并|同时|另|还有|新增|新购|新建|新制定|新聘|追加|提出|提交|参加|参与|参训|组织|举办|召开|开展|评选|评出|表彰|抽查|抽取|抽检|观摩|"
    r"[为向对给][一-龥]|帮助|发放|发送|制作|印发|下发|移送|移交|追缴|没收|扣押|查封|挽回|减免|兑现|投入|命名|推荐|作出|恢复|修复|责令(?:恢复|修复|退|补)|选派|走访|接待|答复|"
    r"全[市县区省州镇乡街系]|累计|受众|惠及|覆盖|罚没|处罚款)"
)
_HANDED_ON = expression("移[送交](?:[一-龥]{2,8}(?:机关|部门|单位))?(?:处理)?的?$")
_NESTED = expression(r"(?:^|[,;])(?:包括|包含|含)")
IN_ORDER = expression("分别|依次")
ANNOUNCES = expression("(?:合计|共计|总计|共)$")  # what words before a sum end with
_OUT_OF = expression(
    "[一-龥]{1,6}里有$|[一-龥]?(?:中的|里的|中有|中(?:实际|已|仅|只)?(?:使用|行使|办结|完成|采纳|有)|中$)"
)
_TAKEN_INTO = ("含在", "计入", "列入", "并入", "归入")  # 撤回的29件已含在46件内
_BARE_YEAR = expression(r"(?:上年|去年)(?:同期)?(?:为|是|有)?")  # 普通程序31件,上年34件;简易程序13件,上年6件
_CHANGED = expression("(?:同比|环比)?(?:增长|上升|提高|增加|上涨|下降|减少|降低|下滑|回落)")
_GRADE = expression("(?:优秀|良好|较好|一般|较差|合格|基本合格|不合格)(?:等次)?的?")
_ACCOUNT = expression(
    "总支出$|^支出$|(?:结余|盈余|亏损|余额)(?:为|达)?$"
)  # 收入5.1亿元,其中补助1亿元,支出4.8亿元,当期结余…
_OF_IT = expression("^(?:被|获|得到|予以)[一-龥]")
_HAS_AMONG = ("里有", "中有")  # 纠错的5件里有3件、败诉的3件里有2件
_EXTREME = expression("^最[多少高低大小长短早晚]的")  # 其余4个办案8件,最多的1个4件
_REFERS = ("这", "该", "此", "上述", "前述", "以上")  # 能独立办理的只有8人,…由这8人承办
_JOINS_TWO = expression("[一-龥]{2}(?:和|及|与|以及)[一-龥]{2}")
_FEWEST_WITH_SUM = 4  # figures
STARTED = expression(r"(?:由|从)[^,;]{0,8}$")
STRONG_UNITS = frozenset({"大", "级", "方面", "个方面", "位一体", "项", "类"})
"""Measure words of a count that sums up the list before it."""
CLAUSE, STATEMENT = 2, 3  # how a comma and how a semicolon part
RATES = frozenset({"percent", "point", "times"})


def are_apart(frames: Iterable[Frame], one: Frame, other: Frame) -> bool:
    """Whether a semicolon stands between two of the figures of a sentence."""
    first, last = sorted((one.start, other.start))
    return any(f.parted == STATEMENT for f in frames if first < f.start <= last)


def is_compared(frame: Frame) -> bool:
    """Whether the figure is a change, last year's value or one for each (每村5名): neither a whole nor a part."""
    return _tells_change(frame.gap[-14:], frame.label) or is_averaged(frame)


@lru_cache(maxsize=4096)  # every finder asks, of the same figures
def _tells_change(gap: str, label: str) -> bool:
    return bool(COMPARED.search(gap) or LAST_YEAR.match(label))


def is_averaged(frame: Frame) -> bool:
    """Whether the figure tells how much there is for each: a part may have more of that than its whole."""
    label = frame.label
    each = ("每" in label and bool(_FOR_EACH.search(label))) or ("均" in label and bool(_AVERAGED.search(label)))
    return each or "单产" in label or "亩产" in label


def is_threshold(frame: Frame) -> bool:
    """Whether the figure only tells of which size things are (100万元以上的合同8份): no kind, and no whole."""
    return frame.quantity.hedge in _LIMITS and frame.tail.startswith("的")


def is_held(frame: Frame) -> bool:
    """Whether the figure only tells what another one holds (结案280件(含网上1件)): it adds nothing and takes nothing."""
    return frame.label.startswith("含")


def opens_bracket(story: Story, frame: Frame) -> bool:
    """Whether a figure stands right behind an opening bracket: one that holds nothing else is read as if it were none."""
    return story.text[max(0, frame.start - 2) : frame.start].rstrip().endswith("(")


def is_level(frame: Frame) -> bool:
    """Whether the figure is a level before or after a change (由40元提高到80元), no kind of anything."""
    return bool(_LEVEL.search(frame.label))


def run_from(frames: Sequence[Frame], start: int) -> list[Frame]:
    """The parts that begin at frames[start]: figures of its class, parted throughout by marks of one strength.

    Figures of other classes between them (amounts, shares) are passed over; a stronger or weaker mark, a comparison
    or a total closes the run.
    """
    first = frames[start]
    run = [first]
    strength: int | None = None
    between = 0
    for i, frame in enumerate(frames[start + 1 :], start + 1):
        if frames[i - 1] is run[-1] and frame.parted == 2 and _BARE_YEAR.fullmatch(frame.label):
            continue
        between = max(between, frame.parted)
        if frame.unit_class in RATES or frame.gap.endswith(_TAKEN_INTO):
            continue
        if frame.unit_class != first.unit_class:
            if strength is not None and between > strength:
                break
            continue
        if not frame.parted and frame.label.strip().startswith(JOINS):
            between = strength or 1
        if strength is None:
            strength = between
        if between > strength and _LEFT.search(frame.label) and between < STATEMENT and len(run) > 1:
            run.append(frame)
            break
        if between == 1 < strength:
            run.pop()  # 持证的281人;从事种植、畜牧的分别有112人、84人: the second begins a list of its own
            break
        if (
            between != strength
            or is_compared(frame)
            or (is_total(frame) and not _is_of_others(frames, i))
            or _ENDS_AT.search(frame.label)
            or _is_stage(frames, i)
        ):
            break
        if (
            _is_of_its_own(frame)
            or "其中" in frame.gap
            or _NESTED.search(frame.gap)
            or (frame.gap[:1] == ":" and len(run) == 1)
        ):
            break  # 实体决定612件:维持418件: the first is divided by the next
        if (between > 1 and _is_new_fact(first, frame)) or (between == 2 and _is_rated_apart(frames, i)):
            break
        run.append(frame)
        between = 0
    return _without_subtotal(run)


def _is_of_its_own(frame: Frame) -> bool:
    """Whether a figure is one of another or divided itself: 来电318.4万通中的303.1万通, 败诉的3件里有2件."""
    among = frame.tail.endswith(_HAS_AMONG) or _OUT_OF.match(frame.gap) or _ACCOUNT.search(frame.label)
    based = frame.label.startswith("占") and frame.tail[:1] == "的"  # 结果纠正6件,占已审结51件的11.8%
    based = based or (not frame.parted and _OF_IT.match(frame.label) is not None)  # 家长意见64条被采纳31条
    return bool(among or based or frame.label.endswith(_REFERS) or _EXTREME.match(frame.label))


def _without_subtotal(run: list[Frame]) -> list[Frame]:
    """维持831件,变更62件,撤销75件,变更和撤销137件: the last sums up those that its name joins."""
    if len(run) < _FEWEST_WITH_SUM or not _JOINS_TWO.search(run[-1].label):
        return run
    before = (run[at:-1] for at in range(len(run) - 3, max(-1, len(run) - 6), -1))
    summed = any(sum(f.quantity.value for f in parts) == run[-1].quantity.value for parts in before)
    return run[:-1] if summed else run


def _is_of_others(frames: Sequence[Frame], i: int) -> bool:
    """市本级7件,另外三县共8件: a total of those not named is one part more."""
    counted = i > 0 and frames[i].parted == 0
    return any(_OTHERS.match(f.gap.lstrip(",;、")) for f in frames[i - counted : i + 1])


def _is_new_fact(first: Frame, frame: Frame) -> bool:
    """Whether a figure has a verb of its own that the first of the list has not (其中新录用38人,参加考试45人)."""
    if not NEW_FACT.match(frame.label):
        return False
    if first.gap.startswith(":") and _HANDED_ON.match(frame.label):
        return False  # 结案12件:行政处罚9件,不予处罚2件,移送1件
    opens = AMONG.split(first.gap)[-1].lstrip(",:")
    if frame.label.startswith("为") and frame.label.endswith("的") and "为" in opens:
        return False  # 被申请人为乡镇的93件,为县级部门的672件
    return not (NEW_FACT.match(opens) or NEW_FACT.match(first.label)) and not (
        opens.startswith(_STOCK) and frame.label.startswith("新增")
    )


def _is_rated_apart(frames: Sequence[Frame], i: int) -> bool:
    """Whether a rate of the list so far stands before the figure, and the figure has none (断面8个,达标率97%,优良34个)."""
    before, after = frames[i - 1], frames[i + 1] if i + 1 < len(frames) else None
    if before.unit_class != "percent" or "率" not in before.label or _GRADE.fullmatch(frames[i].label):
        return False
    return after is None or after.unit_class != "percent" or after.label != before.label


def _is_stage(frames: Sequence[Frame], i: int) -> bool:
    """Whether a figure after a comma tells how far the whole has come (办结, 整改), not a further part of it."""
    if frames[i].parted < 2:
        return False
    if STAGE.search(frames[i].label):
        return not _is_closed_by_rest(frames, i)
    following = frames[i + 1] if i + 1 < len(frames) else None
    if following is None or following.unit_class != "percent" or are_contrary(frames[i - 1].label, frames[i].label):
        return False
    name, rate, _ = following.label.partition("率")
    return bool(rate) and len(name) > 1 and name[-2:] in frames[i].label


def are_contrary(first: str, second: str) -> bool:
    """Whether two names say the contrary of each other, so that the rate behind them is of one (胜诉97份,败诉7份,败诉率)."""
    denied = second.removeprefix("不").removeprefix("未")
    return (first.endswith("胜诉") and second.endswith("败诉")) or (denied != second and first.endswith(denied))


def _is_closed_by_rest(frames: Sequence[Frame], i: int) -> bool:
    """行政拘留6043人次,罚款11290人次,警告及其他7284人次: the next one takes up all others, so that this is a kind."""
    following = frames[i + 1] if i + 1 < len(frames) else None
    alike = following is not None and following.unit_class == frames[i].unit_class and following.parted == 2
    return alike and following is not None and following.label.endswith(("及其他", "和其他"))


def alike(group: Sequence[Frame], i: int) -> list[Frame]:
    """A figure and those of its class behind it in a 、 list, without words (31.2%和8.1%) or with the verb again (增长9.0%)."""
    run = [group[i]]
    for frame in group[i + 1 :]:
        own = frame.label.strip("和及与")
        again = bool(own) and bool(IN_ORDER.search(group[i].label)) and _CHANGED.fullmatch(own) is not None
        if frame.unit_class != group[i].unit_class or frame.parted > 1 or (own and not again):
            break
        run.append(frame)
    return run


def exact_counts(frames: Iterable[Frame]) -> list[Frame]:
    """The figures that count something and are written without 余, 近, 约."""
    return [f for f in frames if f.unit_class not in RATES and not f.quantity.hedge]


def run_on(frames: Sequence[Frame], start: int) -> list[Frame]:
    """All figures of the class from frames[start] on, whatever marks part them, up to a comparison, total or 其中."""
    run = [frames[start]]
    for i, frame in enumerate(frames[start + 1 :], start + 1):
        if frame.unit_class != run[0].unit_class:
            continue
        summed = is_total(frame) and not _is_of_others(frames, i)
        if is_compared(frame) or summed or "其中" in frame.gap:
            break
        run.append(frame)
    return run


def run_before(frames: Sequence[Frame], end: int) -> list[Frame]:
    """The figures of one class that stand side by side right before frames[end], in the order of the text."""
    whole = frames[end]
    run: list[Frame] = []
    for frame in reversed(frames[:end]):
        if frame.unit_class != whole.unit_class:
            if frame.parted >= STATEMENT:
                break
            continue
        if is_compared(frame):
            continue
        run.append(frame)
        listed = len(run) > 1 and all(f.parted >= STATEMENT for f in run[:-1])
        if (
            (frame.parted >= STATEMENT and len(run) > 1 and not listed)
            or (listed and frame.parted < STATEMENT)
            or is_total(frame)
        ):
            break
    run.reverse()
    return run


def divided_before(story: Story, sentence: Sentence, first: Frame, reach: int) -> list[Frame]:
    """The figures of a class before one that lists were found to make up: those of the nearest first, of them the longest."""
    found: dict[int, Frame] = {}
    for other in (sentence, *story.before(sentence, reach)):
        told = [w for f in other.at() if f.start < first.start for w in story.wholes.get(f.start, [])]
        told = [w for w in told if w.unit_class == first.unit_class and w.start < first.start and not is_compared(w)]
        starts = [w.start for w in told]
        found.update((w.start, w) for w in sorted(told, key=lambda w: -starts.count(w.start)) if w.start not in found)
    return list(found.values())
