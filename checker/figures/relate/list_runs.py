"""Runs of figures: the parts of a list, from its first one on or back from its total."""

from __future__ import annotations

from collections.abc import Sequence

from checker.figures.reading import Frame
from checker.figures.relate.lists import (
    AMONG,
    CLAUSE,
    JOINS,
    NEW_FACT,
    RATES,
    REACHED,
    REFERS_BACK,
    STAGE,
    STATEMENT,
    is_averaged,
    is_compared,
)
from checker.figures.relate.totals import is_total
from checker.patterns import expression

_STOCK = ("存量", "原有", "现有")
_OTHERS = expression("另外|其余|其他|其它")  # 市本级7件,另外三县共8件
_FROM = expression("[由从](?:上年|去年|20\\d\\d年|原来?|年初|过去)?的?")  # 从60623次降下来31.5%
_LEFT = expression(r"^(?:其余|其他|其它|剩余|余下)")
_HANDED_ON = expression("移[送交](?:[一-龥]{2,8}(?:机关|部门|单位))?(?:处理)?的?$")
_NESTED = expression(r"(?:^|[,;])(?:包括|包含|含)")
_OUT_OF = expression(
    "[一-龥]{1,6}里有$|[一-龥]?(?:中的|里的|中有|中(?:实际|已|仅|只|却|就|便)?(?:使用|行使|办结|完成|采纳|有)|中$)"
)
_SOME_OF = expression("[一-龥]{2,4}中的")
_TAKEN_INTO = ("含在", "计入", "列入", "并入", "归入")  # 撤回的29件已含在46件内
_BARE_YEAR = expression(r"(?:上年|去年)(?:同期)?(?:为|是|有)?")  # 普通程序31件,上年34件;简易程序13件,上年6件
_GRADE = expression("(?:优秀|良好|较好|一般|较差|合格|基本合格|不合格)(?:等次)?的?")
_ACCOUNT = expression(
    "总支出$|^支出$|(?:结余|盈余|亏损|余额)(?:为|达)?$"
)  # 收入5.1亿元,其中补助1亿元,支出4.8亿元,当期结余…
_YEAR = expression(r"20\d\d年|上年|去年")
_OF_IT = expression("^(?:被|获|得到|予以)[一-龥]")
_HAS_AMONG = ("里有", "中有")  # 纠错的5件里有3件、败诉的3件里有2件
_EXTREME = expression("^(?:最[多少高低大小长短早晚]的|[前后]者)")  # 其余4个办案8件,最多的1个4件; 后者除责令履行的4件外
_AMONG_CASES = expression("(?:案件|问题|事项|文件|企业|单位)?(?:之?中)?有$")
_OWN_COUNT = expression(
    "^按$|^(?:因此|所以|因而)|^(?:因|由于)有?$|^共同(?:参与|办理|开展)?$"
)  # 其中有3件以县和部门为共同被告,按1件计算,因此实际是41件
_JOINS_TWO = expression("[一-龥]{2}(?:和|及|与|以及)[一-龥]{2}")
_BY_NOW = expression(r"^(?:至|到|截[至止]|目前|现)[^,;]{0,8}?(?:已|整改|办结|完成|销号|处置|验收)")
_PAIR = 2  # figures
_TELLING = 50  # what two figures make up by no chance
_FEWEST_WITH_SUM = 4  # figures


