"""The five seeds and reports of many other shapes, taken apart exactly so; REFRESH_GOLDEN=1 draws them anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from checker.outline import parse
from checker.readers import read
from checker.words.source import Source
from tests.outline.drawing import draw

HERE = Path(__file__).parent
SEEDS = HERE.parent.parent / "seeds"
REPORTS = sorted([*SEEDS.glob("*.txt"), *(HERE / "reports").iterdir()])


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_outline(path: Path) -> None:
    source = read(str(path))
    assert isinstance(source, Source)
    drawn = draw(parse(source))
    golden = HERE / "golden" / f"{path.stem}.txt"
    if os.environ.get("REFRESH_GOLDEN"):
        golden.write_text(drawn, "utf-8")
    assert drawn == golden.read_text("utf-8")


def test_no_golden_without_its_report() -> None:
    assert {golden.stem for golden in (HERE / "golden").iterdir()} == {path.stem for path in REPORTS}
