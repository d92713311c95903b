"""Runs the finders of what no words claim, each after what the others told."""

from __future__ import annotations

from collections.abc import Sequence

from checker.figures.relate.borne_out.changes import changes_borne_out
from checker.figures.relate.borne_out.shares import shares_borne_out
from checker.figures.relate.borne_out.sums import sums_borne_out
from checker.figures.story import Story
from checker.words.relation import Relation


def borne_out(story: Story, known: Sequence[Relation]) -> tuple[Relation, ...]:
    """The relations, and those that the figures bear out besides."""
    for finder in (sums_borne_out, changes_borne_out, shares_borne_out):
        known = (*known, *finder(story, known))
    return tuple(known)
