"""Last year's values beside this year's: what holds of these must hold of those (优秀27卷,上年21卷;优秀率67.5%,上年58.3%)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from checker.figures.build import Ratio, Sum
from checker.figures.names import core_of
from checker.figures.reading import Frame
from checker.figures.relate.changes.movements import change_of
from checker.figures.relate.changes.year_lists import listed_years
from checker.figures.relate.lists import LAST_YEAR, RATES
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

_LAST = r"(?:上年度?|去年|(?P<year>20\d\d)年)(?:同期|末|底)?"
_BARE = expression(rf"(?:^|[比较与和]){_LAST}(?:的|为|是|有|仅|占)?$")  # 上年为28人; 比上年末的31人
_NAMED = expression(rf"^{_LAST}的?(?P<name>[一-龥]{{2,8}}?)(?:为|是|有)?$")  # 上年整改84处
_NOTE = expression("上年(?:另|其余|还)|(?:扣除|剔除|不计)")
_NO_NAME = expression("结转|未|转入|遗留|旧存|增|减|升|降")
_FEWEST = 2  # pairs of a report
_BEHIND = 200  # characters in which a note may follow


def mirrored(story: Story, found: Sequence[Relation]) -> Iterator[Relation]:
    """The sums and rates of last year's values, where those of this year's hold and each has its value of last year."""
    pairs = {start: frame for sentence in story.sentences for start, frame in _pairs(story, sentence)}
    if len(pairs) < _FEWEST:
        return
    placed = story.placed()
    pairs = _told_again(placed, {**dict(_agreed(placed, found)), **pairs})
    seen = {frozenset(o.span.start for o in relation.operands) for relation in found}
    for relation in found:
        starts = [operand.span.start for operand in relation.operands]
        if relation.truth is not Truth.HOLDS or not all(start in pairs for start in starts):
            continue
        before = frozenset(pairs[start].start for start in starts)
        if before not in seen and all(start in placed for start in before):
            seen.add(before)
            yield from _of_last_year(story, relation, pairs)


def _told_again(placed: Mapping[int, tuple[Sentence, Frame]], pairs: Mapping[int, Frame]) -> dict[int, Frame]:
    """受理204件…2022年为148件。受理的204件中: the pairs with those of figures told again under their name."""
    named = ((placed[start][1], last) for start, last in pairs.items() if start in placed)
    told = {_key(frame): last for frame, last in named if len(core_of(frame.label)) > 1}
    again = ((start, told.get(_key(frame))) for start, (_, frame) in placed.items() if frame.unit_class not in RATES)
    return {**{start: last for start, last in again if last is not None and last.start != start}, **pairs}


def _key(frame: Frame) -> tuple[str, Fraction, str]:
    return frame.unit_class, frame.quantity.value, core_of(frame.label)


def _agreed(placed: Mapping[int, tuple[Sentence, Frame]], found: Sequence[Relation]) -> Iterator[tuple[int, Frame]]:
    """行政处罚88件,…;行政处罚类增加21件(上年67件): what changes that agree pair."""
    for relation in found:
        nows, befores = relation.in_role(Role.AFTER), relation.in_role(Role.BEFORE)
        if relation.truth is Truth.HOLDS and len(nows) == len(befores) == 1:
            place = placed.get(befores[0].span.start)
            if place is not None and LAST_YEAR.match(place[1].label):
                yield nows[0].span.start, place[1]


def _of_last_year(story: Story, relation: Relation, pairs: Mapping[int, Frame]) -> Iterator[Relation]:
    def those(role: Role) -> tuple[Frame, ...]:
        return tuple(pairs[operand.span.start] for operand in relation.in_role(role))

    last = max(operand.span.end for operand in relation.operands)
    line = story.text.find("\n", last, last + _BEHIND)
    if _NOTE.search(story.text, last, line if line >= 0 else last + _BEHIND):
        return  # 上年另有撤诉4件; 上年98%,扣除调解结案1件
    if relation.kind is RelationKind.PART_WHOLE_SUM:
        yield Sum(those(Role.TOTAL)[0], those(Role.PART)).relation(story, relation.rule, Binding.INFERRED)
    elif relation.kind is RelationKind.RATE and those(Role.RATE)[0].unit_class == "percent":
        base, *more = those(Role.DENOMINATOR)
        ratio = Ratio(those(Role.RATE)[0], those(Role.NUMERATOR), base, tuple(more))
        yield ratio.relation(story, relation.rule, Binding.INFERRED)


def _pairs(story: Story, sentence: Sentence) -> Iterator[tuple[int, Frame]]:
    """Each figure of this year that last year's value follows, by where it starts: at once, in a bracket, by name, or in a list."""
    if not expression("上年|去年|20").search(sentence.text):
        return
    figures = [f for f in sentence.at() if change_of(f) is None]
    named: list[Frame] = []
    for i, frame in enumerate(figures):
        beside = [*sentence.inside(frame)[:1], *(f for f in figures[i + 1 : i + 2] if f.index - frame.index <= 2)]
        last = next(
            (f for f in beside if f.unit_class == frame.unit_class and _is_last(story, _BARE.search(f.label))), None
        )
        if last is not None and not _is_last(story, _BARE.search(frame.label)):
            yield frame.start, last
        now = _by_name(story, figures[:i], frame, named)
        if now is not None:
            named.append(frame)
            yield now.start, frame
    for pairs in listed_years(story, sentence):
        yield from ((now.start, last) for now, last in pairs)


def _by_name(story: Story, before: Sequence[Frame], frame: Frame, named: Sequence[Frame]) -> Frame | None:
    """整改61处,整改率96.83%,上年整改84处,整改率95.45%: this year's figure of the name that last year's has."""
    told = _NAMED.match(frame.label)
    if told is not None and _is_last(story, told) and not _NO_NAME.search(told["name"]):
        name = told["name"]
    elif named and before[-1] is named[-1] and frame.parted == 2:
        name = frame.label
    else:
        return None
    alike = (f for f in reversed(before) if f.unit_class == frame.unit_class and f not in named)
    return next((f for f in alike if len(name) > 1 and f.label.endswith(name)), None)


def _is_last(story: Story, told: re.Match[str] | None) -> bool:
    """Whether the words before a figure tell that it is of the year before the report's."""
    if told is None:
        return False
    return told["year"] is None or (story.report_year is not None and int(told["year"]) == story.report_year - 1)
