"""Which of many headings hold a pattern: one scan over all of them instead of one over each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from checker.rulebook.regex import Regex
from checker.words.document import Document, Section

_LONGEST_NAME = 40  # a heading that runs on into text names its section at its beginning
_BETWEEN = "\n。\n"  # ends a line for `$`, and a clause for what patterns let stand between two words


def names(document: Document, sections: Sequence[Section]) -> list[str]:
    """The beginnings of the headings, folded."""
    spans = [section.heading.text_span for section in sections]
    return [document.folded[span.start : min(span.end, span.start + _LONGEST_NAME)] for span in spans]


def matching(words: Sequence[str], patterns: Sequence[Regex]) -> frozenset[int]:
    """The indices of the words that hold one of the patterns."""
    text = _BETWEEN.join(words)
    starts = [0, *accumulate(len(word) + len(_BETWEEN) for word in words)]
    found: set[int] = set()
    for pattern in patterns:
        for match in pattern.finditer(text):
            index = bisect_right(starts, match.start()) - 1
            if match.end() > starts[index] + len(words[index]):  # it ran on into the next heading
                found.update(i for i, word in enumerate(words) if pattern.search(word))
                break
            found.add(index)
    return frozenset(found)
