"""The arithmetic of numbering: one departure for each cause."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checker.rulebook.series import Slip, departures

lengths = st.integers(min_value=3, max_value=30)
starts = st.integers(min_value=1, max_value=9)


@given(starts, lengths)
def test_a_clean_series_has_no_departure(first: int, length: int) -> None:
    assert not list(departures(range(first, first + length), first))


@given(lengths, st.data())
def test_a_skipped_number_is_one_gap_and_no_cascade(length: int, data: st.DataObject) -> None:
    skipped = data.draw(st.integers(min_value=2, max_value=length - 1))
    numbers = [number for number in range(1, length + 1) if number != skipped]
    (found,) = departures(numbers)
    assert (found.slip, found.expected, numbers[found.index]) == (Slip.GAP, skipped, skipped + 1)


@given(lengths, st.data())
def test_a_doubled_number_is_one_repeat_at_the_second(length: int, data: st.DataObject) -> None:
    doubled = data.draw(st.integers(min_value=1, max_value=length))
    for rest in (range(doubled + 1, length + 1), range(doubled + 2, length + 1)):
        (found,) = departures([*range(1, doubled + 1), doubled, *rest])
        assert (found.slip, found.index, found.expected) == (Slip.REPEAT, doubled, doubled + 1)


@given(lengths, st.integers(min_value=1, max_value=9))
def test_a_new_beginning_is_one_restart(length: int, more: int) -> None:
    (found,) = departures([*range(1, length + 1), *range(1, more + 1)])
    assert (found.slip, found.index, found.expected) == (Slip.RESTART, length, length + 1)


@given(lengths, st.data())
def test_two_exchanged_numbers_are_one_slip_of_order(length: int, data: st.DataObject) -> None:
    index = data.draw(st.integers(min_value=0, max_value=length - 2))
    numbers = list(range(1, length + 1))
    numbers[index], numbers[index + 1] = numbers[index + 1], numbers[index]
    (found,) = departures(numbers)
    assert (found.slip, found.index) == (Slip.ORDER, index)


@given(lengths, st.data())
def test_one_wrong_number_is_one_departure(length: int, data: st.DataObject) -> None:
    index = data.draw(st.integers(min_value=0, max_value=length - 1))
    wrong = data.draw(st.integers(min_value=1, max_value=40).filter(lambda number: number != index + 1))
    numbers = [*range(1, index + 1), wrong, *range(index + 2, length + 1)]
    (found,) = departures(numbers)
    assert found.index == index


@given(st.lists(st.integers(min_value=0, max_value=12), max_size=40))
def test_departures_lie_in_the_series_and_never_repeat(numbers: list[int]) -> None:
    found = list(departures(numbers))
    assert [one.index for one in found] == sorted({one.index for one in found})
    assert all(numbers[one.index] != one.expected for one in found)
