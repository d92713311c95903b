"""Posts: how many there are, how many are filled, how many are empty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import permutations

from checker.figures.build import Ratio, Sum
from checker.figures.reading import Frame
from checker.figures.relate.lists import STATEMENT, exact_counts, is_compared, is_held
from checker.figures.relate.rates.ratios import RULE as RATE_RULE
from checker.figures.relate.stocks.left import left_of
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

_EMPTY = expression(
    r"(?:缺编|空编|缺额|空缺(?:编制|岗位)?|编制空缺|缺员)(?:为|达|有)?$|编制相比,?(?:尚|还|仍)?缺(?:少|员)?$"
)
_EMPTY_RATE = expression(r"(?:缺编|空编|空缺|缺员)(?:率|比例)(?:为|是|达|约)?$")
_POSTS = expression(
    r"编制(?:总?数|总量|员额)?(?:共|为|有)?$|(?:核定|批准|实有|定编|编制)[^,;、]{0,6}编制?[^,;、]{0,3}$|定编$|应配备?$"
)
_OF_POSTS = expression("(?:核定|批准)?编制")  # 与136名核定编制相比尚缺12名
_FILLED = expression(r"(?:实有|在岗|在编|现有|实配|到岗|实际在岗|在职)[^,;、]{0,8}$")
_COUNTS_POSTS = expression(r"编制[^,;、]{0,3}$|[核定总应]编$")
_KEPT = expression("不含|预留|占用|冻结|锁定|借调|政策性|超编|待[核补招聘分录入定]|招录|另[有外聘\\d]")
_CLOSE = Fraction(3, 20)
_NOTE = 30  # characters behind a sentence


def vacancies(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """All empty posts of a sentence and their rates."""
    group = sentence.at()
    for i, frame in enumerate(group):
        if frame.unit_class == "percent" and _EMPTY_RATE.search(frame.label):
            yield from _rate(story, sentence, group[:i], frame)
        elif frame.unit_class != "person":
            continue
        elif _EMPTY.search(frame.label):
            yield from _empty(story, sentence, frame)


def _empty(story: Story, sentence: Sentence, empty: Frame) -> Iterator[Relation]:
    """编制156名,实有138人…缺编18名; what fails is told, by inference, where these three are all that the sentence tells."""
    for other in (sentence, *story.earlier(sentence)):
        people = [f for f in exact_counts(other.at()) if f.unit_class == "person" and f.start < empty.start]
        pairs = [(a, b) for k, a in enumerate(people) for b in people[k + 1 : k + 3]]
        pairs = [(a, b) for pair in pairs for a, b in permutations(pair) if _is_pair(a, b)]
        held = next((p for p in pairs if p[0].quantity.value - p[1].quantity.value == empty.quantity.value), None)
        if held is not None:
            yield left_of(story, held[0], held[1:], empty, Binding.INFERRED)
            return
        beside = [p for p in pairs if other is sentence and empty.index - min(f.index for f in p) == 2]
        apart = empty.parted == 2 or "相比" in empty.label
        if len(beside) == 1 and apart and _are_alone(story, sentence, (*beside[0], empty)):
            yield left_of(story, beside[0][0], beside[0][1:], empty, Binding.INFERRED)
            return


def _are_alone(story: Story, sentence: Sentence, told: tuple[Frame, ...]) -> bool:
    """Whether no people before and no note explain what fails, and one slip does (空编20名,借调在外6人)."""
    posts, filled, empty = told
    people = [f for f in sentence.frames if f.unit_class == "person" and f.start <= empty.start and not is_held(f)]
    end = next((f.start for f in sentence.frames if f.start > empty.start and f.parted == STATEMENT), None)
    noted = _KEPT.search(story.text, posts.start, end if end is not None else sentence.span.end + _NOTE)
    reading = Sum(posts, (filled, empty))
    near = abs(1 - reading.coverage) <= _CLOSE
    return len(people) == len(told) and noted is None and (near or reading.is_miswritten(2))


def _is_pair(posts: Frame, filled: Frame) -> bool:
    named = (
        (_POSTS.search(posts.label) or _OF_POSTS.match(posts.tail))
        and _FILLED.search(filled.label)
        and not _COUNTS_POSTS.search(filled.label)
    )
    return bool(named) and not is_compared(filled)


def _rate(story: Story, sentence: Sentence, before: Sequence[Frame], rate: Frame) -> Iterator[Relation]:
    """缺编18名,按编制算缺编率为11.5%: of the posts that are told far before; only agreement is told."""
    empty = next((f for f in reversed(before) if _EMPTY.search(f.label)), None)
    if empty is None:
        return
    told = (f for other in (sentence, *story.earlier(sentence)) for f in other.at() if f.unit_class == "person")
    held = next((f for f in told if _POSTS.search(f.label) and Ratio(rate, (empty,), f).fits), None)
    if held is not None:
        yield Ratio(rate, (empty,), held).relation(story, RATE_RULE, Binding.INFERRED)
