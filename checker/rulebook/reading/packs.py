"""Packs: the head of each file, and the order in which they build on each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from graphlib import CycleError, TopologicalSorter

from checker.rulebook.reading.convert import FAILED, Converter, head_span
from checker.rulebook.reading.entries import SCHEMA, TOP_KEYS, PackHead
from checker.rulebook.reading.nodes import Listing, Mapping, Node, Scalar, compose
from checker.rulebook.reading.packfile import PackFile
from checker.rulebook.reading.suggest import did_you_mean
from checker.words.record import dataclass
from checker.words.rule import Origin

_SCHEMA_NAME = SCHEMA.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Pack:
    """A file whose head could be read; `root` holds the rest."""

    file: PackFile
    head: PackHead
    root: Mapping

    def section(self, key: str, converter: Converter) -> tuple[Mapping, ...]:
        """The mappings in the list below this top key; what is none is told."""
        node = self.root.get(key)
        if node is None:
            return ()
        if not isinstance(node, Listing):
            converter.wrong_shape(node, Listing, key)
            return ()
        for item in node.items:
            if not isinstance(item, Mapping):
                converter.wrong_shape(item, Mapping, key)
        return tuple(item for item in node.items if isinstance(item, Mapping))

    def origin(self, node: Node) -> Origin:
        return Origin(self.head.id, self.file.path, self.file.line(node.span.start))


def read_pack(file: PackFile, converter: Converter) -> Pack | None:
    """The pack that the file holds; None where not even its head can be used."""
    root, faults = compose(file)
    converter.faults += faults
    if root is None:
        return None
    if not isinstance(root, Mapping):
        converter.wrong_shape(root, Mapping, file.path)
        return None
    if not _has_schema(root, converter):
        return None
    converter.known_keys(root, TOP_KEYS)
    node = root.get("pack")
    if node is None:
        zh, en = "缺少“pack”，请补上，如 pack: {id: my-rules, version: 1}", "“pack” is missing"
        converter.fault(root, "missing_key", zh, en)
        return None
    head = converter.value(node, PackHead, "pack")
    return None if head is FAILED else Pack(file, head, root)


def _has_schema(root: Mapping, converter: Converter) -> bool:
    node = root.get("schema")
    if node is None:
        zh, en = f"缺少“schema”：第一行请写 schema: {SCHEMA}", f"the first line must be schema: {SCHEMA}"
        converter.fault(root, "schema", zh, en)
    elif not isinstance(node, Scalar):
        converter.wrong_shape(node, Scalar, "schema")
    elif node.text != SCHEMA:
        newer = node.text.partition("/")[0] == _SCHEMA_NAME
        zh = f"本程序只认 {SCHEMA}" + (f"；{node.text[:40]} 需要另一版本的程序" if newer else "，请照此填写")
        converter.fault(node, "schema", zh, f"this program reads {SCHEMA} only")
    return isinstance(node, Scalar) and node.text == SCHEMA


def in_order(packs: Sequence[Pack], converter: Converter) -> list[Pack]:
    """The packs, each after those that it extends. Doubles, missing parents and cycles are told."""
    by_id: dict[str, Pack] = {}
    for pack in packs:
        first = by_id.setdefault(pack.head.id, pack)
        if first is not pack:
            zh = f"规则包“{pack.head.id}”与 {first.file.path} 重名，请改 id"
            _at_head(pack, "id", converter, "duplicate_id", zh, f"pack id also in {first.file.path}")
    for pack in by_id.values():
        for parent in pack.head.extends:
            if parent not in by_id:
                zh, en = did_you_mean(parent, by_id)
                zh = f"找不到要依托的规则包“{parent}”{zh}"
                _at_head(pack, "extends", converter, "missing_parent", zh, f"no pack “{parent}”{en}")
    parents = {name: [p for p in pack.head.extends if p in by_id] for name, pack in by_id.items()}
    try:
        return [by_id[name] for name in TopologicalSorter(parents).static_order()]
    except CycleError as error:
        names = error.args[1]
        chain = " → ".join(names[::-1])
        zh, en = f"规则包互相依托，成了环：{chain}", f"the packs extend each other in a cycle: {chain}"
        _at_head(by_id[names[-1]], "extends", converter, "cycle", zh, en)
        return list(by_id.values())


def ancestors(pack: Pack, packs: Iterable[Pack]) -> set[str]:
    """The ids of the packs that this one extends, directly or not."""
    by_id = {other.head.id: other for other in packs}
    found: set[str] = set()
    pending = list(pack.head.extends)
    while pending:
        name = pending.pop()
        if name not in found and name in by_id:
            found.add(name)
            pending.extend(by_id[name].head.extends)
    return found


def _at_head(pack: Pack, key: str, converter: Converter, code: str, zh: str, en: str) -> None:
    head = pack.root.get("pack")
    node = (head.get(key) if isinstance(head, Mapping) else None) or pack.root
    converter.fault(node, code, zh, en, head_span(node))
