"""What one pack may change in the rules of another: on or off, severity, points, wording and the kind's own keys."""

from __future__ import annotations

from collections.abc import Iterator

from checker.rulebook.kinds import KINDS
from checker.rulebook.reading.convert import FAILED, Converter, record_fields
from checker.rulebook.reading.entries import CHANGEABLE, OverrideEntry
from checker.rulebook.reading.nodes import Listing, Mapping, Node, Scalar
from checker.rulebook.reading.packs import Pack, ancestors
from checker.rulebook.reading.rules import read_rule
from checker.rulebook.reading.suggest import did_you_mean
from checker.words.finding import Severity
from checker.words.record import dataclass
from checker.words.rule import Change, Rule


@dataclass(frozen=True, slots=True)
class Written:
    """A rule and the mapping it was read from, overrides included; values keep the place where they were written."""

    rule: Rule
    node: Mapping
    pack: Pack


def apply_overrides(packs: list[Pack], written: dict[str, Written], converter: Converter) -> None:
    """Change the written rules as the packs say, in the order of the packs."""
    former = {old: item.rule.id for item in written.values() for old in item.rule.formerly}
    for pack in packs:
        lineage = ancestors(pack, packs)
        for node in pack.section("overrides", converter):
            name = node.get("rule")
            text = name.text if isinstance(name, Scalar) else ""
            target = written.get(former.get(text, text))
            entry = _entry(node, target, lineage, written, converter)
            if entry is not None and target is not None:
                _apply(node, entry, pack, target, written, converter)


def _entry(
    node: Mapping, target: Written | None, lineage: set[str], written: dict[str, Written], converter: Converter
) -> OverrideEntry | None:
    """The override, if it has its keys, and its rule exists in a pack that this one extends."""
    own = record_fields(KINDS[target.rule.kind]) if target else {}
    known = converter.known_keys(node, {*record_fields(OverrideEntry), *CHANGEABLE, *own}) if target else True
    entry: OverrideEntry = converter.fields(node, OverrideEntry)
    name = node.get("rule")
    if entry is FAILED or name is None:
        return None
    if target is None:
        zh, en = did_you_mean(entry.rule, written)
        converter.fault(name, "unknown_rule", f"没有“{entry.rule[:60]}”这条规则{zh}", f"unknown rule{en}")
        return None
    if target.pack.head.id not in lineage:
        parent = target.pack.head.id
        zh = f"“{entry.rule}”在规则包“{parent}”里，请先在 pack.extends 中写上 {parent}"
        converter.fault(name, "not_extended", zh, f"write {parent} into pack.extends first")
        return None
    return entry if known else None


def _apply(
    node: Mapping, entry: OverrideEntry, pack: Pack, target: Written, written: dict[str, Written], converter: Converter
) -> None:
    own = tuple((key, value) for key, value in node.pairs if key.text not in record_fields(OverrideEntry))
    patch = Mapping(node.file, node.span, own)
    switch = node.get("enabled")
    values = [*_leaves(patch, ""), *([("enabled", switch)] if switch else [])]
    changes = tuple(Change(key, _shown(value), entry.reason, pack.origin(value)) for key, value in values)
    merged = merge_nodes(_without_veto(target.node, patch), patch)
    rule = read_rule(
        merged,
        target.rule.origin,
        converter,
        changes=(*target.rule.changes, *changes),
        enabled=entry.enabled if switch else target.rule.enabled,
    )
    if rule is not None:
        written[rule.id] = Written(rule, merged, target.pack)


def _without_veto(base: Mapping, patch: Mapping) -> Mapping:
    """The base; where the patch makes the rule lighter, without the veto that went with its severity."""
    severity = patch.get("severity")
    if severity is None or (isinstance(severity, Scalar) and severity.text == Severity.ERROR):
        return base
    return Mapping(base.file, base.span, tuple(pair for pair in base.pairs if pair[0].text != "veto"))


def merge_nodes(base: Mapping, patch: Mapping) -> Mapping:
    """The base with the values of the patch; mappings are merged key by key, all else is replaced."""
    pairs = {key.text: (key, value) for key, value in base.pairs}
    for key, value in patch.pairs:
        first, old = pairs.get(key.text, (key, value))
        if isinstance(old, Mapping) and isinstance(value, Mapping) and old is not value:
            pairs[key.text] = first, merge_nodes(old, value)
        else:
            pairs[key.text] = first, value
    return Mapping(base.file, base.span, tuple(pairs.values()))


def _leaves(node: Mapping, prefix: str) -> Iterator[tuple[str, Node]]:
    for key, value in node.pairs:
        if isinstance(value, Mapping):
            yield from _leaves(value, f"{prefix}{key.text}.")
        else:
            yield f"{prefix}{key.text}", value


def _shown(node: Node) -> str:
    """The value in one line, as a person would write it."""
    if isinstance(node, Listing):
        return f"[{', '.join(map(_shown, node.items))}]"
    if isinstance(node, Mapping):
        return f"{{{', '.join(f'{key.text}: {_shown(value)}' for key, value in node.pairs)}}}"
    return node.text if isinstance(node, Scalar) else ""
