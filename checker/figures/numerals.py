"""Numbers as they are written: Arabic digits and Chinese numerals, exactly."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from checker.patterns import expression

LONGEST = 40
"""More digits than this are no number that counts anything."""
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
_ONE = "[一二两三四五六七八九]"
_BELOW_WAN = f"(?:{_ONE}千)?(?:[零〇]?{_ONE}百)?(?:[零〇]?{_ONE}?十)?(?:[零〇]?{_ONE})?"
_WELL_FORMED = expression(
    f"(?=[十{_ONE[1:-1]}])(?:(?:{_BELOW_WAN}(?<=[^亿万])万)?(?:{_BELOW_WAN})亿)?(?:{_BELOW_WAN}(?<=[^亿万])万)?{_BELOW_WAN}"
)


def whole_number(text: str) -> int:
    """The value of a whole number in Arabic or Chinese digits; 0 where it is none."""
    return int(text) if text.isdecimal() else int(han_number(text) or 0)


def han_number(text: str) -> Fraction | None:
    """The value of a Chinese numeral (一百零二, 两千, 九十三点五, 二〇二四), or None where it is none.

    A spoken ending without its place (三百五, 一万二) is refused: it can be read in two ways.
    """
    if not 0 < len(text) <= LONGEST:
        return None
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
    if not text:
        return None
    if all(c in _DIGIT for c in text):
        return _in_digits(text)
    if not _WELL_FORMED.fullmatch(text) or _is_spoken_ending(text):
        return None
    result = group = digit = 0
    for c in text:
        if c in _DIGIT:
            digit = _DIGIT[c]
            continue
        if c in _PLACE:
            group += (digit or 1) * _PLACE[c]
        elif c == "亿":
            result, group = (result + group + digit) * _GROUP[c], 0
        else:
            result, group = result + (group + digit) * _GROUP[c], 0
        digit = 0
    return result + group + digit


def _in_digits(text: str) -> int | None:
    """二〇二四; two or three digits side by side name a range (两三个, 三五名) or several things (一二三产业)."""
    if len(text) in (2, 3) and not any(_DIGIT[c] == 0 for c in text):
        return None
    return int("".join(str(_DIGIT[c]) for c in text))


def _is_spoken_ending(text: str) -> bool:
    """三百五 and 一万二 leave out the last place; 三百零五 and 二十五 do not."""
    return text[-1] in _DIGIT and text[-2] in "百千万亿"


def written_number(text: str) -> tuple[Fraction, int]:
    """The value of Arabic digits with an optional point, grouped by commas or blanks, and how many decimals it has."""
    plain = text.replace(",", "").replace(" ", "")
    whole, _, decimals = plain.partition(".")
    value = Fraction(int(whole + decimals), 10 ** len(decimals)) if decimals else Fraction(int(whole))
    return value, len(decimals)


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


def telling_digits(value: Fraction) -> int:
    """How many digits a number has between the noughts at its ends (0.0360: two)."""
    return len(plain_decimal(value).replace(".", "").strip("0"))


def is_slip(a: str, b: str) -> bool:
    """Whether two writings differ by one slip: a digit replaced, dropped, doubled or two neighbours swapped."""
    if a == b:
        return False
    if a.rfind(".") == b.rfind(".") > 0 and len(a) == len(b):
        a, b = a.replace(".", ""), b.replace(".", "")  # 4.1 for 1.4: neighbours, whatever stands between
    if len(a) == len(b):
        odd = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
        swapped = len(odd) == 2 and odd[1] == odd[0] + 1 and a[odd[0]] == b[odd[1]] and a[odd[1]] == b[odd[0]]
        return len(odd) == 1 or swapped
    shorter, longer = sorted((a, b), key=len)
    return len(longer) == len(shorter) + 1 and any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))


def is_swap(a: str, b: str) -> bool:
    """Whether two writings differ by two neighbouring digits that changed places: of short numbers too, that is no chance."""
    return len(a) == len(b) and sorted(a) == sorted(b) and is_slip(a, b)


def is_lost(a: str, b: str) -> bool:
    """Whether two writings differ by one digit that was dropped or doubled."""
    return len(a) != len(b) and is_slip(a, b)


def slips(number: str) -> Iterator[str]:
    """All writings of a number in digits that differ from it by one slip, as `is_slip` tells, or by its point.

    Some come twice. A fraction whose decimals do not end (200/3) is not written in digits: it has none.
    """
    if "/" in number:
        return
    whole, _, places = number.partition(".")
    if places:
        yield f"{whole}{places[0]}.{places[1:]}".rstrip(".")
    if len(whole) > 1 or whole != "0":
        yield f"{whole[:-1] or '0'}.{whole[-1]}{places}"
    for i, digit in enumerate(number):
        if digit == ".":
            continue
        yield number[:i] + number[i + 1 :]
        yield from (number[:i] + other + number[i + 1 :] for other in "0123456789" if other != digit)
        following = i + 2 if number[i + 1 : i + 2] == "." else i + 1
        if following < len(number):
            yield number[:i] + number[following] + number[i + 1 : following] + digit + number[following + 1 :]
    yield from (number[:i] + digit + number[i:] for i in range(len(number) + 1) for digit in "0123456789")
