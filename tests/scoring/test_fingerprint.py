"""Fingerprints survive what happens elsewhere, and tell apart what is not the same."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from checker.fingerprint import fingerprint, number_twins, quote_in_context, recurrence, relation_subject
from checker.words.interval import Interval
from checker.words.place import Span
from checker.words.relation import Binding, Operand, Relation, RelationKind, Role, Truth

HEADINGS = ("推进法治政府建设主要举措", "深化改革")


def relation(*figures: tuple[str, str, int]) -> Relation:
    operands = tuple(
        Operand(Span(0, len(text)), text, Role.PART, label, Interval.exact(value)) for label, text, value in figures
    )
    return Relation(
        "r1", RelationKind.PART_WHOLE_SUM, Truth.VIOLATED, Binding.STATED, "figures.part-whole", "1+1≠3", operands
    )


def test_it_is_32_hexadecimal_digits_over_what_the_contract_names() -> None:
    from hashlib import sha256

    expected = sha256("v1\ncore.title\n一级标题\n错(字)".encode()).hexdigest()[:32]
    assert fingerprint("core.title", ["一級 標題"], ["错（字） "]) == expected


def test_script_width_and_blanks_do_not_matter() -> None:
    assert fingerprint("r", ["深化改革"], ["受理110件,其中"]) == fingerprint("r", ["深化 改革"], ["受理１１０件，其中"])
    assert fingerprint("r", ["无"], ["办结"]) == fingerprint("r", ["無"], ["辦結"])


def test_rule_path_and_subject_matter() -> None:
    base = fingerprint("r", HEADINGS, ["甲"])
    assert len({base, fingerprint("s", HEADINGS, ["甲"]), fingerprint("r", HEADINGS[:1], ["甲"])}) == 3
    assert base != fingerprint("r", HEADINGS, ["乙"])


def test_the_subject_of_a_relation_is_its_kind_and_labels_with_figures() -> None:
    before = relation(("受理", "110件", 110), ("办结", "95件", 95))
    moved = replace(before, id="r9", equation="other", operands=before.operands)
    other = relation(("受理", "110件", 110), ("办结", "96件", 96))
    assert relation_subject(before) == ("part_whole_sum", "受理 110件", "办结 95件")
    assert relation_subject(before) == relation_subject(moved)
    assert relation_subject(before) != relation_subject(other)


def test_recurrence_follows_a_finding_over_the_years() -> None:
    this, last = relation(("受理", "110件", 110)), relation(("受理", "1,098件", 1098))
    years = [("2023年工作成效",), ("2024年工作成效",)]
    assert recurrence("r", years[0], relation_subject(this)) == recurrence("r", years[1], relation_subject(last))
    assert fingerprint("r", years[0], relation_subject(this)) != fingerprint("r", years[1], relation_subject(last))


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
