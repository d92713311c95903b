"""`rules new`: a rule file in which every key is explained, and what must be filled in is marked."""

from __future__ import annotations

import re
import types
from collections import abc
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, is_dataclass
from datetime import date
from enum import Enum, StrEnum
from fractions import Fraction
from itertools import pairwise
from types import MappingProxyType
from typing import Any, Union, get_args, get_origin

from checker.handbook.kinds import KINDS as ASSERTED
from checker.handbook.names import NAMES
from checker.renderers.screen.width import breaks
from checker.rulebook.equations.equation import Equation
from checker.rulebook.kinds import KINDS
from checker.rulebook.reading.convert import record_fields
from checker.rulebook.reading.entries import SCHEMA, RuleEntry
from checker.rulebook.reading.scalars import UNFILLED
from checker.rulebook.regex import Regex
from checker.rulebook.tools.table import cells
from checker.words.rule import Rulebook, Wording

_HEAD = """\
# {name}：{asserts}。
# 凡写着{mark}…〉的地方都要换成内容。行首有“# ”的键可以不写；要用时删去“# ”。
#   checker rules lint {file}                还有哪些没有填、哪里写错
#   checker rules test {file}                规则在自己的示例上对不对
#   checker check 报告.txt --rules {file}    用于检查
schema: {schema}
pack:
  id: {pack}  # 规则包的标识
  version: 1  # 版本号，内容有变即加一
  extends: [core{metrics}]  # 所依托的规则包
  # title: 本市补充规则  # 规则包的名称
"""
_METRICS = """
metrics:  # 等式里的数叫什么；内置的指标见 rules/metrics.yaml，不必重写
  - id: first  # 等式里用的名字
    names: [{mark}：数字之前的叫法〉]  # (甲|乙)任取其一，(甲)可有可无
    unit: case  # 单位的类别：case 件，person 人，time 次，yuan 元，percent %
  - id: second
    names: [{mark}：数字之前的叫法〉]
    unit: case
"""
_EXAMPLES = """\
    # 合规与不合规的示例：既是规则的测试，也是规则的说明
    examples:
      pass:
        - |
          {mark}：一段合规的文字；要看标题、结构的规则，写一份有标题的短报告〉
      fail:
        - text: |
            {mark}：一段不合规的文字〉
          quote: {mark}：应当报出的位置，照抄上面的原文〉
"""
_WITH_METRICS = frozenset({"equation", "metric"})
_WRITTEN_APART = frozenset({"id", "kind", "examples"})
_WANTED = frozenset({"suggestion", "stage", "basis", "article"})
_SAMPLES: Mapping[str, str] = MappingProxyType(
    {
        **{"severity": "warning", "category": "other", "stage": "draft"},
        **{"points": "2", "cap": "6", "from": "2021", "until": "2025", "since": "2021"},
    }
)
_PLAIN_KEY = re.compile(r"# \w+: \S")
_ROOM = 110  # cells of a line


def scaffold(identifier: str, kind: str, file: str, rulebook: Rulebook) -> str:
    """The text of the file; `file` is the name it is going to have, `rulebook` shows how others wrote such rules."""
    name, asserts = ASSERTED[kind]
    facts = {"name": name, "asserts": asserts, "mark": UNFILLED, "file": file, "schema": SCHEMA}
    metrics = kind in _WITH_METRICS
    pack = identifier.replace(".", "-")
    head = _HEAD.format(**facts, pack=pack, metrics=", metrics" if metrics else "")
    body = [
        head,
        _METRICS.format(**facts) if metrics else "",
        "\nrules:\n",
        *(f"  {line}\n" for line in _rule(identifier, kind, rulebook)),
        _EXAMPLES.format(**facts),
    ]
    return "".join(body)


def _rule(identifier: str, kind: str, rulebook: Rulebook) -> Iterator[str]:
    """The keys of the rule but for its examples, those of its kind after the first two."""
    like = [rule.id for rule in rulebook.rules if rule.kind == kind][:3]
    common = {key: entry for key, entry in record_fields(RuleEntry).items() if key not in _WRITTEN_APART}
    yield f"- id: {identifier}  # 规则的标识，发布后不再改用"
    yield f"  kind: {kind}  # 规则的种类"
    own = list(_keys(KINDS[kind], 1, ""))
    if own:
        yield f"  # “{kind}”的键；写法可参考 checker rules show {' 或 '.join(like)}"
        yield from own
        yield "  # 以下的键各种规则都有"
    for key, (entry, hint) in common.items():
        yield from _key(key, entry, hint, 1, live=_is_required(entry) or key in _WANTED)


