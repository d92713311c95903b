"""What the text itself tells of the gap between parts and whole: 共计836件,27件投诉举报同一事项合并登记, of 641 and 222."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from checker.figures.reading import Frame
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Role

_BEHIND, _AROUND = 44, 26  # characters behind the figures in which a remark may stand, and around its number
_CLAUSE = expression(r"[,;:。()\n]")
_EXPLAINS = expression(
    "兼|跨|重复|合并|并入|并案|替代|冲减|含|计入|列入|未计|不计|去掉|同一|同件|同时|两边|两批|两(?:个?方面|种|类|项|者)|共性|先[由经后]|重新|(?<!结)转(?!入)|恢复|空缺|扣|剔|退|尚未|未到|不纳入|另|加上|也[作在有]|共同|只计|除外|撤回|"
    "部分|双重|其余|未涉及|未提交|由上级|又|多头|交叉|调解|不足|未申|不予|不受理"
)
_TAKES_IN = expression(r"\(含(?P<name>[^()]{2,10})\)$")  # 当天调成的285件,三日内调成的(含当天)511件
_AT_START, _AT_END = expression("年初|期初|上年(?:末|度?结转|未结)|旧存"), expression("年末|年底|期末|未结|结转")
_SUMMED = expression("之和|相加|加总|累加")  # 因此类型数之和为158,多于147
_IN, _OUT = frozenset({Role.OPENING, Role.RECEIVED}), frozenset({Role.CLOSED, Role.CLOSING})


def tells_the_gap(story: Story, frames: Sequence[tuple[Role, Sentence, Frame]]) -> bool:
    """Whether a figure beside those of a sum or a balance is just what they miss, in words that say why."""
    figures = [frame for _, _, frame in frames]
    if any(_takes_in_another(story, frame, figures) for frame in figures):
        return True
    gap = abs(_balance(frames))
    first, last = min(f.start for f in figures), max(f.quantity.span.end for f in figures)
    first, end = max(first, last - 4 * _BEHIND), last + _BEHIND
    starts = {f.start for f in figures}
    near = {id(s): s for _, s, _ in frames}
    following = story.last_before(end)
    beside = [*near.values(), *([following] if following is not None and id(following) not in near else [])]
    others = [f for s in beside for f in s.frames if first <= f.start <= end and f.start not in starts]
    together = sum((f.quantity.value for role, _, f in frames if role is Role.PART), Fraction(0))
    stocks = [f for s in near.values() for f in s.at() if f.start not in starts]
    if gap > 0 and any(_balances(f, gap, stocks) for f in stocks):
        return True
    return gap > 0 and any(
        (f.quantity.value == gap and _says_why(story, f))
        or (f.quantity.value == together and _SUMMED.search(f.label) is not None)
        for f in others
    )


def _balances(opening: Frame, gap: Fraction, others: Sequence[Frame]) -> bool:
    """年初在办12件,立案236件,销案4件、移送10件、处罚223件,年末在办11件: whether what was there and what is left explain a gap."""
    closing = (f for f in others if _AT_END.match(f.label) and f.start > opening.start)
    return bool(_AT_START.match(opening.label)) and any(
        abs(opening.quantity.value - f.quantity.value) == gap for f in closing
    )


def _takes_in_another(story: Story, frame: Frame, figures: Sequence[Frame]) -> bool:
    """Whether a bracket before a figure says that it takes in another of them."""
    told = _TAKES_IN.search(story.text, max(0, frame.start - _AROUND), frame.start)
    return told is not None and any(told["name"] in f.label for f in figures if f is not frame)


def _balance(frames: Sequence[tuple[Role, Sentence, Frame]]) -> Fraction:
    """What the one side has more than the other."""
    signs = (
        (1 if role is Role.TOTAL or role in _IN else -1, frame.quantity.value)
        for role, _, frame in frames
        if role in (Role.TOTAL, Role.PART, Role.REMAINDER) or role in _IN or role in _OUT
    )
    return sum((sign * value for sign, value in signs), Fraction(0))


def _says_why(story: Story, frame: Frame) -> bool:
    """Whether the words of a figure's own clause tell why it is not counted, or counted twice."""
    end = frame.quantity.span.end
    before = _CLAUSE.split(story.text[max(0, frame.start - _AROUND) : frame.start])[-1]
    return _EXPLAINS.search(before + "|" + _CLAUSE.split(story.text[end : end + _AROUND])[0]) is not None
