"""A count of bodies with what they have in all, and the list of them: 四个账号粉丝158万人,其中微信72万人、微博52万人、视频号34万人."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.figures.build import Sum, operand
from checker.figures.reading import Frame
from checker.figures.relate.list_runs import run_from
from checker.figures.relate.lists import LEFT_OVER, RATES, is_compared
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.place import Span
from checker.words.relation import Binding, Operand, Relation, RelationKind, Role, Truth

RULE = "figures.counted-list"

_MOST = 20
_LONGEST = 8  # characters of the name of a channel
_PLACE = expression(
    r"^(?:个|家)?(?:[一-龥]{0,4}?)(?P<end>乡镇|镇街|[镇乡村县区市所站局院校]|街道|社区|大队|中队|分局|支队)(?![一-龥]{0,3}级)"
)
_ACCOUNT = expression(r"账号|新媒体|平台|媒体")
_CHANNEL = expression(r"微信|微博|抖音|快手|视频|头条|公众号|客户端|网站|B站|小红书|今日")
_LEAD = expression(r"^[,:]*(?:其中[,:]?)?")


def members(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """Counts whose whole is right behind them, with the list that makes up the whole."""
    group = sentence.at()
    for count, whole, first in zip(group, group[1:], group[2:], strict=False):
        number = count.quantity.value
        told = count.quantity.interval.is_exact and 2 <= number <= _MOST and number.denominator == 1
        tied = whole.parted == 0 and whole.label and whole.unit_class == first.unit_class != count.unit_class
        if not (told and tied) or whole.unit_class in RATES or is_compared(whole) or first.parted < 2:
            continue
        parts = run_from(group, group.index(first))
        if len(parts) > 1 and Sum(whole, tuple(parts)).fits and not LEFT_OVER.search(_name(parts[-1])):
            yield from _judged(story, count, whole, parts)


def _judged(story: Story, count: Frame, whole: Frame, parts: Sequence[Frame]) -> Iterator[Relation]:
    """As many parts as bodies, each named as one of them; one more or one less is told."""
    names = [_name(part) for part in parts]
    holds = count.quantity.value == len(parts)
    if not _are_of(count.tail, names) or abs(count.quantity.value - len(parts)) > 1:
        return
    items = (_item(story, part, name) for part, name in zip(parts, names, strict=True))
    operands = (operand(story, count, Role.COUNT), *items)
    equation = f"{count.quantity.text} {'=' if holds else '≠'} {len(parts)} 个数据"
    truth, gap = (Truth.HOLDS, "") if holds else (Truth.VIOLATED, "1")
    yield Relation("", RelationKind.COUNTED_LIST, truth, Binding.INFERRED, RULE, equation, operands, gap=gap)


def _name(part: Frame) -> str:
    return _LEAD.sub("", part.label)


def _are_of(tail: str, names: Sequence[str]) -> bool:
    """Whether each name is one of the bodies that are counted (三个镇: 东关镇, 西峪镇)."""
    place = _PLACE.match(tail)
    if _ACCOUNT.search(tail):
        return all(_CHANNEL.search(name) and len(name) <= _LONGEST for name in names)
    return place is not None and all(name.endswith(place["end"][-1]) for name in names)


def _item(story: Story, part: Frame, name: str) -> Operand:
    start = story.text.rfind(name, 0, part.start)
    span = Span(start, start + len(name))
    return Operand(span, span.of(story.original), Role.ITEM, name)
