"""Format `markdown`: for a merge request, a job summary or a letter."""

from __future__ import annotations

from collections.abc import Iterator

from checker.patterns import expression
from checker.renderers import phrases, view
from checker.renderers.clean import clean
from checker.renderers.decimals import decimal
from checker.renderers.excerpt import excerpt
from checker.scoring import shown
from checker.words.audit import Audit, Grade, Score
from checker.words.finding import Finding, Severity
from checker.words.rule import Wording
from checker.words.run import Run

_ROOM = 120  # cells of text around a quote
_SPECIAL = expression(r"([\\`*_{}\[\]<>#!|~&@]|^\s*[-+=]|(?<=\d)[.)](?=\s))")
_MARKS = {Grade.OWN: "√", Grade.LOWER: "√", Grade.TOUCHED: "○", Grade.MISSING: "×"}

_GRADE = Wording("（{grade}）", " ({grade})")
_KNOWN = Wording("存量问题（已列入基线）", "Known findings (in the baseline)")
_REPORTS = Wording("得分|等级|错误|核对|提示|报告", "score|grade|errors|warnings|hints|report")
_LOST = Wording("规则|扣分|处数|封顶|事由", "rule|points|count|cap|reason")
_POINTS = Wording("{total} 分（{grade}）", "{total} points ({grade})")


def render(run: Run, language: str = "zh") -> str:
    """A table of the reports where there are several, then each report."""
    blocks = [] if len(run.audits) == 1 else [_reports(run, language)]
    blocks += [block for audit in run.audits for block in _report(audit, language)]
    return "\n\n".join(filter(None, blocks)) + "\n"


def plain(text: str) -> str:
    """The text on one line, nothing in it taken for markup."""
    return _SPECIAL.sub(r"\\\1", clean(text))


def _report(audit: Audit, language: str) -> Iterator[str]:
    yield f"## {plain(audit.title or audit.path)}"
    score = audit.score
    points = _POINTS.of(language).format(total=shown(score.total), grade=view.grade(score, language)) if score else ""
    yield f"**{plain(view.verdict(audit, language))}** {points}".strip()
    if not audit.outcomes:
        return
    yield plain(" · ".join([audit.path, *view.facts(audit, language)]))
    yield plain(view.reason(audit, language))
    yield "\n".join(f"- +{shown(each.gain)}: {plain(each.first.message)}" for each in view.repairs(audit))
    yield "　".join(
        f"{_MARKS[part.grade]} {plain(phrases.name(phrases.PARTS, part.id, language))}"
        + _GRADE.of(language).format(grade=phrases.GRADES[part.grade].of(language))
        for part in audit.parts
    )
    ordered = sorted(audit.findings, key=lambda each: -each.severity.rank)
    yield from (_finding(finding, language) for finding in ordered if not view.is_known(finding))
    if known := [finding for finding in ordered if view.is_known(finding)]:
        yield f"**{_KNOWN.of(language)}**"
        yield "\n".join(f"- {view.position(each.place)} `{each.rule}` {plain(each.message)}" for each in known)
    yield _score(score, language) if score else ""
    yield "\n".join(f"- {plain(words)}" for words in view.veto_lines(audit, language))


def _finding(finding: Finding, language: str) -> str:
    name = phrases.SEVERITIES[finding.severity].of(language)
    place = " ".join(filter(None, [view.position(finding.place), plain(view.section_path(finding.section))]))
    lines = [f"**{name}** {plain(finding.message)}", f"{place} `{finding.rule}` {view.short_fingerprint(finding)}"]
    quoted = excerpt(finding, _ROOM)
    if quoted:
        lines.append(f"> {plain(quoted.before)}**【{plain(quoted.quote)}】**{plain(quoted.after)}\n")
    colon = phrases.COLON.of(language)
    for key, text in view.details(finding, language):
        lines.append(f"- {phrases.DETAILS[key].of(language)}{colon}{plain(text)}")
    return "\n".join([f"{lines[0]}  ", lines[1], "", *lines[2:]])


def _score(score: Score, language: str) -> str:
    rows = [
        [lost.rule, f"-{decimal(lost.points)}", str(lost.count), decimal(lost.cap), lost.reason]
        for lost in score.deductions
    ]
    return _table(_LOST.of(language), rows) if rows else ""


def _reports(run: Run, language: str) -> str:
    rows = []
    for audit in run.audits:
        numbers = [str(len(view.open_findings(audit, severity))) for severity in reversed(Severity)]
        score = [shown(audit.score.total), view.grade(audit.score, language)] if audit.score else ["-", ""]
        rows.append([*score, *numbers, audit.path])
    return _table(_REPORTS.of(language), rows)


def _table(names: str, rows: list[list[str]]) -> str:
    lines = [f"|{names}|", f"|{'---|' * len(names.split('|'))}"]
    return "\n".join([*lines, *(f"|{'|'.join(map(plain, row))}|" for row in rows)])
