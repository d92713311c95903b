"""`rules show`: one rule as it stands, overrides included, and where each of its values was written."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from checker.patterns import expression
from checker.rulebook.reading.assembly import Assembly, assemble
from checker.rulebook.reading.nodes import Listing, Mapping, Node, Scalar
from checker.rulebook.reading.sources import pack_bytes
from checker.rulebook.tools.table import cells
from checker.words.rule import Change, Rule

_PLAIN = expression(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`](?:[^:,\[\]{}#'\"\n]*[^\s:,\[\]{}#'\"])?")  # needs no quotes in YAML
_DEFAULT = "默认 (default)"
_COLUMN = 60  # cells of a line before the place of its value


def read_all(extra: Sequence[str] = ()) -> Assembly:
    """The rulebook with what it was read from, never from the cache. Raises RulebookError."""
    sources, faults = pack_bytes(extra)
    return assemble(sources, faults)


def show(assembly: Assembly, identifier: str, *, effective: bool = False) -> str:
    """The rule in YAML; with `effective` every value has its file and line beside it, and defaults are there too.

    LookupError if there is no such rule.
    """
    rule = assembly.rulebook.rule(identifier)
    if rule is None:
        raise LookupError(identifier)
    written = assembly.written[rule.id]
    rows = list(_lines(written.node, 0))
    if effective:
        rows += [(line, _DEFAULT) for key, line in _defaults(rule) if written.node.get(key) is None]
    if not rule.enabled:
        switch = next(change for change in reversed(rule.changes) if change.field == "enabled")
        rows.append(("enabled: false", f"{switch.origin.path}:{switch.origin.line}"))
    text = "\n".join(_placed(line, place) if effective else line for line, place in rows)
    return "\n".join([text, *map(_change, rule.changes), ""])


def _defaults(rule: Rule) -> Iterator[tuple[str, str]]:
    """The keys that hold a value where the rule writes none, as lines of YAML."""
    yield "profiles", f"profiles: [{', '.join(rule.profiles)}]"
    yield "points", f"points: {rule.points}"
    yield "cap", f"cap: {rule.cap}"
    yield "veto", f"veto: {str(rule.veto).lower()}"
    yield "stage", f"stage: {rule.stage}"


def _placed(line: str, place: str) -> str:
    """The line of YAML with the place as a comment, in one column where the line is not long."""
    return f"{line}{' ' * (_COLUMN - cells(line))}  # {place}" if place else line


def _change(change: Change) -> str:
    return f"# {change.field} → {change.value}（{change.origin.path}:{change.origin.line}：{change.reason}）"


def _lines(node: Mapping, depth: int) -> Iterator[tuple[str, str]]:
    """Lines of YAML with the place of the value on each."""
    indent = "  " * depth
    for key, value in node.pairs:
        if isinstance(value, Mapping):
            yield f"{indent}{key.text}:", ""
            yield from _lines(value, depth + 1)
        elif isinstance(value, Listing) and not all(isinstance(item, Scalar) for item in value.items):
            yield f"{indent}{key.text}:", ""
            for item in value.items:
                yield f"{indent}- {_inline(item)}", _place(item)
        else:
            yield f"{indent}{key.text}: {_inline(value)}", _place(value)


def _inline(node: Node) -> str:
    if isinstance(node, Listing):
        return f"[{', '.join(map(_inline, node.items))}]"
    if isinstance(node, Mapping):
        return f"{{{', '.join(f'{key.text}: {_inline(value)}' for key, value in node.pairs)}}}"
    text = node.text if isinstance(node, Scalar) else ""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _place(node: Node) -> str:
    return f"{node.file.path}:{node.file.line(node.span.start)}"
