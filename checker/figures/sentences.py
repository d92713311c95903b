"""Cuts a report into sentences and reads those that can hold a relation."""

from __future__ import annotations

from collections.abc import Iterator

from checker.figures.reading import read_sentence
from checker.figures.scanner import Token, scan
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.document import Document, LineKind
from checker.words.place import Span

# A sentence ends at its full stop; those inside quotation marks, book titles and brackets do not end it.
_SENTENCE = expression(r"(?:[^。“《(\n]++|“[^”\n]{0,200}”|《[^》\n]{0,200}》|\([^()\n]{0,200}\)|[“《(])+。?|。")
# It begins with one set for all: so the places where it may match are found fast.
_COUNTS = expression(
    r"[0-9一过半两二三四五六七八九十百千万](?:(?<=[0-9])|(?<=[一过])半|(?<=半)数|(?<=[一两])番|(?:(?<=[两二三四五六七八九十百千万])|(?<=[十百零]一))"
    r"[余多]?[个名位家项条件起宗例次人户份卷本部期批场处类种级大所支层方点村台辆成分百倍座套艘幢公元吨亩天周学小课])"
)
# 登簿15100件——首次3268件、…: a dash behind a count opens a list as a colon does.
_DASH = expression(r"([\d一二三四五六七八九十百千万] ?[万亿]?[一-龥]{1,2})——(?=[一-龥])")
_PLAN = expression(r"下一?步|打算|安排|计划|思路|目标|展望|明年|下年|下一年度?|改进措施|整改措施|对策")
MAX_FIGURES = 60
"""A sentence with more figures is read in portions: it keeps the work linear in the length of the text."""

_READ = frozenset({LineKind.TEXT, LineKind.HEADING})


def read_story(document: Document) -> tuple[Story, int]:
    """The report's sentences with their frames, and how many sentences could not be read."""
    sentences: list[Sentence] = []
    unread = 0
    story = _DASH.sub(r"\1: ", document.folded) if "——" in document.folded else document.folded
    for section, line, plan, span, opens in _pieces(document):
        for match in _SENTENCE.finditer(story, span.start, span.end):
            for place, tokens in _portions(story, document.text, Span(*match.span())):
                read = read_sentence(story, tokens) if tokens else ()
                unread += read is None
                frames = read or ()
                heading = opens and place.start == span.start
                outside = frames if all(not f.depth for f in frames) else tuple(f for f in frames if not f.depth)
                text = place.of(story)
                sentences.append(Sentence(len(sentences), place, line, section, text, frames, heading, plan, outside))
    return Story(story, document.text, tuple(sentences), document.report_year), unread


def _portions(text: str, original: str, sentence: Span) -> Iterator[tuple[Span, list[Token]]]:
    """The sentence and its tokens, none where it states no figure; in several portions where it states very many."""
    counts = _COUNTS.search(text, sentence.start, sentence.end)
    tokens = list(scan(text, sentence.start, sentence.end, original)) if counts else []
    figures = sum(token.kind == "Q" for token in tokens)
    if figures <= MAX_FIGURES:
        yield sentence, tokens if figures else []
        return
    start, portion, figures = sentence.start, list[Token](), 0
    for token in tokens:
        portion.append(token)
        figures += token.kind == "Q"
        if figures >= MAX_FIGURES // 2 and (token.kind == "SEMI" or figures >= MAX_FIGURES):
            yield Span(start, token.end), portion
            start, portion, figures = token.end, [], 0
    yield Span(start, sentence.end), portion if figures else []


def _pieces(document: Document) -> Iterator[tuple[int, int, bool, Span, bool]]:
    """The lines of prose: number of the level-1 section, line, whether it plans, span, whether it opens a heading."""
    sections = list(document.walk())
    starts = {document.index.number(s.heading.span.start): s for s in sections}
    tops = {id(s): n for n, s in enumerate(document.sections, 1)}
    section, plan = 0, False
    planned_until = -1
    for line in document.lines:
        heading = starts.get(line.number)
        if heading is not None:
            section = tops.get(id(heading), section)
            if _PLAN.search(heading.heading.text) and heading.extent.end > planned_until:
                planned_until = heading.extent.end
        plan = line.span.start < planned_until
        if line.kind not in _READ:
            continue
        start = heading.heading.text_span.start if heading is not None else line.span.start
        if line.span.end > start:
            yield section, line.number, plan, Span(start, line.span.end), heading is not None
