"""Format `html`: one page that needs no script, no network and no other file."""

from __future__ import annotations

from checker.renderers import phrases, view
from checker.renderers.decimals import decimal
from checker.renderers.excerpt import excerpt
from checker.renderers.markup import Markup, element, join
from checker.renderers.style import CSS
from checker.scoring import shown
from checker.words.audit import Audit, Grade, Node, Part, Score
from checker.words.finding import Finding, Severity
from checker.words.relation import Truth
from checker.words.rule import Wording
from checker.words.run import Run

_ROOM = 160  # cells of text around a quote
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_TONES = {Grade.OWN: "good", Grade.LOWER: "good", Grade.TOUCHED: "fair", Grade.MISSING: "bad"}

_TITLE = Wording("报告检查结果", "Audit of reports")
_REPAIRS = Wording("最值得先改的", "Worth mending first")
_OUTLINE = Wording("结构与必备内容", "Outline and required parts")
_FINDINGS = Wording("发现的问题", "Findings")
_NO_FINDINGS = Wording("没有发现问题。", "No findings.")
_KNOWN = Wording("存量问题（已列入基线）：{count} 处", "Known findings (in the baseline): {count}")
_HELD = Wording(
    "已核对 {count} 处数字关系，其中 {held} 处一致",
    "{count:relation|relations} between figures verified, {held} right",
)
_SCORE = Wording("评分明细", "Score")
_LOST = Wording("规则 扣分 处数 封顶 事由", "rule points count cap reason")
_REPORTS = Wording("得分 等级 错误 核对 提示 报告", "score grade errors warnings hints report")


