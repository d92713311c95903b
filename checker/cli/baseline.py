"""`checker baseline …`: known findings that must not block. `add` only adds, `prune` only removes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from checker.baseline.entry import Baseline, Entry, digits
from checker.baseline.file import SCHEMA, record, written
from checker.cli import console, family
from checker.cli.exits import INTERNAL, Exit, exit_code
from checker.cli.files import refuse_clashes, write
from checker.cli.inputs import inputs
from checker.cli.known import gone, load_baseline
from checker.cli.parser import Parser, stated
from checker.cli.reports import PATHS, gather
from checker.cli.rulebook import chosen_rules, load_rulebook
from checker.cli.waivers import load_waivers
from checker.pipeline import Options, check
from checker.renderers.clean import clean
from checker.renderers.view import section_path, short
from checker.settings import NEVER, Settings, settings
from checker.settings_file import read_settings
from checker.words.audit import Audit
from checker.words.finding import Finding
from checker.words.record import dataclass, replace
from checker.words.rule import Rulebook, Wording
from checker.words.run import Run

_USAGE = Wording("用法：checker baseline 命令 --baseline 文件 …", "usage: checker baseline COMMAND --baseline FILE …")
_REASON = Wording("为什么暂不改，写进新列入的每一条", "why they stay as they are, kept with every entry that is added")
_ADDED = Wording("{file}：新列入 {number} 条，共 {count} 条", "{file}: {number} added, {count} in all")
_PRUNED = Wording("{file}：删去 {number} 条，还有 {count} 条", "{file}: {number} removed, {count} left")
_COUNT = Wording("共 {count} 条", "{count} in all")


@dataclass(frozen=True, slots=True)
class _Today:
    """The reports of a call as they are today, against the baseline that it names."""

    asked: Settings
    known: Baseline
    rulebook: Rulebook
    chosen: frozenset[str] | None
    audits: tuple[Audit, ...]
    code: Exit


def main(arguments: Sequence[str], language: str) -> int:
    return family.run("baseline", _USAGE, COMMANDS, arguments, language, width=6)


def _add(parser: Parser, arguments: Sequence[str]) -> int:
    parser.add_argument("--reason", metavar="TEXT", default="", help=_REASON.of(parser.language))
    today, reason = _today(parser, arguments, may_be_new=True)
    entries = {entry.identity: entry for entry in today.known.entries}
    added = [
        _entry(today.known.name(audit.path), finding, reason)
        for audit in today.audits
        for finding in audit.findings
        if finding.suppressed is None
    ]
    for entry in added:
        known = entries.get(entry.identity, replace(entry, count=0))
        entries[entry.identity] = replace(entry, count=known.count + 1, reason=entry.reason or known.reason)
    return _write(today, entries.values(), len(added), _ADDED)


def _entry(report: str, finding: Finding, reason: str) -> Entry:
    way, quote = section_path(finding.section, "/"), short(finding.quote)
    return Entry(report, finding.rule, digits(finding), section=way, quote=quote, reason=reason)


def _prune(parser: Parser, arguments: Sequence[str]) -> int:
    today, _ = _today(parser, arguments)
    over = {entry.identity: entry.count for entry in gone(today.known, today.audits, today.rulebook, today.chosen)}
    over |= {entry.identity: entry.count for entry in today.known.entries if not today.known.exists(entry)}
    kept = [
        replace(entry, count=entry.count - over.get(entry.identity, 0))
        for entry in today.known.entries
        if entry.count > over.get(entry.identity, 0)
    ]
    return _write(today, kept, sum(over.values()), _PRUNED)


def _show(parser: Parser, arguments: Sequence[str]) -> int:
    parser.options("baseline", "format", "lang", formats=("text", "json"))
    asked = settings(read_settings(Path.cwd()), stated(parser.read(arguments)))
    known = _known(asked, may_be_new=False)
    entries = sorted(known.entries, key=lambda entry: entry.identity)
    if asked.format == "json":
        document = {"schema": SCHEMA, "findings": [record(entry) for entry in entries]}
        console.put_data(json.dumps(document, ensure_ascii=False, indent=1) + "\n")
    else:
        console.put(
            "".join(f"{line}\n" for line in (*_lines(entries), _COUNT.of(asked.lang).format(count=known.count)))
        )
    return Exit.FINE


def _lines(entries: Sequence[Entry]) -> Iterator[str]:
    for report, found in groupby(entries, key=lambda entry: entry.report):
        yield clean(report)
        for entry in found:
            times = f"×{entry.count}" if entry.count > 1 else ""
            told = (entry.rule, entry.fingerprint[:8], entry.section, entry.quote, times, entry.reason)
            yield "  " + clean("  ".join(filter(None, told)))


def _today(parser: Parser, arguments: Sequence[str], *, may_be_new: bool = False) -> tuple[_Today, str]:
    """The reports of a call, checked against its baseline, and the reason that it gives. Nothing is written yet.

    FaultsError where a rule or the program failed: no result may be trusted.
    """
    parser.paths(PATHS)
    parser.options("baseline", "profile", "rules", "select", "ignore", "waivers", "as-of", "encoding", "lang")
    call = parser.read(arguments)
    asked = settings(read_settings(Path.cwd()), stated(call))
    known = _known(asked, may_be_new=may_be_new)
    rulebook = load_rulebook(asked)
    chosen = chosen_rules(rulebook, asked)
    waivers = load_waivers(asked, rulebook).valid
    found = gather(call.paths, asked.lang)
    refuse_clashes([known.path], inputs(replace(asked, baseline=None), found.paths))
    options = Options(rulebook, asked.profile, chosen, asked.as_of, asked.encoding, asked.lang, waivers, known)
    audits = tuple(check(report, options) for report in found.paths)
    if wrong := [audit.fault for audit in audits if audit.fault and audit.fault.code in INTERNAL]:
        raise console.FaultsError(wrong)
    console.say_faults((audit.fault for audit in audits if audit.fault and not audit.outcomes), asked.lang)
    code = Exit.UNREAD if found.faults else exit_code(Run(rulebook, audits), NEVER)
    return _Today(asked, known, rulebook, chosen, audits, code), getattr(call, "reason", "")


def _known(asked: Settings, *, may_be_new: bool) -> Baseline:
    if asked.baseline is None:
        raise console.FailedError("请用 --baseline 写明基线文件", "name the file with --baseline")
    if may_be_new and not asked.baseline.exists():
        return Baseline(asked.baseline)
    return load_baseline(asked.baseline)


def _write(today: _Today, entries: Iterable[Entry], number: int, words: Wording) -> Exit:
    after = Baseline(today.known.path, entries)
    write(after.path, written(after.entries))
    facts = {"file": after.path.as_posix(), "number": number, "count": after.count}
    console.say(words.of(today.asked.lang).format(**facts))
    return today.code


COMMANDS: family.Commands = {
    "add": (Wording("把今天的问题列入基线", "add the findings of today"), _add),
    "prune": (Wording("删去已经整改的", "remove what is mended"), _prune),
    "show": (Wording("列出基线里的问题", "list what is in it"), _show),
}
