"""Findings as cards: what is wrong, the quote marked inside the text, the basis, the fix."""

from __future__ import annotations

from checker.renderers import phrases, view
from checker.renderers.clean import clean
from checker.renderers.excerpt import excerpt
from checker.renderers.screen.page import Page
from checker.renderers.screen.styled import Styled
from checker.words.audit import Audit
from checker.words.finding import Finding, Severity
from checker.words.rule import Wording

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_MOST_CARDS = 5  # of one rule; of the others the places are listed
_MOST_PLACES = 20

_NONE = Wording("没有发现问题。", "No findings.")
_FOUND = Wording(
    "发现的问题：错误 {error} 处，核对 {warning} 处，提示 {info} 处",
    "Findings: {error} errors, {warning} warnings, {info} hints",
)
_MORE = Wording("同一规则另有 {count} 处：{places}", "{count} more of this rule: {places}")


def show(page: Page, audit: Audit) -> None:
    """All findings, the grave ones first; a rule's sixth finding and further ones by place only."""
    count = {severity.value: len(view.open_findings(audit, severity)) for severity in Severity}
    page.heading((_FOUND if audit.findings else _NONE).of(page.language).format(**count))
    groups: dict[tuple[int, str], list[Finding]] = {}
    for finding in audit.findings:
        groups.setdefault((-finding.severity.rank, finding.rule), []).append(finding)
    for _, found in sorted(groups.items(), key=lambda group: group[0][0]):
        for finding in found[:_MOST_CARDS]:
            page.blank()
            _card(page, finding)
        _others(page, found[_MOST_CARDS:])


def _card(page: Page, finding: Finding) -> None:
    colour = COLOURS[finding.severity]
    lead = Styled(f"{phrases.SEVERITIES[finding.severity].of(page.language)} ", f"bold {colour}")
    page.paragraph(Styled(clean(finding.message), "bold"), lead, indent=2)
    way = [view.position(finding.place), clean(view.section_path(finding.section)), finding.rule]
    way.append(view.short_fingerprint(finding))
    page.paragraph(Styled("  ".join(filter(None, way)), "dim"), indent=4)
    _quote(page, finding, colour)
    for key, value in view.details(finding, page.language):
        page.paragraph(Styled(clean(value)), lead=Styled(f"{phrases.DETAILS[key].of(page.language)} ", "dim"), indent=4)


def _quote(page: Page, finding: Finding, colour: str) -> None:
    shown = excerpt(finding, 2 * (page.width - 6))
    if shown is None:
        return
    body = Styled(shown.before).append(f"【{shown.quote}】", f"bold {colour}").append(shown.after)
    page.paragraph(body, lead=Styled("│ ", colour), indent=4, bar=True)


def _others(page: Page, findings: list[Finding]) -> None:
    if findings:
        places = ", ".join(view.position(finding.place) for finding in findings[:_MOST_PLACES])
        more = places + (" …" if len(findings) > _MOST_PLACES else "")
        page.paragraph(Styled(_MORE.of(page.language).format(count=len(findings), places=more), "dim"), indent=4)
