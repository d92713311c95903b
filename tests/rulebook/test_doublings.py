"""Runs of text that repeat themselves."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from checker.rulebook.doublings import doublings


def naive(text: str, longest: int) -> set[tuple[int, int, int]]:
    found = set()
    for distance in range(1, longest + 1):
        start = 0
        while start < len(text):
            end = start
            while end + distance < len(text) and text[end] == text[end + distance]:
                end += 1
            if end - start >= distance:
                found.add((distance, start, end + distance))
            start = max(end, start + 1)
    return found


@given(st.text(alphabet="的了\0\u4e00\u5100\U00020000", max_size=14))
@example("进一步进一步进一步")
@example("\ud800\ud800")
def test_as_character_by_character(text: str) -> None:
    """Two of the characters share their last byte: only the characters themselves tell them apart."""
    assert {(distance, span.start, span.end) for distance, span in doublings(text, 4)} == naive(text, 4)


def test_a_run_is_as_long_as_it_can_be() -> None:
    text = "前进一步进一步进一步后"
    assert [(distance, span.of(text)) for distance, span in doublings(text, 6)] == [(3, "进一步进一步进一步")]


def test_blank_megabytes_are_one_run() -> None:
    assert sum(1 for _ in doublings(" " * 1_000_000, 6)) == 6
