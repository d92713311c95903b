"""The rules that a call asks for."""

from __future__ import annotations

from checker.cli.console import FailedError
from checker.rulebook.applicability import UnknownRuleError, chosen
from checker.rulebook.loader import load
from checker.settings import Settings
from checker.words.rule import Rulebook


def load_rulebook(asked: Settings) -> Rulebook:
    """The built-in packs with those of `--rules`; RulebookError where one cannot be used."""
    return load([str(path) for path in asked.rules])


def chosen_rules(rulebook: Rulebook, asked: Settings) -> frozenset[str] | None:
    """The ids that `--select` and `--ignore` leave; None is all. FailedError for an unknown name, or for none left."""
    try:
        found = chosen(rulebook, asked.select, asked.ignore)
    except UnknownRuleError as error:
        hint = f", did you mean {error.near[0]}?" if error.near else ""
        raise FailedError(str(error), f"no rule “{error.name}”{hint}") from None
    if found is not None and not found:
        raise FailedError("--select 和 --ignore 没有留下任何规则", "--select and --ignore leave no rule")
    return found
