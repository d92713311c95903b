"""The words of a change: rising or falling, the level it starts from, the level it reaches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.figures.reading import Frame
from checker.figures.relate.changes.differences import Change
from checker.figures.story import Story
from checker.patterns import expression

UP = "净增|翻|扩充|(?<![至最])多[一-龥]{1,2}了?|增长|上升|提高|增加|提升|上涨|攀升|增幅(?:为|达)?|增量(?:为|达)?|多|扩大|回升|涨幅|升幅|增速|上浮|抬高|抬升|走高|拉高|[高长慢升涨]了|增[收支]"
DOWN = "净减|(?<![至最])少[一-龥]{1,2}了?|下降|减少|降低|压减|压缩|缩短|下滑|下跌|回落|滑落|收窄|缩减|精简|降幅(?:为|达)?|减量(?:为|达)?|少|减幅(?:为|达)?|压降|提速|减|下行|下浮|走低|下调|调减|缩小|节约|节省|提前|砍掉|裁减|核减|[快短低降跌]了|减[收支]"
VERB = expression(rf"(?:(?P<up>{UP})|(?P<down>{DOWN}))(?:了|率|比|比例|幅|幅度)?(?:分别|各)?(?:约|近|为|达到?)?$")
_SINCE = expression(r"(?:(?P<up>新增|增设|新建|新设|扩建)|(?P<down>关停|整合|撤并|注销|取消|关闭|淘汰|退出|核减))了?$")
_AVERAGED = expression("年均|平均|月均|日均|人均|累计")
TO = expression(
    rf"(?<![增减]量)(?:到|至|为|成)$|(?:{UP}|{DOWN}|增|升|涨|降|压|缩|跌|落|并|抬|扩|合并|整合|优化|变)[^,;。]{{0,4}}?(?<![增减]量)(?:到|至|为|成)[^,;。到至为]{{0,12}}$"
)
_ANY_BEFORE = expression(
    r"^(?:[^,;]{0,12})(?:比|较|与)[^,;。]{1,12}(?:的|为|是)$|^(?:比|较)[^,;。增减升降涨跌多少]{2,14}$|^同比$|(?:比|较|与)(?:上年|去年|20\d\d年|前年|上期|年初)(?:末|底|同期)?的?$"
)
_YEAR_BEFORE = r"(?:上年度?|去年|前年|上年末|去年底|去年末|上一年度?|上年同期|去年同期|同期|20\d\d年(?:末|底|同期)?)"
PREVIOUS = expression(
    rf"{_YEAR_BEFORE}(?:同期)?的?(?:占比|比例|比率|[^,;。]{{0,6}}率)?(?:为|是|分别为|的|仅|仅为|共|有)?$"
)
_WITH = expression(r"^(?:与|同|和|跟)(?:上年|去年|20\d\d年)(?:同期|全年)?[^,;]{0,10}$")
_IN_BRACKET = expression(rf"^{_YEAR_BEFORE}(?:同期|全年|度)?(?P<verb>[^,;、增减升降多少未剩结含]{{1,8}})$")
_CARRIED_ON = expression(r"(?:结转|转入|转至|转到|跨入)(?:至|到|入)?20\d\d年$")
_AIM = expression("(?:以上)?的(?:目标|要求|任务|承诺|指标)")  # 完成到2021年压缩一半的目标
_OF_EACH = expression("相当于[^,;。]{0,4}每(?:[二三四五六七八九十百]{1,3}[一-龥]{1,10})?$")
_OTHERWISE = expression(r"20\d\d|前年|环比|全[省国市]|平均|均值|计划|目标|预算|[上一二三四]季度|上半年|上月")
_NOTED = expression(r" ?\((?!含)[^()\d]+\)")
_AGAINST = expression(r"(?:比|较|与|相比)[^,;。]{0,14}$")


def change_of(frame: Frame) -> Change | None:
    """The change that a figure tells by the verb right before it (相比…关停); a hedged count, a mean or an aim tells none."""
    match = VERB.search(frame.label) or (_SINCE.search(frame.label) if "相比" in frame.gap else None)
    hedged = frame.quantity.hedge and frame.unit_class != "percent"
    if match is None or hedged or _AIM.match(frame.tail) or _AVERAGED.search(frame.label):
        return None
    return Change(frame, 1 if match["up"] else -1)


def is_previous(frame: Frame) -> bool:
    """Whether a figure is the one compared with (比上年的261起, 较改革前的527人, 由原来的18人)."""
    if VERB.search(frame.label) or _CARRIED_ON.search(frame.label):
        return False  # 比2021年缩短5.4个工作日; 结转2019年52件
    if _ANY_BEFORE.search(frame.label) or (_WITH.match(frame.label) and frame.tail.startswith(("相比", "比"))):
        return True  # 与2022年立案17件相比
    return bool(PREVIOUS.search(frame.label)) and bool(
        _AGAINST.search(frame.label) or expression("上年|去年|20").search(frame.label)
    )


def is_previous_in_bracket(frame: Frame, owner: Frame) -> bool:
    """(2022年为412件), (2021年审查61份): with a verb of its own it is of the change that says it too (多审25份)."""
    if PREVIOUS.search(frame.label):
        return True
    told = _IN_BRACKET.match(frame.label)
    return told is not None and any(c in owner.label for c in told["verb"] if c not in "共有为的")


def without_gloss(frames: Sequence[Frame]) -> Iterator[Frame]:
    """减少1248份,相当于每5份里砍掉1份,减幅20%: the figures that only say again how much of each it is are left out."""
    glossed = False
    for frame in frames:
        glossed = _OF_EACH.search(frame.label) is not None or (glossed and not frame.parted)
        if not glossed:
            yield frame


def is_otherwise(story: Story, change: Frame) -> bool:
    """Whether a change is told against another year or level (比2021年下降, 高于全省), or with a remark."""
    return _OTHERWISE.search(change.gap) is not None or is_noted(story, change)


def is_noted(story: Story, frame: Frame) -> bool:
    """下降4.10个百分点(剔除撤诉案件): whether a remark without a figure stands behind one."""
    return _NOTED.match(story.text, frame.span.end) is not None


def is_year_before(story: Story, year: str | None) -> bool:
    """Whether a year, as it is told (上年, 2022年; None for 上年), is the one before the report's."""
    return year is None or not year[0].isdigit() or story.report_year in (None, int(year[:4]) + 1)
