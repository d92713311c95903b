"""Kind `numbering`: headings that belong together count one, two, three."""

from __future__ import annotations

from collections.abc import Iterator

from checker.rulebook.anchors import opening
from checker.rulebook.dossier import Dossier
from checker.rulebook.markers import Series, all_series, hides_heading_above, hides_marker, marker_with
from checker.rulebook.series import Departure, Slip, departures
from checker.words.audit import Verdict
from checker.words.document import Document, Section
from checker.words.place import Span
from checker.words.record import dataclass, field
from checker.words.rule import Hit, Judgement, Rule


@dataclass(frozen=True, slots=True)
class Numbering:
    """No heading's number departs from its series in the way named: one hit for each cause, none for what follows."""

    require: Slip = field(
        metadata={
            "zh": "不得出现的错号:gap 缺号,repeat 重号,restart 中途重起,order 颠倒",
            "en": "the departure that must not occur: gap, repeat, restart or order",
        }
    )

    def judge(self, rule: Rule, dossier: Dossier) -> Judgement:
        series = dossier.once(all_series)
        if not series:
            return Judgement(Verdict.NOT_APPLICABLE, reason="没有编号标题")
        hits = tuple(hit for one in series for hit in self._hits(dossier.document, one))
        return Judgement(Verdict.BROKEN if hits else Verdict.MET, hits, held=len(series))

    def _hits(self, document: Document, series: Series) -> Iterator[Hit]:
        for found in departures(series.numbers, series.first):
            if found.slip is self.require and not _is_swallowed(document, series, found):
                yield _hit(document, series, found)


def _is_swallowed(document: Document, series: Series, found: Departure) -> bool:
    """Whether the heading that seems to be skipped stands inside a line, where none can be seen.

    Before a gap that is the number left out, before a new beginning the next heading above.
    """
    section = series.sections[found.index]
    region = Span(_before(series, found.index), section.heading.span.start)
    if found.slip is Slip.RESTART:
        return hides_heading_above(document, region, section)
    return found.slip is Slip.GAP and hides_marker(document, region, section, found.expected)


def _before(series: Series, index: int) -> int:
    return series.sections[index - 1].heading.span.end if index else series.after


def _hit(document: Document, series: Series, found: Departure) -> Hit:
    section = series.sections[found.index]
    marker = section.heading.marker_span.of(document.text).strip()
    previous = series.sections[found.index - 1] if found.index else None
    return Hit(
        span=opening(document, section.heading.span),
        arguments={"marker": marker, "expected": marker_with(marker, found.expected), "previous": _marker(previous)},
        related=((opening(document, previous.heading.span), "前一个同级标题"),) if previous else (),
    )


def _marker(section: Section | None) -> str:
    return section.heading.marker.strip() if section else ""
