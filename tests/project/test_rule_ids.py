"""Every rule that the program itself names exists in a pack."""

from __future__ import annotations

import ast
import re

from checker.figures import measure
from checker.outline import parse
from checker.rulebook.loader import load
from checker.words.source import Source
from tests.project.sources import ROOT, modules, tree

RULES = {rule.id: rule for rule in load().rules}
PACKS = {name.split(".")[0] for name in RULES}
_RULE_ID = re.compile(r"[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z0-9]+)*")


def named(module: str) -> set[str]:
    """The texts of a module that are ids of rules, by their shape and the name of a pack."""
    texts = {
        node.value for node in ast.walk(tree(module)) if isinstance(node, ast.Constant) if isinstance(node.value, str)
    }
    return {text for text in texts if _RULE_ID.fullmatch(text) and text.split(".")[0] in PACKS}


def test_the_rules_of_the_figures_stage_exist_and_own_its_relations() -> None:
    ids = set().union(*(named(module) for module in modules() if module.startswith("checker.figures")))
    assert len(ids) > 10
    assert ids <= RULES.keys()
    assert {RULES[name].kind for name in ids} == {"relation"}


def test_no_rule_of_relations_waits_for_what_never_comes() -> None:
    ids = set().union(*(named(module) for module in modules() if module.startswith("checker.figures")))
    owners = {name for name, rule in RULES.items() if rule.kind == "relation"}
    assert owners == ids


def test_rules_named_anywhere_in_the_program_exist() -> None:
    assert set().union(*map(named, modules())) <= RULES.keys()


def test_every_relation_of_the_seeds_has_its_rule() -> None:
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        document = parse(Source(path.name, path.read_text("utf-8"), "utf-8"))
        assert {relation.rule for relation in measure(document).relations} <= RULES.keys()
