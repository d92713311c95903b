"""Violations that another reading of the report explains: they are seen, and left undecided.

A violated relation is told as proved, so every admissible reading must fail. The finders read what stands near; here
the whole report is asked, and only for the few relations that came out violated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from checker.figures.build import Sum
from checker.figures.names import shared_piece
from checker.figures.numerals import is_swap, plain_decimal
from checker.figures.reading import Frame
from checker.figures.relate.changes.subjects import of_another
from checker.figures.relate.lists import AMONG, IN_ORDER, LEFT_OVER, are_apart, is_threshold
from checker.figures.relate.rates.bases import is_pooled, of_another_base
from checker.figures.relate.rates.bounds import whole_named
from checker.figures.relate.rates.quotients import gives_quotient, gives_share, is_miswritten_share
from checker.figures.relate.sums.overlaps import count_twice
from checker.figures.relate.verdicts.agreements import adds_up, balances, is_rest_in_parts, leaves_so_much, takes_out
from checker.figures.relate.verdicts.balanced import is_divided_within, is_in_a_balance
from checker.figures.relate.verdicts.other_bases import (
    is_of_another_class,
    is_of_another_count,
    is_of_stock_too,
    is_told_by_the_rest,
    names_its_base,
    tells_its_scope,
)
from checker.figures.relate.verdicts.plausible import has_twin, is_beyond, is_implausible, is_nearly
from checker.figures.relate.verdicts.told_gaps import tells_the_gap
from checker.figures.relate.verdicts.two_values import are_both_borne_out, is_stated_too
from checker.figures.relate.vocabularies import are_complements, are_outcomes
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.interval import total
from checker.words.record import dataclass, replace
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

_REASON = "文中另有数据或口径可以解释，无法确定"
_ALL = 100
_LEVELS = frozenset({Role.BEFORE, Role.AFTER})
_SUMS = frozenset({RelationKind.PART_WHOLE_SUM, RelationKind.DIFFERENCE})
_TOLD = _SUMS | {RelationKind.CARRY_OVER}
_EACH = expression(r"各(?![类级项种地方界族部单乡镇街县区市村社])[一-龥]{0,8}$|每[^,;。]{0,6}$")
_MEAN = expression(r"(?:年|月|季|日|人|户|村|平)均(?!浓度|温度|气温|水位)[^,;。]{0,4}$")
_FROM = expression("[^,;]{0,10}?(?:由|从)")
_POSTS = expression(r"编制数?$")  # posts, no people
_OPENING = expression(
    r"(?:^|[,;:])(?P<name>[^,;:。]{2,14}?)(?:(?:之?中|里)(?:[,:]|(?=[一-龥]))|按照?[^,;:。]{1,10}(?:分|看|统计)[,:]|,以下列方式[^,;:。]{0,4}:|的?结果(?:是|为|如下)?:)"
)
_VIEWED = expression(r"(?:^|[,;:。])按照?[^,;:。]{1,12}(?:划?分|看|统计)[,:]")
_EVERY = expression("[^,;。]{0,6}(?:全部|均|都|全员)")
_LARGE = 50
_STEP = expression("法制审核|听证|集体讨论|公示|记录|备案|告知|送达")
_WITHIN = expression(r"^之?中[,:]")
_DONE_RATE = expression("(?:整改|销号|办结|完成|化解|解决|落实|结案|审结|回复|反馈|办复)(?:到位)?率(?:为|达到?)?$")

_Placed = Mapping[int, tuple[Sentence, Frame]]


@dataclass(frozen=True, slots=True)
class _Held:
    """What holds in the report."""

    sums: Sequence[Relation]
    balances: Sequence[Relation]
    rates: Sequence[Relation]


def without_doubtful(story: Story, relations: Iterable[Relation]) -> tuple[Relation, ...]:
    """The relations; violated ones that something else in the report explains are undecidable."""
    known = tuple(relations)
    if not any(relation.truth is Truth.VIOLATED for relation in known):
        return known
    placed = story.placed()
    kinds = (RelationKind.PART_WHOLE_SUM, RelationKind.CARRY_OVER, RelationKind.RATE)
    held = _Held(*([r for r in known if r.truth is Truth.HOLDS and r.kind is kind] for kind in kinds))
    return tuple(
        replace(r, truth=Truth.UNDECIDABLE, rounding=False, reason=_REASON)
        if r.truth is Truth.VIOLATED and _is_doubtful(story, placed, r, held)
        else r
        for r in known
    )


def _is_doubtful(
    story: Story,
    placed: _Placed,
    relation: Relation,
    held: _Held,
) -> bool:
    frames = [(o.role, *placed[o.span.start]) for o in relation.operands if o.span.start in placed]
    if relation.kind is RelationKind.REPEATED_METRIC:
        of_one_whole = any(role is Role.OTHER for role, _, _ in frames)  # 60卷…不合格4卷; 60卷案卷中有6卷不合格
        return bool(frames) and (
            (not of_one_whole and is_stated_too(relation, frames))
            or are_both_borne_out(relation, (*held.sums, *held.balances))
        )
    if len(frames) < len(relation.operands):
        return False  # cells of tables and items of lists leave no choice
    if relation.kind is not RelationKind.BOUND and is_implausible(frames) and not has_twin(frames, placed, held.sums):
        return True
    if relation.kind in _TOLD and tells_the_gap(story, frames):
        return True
    if relation.kind is RelationKind.RATE:
        doubtful = (
            tells_its_scope(story, frames)
            or _is_held_otherwise(relation, held.rates)
            or _has_other_quotient(story, placed, relation)
        )
    elif relation.kind is RelationKind.BOUND:
        doubtful = _is_unbound(frames)
    elif relation.kind is RelationKind.PART_WHOLE_SUM and _have_their_shares(relation, held.rates):
        doubtful = True
    elif relation.kind in _SUMS and any(role is Role.TOTAL for role, _, _ in frames):
        doubtful = _divides_otherwise(relation, held.sums) or _divides_a_part(placed, relation, held.sums)
        doubtful = doubtful or is_in_a_balance(relation, held.balances)
        parts = [frame for role, _, frame in frames if role is Role.PART]
        left = relation.kind is RelationKind.DIFFERENCE
        doubtful = doubtful and not (left and _is_rated(relation, held.rates))
        counted = leaves_so_much(story, frames) if left else adds_up(story, frames)
        counted = (counted and not (left and _is_rated(relation, held.rates))) or (left and is_rest_in_parts(frames))
        doubtful = doubtful or counted or _are_too_many(story, parts, frames) or takes_out(story, frames)
    elif relation.kind is RelationKind.CARRY_OVER:
        doubtful = balances(story, frames) or takes_out(story, frames) or is_divided_within(relation, held.sums)
    elif frames:
        doubtful = of_another(story, frames[-1][1], {role: frame for role, _, frame in frames})
    else:
        doubtful = False
    beyond = relation.kind is RelationKind.PART_WHOLE_SUM and is_beyond(
        relation
    )  # 各大队938名 of 612: no fewer if each
    return doubtful or any((not beyond and _is_multiplied(role, f)) or is_threshold(f) for role, _, f in frames)


def _are_too_many(story: Story, parts: Sequence[Frame], frames: Sequence[tuple[Role, Sentence, Frame]]) -> bool:
    """Whether parts in which one thing may be counted twice are more than their whole."""
    whole = next(frame for role, _, frame in frames if role is Role.TOTAL)
    together = sum((part.quantity.value for part in parts), Fraction(0))
    if len(parts) < 2 or together <= whole.quantity.value:
        return False
    # 9人全部述法,其中书面述法9人、会上口头述法3人
    if any(part.quantity.value == whole.quantity.value and _STEP.search(part.label) for part in parts):
        return True  # 普通程序处罚案件中,法制审核1356件,听证23件: what was done in them
    opens = whole.start < parts[0].start and _EVERY.match(whole.tail)
    all_of_them = opens and any(part.quantity.value == whole.quantity.value for part in parts)
    return (bool(all_of_them) and not are_outcomes([part.label.strip() for part in parts])) or count_twice(story, parts)


def _is_rated(relation: Relation, rates: Iterable[Relation]) -> bool:
    """合计101个,…销号96个,整改率95.05%,其余4个: whether a rate of what was done is that of the one in the other."""
    *done, _ = relation.operands[1:]
    parts, whole = frozenset(o.span.start for o in done), _starts(relation, Role.TOTAL)
    named = (r for r in rates if _DONE_RATE.search(r.in_role(Role.RATE)[0].label))
    return any(_starts(r, Role.NUMERATOR) == parts and _starts(r, Role.DENOMINATOR) == whole for r in named)


def _is_multiplied(role: Role, frame: Frame) -> bool:
    """Whether a figure counts for each of several (各5台), or is a mean where a level is wanted (年均75起)."""
    mean = _MEAN.search(frame.label) and not frame.unit_class.startswith("duration")  # 平均审理期限38天
    each = _EACH.search(frame.label) and not IN_ORDER.search(frame.label)
    from_to = _FROM.match(frame.label)  # 由年均3.2次降为1.6次: both are means
    return bool((role is Role.PART and each) or (role in _LEVELS and mean and not from_to))


def _is_held_otherwise(relation: Relation, rates: Iterable[Relation]) -> bool:
    """上年结转2件,新立案13件,结案12件,结案率80%: whether the rate is that of the same count in another base as told."""
    tops, rate = _starts(relation, Role.NUMERATOR), _starts(relation, Role.RATE)
    alike = (r for r in rates if r.binding is Binding.STATED and _starts(r, Role.RATE) == rate)
    return any(_starts(r, Role.NUMERATOR) == tops for r in alike)


def _has_other_quotient(story: Story, placed: _Placed, relation: Relation) -> bool:
    rates = [placed[o.span.start] for o in relation.in_role(Role.RATE)]
    tops = [o for o in relation.in_role(Role.NUMERATOR) if o.interval is not None]
    if not rates or not tops:
        return False
    sentence, rate = rates[0]
    if not rate.quantity.is_percent:
        return gives_quotient(rate, sentence)
    numerator = total([o.interval for o in tops if o.interval is not None])
    where, top = placed[tops[0].span.start]
    bases = [placed[o.span.start][1] for o in relation.in_role(Role.DENOMINATOR)]
    of_both = top in bases  # 审结187件,审结率89.90%,未审结21件: of what the two make together, whatever else is told
    sentences = [sentence] if where is sentence else [sentence, where]
    told = [placed[o.span.start][0] for o in relation.in_role(Role.DENOMINATOR)]
    otherwise = names_its_base(story, sentence, rate, top, bases) or any(
        is_of_stock_too(story, s, rate, top, base) for s in (*sentences, *told) for base in bases
    )
    if of_both or otherwise or of_another_base(story, sentence, top, bases, rate):
        return not of_both
    plain = len(tops) == len(bases) == 1
    if plain and (is_miswritten_share(top, bases[0], rate) or is_told_by_the_rest(sentence, rate, top, bases[0])):
        return False
    if rate.quantity.value <= _ALL and any(4 * top.quantity.value > 5 * base.quantity.value for base in bases):
        # No base of this figure: it is smaller by far, unless a digit of it was lost.
        return not is_miswritten_share(top, bases[0], rate, digits=2)
    return (
        is_of_another_class(sentence, rate, top)
        or any(is_of_another_count(story, sentence, rate, top, base) for base in bases)
        or is_pooled(story, sentence, rate, top, bases)
        or gives_share(rate, numerator, sentences, _told_before(placed, rate), top.unit_class)
    )


def _told_before(placed: _Placed, rate: Frame) -> Iterator[Frame]:
    """The figures that a reader knows when the rate is told."""
    return (frame for _, frame in placed.values() if frame.start < rate.start)


def _is_unbound(frames: Sequence[tuple[Role, Sentence, Frame]]) -> bool:
    """Whether a part above its whole stands too loosely beside it: in a further statement, or as another thing."""
    (_, sentence, whole), *parts = sorted(frames, key=lambda item: item[0] is not Role.TOTAL)
    for _, where, part in parts:
        if (where is not sentence or are_apart(sentence.frames, whole, part)) and not whole_named(part):
            return True
        if whole.tail and part.tail and whole.tail[0] != part.tail[0] and part.unit_class == "unit":
            return True
        if any(
            f.quantity.value >= part.quantity.value and f.unit_class == part.unit_class and f.start < part.start
            for f in sentence.frames
            if not _POSTS.search(f.label)
        ):
            return True
    return False


def _divides_otherwise(relation: Relation, holding: Iterable[Relation]) -> bool:
    """Whether the parts make up another whole exactly, and this one is not nearly the same number."""
    parts, whole = _starts(relation, Role.PART), relation.operands[0]
    known = [r for r in holding if r.binding is Binding.STATED or relation.binding is Binding.INFERRED]
    for other in known:
        if parts and parts == _starts(other, Role.PART) and other.operands[0].span != whole.span:
            first, second = (o.interval.low or Fraction(0) for o in (whole, other.operands[0]) if o.interval)
            swapped = is_swap(plain_decimal(first), plain_decimal(second))  # 收到124份,分为…, and 214份 elsewhere
            return not swapped and abs(first - second) * 5 > max(first, second)
    return False


def _divides_a_part(placed: _Placed, relation: Relation, holding: Sequence[Relation]) -> bool:
    """Whether the whole is one part of a list that adds up, and no 其中, name or bracket says that it is divided again.

    A total behind its parts (分别办理182件、168件、121件，共471件) says so itself.
    """
    whole = relation.operands[0].span.start
    lists = [starts for other in holding if whole in (starts := _starts(other, Role.PART))]
    if not lists or all(_stands_within(relation, starts - {whole}) for starts in lists):
        return False
    first = placed.get(min(_starts(relation, Role.PART), default=-1))
    if first is None or first[1].start < whole or first[1].depth or AMONG.search(first[1].gap):
        return False
    figures = _starts(relation, Role.PART) | {whole}
    if any(figures <= _starts(r, Role.PART) for r in holding if _is_no_chance(r)):
        return True  # 城区40次,镇区30次,村区12次,三个区域共82次
    parts = [o.label.strip() for o in relation.in_role(Role.PART)]
    # 按专业背景分,公共卫生类92人、…、其他类51人
    viewed = _VIEWED.search(first[1].gap) and (LEFT_OVER.search(parts[-1]) or is_nearly(relation))
    name = relation.operands[0].label.strip()  # 撤诉82件,判决撤销24件: one outcome among the others
    beside = placed[whole][1].index == first[1].index - 1 and (name.endswith("审") or not are_outcomes([name]))
    beside = beside and (relation.kind is RelationKind.DIFFERENCE or are_outcomes(parts) or are_complements(parts))
    if viewed or beside:
        return False  # 行政诉讼一审9件,胜诉8件、败诉1件; 行政诉讼17件,审结14件,其余3件正在审理
    # 结案361件,结转44件。按程序划分。普通程序129件(219),简易程序142件; 不予处理的5件中,重复申请1件
    if (are_complements(parts) and _is_swapped(placed, relation)) or _WITHIN.match(first[1].gap):
        return False
    opening = _OPENING.search(first[1].gap)  # 已审结189件,结转27件。在已审结案件中,…
    return opening is None or not shared_piece(opening["name"], relation.operands[0].label)


def _is_no_chance(total: Relation) -> bool:
    """Whether a sum that holds is stated, or so large that its figures add up by no chance."""
    low = total.operands[0].interval.low if total.operands[0].interval is not None else None
    return total.binding is Binding.STATED or (low is not None and low >= _LARGE)


def _is_swapped(placed: _Placed, relation: Relation) -> bool:
    """Whether two digits of one figure changed places."""
    whole, *parts = (placed[o.span.start][1] for o in relation.operands)
    return Sum(whole, tuple(parts)).is_swapped


def _stands_within(relation: Relation, others: frozenset[int]) -> bool:
    """罚款217.6万元,采砂96.4万元、…。没收12.9万元,罚没款合计230.5万元: whether the other list goes on only behind this one."""
    last = max(o.span.start for o in relation.operands)
    return all(start > last for start in others)


def _have_their_shares(relation: Relation, rates: Iterable[Relation]) -> bool:
    """投诉1842件,大气、噪声、水的分别为983件、512件、207件,占比53.4%、27.8%、11.2%: each of the parts is one of that whole."""
    parts, whole = _starts(relation, Role.PART), _starts(relation, Role.TOTAL)
    shared = (_starts(rate, Role.NUMERATOR) for rate in rates if _starts(rate, Role.DENOMINATOR) == whole)
    return parts <= frozenset(start for starts in shared for start in starts)


def _starts(relation: Relation, role: Role) -> frozenset[int]:
    return frozenset(o.span.start for o in relation.in_role(role))
