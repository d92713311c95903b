"""The reports that a command is given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.cli import console
from checker.readers import WRONG_CALLS, Collected, collect, read
from checker.words.rule import Wording
from checker.words.source import Source

PATHS = Wording("报告、文件夹、通配符，或 - 表示标准输入", "reports, folders, patterns, or - for standard input")
_COUNT = Wording("共 {count} 份报告", "{count} reports")
_SKIPPED = Wording("，跳过其他文件 {skipped} 个", ", {skipped} other files skipped")


def gather(paths: Sequence[str], language: str) -> Collected:
    """The paths of reports. What could not be looked into is told on stderr; FaultsError where a path is wrong."""
    if not paths:
        raise console.FailedError("缺少 PATH：请给出报告、文件夹或 -", "missing: PATH")
    found = collect(paths, language)
    if wrong := [fault for fault in found.faults if fault.code in WRONG_CALLS]:
        raise console.FaultsError(wrong)
    console.say_faults(found.faults, language)
    if len(found.paths) > 1:
        skipped = _SKIPPED.of(language).format(skipped=found.skipped) if found.skipped else ""
        console.say(_COUNT.of(language).format(count=len(found.paths)) + skipped)
    return found


def sources(found: Collected, encoding: str | None, language: str) -> Iterator[Source | None]:
    """The text of each report; None, told on stderr, for one that cannot be read or where there was none to read."""
    for path in found.paths:
        source = read(path, encoding, language)
        if isinstance(source, Source):
            yield source
        else:
            console.say_faults([source], language)
            yield None
    yield from (None for _ in found.faults)
