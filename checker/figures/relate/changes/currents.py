"""What this year's value of a change may be: by the name before the change, else the counts before it."""

from __future__ import annotations

from collections.abc import Sequence

from checker.figures.names import core_of
from checker.figures.reading import Frame
from checker.figures.relate.changes.differences import Change, judge_by_amount
from checker.figures.relate.changes.movements import change_of, is_previous
from checker.figures.relate.changes.year_brackets import MEASURE
from checker.figures.relate.lists import (
    COMPARES,
    LAST_YEAR,
    RATES,
    STATEMENT,
    is_compared,
    is_of_other_year,
    joined_to_last_year,
)
from checker.figures.relate.rates.ratios import is_whole
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Relation, Truth

_SUBJECT = expression(r"([^,;。]{2,12}?)(?:比|较|与(?=上|去|前|同期|年初|20))[^,;。]{2,}")
_YEAR = expression(r"20\d\d")
_WITH = expression("(?:相|对)比|相较|比较")
_YEAR_BEFORE = expression(r"(20\d\d)年,[^,;]{0,6}$")
_OF_YEAR = expression(r"(?P<year>20\d\d)年度?(?P<same>同期)?")
_LED_BY = expression(r"(?:^|[,;:])(去年|上年|今年|本年|全年|当年|20\d\d年)(?!同期|末|底|未|结[转余存])")
_AMOUNT = expression("(?:金额|总额|数额)$")
_WHOLE = expression(r"(?:案件|人员|机构)?(?:总量|总数)|总计|合计|全年|总额|总体")
REACHED = expression(r"^(?:总数|总量)?(?:达|达到|增至|增加到|减至|减少到|降至)$")


def currents(story: Story, sentence: Sentence, group: Sequence[Frame], i: int, previous: Frame | None) -> list[Frame]:
    """What this year's value may be: by the name before the change, else the counts before, the likeliest first."""
    frame = group[i]
    following = group[i + 1] if i + 1 < len(group) else None
    if following is not None and following.parted == 2 and REACHED.search(following.label) and previous is not None:
        return [following] if following.unit_class == previous.unit_class else []
    name = core_of(MEASURE.sub("", COMPARES.split(frame.label)[0])) if COMPARES.search(frame.label) else ""
    if not name and previous is not None and previous.depth == 0:
        subject = _SUBJECT.match(previous.label)
        if subject and _WHOLE.fullmatch(subject[1]):
            return [f for f in reversed(group[:i]) if f.unit_class == previous.unit_class and is_whole(f)][-1:]
        name = core_of(MEASURE.sub("", subject[1])) if subject else ""
    unit = previous.unit_class if previous is not None else None
    if len(name) > 1 and previous is not None:
        names = dict.fromkeys((name, _AMOUNT.sub("", name)))  # 罚款1486万元,罚款金额比上年(1293万元)增长14.9%
        named = next((n for called in names if (n := _called(story, sentence, group, i, previous, called))), [])
        if named:
            return named[:6]
        if _SUBJECT.match(previous.label):
            return []
    found = [f for f in candidates(group, i, previous) if unit is None or f.unit_class == unit][:5]
    if previous is None or not found:
        return found
    # 立案192起,农资类43起、…、农机类8起;上年为168起,增长14.3%: of what the list before divides
    wholes = [w for w in story.wholes.get(found[0].start, []) if w is not previous]
    wholes = [w for w in wholes if previous.parted == STATEMENT or _is_nearer(w, found[0], previous)]
    return [*wholes, *(f for f in found if f not in wholes)]


def _called(
    story: Story, sentence: Sentence, group: Sequence[Frame], i: int, previous: Frame, name: str
) -> list[Frame]:
    """The figures before a change that have a name, and may be of this year when the previous one is of the last."""
    unit = previous.unit_class
    named = [f for f in reversed(group[:i]) if f.unit_class == unit and story.is_named(f, name)]
    named += story.resolve(name, unit, sentence, group[i].index, reach=30)
    return [f for f in named if f is not previous and not is_compared(f) and comparable(f, previous)]