def render(run: Run, language: str = "zh") -> str:
    """The whole page."""
    title = _TITLE.of(language)
    head = join(
        Markup('<meta charset="utf-8"><meta name="viewport" content="width=device-width">'),
        Markup(f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'),
        element("title", title),
        element("style", Markup(CSS)),
    )
    table = _reports(run, language) if len(run.audits) != 1 else Markup()
    reports = (_report(audit, number, language) for number, audit in enumerate(run.audits, 1))
    body = join(element("h1", title), table, *reports)
    page = element("html", element("head", head), element("body", body), lang="zh-CN" if language == "zh" else "en")
    return f"<!DOCTYPE html>\n{page}\n"


def _report(audit: Audit, number: int, language: str) -> Markup:
    place = f"report-{number}"
    head = join(
        element("p", audit.path, kind="path"),
        _points(audit.score, language) if audit.score else Markup(),
        element("h1", audit.title or audit.path),
        element("p", view.verdict(audit, language), kind=f"verdict {view.tone(audit)}"),
    )
    if not audit.outcomes:
        return element("article", head, id=place)
    return element(
        "article",
        head,
        element("p", " · ".join(view.facts(audit, language)), kind="facts"),
        element("p", view.reason(audit, language), kind="fair") if audit.fault else Markup(),
        _repairs(audit, language),
        _outline(audit, language),
        _findings(audit, language),
        _relations(audit, language),
        _score(audit, audit.score, language) if audit.score else Markup(),
        id=place,
    )


def _points(score: Score, language: str) -> Markup:
    return element("div", element("b", shown(score.total)), Markup("<br>"), view.grade(score, language), kind="points")


def _repairs(audit: Audit, language: str) -> Markup:
    worth = view.repairs(audit)
    if not worth:
        return Markup()
    items = (element("li", element("b", f"+{shown(each.gain)} ", kind="good"), each.first.message) for each in worth)
    return join(element("h2", _REPAIRS.of(language)), element("ul", *items))


def _outline(audit: Audit, language: str) -> Markup:
    parts = view.graded(audit)
    lost = [part for part in audit.parts if part.grade in {Grade.TOUCHED, Grade.MISSING}]
    return join(
        element("h2", _OUTLINE.of(language)),
        _branch(audit.outline, parts, language),
        element("ul", *(element("li", _grade(part, language)) for part in lost)) if lost else Markup(),
    )


def _branch(nodes: tuple[Node, ...], parts: dict[int, list[Part]], language: str) -> Markup:
    items = (
        element(
            "li",
            f"{node.marker}{node.heading} ",
            *(_grade(part, language) for part in parts.get(node.place.line, ())),
            _branch(node.children, parts, language),
        )
        for node in nodes
    )
    return element("ul", *items) if nodes else Markup()


def _grade(part: Part, language: str) -> Markup:
    name = phrases.name(phrases.PARTS, part.id, language)
    colon = phrases.COLON.of(language)
    return element("b", f"{name}{colon}{phrases.GRADES[part.grade].of(language)} ", kind=_TONES[part.grade])


def _findings(audit: Audit, language: str) -> Markup:
    ordered = sorted(audit.findings, key=lambda finding: -finding.severity.rank)
    cards = [_card(finding, language) for finding in ordered if not view.is_known(finding)]
    known = [_card(finding, language) for finding in ordered if view.is_known(finding)]
    none = [] if ordered else [element("p", _NO_FINDINGS.of(language))]
    summary = element("summary", _KNOWN.of(language).format(count=len(known)))
    folded = [element("details", summary, *known)] if known else []
    return join(element("h2", _FINDINGS.of(language)), *cards, *none, *folded)


def _card(finding: Finding, language: str) -> Markup:
    name = phrases.SEVERITIES[finding.severity].of(language)
    way = [view.position(finding.place), view.section_path(finding.section), finding.rule]
    way.append(view.short_fingerprint(finding))
    quoted = excerpt(finding, _ROOM)
    rows = view.details(finding, language)
    return element(
        "section",
        element("p", element("b", name), finding.message, kind="head"),
        element("p", "  ".join(filter(None, way)), kind="where"),
        element("blockquote", quoted.before, element("mark", quoted.quote), quoted.after) if quoted else Markup(),
        element(
            "dl", *(join(element("dt", phrases.DETAILS[key].of(language)), element("dd", text)) for key, text in rows)
        ),
        kind=f"finding {finding.severity}",
    )


def _relations(audit: Audit, language: str) -> Markup:
    held, violated = view.relations(audit, Truth.HOLDS), view.relations(audit, Truth.VIOLATED)
    if not held and not violated:
        return Markup()
    words = _HELD.of(language).format(count=phrases.Number(len(held) + len(violated)), held=len(held))
    items = (element("li", each.equation) for each in held)
    return element("details", element("summary", words), element("ul", *items, kind="dim"))


def _score(audit: Audit, score: Score, language: str) -> Markup:
    rows = [
        element(
            "tr",
            *(
                element("td", cell)
                for cell in (lost.rule, f"-{decimal(lost.points)}", str(lost.count), decimal(lost.cap), lost.reason)
            ),
        )
        for lost in score.deductions
    ]
    names = element("tr", *(element("th", name) for name in _LOST.of(language).split()))
    total = sum((lost.points for lost in score.deductions), score.base - score.base)
    base = decimal(score.base)
    line = f"100 × ({base} - {decimal(total)}) ÷ {base} = {shown(score.total)}"
    return join(
        element("h2", f"{_SCORE.of(language)} · {shown(score.total)} · {view.grade(score, language)}"),
        element("table", names, *rows) if rows else Markup(),
        element("p", line),
        *(element("p", words, kind="bad") for words in view.veto_lines(audit, language)),
    )


def _reports(run: Run, language: str) -> Markup:
    kinds = ["number", "", *["number"] * 3, ""]
    heads = zip(_REPORTS.of(language).split(), kinds, strict=True)
    rows = [element("tr", *(element("th", name, kind=kind) for name, kind in heads))]
    for place, audit in enumerate(run.audits, 1):
        score = shown(audit.score.total) if audit.score else "-"
        grade = view.grade(audit.score, language) if audit.score else ""
        numbers = [str(len(view.open_findings(audit, severity))) for severity in reversed(Severity)]
        tones = [f"number {view.tone(audit)}", *kinds[1:]]
        link = element("a", audit.path, href=f"#report-{place}")
        cells = zip([score, grade, *numbers, link], tones, strict=True)
        rows.append(element("tr", *(element("td", cell, kind=kind) for cell, kind in cells)))
    return element("table", *rows)