def run_from(frames: Sequence[Frame], start: int) -> list[Frame]:
    """The parts that begin at frames[start]: figures of its class, parted throughout by marks of one strength.

    Figures of other classes between them (amounts, shares) are passed over; a stronger or weaker mark, a comparison
    or a total closes the run.
    """
    first = frames[start]
    run = [first]
    strength: int | None = None
    between = 0
    for i, frame in enumerate(frames[start + 1 : _end_of_year(frames, start)], start + 1):
        if frames[i - 1] is run[-1] and frame.parted == 2 and _BARE_YEAR.fullmatch(frame.label):
            continue
        between = max(between, frame.parted)
        if frame.unit_class in RATES or frame.gap.endswith(_TAKEN_INTO):
            continue
        if frame.unit_class != first.unit_class:
            if (strength is not None and between > strength) or _is_of_another_fact(frame):
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
            or REACHED.search(frame.label)
            or _FROM.fullmatch(frame.label)
            or _is_stage(frames, i)
        ):
            break
        if (
            _is_of_its_own(frame)
            or takes_up(run, frame)
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


def _is_of_another_fact(frame: Frame) -> bool:
    """Whether a figure of another class begins a statement of its own, so that the list before it has ended.

    联合检查573家次;工业企业平均每家2.0次; 占用耕地213.5亩,其中基本农田18.6亩,至年底整改到位68个、耕地197.2亩.
    """
    averaged = frame.parted == STATEMENT and is_averaged(frame)
    return averaged or (frame.parted == CLAUSE and _BY_NOW.match(frame.label) is not None)


def _end_of_year(frames: Sequence[Frame], start: int) -> int:
    """Where another year begins: 其中数据类3期、194人次;2023年举办7期、培训702人次."""
    if _YEAR.match(frames[start].label):
        return len(frames)
    later = (k for k in range(start + 1, len(frames)) if frames[k].parted == STATEMENT)
    return next((k for k in later if _YEAR.match(frames[k].label)), len(frames))


def _is_of_its_own(frame: Frame) -> bool:
    """Whether a figure is one of another or divided itself: 来电318.4万通中的303.1万通, 败诉的3件里有2件."""
    among = frame.tail.endswith(_HAS_AMONG) or _OUT_OF.match(frame.gap) or _ACCOUNT.search(frame.label)
    based = frame.label.startswith("占") and frame.tail[:1] == "的"  # 结果纠正6件,占已审结51件的11.8%
    based = based or (not frame.parted and _OF_IT.match(frame.label) is not None)  # 家长意见64条被采纳31条
    based = based or _OWN_COUNT.search(frame.label) is not None
    return bool(
        among or based or _is_some_of(frame) or frame.label.endswith(REFERS_BACK) or _EXTREME.match(frame.label)
    )


def _is_some_of(frame: Frame) -> bool:
    """对单位处罚318件,对个人处罚119件;单位中的建筑企业203件"""
    return frame.parted == STATEMENT and _SOME_OF.match(frame.label) is not None


def takes_up(run: Sequence[Frame], frame: Frame) -> bool:
    """属实46个,不属实97个,属实的已整改39个; 确认问题73个,…,确认的问题已销号71个: what became of one of those before it."""
    label = _AMONG_CASES.sub("的", frame.label)  # 败诉案件有2件属于旧存案件
    head, of, _ = label.partition("的")
    names = [part.label.strip() for part in run] if of and len(head) > 1 else []
    return any(len(name) > 1 and (head == name or frame.label.replace("的", "").startswith(name)) for name in names)


def up_to_what_became(before: Sequence[Frame], run: Sequence[Frame]) -> Sequence[Frame]:
    """属实46个,不属实97个,属实的已整改39个,其余7个列入计划: a list up to what became of a figure before it."""
    return run[: next((k for k, part in enumerate(run) if k and takes_up(before, part)), len(run))]


def is_of_else(run: Sequence[Frame], frame: Frame) -> bool:
    """Whether a figure behind a list is no kind of it: of another statement, a stage, or of one of its kinds."""
    return frame.parted == STATEMENT or STAGE.search(frame.label) is not None or takes_up(run, frame)


def _without_subtotal(run: list[Frame]) -> list[Frame]:
    """维持831件,变更62件,撤销75件,变更和撤销137件: the last sums up those that its name joins.

    国家任务436户,完结418户,关闭18户: the first is what the others make up.
    """
    if len(run) == 1 + _PAIR and _TELLING <= run[0].quantity.value == run[1].quantity.value + run[2].quantity.value:
        return run[:1]
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
    if frame.label.startswith("没收") and "罚款" in opens and first.unit_class == "yuan":
        return False  # 罚没金额618.74万元,其中罚款521.36万元,没收违法所得67.18万元
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
    what = name[:-2]  # 适用简易程序104件,适用普通程序179件,简易程序适用率: of the one side
    one_side = len(what) > 1 and what in frames[i - 1].label and what not in frames[i].label
    return bool(rate) and len(name) > 1 and name[-2:] in frames[i].label and not one_side


def are_contrary(first: str, second: str) -> bool:
    """Whether two names say the contrary of each other, so that the rate behind them is of one (胜诉97份,败诉7份,败诉率)."""
    denied = second.removeprefix("不").removeprefix("未")
    return (first.endswith("胜诉") and second.endswith("败诉")) or (denied != second and first.endswith(denied))


def _is_closed_by_rest(frames: Sequence[Frame], i: int) -> bool:
    """行政拘留6043人次,罚款11290人次,警告及其他7284人次: the next one takes up all others, so that this is a kind."""
    following = frames[i + 1] if i + 1 < len(frames) else None
    alike = following is not None and following.unit_class == frames[i].unit_class and following.parted == 2
    return alike and following is not None and following.label.endswith(("及其他", "和其他"))


def is_in_a_row(group: Sequence[Frame], i: int) -> bool:
    """公安418件,自然资源157件,房屋征收83件,城市管理61件,农业农村37件: whether three figures before the next stand as it does."""
    row = group[max(0, i - 3) : i + 1]
    alike = len({f.unit_class for f in row}) == 1 and all(f.parted == row[-1].parted for f in row[1:])
    return len(row) > 3 and alike


def is_one_of(group: Sequence[Frame], frame: Frame, following: Frame) -> bool:
    """自然资源类19件,社会保障类17件,城市管理类9件,…: whether those before and after a figure are kinds like it."""
    at = group.index(frame)
    three = (group[at - 1], frame, following)
    if frame.label.startswith("上半年") and following.label.startswith("下半年"):
        return True
    if three[0].quantity.value == frame.quantity.value:
        return False  # 应出庭103件,实际出庭103件,正职出庭27件、副职出庭76件
    alike = at and frame.parted == following.parted and len({f.unit_class for f in three}) == 1
    return bool(alike) and len({f.label[-1:] for f in three}) == 1


def run_on(frames: Sequence[Frame], start: int) -> list[Frame]:
    """All figures of the class from frames[start] on, whatever marks part them, up to a comparison, total or 其中."""
    run = [frames[start]]
    for i, frame in enumerate(frames[start + 1 :], start + 1):
        if frame.unit_class != run[0].unit_class:
            continue
        summed = is_total(frame) and not _is_of_others(frames, i)
        if is_compared(frame) or summed or "其中" in frame.gap or _is_some_of(frame):
            break
        run.append(frame)
    return run


def joined_before(frames: Sequence[Frame], end: int) -> Sequence[Frame]:
    """The figures right before frames[end] that 、 joins, with the one that opens their list; all classes alike."""
    start = end - 1
    while start > 0 and frames[start].parted == 1:
        start -= 1
    return frames[max(0, start) : end]


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
