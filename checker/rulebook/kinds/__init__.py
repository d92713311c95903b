"""The closed set of rule kinds, written out: a kind is a frozen record whose fields are the keys of a rule.

A kind either judges by itself (`judge`) or hands relations to the engine (`relate`).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol, runtime_checkable

from checker.rulebook.dossier import Dossier
from checker.rulebook.kinds.relation import StatedRelations
from checker.words.relation import Relation
from checker.words.rule import Judgement, Rule


@runtime_checkable
class Judging(Protocol):
    """A kind that says itself where its rule is broken."""

    def judge(self, rule: Rule, dossier: Dossier) -> Judgement:
        """The verdict on one report, with its hits."""


@runtime_checkable
class Relating(Protocol):
    """A kind that finds relations between figures; the engine draws the verdict from theirs."""

    def relate(self, rule: Rule, dossier: Dossier) -> tuple[Relation, ...]:
        """The relations of the report that belong to this rule."""


KINDS: Mapping[str, type] = MappingProxyType(
    {
        "relation": StatedRelations,
    }
)
