"""Whether an equation fails as mistakes of the hand do: by little, or by one slip in one figure.

Whoever adds up wrongly, or mistypes a digit, comes near the truth or writes nearly the right digits. Figures that
fail by much and by no slip are hardly ever a mistake: they were not meant to be one equation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from checker.figures.build import Ratio, Sum, is_slip_of
from checker.figures.numerals import plain_decimal
from checker.figures.reading import Frame
from checker.figures.relate.lists import STATEMENT
from checker.figures.relate.quotients import is_swapped_share
from checker.figures.story import Sentence
from checker.words.relation import Role

_FAR = Fraction(1, 4)
"""How far two values may be apart, as a share of the larger, that a mistake in reckoning explains."""
_POINTS = 5
"""How many points a percentage may be off by such a mistake."""
_TIED, _LOOSE = 2, 3  # digits of a number that a slip is believed of: within one statement, and across several
_HUNDRED = 100

Placed = tuple[Role, Sentence, Frame]


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
        beyond = any(part.quantity.value > wanted for part in parts)
        return (beyond or _are_far(reading.value, wanted)) and not reading.is_miswritten(digits)
    if Role.NUMERATOR in roles and Role.DENOMINATOR in roles and Role.RATE in roles:
        return _is_no_share(roles, digits)
    if Role.BEFORE in roles and Role.AFTER in roles and Role.CHANGE in roles:
        return _is_no_change(roles[Role.BEFORE][0], roles[Role.AFTER][0], roles[Role.CHANGE][0], digits)
    return False


def _is_parted(frames: Sequence[Placed]) -> bool:
    """Whether a semicolon or a full stop stands between the figures."""
    first, last = min(f.start for _, _, f in frames), max(f.start for _, _, f in frames)
    sentences = {sentence.number: sentence for _, sentence, _ in frames}
    within = (f for sentence in sentences.values() for f in sentence.frames if first < f.start <= last)
    return len(sentences) > 1 or any(f.parted == STATEMENT for f in within)


def _are_far(a: Fraction, b: Fraction) -> bool:
    low, high = sorted((abs(a), abs(b)))
    return high - low > high * _FAR


def _is_no_share(roles: dict[Role, list[Frame]], digits: int) -> bool:
    tops, bases, rate = roles[Role.NUMERATOR], roles[Role.DENOMINATOR], roles[Role.RATE][0]
    reading = Ratio(rate, tuple(tops), bases[0], tuple(bases[1:]))
    value = reading.value if rate.quantity.is_percent else reading.value / _HUNDRED
    stated = rate.quantity.value
    if not _are_far(value, stated) or (rate.quantity.is_percent and abs(value - stated) <= _POINTS):
        return False
    if len(tops) + len(bases) > 2 or not (value and stated):
        return True
    top, base = tops[0], bases[0]
    if rate.quantity.is_percent and is_swapped_share(top, base, rate, digits):
        return False
    scale = _HUNDRED if rate.quantity.is_percent else 1
    over, under = top.quantity.value * scale, base.quantity.value
    meant = ((rate, value), (top, under * stated / scale), (base, over / stated))
    return not _slips(((frame, _rounded(wanted, frame)) for frame, wanted in meant), digits)


def _is_no_change(before: Frame, after: Frame, change: Frame, digits: int) -> bool:
    """A change of the other sign is a wrong word: only its amount counts."""
    old, new, stated = before.quantity.value, after.quantity.value, change.quantity.value
    relative = change.unit_class == "percent" and before.unit_class != "percent"
    if not old or (relative and change.quantity.hedge):
        return False
    amount = abs(new - old) * _HUNDRED / old if relative else abs(new - old)
    if not _are_far(amount, stated) or (relative and abs(amount - stated) <= _POINTS):
        return False
    return not _slips(_meant(before, after, change, amount, relative), digits)


def _slips(meant: Iterable[tuple[Frame, Fraction]], digits: int) -> bool:
    """Whether one of the figures is its value but for one slip, in a number of so many digits or more."""
    return any(
        value > 0 and is_slip_of(frame, value) and _digits(frame.quantity.value) >= digits <= _digits(value)
        for frame, value in meant
    )


def _meant(
    before: Frame, after: Frame, change: Frame, amount: Fraction, relative: bool
) -> Iterator[tuple[Frame, Fraction]]:
    """For each figure the values that would make the change right, rising or falling; rounded as it is written."""
    old, new, stated = before.quantity.value, after.quantity.value, change.quantity.value
    yield change, _rounded(amount, change)
    for sign in (1, -1):
        factor = 1 + sign * stated / _HUNDRED
        yield after, _rounded(old * factor if relative else old + sign * stated, after)
        if not relative or factor > 0:
            yield before, _rounded(new / factor if relative else new - sign * stated, before)


def _digits(value: Fraction) -> int:
    return len(plain_decimal(value).replace(".", ""))


def _rounded(value: Fraction, like: Frame) -> Fraction:
    places = len(plain_decimal(like.quantity.value).partition(".")[2])
    return Fraction(round(value * 10**places), 10**places)
