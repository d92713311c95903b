"""Whatever a text holds: it parses, its pieces give it back, and every span lies in it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from checker.lalr import Branch, table
from checker.outline import parse
from checker.outline.tree import Cut
from checker.words.document import Document, LineKind
from checker.words.place import Span
from tests.outline.texts import PIECES, source, texts

TERMINALS = ("PART", "CHAPTER", "LEVEL1", "LEVEL2", "LEVEL3", "LEVEL4", "LEVEL5", "_TEXT", "_END")


@settings(max_examples=150)
@given(texts)
@example("")
@example("\n")
@example("一、")
@example("(一)\r(二)\r\n\n三、。")
def test_lines_give_the_text_back(text: str) -> None:
    document = parse(source(text))
    ends = [*(line.span.start for line in document.lines[1:]), len(text)]
    pieces = [text[line.span.start : end] for line, end in zip(document.lines, ends, strict=True)]
    assert "".join(pieces) == text
    assert [line.number for line in document.lines] == list(range(1, len(document.index) + 1))
    for line, piece in zip(document.lines, pieces, strict=True):
        assert piece.removeprefix(line.span.of(text)) in ("", "\n", "\r\n", "\r")


@settings(max_examples=150)
@given(texts)
def test_spans_lie_in_the_text(text: str) -> None:
    document = parse(source(text))
    assert len(document.folded) == len(text)
    for span in _spans(document):
        assert 0 <= span.start <= span.end <= len(text)
    for section in document.walk():
        heading = section.heading
        assert heading.text == heading.text_span.of(text)
        assert heading.marker == heading.marker_span.of(text).rstrip()
        assert heading.span.end <= section.body.start <= section.body.end <= section.extent.end
        assert document.lines[document.index.number(heading.span.start) - 1].kind is LineKind.HEADING
    if document.title:
        lines = "".join(span.of(text) for span in document.title.spans)
        assert "".join(document.title.text.split()) == "".join(lines.split())


@settings(max_examples=100)
@given(texts)
def test_sections_follow_each_other(text: str) -> None:
    """A section lies inside the one above it, and no two beside each other overlap."""
    document = parse(source(text))
    groups = [document.sections, *(section.children for section in document.walk())]
    for group in groups:
        for before, after in pairwise(group):
            assert before.extent.end <= after.extent.start
    for section in document.walk():
        assert all(section.extent.contains(child.extent) for child in section.children)
    starts = [section.heading.span.start for section in document.walk()]
    assert starts == sorted(starts)
    headed = {document.index.number(start) for start in starts}
    assert headed == {line.number for line in document.lines if line.kind is LineKind.HEADING}


@settings(max_examples=100)
@given(st.lists(st.sampled_from(TERMINALS), max_size=40))
def test_every_sequence_of_lines_parses(terminals: list[str]) -> None:
    """No order of headings is a syntax error, and the tokens put together are the text."""
    text = "".join(f"{terminal}\n" for terminal in terminals)
    starts = [sum(len(t) + 1 for t in terminals[:n]) for n in range(len(terminals))]
    cuts = [Cut(terminal, start, start) for terminal, start in zip(terminals, starts, strict=True)]
    tree = table("outline").parse((cut.terminal, cut) for cut in cuts)
    kept = list(_tokens(tree))
    assert [cut.terminal for cut in kept] == [t for t in terminals if not t.startswith("_")]
    assert all(text.startswith(f"{cut.terminal}\n", cut.start) for cut in kept)


def _tokens(tree: Branch[Cut]) -> Iterator[Cut]:
    for child in tree.children:
        if isinstance(child, Branch):
            yield from _tokens(child)
        else:
            yield child


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_a_profile_that_is_given_stands(text: str) -> None:
    assert parse(source(text), "disclosure_annual").profile == "disclosure_annual"


def _spans(document: Document) -> Iterator[Span]:
    yield document.proper
    yield from (span for span in (document.addressee, document.foreword, document.closing) if span)
    yield from document.attachments
    yield from (named.span for named in (document.issuer, document.signature, document.signed) if named)
    if document.title:
        yield from (*document.title.spans, *document.title.repeats)
    for drawn in document.tables:
        yield drawn.span
        yield from (cell.span for row in drawn.rows for cell in row)
    for section in document.walk():
        yield from (section.heading.marker_span, section.heading.text_span, section.body, section.extent)
