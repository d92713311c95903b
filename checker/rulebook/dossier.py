"""All that a rule may look at: the document, its figures, the rulebook, and what was asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

from checker.rulebook.equations.scout import find
from checker.rulebook.equations.sightings import Sightings
from checker.words.document import Document, Section
from checker.words.record import dataclass, field
from checker.words.rule import Rulebook

if TYPE_CHECKING:
    from checker.figures import Ledger

T = TypeVar("T")


class PartFinder(Protocol):
    """A kind that knows a required part when it sees it: kind `section`."""

    @property
    def part(self) -> str:
        """The id of the part, such as `shortcomings`."""

    def sections(self, document: Document) -> tuple[Section, ...]:
        """The sections that are this part, with a heading of their own at any level, in the order of the text."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """One report as the rules meet it. `profile` is the one in force, `as_of` the day of the check (None: no day)."""

    document: Document
    ledger: Ledger
    rulebook: Rulebook
    profile: str
    as_of: date | None = None
    _made: dict[Callable[[Document], object], object] = field(default_factory=dict, repr=False, compare=False)
    _parts: dict[str, tuple[Section, ...]] = field(default_factory=dict, repr=False, compare=False)
    _sightings: list[Sightings] = field(default_factory=list, repr=False, compare=False)

    def once(self, make: Callable[[Document], T]) -> T:
        """What `make` says of the document: worked out once, however many rules ask."""
        if make not in self._made:
            self._made[make] = make(self.document)
        return cast("T", self._made[make])

    def sightings(self) -> Sightings:
        """Where the report states the metrics of the rulebook."""
        if not self._sightings:
            self._sightings.append(find(self.document, self.ledger, self.rulebook, self.profile, self.part))
        return self._sightings[0]

    def part(self, part_id: str) -> tuple[Section, ...]:
        """The sections that this profile's rules recognise as the part, in the order of the text; may be empty."""
        if part_id not in self._parts:
            found = {
                section.heading.span.start: section
                for rule in self.rulebook.rules
                if rule.kind == "section" and self.profile in rule.profiles
                for finder in (cast("PartFinder", rule.spec),)
                if finder.part == part_id
                for section in finder.sections(self.document)
            }
            self._parts[part_id] = tuple(found[start] for start in sorted(found))
        return self._parts[part_id]
