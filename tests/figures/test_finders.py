"""The table of finders: those named for a late import exist."""

from __future__ import annotations

import pytest

from checker.figures.relate.in_sentences import FINDERS, Finder
from checker.figures.sentences import read_story
from tests.figures.measuring import document


@pytest.mark.parametrize("finder", [row[0] for row in FINDERS])
def test_every_finder_reads_a_sentence_that_holds_nothing(finder: Finder) -> None:
    story, _ = read_story(document("全年受理案件12件。"))
    (sentence,) = (one for one in story.sentences if one.frames)
    assert list(finder(story, sentence)) == []
