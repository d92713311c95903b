"""Lists under a name that is told elsewhere with its number: 新立案13件。…新立案件:检查发现9件,群众举报2件,上级交办2件."""

from __future__ import annotations

from collections.abc import Iterator

from checker.figures.build import Sum
from checker.figures.names import core_of
from checker.figures.reading import Frame
from checker.figures.relate.completeness import RULE, is_list, is_near
from checker.figures.relate.list_runs import run_from
from checker.figures.relate.lists import RATES, exact_counts
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

_HEADED = expression(r"^[^,;:。]{0,2}?(?P<name>[一-龥]{2,10}):[^,;:、]{2,20}$")
_OPEN = expression("等|主要|其中|包括|涉及|多为|部分|重点")
_CASES = "案件数"
_FEWEST = 3  # parts
_REACH = 8  # sentences


def headed(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """The list that a name and a colon open, to the end of its sentence, against the one figure of that name before."""
    group = exact_counts(sentence.at())
    told = _HEADED.match(group[0].gap) if group else None
    if told is None or len(group) < _FEWEST or group[0].unit_class in RATES or _OPEN.search(sentence.text):
        return
    run = run_from(group, 0)
    if len(run) == len(group) and is_list(run):
        wholes = _named(story, sentence, told["name"], run[0].unit_class)
        reading = Sum(wholes[0], tuple(run)) if len({w.quantity.value for w in wholes}) == 1 else None
        if reading is not None and not reading.fits and is_near(reading):
            yield reading.relation(story, RULE, Binding.INFERRED)


def _named(story: Story, sentence: Sentence, name: str, kind: str) -> list[Frame]:
    """The counts of that very name, with or without 案件, in the sentences right before."""
    core = core_of(name).rstrip(_CASES)
    counts = (f for s in story.before(sentence, _REACH) for f in exact_counts(s.at()) if f.unit_class == kind)
    return [f for f in counts if core_of(story.label(f)).rstrip(_CASES) == core]
