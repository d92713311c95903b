"""The lines of a text while the outline is being made: where their content lies and what each has been found to be."""

from __future__ import annotations

from checker.outline.markers import Marker, find_marker
from checker.patterns import expression
from checker.words.document import Line, LineKind
from checker.words.place import Lines, Span

# Blanks of any width, and characters that nobody sees.
_BLANKS = "".join(map(chr, [*range(0x21), *range(0x7F, 0xA1), 0x1680, *range(0x2000, 0x2010), 0x2028, 0x2029])) + (
    "\u202f\u205f\u2060\u3000\ufeff"
)
_GENRE = expression(
    r"(?:报告|年报|总结|汇报|公报|通报|公示|公告|白皮书|情况|情况说明|思路|打算|安排|计划|要点|数据|统计表|情况表|一览表)"
    r"(?:书|文本|全文|正文|表)?\s*(?:[(\[〔][^()]{1,20}[)\]〕])?\s*[。.]?$"
)
_ANNOUNCING = expression(r"现将|如下\s*:?$|如下[:。]")
_OPENING = expression(r"(?:\d{4}\s*年|根据|按照|依据|为|过去|一年来|今年|近年)[^:]*,")
_LONG = 60
_LONGEST_TITLE = 100
LONGEST_HEAD = 40  # lines


class Layout:
    """One entry a line in each list; numbers of lines are 0-based.

    `solid` are the lines that are not blank, `markers` those of headings, `contents` the table of contents.
    """

    __slots__ = ("contents", "ends", "folded", "index", "kinds", "markers", "solid", "spans", "starts")

    def __init__(self, folded: str, index: Lines) -> None:
        self.folded = folded
        self.index = index
        self.spans = [index.span(number) for number in range(1, len(index) + 1)]
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.kinds: list[LineKind] = []
        self.solid: list[int] = []
        self.markers: dict[int, Marker] = {}
        self.contents: set[int] = set()
        for number, span in enumerate(self.spans):
            self._add(number, span)

    def _add(self, number: int, span: Span) -> None:
        line = self.folded[span.start : span.end]
        start = span.end - len(line.lstrip(_BLANKS))
        end = span.start + len(line.rstrip(_BLANKS))
        self.starts.append(start)
        self.ends.append(max(start, end))
        if start >= end:
            self.kinds.append(LineKind.BLANK)
            return
        self.solid.append(number)
        self.kinds.append(LineKind.TEXT)
        if marker := find_marker(self.folded, start, end):
            self.markers[number] = marker

    def text(self, number: int) -> str:
        """The folded content of a line."""
        return self.folded[self.starts[number] : self.ends[number]]

    def length(self, number: int) -> int:
        return self.ends[number] - self.starts[number]

    def content(self, number: int) -> Span:
        return Span(self.starts[number], self.ends[number])

    def is_prose(self, number: int) -> bool:
        """Whether the line is running text: a sentence, or too long for a title."""
        start, end = self.starts[number], self.ends[number]
        stop = self.folded.find("。", start, end)
        if end - start >= _LONGEST_TITLE or 0 <= stop < end - 1:
            return True
        line = self.folded[start:end]
        if _OPENING.match(line) or _ANNOUNCING.search(line):
            return True
        return (stop >= 0 or end - start >= _LONG) and not is_genre(line)

    def before_text(self) -> list[int]:
        """The lines before the first heading and the first running text: title, addressee, what a page put there."""
        before: list[int] = []
        for number in self.solid[:LONGEST_HEAD]:
            if number in self.markers or self.is_prose(number):
                break
            before.append(number)
        return before

    def mark(self, number: int, kind: LineKind) -> None:
        """Says what a line is; only headings and text keep their markers."""
        self.kinds[number] = kind
        self.markers.pop(number, None)

    def lines(self) -> tuple[Line, ...]:
        return tuple(
            Line(number, kind, span) for number, (kind, span) in enumerate(zip(self.kinds, self.spans, strict=True), 1)
        )


def is_genre(line: str) -> bool:
    """Whether a folded line ends as the titles of reports do; 报  告 may be spaced out."""
    return bool(_GENRE.search("".join(line.split())))
