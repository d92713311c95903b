"""A pack's text, and faults shown in it with line, column and caret."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import east_asian_width

from checker.patterns import expression
from checker.words.place import Lines, Span
from checker.words.record import dataclass
from checker.words.source import Fault

_WINDOW = 60  # characters of a long line shown before and after the spot
_CONTROL = expression(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


_lines = lru_cache(maxsize=32)(Lines)


@dataclass(frozen=True, slots=True)
class PackFile:
    """The decoded text of one file, and its path as people are to see it."""

    path: str
    text: str

    @property
    def lines(self) -> Lines:
        return _lines(self.text)

    def line(self, offset: int) -> int:
        """The 1-based number of the line that holds this offset."""
        return self.lines.number(offset)

    def line_text(self, offset: int) -> str:
        return self.lines.span(self.line(offset)).of(self.text)

    def fault(self, code: str, zh: str, en: str, span: Span) -> Fault:
        """A fault at these characters; one that runs over several lines is marked on its first."""
        place = self.lines.place(span)
        line = self.lines.span(place.line)
        column = min(place.column, len(line) + 1)
        end = min(max(span.end, span.start + 1), line.end) - line.start
        return Fault(
            code=code,
            message=zh,
            path=self.path,
            line=place.line,
            column=column,
            english=en,
            excerpt=excerpt(line.of(self.text), place.line, column - 1, end),
        )


def excerpt(line: str, number: int, start: int, end: int) -> str:
    """The line with its number, and carets below the characters from `start` to `end`, by the width of the cells."""
    end = min(end, start + _WINDOW)
    first = max(0, start - _WINDOW)
    last = min(len(line), end + _WINDOW)
    shown = ("…" if first else "") + line[first:last] + ("…" if last < len(line) else "")
    before = ("…" if first else "") + line[first:start]
    gutter = f"{number:>5} | "
    blank = "".join("\u3000" if _cells(character) == 2 else " " for character in _clean(before))
    carets = "^" * max(1, sum(map(_cells, line[start : min(end, last)])))
    return f"{gutter}{_clean(shown)}\n{' ' * (len(gutter) - 2)}| {blank}{carets}"


def _clean(text: str) -> str:
    return _CONTROL.sub(" ", text)


def _cells(character: str) -> int:
    return 2 if east_asian_width(character) in "WF" else 1
