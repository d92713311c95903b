"""So many sessions, and each of them by its number: 培训3期,第一期65人次、第二期72人次、第三期58人次."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from checker.figures.relate.counts.counted import counted_names, number_of
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Relation

# 首期56人、二期48人、三期61人: behind a mark the word 第 may be left out.
_ORDINAL = expression(
    "(?:第|(?<=[,;、]))(?P<number>首|[一二三四五六七八九十]{1,2})(?P<unit>[期次轮批场季])(?!会议|全体|工程|项目)"
)
_COUNT = expression(
    r"(?<![第\d.一二三四五六七八九十])(?P<number>\d{1,2}|[两二三四五六七八九十]{1,2}) ?(?P<unit>[期次轮批场季])(?!次)"
)
_REACH = 40
"""Characters before the first of them in which the count stands, in the same sentence."""
_OPEN = expression(r"等|其中|[上去前]年")


def _place(written: str) -> int:
    return 1 if written == "首" else number_of(written) or 0


def ordinals(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """A count with the ordinals behind it; fewer of them are no contradiction: not each need be told."""
    found = _ORDINAL.finditer(sentence.text)
    for unit, run in groupby(found, key=lambda match: match["unit"]):
        told = list(run)
        if len(told) < 2 or sorted(_place(m["number"]) for m in told) != list(range(1, len(told) + 1)):
            continue
        start = told[0].start()
        counts = [m for m in _COUNT.finditer(sentence.text, max(0, start - _REACH), start) if m["unit"] == unit]
        number = number_of(counts[-1]["number"]) if counts else None
        if number is None or number > len(told):
            continue
        if number != len(told) and _OPEN.search(sentence.text, counts[-1].end(), start):
            continue  # 其中 tells of some of them
        yield counted_names(story, sentence, counts[-1].span(), [match.span() for match in told], number)
