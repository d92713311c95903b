"""All figures of a report and all relations among them: what the rules are asked about."""

from __future__ import annotations

from checker.figures.relate import finders
from checker.figures.relate.lists import is_compared
from checker.figures.sentences import read_story
from checker.figures.story import Story
from checker.words.document import Document
from checker.words.figure import Figure
from checker.words.place import Span
from checker.words.record import dataclass
from checker.words.relation import Relation


@dataclass(frozen=True, slots=True)
class Ledger:
    """The figures of a report, the relations that they must fulfil, and how many sentences were not read.

    `sentences` are the spans that `Figure.sentence` counts.
    """

    figures: tuple[Figure, ...]
    relations: tuple[Relation, ...]
    unread: int
    sentences: tuple[Span, ...] = ()


def measure(document: Document) -> Ledger:
    """Read every figure of the report and judge every relation that its text states."""
    story, unread = read_story(document)
    relations = finders.find(story, document)
    return Ledger(_figures(story), relations, unread, tuple(sentence.span for sentence in story.sentences))


def _figures(story: Story) -> tuple[Figure, ...]:
    return tuple(
        Figure(
            quantity=frame.quantity,
            label=story.label(frame),
            head=frame.tail,
            sentence=sentence.number,
            depth=frame.depth,
            line=sentence.line,
            gap=frame.gap,
            parted=frame.parted,
            plan=sentence.plan,
            compared=is_compared(frame),
        )
        for sentence in story.sentences
        for frame in sentence.frames
    )
