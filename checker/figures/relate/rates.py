"""Rates and shares: a percentage bound by name to what it counts and to its base."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.figures.build import Ratio, undecided
from checker.figures.names import core_of, is_denied, names_same, shared_piece
from checker.figures.reading import Frame
from checker.figures.relate.composites import kinds_of
from checker.figures.relate.lists import RATES, is_compared, is_total
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

RULE = "figures.rate"

_RATE_NAME = expression(
    r"([^,;:、。()]{1,20}?(?:率|占比|比例|比重))(?:(?:均|都|分别|各|仅|只|也|则|已|高)?(?:为|达到?|是|至|有)|约|均|仅)?$"
)
_SHARE = expression(
    r"(?P<what>[^,;:、。()]{0,16}?)(?:分别|各|所)?占(?:比例?|比重|到了?|了)?(?:分别|依次|各)?(?P<whole>[^,;:。()]{0,24}?)(?:的(?:比例|比重)?)?(?:为|达到?)?$"
)
_CHANGE = expression(
    r"同比|环比|比上年|较上年|比去年|较去年|较20|比20|上升|下降|提高|提升|增长|降低|增加|减少|压缩|压减|缩短|由|从"
)
# These rates are of what was done in time or to satisfaction: their numerator is not the count of what was done.
_QUALIFIED = expression(
    r"按期|按时|及时|限时|限期|如期|准时|提前|当场|满意|规范|主动|网上|网办|覆盖|公开|公示|参与|知晓|好评|差错|投诉|事故|增长"
)
_GENERIC = frozenset(
    [
        "行政",
        "处理",
        "处置",
        "检查",
        "开展",
        "机关",
        "执法",
        "案件",
        "人员",
        "工作",
        "部门",
        "政府",
        "事项",
        "问题",
        "全市",
        "全县",
        "全区",
        "负责",
        "负责人",
        "行政机关",
        "行政执法",
        "单位",
        "服务",
        "管理",
        "信息",
        "重大",
        "决定",
        "行政处罚",
        "处罚",
        "许可",
        "群众",
        "企业",
        "监督",
    ]
)
_OPENING = expression(r"(?:^|[,;:。])(?:其中[,:]?)?(?P<name>[^,;:。]{2,14}?)(?:之?中|里)(?=[,:]|[^,;:。])")
_OUT_OF = frozenset({"中的", "中有", "里的"})
_DUE = expression(r"^(?:应|须|需|计划)[^,;]{0,6}$|应[一-龥]{1,2}$")
_STOCK = expression("上年|结转|旧存|未结|年初|期初")
_BACK_TO = expression(r"(?:恢复到|相当于|为|是|达到)(?:上年|去年|20\d\d年)(?:同期)?的$")
_COMMON = frozenset("被总的综合直接平均行政案件机关")
_LEFT = expression(r"(?:其余|剩余|余下|仍有|尚有|还有|另有|未|不)[^,;]{0,6}$")
_OF = expression(r"(?:占|为|是|完成|达到|相当于|恢复到|超过)[^,;。]{0,14}$")
_STARTED = expression(r"(?:由|从)[^,;]{0,8}$")
_ENDED = expression(r"^[^,;]{0,8}(?:到|至)$")
_MOST = expression(r"最多|最高|最大|居首|首位|峰值|占比最高")
_LEAST = expression(r"最少|最低|最小")
_LEVEL_ONLY = expression(r"以上|以内|以下")


def rates(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """All rates and shares of a sentence whose operands are stated."""
    for owner in {f.owner if f.depth else -1 for f in sentence.frames}:
        group = [f for f in sentence.frames if (f.owner if f.depth else -1) == owner]
        if owner >= 0 or group[0].depth:
            group = [*(f for f in sentence.at() if f.index <= owner), *group]
        done: set[int] = set()
        for i, frame in enumerate(group):
            if frame.unit_class != "percent" or i in done or (group[-1].depth and not frame.depth):
                continue
            shares = _share_run(group, i)
            if shares:
                done.update(range(i, i + len(shares)))
                yield from _shares(story, sentence, group, i, shares)
            else:
                yield from _rate(story, sentence, group, i)


def _rate(story: Story, sentence: Sentence, group: Sequence[Frame], i: int) -> Iterator[Relation]:
    """合格1327人，合格率90.58%: the numerator by the name of the rate, the base among the counts before it."""
    rate = group[i]
    if _BACK_TO.search(rate.label):
        yield from _recovered(story, sentence, group, i)
        return
    if (
        i > 1
        and rate.parted == 2
        and group[i - 1].label in _OUT_OF
        and group[i - 2].unit_class == group[i - 1].unit_class
    ):
        yield _best(story, rate, (group[i - 1],), [group[i - 2]], [], Binding.INFERRED)
        return
    named = _RATE_NAME.search(rate.label)
    if named is None or _CHANGE.search(rate.label[named.end(1) :]) or rate.quantity.hedge:
        return
    stem = core_of(re.sub(r"(?:率|占比|比例|比重)$", "", named[1]))
    numerators = _numerators(story, group, i, stem)
    if numerators:
        seen = [_of_numerator(story, sentence, group, rate, n) for n in numerators[:3]]
        yield next((r for r in seen if r.truth is Truth.HOLDS), None) or next((r for r in seen if r.rounding), seen[0])
        return
    kinds = kinds_of(story, group[:i], stem)
    if kinds:
        wholes = story.wholes.get(kinds[0].start, [])
        bases, others = (wholes, []) if wholes else _bases(story, sentence, group, kinds[0])
        if bases:
            yield _best(story, rate, kinds, bases, others, Binding.INFERRED)
        return
    numerator = _right_before(group, i, stem)
    if numerator is not None:
        opens = _OPENING.search(numerator.gap)
        bases = opening_wholes(story, sentence, numerator) if opens else []
        others = _earlier(story, sentence, numerator)
        if i > 1 and _DUE.search(group[i - 2].label) and group[i - 2].unit_class == numerator.unit_class:
            bases = [group[i - 2]]
        yield _judged(story, rate, numerator, bases, others)
    elif not i:
        yield from _after_sentence(story, sentence, rate, stem)


def _after_sentence(story: Story, sentence: Sentence, rate: Frame, stem: str) -> Iterator[Relation]:
    """…判决行政机关败诉697件。败诉率8.33%: the figures stand in the sentence before."""
    previous = next(iter(story.before(sentence, 1)), None)
    if previous is None:
        return
    group = [*previous.at(), rate]
    numerators = [
        n for n in _numerators(story, group, len(group) - 1, stem) if stem in core_of(_named_before(group, n))
    ]
    if numerators:
        seen = [_of_numerator(story, previous, group, rate, n) for n in numerators[:2]]
        yield next((r for r in seen if r.truth is Truth.HOLDS), None) or seen[0]


def _recovered(story: Story, sentence: Sentence, group: Sequence[Frame], i: int) -> Iterator[Relation]:
    """2864.3万人次,恢复到上年的61.7%(2019年为4642.5万人次)"""
    for base in sentence.inside(group[i]):
        top = next((f for f in reversed(group[:i]) if f.unit_class == base.unit_class), None)
        if top is not None:
            yield _best(story, group[i], (top,), [base], [], Binding.STATED)
            return


def _of_numerator(story: Story, sentence: Sentence, group: Sequence[Frame], rate: Frame, numerator: Frame) -> Relation:
    bases, others = _bases(story, sentence, group, numerator)
    if not bases:
        bases = _smaller_base(group, numerator)
    relation = _judged(story, rate, numerator, bases, others)
    if relation.truth is Truth.VIOLATED and not relation.rounding and not _tells_its_name(sentence, rate, numerator):
        operands = [(numerator, Role.NUMERATOR), (rate, Role.RATE)]
        return undecided(story, RelationKind.RATE, RULE, operands, "比率的口径与文中数据是否一致无法确定")
    return relation


def _smaller_base(group: Sequence[Frame], numerator: Frame) -> list[Frame]:
    """The count right before the numerator though it is smaller: then the rate would be above 100 %."""
    before = [f for f in group if f.start < numerator.start and f.unit_class == numerator.unit_class]
    before = [f for f in before if _is_whole(f)] or before
    near = before[-1:] if numerator.parted and not any(_STOCK.search(f.label) for f in before) else []
    return [f for f in near if not is_compared(f) and not f.quantity.hedge]


def _tells_its_name(sentence: Sentence, rate: Frame, numerator: Frame) -> bool:
    """Whether every word of the rate's name stands before it in the sentence, so that it cannot be another rate."""
    named = _RATE_NAME.search(rate.label)
    if named is None:
        return True
    told = (
        sentence.text[: rate.start - sentence.span.start - len(rate.label)]
        + sentence.text[rate.start - sentence.span.start :]
    )
    stem = core_of(re.sub(r"(?:率|占比|比例|比重)$", "", named[1]))
    return all(c in told for c in stem if c not in _COMMON)


