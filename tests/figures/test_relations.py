"""What is found in sentences of many hands: every relation that must hold or be violated, and no alarm besides."""

from __future__ import annotations

from typing import Any

import pytest

from checker.words.relation import Relation, Truth
from tests.figures.measuring import OPENING, measured, violated
from tests.figures.tables import cases, rows

SUBJECTS = ("sums", "rates", "changes", "balances", "counted", "tables", "slips")
SENTENCES = [case for subject in SUBJECTS for case in cases(subject)]


@pytest.mark.parametrize("row", SENTENCES)
def test_relations(row: dict[str, Any]) -> None:
    """All that is violated is listed, all that is listed is found, and every operand is a quote of the text."""
    relations = measured(row["text"]).relations
    found = [_shown(relation) for relation in relations]
    assert sorted(r for r in found if " violated " in r) == sorted(r for r in row["relations"] if " violated " in r)
    assert [r for r in row["relations"] if r not in found] == []
    text = OPENING + row["text"]
    assert all(o.span.of(text) == o.text for relation in relations for o in relation.operands)
    assert all((relation.reason is not None) == (relation.truth is Truth.UNDECIDABLE) for relation in relations)


@pytest.mark.parametrize("row", cases("traps"))
def test_traps(row: dict[str, Any]) -> None:
    assert [relation.equation for relation in violated(measured(row["text"]))] == []


@pytest.mark.parametrize("end", ["率", "占", "占比最高,", "率仅为" + "仅为" * 40 + "占"])
def test_long_names_of_shares(end: str) -> None:
    """Names made of the words for kinds alone are read in one pass: an expression that backtracks would not end."""
    long = "医疗" + "类信息类纠纷" * 800 + end
    assert violated(measured(f"审查案件100件，其中医疗61件、其他39件，{long}61.0%。")) == []


def test_enough_of_each() -> None:
    expected = [relation for subject in SUBJECTS for row in rows(subject) for relation in row["relations"]]
    assert len(SENTENCES) >= 120
    assert len(cases("traps")) >= 50
    assert sum(" violated " in relation for relation in expected) >= 60
    assert sum(" holds " in relation for relation in expected) >= 100


def _shown(relation: Relation) -> str:
    cut = " (cut)" if relation.rounding else ""
    return f"{relation.kind} {relation.truth} {relation.binding} | {relation.equation}{cut}"
