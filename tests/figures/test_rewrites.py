"""Neutral rewriting: however a text is written, its figures agree or disagree alike."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from checker.words.relation import Relation, Truth
from tests.figures.measuring import OPENING, measured
from tests.figures.rewrites import REWRITES
from tests.figures.tables import rows

SENTENCES = [
    row["text"]
    for name in ("sums", "rates", "changes", "balances", "counted", "slips")
    for row in rows(name)
    if "known" not in row
]
REPORTS = [path.read_text("utf-8") for path in sorted((Path(__file__).parent / "data" / "reports").glob("*.txt"))]
OF_LINES = {name: rewrite for name, rewrite in REWRITES.items() if not name.startswith("a ")}
NEXT_SENTENCE = "其中 in the next sentence"
KNOWN = {NEXT_SENTENCE: "其中另起一句时，比率的基数、其余的总数不再从上一句取"}


@cache
def verdicts(text: str) -> list[tuple[Any, ...]]:
    """Every relation that holds or is violated, by its kind and the values in their roles."""
    ledger = measured(text, "" if text in REPORTS or "\r" in text or text.count("\n") > 3 else OPENING)
    return sorted(_identity(r) for r in ledger.relations if r.truth is not Truth.UNDECIDABLE)


def is_explained(text: str, names: list[str]) -> bool:
    """Whether one thing told behind the last figure may be what a list in the text counts twice."""
    return "a bracket behind the last figure" in names and any(
        relation.gap == "1" for relation in measured(text).relations if relation.truth is Truth.VIOLATED
    )


def _identity(relation: Relation) -> tuple[Any, ...]:
    values = sorted((o.role, str(o.interval and (o.interval.low, o.interval.high))) for o in relation.operands)
    return relation.kind, relation.truth, relation.rounding, values


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(
            name, marks=[pytest.mark.xfail(reason=KNOWN[name], raises=AssertionError)] if name in KNOWN else []
        )
        for name in REWRITES
    ],
)
def test_each_rewriting(name: str) -> None:
    """A quarter of the sentences each, told by their text: a new sentence changes nothing for the others."""
    quarter = list(REWRITES).index(name) % 4
    some = SENTENCES if name in KNOWN else [text for text in SENTENCES if crc32(text.encode()) % 4 == quarter]
    rewritten = {text: REWRITES[name](text) for text in some}
    changed = {text: new for text, new in rewritten.items() if new != text and not is_explained(text, [name])}
    assert changed
    assert [new for text, new in changed.items() if verdicts(new) != verdicts(text)] == []


@settings(max_examples=40)
@given(
    st.sampled_from(SENTENCES),
    st.lists(st.sampled_from(sorted(set(REWRITES) - set(KNOWN))), min_size=2, max_size=4, unique=True),
)
def test_several_rewritings(text: str, names: list[str]) -> None:
    assume(not is_explained(text, names))
    new = text
    for name in names:
        new = REWRITES[name](new)
    assert verdicts(new) == verdicts(text)


@settings(max_examples=12)
@given(
    st.sampled_from(REPORTS), st.sampled_from(sorted(set(OF_LINES) - set(KNOWN))), st.sampled_from(["\n", "\r\n", "\r"])
)
def test_whole_reports_and_line_ends(text: str, name: str, end: str) -> None:
    assert verdicts(OF_LINES[name](text).replace("\n", end)) == verdicts(text)
