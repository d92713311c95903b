"""All files that a run reads: what none of its results may overwrite."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from checker.rulebook.reading.sources import builtin_paths, files_of
from checker.settings import Settings
from checker.settings_file import settings_files
from checker.words.rule import Wording

_REPORT = Wording("被检查的报告", "a report that is checked")
_WAIVERS = Wording("豁免文件", "the waivers file")
_BASELINE = Wording("基线文件", "the baseline")
_SETTINGS = Wording("设置文件", "a settings file")
_RULES = Wording("规则包", "a rule pack")


def inputs(asked: Settings, reports: Iterable[str]) -> Iterator[tuple[str | Path, Wording]]:
    """Their paths, each with what the file is."""
    yield from ((report, _REPORT) for report in reports)
    yield from ((path, _SETTINGS) for path in settings_files(Path.cwd()))
    yield from ((path, _RULES) for path in builtin_paths().values())
    yield from ((path, _RULES) for pack in asked.rules for path in files_of(pack))
    yield from ((path, _WAIVERS) for path in (asked.waivers,) if path is not None)
    yield from ((path, _BASELINE) for path in (asked.baseline,) if path is not None)