def _keys(cls: type, depth: int, above: str) -> Iterator[str]:
    for key, (entry, hint) in record_fields(cls).items():
        yield from _key(key, entry, hint, depth, live=_is_required(entry) or key in _WANTED, above=above)


def _key(key: str, entry: Field[Any], hint: Any, depth: int, *, live: bool, above: str = "") -> Iterator[str]:
    """The lines of one key, with what it means and may hold behind it; a comment unless it is live."""
    hint = plain(hint)
    told = f"{above}（{said(entry)}）" if above else said(entry)
    explained = "；".join(filter(None, (told, _choice(hint))))
    record = record_of(hint)
    if record is None:
        yield from _line(f"{key}: {_SAMPLES.get(key) or _sample(hint, told)}", explained, depth, live=live)
        return
    yield from _line(f"{key}:", explained, depth, live=live)
    is_list = get_origin(hint) is tuple
    inner = list(_keys(record, depth + (2 if is_list else 1), told if record is Wording else ""))
    first = next((n for n, line in enumerate(inner) if not _is_comment(line)), None)
    if first is None:  # a record of which nothing must be written: its first plain key is as good as any
        first = next(n for n, line in enumerate(inner) if _PLAIN_KEY.match(line, 2 * (depth + 1)))
        inner[first] = inner[first].replace("# ", "", 1)
    if is_list:
        inner[first] = f"{'  ' * (depth + 1)}- {inner[first].lstrip()}"
    yield from (line if live or _is_comment(line) else _commented(line) for line in inner)


def _line(text: str, explained: str, depth: int, *, live: bool) -> Iterator[str]:
    """The key and what is said of it: behind it where there is room, else above."""
    indent = "  " * depth
    line = f"{indent}{text}" if live else f"{indent}# {text}"
    if cells(f"{line}  # {explained}") <= _ROOM:
        yield f"{line}  # {explained}"
        return
    cuts = [0, *breaks(explained, _ROOM - 2 * depth, _ROOM - 2 * depth), len(explained)]
    yield from (f"{indent}#   {explained[start:end].strip()}" for start, end in pairwise(cuts))
    yield line


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")


def _commented(line: str) -> str:
    bare = line.lstrip()
    return f"{line[: len(line) - len(bare)]}# {bare}"


def plain(hint: Any) -> Any:
    """The type without None; of several the first."""
    if get_origin(hint) in (Union, types.UnionType):
        return next(option for option in get_args(hint) if option is not types.NoneType)
    return hint


def record_of(hint: Any) -> type | None:
    """The record whose keys stand below: the type itself, or the items of a list."""
    inner = item_of(hint) if get_origin(hint) is tuple else hint
    return inner if is_dataclass(inner) and inner not in (Equation, Regex) and isinstance(inner, type) else None


def item_of(hint: Any) -> Any:
    """What a list holds, or a mapping under its keys."""
    return plain(get_args(hint)[0 if get_origin(hint) is tuple else 1])


def said(entry: Field[Any]) -> str:
    """What the key means, in Chinese."""
    return str(entry.metadata.get("zh", ""))


def _sample(hint: Any, told: str) -> str:
    if get_origin(hint) is tuple:
        return f"[{_sample(item_of(hint), told)}]"
    if get_origin(hint) in (abc.Mapping, dict):
        return f"{{甲: {'{}' if record_of(item_of(hint)) else _sample(item_of(hint), told)}}}"
    if isinstance(hint, type) and issubclass(hint, Enum):
        return str(next(iter(hint)).value)
    if hint is Equation:
        return f"{UNFILLED}：等式，如 first == second + third〉"
    by_type = {bool: "true", int: "1", Fraction: "1", date: "2024-01-01"}
    return by_type.get(hint) or f"{UNFILLED}：{told}〉"


def _choice(hint: Any) -> str:
    """The values of a closed set, with their names."""
    inner = item_of(hint) if get_origin(hint) is tuple else hint
    if not (isinstance(inner, type) and issubclass(inner, StrEnum)):
        return ""
    names = NAMES.get(inner, {})
    return f"可选 {'、'.join(f'{item.value} {names.get(item, str())}'.strip() for item in inner)}"


def _is_required(entry: Field[Any]) -> bool:
    return entry.default is MISSING and entry.default_factory is MISSING
