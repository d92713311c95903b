"""Pieces of text keep together what they say and how; colour changes nothing but colour."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.renderers.screen.page import Canvas
from checker.renderers.screen.styled import Styled, painted
from checker.renderers.text import render
from tests.records import REPORT, make_audit, make_finding, make_run

PIECES = st.lists(
    st.tuples(st.text(alphabet="甲乙 ab[/]:", max_size=6), st.sampled_from(["", "bold", "red"])), max_size=6
)


def styled(pieces: list[tuple[str, str]]) -> Styled:
    text = Styled()
    for piece in pieces:
        text.append(*piece)
    return text


@given(PIECES, st.lists(st.integers(0, 40), max_size=4))
def test_divided_text_is_the_text_without_blanks_at_line_ends(pieces: list[tuple[str, str]], cuts: list[int]) -> None:
    text = styled(pieces)
    offsets = sorted(min(cut, len(text.plain)) for cut in cuts)
    expected = [text.plain[start:end].rstrip() for start, end in pairwise([0, *offsets, len(text.plain)])]
    assert [part.plain for part in text.divide(offsets)] == expected


@given(PIECES, st.integers(0, 40))
def test_every_character_keeps_its_style(pieces: list[tuple[str, str]], cut: int) -> None:
    text = styled(pieces)
    whole = [(character, style) for piece, style in text.pieces for character in piece]
    parts = [
        (character, style)
        for part in text.divide([min(cut, len(text.plain))])
        for piece, style in part.pieces
        for character in piece
    ]
    assert [pair for pair in parts if pair[0] != " "] == [pair for pair in whole if pair[0] != " "]


@given(st.lists(PIECES.map(styled), min_size=1, max_size=4))
def test_paint_adds_codes_only(lines: list[Styled]) -> None:
    bare = re.sub(r"\x1b\[[0-9;]*m", "", painted(lines))
    assert bare.splitlines() == [line.plain for line in lines]


@pytest.mark.parametrize("columns", [20, 60, 100])
def test_the_page_with_colour_reads_as_without(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    start = REPORT.index("110件")
    run = make_run(make_audit("甲[b].txt", make_finding(text=REPORT, start=start, end=start + 4)))
    coloured = render(run, "zh", Canvas(columns, True))
    assert "\x1b[1;31m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == render(run, "zh", Canvas(columns, False))


def test_a_page_without_colour_needs_no_rich() -> None:
    import subprocess
    import sys

    code = "import sys, checker.renderers.text; sys.exit('rich' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
