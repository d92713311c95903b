"""Kind `event`: meetings and other events that the report could not know of, or that came after its year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import cast

from checker.rulebook.citations import credible_signature, last_day
from checker.rulebook.dates import written
from checker.rulebook.dossier import Dossier
from checker.rulebook.reach import Reach, sentence, together, verdict, within
from checker.rulebook.regex import Regex
from checker.rulebook.vocabulary import places
from checker.words.audit import Verdict
from checker.words.finding import Certainty, Severity
from checker.words.place import Span
from checker.words.profile import PartId
from checker.words.record import dataclass, field
from checker.words.registry import Event
from checker.words.rule import Hit, Judgement, Rule


@dataclass(frozen=True, slots=True)
class Timeline:
    """The words by which a report looks forward, and the parts that tell the work of its year."""

    coming: tuple[Regex, ...] = field(
        default=(), metadata={"zh": "表明事件尚未发生的用语", "en": "words that tell of an event as still to come"}
    )
    done_in: tuple[str, ...] = field(
        default=(), metadata={"zh": "叙述本年度工作的部分", "en": "parts that tell the work of the year"}
    )


@dataclass(frozen=True, slots=True)
class KnownEvent:
    """No event is told that came after the signature, nor one of the next year as work of the report year."""

    require: Timeline = field(metadata={"zh": "识别用语", "en": "words that tell when"})
    given: Reach = field(default=Reach(), metadata={"zh": "检查范围", "en": "where it is looked for"})

    def judge(self, rule: Rule, dossier: Dossier) -> Judgement:
        document = dossier.document
        last = last_day(document, dossier.as_of)
        if last is None:
            return Judgement(Verdict.NOT_APPLICABLE, reason="报告年度和成文日期不明")
        known = cast(tuple[Event, ...], dossier.rulebook.registries.get("events", ()))
        year_end = date(document.report_year or last.year, 12, 31)
        hits: list[Hit] = []
        for event in known:
            if event.start > min(last, year_end):
                hits += together([*self._too_late(event, dossier, last, year_end)], "又见此处")
        return verdict(hits)

    def _too_late(self, event: Event, dossier: Dossier, last: date, year_end: date) -> Iterator[Hit]:
        arguments = {"name": event.name, "date": written(event.start), "date_iso": str(event.start)}
        is_signed = credible_signature(dossier.document) is not None
        for span in self._named(event, dossier):
            is_late = event.start > last
            if not (is_signed and is_late) and _is_told_apart(event, span, dossier, year_end.year):
                continue
            if is_late:
                is_proof = is_signed and event.certainty is not Certainty.MEMORY
                arguments |= (
                    {"last": written(last), "last_iso": str(last)} if is_signed else {"year": str(year_end.year)}
                )
                yield Hit(span, arguments, severity=None if is_proof else Severity.WARNING, subject=event.name)
            elif within(dossier, self.require.done_in, span.start):
                arguments |= {"beyond": str(year_end.year)}
                yield Hit(span, arguments, severity=Severity.WARNING, subject=event.name)

    def _named(self, event: Event, dossier: Dossier) -> Iterator[Span]:
        """Where the event is named as something that happened."""
        for span in places(dossier.document.folded, event.terms):
            if self.given.admits(dossier, span.start) and not self._is_coming(span, dossier):
                yield span

    def _is_coming(self, span: Span, dossier: Dossier) -> bool:
        folded = dossier.document.folded
        around = sentence(folded, span)
        return any(pattern.search(folded, around.start, around.end) for pattern in self.require.coming)


def _is_told_apart(event: Event, span: Span, dossier: Dossier, year: int) -> bool:
    """Whether an event is told with its own year, or under a heading that looks ahead: 2021年重点工作."""
    document = dossier.document
    if f"{event.start.year}年" in document.folded[sentence(document.folded, span).start : span.start]:
        return True
    headings = (section.heading.text_span.of(document.folded) for section in document.path_to(span.start))
    return within(dossier, (PartId.PLAN,), span.start) or any(f"{year + 1}年" in words for words in headings)
