"""Rates whose count and base their name and their list tell without a choice, whether the value fits or not.

受理483件,准予427件,不予56件,通过率88.41%; 适用普通程序1147件,适用简易程序689件,简易程序适用率37.53%; 举报3927件。…举报立案213件,立案率5.42%.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from checker.figures.build import Ratio, Sum
from checker.figures.names import core_of
from checker.figures.reading import Frame
from checker.figures.relate.lists import CLAUSE, STATEMENT, are_exact_counts, exact_counts, is_compared
from checker.figures.relate.rates.numerators import stem_of
from checker.figures.relate.rates.ratios import RULE, judged_rates
from checker.figures.relate.vocabularies import are_complements
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

_POSITIVE = expression(
    "^(?:通过|准予|准许|批准|获批|核准|许可|同意|合格|成功|认定|采纳|见面|达标|受理|立案|支持|入选|到位)$"
)
_NEGATIVE = expression(r"^(?:其中|审核|审查|经审查|尚|还有|仍)?(?:不|未|退回|驳回|否决|没有)")
_ENDED = expression("^(?:案件)?(?:结案|审结|办结|执结|查结|结清)$")
_CLOSED = expression("(?:审结|办结|结案|执结|查结)$")
_LEFT = expression(r"^(?:尚|还有|仍|仍有|年末|年底|期末)?(?:未|结转|在办|在审|正在|待)")
_TIME = expression("半年|季度|月|[上去]年|20\\d\\d年")
_DONE = expression(
    "(?:处理|办结|审结|结案|成功|普及|整改|化解|调解|完成|达标|合格|修复|覆盖)$"
)  # a rate of what was due
_PAIR = 2
_NEAR = 3  # sentences
_SHARED = 2  # characters
_FINE = 2  # decimals


def bound_rates(story: Story, relations: Sequence[Relation]) -> Iterator[Relation]:
    """All such rates that no relation judges."""
    judged = judged_rates(relations)
    for sentence in story.sentences:
        if "率" in sentence.text or "比" in sentence.text:
            yield from _in_sentence(story, sentence, judged)


def _in_sentence(story: Story, sentence: Sentence, judged: Container[int]) -> Iterator[Relation]:
    group = sentence.at()
    for i, rate in enumerate(group):
        if rate.unit_class != "percent" or rate.start in judged or rate.quantity.hedge or rate.parted == STATEMENT:
            continue
        stem = stem_of(group, i)
        if stem is None or len(stem) < _PAIR:
            continue
        reading = _of_pair(group, i, stem) or _of_sides(story, sentence, i, stem)
        reading = reading or _of_named(story, sentence, i, stem)
        if reading is not None:
            yield reading.relation(story, RULE, Binding.INFERRED)


def _of_pair(group: Sequence[Frame], i: int, stem: str) -> Ratio | None:
    """申请483件,准予427件,不予56件,通过率: of two outcomes that are all, the one that the rate's name means."""
    if i < _PAIR + 1:
        return None
    whole, done, rest = group[i - 3 : i]
    named = bool(_POSITIVE.match(stem) and _NEGATIVE.match(rest.label)) and not _NEGATIVE.match(done.label)
    named = named or bool(_ENDED.match(stem) and _CLOSED.search(done.label) and _LEFT.match(rest.label))
    frames = (whole, done, rest)
    if not named or not are_exact_counts(frames) or any(map(is_compared, frames)) or group[i].parted != CLAUSE:
        return None
    alike = len({f.unit_class for f in frames}) == 1 and Sum(whole, (done, rest)).fits
    return Ratio(group[i], (done,), whole) if alike else None


def _of_sides(story: Story, sentence: Sentence, i: int, stem: str) -> Ratio | None:
    """适用普通程序1147件,适用简易程序689件,简易程序适用率: of the two sides of one division, the one that is named.

    Of two that are not surely all (片区中队办案158件,城区中队办案203件) only agreement is told.
    """
    before = list(story.in_paragraph(sentence, 1)) if not i else []
    counts = exact_counts((*(f for s in before for f in s.at()), *sentence.at()[:i]))
    rate = sentence.at()[i]
    for first, second in _neighbours(counts):
        named = [f for f in (first, second) if _has_all(stem, f.label)]
        shared = set(first.label) & set(second.label)
        kin = [f for f in counts if f.unit_class == first.unit_class and shared <= set(f.label)]
        if len(named) != 1 or len(shared) < _SHARED or len(kin) != _PAIR or any(map(_is_of_part, kin)):
            continue
        whole = next((w for w in story.wholes.get(first.start, ()) if w in story.wholes.get(second.start, ())), None)
        more = (second,) if named[0] is first else (first,)
        reading = Ratio(rate, (named[0],), named[0], more) if whole is None else Ratio(rate, (named[0],), whole)
        others = [
            f for f in exact_counts(sentence.at()) if f.unit_class == first.unit_class and f not in (first, second)
        ]
        sure = whole is not None or (not others and are_complements([first.label, second.label]))
        sure = sure and not _DONE.search(stem) and "另" not in sentence.text
        return reading if sure or (reading.fits and rate.quantity.decimals >= _FINE) else None
    return None


def _is_of_part(frame: Frame) -> bool:
    """Whether a count is one to compare with, or of a part of the year only."""
    return is_compared(frame) or _TIME.search(frame.gap) is not None


def _neighbours(counts: Sequence[Frame]) -> list[tuple[Frame, Frame]]:
    """Two counts of one class that follow each other, the nearest pair first; what else is told of each may part them."""
    kinds = dict.fromkeys(f.unit_class for f in reversed(counts) if not f.unit_class.startswith("duration"))
    return [pair for kind in kinds for pair in list(pairwise(f for f in counts if f.unit_class == kind))[::-1]]


def _has_all(stem: str, label: str) -> bool:
    """Whether a label has all characters of a name, whatever their order (简易程序适用, 适用简易程序审结)."""
    return all(c in label for c in stem)


def _of_named(story: Story, sentence: Sentence, i: int, stem: str) -> Ratio | None:
    """举报3927件。…举报立案213件,立案率: of the one count of the paragraph that has the name of the count without its verb."""
    top = sentence.at()[i - 1] if i else None
    if top is None or sentence.at()[i].parted != CLAUSE or not are_exact_counts([top]) or is_compared(top):
        return None
    name = core_of(top.label)
    thing = name.removesuffix(stem)
    if thing == name or len(thing) < _PAIR:
        return None
    near = (sentence, *story.in_paragraph(sentence, _NEAR))
    counts = [f for s in near for f in exact_counts(s.at()) if f.start < top.start and f.unit_class == top.unit_class]
    bases = [f for f in counts if core_of(f.label).endswith(thing) and not is_compared(f)]
    only = len(bases) == 1 and bases[0].quantity.value >= top.quantity.value
    return Ratio(sentence.at()[i], (top,), bases[0]) if only else None
