"""Kind `enumeration`: runs of 一是, 二是, 三是 inside the text count on."""

from __future__ import annotations

from collections.abc import Iterator

from checker.rulebook.dossier import Dossier
from checker.rulebook.markers import han
from checker.rulebook.regex import Regex
from checker.rulebook.series import Slip, departures
from checker.words.audit import Verdict
from checker.words.document import Document
from checker.words.place import Span
from checker.words.record import dataclass, field
from checker.words.rule import Hit, Judgement, Rule

_DEEPEST = 4  # runs open inside each other; more is no longer prose
_NUMBER = {han(number): number for number in range(1, 21)}
_ITEM = Regex(r"(?:^|(?<=[\s。;:,、!?”》)]))(十?[一二三四五六七八九]|二?十)是")
_FIRST = Regex(r"一是|一要|首先|第一|其一|一方面|(?:^|[\s。;:(])(?:一[、)]|1[.、)])")


@dataclass(frozen=True, slots=True)
class Item:
    """One 二是 with its number and the stretch of text between two headings where it stands."""

    span: Span
    number: int
    region: Span


@dataclass(frozen=True, slots=True)
class Enumeration:
    """No run of 一是, 二是 departs from its count. Runs may stand inside each other and go on over headings."""

    require: Slip = field(
        metadata={
            "zh": "不得出现的错号:gap 缺号,repeat 重号,order 颠倒",
            "en": "the departure that must not occur: gap, repeat or order",
        }
    )

    def judge(self, rule: Rule, dossier: Dossier) -> Judgement:
        document = dossier.document
        found = dossier.once(all_runs)
        if not found:
            return Judgement(Verdict.NOT_APPLICABLE, reason="没有“一是、二是”的列举")
        hits: list[Hit] = []
        ended = {0}
        for run in found:
            before = run[0].number - 1
            hits += self._hits(document, run, first=run[0].number if before in ended else 1)
            ended.add(run[-1].number)
        return Judgement(Verdict.BROKEN if hits else Verdict.MET, tuple(hits), held=len(found))

    def _hits(self, document: Document, run: list[Item], first: int) -> Iterator[Hit]:
        for departure in departures([item.number for item in run], first):
            item = run[departure.index]
            before = run[departure.index - 1].span if departure.index else None
            between = Span(before.end if before else item.region.start, item.span.start)
            swallowed = departure.slip is Slip.GAP and _is_told_otherwise(document.folded, between, departure.expected)
            if departure.slip is self.require and not swallowed:
                yield Hit(
                    span=item.span,
                    arguments={"marker": item.span.of(document.text), "expected": han(departure.expected) + "是"},
                    related=((before, "前一项"),) if before else (),
                )


def all_runs(document: Document) -> tuple[list[Item], ...]:
    """The runs of the report, in the order of the text."""
    return tuple(run for region in _regions(document) for run in runs(document.folded, region))


def runs(folded: str, region: Span) -> list[list[Item]]:
    """The runs of a region: an item belongs to the innermost open run that it continues."""
    if "是" not in folded[region.start : region.end]:
        return []
    found: list[list[Item]] = []
    open_runs: list[list[Item]] = []
    for match in _ITEM.finditer(folded, region.start, region.end):
        item = Item(Span(*match.span()), _NUMBER[match[1]], region)
        depth = next((n for n in range(len(open_runs), 0, -1) if open_runs[n - 1][-1].number == item.number - 1), 0)
        if depth:
            del open_runs[depth:]
        elif item.number == 1 or not open_runs:
            found.append([])
            open_runs = [*open_runs[1 - _DEEPEST :], found[-1]]
        open_runs[-1].append(item)
    return found


def _is_told_otherwise(folded: str, between: Span, expected: int) -> bool:
    """Whether the number that seems skipped is there in other words: 第二, 其二, 二要; for the first, 首先."""
    if expected == 1:
        return bool(_FIRST.search(folded, between.start, between.end))
    number = han(expected)
    return any(
        folded.find(word, between.start, between.end) >= 0
        for word in (f"第{number}", f"其{number}", f"{number}要", f"{number}是")
    )


def _regions(document: Document) -> Iterator[Span]:
    """What stands before the first heading, and each heading with the text below it."""
    start = document.proper.start
    for section in document.walk():
        begins = section.heading.span.start
        if start < begins:
            yield Span(start, begins)
        start = max(begins, start)
    yield Span(start, document.proper.end)
