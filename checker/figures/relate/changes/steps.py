"""Changes told before the two levels that they lie between: 办件增长12.5%,由240件增加到270件; 再精简2项,由26项减至24项."""

from __future__ import annotations

from collections.abc import Iterator

from checker.figures.reading import Frame
from checker.figures.relate.changes.differences import Change, judge
from checker.figures.relate.lists import are_exact_counts
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.record import replace
from checker.words.relation import Binding, Relation, Truth

_STEP = expression(
    r"(?:(?P<up>增长|增加|新增|增设|扩增|扩大|提高|提升|上升|上涨|新建|新招|净增|新(?:培养|培育|聘|招录|招聘|发展|命名|创建|成立|配备|取得)[^,;、]{0,10})"
    r"|(?P<down>精简|压减|压缩|削减|减少|缩短|下降|降低|回落|取消|撤销|核减|撤并|净减))(?:了|近|约)?$"
)
_NEW = expression(r"新增(?P<noun>[^,;、]{2,14})$")
_FROM = expression(
    r"^(?:总数|总量|数量|平均)?(?:由|从)(?:原来|原有|原|(?:上年|去年|20\d\d年)(?:底|末|初|同期)?|目前|现有|年初|现在)?的?$"
)
_TO = expression(
    r"^(?:(?P<up>增加|增长|提高|提升|上升|扩大|扩充|增|升|扩)|(?P<down>精简|压减|压缩|减少|缩短|缩减|下降|降低|回落|减|降|压|缩))[到至为]$"
)
_HEDGES = ("以上", "以下", "左右", "多")  # 百分之六十以上
_IN_WORDS = expression("半|成|番|(?<!百)分之")  # 压缩一半 is said of 60% too


def steps(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """Each change right before its two levels, all in one direction; what fails is so by inference."""
    group = sentence.at()
    for at, (step, before, after) in enumerate(zip(group, group[1:], group[2:], strict=False), 3):
        if before.parted != 2 or after.parted or before.unit_class != after.unit_class:
            continue
        told, reached = _STEP.search(step.label), _TO.match(after.label)
        if reached is None or not _FROM.match(before.label):
            continue
        if told is None:
            alone = all(f.unit_class != step.unit_class for f in group[at:])  # …,其中调入2名
            named = reached["up"] and _NEW.search(step.label)
            yield from _of_new(story, step, before, after) if named and alone else ()
            continue
        if bool(told["up"]) != bool(reached["up"]):
            continue
        if any(f.quantity.hedge for f in (step, before, after)) or step.tail.startswith(_HEDGES):
            continue
        for relation in judge(story, Change(step, 1 if told["up"] else -1), before, after):
            if relation.truth is Truth.HOLDS or not _IN_WORDS.search(step.quantity.text):
                yield replace(relation, binding=Binding.INFERRED)


def _of_new(story: Story, step: Frame, before: Frame, after: Frame) -> Iterator[Relation]:
    """新增示范校3所,由上年底的11所增加到15所: there cannot be more than those of before and the new ones; some may be gone."""
    if not are_exact_counts((step, before, after)) or step.unit_class != before.unit_class:
        return
    grown = after.quantity.value - before.quantity.value
    if step.quantity.value <= grown < 2 * step.quantity.value:
        told = judge(story, Change(step, 1), before, after)
        yield from (replace(relation, binding=Binding.INFERRED) for relation in told)
