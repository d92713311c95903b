"""Writes reports whose figures agree, in many phrasings, each sentence with one way to contradict itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from hypothesis import assume
from hypothesis import strategies as st

TITLE = "某县2023年度法治政府建设工作报告"
HEADINGS = ("一、强化组织领导，推进依法行政", "二、规范执法行为，优化营商环境", "三、化解矛盾纠纷，加强法治宣传")
ASIDES = (
    "坚持以习近平法治思想为指导，把法治建设摆在突出位置。",
    "主要负责同志认真履行第一责任人职责，亲自部署、亲自过问。",
    "加强部门协作，形成齐抓共管的工作格局。",
    "",
)


@dataclass(frozen=True, slots=True)
class Topic:
    """What a sentence tells of: the deed, its unit, the kinds it falls into, how far it has come."""

    deed: str
    unit: str
    kinds: tuple[str, ...]
    done: str


TOPICS = (
    Topic("受理投诉举报", "件", ("消费纠纷", "价格违法", "广告宣传", "商标侵权"), "办结"),
    Topic("排查安全隐患", "处", ("房屋", "道路", "水库", "校园", "燃气"), "整改"),
    Topic("调处邻里纠纷", "起", ("宅基地", "相邻通行", "噪声干扰", "财产损害"), "化解"),
    Topic("抽检食品样品", "批次", ("农产品", "加工食品", "餐饮食品"), "合格"),
    Topic("评查执法案卷", "卷", ("处罚类", "许可类", "强制类", "检查类"), "合格"),
    Topic("审核合同协议", "份", ("采购类", "施工类", "租赁类", "服务类"), "通过"),
    Topic("组织普法活动", "场次", ("进机关", "进乡村", "进校园", "进企业"), "完成"),
    Topic("公开政府信息", "条", ("机构职能类", "政策文件类", "工作动态类"), "更新"),
    Topic("梳理权责事项", "项", ("行政许可", "行政处罚", "行政检查", "行政确认"), "公布"),
    Topic("配备人民调解员", "名", ("镇级", "村级", "行业性"), "持证"),
    Topic("检查经营门店", "家次", ("农资类", "兽药类", "种子类"), "合规"),
    Topic("查扣违规车辆", "辆", ("货运", "客运", "出租"), "处理"),
)
AREAS = ("城东片", "城西片", "城南片", "城北片", "新区片")
TASKS = ("制度完善", "执法监督", "队伍建设", "普法宣传", "纠纷化解", "诚信建设", "风险防控")
HAN = "零一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence, the same with a contradiction, and the figure that is wrong there."""

    right: str
    wrong: str
    figure: str


Draw = st.DrawFn
Maker = Callable[[Draw, Topic], Told]

counts = st.integers(20, 4000)


def _parts(draw: Draw, topic: Topic) -> tuple[list[str], list[int]]:
    size = draw(st.integers(2, len(topic.kinds)))
    kinds = list(draw(st.permutations(topic.kinds)))[:size]
    return kinds, [draw(counts) for _ in kinds]


def _listed(draw: Draw, topic: Topic, kinds: Sequence[str], values: Sequence[int]) -> str:
    mark = draw(st.sampled_from(["、", "，"])) if len(kinds) > 2 else "、"
    return mark.join(f"{kind}{value}{topic.unit}" for kind, value in zip(kinds, values, strict=True))


def _told(template: str, right: str, wrong: str, unit: str) -> Told:
    return Told(template.replace("@", right), template.replace("@", wrong), wrong + unit)


