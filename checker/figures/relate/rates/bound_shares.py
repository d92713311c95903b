"""Shares whose counts and whole are told by name: of kinds of a list that adds up, or of the one total of that name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from checker.figures.build import Ratio
from checker.figures.names import core_of, names_same, says_nothing, shared_piece
from checker.figures.reading import Frame
from checker.figures.relate.lists import CLAUSE, JOINED, exact_counts, is_compared, is_exact_count
from checker.figures.relate.rates.quotients import is_swapped_share
from checker.figures.relate.rates.ratios import RULE, judged_rates
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation, RelationKind, Truth

_JOINT = expression(
    r"(?:^|[,;:。()])(?:其中)?(?P<names>[^,;:。()\d占]{2,40}?)(?:(?:这|上述|以上)?[两二三四](?:个|大|项|类|者|种)[一-龥]{0,6})?(?:合计|共计|共|一起|二者|两者)*"
    r"(?:约|仅|就|已)?占(?:比重?|到|了)?(?P<whole>[^,;:。()]*?)(?:的(?:比例|比重)?)?(?:为|达到?)?$"
)
_MAIN = expression(
    r"(?:^|[,;:。])(?P<names>[^,;:。、]{2,16}?)仍?然?(?:是|为)(?P<of>[^,;:。]{1,6}?的)?最?(?:主要|重要)的?[^,;:。]{0,8},"
    r"所?占(?:比重?|比例)?(?P<whole>[^,;:。]*?)的?(?:比例|比重)?(?:为|达到?)?$"
)
_TOTAL = expression(
    r"^(?:仅|只|约)?占(?:全年|全部|所有|全[市县区省州镇]|同期)*(?P<name>[一-龥]{2,4}?)(?:的?案件|的?申请|的?信息|决定)?(?:总[数量额]|件数|[数量])的(?:比例|比重)?(?:为|达到?)?$"
)
_WHOLE = expression(
    r"^(?:全年|年内|全[市县区省州镇乡局]|全系统|今年|本年度?|20\d\d年度?|[市县区省]、?[县区乡]?两?级|共|共计|累计|合计|总共|主动|依法|作出|行政|执法|各级|各类)*"
)
_NARROWED = expression("[上去]年|20\\d\\d|同期|半年|金额|数额|总额|资金|款|案值|时间|面积|问题|率")
_BODY = expression("机关|部门|系统|类|领域|案件|局|方面|单位|[一-龥]{0,2}[量数]")  # 公安 and 公安机关, but not 公安交管
_BETWEEN = expression(r"(?:\([^()]*\))?[,;:。()、\s]*(?:其中)?[,:]?")
_AMONG_SOME = ("中,", "中")
_CLAUSES = 60  # characters
_LISTED = 3  # parts
_NEAR = 2  # sentences
_SIXTH = 6
_POINTS = 5
_DIGITS = 3

_List = tuple[Frame, tuple[Frame, ...]]


def bound_shares(story: Story, relations: Sequence[Relation]) -> Iterator[Relation]:
    """All such shares that no relation judges."""
    judged = judged_rates(relations)
    shares = [
        (sentence, i, rate)
        for sentence in story.sentences
        if "占" in sentence.text
        for i, rate in enumerate(sentence.at())
        if rate.unit_class == "percent" and rate.start not in judged and not rate.quantity.hedge
    ]
    lists = _lists(story, relations) if shares else {}
    for sentence, i, rate in shares:
        near = [sentence, *story.in_paragraph(sentence, _NEAR)]
        reading = _of_kinds(story, rate, [found for s in near for found in lists.get(s.number, ())])
        reading = reading or _of_total(story, sentence, i)
        if reading is not None and (reading.agrees or _is_near(reading)):
            yield reading.relation(story, RULE, Binding.INFERRED)


def _lists(story: Story, relations: Sequence[Relation]) -> Mapping[int, list[_List]]:
    """The lists that add up, of three kinds or more, by the sentence of their last part."""
    placed, found = story.placed(), dict[int, list[_List]]()
    for relation in relations:
        if relation.kind is not RelationKind.PART_WHOLE_SUM or relation.truth is not Truth.HOLDS:
            continue
        frames = [placed[o.span.start] for o in relation.operands if o.span.start in placed]
        if len(frames) == len(relation.operands) > _LISTED:
            parts = tuple(frame for _, frame in frames[1:])
            found.setdefault(frames[-1][0].number, []).append((frames[0][1], parts))
    return found


def _of_kinds(story: Story, rate: Frame, lists: Sequence[_List]) -> Ratio | None:
    """假冒卷烟486.2万支、走私卷烟95.7万支…,假烟、私烟合计占比: of the kinds that carry the names, and no other."""
    start = max(0, rate.start - _CLAUSES)
    main = _MAIN.search(story.text, start, rate.start)
    told = main or _JOINT.search(story.text, start, rate.start)
    if told is None or _NARROWED.search(told[0]) or story.text.endswith(_AMONG_SOME, 0, told.start() + 1):
        return None
    of = core_of(told["whole"]) + (core_of(main["of"] or "") if main is not None else "")
    names = [name for name in JOINED.split(told["names"]) if name]
    for whole, parts in lists if main or len(names) > 1 else ():
        kinds = _called(story, parts, names)
        named = says_nothing(of) or shared_piece(of, story.label(whole) + whole.tail)
        if kinds and named and len(kinds) < len(parts) and parts[-1].start < rate.start:
            reading = Ratio(rate, kinds, whole)
            end = max(parts[-1].span.end, rate.start - _CLAUSES)
            apart = _BETWEEN.fullmatch(story.text[end : told.start("names")]) is None  # 已审结的案件,公安、人社两类占比
            return reading if reading.agrees or not apart else None
    return None


def _called(story: Story, parts: Sequence[Frame], names: Sequence[str]) -> tuple[Frame, ...]:
    """The one part for each name, in the order of the list; none where a name has several or none."""
    found = [[part for part in parts if _is_called(core_of(story.label(part)), core_of(name))] for name in names]
    whole = [
        [part for part in of if core_of(story.label(part)) == core_of(name)] or of
        for of, name in zip(found, names, strict=True)
    ]
    starts = {of[0].start for of in whole if len(of) == 1}
    return tuple(p for p in parts if p.start in starts) if len(starts) == len(names) else ()


def _is_called(label: str, name: str) -> bool:
    """Whether a name is the beginning or the end of a label, its beginning that of the name, or short for it (私烟, 走私卷烟)."""
    if len(name) < 2:  # 二、三季度
        return label.startswith(name)
    begins = len(label) > 1 and name.startswith(label) and _BODY.fullmatch(name.removeprefix(label)) is not None
    return begins or label.startswith(name) or label.endswith(name) or names_same(name, label)


def _of_total(story: Story, sentence: Sentence, i: int) -> Ratio | None:
    """主动公开512条。…社会救助类121条,占全年公开总量的: of the one figure that has just this name, told anywhere before."""
    rate, top = sentence.at()[i], sentence.at()[i - 1] if i else None
    told = _TOTAL.match(rate.label) if rate.parted == CLAUSE else None
    if told is None or top is None or not is_exact_count(top) or is_compared(top) or _NARROWED.search(rate.label):
        return None
    counts = [
        f
        for s in (sentence, *story.earlier(sentence))
        for f in exact_counts(s.at())
        if f.start < top.start and f.unit_class == top.unit_class and told["name"] in f.label
    ]
    wholes = [f for f in counts if f is not top and not story.wholes.get(f.start)]
    same = len({f.quantity.value for f in wholes}) == 1
    plain = (
        same
        and wholes[0].quantity.value > top.quantity.value
        and all(_is_just(told["name"], f.label) and not is_compared(f) for f in wholes)
    )
    return Ratio(rate, (top,), wholes[0]) if plain else None


def _is_just(name: str, label: str) -> bool:
    """Whether nothing narrows the name of a figure (全年主动公开, but not 网站公开)."""
    return _WHOLE.sub("", label).startswith(_WHOLE.sub("", name) or name)


def _is_near(reading: Ratio) -> bool:
    """Whether a share differs by so little, or by two swapped digits, that hardly another one is meant."""
    stated = reading.rate.quantity
    swapped = len(reading.numerators) == 1 and is_swapped_share(
        reading.numerators[0], reading.base, reading.rate, _DIGITS
    )
    near = abs(reading.value - stated.value) <= max(Fraction(_POINTS), stated.value / _SIXTH)
    return stated.decimals > 0 and (near or swapped)
