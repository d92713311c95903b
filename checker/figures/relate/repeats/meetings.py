"""What a body met for, told in the chapters and again of the one who presides: 党组会研究法治工作5次, 主持召开党组会专题研究法治工作6次."""

from __future__ import annotations

from collections.abc import Iterator

from checker.figures.reading import Frame
from checker.figures.relate.lists import is_averaged, is_compared
from checker.figures.relate.repeats.repeats import restated_as
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

_OCCASIONS = frozenset({"time", "event", "session"})
_LEAD = expression(
    r"^(?:[一二三四五六七八]是|20\d\d年度?|全年|年内|本年度?|一年来|先后|共|累计|带头|参加|亲自|主动|坚持|认真|严格|充分|多次|主持|组织|召开|召集|通过|推动|"
    r"我?[局委厅办]的?(?=党|局|办)|我[县市区镇乡]|[县市区镇乡局](?=委|政府|党)|[局县市区镇乡]?主要(?:负责人|领导)|(?:党[组委]书记)?、?[局县市区镇乡]长|"
    r"书记|主任|同志|的|了|,|、)+"
)
_FILLERS = expression("专题|集体|专门|共|累计|达到?|(?<=会)议|了|的|工作$|[\\s“”《》]")
_BODY = expression("[党常全工委组务公]会|中心组|办公会|领导小组|班子")
_OTHERS = expression("各级|各单位|各部门|各乡|各镇|基层|下属|分管|副")
_LEAST = 5  # characters of a name


def meetings(story: Story) -> Iterator[Relation]:
    """Each second figure of one body and one purpose, where the report tells just two and they differ."""
    told: dict[tuple[str, str], list[tuple[Sentence, Frame]]] = {}
    for sentence in story.sentences if _BODY.search(story.text) else ():
        for frame in sentence.at() if not sentence.plan else ():
            if name := _name(story, frame):
                told.setdefault((name, frame.unit_class), []).append((sentence, frame))
    for (first, stated), *others in told.values():
        again = [(s, f) for s, f in others if f.quantity.value != stated.quantity.value]
        if len(others) == len(again) == 1 and again[0][0].line != first.line:
            yield restated_as(story, stated, again[0][1], Binding.INFERRED, holds=False)


def _name(story: Story, frame: Frame) -> str:
    """Which body met for what, without who presided; empty where a figure tells no such thing."""
    odd = frame.unit_class not in _OCCASIONS or frame.quantity.hedge or is_compared(frame) or is_averaged(frame)
    label = story.label(frame)
    if odd or not _BODY.search(label) or _OTHERS.search(frame.gap):
        return ""
    name = _FILLERS.sub("", _LEAD.sub("", label))
    return name if len(name) >= _LEAST and _BODY.search(name) else ""
