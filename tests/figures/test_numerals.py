"""Numbers as written, against an independent reader and against themselves."""

from __future__ import annotations

import re
from fractions import Fraction

import cn2an  # type: ignore[import-untyped]  # it has no annotations
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.figures.numerals import LONGEST, han_number, plain_decimal, written_number

DIGITS = "零一二三四五六七八九"
BELOW_20000 = [*range(0, 20_000, 7), *range(130), *range(990, 1130), 9999, 10_000, 10_001, 10_010, 10_101, 19_999]


def test_sample_below_20000() -> None:
    assert {n for n in BELOW_20000 if han_number(cn2an.an2cn(n)) != n} == set()


@given(st.integers(0, 10**15 - 1))
def test_any_whole_number(number: int) -> None:
    assert han_number(cn2an.an2cn(number)) == number


@given(st.integers(0, 10**9))
def test_liang_and_ling(number: int) -> None:
    """两 for 二 before 百, 千, 万, 亿, and 〇 for 零."""
    written = re.sub("二(?=[百千万亿])", "两", cn2an.an2cn(number)).replace("零", "〇")
    assert han_number(written) == number


@given(st.integers(0, 10**8), st.text("0123456789", min_size=1, max_size=6))
def test_decimals(whole: int, decimals: str) -> None:
    written = f"{cn2an.an2cn(whole)}点{''.join(DIGITS[int(c)] for c in decimals)}"
    assert han_number(written) == Fraction(f"{whole}.{decimals}")


@pytest.mark.parametrize(
    ("written", "number"),
    [("二〇二四", 2024), ("二零零八", 2008), ("一九九八", 1998), ("一百十", 110), ("一〇五", 105)],
)
def test_further_writings(written: str, number: int) -> None:
    assert han_number(written) == number


@pytest.mark.parametrize("text", ["三百五", "二百五", "一万二", "三千五百二", "一亿三", "五千三", "十万八"])
def test_spoken_endings_are_refused(text: str) -> None:
    assert han_number(text) is None


@pytest.mark.parametrize("text", ["两三", "三五", "七八", "二三十", "四五百", "一二三", "五六千"])
def test_ranges_are_no_numbers(text: str) -> None:
    assert han_number(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "百",
        "万",
        "亿",
        "百百",
        "十十",
        "一百二百",
        "一百零",
        "三千千",
        "点五",
        "五点",
        "五点十",
        "余",
        "一2",
        "二千万万",
    ],
)
def test_ill_formed_numerals_are_refused(text: str) -> None:
    assert han_number(text) is None


@given(st.text("零〇一二两三四五六七八九十百千万亿点余abc", max_size=12))
def test_any_numeral_is_read_or_refused(text: str) -> None:
    value = han_number(text)
    assert value is None or value >= 0


@pytest.mark.parametrize("text", ["九" * 5000, "九百" * 5000, "一点" + "九" * 5000, "一万" * (LONGEST + 1)])
def test_endless_numerals_are_refused(text: str) -> None:
    assert han_number(text) is None


@given(st.integers(0, 10**12), st.text("0123456789", max_size=6), st.booleans())
def test_arabic_digits(whole: int, decimals: str, grouped: bool) -> None:
    written = (f"{whole:,}" if grouped else str(whole)) + (f".{decimals}" if decimals else "")
    assert written_number(written) == (Fraction(written.replace(",", "")), len(decimals))


@given(st.fractions(max_denominator=5000))
def test_shortest_exact_writing(value: Fraction) -> None:
    written = plain_decimal(value)
    assert Fraction(written) == value
    assert not written.partition(".")[2].endswith("0")
    assert ("/" in written) == any(value.denominator % p == 0 for p in _primes(value.denominator) - {2, 5})


def _primes(number: int) -> set[int]:
    found, factor = set(), 2
    while number > 1:
        if number % factor:
            factor += 1
        else:
            found.add(factor)
            number //= factor
    return found
