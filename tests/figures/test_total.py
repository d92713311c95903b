"""Whatever clauses stand together, they are measured: no figure, mark or order of theirs may raise."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.figures.measuring import measured
from tests.figures.tables import rows

_FILES = ("sums", "rates", "changes", "balances", "slips", "traps")
_CLAUSE = re.compile(r"[^，；。、\n]+[，；。、\n]?")
_CLAUSES = sorted({clause for name in _FILES for row in rows(name) for clause in _CLAUSE.findall(row["text"])})


@st.composite
def _clause(draw: st.DrawFn) -> str:
    """A clause of the other tests, now and then with another number in place of its own."""
    number = draw(st.sampled_from((None, None, None, "0", "1", "100")))
    clause = draw(st.sampled_from(_CLAUSES))
    return clause if number is None else re.sub(r"\d+", number, clause)


@given(st.lists(_clause(), min_size=2, max_size=12))
@settings(max_examples=400)
def test_clauses_in_any_order(clauses: list[str]) -> None:
    measured("".join(clauses))


@pytest.mark.parametrize(
    "text",
    [
        "全年受理案件100件。从领域分，公安12件、治安20件，合计60件；人社18件、社保22件，合计40件；住建10件、房产20件，合计30件。",
        "受理100件，公安60件、人社30件，其余较上年增加12件。",
        "接待来访1人次，同比下降31.3%（0人次）。",
        "培训覆盖率100%，为上年的2.5倍。年内新取得8人，为该局合同协议的1.2倍。",
        "对9件败诉案件逐案分析，其中5件系12年以前的行政行为引发，因程序问题败诉的1件，占三分之二。",
        "全局0件案件中，简易程序0件，一般程序0件。一般程序案件占比59.6%。",
    ],
)
def test_what_once_raised(text: str) -> None:
    measured(text)
