"""Equations and metrics of packs: what is wrong with them is told where it stands, before anything runs."""

from __future__ import annotations

import pytest

from checker.rulebook.equations.parser import parse
from checker.rulebook.equations.roles import kind_of
from checker.rulebook.kinds.equation import Balanced
from checker.words.relation import RelationKind, Truth
from checker.words.rule import Rule
from tests.rulebook.equations.reports import relations
from tests.rulebook.packs import HEAD, faults, read

METRICS = """\
registries:
  subjects:
    - {name: library, group: matter, terms: [图书馆]}
metrics:
  - {id: books_total, names: [藏书], unit: copy, subjects: [library]}
  - {id: books_lent, names: [借出], unit: copy}
  - {id: books_left, names: [在馆], unit: copy}
"""
RULES = """\
rules:
  - id: library.books
    kind: equation
    require: books_total == books_lent + books_left
    when: [books_total, books_lent, books_left]
    severity: error
    category: arithmetic
    basis: [{instrument: 某条例, number: 国务院令第1号, article: 第二条}]
    message: {zh: '藏书与借出、在馆之和不符：{equation}。', en: 'the books do not add up: {equation}'}
    suggestion: {zh: 请核对, en: check}
    examples:
      pass: ['图书馆藏书90册，借出30册，在馆60册。']
      fail: [{text: '图书馆藏书90册，借出30册，在馆70册。', quote: 90册}]
"""
SMALL = HEAD % ("small", "") + METRICS + RULES


def test_twenty_lines_make_a_rule() -> None:
    rulebook = read(SMALL).rulebook
    rule = rulebook.rule("library.books")
    assert isinstance(rule, Rule)


@pytest.mark.parametrize(
    ("old", "new", "spot", "said"),
    [
        ("books_lent + books_left\n", "books_lend + books_left\n", "books_lend", "您是不是想写“books_lent”"),
        ("books_lent + books_left\n", "books_lent books_left\n", "books_left", "缺少运算符"),
        ("books_total == books", "books_total = books", "= books", "“相等”请写“==”"),
        ("books_lent + books_left\n", "books_lent ＋ books_left\n", "＋", "半角的“+”"),
        ("when: [books_total,", "when: [book_total,", "book_total", "您是不是想写“books_total”"),
        ("names: [在馆], unit: copy}", "names: [在馆], unit: copy, period: last_year}", "last_year", "report_year"),
        ("subjects: [library]", "subjects: [librari]", "librari", "您是不是想写“library”"),
        ("names: [借出]", "names: ['借((出)|走)']", "'借((出)|走)'", "不能套用"),
        ("names: [借出]", "names: ['借出|借走']", "'借出|借走'", "只写在括号里"),
        ("severity: error", "relation: part_whole\n    severity: error", "part_whole", "part_whole_sum"),
        ("kind: equation", "kind: equations", "equations", "您是不是想写“equation”"),
    ],
)
def test_slips_are_told_at_their_place(old: str, new: str, spot: str, said: str) -> None:
    assert SMALL.count(old) == 1
    text = SMALL.replace(old, new)
    found = [fault for fault in faults(text) if said in fault.message]
    assert len(found) == 1, [fault.message for fault in faults(text)]
    line = text.splitlines()[(found[0].line or 0) - 1]
    assert line[(found[0].column or 0) - 1 :].startswith(spot)
    assert "^" in found[0].excerpt


def test_several_equations_are_told_apart() -> None:
    text = SMALL.replace(
        "    require: books_total == books_lent + books_left\n",
        "    require:\n      - books_lent <= books_total\n      - books_gone <= books_total\n",
    ).replace("when: [books_total, books_lent, books_left]", "when: [books_total]")
    (fault,) = faults(text)
    assert text.splitlines()[(fault.line or 0) - 1].strip() == "- books_gone <= books_total"
    assert fault.column == 9


BALANCE = """\
rules:
  - id: library.balance
    kind: equation
    profiles: [other]
    given: {part: achievements}
    require: "books_total == books_lent + books_left"
    when: [books_total]
    severity: warning
    category: arithmetic
    stage: draft
    message: {zh: '{equation}', en: '{equation}'}
"""


def test_the_kind_of_relation_is_told_by_the_form() -> None:
    rulebook = read(HEAD % ("small", "") + METRICS + BALANCE).rulebook
    (rule,) = rulebook.rules
    spec = rule.spec
    assert isinstance(spec, Balanced)
    assert spec.relation is None
    forms = {
        "a == b + c": RelationKind.PART_WHOLE_SUM,
        "a == b - c": RelationKind.DIFFERENCE,
        "a + b == c + d": RelationKind.CARRY_OVER,
        "r == 100 * a / b": RelationKind.RATE,
        "a <= b": RelationKind.BOUND,
        "a == b": RelationKind.OTHER,
    }
    assert {text: kind_of(parse(text).alternatives[0].comparison) for text in forms} == forms


def test_what_is_not_stated_is_unknown_never_nothing() -> None:
    rulebook = read(SMALL.replace("    when: [books_total, books_lent, books_left]\n", "")).rulebook
    assert [r.truth for r in relations("图书馆藏书90册，借出30册。", "library.books", rulebook=rulebook)] == []
    found = relations("图书馆藏书90册，借出95册。", "library.books", rulebook=rulebook)
    assert [(r.truth, r.equation) for r in found] == [(Truth.VIOLATED, "95 > 90")]
