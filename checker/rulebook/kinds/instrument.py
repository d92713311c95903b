"""Kind `instrument`: laws and documents that were not valid when the report cites them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import cast

from checker.rulebook.citations import Citation, citations, last_day, year_of
from checker.rulebook.dates import written
from checker.rulebook.dossier import Dossier
from checker.rulebook.reach import Reach, sentence, together, verdict, within
from checker.rulebook.regex import Regex
from checker.words.audit import Verdict
from checker.words.document import Document
from checker.words.place import Span
from checker.words.record import dataclass, field
from checker.words.registry import Instrument
from checker.words.rule import Hit, Judgement, Rule

_CLOSE = 12  # characters before a citation that say how it is meant
_STALE = 4  # years after which a revision is no longer new


@dataclass(frozen=True, slots=True)
class Validity:
    """The words by which a report tells how it cites."""

    past: tuple[Regex, ...] = field(
        default=(), metadata={"zh": "表明旧法已成历史的用语", "en": "words that tell of a law as past"}
    )
    coming: tuple[Regex, ...] = field(
        default=(), metadata={"zh": "表明尚在制定的用语", "en": "words that tell of a law as still to come"}
    )
    applied: tuple[Regex, ...] = field(
        default=(), metadata={"zh": "表明已据以办理的用语(引文之前)", "en": "words before it that tell it was applied"}
    )
    revised: tuple[Regex, ...] = field(
        default=(), metadata={"zh": "表明刚刚修订的用语(引文之前)", "en": "words before it that tell of a new revision"}
    )
    done_in: tuple[str, ...] = field(
        default=(), metadata={"zh": "叙述本年度工作的部分", "en": "parts that tell the work of the year"}
    )


@dataclass(frozen=True, slots=True)
class ValidInstrument:
    """The laws that the report cites existed when it was signed and were not repealed before the report year."""

    require: Validity = field(metadata={"zh": "识别用语", "en": "words that tell how a law is cited"})
    given: Reach = field(default=Reach(), metadata={"zh": "检查范围", "en": "where it is looked for"})

    def judge(self, rule: Rule, dossier: Dossier) -> Judgement:
        cited = defaultdict(list)
        for citation in citations(dossier.document.folded):
            if not citation.is_draft:
                cited[citation.name].append(citation)
        if not cited:
            return Judgement(Verdict.MET)
        known = cast(tuple[Instrument, ...], dossier.rulebook.registries.get("instruments", ()))
        found = {record.name: record for record in known if any(name in cited for name in (record.name, *record.short))}
        year, last = year_of(dossier.document), last_day(dossier.document, dossier.as_of)
        if year is None or last is None:
            return Judgement(Verdict.UNDECIDED if found else Verdict.MET, reason="报告年度不明")
        hits: list[Hit] = []
        for record in found.values():
            places = [citation for name in (record.name, *record.short) for citation in cited.get(name, ())]
            hits += together([*self._invalid(record, places, dossier, year, last)], "又引此处")
        return verdict(hits, held=len(found) - len(hits))

    def _invalid(
        self, record: Instrument, cited: list[Citation], dossier: Dossier, year: int, last: date
    ) -> Iterator[Hit]:
        for citation in cited:
            fault = self._fault(record, citation, dossier, year, last)
            if fault and self.given.admits(dossier, citation.span.start):
                arguments = {"name": record.name, "replaced_by": record.replaced_by, **fault}
                yield Hit(citation.span, arguments, subject=record.name)

    def _fault(
        self, record: Instrument, citation: Citation, dossier: Dossier, year: int, last: date
    ) -> dict[str, str] | None:
        """What is wrong, as the arguments that name the decisive day; None where nothing is."""
        if record.repealed and record.repealed <= date(year, 1, 1):
            return (
                None
                if self._says(self.require.past, dossier.document, citation.span)
                else _on("repealed", record.repealed)
            )
        fault = self._too_early(record, citation.span, dossier, year, last)
        return None if fault and self._says(self.require.coming, dossier.document, citation.span) else fault

    def _too_early(
        self, record: Instrument, span: Span, dossier: Dossier, year: int, last: date
    ) -> dict[str, str] | None:
        before = Span(max(0, span.start - _CLOSE), span.start)
        if record.adopted and self._is_too_new(record.adopted, dossier, span, year, last):
            return _on("adopted", record.adopted)
        if record.in_force and record.in_force > last and _matches(self.require.applied, dossier.document, before):
            return _on("in_force", record.in_force)
        following = next((day for day in record.amended if day > last), None)
        latest = max((day for day in (record.adopted, *record.amended) if day and day <= last), default=None)
        is_stale = latest is None or last.year - latest.year > _STALE
        if following and is_stale and _matches(self.require.revised, dossier.document, before):
            return _on("revised", following)
        return None

    def _is_too_new(self, adopted: date, dossier: Dossier, span: Span, year: int, last: date) -> bool:
        """Whether nobody could know of it, or it came after the year whose work is told with it."""
        if adopted > last:
            return True
        return adopted > date(year, 12, 31) and within(dossier, self.require.done_in, span.start)

    def _says(self, patterns: tuple[Regex, ...], document: Document, span: Span) -> bool:
        return _matches(patterns, document, sentence(document.folded, span))


def _on(what: str, day: date) -> dict[str, str]:
    return {what: written(day), f"{what}_iso": day.isoformat()}


def _matches(patterns: tuple[Regex, ...], document: Document, span: Span) -> bool:
    return any(pattern.search(document.folded, span.start, span.end) for pattern in patterns)
