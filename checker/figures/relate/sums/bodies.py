"""Bodies of two kinds counted together: 对17个乡镇和24个县直部门开展法治督察,督察单位共41个."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.figures.build import Sum
from checker.figures.reading import Frame
from checker.figures.relate.completeness import RULE, is_near
from checker.figures.relate.list_runs import joined_before
from checker.figures.relate.lists import are_exact_counts, is_compared
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

_BODY = expression(
    r"^(?:个|家)?(?:乡镇|镇街?|乡|街道|[省市县区镇][直级]?(?:部门|单位)|部门|单位|社区|(?:行政)?村|开发区|园区|科室|处室)"
)
_AND = ("和", "及", "与", "以及", "、")
# 主要负责人全部参加年度述法, and what they all did: 述法人数
_HEADS = expression(r"^[^,;。、]{0,10}的?(?:党政)?(?:主要(?:负责人|负责同志|领导)|“?一把手”?|行政首长)(?:全部|均|都)")
_NUMBER = expression("^(?P<what>[一-龥]{2,4})(?:总?人数)(?:为|共|达)?$")
_COUNTS = frozenset({"unit", "body"})
_TOGETHER = expression(r"[合总]?共计?(?:督察|检查|考核|覆盖|涉及)?$")


def bodies(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """Each total of two kinds of bodies right behind them; what fails is told where it comes near."""
    group = sentence.at()
    yield from _of_heads(story, group)
    for first, second, whole in zip(group, group[1:], group[2:], strict=False):
        three = (first, second, whole)
        if not all(f.unit_class in _COUNTS for f in three) or not are_exact_counts(three):
            continue
        joined = _BODY.match(first.tail) and _BODY.match(second.tail) and second.gap.rstrip().endswith(_AND)
        told = _TOGETHER.search(whole.label) and whole.parted < 3 and not is_compared(whole)
        reading = Sum(whole, (first, second))
        if joined and told and is_near(reading) and not _may_be_of_one(whole):
            yield reading.relation(story, RULE, Binding.INFERRED)


def _of_heads(story: Story, group: Sequence[Frame]) -> Iterator[Relation]:
    """15个乡镇、4个街道和31个市直部门的主要负责人全部述法,…,述法人数50人: each body has one head."""
    for i, last in enumerate(group):
        listed = joined_before(group, i + 1) if _HEADS.match(last.tail) else ()
        if i + 1 < len(group) and last.gap.rstrip("省市县区镇").endswith(_AND):
            listed = [*joined_before(group, i), last]
        told = (
            f
            for f in group[i + 1 :]
            if f.unit_class == "person" and (n := _NUMBER.match(f.label)) and n["what"] in last.tail
        )
        whole = next(told, None)
        bodies_ = len(listed) > 1 and all(f.unit_class in _COUNTS for f in listed)
        if whole is None or not bodies_ or not are_exact_counts((*listed, whole)):
            continue
        reading = Sum(whole, tuple(listed))
        slipped = "述法" in whole.label and (is_near(reading) or reading.is_swapped)
        if reading.fits or slipped:  # 旁听人数: others sit in too
            yield reading.relation(story, RULE, Binding.INFERRED)


def _may_be_of_one(whole: Frame) -> bool:
    """Whether the total counts something else than bodies (共41个问题)."""
    return bool(whole.tail) and not _BODY.match(whole.tail) and whole.tail[0] not in ",;。、()"
