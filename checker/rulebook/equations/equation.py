"""An equation as rules hold it: its text, and its alternatives ready to be used."""

from __future__ import annotations

from checker.rulebook.equations.tree import Comparison, comparison
from checker.words.record import dataclass


@dataclass(frozen=True, slots=True)
class Equation:
    """`steps` are the alternatives in reverse Polish order (see `tree.postfix`): what the cache keeps of the tree."""

    text: str
    steps: tuple[str, ...]

    def __str__(self) -> str:
        return self.text

    @property
    def alternatives(self) -> tuple[Comparison, ...]:
        return tuple(map(comparison, self.steps))
