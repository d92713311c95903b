"""Whether the parts that a paragraph names are all the parts there are."""

from __future__ import annotations

from collections.abc import Sequence

from checker.patterns import expression
from checker.rulebook.equations.sightings import Sighting, Sightings
from checker.words.figure import Figure

_OPEN = expression(r"等(?![级于待候值同额分])|主要|部分|多为|以.{1,8}为主")
_NESTED = expression(r"其中|包括|包含|含|分别|分为")


def in_order(parts: Sequence[Sighting], figures: Sequence[Figure]) -> bool:
    """Whether the parts stand side by side: no division of one of them begins between the first and the last."""
    first, last = min(p.span.start for p in parts), max(p.span.start for p in parts)
    return not any(first < f.span.start <= last and not f.depth and _NESTED.search(f.gap) for f in figures)


def is_whole(parts: Sequence[Sighting], sightings: Sightings, text: str) -> bool:
    """Whether nothing says that there are further parts: no figure of an unknown name among them, no 等.

    All parts stand in one paragraph; `text` is the folded report.
    """
    figures = sightings.lines.get(parts[0].line, ())
    run = _run(parts, figures)
    unit_classes = {part.quantity.unit_class for part in parts}
    if any(
        f.quantity.unit_class in unit_classes and f.span.start not in sightings.named and not f.compared for f in run
    ):
        return False
    return bool(run) and not _OPEN.search(text, run[0].span.start - len(run[0].label), _end(run[-1], text))


def _run(parts: Sequence[Sighting], figures: Sequence[Figure]) -> list[Figure]:
    """The figures outside brackets from the first part's list to the last part's, both lists to their ends."""
    outside = [figure for figure in figures if not figure.depth]
    starts = [figure.span.start for figure in outside]
    places = [starts.index(part.span.start) for part in parts if part.span.start in starts]
    if not places:
        return []
    first, last = min(places), max(places)
    strength = max((outside[i].parted for i in places[1:]), default=max(outside[first].parted, 1))
    strength = min(strength, 2)
    while first and outside[first].parted <= min(strength, 1) and _joined(outside, first):
        first -= 1
    while last + 1 < len(outside) and outside[last + 1].parted <= strength and _joined(outside, last + 1):
        last += 1
    return outside[first : last + 1]


def _joined(figures: Sequence[Figure], index: int) -> bool:
    """Whether a figure belongs to the sentence of the one before it."""
    return figures[index].sentence == figures[index - 1].sentence


def _end(figure: Figure, text: str) -> int:
    """Where the sentence of a figure ends, near by."""
    stop = text.find("。", figure.span.end, figure.span.end + 20)
    return stop if stop >= 0 else figure.span.end + 2
