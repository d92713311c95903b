"""The instruments that a report cites between book-title marks, and the days up to which it can know of anything."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from checker.patterns import expression
from checker.words.document import Document
from checker.words.place import Span
from checker.words.record import dataclass

_CITED = expression(r"《([^《》\n]{1,80})》(?: ?\(([^()\n]{1,24})\))?")
_YEARS = expression(r"((?:19|20)\d\d) ?年? ?(?:[—–~-]{1,2}|至) ?((?:19|20)\d\d) ?年?")
_BRACKET = expression(r"\(([^()]*)\)")
_DRAFT = expression(r"草案|稿")
_MADE_BY = expression(r"^(?:中共中央|国务院|中央|中|国)(?:办公厅|办)?(?:[、 ]?国务院(?:办公厅)?|[、 ]?国办)?(?=关于)")
_TOLD = expression(
    r"(?:^\s*|自\s*|现(?:将|就|把|依法)[^。;,]{0,25}?)((?:19|20)\d\d)\s*年(?:度|,|以来|\s*1\s*月\s*1\s*日|[^。;,]{0,25}(?:报告|情况))"
)
_HAN_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
_DRESS = expression(r"[\s“”]+")


@dataclass(frozen=True, slots=True)
class Citation:
    """A cited title: `name` without blanks, brackets, quotes, 中华人民共和国 and, before 关于, the centre that made it.

    `years` are those of a plan; `span` holds the book-title marks too.
    """

    name: str
    span: Span
    years: tuple[int, int] | None = None
    is_draft: bool = False


@lru_cache(maxsize=1)  # several rules ask for those of the same report
def citations(folded: str) -> tuple[Citation, ...]:
    """All citations of a folded text, in its order; of nested titles the innermost."""
    return tuple(_citations(folded))


def _citations(folded: str) -> Iterator[Citation]:
    for match in _CITED.finditer(folded):
        title, note = match[1], match[2] or ""
        brackets = " ".join(_BRACKET.findall(title)) if "(" in title else ""
        plain = _MADE_BY.sub("", _DRESS.sub("", _BRACKET.sub("", title)).removeprefix("中华人民共和国"))
        span = Span(match.start(), match.end(1) + 1)
        yield Citation(plain, span, years(brackets) or years(note), bool(_DRAFT.search(brackets)))


def years(text: str) -> tuple[int, int] | None:
    """The first range of years, such as 2021—2025年."""
    match = _YEARS.search(text)
    return (int(match[1]), int(match[2])) if match else None


def credible_signature(document: Document) -> date | None:
    """The date of the signature, unless it lies before December of the report year.

    Such a date is wrong itself, and told as that: it accuses no event and no law that the report knows of.
    """
    signed = document.signed.value if document.signed else None
    if signed is None or (document.report_year is not None and signed < date(document.report_year, 12, 1)):
        return None
    return signed


def last_day(document: Document, as_of: date | None) -> date | None:
    """The last day of which the report can tell: its signature; else the end of the year after the report year.

    None where neither is known, or the report year only guessed.
    """
    signed = credible_signature(document)
    if signed is not None:
        return signed
    if document.report_year is None or not _is_year_told(document, document.report_year):
        return None
    latest = date(document.report_year + 1, 12, 31)
    return min(latest, as_of) if as_of else latest


def _is_year_told(document: Document, year: int) -> bool:
    """Whether title, headings or the words that announce the report name its year; a date does not."""
    folded = document.folded
    spans = [*(document.title.spans if document.title else ()), *(s.heading.text_span for s in document.walk())]
    named = [text for number in (year, year + 1) for text in (str(number), str(number).translate(_HAN_DIGITS))]
    if any(text in span.of(folded) for span in spans for text in named):
        return True
    opening = document.foreword.of(folded) if document.foreword else ""
    return any(int(m[1]) == year for m in _TOLD.finditer(opening))


def year_of(document: Document) -> int | None:
    """The report year; else the year before the signature."""
    if document.report_year is not None:
        return document.report_year
    return document.signed.value.year - 1 if document.signed and document.signed.value else None