def _judged(story: Story, rate: Frame, numerator: Frame, bases: Sequence[Frame], others: Sequence[Frame]) -> Relation:
    """The rate against its bases; without a base that the wording ties to it nothing can be held against it."""
    explained = any(r.fits or r.fits_cut for r in (Ratio(rate, (numerator,), b) for b in others))
    if not bases and not explained:
        operands = [(numerator, Role.NUMERATOR), (rate, Role.RATE)]
        return undecided(story, RelationKind.RATE, RULE, operands, "未写明该比率的基数")
    return _best(story, rate, (numerator,), bases, others, Binding.STATED)


def _numerators(story: Story, group: Sequence[Frame], i: int, stem: str) -> list[Frame]:
    """The figures that the rate's name names, the nearest first; those right after the rate last."""
    found: list[Frame] = []
    candidates = list(reversed(group[:i]))[:8]
    if i + 1 < len(group) and group[i + 1].parted <= 2:
        candidates.append(group[i + 1])
    for frame in candidates:
        if frame.unit_class in RATES or is_compared(frame) or frame.quantity.hedge:
            continue
        if _STARTED.search(frame.label) or _LEFT.search(frame.label) or _DUE.search(frame.label):
            continue
        name = core_of(_named_before(group, frame) + story.known.get(frame.start, "") + frame.tail[:6])
        piece = shared_piece(stem, name)
        if frame.parted == 2 and 1 < len(stem) < 4 and names_same(stem, name) and frame is group[i - 1]:
            return [frame]
        if not piece or piece in _GENERIC or is_denied(piece, name):
            continue
        if piece == stem or not _QUALIFIED.search(stem):
            found.append(frame)
    return found


