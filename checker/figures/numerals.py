"""Numbers as they are written: Arabic digits and Chinese numerals, exactly."""

from __future__ import annotations

from fractions import Fraction

HAN_DIGITS = "零〇一二两三四五六七八九十百千万亿"
MULTIPLIERS = {
    "百": 100,
    "千": 1000,
    "万": 10_000,
    "十万": 100_000,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "万亿": 10**12,
}

_DIGIT = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_PLACE = {"十": 10, "百": 100, "千": 1000}
_GROUP = {"万": 10_000, "亿": 10**8}


def han_number(text: str) -> Fraction | None:
    """The value of a Chinese numeral (一百零二, 两千, 九十三点五, 二〇二四), or None where it is none.

    A spoken ending without its place (三百五, 一万二) is refused: it can be read in two ways.
    """
    whole, point, decimals = text.partition("点")
    value = _han_integer(whole)
    if value is None:
        return None
    if not point:
        return Fraction(value)
    digits = [_DIGIT.get(c) for c in decimals]
    if not digits or None in digits:
        return None
    return Fraction(value) + Fraction(int("".join(map(str, digits))), 10 ** len(digits))


def _han_integer(text: str) -> int | None:
    if not text or any(c not in HAN_DIGITS for c in text):
        return None
    if not any(c in _PLACE or c in _GROUP for c in text):
        return int("".join(str(_DIGIT[c]) for c in text))
    result = group = 0
    digit: int | None = None
    last = ""
    for c in text:
        if c in _DIGIT:
            if digit is not None and digit != 0:
                return None
            digit = _DIGIT[c]
        elif c in _PLACE:
            group += (1 if digit is None else digit) * _PLACE[c]
            digit = None
        else:
            group += digit or 0
            digit = None
            result = (result + group) * _GROUP[c] if c == "亿" else result + group * _GROUP[c]
            group = 0
        last = c if c not in _DIGIT else last + c
    if digit is not None and _is_spoken_ending(text):
        return None
    return result + group + (digit or 0)


def _is_spoken_ending(text: str) -> bool:
    """三百五 and 一万二 leave out the last place; 三百零五 and 二十五 do not."""
    return len(text) >= 2 and text[-2] in "百千万亿"


def written_number(text: str) -> tuple[Fraction, int]:
    """The value of Arabic digits with an optional point and grouping commas, and how many decimals it has."""
    plain = text.replace(",", "")
    _, _, decimals = plain.partition(".")
    return Fraction(plain), len(decimals)


def plain_decimal(value: Fraction) -> str:
    """The shortest exact writing: a decimal, or n/d where the decimal does not end."""
    denominator = value.denominator
    twos = fives = 0
    while denominator % 2 == 0:
        denominator //= 2
        twos += 1
    while denominator % 5 == 0:
        denominator //= 5
        fives += 1
    if denominator != 1:
        return f"{value.numerator}/{value.denominator}"
    places = max(twos, fives)
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)
