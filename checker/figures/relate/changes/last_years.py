"""Last year's counts with their own rate, and what the rate of this year differs by from it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.figures.build import Ratio
from checker.figures.names import core_of, is_denied
from checker.figures.reading import Frame
from checker.figures.relate.changes.differences import judge
from checker.figures.relate.changes.movements import change_of, is_noted, is_otherwise, is_previous, is_year_before
from checker.figures.relate.changes.year_brackets import subject_of
from checker.figures.relate.lists import CLAUSE, LAST_YEAR, STATEMENT, is_exact_count
from checker.figures.relate.rates.quotients import is_miswritten_share
from checker.figures.relate.rates.ratios import RATE_NAME, RULE
from checker.figures.relate.rates.slips import is_slipped
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.record import dataclass, replace
from checker.words.relation import Binding, Relation, Truth

_OPENS = expression(
    r"^(?:而|其中)?(?:上年度?|去年|上一年度?|(?P<year>20\d\d)年)(?:度|同期|全年|共)*(?!结转|未|转|剩|遗留|跨|存|积)"
    r"(?P<words>[一-龥]{0,10})$"
)
_BARE = expression("^(?:分?别?为|是|有|仅|只有)?$")
_SHARE = expression(r"^占(?:比|(?P<whole>[一-龥]{2,10})的)?(?:比例|比重)?(?:为|达到?)?$")
_CAME_IN = expression("收|受理|立案|申请|接|登记|应|报")
_THIS_YEAR = expression(r"今年|本年|当年|20\d\d年|全[省市县区国]")
_ANY_SHARE = frozenset({"占比", "比重", "比例", "所占比重", "所占比例"})
_OF_THAT = 4  # figures behind the first of last year
_NEAR = 8  # figures with those of brackets
_DIGITS = 4
_REACH = 12  # sentences


@dataclass(frozen=True, slots=True)
class _Told:
    """A rate of last year with its count, and the figure behind it."""

    after: Sequence[Frame]
    rate: Frame
    top: Frame
    base: Frame | None

    @property
    def name(self) -> str:
        """The rate's own name (败诉率); empty for a share."""
        return _name(self.rate)