def _named_before(group: Sequence[Frame], frame: Frame) -> str:
    """The words before a figure; where it ends a change (由36份上升到54份), those before the change too."""
    at = group.index(frame)
    if at and _ENDED.search(frame.label):
        return group[at - 1].gap[-24:] + frame.gap[-24:]
    return frame.gap[-24:]


def _right_before(group: Sequence[Frame], i: int, stem: str) -> Frame | None:
    """The count in the clause before a rate whose name names none."""
    if not i or group[i].parted != 2 or _QUALIFIED.search(stem):
        return None
    frame = group[i - 1]
    whole = frame.unit_class not in RATES and frame.quantity.interval.is_exact and not is_compared(frame)
    return frame if whole else None


def _bases(
    story: Story, sentence: Sentence, group: Sequence[Frame], numerator: Frame
) -> tuple[list[Frame], list[Frame]]:
    """Counts that the numerator may be a share of: those that the wording ties to it, and further ones."""
    opening = opening_wholes(story, sentence, numerator)
    inside = [f for f in reversed(group) if f.start < numerator.start and _may_hold(f, numerator)]
    stated = [f for f in sentence.frames if f.depth and f.start > numerator.start and _may_hold(f, numerator)]
    inside = [*(f for f in stated if "应" in f.label or "全年" in f.label or "共" in f.label), *inside]
    if opening:
        return opening, inside
    return inside[:8], _earlier(story, sentence, numerator)


def _earlier(story: Story, sentence: Sentence, numerator: Frame) -> list[Frame]:
    """Counts in the sentences before: they may explain a rate, they never accuse it."""
    others = (sentence, *story.before(sentence, 5))
    return [
        f for other in others for f in reversed(other.at()) if f.start < numerator.start and _may_hold(f, numerator)
    ][:24]


def _may_hold(base: Frame, numerator: Frame) -> bool:
    """Whether a count can be the base: of the same class, no comparison, not smaller."""
    if base.unit_class != numerator.unit_class or is_compared(base) or not base.quantity.interval.is_bounded:
        return False
    low, high = numerator.quantity.interval.low, base.quantity.interval.high
    return low is None or high is None or high >= low


