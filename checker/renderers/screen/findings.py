"""Findings as cards: what is wrong, the quote marked inside the text, the basis, the fix."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from checker.renderers import phrases, view
from checker.renderers.clean import clean, visible
from checker.renderers.excerpt import excerpt
from checker.renderers.screen.page import Page
from checker.renderers.screen.width import crop
from checker.words.audit import Audit
from checker.words.finding import Basis, Finding, Severity
from checker.words.place import Place
from checker.words.rule import Wording

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_MOST_CARDS = 5  # of one rule; of the others the places are listed
_MOST_PLACES = 20

_NONE = Wording("没有发现问题。", "No findings.")
_FOUND = Wording(
    "发现的问题：错误 {error} 处，核对 {warning} 处，提示 {info} 处",
    "Findings: {error} errors, {warning} warnings, {info} hints",
)
_ADVICE = Wording("建议", "fix")
_BASIS = Wording("依据", "basis")
_RELATED = Wording("另见", "see also")
_SUPPRESSED = Wording("不计", "set aside")
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


def position(place: Place) -> str:
    return f"{place.line}:{place.column}"


def _card(page: Page, finding: Finding) -> None:
    colour = COLOURS[finding.severity]
    lead = Text(f"{phrases.SEVERITIES[finding.severity].of(page.language)} ", f"bold {colour}")
    page.paragraph(Text(clean(finding.message), "bold"), lead, indent=2)
    way = [position(finding.place), clean(view.section_path(finding.section)), finding.rule]
    page.paragraph(Text("  ".join(filter(None, way)), "dim"), indent=4)
    _quote(page, finding, colour)
    _field(page, _RELATED, (_related(each.place, each.quote, each.message) for each in finding.related))
    _field(page, _BASIS, (basis_line(basis) for basis in finding.basis))
    _field(page, _ADVICE, [finding.suggestion] if finding.suggestion else [])
    if finding.suppressed is not None:
        _field(page, _SUPPRESSED, [finding.suppressed.reason])


def _quote(page: Page, finding: Finding, colour: str) -> None:
    shown = excerpt(finding, 2 * (page.width - 6))
    if shown is None:
        return
    body = Text(shown.before, "dim").append(f"【{shown.quote}】", f"bold {colour}").append(shown.after, "dim")
    page.paragraph(body, lead=Text("│ ", colour), indent=4)


def basis_line(basis: Basis) -> str:
    """《instrument》（number）article."""
    title = basis.instrument if basis.instrument.startswith("《") else f"《{basis.instrument}》"
    return f"{title}{f'（{basis.number}）' if basis.number else ''}{basis.article}"


def _related(place: Place, quote: str, message: str) -> str:
    return f"{position(place)} {crop(visible(quote), 40)} {clean(message)}".rstrip()


def _field(page: Page, name: Wording, values: Iterable[str]) -> None:
    for value in values:
        page.paragraph(Text(clean(value)), lead=Text(f"{name.of(page.language)} ", "dim"), indent=4)


def _others(page: Page, findings: list[Finding]) -> None:
    if findings:
        places = ", ".join(position(finding.place) for finding in findings[:_MOST_PLACES])
        more = places + (" …" if len(findings) > _MOST_PLACES else "")
        page.paragraph(Text(_MORE.of(page.language).format(count=len(findings), places=more), "dim"), indent=4)
