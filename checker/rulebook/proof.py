"""A rule that does not do on its own examples what they say is not loaded: nothing is silently never found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.rulebook.reading.assembly import Assembly
from checker.rulebook.reading.convert import head_span
from checker.rulebook.reading.nodes import Listing, Mapping, Node
from checker.rulebook.reading.sources import builtin_paths
from checker.rulebook.tools.examples import Mark, Tried, try_examples
from checker.words.rule import Stage
from checker.words.source import Fault

_TOLD = {
    Mark.MISSED: (
        "规则没有报出这个不合规示例，请检查 require 和 given",
        "the rule finds nothing in this failing example",
    ),
    Mark.FALSE_ALARM: ("规则在这个合规示例里报出了“{}”", "the rule finds “{}” in this passing example"),
    Mark.MISPLACED: ("报出的位置与 quote 不同：{}", "what is found is not the quote: {}"),
    Mark.FAULT: ("规则在这个示例上出错：{}", "the rule fails on this example: {}"),
}


def disproved(assembly: Assembly) -> tuple[Fault, ...]:
    """What examples say against the rules of packs that are not built in.

    Stable rules must do right on all their examples; rules on trial find at least one of their failing examples.
    """
    builtin = builtin_paths()
    own = {id_: item for id_, item in assembly.written.items() if item.pack.file.path not in builtin}
    by_rule: dict[str, list[Tried]] = {id_: [] for id_ in own if own[id_].rule.stage in (Stage.STABLE, Stage.TRIAL)}
    for tried in try_examples(assembly.rulebook, by_rule) if by_rule else ():
        by_rule[tried.rule].append(tried)
    return tuple(
        _fault(own[id_].node, tried)
        for id_, found in by_rule.items()
        for tried in _against(found, on_trial=own[id_].rule.stage is Stage.TRIAL)
    )


def _against(found: Sequence[Tried], *, on_trial: bool) -> Iterator[Tried]:
    failing = [tried for tried in found if tried.must_fail]
    if on_trial and any(tried.mark is not Mark.MISSED for tried in failing):
        return
    yield from (tried for tried in (failing if on_trial else found) if tried.mark is not Mark.RIGHT)


def _fault(rule: Mapping, tried: Tried) -> Fault:
    """The fault at the example."""
    zh, en = (words.format(tried.detail) for words in _TOLD[tried.mark])
    place: Node = rule
    examples = rule.get("examples")
    listed = examples.get("fail" if tried.must_fail else "pass") if isinstance(examples, Mapping) else None
    if isinstance(listed, Listing):
        place = listed.items[tried.number - 1]
    return place.file.fault("example", f"{tried.rule}：{zh}", f"{tried.rule}: {en}", head_span(place))
