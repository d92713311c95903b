"""Up to which day a report can know of anything."""

from __future__ import annotations

from datetime import date

import pytest

from checker.outline import parse
from checker.rulebook.citations import last_day
from checker.words.source import Source


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("某县2023年法治政府建设工作报告\n全年办理案件12件。\n", date(2024, 12, 31)),
        ("某县工作报告\n一、2023年工作回顾\n全年办理案件12件。\n", date(2024, 12, 31)),
        ("某县工作报告\n2023年，全县办理案件12件。\n一、工作情况\n成效明显。\n", date(2024, 12, 31)),
        ("某县法治建设情况\n该县于1988年启动普法工作，成效明显。\n一、工作情况\n办理案件12件。\n", None),
        (
            "某县法治建设情况\n该县于1988年启动普法工作。\n一、情况\n办案12件。\n某县司法局\n2024年1月20日\n",
            date(2024, 1, 20),
        ),
    ],
)
def test_the_year_must_be_told(text: str, expected: date | None) -> None:
    """A date of the foreword says nothing of the year that a report is about; a signature does."""
    assert last_day(parse(Source("report.txt", text, "utf-8")), None) == expected
