"""Shares: 占…的 N%, 分别占 N%、N%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.figures.build import Ratio, undecided
from checker.figures.names import core_of
from checker.figures.reading import Frame
from checker.figures.relate.lists import ANNOUNCES, LAST_YEAR, RATES, REFERS_BACK, STATEMENT, is_compared
from checker.figures.relate.rates.composites import kinds_of, wholes_before
from checker.figures.relate.rates.joint_shares import joint_share, of_both, together
from checker.figures.relate.rates.measured_shares import of_measure
from checker.figures.relate.rates.named_shares import (
    above_its_whole,
    is_swapped_of_list,
    of_both_named,
    slipped_of_named,
)
from checker.figures.relate.rates.quotients import is_swapped_share
from checker.figures.relate.rates.ranked_shares import is_ranked, named_in_order, ranked
from checker.figures.relate.rates.ratios import RATE_NAME, RULE, best, is_whole
from checker.figures.relate.rates.share_bases import base_of_most, share_bases
from checker.figures.relate.totals import is_total
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

_SHARE = expression(
    r"(?P<what>[^,;:、。()]{0,16}?)(?:(?:分别|各|所)?占(?:比重|比例?|到了?|了)?|相当于(?=[^,;:。()]{2,14}的$))(?:分别|依次|各)?(?P<whole>[^,;:。()]{0,24}?)(?:的(?:比例|比重)?)?(?:为|达到?|尚|还|只有|仅有|只|仅)*$"
)
# 恰为办结总数的一半: a whole that is named, no value of another year.
_SHARE_OF = expression(
    r"(?P<what>)(?:恰|刚好|正好|约|接近)?(?:为|是)(?P<whole>(?!上年|去年|20|同期|原|全省|全国)[^,;:。()]{2,14}?)的$"
)
_ADVERBS = expression(
    r"(?:恰好|恰|正好|刚好|大约|约|仍然?|又|仅|只|已|均|共|合计|总共|高达|达|则|也|还|的|其中)+$|^(?:其中|而|又|仍)"
)
_OF = expression(r"(?:占|为|是|完成|达到|相当于|恢复到|超过)[^,;。]{0,14}$")
_ALL = 100
_BEYOND = expression("(?:超过|超出|超额|高出|高于)[^,;。]{0,14}$")
_ONE_YEAR = expression(r"20\d\d年[^,;]{0,3}$")
_LEVEL_ONLY = expression(r"以上|以内|以下")
_INSIDE = ("之中", "当中", "之内")
_TOGETHER = expression("合计|共|一起|加起来|^[两二三四](?:者|项|类|种)$")
_OF_THEM = expression("^[两二三四2-4](?:项|类|种|者)占")  # 予以公开21件、部分公开6件,两项占办结件的57.45%
_BARE = frozenset({"", "达", "达到", "共", "为", "有", "即"})
_AREA = expression(r"全[省市县区州镇乡系局]")
_OWN_LEVEL = expression(
    r"^(?:其中)?(?:[省市州县区]本级|[省市州县区]直|[我本该](?:[省市州县区局委厅办]|机关|单位|支队))"
)


def share_run(group: Sequence[Frame], i: int) -> list[Frame]:
    """The percentages of one 占: one, or several after 分别占."""
    first = group[i]
    clause = first.label
    match = _share_of(clause)
    if match is None and i and first.label == "的" and _OF.search(group[i - 1].gap):
        return [first]
    if match is None and i and not first.label and not first.parted and group[i - 1].unit_class not in RATES:
        return [first]
    if match is None or (RATE_NAME.search(clause) and "占比" not in clause and "占" not in clause):
        return []
    run = [first]
    for frame in group[i + 1 :]:
        if frame.unit_class != "percent" or frame.label.strip("和及与以") or frame.parted > 1:
            break
        run.append(frame)
    return run


def shares(
    story: Story, sentence: Sentence, group: Sequence[Frame], i: int, run: Sequence[Frame]
) -> Iterator[Relation]:
    """Each percentage with its own count before it and the whole that 占 names."""
    first = run[0]
    match = _share_of(first.label)
    if match is None and first.label == "的":
        base = group[i - 1]
        if _BEYOND.search(base.gap) and first.quantity.value < _ALL:
            return  # 1.86万平方米,超过年度任务1.5万平方米的24%: by so much more
        if base.label.endswith(REFERS_BACK):
            return  # 公安、市场监管两类占上述三类的80%: of what the three kinds count, not of the three
        tops = [f for f in reversed(group[: i - 1]) if f.unit_class == base.unit_class and not is_compared(f)]
        tops.sort(key=lambda f: not is_whole(f))
        tops = _told_after(group, i)[0] if _is_told_after(group, i) else tops
        seen = of_both(story, group, i) or [best(story, first, (n,), [base], [], Binding.STATED) for n in tops[:5]]
        yield from [r for r in seen if r.truth is Truth.HOLDS][:1] or seen[:1] or _of_another_unit(story, group, i)
        return
    if match is None:
        yield _share(story, sentence, group, first, [group[i - 1]], "")
    elif i and first.parted < STATEMENT and (_is_last_years(group[i - 1]) or _is_of_one_year(group[i - 1])):
        yield from _of_last_year(story, group, i)
    else:
        joint = joint_share(story, group, i) if len(run) == 1 else None
        yield from _told_share(story, sentence, group, i, run, match) if joint is None else [joint]


def _is_last_years(frame: Frame) -> bool:
    return frame.unit_class not in RATES and LAST_YEAR.match(frame.label) is not None


def _is_of_one_year(frame: Frame) -> bool:
    """三年为181件,占33.5%;单看2024年为94件,占当年的42.2%: whether a count is told of one year by its number."""
    return frame.unit_class not in RATES and is_compared(frame) and _ONE_YEAR.search(frame.label) is not None


def _of_another_unit(story: Story, group: Sequence[Frame], i: int) -> list[Relation]:
    """出庭38次,占应诉案件52件的73.1%: of what is counted in another unit, where it agrees or two digits are swapped."""
    if i < 2 or "占" not in group[i - 1].label or group[i - 1].parted != 2 or group[i - 2].unit_class in RATES:
        return []
    ratio = Ratio(group[i], (group[i - 2],), group[i - 1])
    told = ratio.fits or is_swapped_share(group[i - 2], group[i - 1], group[i], 3)
    return [ratio.relation(story, RULE, Binding.INFERRED)] if told and not is_compared(group[i - 2]) else []


def _told_share(
    story: Story, sentence: Sentence, group: Sequence[Frame], i: int, run: Sequence[Frame], match: re.Match[str]
) -> Iterator[Relation]:
    """The shares of a 占 with what it says of itself: of what, of which whole, 合计, 最多."""
    first = run[0]
    # 占年度计划22亿元的108.6%,占总投资的27.3%: what a share is of has no share of its own
    bases = [f for f, share in pairwise(group[:i]) if f.label[:1] == "占" and share.label == "的"]
    counts = [f for f in group[:i] if f.unit_class not in RATES and not is_compared(f) and f not in bases]
    of_them = bool(counts) and _OF_THEM.match(counts[-1].quantity.text + counts[-1].tail) and not counts[-1].label
    counts = of_measure(counts[:-1] if of_them else counts, match["what"])
    upwards = kinds_of(story, group[:i], match["what"].strip(), first) if len(run) == 1 and not match["whole"] else ()
    if upwards or (_LEVEL_ONLY.search(match["what"]) and not any(_LEVEL_ONLY.search(f.label) for f in counts)):
        if upwards:
            divided = story.wholes.get(upwards[0].start, [])
            wholes = divided or wholes_before(story, counts, upwards[0])
            yield best(story, first, upwards, wholes, [], Binding.STATED if divided else Binding.INFERRED)
        return
    if len(run) == 1 and counts and is_ranked(first.gap):
        if tops := ranked(story, counts, first.gap):
            yield _share(story, sentence, group, first, tops, match["whole"])
        return
    announced = bool(counts) and (is_total(counts[-1]) or ANNOUNCES.search(counts[-1].label))
    summed = len(run) == 1 and _TOGETHER.search(match["what"]) and not announced
    if counts and (of_them or summed):
        yield from together(story, sentence, counts, first, match["whole"])
        return
    of, among, what = _ADVERBS.sub("", match["what"]).rpartition("中")
    if among:
        counts = [f for f in counts if f is not group[i - 1]]
    numerators = named_in_order(story, counts, first.gap, len(run))
    numerators = numerators or _share_numerators(story, sentence, counts, what, len(run))
    if among and len(of) < 8 and i and group[i - 1].tail.startswith(of) and numerators:
        yield from (best(story, first, (n,), [group[i - 1]], [], Binding.STATED) for n in numerators[0][:1])
        return
    if len(run) == 1 and (not numerators or _is_told_after(group, i)):
        numerators = _told_after(group, i)
        if not numerators:
            yield from _of_own_level(story, sentence, group, first, what)
    if len(counts) > 1 and counts[-1].tail.startswith(_INSIDE) and not what and not match["whole"]:
        numerators, of_which = [counts[-2:-1]], counts[-1]
        yield best(story, first, (counts[-2],), [of_which], [], Binding.INFERRED)
        return
    if len(numerators) != len(run):
        return
    yield from _each_share(story, sentence, group, run, numerators, match["whole"])


def _each_share(
    story: Story,
    sentence: Sentence,
    group: Sequence[Frame],
    run: Sequence[Frame],
    numerators: Sequence[Sequence[Frame]],
    whole: str,
) -> Iterator[Relation]:
    """The shares one by one: of the count that all but one are the shares of, else each of its own whole."""
    common = base_of_most(story, sentence, run, [candidates[0] for candidates in numerators])
    for rate, candidates in zip(run, numerators, strict=True):
        if common is not None:
            yield best(story, rate, (candidates[0],), [common], [], Binding.STATED)
        else:
            yield _share(story, sentence, group, rate, candidates, whole)


def _share_of(clause: str) -> re.Match[str] | None:
    return _SHARE.search(clause) or _SHARE_OF.search(clause)


def _is_told_after(group: Sequence[Frame], i: int) -> bool:
    """占1120项的七成五,即840项: whether the count is surely the one behind."""
    return any(frame.label == "即" for told in _told_after(group, i) for frame in told)


def _told_after(group: Sequence[Frame], i: int) -> list[list[Frame]]:
    """占六成以上,达61件: the count that follows its share without a name of its own."""
    following = group[i + 1] if i + 1 < len(group) else None
    if following is None or following.unit_class in RATES or following.parted != 2 or following.label not in _BARE:
        return []
    return [[following]]


def _of_last_year(story: Story, group: Sequence[Frame], i: int) -> Iterator[Relation]:
    """发现问题217户次,占17.2%,上年发现226户次、占19.2%: of a count told before, of last year mostly; only agreement is told."""
    top = group[i - 1]
    bases = (f for f in reversed(group[: i - 1]) if f.unit_class == top.unit_class)
    held = next((f for f in bases if Ratio(group[i], (top,), f).fits), None)
    if held is not None:
        yield best(story, group[i], (top,), [held], [], Binding.INFERRED)


def _of_own_level(
    story: Story, sentence: Sentence, group: Sequence[Frame], rate: Frame, what: str
) -> Iterator[Relation]:
    """市本级办结案件占全市的18.02%: 办结206件 stands far before; only agreement is told."""
    name = core_of(_OWN_LEVEL.sub("", what))
    if name == core_of(what):
        return
    bases = [f for f in group if f.start < rate.start and f.unit_class not in RATES]
    told = (f for other in story.earlier(sentence) for f in reversed(other.at()) if story.is_named(f, name))
    pairs = ((f, base) for f in told for base in bases if f.unit_class == base.unit_class)
    held = next((pair for pair in pairs if Ratio(rate, pair[:1], pair[1]).fits), None)
    if held is not None:
        yield best(story, rate, held[:1], [held[1]], [], Binding.INFERRED)


def _share(
    story: Story, sentence: Sentence, group: Sequence[Frame], rate: Frame, candidates: Sequence[Frame], whole: str
) -> Relation:
    """One share: the first count with a whole that fits, else the first with a whole."""
    seen: list[Relation] = []
    lost: Ratio | None = None
    for numerator in candidates:
        if len(whole) > 2 and numerator.tail.startswith(whole):
            continue  # 不在3928件处罚案件之内,占处罚案件的23.5%: that is the whole itself
        bases, binding = share_bases(story, sentence, group, numerator, whole)
        if numerator not in group and not any(b in group for b in bases[:1]):
            binding = Binding.INFERRED
        bases = [b for b in bases if b.start != numerator.start]
        if bases:
            seen.append(best(story, rate, (numerator,), bases, [], binding))
            if seen[-1].truth is Truth.HOLDS:
                return seen[-1]
            lost = lost or slipped_of_named(rate, numerator, bases[0], whole)
        lost = lost or above_its_whole(story, sentence, rate, numerator, whole)
    # 三个街道分别418件、267件、228件,占全区的31.9%: of all three, or of the last
    of_list = candidates[0].parted == 1 and _AREA.match(whole) is not None
    if (
        seen
        and not of_list
        and (seen[0].binding is Binding.STATED or is_swapped_of_list(story, rate, candidates[0], whole))
    ):
        return seen[0]
    lost = lost or of_both_named(story, sentence, rate, candidates, whole)
    if lost is not None:
        return lost.relation(story, RULE, Binding.INFERRED)
    operands = [(candidates[0], Role.NUMERATOR), (rate, Role.RATE)]
    return undecided(story, RelationKind.RATE, RULE, operands, "未写明占比的总数")


def _share_numerators(
    story: Story, sentence: Sentence, counts: Sequence[Frame], what: str, size: int
) -> list[list[Frame]]:
    """The counts that each percentage may speak of: by name where 占 has a subject, else those right before."""
    name = core_of(what).removesuffix("类").removeprefix("被")
    called = [f for f in counts if f.label == what] if size == 1 and len(what) > 1 else []
    if len(called) == 1:
        return [called]  # 县内2.95万人,省外3.17万人,县内占比37.5%
    if size == 1 and len(name) > 1:
        named = [f for f in reversed(counts) if story.is_named(f, name)]
        named = named or [f for f in reversed(counts) if _begins(core_of(story.label(f)), name)]
        if not named:
            others = list(story.earlier(sentence))
            named = [
                f for o in others for f in reversed(o.at()) if f.unit_class not in RATES and story.is_named(f, name)
            ]
        if not named:
            close = (f for o in story.before(sentence, 2) for f in reversed(o.at()) if f.unit_class not in RATES)
            named = [f for f in close if _begins(label := core_of(story.label(f)), name) or _ends(label, name)]
        return [named[:4]] if named else []
    if size == 1 and counts and counts[-1].depth:
        owner = next((f for f in sentence.frames if f.index == counts[-1].owner), None)
        return [[owner, counts[-1]]] if owner is not None else [[counts[-1]]]
    if size > 1:
        unit = counts[-1].unit_class if counts else ""
        run = [f for f in counts if f.unit_class == unit]
        return [[f] for f in run[-size:]]
    return [[f] for f in counts[-1:]]


def _ends(label: str, name: str) -> bool:
    """Whether a label is the end of the name (查处 for 专项行动查处)."""
    return len(label) > 1 and name.endswith(label)


def _begins(label: str, name: str) -> bool:
    """Whether a label is the beginning of the name (公安机关 for 公安机关办理)."""
    return len(label) > 1 and name.startswith(label)
