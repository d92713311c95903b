"""The small Chinese numerals of markers and dates."""

from __future__ import annotations

HAN_NUMERALS = "一二三四五六七八九十百零〇廿卅"

_DIGIT = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | dict.fromkeys("〇○O0", 0)
_PLACE = {"十": 10, "百": 100}
_HAN = "零一二三四五六七八九"


def han_integer(text: str) -> int | None:
    """The value of 十二, 廿一, 一百零三, or of digits one by one (二〇二四); None where it is no numeral."""
    plain = text.replace("廿", "二十").replace("卅", "三十")
    if not plain:
        return None
    if not any(character in _PLACE for character in plain):
        digits = [_DIGIT.get(character) for character in plain]
        return None if None in digits else int("".join(map(str, digits)))
    value, digit = 0, None
    for character in plain:
        if character in _PLACE:
            value += (1 if digit is None else digit) * _PLACE[character]
            digit = None
        elif character not in _DIGIT or digit:
            return None
        else:
            digit = _DIGIT[character]
    return value + (digit or 0)


def han_numeral(number: int) -> str:
    """1 to 99 as markers have it: 十, 十二, 二十一; Arabic digits beyond."""
    tens, ones = divmod(number, 10)
    if not 0 < number < 100:
        return str(number)
    return ("" if tens == 0 else "十" if tens == 1 else _HAN[tens] + "十") + ("" if tens and not ones else _HAN[ones])
