"""`rules lint`: the faults of rule files, told as kindly as those of reports."""

from __future__ import annotations

from collections.abc import Sequence

from checker.rulebook.faults import RulebookError
from checker.rulebook.tools.effective import read_all
from checker.words.source import Fault


def lint(paths: Sequence[str]) -> tuple[Fault, ...]:
    """Every fault of these files and folders, read together with the built-in packs; empty where all is well."""
    from checker.rulebook.proof import disproved  # late: what tries examples imports much

    try:
        return disproved(read_all(paths))
    except RulebookError as error:
        return error.faults


def told(fault: Fault, language: str = "zh") -> str:
    """The fault as people read it: place, words, and the line with a caret."""
    place = ":".join(str(part) for part in (fault.path, fault.line, fault.column) if part is not None)
    words = fault.english if language == "en" and fault.english else fault.message
    return "\n".join(filter(None, (f"{place}: {words}", fault.excerpt)))
