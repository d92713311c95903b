"""One scan over all headings finds what a search in each of them finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checker.rulebook.headings import matching
from checker.rulebook.regex import Regex

PATTERNS = [
    Regex("问题|不足"),
    Regex("存在[^,。;]{0,4}(?:问题|不足)"),
    Regex("安排$"),
    Regex("^下一?步"),
    Regex("20.{0,6}安排", ("安排",)),
    Regex(r"存在[\s\S]{0,6}安排"),
    Regex("问题(?!导向)"),
]
words = st.lists(st.text(alphabet="存在问题不足下一步安排导向20,;", max_size=12), max_size=8)


@given(words, st.lists(st.sampled_from(PATTERNS), max_size=4))
def test_all_at_once_is_one_by_one(headings: list[str], patterns: list[Regex]) -> None:
    expected = {i for i, heading in enumerate(headings) if any(pattern.search(heading) for pattern in patterns)}
    assert matching(headings, patterns) == expected
