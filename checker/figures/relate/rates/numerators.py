"""What a rate is called, and the counts that its name names."""

from __future__ import annotations

from collections.abc import Sequence

from checker.figures.names import core_of, is_denied, names_same, shared_piece
from checker.figures.reading import Frame
from checker.figures.relate.lists import RATES, STARTED, is_compared
from checker.figures.relate.rates.ratios import RATE_NAME
from checker.figures.story import Story
from checker.patterns import expression

_CHANGE = expression(
    r"同比|环比|比上年|较上年|比去年|较去年|较20|比20|上升|下降|提高|提升|增长|降低|增加|减少|压缩|压减|缩短|由|从"
)
# These rates are of what was done in time or to satisfaction: their numerator is not the count of what was done.
_QUALIFIED = expression(
    r"按期|按时|及时|限时|限期|如期|准时|提前|当场|满意|规范|主动|网上|网办|覆盖|公开|公示|参与|知晓|好评|差错|投诉|事故|增长"
)
_GENERIC = frozenset(
    [
        "行政",
        "处理",
        "处置",
        "检查",
        "开展",
        "机关",
        "执法",
        "案件",
        "人员",
        "工作",
        "部门",
        "政府",
        "事项",
        "问题",
        "全市",
        "全县",
        "全区",
        "负责",
        "负责人",
        "行政机关",
        "行政执法",
        "单位",
        "服务",
        "管理",
        "信息",
        "重大",
        "决定",
        "行政处罚",
        "处罚",
        "许可",
        "群众",
        "企业",
        "监督",
    ]
)
_ALSO = {"参考": "实考", "参学": "实学"}  # 应考486人,实考479人,参考率
_ENDING = expression(r"(?:占比|比例|比重|率)(?:为|达到?)?$")
DUE = expression(
    r"通知[^,;]{0,10}出庭(?:应诉)?的?$|^(?:全[市县区省])?应(?:由|当)[^,;]{2,20}$|^(?:应(?![诉急])|须|需|计划)[^,;]{0,6}$|应(?![诉急])[一-龥]{1,2}$"
)
_TURNED = frozenset({"回收"})
_TASK = expression(r"(?:年度|年初|下达|计划)的?(?:任务|目标|计划|指标)(?:数|量)?为?$")
_LEFT = expression(r"(?:其余|剩余|余下|仍有|尚有|还有|另有|未|不)[^,;]{0,6}$")
RAISED = expression(r"^(?:提高|提升|上升|增长|增加|下降|降低|减少|降|增|升)(?:到|至|为)$")
_FROM_LEVEL = expression(r"(?:由|从)[^,;]{0,10}$")
_WHICH = ("前", "后", "头")  # 前两批合格率
_CLAUSE = expression("[,;。:、]")
_ENDED = expression(r"^[^,;]{0,8}(?:到|至)(?:(?:今年|本年|当年|年|目前|现在)?(?:末|底|初)?的?)?$")


def stem_of(group: Sequence[Frame], i: int) -> str | None:
    """The name of a rate without 率; of the level after a change (占比由19.4%提高至27.0%) the name before it."""
    label = group[i].label
    if i and RAISED.search(label) and group[i - 1].unit_class == "percent":
        label = _FROM_LEVEL.sub("", group[i - 1].label)
        label = label or _FROM_LEVEL.sub("", _CLAUSE.split(group[i - 1].gap)[-1])  # 达标率由2022年的80.4%提高到
    named = RATE_NAME.search(label)
    if named is None or _CHANGE.search(label[named.end(1) :]):
        return None
    stem = core_of(expression(r"(?:的?比率|率|占比|比例|比重)$").sub("", named[1]))
    turned = stem[::-1] if stem in _TURNED else stem  # 收回486份,回收率97.2%
    return turned if i and group[i - 1].label.endswith(turned) else stem


def numerators_of(story: Story, group: Sequence[Frame], i: int, stem: str) -> list[Frame]:
    """The figures that the rate's name names, the nearest first; those right after the rate last."""
    subject = _ENDING.sub("", group[i].label)
    stem = _ALSO.get(stem, stem)
    called = [f for f in group[:i] if f.label == subject != group[i].label and f.unit_class not in RATES]
    if len(called) == 1 and len(subject) > 1:
        return called  # 抽检24600批次,不合格578批次,不合格率2.35%
    found: list[Frame] = []
    candidates = list(reversed(group[:i]))[:8]
    following = group[i + 1] if i + 1 < len(group) and group[i + 1].parted <= 2 else None
    label = following.label.strip() if following is not None else ""
    if following is not None and (label.startswith(stem[:2]) if label else stem in following.tail[:8]):
        candidates.append(following)
    for frame in candidates:
        if frame.unit_class in RATES or is_compared(frame) or frame.quantity.hedge:
            continue
        if (
            _TASK.search(frame.label)
            or STARTED.search(frame.label)
            or (_LEFT.search(frame.label) and not (stem[0] in "不未" and stem in frame.label))
            or DUE.search(frame.label)
            or frame.label.endswith(_WHICH)
        ):
            continue
        name = core_of(named_before(group, frame) + story.known.get(frame.start, "") + frame.tail[:6])
        piece = shared_piece(stem, name)
        beside = frame is group[i - 1] and (frame.parted >= 2 or _ENDED.search(frame.label))
        near = beside and not is_denied(stem, name)
        if near and 1 < len(stem) < 4 and names_same(stem, name):
            return [frame]
        if not piece or piece in _GENERIC or is_denied(piece, name) or (stem[0] in "不未" and piece == stem[1:]):
            continue
        if piece == stem or not _QUALIFIED.search(stem):
            found.append(frame)
    named = [f for f in found if names_same(stem, core_of(named_before(group, f) + f.tail[:6]))]
    return [*named, *(f for f in found if f not in named)]


def named_before(group: Sequence[Frame], frame: Frame) -> str:
    """The words of the clause before a figure; where it ends a change (由36份上升到54份), those before the change too."""
    at = group.index(frame)
    if at and _ENDED.search(frame.label):
        return group[at - 1].gap[-24:] + frame.gap[-24:]
    return frame.label[-24:] if len(core_of(frame.label)) > 1 else frame.gap[-24:]


def right_before(group: Sequence[Frame], i: int, stem: str) -> Frame | None:
    """The count in the clause before a rate whose name names none."""
    if not i or group[i].parted != 2:
        return None
    frame, qualified = group[i - 1], _QUALIFIED.search(stem)
    if qualified and not (frame.label.startswith(qualified[0]) and i > 1 and DUE.search(group[i - 2].label)):
        return None  # but of 应报送5832张,按时报送5806张,按时上报率99.55% it is clear
    whole = frame.unit_class not in RATES and not frame.quantity.hedge and not is_compared(frame)
    return frame if whole and not _TASK.search(frame.label) else None
