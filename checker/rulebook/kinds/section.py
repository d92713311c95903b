"""Kind `section`: a required part of the report is there, with a heading of its own."""

from __future__ import annotations

from dataclasses import field

from checker.rulebook.anchors import head, opening, trimmed
from checker.rulebook.dossier import Dossier
from checker.rulebook.regex import Regex
from checker.rulebook.unmarked import unmarked_sections
from checker.words.audit import Grade, Part, Verdict
from checker.words.document import Document, Section
from checker.words.finding import Severity
from checker.words.place import Span
from checker.words.profile import PartId
from checker.words.record import dataclass
from checker.words.rule import Hit, Judgement, Rule

_LONGEST_NAME = 40  # a heading that runs on into text names its section at its beginning


@dataclass(frozen=True, slots=True)
class Where:
    """Which part, and inside which other part it must stand."""

    part: PartId = field(metadata={"zh": "部分的标识", "en": "id of the part"})
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

    given: Where
    require: What

    @property
    def part(self) -> str:
        return self.given.part

    def sections(self, document: Document) -> tuple[Section, ...]:
        """The sections that are this part, in the order of the text."""
        named = tuple(s for s in document.walk() if self._is_named(document, s))
        unmarked = () if named else tuple(s for s in unmarked_sections(document) if self._is_named(document, s))
        return unmarked or tuple(s for s in document.walk() if s in named or self._is_theme(document, s))

    def judge(self, rule: Rule, dossier: Dossier) -> Judgement:
        document = dossier.document
        holders = dossier.part(self.given.within) if self.given.within else ()
        if self.given.within and not holders:
            return Judgement(Verdict.NOT_APPLICABLE, reason=f"没有可供查找的部分（{self.given.within}）")
        regions = tuple(s.extent for s in holders) or (_report(document),)
        found = [s for s in self.sections(document) if any(region.contains(s.heading.span) for region in regions)]
        if found:
            return Judgement(Verdict.MET, held=1, parts=(self._present(document, found, rule),))
        place = opening(document, holders[0].heading.text_span) if holders else head(document)
        return self._judge_text(document, regions, place, rule)

    def _is_named(self, document: Document, section: Section) -> bool:
        patterns = self.require.headings if is_top(document, section) else self.require.lower or self.require.headings
        return _says(document, section, patterns) and not _says(document, section, self.require.unless)

    def _is_theme(self, document: Document, section: Section) -> bool:
        excluded = self.require.thematic_unless
        return bool(excluded) and section in document.sections and not _says(document, section, excluded)

    def _present(self, document: Document, found: list[Section], rule: Rule) -> Part:
        top = [s for s in found if is_top(document, s)]
        named = top or found
        return Part(
            id=self.part,
            grade=Grade.OWN if top else Grade.LOWER,
            rule=rule.id,
            line=document.index.number(named[0].extent.start),
            end_line=document.index.number(trimmed(document.folded, named[-1].extent).end - 1),
        )

    def _judge_text(self, document: Document, regions: tuple[Span, ...], place: Span, rule: Rule) -> Judgement:
        told = _first(document, regions, self.require.told)
        mention = told or _first(document, regions, self.require.touched)
        grade = Grade.TOUCHED if mention else Grade.MISSING
        line = document.index.number(mention.start) if mention else None
        parts = (Part(self.part, grade, rule.id, line, line),)
        if grade is self.require.enough:
            return Judgement(Verdict.MET, held=1, parts=parts)
        hit = Hit(
            span=place,
            arguments={"told" if told else "passing" if mention else "missing": self.part},
            related=((mention, "此处提及"),) if mention else (),
            severity=Severity.INFO if told else _lighter(rule.severity) if mention else None,
            subject=self.part,
        )
        return Judgement(Verdict.BROKEN, (hit,), parts=parts)


def is_top(document: Document, section: Section) -> bool:
    """Whether the section stands at the top: 第N部分 and 一、, and whatever nothing stands above."""
    return section.heading.depth == 1 or section in document.sections


def _says(document: Document, section: Section, patterns: tuple[Regex, ...]) -> bool:
    start = section.heading.text_span.start
    end = min(section.heading.text_span.end, start + _LONGEST_NAME)
    return any(pattern.search(document.folded, start, end) for pattern in patterns)


def _report(document: Document) -> Span:
    """The text after the title."""
    start = document.title.spans[-1].end if document.title else document.proper.start
    return Span(max(start, document.proper.start), document.proper.end)


def _first(document: Document, regions: tuple[Span, ...], patterns: tuple[Regex, ...]) -> Span | None:
    for region in regions:
        for pattern in patterns:
            match = pattern.search(document.folded, region.start, region.end)
            if match:
                return Span(*match.span())
    return None


def _lighter(severity: Severity) -> Severity:
    return Severity.WARNING if severity is Severity.ERROR else Severity.INFO
