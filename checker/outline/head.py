"""What stands before the first heading: title, addressee, foreword."""

from __future__ import annotations

from checker.outline.bodies import YEAR, body_in_title, ends_in_body, region_in_title
from checker.outline.dates import is_date_line
from checker.outline.layout import LONGEST_HEAD, Layout, is_genre
from checker.patterns import expression
from checker.words.document import LineKind, Title
from checker.words.place import Span
from checker.words.record import dataclass

_MOST_TITLE_LINES = 4
_LONGEST_BARE_TITLE = 45
_SHORTEST_LINE = 3  # 报告 may be broken, and 告 stand alone
_LEAST_LIKENESS = 0.8

_ADDRESSEE = expression(
    r"[^。;!?]{0,60}(?:各位|[省市县区州盟旗镇乡部局厅委办处院会团组]|街道|政府|单位|代表|同志|领导|人大|政协)[^。;!?]{0,8}:"
)
_NOT_ADDRESSED = expression(r"如下|现将|报告|汇报|情况|附件|时间|日期|电话|联系|来源")
_BEGINS = expression(rf"关于|[(\[]?{YEAR}")
_SUBJECT_AND_MATTER = expression(rf".{{2,60}}?(?:关于|{YEAR})")
_REGION_LINE = expression(r"[^\W\d_]{2,14}(?:省|市|县|区|州|盟|旗|镇|乡|街道|兵团|系统)")
_YEAR_LINE = expression(rf"[(\[]?\s*{YEAR}\s*年?度?\s*[)\]]?")
_SUBTITLE = expression(r"[—-]{1,3}.{2,60}")
_PUNCTUATION = expression(r"[。,;:!?]")
_NO_TITLE = expression(r"文件$|〔\d{4}〕|^第?\d+号$|签发人|^附件|^目\s*[录次]$|^[(\[].*[)\]]$")
_MARKDOWN = "#*| \t"
_WORD = expression(r"\w")


@dataclass(frozen=True, slots=True)
class Head:
    """Title and addressee, and the numbers (0-based) of the foreword's lines."""

    title: Title | None
    addressee: Span | None
    foreword: tuple[int, ...]


def read_head(layout: Layout, text: str) -> Head:
    """Reads the lines before the first heading and marks what they are."""
    lines = [n for n in layout.before_text() if layout.kinds[n] is LineKind.TEXT and n not in layout.contents]
    foreword = _foreword(layout)
    addressee = next((number for number in [*lines, *foreword[:1]] if _is_addressee(layout.text(number))), None)
    if addressee is not None:
        layout.mark(addressee, LineKind.ADDRESSEE)
        lines, foreword = ([n for n in numbers if n != addressee] for numbers in (lines, foreword))
    title = _title(layout, text, [number for number in lines if _WORD.search(layout.text(number))])
    return Head(title, None if addressee is None else layout.content(addressee), tuple(foreword))


def looks_like_title(line: str) -> bool:
    """Whether a folded line could be the whole title of a report."""
    return is_genre(line) and bool(_SUBJECT_AND_MATTER.match(line) or _BEGINS.match(line) or body_in_title(line))


def is_again(title: str, other: str) -> bool:
    """Whether another folded title is the same one, perhaps in other words (…工作的报告, …工作情况的报告)."""
    bodies = [found and found.of(text) for text in (title, other) if (found := body_in_title(text))]
    if len(set(bodies)) > 1:
        return False
    first, second = set("".join(title.split())), set("".join(other.split()))
    return len(first & second) >= _LEAST_LIKENESS * min(len(first), len(second))


def _foreword(layout: Layout) -> list[int]:
    """From the first running text to the first heading; one paragraph where there is no heading."""
    found: list[int] = []
    for position, number in enumerate(layout.solid):
        if number in layout.markers:
            return found
        if layout.kinds[number] is LineKind.TEXT and (found or layout.is_prose(number)):
            found.append(number)
        if not found and position > LONGEST_HEAD:
            break
    return found[:1]


def _is_addressee(line: str) -> bool:
    return line.endswith(":") and bool(_ADDRESSEE.fullmatch(line)) and not _NOT_ADDRESSED.search(line)


