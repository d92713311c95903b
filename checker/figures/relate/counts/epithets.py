"""Counts that are names of their lists: “四定”, “五进”, 红、黄、绿三色, 两批, 前三位; only agreement is told."""

from __future__ import annotations

from collections.abc import Iterator

from checker.figures.reading import Frame
from checker.figures.relate.counts.counted import counted_figures, counted_relation, number_of
from checker.figures.relate.counts.items import Listed, items_before, masked, split
from checker.figures.relate.list_runs import run_from
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.place import Span
from checker.words.relation import Binding, Relation, Truth

# What may not stand before a number is asked behind it: expressions that begin with a set are fast.
_NAMED = expression(
    r"(?P<number>[两三四五六七八九](?<![点第十百千万零〇一二两三四五六七八九\d].))(?P<unit>(?![十百千万亿点分成年月日天件起宗例人名位个户家条项处次场份卷期批所座种])[一-龥])(?P<noun>[一-龥]{0,4})"
)
_LISTS = expression("[、—+]|”“")
_RANKED = expression(r"前(?P<number>[两二三四五六七八九十])(?P<unit>位|名|类|项|个)[^,;]{0,4}(?:是|为|分别)")
_BATCHES = expression(
    r"(?P<number>[两二三四五六七八九](?<![第十百千万零〇一二两三四五六七八九].))(?P<unit>批|期|轮|次|届)(?P<noun>),"
)
_ORDINAL = expression(r"第[一二三四五六七八九](?:批|期|轮|次|届)")
_SUMMED = expression(
    r"(?P<number>[两二三四五六七八九\d](?<![\d、和第十百千万零〇一二两三四五六七八九].)) ?(?P<unit>项|类|地|者|部门|个部门|季度|批|家|种|级|市|县|区)(?:案件|数据)?(?:合计|共|加起来|总计|相加)"
)
_EPITHET = expression(r"“(?P<number>[三四五六七八九十])(?P<unit>[一-龥])”(?P<noun>)")

# “五室”俱全(受理室、调解室、听证室): each item ends with what is counted.
_IN_BRACKET = expression(
    r"“(?P<number>[三四五六七八九十])(?P<unit>[一-龥])”(?P<noun>[^,;。()“”]{0,8})\((?P<list>[^()\d、等]{2,12}(?:、[^()\d、等]{2,12}){2,11})\)"
)


def epithets(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """The names of a sentence that count its lists."""
    if not _LISTS.search(sentence.text):
        return
    text = masked(sentence.text)
    for match in _NAMED.finditer(text):
        quoted = text[match.start() - 1 : match.start()] == "“"
        listed = items_before(text, match.start() - quoted)
        number = number_of(match["number"])
        if listed is not None and number is not None and number > 2 and number in listed.counts:
            yield counted_relation(story, sentence, match, number, listed, Truth.HOLDS, Binding.INFERRED)
    for match in _BATCHES.finditer(text):
        ordinals = [
            Span(m.start() + match.end(), m.end() + match.end()) for m in _ORDINAL.finditer(text[match.end() :])
        ]
        if len(ordinals) == number_of(match["number"]):
            listed = Listed(tuple(ordinals), frozenset({len(ordinals)}))
            yield counted_relation(story, sentence, match, len(ordinals), listed, Truth.HOLDS, Binding.INFERRED)
    yield from _of_figures(story, sentence)
    for match in _IN_BRACKET.finditer(sentence.text) if "”" in sentence.text else ():
        number, listed = number_of(match["number"]), split(match["list"], match.start("list"))
        if number is not None and all(item.endswith(match["unit"]) for item in match["list"].split("、")):
            truth = Truth.HOLDS if number == len(listed.items) else Truth.VIOLATED
            yield counted_relation(story, sentence, match, number, listed, truth, Binding.INFERRED)


def _of_figures(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """居前三位的是公安329件、…; 讲座38场、咨询24场、上门16场,三项加起来78场; “四乱”412处,其中乱占136处、…"""
    group = sentence.at()
    starts = {frame.start - sentence.span.start: i for i, frame in enumerate(group)}
    for pattern, after in ((_RANKED, True), (_SUMMED, False), (_EPITHET, True)):
        for match in pattern.finditer(sentence.text):
            number = number_of(match["number"])
            following = next((i for start, i in starts.items() if start >= match.end()), None)
            if number is None or following is None:
                continue
            runs = _after(group, following) if after else _before(group, following)
            run = next((r for r in runs if len(r) == number), None)
            if run is not None and (pattern is not _EPITHET or all(match["unit"] in f.label for f in run)):
                span = Span(sentence.span.start + match.start("number"), sentence.span.start + match.end("unit"))
                yield counted_figures(story, span, run)


def _after(group: tuple[Frame, ...], i: int) -> list[list[Frame]]:
    return [run_from(group, k) for k in (i, i + 1) if k < len(group)]


def _before(group: tuple[Frame, ...], i: int) -> list[list[Frame]]:
    """The figures of the class right before a sum, parted by 、 throughout."""
    run: list[Frame] = []
    for frame in reversed(group[:i]):
        if frame.unit_class != group[i].unit_class:
            break
        run.insert(0, frame)
        if frame.parted != 1:
            break
    return [run]
