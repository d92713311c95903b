"""The lines of a report below its head, and what each could be for the one who looks for its end."""

from __future__ import annotations

from checker.outline.bodies import ends_in_body
from checker.outline.head import looks_like_title
from checker.outline.layout import Layout
from checker.patterns import expression
from checker.words.document import LineKind
from checker.words.place import Span

_LONGEST_TITLE = 100
_LONGEST_ENTRY = 80

_ATTACHMENT = expression(r"附\s*[件表录]\s*(?:\(?[\d一二三四五六七八九十]{1,3}\)?|$|《)|附\s*[件表录]?\s*:")
_REPORT = expression(r"报告|总结|汇报|年报")
_COLOPHON = expression(r"[(\[]?(?:抄送|抄报|分送|联系|公开|此件|主题词|信息公开|印发|校对|共印)")


class Below:
    """The lines that are neither blank nor residue, by their position; `ends` collects those that are in no section."""

    def __init__(self, layout: Layout, begin: int) -> None:
        self.layout = layout
        self.numbers = [n for n in layout.solid if n >= begin and layout.kinds[n] is not LineKind.RESIDUE]
        self.ends: set[int] = set()

    def __len__(self) -> int:
        return len(self.numbers)

    def line(self, position: int) -> str:
        return self.layout.text(self.numbers[position])

    def content(self, position: int) -> Span:
        return self.layout.content(self.numbers[position])

    def is_text(self, position: int) -> bool:
        number = self.numbers[position]
        return self.layout.kinds[number] is LineKind.TEXT and number not in self.layout.markers

    def runs_on(self, position: int) -> bool:
        """Whether the report goes on here: a heading or running text, but no colophon (抄送, 联系人)."""
        number = self.numbers[position]
        if number in self.layout.markers:
            return True
        return self.layout.is_prose(number) and not _COLOPHON.match(self.line(position))

    def is_attachment(self, position: int) -> bool:
        number = self.numbers[position]
        start = self.layout.starts[number]
        if self.layout.folded[start] != "附" or self.layout.length(number) > _LONGEST_ENTRY:
            return False
        return bool(_ATTACHMENT.match(self.layout.folded, start, self.layout.ends[number]))

    def is_title(self, position: int) -> bool:
        if self.layout.length(self.numbers[position]) > _LONGEST_TITLE or not self.is_text(position):
            return False
        line = self.line(position)
        return bool(_REPORT.search(line)) and looks_like_title(line)

    def is_name(self, position: int) -> bool:
        return self.is_text(position) and ends_in_body(self.line(position))

    def end(self, position: int, kind: LineKind) -> None:
        """Says what a line of the end is."""
        number = self.numbers[position]
        self.ends.add(number)
        self.layout.mark(number, kind)
