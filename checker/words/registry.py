"""What a checker of reports must know of the world: laws, plans, events, bodies and fixed phrases, with their dates.

`certainty` says how a record is known: 读 (read in the text itself), 转 (second-hand), 样 (practice), 忆 (from memory);
a record of certainty 忆 never rests an error.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from checker.words.finding import Certainty
from checker.words.record import dataclass


@dataclass(frozen=True, slots=True)
class Instrument:
    """A law, a regulation or a document of the state.

    `name` stands without book-title marks and without 中华人民共和国. `adopted` is the day of its passing or
    publication (from then on it can be cited), `amended` are the days of later versions; from `repealed` on it no
    longer held.
    """

    name: str
    adopted: date | None = None
    in_force: date | None = None
    amended: tuple[date, ...] = ()
    repealed: date | None = None
    replaced_by: str = ""
    certainty: Certainty = Certainty.MEMORY


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan of the state and its years, inclusive; one record for each period of a plan that is made anew.

    `terms` are other ways to name it in running text (“八五”普法).
    """

    name: str
    start: int
    end: int
    terms: tuple[str, ...] = ()
    certainty: Certainty = Certainty.MEMORY


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting or another event; before `start` nobody could tell of it. `terms` are the words that name it."""

    name: str
    terms: tuple[str, ...]
    start: date
    certainty: Certainty = Certainty.MEMORY


@dataclass(frozen=True, slots=True)
class Organ:
    """A kind of body that no longer exists: `ended` is the year of its end, `successor` what took its place.

    `unless` are words that hold one of its `terms` and name something else.
    """

    name: str
    terms: tuple[str, ...]
    ended: int
    successor: str
    unless: tuple[str, ...] = ()
    certainty: Certainty = Certainty.MEMORY


@dataclass(frozen=True, slots=True)
class Phrase:
    """Wrong forms of fixed phrases (each with its right one) that share a `core`.

    `unless` are longer texts in which a wrong form is right. `since` is the first report year in which it is wrong.
    """

    group: str
    core: str
    forms: Mapping[str, str]
    unless: tuple[str, ...] = ()
    since: int | None = None
    certainty: Certainty = Certainty.MEMORY

    def __post_init__(self) -> None:
        for wrong in self.forms:
            if self.core not in wrong:
                raise ValueError(f"“{wrong}”里没有 core“{self.core}”")


@dataclass(frozen=True, slots=True)
class NoWork:
    """Something that is put between book-title marks though it is no work: a thought, a campaign, a licence."""

    name: str
    note: str
    certainty: Certainty = Certainty.MEMORY


@dataclass(frozen=True, slots=True)
class Subject:
    """A matter that a text is about, told by the nearest word before: of those in one group only one at a time.

    `unless` are longer words that hold one of its `terms` and tell nothing.
    """

    name: str
    group: str
    terms: tuple[str, ...]
    unless: tuple[str, ...] = ()


REGISTRIES: Mapping[str, type] = MappingProxyType(
    {
        "instruments": Instrument,
        "plans": Plan,
        "events": Event,
        "organs": Organ,
        "phrases": Phrase,
        "no_works": NoWork,
        "subjects": Subject,
    }
)
