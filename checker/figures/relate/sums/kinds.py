"""Kinds named together beside their sum or share: 综合纠错(撤销、确认违法)22件; 共22件,即…两类; 和解、调解占31.2%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.figures.build import Ratio, Sum
from checker.figures.names import core_of, says_nothing, shared_piece
from checker.figures.reading import Frame
from checker.figures.relate.completeness import RULE, is_near
from checker.figures.relate.lists import JOINED, RATES, is_compared
from checker.figures.relate.rates.composites import counted_together
from checker.figures.relate.rates.ratios import RULE as RATE_RULE
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

_BEFORE = expression(r"\((?P<open>即|含|包括|包含)?(?P<names>[^()\d]{4,40})\)(?:等?案件|共计?|合计|总计|为|达|的)*$")
_AFTER = expression(
    r"(?:,|\()?(?P<open>即|指|含|包括|包含)?(?:为|是)?(?P<names>[^,;。()\d]{4,40}?)(?:等?[两二三四五六七八九十]+(?:类|种|项|者)[^,;。()]{0,6})?(?=[,;。)]|$)"
)
_OF_THEM = expression(r"\((?:含|其中)[^()]*\d[^()]*\)(?=,)")  # (含网上1件),即…
_BEHIND = expression(r"^(?:[,(](?:即|指|含|包括|包含)|\()")
_SHARE = expression(
    r"^(?:其中[,:]?|以|经|通过)?(?P<names>[^,;。]{3,40}?)(?:等?[两二三四五六七八九十]+(?:类|种|项|者))?(?:方式)?(?:结案)?(?:的)?(?:案件)?(?:合计|共计|共|一共|总计|一起|加起来)?占(?:比|到|了)?(?P<whole>[^,;。占]{0,14}?)(?:的)?(?:比例|比重)?(?:为|达到?)?$"
)
_THAT_IS = frozenset({"即", "指"})
_OPEN = frozenset({"含", "包括", "包含"})
# 另办理…(民事、行政)20件; 三年来累计…: of more than the list, or of others.
_SCOPE = expression(r"另|其他|非|累计|历年|以来|年来|上年|去年|同期|全省|全国|\d")
_AT_ONCE = expression("并处|并罚|重复|重叠|交叉|同时|兼")
_CLAUSE = expression("[,;:。]")
_FEW = 2  # kinds
_TELLING = 10
_OTHER_YEAR = expression(r"20\d\d年|上年|去年")
_VERB = expression(r"^(?:因|经|由|予以|作出|决定|依法|判决|申请人)+")
_REACH = 4  # sentences
_LONG = 3  # digits
_TAIL = 60  # characters


def kinds(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """The sums and shares of a sentence whose kinds are named beside them and counted in one list before them."""
    for frame in sentence.at():
        if frame.unit_class == "percent":
            yield from _share_of(story, sentence, frame)
        elif frame.unit_class not in RATES and frame.quantity.interval.is_exact and not is_compared(frame):
            yield from _sum_of(story, sentence, frame)
            reading = counted_together(story, sentence, frame)
            if reading is not None and (reading.fits or reading.is_miswritten(_LONG) or _is_near_all(story, reading)):
                yield reading.relation(story, RULE, Binding.STATED if reading.fits else Binding.INFERRED)


def _is_near_all(story: Story, reading: Sum) -> bool:
    """Whether kinds are more than what they are counted together as, or three of them and more nearly make it up."""
    between = story.text[reading.parts[-1].start : reading.whole.start]
    telling = reading.whole.quantity.value >= _TELLING and not _OTHER_YEAR.search(between)
    return telling and is_near(reading) and (reading.exceeds or len(reading.parts) > _FEW)


def _sum_of(story: Story, sentence: Sentence, whole: Frame) -> Iterator[Relation]:
    told = _names_beside(story, sentence, whole)
    parts = _counted(story, sentence, whole, JOINED.split(told["names"])) if told else []
    reading = Sum(whole, tuple(parts))
    if told is None or len(parts) < 2:
        return
    if reading.fits:
        yield reading.relation(story, RULE, Binding.STATED)
        return
    near = is_near(reading) or (told["open"] in _THAT_IS and reading.is_total_miswritten)
    if told["open"] not in _OPEN and near and reading.is_miswritten(2) and _is_of_them(sentence, whole):
        yield reading.relation(story, RULE, Binding.INFERRED)


def _is_of_them(sentence: Sentence, whole: Frame) -> bool:
    """Whether nothing says that the figure is of others than the list tells, or that some of them are of two kinds."""
    start, end = whole.quantity.span.start - sentence.span.start, whole.quantity.span.end - sentence.span.start
    clause = _CLAUSE.split(sentence.text[max(0, start - _TAIL) : start])[-1]
    return not (_SCOPE.search(clause) or _AT_ONCE.search(sentence.text, end, end + _TAIL))


def _names_beside(story: Story, sentence: Sentence, whole: Frame) -> re.Match[str] | None:
    """The bracket before a figure, or what stands behind it after 即 or in a bracket."""
    text = sentence.text
    start, end = whole.quantity.span.start - sentence.span.start, whole.quantity.span.end - sentence.span.start
    before = _BEFORE.search(text, max(0, start - _TAIL), start) if ")" in text[max(0, start - 6) : start] else None
    if before is not None:
        return before
    counted = _OF_THEM.match(text, end)
    end = counted.end() if counted is not None else end
    return _AFTER.match(text, end) if _BEHIND.match(text[end : end + 4]) else None


def _share_of(story: Story, sentence: Sentence, rate: Frame) -> Iterator[Relation]:
    """和解、调解和终止占31.22%: of what the list of the kinds divides, or of the whole that is named."""
    told = _SHARE.match(_CLAUSE.split(rate.gap)[-1])
    names = JOINED.split(told["names"]) if told else []
    parts = tuple(_counted(story, sentence, rate, names)) if len(names) > 1 else ()
    if told is None or len(parts) < 2:
        return
    divided = [
        w for w in story.wholes.get(parts[0].start, []) if all(w in story.wholes.get(p.start, []) for p in parts)
    ]
    named = story.resolve(told["whole"], parts[0].unit_class, sentence, rate.index) if told["whole"] else []
    bases = [*divided, *named[:4], *_before_list(story, sentence, parts[0])]
    held = next((base for base in bases if base not in parts and Ratio(rate, parts, base).fits), None)
    if held is not None:
        yield Ratio(rate, parts, held).relation(story, RATE_RULE, Binding.STATED)
    elif (
        divided and _is_of_all(story, told["whole"], divided[0]) and not (rate.quantity.hedge or sentence.inside(rate))
    ):
        yield Ratio(rate, parts, divided[0]).relation(story, RATE_RULE, Binding.INFERRED)


def _is_of_all(story: Story, name: str, whole: Frame) -> bool:
    """Whether a share is of the whole of its list by what it says: nothing, 总数, or the name of that whole."""
    return not name or says_nothing(name) or len(shared_piece(name, story.label(whole))) > 1


def _before_list(story: Story, sentence: Sentence, part: Frame) -> list[Frame]:
    """The figures of the class before a list, in its sentence and the one before it: they only explain a share."""
    near = (sentence, *story.before(sentence, _REACH))
    found = [f for s in near for f in reversed(s.at()) if f.unit_class == part.unit_class and f.start < part.start]
    return [f for f in found if f.quantity.value > part.quantity.value and not is_compared(f)][:6]


def _counted(story: Story, sentence: Sentence, beside: Frame, names: Sequence[str]) -> list[Frame]:
    """The figures that carry these names, one each, all of one class and in one sentence; none where one is missing."""
    cores = [core_of(_VERB.sub("", name)) for name in names]
    if not 1 < len(cores) <= 8 or any(len(core) < 2 for core in cores):
        return []
    for other in (sentence, *story.before(sentence, _REACH)):
        counts = [
            f for f in other.frames if f.unit_class not in RATES and f.start < beside.start and not is_compared(f)
        ]
        found = [_one(story, counts, frozenset(cores), core) for core in cores]
        parts = [f for f in found if f is not None]
        if len(parts) == len(cores):
            parts = list({f.start: f for f in parts}.values())
            same = len({f.unit_class for f in parts}) == 1 and (
                beside.unit_class == "percent" or parts[0].unit_class == beside.unit_class
            )
            return parts if same else []
    return []


def _joint_names(frame: Frame) -> frozenset[str]:
    """The names that one figure counts together (和解、调解22件); none where it has one name."""
    names = frozenset(core_of(_VERB.sub("", n)) for n in JOINED.split(_CLAUSE.split(frame.gap)[-1]) if n)
    return names if len(names) > 1 else frozenset()


def _one(story: Story, counts: Sequence[Frame], cores: frozenset[str], core: str) -> Frame | None:
    """The figure with this name: the whole name, or the beginning of it (责令履行 for 责令履行法定职责).

    A figure that counts other kinds too than those that are named (`cores`) is none.
    """
    joint = [(f, _joint_names(f)) for f in counts]
    labels = [(f, core_of(_VERB.sub("", story.label(f).removeprefix("其中")))) for f, names in joint if names <= cores]
    exact = [f for f, label in labels if label == core] + [f for f, names in joint if core in names <= cores]
    begun = [f for f, label in labels if label.startswith(core)]
    return next(iter(exact or begun or [f for f, label in labels if core in label and len(core) > 1]), None)
