"""A list of last year's values behind the one of this year: 892件、罚款418.65万元,上年为964件、437.2万元,件数下降7.47%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.figures.names import core_of, is_denied, names_same
from checker.figures.reading import Frame
from checker.figures.relate.changes.differences import Change, judge
from checker.figures.relate.changes.movements import VERB, change_of, is_otherwise, is_previous
from checker.figures.relate.changes.year_brackets import subject_of
from checker.figures.relate.lists import COMPARES, IN_ORDER, RATES, STATEMENT, alike, is_compared
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.record import replace
from checker.words.relation import Binding, Relation, Truth

_OPENS = expression(
    r"^(?:而|其中)?(?:上年度?|去年|上一年度?|(?P<year>20\d\d)年)(?:度|同期|全年)*(?!结|未|转|剩|遗留|跨|存|积)"
    r"(?:相应|对应)?(?:分别|依次)?(?:为|是|有|仅)?(?P<name>[一-龥]{0,12})$"
)
_YEAR = expression(r"20\d\d(?=年)")
_AMOUNT = expression("(?:金额|总额|数额|额|总数)$")
_PERIOD = expression("全年|季度|半年|月|其中")
_BOTH = expression("^(?:[两二三]者)?(?:分别|依次)?$")
_MOST = 4  # changes behind a list

Pair = tuple[Frame, Frame]
"""This year's value and the one of last year."""


def listed_years(story: Story, sentence: Sentence) -> Iterator[tuple[Pair, ...]]:
    """This year's values with those of last year that a list behind them tells in their order."""
    group = sentence.at()
    for i, first in enumerate(group):
        told = _OPENS.match(first.label)
        if told is None or change_of(first) is not None:
            continue
        befores = [first]
        for frame in group[i + 1 :]:
            if frame.parted != 1 or is_compared(frame):
                break
            befores.append(frame)
        nows = _beside(story, sentence, i, len(befores))
        names = [told["name"], *(f.label for f in befores[1:])]
        if nows and _is_the_year_before(story, nows[0], told["year"]) and _are_the_same(story, nows, befores, names):
            yield tuple(zip(nows, befores, strict=True))


def _beside(story: Story, sentence: Sentence, i: int, size: int) -> Sequence[Frame]:
    """So many figures right before the one at i, or at the end of the sentence before: one list."""
    group = sentence.at()
    if not i:
        near = (s.at() for s in story.in_paragraph(sentence, 1))
        group = next(near, ())
        i = len(group)
    nows = group[i - size : i] if 1 < size <= i else ()
    whole = all(f.parted < STATEMENT for f in nows[1:])
    return nows if whole and not any(is_compared(f) or is_previous(f) for f in nows) else ()


def _is_the_year_before(story: Story, now: Frame, year: str | None) -> bool:
    """Whether a list told with its year is of the one before this year's list."""
    own = _YEAR.search(now.gap)
    here = int(own[0]) if own is not None else story.report_year
    return year is None or here is None or int(year) == here - 1


def _are_the_same(story: Story, nows: Sequence[Frame], befores: Sequence[Frame], names: Sequence[str]) -> bool:
    """Whether two lists are of the same things: by their units, and by the names that the second tells again."""
    pairs = list(zip(nows, befores, strict=True))
    plain = all(f.unit_class not in RATES and not f.quantity.hedge for f in (*nows, *befores))
    if not plain or any(now.unit_class != before.unit_class for now, before in pairs):
        return False
    units = {f.unit_class for f in nows}
    if not any(names):
        opens = nows[0].parted == STATEMENT or not nows[0].index
        return len(units) == len(nows) or opens
    return all(_is_called(story, now, name) for now, name in zip(nows, names, strict=True))


def _is_called(story: Story, now: Frame, name: str) -> bool:
    core, label = core_of(name), story.label(now)
    called = label.endswith(core) or names_same(core, label)
    return not core or core_of(label) == core or (called and not is_denied(core, label))


def year_lists(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """Each change behind two such lists, of the pair that its name or its unit tells; what fails is so by inference."""
    for pairs in listed_years(story, sentence):
        behind = [f for f in sentence.at() if f.start > pairs[-1][1].start]
        after = story.sentences[sentence.number + 1 : sentence.number + 2]
        following = [f for s in after if s.line == sentence.line for f in s.at()]
        if behind and IN_ORDER.match(behind[0].tail):
            behind = behind[1:]  # 两项分别下降
        changed = _changes(behind)
        yield from _in_order(story, behind, pairs)
        yield from _each(story, changed, pairs)
        if len(changed) == len(behind):
            yield from _each(story, [c for c in _changes(following) if subject_of(c.frame)], pairs)


def _changes(frames: Sequence[Frame]) -> list[Change]:
    found: list[Change] = []
    for frame in frames[:_MOST]:
        change = change_of(frame)
        if change is None:
            break
        found.append(change)
    return found


def _in_order(story: Story, behind: Sequence[Frame], pairs: Sequence[Pair]) -> Iterator[Relation]:
    """…,同比分别下降7.47%和4.24%"""
    first = change_of(behind[0]) if behind else None
    if first is None or not IN_ORDER.search(behind[0].gap) or not _BOTH.match(subject_of(behind[0])):
        return
    several = alike(behind, 0)
    if len(several) != len(pairs) or any(f.unit_class != "percent" for f in several):
        return
    for frame, (now, before) in zip(several, pairs, strict=True):
        yield from _judged(story, change_of(frame) or Change(frame, first.up), now, before)


def _each(story: Story, changed: Sequence[Change], pairs: Sequence[Pair]) -> Iterator[Relation]:
    last: Pair | None = None
    for change in changed:
        if IN_ORDER.search(change.frame.gap) or _PERIOD.search(change.frame.gap):
            return  # 一季度…,全年受理数增长5.1%; 其中超载案件下降21.3%
        words = COMPARES.split(VERB.sub("", change.frame.label))[0]
        again = not words and change.frame.unit_class in RATES  # 减少72件、下降7.47%: known by its amount too
        last = last if again else _told(story, change.frame, words, pairs)
        told = _judged(story, change, *last) if last is not None else ()
        yield from (r for r in told if r.truth is Truth.HOLDS or not again)


def _told(story: Story, change: Frame, words: str, pairs: Sequence[Pair]) -> Pair | None:
    """The one pair that a change is of: 事故起数 by its name and 起, 罚款金额 by its name, 减少72件 by its unit."""
    if change.unit_class not in RATES:
        pairs = [pair for pair in pairs if pair[0].unit_class == change.unit_class]
    name = _AMOUNT.sub("", subject_of(change))
    named = [pair for pair in pairs if len(name) > 1 and _is_called(story, pair[0], name)]
    named = [pair for pair in named if core_of(story.label(pair[0])) == name] or named
    counted = [pair for pair in pairs if words.endswith(f"{pair[0].quantity.unit}数")]
    if name:
        found = named
    elif counted or change.unit_class in RATES:
        found = counted
    else:
        found = list(pairs)
    return found[0] if len(found) == 1 else None


def _judged(story: Story, change: Change, now: Frame, before: Frame) -> Iterator[Relation]:
    for relation in judge(story, change, before, now):
        if relation.truth is Truth.HOLDS:
            yield relation
        elif not is_otherwise(story, change.frame):
            yield replace(relation, binding=Binding.INFERRED)
