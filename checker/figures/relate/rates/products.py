"""So many for each of so many: 21400人,每人280元,资助金额599.2万元; 培训3期,每期46人次,共138人次."""

from __future__ import annotations

from collections.abc import Iterator

from checker.figures.build import Ratio
from checker.figures.reading import Frame
from checker.figures.relate.lists import STATEMENT, exact_counts, is_compared
from checker.figures.relate.rates.mean_relations import fits_mean, mean
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Relation

_EACH = expression("^(?:平均)?每一?(?P<unit>[一-龥]{1,2}?)(?:[一-龥]{0,4})$")
_LESS = expression("缺|未|减|扣|少|退|除|重复|多次|[两二]次|免|不")
_NEAR = 24  # characters
_WHOLE = expression(
    "(?:^|[,、])(?:全[市县区镇乡局年])?(?:[累总合共]计|共|计)[一-龥]{0,4}$|(?:金额|总额|总数|总量|资金)(?:为|达|共)?$"
)


def products(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """The number, what each has of it and what all have, told in this order without anything between."""
    outside = sentence.at()
    group = exact_counts(outside)
    for base, each, whole in zip(group, group[1:], group[2:], strict=False):
        told = _EACH.match(each.label)
        if told is None or not _WHOLE.search(whole.label) or outside.index(whole) - outside.index(base) != 2:
            continue
        end = whole.quantity.span.end
        if _LESS.search(story.text, end, min(end + _NEAR, sentence.span.end)):
            continue  # 每期50人,共计290人,末期减少10人
        if _is_each_of(base, told["unit"]) and each.unit_class == whole.unit_class and whole.parted < STATEMENT:
            reading = Ratio(each, (whole,), base)
            yield mean(story, reading, holds=fits_mean(each, reading, 1))


def _is_each_of(base: Frame, unit: str) -> bool:
    return base.quantity.unit == unit and base.quantity.value > 1 and not is_compared(base)