def whole_before(draw: Draw, topic: Topic) -> Told:
    """T，其中 a、b、c: the wrong whole is smaller than its parts."""
    kinds, values = _parts(draw, topic)
    cue = draw(st.sampled_from(["，其中", "，其中：", "。其中，", "，包括", "，分别为"]))
    if cue == "，分别为" and len(kinds) < 3:
        cue = "，其中"
    start = draw(st.sampled_from(["全年", "全年共", "今年以来共", "累计"]))
    whole = sum(values)
    template = f"{start}{topic.deed}@{topic.unit}{cue}{_listed(draw, topic, kinds, values)}。"
    return _told(template, str(whole), str(whole - min(values) // 2), topic.unit)


def whole_behind(draw: Draw, topic: Topic) -> Told:
    kinds, values = _parts(draw, topic)
    cue = draw(st.sampled_from(["，共", "，共计", "，合计", "，总计"]))
    listed = "、".join(f"{kind}{value}{topic.unit}" for kind, value in zip(kinds, values, strict=True))
    whole, slip = sum(values), draw(st.sampled_from([-7, 9, 30]))
    return _told(f"{topic.deed}中，{listed}{cue}@{topic.unit}。", str(whole), str(whole + slip), topic.unit)


def severally(draw: Draw, topic: Topic) -> Told:
    size = draw(st.integers(2, len(AREAS)))
    values = [draw(counts) for _ in range(size)]
    listed = "、".join(f"{value}{topic.unit}" for value in values)
    whole, slip = sum(values), draw(st.sampled_from([-9, 8, 21]))
    template = f"{'、'.join(AREAS[:size])}分别{topic.deed}{listed}，共@{topic.unit}。"
    return _told(template, str(whole), str(whole + slip), topic.unit)


def rate(draw: Draw, topic: Topic) -> Told:
    whole = draw(counts)
    done = draw(st.integers(whole // 3 + 1, whole - 3))
    cue = draw(st.sampled_from(["，", "，已", "，其中"]))
    link = draw(st.sampled_from(["", "为", "达", "达到"]))
    right, wrong = _percents(draw, 100 * Fraction(done, whole))
    assume(abs(Fraction(right) + Fraction(wrong) - 100) > 1)  # 整改率53.5%, of what is not done: that is left open
    template = f"全年{topic.deed}{whole}{topic.unit}{cue}{topic.done}{done}{topic.unit}，{topic.done}率{link}@%。"
    return _told(template, right, wrong, "%")


def share(draw: Draw, topic: Topic) -> Told:
    whole = draw(counts)
    part = draw(st.integers(whole // 3 + 1, whole - 3))
    link = draw(st.sampled_from(["占", "占比", "占比为"]))
    right, wrong = _percents(draw, 100 * Fraction(part, whole))
    template = f"全年{topic.deed}{whole}{topic.unit}，其中{topic.kinds[0]}{part}{topic.unit}，{link}@%。"
    return _told(template, right, wrong, "%")


def growth(draw: Draw, topic: Topic) -> Told:
    before, after = draw(counts), draw(counts)
    if after == before:
        after += 20
    verb = draw(st.sampled_from(["增长", "上升"] if after > before else ["下降", "减少"]))
    right, wrong = _percents(draw, abs(100 * Fraction(after - before, before)), room=10**6)
    unit, deed = topic.unit, topic.deed
    templates = [
        f"全年{deed}{after}{unit}，比上年的{before}{unit}{verb}@%。",
        f"全年{deed}{after}{unit}，同比{verb}@%（上年为{before}{unit}）。",
        f"全年{deed}{after}{unit}，较2022年的{before}{unit}{verb}@%。",
        f"{deed}由上年的{before}{unit}{verb}到{after}{unit}，{verb}@%。",
    ]
    return _told(draw(st.sampled_from(templates)), right, wrong, "%")


def shortened(draw: Draw, topic: Topic) -> Told:
    before = draw(st.integers(8, 60))
    after = draw(st.integers(2, before - 2))
    verb = draw(st.sampled_from(["压缩", "缩短", "压减"]))
    to = draw(st.sampled_from(["至", "到", "为"]))
    right, wrong = _percents(draw, 100 * Fraction(before - after, before))
    template = f"{topic.deed}时限由{before}个工作日{verb}{to}{after}个工作日，{verb}@%。"
    return _told(template, right, wrong, "%")


def left_over(draw: Draw, topic: Topic) -> Told:
    done, rest = draw(counts), draw(st.integers(2, 60))
    cue = draw(st.sampled_from(["其余", "剩余", "余下"]))
    unit = topic.unit
    template = f"全年{topic.deed}{done + rest}{unit}，已{topic.done}{done}{unit}，{cue}@{unit}正在推进。"
    return _told(template, str(rest), str(rest + draw(st.sampled_from([10, 25]))), unit)


def carried_over(draw: Draw, topic: Topic) -> Told:
    opening, received = draw(st.integers(5, 90)), draw(st.integers(80, 4000))
    closing = draw(st.integers(2, opening + received // 2))
    new = draw(st.sampled_from(["本年新收", "当年新收", "新受理"]))
    closed = opening + received - closing
    template = f"上年结转案件{opening}件，{new}{received}件，办结{closed}件，结转下年@件。"
    return _told(template, str(closing), str(closing + draw(st.sampled_from([3, 11]))), "件")


def counted(draw: Draw, topic: Topic) -> Told:
    size = draw(st.integers(3, len(TASKS)))
    items = "、".join(list(draw(st.permutations(TASKS)))[:size])
    unit = draw(st.sampled_from(["大任务", "项工作", "个方面工作", "类事项"]))
    wrong = size + draw(st.sampled_from([-1, 1]))
    numeral = str if draw(st.booleans()) else HAN.__getitem__
    template = f"统筹推进{items}@{unit}，{topic.deed}取得新进展。"
    return _told(template, numeral(size), numeral(wrong), "")


MAKERS: tuple[Maker, ...] = (
    whole_before,
    whole_behind,
    severally,
    rate,
    share,
    growth,
    shortened,
    left_over,
    carried_over,
    counted,
)


def percent(draw: Draw, value: Fraction) -> str:
    """The percentage as it is written."""
    return _percents(draw, value)[0]


def _percents(draw: Draw, value: Fraction, room: int = 100) -> tuple[str, str]:
    """The percentage as it is written, and a wrong one below `room`."""
    decimals = draw(st.integers(1, 2))
    scaled = round(value * 10**decimals)
    slip = 10**decimals * draw(st.sampled_from([3, 7, 11]))
    wrong = scaled + slip if scaled + slip < room * 10**decimals else scaled - slip
    return _decimal(scaled, decimals), _decimal(wrong, decimals)


def _decimal(scaled: int, decimals: int) -> str:
    text = str(scaled).rjust(decimals + 1, "0")
    return f"{text[:-decimals]}.{text[-decimals:]}"


@st.composite
def told(draw: Draw) -> list[Told]:
    """Some sentences, each of another topic."""
    size = draw(st.integers(1, 6))
    topics = list(draw(st.permutations(TOPICS)))[:size]
    makers = list(draw(st.permutations(MAKERS)))[:size]
    return [maker(draw, topic) for maker, topic in zip(makers, topics, strict=True)]


@st.composite
def reports(draw: Draw) -> tuple[str, str, int, str]:
    """A report that agrees, the same with one contradiction, the offset of the wrong figure, and the figure."""
    sentences = draw(told())
    planted = draw(st.integers(0, len(sentences) - 1))
    asides = [draw(st.sampled_from(ASIDES)) for _ in sentences]
    chosen = sentences[planted]
    wrong = report(asides, [s.wrong if n == planted else s.right for n, s in enumerate(sentences)])
    start = wrong.index(chosen.wrong) + _difference(chosen.right, chosen.wrong)
    return report(asides, [s.right for s in sentences]), wrong, start, chosen.figure


def _difference(a: str, b: str) -> int:
    """Where two texts begin to differ, at the start of the number there."""
    at = next(i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y)
    while b[at - 1].isdecimal() or b[at - 1] == ".":
        at -= 1
    return at


def report(asides: Sequence[str], sentences: Sequence[str]) -> str:
    """Two sentences a section, each after an aside."""
    lines = [TITLE]
    for n, (aside, sentence) in enumerate(zip(asides, sentences, strict=True)):
        if n % 2 == 0:
            lines.append(HEADINGS[n // 2])
        lines.append(aside + sentence)
    return "\n".join(lines) + "\n"
