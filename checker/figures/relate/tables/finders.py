"""Runs every finder of the tables, for a report that has one."""

from __future__ import annotations

from collections.abc import Iterator

from checker.figures.relate.tables.form_groups import form_groups
from checker.figures.relate.tables.prose_tables import prose_tables
from checker.figures.relate.tables.table_changes import table_changes
from checker.figures.relate.tables.table_identities import table_identities
from checker.figures.relate.tables.table_lists import table_lists
from checker.figures.relate.tables.table_rates import table_rates
from checker.figures.relate.tables.table_shares import table_shares
from checker.figures.relate.tables.table_sums import table_sums
from checker.figures.relate.tables.tables import tables
from checker.figures.story import Story
from checker.patterns import expression
from checker.words.document import Document
from checker.words.relation import Relation, Truth

_NONE = expression("空(?:格|白|项|栏)[^,;。\n]{0,4}(?:为|表示|即|系|均为|视为)(?:零|0|无)")


def in_tables(story: Story, document: Document) -> Iterator[Relation]:
    """All relations inside the tables, and between them and the prose; what rests on a blank as none proves nothing.

    Unless a note says so (空格为零).
    """
    blank_is_none = _NONE.search(document.folded) is not None
    for relation in _each(story, document):
        if blank_is_none or relation.truth is not Truth.VIOLATED or all(o.text for o in relation.operands):
            yield relation


def _each(story: Story, document: Document) -> Iterator[Relation]:
    yield from tables(document)
    yield from table_identities(document)
    yield from table_rates(document)
    yield from table_changes(story, document)
    yield from prose_tables(story, document)
    yield from form_groups(story, document)
    yield from table_lists(story, document)
    yield from table_shares(story, document)
    yield from table_sums(story, document)
