"""`checker check --explain FINGERPRINT` and `--why-not RULE`: how a finding came about, or why there is none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from checker.cli import console
from checker.cli.exits import Exit, exit_code
from checker.cli.explain import found_rule
from checker.pipeline import Options, examine
from checker.renderers.screen.page import Canvas
from checker.settings import Settings
from checker.tracing import as_json, page
from checker.tracing.trace import Case, Trace, trace
from checker.words.finding import Finding
from checker.words.run import Run
from checker.words.source import Fault, Source

_LEAST = 4  # digits of a fingerprint that may stand for it
_NEAR = 3


def tell_why(
    reports: Iterable[str | Source | Fault],
    options: Options,
    asked: Settings,
    fingerprint: str | None,
    rule: str | None,
) -> Exit:
    """Print the traces; the exit code says only whether every report could be checked."""
    if asked.format not in ("text", "json"):
        raise console.FailedError(
            "--explain 和 --why-not 只有 text 和 json 两种格式",
            "--explain and --why-not know the formats text and json",
        )
    if rule is not None:
        found_rule(options.rulebook, rule)  # before any work is done for a name that does not exist
    examined = [examine(report, options) for report in reports]
    run = Run(options.rulebook, tuple(each.audit for each in examined))
    console.say_faults((audit.fault for audit in run.audits if audit.fault and not audit.outcomes), asked.lang)
    cases = [
        Case(each.audit, each.document, each.ledger, options.rulebook, options.as_of)
        for each in examined
        if each.document is not None and each.ledger is not None
    ]
    traces = (
        _of_rule(cases, rule, asked.lang) if rule is not None else _of_finding(cases, fingerprint or "", asked.lang)
    )
    if asked.format == "json":
        console.put_data(as_json.render(traces))
    else:
        console.put(page.render(traces, asked.lang, Canvas(*console.room(asked.color))))
    return exit_code(run, "never")


def _of_rule(cases: Sequence[Case], name: str, language: str) -> list[Trace]:
    return [trace(case, found_rule(case.rulebook, name), language) for case in cases]


def _of_finding(cases: Sequence[Case], fingerprint: str, language: str) -> list[Trace]:
    found = _matching(cases, fingerprint.lower())
    return [
        trace(case, found_rule(case.rulebook, finding.rule), language, finding)
        for case in cases
        for finding in case.audit.findings
        if finding.fingerprint == found
    ]


def _matching(cases: Sequence[Case], wanted: str) -> str:
    """The fingerprint that is meant: the same, or the only one that begins so."""
    findings = {finding.fingerprint: finding for case in cases for finding in case.audit.findings}
    if wanted in findings:
        return wanted
    digits, mark, twin = wanted.partition("#")
    begun = [each for each in findings if each.startswith(digits) and each.partition("#")[1:] == (mark, twin)]
    begun = begun if len(digits) >= _LEAST else []
    if len(begun) == 1:
        return begun[0]
    near = begun or get_close_matches(wanted, findings, n=_NEAR, cutoff=0.4)
    listed = "".join(f"\n  {_line(findings[each])}" for each in near[:_NEAR])
    if begun:
        zh, en = f"有 {len(begun)} 处问题的指纹以 {wanted} 开头", f"{len(begun)} fingerprints begin with {wanted}"
    else:
        zh, en = f"没有指纹为 {wanted} 的问题", f"no finding has the fingerprint {wanted}"
    raise console.FailedError(zh + ("，相近的有：" if near else "") + listed, en + (", near:" if near else "") + listed)


def _line(finding: Finding) -> str:
    return f"{finding.fingerprint}  {finding.place.line}:{finding.place.column}  {finding.rule}"
