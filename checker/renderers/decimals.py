"""Numbers as readers and programs are given them: exact, as a decimal where it ends."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction


def decimal(value: Fraction) -> str:
    """A number as a decimal, or as `n/d` where the decimal does not end."""
    sign, number, rest, places = "-" if value < 0 else "", abs(value.numerator), value.denominator, 0
    for prime in (2, 5):
        power = 0
        while rest % prime == 0:
            rest, power = rest // prime, power + 1
        places = max(places, power)
    if rest != 1:
        return f"{sign}{_digits(number)}/{_digits(value.denominator)}"
    digits = _digits(number * 10**places // value.denominator).rjust(places + 1, "0")
    return f"{sign}{digits[: len(digits) - places]}.{digits[len(digits) - places :]}" if places else sign + digits


def _digits(number: int) -> str:
    # Decimal, since str(int) refuses more than 4300 digits and a report may state any number.
    return format(Decimal(number), "f")
