"""Findings as cards: what is wrong, the quote marked inside the text, the basis, the fix."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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
    "Findings: {error:error|errors}, {warning:warning|warnings}, {info:hint|hints}",
)
_ASIDE = Wording("；另有{aside}", "; besides {aside}")
_KNOWN = Wording(
    "存量问题（已列入基线，不拦截，仍扣分）：{count} 处",
    "Known findings (in the baseline: they do not block, and still cost points): {count}",
)
_MORE = Wording("同一规则另有 {count} 处：{places}", "{count} more of this rule: {places}")


def show(page: Page, audit: Audit) -> None:
    """All findings, the grave ones first; a rule's sixth finding and further ones, and known ones, by place only."""
    count = {severity.value: phrases.Number(len(view.open_findings(audit, severity))) for severity in Severity}
    words = (_FOUND if audit.findings else _NONE).of(page.language).format(**count)
    aside = view.aside(audit.findings, page.language)
    page.heading(words, _ASIDE.of(page.language).format(aside=aside) if aside else "")
    for found in _groups(finding for finding in audit.findings if not view.is_known(finding)):
        for finding in found[:_MOST_CARDS]:
            page.blank()
            _card(page, finding)
        _others(page, found[_MOST_CARDS:])
    _known(page, [finding for finding in audit.findings if view.is_known(finding)])


def _groups(findings: Iterable[Finding]) -> list[list[Finding]]:
    """The findings of each rule at each severity, the grave ones first."""
    groups: dict[tuple[int, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((-finding.severity.rank, finding.rule), []).append(finding)
    return [found for _, found in sorted(groups.items(), key=lambda group: group[0][0])]


def _known(page: Page, findings: Sequence[Finding]) -> None:
    """A line a rule for what a baseline knows."""
    if not findings:
        return
    page.heading(_KNOWN.of(page.language).format(count=len(findings)))
    for found in _groups(findings):
        severity = found[0].severity
        lead = Styled(f"{phrases.SEVERITIES[severity].of(page.language)} ", COLOURS[severity])
        page.paragraph(Styled(f"{found[0].rule}  ").append(_places(found), "dim"), lead, indent=2)


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
        words = _MORE.of(page.language).format(count=len(findings), places=_places(findings))
        page.paragraph(Styled(words, "dim"), indent=4)


def _places(findings: Sequence[Finding]) -> str:
    places = ", ".join(view.position(finding.place) for finding in findings[:_MOST_PLACES])
    return places + (" …" if len(findings) > _MOST_PLACES else "")
