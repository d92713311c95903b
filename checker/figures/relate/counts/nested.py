"""Counted lists in a list: 一大队、二大队和东城、西城2个区大队,共4个大队."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.figures.relate.counts.counted import Place, counted_names, number_of
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Relation

_NUMBER = r"(?:\d{1,2}|[两二三四五六七八九十]{1,3})"  # blanks may stand around one in digits
_NESTED = expression(
    rf"(?P<first>[^,;:。、和及与\d]{{2,16}}(?:、[^,;:。、和及与\d]{{2,12}}){{0,20}})(?:和|以及|及|与)"
    rf"(?P<second>[^,;:。、和及与\d]{{2,12}}(?:、[^,;:。、和及与\d ]{{2,12}}){{1,20}}) ?(?P<inner>{_NUMBER}) ?(?P<unit>[个支家所])"
    rf"(?P<noun>[^,;:。、\d]{{2,8}}),(?:共(?:计|有)?|合计|总计) ?(?P<total>{_NUMBER}) ?(?P=unit)(?P<head>[^,;:。、\d]{{2,8}})(?=[,;。]|$)"
)


def nested(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """The inner count by its names and the total by both; where both fail the total is not to be told from the names."""
    for match in _NESTED.finditer(sentence.text):
        inner, whole = number_of(match["inner"]), number_of(match["total"])
        first, second = (list(_items(match, name)) for name in ("first", "second"))
        alike = match["noun"].endswith(match["head"]) and all(
            sentence.text[a:b].endswith(match["head"]) for a, b in first
        )
        if inner is None or whole is None or not alike or match["second"].endswith("等"):
            continue
        named = len(first) + len(second)
        if inner != len(second) and named == whole:
            yield counted_names(story, sentence, (match.start("inner"), match.end("unit")), second, inner)
        elif inner == len(second):
            count = match.start("total"), match.start("head")
            yield counted_names(story, sentence, count, [*first, *second], whole)


def _items(match: re.Match[str], name: str) -> Iterator[Place]:
    start = match.start(name)
    for item in match[name].split("、"):
        yield start, start + len(item)
        start += len(item) + 1
