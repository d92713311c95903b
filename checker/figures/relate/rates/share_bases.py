"""What a share may be of: the whole by its name, that of the list, that of the shares beside it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from checker.figures.build import Ratio
from checker.figures.names import core_of, says_nothing, shared_piece
from checker.figures.reading import Frame
from checker.figures.relate.lists import exact_counts, is_compared
from checker.figures.relate.rates.ratios import has_share, is_whole, opening_wholes, wholes_of
from checker.figures.relate.totals import is_total
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding

_TOTAL = expression("总[数量额]$")
_MANY = 3  # shares
_NEAREST = 24  # figures


def share_bases(
    story: Story, sentence: Sentence, group: Sequence[Frame], numerator: Frame, whole: str
) -> tuple[list[Frame], Binding]:
    """The whole by its name, else every larger count of the class before."""
    unit = numerator.unit_class
    if len(core_of(whole)) > 1 and not says_nothing(whole):
        named = story.resolve(whole, unit, sentence, numerator.index, reach=30)
        named = named or story.resolve(whole.removesuffix("件"), unit, sentence, numerator.index, reach=30)
        if _TOTAL.search(whole):  # 占检查总数的33.9%: of what the lists divide, not of one of its kinds called alike
            named = [w for f in named for w in story.wholes.get(f.start, ()) if w in named] or named
        larger = [f for f in named if f.quantity.value >= numerator.quantity.value]
        if not larger:  # 热线转办占纠纷来源的46.0%: of what its list divides
            divided = story.wholes.get(numerator.start, [])
            return [f for f in divided if shared_piece(core_of(whole), story.label(f))], Binding.INFERRED
        telling = len(core_of(whole)) > 2 or any(_is_called(story.label(f), whole) for f in larger[:1])
        return larger[:6], Binding.STATED if telling else Binding.INFERRED
    opening = story.wholes.get(numerator.start) or opening_wholes(story, sentence, numerator)
    opening = opening or _divided_whole(story, sentence, numerator)
    common = _common_whole(story, sentence, group, numerator)
    if common:
        return common, Binding.STATED
    found = [f for f in reversed(group) if f.start < numerator.start and f.unit_class == unit]
    for other in story.before(sentence, 6):
        found += [f for f in reversed(other.at()) if f.unit_class == unit]
    low = numerator.quantity.value
    opening = [f for f in opening if f in group or f.quantity.value >= low]
    larger = [f for f in found if f.quantity.value >= low and not is_compared(f) and f not in opening]
    larger, _ = wholes_of(story, group, numerator, larger)
    larger.sort(key=lambda f: not (is_whole(f) or is_total(f)))
    stated = bool(opening) or (bool(larger) and larger[0] in group and is_whole(larger[0]))
    return [*opening, *larger[:12]], Binding.STATED if stated else Binding.INFERRED


def _common_whole(story: Story, sentence: Sentence, group: Sequence[Frame], numerator: Frame) -> list[Frame]:
    """The whole of a list of kinds with their shares: the count of which two others, or more, are the shares stated."""
    kinds = [a for a, b in pairwise(group) if a.unit_class == numerator.unit_class and has_share(b)]
    if len(kinds) - (numerator in kinds) < 2:
        return []
    found = [f for f in reversed(group) if f.start < numerator.start and f.unit_class == numerator.unit_class]
    for other in story.before(sentence, 6):
        found += [f for f in reversed(other.at()) if f.unit_class == numerator.unit_class]
    agreed = {f.start: len(_shared_out(story, group, f) - {f.start, numerator.start}) for f in found}
    best_agreed = max(found, key=lambda f: agreed[f.start], default=None)
    return [best_agreed] if best_agreed is not None and agreed[best_agreed.start] > 1 else []


def _shared_out(story: Story, group: Sequence[Frame], whole: Frame) -> set[int]:
    """The starts of the kinds in a group whose shares are of this whole; asked for each share, so it is remembered."""
    key = (group[0].start, whole.start)
    if key not in story.shared_out:
        pairs = [(a, b) for a, b in pairwise(group) if a.unit_class == whole.unit_class and has_share(b)]
        told = pairs[:_NEAREST]  # as many as tell; it keeps the work on long lists small
        story.shared_out[key] = {part.start for part, share in told if Ratio(share, (part,), whole).fits}
    return story.shared_out[key]


def _divided_whole(story: Story, sentence: Sentence, numerator: Frame) -> list[Frame]:
    """The figure that opens the list the numerator stands in (受理的432件案件中,行政处罚类203件,占46.99%)."""
    first = next((f for f in sentence.at() if f.unit_class == numerator.unit_class), None)
    if first is not None and first is not numerator and expression(r"[^,;:。]{0,12}(?:中|里)").match(first.tail):
        return [first]
    return []


def _is_called(label: str, whole: str) -> bool:
    """Whether a label ends with the name of a whole (新立案 for 新立案件)."""
    return core_of(label).removesuffix("案").endswith(core_of(whole).removesuffix("案"))


def base_of_most(story: Story, sentence: Sentence, rates: Sequence[Frame], tops: Sequence[Frame]) -> Frame | None:
    """386件、274件、2143件、967件,分别占4.58%、3.25%、24.53%、11.48%: the count before of which all but one are the shares."""
    if len(rates) < _MANY or any(rate.quantity.decimals < 1 for rate in rates):
        return None
    near = (sentence, *story.before(sentence, 6))
    counts = [f for s in near for f in exact_counts(s.at()) if f.unit_class == tops[0].unit_class]
    larger = [f for f in counts if f not in tops and f.start < rates[0].start and f.quantity.value > 0]

    def agreeing(base: Frame) -> int:
        return sum(Ratio(rate, (top,), base).agrees for rate, top in zip(rates, tops, strict=True))

    found = max(larger[:_NEAREST], key=agreeing, default=None)
    return found if found is not None and agreeing(found) >= len(rates) - 1 else None


def wholes_named(story: Story, sentence: Sentence, name: str, unit: str, rate: Frame) -> list[Frame]:
    """The figures of a name, nearest first; 占办结件的 is of those called 办结."""
    names = dict.fromkeys((name, name.removesuffix("件").removesuffix("案")))
    return [f for called in names for f in story.resolve(called, unit, sentence, rate.index)]
