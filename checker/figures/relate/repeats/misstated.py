"""A figure that its own relations bear out, named again with another value by one slip of the hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.figures.names import core_of, shared_piece
from checker.figures.numerals import is_slip, plain_decimal
from checker.figures.reading import Frame
from checker.figures.relate.lists import RATES, is_compared
from checker.figures.relate.repeats.repeats import OF_THEM, misstated_as
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Relation, RelationKind, Truth, operand_starts

_AVERAGE = "figures.average"  # 人均约40家 agrees with much

_PROVING = frozenset({RelationKind.PART_WHOLE_SUM, RelationKind.RATE, RelationKind.CARRY_OVER, RelationKind.DIFFERENCE})
_LEAST = 10
_LONG = 100
_PERIOD = expression("近[两二三四五六七八九十\\d]+年|年来|以来|历年|上年|去年|20\\d\\d年(?!度)")
_OF_A_YEAR = expression(r"(?:19|20)\d\d年")  # 案件126件,2024年141件、2023年158件
_REACH = 200  # characters
_TELLING = 4  # characters of a noun
_LONGER = 1000  # a swap in so long a number is no chance, however little its noun tells
_KEPT = 100
"""How many figures of a class are looked at: it keeps the work linear in the length of the text."""
_LITTLE = expression(
    r"行政|执法|案件|工作|单位|全年|完成|实际|问题|检查|处罚|办理|办结|受理|人员|企业|事项|部门|年度|全[市县区镇省]|[市县]级|其中|"
    r"[的对件在由]|数量"
)
_LEAD = expression(r"^[一二三四五六七八九十]{1,2}是|[由从对]$")
_NOUN = expression(r"[一-龥]{2,10}")
_AGAIN = expression(
    r"(?P<noun>[一-龥]{2,10}?)(?:案件|事项|单位|人员|问题|企业)?(?:中(?:有)?|分清|逐|均|全部|已全部|尚|反映|暴露|表明|说明|$)"
)
_PREDICATE = expression("全部|均|都|已|按[时期]|皆|当场|如期|分别|尚|还|也")  # 建议、提案19件全部按时答复
_TAKEN_UP = expression(r"(?:^|[对在将把的和与]|面对)$")


def misstated(story: Story, relations: Sequence[Relation]) -> Iterator[Relation]:
    """Each figure that no relation bears out beside the one whose name and, but for a slip, whose value it has."""
    judged = operand_starts(r for r in relations if r.truth is not Truth.UNDECIDABLE and r.rule != _AVERAGE)
    proved = operand_starts(r for r in relations if r.truth is Truth.HOLDS and r.kind in _PROVING)
    places = [(s, f) for s in story.sentences for f in s.frames if _is_plain(f)]
    values = {(f.unit_class, f.quantity.value): 0 for _, f in places}
    for _, frame in places:
        values[frame.unit_class, frame.quantity.value] += 1
    known: dict[tuple[str, int], list[tuple[Sentence, Frame]]] = {}
    borne = {(s.number, f.unit_class, f.quantity.value) for s, f in places if f.start in proved}
    for sentence, frame in places:
        if (sentence.number, frame.unit_class, frame.quantity.value) in borne:  # 民办学校37所全部参加年检,实检37所
            known.setdefault(_kind(frame), []).append((sentence, frame))
    for sentence, frame in places:
        if (
            frame.start in judged
            or _PERIOD.search(_before(sentence, frame))
            or values[frame.unit_class, frame.quantity.value] > (1 if frame.quantity.value >= _LONG else 2)
        ):
            continue
        stated = [
            other
            for where, other in known.get(_kind(frame), [])[-_KEPT:]
            if where.number < sentence.number and _is_again(story, (where, other), (sentence, frame))
        ]
        kind, digits = _kind(frame)
        longer = (place for place in known.get((kind, digits + 1), [])[-_KEPT:] if place[1].start < frame.start)
        told = ((where, other, values[kind, other.quantity.value] > 1) for where, other in longer)
        stated = stated or [f for where, f, again in told if _lost_a_digit(where, f, frame, twice=again)]
        if len({f.quantity.value for f in stated}) == 1:
            yield misstated_as(story, stated[0], frame)


def _kind(frame: Frame) -> tuple[str, int]:
    """The class and the number of digits."""
    return frame.unit_class, len(plain_decimal(frame.quantity.value))


def _is_plain(frame: Frame) -> bool:
    quantity = frame.quantity
    plain = quantity.interval.is_exact and quantity.value >= _LEAST and quantity.value.denominator == 1
    plain = plain and frame.unit_class not in RATES and not quantity.hedge
    return plain and not is_compared(frame) and not _OF_A_YEAR.fullmatch(frame.label)


def _before(sentence: Sentence, frame: Frame) -> str:
    """The words of a sentence right before one of its figures."""
    place = frame.start - sentence.span.start
    return sentence.text[max(0, place - _REACH) : place]


def _lost_a_digit(where: Sentence, stated: Frame, again: Frame, *, twice: bool) -> bool:
    """受理行政许可1060宗…全年106宗行政许可业务: told by its noun alone, which the other sentence holds."""
    noun, them = _NOUN.match(again.tail), _AGAIN.match(again.tail)
    verb = core_of(_LITTLE.sub("", again.label.removesuffix("的")))
    if them is not None and verb and again.label.endswith("的"):  # 公开政府信息562条…全年公开的56条信息中
        named = verb in stated.label and them["noun"] in stated.label
        return named and is_slip(plain_decimal(stated.quantity.value), plain_decimal(again.quantity.value))
    if noun is None or verb:
        return False
    piece = shared_piece(_LITTLE.sub("|", noun[0]), _before(where, stated))
    if len(piece) < (2 if twice and again.quantity.value >= _LONG else _TELLING):
        return False
    return is_slip(plain_decimal(stated.quantity.value), plain_decimal(again.quantity.value))


def _is_again(story: Story, stated: tuple[Sentence, Frame], again: tuple[Sentence, Frame]) -> bool:
    """Whether the second figure swaps two digits of the first and has its name."""
    (where, first), (sentence, second) = stated, again
    a, b = (plain_decimal(f.quantity.value) for f in (first, second))
    if len(a) != len(b) or not is_slip(a, b):
        return False
    if _is_taken_up(story, first, second):
        return True
    if second.quantity.value < _LONG or sorted(a) != sorted(b):
        return False
    name, label = core_of(story.label(first)), core_of(_LEAD.sub("", second.label))
    if second.quantity.value >= _LONGER and len(name) > 1 and core_of(OF_THEM.sub("", second.label)) == name:
        return True  # 审结7214件…对审结的7124件
    noun = _NOUN.match(second.tail)
    if noun and second.quantity.value >= _LONGER and story.label(first).endswith(noun[0]):
        return True  # 被监督单位3268户…面对3286户单位
    before = sentence.text[: second.start - sentence.span.start]
    pieces = (
        shared_piece(_LITTLE.sub("|", noun[0]), story.label(first)) if noun else "",
        name if len(name) > 3 and name in before else "",
        label if len(label) > 3 and (label in where.text or label in _paragraph(story, where)) else "",
        _thing_of(story, where, name, label),
        _left_out(name, label, before),
    )
    return any(len(_LITTLE.sub("", piece)) > 1 for piece in pieces)


def _thing_of(story: Story, where: Sentence, verb: str, label: str) -> str:
    """办结452件, in a paragraph on 行政复议…推动全年办结行政复议案件425件: what the same verb is said to do there."""
    thing = core_of(label.rpartition(verb)[2]) if len(verb) > 1 and verb in label else ""
    return thing if len(thing) > 3 and (thing in where.text or thing in _paragraph(story, where)) else ""


def _left_out(name: str, label: str, before: str) -> str:
    """收到行政复议申请276件…行政复议案件增长较快,收到申请267件: the part of a name that was said before, and is not said again."""
    start = next((n for n, (a, b) in enumerate(zip(name, label, strict=False)) if a != b), len(label))
    thing = name[start : len(name) - (len(label) - start)]
    shortened = len(label) > 3 and len(thing) > 2 and name == label[:start] + thing + label[start:]
    return thing if shortened and thing in before else ""


def _is_taken_up(story: Story, stated: Frame, again: Frame) -> bool:
    """Whether a figure opens its clause and takes up the other by its name (13件败诉案件中, 败诉12件)."""
    joined = not again.parted and again.label.endswith(("和", "与"))  # 52家培训机构和73所民办学校
    own = "" if joined else core_of(_LITTLE.sub("", again.label.rstrip("的对在将把面")))
    if len(own) > 1 and not shared_piece(own, story.label(stated)):
        return False  # 网络申请34件…予以公开和部分公开的43件申请
    opens = _TAKEN_UP.search(again.label) or not core_of(_LITTLE.sub("", again.label))
    told = _AGAIN.match(again.tail) if opens else None
    if told is None or len(_LITTLE.sub("", told["noun"])) < 2 or _PREDICATE.match(told["noun"]):
        return False
    noun, name = told["noun"], story.label(stated)
    return name.endswith(noun) or (noun[-2:] == name[-2:] and not _LITTLE.search(noun[-2:]))


def _paragraph(story: Story, sentence: Sentence) -> str:
    """What stands before a sentence in its paragraph."""
    start = story.paragraph_start(sentence.span.start)
    return story.text[start : sentence.span.start]
