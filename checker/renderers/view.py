"""What every report for people says first: the verdict in a sentence, the repairs worth most, what was found right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from fractions import Fraction

from checker.renderers import phrases
from checker.renderers.clean import visible
from checker.renderers.screen.width import crop
from checker.scoring import band
from checker.words.audit import Audit, Grade, Part, Score, Status
from checker.words.finding import Basis, Finding, Related, Severity, Suppressed
from checker.words.place import Place
from checker.words.record import dataclass
from checker.words.relation import Relation, Truth
from checker.words.rule import Wording

_MOST_REPAIRS = 3


class Tone(StrEnum):
    """How a verdict is to be taken; renderers give each a colour."""

    GOOD = "good"
    FAIR = "fair"
    BAD = "bad"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Repair:
    """One rule's findings, mended together: what that adds to the score, and the first of them."""

    gain: Fraction
    count: int
    first: Finding


_KNOWN = Wording(
    "没有新的错误，也没有新的需要核对之处；存量问题 {count} 处有待整改。",
    "No new errors, nothing new to verify; {count:known finding|known findings} to be mended.",
)
_GOOD = Wording("可以提交：没有发现错误，也没有需要核对之处。", "Ready to submit: no errors, nothing to verify.")
_FAIR = Wording("建议修改后提交：{faults}。", "Better revised before submitting: {faults}.")
_BAD = Wording("暂不能提交：{faults}。", "Not ready to submit: {faults}.")
_UNREADABLE = Wording("未能检查：{reason}", "Not checked: {reason}")
_UNSCORED = Wording("未评分：{reason}", "Not scored: {reason}")
_VETO = Wording("违反否决规则 {rules}", "veto rule {rules} is broken")
_VETOED = Wording("一票否决：{rule}  {reason}", "fails the report: {rule}  {reason}")
_FAILED = Wording(
    "按得分为“{band}”；上述问题改正之前，等级为“不合格”", "by its points: {band}; until this is mended: failed"
)
_ERRORS = Wording("有 {count} 处错误要改正", "{count} to correct")
_WARNINGS = Wording("有 {count} 处需要核对", "{count} to verify")
_YEAR = Wording("{year} 年度", "{year}")
_WAIVED = Wording("{reason}（豁免，{approver}批准，至{until}）", "{reason} (waived by {approver} until {until})")
_SIGNED = Wording("落款：{date}", "signed: {date}")


def open_findings(audit: Audit, severity: Severity | None = None) -> list[Finding]:
    """The findings that are not suppressed, of one severity or of all."""
    return [f for f in audit.findings if f.suppressed is None and severity in {None, f.severity}]


def known(audit: Audit) -> list[Finding]:
    """The errors and warnings that a baseline knows: they do not block, and are still to be mended."""
    return [f for f in audit.findings if is_known(f) and f.severity is not Severity.INFO]


def is_known(finding: Finding) -> bool:
    return finding.suppressed is not None and finding.suppressed.by == "baseline"


def aside(findings: Iterable[Finding], language: str) -> str:
    """How many of the findings are set aside, by what; empty where none is."""
    counts = Counter(finding.suppressed.by for finding in findings if finding.suppressed is not None)
    listed = [phrases.name(phrases.ASIDE, by, language).format(count=counts[by]) for by in sorted(counts)]
    return Wording("，", ", ").of(language).join(listed)


def grade(score: Score, language: str) -> str:
    """The band of a score, in words."""
    return phrases.name(phrases.BANDS, score.grade, language)


def veto_lines(audit: Audit, language: str) -> Iterator[str]:
    """Why the grade is not that of the points: each broken veto rule, and what the grade would be without."""
    score = audit.score
    if score is None or not score.veto:
        return
    for rule in score.veto:
        message = next((finding.message for finding in audit.findings if finding.rule == rule), "")
        yield _VETOED.of(language).format(rule=rule, reason=message).rstrip()
    yield _FAILED.of(language).format(band=phrases.name(phrases.BANDS, band(score.total), language))


def tone(audit: Audit) -> Tone:
    if audit.status is Status.UNREADABLE or (audit.status is Status.UNSCORED and not audit.outcomes):
        return Tone.NONE
    if open_findings(audit, Severity.ERROR) or _veto(audit):
        return Tone.BAD
    return Tone.FAIR if open_findings(audit, Severity.WARNING) or known(audit) else Tone.GOOD


def _veto(audit: Audit) -> tuple[str, ...]:
    """The veto rules that are broken by more than a baseline knows."""
    settled = {finding.rule for finding in known(audit)} - {finding.rule for finding in open_findings(audit)}
    return tuple(rule for rule in audit.score.veto if rule not in settled) if audit.score else ()


