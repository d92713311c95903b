"""Arguments of the command line become the paths of reports: files, folders, patterns, standard input."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from checker.readers.faults import fault, near
from checker.readers.text import STANDARD_INPUT
from checker.words.record import dataclass
from checker.words.source import Fault

SUFFIXES = frozenset({".txt", ".md"})
_LITTER = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})
_SUGGESTIONS = 3
_LIKENESS = 0.5


@dataclass(frozen=True, slots=True)
class Collected:
    """The paths of reports as they will be shown, how many other files were passed over, and what went wrong."""

    paths: tuple[str, ...] = ()
    skipped: int = 0
    faults: tuple[Fault, ...] = ()

    def __add__(self, other: Collected) -> Collected:
        paths = tuple(dict.fromkeys(self.paths + other.paths))
        return Collected(paths, self.skipped + other.skipped, self.faults + other.faults)


def collect(arguments: Sequence[str], language: str = "zh") -> Collected:
    """The reports that the arguments name, each once, in the order of the arguments and sorted within a folder."""
    return sum((_one(argument, language) for argument in arguments), Collected())


def _one(argument: str, language: str) -> Collected:
    if argument == STANDARD_INPUT:
        return Collected((argument,))
    if Path(argument).is_dir():
        return _folder(argument, language)
    if Path(argument).exists() or Path(argument).is_symlink():
        return Collected(skipped=1) if _is_litter(Path(argument).name) else Collected((argument,))
    if glob.has_magic(argument):
        return _pattern(argument, language)
    return Collected(faults=(fault("not_found", argument, language, near=_near(argument, language)),))


def _pattern(pattern: str, language: str) -> Collected:
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob refuses absolute patterns
    if "**" in pattern:
        matches = [match for match in matches if not Path(match).is_dir()]
    if not matches:
        return Collected(faults=(fault("no_match", pattern, language, near=_near(pattern, language)),))
    return sum((_one(match, language) for match in matches), Collected())


def _folder(root: str, language: str) -> Collected:
    faults: list[Fault] = []

    def unreadable(error: OSError) -> None:
        faults.append(fault("unreadable", str(error.filename), language, reason=error.strerror or str(error)))

    files = list(_walk(root, unreadable))
    paths = tuple(sorted(str(file) for file in files if _is_report(file, Path(root))))
    if not paths and not faults:
        faults.append(fault("no_reports", root, language, skipped=len(files)))
    return Collected(paths, len(files) - len(paths), tuple(faults))


def _walk(root: str, unreadable: Callable[[OSError], None]) -> Iterator[Path]:
    for folder, folders, files in os.walk(root, onerror=unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(folder, name) for name in files)


def _is_report(file: Path, root: Path) -> bool:
    if file.suffix.lower() not in SUFFIXES or file.name.startswith(".") or _is_litter(file.name):
        return False
    return not file.is_symlink() or file.resolve().is_relative_to(root.resolve())


def _is_litter(name: str) -> bool:
    """What Word, WPS and desktops leave beside documents."""
    return name.startswith("~$") or name.lower() in _LITTER or name.lower().endswith(".tmp")


def _near(argument: str, language: str) -> str:
    """Names in the same folder that were perhaps meant."""
    from difflib import get_close_matches

    path = Path(argument)
    try:
        names = sorted(child.name for child in path.parent.iterdir() if not _is_litter(child.name))
    except (OSError, ValueError):  # no such folder, or a NUL in its name
        return ""
    wanted = path.name.translate({ord(wildcard): None for wildcard in "*?[]"})
    return near(get_close_matches(wanted, names, _SUGGESTIONS, _LIKENESS), language)
