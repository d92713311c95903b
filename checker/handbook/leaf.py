"""What the pages know of one rule."""

from __future__ import annotations

from collections.abc import Mapping

from checker.handbook.parameters import Parameter
from checker.renderers.markup import Markup
from checker.words.record import dataclass
from checker.words.rule import Metric, Rule


@dataclass(frozen=True, slots=True)
class Leaf:
    """A rule with its title, what it says of each of its failing examples, its parameters, and the known metrics.

    `registry` is the link to the registry that it looks into, or empty.
    """

    rule: Rule
    title: str
    told: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    metrics: Mapping[str, Metric]
    registry: Markup

    @property
    def path(self) -> str:
        """The name of its page, from the top of the site."""
        return f"rules/{self.rule.id}.html"
