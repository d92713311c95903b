"""Rates of several kinds together: 优良率, 纠错率, 调撤率, 合格以上占比."""

from __future__ import annotations

from collections.abc import Sequence

from checker.figures.build import Ratio, Sum
from checker.figures.names import core_of
from checker.figures.reading import Frame
from checker.figures.relate.lists import AMONG, ANNOUNCES, RATES, STATEMENT, is_compared
from checker.figures.relate.rates.ratios import RULE as RATE_RULE
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

# A rate's name and the kinds that it counts together. 纠错: 行政复议法 (2023) 第六十三条至第六十七条.
_COMPOSITES = tuple(
    (
        expression(name),
        expression(
            f"^(?:其中|判决|裁定|决定|依法|部分|予以|作出|评定为?|评出|评为|获评|被评为|[一-龥]{{2,6}}结果为|为)*(?:{kinds})"
        ),
    )
    for name, kinds in (
        ("^(?:直接|综合|被)?纠错$", "撤销|变更|确认违法|确认无效|责令"),
        ("^(?:调撤|调解撤回|调解撤诉|调解和解)$", "调解|和解|撤回|撤诉|申请人撤回"),
        ("^优良(?:等?次)?$", "优秀|优等|良好|良等|优|良"),
    )
)
_KINDS_OF = expression(r"^.*(?:的|等)(?=[一-龥])")  # 撤销、变更、确认违法等直接纠错134件
_REACH = 2  # sentences
_BEST = expression("^(?:评[定为出]|评定为|其中|为)*优")
_UPWARDS = expression(r"^(?P<kind>[^,;以]{1,6}?)(?:等次)?(?:及)?以上")


def kinds_of(story: Story, frames: Sequence[Frame], stem: str, rate: Frame) -> tuple[Frame, ...]:
    """The figures before a rate that its name counts together; none where it names one kind only."""
    counts = [f for f in frames if f.unit_class not in RATES and not is_compared(f)]
    upwards = _UPWARDS.match(stem)
    if upwards is not None:
        return _upwards(story, counts, upwards["kind"], rate)
    for name, kinds in _COMPOSITES:
        if name.search(stem):
            called = [f for f in counts if kinds.search(f.label)]
            single = [f for f in called if not ANNOUNCES.search(f.label)]  # 撤销17件、变更3件…;撤销、变更合计20件
            found = single if len(single) > 1 else called
            together = tuple(f for f in found if f.unit_class == found[0].unit_class)
            wholes = story.wholes.get(found[0].start, []) if found else []
            # Where they make up a whole of their own, that whole is the count that the rate speaks of.
            if any(Sum(whole, together).fits for whole in wholes):
                return ()
            # 综合纠错率 may count what was settled too: it is only told where these kinds agree.
            return together if not stem.startswith("综合") or _is_of_one(together, counts, rate) else ()
    return ()


def counted_together(story: Story, sentence: Sentence, whole: Frame) -> Sum | None:
    """直接纠错157件 of 确认违法46件、撤销72件、变更18件、责令履行21件: a total of the kinds that its name counts together."""
    stem = core_of(_KINDS_OF.sub("", whole.label.removeprefix("其中").removeprefix("方式")))  # 四种方式直接纠错
    kinds = next((kinds for name, kinds in _COMPOSITES if name.search(stem)), None)
    if kinds is None or stem.startswith("综合"):
        return None
    for other in (sentence, *story.before(sentence, _REACH)):
        counts = [f for f in other.at() if f.unit_class == whole.unit_class and f.start < whole.start]
        found = tuple(f for f in counts if kinds.search(f.label) and not is_compared(f))
        if len(found) > 1:
            return Sum(whole, found)
    return None


def _is_of_one(kinds: tuple[Frame, ...], counts: Sequence[Frame], rate: Frame) -> bool:
    return any(Ratio(rate, kinds, base).fits for base in counts if kinds and base.unit_class == kinds[0].unit_class)


def given_together(story: Story, frames: Sequence[Frame], kinds: tuple[Frame, ...], rate: Frame) -> Relation | None:
    """优良率 of 优秀11卷、良好23卷 in 抽查40卷: the kinds that its name counts together, where they give the rate."""
    wholes = wholes_before(story, frames, kinds[0]) if len(kinds) > 1 else []
    held = next((whole for whole in wholes if Ratio(rate, kinds, whole).fits), None)
    return Ratio(rate, kinds, held).relation(story, RATE_RULE, Binding.STATED) if held is not None else None


def wholes_before(story: Story, counts: Sequence[Frame], kind: Frame) -> list[Frame]:
    """What the list of a kind divides: as it was found, else the count before that is more."""
    larger = (f for f in counts if f.start < kind.start and f.quantity.value > kind.quantity.value and f.parted != 1)
    return story.wholes.get(kind.start) or [f for f in larger if f.unit_class == kind.unit_class][:1]


def _list_around(kind: Frame, counts: Sequence[Frame]) -> list[Frame]:
    """The figures from the last 其中 or ; before a kind on: the list that it stands in."""
    at = counts.index(kind)
    opens = (k for k in range(at, -1, -1) if counts[k].parted == STATEMENT or AMONG.search(counts[k].gap))
    return list(counts[next(opens, 0) :])


def _upwards(story: Story, counts: Sequence[Frame], kind: str, rate: Frame) -> tuple[Frame, ...]:
    """合格以上: this kind and those on its better side: of a division with 优 at one end, else whichever way agrees."""
    last = next((f for f in reversed(counts) if f.label.lstrip("评定为其中").startswith(kind)), None)
    wholes = wholes_before(story, counts, last) if last is not None else []
    if last is None or not wholes:
        return ()
    listed = _list_around(last, [f for f in counts if f.unit_class == last.unit_class and f.start > wholes[0].start])
    opening = next((f for f in reversed(listed) if f.start <= last.start and _BEST.match(f.label)), listed[0])
    listed = listed[listed.index(opening) :]  # 刑事720卷、行政840卷,评定优秀468卷,达标1049卷
    down = tuple(f for f in listed if f.start <= last.start)
    up = tuple(f for f in listed if f.start >= last.start)
    fitting = next((kinds for kinds in (down, up) if len(kinds) > 1 and Ratio(rate, kinds, wholes[0]).fits), ())
    if fitting or last.start not in story.wholes:
        return fitting
    best = ((kinds, end) for kinds, end in ((down, listed[0]), (up, listed[-1])) if len(kinds) > 1)
    return next((kinds for kinds, end in best if end.label.lstrip("评定为其中").startswith("优")), ())
