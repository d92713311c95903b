"""Kind `section`: a required part of the report is there, with a heading of its own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Sequence

from checker.rulebook.anchors import head, opening, outermost, trimmed
from checker.rulebook.dossier import Dossier
from checker.rulebook.headings import matching, names
from checker.rulebook.regex import Regex
from checker.rulebook.scope import TitleScope
from checker.rulebook.unmarked import unmarked_sections
from checker.words.audit import Grade, Part, Verdict
from checker.words.document import Document, Section
from checker.words.finding import Severity
from checker.words.place import Span
from checker.words.profile import PartId
from checker.words.record import dataclass, field
from checker.words.rule import Hit, Judgement, Rule


@dataclass(frozen=True, slots=True)
class Where:
    """Which part, and inside which other part it must stand."""

    part: PartId = field(metadata={"zh": "部分的标识", "en": "id of the part"})
    since: int | None = field(
        default=None,
        metadata={"zh": "自该报告年度起必备(此前只作提示)", "en": "report year from which the part is demanded"},
    )
    title: TitleScope = field(
        default=TitleScope(), metadata={"zh": "必备的报告标题(其余只作提示)", "en": "titles of which it is demanded"}
    )
    within: PartId | None = field(
        default=None, metadata={"zh": "只在该部分之内查找", "en": "looked for inside this part only"}
    )


@dataclass(frozen=True, slots=True)
class What:
    """How the part is known: by its headings, else by the text that tells it or names it in passing."""

    headings: tuple[Regex, ...] = field(default=(), metadata={"zh": "标题的写法", "en": "patterns of its headings"})
    lower: tuple[Regex, ...] = field(
        default=(),
        metadata={
            "zh": "下级标题的写法(默认同 headings)",
            "en": "patterns of headings below the top (default: headings)",
        },
    )
    unless: tuple[Regex, ...] = field(
        default=(), metadata={"zh": "含此写法的标题不算", "en": "headings with these patterns do not count"}
    )
    thematic_unless: tuple[Regex, ...] = field(
        default=(),
        metadata={
            "zh": "不含此写法的一级标题也算该部分(分专题叙述)",
            "en": "top headings without these patterns count too: the part is told by themes",
        },
    )
    told: tuple[Regex, ...] = field(
        default=(), metadata={"zh": "正文中展开叙述的写法", "en": "patterns of text that tells the part"}
    )
    touched: tuple[Regex, ...] = field(
        default=(), metadata={"zh": "正文中顺带提及的写法", "en": "patterns of text that names the part in passing"}
    )
    enough: Grade = field(
        default=Grade.LOWER, metadata={"zh": "达到何种程度即可", "en": "the grade that is good enough"}
    )


@dataclass(frozen=True, slots=True)
class RequiredSection:
    """The report has the part: as a section of its own, at a lower level, or at least told in the text."""

    given: Where = field(metadata={"zh": "哪一部分、何时必备", "en": "which part, and when it is required"})
    require: What = field(metadata={"zh": "凭什么认出这一部分", "en": "how the part is recognised"})

    @property
    def part(self) -> str:
        return self.given.part

    def sections(self, document: Document) -> tuple[Section, ...]:
        """The sections that are this part, in the order of the text."""
        top = top_starts(document)
        marked = tuple(document.walk())
        named = self._named(document, marked, top)
        if not named:
            unmarked = unmarked_sections(document)
            chosen = self._named(document, unmarked, top)
            if chosen:
                return tuple(unmarked[index] for index in sorted(chosen))
        themes = self._themes(document, marked, top) if self.require.thematic_unless else frozenset()
        return tuple(marked[index] for index in sorted(named | themes))

    def judge(self, rule: Rule, dossier: Dossier) -> Judgement:
        document = dossier.document
        holders = dossier.part(self.given.within) if self.given.within else ()
        if self.given.within and not holders:
            return Judgement(Verdict.NOT_APPLICABLE, reason=f"没有可供查找的部分（{self.given.within}）")
        regions = outermost(holders) if holders else [_report(document)]
        found = [section for section in dossier.part(self.part) if _lies_in(regions, section)]
        if found:
            return Judgement(Verdict.MET, held=1, parts=(self._present(document, found, rule),))
        place = opening(document, holders[0].heading.text_span) if holders else head(document)
        told = regions if holders else self._telling(document)
        return self._judge_text(document, told, regions, place, rule)

    def _telling(self, document: Document) -> list[Span]:
        """Where the part may be told without a heading: below the foreword; themes above the first heading, if any."""
        report = _report(document)
        if self.require.thematic_unless:
            first = document.sections[0].extent.start if document.sections else report.end
            return [Span(report.start, max(report.start, first))]
        after = document.foreword.end if document.foreword else report.start
        return [Span(max(report.start, after), report.end)]

    def _named(self, document: Document, sections: Sequence[Section], top: Container[int]) -> frozenset[int]:
        words = names(document, sections)
        found = matching(words, self.require.headings)
        if self.require.lower:
            above = {i for i, s in enumerate(sections) if s.heading.depth == 1 or s.extent.start in top}
            found = (found & above) | (matching(words, self.require.lower) - above)
        return found - matching(words, self.require.unless) if found else found

    def _themes(self, document: Document, sections: Sequence[Section], top: Container[int]) -> frozenset[int]:
        other = matching(names(document, sections), self.require.thematic_unless)
        return frozenset(i for i, section in enumerate(sections) if section.extent.start in top) - other

    def _present(self, document: Document, found: list[Section], rule: Rule) -> Part:
        starts = top_starts(document)
        top = [s for s in found if s.heading.depth == 1 or s.extent.start in starts]
        named = top or found
        return Part(
            id=self.part,
            grade=Grade.OWN if top else Grade.LOWER,
            rule=rule.id,
            line=document.index.number(named[0].extent.start),
            end_line=document.index.number(trimmed(document.folded, named[-1].extent).end - 1),
        )

    def _judge_text(
        self, document: Document, telling: list[Span], naming: list[Span], place: Span, rule: Rule
    ) -> Judgement:
        told = _first(document, telling, self.require.told)
        mention = told or _first(document, naming, self.require.touched)
        grade = Grade.TOUCHED if mention else Grade.MISSING
        line = document.index.number(mention.start) if mention else None
        parts = (Part(self.part, grade, rule.id, line, line),)
        if grade is self.require.enough:
            return Judgement(Verdict.MET, held=1, parts=parts)
        hit = Hit(
            span=place,
            arguments={"told" if told else "passing" if mention else "missing": self.part},
            related=((mention, "此处提及"),) if mention else (),
            severity=self._severity(document, rule, told, mention),
            subject=self.part,
        )
        return Judgement(Verdict.BROKEN, (hit,), parts=parts)

    def _severity(self, document: Document, rule: Rule, told: Span | None, mention: Span | None) -> Severity | None:
        """A hint for what is told, or is not demanded of such a report; lighter for what is only named."""
        early = self.given.since and document.report_year and document.report_year < self.given.since
        if told or early or not self.given.title.admits(document):
            return Severity.INFO
        if not mention:
            return None
        return Severity.WARNING if rule.severity is Severity.ERROR else Severity.INFO


def top_starts(document: Document) -> frozenset[int]:
    """Where the sections begin above which nothing stands; of depth 1 are also 一、 below 第一部分."""
    return frozenset(section.extent.start for section in document.sections)


def _lies_in(regions: list[Span], section: Section) -> bool:
    index = bisect_right(regions, section.extent.start, key=lambda region: region.start)
    return index > 0 and section.extent.start < regions[index - 1].end


def _report(document: Document) -> Span:
    """The text after the title."""
    start = document.title.spans[-1].end if document.title else document.proper.start
    return Span(max(start, document.proper.start), document.proper.end)


def _first(document: Document, regions: list[Span], patterns: tuple[Regex, ...]) -> Span | None:
    for region in regions:
        for pattern in patterns:
            match = pattern.search(document.folded, region.start, region.end)
            if match:
                return Span(*match.span())
    return None
