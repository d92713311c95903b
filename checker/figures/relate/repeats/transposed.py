"""A figure stated again under its whole name with two digits that changed places (1742人…1724人)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.figures.names import shared_piece
from checker.figures.numerals import is_swap, plain_decimal
from checker.figures.reading import Frame
from checker.figures.relate.lists import is_averaged, is_compared
from checker.figures.relate.repeats.repeats import misstated_as
from checker.figures.relate.repeats.restated import GENERIC, name_of
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Relation, Truth, operand_starts

_LEAST = 100
_NAME = 4  # characters of a name that hardly two figures have
_RATE = 5  # characters of that of a rate: 办结率 is told of many things
_LONG = 4  # digits
_AROUND, _BEHIND = 40, 12  # characters before and behind a figure
_KEPT = 8  # figures of the same digits that are looked at
_LEAD = expression(
    r"^(?:截至[^,]*,)?(?:[一二三四五六七八九十]是)?(?:[全我][市县区省镇乡州局旗]|全系统|全街道|全年|共|现有|共有)*"
)
_END = expression(r"(?:达到?|为|是|有|共|共有|计)+$")
_NOUN = expression(r"[一-龥]{4,12}?(?=之?中|[全都均已须应]|参加|通过|$)|[一-龥]{4,8}")
_INTENDED = expression(r"力争|力求|争取|确保|目标|将|计划|拟|控制在|以[上内下]|不[低少]于|[提升]至|提高到")
_SCOPE = expression("[级县区镇乡局]|本|部门|单位|其中|类")
_OTHER_TIME = expression(r"上年|去年|前年|同期|20\d\d年|月|季度|以来|累计")


def transposed(story: Story, relations: Sequence[Relation]) -> Iterator[Relation]:
    """Each such figure with the first one of its name; of rates, where relations bear out the first alone."""
    held = operand_starts(r for r in relations if r.truth is Truth.HOLDS)
    known: dict[tuple[str, str], list[tuple[Sentence, Frame]]] = {}
    stated: set[tuple[str, Fraction]] = set()  # 乡镇168人…乡镇持证168人: what was told before is no slip of another
    for sentence in story.sentences:
        for frame in sentence.frames:
            if not _is_plain(sentence, frame):
                continue
            earlier = known.setdefault((frame.unit_class, "".join(sorted(_written(frame)))), [])
            others = [(s, f) for s, f in earlier if s.line != sentence.line]
            told = next((f for _, f in others if _is_again(story, f, frame, held)), None)
            told = told or next((f for s, f in others if _is_of_one_thing(story, s, f, sentence, frame, held)), None)
            again = (frame.unit_class, frame.quantity.value) in stated
            stated.add((frame.unit_class, frame.quantity.value))
            if told is not None and not again:
                yield misstated_as(story, told, frame, sure=_is_one_rate(story, told, frame))
            elif len(earlier) < _KEPT:
                earlier.append((sentence, frame))


def _is_plain(sentence: Sentence, frame: Frame) -> bool:
    value, rate = frame.quantity.value, frame.unit_class == "percent"
    long = frame.quantity.decimals > 1 if rate else value >= _LEAST
    meant = sentence.plan and _INTENDED.search(frame.gap + frame.tail)
    told = is_compared(frame) or is_averaged(frame) or _OTHER_TIME.search(frame.gap[-2 * _RATE :])
    return long and not (frame.quantity.hedge or meant or told)


def _is_again(story: Story, first: Frame, second: Frame, held: set[int]) -> bool:
    if not is_swap(_written(first), _written(second)):
        return False
    if first.unit_class == "percent":
        borne_out = first.start in held and second.start not in held
        return borne_out and _have_one_end(_name(story, first), _name(story, second))
    names, again = (_name(story, first), _noun(first)), (_name(story, second), _noun(second))
    return any(_are_one(name, other) for name in names for other in again)


def _is_of_one_thing(story: Story, first: Sentence, one: Frame, second: Sentence, other: Frame, held: set[int]) -> bool:
    """批而未供土地…年末2728亩; 批而未供土地存量较大,年末还有2782亩: long numbers in clauses that name one thing.

    Of three digits the first is borne out by a relation, the second by none, and both have a name of some length.
    """
    if one.unit_class == "percent" or not is_swap(_written(one), _written(other)) or other.start in held:
        return False
    if len(_written(one).replace(".", "").rstrip("0")) >= _LONG:
        piece = shared_piece(_clauses(story, first, one), _clauses(story, second, other))
        return (len(piece) >= _NAME and not GENERIC.search(piece)) or _is_short_for(_noun(other), _name(story, one))
    names = (name_of(story, where, frame) for where, frame in ((first, one), (second, other)))
    piece = shared_piece(*names).strip("|")
    return one.start in held and len(piece) > 2 and not GENERIC.search(piece)


def _is_short_for(noun: str, name: str) -> bool:
    """持证执法人员 for 持有行政执法证件的人员: whether all that it says is in the name."""
    return len(noun) > _NAME and set(noun) <= set(name)


def _clauses(story: Story, sentence: Sentence, frame: Frame) -> str:
    """The words around a figure that may name it, up to its sentence's ends."""
    before = story.text[max(sentence.span.start, frame.start - 2 * _AROUND) : frame.start].replace(" ", "")
    return before[-_AROUND:] + "|" + frame.tail[:_BEHIND]


def _is_one_rate(story: Story, first: Frame, second: Frame) -> bool:
    """出庭应诉率99.06%…全市行政机关负责人出庭应诉率99.60%: one name, which no scope of its own makes longer."""
    shorter, longer = sorted((_name(story, first), _name(story, second)), key=len)
    more = longer.removesuffix(shorter)
    return first.unit_class == "percent" and longer.endswith(shorter) and not _SCOPE.search(more)


def _written(frame: Frame) -> str:
    """The number in digits, with all decimals that are written (99.60)."""
    whole, _, decimals = plain_decimal(frame.quantity.value).partition(".")
    return f"{whole}.{decimals:0<{frame.quantity.decimals}}"


def _are_one(name: str, other: str) -> bool:
    """Whether one of two names ends with the other (全县持证执法人员, 持证执法人员)."""
    shorter, longer = sorted((name, other), key=len)
    return len(shorter) >= _NAME and longer.endswith(shorter)


def _have_one_end(name: str, other: str) -> bool:
    return len(name) >= _RATE and name[-_RATE:] == other[-_RATE:]


def _name(story: Story, frame: Frame) -> str:
    return _END.sub("", _LEAD.sub("", story.label(frame).removeprefix("其中")))


def _noun(frame: Frame) -> str:
    match = _NOUN.match(frame.tail)
    return match[0] if match else ""
