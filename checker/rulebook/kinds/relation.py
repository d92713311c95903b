"""Kind `relation`: what the report's own figures must fulfil."""

from __future__ import annotations

from checker.rulebook.dossier import Dossier
from checker.words.record import dataclass
from checker.words.relation import Relation
from checker.words.rule import Rule


@dataclass(frozen=True, slots=True)
class StatedRelations:
    """The figures that the text ties together agree: parts and whole, rates, carry-over, counted lists.

    The relations are found while the figures are read; each names the id of the rule that asks for it. The engine
    judges them, and merges the violated ones that share a figure into one finding.
    """

    def relate(self, rule: Rule, dossier: Dossier) -> tuple[Relation, ...]:
        """The relations of the report that belong to this rule."""
        return tuple(relation for relation in dossier.ledger.relations if relation.rule == rule.id)
