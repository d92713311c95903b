"""A page for the terminal: paragraphs with hanging indents, wrapped by cells, never by markup."""

from __future__ import annotations

import io

from rich.console import Console
from rich.text import Text

from checker.renderers.screen.width import breaks, width
from checker.words.record import dataclass

LEAST = 20


@dataclass(frozen=True, slots=True)
class Canvas:
    """The room and the means: cells a line, and whether colour may be used."""

    width: int = 100
    colour: bool = False


class Page:
    """Lines in the making, in one language."""

    def __init__(self, canvas: Canvas, language: str = "zh") -> None:
        self.canvas = canvas
        self.language = language
        self.lines: list[Text] = []

    @property
    def width(self) -> int:
        return max(LEAST, self.canvas.width)

    def blank(self) -> None:
        """An empty line, never two together."""
        if self.lines and self.lines[-1]:
            self.lines.append(Text())

    def rule(self, mark: str = "─") -> None:
        self.lines.append(Text(mark * self.width, "dim"))

    def heading(self, text: str, note: str = "") -> None:
        """The heading of a block, parted from what stands above."""
        self.blank()
        self.paragraph(Text(text, "bold").append(note, "not bold dim"))

    def paragraph(self, body: Text, lead: Text | str = "", indent: int = 0) -> None:
        """The lead at the indent, then the body, wrapped under its own beginning; less deep where room is scarce."""
        lead = lead if isinstance(lead, Text) else Text(lead)
        indent = min(indent, self.width // 5)
        used = indent + width(lead.plain)
        hang = used if self.width - used >= LEAST else min(indent + 2, self.width // 4)
        whole = lead + body if hang != used else body
        first = indent if hang != used else used
        for number, piece in enumerate(whole.divide(breaks(whole.plain, self.width - first, self.width - hang))):
            piece.rstrip()
            start = (
                Text(" " * indent) + lead if number == 0 and hang == used else Text(" " * (hang if number else first))
            )
            self.lines.append(start + piece)

    def text(self) -> str:
        """The page as one string, with colour codes where the canvas has colour."""
        stream = io.StringIO()
        console = Console(
            file=stream,
            width=self.width,
            force_terminal=self.canvas.colour,
            color_system="standard" if self.canvas.colour else None,
            no_color=not self.canvas.colour,
            legacy_windows=False,
        )
        console.print(Text("\n").join(self.lines), soft_wrap=True)
        return stream.getvalue()
