"""A clause that opens with a figure told before: 受理的432件案件中, 从全年一审败诉的7件案件看."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.figures.names import core_of, says_nothing
from checker.figures.reading import Frame
from checker.figures.relate.lists import JOINED, RATES, is_compared
from checker.figures.relate.repeats.repeats import WHOLE_AREA, is_near, is_widened, stated_before, told_twice
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

OUT_OF_IT = "之?中(?![医小央国心层级学等介标型期间华共高药西转资试端止断青老文])|里|来?看(?:,|$)"
"""What follows the noun of a figure that is told again: in, among, seen by it; the word 中医 is none."""
_AGAIN = expression(rf"^(?P<noun>[^,;:。、]{{0,10}}?)(?:{OUT_OF_IT}|分析)")
_OPENS = expression("中|里|看|分析")
# 拆除的213处中,新增违建36处: those among them, not all.
_AMONG_THEM = expression(r"[^,;。]{0,8}中,")
_TOGETHER = expression("[共合]")
_BODIES = frozenset("个家支所")
_LEAST_NAME = 2  # characters


def taken_up(story: Story) -> Iterator[Relation]:
    """All figures that a clause opens with, against those of their name before."""
    for sentence in story.sentences:
        for frame in sentence.at() if _OPENS.search(sentence.text) else ():
            odd = frame.unit_class in RATES or frame.quantity.hedge or frame.unit_class.startswith("duration")
            if not (odd or is_compared(frame)):
                yield from _taken_up(story, sentence, frame)


def _taken_up(story: Story, sentence: Sentence, frame: Frame) -> Iterator[Relation]:
    """受理的432件案件中: the clause opens with a figure that was stated before."""
    again = _AGAIN.match(frame.tail)
    opens = frame.label.endswith("的") or (again is not None and again["noun"])
    if again is None or not opens or len(frame.label) > 14 or "其" in frame.tail[:2]:
        return
    label = expression(r"^(?:在|对|从)(?:已)?").sub("", frame.label.rstrip("的"))
    name = label if len(core_of(label)) > 1 and not says_nothing(label) else again["noun"]
    if len(core_of(name)) < 2:
        return
    found = [f for f in stated_before(story, sentence, frame, name) if f.quantity.interval.is_exact]
    found = found or _under_its_verb(story, sentence, frame, core_of(name))
    if not found:
        return
    same = next((f for f in found if f.quantity.interval == frame.quantity.interval), None)
    wider = JOINED.search(name) is not None or is_widened(story, frame)  # 14个镇和街道中, 13个社区(村)中
    near = [f for f in found if not wider and f.parted != 1 and not _AMONG_THEM.match(f.gap) and is_near(f, frame)]
    near = [
        f for f in near if not (f.depth or are_some_of_them(f) or is_of_their_area(f, name) or _is_of_bodies(story, f))
    ]
    near = [f for f in near if _is_called_so(story, f, name) and _is_told_of(story, f, again["noun"])]
    if same is None and near and _is_stated(story, sentence, frame):
        return  # 处罚决定157宗,…普通程序134宗…157宗案件中: of what was told under another name
    if same is None and _is_sum(story, found, frame):
        return  # 市本级5人无证,区县31人无证…全市无证的36人中
    if same or near:
        yield told_twice(story, same or near[0], frame, Binding.INFERRED)


def _is_sum(story: Story, found: Sequence[Frame], frame: Frame) -> bool:
    """Whether a figure is what those of its name in one sentence make up."""
    for sentence in {id(where): where for f in found if (where := story.sentence_at(f.start)) is not None}.values():
        values = [f.quantity.value for f in found if sentence.span.start <= f.start < sentence.span.end]
        if len(values) > 1 and sum(values) == frame.quantity.value:
            return True
    return False


def _is_stated(story: Story, sentence: Sentence, frame: Frame) -> bool:
    near = (f for s in (sentence, *story.earlier(sentence)) for f in s.at() if f.start < frame.start)
    told = (f for f in near if f.unit_class == frame.unit_class)
    return any(f.quantity.value == frame.quantity.value for f in told)


def _under_its_verb(story: Story, sentence: Sentence, frame: Frame, name: str) -> list[Frame]:
    """一审行政诉讼案件63件,…败诉6件 for 一审败诉的7件: told by the verb alone, in a sentence that tells of the rest."""
    thing, verb = name[:-_LEAST_NAME], name[-_LEAST_NAME:]
    if len(thing) < _LEAST_NAME:
        return []
    found = [f for f in stated_before(story, sentence, frame, verb) if f.quantity.interval.is_exact]
    told = ((f, story.sentence_at(f.start)) for f in found if core_of(story.label(f)).endswith(verb))
    return [f for f, where in told if where is not None and thing in where.text]


def are_some_of_them(frame: Frame) -> bool:
    """调解队伍214人,其中公职律师38人: of another body of people; 49名公职律师 may be all there are."""
    return frame.unit_class == "person" and "其中" in frame.gap


def _is_called_so(story: Story, frame: Frame, name: str) -> bool:
    """上级统一组织的项目9个…11个项目里: whether a figure has this name, and not a longer one that limits it."""
    limited, _, thing = story.label(frame).rpartition("的")
    return not (limited and thing and core_of(name).endswith(core_of(thing)))


def _is_told_of(story: Story, frame: Frame, noun: str) -> bool:
    """民事诉讼7件,审结5件…已审结的4件复议案件中: whether the paragraph of a figure tells of the thing."""
    thing = core_of(noun)
    paragraph = story.text[story.paragraph_start(frame.start) : frame.start + len(frame.quantity.text)]
    return says_nothing(noun) or len(thing) < _LEAST_NAME or thing[:_LEAST_NAME] in paragraph + frame.tail


def _is_of_bodies(story: Story, frame: Frame) -> bool:
    """三个派出所共受理2028起: so many bodies together, no clause of its own parts them from the figure."""
    where = story.sentence_at(frame.start)
    before = next((f for f in where.at() if f.index == frame.index - 1), None) if where is not None else None
    of_bodies = before is not None and before.quantity.unit in _BODIES and not frame.parted
    return of_bodies and _TOGETHER.search(frame.label) is not None


def is_of_their_area(frame: Frame, name: str) -> bool:
    """全街道10个调解委员会…全区12个街道中: the name is of the area that something is counted in."""
    return WHOLE_AREA.search(frame.label) is not None and not frame.tail.startswith(name)
