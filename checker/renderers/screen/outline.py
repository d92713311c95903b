"""The outline as a tree, each required part with its grade at its heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.renderers import phrases, view
from checker.renderers.clean import clean
from checker.renderers.screen.page import Page
from checker.renderers.screen.styled import Styled
from checker.words.audit import Audit, Grade, Node, Part
from checker.words.rule import Wording

MARKS = {
    Grade.OWN: ("√", "green"),
    Grade.LOWER: ("√", "green"),
    Grade.TOUCHED: ("○", "yellow"),
    Grade.MISSING: ("×", "red"),
}
_MANY = 60  # headings of a long report
_MOST = 200

_OUTLINE = Wording("结构与必备内容", "Outline and required parts")
_NO_HEADINGS = Wording("（全文没有标题）", "(no headings)")
_LINE = Wording("（第 {line} 行）", " (line {line})")
_OTHERS = Wording("（另有标题 {count} 个，未列出）", "({count} more headings, not listed)")


def show(page: Page, audit: Audit) -> None:
    """The tree; of a long one the upper levels, and all headings of required parts. Other parts stand below it."""
    page.heading(_OUTLINE.of(page.language))
    parts = view.graded(audit)
    headings = list(_walk(audit.outline, 0))
    deepest = 9 if len(headings) <= _MANY else 1
    listed = [pair for pair in headings if pair[0] <= deepest or pair[1].place.line in parts][:_MOST]
    for depth, node in listed:
        _line(page, node, depth, parts.get(node.place.line, []))
    if not headings:
        page.paragraph(Styled(_NO_HEADINGS.of(page.language), "dim"), indent=2)
    elif len(listed) < len(headings):
        page.paragraph(Styled(_OTHERS.of(page.language).format(count=len(headings) - len(listed)), "dim"), indent=2)
    for part in audit.parts:
        if part.grade in {Grade.TOUCHED, Grade.MISSING}:
            page.paragraph(_grade(part, page.language), indent=2)


def _line(page: Page, node: Node, depth: int, parts: Sequence[Part]) -> None:
    body = Styled(clean(node.heading), "bold" if depth == 0 else "")
    for part in parts:
        body = body.append("  ") + _grade(part, page.language)
    page.paragraph(body, lead=Styled(clean(node.marker)), indent=2 + 2 * depth)


def _grade(part: Part, language: str) -> Styled:
    mark, colour = MARKS[part.grade]
    where = _LINE.of(language).format(line=part.line) if part.grade is Grade.TOUCHED and part.line else ""
    name, grade = phrases.name(phrases.PARTS, part.id, language), phrases.GRADES[part.grade].of(language)
    words = f"{name}{Wording(' ', ': ').of(language)}{grade}{where}"
    return Styled(f"{mark} {words}", colour)


def _walk(nodes: Sequence[Node], depth: int) -> Iterator[tuple[int, Node]]:
    for node in nodes:
        yield depth, node
        yield from _walk(node.children, depth + 1)
