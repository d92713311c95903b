"""A whole said to be made of so many named parts, each told behind it: 由市、县两级分别组织,市级380万尾、县级240万尾."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.figures.build import Sum
from checker.figures.numerals import han_number
from checker.figures.reading import Frame
from checker.figures.relate.completeness import RULE
from checker.figures.relate.list_runs import run_from
from checker.figures.relate.lists import JOINED, RATES, exact_counts, is_compared
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

_COMPOSED = expression(
    r"(?:^|[,;:])(?P<of>[^,;:。]{0,10}?)由(?P<names>[^,;。()\d]{2,40}?)(?P<number>[两二三四五])"
    r"(?:级|部分|大?类|块|方面|种|项|个(?:部门|单位|方面|部分|层级|片区))[^,;。\d]{0,8}[,:]"
)
_FEWEST = 2


def composed(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """Each such whole of a sentence, or of the one before it where its name begins the sentence."""
    group = sentence.at()
    for match in _COMPOSED.finditer(sentence.text):
        names = [name.strip() for name in JOINED.split(match["names"])]
        start = sentence.span.start
        at = next((i for i, f in enumerate(group) if f.start >= start + match.end()), len(group))
        if at == len(group) or len(names) != han_number(match["number"]):
            continue
        parts = run_from(group, at)[: len(names)]
        named = len(parts) == len(names) and all(n in p.label for n, p in zip(names, parts, strict=True))
        if not named or parts[0].unit_class in RATES or len(exact_counts(parts)) < _FEWEST:
            continue
        before = [f for f in group[:at] if f.start < start + match.start("names")]
        whole = _whole(before, parts) or _named(story, sentence, match["of"], parts)
        if whole is not None:
            yield Sum(whole, tuple(parts)).relation(story, RULE, Binding.STATED)


def _whole(frames: Sequence[Frame], parts: Sequence[Frame]) -> Frame | None:
    """The nearest figure of the parts' unit that tells no change."""
    same = (f for f in reversed(frames) if f.unit_class == parts[0].unit_class)
    return next((f for f in same if not is_compared(f) and not f.quantity.hedge), None)


def _named(story: Story, sentence: Sentence, name: str, parts: Sequence[Frame]) -> Frame | None:
    """罚款462.35万元,比上年…。罚款由…: the figure of that name in the sentence before."""
    previous = next(iter(story.before(sentence, 1)), None)
    if previous is None or previous.line != sentence.line or len(name) < len("罚款"):
        return None
    return _whole([f for f in previous.at() if story.label(f).endswith(name)], parts)
