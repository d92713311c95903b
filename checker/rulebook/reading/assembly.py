"""All packs together become one rulebook, or none: every fault of every file is told at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from types import GenericAlias, MappingProxyType
from typing import Any

from checker.rulebook.equations import checks
from checker.rulebook.faults import RulebookError
from checker.rulebook.reading.convert import FAILED, Converter
from checker.rulebook.reading.nodes import Listing, Mapping, Node, Scalar
from checker.rulebook.reading.overrides import Written, apply_overrides
from checker.rulebook.reading.packs import Pack, in_order, read_pack
from checker.rulebook.reading.rules import read_rule
from checker.rulebook.reading.sources import PackBytes, decode
from checker.rulebook.reading.suggest import did_you_mean
from checker.rulebook.regions import regions_of
from checker.words.record import dataclass
from checker.words.registry import REGISTRIES
from checker.words.rule import Metric, Rulebook
from checker.words.source import Fault


@dataclass(frozen=True, slots=True)
class Assembly:
    """The rulebook with all that it was read from: for tools that show where a value comes from."""

    rulebook: Rulebook
    packs: tuple[Pack, ...]
    written: dict[str, Written]


def assemble(sources: Sequence[PackBytes], faults: Iterable[Fault] = ()) -> Assembly:
    """The rulebook of these files. Raises RulebookError with all faults, the given ones among them."""
    converter = Converter()
    converter.faults += faults
    files = [decode(source) for source in sources]
    converter.faults += [file for file in files if isinstance(file, Fault)]
    read = [read_pack(file, converter) for file in files if not isinstance(file, Fault)]
    packs = in_order([pack for pack in read if pack is not None], converter)
    written = _rules(packs, converter)
    apply_overrides(packs, written, converter)
    registries = _registries(packs, converter)
    subjects = frozenset(subject.name for subject in registries["subjects"])
    rulebook = Rulebook(
        packs=tuple(f"{pack.head.id}@{pack.head.version}" for pack in packs),
        digest=_digest(sources),
        rules=tuple(item.rule for item in written.values()),
        metrics=_metrics(packs, subjects, converter),
        registries=registries,
    )
    _cross_check(rulebook, written, converter)
    if converter.faults:
        raise RulebookError(_sorted(converter.faults))
    return Assembly(rulebook, tuple(packs), written)


def _rules(packs: list[Pack], converter: Converter) -> dict[str, Written]:
    """The rules by id, before overrides; an id, former ones included, is used but once."""
    written: dict[str, Written] = {}
    places: dict[str, Node] = {}
    for pack in packs:
        for node in pack.section("rules", converter):
            _claim(node.get("id"), places, converter)
            former = node.get("formerly")
            for old in former.items if isinstance(former, Listing) else ():
                _claim(old, places, converter)
            rule = read_rule(node, pack.origin(node), converter)
            if rule is not None:
                written.setdefault(rule.id, Written(rule, node, pack))
    return written


def _claim(node: Node | None, places: dict[str, Node], converter: Converter) -> None:
    if not isinstance(node, Scalar) or not node.text:
        return
    first = places.setdefault(node.text, node)
    if first is not node:
        at = f"{first.file.path} 第 {first.file.line(first.span.start)} 行"
        zh, en = f"标识“{node.text}”已用于 {at}，请另取", f"“{node.text}” is already used in {first.file.path}"
        converter.fault(node, "duplicate_id", zh, en)


def _metrics(packs: list[Pack], subjects: frozenset[str], converter: Converter) -> tuple[Metric, ...]:
    places: dict[str, Node] = {}
    metrics: list[Metric] = []
    for pack in packs:
        for node in pack.section("metrics", converter):
            _claim(node.get("id"), places, converter)
            metric = converter.record(node, Metric)
            if metric is not FAILED:
                metrics.append(metric)
                for problem in checks.problems(metric, subjects):
                    converter.misfit(node, problem)
    return tuple(metrics)


def _registries(packs: list[Pack], converter: Converter) -> MappingProxyType[str, Any]:
    """For each registry its records from all packs, in the order of the packs."""
    records: dict[str, list[Any]] = {name: [] for name in REGISTRIES}
    for pack in packs:
        node = pack.root.get("registries")
        if node is None:
            continue
        if not isinstance(node, Mapping):
            converter.wrong_shape(node, Mapping, "registries")
            continue
        for name, listing in node.pairs:
            if name.text in REGISTRIES:
                found = converter.value(listing, GenericAlias(tuple, (REGISTRIES[name.text], ...)), name.text)
                records[name.text] += () if found is FAILED else found
            else:
                zh, en = did_you_mean(name.text, REGISTRIES)
                zh = f"没有“{name.text[:40]}”这种登记表{zh or '。'}可选：{'、'.join(REGISTRIES)}"
                converter.fault(name, "unknown_registry", zh, f"unknown registry{en}")
    return MappingProxyType({name: tuple(found) for name, found in records.items()})


def _cross_check(rulebook: Rulebook, written: dict[str, Written], converter: Converter) -> None:
    """What kinds find wrong with their rules in the light of the whole rulebook: names that it does not have."""
    regions = {region.name for region in regions_of(rulebook)}
    for item in written.values():
        for problem in checks.unknown(item.rule.regions, regions, "regions", ("地区", "region")):
            converter.misfit(item.node, problem)
        if hasattr(item.rule.spec, "cross_check"):
            for problem in item.rule.spec.cross_check(rulebook):
                converter.misfit(item.node, problem)


def _digest(sources: Iterable[PackBytes]) -> str:
    whole = hashlib.sha256()
    for source in sources:
        whole.update(hashlib.sha256(source.data).digest())
    return whole.hexdigest()


def _sorted(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    distinct = dict.fromkeys(faults)
    return tuple(sorted(distinct, key=lambda fault: (fault.path or "", fault.line or 0, fault.column or 0)))
