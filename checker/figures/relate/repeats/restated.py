"""One value stated again in other words: told where the value and a name agree, never held against the text."""

from __future__ import annotations

from collections.abc import Iterator

from checker.figures.build import operand, shown
from checker.figures.names import shared_piece
from checker.figures.numerals import telling_digits
from checker.figures.reading import Frame
from checker.figures.relate.lists import RATES, is_compared
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.record import dataclass
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

RULE = "figures.repeated"

_FEW = 10
"""Smaller numbers agree by chance: their names must say more."""
_KEPT = 4
"""How many things of one value are remembered, and how many statements of each."""
# A body, its head and its place are counted alike: 36家单位, 36个单位, 36名负责人.
_ALIKE = frozenset({"unit", "body", "person", "place", "所", "household", "村", "类", ""})
_RANKS = frozenset("省州市县区镇乡村")
_NOUN = expression(r"[^,;:。、()“”《》]{0,10}")
GENERIC = expression(
    r"(?:行政|执法|案件|工作|开展|全部|组织|办理|检查|活动|政府|部门|单位|事项|全年|累计|其中|完成|问题|服务|管理|"
    r"重点|各类|参加|负责|信息|情况|有关|全[县市区省镇]|[县市省]级|年度|建设|培训|法治|新增|实现|作出|决定|处罚|申请|主要|的)+"
)
_SUMMED = expression(r"(?:合计|共|共计|总计)\|")
_UNNAMED = expression(r"^(?:合计|共|共计|总计)$|(?:到|至|为)$")
_WHOLE = expression(r"(?:全[市县区镇省]|实现|全部)$|.*(?:中|全部|均|全覆盖)")


@dataclass(frozen=True, slots=True)
class Thing:
    """A value with the names under which it was stated, and the figures that state it."""

    names: list[str]
    frames: list[Frame]


def restated(story: Story) -> Iterator[Relation]:
    """The figures of one value and one name in sentences of their own, each against those before it."""
    things: dict[tuple[str, object], list[Thing]] = {}
    for sentence in story.sentences:
        for frame in sentence.frames:
            if not _is_telling(frame):
                continue
            unit = "counted" if frame.unit_class in _ALIKE else frame.unit_class
            known = things.setdefault((unit, frame.quantity.value), [])
            name = name_of(story, sentence, frame)
            thing = next((t for t in known if _same(t, name, frame)), None)
            if thing is None:
                known.append(Thing([name], [frame]))
                del known[:-_KEPT]
            elif thing.frames[-1].start < sentence.span.start or _WHOLE.match(frame.label + "|" + frame.tail):
                yield _relation(story, thing, frame)
                thing.names.append(name)
                thing.frames.append(frame)
                del thing.frames[1:-_KEPT], thing.names[1:-_KEPT]


def _is_telling(frame: Frame) -> bool:
    quantity = frame.quantity
    duration = frame.unit_class.startswith("duration") or frame.unit_class in RATES
    return not (duration or quantity.hedge or quantity.value < 2 or is_compared(frame))


def name_of(story: Story, sentence: Sentence, frame: Frame) -> str:
    """What stands before the number and the noun after it; before what a sum or a rise (增加到) names anew, the former."""
    noun = _NOUN.match(frame.tail)
    label = story.label(frame)
    if _UNNAMED.search(label) and frame.index:
        former = sentence.frames[frame.index - 1]
        label = former.label + former.tail + "|" + label
    return label[-24:] + "|" + (noun[0] if noun else "")


def _same(thing: Thing, name: str, frame: Frame) -> bool:
    """Whether a name has a word in common with one under which the value was stated; a telling value needs less."""
    digits = telling_digits(frame.quantity.value)
    if digits > 3 or (digits == 3 and (frame.quantity.truncated or _WHOLE.match(f"{frame.label}|{frame.tail}"))):
        return True
    telling = digits == 3 and frame.unit_class == thing.frames[0].unit_class
    few = frame.quantity.value < _FEW and not _WHOLE.match(f"{frame.label}|{frame.tail}")
    return any(_alike(name, other, 3 if few else 2, telling=telling) for other in thing.names)


def _alike(name: str, other: str, need: int, *, telling: bool) -> bool:
    """Whether two names share a word that closes one of them; for a telling value any word will do, or a sum."""
    piece = shared_piece(name, other).strip("|")
    if telling and (len(piece) > 1 or _SUMMED.search(name) or _SUMMED.search(other)):
        return True
    ends = f"{piece}|" in name + "|" or f"{piece}|" in other + "|"
    named = len(piece) >= (need if ends else 4) and not GENERIC.fullmatch(piece)
    return named or _ranks(name, other) or _ranks(other, name)


def _ranks(name: str, other: str) -> bool:
    """县级98个, 98个县"""
    rank = name.partition("|")[2][:1]
    return rank in _RANKS and f"{rank}级|" in other


def _relation(story: Story, thing: Thing, again: Frame) -> Relation:
    stated = [*thing.frames]
    equation = " = ".join(shown(f.quantity) for f in (*stated, again))
    operands = (
        *(operand(story, f, Role.STATED) for f in stated),
        operand(story, again, Role.RESTATED),
    )
    kind = RelationKind.REPEATED_METRIC
    return Relation("", kind, Truth.HOLDS, Binding.INFERRED, RULE, equation, operands)
