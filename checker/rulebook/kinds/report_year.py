"""Kind `report_year`: title, opening and plan speak of the same year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from checker.rulebook.anchors import opening
from checker.rulebook.dossier import Dossier
from checker.rulebook.regex import Regex
from checker.rulebook.scope import TitleScope
from checker.words.audit import Verdict
from checker.words.document import Document, Section
from checker.words.finding import Severity
from checker.words.place import Span
from checker.words.record import dataclass, field
from checker.words.rule import Hit, Judgement, Rule

_YEAR = Regex(r"(?<!\d)((?:19|20)\d\d)[ ]?(?:年?[ ]?(?:[—–~-]{1,2}|至|到)[ ]?((?:19|20)\d\d)[ ]?)?年(?!以来)")
_BOOK = Regex(r"《[^》\n]{0,100}》")
_NOW = Regex(r"现(?:就|将|对|把)[^。]{0,60}?(?:报告|汇报|总结|公布|公开|通报)")
_OPENING = Regex(r"\s*((?:19|20)\d\d)[ ]?年度?,")
_PLAN_NAME = Regex(
    r"(?<![\d—–~-])((?:19|20)\d\d)[ ]?年度?[^,。;:《》\d]{0,24}?"
    r"(?:安排|打算|计划|思路|设想|展望|规划|重点工作|工作重点|任务|目标)(?=$|[,。;:(及和与、])"
)
_PLAN_OPENING = Regex(r"\s*((?:19|20)\d\d)[ ]?年度?,?[^,。;\n\d]{0,16}?将")
_AIM = Regex(r"(?<![\d—–~至到-])((?:19|20)\d\d)[ ]?年(?:度|底前?|内)?,?(?:力争|争取|拟|将(?!近))")
_LOOKS_BACK = Regex(r"总结|情况|回顾|成效|存在|问题|不足|完成|落实|执行|围绕|对照|按照|根据|紧扣|聚焦")


class YearOf(StrEnum):
    """Whose year is compared with the report's."""

    TITLE = "title"
    OPENING = "opening"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class ReportYear:
    """`title`: it names the year that foreword and date tell; `opening`: the foreword reports on the title's year.

    `plan`: the plan is for the year that follows. A year is wrong only if no reading fits: other years beside the
    right one, periods and names of works are left.
    """

    require: YearOf = field(
        metadata={"zh": "title 标题年份;opening 前言年份;plan 计划年份", "en": "title, opening or plan"}
    )
    given: TitleScope = field(
        default=TitleScope(), metadata={"zh": "适用的标题", "en": "titles for which the rule holds"}
    )

    def judge(self, rule: Rule, dossier: Dossier) -> Judgement:
        document = dossier.document
        if document.report_year is None or not self.given.admits(document):
            return Judgement(Verdict.NOT_APPLICABLE, reason="没有识别出报告年度")
        if self.require is YearOf.TITLE and not any(_titled(document)):
            return Judgement(Verdict.NOT_APPLICABLE, reason="标题没有写年份")
        judges = {YearOf.TITLE: _title, YearOf.OPENING: _opening, YearOf.PLAN: _plan}
        hit = judges[self.require](dossier)
        return Judgement(Verdict.BROKEN, (hit,)) if hit else Judgement(Verdict.MET, held=1)


def _opening(dossier: Dossier) -> Hit | None:
    """The foreword's year against the title's; where the title has none, the two places of the foreword."""
    document = dossier.document
    foreword, folded = document.foreword, document.folded
    if not foreword:
        return None
    titled = {year for _, year in _titled(document)}
    if titled and document.report_year not in titled:
        return None  # the title is wrong, not the opening
    now = _NOW.search(folded, foreword.start, foreword.end)
    stated = list(_years(folded, Span(*now.span()))) if now else []
    begun = _OPENING.pattern.match(folded, foreword.start, foreword.end)
    opened = {int(begun[1])} if begun else set()
    expected = titled or opened
    if stated and expected and not expected & {year for _, year in stated}:
        return _hit(document, *stated[0], expected)
    if begun and titled and not titled & {year for _, year in _years(folded, foreword)}:
        return _hit(document, Span(*begun.span(1)), int(begun[1]), titled)
    return None


def _title(dossier: Dossier) -> Hit | None:
    """The title's year, where the report is of another one by its foreword and its date."""
    document = dossier.document
    titled = list(_titled(document))
    if not titled or document.report_year is None or document.report_year in {year for _, year in titled}:
        return None
    return _hit(document, *titled[0], {document.report_year})


def _titled(document: Document) -> Iterator[tuple[Span, int]]:
    """The years that the title names, with their places."""
    for span in document.title.spans if document.title else ():
        yield from _years(document.folded, span)


def _years(folded: str, span: Span) -> Iterator[tuple[Span, int]]:
    """The years named in a span outside 《》; a period names all its years."""
    text = _BOOK.pattern.sub(lambda book: " " * len(book[0]), span.of(folded))
    for match in _YEAR.finditer(text):
        place = Span(span.start + match.start(), span.start + match.end())
        yield from ((place, year) for year in range(int(match[1]), int(match[2] or match[1]) + 1))


def _plan(dossier: Dossier) -> Hit | None:
    document = dossier.document
    assert document.report_year is not None
    fitting = {document.report_year + 1}
    if document.signed and document.signed.value and document.signed.value.year > document.report_year:
        fitting.add(document.signed.value.year)
    first = document.sections[0].extent.start if document.sections else -1  # no report begins with its plan
    for section in (plan for plan in dossier.part("plan") if plan.extent.start != first):
        for match, severity in _planned(document, section):
            if int(match[1]) not in fitting:
                return _hit(document, Span(*match.span(1)), int(match[1]), {document.report_year + 1}, severity)
    return None


def _planned(document: Document, section: Section) -> Iterator[tuple[re.Match[str], Severity | None]]:
    """The years for which a plan is announced: sure in its heading, likely where its text begins with 2024年我局将."""
    name = opening(document, section.heading.text_span)
    heading = _PLAN_NAME.search(document.folded, name.start, name.end)
    if heading and not _LOOKS_BACK.search(document.folded, name.start, heading.end()):
        yield heading, None
    text = _PLAN_OPENING.pattern.match(document.folded, section.body.start, section.body.end)
    if text:
        yield text, Severity.WARNING
    aims = _AIM.pattern.finditer(document.folded, section.body.start, section.extent.end)
    past = document.report_year or 0
    yield from ((aim, Severity.WARNING) for aim in aims if int(aim[1]) <= past)  # 2023年力争… for 2024


def _hit(document: Document, span: Span, year: int, expected: set[int], severity: Severity | None = None) -> Hit:
    years = "、".join(str(one) for one in sorted(expected))
    return Hit(span, {"year": str(year), "expected": years}, severity=severity)
