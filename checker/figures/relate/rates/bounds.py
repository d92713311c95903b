"""What cannot be: a bracket that takes in more than there is, a share of more than all."""

from __future__ import annotations

from collections.abc import Iterator

from checker.figures.build import operand, shown
from checker.figures.reading import Frame
from checker.figures.relate.lists import is_compared
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

RULE = "figures.bound"

_ALL = 100
# 含上年结转120件: what was taken over may be counted apart from what came in.
_TAKEN_IN = expression(
    r"^(?:含|包含|包括|其中含)(?!在|于|入)(?![^,;。]*(?:结转|上年|往年|历年|累计|旧存|遗留|以前|余|各))[^,;。]*$"
)
# Rates of things done against all such things; 完成率, 增长率, 结案率 and 到位率 may well exceed 100%.
_SHARE = expression(
    r"(?:合格|满意|通过|优秀|优良|参训|持证|出庭|应诉|败诉|胜诉|纠错|维持|公开|答复|回复|反馈|采纳|知晓|联网|准确|及格|入库|有效|及时|"
    r"不合格|投诉|信访|发案|案件占)率(?:为|是|达|达到|仅|仅为)?$"
)
_AGAINST = expression("计划|任务|目标|指标|预算|预期|年初|上年|去年|同比|比例为")


def bounds(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """普通程序7067件(含快速办理9351件); 入库率101.8%."""
    for frame in sentence.frames:
        if frame.depth and not frame.parted and _TAKEN_IN.match(frame.label):
            owner = next((f for f in sentence.frames if f.index == frame.owner), None)
            if owner is not None and _is_beyond(owner, frame):
                yield _relation(story, frame, owner)
        elif frame.unit_class == "percent" and frame.quantity.value > _ALL and _SHARE.search(frame.label):
            told = frame.quantity.interval.low is not None and frame.quantity.interval.low > _ALL
            if told and not frame.quantity.hedge and not _AGAINST.search(sentence.text):
                yield _relation(story, frame)


def _is_beyond(whole: Frame, part: Frame) -> bool:
    exact = whole.quantity.interval.is_exact and part.quantity.interval.is_exact
    alike = whole.unit_class == part.unit_class and not is_compared(whole)
    return exact and alike and part.quantity.value > whole.quantity.value > 0


def _relation(story: Story, part: Frame, whole: Frame | None = None) -> Relation:
    most = shown(whole.quantity) if whole is not None else f"{_ALL}%"
    above = (operand(story, whole, Role.TOTAL),) if whole is not None else ()
    operands = (*above, operand(story, part, Role.PART if whole is not None else Role.RATE))
    equation = f"{shown(part.quantity)} > {most}"
    return Relation("", RelationKind.BOUND, Truth.VIOLATED, Binding.STATED, RULE, equation, operands)