def last_years(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """上年审结128件、败诉14件,败诉率10.94%,同比下降3.50个百分点; 上年为51件,占34.93%."""
    group = sentence.at()
    for i, first in enumerate(group):
        behind = group[i + 1 : i + 1 + _OF_THAT + 1]
        yield from _behind(story, sentence, first, behind, _this_years(story, sentence, i))
    for first in sentence.frames:
        if first.depth:
            near = [f for f in sentence.frames[first.index + 1 : first.index + _NEAR] if f.depth <= first.depth]
            yield from _behind(story, sentence, first, near, _plain(sentence.frames[first.owner]))


def _behind(
    story: Story, sentence: Sentence, first: Frame, behind: Sequence[Frame], now: Frame | None
) -> Iterator[Relation]:
    opens = _OPENS.match(first.label)
    if opens is None or not is_exact_count(first) or change_of(first) is not None:
        return
    for told in _told(first, behind, opens):
        yield from _of_its_base(story, told) if told.base else _of_bases(story, sentence, told, now)
        if now is not None and is_year_before(story, opens["year"]):
            yield from _points(story, sentence, told, now)


def _told(first: Frame, behind: Sequence[Frame], opens: re.Match[str]) -> Iterator[_Told]:
    """The rates of a statement on last year, each with the count of its name, or right before it."""
    bare = _BARE.match(opens["words"]) is not None
    counts = [first]
    for k, frame in enumerate(behind):
        if frame.parted >= STATEMENT or change_of(frame) is not None or frame.depth != first.depth:
            return
        if is_exact_count(frame) and frame.unit_class == first.unit_class and not bare:
            counts.append(frame)
        elif frame.unit_class != "percent" or frame.quantity.hedge or not _is_rate(frame):
            return
        else:
            named = [f for f in counts[1:] if _is_of(frame, f)]
            alone = len(counts) == 1
            if not alone or _SHARE.match(frame.label) or _is_of(frame, first):
                yield _Told(behind[k + 1 : k + 2], frame, (named or counts)[-1], None if alone else first)


def _is_rate(frame: Frame) -> bool:
    told = _SHARE.match(frame.label) or RATE_NAME.fullmatch(frame.label)
    return told is not None and not _THIS_YEAR.search(frame.label)


def _name(rate: Frame) -> str:
    told = RATE_NAME.fullmatch(rate.label)
    return core_of(told[1]) if told is not None and told[1].endswith("率") else ""


def _is_of(rate: Frame, top: Frame) -> bool:
    """Whether a rate has the name of its count (败诉率, 败诉14件)."""
    stem = _name(rate).removesuffix("率")
    return len(stem) > 1 and core_of(top.label).endswith(stem) and not is_denied(stem, top.label)


def _of_its_base(story: Story, told: _Told) -> Iterator[Relation]:
    """What fails is told where the names tie the three to each other, or a slip explains it."""
    assert told.base is not None
    reading = Ratio(told.rate, (told.top,), told.base)
    if reading.agrees:
        yield reading.relation(story, RULE, Binding.INFERRED)
        return
    less = told.top.quantity.value <= told.base.quantity.value
    noted = is_noted(story, told.rate) or not told.rate.quantity.decimals
    tied = _is_of(told.rate, told.top) and not _CAME_IN.search(told.base.label)
    slipped = is_slipped(told.base, told.top, told.rate) or is_miswritten_share(told.top, told.base, told.rate, _DIGITS)
    if less and not noted and (tied or slipped):
        yield reading.relation(story, RULE, Binding.INFERRED)


def _of_bases(story: Story, sentence: Sentence, told: _Told, now: Frame | None) -> Iterator[Relation]:
    """上年为51件,占34.93%: of last year's count in the paragraph, or of what this year's share names; only agreement."""
    share = _SHARE.match(now.label) if now is not None else None
    whole = core_of(share["whole"]) if share is not None and share["whole"] else ""
    for other in (sentence, *story.before(sentence, _REACH)):
        same = [f for f in other.frames if f.unit_class == told.top.unit_class and f.start < told.top.start]
        for base in same:
            named = other.line == sentence.line or (len(whole) > 1 and whole in base.label)
            last = named and LAST_YEAR.match(base.label) and change_of(base) is None
            if last and Ratio(told.rate, (told.top,), base).fits:
                yield Ratio(told.rate, (told.top,), base).relation(story, RULE, Binding.INFERRED)
                return


def _this_years(story: Story, sentence: Sentence, i: int) -> Frame | None:
    """The rate right before the figures of last year, or at the end of the sentence before them."""
    if i:
        return _plain(sentence.at()[i - 1])
    before = (s.at() for s in story.in_paragraph(sentence, 1) if s.at())
    return _plain(next((group[-1] for group in before), None))


def _plain(now: Frame | None) -> Frame | None:
    if now is None or now.unit_class != "percent" or now.quantity.hedge:
        return None
    return now if change_of(now) is None and not is_previous(now) else None


def _points(story: Story, sentence: Sentence, told: _Told, now: Frame) -> Iterator[Relation]:
    """一审败诉率7.44%,上年…败诉率10.94%,同比下降3.50个百分点: proved where both rates have one name, and the change no other."""
    frame, beside = next(iter(told.after), None), sentence.span.start <= now.start
    if frame is None:
        after = story.sentences[sentence.number + 1 : sentence.number + 2]
        frame = next((f for s in after if s.line == sentence.line for f in s.at()), None)
        beside = False
    if frame is None:
        return
    change = change_of(frame)
    if change is None or frame.unit_class != "point" or not _are_the_same(told, now):
        return
    subject = subject_of(frame)
    bare = not subject and frame.parted in (0, CLAUSE)
    tied = _is_tied(sentence, told, now, subject)
    for relation in judge(story, change, told.rate, now) if bare or _is_its_subject(subject, told) else ():
        full = bare or subject == _name(now) or not told.name  # 正职出庭率 is another than 出庭率
        plain = tied and full and not is_otherwise(story, frame)
        if relation.truth is Truth.HOLDS or (plain and beside and told.name):
            yield relation
        elif plain:
            yield replace(relation, binding=Binding.INFERRED)


def _is_tied(sentence: Sentence, told: _Told, now: Frame, subject: str) -> bool:
    """Whether no other rate of the sentence may be the one of this year."""
    before = [f for f in sentence.frames if f.start < told.top.start and f is not told.base]
    if told.name:
        return sum(_name(f).endswith(told.name) for f in before if f.unit_class == "percent") < 2
    counts = [f for f in before if f.start < now.start and f.unit_class == told.top.unit_class]
    name = core_of(LAST_YEAR.sub("", told.top.label))
    named = bool(counts) and (_BARE.match(name) is not None or core_of(counts[-1].label).endswith(name))
    return named or subject.endswith("率")


def _are_the_same(told: _Told, now: Frame) -> bool:
    """Whether both years' rates are of one name, or shares."""
    if told.name:
        return _name(now).endswith(told.name)
    return _SHARE.match(told.rate.label) is not None and _SHARE.match(now.label) is not None


def _is_its_subject(subject: str, told: _Told) -> bool:
    """同比下降, 占比下降, 直接纠错率下降 of 直接纠错19件,占13.01%."""
    if subject in _ANY_SHARE or not subject.endswith("率"):
        return subject in _ANY_SHARE and not told.name
    if told.name:
        return subject.endswith(told.name)
    stem = subject.removesuffix("率")
    return len(stem) > 1 and core_of(told.top.label).endswith(stem)
