"""The waivers of a run: read strictly before it, and told of after it where they have ended or do nothing."""

from __future__ import annotations

import glob
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli.console import FaultsError, say_faults
from checker.renderers.phrases import Number
from checker.settings import Settings
from checker.words.audit import Audit
from checker.words.record import dataclass
from checker.words.rule import Rulebook, Wording
from checker.words.source import Fault

if TYPE_CHECKING:
    from checker.waivers.waiver import Waiver

_ENDED = Wording(
    "豁免已于 {until} 到期，{count} 处问题重新计入：{rule}",
    "ended on {until}: {count:finding|findings} of {rule} count again",
)
_ENDED_IDLE = Wording(
    "豁免已于 {until} 到期，所列问题已不存在，可以删去", "ended on {until}, its findings are gone: remove"
)
_IDLE = Wording(
    "这条豁免没有对应的问题，可能已经整改，可以删去：{rule}", "no finding of {rule} to waive, perhaps mended: remove it"
)
_NO_REPORT = Wording("没有与“{report}”相符的报告", "no report like “{report}”")


@dataclass(frozen=True, slots=True)
class Waivers:
    """Those that hold on the day of the check, and those that have ended before."""

    valid: tuple[Waiver, ...] = ()
    ended: tuple[Waiver, ...] = ()


def load_waivers(asked: Settings, rulebook: Rulebook) -> Waivers:
    """The waivers that a call asks for; FaultsError where their file cannot be used."""
    if asked.waivers is None:
        return Waivers()
    from checker.waivers.file import read_waivers  # late: few runs have waivers

    waivers, faults = read_waivers(asked.waivers, rulebook)
    if faults:
        raise FaultsError(faults)
    day = asked.as_of or date.today()
    return Waivers(
        tuple(waiver for waiver in waivers if waiver.terms.until >= day),
        tuple(waiver for waiver in waivers if waiver.terms.until < day),
    )


def tell(waivers: Waivers, audits: Sequence[Audit], chosen: frozenset[str] | None, language: str) -> None:
    """On stderr, of each waiver that has ended or covers nothing, unless its rule or reports were not asked for.

    `audits` are those of the reports that were checked.
    """
    both = (*waivers.valid, *waivers.ended)
    faults = [
        fault
        for waiver in sorted(both, key=lambda each: each.line)
        if chosen is None or waiver.rule in chosen
        if (fault := _told(waiver, waiver in waivers.ended, audits)) is not None
    ]
    say_faults(faults, language)


def _told(waiver: Waiver, has_ended: bool, audits: Sequence[Audit]) -> Fault | None:
    named = [audit for audit in audits if waiver.names(audit.path)]
    covered = [finding for audit in named for finding in audit.findings if waiver.covers(finding)]
    count = sum(finding.suppressed is None for finding in covered) if has_ended else len(covered)
    if has_ended and named:
        words = _ENDED if count else _ENDED_IDLE
    elif named and not count and any(audit.outcomes for audit in named):
        words = _IDLE
    elif not named and not _exists(waiver):
        words = _NO_REPORT
    else:
        return None
    terms = waiver.terms
    filled = {"until": terms.until.isoformat(), "count": Number(count), "rule": waiver.rule, "report": terms.report}
    return Fault("waiver", words.zh.format(**filled), waiver.path, waiver.line, english=words.en.format(**filled))


def _exists(waiver: Waiver) -> bool:
    """Whether there is such a file that this run was only not asked for."""
    name = waiver.terms.report
    places = (Path(name), Path(waiver.path).parent / name)
    found = (glob.glob(str(place), recursive=True) for place in places)  # noqa: PTH207 - Path.glob refuses absolute patterns
    return name == "-" or any(place.exists() for place in places) or any(found)
