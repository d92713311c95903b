"""The index of the site: all rules by category, and by the pack that they come from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.handbook.leaf import Leaf
from checker.handbook.sheet import chips, sheet
from checker.renderers import phrases
from checker.renderers.markup import Markup, element, join
from checker.words.finding import Category, Severity


def index(leaves: Sequence[Leaf], packs: Mapping[str, str], registries: Markup) -> str:
    """The whole page; `packs` are the titles of the packs by their ids, `registries` the links to their pages."""
    by_category = {
        category: found
        for category in Category
        if (found := [leaf for leaf in leaves if leaf.rule.category is category])
    }
    by_pack = {pack: found for pack in packs if (found := [leaf for leaf in leaves if leaf.rule.origin.pack == pack])}
    head = element("header", element("h1", "规则手册"), element("p", _summary(leaves), kind="dim"))
    body = join(
        head,
        element("nav", *(_jump(category, found) for category, found in by_category.items()), kind="jumps"),
        element("h2", "按类别", kind="part"),
        *(_category(category, found) for category, found in by_category.items()),
        element("h2", "按规则包", kind="part"),
        *(_pack(pack, packs[pack], found) for pack, found in by_pack.items()),
        element("h2", "登记表", kind="part"),
        element("section", registries, kind="list", id="registries"),
    )
    return sheet("目录", body)


def _summary(leaves: Sequence[Leaf]) -> str:
    counts = (
        f"{phrases.SEVERITIES[severity].zh} {sum(leaf.rule.severity is severity for leaf in leaves)} 条"
        for severity in reversed(Severity)
    )
    return f"共 {len(leaves)} 条规则：{'，'.join(counts)}。"


def _jump(category: Category, found: Sequence[Leaf]) -> Markup:
    name = phrases.CATEGORIES[category].zh
    return element("a", name, " ", element("small", str(len(found))), href=f"#{category}")


def _category(category: Category, found: Sequence[Leaf]) -> Markup:
    items = (
        element("li", element("a", leaf.title, href=leaf.path), element("span", chips(leaf.rule), kind="chips"))
        for leaf in sorted(found, key=lambda leaf: -leaf.rule.severity.rank)
    )
    heading = element("h3", phrases.CATEGORIES[category].zh)
    return element("section", heading, element("ul", *items), kind="list", id=str(category))


def _pack(pack: str, title: str, found: Sequence[Leaf]) -> Markup:
    links = (element("li", element("a", leaf.rule.id, href=leaf.path)) for leaf in found)
    heading = element("h3", title or pack, " ", element("code", pack))
    return element("section", heading, element("ul", *links, kind="ids"), kind="list", id=f"pack-{pack}")
