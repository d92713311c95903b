"""Reports of one or more paragraphs, what they state, and what the shipped equations say of them."""

from __future__ import annotations

from functools import cache

from checker.figures import measure
from checker.outline import parse
from checker.rulebook.dossier import Dossier
from checker.rulebook.equations.sightings import Sightings
from checker.rulebook.loader import load
from checker.words.relation import Relation
from checker.words.rule import Rule, Rulebook
from checker.words.source import Source

HEAD = "青岚县2023年法治政府建设情况报告\n一、主要举措和成效\n"


@cache
def book() -> Rulebook:
    return load()


def dossier(body: str, profile: str = "rule_of_law_annual", rulebook: Rulebook | None = None) -> Dossier:
    document = parse(Source("-", HEAD + body, "utf-8"), profile)
    return Dossier(document, measure(document), rulebook or book(), profile)


def sighted(body: str, profile: str = "rule_of_law_annual") -> Sightings:
    return dossier(body, profile).sightings()


def stated(body: str, metric: str, profile: str = "rule_of_law_annual") -> list[str]:
    """The figures that the text gives of a metric."""
    return [sighting.quantity.text for sighting in sighted(body, profile).of(metric)]


def relations(
    body: str, rule_id: str, profile: str = "rule_of_law_annual", rulebook: Rulebook | None = None
) -> tuple[Relation, ...]:
    """What one rule finds."""
    rulebook = rulebook or book()
    rule = rulebook.rule(rule_id)
    assert isinstance(rule, Rule), rule_id
    found: tuple[Relation, ...] = rule.spec.relate(rule, dossier(body, profile, rulebook))  # type: ignore[attr-defined]  # kinds of relations only
    return found
