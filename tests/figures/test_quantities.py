"""What a written number admits: its digits and its words fix an interval."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.figures.numerals import plain_decimal
from checker.words.interval import Interval
from tests.figures.measuring import quantities
from tests.figures.tables import cases


@pytest.mark.parametrize("row", cases("quantities"))
def test_admitted(row: dict[str, Any]) -> None:
    (quantity,) = quantities(row["text"])
    assert quantity.text == quantity.span.of(row["text"]).translate({ord("％"): "%"}) or not row["text"].isascii()
    assert quantity.interval == interval(row["admits"])
    assert quantity.unit == row["unit"]
    assert quantity.unit_class == row.get("class", quantity.unit_class)
    if "cut" in row:
        assert quantity.truncated == interval(row["cut"])


@pytest.mark.parametrize("row", cases("writings"))
def test_what_is_a_quantity(row: dict[str, Any]) -> None:
    assert [q.text for q in quantities(row["text"])] == row["quantities"]


@given(st.integers(0, 10**9), st.integers(0, 3), st.sampled_from(["", "万", "亿"]), st.sampled_from("件人户次"))
def test_the_written_value_is_admitted(number: int, decimals: int, multiplier: str, unit: str) -> None:
    written = plain_decimal(Fraction(number, 10**decimals))
    (quantity,) = quantities(f"{written}{multiplier}{unit}")
    assert quantity.value in quantity.interval
    assert quantity.interval.is_exact == ("." not in written and not multiplier)


@given(
    st.integers(1, 10**6),
    st.sampled_from(["近{}家", "约{}家", "{}余家", "超过{}家", "不足{}家", "至少{}家", "{}家以上", "{}多家"]),
)
def test_a_word_admits_more_and_never_below_zero(number: int, writing: str) -> None:
    (quantity,) = quantities(writing.format(number))
    assert quantity.hedge
    assert not quantity.interval.is_empty
    assert not quantity.interval.is_exact
    assert quantity.interval.low is not None
    assert quantity.interval.low >= 0


def interval(text: str) -> Interval:
    """The interval that "[92.5, 93.5)" writes."""
    low, high = (part.strip() for part in text[1:-1].split(","))
    return Interval(
        Fraction(low), None if high == "∞" else Fraction(high), text[0] == "(", text[-1] == ")" and high != "∞"
    )