def opening_wholes(story: Story, sentence: Sentence, frame: Frame) -> list[Frame]:
    """The figures that the opening of the sentence or clause names (审结案件中,…)."""
    for gap in (frame.gap, sentence.frames[0].gap if sentence.frames else ""):
        match = _OPENING.search(gap)
        if match is not None and not match["name"].endswith("其"):
            return story.resolve(match["name"], frame.unit_class, sentence, frame.index)[:3]
    return []


def _best(
    story: Story,
    rate: Frame,
    numerators: tuple[Frame, ...],
    bases: Sequence[Frame],
    others: Sequence[Frame],
    binding: Binding,
) -> Relation:
    """The reading that fits, else the likeliest base."""
    tied = [Ratio(rate, numerators, base) for base in bases]
    readings = [*tied, *(Ratio(rate, numerators, base) for base in others)]
    chosen = next((r for r in readings if r.fits), None) or next((r for r in readings if r.fits_cut), None)
    if chosen is None:
        chosen = next((r for r in tied if _is_whole(r.base)), tied[0])
    return chosen.relation(story, RULE, binding)


def _is_whole(frame: Frame) -> bool:
    """Whether a figure stands as a whole, not as one of the parts of a list."""
    return frame.parted != 1 and "其中" not in frame.gap


def _share_run(group: Sequence[Frame], i: int) -> list[Frame]:
    """The percentages of one 占: one, or several after 分别占."""
    first = group[i]
    clause = first.label
    match = _SHARE.search(clause)
    if match is None and i and first.label == "的" and _OF.search(group[i - 1].label):
        return [first]
    if match is None and i and not first.label and not first.parted and group[i - 1].unit_class not in RATES:
        return [first]
    if match is None or (_RATE_NAME.search(clause) and "占比" not in clause and "占" not in clause):
        return []
    run = [first]
    for frame in group[i + 1 :]:
        if frame.unit_class != "percent" or frame.label.strip("和及与以") or frame.parted > 1:
            break
        run.append(frame)
    return run


def _shares(
    story: Story, sentence: Sentence, group: Sequence[Frame], i: int, shares: Sequence[Frame]
) -> Iterator[Relation]:
    """Each percentage with its own count before it and the whole that 占 names."""
    first = shares[0]
    match = _SHARE.search(first.label)
    if match is None and first.label == "的":
        base = group[i - 1]
        tops = [f for f in reversed(group[: i - 1]) if f.unit_class == base.unit_class and not is_compared(f)]
        tops.sort(key=lambda f: not _is_whole(f))
        seen = [_best(story, first, (n,), [base], [], Binding.STATED) for n in tops[:5]]
        yield from [r for r in seen if r.truth is Truth.HOLDS][:1] or seen[:1]
        return
    if match is None:
        yield _share(story, sentence, group, first, [group[i - 1]], "")
        return
    counts = [f for f in group[:i] if f.unit_class not in RATES and not is_compared(f)]
    upwards = kinds_of(story, group[:i], match["what"].strip()) if len(shares) == 1 and not match["whole"] else ()
    if upwards:
        yield _best(story, first, upwards, story.wholes[upwards[0].start], [], Binding.INFERRED)
        return
    extreme = _MOST.search(first.gap) or _LEAST.search(first.gap)
    if extreme and counts and len(shares) == 1:
        run = [f for f in counts if f.unit_class == counts[-1].unit_class and f.parted <= 1] or counts[-1:]
        pick = max if _MOST.search(first.gap) else min
        counts = [pick(run, key=lambda f: f.quantity.value)]
        yield _share(story, sentence, group, first, counts, match["whole"])
        return
    of, among, what = match["what"].rpartition("中")
    if among:
        counts = [f for f in counts if f is not group[i - 1]]
    numerators = _share_numerators(story, sentence, counts, what, len(shares))
    if among and len(of) < 8 and i and group[i - 1].tail.startswith(of) and numerators:
        yield from (_best(story, first, (n,), [group[i - 1]], [], Binding.STATED) for n in numerators[0][:1])
        return
    if len(numerators) != len(shares) or _LEVEL_ONLY.search(first.quantity.hedge):
        return
    for rate, candidates in zip(shares, numerators, strict=True):
        yield _share(story, sentence, group, rate, candidates, match["whole"])


