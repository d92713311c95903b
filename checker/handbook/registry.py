"""The pages of the registries: what the rules know of laws, plans, events, phrases and metrics, entry by entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import Field, fields
from types import MappingProxyType
from typing import Any

from checker.handbook.names import CERTAINTIES
from checker.handbook.sheet import sheet
from checker.renderers import phrases
from checker.renderers.markup import Markup, element, join
from checker.words.finding import Certainty
from checker.words.registry import REGISTRIES
from checker.words.rule import Cell, Metric, Rulebook

_METRICS = "metrics"
TITLES: Mapping[str, str] = MappingProxyType(
    {
        "instruments": "法律、法规和文件",
        "plans": "规划和纲要",
        "events": "会议和事件",
        "organs": "已经撤并的机构",
        "phrases": "固定提法",
        "no_works": "不用书名号的名称",
        "subjects": "题目",
        "regions": "地区",
        _METRICS: "指标",
    }
)
_OF_KINDS: Mapping[str, str] = MappingProxyType(
    {
        **{"instrument": "instruments", "plan": "plans", "event": "events", "organ": "organs", "phrases": "phrases"},
        **{"no_work": "no_works", "equation": _METRICS, "metric": _METRICS},
    }
)
"""Which registry the rules of a kind look into."""


def registries(rulebook: Rulebook) -> Mapping[str, str]:
    """The text of each page by its name from the top of the site; a registry without entries has none."""
    return {_path(name): _page(name, entries) for name, entries in _held(rulebook).items()}


def contents(rulebook: Rulebook) -> Markup:
    """The links of the index to them, with the number of their entries."""
    items = (
        element("li", element("a", TITLES[name], href=_path(name)), element("span", f"{len(entries)} 条", kind="dim"))
        for name, entries in _held(rulebook).items()
    )
    return element("ul", *items)


def link(kind: str, rulebook: Rulebook) -> Markup:
    """From the page of a rule to the registry that its kind looks into; empty where there is none."""
    name = _OF_KINDS.get(kind, "")
    if name not in _held(rulebook):
        return Markup()
    return element("p", "登记表：", element("a", TITLES[name], href=f"../{_path(name)}"))


def _path(name: str) -> str:
    return f"registries/{name}.html"


def _held(rulebook: Rulebook) -> Mapping[str, Sequence[Any]]:
    held = {**{name: rulebook.registries.get(name) for name in REGISTRIES}, _METRICS: rulebook.metrics}
    return {name: entries for name, entries in held.items() if isinstance(entries, tuple) and entries}


def _page(name: str, entries: Sequence[Any]) -> str:
    first, *others = fields(Metric if name == _METRICS else REGISTRIES[name])
    way = element("nav", element("a", "规则手册", href="../index.html"), " › 登记表", kind="way")
    head = element("header", way, element("h1", TITLES[name]), element("p", f"共 {len(entries)} 条。", kind="dim"))
    rows = (
        element("li", element("span", _shown(getattr(entry, first.name))), element("div", *_facts(entry, others)))
        for entry in entries
    )
    return sheet(TITLES[name], join(head, element("ul", *rows, kind="entries")))


def _facts(entry: Any, columns: Sequence[Field[Any]]) -> Iterator[Markup]:
    """What the entry says beyond its name; what it leaves to the default is not told, but how it is known is."""
    for column, value in _stated(entry, columns):
        yield element("span", element("small", _heading(column)), f" {_shown(value)}")


def _stated(record: Any, columns: Sequence[Field[Any]]) -> Iterator[tuple[Field[Any], object]]:
    for column in columns:
        value = getattr(record, column.name)
        if value != column.default or isinstance(value, Certainty):
            yield column, value


def _heading(column: Field[Any]) -> str:
    """What the key means, without the rules for writing it."""
    told = str(column.metadata["zh"])
    return min((told.partition(mark)[0] for mark in "，；："), key=len)


def _shown(value: object) -> str:
    match value:
        case Certainty():
            return CERTAINTIES[value]
        case bool():
            return "是" if value else "否"
        case Cell():
            return "，".join(f"{_heading(column)} {_shown(held)}" for column, held in _stated(value, fields(Cell)))
        case Mapping():
            return "、".join(f"{wrong} → {right or '（删去）'}" for wrong, right in value.items())
        case tuple():
            return "、".join(map(_shown, value))
    return phrases.name(phrases.PROFILES, str(value), "zh")
