"""The outline as an audit keeps it: headings with their places, without the text below them."""

from __future__ import annotations

from checker.words.audit import Node
from checker.words.document import Document, Section


def outline_of(document: Document) -> tuple[Node, ...]:
    """The tree of headings."""
    return tuple(_node(section, document) for section in document.sections)


def _node(section: Section, document: Document) -> Node:
    heading = section.heading
    children = tuple(_node(child, document) for child in section.children)
    return Node(heading.depth, heading.marker, heading.text, document.index.place(heading.span), children)
