"""A list whose whole is named right before its first part: 行政处罚中公共场所卫生61件、医疗卫生48件、其他15件."""

from __future__ import annotations

from collections.abc import Iterator

from checker.figures.build import Sum, is_slip_of
from checker.figures.names import core_of
from checker.figures.reading import Frame
from checker.figures.relate.completeness import RULE, is_near
from checker.figures.relate.list_runs import run_from
from checker.figures.relate.lists import LEFT_OVER, RATES, is_compared
from checker.figures.relate.repeats.repeats import restated_as
from checker.figures.relate.vocabularies import are_complements
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

_TELLING = 10
_NAMED = expression(
    r"^(?:在|对)?(?:已|上述)?(?P<name>[^,;:。中其]{2,12}?)中(?!央|心|国|小|医|学|介|标|型|期|间|华|共|高|药|西|转|资|试|端|止|断|青|老|文|层|级|等|方|队|班)[一-龥]"
)
_FEWEST = 3
_LONG = 4  # characters of a name that nothing beside it can have
_VERB = 2  # characters of what opens a name (办理行政处罚)


def inner(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """All such lists of a sentence against the nearest figure of the name, else one of it told anywhere before."""
    group = sentence.at()
    for i, first in enumerate(group):
        named = _NAMED.match(first.label)
        if named is None or first.unit_class in RATES or is_compared(first) or first.parted == 1:
            continue
        run = tuple(run_from(group, i))
        closed = len(run) > 1 and bool(LEFT_OVER.search(run[-1].label))
        closed = closed or are_complements([story.label(p) + p.tail for p in run])
        if not closed and len(run) < _FEWEST:
            continue
        near = next(iter(story.resolve(named["name"], first.unit_class, sentence, first.index)), None)
        if near is not None:
            yield from _judge(story, sentence, named["name"], Sum(near, run), closed=closed)


def _judge(story: Story, sentence: Sentence, name: str, reading: Sum, *, closed: bool) -> Iterator[Relation]:
    """Where the list makes up a figure of its name that is told before, and the near one is that but for a slip, it is one."""
    near = reading.whole
    if reading.fits:
        yield reading.relation(story, RULE, Binding.STATED)
        return
    far = _told_before(story, sentence, name, reading)
    if far is not None:
        yield Sum(far, reading.parts).relation(story, RULE, Binding.STATED)
        if is_slip_of(near, far.quantity.value) and near.quantity.value >= _TELLING:
            yield restated_as(story, far, near, Binding.STATED, holds=False)
    elif closed and reading.is_miswritten(2) and is_near(reading) and _is_alone(story, sentence, name, reading):
        yield reading.relation(story, RULE, Binding.INFERRED)


def _is_alone(story: Story, sentence: Sentence, name: str, reading: Sum) -> bool:
    """Whether the figure has that very name (no 投诉举报 for 举报) and no other count stands that tells what fails."""
    near, label = reading.whole, core_of(story.label(reading.whole))
    if not label.endswith(core_of(name)) or len(label) - len(core_of(name)) > _VERB:
        return False
    told = {near.start, *(p.start for p in reading.parts)}
    where = story.sentence_at(near.start) or sentence
    others = [f for s in (where, sentence) for f in s.frames if f.unit_class == near.unit_class and f.start not in told]
    gap = abs(near.quantity.value - reading.value)
    beside = (f for f in others if f in where.frames and abs(f.index - near.index) == 1)
    paired = len(name) > _LONG and len(reading.parts) == 2
    return (paired or not any(beside)) and all(f.quantity.value != gap for f in others)


def _told_before(story: Story, sentence: Sentence, name: str, reading: Sum) -> Frame | None:
    """A figure that is called so and that the list makes up."""
    for other in story.earlier(sentence):
        for frame in other.at():
            same = frame.unit_class == reading.whole.unit_class and frame.quantity.value == reading.value
            if same and story.label(frame).endswith(name) and not is_compared(frame):
                return frame
    return None