def _share(
    story: Story, sentence: Sentence, group: Sequence[Frame], rate: Frame, candidates: Sequence[Frame], whole: str
) -> Relation:
    """One share: the first count with a whole that fits, else the first with a whole."""
    seen: list[Relation] = []
    for numerator in candidates:
        bases, binding = _share_bases(story, sentence, group, numerator, whole)
        if numerator not in group and not any(b in group for b in bases[:1]):
            binding = Binding.INFERRED
        bases = [b for b in bases if b.start != numerator.start]
        if bases:
            seen.append(_best(story, rate, (numerator,), bases, [], binding))
            if seen[-1].truth is Truth.HOLDS:
                return seen[-1]
    if seen and seen[0].binding is Binding.STATED:
        return seen[0]
    operands = [(candidates[0], Role.NUMERATOR), (rate, Role.RATE)]
    return undecided(story, RelationKind.RATE, RULE, operands, "未写明占比的总数")


def _share_numerators(
    story: Story, sentence: Sentence, counts: Sequence[Frame], what: str, size: int
) -> list[list[Frame]]:
    """The counts that each percentage may speak of: by name where 占 has a subject, else those right before."""
    name = core_of(what).removesuffix("类").removeprefix("被")
    if size == 1 and len(name) > 1:
        named = [f for f in reversed(counts) if story.is_named(f, name)]
        named = named or [f for f in reversed(counts) if _begins(core_of(story.label(f)), name)]
        if not named:
            others = list(story.earlier(sentence))
            named = [
                f for o in others for f in reversed(o.at()) if f.unit_class not in RATES and story.is_named(f, name)
            ]
        return [named[:4]] if named else []
    if size == 1 and counts and counts[-1].depth:
        owner = next((f for f in sentence.frames if f.index == counts[-1].owner), None)
        return [[owner, counts[-1]]] if owner is not None else [[counts[-1]]]
    if size > 1:
        unit = counts[-1].unit_class if counts else ""
        run = [f for f in counts if f.unit_class == unit]
        return [[f] for f in run[-size:]]
    return [[f] for f in counts[-1:]]


def _begins(label: str, name: str) -> bool:
    """Whether a label is the beginning of the name (公安机关 for 公安机关办理)."""
    return len(label) > 1 and name.startswith(label)


def _share_bases(
    story: Story, sentence: Sentence, group: Sequence[Frame], numerator: Frame, whole: str
) -> tuple[list[Frame], Binding]:
    """The whole by its name, else every larger count of the class before."""
    unit = numerator.unit_class
    if len(core_of(whole)) > 1:
        named = story.resolve(whole, unit, sentence, numerator.index, reach=30)
        larger = [f for f in named if f.quantity.value >= numerator.quantity.value]
        telling = len(core_of(whole)) > 2 or any(core_of(story.label(f)).endswith(core_of(whole)) for f in larger[:1])
        return larger[:6], Binding.STATED if telling else Binding.INFERRED
    opening = story.wholes.get(numerator.start) or opening_wholes(story, sentence, numerator)
    opening = opening or _divided_whole(story, sentence, numerator)
    found = [f for f in reversed(group) if f.start < numerator.start and f.unit_class == unit]
    for other in story.before(sentence, 6):
        found += [f for f in reversed(other.at()) if f.unit_class == unit]
    low = numerator.quantity.value
    larger = [f for f in found if f.quantity.value >= low and not is_compared(f) and f not in opening]
    larger.sort(key=lambda f: not (_is_whole(f) or is_total(f)))
    stated = bool(opening) or (bool(larger) and larger[0] in group and _is_whole(larger[0]))
    return [*opening, *larger[:12]], Binding.STATED if stated else Binding.INFERRED


def _divided_whole(story: Story, sentence: Sentence, numerator: Frame) -> list[Frame]:
    """The figure that opens the list the numerator stands in (受理的432件案件中,行政处罚类203件,占46.99%)."""
    first = next((f for f in sentence.at() if f.unit_class == numerator.unit_class), None)
    if first is not None and first is not numerator and re.match(r"[^,;:。]{0,12}(?:中|里)", first.tail):
        return [first]
    return []
