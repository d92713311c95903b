"""Which markers head a section, and where the heading ends and its text begins."""

from __future__ import annotations

from checker.outline.layout import LONGEST_HEAD, Layout, is_genre
from checker.outline.markers import Marker, following
from checker.patterns import expression
from checker.words.document import Heading, LineKind
from checker.words.place import Span

# A full stop inside 《》 or “” does not end a heading; a mark that is never closed is a character like others.
_UP_TO_STOP = expression(r"(?:[^。《“]+|《[^《》]*》|“[^“”]*”|[《“])*+")
_LEADER = expression(r"(?:\.{3,}|…+|·{3,}|-{4,}|—{3,})\s*[(\[]?\d{1,3}[)\]]?$")
_CONTENTS = expression(r"目\s*[录次]\s*:?")
_NOTE = expression(r"(?:注|备注|附注|说明|填表说明|填报说明|注释)\s*:")
_HASHES = expression(r"(#{1,6})[ \t]+(?=\S)")
# A row of a table told as a line: 一、本年新收政府信息公开申请数量:自然人812、商业企业96、科研机构14、总计974
_CELLS = expression(r":\s*(?:[一-龥()（）]{1,14}\d[\d,.]{0,12}[、,]){3,}")
_LIST = expression(r"[;;,:、。\s)]")


def drop_false_markers(layout: Layout) -> None:
    """Takes the markers from lines that head nothing: inline lists, entries of a table of contents, notes."""
    for number in list(layout.markers):
        if _heads_nothing(layout, number):
            del layout.markers[number]
    _drop_contents(layout)
    if "注" in layout.folded or "说明" in layout.folded:
        _drop_notes(layout)


def find_hashes(layout: Layout) -> None:
    """Gives the headings of Markdown that have no number one of their own; the first may be the title instead."""
    if "#" not in layout.folded:
        return
    hashed = {
        number: match
        for number in layout.solid
        if number not in layout.markers
        and (match := _HASHES.match(layout.folded, layout.starts[number], layout.ends[number]))
    }
    levels = {number: match.end(1) - match.start(1) for number, match in hashed.items()}
    first = next(iter(hashed), None)
    is_first = first in layout.before_text()
    if (
        first is not None
        and is_first
        and (list(levels.values()).count(levels[first]) == 1 or is_genre(layout.text(first)))
    ):
        del hashed[first]
    counts = [0] * 7
    base = min((levels[number] for number in hashed), default=1)
    for number, match in hashed.items():
        depth = min(levels[number] - base + 1, 5)
        counts[depth:] = [counts[depth] + 1, *[0] * (6 - depth)]
        layout.markers[number] = Marker("hash", depth, counts[depth], match.start(1), match.end(1), match.end())


def heading_end(folded: str, start: int, end: int) -> int:
    """Where a heading ends that begins here: at its full stop outside 《》 and “”, else at the end of the line."""
    stop = folded.find("。", start, end)
    if stop < 0:
        return end
    if folded.find("“", start, stop) < 0 and folded.find("《", start, stop) < 0:
        return stop
    match = _UP_TO_STOP.match(folded, start, end)
    return match.end() if match else end


def headings(layout: Layout, text: str) -> dict[int, Heading]:
    """The headings by the numbers of their lines (0-based), in the order of the text."""
    return {number: _heading(layout, text, number, marker) for number, marker in sorted(layout.markers.items())}


def _heading(layout: Layout, text: str, number: int, marker: Marker) -> Heading:
    end = heading_end(layout.folded, marker.text_start, layout.ends[number])
    words = layout.folded[marker.text_start : end]
    end = marker.text_start + len(words.rstrip(" \t*#" if words.endswith(("*", "#")) else None))
    return Heading(
        depth=marker.depth,
        style=marker.style,
        marker=text[marker.start : marker.end].rstrip(),
        number=marker.number,
        text=text[marker.text_start : end],
        marker_span=Span(marker.start, marker.end),
        text_span=Span(marker.text_start, end),
    )


def _heads_nothing(layout: Layout, number: int) -> bool:
    marker = layout.markers[number]
    folded, end = layout.folded, layout.ends[number]
    if folded[end - 1].isdecimal() and _LEADER.search(layout.text(number)):
        return True
    if _CELLS.search(folded, marker.text_start, end):
        return True
    found = folded.find(following(marker.style, marker.number), marker.text_start, end)
    if found < 0 or found >= heading_end(folded, marker.text_start, end):
        return False
    return marker.style in ("han_bracket", "digit_bracket", "circled") or bool(_LIST.match(folded, found - 1))


def _drop_contents(layout: Layout) -> None:
    """A table of contents: entries one below the other, whose first stands again further down, over its text.

    The word 目录 above them is enough; without it the first entry must stand again in the same words.
    """
    numbers = sorted(layout.markers)
    opening = next(
        (n for n in layout.solid[:LONGEST_HEAD] if layout.length(n) <= 6 and _CONTENTS.fullmatch(layout.text(n))), None
    )
    first = next((i for i, number in enumerate(numbers) if opening is None or number > opening), len(numbers))
    again = next(
        (i for i in range(first + 2, len(numbers)) if _stands_again(layout, numbers[first], numbers[i], opening)), None
    )
    if again is None:
        return
    entries = [n for n in layout.solid if numbers[first] <= n < numbers[again]]
    if opening is None and entries != numbers[first:again]:
        return
    for number in numbers[first:again]:
        del layout.markers[number]
    layout.contents.update(entries)


def _stands_again(layout: Layout, entry: int, number: int, opening: int | None) -> bool:
    """Whether the heading of this line is that of an entry; 第一部分 may have its name on the next line."""
    one, other = layout.markers[entry], layout.markers[number]
    if (one.style, one.number) != (other.style, other.number):
        return False
    if opening is not None:
        return True
    following = next((n for n in range(number + 1, len(layout.kinds)) if layout.kinds[n] is not LineKind.BLANK), number)
    name = layout.folded[one.text_start : layout.ends[entry]]
    return name in (layout.folded[other.text_start : layout.ends[number]], layout.text(following))


def _drop_notes(layout: Layout) -> None:
    """The points of a note under a table: 注:1.… with 2.… and 3.… on the next lines."""
    expected = 0
    for number in layout.solid:
        marker = layout.markers.get(number)
        if expected and marker and marker.depth == 3 and marker.number == expected:
            del layout.markers[number]
            expected += 1
        elif layout.kinds[number] is not LineKind.BLANK:
            expected = _points(layout, number)


def _points(layout: Layout, number: int) -> int:
    """The number of the point that may follow a line that opens a note; 0 where it opens none."""
    start = layout.starts[number]
    note = _NOTE.match(layout.folded, start, min(layout.ends[number], start + 12))
    if note is None:
        return 0
    return 1 if note.end() == layout.ends[number] else 2
