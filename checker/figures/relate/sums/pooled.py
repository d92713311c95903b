"""Two kinds of two wholes together: 建议73件、提案91件,其中主办68件,会办96件; 满意162件,基本满意2件."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from checker.figures.build import operand, shown, shown_value
from checker.figures.numerals import is_slip, is_swap, plain_decimal
from checker.figures.reading import Frame
from checker.figures.relate.completeness import RULE
from checker.figures.relate.lists import STATEMENT, exact_counts
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

_PROPOSALS = expression(r"建议|议案"), expression("提案")
_HOSTED = (
    expression(r"(?:主办|独办|独立承办|牵头)(?:件|办理)?$"),
    expression(r"(?:会办|协办|分办|协同办理|配合办理)件?$"),
)
_CONTENT = expression(r"(?<!不)(?<!基本)满意(?:的|件)?$"), expression(r"(?:基本|较|比较)满意(?:的|件)?$")
_NEAR = 8


def pooled(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """What hosts and helpers, or what the contented and the fairly contented make up, of both kinds of proposals."""
    counts = exact_counts(sentence.at())
    wholes = next((pair for pair in pairwise(counts) if _are_proposals(*pair)), None)
    if wholes is None:
        return
    for first, second in pairwise(f for f in counts if f.start > wholes[1].start):
        if first.unit_class != second.unit_class or first.unit_class != wholes[0].unit_class:
            continue
        if _are(_HOSTED, first, second) or _are(_HOSTED, second, first):
            following = next((f for f in sentence.at() if f.start > second.start), None)
            goes_on = [following] if following is not None and following.unit_class == second.unit_class else []
            ends = all(f.parted == STATEMENT for f in goes_on)  # 参阅件6件 is a third kind
            listed = ends and "其中" in first.gap
            summed = any(
                f.quantity.value == _total((first, second)) for f in counts if wholes[1].start < f.start < first.start
            )
            if not summed:  # 全国人大建议3件、省人大建议74件、省政协提案88件,合计165件,其中主办92件、会办73件: of all
                yield from _relation(story, wholes, (first, second), closed=ends, whole_list=listed)
        elif _are(_CONTENT, first, second):
            yield from _relation(story, wholes, (first, second), closed=False)


def _are_proposals(first: Frame, second: Frame) -> bool:
    joined = second.parted == 1 or (not second.parted and second.label[:1] in ("和", "及", "与"))
    named = _PROPOSALS[0].search(first.label + first.tail) and _PROPOSALS[1].search(second.label + second.tail)
    return bool(named) and joined and first.unit_class == second.unit_class


def _are(kinds: Sequence[re.Pattern[str]], first: Frame, second: Frame) -> bool:
    return bool(kinds[0].search(first.label) and kinds[1].search(second.label))


def _relation(
    story: Story, wholes: Sequence[Frame], parts: Sequence[Frame], *, closed: bool, whole_list: bool = False
) -> Iterator[Relation]:
    """Whether both sides agree; of hosts and helpers, what one slip explains is told too."""
    had, made = _total(wholes), _total(parts)
    near = whole_list and abs(had - made) * _NEAR <= had
    if had != made and not (closed and (near or _is_miswritten(wholes, parts, made - had))):
        return
    left = " + ".join(shown(f.quantity) for f in parts) + f" = {shown_value(made, parts[0].quantity)}"
    right = " + ".join(shown(f.quantity) for f in wholes) + f" = {shown_value(had, wholes[0].quantity)}"
    equation = f"{left} {'=' if had == made else '≠'} {right}"
    operands = (*(operand(story, f, Role.OTHER) for f in wholes), *(operand(story, f, Role.PART) for f in parts))
    truth = Truth.HOLDS if had == made else Truth.VIOLATED
    gap = "" if had == made else shown_value(abs(had - made), wholes[0].quantity)
    yield Relation("", RelationKind.PART_WHOLE_SUM, truth, Binding.INFERRED, RULE, equation, operands, gap=gap)


def _total(frames: Sequence[Frame]) -> Fraction:
    return sum((f.quantity.value for f in frames), Fraction(0))


def _is_miswritten(wholes: Sequence[Frame], parts: Sequence[Frame], over: Fraction) -> bool:
    values = [(f.quantity.value, f.quantity.value + over) for f in wholes]
    values += [(f.quantity.value, f.quantity.value - over) for f in parts]
    written = [(plain_decimal(old), plain_decimal(new)) for old, new in values if new > 0]
    return any((is_slip(old, new) and len(new) > 1) or is_swap(old, new) for old, new in written)
