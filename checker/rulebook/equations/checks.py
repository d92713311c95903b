"""What is wrong with the metrics of a rulebook and with the names in its equations; asked only while it is read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from checker.patterns import expression
from checker.rulebook.equations.naming import OPTION
from checker.rulebook.faults import SpecError
from checker.rulebook.reading.suggest import did_you_mean
from checker.words.rule import Metric

PERIOD = "report_year"

_NESTED = expression(r"\([^()]*\(")


def problems(metric: Metric, subjects: frozenset[str]) -> Iterator[SpecError]:
    """What is wrong with the names of a metric, and with its subjects."""
    for key, names in (("names", metric.names), ("synonyms", metric.synonyms)):
        for number, name in enumerate(names):
            if _NESTED.search(name) or name.count("(") != name.count(")") or "|" in OPTION.sub("", name):
                zh = "名称里的括号要成对，不能套用；“|”只写在括号里"
                yield SpecError(zh, "brackets must pair and not nest; | stands inside them", f"{key}.{number}")
    if metric.period != PERIOD:
        zh, en = f"目前只有 {PERIOD}（报告年度的数）", f"only {PERIOD} is known"
        yield SpecError(zh, en, "period")
    for key, named in (("subjects", metric.subjects), ("apart", metric.apart)):
        yield from unknown(named, subjects, key, ("题目", "subject"))


def unknown(names: Iterable[str], known: Collection[str], key: str, what: tuple[str, str]) -> Iterator[SpecError]:
    """The names that are not known, each at its place in the list below `key`."""
    for number, name in enumerate(names):
        if name not in known:
            yield unknown_name(name, known, f"{key}.{number}", what)


def unknown_name(
    name: str, known: Collection[str], key: str, what: tuple[str, str], offset: int | None = None
) -> SpecError:
    """One that is not known, with the nearest one that is."""
    zh, en = did_you_mean(name, known)
    return SpecError(f"没有“{name}”这个{what[0]}{zh}", f"unknown {what[1]} “{name}”{en}", key, offset)
