"""What stands under the last section: closing phrase, attachments, signature and date; then perhaps another report."""

from __future__ import annotations

from dataclasses import dataclass

from checker.outline.bodies import ends_in_body
from checker.outline.dates import DateLine, date_line
from checker.outline.head import looks_like_title
from checker.outline.layout import Layout
from checker.patterns import expression
from checker.words.document import LineKind, Named, Signed
from checker.words.place import Span

_MOST_SIGNATORIES = 4
_LONGEST_NAME = 50
_LONGEST_LOOSE_NAME = 25
_LONGEST_ENTRY = 80
_MOST_ENTRIES = 15
_LONGEST_TITLE = 100

_REPORTED = "(?:报告|汇报|函告|函报|报送|公布|公告|说明|上报|呈报|报请|通报)"
_CLOSING = expression(
    rf"(?:(?:特此|专此|谨此|现予){_REPORTED}|以上(?:报告|汇报|情况|总结)[^。]{{0,20}}[请否妥][^。]{{0,20}}"
    r"|(?:妥否|当否|是否妥当)[,、]?[^。]{0,20}|请(?:予)?(?:审阅|审议|指示|批示|批评指正))[。.!]?"
)
_CLOSING_AT_END = expression(rf"(?<=[。;!])\s*((?:特此|专此|谨此){_REPORTED}[。.!]?)$")
_ATTACHMENT = expression(r"附\s*[件表录]\s*(?:\(?[\d一二三四五六七八九十]{1,3}\)?|$|《)|附\s*[件表录]?\s*:")
_LIST = expression(r"附\s*[件表录]?\s*:")
_ENTRY = expression(r"\d{1,2}\s*[.、]|《|\(?[\d一二三四五六七八九十]{1,2}[)、]")
_SEAL = expression(r"\s*[(\[]\s*(?:盖章|印章|公章|章|印)\s*[)\]]$")
_SENTENCE = expression(r"[。,;:!?]")
_GENRE_OF_REPORTS = expression(r"报告|总结|汇报|年报")
_COLOPHON = expression(r"[(\[]?(?:抄送|抄报|分送|联系|公开|此件|主题词|信息公开|印发|校对|共印)")
_DATE_ENDS = frozenset("日号月)]0123456789")


@dataclass(frozen=True, slots=True)
class Tail:
    """What ends a report. `titles` are those of further reports; `ends` the lines (0-based) that are in no section."""

    closing: Span | None
    signature: Named | None
    signed: Signed | None
    attachments: tuple[Span, ...]
    titles: tuple[Span, ...]
    ends: frozenset[int]


def read_tail(layout: Layout, text: str, begin: int) -> Tail:
    """Reads what follows the report's text, which begins in line `begin`, and marks what it is."""
    return _Reader(layout, text, begin).read()


@dataclass(frozen=True, slots=True)
class _Date:
    """A date line: its position among the lines, what it says, whether a body stands on it or above it."""

    position: int
    line: DateLine
    is_signed: bool


