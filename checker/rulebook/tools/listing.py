"""`rules list`: what the rulebook holds."""

from __future__ import annotations

from typing import Any

from checker.rulebook.tools.table import table
from checker.rulebook.wording import open_form
from checker.words.rule import Rule, Rulebook

_HEADS = {
    "zh": ("规则", "种类", "级别", "状态", "分值", "问题"),
    "en": ("rule", "kind", "severity", "stage", "points", "what"),
}


def list_rules(rulebook: Rulebook, language: str = "zh") -> str:
    """One line a rule, in the order of the packs."""
    rows = [_HEADS[language], *(_row(rule, language) for rule in rulebook.rules)]
    return table(rows) + "\n"


def rules_as_json(rulebook: Rulebook) -> list[dict[str, Any]]:
    """The rules as JSON values, without what belongs to their kinds."""
    return [_entry(rule) for rule in rulebook.rules]


def _row(rule: Rule, language: str) -> tuple[str, ...]:
    stage = str(rule.stage) if rule.enabled else {"zh": "停用", "en": "off"}[language]
    points = f"{float(rule.points):g}/{float(rule.cap):g}"
    return rule.id, rule.kind, str(rule.severity), stage, points, open_form(rule.message.of(language)).split("\n")[0]


def _entry(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "kind": rule.kind,
        "severity": rule.severity.value,
        "category": rule.category.value,
        "stage": rule.stage.value,
        "enabled": rule.enabled,
        "points": str(rule.points),
        "cap": str(rule.cap),
        "veto": rule.veto,
        "profiles": list(rule.profiles),
        "checks": {"zh": rule.checks.zh, "en": rule.checks.en},
        "message": {"zh": rule.message.zh, "en": rule.message.en},
        "suggestion": {"zh": rule.suggestion.zh, "en": rule.suggestion.en},
        "basis": [{"instrument": b.instrument, "number": b.number, "article": b.article} for b in rule.basis],
        "path": rule.origin.path,
        "line": rule.origin.line,
    }
