"""Which of several readings of a percentage agrees, and what a list or an opening divides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.figures.build import Ratio, operand, short_decimal, shown, undecided
from checker.figures.names import core_of
from checker.figures.reading import Frame
from checker.figures.relate.lists import AMONG, JOINED, RATES, STAGE, STATEMENT
from checker.figures.relate.rates.quotients import is_swapped_share
from checker.figures.relate.vocabularies import are_complements, are_outcomes
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.interval import Interval
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

RULE = "figures.rate"
_OWN_BASE = expression(r"\([^()]{2,20}(?:为底数?|之和|作?为(?:分母|基数|基准)|口径)[^()]{0,4}\)$")
_GLOSS = 32  # characters

_LISTED = 3  # parts
_DIGITS = 3  # of a share of which two are swapped
_RECEIVED = expression("收|受理|立案")
_LEAD = expression(r"^(?:在(?![审办编职岗])|对|上述)")
_WHAT = expression(r"的?(?:案?件|申请|案件|事项)$")
_CLAUSE = expression("[,;:。]")
_DUE = expression("应(?![诉急])|[须需]|通知")
RATE_NAME = expression(
    r"([^,;:、。()]{1,20}?(?:率|占比|比例|比重))(?:(?:均|都|分别|各|仅|只|也|则|已|高)?(?:为|达到?|是|至|有)了?|约|均|仅|只有|只|接近|不足|超过)?$"
)
OPENING = expression(r"(?:^|[,;:。])(?:其中[,:]?)?(?P<name>[^,;:。]{2,14}?)(?:之?中|里)(?=[,:]|[^,;:。])")


def judged_rates(relations: Iterable[Relation]) -> frozenset[int]:
    """The starts of the rates that some relation judges."""
    judged = (r for r in relations if r.kind is RelationKind.RATE and r.truth is not Truth.UNDECIDABLE)
    return frozenset(o.span.start for r in judged for o in r.in_role(Role.RATE))


def opening_wholes(story: Story, sentence: Sentence, frame: Frame) -> list[Frame]:
    """The figures that the opening of the sentence or clause names (审结案件中,…)."""
    for gap in (frame.gap, sentence.frames[0].gap if sentence.frames else ""):
        match = OPENING.search(gap)
        if match is not None and not match["name"].endswith("其"):
            named = _LEAD.sub("", match["name"])
            names = dict.fromkeys((named, named.removesuffix("件").removesuffix("案"), _WHAT.sub("", named)))
            found = [f for name in names for f in story.resolve(name, frame.unit_class, sentence, frame.index)]
            return sorted(found, key=lambda f: -f.start)[:3]
    return []


def best(
    story: Story,
    rate: Frame,
    numerators: tuple[Frame, ...],
    bases: Sequence[Frame],
    others: Sequence[Frame],
    binding: Binding,
) -> Relation:
    """The reading that fits, else the likeliest base; without a base that the wording ties to it, none."""
    tied = [Ratio(rate, numerators, base) for base in bases]
    readings = [*tied, *(Ratio(rate, numerators, base) for base in others)]
    chosen = next((r for r in readings if r.fits), None) or next((r for r in readings if r.fits_cut), None)
    if chosen is None and not tied:
        operands = [*((n, Role.NUMERATOR) for n in numerators), (rate, Role.RATE)]
        return undecided(story, RelationKind.RATE, RULE, operands, "未写明该比率的基数")
    divided = story.wholes.get(numerators[0].start, [])
    whole = (r for r in tied if r.base in divided or (is_whole(r.base) and r.base.start not in story.wholes))
    swapped = (r for r in tied if len(numerators) == 1 and is_swapped_share(*numerators, r.base, rate, _DIGITS))
    chosen = chosen or next(swapped, None) or next(whole, tied[0])
    chosen = chosen if chosen.agrees else _of_whole_list(story, chosen)
    if chosen.fits:
        story.bases[rate.start] = (chosen.numerators[0], chosen.base)
    return chosen.relation(story, RULE, binding)


def _of_whole_list(story: Story, chosen: Ratio) -> Ratio:
    """…责令履行24件,终止285件;直接纠错159件,纠错率: of what the list before it divides, not of its last part."""
    top, last = chosen.numerators[0], chosen.base
    follows = top.parted == STATEMENT and top.index == last.index + 1 and last.parted < STATEMENT
    whole = next(iter(story.wholes.get(last.start, [])), None) if follows else None
    size = sum(whole in wholes for wholes in story.wholes.values()) if whole is not None else 0
    return Ratio(chosen.rate, chosen.numerators, whole) if whole is not None and size > _LISTED else chosen


def of_one_base(story: Story, group: Sequence[Frame], relations: Sequence[Relation]) -> list[Relation]:
    """The shares of one list are of one base: where two or more agree on it, the others are judged by it."""
    held = [story.bases[f.start] for f in group if f.start in story.bases]
    starts = [base.start for _, base in held]
    common = next(((top, base) for top, base in held if starts.count(base.start) > 1), None)
    if common is None:
        return list(relations)
    frames = {f.start: f for f in group}
    wholes = {_whole_named(f) for f in group if f.start in story.bases and story.bases[f.start][1] is common[1]}
    return [_by_base(story, frames, *common, wholes, r) if r.truth is not Truth.HOLDS else r for r in relations]


def _whole_named(share: Frame) -> str:
    """What a share says that it is of (占调整预算); empty where it does not."""
    return core_of(share.label.partition("占")[2])


def _by_base(
    story: Story, frames: dict[int, Frame], beside: Frame, base: Frame, wholes: set[str], relation: Relation
) -> Relation:
    """A share judged by the base of those beside it, where its count stands in the same list and it names no other."""
    top = frames.get(relation.operands[0].span.start)
    rate = frames.get(relation.operands[-1].span.start)
    own = top is not None and rate is not None and top.index == rate.index - 1 and "占" in rate.label
    alike = own or (
        rate is not None and rate.parted < 2 and not rate.label.strip("和及与")
    )  # 分别占29.6%、50.0%、20.4%
    if not (top and rate and alike) or rate.quantity.hedge or top.unit_class != base.unit_class:
        return relation
    if _whole_named(rate) not in wholes | {"", "比"}:
        return relation
    if top.parted != beside.parted or top.start == base.start:
        return relation
    return Ratio(rate, (top,), base).relation(story, RULE, Binding.STATED)


def is_of_several(group: Sequence[Frame], share: Frame) -> bool:
    """撤销、和解占25%: of several figures together, unless one of them has just that joint name."""
    subject, told, _ = _CLAUSE.split(share.gap)[-1].partition("占")
    several = told and sum(len(name) > 1 for name in JOINED.split(subject.replace("及以", "以"))) > 1  # 合格及以上占
    return bool(several) and not any(core_of(subject) in core_of(f.gap) for f in group if f is not share)


def once_each(relations: Sequence[Relation]) -> list[Relation]:
    """持证1100人,持证率91.7%,其中…,持证率分别为95%和87%: figures whose rate is told have no other one."""
    held = {_under_rate(r) for r in relations if r.truth is Truth.HOLDS}
    return [r for r in relations if r.truth is not Truth.VIOLATED or _under_rate(r) not in held]


def _under_rate(relation: Relation) -> tuple[int, ...]:
    return tuple(o.span.start for o in relation.operands if o.role is not Role.RATE)


def is_whole(frame: Frame) -> bool:
    """Whether a figure stands as a whole, not as one of the parts of a list."""
    return frame.parted != 1 and "其中" not in frame.gap


def wholes_of(
    story: Story, group: Sequence[Frame], numerator: Frame, bases: Sequence[Frame], stem: str = ""
) -> tuple[list[Frame], list[Frame]]:
    """The bases that may be the whole of a figure, and those that stand beside it as figures of its own kind."""
    beside = [base for base in bases if _stands_beside(story, group, base, numerator, stem)]
    return [base for base in bases if base not in beside], beside


def _stands_beside(story: Story, group: Sequence[Frame], base: Frame, numerator: Frame, stem: str) -> bool:
    """Whether two figures are siblings: two outcomes, two sides, two members of a 、 list, or two with their own share."""
    labels = [story.label(base).strip(), story.label(numerator).strip()]
    contained = bool(labels[0]) and labels[1].startswith(labels[0])
    if not contained and (are_outcomes(labels) or are_complements(labels)):
        return not _RECEIVED.search(labels[0])
    same = len(stem) > 1 and (labels[0].endswith(stem) or _do_the_same(labels, stem))
    if not contained and same and not _DUE.search(labels[0]):
        return True
    if contained or base not in group or numerator not in group:
        return False
    first, last = group.index(base), group.index(numerator)
    between = group[first + 1 : last + 1]
    if last <= first or any(AMONG.search(f.gap) for f in between):
        return False
    listed = all(f.parted == 1 for f in between) and not STAGE.search(labels[1])
    if listed and base.parted != 1 and labels[0]:
        return True
    return all(_is_shared(group, at) for at in (first, last))


def _do_the_same(labels: Sequence[str], stem: str) -> bool:
    """城区中队办结203件,片区中队办结158件,片区中队办结率: whether two counts end alike, and the rate tells whose it is."""
    size = next((n for n, (a, b) in enumerate(zip(*map(reversed, labels), strict=False)) if a != b), 0)
    return 1 < size < len(stem) and labels[1].endswith(stem)


def _is_shared(group: Sequence[Frame], at: int) -> bool:
    """Whether a count has its own share behind it (136.4亿美元,增长1.2倍,占比45.9%)."""
    following = group[at + 1 : at + 3]
    if len(following) > 1 and following[0].unit_class not in RATES:
        following = following[:1]
    return any(has_share(f) for f in following)


def has_share(frame: Frame) -> bool:
    """Whether a figure is a share (占 12%)."""
    return frame.unit_class == "percent" and "占" in frame.label


def complemented(story: Story, rate: Frame, rest: Frame, base: Frame, binding: Binding) -> Relation:
    """不合格11批次,合格率99.23%: what is left when the count of the contrary is taken off."""
    share = rest.quantity.interval / base.quantity.interval
    range_ = (Interval.exact(1) - share) * Interval.exact(100)
    value = 100 * (1 - rest.quantity.value / base.quantity.value)
    stated = rate.quantity
    fits = range_.meets(stated.interval)
    rounding = not fits and stated.truncated is not None and range_.meets(stated.truncated)
    equation = f"({shown(base.quantity)} - {shown(rest.quantity)}) ÷ {shown(base.quantity)} = {short_decimal(value)}%"
    equation += "" if value == stated.value else f" {'≈' if fits else '≠'} {shown(stated)}"
    operands = (
        operand(story, rest, Role.REMAINDER),
        operand(story, base, Role.DENOMINATOR),
        operand(story, rate, Role.RATE),
    )
    truth = Truth.HOLDS if fits else Truth.VIOLATED
    gap = "" if fits else short_decimal(abs(value - stated.value), 2) + "个百分点"
    return Relation("", RelationKind.RATE, truth, binding, RULE, equation, operands, gap=gap, rounding=rounding)


def has_own_base(story: Story, rate: Frame) -> bool:
    """成功率(以成功与不成之和为底)94.6%: whether a bracket before a rate tells what it is of."""
    return _OWN_BASE.search(story.text, max(0, rate.start - _GLOSS), rate.start) is not None
