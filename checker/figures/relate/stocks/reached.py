"""What was there, what came, and what there is now, told in passing; only agreement is told, but behind a bracket."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.figures.build import Sum, operand, shown
from checker.figures.names import shared_piece
from checker.figures.numerals import is_swap
from checker.figures.reading import Frame
from checker.figures.relate.lists import exact_counts, is_compared
from checker.figures.relate.repeats.restated import name_of
from checker.figures.relate.stocks.holdings import RULE as CARRIED
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

RULE = "figures.difference"

_CAME = expression(
    r"新增|新接收|新建|新聘|选聘|新招|新设|新立|新领|新发|新添|再增|再建|增加|增设|增补|扩建|招录|录用|建成|购置"
)
_WENT = expression(r"注销|收回|退回|解除|移出|退出|关停|整合|撤销|取消|减少|核减|调出|流失|拆除|报废|淘汰|退役|吊销")
_REACHED = expression(r"(?:达到?|增至|增加到|减至|减少到|降至|总数为|共有|累计有|增长到)$")
_RISEN = expression(r"(?:增加|增长|上升|扩大|扩充|减少|精简|压减|压缩|下降|降|增|减|扩)(?:到|至)$|^达到?$")
_STARTED = expression(r"(?:由|从)[^,;]{0,8}的?$")
_BALANCE = expression(r"结余(?:资金|额)?(?:为|达)?$")
_AT_START = expression(r"^(?:年初|期初|上年末?|上年底|去年末?)(?:累计|滚存)?(?:结余|结存|余额)")
_AT_END = expression(r"^(?:(?:年末|年底|期末|滚存)(?:累计|滚存)?|累计)(?:结余|结存|余额)")
_OF_TERM = expression(r"^(?:当期|当年|本年度?|本期|年度|收支)(?:收支)?(?:结余|盈余)")
_NEAR = 5
_FORMER = expression(
    r"^(?:年初|上年[末底]|去年[末底]|期初|原|原来)(?:在册|为|有|共)?(?P<name>[^,;]{0,8}?)(?:的?为|有)?$"
)
_AT_YEAR = expression(r"^(?:20\d\d年[末底初]|上年度?[末底]|去年[末底]|年初)(?:为|有|共|仅)?$")
_NET = expression(r"净[增减]$")


def reached(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """All such triples of a sentence."""
    group = exact_counts(sentence.at())
    for i, frame in enumerate(group):
        alike = [f for f in group[:i] if f.unit_class == frame.unit_class]
        if not alike:
            continue
        if _BALANCE.search(frame.label):
            yield from _balance(story, alike, frame, group[:i])
            yield from _carried_on(story, [*alike, frame])
        elif _NET.search(frame.label):
            yield from _net(story, alike, frame)
        elif alike[-1] is group[i - 1] and _RISEN.search(frame.label) and _STARTED.search(alike[-1].label):
            yield from _between(story, alike[:-1], alike[-1], frame)
        elif alike[-1] is group[i - 1] and _REACHED.search(frame.label) and _moved(alike[-1]):
            former = list(_with_former(story, sentence, alike[-1], frame)) if _CAME.search(alike[-1].label) else []
            yield from former or _since(story, sentence, alike[-1], frame)
        elif i > 1 and len(alike) > 1 and (_before_now(frame) or _is_former(alike[0], frame)):
            yield from _between_now(story, alike, frame)


def _moved(frame: Frame) -> bool:
    return bool(_CAME.search(frame.label) or _WENT.search(frame.label))


def _balance(story: Story, alike: Sequence[Frame], left: Frame, before: Sequence[Frame]) -> Iterator[Relation]:
    """总收入2418.6亿元、总支出2263.9亿元,当期结余154.7亿元; one that misses by much is of another account."""
    income = next((f for f in reversed(alike) if expression("收入$").search(f.label)), None)
    spent = next((f for f in reversed(alike) if expression("支出$").search(f.label)), None)
    if income is None or spent is None or income.start > spent.start or spent is not alike[-1]:
        return
    difference = income.quantity.interval - spent.quantity.interval
    if difference.meets(left.quantity.interval):
        yield difference_of(story, income, spent, left)
    elif _OF_TERM.match(left.label) and list(before[-2:]) == [income, spent]:
        reading = Sum(income, (spent, left))
        if abs(reading.value - _value(income)) * _NEAR <= _value(income) or reading.is_miswritten(3):
            yield reading.relation(story, RULE, Binding.INFERRED, kind=RelationKind.DIFFERENCE)


def _carried_on(story: Story, alike: Sequence[Frame]) -> Iterator[Relation]:
    """年初累计结余8.47亿元,当期结余1.12亿元,年末累计结余9.59亿元; what fails is told where one slip explains it."""
    found = [[f for f in alike if told.match(f.label)] for told in (_AT_START, _OF_TERM, _AT_END)]
    if any(len(frames) != 1 for frames in found) or alike[-1] not in (frames[0] for frames in found):
        return
    (start,), (term,), (end,) = found
    reading = Sum(end, (start, term))
    if reading.fits or reading.is_miswritten(2):
        binding = Binding.STATED if reading.fits else Binding.INFERRED
        yield reading.relation(story, CARRIED, binding, kind=RelationKind.CARRY_OVER)


def _net(story: Story, alike: Sequence[Frame], net: Frame) -> Iterator[Relation]:
    """新增45家、移出12家,…净增33家"""
    came = next((f for f in alike if _CAME.search(f.label)), None)
    went = next((f for f in alike if _WENT.search(f.label)), None)
    if came is not None and went is not None and abs(_value(came) - _value(went)) == _value(net):
        yield difference_of(story, came, went, net)


def _between(story: Story, alike: Sequence[Frame], before: Frame, after: Frame) -> list[Relation]:
    """新建21座,…由312座增加到333座"""
    moved = [f for f in alike if _moved(f) and _value(f) == abs(_value(after) - _value(before))]
    return [difference_of(story, after, before, f) for f in moved[-1:]]


def _with_former(story: Story, sentence: Sentence, came: Frame, now: Frame) -> Iterator[Relation]:
    """新设8个,全区累计达到37个(2023年底为29个): more than both together there cannot be; fewer, where some were closed."""
    former = [f for f in sentence.inside(now) if f.unit_class == now.unit_class and _AT_YEAR.match(f.label)]
    reading = Sum(now, (former[0], came)) if len(former) == 1 else None
    if reading is None:
        return
    swapped = any(is_swap(old, new) for old, new in reading.meant())
    if reading.fits or swapped or not reading.exceeds:
        yield reading.relation(story, CARRIED, Binding.INFERRED, kind=RelationKind.CARRY_OVER)


def _before_now(frame: Frame) -> bool:
    """Whether a figure is the stock of the year before (比上年末的370个)."""
    return bool(expression(r"(?:比|较)(?:上年|去年|20\d\d年)?(?:年)?(?:初|末|底)的$").search(frame.label))


def _is_former(now: Frame, frame: Frame) -> bool:
    """Whether a figure is the stock of what was told first (在用账号27个,年内注销8个,年初在用35个)."""
    told = _FORMER.match(frame.label)
    return told is not None and not _moved(now) and bool(not told["name"] or shared_piece(told["name"], now.label))


def _between_now(story: Story, alike: Sequence[Frame], before: Frame) -> Iterator[Relation]:
    """政务新媒体312个,关停整合58个,比上年末的370个减少: what is there now, what went, what was there."""
    now = alike[0]
    moved = [f for f in alike[1:] if _moved(f) and _value(f) == abs(_value(now) - _value(before))]
    if moved:
        yield difference_of(story, now, before, moved[-1])


def _since(story: Story, sentence: Sentence, moved: Frame, now: Frame) -> Iterator[Relation]:
    """新建2处,达到10处: the eight that there were are told before, under a name of the same words."""
    before = _value(now) - _value(moved) * (1 if _CAME.search(moved.label) else -1)
    name = moved.label + now.label
    for other in (sentence, *story.earlier(sentence)):
        for frame in reversed(other.at()):
            same = frame.unit_class == now.unit_class and _value(frame) == before and frame.start < moved.start
            if (
                same
                and not is_compared(frame)
                and len(shared_piece(name, name_of(story, other, frame).replace("|", ""))) > 1
            ):
                yield difference_of(story, now, frame, moved)
                return


def _value(frame: Frame) -> Fraction:
    return frame.quantity.value


def difference_of(story: Story, after: Frame, before: Frame, change: Frame) -> Relation:
    """What two levels differ by, as a relation that holds."""
    high, low = (after, before) if _value(after) >= _value(before) else (before, after)
    equation = f"{shown(high.quantity)} - {shown(low.quantity)} = {shown(change.quantity)}"
    operands = (
        operand(story, after, Role.AFTER),
        operand(story, before, Role.BEFORE),
        operand(story, change, Role.CHANGE),
    )
    return Relation("", RelationKind.DIFFERENCE, Truth.HOLDS, Binding.INFERRED, RULE, equation, operands)
