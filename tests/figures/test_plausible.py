"""A list that fails is told where a mistake of the hand explains it: it misses by little, or by one slip."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from checker.figures.numerals import is_slip
from checker.words.relation import RelationKind, Truth
from tests.figures.measuring import measured

COUNT = st.integers(100, 900)


@settings(max_examples=40)
@given(st.tuples(COUNT, COUNT, COUNT), st.integers(1000, 9000))
def test_a_closed_list_is_told_where_it_is_near_or_one_slip_off(parts: tuple[int, int, int], total: int) -> None:
    a, b, c = parts
    assume(a != b + c)  # 甲类 would be the total of the two behind it
    assume(a + b != total)  # the list without its end makes up the whole: what 其他 adds is not told
    value = a + b + c
    relations = measured(f"全年受理{total}件，其中甲类{a}件、乙类{b}件、其他{c}件。").relations
    told = any(r.truth is Truth.VIOLATED and r.kind is RelationKind.PART_WHOLE_SUM for r in relations)
    near = abs(total - value) <= Fraction(max(total, value), 4)
    wanted = ((total, value), *((part, total - value + part) for part in parts))
    slipped = any(right > 0 and is_slip(str(old), str(right)) for old, right in wanted)
    assert told == (value != total and (near or slipped))


@settings(max_examples=20)
@given(st.integers(200, 900), st.integers(2, 9))
def test_a_total_many_times_too_large_is_of_something_else(count: int, times: int) -> None:
    total = 2 * count * times + times
    relations = measured(f"检查{total}家，整改甲类{count}家、乙类{count}家，合计{total}家。").relations
    slipped = is_slip(str(total), str(2 * count)) or is_slip(str(count), str(total - count))
    assert slipped or not any(r.truth is Truth.VIOLATED for r in relations)
