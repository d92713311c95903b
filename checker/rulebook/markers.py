"""The markers of headings as numbers: their series, and how a marker with another number is written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.patterns import expression
from checker.rulebook.anchors import trimmed
from checker.rulebook.reach import line_kind
from checker.rulebook.regex import Regex
from checker.rulebook.unmarked import heading_name
from checker.words.document import Document, LineKind, Section
from checker.words.place import Span
from checker.words.record import dataclass

_HAN = "〇一二三四五六七八九"
_NUMERAL = Regex(r"[〇零一二三四五六七八九十百]+|\d+|[①-⑳]")
_RANK = {"part": -1, "chapter": 0}
_LEADS = Regex(
    r"(?::|如下。?|(?:以下|下列)[^。,;]{0,10}(?:方面|问题|工作|措施|情况|内容|特点|任务|做法|举措)[^。,;]{0,4}。?)$"
)
_ABOVE_BRACKETS = Regex(r"[。;!?:][ ]{0,4}[一二三四五六七八九十]{1,3}、")
_ABOVE_POINTS = Regex(r"[。;!?:][ ]{0,4}(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))")
_TOLD = frozenset({LineKind.TEXT, LineKind.HEADING})
_GOES_ON = _TOLD | {LineKind.RESIDUE, LineKind.ADDRESSEE, LineKind.TABLE}


@dataclass(frozen=True, slots=True)
class Series:
    """Headings that count together, in the order of the text.

    `first` is the number that they should begin with; `after` is where the heading before them ends.
    """

    sections: tuple[Section, ...]
    first: int
    after: int

    @property
    def numbers(self) -> tuple[int, ...]:
        return tuple(section.heading.number for section in self.sections)


def all_series(document: Document) -> tuple[Series, ...]:
    """The series of the report proper; attachments count for themselves and are left out.

    A deeper series ends with the heading above it. One that begins where the last of its depth ended goes on: some
    reports count their points through all chapters.
    """
    sections = counted_sections(document)
    series: list[tuple[int, int, list[Section]]] = []
    running: dict[int, list[Section]] = {}
    after = document.proper.start
    for section, rank in zip(sections, ranks(sections), strict=True):
        for deeper in [r for r in running if r > rank]:
            del running[deeper]
        if rank not in running or (section.heading.number == 1 and _begins_anew(document, section)):
            running[rank] = []
            series.append((rank, after, running[rank]))
        running[rank].append(section)
        after = section.heading.span.end
    return _with_beginnings(series)


def misfits(document: Document) -> tuple[Section, ...]:
    """The headings that go on with the count of those around them, in a marker of another depth: (一) (二) 3. (四)."""
    sections = counted_sections(document)
    return tuple(s for s, rank in zip(sections, ranks(sections), strict=True) if rank != _rank(s))


def ranks(sections: Sequence[Section]) -> list[int]:
    """The depth at which each heading counts: that of its marker, or of its neighbours' where it fits among them."""
    found = [_rank(section) for section in sections]
    numbers = [section.heading.number for section in sections]
    for index in range(1, len(sections)):
        before, here = found[index - 1], found[index]
        if before == here or numbers[index] != numbers[index - 1] + 1 or numbers[index] == 1:
            continue
        last = index + 1 == len(sections) or found[index + 1] < before
        if (last and here > before and numbers[index] > 2) or (
            not last and found[index + 1] == before and numbers[index + 1] == numbers[index] + 1
        ):
            found[index] = before
    return found


def counted_sections(document: Document) -> list[Section]:
    """The sections of the report in the order of the text, without those of its attachments."""
    limit = document.attachments[0].start if document.attachments else document.proper.end
    return [section for section in document.walk() if section.extent.start < limit]


def marker_with(marker: str, number: int) -> str:
    """The marker with another number in the same dress: （二） and 3 give （三）."""

    def numeral(match: re.Match[str]) -> str:
        if match[0].isascii() or match[0].isdecimal():
            return str(number)
        return chr(ord("①") + number - 1) if "①" <= match[0] <= "⑳" else han(number)

    return _NUMERAL.pattern.sub(numeral, marker, count=1)


def han(number: int) -> str:
    """A number from 0 to 99 in Chinese numerals."""
    tens, ones = divmod(number, 10)
    if not tens:
        return _HAN[ones]
    return (_HAN[tens] if tens > 1 else "") + "十" + (_HAN[ones] if ones else "")


def _with_beginnings(series: list[tuple[int, int, list[Section]]]) -> tuple[Series, ...]:
    ended: dict[int, int] = {}
    found: list[Series] = []
    for rank, after, sections in series:
        begins = sections[0].heading.number
        found.append(Series(tuple(sections), begins if begins == ended.get(rank, 0) + 1 else 1, after))
        ended[rank] = sections[-1].heading.number
    return tuple(found)


def _rank(section: Section) -> int:
    return _RANK.get(section.heading.style, section.heading.depth)


def _begins_anew(document: Document, section: Section) -> bool:
    """Whether a count from one starts a list of its own: after an unmarked heading, a table, or 如下:."""
    number = document.index.number(section.heading.span.start) - 1
    while number > 0:
        line = document.lines[number - 1]
        span = trimmed(document.folded, line.span)
        if span:
            lead = _LEADS.search(document.folded, max(span.start, span.end - 20), span.end)
            named = heading_name(document, line)
            is_table = line.kind is LineKind.TABLE and section.heading.depth > 2  # the notes below it
            return is_table or line.kind not in _GOES_ON or bool(lead) or named is not None
        number -= 1
    return False


def hides_heading_above(document: Document, region: Span, section: Section) -> bool:
    """Whether a marker that would stand above the section follows a sentence inside a line of the region."""
    pattern = _ABOVE_POINTS if section.heading.depth > 2 else _ABOVE_BRACKETS
    return section.heading.depth > 1 and bool(pattern.search(document.folded, region.start, region.end))


def hides_marker(document: Document, region: Span, section: Section, number: int) -> bool:
    """Whether the section's marker with this number stands at the head of a sentence inside the region."""
    bare = marker_with(section.heading.marker_span.of(document.folded), number).strip().rstrip("、. ")
    # 2.58件处罚中: a number of its own behind the marker, since no case is counted in hundredths
    tail = "" if bare.endswith(")") else r"(?:、|\.(?!\d)|\.(?=\d\+|\d{1,5}[件起宗名份]))"
    written = expression(rf"[。;!?:\s]{re.escape(bare)}{tail}")
    found = written.finditer(document.folded, max(0, region.start - 1), region.end)
    return any(line_kind(document, match.end()) in _TOLD for match in found)
