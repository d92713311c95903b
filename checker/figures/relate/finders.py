"""Runs every finder over the story, in the order in which relations depend on each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from checker.figures.relate.borne_out.finders import borne_out
from checker.figures.relate.changes.both_ways import both_ways
from checker.figures.relate.changes.retold import retold
from checker.figures.relate.counts.runs import announced_headings, runs
from checker.figures.relate.in_sentences import DIGIT, of_sentence
from checker.figures.relate.rates.balanced import with_balance
from checker.figures.relate.rates.bound_means import bound_means
from checker.figures.relate.rates.bound_rates import bound_rates
from checker.figures.relate.rates.bound_shares import bound_shares
from checker.figures.relate.rates.counted_rates import counted_rates
from checker.figures.relate.rates.implied_bases import of_implied_bases
from checker.figures.relate.rates.left_over import left_over
from checker.figures.relate.rates.slipped_shares import slipped_shares
from checker.figures.relate.rates.told_again import told_again
from checker.figures.relate.rates.twice_told import twice_told
from checker.figures.relate.rates.weights import without_weights
from checker.figures.relate.repeats.forewords import forewords
from checker.figures.relate.repeats.meetings import meetings
from checker.figures.relate.repeats.misstated import misstated
from checker.figures.relate.repeats.parts_again import parts_again
from checker.figures.relate.repeats.recalled import recalled, recalled_parts
from checker.figures.relate.repeats.recapped import recapped
from checker.figures.relate.repeats.repeats import repeats, same_labels
from checker.figures.relate.repeats.restated import restated
from checker.figures.relate.repeats.stated_again import stated_again
from checker.figures.relate.repeats.taken_up import taken_up
from checker.figures.relate.repeats.transposed import transposed
from checker.figures.relate.repeats.within import told_within
from checker.figures.relate.stocks.lacking import lacking
from checker.figures.relate.stocks.stocks import stocks
from checker.figures.relate.sums.far_wholes import with_far_wholes
from checker.figures.relate.sums.meant_totals import meant_totals
from checker.figures.relate.sums.slipped_chains import slipped_chains
from checker.figures.relate.verdicts.sought import with_sought
from checker.figures.story import Story
from checker.patterns import expression
from checker.words.document import Document
from checker.words.relation import Binding, Relation, RelationKind, Truth

# Areas of both kinds told together.
_STREETS = expression("[乡镇]街|街[乡镇]|[乡镇][(、和与及]街道|街道[(、和与及]乡?镇")
# An earlier year's figures stand beside this one's.
_EARLIER = expression(f"[上去]年|20\\d\\d年[^,;。]{{0,12}}{DIGIT}")


def find(story: Story, document: Document) -> tuple[Relation, ...]:
    """All relations, each set of operands once per kind, in the order of the text."""
    found: list[Relation] = []
    for sentence in story.sentences:
        found.extend(of_sentence(story, sentence))
    found.extend(_of_report(story, document))
    years = _EARLIER.search(story.text) is not None
    if years:
        from checker.figures.relate.changes.mirrored import mirrored

        found.extend(mirrored(story, found))
    for finder in _OF_FOUND:
        found.extend(finder(story, found))
    found = list(without_weights(story, found))
    known = _weighed(story, with_balance(_once(with_sought(story, found))))
    known = (*known, *stated_again(story, known))
    known = borne_out(story, known)
    if not years:
        return known
    from checker.figures.relate.repeats.stale import stale

    return (*known, *stale(story, known))


def _of_report(story: Story, document: Document) -> Iterator[Relation]:
    """What is seen across sentences."""
    yield from runs(story)
    yield from announced_headings(story, document)
    yield from stocks(story)
    yield from repeats(story)
    yield from taken_up(story)
    yield from recalled_parts(story)
    yield from same_labels(story)
    yield from restated(story)
    yield from forewords(story)
    yield from meetings(story)
    if _STREETS.search(story.text):
        from checker.figures.relate.repeats.districts import districts

        yield from districts(story)
    if document.tables:
        from checker.figures.relate.tables.finders import in_tables

        yield from in_tables(story, document)


# What is seen by what was found before, each by what those before it found too.
_OF_FOUND: tuple[Callable[[Story, list[Relation]], Iterable[Relation]], ...] = (
    both_ways,
    slipped_shares,
    meant_totals,
    counted_rates,
    twice_told,
    left_over,
    misstated,
    recalled,
    recapped,
    parts_again,
    lacking,
    retold,
    told_again,
    transposed,
    told_within,
    slipped_chains,
    of_implied_bases,
    bound_means,
    bound_rates,
    bound_shares,
)


def _weighed(story: Story, known: tuple[Relation, ...]) -> tuple[Relation, ...]:
    """The relations after all that speaks for and against the violated ones; whatever weighs them is imported then."""
    if not any(relation.truth is Truth.VIOLATED for relation in known):
        return tuple(with_far_wholes(story, known))
    from checker.figures.relate.repairs import with_repairs
    from checker.figures.relate.verdicts.weighed import weighed

    return with_repairs(with_far_wholes(story, weighed(story, known)))


def _tells_more(new: Relation, old: Relation) -> bool:
    if old.truth is Truth.UNDECIDABLE:
        return new.truth is not Truth.UNDECIDABLE
    proven = new.binding is Binding.STATED and old.binding is Binding.INFERRED
    return proven and new.kind is RelationKind.REPEATED_METRIC and old.truth is new.truth is Truth.VIOLATED


def _once(relations: list[Relation]) -> tuple[Relation, ...]:
    """The decided reading wins where two finders saw the same operands, and of a figure told twice the stated one."""
    best: dict[tuple[str, frozenset[int]], Relation] = {}
    for relation in relations:
        key = (relation.kind, frozenset(o.span.start for o in relation.operands))
        old = best.get(key)
        if old is None or _tells_more(relation, old):
            best[key] = relation
    return tuple(sorted(best.values(), key=lambda r: (r.operands[0].span.start, r.operands[-1].span.start)))
