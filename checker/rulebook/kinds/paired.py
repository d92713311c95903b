"""Kind `paired`: brackets, quotation marks and book-title marks that come in pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.patterns import expression
from checker.rulebook.dossier import Dossier
from checker.rulebook.garbled import damages
from checker.rulebook.reach import Reach, verdict
from checker.words.document import Document, Line
from checker.words.place import Span
from checker.words.record import dataclass, field
from checker.words.rule import Hit, Judgement, Rule

# What stands before the bracket of a marker such as 1) or a), which has no opening one.
_ENUMERATED = expression(r"(?:^|[。;:,、\s])[(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[a-zA-Z])$")
_NEXT = 8  # a pair may span this many lines: hard-wrapped text, quotations of several paragraphs


@dataclass(frozen=True, slots=True)
class Pairs:
    """The marks that are looked at, each pair as two characters, in half width as far as there is one."""

    marks: tuple[str, ...] = field(
        default=("()", "“”", "《》", "〈〉", "【】", "〔〕", "「」", "『』"),
        metadata={"zh": "成对的标点", "en": "pairs of marks"},
    )


@dataclass(frozen=True, slots=True)
class Single:
    """A mark without its partner: `pair` numbers the pair, `opens` tells which half it is."""

    offset: int
    line: int
    pair: int
    opens: bool


@dataclass(frozen=True, slots=True)
class Paired:
    """Each opening mark has its closing one, in the same paragraph; quotes that go on over paragraphs may wait."""

    require: Pairs = field(default=Pairs(), metadata={"zh": "检查的标点", "en": "the marks"})
    given: Reach = field(default=Reach(), metadata={"zh": "检查范围", "en": "where it is looked for"})

    def judge(self, rule: Rule, dossier: Dossier) -> Judgement:
        document = dossier.document
        singles = [s for s in self._singles(document) if self.given.admits(dossier, s.offset)]
        return verdict(self._hits(document, _without_partners(singles, document)))

    def _hits(self, document: Document, singles: list[Single]) -> Iterator[Hit]:
        """One finding for each line and kind of mark; none beside damaged text, which swallows marks."""
        told: set[tuple[int, int]] = set()
        for single in singles:
            key = (single.line, single.pair)
            if key in told or damages(document.lines[single.line - 1].span.of(document.text)):
                continue
            told.add(key)
            pair = self.require.marks[single.pair]
            arguments = {"found": pair[not single.opens], "missing": pair[single.opens]}
            yield Hit(_shown(document, single), arguments)

    def _singles(self, document: Document) -> list[Single]:
        """All marks whose partner is not in their line, in the order of the text."""
        folded = document.folded
        pairs = [
            (n, pair[0], pair[1]) for n, pair in enumerate(self.require.marks) if pair[0] in folded or pair[1] in folded
        ]
        found: list[Single] = []
        for line in document.lines:
            text = line.span.of(folded)
            for number, opening, closing in pairs:
                opened = text.count(opening)
                if opened != text.count(closing) or (opened and text.find(closing) < text.find(opening)):
                    found += _unpaired(text, line, number, (opening, closing))
        return sorted(found, key=lambda single: single.offset)


def _unpaired(text: str, line: Line, number: int, pair: tuple[str, str]) -> Iterator[Single]:
    """The marks of one pair that have no partner in the line, whose text this is."""
    waiting: list[int] = []
    for match in re.finditer(f"[{re.escape(''.join(pair))}]", text):
        at = match.start()
        if match[0] == pair[0]:
            waiting.append(at)
        elif waiting:
            waiting.pop()
        elif match[0] != ")" or not _ENUMERATED.search(text[max(0, at - 6) : at]):
            yield Single(line.span.start + at, line.number, number, opens=False)
    yield from (Single(line.span.start + at, line.number, number, opens=True) for at in waiting)


def _without_partners(singles: list[Single], document: Document) -> list[Single]:
    """Those that no mark on one of the next lines completes, and that open no quote over several paragraphs."""
    waiting: dict[int, list[Single]] = {}
    paired: set[int] = set()
    for single in singles:
        before = waiting.setdefault(single.pair, [])
        if single.opens:
            before.append(single)
        elif before and single.line - before[-1].line <= _NEXT:
            paired |= {single.offset, before.pop().offset}
    return [s for s in singles if s.offset not in paired and not _goes_on(s, document)]


def _goes_on(single: Single, document: Document) -> bool:
    """Whether the next paragraph begins with the same opening mark, as quotations of several paragraphs do."""
    rest = document.folded[document.lines[single.line - 1].span.end :][:40].lstrip()
    return single.opens and rest[:1] == document.folded[single.offset]


def _shown(document: Document, single: Single) -> Span:
    """The mark with a little of the text that it should enclose."""
    line = document.lines[single.line - 1].span
    if single.opens:
        return Span(single.offset, min(line.end, single.offset + 8))
    return Span(max(line.start, single.offset - 7), single.offset + 1)
