"""An equation as rules hold it: its text, and its alternatives ready to be used."""

from __future__ import annotations

import re
from functools import cache

from checker.rulebook.equations.tree import Comparison, comparison, metrics
from checker.words.record import dataclass


@dataclass(frozen=True, slots=True)
class Alternative:
    """One comparison and the metrics in it, each once."""

    comparison: Comparison
    metrics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Equation:
    """`steps` are the alternatives in reverse Polish order (see `tree.postfix`): what the cache keeps of the tree."""

    text: str
    steps: tuple[str, ...]

    def __str__(self) -> str:
        return self.text

    def place(self, metric: str) -> int:
        """Where the metric first stands in the text."""
        found = re.search(rf"\b{metric}\b", self.text)
        return found.start() if found else 0

    @property
    def alternatives(self) -> tuple[Alternative, ...]:
        return tuple(map(_alternative, self.steps))

    @property
    def metrics(self) -> tuple[str, ...]:
        """The metrics of all alternatives, each once."""
        return _metrics(self.steps)


@cache
def _alternative(steps: str) -> Alternative:
    tree = comparison(steps)
    return Alternative(tree, tuple(dict.fromkeys(metrics(tree))))


@cache
def _metrics(steps: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for each in steps for name in _alternative(each).metrics))
