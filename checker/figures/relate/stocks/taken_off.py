"""What is left when so much is taken off: 台账385处,扣除拆除的153处和补办手续的46处,年末还剩186处."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.figures.reading import Frame
from checker.figures.relate.lists import CLAUSE, JOINS, are_exact_counts, is_compared
from checker.figures.relate.stocks.left import left_of
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

_OFF = expression("(?:扣除|减去|除去|剔除|减除)[^,;。]{0,14}$")
_REST = expression(r"^(?:年末|年底|目前|现|仍|尚|实际|最终)*(?:还)?(?:剩余?|余|剩下|存|实有|有效)(?:的|有|为)?$")


def taken_off(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """Each such rest right behind what was taken off the figure before."""
    group = sentence.at()
    for i, first in enumerate(group):
        if not i or not _OFF.search(first.gap) or first.parted > CLAUSE:
            continue
        taken = _joined(group, i)
        at = i + len(taken)
        rest = group[at] if at < len(group) else None
        if rest is None or rest.parted != CLAUSE or not _REST.match(rest.label):
            continue
        figures = (group[i - 1], *taken, rest)
        alike = len({f.unit_class for f in figures}) == 1 and are_exact_counts(figures)
        if alike and not is_compared(group[i - 1]):
            yield left_of(story, group[i - 1], tuple(taken), rest, Binding.STATED)


def _joined(group: Sequence[Frame], start: int) -> Sequence[Frame]:
    """The figures that 和 or 、 join from one on."""
    end = start + 1
    while end < len(group) and (group[end].parted == 1 or (not group[end].parted and _is_joined(group[end]))):
        end += 1
    return group[start:end]


def _is_joined(frame: Frame) -> bool:
    return frame.label.lstrip().startswith(JOINS)
