"""A figure that a later clause recalls as known: 在法治督察发现的123个问题中, 1103件立案案件中, 移送公安机关的4件案件.

No figure of the report has its value, and one only has its name: it is told where the two are near or a slip apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from checker.figures.names import core_of, shared_piece
from checker.figures.numerals import is_slip, plain_decimal
from checker.figures.reading import Frame
from checker.figures.relate.lists import CLAUSE, JOINED
from checker.figures.relate.repeats.once import is_plain, told_once
from checker.figures.relate.repeats.repeats import PLACES, WHOLE_AREA, is_near, is_widened, told_twice
from checker.figures.relate.repeats.taken_up import OUT_OF_IT, are_some_of_them, is_of_their_area
from checker.figures.relate.totals import is_total
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

_OPENS = expression("中|里|看|的")
_DEFINITE = expression(rf"^(?P<noun>[一-龥]{{2,10}}?)(?:{OUT_OF_IT})")
_THING = expression(r"^(?P<noun>[一-龥]{2,6})(?=[,;。]|$|平均|中|均|都|全部|已|尚|没有|未)")
_LEAD = expression(
    r"^(?:[一二三四五六七八九十]是)?(?:[在对从就]|面对|针对)?(?:[全我][市县区省镇乡州局旗]|全系统|全年|本年|已|年内|当年|累计|[一-龥]{1,3}(?=查出|发现))*"
)
_LITTLE = expression(
    r"行政|执法|案件|评查|抽取|工作|单位|全年|完成|实际|检查|办理|人员|企业|事项|部门|年度|其中|个别|部分|有关|相关|[的共为]|方面|情况"
)
_NEW = expression(
    "(?<!现)有|[仍尚另又还新再]|其|这|上述|以下|其余|剩余|超过|不足|多数|之一|上年|去年|20\\d\\d|以来|以上|以下|至少|最"
)
_ENOUGH = 0.7
_LONG, _FEW = 5, 10
_REACH = 120  # characters of the paragraph before a figure
_BEHIND = 8
_LEAST_NAME = 2
_PAPERS = "copy"
_PART = expression("的?(?:仅|只|共|就|才)?有?$")


def recalled(story: Story, relations: Sequence[Relation]) -> Iterator[Relation]:
    """Each figure so recalled against the one that it recalls."""
    once = told_once(story, relations)
    for sentence in story.sentences:
        if sentence.plan or not _OPENS.search(sentence.text):
            continue
        for frame in sentence.at():
            name = _name(story, frame) if frame.start in once else ""
            if name:
                yield from _against(story, sentence, frame, name)


def recalled_parts(story: Story) -> Iterator[Relation]:
    """法制员14名,其中取得法律职业资格的有9名…14名法制员中取得法律职业资格的仅6名: one part of one whole told twice."""
    known: dict[tuple[Fraction, str, str], list[tuple[Frame, Frame]]] = {}
    for sentence in story.sentences:
        for whole, part in pairwise(sentence.at() if not sentence.plan else ()):
            again = _DEFINITE.match(whole.tail)
            name = _PART.sub("", part.label.removeprefix("其中").removeprefix(again[0] if again is not None else ""))
            if len(name) < _LONG or whole.unit_class != part.unit_class or not (is_plain(whole) and is_plain(part)):
                continue
            earlier = known.setdefault((whole.quantity.value, whole.unit_class, name), [])
            stated = [p for w, p in earlier if again is not None and story.label(w).endswith(again["noun"])]
            if "其中" in part.gap:
                earlier.append((whole, part))
            elif stated:
                yield told_twice(story, stated[0], part, Binding.STATED)


def _name(story: Story, frame: Frame) -> str:
    """What is recalled, by the words before and behind the figure, parted by |; empty where nothing is."""
    label = _LEAD.sub("", frame.label)
    again = _DEFINITE.match(frame.tail)
    again = again or (_THING.match(frame.tail) if label.endswith("的") else None)
    if again is None or _NEW.search(label) or JOINED.search(again["noun"]) or is_widened(story, frame):
        return ""
    return f"{label.removesuffix('的')}|{again['noun']}"


def _against(story: Story, sentence: Sentence, frame: Frame, name: str) -> Iterator[Relation]:
    words = [word for word in _LITTLE.sub("|", name).split("|") if word] or name.split("|")[1:]
    if sum(map(len, words)) < _LEAST_NAME:
        return
    found = [
        f
        for other in story.earlier(sentence)
        for f in other.at()
        if _are_counted_alike(f, frame) and is_plain(f) and not other.plan and _is_called(story, f, words)
    ]
    if PLACES.match(frame.tail) and WHOLE_AREA.search(
        frame.label
    ):  # 派驻在19个乡镇…全市24个乡镇中有5个没有派驻: of all that there are
        found = [f for f in found if WHOLE_AREA.search(f.label)]
    found = [f for f in found if "".join(words) == core_of(story.label(f)) and "其中" not in f.gap] or found
    close = [f for f in found if _is_close(frame, f, words)]
    if close and len({f.quantity.value for f in found}) == 1:
        yield told_twice(story, min(close, key=lambda f: f.start), frame, Binding.INFERRED)


def _are_counted_alike(one: Frame, other: Frame) -> bool:
    """Whether both have one unit; of papers each kind has its own (卷, 份)."""
    alike = one.unit_class == other.unit_class
    return alike and (one.unit_class != _PAPERS or one.quantity.unit == other.quantity.unit)


def _is_called(story: Story, frame: Frame, words: Sequence[str]) -> bool:
    """Whether the words around a figure and before it in its paragraph hold nearly all that the name says."""
    beside = story.label(frame) + "|" + frame.tail[:_BEHIND] + "|" + _rate_of(story, frame)
    # 土地征收和信息公开两类共240件
    summed = (is_total(frame) and not _rate_of(story, frame)) or JOINED.search(frame.label) is not None
    if not shared_piece(words[-1], beside) or summed or are_some_of_them(frame) or is_of_their_area(frame, words[-1]):
        return False
    start = max(story.paragraph_start(frame.start), frame.start - _REACH)
    around = story.text[start : frame.start] + "|" + beside
    held = sum(_held(word, around) for word in words)
    return held >= _ENOUGH * sum(map(len, words))


def _rate_of(story: Story, frame: Frame) -> str:
    """What the rate right behind a figure is of: 撤销、变更、确认违法共28件,直接纠错率15.38%."""
    sentence = story.sentence_at(frame.start)
    following = next((f for f in sentence.at() if f.start > frame.start), None) if sentence is not None else None
    told = following is not None and following.unit_class == "percent" and following.parted == CLAUSE
    return following.label.partition("率")[0] if following is not None and told and "率" in following.label else ""


def _held(word: str, text: str) -> int:
    """How many characters of a word stand in the text, in pieces of two or more."""
    count = at = 0
    while at < len(word) - 1:
        size = next((n for n in range(len(word) - at, 1, -1) if word[at : at + n] in text), 1)
        count, at = count + (size if size > 1 else 0), at + size
    return count


def _is_close(again: Frame, stated: Frame, words: Sequence[str]) -> bool:
    a, b = again.quantity.value, stated.quantity.value
    if min(a, b) < _FEW:
        return abs(a - b) == 1 and sum(map(len, words)) >= _LONG
    return is_near(again, stated) or is_slip(plain_decimal(a), plain_decimal(b))
