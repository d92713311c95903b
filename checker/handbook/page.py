"""The page of one rule: what, why, on what basis, wrong and right, with its parameters and its weight."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.handbook.kinds import KINDS
from checker.handbook.leaf import Leaf
from checker.handbook.names import BODIES, CERTAINTIES, LEVELS
from checker.handbook.parameters import Parameter
from checker.handbook.reasons import REASONS
from checker.handbook.sheet import chips, sheet
from checker.renderers import phrases
from checker.renderers.decimals import decimal
from checker.renderers.markup import Markup, element, join
from checker.renderers.view import basis_line
from checker.rulebook.equations.naming import forms
from checker.rulebook.kinds.equation import Balanced
from checker.rulebook.wording import open_form
from checker.words.document import Body, Level
from checker.words.rule import Example, Rule

_SHORT = 16  # characters of values that stand beside each other
_WORD = re.compile(r"[a-z][a-z0-9_]*")


def page(leaf: Leaf, before: Leaf | None, after: Leaf | None) -> str:
    """The whole page, with links to the rules before and after it."""
    rule = leaf.rule
    category = phrases.CATEGORIES[rule.category].zh
    way = element(
        "nav",
        element("a", "规则手册", href="../index.html"),
        " › ",
        element("a", category, href=f"../index.html#{rule.category}"),
        kind="way",
    )
    head = element("header", way, element("h1", leaf.title), element("p", chips(rule), kind="chips"))
    rows = [element("section", element("h2", name), element("div", *body)) for name, body in _sections(leaf)]
    return sheet(leaf.title, join(head, *rows, _neighbours(before, after)))


def _sections(leaf: Leaf) -> Iterator[tuple[str, list[Markup]]]:
    rule = leaf.rule
    name, asserts = KINDS[rule.kind]
    equations = [element("p", words, kind="equation") for words in _equations(leaf)]
    checks = rule.checks.zh or f"{asserts}{'：' if equations else '。'}"
    yield "检查什么", [element("p", checks), *equations]
    yield "为什么", [element("p", REASONS[rule.category])]
    if rule.suggestion.zh:
        yield "怎样改", [element("p", open_form(rule.suggestion.zh))]
    yield "依据", [_bases(rule)]
    if rule.failing:
        wrong = zip(rule.failing, leaf.told, strict=True)
        yield "不合规", [_example(example, "wrong", told) for example, told in wrong]
    if rule.passing:
        yield "合规", [_example(example, "right") for example in rule.passing]
    yield "参数", [element("p", f"种类：{name}（{rule.kind}）"), leaf.registry, _parameters(leaf)]
    yield "分值", [element("p", _weight(rule))]
    yield "适用", [element("p", line) for line in _scope(rule)]
    yield "状态", [element("p", line) for line in _state(rule)]


def _equations(leaf: Leaf) -> Iterator[str]:
    """The equations of the rule with the names of its metrics."""
    spec = leaf.rule.spec
    if not isinstance(spec, Balanced):
        return
    for equation in spec.equations:
        for number, words in enumerate(equation.text.split("|")):
            named = _WORD.sub(lambda match: _name(leaf, match[0]), words).replace("==", "＝")
            shown = named.replace(" * ", " × ").replace(" / ", " ÷ ").strip()
            yield f"或者 {shown}" if number else shown


def _name(leaf: Leaf, word: str) -> str:
    metric = leaf.metrics.get(word)
    return next(iter(forms(metric.names[0]))) if metric else word


def _bases(rule: Rule) -> Markup:
    if not rule.basis:
        return element("p", "尚未写明依据。", kind="dim")
    items = (
        element("li", basis_line(basis), " ", element("span", CERTAINTIES[basis.certainty], kind="dim"))
        for basis in rule.basis
    )
    return element("ul", *items)


def _example(example: Example, kind: str, told: str = "") -> Markup:
    text, quote = example.text.rstrip("\n"), example.quote
    before, mark, after = text.partition(quote) if quote else (text, "", "")
    shown = join(_lines(before), element("mark", _lines(mark)) if mark else "", _lines(after))
    note = f"按{phrases.name(phrases.PROFILES, example.profile, 'zh')}检查" if example.profile else ""
    captions = [element("figcaption", line) for line in (told, note) if line]
    return element("figure", element("pre", shown), *captions, kind=kind)


def _lines(text: str) -> Markup:
    """The text with its line breaks and tabs."""
    lines = ("\t".join(map(join, line.split("\t"))) for line in text.split("\n"))
    return Markup("\n".join(lines))


def _parameters(leaf: Leaf) -> Markup:
    rows = [
        join(
            element("dt", each.meaning or each.key, " ", element("code", each.key)),
            element(
                "dd",
                *(element("span", element("code", value)) for value in each.values),
                kind="" if _are_short(each) else "lines",
            ),
        )
        for each in leaf.parameters
    ]
    words = {word for each in leaf.parameters for value in each.values for word in _WORD.findall(value)}
    named = [element("span", element("code", name), f" {_name(leaf, name)}") for name in leaf.metrics if name in words]
    if named:
        rows.append(join(element("dt", "其中的指标"), element("dd", *named, kind="lines")))
    return element("dl", *rows) if rows else element("p", "没有可调整的参数。", kind="dim")


def _are_short(parameter: Parameter) -> bool:
    """Whether most of its values have room beside each other."""
    return 2 * sum(len(value) > _SHORT for value in parameter.values) < len(parameter.values)


def _weight(rule: Rule) -> str:
    if not rule.cap:
        return "只作提示，不扣分。"
    veto = "违反即为不合格。" if rule.veto else ""
    return f"每处扣 {decimal(rule.points)} 分，最多扣 {decimal(rule.cap)} 分。{veto}"


def _scope(rule: Rule) -> Iterator[str]:
    every = len(rule.profiles) == len(phrases.PROFILES)
    named = "、".join(phrases.name(phrases.PROFILES, profile, "zh") for profile in rule.profiles)
    yield "各类报告" if every else named
    if rule.levels:
        yield f"层级：{'、'.join(LEVELS[Level(level)] for level in rule.levels)}"
    if rule.bodies:
        yield f"机关：{'、'.join(BODIES[Body(body)] for body in rule.bodies)}"
    if rule.regions:
        yield f"地区：{'、'.join(rule.regions)}"
    if rule.since or rule.until:
        yield f"报告年度：{f'自{rule.since}年起' if rule.since else ''}{f'至{rule.until}年止' if rule.until else ''}"


def _state(rule: Rule) -> Iterator[str]:
    yield phrases.STAGES[rule.stage].zh if rule.enabled else "已停用"
    if rule.formerly:
        yield f"曾用标识：{'、'.join(rule.formerly)}"
    for change in rule.changes:
        yield f"{change.field} 改为 {change.value}：{change.reason}（{change.origin.path}）"
    yield f"写在 {rule.origin.path}"


def _neighbours(before: Leaf | None, after: Leaf | None) -> Markup:
    def link(leaf: Leaf | None, arrow: str) -> Markup:
        return element("a", arrow.format(leaf.title), href=f"../{leaf.path}") if leaf else element("span")

    return element("nav", link(before, "← {}"), link(after, "{} →"), kind="turn")
