"""A rule's mapping becomes a rule: the common keys and those of its kind."""

from __future__ import annotations

from typing import Any

from checker.rulebook.kinds import KINDS
from checker.rulebook.reading.convert import FAILED, Converter, record_fields
from checker.rulebook.reading.entries import RuleEntry
from checker.rulebook.reading.nodes import Mapping, Node, Scalar
from checker.rulebook.reading.suggest import did_you_mean
from checker.words.rule import Change, Origin, Rule


def read_rule(
    node: Mapping, origin: Origin, converter: Converter, *, changes: tuple[Change, ...] = (), enabled: bool = True
) -> Rule | None:
    """The rule that the mapping describes, or None with all its faults told."""
    kind = kind_of(node.get("kind"), converter)
    own = [record_fields(each) for each in ([kind] if kind else KINDS.values())]
    known = converter.known_keys(node, {*record_fields(RuleEntry)}.union(*own))
    entry = converter.fields(node, RuleEntry)
    spec = converter.fields(node, kind) if kind else FAILED
    if not known or entry is FAILED or spec is FAILED:
        return None
    return _rule(entry, spec, origin, changes, enabled=enabled)


def kind_of(node: Node | None, converter: Converter) -> type | None:
    """The record of the kind that is named there; None where it is unknown (told) or missing (told elsewhere)."""
    if not isinstance(node, Scalar) or not node.text:
        return None
    if node.text not in KINDS:
        zh, en = did_you_mean(node.text, KINDS)
        listed = f"没有“{node.text[:40]}”这种规则{zh or '。'}可选：{'、'.join(KINDS)}"
        converter.fault(node, "unknown_kind", listed, f"unknown kind “{node.text[:40]}”{en}")
    return KINDS.get(node.text)


def _rule(entry: RuleEntry, spec: Any, origin: Origin, changes: tuple[Change, ...], *, enabled: bool) -> Rule:
    points, cap = entry.weight()
    return Rule(
        id=entry.id,
        kind=entry.kind,
        spec=spec,
        profiles=tuple(profile.value for profile in entry.profiles),
        severity=entry.severity,
        category=entry.category,
        points=points,
        cap=cap,
        message=entry.message,
        suggestion=entry.suggestion,
        checks=entry.checks,
        origin=origin,
        veto=entry.veto,
        stage=entry.stage,
        since=entry.from_,
        until=entry.until,
        levels=tuple(level.value for level in entry.levels),
        bodies=tuple(body.value for body in entry.bodies),
        regions=entry.regions,
        basis=entry.basis,
        passing=entry.examples.passing(),
        failing=entry.examples.failing(),
        formerly=entry.formerly,
        changes=changes,
        enabled=enabled,
    )
