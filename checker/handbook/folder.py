"""The pages as files: written, and held against what lies in a folder. Files of others stay as they are."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from checker.handbook.sheet import MAKER

_HEAD = 1000  # bytes of a page in which its maker is named


def publish(folder: Path, pages: Mapping[str, str]) -> None:
    """Every page, and none of ours that is no longer wanted. Raises OSError."""
    for parent in {(folder / name).parent for name in pages}:
        parent.mkdir(parents=True, exist_ok=True)
    for name in _ours(folder) - set(pages):
        (folder / name).unlink()
    for name, text in pages.items():
        (folder / name).write_bytes(text.encode())


def stale(folder: Path, pages: Mapping[str, str]) -> list[str]:
    """The names of the pages that are missing there, differ, or are no longer wanted."""
    differing = [name for name, text in pages.items() if _read(folder / name) != text.encode()]
    return [*differing, *sorted(_ours(folder) - set(pages))]


def _ours(folder: Path) -> set[str]:
    """The pages in the folder that were made from rules."""
    found = [*folder.glob("*.html"), *folder.glob("rules/*.html")]
    return {path.relative_to(folder).as_posix() for path in found if MAKER.encode() in (_read(path) or b"")[:_HEAD]}


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
