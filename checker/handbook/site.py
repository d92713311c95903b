"""`rules docs`: the pages of all rules and their index, as texts by file name; nothing is written here."""

from __future__ import annotations

from collections.abc import Mapping

from checker.handbook.index import index
from checker.handbook.leaf import Leaf
from checker.handbook.page import page
from checker.handbook.parameters import parameters
from checker.handbook.registry import contents, link, registries
from checker.rulebook.reading.assembly import Assembly
from checker.rulebook.tools.examples import judged
from checker.rulebook.wording import fill, names, open_form
from checker.words.record import replace
from checker.words.rule import Example, Rule, Rulebook, Stage

_SHORTEST = 6  # characters that are still a sentence


def site(assembly: Assembly) -> Mapping[str, str]:
    """The text of every page by its name: `index.html`, `rules/ID.html` for each rule, `registries/NAME.html`.

    The same bytes every time. Pages of rules that are switched off or retired are there too, and say so.
    """
    leaves = [_leaf(assembly, rule) for rule in assembly.rulebook.rules]
    around = zip([None, *leaves[:-1]], leaves, [*leaves[1:], None], strict=True)
    pages = {leaf.path: page(leaf, before, after) for before, leaf, after in around}
    titles = {pack.head.id: pack.head.title for pack in assembly.packs}
    shown = {name: title if isinstance(title, str) else title.zh for name, title in titles.items()}
    listed = contents(assembly.rulebook)
    return {"index.html": index(leaves, shown, listed), **pages, **registries(assembly.rulebook)}


def _leaf(assembly: Assembly, rule: Rule) -> Leaf:
    told = tuple(_told(assembly.rulebook, rule, example) for example in rule.failing)
    node = assembly.written[rule.id].node
    metrics = {metric.id: metric for metric in assembly.rulebook.metrics}
    registry = link(rule.kind, assembly.rulebook)
    return Leaf(rule, _title(rule, told), told, parameters(rule.kind, node), metrics, registry)


def _told(rulebook: Rulebook, rule: Rule, example: Example) -> str:
    """What the rule says of its own failing example; nothing where it does not run."""
    if not rule.enabled or rule.stage is Stage.RETIRED:
        return ""
    ripe = replace(rule, stage=Stage.TRIAL) if rule.stage is Stage.DRAFT else rule
    breaches = judged(_alone(rulebook, ripe), ripe, example).breaches
    return fill(rule.message.zh, breaches[0].hit.arguments) if breaches else ""


def _alone(rulebook: Rulebook, rule: Rule) -> Rulebook:
    """The rulebook with this rule as it is here."""
    return replace(rulebook, rules=tuple(rule if rule.id == other.id else other for other in rulebook.rules))


def _title(rule: Rule, told: tuple[str, ...]) -> str:
    """The message without what only a report can fill in; where little is left, what it says of its first example."""
    words = rule.message.zh
    short = fill(words, dict.fromkeys(names(words), "…")).partition("：…")[0].rstrip("。，：")
    if len(short) >= _SHORTEST and not short.endswith("…"):
        return short
    return next(filter(None, told), open_form(words)).rstrip("。")
