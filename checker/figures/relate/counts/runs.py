"""Points counted in the text itself: 一是、二是、三是, and what a heading announces."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from checker.figures.relate.counts.counted import RUN, counted_relation, number_of
from checker.figures.relate.counts.items import Listed
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.document import Document
from checker.words.place import Span
from checker.words.relation import Binding, Relation, Truth

_BEFORE_RUN = expression(
    r"(?P<number>\d{1,2}|[两二三四五六七八九十]{1,2})(?P<unit>个方面|方面|个|项|点|条|大|类|种|件|篇|步|招|关|环节)(?P<noun>[^,;:。]{0,14}):$"
)

_NAMED = expression(
    r"(?P<number>\d{1,2}|[两二三四五六七八九十]{1,2})(?P<unit>个方面|项|个|大|不)(?P<noun>[一-龥]{0,4})"
)

# A count that announces a run without a colon must say so: 从三个方面着手,…。一是…
_ANNOUNCED = expression(
    r"(?:从|以下|重点|着重|突出|聚焦|围绕|做好|抓好|抓住)[^,;。]{0,8}?(?P<number>\d{1,2}|[两二三四五六七八九十]{1,2})"
    r"(?P<unit>个方面|方面|项|件|个)(?P<noun>[^,;:。]{0,10})(?:,[^;。]{0,30})?[:。,]$"
)
# 办好45件民生实事。一是…: what is done for such things is told in any number of points.
_POINTS = expression(
    r"(?:个?方面|点|步|篇|大)|(?:个|项|条|类|种|件)[一-龥]{0,4}?(?:问题|原因|举措|措施|工作|任务|环节|重点|关键|文章|不足|短板|弱项|抓手|特点|机制|行动|领域|"
    r"层面|维度|着力点|差距|困难|成效|亮点|建议|要求|事)"
)
_MOST_AMISS = 2


def runs(story: Story) -> Iterator[Relation]:
    """四项工作:一是…;二是… — a count with a colon against the run of ordinals that follows it."""
    for k, sentence in enumerate(story.sentences):
        if "一是" not in sentence.text and "一要" not in sentence.text:
            continue
        for first in RUN.finditer(sentence.text):
            if first["ordinal"] != "一":
                continue
            head = sentence.text[: first.start()]
            before = _BEFORE_RUN.search(head) or _ANNOUNCED.search(head)
            told = sentence
            if before is None and not head.strip() and k and story.sentences[k - 1].section == sentence.section:
                told = story.sentences[k - 1]
                before = _ANNOUNCED.search(told.text)
            items = _run_items(story, k, first.start())
            if before is None:
                yield from _named_run(story, sentence, items)
                continue
            number = number_of(before["number"])
            if number is not None and number > 1 and len(items) > 1 and _is_announced(before, number, len(items)):
                truth = Truth.HOLDS if len(items) == number else Truth.VIOLATED
                listed = Listed(items, frozenset({len(items)}))
                yield counted_relation(
                    story, told, before, number, listed, truth, Binding.STATED, len(items), shift=False
                )


def _is_announced(match: re.Match[str], number: int, found: int) -> bool:
    """Whether a run is what a count announces: as many, or nearly as many of what is told in points."""
    near = abs(found - number) <= _MOST_AMISS
    return number == found or (near and bool(_POINTS.match(match["unit"] + match["noun"])))


def _named_run(story: Story, sentence: Sentence, items: tuple[Span, ...]) -> Iterator[Relation]:
    """全面落实“三项制度”。…一是…二是…三是: a number named earlier in the paragraph; only agreement is told."""
    if len(items) < 2:
        return
    for told in reversed(
        [s for s in story.sentences[max(0, sentence.number - 6) : sentence.number + 1] if s.line == sentence.line]
    ):
        for match in reversed(list(_NAMED.finditer(told.text))):
            if told.span.start + match.end() <= items[0].start and number_of(match["number"]) == len(items):
                listed = Listed(items, frozenset({len(items)}))
                yield counted_relation(
                    story, told, match, len(items), listed, Truth.HOLDS, Binding.INFERRED, shift=False
                )
                return


def repeated_nouns(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """三项制度: …公示制度…记录制度…审核制度, run together without a mark; only agreement is told."""
    for match in _NAMED.finditer(sentence.text):
        number, noun = number_of(match["number"]), match["noun"][:2]
        if number is None or not 3 <= number <= 6 or len(noun) < 2:
            continue
        run = expression(rf"(?:[一-龥]{{2,12}}?{noun}){{{number}}}")
        near = (s for s in story.sentences[sentence.number : sentence.number + 3] if s.line == sentence.line)
        for other in near:
            found = next((m for m in run.finditer(other.text) if m[0].count(noun) == number), None)
            if found is not None:
                start = other.span.start
                items = [
                    Span(start + found.start() + m.start(), start + found.start() + m.end())
                    for m in re.finditer(noun, found[0])
                ]
                listed = Listed(tuple(items), frozenset({number}))
                yield counted_relation(
                    story, sentence, match, number, listed, Truth.HOLDS, Binding.INFERRED, shift=False
                )
                return


def announced_headings(story: Story, document: Document) -> Iterator[Relation]:
    """重点抓好四项工作。 — a count in the lines between a heading and its sub-headings against their number."""
    starts = [s.span.start for s in story.sentences]
    for section in document.walk():
        children = [child.heading for child in section.children]
        if len(children) < 2 or len({child.style for child in children}) > 1:
            continue
        first, last = bisect_left(starts, section.body.start), bisect_left(starts, section.body.end)
        told = [s for s in story.sentences[max(first, last - 2) : last] if not s.heading]
        for sentence in told[-1:]:
            match = _ANNOUNCED.search(sentence.text)
            number = number_of(match["number"]) if match else None
            if match is None or number is None or abs(number - len(children)) > 1:
                continue
            items = tuple(child.marker_span for child in children)
            truth = Truth.HOLDS if number == len(children) else Truth.VIOLATED
            listed = Listed(items, frozenset({len(items)}))
            yield counted_relation(
                story, sentence, match, number, listed, truth, Binding.INFERRED, len(items), shift=False
            )


def _run_items(story: Story, k: int, start: int) -> tuple[Span, ...]:
    """The places of 一是, 二是, … from a place on, as far as they go on counting, through the paragraphs that follow."""
    items: list[Span] = []
    for sentence in story.sentences[k : k + 40]:
        if sentence.section != story.sentences[k].section or (sentence.heading and items):
            break
        for match in RUN.finditer(sentence.text, start if sentence is story.sentences[k] else 0):
            if number_of(match["ordinal"]) == len(items) + 1 or (not items and match["ordinal"] == "一"):
                items.append(Span(sentence.span.start + match.start(), sentence.span.start + match.end()))
            elif match["ordinal"] == "一":
                return tuple(items)
    return tuple(items)
