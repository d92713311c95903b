"""`rules test`: every example of every rule goes the whole way from text to breach."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum

from checker.figures import measure
from checker.outline import parse
from checker.rulebook.engine import Breach, Judged, judge
from checker.rulebook.tools.table import table
from checker.rulebook.wording import names
from checker.words.record import dataclass, replace
from checker.words.rule import Example, Rule, Rulebook, Stage
from checker.words.source import Source

AS_OF = date(2050, 1, 1)  # the day of the check: examples of any year up to then are of the past


class Mark(StrEnum):
    """How a rule did on an example."""

    RIGHT = "right"
    MISSED = "missed"
    FALSE_ALARM = "false_alarm"
    MISPLACED = "misplaced"
    FAULT = "fault"


_WORDS = {
    "zh": {Mark.MISSED: "应报未报", Mark.FALSE_ALARM: "不应报却报", Mark.MISPLACED: "位置错", Mark.FAULT: "出错"},
    "en": {Mark.MISSED: "missed", Mark.FALSE_ALARM: "false alarm", Mark.MISPLACED: "misplaced", Mark.FAULT: "fault"},
}
_HEADS = {"zh": ("规则", "合规例", "不合规例"), "en": ("rule", "pass", "fail")}


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of one example; `number` counts from 1 among the passing or the failing ones of its rule."""

    rule: str
    must_fail: bool
    number: int
    mark: Mark
    detail: str = ""


def try_examples(rulebook: Rulebook, only: Iterable[str] | None = None) -> tuple[Tried, ...]:
    """All examples of the rules, or of those of these ids: drafts too, but no retired rules and none switched off."""
    wanted = None if only is None else frozenset(only)
    ripe = tuple(replace(rule, stage=Stage.TRIAL) if rule.stage is Stage.DRAFT else rule for rule in rulebook.rules)
    rulebook = replace(rulebook, rules=ripe)
    return tuple(
        _try(rulebook, rule, example, must_fail, number)
        for rule in rulebook.rules
        if rule.enabled and rule.stage is not Stage.RETIRED and (wanted is None or rule.id in wanted)
        for must_fail, examples in ((False, rule.passing), (True, rule.failing))
        for number, example in enumerate(examples, 1)
    )


def _try(rulebook: Rulebook, rule: Rule, example: Example, must_fail: bool, number: int) -> Tried:
    found = judged(rulebook, rule, example)
    if found.faults:
        return Tried(rule.id, must_fail, number, Mark.FAULT, found.faults[0].message)
    unfilled = sorted({name for breach in found.breaches for name in _unfilled(breach)})
    if unfilled:
        detail = f"message / suggestion: {', '.join(f'{{{name}}}' for name in unfilled)}"
        return Tried(rule.id, must_fail, number, Mark.FAULT, detail)
    return Tried(rule.id, must_fail, number, *_mark(rule, found, example, must_fail))


def judged(rulebook: Rulebook, rule: Rule, example: Example) -> Judged:
    """What the rule alone, one of the rulebook's, says of the text."""
    profile = example.profile or rule.profiles[0]
    document = parse(Source("-", example.text, "utf-8"), profile)
    return judge(document, measure(document), rulebook, profile, AS_OF, chosen=frozenset({rule.id}))


def _mark(rule: Rule, judged: Judged, example: Example, must_fail: bool) -> tuple[Mark, str]:
    found = judged.breaches
    quotes = [breach.hit.span.of(example.text) for breach in found]
    if not must_fail:
        return (Mark.FALSE_ALARM, "、".join(quotes)) if found else (Mark.RIGHT, "")
    if not found:
        return Mark.MISSED, next((outcome.reason for outcome in judged.outcomes if outcome.rule == rule.id), None) or ""
    if example.quote is None or any(_is_at(breach, example) for breach in found):
        return Mark.RIGHT, ""
    return Mark.MISPLACED, f"{'、'.join(quotes)} ≠ {example.quote}"


def _is_at(breach: Breach, example: Example) -> bool:
    """Whether the breach touches the quote, wherever that stands in the text."""
    span, quote = breach.hit.span, example.quote or ""
    first = max(0, span.start - len(quote) + 1)
    return example.text.find(quote, first, max(span.end, span.start + 1) + len(quote) - 1) >= 0


def _unfilled(breach: Breach) -> frozenset[str]:
    """Arguments that the rule's words need and its kind does not give."""
    rule = breach.rule
    words = (rule.message.zh, rule.message.en, rule.suggestion.zh, rule.suggestion.en)
    return frozenset().union(*map(names, words)) - set(breach.hit.arguments)


def report(tried: Sequence[Tried], language: str = "zh") -> str:
    """A table of the rules with their faults, each fault told below it."""
    words = _WORDS[language]
    marks = list(words)
    counts: dict[str, Counter[object]] = {}
    for one in tried:
        counts.setdefault(one.rule, Counter()).update([one.mark, one.must_fail])
    rows = [(*_HEADS[language], *words.values())]
    for rule, count in counts.items():
        rows.append((rule, str(count[False]), str(count[True]), *(str(count[mark] or "·") for mark in marks)))
    faults = [one for one in tried if one.mark is not Mark.RIGHT]
    told = [f"{one.rule} {'fail' if one.must_fail else 'pass'}[{one.number}] {words[one.mark]} {one.detail}".rstrip()
            for one in faults]  # fmt: skip
    total = {
        "zh": f"{len(counts)} 条规则，{len(tried)} 个示例，{len(faults)} 个不符",
        "en": f"rules: {len(counts)}, examples: {len(tried)}, wrong: {len(faults)}",
    }
    return "\n".join([table(rows, frozenset(range(1, 7))), "", *told, total[language], ""])