def _is_nearer(whole: Frame, part: Frame, previous: Frame) -> bool:
    """Whether last year's value is nearer, in proportion, to a whole than to its part."""
    before, low, high = (f.quantity.value for f in (previous, part, whole))
    return min(before, high) * max(before, low) > min(before, low) * max(before, high)


def comparable(a: Frame, b: Frame) -> bool:
    """Whether two values can be those of one thing in two years."""
    low, high = sorted((a.quantity.value, b.quantity.value))
    return low * 4 >= high


def candidates(group: Sequence[Frame], i: int, previous: Frame | None) -> list[Frame]:
    """The counts before the change, the whole of a list before its parts."""
    before = [
        f
        for f in reversed(group[:i])
        if f is not previous and change_of(f) is None and not is_previous(f) and f.unit_class not in RATES
    ]
    last = joined_to_last_year(group)
    before = [
        f for f in before if f.start not in last and not is_of_other_year(f, (g for g in group if g.start < f.start))
    ]
    if group[i].unit_class == "point":
        before = [
            f for f in reversed(group[:i]) if f.unit_class == "percent" and change_of(f) is None and f is not previous
        ]
    near = [f for f in before if previous is None or previous.depth or f.index < previous.index] or before
    return sorted(near, key=lambda f: (_is_far(f, previous), f.parted == 1 or "其中" in f.gap))


def _is_far(frame: Frame, previous: Frame | None) -> bool:
    return previous is not None and frame.unit_class == previous.unit_class and not comparable(frame, previous)


def is_of_two_years_before(group: Sequence[Frame], frame: Frame) -> bool:
    """2022年52件,2023年60件,增长15.38%,2021年45件: whether a figure is of a year two before the latest."""
    years = [int(year) for f in group for year in _YEAR.findall(f.label)]
    own = _YEAR.findall(frame.label)
    return bool(own) and max(years) - int(own[-1]) > 1


def judged_by_amount(story: Story, change: Change, amount: Change, level: Frame) -> list[Relation]:
    """A change by an amount from this level, or to it; of one told of another year that of the two which agrees.

    2023年发布367条,同比多45条,增幅12.3%, in a report of 2024.
    """
    before = is_before(story, level, amount)
    seen = list(judge_by_amount(story, change, amount, level, is_before=before))
    told = _OF_YEAR.match(level.label)
    other = told is not None and story.report_year is not None and int(told["year"]) < story.report_year
    if before or not other or any(r.truth is Truth.HOLDS for r in seen):
        return seen
    turned = judge_by_amount(story, change, amount, level, is_before=True)
    return [r for r in turned if r.truth is Truth.HOLDS] or seen


def is_before(story: Story, level: Frame, amount: Change) -> bool:
    """去年立案22件,今年减少6件; 2023年同期办理17件,案件数增加6件: whether a level is that of the year before."""
    told = _OF_YEAR.match(level.label)
    other = told is not None and (told["same"] or (story.report_year and told["year"] != str(story.report_year)))
    led = _YEAR_BEFORE.search(level.gap)  # 回头看2024年,总数是1186条,今年减少49条
    other = other or (led is not None and story.report_year is not None and int(led[1]) < story.report_year)
    if _WITH.match(level.tail) and (told is not None or _OF_YEAR.search(level.label)):
        return True  # 与2023年办结173件对比,增加19件
    last = LAST_YEAR.match(level.label) or _follows_last_year(story, level)
    return bool(last or (other and not COMPARES.search(amount.frame.label)))


def _follows_last_year(story: Story, level: Frame) -> bool:
    """去年结案39件,罚没72.15万元: whether the statement goes on from the year before up to a level."""
    sentence = story.sentence_at(level.start)
    told = story.text[sentence.span.start : level.start].rpartition(";")[2] if sentence is not None else ""
    years = _LED_BY.findall(told)
    return bool(years) and years[-1] in ("去年", "上年")