class _Reader:
    """Finds the date, then reads upwards: who signed, and what stands between them and the text."""

    def __init__(self, layout: Layout, text: str, begin: int) -> None:
        self.layout = layout
        self.text = text
        self.lines = [n for n in layout.solid if n >= begin and layout.kinds[n] is not LineKind.RESIDUE]
        self.ends: set[int] = set()
        self.closing: Span | None = None
        self.attachments: list[Span] = []
        self.titles: list[Span] = []

    def read(self) -> Tail:
        date = self._find_date()
        bottom = len(self.lines) if date is None else date.position + 1
        attached = self._find_attachments(bottom, is_signed=date is not None)
        title = self._find_next_title(bottom) if date else None
        self._mark_attachments(attached)
        signed = self._mark_date(date) if date else None
        top, signature = self._read_signatories(date.position if date else attached, date)
        top = self._read_closing(top)
        top = self._read_list(top)
        if self.closing is None:
            self._read_closing(top)
        if title is not None:
            self._end(title, LineKind.TITLE)
            self.titles.append(self.layout.content(self.lines[title]))
        return Tail(self.closing, signature, signed, tuple(self.attachments), tuple(self.titles), frozenset(self.ends))

    # what a line is

    def _line(self, position: int) -> str:
        return self.layout.text(self.lines[position])

    def _is_text(self, position: int) -> bool:
        number = self.lines[position]
        return self.layout.kinds[number] is LineKind.TEXT and number not in self.layout.markers

    def _runs_on(self, position: int) -> bool:
        number = self.lines[position]
        if number in self.layout.markers:
            return True
        return self.layout.is_prose(number) and not _COLOPHON.match(self._line(position))

    def _is_attachment(self, position: int) -> bool:
        number = self.lines[position]
        start = self.layout.starts[number]
        if self.layout.folded[start] != "附" or self.layout.length(number) > _LONGEST_ENTRY:
            return False
        return bool(_ATTACHMENT.match(self.layout.folded, start, self.layout.ends[number]))

    def _is_title(self, position: int) -> bool:
        line = self._line(position)
        return len(line) <= _LONGEST_TITLE and bool(_GENRE_OF_REPORTS.search(line)) and looks_like_title(line)

    def _is_name(self, position: int) -> bool:
        return self._is_text(position) and ends_in_body(self._line(position))

    def _end(self, position: int, kind: LineKind) -> None:
        number = self.lines[position]
        self.ends.add(number)
        self.layout.mark(number, kind)

    # the date

    def _find_date(self) -> _Date | None:
        """The date under the first report: nothing runs on between it and an attachment, a next title, or the end."""
        chosen: _Date | None = None
        at_end, fresh = True, True
        for position in range(len(self.lines) - 1, -1, -1):
            if not at_end:
                at_end = fresh = self._is_attachment(position) or self._is_title(position)
                continue
            found = self._date_at(position)
            if found and (fresh or chosen is None or (found.is_signed and not chosen.is_signed)):
                chosen, fresh = found, False
            elif self._runs_on(position):
                at_end = False
        return chosen

    def _date_at(self, position: int) -> _Date | None:
        number = self.lines[position]
        if self.layout.folded[self.layout.ends[number] - 1] not in _DATE_ENDS or not self._is_text(position):
            return None
        line = self._line(position)
        found = date_line(line)
        if found is None or (found.name_end and not ends_in_body(line[: found.name_end])):
            return None
        return _Date(position, found, bool(found.name_end) or (position > 0 and self._is_name(position - 1)))

    def _mark_date(self, date: _Date) -> Signed | None:
        start = self.layout.starts[self.lines[date.position]]
        self._end(date.position, LineKind.DATE)
        return (
            Signed(date.line.value, Span(start + date.line.start, start + date.line.end)) if date.line.is_full else None
        )

    # who signed

    def _read_signatories(self, bottom: int, date: _Date | None) -> tuple[int, Named | None]:
        """The bodies on the date's line, else above it, else below it; and the position where they begin."""
        if date and date.line.name_end:
            start = self.layout.starts[self.lines[date.position]]
            return bottom, self._named([Span(start, start + date.line.name_end)])
        top = bottom
        while top > 0 and bottom - top < _MOST_SIGNATORIES and self._signs(top - 1, date is not None and top == bottom):
            top -= 1
        positions = list(range(top, bottom))
        if date and not positions and bottom + 1 < len(self.lines) and self._is_name(bottom + 1):
            positions = [bottom + 1]
        spans = [self.layout.content(self.lines[position]) for position in positions]
        for position in positions:
            self._end(position, LineKind.ISSUER)
        return top, self._named(spans) if spans else None

    def _signs(self, position: int, is_above_date: bool) -> bool:
        """Whether the line names who signs; just above a date any short line without punctuation does."""
        if not self._is_text(position) or self._is_attachment(position):
            return False
        line = self._line(position)
        if len(line) > _LONGEST_NAME or _SENTENCE.search(line) or _CLOSING.fullmatch(line):
            return False
        return ends_in_body(line) or (is_above_date and len(line) <= _LONGEST_LOOSE_NAME and not _ENTRY.match(line))

    def _named(self, spans: list[Span]) -> Named:
        last = spans[-1]
        seal = _SEAL.search(self.layout.folded, last.start, last.end)
        spans = [*spans[:-1], Span(last.start, seal.start() if seal else last.end)]
        return Named(" ".join(span.of(self.text) for span in spans), spans[0].join(spans[-1]))

    # between text and signature

    def _read_closing(self, bottom: int) -> int:
        """A closing phrase in the line above, or at the end of its text; and the position where it begins."""
        if bottom <= 0:
            return bottom
        number = self.lines[bottom - 1]
        span = self.layout.content(number)
        if len(span) <= _LONGEST_NAME and _CLOSING.fullmatch(self.layout.folded, span.start, span.end):
            self._end(bottom - 1, LineKind.CLOSING)
            self.closing = span
            return bottom - 1
        if match := _CLOSING_AT_END.search(self.layout.folded, max(span.start, span.end - 12), span.end):
            self.closing = Span(*match.span(1))
        return bottom

    def _read_list(self, bottom: int) -> int:
        """The list of attachments that may stand above the signature; and the position where it begins."""
        for position in range(bottom - 1, max(-1, bottom - 1 - _MOST_ENTRIES), -1):
            if self._is_attachment(position):
                for entry in range(position, bottom):
                    self._end(entry, LineKind.ATTACHMENT)
                    self.attachments.insert(entry - position, self.layout.content(self.lines[entry]))
                return position
            if self.layout.length(self.lines[position]) > _LONGEST_ENTRY or not _ENTRY.match(self._line(position)):
                return bottom
        return bottom

    # below the signature

    def _find_attachments(self, begin: int, *, is_signed: bool) -> int:
        """The position of the first attachment below the report; the number of lines where there is none.

        Without a signature it is one after which no heading goes on: an attachment's own headings begin with 一、.
        """
        if is_signed:
            return next((p for p in range(begin, len(self.lines)) if self._is_attachment(p)), len(self.lines))
        first: int | None = None
        for position, number in enumerate(self.lines):
            marker = self.layout.markers.get(number)
            if first is not None and marker:
                if marker.number == 1 and marker.depth == 1:
                    return first
                first = None
            elif first is None and position and self._is_attachment(position):
                first = position
        return len(self.lines) if first is None else first

    def _mark_attachments(self, begin: int) -> None:
        is_list = False
        for position in range(begin, len(self.lines)):
            number = self.lines[position]
            is_head = self._is_attachment(position)
            is_list = (is_head and bool(_LIST.match(self._line(position)))) or (
                is_list and bool(_ENTRY.match(self._line(position)))
            )
            if is_head or is_list:
                self.attachments.append(self.layout.content(number))
            is_table = self.layout.kinds[number] is LineKind.TABLE
            self._end(position, LineKind.TABLE if is_table else LineKind.ATTACHMENT)

    def _find_next_title(self, begin: int) -> int | None:
        """The title of a second report in the same file."""
        for position in range(begin, len(self.lines)):
            if self._runs_on(position) or self._is_attachment(position):
                return None
            if self._is_text(position) and self._is_title(position):
                return position
        return None
