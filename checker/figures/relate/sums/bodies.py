"""Bodies of two kinds counted together: 对17个乡镇和24个县直部门开展法治督察,督察单位共41个."""

from __future__ import annotations

from collections.abc import Iterator

from checker.figures.build import Sum
from checker.figures.reading import Frame
from checker.figures.relate.completeness import RULE, is_near
from checker.figures.relate.lists import are_exact_counts, is_compared
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

_BODY = expression(
    r"^(?:个|家)?(?:乡镇|镇街?|乡|街道|[省市县区镇][直级]?(?:部门|单位)|部门|单位|社区|(?:行政)?村|开发区|园区|科室|处室)"
)
_AND = ("和", "及", "与", "以及", "、")
_COUNTS = frozenset({"unit", "body"})
_TOGETHER = expression(r"[合总]?共计?(?:督察|检查|考核|覆盖|涉及)?$")


def bodies(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """Each total of two kinds of bodies right behind them; what fails is told where it comes near."""
    group = sentence.at()
    for first, second, whole in zip(group, group[1:], group[2:], strict=False):
        three = (first, second, whole)
        if not all(f.unit_class in _COUNTS for f in three) or not are_exact_counts(three):
            continue
        joined = _BODY.match(first.tail) and _BODY.match(second.tail) and second.gap.rstrip().endswith(_AND)
        told = _TOGETHER.search(whole.label) and whole.parted < 3 and not is_compared(whole)
        reading = Sum(whole, (first, second))
        if joined and told and is_near(reading) and not _may_be_of_one(whole):
            yield reading.relation(story, RULE, Binding.INFERRED)


def _may_be_of_one(whole: Frame) -> bool:
    """Whether the total counts something else than bodies (共41个问题)."""
    return bool(whole.tail) and not _BODY.match(whole.tail) and whole.tail[0] not in ",;。、()"
