"""A share adjusted by one unit so that its column adds up to 100% is a hint; any other slip in it is proved."""

from __future__ import annotations

import pytest

from tests.figures.measuring import measured, violated

COLUMN = (
    "共收到申请6200件。市级机关收到{0}件，占收到申请总数的{1}；区级机关收到{2}件，占{3}；"
    "市直部门收到{4}件，占{5}；区直部门收到{6}件，占{7}。"
)
ADJUSTED = ("1186", "19.1%", "1680", "27.1%", "1750", "28.2%", "1584", "25.6%")


def test_an_adjusted_share_is_a_hint() -> None:
    ledger = measured(COLUMN.format(*ADJUSTED))
    assert violated(ledger) == []
    assert [r.equation for r in ledger.relations if r.rounding] == ["1584 ÷ 6200 = 25.548% ≠ 25.6%"]


@pytest.mark.parametrize(("place", "slip"), [(1, "19.3%"), (3, "27.3%"), (5, "28.0%"), (7, "25.7%"), (7, "26.5%")])
def test_with_another_slip_the_column_proves_nothing(place: int, slip: str) -> None:
    shares = [*ADJUSTED[:place], slip, *ADJUSTED[place + 1 :]]
    assert violated(measured(COLUMN.format(*shares)))


def test_far_off_is_no_rounding() -> None:
    """The shares add up to 100%, but two of them are wrong by more than a unit."""
    shares = [*ADJUSTED[:5], "27.9%", "1584", "25.9%"]
    assert len(violated(measured(COLUMN.format(*shares)))) == 2
