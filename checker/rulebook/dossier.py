"""All that a rule may look at: the document, its figures, the rulebook, and what was asked for."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from checker.words.document import Document, Section
from checker.words.record import dataclass
from checker.words.rule import Rulebook

if TYPE_CHECKING:
    from checker.figures import Ledger


@runtime_checkable
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
    _parts: dict[str, tuple[Section, ...]] = field(default_factory=dict, repr=False, compare=False)

    def part(self, part_id: str) -> tuple[Section, ...]:
        """The sections that this profile's rules recognise as the part, in the order of the text; may be empty."""
        if part_id not in self._parts:
            found = {
                section.heading.span.start: section
                for rule in self.rulebook.rules
                if self.profile in rule.profiles and isinstance(rule.spec, PartFinder) and rule.spec.part == part_id
                for section in rule.spec.sections(self.document)
            }
            self._parts[part_id] = tuple(found[start] for start in sorted(found))
        return self._parts[part_id]
