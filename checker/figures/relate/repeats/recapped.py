"""A figure that the chapter on shortcomings takes from what was told before, under the same name: 全年收到举报3972件."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.figures.names import core_of, shared_piece
from checker.figures.numerals import is_swap, plain_decimal
from checker.figures.reading import Frame
from checker.figures.relate.lists import is_level
from checker.figures.relate.repeats.once import is_plain, told_once
from checker.figures.relate.repeats.repeats import is_near, is_of_coming_year, told_twice
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

_SHORTCOMINGS = expression("问题|不足|困难|短板|薄弱")
_LEAD = expression(
    r"^(?:[一二三四五六七八九十]是|全年|本年度?|今年|年内|共|累计|仅|只|被|其中|[全我][市县区省镇乡州局旗]|全系统)*"
)
_END = expression(r"(?:的)?(?:案件|申请)?(?:仅|只|就|共|还|仍|尚|达|为)?(?:有|到)?$")
_OTHER = expression(
    "上年|去年|20\\d\\d|以上|以下|不足|超过|至少|平均|人均|仍|尚|另|个别|部分|近[两三]年|以来|第[一二三四]"
)
_KIND = expression("^(?P<name>(?:不|未|没有)[一-龥]{2,3})(?:的|等次)*(?:案件|案卷|问题|单位|企业|样品|产品|事项)")
_CLASS = expression(
    "^(?P<name>[一-龥]{2,6})类的?(?P<thing>投诉|案件|问题|纠纷|举报|申请|线索|事项|处罚|信息|诉讼|矛盾|违法行为)"
)
_FEWEST, _LARGE = 10, 100
_LONG = 4  # characters of a name


def recapped(story: Story, relations: Sequence[Relation]) -> Iterator[Relation]:
    """Each such figure that is told nowhere else, against the one before it of its very name."""
    chapters = {s.section for s in story.sentences if s.heading and _SHORTCOMINGS.search(s.text)}
    if not chapters:
        return
    once = told_once(story, relations)
    for sentence in story.sentences:
        for frame in sentence.at() if sentence.section in chapters and not sentence.plan else ():
            if frame.start not in once or not _is_of_many(frame) or is_of_coming_year(story, sentence, frame):
                continue
            if len(name := _name(story, frame)) > 1:
                yield from _against(story, sentence, frame, name)
            if (kind := _KIND.match(frame.tail)) is not None:
                yield from _of_kind(story, sentence, frame, kind["name"])
            elif (kind := _CLASS.match(frame.tail)) is not None and not name:
                yield from _of_class(story, sentence, frame, kind["name"], kind["thing"])


def _is_of_many(frame: Frame) -> bool:
    """Whether a plain count is so large that no others of the same name are likely."""
    return is_plain(frame) and not is_level(frame) and frame.quantity.value >= _FEWEST


def _name(story: Story, frame: Frame) -> str:
    """What a figure counts; empty where its words limit it."""
    label = _LEAD.sub("", frame.label).removeprefix(f"{story.report_year}年")
    return "" if _OTHER.search(label) else _core(label)


def _core(label: str) -> str:
    """收到复议申请 is short for 全年收到行政复议申请."""
    return core_of(_END.sub("", _LEAD.sub("", label))).replace("行政", "")


def _against(story: Story, sentence: Sentence, frame: Frame, name: str) -> Iterator[Relation]:
    found = [
        f
        for other in story.earlier(sentence)
        for f in other.at()
        if f.unit_class == frame.unit_class and _is_of_many(f) and not other.plan and _is_called(story, f, name)
    ]
    first = min(found, key=lambda f: f.start, default=None)
    if first is None:
        return
    alone = len({f.quantity.value for f in found}) == 1
    if (alone or _is_all_swapped(frame, first)) and _is_close(frame, first, _shared_name(story, first, name)):
        yield told_twice(story, first, frame, Binding.INFERRED)


def _is_all_swapped(again: Frame, first: Frame) -> bool:
    """全系统立案638起,…投诉举报转立案167起…全年立案683起: of all there are, as the first of that name may be."""
    swapped = is_swap(*(plain_decimal(f.quantity.value) for f in (again, first)))
    return swapped and again.label.startswith("全") and first.quantity.value >= _LARGE and not first.parted


def _of_kind(story: Story, sentence: Sentence, frame: Frame, name: str) -> Iterator[Relation]:
    """考评案件3280起,…不合格53起; 全年考评出63起不合格案件: the one figure of that kind, where both speak of one thing."""
    found = [
        (other, f)
        for other in story.earlier(sentence)
        for f in other.at()
        if f.unit_class == frame.unit_class and not other.plan and _own_name(story, f) == name
    ]
    thing = core_of(_LEAD.sub("", frame.label))
    alike = len(found) == 1 and _is_of_many(found[0][1]) and shared_piece(thing, found[0][0].text)
    if alike and is_near(frame, found[0][1]):
        yield told_twice(story, found[0][1], frame, Binding.INFERRED)


def _of_class(story: Story, sentence: Sentence, frame: Frame, name: str, thing: str) -> Iterator[Relation]:
    """有效投诉涉及购物586件; 568件购物类投诉: the one figure of that class, in a sentence that speaks of the same."""
    found = [
        f
        for other in story.earlier(sentence)
        for f in other.at()
        if f.unit_class == frame.unit_class and not other.plan and thing in other.text
        if _own_name(story, f).removesuffix("类").endswith(name)
    ]
    if len(found) == 1 and _is_of_many(found[0]) and is_near(frame, found[0]):
        yield told_twice(story, found[0], frame, Binding.INFERRED)


def _own_name(story: Story, frame: Frame) -> str:
    return _core(story.label(frame))


def _shared_name(story: Story, frame: Frame, name: str) -> str:
    """The shorter of two names of which one ends with the other."""
    return min(_own_name(story, frame), name, key=len)


def _is_called(story: Story, frame: Frame, name: str) -> bool:
    """Whether one of the two names ends with the other."""
    shorter, longer = sorted((_own_name(story, frame), name), key=len)
    return len(shorter) > 1 and longer.endswith(shorter)


def _is_close(again: Frame, stated: Frame, name: str) -> bool:
    """Whether two digits that changed places tell them apart, or under a name of some length less than a quarter."""
    swapped = is_swap(*(plain_decimal(f.quantity.value) for f in (again, stated)))
    return swapped or (len(name) >= _LONG and is_near(again, stated))
