"""What the foreword sums up, told again by the chapters under the same name: 立案536件 before them, 本年立案356件 in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from checker.figures.numerals import is_lost, is_swap, plain_decimal
from checker.figures.reading import Frame
from checker.figures.relate.lists import RATES, is_averaged, is_compared, is_level
from checker.figures.relate.repeats.repeats import is_near, restated_as
from checker.figures.relate.totals import is_total
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

_LEAD = expression(
    r"^(?:20\d\d年度?|全年|本年度?|今年|年内|当年|[全我][市县区省镇乡州局旗]|全系统|全街道|一年来|共|累计|共计|总计|各类)+"
)
_YEARS = expression("^.*(?:全年|年内|共|累计)(?=..)")  # 便民服务中心全年接件: 接件
_END = expression(r"(?:达到?|为|有|共|共有|共计|总计|案件|各类)+$")
_OTHERWISE = expression("其中|上年|去年|同期|以来|日均|月均|力争|确保|目标")
_SHORTEST = 2  # characters of a name
_FEWEST = 10
_WHOLE_NAME = 6  # characters
_LEAST = 100  # of shorter numbers many differ by one slip
_LONG = 3  # digits
_KEPT = 3  # figures of one name

_Key = tuple[str, str, str]


def forewords(story: Story) -> Iterator[Relation]:
    """Each figure of the foreword that is nowhere told again, against the one of its name that differs by one slip."""
    opening = [s for s in story.sentences if s.section <= 0 and not s.plan]
    keyed = [(frame, key) for s in opening for frame in s.at() if (key := _key(story, frame)) is not None]
    if not keyed:
        return
    stated = _stated(story, (s for s in story.sentences if s.section > 0 and not s.plan))
    values = {(f.unit_class, f.quantity.value) for s in story.sentences if s.section > 0 for f in s.frames}
    for frame, key in keyed:
        told = stated.get(key, [])
        again = len(told) == 1 and (frame.unit_class, frame.quantity.value) not in values
        if (
            again
            and not frame.quantity.interval.meets(told[0].quantity.interval)
            and (_is_whole_name(frame, told[0], key) or _is_slip(frame, told[0]))
        ):
            proven = _is_whole_name(frame, told[0], key) and (
                _is_swapped(frame, told[0]) or _is_divided(story, told[0])
            )
            yield restated_as(story, frame, told[0], Binding.STATED if proven else Binding.INFERRED, holds=False)


def _stated(story: Story, sentences: Iterable[Sentence]) -> Mapping[_Key, Sequence[Frame]]:
    """The figures of the chapters by what they count, as many as tell that there are several."""
    found: dict[_Key, list[Frame]] = {}
    for sentence in sentences:
        for frame in sentence.at():
            key = _key(story, frame)
            if key is not None and len(found.setdefault(key, [])) < _KEPT:
                found[key].append(frame)
    return found


def _key(story: Story, frame: Frame) -> _Key | None:
    """What a figure counts, by its name without what tells that it is all of the year; None where it has none."""
    odd = frame.unit_class in RATES or frame.quantity.hedge or frame.quantity.value < _FEWEST or frame.parted == 1
    if odd or is_compared(frame) or is_averaged(frame) or is_level(frame) or is_total(frame):
        return None
    name = _END.sub("", _LEAD.sub("", _YEARS.sub("", story.label(frame))))
    told = len(name) >= _SHORTEST and not _OTHERWISE.search(frame.gap)
    return (name, frame.unit_class, frame.tail[:2] if frame.unit_class == "person" else "") if told else None


def _is_whole_name(one: Frame, other: Frame, key: _Key) -> bool:
    """立案查处安全生产违法案件94件, and 97件 in the chapters: whether so long a name is told of nearly as many."""
    return len(key[0]) >= _WHOLE_NAME and other.quantity.value >= _FEWEST and is_near(one, other)


def _is_swapped(one: Frame, other: Frame) -> bool:
    return is_swap(plain_decimal(one.quantity.value), plain_decimal(other.quantity.value))


def _is_divided(story: Story, whole: Frame) -> bool:
    """Whether a list was found to make up the figure, so that it is the one that is right."""
    return any(whole in wholes for wholes in story.wholes.values())


def _is_slip(one: Frame, other: Frame) -> bool:
    first, second = (plain_decimal(f.quantity.value) for f in (one, other))
    if min(one.quantity.value, other.quantity.value) < _LEAST:
        return False
    return is_swap(first, second) or (is_lost(first, second) and min(map(len, (first, second))) >= _LONG)
