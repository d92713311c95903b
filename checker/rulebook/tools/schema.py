"""`rules schema`: the shape of a pack as JSON Schema, draft 7, made from the records that the loader itself reads."""

from __future__ import annotations

import types
from collections import abc
from collections.abc import Mapping
from dataclasses import MISSING, Field, is_dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any, Union, get_args, get_origin

from checker.rulebook.equations.equation import Equation
from checker.rulebook.kinds import KINDS
from checker.rulebook.reading.convert import record_fields
from checker.rulebook.reading.entries import CHANGEABLE, SCHEMA, TOP_KEYS, OverrideEntry, PackHead, RuleEntry
from checker.rulebook.regex import Regex
from checker.words.registry import REGISTRIES
from checker.words.rule import Metric

Schema = dict[str, Any]

_TOP = {
    "schema": "规则文件的格式",
    "pack": "规则包的标识、版本与依托",
    "metrics": "指标：报告中的数字各叫什么",
    "registries": "登记表：法律法规、规划、会议、机构、固定提法",
    "rules": "规则",
    "overrides": "对所依托规则包的调整，须说明理由",
}
_REGISTRIES = {
    "instruments": "法律、法规和文件",
    "plans": "规划及其起止年度",
    "events": "会议和事件",
    "organs": "已撤并的机构",
    "phrases": "固定提法的误写与正写",
    "no_works": "不应加书名号的名称",
    "subjects": "文字所谈的题目，用于辨认指标",
    "regions": "有自己样式的省，及表明属于该地的地名",
}
_SCALARS: Mapping[Any, Schema] = {
    str: {"type": ["string", "number"]},  # a text that looks like a number is a text to us
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    Fraction: {"type": ["number", "string"], "pattern": r"^-?[0-9]+(\.[0-9]+|/[0-9]+)?$"},
    date: {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    Equation: {"type": "string"},
    Regex: {"type": ["string", "number"]},
}


def schema() -> Schema:
    """The schema of a whole pack, with descriptions in Chinese."""
    definitions: Schema = {}
    parts = {
        "schema": {"const": SCHEMA},
        "pack": _of(PackHead, definitions),
        "metrics": _list(_of(Metric, definitions)),
        "registries": _closed(
            {
                name: _list(_of(record, definitions)) | {"description": _REGISTRIES[name]}
                for name, record in REGISTRIES.items()
            }
        ),
        "rules": _list(_rule(definitions)),
        "overrides": _list(_override(definitions)),
    }
    whole = _closed({key: parts[key] | {"description": _TOP[key]} for key in TOP_KEYS}, ["schema", "pack"])
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": "report-checker 规则包"}
    return head | whole | {"definitions": definitions}


def _rule(definitions: Schema) -> Schema:
    """The common keys; what else may stand there depends on the kind."""
    common = _properties(RuleEntry, definitions)
    common["kind"] = {"enum": list(KINDS), "description": "规则的种类"}
    own = {name: _properties(kind, definitions) for name, kind in KINDS.items()}
    cases = [
        {
            "if": {"properties": {"kind": {"const": name}}},
            "then": {
                "description": (KINDS[name].__doc__ or "").split("\n")[0],
                "properties": own[name],
                "propertyNames": {"enum": sorted({*common, *own[name]})},
                "required": _required(KINDS[name]),
            },
        }
        for name in KINDS
    ]
    return {"type": "object", "properties": common, "required": _required(RuleEntry), "allOf": cases}


def _override(definitions: Schema) -> Schema:
    """Whatever a kind calls its own may be changed, in part; the loader knows which rule it is about."""
    partial = {key: {"description": "改为此值"} for kind in KINDS.values() for key in record_fields(kind)}
    common = {key: _properties(RuleEntry, definitions)[key] for key in CHANGEABLE}
    for key in ("message", "suggestion"):
        common[key] = {"type": "object", "description": common[key]["description"]}
    return _closed(_properties(OverrideEntry, definitions) | common | partial, _required(OverrideEntry))


def _of(expected: Any, definitions: Schema) -> Schema:
    """The schema of a type; records stand once among the definitions."""
    origin, arguments = get_origin(expected), get_args(expected)
    if origin in (Union, types.UnionType):
        return {"anyOf": [_of(option, definitions) for option in arguments]}
    if origin is tuple:
        return _list(_of(arguments[0], definitions))
    if origin in (abc.Mapping, dict):
        return {"type": "object", "additionalProperties": _of(arguments[1], definitions)}
    if is_dataclass(expected) and expected not in (Equation, Regex):
        return _record(expected, definitions)
    return _scalar(expected)


def _scalar(expected: Any) -> Schema:
    if expected is types.NoneType:
        return {"type": "null"}
    if isinstance(expected, type) and issubclass(expected, Enum):
        return {"enum": [member.value for member in expected]}
    return dict(_SCALARS[expected])


def _record(cls: Any, definitions: Schema) -> Schema:
    name = f"{cls.__module__.rpartition('.')[2]}.{cls.__name__}"
    if name not in definitions:
        definitions[name] = {}  # stands while the record's own fields are being described
        definitions[name] = _closed(_properties(cls, definitions), _required(cls))
    return {"$ref": f"#/definitions/{name}"}


def _properties(cls: type, definitions: Schema) -> Schema:
    return {key: _described(field, _of(hint, definitions)) for key, (field, hint) in record_fields(cls).items()}


def _described(field: Field[Any], made: Schema) -> Schema:
    text = field.metadata.get("zh")
    if not text:
        return made
    # Draft 7 overlooks what stands beside a reference.
    return {"allOf": [made], "description": text} if "$ref" in made else made | {"description": text}


def _required(cls: type) -> list[str]:
    found = record_fields(cls).items()
    return [key for key, (f, _) in found if f.default is MISSING and f.default_factory is MISSING]


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _closed(properties: Schema, required: list[str] | None = None) -> Schema:
    made: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return made | {"required": required} if required else made
