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
from checker.words.document import Document
from checker.words.relation import Relation


def in_tables(story: Story, document: Document) -> Iterator[Relation]:
    """All relations inside the tables, and between them and the prose."""
    yield from tables(document)
    yield from table_identities(document)
    yield from table_rates(document)
    yield from table_changes(story, document)
    yield from prose_tables(story, document)
    yield from form_groups(story, document)
    yield from table_lists(story, document)
    yield from table_shares(story, document)
    yield from table_sums(story, document)
