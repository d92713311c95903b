"""Rules' messages with their arguments.

`{name}` is an argument; `[name|text]` stands only where the argument has a value, `[!name|text]` where it has none;
options may hold options.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from checker.patterns import expression

_OPTION = expression(r"\[(!?)([a-z_]{1,40})\|([^\[\]]*)\]")
_ARGUMENT = expression(r"\{([a-z_]{1,40})\}")
_STRAY = expression(r"[\[{][a-z_!]{1,40}[|}]|\{[^{}]{0,40}\}")


def fill(template: str, arguments: Mapping[str, str]) -> str:
    """The template with its arguments; an argument that is not there leaves nothing."""

    def option(match: re.Match[str]) -> str:
        absent, name, text = match.groups()
        return text if bool(arguments.get(name)) != bool(absent) else ""

    return _ARGUMENT.sub(lambda match: arguments.get(match[1], ""), _resolved(template, option))


def open_form(template: str) -> str:
    """The template as it reads before there is a hit: “…” stands for every argument.

    One that is made of options alone reads as its first.
    """
    arguments = dict.fromkeys(_ARGUMENT.findall(template), "…")
    first = _OPTION.search(template)
    return fill(template, arguments) or (fill(template, arguments | {first[2]: "…"}) if first else "")


def names(template: str) -> frozenset[str]:
    """The arguments that are printed wherever they stand outside of options: a hit must give them all."""
    return frozenset(_ARGUMENT.findall(_resolved(template, lambda match: "")))


def stray(template: str) -> str | None:
    """A brace or option that was misspelt and would be printed as it stands, or None."""
    left = _STRAY.search(_ARGUMENT.sub("", _resolved(template, lambda match: match[3])))
    return left[0] if left else None


def _resolved(template: str, option: Callable[[re.Match[str]], str]) -> str:
    """The template without options, the innermost resolved first."""
    while "|" in template:
        resolved = _OPTION.sub(option, template)
        if resolved == template:
            break
        template = resolved
    return template
