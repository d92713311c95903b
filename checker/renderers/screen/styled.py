"""Text in pieces with a style each; rich is asked to paint it only where there is colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


class Styled:
    """Pieces of text, each with a style that rich knows (`bold red`) or none."""

    __slots__ = ("pieces",)

    def __init__(self, text: str = "", style: str = "") -> None:
        self.pieces = [(text, style)] if text else []

    @property
    def plain(self) -> str:
        return "".join(text for text, _ in self.pieces)

    def __bool__(self) -> bool:
        return bool(self.pieces)

    def __add__(self, other: Styled) -> Styled:
        return _of([*self.pieces, *other.pieces])

    def append(self, text: str, style: str = "") -> Styled:
        """This text with one more piece."""
        if text:
            self.pieces.append((text, style))
        return self

    def divide(self, offsets: Iterable[int]) -> Iterator[Styled]:
        """The parts between the offsets, each without blanks at its end."""
        start, whole = 0, len(self.plain)
        for end in (*offsets, whole):
            yield self._part(start, start + len(self.plain[start:end].rstrip()))
            start = end

    def _part(self, start: int, end: int) -> Styled:
        found, offset = [], 0
        for text, style in self.pieces:
            piece = text[max(0, start - offset) : max(0, end - offset)]
            if piece:
                found.append((piece, style))
            offset += len(text)
        return _of(found)


def painted(lines: Iterable[Styled]) -> str:
    """The lines with the codes of a terminal of sixteen colours."""
    import io

    from rich.console import Console
    from rich.text import Text

    stream = io.StringIO()
    console = Console(file=stream, force_terminal=True, color_system="standard", no_color=False, legacy_windows=False)
    page = Text("\n").join(Text.assemble(*line.pieces) for line in lines)
    console.print(page, soft_wrap=True)
    return stream.getvalue()


def _of(pieces: list[tuple[str, str]]) -> Styled:
    made = Styled()
    made.pieces = pieces
    return made
