"""Lines are measured in cells, and break where Chinese may break."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from checker.renderers.screen.width import breaks, crop, crop_left, width

PROSE = st.text(alphabet="全年受理行政复议，。、《》“”()（）0123456789.%件 ab", max_size=120)


def lines(text: str, room: int) -> list[str]:
    return [text[start:end] for start, end in pairwise([0, *breaks(text, room, room), len(text)])]


@pytest.mark.parametrize("text", ["全年110件", "“复议”—…·", "e\u0301", "𠮷县", "ａ１％", "①Ⅳ×°"])
def test_widths_are_those_of_the_terminal_library(text: str) -> None:
    assert width(text) == cell_len(text)


@given(PROSE, st.integers(4, 60))
def test_lines_give_the_text_back_and_fit(text: str, room: int) -> None:
    found = lines(text, room)
    assert "".join(found) == text
    assert all(width(line.rstrip()) <= room for line in found)


@given(PROSE, st.integers(30, 60))
def test_no_line_begins_with_a_closing_mark(text: str, room: int) -> None:
    long_runs = any(len(run) > 10 for run in _marks_and_digits(text))
    assert long_runs or not any(line[0] in "，。、》”)）%" for line in lines(text, room)[1:])


def _marks_and_digits(text: str) -> list[str]:
    return "".join(c if not ("\u4e00" <= c <= "\u9fff") else "\n" for c in text).split("\n")


def test_a_number_stays_with_its_unit() -> None:
    assert lines("其中予以受理12345件", 18) == ["其中予以受理", "12345件"]


@given(PROSE, st.integers(2, 60))
def test_a_cropped_text_fits_and_says_so(text: str, room: int) -> None:
    for cropped, kept in ((crop(text, room), text.startswith), (crop_left(text, room), text.endswith)):
        assert width(cropped) <= max(room, 3)
        assert cropped == text or ("…" in cropped and kept(cropped.strip("…")))
