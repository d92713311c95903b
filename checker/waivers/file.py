"""Reads a waivers file, strictly: a list of entries, each with its own place in messages."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from checker.rulebook.reading.convert import FAILED, Converter
from checker.rulebook.reading.nodes import Listing, Mapping, Node, compose
from checker.sidecar import read_sidecar
from checker.waivers.waiver import Terms, Waiver
from checker.words.rule import Rulebook, Wording
from checker.words.source import Fault

NAME = Wording("豁免文件", "waivers file")


def read_waivers(path: Path, rulebook: Rulebook) -> tuple[tuple[Waiver, ...], tuple[Fault, ...]]:
    """The waivers in the order of the file, and all that is wrong with it; with faults none may be used."""
    file = read_sidecar(path, NAME, 1)
    if isinstance(file, Fault):
        return (), (file,)
    root, composing = compose(file)
    faults = [fault for fault in composing if fault.code != "empty"]
    if root is None or faults:
        return (), tuple(faults)
    converter = Converter()
    if not isinstance(root, Listing):
        converter.wrong_shape(root, Listing, "waivers")
        return (), tuple(converter.faults)
    found = [_waiver(node, rulebook, converter) for node in root.items]
    waivers = tuple(waiver for waiver in found if waiver is not None)
    _refuse_twins(waivers, root, converter)
    return waivers, tuple(sorted(converter.faults, key=lambda fault: (fault.line or 0, fault.column or 0)))


def _waiver(node: Node, rulebook: Rulebook, converter: Converter) -> Waiver | None:
    terms = converter.value(node, Terms, "waivers")
    if terms is FAILED or not isinstance(node, Mapping):
        return None
    rule = rulebook.rule(terms.rule)
    if rule is None:
        near = get_close_matches(terms.rule, [each.id for each in rulebook.rules], n=1)
        zh = f"没有规则“{terms.rule}”" + (f"，您是不是想写“{near[0]}”？" if near else "（列表：checker rules list）")
        en = f"no rule “{terms.rule}”" + (f"; did you mean “{near[0]}”?" if near else "")
        converter.fault(node.get("rule") or node, "unknown_rule", zh, en)
        return None
    return Waiver(terms, rule.id, node.file.path, node.file.line(node.span.start))


def _refuse_twins(waivers: tuple[Waiver, ...], root: Listing, converter: Converter) -> None:
    """Two entries for the same findings: nobody could tell which of them counts."""
    nodes = {root.file.line(node.span.start): node for node in root.items}
    seen: dict[tuple[str, ...], int] = {}
    for waiver in waivers:
        key = waiver.terms.report, waiver.rule, waiver.terms.section, waiver.terms.fingerprint
        first = seen.setdefault(key, waiver.line)
        if first != waiver.line:
            zh = f"与第 {first} 行的豁免对象相同，请合并为一条"
            converter.fault(nodes[waiver.line], "duplicate_waiver", zh, f"waives the same as line {first}; keep one")
