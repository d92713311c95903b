"""The same figure stated again: 全县23个乡镇, 58名执法人员, one label twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from checker.figures.build import is_slip_of, operand, shown
from checker.figures.names import core_of
from checker.figures.numerals import is_swap, plain_decimal
from checker.figures.reading import Frame
from checker.figures.relate.lists import RATES, is_compared
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

RULE = "figures.repeated"

WHOLE_AREA = expression(
    r"(?:全市|全县|全区|全镇|全乡|全省|全州|辖区|全街道|全系统|全局|我市|我县|我区|我镇|全部|所有|(?:[全我][市县区镇乡省州])?(?:现|共|下|管)?辖)(?:共有?|现有|共)?$"
)
_SUMS_UP = ("共", "共有", "合计", "共计")
# 全市 and 我市 are one area, 全市 and 全区 are two; 全部 and 辖 may be any.
AREA = expression("(?<=[全我])[市县区镇乡省州]")
PLACES = expression(
    r"^(?:个|家)?(?:行政)?(?:村|社区|乡镇|镇街|街道|县|区|市|领域|执法领域|镇|乡|司法所|部门|单位)"
    r"(?!场|民|域|直|政府|级|属|委|管|卫生|服务|中心|矫正|工作|居民|医|养老|规章|文件)"
)
_RANKS = frozenset({"镇", "乡", "街道", "乡镇", "镇街", "镇街道", "村", "社区", "县", "区", "市"})
_BARE = expression(r"|对|组织|由|全部|这|上述|将|所有|轮训|对全部|对上述|我局|全局|每名|实现|覆盖|剩余|其中")
_EVERY = expression(r"全部|均|都|全员|全覆盖|所有")
_ALL_DONE = expression(
    r"^(?:已|全部|均|共|按期|按时|实际|收到)*(?:(?:负责人|本人)?出庭(?:应诉)?|作出(?:行政)?处罚(?:决定)?|(?:整改)?(?:反馈|回函|复函)|办结|办复|答复|回复|整改|审结|结案|完成|化解|办理|落实|销号|反馈)(?:到位)?$"
)
_ALL_DO = expression(r"^(?:均|全部|都|已全部|全员)")
_WIDER = expression(r"\([^()\d]{1,12}\)")  # 12个镇街(其中镇4个…) are no more than that
_AND_MORE = expression(
    r"(?:\([^()]{1,12}\))?(?:[、和与]|以?及)(?:[省市县区]直|[市县区]级|部门|单位|机关|乡镇|镇街?|街道)|^[^,;。]{0,4}(?:进驻|入驻)"
)
_YEAR = expression(r"^(?:20\d\d年|全年|本年)度?,?")
_WHOLE_NAME = 8  # characters
_LONG = 1000
OF_THEM = expression("^[对在将把]|的$")
_SHORT_NAME = 4  # characters
_TELLING = 100
_LISTED = 4  # figures
_WHOLE_OF = expression(r"实现|覆盖|全体|全部")
_TOUCHED = expression("涉及|来自|分布|惠及|派驻|设在")  # 涉及我市6个县区局: some of them


def repeats(story: Story) -> Iterator[Relation]:
    """All figures that the text takes up again."""
    totals: list[Frame] = []
    for sentence in story.sentences:
        earlier = totals[-80:]
        for frame in sentence.at():
            if (
                frame.unit_class in RATES
                or frame.quantity.hedge
                or is_compared(frame)
                or (sentence.plan and not totals)
                or frame.unit_class.startswith("duration")
            ):
                continue
            yield from _of_the_whole(story, sentence, frame, earlier)
            yield from _same_people(story, sentence, frame)
            yield from _all_of_them(story, sentence, frame)
            if (PLACES.match(frame.tail) or WHOLE_AREA.search(frame.label)) and not _is_of_several(story, frame):
                totals.append(frame)


def same_labels(story: Story) -> Iterator[Relation]:
    """One name twice in the report: equal values are told; values that differ by one slip of the hand are asked about."""
    seen: dict[tuple[str, str], list[tuple[int, Frame]]] = {}
    for sentence in story.sentences:
        if sentence.plan:
            continue
        for frame in sentence.at():
            name = core_of(story.label(frame))
            plain = frame.quantity.interval.is_exact and frame.quantity.value > _TELLING and not is_compared(frame)
            plain = plain and not is_of_coming_year(story, sentence, frame)
            if not plain or len(name) < 2 or frame.unit_class in RATES:
                continue
            earlier = seen.setdefault((name[-2:], frame.unit_class), [])
            yield from _twice(story, sentence, frame, earlier[-6:])
            earlier.append((sentence.line, frame))


def is_of_coming_year(story: Story, sentence: Sentence, frame: Frame) -> bool:
    """2024年,适老化改造计划1000户, in a report on 2023, whatever chapter tells it."""
    coming = f"{story.report_year + 1}年" if story.report_year is not None else "明年"
    return coming in story.text[sentence.span.start : frame.start].rpartition(";")[2]


def _twice(story: Story, sentence: Sentence, frame: Frame, earlier: Sequence[tuple[int, Frame]]) -> Iterator[Relation]:
    others = [f for line, f in earlier if line != sentence.line]
    same = next((f for f in others if f.quantity.value == frame.quantity.value), None)
    if same is not None:
        yield told_twice(story, same, frame, Binding.INFERRED)
        return
    name = core_of(story.label(frame))
    named = [f for f in others if core_of(story.label(f))[-6:] == name[-6:]]
    alike = len(named) == 1 and _digits(named[0]) == _digits(frame)  # 1418件 and 118件 may well be of two things
    told = len(name) > _SHORT_NAME or (len(name) > 3 and frame.quantity.value >= _LONG)  # 调解成功142件: of whatever
    if told and alike and is_slip_of(named[0], frame.quantity.value):
        yield misstated_as(story, named[0], frame)


def _digits(frame: Frame) -> int:
    return len(plain_decimal(frame.quantity.value))


def is_near(a: Frame, b: Frame) -> bool:
    """Whether two values differ by so little that they are likelier the same thing than two things, or by digits that changed places."""
    first, second = a.quantity.value, b.quantity.value
    return abs(first - second) * 4 <= max(first, second) or is_swap(plain_decimal(first), plain_decimal(second))


def stated_before(story: Story, sentence: Sentence, frame: Frame, name: str) -> list[Frame]:
    """The figures with this name before the sentence; the first statement in the report first."""
    found = story.resolve(name, frame.unit_class, sentence, 0, reach=40)
    return sorted((f for f in found if f.start < frame.start), key=lambda f: f.start)


def _of_the_whole(story: Story, sentence: Sentence, frame: Frame, totals: Sequence[Frame]) -> Iterator[Relation]:
    """全县23个乡镇 again; a part of them may be named, but not more than there are."""
    place = PLACES.match(frame.tail)
    if place is None:
        if _WHOLE_OF.search(frame.label) and "全覆盖" in frame.tail:
            yield from _covering_all(story, sentence, frame)
        return
    if _is_of_several(story, frame):
        return
    for earlier in totals:
        if earlier.unit_class != frame.unit_class or not _same_thing(earlier, frame):
            continue
        if is_widened(story, earlier) != is_widened(story, frame):
            continue
        if earlier.quantity.value == frame.quantity.value:
            yield told_twice(story, earlier, frame, Binding.INFERRED)
            return
        if _in_one_area(story, earlier, frame) and not _is_sum_of(story, earlier, frame):
            yield told_twice(story, earlier, frame, Binding.INFERRED)
            return


def _in_one_area(story: Story, whole: Frame, again: Frame) -> bool:
    """Whether a count is told of all of an area, and the other of the same or of more than it has."""
    stated, whole = whole.quantity.value, _opener(story, whole) if whole.label in _SUMS_UP else whole
    all_of, also = WHOLE_AREA.search(whole.label), WHOLE_AREA.search(again.label)
    if all_of is None or _TOUCHED.search(whole.label):
        return False
    if also is None:
        return again.quantity.value > stated
    areas = {found[0] for found in map(AREA.search, (all_of[0], also[0])) if found is not None}
    named = whole.label[: all_of.start()], again.label[: also.start()]
    return len(areas) < 2 and (len(core_of(named[0])) < 2 or named[0] == named[1])


def _opener(story: Story, whole: Frame) -> Frame:
    """我镇辖14个行政村、2个社区,共16个村(社区): the count that tells whose all of them are."""
    where = story.sentence_at(whole.start)
    before = [f for f in where.at() if f.start < whole.start and f.unit_class == whole.unit_class] if where else []
    return next((f for f in before if WHOLE_AREA.search(f.label)), whole)


def _is_sum_of(story: Story, first: Frame, again: Frame) -> bool:
    """辖17个行政村、3个社区…20个村(社区): whether the figure takes in what the first is listed with."""
    where = story.sentence_at(first.start)
    listed = [f for f in where.at() if f.start >= first.start and f.unit_class == first.unit_class] if where else []
    return again.quantity.value in accumulate(f.quantity.value for f in listed[:_LISTED])


def _covering_all(story: Story, sentence: Sentence, frame: Frame) -> Iterator[Relation]:
    """实现146名持证人员全覆盖: as many as there are in all."""
    name = frame.tail.partition("全覆盖")[0]
    found = [f for f in stated_before(story, sentence, frame, name) if f.quantity.interval.is_exact]
    same = next((f for f in found if f.quantity.value == frame.quantity.value), None)
    near = [f for f in found if is_near(f, frame)]
    if same or near:
        yield told_twice(story, same or near[0], frame, Binding.INFERRED)


def _same_people(story: Story, sentence: Sentence, frame: Frame) -> Iterator[Relation]:
    """58名执法人员 again: the noun behind the figure names one that was stated as a whole before."""
    bare = bool(_BARE.fullmatch(frame.label.strip(" ,")))
    if frame.parted == 1 or len(frame.label) > 8:
        return
    noun = expression(
        r"[一-龥]{2,10}?(?=参加|承接|要|将|全部|均|都|进行|开展|实行|的|中|取得|公安|案件|$)|[一-龥]{2,8}"
    ).match(frame.tail)
    if noun is None or len(core_of(noun[0])) < 2:
        return
    found = [f for f in stated_before(story, sentence, frame, noun[0][:8]) if f.quantity.interval.is_exact]
    same = next((f for f in found if f.quantity.value == frame.quantity.value), None)
    if same is not None and (bare or len(core_of(noun[0])) > 2):
        yield told_twice(story, same, frame, Binding.INFERRED)
    elif bare and len(found) == 1 and is_near(found[0], frame) and _EVERY.search(frame.label + frame.tail):
        yield told_twice(story, found[0], frame, Binding.INFERRED)


def _all_of_them(story: Story, sentence: Sentence, frame: Frame) -> Iterator[Relation]:
    """受理申请57件,答复57件; 班子成员7名,7名全部述法: what fails is told of 制定文件5件,6件全部报备, right beside it."""
    done = frame.parted > 1 and (_ALL_DONE.match(frame.label) or (not frame.label and _ALL_DO.match(frame.tail)))
    before = [f for f in sentence.at() if f.start < frame.start and f.unit_class == frame.unit_class] if done else []
    wholes = (f for f in before if f.parted != 1 and f.quantity.interval.is_exact and not is_compared(f))
    same = next((f for f in wholes if f.quantity.value == frame.quantity.value), None)
    if same is not None:
        yield told_twice(story, same, frame, Binding.INFERRED)
    elif not frame.label and len(before) == 1 and _ALL_DO.match(frame.tail):
        last = next(f for f in reversed(sentence.at()) if f.start < frame.start)
        if last is before[0] and last.parted != 1 and frame.parted == 2 and _are_plain_and_near(last, frame):
            yield told_twice(story, last, frame, Binding.INFERRED)


def _are_plain_and_near(stated: Frame, again: Frame) -> bool:
    return stated.quantity.interval.is_exact and not is_compared(stated) and is_near(stated, again)


def _same_thing(a: Frame, b: Frame) -> bool:
    """Whether two counts name the same things by the noun behind them."""
    first, second = _noun(a), _noun(b)
    if first != second and {first, second} <= _RANKS:
        return False  # 9个镇, 12个镇街
    return bool(first) and bool(second) and (first == second or first in second or second in first)


def is_widened(story: Story, frame: Frame) -> bool:
    """Whether a bracket takes more in (18个乡镇(街道)) than the noun says."""
    return _WIDER.match(story.text, frame.span.end + len(_noun(frame))) is not None


def _is_of_several(story: Story, frame: Frame) -> bool:
    """47个乡镇(街道)和县直部门: whether the count is of two kinds together."""
    return _AND_MORE.match(story.text, frame.span.end + len(_noun(frame))) is not None


def _noun(frame: Frame) -> str:
    match = expression(r"(?:行政|执法)?[一-龥]{1,3}").match(frame.tail)
    place = PLACES.match(frame.tail)
    return place[0].lstrip("个家").removeprefix("执法") if place else (match[0] if match else "")


def told_twice(story: Story, stated: Frame, again: Frame, binding: Binding) -> Relation:
    """One thing stated twice, whether its values agree or not."""
    holds = stated.quantity.interval.meets(again.quantity.interval)
    return restated_as(story, stated, again, binding, holds=holds)


def restated_as(story: Story, stated: Frame, again: Frame, binding: Binding, *, holds: bool) -> Relation:
    """One thing stated twice, by the same value or another."""
    equation = f"{shown(stated.quantity)} {'=' if holds else '≠'} {shown(again.quantity)}"
    operands = (operand(story, stated, Role.STATED), operand(story, again, Role.RESTATED))
    truth = Truth.HOLDS if holds else Truth.VIOLATED
    return Relation("", RelationKind.REPEATED_METRIC, truth, binding, RULE, equation, operands)


def _is_recalled(name: str, label: str, tail: str) -> bool:
    """办理行政处罚案件2416件…全年办理的2461件行政处罚案件中: whether label and noun say the whole name, or how it ends."""
    own, noun = core_of(OF_THEM.sub("", label)), expression(r"[一-龥]*?(?=中|$|[^一-龥])").match(tail)
    told = core_of(OF_THEM.sub("", label) + (noun[0] if noun else ""))
    return own == core_of(name) or (len(told) >= _WHOLE_NAME - 2 and core_of(name).endswith(told))


def misstated_as(story: Story, stated: Frame, again: Frame, *, sure: bool = False) -> Relation:
    """One thing stated twice by a slip: for sure where both have one long name, scope and all, or so `sure` says.

    审结7214件…对审结的7124件: or where the second takes the first up, and so many digits leave nothing to chance.
    """
    name, other = (_YEAR.sub("", story.label(f)) for f in (stated, again))
    swapped = is_swap(plain_decimal(stated.quantity.value), plain_decimal(again.quantity.value))
    whole = len(core_of(name)) >= _WHOLE_NAME and name == other
    taken_up = stated.quantity.value >= _LONG and other.endswith("的") and _is_recalled(name, other, again.tail)
    sure = sure or (swapped and (whole or taken_up))
    return restated_as(story, stated, again, Binding.STATED if sure else Binding.INFERRED, holds=False)