def verdict(audit: Audit, language: str) -> str:
    """One sentence: whether the report can be handed in, or why that cannot be said."""
    mood = tone(audit)
    if mood is Tone.NONE:
        sentence = _UNREADABLE if audit.status is Status.UNREADABLE else _UNSCORED
        return sentence.of(language).format(reason=reason(audit, language))
    if mood is Tone.GOOD:
        return _GOOD.of(language)
    veto = _veto(audit)
    errors, warnings = (len(open_findings(audit, severity)) for severity in (Severity.ERROR, Severity.WARNING))
    if not veto and not errors and not warnings:
        return _KNOWN.of(language).format(count=phrases.Number(len(known(audit))))
    faults = [
        _VETO.of(language).format(rules=", ".join(veto)) if veto and not errors else "",
        _ERRORS.of(language).format(count=errors) if errors else "",
        _WARNINGS.of(language).format(count=warnings) if warnings else "",
    ]
    listed = Wording("，", ", ").of(language).join(filter(None, faults))
    return (_BAD if mood is Tone.BAD else _FAIR).of(language).format(faults=listed)


def reason(audit: Audit, language: str) -> str:
    """What the audit's fault says, empty where there is none."""
    fault = audit.fault
    if fault is None:
        return ""
    return fault.english if language == "en" and fault.english else fault.message


def repairs(audit: Audit) -> list[Repair]:
    """The three rules whose mending adds most to the score: those that fail the report first, then the dearest."""
    if audit.score is None:
        return []
    base = audit.score.base
    costly = [each for each in audit.findings if each.suppressed is None or not each.suppressed.spares_points]
    firsts = {(finding.rule, finding.message): finding for finding in reversed(costly)}
    veto = audit.score.veto
    dearest = sorted(audit.score.deductions, key=lambda lost: (lost.rule not in veto, -lost.points))[:_MOST_REPAIRS]
    return [Repair(100 * lost.points / base, lost.count, firsts[lost.rule, lost.reason]) for lost in dearest]


def facts(audit: Audit, language: str) -> list[str]:
    """What the report is: its kind, year, issuer, date, script and encoding, as far as they are known."""
    known = [
        phrases.name(phrases.PROFILES, audit.profile, language) if audit.profile else "",
        _YEAR.of(language).format(year=audit.report_year) if audit.report_year else "",
        audit.issuer or "",
        _SIGNED.of(language).format(date=audit.signed) if audit.signed else "",
        phrases.name(phrases.SCRIPTS, audit.script, language) if audit.script else "",
        audit.encoding or "",
    ]
    return [fact for fact in known if fact]


def details(finding: Finding, language: str) -> list[tuple[str, str]]:
    """What belongs to a finding besides its message: `related`, `basis`, `advice` and `aside`, each with its text."""
    rows = [("related", _related(each)) for each in finding.related]
    rows += [("basis", basis_line(basis)) for basis in finding.basis]
    rows += [("advice", finding.suggestion)] if finding.suggestion else []
    return rows + ([("aside", _aside(finding.suppressed, language))] if finding.suppressed else [])


def _related(each: Related) -> str:
    """Its position, quote and label; a label that says no more than the quote is left out."""
    words = (position(each.place), short(each.quote), each.message if each.message != each.quote else "")
    return " ".join(filter(None, words))


def _aside(why: Suppressed, language: str) -> str:
    """Why a finding is set aside; of a waiver also who answers for it, and until when."""
    if why.approver is None or why.until is None:
        return why.reason
    return _WAIVED.of(language).format(reason=why.reason, approver=why.approver, until=why.until)


def short_fingerprint(finding: Finding) -> str:
    """As much of it as `--explain` needs."""
    digits, mark, twin = finding.fingerprint.partition("#")
    return f"{digits[:8]}{mark}{twin}"


def position(place: Place) -> str:
    """Line and column, 1-based."""
    return f"{place.line}:{place.column}"


def basis_line(basis: Basis) -> str:
    """《instrument》（number）article."""
    title = basis.instrument if basis.instrument.startswith("《") else f"《{basis.instrument}》"
    return f"{title}{f'（{basis.number}）' if basis.number else ''}{basis.article}"


def short(quote: str) -> str:
    """The beginning of a quote, on one line."""
    return crop(visible(quote), 40)


def relations(audit: Audit, truth: Truth) -> list[Relation]:
    return [relation for relation in audit.relations if relation.truth is truth]


def graded(audit: Audit) -> dict[int, list[Part]]:
    """The required parts that have a heading, by its line."""
    found: dict[int, list[Part]] = {}
    for part in audit.parts:
        if part.line is not None and part.grade in {Grade.OWN, Grade.LOWER}:
            found.setdefault(part.line, []).append(part)
    return found


def section_path(markers: Sequence[str], separator: str = " › ") -> str:
    """The way to a finding without the marks that end a number: `二 › (三) › 3`."""
    return separator.join(marker.rstrip("、.．，, ") for marker in markers)
