"""Where something stands in a text."""

from __future__ import annotations

from bisect import bisect_right

from checker.patterns import expression
from checker.words.record import dataclass

_LINE_END = expression(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open range of code points, 0-based, of the decoded text without its BOM; ordered by start, then end."""

    start: int
    end: int

    # Compared and hashed more often than anything else, so written out.
    def __eq__(self, other: object) -> bool:
        return isinstance(other, Span) and self.start == other.start and self.end == other.end

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    def __lt__(self, other: Span) -> bool:
        return (self.start, self.end) < (other.start, other.end)

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def join(self, other: Span) -> Span:
        return Span(min(self.start, other.start), max(self.end, other.end))

    def of(self, text: str) -> str:
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Place:
    """A span as people name it: lines and columns are 1-based, in code points, `end_column` is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int
    offset: int
    end_offset: int


class Lines:
    """The lines of a text; a line ends at LF, CRLF or a lone CR and nowhere else."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, text: str) -> None:
        breaks = [match.span() for match in _LINE_END.finditer(text)]
        self._starts = [0, *(end for _, end in breaks)]
        self._ends = [*(start for start, _ in breaks), len(text)]

    def __len__(self) -> int:
        return len(self._starts)

    def span(self, number: int) -> Span:
        """The line with this 1-based number, without its line end."""
        return Span(self._starts[number - 1], self._ends[number - 1])

    def number(self, offset: int) -> int:
        """The 1-based number of the line that holds this offset."""
        return bisect_right(self._starts, offset)

    def place(self, span: Span) -> Place:
        first = self.number(span.start)
        last = first if span.end <= span.start else self.number(span.end - 1)
        return Place(
            line=first,
            column=span.start - self._starts[first - 1] + 1,
            end_line=last,
            end_column=span.end - self._starts[last - 1] + 1,
            offset=span.start,
            end_offset=span.end,
        )
