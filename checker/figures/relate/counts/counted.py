"""Counted lists: a number of things against the things listed before or after it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.figures.build import operand
from checker.figures.numerals import han_number
from checker.figures.reading import Frame
from checker.figures.relate.counts.assured import is_assured, is_assured_after
from checker.figures.relate.counts.items import Listed, items_before, masked, split
from checker.figures.relate.lists import STRONG_UNITS
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.place import Span
from checker.words.relation import Binding, Operand, Relation, RelationKind, Role, Truth

RULE = "figures.counted-list"
Place = tuple[int, int]
"""Where words start and end in their sentence, the end excluded."""

_COUNT = expression(
    r"(?P<open>等 ?)?(?P<all>,? ?共(?:计|有)? ?)?(?P<quote>“)?(?P<number>(?<![\d.第])\d{1,2}|(?<![第十百千万零〇一二两三四五六七八九])[两二三四五六七八九十]{1,3})"
    r" ?(?P<unit>位一体|个方面|大|个|项|类|种|级|条|方面|处|所|座|支|门|张(?=清单|表|网)|款|期|批|轮|家|部|道|环节|件|份|次(?=专项|集中|联合|重点|行动|整治|大))(?(quote)[一-龥]{0,6}”) ?(?P<noun>[一-龥“]{0,6})"
)
# 修订预案6件,分别是…: of cases and requests kinds are listed, of documents each one.
_OF_DOCUMENTS = frozenset({"件", "份"})
_DOCUMENTS = expression("(?:文件|预案|规章|法规|条例|办法|方案|制度|草案|规定|清单|标准|细则|指引)(?:草案)? ?$")
_LISTS = expression(r"、|级|\+|”“|》《")
_NUMBERS = expression(r"[0-9两二三四五六七八九十] ?[位个大项类种级条方处所座支门张款期批轮家部道环次件份]")
_DIGIT = expression("[0-9]")
_NO_NOUN = expression(
    r"^(?:组成|构成|月|工作日|百分点|小时|多|余|以上|左右|进行|开展|已|均|都|被|以|中(?![队心学医小])|为|是|其|共|和|及|与|由)"
)
# 四级应急响应, 三级甲等, 二级及以下: the level of one thing, no number of levels.
_GRADED = expression("应急响应|响应|航道|公路|甲等|乙等|及?以[上下]")
# 综合、法制和4个中队: the count is the last item of the list.
_JOINING = ("和", "及", "与", "、")
# It begins with a set, not with what must not stand before: so the places where it may match are found fast.
RUN = expression(r"(?P<ordinal>[一二三四五六七八九十](?<![一-龥].)[一二三四五六七八九十]?)(?:是|要)(?!否)")


_AFTER = expression(
    r"[^,;:。、()]{0,10}(?::|——|,?(?:即|分别(?:是|为|(?P<loose>负责|承担|设在|位于|管理|覆盖))))(?P<list>[^,;:。]*?(?:、[^,;:。]*?)+)(?=[,;。]|$)"
)
# 四项改进任务完成三项,即…: the names are of what is told last.
_SOME_DONE = expression(
    r"(?:完成|落实|实现|采纳|用了|选了|涉及|占|有|为)[两二三四五六七八九十\d]{1,3}(?:大|个)?[项类种条个件家方]"
)
_POINTED = expression("(?:上述|前述|以上)?第[一二三四五六七八九十]+、")  # 即上述第一、三、四项: told by their numbers
_ORDINALS = expression(r"[^,;:。、()]{0,10}[:,](?P<list>一、[^。]*)")
_ORDINAL = expression(r"(?<![^;,])(?P<ordinal>[一二三四五六七八九十]{1,2})、")


def counted(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """All counted lists of a sentence."""
    text = sentence.text
    if not (_LISTS.search(text) and _NUMBERS.search(text)):
        return
    blanked = masked(text)
    for match in _COUNT.finditer(blanked):
        number = number_of(match["number"])
        if number is None or not 2 <= number <= 30:
            continue
        if match["unit"] in _OF_DOCUMENTS and not _DOCUMENTS.search(blanked[: match.start()]):
            continue
        if match["unit"] not in _OF_DOCUMENTS:
            yield from _list_before(story, sentence, blanked, match, number)
        yield from _list_after(story, sentence, blanked, match, number)


def number_of(text: str) -> int | None:
    value = int(text) if text.isdigit() else han_number(text)
    return int(value) if value is not None else None


def _list_before(story: Story, sentence: Sentence, text: str, match: re.Match[str], number: int) -> Iterator[Relation]:
    """市容秩序、渣土运输、户外广告、违法建设五大专项整治"""
    noun = match["noun"]
    told = match["quote"] or (noun.startswith("共") and match["unit"] in ("项", "类", "种"))
    if match["unit"] not in ("级", "位一体", "方面", "个方面") and not told and (not noun or _NO_NOUN.match(noun)):
        return
    if match["unit"] == "级" and _GRADED.match(noun):
        return
    listed = items_before(text, match.start(), ranked=match["unit"] == "级")
    if listed is None or text[: match.start()].endswith(_JOINING):
        return
    if match["all"] and not match["all"].lstrip(", ").startswith("共"):
        return
    if number in listed.counts:
        yield counted_relation(story, sentence, match, number, listed, Truth.HOLDS, Binding.STATED)
        return
    nearest = min(listed.counts, key=lambda n: abs(n - number))
    if match["open"]:
        one_more = min(listed.counts) == number + 1 and match["unit"] in STRONG_UNITS and not listed.numbered
        if one_more and is_assured(text, match, listed, number):
            yield counted_relation(story, sentence, match, number, listed, Truth.VIOLATED, Binding.INFERRED, nearest)
    elif not match["all"] and is_assured(text, match, listed, number):
        yield counted_relation(story, sentence, match, number, listed, Truth.VIOLATED, Binding.STATED, nearest)


def _list_after(story: Story, sentence: Sentence, text: str, match: re.Match[str], number: int) -> Iterator[Relation]:
    """五项机制:a、b、c、d、e — a list behind a colon, or 报告分三个部分:一、…;二、…;三、…"""
    ordinals = _ORDINALS.match(text, match.end())
    if ordinals is not None:
        yield from _ordinals_after(story, sentence, match, number, ordinals)
        return
    tail = _AFTER.match(text, match.end())
    if (
        tail is None
        or _SOME_DONE.search(text, match.end("unit"), tail.start("list"))
        or RUN.search(tail["list"])
        or _POINTED.match(tail["list"])
    ):
        return
    if match["unit"] in _OF_DOCUMENTS and _DIGIT.search(tail["list"]):
        return  # 规范性文件3件,分别为县政府2件、部门1件
    listed = split(tail["list"], tail.start("list"))
    if number in listed.counts:
        yield counted_relation(story, sentence, match, number, listed, Truth.HOLDS, Binding.STATED)
    elif not tail["loose"] and is_assured_after(text, tail.end(), listed, number):
        nearest = min(listed.counts, key=lambda n: abs(n - number))
        yield counted_relation(story, sentence, match, number, listed, Truth.VIOLATED, Binding.STATED, nearest)


def _ordinals_after(
    story: Story, sentence: Sentence, match: re.Match[str], number: int, tail: re.Match[str]
) -> Iterator[Relation]:
    """The ordinals 一、二、三 behind a count, as far as they go on counting."""
    found = list(_ORDINAL.finditer(tail["list"]))
    if len(found) < 2 or [number_of(m["ordinal"]) for m in found] != list(range(1, len(found) + 1)):
        return
    start = tail.start("list")
    items = tuple(Span(start + m.start(), start + m.end()) for m in found)
    truth = Truth.HOLDS if len(found) == number else Truth.VIOLATED
    listed = Listed(items, frozenset({len(found)}))
    yield counted_relation(story, sentence, match, number, listed, truth, Binding.STATED, len(found))


def counted_relation(
    story: Story,
    sentence: Sentence,
    match: re.Match[str],
    number: int,
    listed: Listed,
    truth: Truth,
    binding: Binding,
    found: int | None = None,
    *,
    shift: bool = True,
) -> Relation:
    base = sentence.span.start
    span = Span(base + match.start("number"), base + match.end("unit"))
    offset = base if shift else 0
    items = [Span(item.start + offset, item.end + offset) for item in listed.items]
    operands = (
        Operand(span, span.of(story.original), Role.COUNT, match["noun"]),
        *(Operand(item, item.of(story.original), Role.ITEM, item.of(story.text)[:20]) for item in items),
    )
    listed_count = number if truth is Truth.HOLDS else found or len(items)
    equation = f"列出 {listed_count} 项 {'=' if truth is Truth.HOLDS else '≠'} {match['number']}{match['unit']}"
    gap = "" if truth is Truth.HOLDS else str(abs(listed_count - number))
    return Relation("", RelationKind.COUNTED_LIST, truth, binding, RULE, equation, operands, gap=gap)


def counted_figures(story: Story, span: Span, run: Sequence[Frame]) -> Relation:
    """A count with as many figures as it says."""
    count = Operand(span, span.of(story.original), Role.COUNT, "")
    operands = (count, *(operand(story, f, Role.ITEM) for f in run))
    equation = f"{count.text} = {len(run)} 个数据"
    return Relation("", RelationKind.COUNTED_LIST, Truth.HOLDS, Binding.INFERRED, RULE, equation, operands)


def counted_names(
    story: Story,
    sentence: Sentence,
    count: Place,
    items: Sequence[Place],
    number: int,
    binding: Binding = Binding.STATED,
    noun: str = "",
) -> Relation:
    """A count with the names that it counts, all of them; the places are offsets of the sentence."""
    base = sentence.span.start
    told, *names = (Span(base + start, base + end) for start, end in (count, *items))
    operands = (
        Operand(told, told.of(story.original), Role.COUNT, noun),
        *(Operand(name, name.of(story.original), Role.ITEM, name.of(story.text)) for name in names),
    )
    holds = number == len(items)
    equation = f"列出 {len(items)} 项 {'=' if holds else '≠'} {told.of(story.original)}"
    truth, gap = (Truth.HOLDS, "") if holds else (Truth.VIOLATED, str(abs(number - len(items))))
    return Relation("", RelationKind.COUNTED_LIST, truth, binding, RULE, equation, operands, gap=gap)
