"""figures.lark: no conflict, total over paired brackets; and the frames that a sentence reads as."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lark import Lark
from lark import Token as LarkToken
from lark.lexer import Lexer

from checker.data import data_folder
from checker.figures.reading import MAX_BRACKETS, Frame, read_sentence
from tests.figures.measuring import tokens
from tests.figures.tables import cases

GRAMMAR = (data_folder("grammar") / "figures.lark").read_text("utf-8")
LEAVES = ("TEXT", "Q", "COUNT", "NAME", "TITLE", "QUOTE", "COMMA", "COLON", "SEMI", "DUN")


class Given(Lexer):
    """Hands on tokens that are made already."""

    def __init__(self, lexer_conf: Any) -> None:
        pass

    def lex(self, data: Any) -> Iterator[LarkToken]:  # type: ignore[override]  # lark passes on the parser's input
        yield from (LarkToken(kind, kind) for kind in data)


def test_without_conflict() -> None:
    """Strict mode makes every conflict an error instead of a silent choice."""
    Lark(GRAMMAR, parser="lalr", lexer=Given, strict=True)


PARSER = Lark(GRAMMAR, parser="lalr", lexer=Given)

paired = st.recursive(
    st.lists(st.sampled_from(LEAVES), max_size=6),
    lambda inner: st.builds(lambda a, b, c: [*a, "LP", *b, "RP", *c], inner, inner, inner),
    max_leaves=12,
)


@settings(max_examples=200)
@given(paired)
def test_every_sequence_with_paired_brackets_parses(kinds: list[str]) -> None:
    tree = PARSER.parse(kinds)
    kept = [token.type for token in tree.scan_values(lambda value: isinstance(value, LarkToken))]
    assert kept == kinds


@settings(max_examples=200)
@given(st.lists(st.sampled_from([*"（）()，；：、甲", "3件", "“乙”", "《丙》", "2023年"]), max_size=30).map("".join))
def test_every_sentence_is_read_or_said_to_go_too_deep(text: str) -> None:
    """Brackets that are not paired are text; the frames are the quantities in their order."""
    found = tokens(text)
    spans = [token.quantity.span for token in found if token.kind == "Q" and token.quantity is not None]
    frames = read_sentence(text.translate(FOLDED), found) if spans else ()
    if frames is None:
        assert text.count("(") + text.count("（") > MAX_BRACKETS
    else:
        assert [frame.span for frame in frames] == spans
        assert [frame.index for frame in frames] == list(range(len(frames)))


@pytest.mark.parametrize("depth", [1, MAX_BRACKETS])
def test_brackets_as_deep_as_prose_has_them(depth: int) -> None:
    frames = read("共9件" + "(其中2件" * depth + ")" * depth)
    assert [frame.depth for frame in frames] == list(range(depth + 1))
    assert [frame.owner for frame in frames] == list(range(-1, depth))


def test_deeper_brackets_are_unread() -> None:
    text = "共9件" + "(" * 50_000 + ")" * 50_000
    assert read_sentence(text, tokens(text)) is None


@pytest.mark.parametrize("row", cases("frames"))
def test_frames(row: dict[str, Any]) -> None:
    """Each frame as `label [quantity] tail | gap`, with what parts it from the one before and its depth."""
    assert [_shown(frame) for frame in read(row["text"])] == row["frames"]


def _shown(frame: Frame) -> str:
    marks = f" | {frame.gap}" if frame.gap != frame.label else ""
    depth = f" @{frame.depth}.{frame.owner}" if frame.depth else ""
    return f"{frame.label}[{frame.quantity.text}]{frame.tail}{marks} /{frame.parted}{depth}"


FOLDED = str.maketrans("（），；：", "(),;:")


def read(text: str) -> tuple[Frame, ...]:
    frames = read_sentence(text.translate(FOLDED), tokens(text))
    assert frames is not None
    return frames
