"""The schema for editors agrees with the loader: what one takes, the other takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.data import data_folder
from checker.rulebook.tools.schema import schema
from tests.rulebook.packs import pack, rule

SCHEMA = schema()
TYPES = {"string": str, "number": (int, float), "integer": int, "boolean": bool, "array": list, "object": dict,
         "null": type(None)}  # fmt: skip


def problems(value: Any, rules: dict[str, Any], at: str = "") -> list[str]:
    """As much of JSON Schema, draft 7, as ours uses."""
    if "$ref" in rules:
        return problems(value, SCHEMA["definitions"][rules["$ref"].rpartition("/")[2]], at)
    found = [f"{at}: not {rules['const']}"] if value != rules.get("const", value) else []
    found += [f"{at}: {value} not in {rules['enum']}"] if "enum" in rules and value not in rules["enum"] else []
    kinds = rules.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and not any(isinstance(value, TYPES[kind]) for kind in kinds):  # type: ignore[arg-type]  # a table of types
        return [*found, f"{at}: {value!r} is not {kinds}"]
    if isinstance(value, str) and "pattern" in rules and not re.search(rules["pattern"], value):
        found.append(f"{at}: {value!r} does not match")
    if isinstance(value, list) and "items" in rules:
        found += [p for n, item in enumerate(value) for p in problems(item, rules["items"], f"{at}/{n}")]
    if isinstance(value, dict):
        found += of_object(value, rules, at)
    if "anyOf" in rules and all(problems(value, option, at) for option in rules["anyOf"]):
        found.append(f"{at}: none of the alternatives")
    for part in rules.get("allOf", []):
        if "if" not in part:
            found += problems(value, part, at)
        elif not problems(value, part["if"], at):
            found += problems(value, part["then"], at)
    return found


def of_object(value: dict[str, Any], rules: dict[str, Any], at: str) -> list[str]:
    found = [f"{at}: {key} is missing" for key in rules.get("required", []) if key not in value]
    names = rules.get("propertyNames", {}).get("enum")
    for key, item in value.items():
        if names and key not in names:
            found.append(f"{at}: {key} is no key here")
        if key in rules.get("properties", {}):
            found += problems(item, rules["properties"][key], f"{at}/{key}")
        elif rules.get("additionalProperties") is False:
            found.append(f"{at}: {key} is unknown")
        elif isinstance(rules.get("additionalProperties"), dict):
            found += problems(item, rules["additionalProperties"], f"{at}/{key}")
    return found


class Loader(yaml.SafeLoader):
    """Texts stay texts but for numbers, booleans and null, as editors read YAML."""


Loader.yaml_implicit_resolvers = {
    key: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
    for key, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load(text: str) -> Any:
    return yaml.load(text, Loader)


@pytest.mark.parametrize("path", sorted(data_folder("rules").glob("*.yaml")), ids=lambda path: path.stem)
def test_the_built_in_packs_agree_with_the_schema(path: Path) -> None:
    assert problems(load(path.read_text("utf-8")), SCHEMA) == []


GOOD = pack(rules="rules:\n" + rule())


@pytest.mark.parametrize(("right", "wrong"), [
    ("severity: error", "severity: bad"),
    ("severity: error", "sevrity: error"),
    ("kind: pattern", "kind: patern"),
    ("none_of", "none_off"),
    ("[待补充]}", "待补充}"),
    ("category: placeholder", "category: 5"),
    ("rules/1", "rules/2"),
    ("en: fill it in", "fr: x"),
    ("version: 1", "version: one"),
    ("    severity", "    from: x\n    severity"),
    ("    severity", "    points: many\n    severity"),
    ("    severity", "    given: {part: plan}\n    severity"),
])  # fmt: skip
def test_what_the_loader_refuses_the_schema_refuses(right: str, wrong: str) -> None:
    assert problems(load(GOOD), SCHEMA) == []
    assert problems(load(GOOD.replace(right, wrong, 1)), SCHEMA) != []


def keys(rules: Any, at: str = "#") -> Iterator[tuple[str, Any]]:
    """Every key that the schema knows, wherever it may stand, with what is said of it."""
    if isinstance(rules, list):
        for number, item in enumerate(rules):
            yield from keys(item, f"{at}/{number}")
    elif isinstance(rules, dict):
        for name, part in rules.items():
            if name == "properties":
                yield from ((f"{at}.{key}", entry) for key, entry in part.items())
            if name != "if":  # it only picks the kind
                yield from keys(part, f"{at}/{name}")


def test_every_key_is_described_in_chinese() -> None:
    told = dict(keys(SCHEMA))
    assert len(told) > 200
    assert [at for at, entry in told.items() if not re.search("[\u4e00-\u9fff]", entry.get("description", ""))] == []
