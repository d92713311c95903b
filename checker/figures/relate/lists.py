"""Runs of figures that stand side by side: the parts of a whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from checker.figures.reading import Frame
from checker.figures.story import Sentence, Story
from checker.patterns import expression

# 参与其中, 身在其中, 通过其中24件: no list begins.
AMONG = expression(r"(?<![与过身在入含杂列置])其中")
# A figure that tells a change or a comparison is neither a whole nor a part.
COMPARED = expression(
    r"(?:比|较)(?:上|去|前|20|往|同|预算|计划|[省市县]定|法定)|同比|环比|(?:上年|去年)(?:同期|末|底)?(?:的|为|是)?$|(?<!转)(?<!转[至到入])(?<!留待)20\d\d年(?:的|为|同期)|(?:(?:增加|减少|增长|下降|上升|降低|压减|上浮|下浮|下行|抬高|多出|多|少|[多少](?:收|办|审|立|查|发|检查|受理|办理|审理))了?|(?:增|减)量为?)$"
)
LAST_YEAR = expression(r"(?:上年度?|去年|前年|上一年度?)(?!结|未|转|剩|遗留|跨|存|积)")
_OF_YEAR = expression(r"^(?P<year>20\d\d)年(?:度|同期)?(?P<words>[一-龥]{2,})$")
_AVERAGED = expression(r"[人户村镇乡县家件案日月年次场个站组校]均(?![有要无为已被可以须应])|平均")
_FOR_EACH = expression(r"每(?!季|月|年|周|天|日|半年|次|[期批场轮][^,;]{0,6}(?:分别|依次))")
COMPARES = expression(r"同比|环比|(?:比|较)(?:上年|去年|前|20)|相比|与上年|与去年")
LEFT_OVER = expression(
    r"^(?:[因以由](?:其他|其它)|其他(?!(?:行政)?(?:权力|职权))|其它|其余|剩余|余下|以及其他|和其他)|其他类?$|[和及]其[他它](?!部门|单位|机关|人员)[一-龥]{1,4}$"
)
_LIMITS = frozenset({"以上", "以下", "以内", "超过", "超", "不足", "不满"})
JOINS = ("和", "及", "与", "以及")
# What joins names; 和解, 及时, 参与, 与民生有关 are words of their own.
JOINED = expression(r"、|以及|和(?!解|谐|平)|及(?!时|格)|(?<!参)与(?!民)")
_REACHED = r"(?:提高|增加|上升|下降|降低|减少|扩大|增长|[减增降升压])(?:到|至)$"
_LEVEL = expression(
    # 由市直部门印发36件: who did it, no level
    r"(?:由|从)(?!(?!原|上年|去年|20|年初|过去)[^,;]{1,6}(?:印发|制发|办理|审理|受理|承办|制定|负责|查处|提供|承担|出具|作出|实施)$)[^,;]{0,8}$|"
    + _REACHED
)
REACHED = expression(_REACHED)
STAGE = expression(
    r"^(?:已|均|全部|共|现|尚未|未)?(?:办结|结案|审结|整改|完成|调解成功|化解|落实|采纳|反馈|回复|解决|建成|到位|入库|收缴|缴清|查处|罚款(?!并)|销案|销号|摘牌)(?![类型])"
)
# A clause with a verb of its own after parts that are named by nouns: what else was done, no further part.
NEW_FACT = expression(
    r"^(?:并|同时|另|还有|新增|新购|新建|新制定|新聘|追加|提出|提交|参加|参与|参训|组织|举办|召开|开展|评选|评出|表彰|抽查|抽取|抽检|观摩|"
    r"[为向对给][一-龥]|帮助|发放|发送|制作|印发|下发|移送|移交|追缴|没收|扣押|查封|挽回|减免|兑现|投入|命名|推荐|作出|恢复|修复|责令(?:恢复|修复|退|补)|选派|走访|接待|答复|"
    r"全[市县区省州镇乡街系]|累计|受众|惠及|覆盖|罚没|处罚款)"
)
REST = expression("其余|剩余|余下|剩下")
IN_ORDER = expression("分别|依次")
ANNOUNCES = expression("(?:合计|共计|总计|共)$")  # what words before a sum end with
_CHANGED = expression("(?:同比|环比)?(?:增长|上升|提高|增加|上涨|下降|减少|降低|下滑|回落)")
STARTED = expression(r"(?:由|从)[^,;]{0,8}$")
STRONG_UNITS = frozenset({"大", "级", "方面", "个方面", "位一体", "项", "类"})
"""Measure words of a count that sums up the list before it."""
REFERS_BACK = ("这", "该", "此", "上述", "前述", "以上")  # 能独立办理的只有8人,…由这8人承办
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


def is_of_other_year(frame: Frame, counts: Iterable[Frame], report_year: int | None = None) -> bool:
    """办结6248件,…;2021年办结5712件: whether a count has the words of another, and an earlier year to tell them apart."""
    told = _OF_YEAR.match(frame.label)
    if told is None or (report_year is not None and int(told["year"]) >= report_year):
        return False
    alike = (f for f in counts if f is not frame and f.unit_class == frame.unit_class)
    return any(f.label.endswith(told["words"]) for f in alike)


def joined_to_last_year(group: Sequence[Frame]) -> set[int]:
    """上年立案3975件、办结4021件、处罚3568件,今年处罚增加115件: where the figures start that 、 joins to one of last year."""
    found: set[int] = set()
    listed = False
    for frame in group:
        listed = listed if frame.parted == 1 else LAST_YEAR.match(frame.label) is not None
        if listed and frame.parted == 1:
            found.add(frame.start)
    return found


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
    return [f for f in frames if is_exact_count(f)]


def are_exact_counts(frames: Iterable[Frame]) -> bool:
    """Whether all of the figures count something and are written without 余, 近, 约."""
    return all(map(is_exact_count, frames))


def is_exact_count(frame: Frame) -> bool:
    """Whether a figure counts something and is written without 余, 近, 约."""
    return frame.unit_class not in RATES and not frame.quantity.hedge


def divided_before(story: Story, sentence: Sentence, first: Frame, reach: int) -> list[Frame]:
    """The figures of a class before one that lists were found to make up: those of the nearest first, of them the longest."""
    found: dict[int, Frame] = {}
    for other in (sentence, *story.before(sentence, reach)):
        told = [w for f in other.at() if f.start < first.start for w in story.wholes.get(f.start, [])]
        told = [w for w in told if w.unit_class == first.unit_class and w.start < first.start and not is_compared(w)]
        starts = [w.start for w in told]
        found.update((w.start, w) for w in sorted(told, key=lambda w: -starts.count(w.start)) if w.start not in found)
    return list(found.values())
