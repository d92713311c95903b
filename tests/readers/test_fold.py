"""Folding keeps every offset, and its short cut gives what a look-up of each character gives."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checker.readers.fold import fold

ROWS = (Path(__file__).parent.parent.parent / "grammar" / "traditional.txt").read_text("utf-8").splitlines()
TRADITIONAL, SIMPLIFIED = (row for row in ROWS if row[0] != "#")
PAIRS = dict(zip(TRADITIONAL, SIMPLIFIED, strict=True))


@pytest.mark.parametrize("surrounding", ["{}", "行政{}执法，", "\U00020bb7{}"])
def test_every_traditional_character(surrounding: str) -> None:
    """Also the few that the short cut through GB 2312 cannot tell from simplified ones."""
    assert {c for c in TRADITIONAL if PAIRS[c] not in fold(surrounding.format(c))} == set()
    assert fold("".join(TRADITIONAL)) == SIMPLIFIED


@pytest.mark.parametrize(
    ("wide", "half"),
    [
        ("，；：（）％．　", ",;:()%. "),
        ("０１９", "019"),
        ("ＡｚＺ", "AzZ"),
        ("、。《》“”—·〇", "、。《》“”—·〇"),
        ("１.２万㎡", "1.2万㎡"),
    ],
)
def test_widths(wide: str, half: str) -> None:
    assert fold(wide) == half
    assert fold("縣" + wide) == "县" + half


@given(
    st.text(
        alphabet=st.one_of(st.characters(), st.sampled_from([*TRADITIONAL[::40], *"，。０Ａ—·〇县" + string.digits]))
    )
)
@example("")
def test_character_for_character(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(text) == "".join(map(fold, text))
