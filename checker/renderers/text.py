"""Format `text`: the audit for a person at a terminal. The verdict first, then what to do, then why."""

from __future__ import annotations

from checker.renderers import phrases, view
from checker.renderers.clean import clean
from checker.renderers.screen import evidence, findings, outline
from checker.renderers.screen.page import Canvas, Page
from checker.renderers.screen.styled import Styled
from checker.renderers.screen.width import width
from checker.scoring import shown
from checker.words.audit import Audit
from checker.words.finding import Severity
from checker.words.rule import Wording
from checker.words.run import Run

_TONES = {
    view.Tone.GOOD: "bold green",
    view.Tone.FAIR: "bold yellow",
    view.Tone.BAD: "bold red",
    view.Tone.NONE: "bold magenta",
}
_POINTS = Wording("{total} 分（{grade}）", "{total} points ({grade})")
_FIRST = Wording("先改这 {places} 处，可得 +{gain} 分", "Worth mending first, {places:place|places}: +{gain} points")
_PARTS = Wording("（{count} 处）", " ({count:place|places})")
_SUMMARY = Wording(
    "共 {reports} 份报告：已评分 {checked}，未评分 {unscored}，未能读取 {unreadable}；"
    "错误 {error}，核对 {warning}，提示 {info}",
    "{reports:report|reports}: {checked} scored, {unscored} not scored, {unreadable} unreadable; "
    "{error:error|errors}, {warning:warning|warnings}, {info:hint|hints}",
)
_SET_ASIDE = Wording("；另有{aside}", "; besides {aside}")
_COLUMNS = Wording(" 得分  等级    错误  核对  提示  报告", "score  grade      errs  warn  info  report")


def render(run: Run, language: str = "zh", canvas: Canvas | None = None) -> str:
    """The audits one after the other; for several reports a table at the end."""
    page = Page(canvas or Canvas(), language)
    for audit in run.audits:
        page.blank()
        _report(page, audit)
    if len(run.audits) != 1:
        _summary(page, run)
    return page.text()


def _report(page: Page, audit: Audit) -> None:
    page.paragraph(Styled(clean(audit.path), "bold blue"))
    page.rule()
    sentence = Styled(clean(view.verdict(audit, page.language)), _TONES[view.tone(audit)])
    if audit.score is not None:
        total, grade = shown(audit.score.total), view.grade(audit.score, page.language)
        sentence.append("  " + _POINTS.of(page.language).format(total=total, grade=grade), "bold")
    page.paragraph(sentence)
    if audit.fault is not None and audit.outcomes:
        page.paragraph(Styled(clean(view.reason(audit, page.language)), "yellow"))
    if not audit.outcomes:
        return
    _facts(page, audit)
    _repairs(page, audit)
    outline.show(page, audit)
    findings.show(page, audit)
    evidence.show_relations(page, audit)
    evidence.show_score(page, audit)


def _facts(page: Page, audit: Audit) -> None:
    """What the report is, on a line or two."""
    language = page.language
    if audit.title:
        page.paragraph(Styled(clean(audit.title)))
    page.paragraph(Styled(clean(" · ".join(view.facts(audit, language))), "dim"))


def _repairs(page: Page, audit: Audit) -> None:
    """The repairs worth most, with what each adds to the score."""
    worth = view.repairs(audit)
    if not worth:
        return
    words = _FIRST.of(page.language)
    gain = sum((repair.gain for repair in worth), worth[0].gain * 0)
    places = phrases.Number(sum(repair.count for repair in worth))
    page.heading(words.format(places=places, gain=shown(gain)))
    for repair in worth:
        body = Styled(f"{view.position(repair.first.place)}  {clean(repair.first.message)}")
        if repair.count > 1:
            body.append(_PARTS.of(page.language).format(count=phrases.Number(repair.count)), "dim")
        page.paragraph(body, lead=Styled(f"+{shown(repair.gain):<5} ", "green"), indent=2)


def _summary(page: Page, run: Run) -> None:
    """A line a report, the name last, since its width in a terminal is not certain."""
    page.blank()
    page.rule("━")
    page.paragraph(Styled(_COLUMNS.of(page.language), "dim"))
    room = max(width(words.of(page.language)) for words in phrases.BANDS.values())
    for audit in run.audits:
        score = "-" if audit.score is None else shown(audit.score.total)
        numbers = [len(view.open_findings(audit, severity)) for severity in reversed(Severity)]
        grade = view.grade(audit.score, page.language) if audit.score else ""
        blank = " " * (room - width(grade))
        lead = Styled(f"{score:>5}  {grade}{blank}", _TONES[view.tone(audit)])
        lead.append("".join(f"{number:>6}" for number in numbers))
        page.paragraph(Styled(clean(audit.path)), lead=lead.append("  "))
    facts = run.summary()
    words = _SUMMARY.of(page.language).format(
        **{name: phrases.Number(getattr(facts, name)) for name in facts.__slots__}
    )
    aside = view.aside((finding for audit in run.audits for finding in audit.findings), page.language)
    words += _SET_ASIDE.of(page.language).format(aside=aside) if aside else ""
    page.blank()
    page.paragraph(Styled(words, "bold"))
