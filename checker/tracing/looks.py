"""Where a rule looks and what it finds there, told from the rule's own keys: parts, patterns, metrics, citations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import Field, fields, is_dataclass
from enum import StrEnum
from typing import Any

from checker.rulebook.citations import citations
from checker.rulebook.dossier import Dossier
from checker.rulebook.equations.equation import Equation
from checker.rulebook.equations.naming import forms
from checker.rulebook.reach import Reach
from checker.rulebook.regex import Regex
from checker.words.document import LineKind
from checker.words.place import Place, Span
from checker.words.profile import PartId
from checker.words.record import dataclass
from checker.words.rule import Metric, Rule

MOST_SPOTS = 20

# Keys of rules whose patterns are for headings or titles, not for the text.
_OF_HEADINGS = frozenset({"headings", "lower", "unless", "thematic_unless"})
_OF_TITLES = frozenset({"titles", "other_titles"})
_CITING = frozenset({"instrument", "no_work"})


class Aim(StrEnum):
    """What a rule looks for: the whole text, lines of some kinds, a part, a part that it leaves alone, …"""

    TEXT = "text"
    LINES = "lines"
    PART = "part"
    OTHER_PART = "other_part"
    PATTERN = "pattern"
    METRIC = "metric"
    CITATION = "citation"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with its text, and a word on it: the pattern that matches, the name of a figure."""

    place: Place
    quote: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """One thing that a rule looks for. `count` are all places, of which at most 20 are `spots`.

    `name` is the id of the part or metric, or what the rule's key means; `outside` counts places where the rule does
    not look.
    """

    aim: Aim
    name: str = ""
    label: str = ""
    spots: tuple[Spot, ...] = ()
    count: int = 0
    outside: int = 0


Leaf = tuple["Field[Any]", object]


def looked_at(rule: Rule, dossier: Dossier) -> tuple[Look, ...]:
    """The parts and kinds of lines that the rule reads; the whole text where it names none."""
    parts = dict.fromkeys((name, key.name.startswith("except")) for key, name in _named_parts(rule))
    looks = [_part(dossier, name, Aim.OTHER_PART if left_out else Aim.PART) for name, left_out in parts]
    reach = _reach(rule)
    if reach is not None and reach.lines:
        looks.append(Look(Aim.LINES, "、".join(reach.lines)))
    return tuple(looks) or (Look(Aim.TEXT),)


def found_there(rule: Rule, dossier: Dossier, language: str = "zh") -> tuple[Look, ...]:
    """What the rule's patterns match, where the report states its metrics, which instruments it cites."""
    looks = [*_patterns(rule, dossier, language), *_metrics(rule, dossier)]
    if rule.kind in _CITING:
        cited = [(citation.span, citation.name) for citation in citations(dossier.document.folded)]
        looks.append(_look(Aim.CITATION, "", "", cited, dossier))
    if rule.kind == "relation":
        stated = [(figure.span, f"{figure.label}{figure.head}") for figure in dossier.ledger.figures]
        looks.append(_look(Aim.FIGURE, "", "", stated, dossier))
    return tuple(looks)


def _leaves(record: Any) -> Iterator[Leaf]:
    """The values of a rule's keys, those of lists one by one, each with the field in which it stands."""
    for key in fields(record):
        for each in _flat(getattr(record, key.name)):
            if is_dataclass(each) and not isinstance(each, (Regex, Equation)):
                yield from _leaves(each)
            else:
                yield key, each


def _flat(value: object) -> Iterator[object]:
    """The value, or the values in a list or mapping."""
    if isinstance(value, tuple | Mapping):
        for each in value.values() if isinstance(value, Mapping) else value:
            yield from _flat(each)
    else:
        yield value


def _named_parts(rule: Rule) -> Iterator[tuple[Field[Any], str]]:
    for key, value in _leaves(rule.spec):
        if isinstance(value, str) and value in set(PartId):
            yield key, str(value)


def _part(dossier: Dossier, name: str, aim: Aim) -> Look:
    headings = [(section.heading.span, "") for section in dossier.part(name)]
    return _look(aim, name, "", headings, dossier)


def _reach(rule: Rule) -> Reach | None:
    given = getattr(rule.spec, "given", None)
    return given if isinstance(given, Reach) else None


def _patterns(rule: Rule, dossier: Dossier, language: str) -> Iterator[Look]:
    """For each key with patterns all their matches, in the order of the text."""
    by_key: dict[str, list[Regex]] = {}
    labels: dict[str, str] = {}
    for key, value in _leaves(rule.spec):
        if isinstance(value, Regex):
            by_key.setdefault(key.name, []).append(value)
            labels[key.name] = str(key.metadata.get(language, key.name))
    for name, patterns in by_key.items():
        regions = list(_regions(name, rule, dossier))
        found = sorted({(span, pattern.text) for pattern in patterns for span in _matches(pattern, regions, dossier)})
        inside = [(span, note) for span, note in found if _reads(rule, dossier, span)]
        yield _look(Aim.PATTERN, name, labels[name], inside, dossier, outside=len(found) - len(inside))


def _regions(key: str, rule: Rule, dossier: Dossier) -> Iterable[Span]:
    document = dossier.document
    if key in _OF_TITLES:
        return document.title.spans if document.title else ()
    if key in _OF_HEADINGS and rule.kind == "section":
        return (section.heading.text_span for section in document.walk())
    return (Span(0, len(document.folded)),)


def _matches(pattern: Regex, regions: Iterable[Span], dossier: Dossier) -> Iterator[Span]:
    for region in regions:
        for match in pattern.finditer(dossier.document.folded, region.start, region.end):
            yield Span(*match.span())


def _reads(rule: Rule, dossier: Dossier, span: Span) -> bool:
    """Whether the rule looks at this place; other kinds than those with a reach judge that themselves."""
    reach = _reach(rule)
    if reach is None:
        return dossier.document.lines[dossier.document.index.number(span.start) - 1].kind is not LineKind.RESIDUE
    return reach.admits(dossier, span.start)


def _metrics(rule: Rule, dossier: Dossier) -> Iterator[Look]:
    """The metrics that the rule names, or of kind `metric` without names all that a report states."""
    known = {metric.id: metric for metric in dossier.rulebook.metrics}
    named: dict[str, Metric] = {}
    for _, value in _leaves(rule.spec):
        for name in value.metrics if isinstance(value, Equation) else (value,):
            if isinstance(name, str) and name in known:
                named[name] = known[name]
    if rule.kind == "metric" and not named:
        named = {name: metric for name, metric in known.items() if metric.single and dossier.sightings().of(name)}
    for name, metric in named.items():
        seen = [(s.span, " ".join(filter(None, [s.scope, s.label]))) for s in dossier.sightings().of(name)]
        yield _look(Aim.METRIC, name, min(forms(metric.names[0]), key=len), seen, dossier)


def _look(
    aim: Aim, name: str, label: str, found: list[tuple[Span, str]], dossier: Dossier, *, outside: int = 0
) -> Look:
    document = dossier.document
    spots = tuple(Spot(document.index.place(s), s.of(document.text), note) for s, note in found[:MOST_SPOTS])
    return Look(aim, name, label, spots, len(found), outside)
