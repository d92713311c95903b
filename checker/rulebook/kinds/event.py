"""Kind `event`: meetings and other events that the report could not know of, or that came after its year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import cast

from checker.rulebook.citations import last_day
from checker.rulebook.dossier import Dossier
from checker.rulebook.reach import Reach, sentence, together, verdict, within
from checker.rulebook.regex import Regex
from checker.rulebook.vocabulary import finder
from checker.words.audit import Verdict
from checker.words.finding import Certainty, Severity
from checker.words.place import Span
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

    require: Timeline
    given: Reach = field(default=Reach(), metadata={"zh": "检查范围", "en": "where it is looked for"})

    def judge(self, rule: Rule, dossier: Dossier) -> Judgement:
        events = cast(tuple[Event, ...], dossier.rulebook.registries.get("events", ()))
        document = dossier.document
        last = last_day(document, dossier.as_of)
        named = {term: event for event in events for term in event.terms}
        places: dict[Event, list[Span]] = defaultdict(list)
        for match in finder(tuple(named)).finditer(document.folded):
            if self.given.admits(dossier, match.start()):
                places[named[match[0]]].append(Span(*match.span()))
        if last is None:
            return Judgement(Verdict.UNDECIDED if places else Verdict.MET, reason="报告年度和成文日期不明")
        hits: list[Hit] = []
        for event, spans in places.items():
            hits += together([*self._too_late(event, spans, dossier, last)], "又见此处")
        return verdict(hits, held=len(places) - len(hits))

    def _too_late(self, event: Event, spans: list[Span], dossier: Dossier, last: date) -> Iterator[Hit]:
        document = dossier.document
        year_end = date(document.report_year, 12, 31) if document.report_year else None
        signed = document.signed.value if document.signed else None
        arguments = {"name": event.name, "date": str(event.start)}
        for span in spans:
            if self._is_coming(span, dossier):
                continue
            if event.start > last:
                is_proof = signed is not None and event.certainty is not Certainty.MEMORY
                severity = None if is_proof else Severity.WARNING
                later = {"last": str(last)} if signed else {"year": str(document.report_year)}
                yield Hit(span, {**arguments, **later}, severity=severity, subject=event.name)
            elif year_end and event.start > year_end and within(dossier, self.require.done_in, span.start):
                yield Hit(
                    span, {**arguments, "beyond": str(year_end.year)}, severity=Severity.WARNING, subject=event.name
                )

    def _is_coming(self, span: Span, dossier: Dossier) -> bool:
        folded = dossier.document.folded
        around = sentence(folded, span)
        return any(pattern.search(folded, around.start, around.end) for pattern in self.require.coming)
