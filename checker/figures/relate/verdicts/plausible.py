"""Whether an equation fails as mistakes of the hand do: by little, or by one slip in one figure.

Whoever adds up wrongly, or mistypes a digit, comes near the truth or writes nearly the right digits. Figures that
fail by much and by no slip are hardly ever a mistake: they were not meant to be one equation.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from checker.figures.build import Ratio, Sum
from checker.figures.names import core_of
from checker.figures.numerals import is_swap, plain_decimal, slips
from checker.figures.reading import Frame
from checker.figures.relate.lists import AMONG, LAST_YEAR, REST, are_apart
from checker.figures.relate.rates.quotients import HUNDRED, is_swapped_share
from checker.figures.relate.stocks.left import denies
from checker.figures.relate.totals import is_total
from checker.figures.relate.verdicts.agreements import ALREADY, Placed
from checker.figures.relate.vocabularies import are_complements, are_outcomes
from checker.figures.story import Sentence
from checker.patterns import expression
from checker.words.interval import total
from checker.words.relation import Relation, Role

_FAR = Fraction(1, 4)
"""How far two values may be apart, as a share of the larger, that a mistake in reckoning explains."""
_POINTS = 5
"""How many points a percentage may be off by such a mistake."""
_TIED, _LOOSE = 2, 3  # digits of a number that a slip is believed of: within one statement, and across several
_DONE = expression("办结|审结|结案|整改|完成|化解|答复")
_WITHIN = expression("[一-龥]{0,4}中,")  # 办结的1069件案件中,作出处罚决定1041件
_OF = expression("(?:其中)?(?P<whole>[一-龥]{2,8}?)中(?!心),?")
_DIVIDED = expression("^[,:]?(?:分别|依次)[为是]")
_PAIR = 2
_HANDLED = expression(r"(?:共|应)(?:办理|审理|处理)[^,;、]{0,8}$")  # 共办理17719件,审结15904件,未审结1815件
_SUMMED = expression("共|[合总]计$")
_BARE_TOTALS = frozenset({"共", "共计", "合计", "总计", "总共", "一共", "共有"})


def is_implausible(frames: Sequence[Placed]) -> bool:
    """Whether neither nearness nor a slip explains that the figures of a failing equation do not agree."""
    roles: dict[Role, list[Frame]] = {}
    for role, _, frame in frames:
        roles.setdefault(role, []).append(frame)
    digits = _LOOSE if _is_parted(frames) else _TIED
    if Role.TOTAL in roles and (Role.PART in roles or Role.REMAINDER in roles):
        parts = (*roles.get(Role.PART, ()), *roles.get(Role.REMAINDER, ()))
        reading = Sum(roles[Role.TOTAL][0], parts)
        wanted = reading.whole.quantity.value
        if _are_summed_up(reading) or _is_one_too_many(reading) or (digits == _TIED and _is_the_rest(roles, reading)):
            return False
        beyond = any(part.quantity.value > wanted for part in parts) and not _are_told_together(reading)
        return (beyond or _are_far(reading.value, wanted)) and not reading.is_miswritten(digits)
    if Role.NUMERATOR in roles and Role.DENOMINATOR in roles and Role.RATE in roles:
        return _is_no_share(roles, digits)
    if Role.BEFORE in roles and Role.AFTER in roles and Role.CHANGE in roles:
        sentence = next(where for role, where, _ in frames if role is Role.CHANGE)
        return _is_no_change(sentence, roles[Role.BEFORE][0], roles[Role.AFTER][0], roles[Role.CHANGE][0], digits)
    return False


def has_twin(
    frames: Sequence[Placed], placed: Mapping[int, tuple[Sentence, Frame]], holding: Sequence[Relation]
) -> bool:
    """拆除693处、28.47万平方米,其中存量602处、29.55万平方米,新增91处、2.32万平方米: whether the same things, counted, add up.

    `holding` are sums in the order of the text: only those of the sentence are looked at.
    """
    numbers = {where.number for _, where, _ in frames}
    beside = {(role, frame.index - 1) for role, _, frame in frames}
    span = frames[0][1].span
    first, last = (bisect_left(holding, at, key=_start) for at in (span.start, span.end))
    twins = ([(o.role, placed.get(o.span.start)) for o in other.operands] for other in holding[first:last])
    return len(numbers) == 1 and any(
        all(place is not None and place[0].number in numbers for _, place in twin)
        and beside == {(role, place[1].index) for role, place in twin if place is not None}
        for twin in twins
    )


def _start(relation: Relation) -> int:
    return relation.operands[0].span.start


def _is_parted(frames: Sequence[Placed]) -> bool:
    """Whether a semicolon or a full stop stands between the figures."""
    _, sentence, first = min(frames, key=lambda placed: placed[2].start)
    _, end, last = max(frames, key=lambda placed: placed[2].start)
    return sentence is not end or are_apart(sentence.frames, first, last)


def _are_summed_up(reading: Sum) -> bool:
    """甲、乙分别受理20件、20件,共61件: nothing else can be meant by the total right behind its list."""
    joined = are_complements([part.label for part in reading.parts])  # 明确专职1名、兼职2名,共2名
    told = ("分别" in reading.parts[0].gap or joined) and reading.whole.label.strip() in _BARE_TOTALS
    return told and _follow_each_other((*reading.parts, reading.whole))


def _is_one_too_many(reading: Sum) -> bool:
    """复议案件2件,维持2件,撤回1件: each case has one outcome, and nothing stands between them."""
    outcomes = are_outcomes([part.label.strip() for part in reading.parts])
    beside = not LAST_YEAR.match(reading.whole.label) and _follow_each_other((reading.whole, *reading.parts))
    return outcomes and beside and reading.value - reading.whole.quantity.value == 1


def _are_told_together(reading: Sum) -> bool:
    """查结189件,另查结积案12件,共查结175件; 职权433项,其中处罚权461项、强制权25项: right beside each other, in so many words."""
    whole, parts = reading.whole, reading.parts
    if _is_taken_up(reading):
        return True
    if whole.start > parts[-1].start:
        return (is_total(whole) or _SUMMED.search(whole.label) is not None) and _follow_each_other((*parts, whole))
    opened = AMONG.search(parts[0].gap) or _WITHIN.match(parts[0].gap) or _DIVIDED.search(parts[0].gap)
    outcomes = len(parts) > 2 and are_outcomes(
        [part.label.strip() for part in parts]
    )  # 申请318件,准予334件,不予8件,撤回14件
    handled = len(parts) == _PAIR and _HANDLED.search(whole.label) is not None and denies(*parts)
    return (opened is not None or outcomes or handled) and _follow_each_other((whole, *parts))


def _is_taken_up(reading: Sum) -> bool:
    """办结79件。办结案件中事故类5件、非事故类84件: whether the list says by name what it is of, and its parts are all."""
    told = _OF.match(reading.parts[0].gap)
    if told is None or core_of(told["whole"]) != core_of(reading.whole.label):
        return False
    return are_complements([part.label.removeprefix(told[0]) for part in reading.parts])


def _is_the_rest(roles: dict[Role, list[Frame]], reading: Sum) -> bool:
    """排查22处,已整改20处,其余27处: nothing else can be meant by a rest right behind these two."""
    left = any(REST.search(rest.gap) for rest in roles.get(Role.REMAINDER, ()))
    near = reading.value <= reading.whole.quantity.value * (1 + _FAR)
    done = reading.parts[0].label
    told = left and (ALREADY.search(done) is not None or (near and _DONE.match(done) is not None))
    told = told or (
        not _are_far(reading.value, reading.whole.quantity.value) and denies(reading.parts[0], reading.parts[-1])
    )
    return told and len(reading.parts) == 2 and _follow_each_other((reading.whole, *reading.parts))


def _follow_each_other(frames: Sequence[Frame]) -> bool:
    first = frames[0].index
    return [frame.index for frame in frames] == list(range(first, first + len(frames)))


def _are_far(a: Fraction, b: Fraction) -> bool:
    low, high = sorted((abs(a), abs(b)))
    return high - low > high * _FAR


def _is_no_share(roles: dict[Role, list[Frame]], digits: int) -> bool:
    tops, bases, rate = roles[Role.NUMERATOR], roles[Role.DENOMINATOR], roles[Role.RATE][0]
    reading = Ratio(rate, tuple(tops), bases[0], tuple(bases[1:]))
    scale = HUNDRED if rate.quantity.is_percent else 1
    value, stated = reading.value * scale / HUNDRED, rate.quantity.value
    if not _are_far(value, stated) or (rate.quantity.is_percent and abs(value - stated) <= _POINTS):
        return False
    if len(tops) + len(bases) > 2:
        swapped = len(bases) == 1 and is_swap(
            plain_decimal(stated), plain_decimal(round(value, rate.quantity.decimals))
        )
        return not (swapped or (tops[0] is bases[0] and _is_slip_of_both(tops[0], bases[1:], rate, digits)))
    if rate.quantity.is_percent and is_swapped_share(tops[0], bases[0], rate, digits):
        return False
    half = _half(rate) or (0 if rate.quantity.is_percent else Fraction(1, 2))  # a mean in whole units is rounded
    return not _is_one_slip_off(
        (tops[0], bases[0], rate), lambda top, base, share: abs(top * scale - share * base) <= half * base, digits
    )


def _is_slip_of_both(top: Frame, others: Sequence[Frame], rate: Frame, digits: int) -> bool:
    """市本级38件,占32.11%;各县926件,占67.89%: whether a slip in the count tells why it is no such share of all."""
    rest, half = sum((f.quantity.value for f in others), Fraction(0)), _half(rate)
    return _is_one_slip_off(
        (top, rate), lambda top, share: abs(top * HUNDRED - share * (top + rest)) <= half * (top + rest), digits
    )


def _is_no_change(sentence: Sentence, before: Frame, after: Frame, change: Frame, digits: int) -> bool:
    """A change of the other sign is a wrong word: only its amount counts."""
    old, new, stated = before.quantity.value, after.quantity.value, change.quantity.value
    relative = change.unit_class == "percent" and before.unit_class != "percent"
    places = sorted(frame.index for frame in (before, after, change))
    together = places[2] - places[0] == 2 and len({frame.depth for frame in (before, after, change)}) == 1
    if not old or together or (relative and change.quantity.hedge):
        return False  # 5237户,较上年的4229户增长7.74%: nothing else can be meant

    def amount(old: Fraction, new: Fraction) -> Fraction:
        return abs(new - old) * HUNDRED / old if relative else abs(new - old)

    told = old * stated / HUNDRED if relative else stated
    reached = old + told if new > old else old - told
    beside = abs(before.index - change.index) == 1 or _are_parallel(sentence, before, change)
    near = not _are_far(amount(old, new), stated) or (beside and not _are_far(reached, new))
    if near or (relative and abs(amount(old, new) - stated) <= _POINTS):
        return False
    half = _half(change)
    return not _is_one_slip_off(
        (before, after, change), lambda old, new, changed: abs(amount(old, new) - changed) <= half, digits
    )


def _are_parallel(sentence: Sentence, before: Frame, change: Frame) -> bool:
    """上升18.12%和24.43%(2016年分别为138起、92.9万元): whether only changes of one list stand between the two."""
    between = [f for f in sentence.frames if change.start < f.start < before.start]
    return before.depth > change.depth and all(
        f.depth == before.depth or (f.unit_class == change.unit_class and f.parted < 2) for f in between
    )


def _half(frame: Frame) -> Fraction:
    """Half a unit of the last place that a rounded figure is written with; nothing for an exact one."""
    return (frame.quantity.interval.width or Fraction(0)) / 2


def _is_one_slip_off(frames: Sequence[Frame], holds: Callable[..., bool], digits: int) -> bool:
    """Whether the equation holds where one of three figures is written otherwise by one slip.

    What was meant must have so many digits or more: of shorter numbers many differ by one.
    """
    values = [frame.quantity.value for frame in frames]
    for place, value in enumerate(values):
        for number in slips(plain_decimal(value)):
            short = len(number.replace(".", "").lstrip("0")) < digits
            if short and not is_swap(plain_decimal(value), number):
                continue
            meant = Fraction(number)
            if meant and holds(*values[:place], meant, *values[place + 1 :]):
                return True
    return False


def is_beyond(relation: Relation) -> bool:
    """Whether the parts together are more than their whole."""
    whole, parts = (total([o.interval for o in relation.in_role(r) if o.interval]) for r in (Role.TOTAL, Role.PART))
    return whole.high is not None and parts.low is not None and parts.low > whole.high


def is_nearly(relation: Relation) -> bool:
    """Whether the parts miss their whole by next to nothing (226 of 227)."""
    whole, parts = (total([o.interval for o in relation.in_role(r) if o.interval]) for r in (Role.TOTAL, Role.PART))
    if whole.middle is None or parts.middle is None:
        return False
    return abs(whole.middle - parts.middle) * HUNDRED <= whole.middle
