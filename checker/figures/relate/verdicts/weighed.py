"""What speaks for and against the violated relations of a report, in the order in which it is heard."""

from __future__ import annotations

from checker.figures.relate.rates.exchanged import with_exchanged
from checker.figures.relate.verdicts.corroborated import with_corroborated
from checker.figures.relate.verdicts.doubts import without_doubtful
from checker.figures.story import Story
from checker.words.relation import Relation


def weighed(story: Story, known: tuple[Relation, ...]) -> tuple[Relation, ...]:
    """The relations; violated ones that something else explains are undecidable, but for those that others bear out."""
    undoubted = with_exchanged(story, without_doubtful(story, known), known)
    return tuple(with_corroborated(story, undoubted, known))
