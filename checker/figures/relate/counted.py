"""Counted lists: a number of things against the things listed before or after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.figures.numerals import han_number
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.place import Span
from checker.words.record import dataclass
from checker.words.relation import Binding, Operand, Relation, RelationKind, Role, Truth

RULE = "figures.counted-list"

_COUNT = expression(
    r"(?P<open>等 ?)?(?P<all>,? ?共(?:计|有)? ?)?(?P<quote>“)?(?P<number>(?<![\d.第])\d{1,2}|(?<![第十百千万零〇一二两三四五六七八九])[两二三四五六七八九十]{1,3})"
    r" ?(?P<unit>位一体|个方面|大|个|项|类|种|级|条|方面|处|所|座|支|门|款|期|批|轮|家|部|道|环节)(?(quote)[一-龥]{0,6}”) ?(?P<noun>[一-龥“]{0,6})"
)
_LISTS = expression("[、级+]|”“|》《")
_NUMBERS = expression(r"[0-9两二三四五六七八九十] ?[位个大项类种级条方处所座支门款期批轮家部道环]")
_NO_NOUN = expression(
    r"^(?:组成|构成|月|工作日|百分点|小时|多|余|以上|左右|进行|开展|已|均|都|被|以|中|为|是|其|共|和|及|与|由)"
)
_STRONG_UNITS = frozenset({"大", "级", "方面", "个方面", "位一体", "项", "类"})
_JOIN = expression(r"以及|和|及|与|暨")
_RANKS = frozenset("国省市州盟县区旗乡镇街村社")
_ITEM_END = expression(r"[一-龥”》)A-Za-z0-9]$")
# 将…细化为5类: the count is of what came out, not of what stands before.
_RESULTING = ("为", "成", "到", "至", "出", "入")
# 综合、法制和4个中队: the count is the last item of the list.
_JOINING = ("和", "及", "与", "、")
RUN = expression(r"(?<![一-龥])(?P<ordinal>[一二三四五六七八九十]{1,2})(?:是|要)(?!否)")


@dataclass(frozen=True, slots=True)
class Listed:
    """Items with how many of them there may be: a 和 may part two items or stand inside one."""

    items: tuple[Span, ...]
    counts: frozenset[int]
    quoted: bool = False
    numbered: bool = False


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
        yield from _list_before(story, sentence, blanked, match, number)
        yield from _list_after(story, sentence, blanked, match, number)


def number_of(text: str) -> int | None:
    value = int(text) if text.isdigit() else han_number(text)
    return int(value) if value is not None else None


def masked(text: str) -> str:
    """The text with what stands in brackets and book titles blanked, so that no mark in them parts items."""
    return expression(r"\([^()]*\)|《[^《》]*》").sub(lambda m: m[0][0] + "□" * (len(m[0]) - 2) + m[0][-1], text)


def _list_before(story: Story, sentence: Sentence, text: str, match: re.Match[str], number: int) -> Iterator[Relation]:
    """市容秩序、渣土运输、户外广告、违法建设五大专项整治"""
    noun = match["noun"]
    told = match["quote"] or (noun.startswith("共") and match["unit"] in ("项", "类", "种"))
    if match["unit"] not in ("级", "位一体", "方面", "个方面") and not told and (not noun or _NO_NOUN.match(noun)):
        return
    listed = items_before(text, match.start())
    if listed is None or text[: match.start()].endswith(_JOINING):
        return
    if match["all"] and not match["all"].lstrip(", ").startswith("共"):
        return
    if number in listed.counts:
        yield counted_relation(story, sentence, match, number, listed, Truth.HOLDS, Binding.STATED)
        return
    nearest = min(listed.counts, key=lambda n: abs(n - number))
    if match["open"]:
        if min(listed.counts) == number + 1 and match["unit"] in _STRONG_UNITS:
            yield counted_relation(story, sentence, match, number, listed, Truth.VIOLATED, Binding.INFERRED, nearest)
        return
    if match["all"] or not _is_list(text, listed, match["unit"], number, nearest):
        return
    yield counted_relation(story, sentence, match, number, listed, Truth.VIOLATED, Binding.STATED, nearest)


def _is_list(text: str, listed: Listed, unit: str, number: int, nearest: int) -> bool:
    """Whether the words before a count are surely its list: a near miss of a list of three or of quoted names."""
    strong = listed.quoted or unit in _STRONG_UNITS
    if abs(nearest - number) > (2 if strong else 1):
        return False
    if listed.numbered or any(
        "“" in item.of(text) and any(c in item.of(text) for c in "两三四五六") for item in listed.items
    ):
        return False
    if max(listed.counts) < 3 and not (listed.quoted or unit in ("级", "大", "方面", "个方面")):
        return False
    return all(len(item) <= 16 for item in listed.items[1:])


def items_before(text: str, end: int) -> Listed | None:
    """The list that ends right before text[end]."""
    head = text[:end].rstrip()
    if not head or not _ITEM_END.search(head) or head.endswith(_RESULTING):
        return None
    if head.endswith("”"):
        return _quoted_before(head)
    if head.endswith("》"):
        titles = expression(r"(?:《[^《》]*》(?:[、和及与]|以及)?)+$").search(head)
        spans = (
            [
                Span(titles.start() + m.start(), titles.start() + m.end())
                for m in expression("《[^《》]*》").finditer(titles[0])
            ]
            if titles
            else []
        )
        return Listed(tuple(spans), frozenset({len(spans)}), quoted=True) if len(spans) > 1 else None
    if len(head) > 1 and head[-1] in _RANKS and head[-2] in _RANKS and (len(head) < 3 or head[-3] != "、"):
        size = 2 if len(head) < 3 or head[-3] not in _RANKS else 3
        spans = [Span(len(head) - size + k, len(head) - size + k + 1) for k in range(size)]
        return Listed(tuple(spans), frozenset({size}))
    start = max(head.rfind(mark) for mark in ",;:。\n") + 1
    chunk = head[start:]
    if "、" not in chunk:
        return None
    return _split(chunk, start)


def _quoted_before(head: str) -> Listed | None:
    """“A”“B”“C” 五项, or “甲、乙、丙” 三级."""
    run = expression(r"(?:“[^“”]*”(?:、|和|及|与|以及)?)+$").search(head)
    if run is None:
        return None
    quotes = [Span(run.start() + m.start(), run.start() + m.end()) for m in expression("“[^“”]*”").finditer(run[0])]
    if len(quotes) > 1:
        before = head[: run.start()]
        counts = {len(quotes)} | ({len(quotes) + 1} if before.endswith("、") else set())
        return Listed(tuple(quotes), frozenset(counts), quoted=not before.endswith("、"))
    inner = Span(quotes[0].start + 1, quotes[0].end - 1)
    chunk = inner.of(head)
    if expression("[+、—-]").search(chunk):
        return _split(expression("[+—-]").sub("、", chunk), inner.start)
    return None


def _split(chunk: str, offset: int) -> Listed:
    """The items of a 、 list. 和 may join items or stand inside one; after 和 a list of its own may begin."""
    items: list[Span] = []
    position = 0
    for piece in chunk.split("、"):
        items.append(Span(offset + position, offset + position + len(piece)))
        position += len(piece) + 1
    base = len(items)
    short = any(len(item) == 1 for item in items)
    joins = sum(_joins(piece, short=short) for piece in chunk.split("、"))
    counts = set(range(base, base + joins + 1))
    for join in _JOIN.finditer(chunk):
        tail = chunk[join.end() :]
        if "、" in tail:
            counts |= set(range(tail.count("、") + 1, tail.count("、") + 2 + len(_JOIN.findall(tail))))
    numbered = bool(expression(r"\d\s*[万亿]?[一-龥%]").search(expression(r"\(\d+\)").sub("", chunk)))
    return Listed(tuple(items), frozenset(counts), numbered=numbered)


def _joins(piece: str, *, short: bool) -> int:
    """How many 和 of a piece may part items: what stands before it is no single character, unless other items are."""
    return sum(short or join.start() > 1 or join.start() == 0 for join in _JOIN.finditer(piece))


def _list_after(story: Story, sentence: Sentence, text: str, match: re.Match[str], number: int) -> Iterator[Relation]:
    """五项机制:a、b、c、d、e — a colon list that ends with its clause."""
    tail = expression(r"[^,;:。、()]{0,10}(?::|[,]?即)(?P<list>[^,;:。]*?(?:、[^,;:。]*?)+)(?=[,;。]|$)").match(
        text[match.end() :]
    )
    if tail is None or RUN.search(tail["list"]):
        return
    start = match.end() + tail.start("list")
    listed = _split(tail["list"], start)
    open_list = bool(expression(r"等").search(tail["list"][-8:]))
    if number in listed.counts:
        yield counted_relation(story, sentence, match, number, listed, Truth.HOLDS, Binding.STATED)
    elif not open_list and min(abs(n - number) for n in listed.counts) <= 2 and all(len(i) <= 30 for i in listed.items):
        nearest = min(listed.counts, key=lambda n: abs(n - number))
        yield counted_relation(story, sentence, match, number, listed, Truth.VIOLATED, Binding.STATED, nearest)


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
