"""Text tables whose columns stand straight where Chinese characters take two cells."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import east_asian_width


def table(rows: Sequence[Sequence[str]], right: frozenset[int] = frozenset()) -> str:
    """The rows as lines; columns are as wide as their widest cell, those in `right` are aligned to the right."""
    columns = max(map(len, rows), default=0)
    widths = [max((cells(row[n]) for row in rows if n < len(row)), default=0) for n in range(columns)]
    return "\n".join(
        "  ".join(_padded(cell, widths[n], n in right) for n, cell in enumerate(row)).rstrip() for row in rows
    )


def cells(text: str) -> int:
    """How many cells of a terminal the text takes."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _padded(text: str, width: int, to_right: bool) -> str:
    blank = " " * (width - cells(text))
    return blank + text if to_right else text + blank
