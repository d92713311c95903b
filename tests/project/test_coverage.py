"""docs/coverage.md and the packs keep in step: no requirement without rule or reason, no rule out of nowhere."""

from __future__ import annotations

import re

import pytest

from checker.rulebook.kinds import KINDS
from checker.rulebook.loader import load
from tests.project.sources import ROOT

TEXT = (ROOT / "docs" / "coverage.md").read_text("utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in TEXT.splitlines()
    if line.startswith("|") and not line.startswith(("|---", "| 编号", "| 规则"))
]
REQUIREMENTS = [row for row in ROWS if len(row) == 3]
GENERAL = [row for row in ROWS if len(row) == 2]
# How many requirements each family has: one that is lost here is not noticed elsewhere.
FAMILIES = {
    "ANN": 17,
    "GUI": 11,
    "ENF": 15,
    "FOI": 16,
    "DOC": 8,
    "FMT": 9,
    "PUN": 9,
    "NUM": 13,
    "CRI": 13,
    "LAW": 3,
    "WRD": 10,
    "DT": 11,
    "EQ": 57,
}

_NAMED = re.compile(r"`([a-z][a-z0-9.-]*)`")


def rules_of(cell: str) -> list[str]:
    return [name for name in _NAMED.findall(cell) if name not in KINDS]


def test_every_requirement_has_its_row() -> None:
    names = [name for name, _, _ in REQUIREMENTS]
    assert len(names) == len(set(names))
    counts = {family: sum(name.startswith(f"{family}-") for name in names) for family in FAMILIES}
    assert counts == FAMILIES
    assert len(ROWS) == len(REQUIREMENTS) + len(GENERAL)


@pytest.mark.parametrize("row", REQUIREMENTS, ids=lambda row: row[0])
def test_every_requirement_is_a_rule_or_has_a_reason(row: list[str]) -> None:
    """A row without rule begins with 不查： and says why."""
    _, requirement, cell = row
    assert len(requirement) > 3
    assert bool(rules_of(cell)) != cell.startswith("不查：")
    assert all(len(reason) > 4 for reason in re.findall("不查：([^；]*)", cell))


def test_every_rule_that_is_named_exists() -> None:
    known = {rule.id for rule in load().rules}
    named = {name for row in ROWS for cell in row for name in rules_of(cell)}
    assert named - known == set()


def test_every_rule_is_named() -> None:
    named = {name for *_, cell in REQUIREMENTS for name in rules_of(cell)}
    general = {name for cell, _ in GENERAL for name in rules_of(cell)}
    assert named & general == set()
    assert {rule.id for rule in load().rules} - named - general == set()


def test_no_addresses_stand_in_it() -> None:
    assert "://" not in TEXT
