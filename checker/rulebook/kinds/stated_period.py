"""Kind `stated_period`: the period that the report's figures cover is the whole year reported on."""

from __future__ import annotations

from datetime import date

from checker.rulebook.dates import dates
from checker.rulebook.dossier import Dossier
from checker.rulebook.regex import Regex
from checker.words.audit import Verdict
from checker.words.document import Document
from checker.words.place import Span
from checker.words.record import dataclass
from checker.words.rule import Hit, Judgement, Rule

_PERIOD = Regex(r"(?:数据|统计|期限|期间|时限|时间)[^。\n]{0,40}?(?=(?:19|20)\d\d[ ]?年[ ]?1[ ]?月)")
_TO = Regex(r"\s*(?:起|开始)?\s*,?\s*(?:至|到|—{1,2}|–|-|~)\s*")


@dataclass(frozen=True, slots=True)
class StatedPeriod:
    """Where the report says from which day to which its figures count: 1 January to 31 December of its year."""

    def judge(self, rule: Rule, dossier: Dossier) -> Judgement:
        document = dossier.document
        stated = _stated(document)
        if not stated or document.report_year is None:
            return Judgement(Verdict.NOT_APPLICABLE, reason="没有写明统计期限")
        span, first, last = stated
        year = document.report_year
        if first > last or (first, last) == (date(year, 1, 1), date(year, 12, 31)):
            return Judgement(Verdict.MET, held=1)
        return Judgement(Verdict.BROKEN, (Hit(span, {"period": span.of(document.text), "year": str(year)}),))


def _stated(document: Document) -> tuple[Span, date, date] | None:
    """The first period that is said to bound the figures; one that runs backward is another rule's."""
    match = _PERIOD.search(document.folded, document.proper.start, document.proper.end)
    if not match:
        return None
    found = dates(document.folded, match.end(), match.end() + 60)[:2]
    if len(found) < 2 or not _TO.pattern.fullmatch(document.folded, found[0].span.end, found[1].span.start):
        return None
    first, last = found[0].value(), found[1].value(found[0].year)
    if first is None or last is None or found[0].day is None or found[1].day is None:
        return None
    return found[0].span.join(found[1].span), first, last
