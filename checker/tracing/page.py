"""A trace for a person at a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from checker.findings import ROLES
from checker.renderers import phrases, view
from checker.renderers.clean import clean, visible
from checker.renderers.decimals import decimal
from checker.renderers.screen.page import Canvas, Page
from checker.renderers.screen.styled import Styled
from checker.renderers.screen.width import crop
from checker.rulebook.wording import open_form
from checker.tracing.looks import Aim, Look
from checker.tracing.trace import Trace, Weighed
from checker.words.audit import Verdict
from checker.words.finding import Finding
from checker.words.interval import Interval
from checker.words.relation import Binding, Truth
from checker.words.rule import Wording

_MOST_SPOTS = 5
_MOST_RELATIONS = 8

_VERDICTS = {
    Verdict.MET: Wording("符合", "met"),
    Verdict.BROKEN: Wording("违反", "broken"),
    Verdict.UNDECIDED: Wording("无法判断", "undecided"),
    Verdict.NOT_APPLICABLE: Wording("不适用", "not applicable"),
    Verdict.WAIVED: Wording("已豁免", "waived"),
}
_TRUTHS = {
    Truth.HOLDS: ("√", "green", Wording("一致", "holds")),
    Truth.VIOLATED: ("×", "red", Wording("不一致", "violated")),
    Truth.UNDECIDABLE: ("?", "yellow", Wording("无法判断", "undecided")),
}
_AIMS = {
    Aim.TEXT: Wording("全文", "the whole text"),
    Aim.LINES: Wording("只看这些种类的行：{name}", "only lines of these kinds: {name}"),
    Aim.PART: Wording("部分“{name}”", "part “{name}”"),
    Aim.OTHER_PART: Wording("不看部分“{name}”", "not the part “{name}”"),
    Aim.PATTERN: Wording("{label}（{name}）", "{label} ({name})"),
    Aim.METRIC: Wording("指标“{label}”（{name}）", "metric “{label}” ({name})"),
    Aim.CITATION: Wording("书名号里的名称", "titles cited"),
    Aim.FIGURE: Wording("读出的数字", "figures read"),
}
_COUNT = Wording("：{count} 处", ": {count}")
_NONE = Wording("：没有找到", ": none")
_OUTSIDE = Wording("，另有 {count} 处不在检查范围内", ", {count} more outside of what the rule reads")
_MORE = Wording("…… 另有 {count} 处", "… {count} more")
_LOOKED = Wording("查了哪里", "Where it looked")
_FOUND = Wording("找到什么", "What it found there")
_RELATIONS = Wording("数字关系", "Relations between figures")
_FINDINGS = Wording("报出的问题", "Findings")
_NO_RELATION = Wording("没有找到可供核对的数字关系", "no relation between figures was found")
_BINDINGS = {
    Binding.STATED: Wording("文中写明", "stated"),
    Binding.INFERRED: Wording("推断，须人工核对", "inferred, for a person to verify"),
}
_ELSEWHERE = Wording("（已列在另一条规则名下）", " (listed under another rule)")
_ROUNDED = Wording("（只有截断、不四舍五入才一致）", " (agrees only if cut off, not rounded)")
_GAP = Wording("相差 {gap}", "off by {gap}")
_RANGE = Wording("按写法应在 {low} 至 {high} 之间", "as written between {low} and {high}")
_ORIGIN = Wording("规则写在 {path} 第 {line} 行；依据和示例：checker explain {rule}", "written in {path}:{line}")
_IDENTITY = Wording("指纹 {fingerprint}", "fingerprint {fingerprint}")
_RELATING = frozenset({"relation", "equation", "metric"})


def render(traces: Sequence[Trace], language: str = "zh", canvas: Canvas | None = None) -> str:
    """The traces one after the other."""
    page = Page(canvas or Canvas(), language)
    for trace in traces:
        page.blank()
        _show(page, trace)
    return page.text()


def _show(page: Page, trace: Trace) -> None:
    language, rule = page.language, trace.rule
    page.paragraph(Styled(clean(trace.audit.path), "bold blue"))
    page.paragraph(Styled(clean(" · ".join(view.facts(trace.audit, language))), "dim"))
    page.rule()
    if trace.finding is not None:
        _finding(page, trace.finding)
    words = _VERDICTS[trace.verdict].of(language) + (phrases.COLON.of(language) + trace.reason if trace.reason else "")
    page.paragraph(Styled(f"{rule.id}  ", "bold").append(clean(words), "bold"))
    page.paragraph(Styled(open_form(rule.message.of(language)), "dim"), indent=2)
    origin = _ORIGIN.of(language).format(path=rule.origin.path, line=rule.origin.line, rule=rule.id)
    page.paragraph(Styled(origin, "dim"), indent=2)
    _looks(page, _LOOKED.of(language), trace.looked)
    _looks(page, _FOUND.of(language), trace.found)
    _relations(page, trace)
    if trace.findings and trace.finding is None:
        page.heading(_FINDINGS.of(language))
        for finding in trace.findings:
            lead = Styled(f"{view.position(finding.place):<7} ", "dim")
            page.paragraph(Styled(clean(finding.message)).append(f"  {finding.fingerprint}", "dim"), lead, indent=2)


def _finding(page: Page, finding: Finding) -> None:
    name = phrases.SEVERITIES[finding.severity].of(page.language)
    page.paragraph(Styled(clean(finding.message), "bold"), Styled(f"{name} ", "bold"))
    steps = [f"{marker}{text}" for marker, text in zip(finding.section, finding.headings, strict=True)]
    way = [view.position(finding.place), clean(" › ".join(steps)), f"【{crop(visible(finding.quote), 60)}】"]
    page.paragraph(Styled("  ".join(filter(None, way))), indent=2)
    identity = _IDENTITY.of(page.language).format(fingerprint=finding.fingerprint)
    page.paragraph(Styled(identity, "dim"), indent=2)
    for key, text in view.details(finding, page.language):
        page.paragraph(Styled(clean(text)), Styled(f"{phrases.DETAILS[key].of(page.language)} ", "dim"), indent=2)
    page.blank()


def _looks(page: Page, heading: str, looks: Sequence[Look]) -> None:
    if not looks:
        return
    page.heading(heading)
    for look in looks:
        page.paragraph(Styled(_summary(look, page.language)), indent=2)
        for spot in look.spots[:_MOST_SPOTS]:
            body = Styled(crop(visible(spot.quote), 60)).append(f"  {crop(clean(spot.note), 60)}", "dim")
            page.paragraph(body, Styled(f"{view.position(spot.place):<7} ", "dim"), indent=4)
        if look.count > _MOST_SPOTS:
            more = _MORE.of(page.language).format(count=look.count - len(look.spots[:_MOST_SPOTS]))
            page.paragraph(Styled(more, "dim"), indent=4)


def _summary(look: Look, language: str) -> str:
    name = phrases.name(phrases.PARTS, look.name, language)
    words = _AIMS[look.aim].of(language).format(name=name, label=look.label)
    if look.aim not in (Aim.TEXT, Aim.LINES):
        words += (_COUNT if look.count else _NONE).of(language).format(count=look.count)
    return words + (_OUTSIDE.of(language).format(count=look.outside) if look.outside else "")


def _relations(page: Page, trace: Trace) -> None:
    if trace.relations:
        page.heading(_RELATIONS.of(page.language))
    elif trace.rule.kind in _RELATING:
        page.heading(_NO_RELATION.of(page.language))
    for each in trace.relations[:_MOST_RELATIONS]:
        _relation(page, each)
    if len(trace.relations) > _MOST_RELATIONS:
        more = _MORE.of(page.language).format(count=len(trace.relations) - _MOST_RELATIONS)
        page.paragraph(Styled(more, "dim"), indent=2)


def _relation(page: Page, each: Weighed) -> None:
    language, relation = page.language, each.relation
    mark, colour, truth = _TRUTHS[relation.truth]
    gap = _GAP.of(language).format(gap=relation.gap) if relation.gap else ""
    told = "  ".join(filter(None, [relation.equation, gap, relation.reason or ""]))
    words = f"{truth.of(language)}{Wording('，', ', ').of(language)}{_BINDINGS[relation.binding].of(language)}"
    words += _ROUNDED.of(language) if relation.rounding else ""
    words += "" if relation.id else _ELSEWHERE.of(language)
    page.paragraph(Styled(clean(told)).append(f"  {words}", "dim"), Styled(f"{mark} ", colour), indent=2)
    for operand, place in zip(relation.operands, each.places, strict=True):
        body = Styled(f"{ROLES[operand.role].of(language)} ", "dim").append(clean(operand.label))
        body.append(f"  {crop(visible(operand.text), 40)}")
        body.append(f"  {_interval(operand.interval, language)}", "dim")
        page.paragraph(body, Styled(f"{view.position(place):<7} ", "dim"), indent=4)


def _interval(interval: Interval | None, language: str) -> str:
    """What a figure may be, where that is not exactly what it says."""
    if interval is None or interval.low == interval.high:
        return ""
    low, high = ("∞" if bound is None else decimal(bound) for bound in (interval.low, interval.high))
    return _RANGE.of(language).format(low=low, high=high)
