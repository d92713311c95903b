"""Dates in all their spellings, and those that no calendar has."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.readers.fold import fold
from checker.rulebook.dates import dates

_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")


def _han(number: int) -> str:
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else str(tens).translate(_DIGITS) + "十"
    return head + (str(ones).translate(_DIGITS) if ones else "")


def _spellings(day: date) -> list[str]:
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    plain = f"{day.year}年{day.month}月{day.day}日"
    return [
        plain,
        plain.translate(wide),
        f"{day.year} 年 {day.month} 月 {day.day} 日",
        f"{day.year}年{day.month:02}月{day.day:02}日",
        f"{day.year}-{day.month:02}-{day.day:02}",
        f"{day.year}.{day.month}.{day.day}",
        f"{str(day.year).translate(_DIGITS)}年{_han(day.month)}月{_han(day.day)}日",
    ]


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)), st.sampled_from(["", "截至", "，于"]))
def test_every_spelling_is_the_same_day(day: date, before: str) -> None:
    for spelling in _spellings(day):
        text = f"{before}{spelling}召开会议"
        (found,) = dates(fold(text))
        assert found.value() == day
        assert found.span.of(text) == spelling
        assert found.is_possible


@pytest.mark.parametrize(
    "text", ["2023年2月29日", "2月30日", "4月31日", "2024年13月", "13月5日", "2024-02-30", "二〇二三年二月三十日"]
)
def test_days_that_no_calendar_has(text: str) -> None:
    (found,) = dates(text)
    assert not found.is_possible


@pytest.mark.parametrize(
    "text", ["3·15普法", "12345热线", "1-12月", "18.5个工作日", "9个月", "2021—2025年", "第3.2.1节"]
)
def test_what_is_no_date(text: str) -> None:
    assert not list(dates(text))


@given(st.text(alphabet="0123456789年月日.-〇一二十 至", max_size=40))
def test_any_text_is_read(text: str) -> None:
    assert all(0 <= found.span.start < found.span.end <= len(text) for found in dates(text))
