"""A report taken apart: its lines, its outline and what its first and last lines say of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from checker.words.place import Lines, Span
from checker.words.record import dataclass
from checker.words.source import Source


class LineKind(StrEnum):
    """What a whole line is; a heading that runs on into text is a HEADING."""

    BLANK = "blank"
    TITLE = "title"
    ADDRESSEE = "addressee"
    HEADING = "heading"
    TEXT = "text"
    TABLE = "table"
    CLOSING = "closing"
    ISSUER = "issuer"
    DATE = "date"
    ATTACHMENT = "attachment"
    RESIDUE = "residue"


class Level(StrEnum):
    """The rank of the reporting body in the administration."""

    NATIONAL = "national"
    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    TOWNSHIP = "township"


class Body(StrEnum):
    """Whether the reporting body is a government (with or without the party committee) or one of its departments."""

    GOVERNMENT = "government"
    DEPARTMENT = "department"


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its kind and its span without the line end; `number` is 1-based."""

    number: int
    kind: LineKind
    span: Span


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. `depth` is the class of its marker (1 to 5, see the contract), `number` what the marker counts to.

    `style` names the marker's form: part, chapter, han, han_bracket, digit_dot, digit_comma, digit_bracket, circled.
    """

    depth: int
    style: str
    marker: str
    number: int
    text: str
    marker_span: Span
    text_span: Span

    @property
    def span(self) -> Span:
        return self.marker_span.join(self.text_span)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it.

    `body` runs from the end of the heading to the next heading of any depth; `extent` from the heading to the end of
    the last section below it.
    """

    heading: Heading
    body: Span
    extent: Span
    children: tuple[Section, ...] = ()

    def walk(self) -> Iterator[Section]:
        """This section and all below it, in the order of the text."""
        pending = [self]
        while pending:
            section = pending.pop()
            yield section
            pending.extend(reversed(section.children))


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a text table; `span` is without the blanks around its text."""

    row: int
    column: int
    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """A table drawn with pipes, tabs or aligned spaces; rows and columns are 0-based, the head row included."""

    span: Span
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Title:
    """The title as one text (a two-line title is joined); `spans` are its lines, `repeats` further printings of it."""

    text: str
    spans: tuple[Span, ...]
    repeats: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Signed:
    """The date at the end of the report; `value` is None where the calendar has no such day."""

    value: date | None
    span: Span


@dataclass(frozen=True, slots=True)
class Named:
    """A body named in the report, and where."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """A report taken apart. All spans are offsets into `source.text`; `folded` has the same length.

    `folded` is the text in simplified script and half width: what rules and grammars match on. `proper` is the report
    without the web residue before and after it.
    """

    source: Source
    folded: str
    index: Lines
    lines: tuple[Line, ...]
    sections: tuple[Section, ...]
    proper: Span
    script: str
    tables: tuple[Table, ...] = ()
    title: Title | None = None
    addressee: Span | None = None
    foreword: Span | None = None
    issuer: Named | None = None
    signature: Named | None = None
    signed: Signed | None = None
    closing: Span | None = None
    attachments: tuple[Span, ...] = ()
    report_year: int | None = None
    profile: str | None = None
    level: Level | None = None
    body: Body | None = None

    @property
    def text(self) -> str:
        return self.source.text

    def walk(self) -> Iterator[Section]:
        """All sections in the order of the text."""
        for section in self.sections:
            yield from section.walk()

    def path_to(self, offset: int) -> tuple[Section, ...]:
        """The sections that hold this offset, outermost first."""
        path: list[Section] = []
        level = self.sections
        while True:
            inside = next((s for s in level if s.extent.start <= offset < s.extent.end), None)
            if inside is None:
                return tuple(path)
            path.append(inside)
            level = inside.children
