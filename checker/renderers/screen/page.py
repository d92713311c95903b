"""A page for the terminal: paragraphs with hanging indents, wrapped by cells, never by markup."""

from __future__ import annotations

from checker.renderers.screen.styled import Styled, painted
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
        self.lines: list[Styled] = []

    @property
    def width(self) -> int:
        return max(LEAST, self.canvas.width)

    def blank(self) -> None:
        """An empty line, never two together."""
        if self.lines and self.lines[-1]:
            self.lines.append(Styled())

    def rule(self, mark: str = "─") -> None:
        self.lines.append(Styled(mark * self.width, "dim"))

    def heading(self, text: str, note: str = "") -> None:
        """The heading of a block, parted from what stands above."""
        self.blank()
        self.paragraph(Styled(text, "bold").append(note, "dim"))

    def paragraph(self, body: Styled, lead: Styled | str = "", indent: int = 0, *, bar: bool = False) -> None:
        """The lead at the indent, then the body, wrapped under its own beginning; less deep where room is scarce.

        With `bar` the lead stands at the beginning of every line.
        """
        lead = lead if isinstance(lead, Styled) else Styled(lead)
        indent = min(indent, self.width // 5)
        room = self.width - indent - width(lead.plain)
        if room < LEAST and not bar:
            lead, body, room = Styled(), lead + body, self.width - indent - 2
        hang = lead if bar else Styled(" " * (self.width - indent - room))
        for number, piece in enumerate(body.divide(breaks(body.plain, room, room))):
            self.lines.append(Styled(" " * indent) + (hang if number else lead) + piece)

    def text(self) -> str:
        """The page as one string, with colour codes where the canvas has colour."""
        if self.canvas.colour:
            return painted(self.lines)
        return "".join(f"{line.plain}\n" for line in self.lines)
