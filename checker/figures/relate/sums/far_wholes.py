"""Lists whose whole is told far before: quarters, halves of a year, kinds and sources without a word that ties them to it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from checker.figures.build import Sum
from checker.figures.numerals import plain_decimal
from checker.figures.reading import Frame
from checker.figures.relate.completeness import RULE, is_list
from checker.figures.relate.list_runs import run_from
from checker.figures.relate.lists import AMONG, LEFT_OVER, RATES, exact_counts, is_compared, is_level
from checker.figures.relate.rates.ratios import has_share
from checker.figures.relate.sums.divisions import BY, VIEW
from checker.figures.relate.vocabularies import are_all, are_complements
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

_QUARTERS = expression(r"(?:[一四]至四?|四个?|各|分)季度?[^,;。]{0,8}(?:分别|依次)|^一季度|,一季度")
_WAYS = expression("(?:渠道|方式|来源|类型|形式|途径|领域|环节)[之当]?中,")
_FEWEST = 3  # parts
_TELLING = 3  # digits of a sum that is hardly met by chance
_LONG = 4  # digits of one that two parts make up
_OTHER_YEAR = expression(r"^(?:上年|去年|前年|20\d\d年)")

_Told = Mapping[tuple[str, Fraction], Sequence[Frame]]


def with_far_wholes(story: Story, relations: Iterable[Relation]) -> list[Relation]:
    """The relations, and for each list that is part of no sum a figure before it that it makes up; only agreement is told."""
    known = list(relations)
    sums_ = (r for r in known if r.kind is RelationKind.PART_WHOLE_SUM and r.truth is not Truth.UNDECIDABLE)
    parts = {o.span.start for r in sums_ for o in r.in_role(Role.PART)}
    told: dict[tuple[str, Fraction], list[Frame]] = {}
    more: list[Relation] = []
    for sentence in story.sentences:
        counts = [f for f in exact_counts(sentence.frames) if not is_compared(f)] if not sentence.plan else []
        more += _in_sentence(story, sentence, told, parts) if len(counts) > 1 else []
        for frame in counts:
            told.setdefault((frame.unit_class, frame.quantity.value), []).append(frame)
    return [*known, *more]


def _in_sentence(story: Story, sentence: Sentence, told: _Told, parts: Container[int]) -> Iterator[Relation]:
    group = sentence.at()
    end = 0
    for i, first in enumerate(group):
        if i < end or first.unit_class in RATES or first.start in parts or is_compared(first) or is_level(first):
            continue
        run = _with_shares(group, i) or run_from(group, i)
        end = group.index(run[-1]) + 1
        if len(run) < 2 or any(f.start in parts or f.quantity.hedge for f in run) or AMONG.search(first.gap):
            continue
        value = sum((f.quantity.value for f in run), Fraction(0))
        wholes = [f for f in told.get((first.unit_class, value), ()) if not _OTHER_YEAR.match(f.label)]
        if wholes and _is_listed(story, sentence, run, value):
            yield Sum(wholes[-1], tuple(run)).relation(story, RULE, Binding.INFERRED)


def _with_shares(group: Sequence[Frame], i: int) -> list[Frame]:
    """检查发现528件,占49.39%;举报318件,占29.75%;…: each with its share right behind it; none unless there are three."""
    run: list[Frame] = []
    for part, share in zip(group[i::2], group[i + 1 :: 2], strict=False):
        if part.unit_class != group[i].unit_class or not has_share(share) or share.parted > part.parted > 0:
            break
        run.append(part)
    return run if len(run) >= _FEWEST else []


def _is_listed(story: Story, sentence: Sentence, run: Sequence[Frame], value: Fraction) -> bool:
    """Whether the figures are a list of kinds, and its sum too long or the list too plainly whole for a chance."""
    digits = len(plain_decimal(value).replace(".", "").rstrip("0"))
    gap = run[0].gap
    viewed = VIEW.search(gap) or BY.search(gap) or _QUARTERS.search(gap) or _WAYS.search(gap)
    pair = are_complements([story.label(f) + f.tail for f in run])
    if not (viewed or pair or is_list(run)):
        return False
    if len(run) < _FEWEST:
        return digits >= (_TELLING if pair or viewed else _LONG)
    whole = viewed or are_all([f.label for f in run]) or any(LEFT_OVER.search(f.label) for f in run[1:])
    return bool(whole) or digits >= _TELLING
