"""Kind `signed_date`: the date at the end fits the year reported on, what the report tells, and today."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from itertools import islice

from checker.rulebook.dates import written
from checker.rulebook.dossier import Dossier
from checker.rulebook.events import Event, later_events
from checker.rulebook.scope import TitleScope
from checker.words.audit import Verdict
from checker.words.document import Document
from checker.words.record import dataclass, field
from checker.words.rule import Hit, Judgement, Rule

_MOST_RELATED = 3


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of the calendar in any year."""

    month: int = field(metadata={"zh": "月", "en": "month"})
    day: int = field(metadata={"zh": "日", "en": "day"})

    def of(self, year: int) -> date:
        return date(year, self.month, self.day)


class SignedAfter(StrEnum):
    """What the signature may not precede, or, for the day of the check, follow."""

    YEAR = "year"
    EVENTS = "events"
    TODAY = "today"


@dataclass(frozen=True, slots=True)
class SignedDate:
    """The report is not signed before `earliest` of its year, nor before what it tells as done, nor in the future.

    One error of the date is one finding: events are asked only of a signature that is not before `earliest`.
    """

    require: SignedAfter = field(
        metadata={
            "zh": "year 不早于报告年度的 earliest;events 不早于文中已办的事;today 不晚于检查之日",
            "en": "year, events or today",
        }
    )
    earliest: MonthDay = field(
        default=MonthDay(12, 1), metadata={"zh": "报告年度内可落款的最早日期", "en": "first day of the year to sign on"}
    )
    given: TitleScope = field(
        default=TitleScope(), metadata={"zh": "报告全年工作的标题", "en": "titles of reports on a whole year"}
    )

    def judge(self, rule: Rule, dossier: Dossier) -> Judgement:
        signed = dossier.document.signed
        if not signed or not signed.value:
            return Judgement(Verdict.NOT_APPLICABLE, reason="没有落款日期")
        match self.require:
            case SignedAfter.TODAY:
                return self._judge_today(dossier, signed.value)
            case SignedAfter.EVENTS:
                return self._judge_events(dossier, signed.value)
            case SignedAfter.YEAR:
                return self._judge_year(dossier, signed.value)

    def _judge_today(self, dossier: Dossier, signed: date) -> Judgement:
        if not dossier.as_of:
            return Judgement(Verdict.NOT_APPLICABLE, reason="没有指定检查日期")
        if signed <= dossier.as_of:
            return Judgement(Verdict.MET, held=1)
        return _broken(dossier.document, (), as_of=written(dossier.as_of), as_of_iso=dossier.as_of.isoformat())

    def _judge_year(self, dossier: Dossier, signed: date) -> Judgement:
        year = dossier.document.report_year
        if year is None or not self.given.admits(dossier.document):
            return Judgement(Verdict.NOT_APPLICABLE, reason="没有识别出报告年度")
        if signed >= self.earliest.of(year):
            return Judgement(Verdict.MET, held=1)
        return _broken(dossier.document, _later(dossier, signed), year=str(year), next=str(year + 1))

    def _judge_events(self, dossier: Dossier, signed: date) -> Judgement:
        year = dossier.document.report_year
        if year is not None and signed < self.earliest.of(year) and self.given.admits(dossier.document):
            return Judgement(Verdict.NOT_APPLICABLE, reason="落款早于报告年度末，由另一规则提示")
        later = _later(dossier, signed)
        if not later:
            return Judgement(Verdict.MET, held=1)
        return _broken(dossier.document, later, event=later[0].span.of(dossier.document.text))


def _later(dossier: Dossier, signed: date) -> tuple[Event, ...]:
    """The events told as done that are later than the signature."""
    return tuple(islice(later_events(dossier, signed), _MOST_RELATED))


def _broken(document: Document, later: tuple[Event, ...], **arguments: str) -> Judgement:
    assert document.signed is not None
    span = document.signed.span
    related = tuple((event.span, "正文所述日期晚于落款日期") for event in later)
    hit = Hit(span, {"signed": span.of(document.text).strip(), **arguments}, related)
    return Judgement(Verdict.BROKEN, (hit,))
