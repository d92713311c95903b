"""Reports by a generator, through the whole program: no finding where all agrees, one where one figure is wrong."""

from __future__ import annotations

from functools import cache

from hypothesis import given, settings

from checker.cli.rulebook import load_rulebook
from checker.pipeline import Options, check
from checker.settings import Settings
from checker.words.finding import Category, Finding, Severity
from checker.words.source import Source
from tests.figures.generated import reports

OF_FIGURES = {Category.ARITHMETIC, Category.RATE, Category.REPEATED_METRIC, Category.COUNTED_LIST}


@cache
def options() -> Options:
    return Options(load_rulebook(Settings()), profile="rule_of_law_annual")


def alarms(text: str) -> list[Finding]:
    """The errors and warnings about figures."""
    audit = check(Source("report.txt", text, "utf-8"), options())
    assert audit.fault is None
    return [f for f in audit.findings if f.category in OF_FIGURES and f.severity is not Severity.INFO]


@settings(max_examples=100)
@given(reports())
def test_no_finding_where_all_agrees(report: tuple[str, str, int, str]) -> None:
    assert [(f.quote, f.message) for f in alarms(report[0])] == []


@settings(max_examples=100)
@given(reports())
def test_one_finding_where_one_figure_is_wrong(report: tuple[str, str, int, str]) -> None:
    _, text, start, figure = report
    assert text.startswith(figure, start)
    (finding,) = alarms(text)
    places = [finding.place, *(related.place for related in finding.related)]
    assert any(place.offset <= start < place.end_offset for place in places)
