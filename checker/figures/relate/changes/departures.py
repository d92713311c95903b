"""A stock that only shrinks: 42项许可事项经取消3项、下放8项、合并减少5项,现存26项,精简比例38.10%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.figures.build import is_slip_of, operand, shown, shown_value
from checker.figures.reading import Frame
from checker.figures.relate.changes.differences import DIFFERENCE, Change, judge
from checker.figures.relate.lists import exact_counts
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

_LEAVES = expression(
    r"^(?:其中)?(?:[,:])?(?:经|通过|已|拟|再|予以|依法|共|先后)*(?:取消|下放|合并|整合|停止实施|转移|剔除|撤销|撤并|划转|划出|移交|移出|核减|精简|压减|暂停|"
    r"删除|调出|退出|清退|清理|注销|废止|关停|关闭|淘汰|报废|拆除|减少)(?:减少|掉|了|出|实施)?$"
)
_LEFT = expression(
    r"^(?:最终|最后|目前|现|实|尚|还|仍|调整后|精简后|清理后|整合后|年末|年底)*(?:现存|现有|现行|现剩|剩余|剩下|余下|保留|尚存|仍有|实有|实存|还有|存|有|剩|余|为)[^,;、]{0,4}$"
)
_STARTS = expression(r"原有|原来|原共?|[清精整合调]理?[理简合整]前|改革前|年初|期初|上年末|现行")
_GOES_THROUGH = expression(r"^[一-龥]{0,12}(?:经|通过)[一-龥]{0,6}$")
_REDUCED_BY = expression(r"^(?:精简|压减|压缩|削减|缩减|减少|瘦身)(?:比例|幅度|率|比率)?(?:为|达到?|了|约)*$")
_FEWEST = 2  # departures


def departures(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """Each such stock of a sentence, with the rate by which it shrank where that is told behind."""
    group = sentence.at()
    counts = exact_counts(group)
    for i, end in enumerate(counts):
        if i < _FEWEST + 1 or not _LEFT.match(end.label) or end.parted < 2:
            continue
        gone = _gone(counts[:i], end)
        at = i - len(gone) - 1
        start = counts[at] if at >= 0 else None
        if start is None or len(gone) < _FEWEST or start.unit_class != end.unit_class or not _opens(start, gone[0]):
            continue
        left = start.quantity.value - sum((f.quantity.value for f in gone), Fraction(0))
        value = end.quantity.value
        if left == value or is_slip_of(end, left) or abs(left - value) * 5 <= value:
            yield _relation(story, start, gone, end, left)
        if left == value:
            yield from _rate(story, group, start, end)


def _gone(counts: Sequence[Frame], end: Frame) -> list[Frame]:
    """The departures right before the stock that is left."""
    gone: list[Frame] = []
    for frame in reversed(counts):
        if frame.unit_class != end.unit_class or not _LEAVES.match(_own(frame)):
            break
        gone.append(frame)
    gone.reverse()
    return gone


def _own(frame: Frame) -> str:
    """The words of a figure's own: 许可事项经取消3项 begins with those of the figure before."""
    return frame.gap.rpartition("经")[2].rpartition("通过")[2].lstrip(",、:")


def _opens(start: Frame, first: Frame) -> bool:
    """Whether a stock is told as what there was (原有42项; 42项许可事项经取消…)."""
    return bool(_STARTS.search(start.label) or _GOES_THROUGH.match(start.tail)) and not _LEAVES.match(start.label)


def _relation(story: Story, start: Frame, gone: Sequence[Frame], end: Frame, left: Fraction) -> Relation:
    holds = left == end.quantity.value
    equation = " - ".join(shown(f.quantity) for f in (start, *gone)) + f" = {shown_value(left, end.quantity)}"
    equation += "" if holds else f" ≠ {shown(end.quantity)}"
    operands = (
        operand(story, end, Role.AFTER),
        operand(story, start, Role.BEFORE),
        *(operand(story, f, Role.CHANGE) for f in gone),
    )
    truth = Truth.HOLDS if holds else Truth.VIOLATED
    gap = "" if holds else shown_value(abs(left - end.quantity.value), end.quantity)
    return Relation("", RelationKind.DIFFERENCE, truth, Binding.INFERRED, DIFFERENCE, equation, operands, gap=gap)


def _rate(story: Story, group: Sequence[Frame], start: Frame, end: Frame) -> Iterator[Relation]:
    rate = next((f for f in group if f.start > end.start), None)
    if rate is not None and rate.unit_class == "percent" and rate.parted == 2 and _REDUCED_BY.match(rate.label):
        yield from judge(story, Change(rate, -1), start, end)
