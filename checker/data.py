"""Finds the data files: `rules/` and `grammar/` lie at the top of a checkout and travel inside the wheel."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def data_folder(name: str) -> Path:
    """The folder `rules` or `grammar`; FileNotFoundError where the installation lacks it."""
    for folder in (_PACKAGE / "data" / name, _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"data folder {name!r} is missing from this installation")
