"""What shares add up to, told in a note: (各项占比四舍五入后合计为99.99%。); only agreement is told."""

from __future__ import annotations

from collections.abc import Iterator

from checker.figures.build import Sum
from checker.figures.relate.completeness import RULE
from checker.figures.relate.rates.ratios import has_share
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

_TOTAL = expression(r"(?:占比|比例|比重|百分比)[^,;。]{0,8}(?:合计|之和|相加|总和|加总)[^,;。]{0,4}$")
_FEWEST = 3


def share_sums(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """The shares of the sentence, or of the one before it in its paragraph."""
    for whole in sentence.frames:
        if whole.unit_class != "percent" or not _TOTAL.search(whole.label):
            continue
        for other in (sentence, *story.before(sentence, 1)):
            parts = tuple(f for f in other.at() if has_share(f) and f.start < whole.start)
            written = sum(f.quantity.value for f in parts) == whole.quantity.value
            if other.line == sentence.line and len(parts) >= _FEWEST and written:
                yield Sum(whole, parts).relation(story, RULE, Binding.INFERRED)
                break
