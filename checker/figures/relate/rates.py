"""Rates and shares: a percentage bound by name to what it counts and to its base."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.figures.build import Ratio, undecided
from checker.figures.names import core_of, is_denied, names_same, shared_piece
from checker.figures.reading import Frame
from checker.figures.relate.composites import kinds_of
from checker.figures.relate.lists import AMONG, RATES, is_compared
from checker.figures.relate.ratios import OPENING, RATE_NAME, RULE, best, is_whole, opening_wholes, wholes_of
from checker.figures.relate.shares import share_run, shares
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

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
_OUT_OF = frozenset({"中的", "中有", "里的"})
_DUE = expression(r"^(?:应|须|需|计划)[^,;]{0,6}$|应[一-龥]{1,2}$")
_STOCK = expression("上年|结转|旧存|未结|年初|期初")
_BACK_TO = expression(r"(?:恢复到|相当于|为|是|达到)(?:上年|去年|20\d\d年)(?:同期)?的$")
_COMMON = frozenset("被总的综合直接平均行政案件机关")
_LEFT = expression(r"(?:其余|剩余|余下|仍有|尚有|还有|另有|未|不)[^,;]{0,6}$")
_OF = expression(r"(?:占|为|是|完成|达到|相当于|恢复到|超过)[^,;。]{0,14}$")
_STARTED = expression(r"(?:由|从)[^,;]{0,8}$")
_ENDED = expression(r"^[^,;]{0,8}(?:到|至)$")


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
            run = share_run(group, i)
            if run:
                done.update(range(i, i + len(run)))
                yield from shares(story, sentence, group, i, run)
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
        yield best(story, rate, (group[i - 1],), [group[i - 2]], [], Binding.INFERRED)
        return
    named = RATE_NAME.search(rate.label)
    if named is None or _CHANGE.search(rate.label[named.end(1) :]) or rate.quantity.hedge:
        return
    stem = core_of(expression(r"(?:率|占比|比例|比重)$").sub("", named[1]))
    numerators = _numerators(story, group, i, stem)
    if numerators:
        seen = [_of_numerator(story, sentence, group, rate, n, stem) for n in numerators[:3]]
        yield next((r for r in seen if r.truth is Truth.HOLDS), None) or next((r for r in seen if r.rounding), seen[0])
        return
    kinds = kinds_of(story, group[:i], stem, rate)
    if kinds:
        wholes = story.wholes.get(kinds[0].start, [])
        bases, others = (wholes, []) if wholes else _bases(story, sentence, group, kinds[0])
        bases, beside = wholes_of(story, group, kinds[0], bases, stem)
        if bases or beside:
            stated = len(stem) == 2 and stem != "纠错" and bases and bases[0] in group
            binding = Binding.STATED if stated else Binding.INFERRED
            yield best(story, rate, kinds, bases, [*beside, *others], binding)
        return
    numerator = _right_before(group, i, stem)
    if numerator is not None:
        opens = OPENING.search(numerator.gap)
        bases = opening_wholes(story, sentence, numerator) if opens else []
        others = _earlier(story, sentence, numerator)
        if i > 1 and _DUE.search(group[i - 2].label) and group[i - 2].unit_class == numerator.unit_class:
            bases = [group[i - 2]]
        bases, beside = wholes_of(story, group, numerator, bases, stem)
        yield _judged(story, rate, numerator, bases, [*beside, *others])
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
        seen = [_of_numerator(story, previous, group, rate, n, stem) for n in numerators[:2]]
        yield next((r for r in seen if r.truth is Truth.HOLDS), None) or seen[0]


def _recovered(story: Story, sentence: Sentence, group: Sequence[Frame], i: int) -> Iterator[Relation]:
    """2864.3万人次,恢复到上年的61.7%(2019年为4642.5万人次)"""
    for base in sentence.inside(group[i]):
        top = next((f for f in reversed(group[:i]) if f.unit_class == base.unit_class), None)
        if top is not None:
            yield best(story, group[i], (top,), [base], [], Binding.STATED)
            return


def _of_numerator(
    story: Story, sentence: Sentence, group: Sequence[Frame], rate: Frame, numerator: Frame, stem: str
) -> Relation:
    bases, others = _bases(story, sentence, group, numerator)
    if not bases:
        bases = _smaller_base(group, numerator)
    bases, beside = wholes_of(story, group, numerator, bases, stem)
    relation = _judged(story, rate, numerator, bases, [*beside, *others])
    if relation.truth is Truth.VIOLATED and not relation.rounding and not _tells_its_name(sentence, rate, numerator):
        operands = [(numerator, Role.NUMERATOR), (rate, Role.RATE)]
        return undecided(story, RelationKind.RATE, RULE, operands, "比率的口径与文中数据是否一致无法确定")
    return relation


def _smaller_base(group: Sequence[Frame], numerator: Frame) -> list[Frame]:
    """The count right before the numerator though it is smaller: then the rate would be above 100 %."""
    before = [f for f in group if f.start < numerator.start and f.unit_class == numerator.unit_class]
    before = [f for f in before if is_whole(f)] or before
    near = before[-1:] if numerator.parted and not any(_STOCK.search(f.label) for f in before) else []
    return [f for f in near if not is_compared(f) and not f.quantity.hedge]


def _tells_its_name(sentence: Sentence, rate: Frame, numerator: Frame) -> bool:
    """Whether every word of the rate's name stands before it in the sentence, so that it cannot be another rate."""
    named = RATE_NAME.search(rate.label)
    if named is None:
        return True
    told = (
        sentence.text[: rate.start - sentence.span.start - len(rate.label)]
        + sentence.text[rate.start - sentence.span.start :]
    )
    stem = core_of(expression(r"(?:率|占比|比例|比重)$").sub("", named[1]))
    return all(c in told for c in stem if c not in _COMMON)


def _judged(story: Story, rate: Frame, numerator: Frame, bases: Sequence[Frame], others: Sequence[Frame]) -> Relation:
    """The rate against its bases; without a base that the wording ties to it nothing can be held against it."""
    explained = any(r.fits or r.fits_cut for r in (Ratio(rate, (numerator,), b) for b in others))
    if not bases and not explained:
        operands = [(numerator, Role.NUMERATOR), (rate, Role.RATE)]
        return undecided(story, RelationKind.RATE, RULE, operands, "未写明该比率的基数")
    return best(story, rate, (numerator,), bases, others, Binding.STATED)


def _numerators(story: Story, group: Sequence[Frame], i: int, stem: str) -> list[Frame]:
    """The figures that the rate's name names, the nearest first; those right after the rate last."""
    found: list[Frame] = []
    candidates = list(reversed(group[:i]))[:8]
    if i + 1 < len(group) and group[i + 1].parted <= 2 and not AMONG.search(group[i + 1].gap):
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
    named = [f for f in found if names_same(stem, core_of(_named_before(group, f) + f.tail[:6]))]
    return [*named, *(f for f in found if f not in named)]


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
