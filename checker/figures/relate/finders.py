"""Runs every finder over the story, in the order in which relations depend on each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from checker.figures.relate.arity import arity
from checker.figures.relate.averages import averages
from checker.figures.relate.changes import changes
from checker.figures.relate.counted import announced_headings, counted, runs
from checker.figures.relate.multiples import multiples
from checker.figures.relate.named import named_totals
from checker.figures.relate.openings import openings
from checker.figures.relate.pairs import pair
from checker.figures.relate.prose_tables import prose_tables
from checker.figures.relate.rates import rates
from checker.figures.relate.remainders import remainders
from checker.figures.relate.repairs import with_repairs
from checker.figures.relate.repeats import repeats
from checker.figures.relate.stocks import stocks
from checker.figures.relate.sums import sums
from checker.figures.relate.tables import tables
from checker.figures.story import Sentence, Story
from checker.words.document import Document
from checker.words.relation import Relation, Truth

_FINDERS: tuple[Callable[[Story, Sentence], Iterator[Relation]], ...] = (
    sums,
    openings,
    named_totals,
    rates,
    changes,
    remainders,
    averages,
    multiples,
    arity,
)


def find(story: Story, document: Document) -> tuple[Relation, ...]:
    """All relations, each set of operands once per kind, in the order of the text."""
    found: list[Relation] = []
    for sentence in story.sentences:
        if sentence.frames:
            pair(story, sentence)
            for finder in _FINDERS:
                found.extend(finder(story, sentence))
        found.extend(counted(story, sentence))
    found.extend(runs(story))
    found.extend(announced_headings(story, document))
    found.extend(stocks(story))
    found.extend(repeats(story))
    found.extend(tables(document))
    found.extend(prose_tables(story, document))
    return with_repairs(_once(found))


def _once(relations: list[Relation]) -> tuple[Relation, ...]:
    """The decided reading wins where two finders saw the same operands."""
    best: dict[tuple[str, frozenset[int]], Relation] = {}
    for relation in relations:
        key = (relation.kind, frozenset(o.span.start for o in relation.operands))
        old = best.get(key)
        if old is None or (old.truth is Truth.UNDECIDABLE and relation.truth is not Truth.UNDECIDABLE):
            best[key] = relation
    return tuple(sorted(best.values(), key=lambda r: (r.operands[0].span.start, r.operands[-1].span.start)))
