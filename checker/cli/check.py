"""`checker check`: the main job, from the paths on the command line to the exit code."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli import console, files
from checker.cli.exits import Exit, exit_code
from checker.cli.parser import Parser, stated
from checker.cli.reports import PATHS, gather
from checker.cli.rulebook import chosen_rules, load_rulebook
from checker.cli.waivers import load_waivers, tell
from checker.pipeline import Options, check
from checker.readers import Collected
from checker.renderers.formats import render
from checker.settings import Settings, settings
from checker.settings_file import read_settings
from checker.words.audit import Audit
from checker.words.rule import Wording
from checker.words.run import Run
from checker.words.source import Fault, Source

if TYPE_CHECKING:
    from checker.baseline.entry import Baseline

_WORDS = Wording("检查报告，输出带评分的审计结果。", "Check reports and print a scored audit.")
_STAGED = Wording("检查 git 暂存区里的内容", "check what is staged in git")
_EXPLAIN = Wording(
    "说明一处问题是怎样得出的；指纹可只写前几位", "show how a finding came about; the first digits will do"
)
_WHY_NOT = Wording("说明一条规则为什么报或不报", "show why a rule fires or does not")
_INTERRUPTED = Wording(
    "已中断：检查完 {done} 份报告，以上是它们的结果", "interrupted: {done} reports were finished and are given above"
)


def main(arguments: Sequence[str], language: str) -> int:
    call = _parser(language).read(arguments)
    asked = settings(read_settings(Path.cwd()), stated(call))
    rulebook = load_rulebook(asked)
    chosen = chosen_rules(rulebook, asked)
    waivers = load_waivers(asked, rulebook)
    known = _baseline(asked)
    options = Options(rulebook, asked.profile, chosen, asked.as_of, asked.encoding, asked.lang, waivers.valid, known)
    found = Collected() if call.staged else gather(call.paths, asked.lang)
    reports: Sequence[str | Source | Fault] = (_staged(call.paths, asked) if call.staged else []) or found.paths
    if asked.output:
        from checker.cli.inputs import inputs  # late: a hook writes no files

        names = (each if isinstance(each, str) else each.path or "-" for each in reports)
        files.refuse_clashes([output.path for output in asked.output], inputs(asked, names))
    if call.explain is not None or call.why_not is not None:
        from checker.cli.why import tell_why  # late: asked for by hand only

        return _with_unread(tell_why(reports, options, asked, call.explain, call.why_not), found)
    audits, finished = _checked(reports, options)
    run = Run(rulebook, tuple(audits))
    _deliver(run, asked)
    tell(waivers, audits, chosen, asked.lang)
    if known is not None:
        from checker.cli.known import tell_gone

        tell_gone(known, audits, rulebook, chosen, asked.lang)
    if not finished:
        console.say(_INTERRUPTED.of(asked.lang).format(done=len(audits)))
        return Exit.INTERRUPTED
    return _with_unread(exit_code(run, asked.fail_on), found)


def _staged(paths: Sequence[str], asked: Settings) -> list[Source | Fault]:
    from checker.cli.staged import staged_reports  # late: only a hook asks for it

    return list(staged_reports(paths, asked.encoding, asked.lang))


def _baseline(asked: Settings) -> Baseline | None:
    """The baseline that a call names; FaultsError where its file cannot be used."""
    if asked.baseline is None:
        return None
    from checker.cli.known import load_baseline  # late: few runs have one

    return load_baseline(asked.baseline)


def _with_unread(code: Exit, found: Collected) -> Exit:
    return Exit.UNREAD if found.faults and code is not Exit.FAILED else code


def _parser(language: str) -> Parser:
    parser = Parser("check", _WORDS, language)
    parser.paths(PATHS, nargs="*")
    parser.options("profile", "rules", "select", "ignore", "format", "output", "lang", "fail-on", "baseline", "waivers")
    parser.options("as-of", "encoding", "color")
    parser.add_argument("--staged", action="store_true", help=_STAGED.of(language))
    asking = parser.add_mutually_exclusive_group()
    asking.add_argument("--explain", metavar="FINGERPRINT", help=_EXPLAIN.of(language))
    asking.add_argument("--why-not", metavar="RULE", help=_WHY_NOT.of(language))
    return parser


def _checked(reports: Iterable[str | Source | Fault], options: Options) -> tuple[list[Audit], bool]:
    """The audits, and whether all could be finished before an interruption."""
    audits: list[Audit] = []
    try:
        for report in reports:
            audits.append(check(report, options))
    except KeyboardInterrupt:
        return audits, False
    return audits, True


def _deliver(run: Run, asked: Settings) -> None:
    """Files first: a closed pipe must not cost them. A file that cannot be written is told after the rest."""
    failed: list[console.FailedError] = []
    for output in asked.output:
        try:
            files.write(output.path, render(run, output.format, asked.lang))
        except console.FailedError as error:
            failed.append(error)
    if asked.format == "text":
        console.put(render(run, asked.format, asked.lang, *console.room(asked.color)))
    else:
        console.put_data(render(run, asked.format, asked.lang))
        console.say_faults((audit.fault for audit in run.audits if audit.fault is not None), asked.lang)
    if failed:
        raise failed[0]
