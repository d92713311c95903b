"""Totals gathered from figures that stand apart: of several years, of here and there, of a team."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.figures.build import Sum
from checker.figures.names import shared_piece
from checker.figures.numerals import han_number
from checker.figures.reading import Frame
from checker.figures.relate.completeness import RULE, is_list, is_near
from checker.figures.relate.list_runs import joined_before, run_before
from checker.figures.relate.lists import AMONG, RATES, are_exact_counts, is_compared
from checker.figures.relate.vocabularies import are_complements
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation, Truth

_YEARS = expression(
    r"(?P<number>[两二三四五]|\d)年(?:来|间)?[^,;、]{0,4}?(?:合计|累计|共计|总计|加在一起|加起来|合起来|相加|共)[^;、]{0,14}$"
)
_YEAR = expression(r"20\d\d年|[今本当上去前]年")
_CHANGE = expression(r"[多少增减升降长](?:加|少|长|了|到|至|高|低)*$|均$")
_HERE_AND_THERE = expression(r"(?:^|[,;])[一-龥]{2,8}?(?:两级)?(?:合计|共计|总计|合起来|加起来|相加|共)(?:有|为)?$")
_OF_ONE_NAME = expression(
    "(?:合计|共计|总计)(?P<name>[一-龥]{2,8})$|^(?P<verb>[一-龥]{2,4})(?:人数|件数|次数|户数|总数)(?:为|达|共)?$"
)
_TEAM = expression(r"(?:团队|队伍|力量|班底|阵容)$")
_EVERY_ONE = expression("[^,;:、]{0,8}?全部")
_IN_TURN = "先后"
_MET = expression("(?:专题|集体)?(?:研究|审议|听取|部署)(?![^。]*\\d次)")  # 先后11次听取汇报、1次审议方案
_ALL_OF_THEM = expression(r"[^,;:、]{0,12}?(?:都|均|全部|全都)")
_ONE_NAME = expression(r"(?:个)?(?P<name>[一-龥]{1,3}[(、和]?[一-龥]{1,3}\)?)[^,;:、]{0,4}?(?:都|均|全部|全都)")
_ALL_DONE = expression("(?:全部|均|都|全都)[^,;:。]{2,8},$")
_JOINS_BOTH = expression("[和及与][^,;。和及与]{1,8}$")
_AND = ("和", "及", "与", "、")
_MOST = 6  # parts
_FEW = 2  # parts
_NAME = 2  # characters that a name ends with
_REACH = 3
"""How many sentences back, within its paragraph, the other side of a total stands."""


def gathered(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """The totals of a sentence whose parts are no run of figures right before them."""
    group = sentence.at()
    yield from _taken_up(story, sentence, group)
    yield from _all_of_both(story, group)
    for i, whole in enumerate(group):
        if whole.unit_class in RATES or is_compared(whole) or not whole.quantity.interval.is_bounded:
            continue
        years = _YEARS.search(whole.gap)
        if years is not None:
            yield from _of_years(story, sentence, whole, int(han_number(years["number"]) or int(years["number"])))
        elif i and _HERE_AND_THERE.search(whole.gap):
            yield from _of_both(story, sentence, group, i)
        elif i > 1 and (_TEAM.search(whole.label) or whole.label == _IN_TURN):
            yield from _of_team(story, group, i)
        elif i > 1 and (named := _OF_ONE_NAME.match(whole.label)):
            told = _of_one_name(story, group, i, named["name"] or named["verb"])
            yield from (r for r in told if named["name"] or r.truth is Truth.HOLDS or _counts_more(group, i))


def covering(story: Story, group: Sequence[Frame]) -> Iterator[Relation]:
    """分别培训52人、49人、45人,实现146名…全覆盖"""
    for i, whole in enumerate(group):
        if i > 1 and whole.parted == 2 and whole.label in ("实现", "共实现", "完成") and "覆盖" in whole.tail:
            run = run_before(group, i)
            reading = Sum(whole, tuple(run))
            if len(run) > 1 and (reading.fits or is_near(reading)):
                yield reading.relation(story, RULE, Binding.STATED if reading.fits else Binding.INFERRED)


def _of_years(story: Story, sentence: Sentence, whole: Frame, size: int) -> Iterator[Relation]:
    """2021年186件、2022年298件,今年417件,三年累计901件: a figure a year, no year twice."""
    found: dict[str, Frame] = {}
    for frame in _before(story, sentence, whole):
        year = _YEAR.search(frame.gap)
        if year is not None and not _CHANGE.search(frame.label) and frame.label != whole.label:
            found.setdefault(year[0], frame)
    parts = sorted(found.values(), key=lambda f: f.start)
    reading = Sum(whole, tuple(parts[-size:]))
    if len(parts) >= size and reading.fits:
        yield reading.relation(story, RULE, Binding.STATED)
    elif len(parts) == size and is_near(reading) and reading.is_miswritten():
        yield reading.relation(story, RULE, Binding.INFERRED)


def _of_both(story: Story, sentence: Sentence, group: Sequence[Frame], i: int) -> Iterator[Relation]:
    """市本级83人,其中…。县级157人,市县合计240人: the figure before and one further back; only agreement is told."""
    whole, here = group[i], group[i - 1]
    if here.unit_class != whole.unit_class:
        return
    wanted = whole.quantity.value - here.quantity.value
    for other in _before(story, sentence, here):
        if other.quantity.value == wanted and other.parted != 1 and not AMONG.search(other.gap):
            yield Sum(whole, (other, here)).relation(story, RULE, Binding.INFERRED)
            return


def _of_team(story: Story, group: Sequence[Frame], i: int) -> Iterator[Relation]:
    """公职律师2名,外聘律师3名,律师团队5人; 常委会5次、专题会4次,先后9次研究: of a list of three or more what misses by one too."""
    whole = group[i]
    listed = joined_before(group, i)
    reading = Sum(whole, tuple(listed))
    if whole.label == _IN_TURN and len(listed) > _FEW and is_list(listed) and are_exact_counts((whole, *listed)):
        alike = all(p.unit_class == whole.unit_class for p in listed)
        more = any(
            f.quantity.value == 1 or shared_piece(f.tail, whole.tail) for f in group[i + 1 :]
        )  # 先后14次专题研究,1次书面研究
        if alike and not more and _MET.match(whole.tail) and abs(reading.value - whole.quantity.value) == 1:
            yield reading.relation(story, RULE, Binding.INFERRED)
            return
    for k in range(i - 1):
        parts = group[k:i]
        alike = all(p.unit_class == whole.unit_class for p in parts)
        alike = alike and (whole.label == _IN_TURN or all(shared_piece(p.label, whole.label) for p in parts))
        if alike and Sum(whole, tuple(parts)).fits:
            yield Sum(whole, tuple(parts)).relation(story, RULE, Binding.INFERRED)
            return


def _counts_more(group: Sequence[Frame], i: int) -> bool:
    """现场述法8人,书面述法37人,述法人数50人: two sides are fewer than all; of more than all some may have been both."""
    sides = group[max(0, i - 2) : i]
    pair = (
        len(sides) > 1
        and are_complements([f.label for f in sides])
        and all(f.parted == 2 for f in (*sides[1:], group[i]))
    )
    return pair and Sum(group[i], tuple(sides)).value < group[i].quantity.value


def _of_one_name(story: Story, group: Sequence[Frame], i: int, name: str) -> Iterator[Relation]:
    """依法不予处罚286件;可以不予处罚174件;合计不予处罚460件: of all before it that are called so."""
    whole = group[i]
    alike = (f for f in group[:i] if f.unit_class == whole.unit_class and not is_compared(f))
    reading = Sum(whole, tuple(f for f in alike if f.label.endswith(name)))
    if len(reading.parts) > 1 and (reading.fits or reading.is_miswritten() or is_near(reading)):
        yield reading.relation(story, RULE, Binding.STATED if reading.fits else Binding.INFERRED)


def _taken_up(story: Story, sentence: Sentence, group: Sequence[Frame]) -> Iterator[Relation]:
    """13个林场、9个工作站。22个单位都配备…: all of those just named; only agreement is told."""
    previous = next(iter(story.before(sentence, 1)), None)
    if not group or group[0].gap or previous is None or previous.line != sentence.line:
        return
    whole = group[0]
    same = [f for f in previous.at() if f.unit_class == whole.unit_class and not is_compared(f)]
    if not _ALL_OF_THEM.match(whole.tail):
        return
    for size in range(2, min(len(same), _MOST) + 1):
        if Sum(whole, tuple(same[-size:])).fits:
            yield Sum(whole, tuple(same[-size:])).relation(story, RULE, Binding.INFERRED)
            return


def _all_of_both(story: Story, group: Sequence[Frame]) -> Iterator[Relation]:
    """14个行政村和2个社区,16个村(社区)全部配备…; 建议31件、提案46件,77件建议提案全部办结: both kinds under one name of theirs."""
    for first, second, whole in zip(group, group[1:], group[2:], strict=False):
        if not _is_of_both(story, first, second, whole) or first.unit_class != second.unit_class != "percent":
            continue
        reading = Sum(whole, (first, second))
        if reading.fits or (_tells_both(story, first, second, whole) and is_near(reading)):
            yield reading.relation(story, RULE, Binding.INFERRED)
    for first, second, whole in zip(group, group[1:], group[2:], strict=False):
        reading = Sum(whole, (first, second))
        more = not reading.exceeds and reading.is_swapped  # of fewer some may be meant
        alike = shared_piece(whole.tail, second.tail) or shared_piece(whole.tail, first.tail)
        if _takes_up_both(first, second, whole) and (reading.fits or (more and alike)):
            yield reading.relation(story, RULE, Binding.INFERRED)


def _takes_up_both(first: Frame, second: Frame, whole: Frame) -> bool:
    """国家确定的13个事项和省定8个事项全部落地,21个事项累计办件4.37万件: what both are and what all of them did, by one name."""
    same = {f.quantity.unit for f in (first, second, whole)}
    joined = not second.parted and _JOINS_BOTH.search(second.gap) is not None
    told = whole.gap.endswith(",") and whole.parted == 2 and _ALL_DONE.search(whole.gap) is not None
    plain = are_exact_counts((first, second, whole)) and not any(map(is_compared, (first, second, whole)))
    return len(same) == 1 and plain and told and (joined or second.parted == 1)


def _tells_both(story: Story, first: Frame, second: Frame, whole: Frame) -> bool:
    """建议31件、提案46件,77件建议提案: whether the names of both stand behind a figure."""
    behind = story.text[whole.quantity.span.end :][: 2 * _NAME]
    ends = {f.label[-_NAME:] for f in (first, second)}
    if whole.quantity.value < first.quantity.value + second.quantity.value or not _EVERY_ONE.match(whole.tail):
        return False  # 76件建议提案已办结: may be some of them
    return len(ends) > 1 and all(len(end) == _NAME and end in behind for end in ends)


def _is_of_both(story: Story, first: Frame, second: Frame, whole: Frame) -> bool:
    """Whether a figure after a comma tells what all of two joined figures before it do (意见书8份、建议书5份,13份文书全部)."""
    joined = second.gap.endswith(_AND) or bool(first.label and second.label and second.parted == 1)
    same = {f.quantity.unit for f in (first, second, whole)}
    if not joined or second.parted > 1 or not whole.gap.endswith(",") or whole.parted != 2:
        return False
    plain = len(same) == 1 and not any(f.quantity.hedge for f in (first, second, whole))
    return plain and _ONE_NAME.match(story.text, whole.quantity.span.end) is not None


def _before(story: Story, sentence: Sentence, whole: Frame) -> Iterator[Frame]:
    """The figures of a class before this one, nearest first, as far as its paragraph goes."""
    yield from (f for f in reversed(sentence.at()) if f.start < whole.start and f.unit_class == whole.unit_class)
    for other in story.before(sentence, _REACH):
        if other.line == sentence.line:
            yield from (f for f in reversed(other.at()) if f.unit_class == whole.unit_class)
