"""One part of one whole told again in another place: 案卷60卷,…不合格4卷; 自查的60卷案卷中有6卷不合格."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from checker.figures.build import operand
from checker.figures.names import core_of, names_same, says_nothing, shared_piece
from checker.figures.reading import Frame
from checker.figures.relate.repeats.once import is_plain
from checker.figures.relate.repeats.repeats import is_near, told_twice
from checker.figures.relate.repeats.taken_up import OUT_OF_IT
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.record import replace
from checker.words.relation import Binding, Relation, Role, Truth

_OPENS = expression(OUT_OF_IT)
_OUT_OF = expression(rf"^(?P<noun>[一-龥]{{0,10}}?)(?:{OUT_OF_IT})")
_OPENING = expression(r"(?:^|[,;:。])(?P<name>[^,;:。]{2,14}?)(?:之?中|里),")
_HAVE = expression(r"(?:的|类|类的)?(?:案件)?(?:仅|只|共|就|才|仍|尚|还|已|达)*(?:有|为|占)?$")
_LEAD = expression("^(?:[一二三四五六七八九十]是|[在对从就])")
_WHAT = expression(r"^(?:案卷|案件|人|单位)?(?:的是|是|属于|被评为|为|评为)?(?P<name>[一-龥]{2,6}?)(?=[,;。、]|等次|$)")
_LATER = expression("后,|后的?|[复再]|补考|回访|截[至止]|仍|尚|目前|年[底末]|第[二三四]|[上去]年|20\\d\\d|对")
_CAME_IN = expression("^(?:全年|本年|今年|共)*(?:收到|接到|接收)?的?$")
_LITTLE = 2  # so much more or less of few is a slip too
_BEFORE = 12  # characters
_NAME = 2
_LONG = 4  # characters of a name that one thing only has
_FEW = 10

_Part = tuple[Frame, Frame]
"""A part, and the whole that its list makes up."""


def parts_again(story: Story, relations: Sequence[Relation]) -> Iterator[Relation]:
    """Each figure that is told out of a whole, against the part of the very name of the list that made it up."""
    parts = _parts(story)
    for sentence in story.sentences if parts else ():
        if sentence.plan or not _OPENS.search(sentence.text):
            continue
        for whole, again in pairwise(sentence.at()):
            yield from _out_of_count(story, parts, whole, again)
        for again in sentence.at():
            yield from _out_of_name(story, parts, sentence, again)


def _parts(story: Story) -> Mapping[tuple[str, str], Sequence[_Part]]:
    """The parts of all lists that make up a whole, by unit and name."""
    found: defaultdict[tuple[str, str], list[_Part]] = defaultdict(list)
    placed = story.placed() if story.wholes else {}
    for start, wholes in story.wholes.items():
        if start in placed:
            part = placed[start][1]
            name = _name(story.label(part))
            if len(name) >= _NAME and is_plain(part):
                found[part.unit_class, name] += [(part, whole) for whole in wholes]
    return found


def _name(label: str) -> str:
    return core_of(_HAVE.sub("", label.removeprefix("其中")))


def _out_of_count(
    story: Story, parts: Mapping[tuple[str, str], Sequence[_Part]], whole: Frame, again: Frame
) -> Iterator[Relation]:
    """60卷案卷中有6卷不合格: the whole is told again too, so that nothing else can be meant."""
    told = _OUT_OF.match(whole.tail)
    if told is None or whole.unit_class != again.unit_class or not is_plain(again):
        return
    if _LATER.search(whole.gap) or _LATER.search(again.gap):
        return  # 整改后,60卷案卷中有1卷不合格
    name = _name(again.label.removeprefix(told[0]))
    behind = _WHAT.match(again.tail) if len(name) < _NAME else None
    name = core_of(behind["name"]) if behind is not None else name
    stated = [
        (part, divided)
        for part, divided in parts.get((again.unit_class, name), ())
        if part.start < again.start
        and divided.unit_class == whole.unit_class
        and divided.quantity.value == whole.quantity.value
        and (not told["noun"] or shared_piece(told["noun"], _words(story, divided)))
        and _is_called_so(whole.label, _words(story, divided))
    ]
    if len({part.quantity.value for part, _ in stated}) == 1:
        part, divided = stated[0]
        relation = told_twice(story, part, again, Binding.INFERRED)
        apart = abs(part.quantity.value - again.quantity.value)
        if apart > _LITTLE and not is_near(part, again):
            return
        if relation.truth is Truth.HOLDS:
            yield relation
            return
        wholes = (operand(story, divided, Role.OTHER), operand(story, whole, Role.OTHER))
        first, last = relation.operands
        yield replace(relation, operands=(first, *wholes, last))


def _is_called_so(label: str, words: str) -> bool:
    """自查的60卷 of 自查案卷60卷; 许可案卷60卷 is none of 处罚案卷60卷."""
    return says_nothing(_LEAD.sub("", label)) or names_same(core_of(_LEAD.sub("", label)), words)


def _out_of_name(
    story: Story, parts: Mapping[tuple[str, str], Sequence[_Part]], sentence: Sentence, again: Frame
) -> Iterator[Relation]:
    """全年收到的检察建议中,行政执法监督类有76份: of a list of 检察建议 with a part of that name."""
    opening = _OPENING.search(again.gap)
    name = _name(again.label)
    if opening is None or len(name) < _LONG or not is_plain(again):
        return
    if not _CAME_IN.match(opening["name"][:-_LONG]):
        return  # 采纳的检察建议中: of some of them
    stated = [
        part
        for part, divided in parts.get((again.unit_class, name), ())
        if part.start < sentence.span.start and shared_piece(opening["name"][-_LONG:], _words(story, divided))
    ]
    alike = [part for part in stated if part.quantity.unit == again.quantity.unit]
    if len({part.quantity.value for part in alike}) == 1 and _is_close(alike[0], again):
        yield told_twice(story, alike[0], again, Binding.INFERRED)


def _is_close(stated: Frame, again: Frame) -> bool:
    return is_near(stated, again) and again.quantity.value >= _FEW


def _words(story: Story, whole: Frame) -> str:
    """The words on both sides of a whole."""
    before = story.text[max(0, whole.start - _BEFORE) : whole.start]
    return before + "|" + whole.tail
