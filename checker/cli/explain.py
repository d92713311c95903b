"""`checker explain`: one rule, what it looks for, on what basis, and how to write it right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.cli import console
from checker.cli.exits import Exit
from checker.cli.parser import Parser, stated
from checker.cli.rulebook import load_rulebook
from checker.renderers import phrases
from checker.renderers.decimals import decimal
from checker.renderers.view import basis_line
from checker.rulebook.wording import open_form
from checker.settings import near, settings
from checker.words.rule import Example, Rule, Rulebook, Wording

_WORDS = Wording(
    "解释一条规则：查什么、依据、怎样写才对。", "Explain a rule: what it checks, its basis, right and wrong wording."
)
_RULE = Wording("规则的 id，如 core.title（列表：checker rules list）", "id of the rule (list: checker rules list)")
_POINTS = Wording("{severity}，每处 {points} 分，封顶 {cap} 分", "{severity}, {points} points each, cap {cap}")
_VETO = Wording("，违反即不合格", ", a breach fails the report")
_LABELS = {
    "checks": Wording("查什么", "what"),
    "advice": Wording("怎样改", "fix"),
    "weight": Wording("级别分值", "weight"),
    "category": Wording("类别", "category"),
    "profiles": Wording("适用报告", "profiles"),
    "stage": Wording("状态", "stage"),
    "basis": Wording("依据", "basis"),
    "failing": Wording("不合规", "wrong"),
    "passing": Wording("合规", "right"),
    "change": Wording("本地调整", "changed"),
    "origin": Wording("出处", "written in"),
}


def main(arguments: Sequence[str], language: str) -> int:
    parser = Parser("explain", _WORDS, language)
    parser.add_argument("rule", metavar="RULE", help=_RULE.of(language))
    parser.options("rules", "lang")
    call = parser.read(arguments)
    asked = settings(stated(call))
    rule = found_rule(load_rulebook(asked), call.rule)
    colon = Wording("：", ": ").of(asked.lang)
    lines = [f"{_LABELS[key].of(asked.lang)}{colon}{text}" for key, text in _rows(rule, asked.lang)]
    console.put("\n".join([rule.id, *(f"  {line}" for line in lines), ""]))
    return Exit.FINE


def found_rule(rulebook: Rulebook, name: str) -> Rule:
    """The rule of this id or former id; FailedError suggests a near one."""
    rule = rulebook.rule(name)
    if rule is None:
        hint = near(name, [each.id for each in rulebook.rules])
        raise console.FailedError(f"没有规则 {name}{hint.zh}", f"no rule {name}{hint.en}")
    return rule


def _rows(rule: Rule, language: str) -> Iterator[tuple[str, str]]:
    severity = phrases.SEVERITIES[rule.severity].of(language)
    weight = _POINTS.of(language).format(severity=severity, points=decimal(rule.points), cap=decimal(rule.cap))
    yield "checks", rule.checks.of(language) or open_form(rule.message.of(language))
    yield "advice", open_form(rule.suggestion.of(language))
    yield "weight", weight + (_VETO.of(language) if rule.veto else "")
    yield "category", phrases.CATEGORIES[rule.category].of(language)
    names = [phrases.name(phrases.PROFILES, profile, language) for profile in rule.profiles]
    yield "profiles", Wording("、", ", ").of(language).join(names)
    yield "stage", phrases.STAGES[rule.stage].of(language)
    yield from (("basis", basis_line(basis)) for basis in rule.basis)
    yield from (("failing", _example(example)) for example in rule.failing)
    yield from (("passing", _example(example)) for example in rule.passing)
    yield from (("change", f"{change.field} = {change.value}（{change.reason}）") for change in rule.changes)
    yield "origin", f"{rule.origin.path}:{rule.origin.line}"


def _example(example: Example) -> str:
    text = example.text.strip().replace("\n", " / ")
    return text.replace(example.quote, f"【{example.quote}】", 1) if example.quote else text
