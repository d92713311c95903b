"""What cannot be: a bracket that takes in more than there is, a share of more than all."""

from __future__ import annotations

from collections.abc import Iterator

from checker.figures.build import operand, shown
from checker.figures.numerals import is_slip, plain_decimal
from checker.figures.reading import Frame
from checker.figures.relate.lists import is_compared
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.record import replace
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
# 办结5208件。办结件中网上办理5579件
_NAMED = expression(r"^(?:在|从)?(?P<whole>[^,;:。、中]{2,8}?)(?:的)?(?:案?件|申请|事项|问题|纠纷)中(?=[一-龥]{2})")
_NEAR = 2  # sentences
_FAR = 4
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
    first = next(iter(sentence.at()), None)
    name = whole_named(first) if first is not None else ""
    if first is not None and name and not sentence.plan:
        wholes = story.resolve(name, first.unit_class, sentence, first.index, reach=_NEAR)[:1]
        near = (w for w in wholes if _is_beyond(w, first) and not first.quantity.hedge)
        yield from (replace(_relation(story, first, w), binding=Binding.INFERRED) for w in near if _is_slip(w, first))


def whole_named(part: Frame) -> str:
    """What the words before a figure say that it is of (办结件中网上办理); empty where they say nothing."""
    named = _NAMED.match(part.gap)
    return named["whole"] if named is not None else ""


def _is_slip(whole: Frame, part: Frame) -> bool:
    """Whether a part is beyond its whole by no more than a mistake of the hand makes it."""
    near = part.quantity.value * _FAR <= whole.quantity.value * (_FAR + 1)
    return near or is_slip(plain_decimal(whole.quantity.value), plain_decimal(part.quantity.value))


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
