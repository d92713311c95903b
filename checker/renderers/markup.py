"""HTML elements from text: whatever is not markup already is escaped, so nothing of a report becomes markup."""

from __future__ import annotations

from html import escape

from checker.renderers.clean import clean


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


def element(name: str, *children: str, kind: str = "", **attributes: str) -> Markup:
    """An element with its children and its class."""
    stated = {"class": kind, **attributes} if kind else attributes
    words = "".join(f' {key}="{escape(clean(value))}"' for key, value in stated.items())
    return Markup(f"<{name}{words}>{join(*children)}</{name}>")


def join(*children: str) -> Markup:
    """The children one after the other."""
    return Markup("".join(child if isinstance(child, Markup) else escape(clean(child)) for child in children))
