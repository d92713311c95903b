"""The report as a sequence of sentences with their frames, and the figures named earlier."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from checker.figures.names import core_of, is_denied, names_same
from checker.figures.reading import Frame
from checker.patterns import expression
from checker.words.place import Span
from checker.words.record import dataclass, field

MEMORY = 300
"""How many sentences back a figure may be named again; it keeps the work linear in the length of the text."""
MOST_FIGURES = 300
"""How many figures back that is at most: in long lists a figure is not looked for any further."""
_THAN = expression("[大小高低多少]于")  # 决定数12837件小于受理数


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: `number` counts through the report, `line` is 1-based, `section` the number of its level-1 section.

    `plan` says that it tells what is intended: its figures are targets.
    """

    number: int
    span: Span
    line: int
    section: int
    text: str
    frames: tuple[Frame, ...]
    heading: bool = False
    plan: bool = False
    outside: tuple[Frame, ...] = ()

    def at(self) -> tuple[Frame, ...]:
        """The frames outside brackets."""
        return self.outside

    def inside(self, frame: Frame) -> list[Frame]:
        """The frames in brackets right after a frame, or after what is said of it in its statement."""
        return [f for f in self.frames if f.owner == frame.index]


@dataclass(frozen=True, slots=True)
class Story:
    """All sentences of a report. `text` is folded; `original` is what quotes are taken from."""

    text: str
    original: str
    sentences: tuple[Sentence, ...]
    report_year: int | None = None
    known: dict[int, str] = field(default_factory=dict)
    """Names given to frames by pairing (分别): by the start of the frame."""
    wholes: dict[int, list[Frame]] = field(default_factory=dict)
    """The wholes that lists were found to divide: by the start of each part."""
    closed: set[int] = field(default_factory=set)
    """Lists that are known to be all of their whole: the start of their first part."""
    bases: dict[int, tuple[Frame, Frame]] = field(default_factory=dict)
    """The count and the base that percentages were found to follow from: by the start of the percentage."""
    shared_out: dict[tuple[int, int], set[int]] = field(default_factory=dict)
    """The kinds of a group whose shares are of a whole: by the start of the group and of the whole."""

    def label(self, frame: Frame) -> str:
        """What a frame counts: its own label, the name paired with it, or the noun after it."""
        return self.known.get(frame.start) or frame.label or ""

    def placed(self) -> dict[int, tuple[Sentence, Frame]]:
        """Every frame with its sentence, by where it starts."""
        return {frame.start: (sentence, frame) for sentence in self.sentences for frame in sentence.frames}

    def paragraph_start(self, offset: int) -> int:
        """Where the paragraph of an offset of the text begins."""
        return self.text.rfind("\n", 0, offset) + 1

    def last_before(self, offset: int) -> Sentence | None:
        """The last sentence that starts before an offset of the text, or at it."""
        place = bisect_right(self.sentences, offset, key=lambda sentence: sentence.span.start)
        return self.sentences[place - 1] if place else None

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds an offset of the text; none for the cells of a table."""
        sentence = self.last_before(offset)
        return sentence if sentence is not None and offset < sentence.span.end else None

    def before(self, sentence: Sentence, reach: int = 12) -> Iterator[Sentence]:
        """The sentences before this one, nearest first, within the same level-1 section."""
        passed = 0
        for number in range(sentence.number - 1, max(-1, sentence.number - 1 - reach), -1):
            other = self.sentences[number]
            if other.section != sentence.section or passed > MOST_FIGURES:
                return
            passed += len(other.frames)
            yield other

    def in_paragraph(self, sentence: Sentence, reach: int = 12) -> Iterator[Sentence]:
        """The sentences before this one, nearest first, within the same paragraph."""
        return (other for other in self.before(sentence, reach) if other.line == sentence.line)

    def earlier(self, sentence: Sentence) -> Iterator[Sentence]:
        """The sentences with figures before this one, in any section, nearest first, as far as a reader remembers."""
        passed = 0
        for number in range(sentence.number - 1, max(-1, sentence.number - 1 - MEMORY), -1):
            if passed > MOST_FIGURES:
                return
            if self.sentences[number].frames:
                passed += len(self.sentences[number].frames)
                yield self.sentences[number]

    def resolve(self, name: str, unit_class: str, sentence: Sentence, before: int, reach: int = 12) -> list[Frame]:
        """Frames of this class that carry this name, nearest first: `before` is a frame index in the sentence."""
        core = core_of(name)
        if not core:
            return []
        found = [f for f in reversed(sentence.at()) if f.index < before and self.is_named(f, core, unit_class)]
        for other in self.before(sentence, reach):
            found += [f for f in reversed(other.at()) if self.is_named(f, core, unit_class)]
        if not found:
            for other in self.earlier(sentence):
                if other.section != sentence.section:
                    found += [f for f in reversed(other.at()) if self.is_named(f, core, unit_class)]
        if not found:
            found = [f for f in reversed(sentence.at()) if f.index < before and self._is_short_for(f, core, unit_class)]
            for other in self.before(sentence, 4):
                found += [f for f in reversed(other.at()) if self._is_short_for(f, core, unit_class)]
        return found

    def _is_short_for(self, frame: Frame, core: str, unit_class: str) -> bool:
        """Whether a frame's label begins the name (线上 for 线上办件)."""
        label = core_of(self.label(frame))
        return frame.unit_class == unit_class and len(label) > 1 and core.startswith(label)

    def is_named(self, frame: Frame, core: str, unit_class: str | None = None) -> bool:
        """Whether a frame carries the name with this core, and not its contrary."""
        if unit_class is not None and frame.unit_class != unit_class:
            return False
        full = self.label(frame) + ("" if _THAN.match(frame.tail) else frame.tail)
        return names_same(core, full) and not is_denied(core, full)
