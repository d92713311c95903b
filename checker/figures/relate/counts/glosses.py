"""Counts glossed by what they count: “三所联动”(甲、乙、丙), “三个一”:一个…;一支…, 五个一律.

Only agreement is told, but of names in a bracket that all end as what is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.figures.relate.counts.counted import RUN, counted_figures, counted_relation, number_of
from checker.figures.relate.counts.items import Listed
from checker.figures.relate.lists import STATEMENT
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.place import Span
from checker.words.relation import Binding, Relation, Truth

_COUNT = r"(?<![第\d.十百千万零〇一二两三四五六七八九])(?P<number>[两二三四五六七八九十]|\d{1,2})(?![\d.十百千万亿零〇一二两三四五六七八九]) ?"
_BRACKET = expression(
    rf"{_COUNT}(?P<unit>[一-龥])(?P<noun>[一-龥]{{0,6}})”?\((?P<list>[^()、]{{1,30}}(?:、[^()、]{{1,30}})+)\)"
)
_CLAUSES = expression(
    rf"{_COUNT}(?P<unit>个?方面|[个项点条步件])(?P<noun>[^,;:。]{{0,14}}):(?P<list>[^;:。]{{1,200}}(?:;[^;:。]{{1,200}})+)"
)
_ONES = expression(rf"{_COUNT}(?P<unit>个)(?P<noun>一)(?!律)")
_ONE = expression(r"(?:(?<=[:;,、“”])|^)一[个支套条项张本次批份部场名站库网册库]")
_SAME = expression(rf"{_COUNT}(?P<unit>个)“?(?P<noun>[一-龥]{{2}})")
_KINDS = expression(rf"{_COUNT}(?P<unit>[类种项个大])(?P<noun>[一-龥]{{0,6}}):$")
_FEWEST, _MOST = 3, 10
_REACH = 200  # characters
_NEAR = 12
_ENDING = 2  # characters that tell what a name is the name of (中队)


def glosses(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """The counts of a sentence that what follows spells out."""
    text = sentence.text
    if "(" in text and "、" in text:
        for match in _BRACKET.finditer(text):
            items = _split(match, "、")
            yield from _listed(story, sentence, match, items)
            yield from _miscounted(story, sentence, match, items)
    if ":" in text:
        for match in _CLAUSES.finditer(text) if ";" in text else ():
            if not RUN.match(match["list"]):  # 三项工作:一是…;二是…
                yield from _listed(story, sentence, match, _split(match, ";"))
        yield from _of_kinds(story, sentence)
    if "个" in text:
        for match in _ONES.finditer(text):
            ones = [Span(m.start(), m.end()) for m in _ONE.finditer(text, match.end())]
            yield from _listed(story, sentence, match, ones)
        yield from _repeated(story, sentence)


def _split(match: re.Match[str], mark: str) -> list[Span]:
    spans, position = [], match.start("list")
    for piece in match["list"].split(mark):
        spans.append(Span(position, position + len(piece)))
        position += len(piece) + 1
    return spans


def _listed(story: Story, sentence: Sentence, match: re.Match[str], items: list[Span]) -> Iterator[Relation]:
    number = number_of(match["number"])
    if number is not None and number > 1 and len(items) == number:
        listed = Listed(tuple(items), frozenset({number}))
        yield counted_relation(story, sentence, match, number, listed, Truth.HOLDS, Binding.INFERRED)


def _miscounted(story: Story, sentence: Sentence, match: re.Match[str], items: list[Span]) -> Iterator[Relation]:
    """4个执法中队(煤矿中队、危化中队、工贸中队): names that all end as what is counted, one more or one less than told."""
    number, noun = number_of(match["number"]), match["noun"][-_ENDING:]
    names = [item.of(sentence.text) for item in items]
    told = len(noun) == _ENDING and all(name.endswith(noun) and name != noun for name in names)
    if number is not None and told and match["list"].count(noun) == len(items) and abs(number - len(items)) == 1:
        listed = Listed(tuple(items), frozenset({len(items)}))
        yield counted_relation(story, sentence, match, number, listed, Truth.VIOLATED, Binding.INFERRED)


def _repeated(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """突出三个着力:着力…,着力…,着力…; “五个一律”, told in the sentence after too."""
    for match in _SAME.finditer(sentence.text):
        number, noun = number_of(match["number"]), match["noun"]
        if number is None or not _FEWEST <= number <= _MOST:
            continue
        start = sentence.span.start + match.end()
        told = story.text[start : start + _REACH].partition("\n")[0]
        if told.count(noun) == number:
            places = [Span(start + m.start(), start + m.end()) for m in re.finditer(noun, told)]
            listed = Listed(tuple(places), frozenset({number}))
            yield counted_relation(story, sentence, match, number, listed, Truth.HOLDS, Binding.INFERRED, shift=False)


def _of_kinds(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """检查对象涵盖七类:网吧1024家次,歌舞娱乐876家次,… — as many figures to the end of the sentence."""
    group = sentence.at()
    for i, frame in enumerate(group):
        end = frame.start - sentence.span.start
        before = sentence.text[max(0, end - len(frame.label) - _NEAR) : end]
        count = _KINDS.search(before.rstrip().removesuffix(frame.label).rstrip())
        number = number_of(count["number"]) if count else None
        if count is None or number is None or number < _FEWEST:
            continue
        run = [f for f in group[i:] if f.unit_class == frame.unit_class]
        if len(run) == number and all(f.label for f in run) and all(0 < f.parted < STATEMENT for f in run):
            start = frame.start - len(before)
            yield counted_figures(story, Span(start + count.start("number"), start + count.end("unit")), run)
