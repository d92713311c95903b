"""Reads the tables of cases in `data/`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from _pytest.mark import ParameterSet

DATA = Path(__file__).parent / "data"


def rows(name: str) -> list[dict[str, Any]]:
    """The rows of `data/<name>.yaml`."""
    loaded: list[dict[str, Any]] = yaml.load((DATA / f"{name}.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    return loaded


def cases(name: str) -> list[ParameterSet]:
    """The rows as parameters; one with `known` is expected to fail for that reason, and may not pass unnoticed."""
    return [
        pytest.param(
            row,
            id=row["text"][:24],
            marks=[pytest.mark.xfail(reason=row["known"], raises=AssertionError)] if "known" in row else [],
        )
        for row in rows(name)
    ]
