"""What a reader hands on: the text of a file and what was noticed while reading it."""

from __future__ import annotations

from checker.words.place import Span
from checker.words.record import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that keeps a file, a rule or a setting from being used; `line` and `column` are 1-based or None.

    `english` says the same as `message`. `excerpt` shows the line with a caret under the spot, or is empty.
    """

    code: str
    message: str
    path: str | None = None
    line: int | None = None
    column: int | None = None
    english: str = ""
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one report as the author wrote it, without its BOM.

    `path` is the name as it was given ("-" for standard input). `encoding` is the name of the one that was used.
    `undecodable` are the places of U+FFFD that stand for bytes that nobody could decode: such a source is not scored.
    """

    path: str
    text: str
    encoding: str
    undecodable: tuple[Span, ...] = ()
