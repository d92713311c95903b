"""Breaches become findings: with words in the reader's language, a place, the way to it, and an identity."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping

from checker.fingerprint import fingerprint, number_twins, quote_in_context, recurrence
from checker.rulebook.engine import Breach
from checker.rulebook.wording import fill
from checker.words.document import Document, Heading, Section
from checker.words.finding import Finding, Related
from checker.words.place import Span
from checker.words.record import replace
from checker.words.relation import Role
from checker.words.rule import Wording

_AROUND = 80  # characters kept on each side of a quote

ROLES: Mapping[str, Wording] = {
    Role.TOTAL: Wording("总数", "total"),
    Role.PART: Wording("分项", "part"),
    Role.REMAINDER: Wording("其余", "remainder"),
    Role.NUMERATOR: Wording("分子", "numerator"),
    Role.DENOMINATOR: Wording("分母", "denominator"),
    Role.RATE: Wording("比率", "rate"),
    Role.BEFORE: Wording("原数", "before"),
    Role.AFTER: Wording("现数", "after"),
    Role.CHANGE: Wording("增减", "change"),
    Role.OPENING: Wording("上期结转", "carried in"),
    Role.RECEIVED: Wording("新收", "received"),
    Role.CLOSED: Wording("办结", "closed"),
    Role.CLOSING: Wording("结转下期", "carried out"),
    Role.COUNT: Wording("所称项数", "stated count"),
    Role.ITEM: Wording("列举项", "item"),
    Role.STATED: Wording("另一处", "stated elsewhere"),
    Role.RESTATED: Wording("再次提及", "stated again"),
    Role.EARLIER: Wording("较早", "earlier"),
    Role.LATER: Wording("较晚", "later"),
    Role.OTHER: Wording("相关", "related"),
}


def build(breaches: Iterable[Breach], document: Document, language: str = "zh") -> tuple[Finding, ...]:
    """One finding a breach, in the order of the text; twins are told apart by number."""
    paths = _Paths(document)
    found = [_finding(breach, document, paths, language) for breach in breaches]
    found.sort(key=lambda finding: (finding.place.offset, finding.place.end_offset, finding.rule))
    identities = number_twins(finding.fingerprint for finding in found)
    return tuple(replace(finding, fingerprint=identity) for finding, identity in zip(found, identities, strict=True))


def _finding(breach: Breach, document: Document, paths: _Paths, language: str) -> Finding:
    rule, hit, suppressed = breach.rule, breach.hit, breach.suppressed
    arguments = hit.arguments
    if language == "en":
        if suppressed is not None:
            suppressed = replace(suppressed, reason=_english(suppressed.reason))
        if "gap" in arguments:
            arguments = {**arguments, "gap": _english(arguments["gap"])}
    way = paths.to(hit.span.start)
    headings = tuple(heading.text for heading in way)
    subject = hit.subject if hit.subject is not None else quote_in_context(document.text, hit.span)
    before, after = _around(document, hit.span)
    return Finding(
        rule=rule.id,
        severity=breach.severity,
        category=breach.category,
        message=fill(rule.message.of(language), arguments),
        suggestion=fill(rule.suggestion.of(language), arguments),
        basis=rule.basis,
        place=document.index.place(hit.span),
        quote=hit.span.of(document.text),
        section=tuple(heading.marker for heading in way),
        fingerprint=fingerprint(rule.id, headings, subject),
        recurrence=recurrence(rule.id, headings, hit.subject or hit.span.of(document.text)),
        related=tuple(_related(document, span, word, language) for span, word in hit.related),
        relations=hit.relations,
        suppressed=suppressed,
        headings=headings,
        before=before,
        after=after,
    )


def _related(document: Document, span: Span, word: str, language: str) -> Related:
    message = ROLES[word].of(language) if word in ROLES else _english(word) if language == "en" else word
    return Related(document.index.place(span), span.of(document.text), message)


def _english(text: str) -> str:
    from checker.english import english  # late: most people read Chinese

    return english(text)


def _around(document: Document, span: Span) -> tuple[str, str]:
    """What stands before and after a span on its own lines, at most 80 characters each."""
    place = document.index.place(span)
    first, last = document.index.span(place.line), document.index.span(place.end_line)
    before = document.text[max(first.start, span.start - _AROUND) : span.start]
    return before, document.text[span.end : min(max(last.end, span.end), span.end + _AROUND)]


class _Paths:
    """The headings on the way to an offset; each section is looked up by where it starts, not searched for."""

    def __init__(self, document: Document) -> None:
        self._starts: list[int] = []
        self._ways: list[tuple[tuple[int, Heading], ...]] = []
        pending: list[tuple[Section, tuple[tuple[int, Heading], ...]]] = [(s, ()) for s in reversed(document.sections)]
        while pending:
            section, above = pending.pop()
            way = (*above, (section.extent.end, section.heading))
            self._starts.append(section.extent.start)
            self._ways.append(way)
            pending.extend((child, way) for child in reversed(section.children))

    def to(self, offset: int) -> tuple[Heading, ...]:
        found = bisect_right(self._starts, offset) - 1
        return tuple(heading for end, heading in self._ways[found] if offset < end) if found >= 0 else ()
