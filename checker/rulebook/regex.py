"""A regular expression as rules write it: matched on folded text, compiled when it is first needed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.patterns import expression
from checker.words.record import dataclass


@cache
def _compiled(text: str) -> re.Pattern[str]:
    return expression(text, re.MULTILINE)  # from one run to the next it stays compiled


@dataclass(frozen=True, slots=True)
class Regex:
    """A pattern for `Document.folded` (simplified script, half width); `^` and `$` stand at line feeds.

    The strict loader refuses what does not run in linear time (`reading.linear`) and fills in `needles`:
    every match holds at least one of them, so a text without any is not searched and the pattern is not compiled.
    """

    text: str
    needles: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.text

    @property
    def pattern(self) -> re.Pattern[str]:
        return _compiled(self.text)

    def may_match(self, text: str, start: int = 0, end: int | None = None) -> bool:
        """False where `text[start:end]` certainly holds no match."""
        if not self.needles:
            return True
        stop = len(text) if end is None else end
        for needle in self.needles:  # noqa: SIM110 - no generator: this runs for every pattern and heading
            if text.find(needle, start, stop) >= 0:
                return True
        return False

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match inside `text[start:end]`; spans are offsets into `text`, `^` also holds at `start`'s line."""
        if not self.may_match(text, start, end):
            return None
        return self.pattern.search(text, start, len(text) if end is None else end)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """All matches inside `text[start:end]`, from left to right, without overlap."""
        if not self.may_match(text, start, end):
            return iter(())
        return self.pattern.finditer(text, start, len(text) if end is None else end)
