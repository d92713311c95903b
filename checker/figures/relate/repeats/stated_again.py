"""One value that comes again where the same thing is spoken of, in other words or counted by another word.

案件办结257件…公示行政处罚结果信息257条: only agreement is told, and last of all, so that nothing else rests on it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from checker.figures.names import core_of, shared_piece
from checker.figures.numerals import telling_digits
from checker.figures.reading import Frame
from checker.figures.relate.lists import is_compared
from checker.figures.relate.repeats.repeats import told_twice
from checker.figures.relate.repeats.restated import GENERIC
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation, RelationKind, operand_starts

_BEFORE, _BEHIND = 14, 10  # characters around a figure
_OTHER = expression("[^一-龥]|[零〇一二三四五六七八九十百千万两](?!审)")
_PUBLISHED = expression("公示|公布|公开|法制审核|法制机构审核|笔录")
_END = expression(r"[。;\n]")
_LONG, _SHORT = 100, 10
_WHOLE_NAME = 4  # characters (行政处罚)
_NAME, _LONGEST = 2, 6  # characters right beside a figure (空编)
_DIGITS = 3  # of an exact share
_SHORTER = expression("监督管理")  # 市场监督管理所, 市场监管所
_KEPT = 6
"""How many statements of one value are looked at: it keeps the work linear."""
_ODD = frozenset({"point", "times", "tenth"})
# What is done to a case is written down, published and examined: 257件, 257条, 257份, 257次.
_PAPERS = frozenset({"case", "item", "copy", "time", "person-time", "家次", "户次", "件次"})


def stated_again(story: Story, relations: Sequence[Relation]) -> Iterator[Relation]:
    """Each such figure with the last one of its value, where the report does not relate the two already."""
    related: defaultdict[int, set[int]] = defaultdict(set)
    for relation in relations:
        starts = operand_starts([relation]) if relation.kind is RelationKind.REPEATED_METRIC else ()
        for start in starts:
            related[start].update(starts)
    known: dict[Fraction, list[tuple[Sentence, Frame]]] = {}
    for sentence in story.sentences:
        for frame in sentence.frames:
            if not _is_telling(frame):
                continue
            earlier = known.setdefault(frame.quantity.value, [])
            others = (f for where, f in reversed(earlier) if where.number < sentence.number)
            again = next((f for f in others if _are_one(story, f, frame)), None)
            if again is not None and frame.start not in related[again.start]:
                yield told_twice(story, again, frame, Binding.INFERRED)
            earlier.append((sentence, frame))
            del earlier[:-_KEPT]


def _is_telling(frame: Frame) -> bool:
    quantity = frame.quantity
    fine = quantity.decimals > 0 if frame.unit_class == "percent" else quantity.value > 1
    duration = frame.unit_class.startswith("duration") or frame.unit_class in _ODD
    return fine and not (duration or quantity.hedge or (is_compared(frame) and not _is_exact_share(frame)))


def _is_exact_share(frame: Frame) -> bool:
    """36.42%, 60.2%: so exact a share is hardly met twice by chance."""
    digits = telling_digits(frame.quantity.value)
    return frame.unit_class == "percent" and digits >= _DIGITS


def _are_one(story: Story, first: Frame, second: Frame) -> bool:
    """Whether the words around two figures of one value share a piece that is long enough for so short a number."""
    alike = first.unit_class == second.unit_class
    if not alike and not _is_published(first, second):
        return False
    if alike and (_have_one_name(first, second) or _are_one_share(story, first, second)):
        return True
    piece = shared_piece(_OTHER.sub("|", _around(story, first)), _OTHER.sub("/", _around(story, second)))
    if GENERIC.fullmatch(piece):
        return first.quantity.value >= _LONG or (not alike and len(piece) >= _WHOLE_NAME)
    value = _LONG if first.unit_class == "percent" else first.quantity.value
    return len(piece) >= (2 if value >= _LONG or not alike else 3 if value >= _SHORT else 4)


def _have_one_name(first: Frame, second: Frame) -> bool:
    """空编7名, 7名空编; 派出执法大队6个, 6个大队: whether one word stands right beside both figures."""
    need = _WHOLE_NAME if first.unit_class == "case" and first.quantity.value < _SHORT else _NAME
    names = _words_beside(first) & _words_beside(second)
    return any(len(name) >= need and GENERIC.fullmatch(name) is None for name in names)


def _words_beside(frame: Frame) -> frozenset[str]:
    """What the words before a figure end with, and what those behind it begin with."""
    before, behind = core_of(_SHORTER.sub("监管", frame.label)), _SHORTER.sub("监管", frame.tail)
    sizes = range(_NAME, _LONGEST + 1)
    return frozenset([*(before[-n:] for n in sizes if n <= len(before)), *(behind[:n] for n in sizes)])


def _are_one_share(story: Story, first: Frame, second: Frame) -> bool:
    """同比上升36.42% of 行政复议收案, 增幅36.42% of 行政复议申请: whether two equal shares are told of one thing."""
    if not (_is_exact_share(first) and _is_exact_share(second)):
        return False
    if is_compared(first) and is_compared(second):
        return True
    one, other = (_pairs_of(story.sentence_at(frame.start)) for frame in (first, second))
    return not one.isdisjoint(other)


def _pairs_of(sentence: Sentence | None) -> frozenset[str]:
    """All pairs of characters that stand side by side in the telling words of a sentence."""
    words = GENERIC.sub("|", _OTHER.sub("|", sentence.text if sentence is not None else ""))
    return frozenset(a + b for a, b in pairwise(words) if "|" not in (a, b))


def _is_published(first: Frame, second: Frame) -> bool:
    """法制审核1074起, 公示行政处罚决定1074条: papers of so many cases."""
    papers = {first.unit_class, second.unit_class} <= _PAPERS
    return papers and second.quantity.value >= 2 * _SHORT and _PUBLISHED.search(first.gap + second.gap) is not None


def _around(story: Story, frame: Frame) -> str:
    """The words before and behind a figure, up to the ends of its statement."""
    before = _END.split(story.text[max(0, frame.start - _BEFORE) : frame.start])[-1]
    end = frame.quantity.span.end
    return before + "|" + _END.split(story.text[end : end + _BEHIND])[0]
