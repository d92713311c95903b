"""The examples of the built-in rules are their tests; and the rulebook is of one piece."""

from __future__ import annotations

import pytest

from checker.rulebook.kinds import KINDS
from checker.rulebook.loader import load
from checker.rulebook.reading.convert import record_fields
from checker.rulebook.reading.entries import OverrideEntry, RuleEntry
from checker.rulebook.tools.examples import Mark, try_examples
from checker.words.rule import Rule

BOOK = load()


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.id)
def test_every_rule_passes_its_own_examples(rule: Rule) -> None:
    tried = try_examples(BOOK, [rule.id])
    assert [(one.must_fail, one.number, one.mark, one.detail) for one in tried if one.mark is not Mark.RIGHT] == []


@pytest.mark.parametrize("kind", KINDS)
def test_keys_of_a_kind_are_none_of_the_common_ones(kind: str) -> None:
    own = set(record_fields(KINDS[kind]))
    assert own.isdisjoint(record_fields(RuleEntry))
    assert own.isdisjoint(record_fields(OverrideEntry))


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_judges_or_relates_and_says_what_it_asserts(kind: str) -> None:
    cls = KINDS[kind]
    assert hasattr(cls, "judge") != hasattr(cls, "relate")
    assert cls.__doc__
    assert not cls.__doc__.startswith(f"{cls.__name__}(")
