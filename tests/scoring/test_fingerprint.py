"""Fingerprints survive what happens elsewhere, and tell apart what is not the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checker.fingerprint import fingerprint, number_twins, quote_in_context, recurrence
from checker.words.place import Span

HEADINGS = ("推进法治政府建设主要举措", "深化改革")


def test_it_is_32_hexadecimal_digits_over_what_the_contract_names() -> None:
    from hashlib import sha256

    expected = sha256("v1\ncore.title\n一级标题\n错(字)".encode()).hexdigest()[:32]
    assert fingerprint("core.title", ["一級 標題"], "错（字） ") == expected


def test_script_width_and_blanks_do_not_matter() -> None:
    assert fingerprint("r", ["深化改革"], "受理110件,其中") == fingerprint("r", ["深化 改革"], "受理１１０件，其中")
    assert fingerprint("r", ["无"], "办结") == fingerprint("r", ["無"], "辦結")


def test_rule_path_and_subject_matter() -> None:
    base = fingerprint("r", HEADINGS, "甲")
    assert len({base, fingerprint("s", HEADINGS, "甲"), fingerprint("r", HEADINGS[:1], "甲")}) == 3
    assert base != fingerprint("r", HEADINGS, "乙")


def test_recurrence_follows_a_finding_over_the_years() -> None:
    this, last = "carry_over|上年结转12件|受理1,098件", "carry_over|上年结转7件|受理110.5件"
    years = [("2023年工作成效",), ("2024年工作成效",)]
    assert recurrence("r", years[0], this) == recurrence("r", years[1], last)
    assert fingerprint("r", years[0], this) != fingerprint("r", years[1], last)


def test_twins_are_numbered_in_the_order_of_the_text() -> None:
    assert number_twins(["a", "b", "a", "a"]) == ["a", "b", "a#2", "a#3"]


def test_the_context_ends_with_the_sentence() -> None:
    text = "上一句。本句有错字在此!下一句"
    start = text.index("错字")
    assert quote_in_context(text, Span(start, start + 2)) == "本句有错字在此"


PROSE = st.text(alphabet="甲乙丙1，。\n ", max_size=60)


@given(PROSE, PROSE, st.text(alphabet="子丑寅。\n", max_size=30))
def test_text_put_in_elsewhere_keeps_the_subject(before: str, after: str, inserted: str) -> None:
    head, tail = f"{before}。本句中有", "在此处。"
    plain = head + "错字" + tail + after
    moved = inserted + plain + inserted
    here, there = len(head), len(inserted) + len(head)
    assert quote_in_context(plain, Span(here, here + 2)) == quote_in_context(moved, Span(there, there + 2))
