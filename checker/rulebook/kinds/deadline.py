"""Kind `deadline`: the report is signed in time to be handed in or published by the day that the law sets."""

from __future__ import annotations

from checker.rulebook.dates import written
from checker.rulebook.dossier import Dossier
from checker.rulebook.kinds.signed_date import MonthDay
from checker.words.audit import Verdict
from checker.words.record import dataclass, field
from checker.words.rule import Hit, Judgement, Rule


@dataclass(frozen=True, slots=True)
class Term:
    """The last day in the year after the one reported on; of days later than `until` another rule speaks."""

    by: MonthDay = field(metadata={"zh": "次年的最后一日", "en": "last day in the following year"})
    until: MonthDay | None = field(
        default=None, metadata={"zh": "更迟的由另一规则提示", "en": "last day of which this rule speaks"}
    )


@dataclass(frozen=True, slots=True)
class Deadline:
    """The report is not signed later than the term: who signs in time may still publish late, which no text shows."""

    require: Term = field(metadata={"zh": "期限", "en": "the term"})

    def judge(self, rule: Rule, dossier: Dossier) -> Judgement:
        document = dossier.document
        signed, year = document.signed, document.report_year
        if not signed or not signed.value or year is None:
            return Judgement(Verdict.NOT_APPLICABLE, reason="没有落款日期或报告年度")
        until = self.require.until
        last = self.require.by.of(year + 1)
        if signed.value <= last or (until and signed.value > until.of(year + 1)):
            return Judgement(Verdict.MET, held=1)
        arguments = {
            "signed": signed.span.of(document.text).strip(),
            "deadline": written(last),
            "deadline_iso": last.isoformat(),
        }
        return Judgement(Verdict.BROKEN, (Hit(signed.span, arguments),))
