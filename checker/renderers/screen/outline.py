"""The outline as a tree, each required part with its grade at its heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from checker.renderers import phrases, view
from checker.renderers.clean import clean
from checker.renderers.screen.page import Page
from checker.words.audit import Audit, Grade, Node, Part
from checker.words.rule import Wording

MARKS = {
    Grade.OWN: ("√", "green"),
    Grade.LOWER: ("√", "green"),
    Grade.TOUCHED: ("○", "yellow"),
    Grade.MISSING: ("×", "red"),
}
_MOST_HEADINGS = 60

_OUTLINE = Wording("结构与必备内容", "Outline and required parts")
_NO_HEADINGS = Wording("（全文没有标题）", "(no headings)")
_LINE = Wording("（第 {line} 行）", " (line {line})")
_DEEPER = Wording("（下级标题 {count} 个，未列出）", "({count} headings below, not listed)")


def show(page: Page, audit: Audit) -> None:
    """The tree; parts without a heading stand below it."""
    page.heading(_OUTLINE.of(page.language))
    if not audit.outline:
        page.paragraph(Text(_NO_HEADINGS.of(page.language), "dim"), indent=2)
    parts = view.graded(audit)
    size = sum(1 for root in audit.outline for _ in _walk(root, 0))
    _branch(page, audit.outline, parts, depth=0, deepest=9 if size <= _MOST_HEADINGS else 1)
    for part in audit.parts:
        if part.grade in {Grade.TOUCHED, Grade.MISSING}:
            page.paragraph(_grade(part, page.language), indent=2)


def _branch(page: Page, nodes: Sequence[Node], parts: dict[int, list[Part]], depth: int, deepest: int) -> None:
    for node in nodes:
        body = Text(clean(node.heading), "bold" if depth == 0 else "")
        if depth == deepest and node.children:
            count = sum(1 for child in node.children for _ in _walk(child, 0))
            body.append(" " + _DEEPER.of(page.language).format(count=count), "dim")
        for part in parts.get(node.place.line, ()):
            body.append("  ").append_text(_grade(part, page.language))
        page.paragraph(body, lead=Text(clean(node.marker)), indent=2 + 2 * depth)
        if depth < deepest:
            _branch(page, node.children, parts, depth + 1, deepest)


def _grade(part: Part, language: str) -> Text:
    mark, colour = MARKS[part.grade]
    where = _LINE.of(language).format(line=part.line) if part.grade is Grade.TOUCHED and part.line else ""
    words = f"{phrases.name(phrases.PARTS, part.id, language)} {phrases.GRADES[part.grade].of(language)}{where}"
    return Text(f"{mark} {words}", colour)


def _walk(node: Node, depth: int) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _walk(child, depth + 1)
