"""Weights in an appraisal: they are shares of its points, not of what a sentence counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.figures.story import Story
from checker.patterns import expression
from checker.words.relation import Relation, RelationKind, Role

# Of the points alone, or without a word of what it is of; 占部门总数的80% is of the counts.
_WEIGHT = expression(
    r"(?:纳入|列入|计入|归入|并入|融入|作为|设为|设置)[^。;\n]{0,40}?(?:考核|考评|绩效|评价|测评|督查|述职|评议)[^。;\d]{0,16}?"
    r"(?:占比|所占比[例重]|权重|比重|分值|赋分|占(?:到|了|[^,;。\d]{0,8}(?:分值|总分|权重|考核|考评|绩效|指标|内容)[^,;。\d]{0,4})?)"
    r"(?:分别|均|都)?(?:为|达到?|是|由|提高到|不低于|不少于|仅|约|的)*$"
)
_REACH = 80  # characters


def without_weights(story: Story, relations: Iterable[Relation]) -> Iterator[Relation]:
    """All but those of a weight: 纳入11个局和9个单位年度考核,占比8% tells nothing of the eleven and the nine."""
    return (r for r in relations if r.kind is not RelationKind.RATE or not _is_of_weight(story, r))


def _is_of_weight(story: Story, relation: Relation) -> bool:
    starts = [o.span.start for o in relation.in_role(Role.RATE)]
    return any(_WEIGHT.search(story.text, max(0, start - _REACH), start) for start in starts)