def _title(layout: Layout, text: str, lines: list[int]) -> Title | None:
    windows = [(first, last) for last in range(len(lines)) if (first := _first_line(layout, lines, last)) is not None]
    whole = [window for window in windows if looks_like_title(_joined(layout, lines, window))]
    chosen = next(iter(whole or windows), None) or _bare_title(layout, lines)
    if chosen is None:
        return None
    first, last = chosen
    if last + 1 < len(lines) and _YEAR_LINE.fullmatch(layout.text(lines[last + 1])):
        last += 1
    wording = _joined(layout, lines, (first, last))
    later = [window for window in windows if window[0] > last]
    again = [window for window in later if is_again(wording, _joined(layout, lines, window))]
    title = Title(
        _spoken(layout, text, lines[first : last + 1]),
        tuple(_bare(layout, number) for number in lines[first : last + 1]),
        tuple(_bare(layout, number) for window in again for number in lines[window[0] : window[1] + 1]),
    )
    _mark(layout, lines, [(first, last), *again])
    return title


def _first_line(layout: Layout, lines: list[int], last: int) -> int | None:
    """Where the title begins that ends with this line; None where none ends here."""
    line = _plain(layout, lines[last])
    left_over = _plain(layout, lines[last - 1]) if last and len(line) <= _SHORTEST_LINE else ""
    if not is_genre(left_over + line) or _NO_TITLE.search(line):
        return None
    first = last
    while first > 0 and last - first < _MOST_TITLE_LINES - 1:
        if not _goes_on(_plain(layout, lines[first - 1]), _plain(layout, lines[first])):
            break
        first -= 1
    return first


def _goes_on(above: str, line: str) -> bool:
    """Whether a title's line continues the one above: a body and what it reports, two bodies, a broken phrase."""
    if _PUNCTUATION.search(above) or _NO_TITLE.search(above) or is_genre(above):
        return False
    is_name = ends_in_body(above) or bool(_REGION_LINE.fullmatch(above))
    if _BEGINS.match(line):
        return is_name
    if ends_in_body(line) or body_in_title(line) or region_in_title(line):
        return is_name and not line.startswith(above)
    return is_name or bool(_BEGINS.match(above) or _SUBJECT_AND_MATTER.match(above))


def _bare_title(layout: Layout, lines: list[int]) -> tuple[int, int] | None:
    """A title that does not say what kind of text it heads: the first short line, after its body where that leads."""
    bare = [_is_bare_title(_plain(layout, number)) for number in lines[:2]]
    if not bare or not bare[0]:
        return None
    leads = len(bare) == 2 and bare[1] and ends_in_body(_plain(layout, lines[0]))
    return (0, 1) if leads and not ends_in_body(_plain(layout, lines[1])) else (0, 0)


def _is_bare_title(line: str) -> bool:
    return len(line) <= _LONGEST_BARE_TITLE and not (
        _PUNCTUATION.search(line) or _NO_TITLE.search(line) or is_date_line(line)
    )


def _mark(layout: Layout, lines: list[int], windows: list[tuple[int, int]]) -> None:
    """Says what the lines around the title are: further printings, a subtitle, issuer and date under it, page names."""
    of_title = {index for first, last in windows for index in range(first, last + 1)}
    on_page = any(layout.kinds[number] is LineKind.RESIDUE for number in layout.solid if number < lines[windows[0][0]])
    for index, number in enumerate(lines):
        line = layout.text(number)
        if index in of_title or (index > windows[0][1] and _SUBTITLE.fullmatch(line)):
            layout.mark(number, LineKind.TITLE)
        elif index < windows[0][0]:
            if on_page and not _NO_TITLE.search(line):
                layout.mark(number, LineKind.RESIDUE)
        elif is_date_line(line):
            layout.mark(number, LineKind.DATE)
        elif ends_in_body(line):
            layout.mark(number, LineKind.ISSUER)


def _joined(layout: Layout, lines: list[int], window: tuple[int, int]) -> str:
    return _spoken(layout, layout.folded, lines[window[0] : window[1] + 1])


def _spoken(layout: Layout, text: str, lines: list[int]) -> str:
    """The lines of a title as one text; only two bodies are parted by a blank."""
    result = ""
    for number in lines:
        line = _plain(layout, number)
        parted = result and ends_in_body(result) and (ends_in_body(line) or body_in_title(line))
        result += (" " if parted else "") + _bare(layout, number).of(text)
    return result


def _plain(layout: Layout, number: int) -> str:
    return _bare(layout, number).of(layout.folded)


def _bare(layout: Layout, number: int) -> Span:
    """A line's content without the marks of Markdown."""
    line = layout.text(number)
    start = layout.starts[number] + len(line) - len(line.lstrip(_MARKDOWN))
    return Span(start, max(start, layout.starts[number] + len(line.rstrip(_MARKDOWN))))
