"""The items of a list: the words between 、, the names in quotation marks, the titles, the ranks before a count."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.figures.relate.counts.ranks import ranks_before
from checker.patterns import expression
from checker.words.place import Span
from checker.words.record import dataclass

_JOIN = expression(r"以及|和|及|与|暨")
_NOUN = 2  # characters
_ITEM_END = expression(r"[一-龥”》)A-Za-z0-9]$")
# 将…细化为5类: the count is of what came out, not of what stands before.
_RESULTING = ("为", "成", "到", "至", "出", "入")
_TITLES = expression(r"(?:《[^《》]*》(?:[、和及与]|以及)?)+$")
_TITLE = expression("《[^《》]*》")
_QUOTES = expression(r"(?:“[^“”]*”(?:、|和|及|与|以及)?)+$")
_QUOTE = expression("“[^“”]*”")
# 312项, 三百一十二项: a figure of its own; 一百 alone may be a name.
_NUMBERED = expression(
    r"\d\s*[万亿]?[一-龥%]|百分之|[十百千][零一二三四五六七八九十百]+[件起宗例项个家户名人份次批处条]"
)


@dataclass(frozen=True, slots=True)
class Listed:
    """Items with how many of them there may be: a 和 may part two items or stand inside one.

    `quoted` says that each is a name in quotation marks or a title, `numbered` that some have figures of their own,
    `ranks` that they are ranks of public bodies (省市县乡).
    """

    items: tuple[Span, ...]
    counts: frozenset[int]
    quoted: bool = False
    numbered: bool = False
    ranks: bool = False


def masked(text: str) -> str:
    """The text with what stands in brackets and book titles blanked, so that no mark in them parts items."""
    if "(" not in text and "《" not in text:
        return text
    return expression(r"\([^()]*\)|《[^《》]*》").sub(_blanked, text)


def items_before(text: str, end: int, *, ranked: bool = False) -> Listed | None:
    """The list that ends right before text[end], where text is `masked`; `ranked` says that ranks are counted."""
    head = text[:end].rstrip()
    ranks = ranks_before(head)
    if ranks is not None and (ranked or ranks.whole):
        return Listed(ranks.items, ranks.counts, ranks=True)
    head = head.removesuffix("的")
    if not head or not _ITEM_END.search(head) or head.endswith(_RESULTING):
        return None
    if head.endswith("”"):
        return _quoted_before(head)
    return _titles_before(head) if head.endswith("》") else _parted_before(head)


def _titles_before(head: str) -> Listed | None:
    """《甲法》《乙法》和《丙法》 3部"""
    run = _TITLES.search(head)
    if run is None:
        return None
    titles = tuple(Span(run.start() + m.start(), run.start() + m.end()) for m in _TITLE.finditer(run[0]))
    return Listed(titles, frozenset({len(titles)}), quoted=True) if len(titles) > 1 else None


def _parted_before(head: str) -> Listed | None:
    """甲、乙、丙 since the last stronger mark; a name in quotation marks is one item, whatever marks it has in it."""
    head = _QUOTE.sub(lambda m: "□" * len(m[0]), head)
    opened = head.rfind("“") if "、" in head[head.rfind("“") :] else -1
    start = max(opened, *(head.rfind(mark) for mark in ",;:。\n")) + 1
    chunk = head[start:]
    return split(chunk, start) if "、" in chunk and all(chunk.split("、")) else None


def _quoted_before(head: str) -> Listed | None:
    """“A”“B”“C” 五项, or “甲、乙、丙” 三级."""
    run = _QUOTES.search(head)
    if run is None:
        return None
    quotes = [Span(run.start() + m.start(), run.start() + m.end()) for m in _QUOTE.finditer(run[0])]
    inner = Span(quotes[-1].start + 1, quotes[-1].end - 1)
    parts = _inner(inner.of(head), inner.start)
    if len(quotes) == 1:
        return parts or _parted_before(head)  # 农资打假、种业监管、渔政“亮剑”三项
    open_before = head[: run.start()].endswith("、")
    counts = {len(quotes)} | ({len(quotes) + 1} if open_before else set()) | (parts.counts if parts else set())
    return Listed(tuple(quotes), frozenset(counts), quoted=not open_before)


def _inner(words: str, offset: int) -> Listed | None:
    """What a pair of quotation marks lists: 甲、乙 or 甲—乙, or pairs: 察实情、出实招;破难题、促发展."""
    if not expression("[+、—-]").search(words):
        return None
    listed = split(expression("[+—,;-]").sub("、", words), offset)
    pairs = expression("[,;]").split(words)
    return listed if len(pairs) == 1 else Listed(listed.items, listed.counts | {len(pairs)}, numbered=True)


def split(chunk: str, offset: int) -> Listed:
    """The items of a 、 list. 和 may join items or stand inside one; after 和 a list of its own may begin."""
    items: list[Span] = []
    position = 0
    for piece in chunk.split("、"):
        items.append(Span(offset + position, offset + position + len(piece)))
        position += len(piece) + 1
    base = len(items)
    short = any(len(item) == 1 for item in items)
    joins = sum(_joins(piece, short=short) for piece in chunk.split("、"))
    sure = _ends_alike(chunk.split("、")) if joins == 1 else False
    counts = set(range(base + sure, base + joins + 1))
    for join in _JOIN.finditer(chunk):
        tail = chunk[join.end() :]
        if "、" in tail:
            counts |= set(range(tail.count("、") + 1, tail.count("、") + 2 + len(_JOIN.findall(tail))))
    numbered = bool(_NUMBERED.search(expression(r"\(\d+\)").sub("", chunk)))
    return Listed(tuple(items), frozenset(counts), numbered=numbered)


def _ends_alike(pieces: Sequence[str]) -> bool:
    """规范专班、化解专班和宣传专班: whether what 和 joins in the last ends with the noun that all the others end with."""
    first, joined, last = pieces[-1].partition("和")
    nouns = {name[-_NOUN:] for name in (*pieces[:-1], first, last)}
    return bool(joined) and len(pieces) > 1 and len(nouns) == 1 and min(len(first), len(last)) > _NOUN


def _joins(piece: str, *, short: bool) -> int:
    """How many 和 of a piece may part items: what stands before it is no single character, unless other items are."""
    return sum(short or join.start() > 1 or join.start() == 0 for join in _JOIN.finditer(piece))


def _blanked(match: re.Match[str]) -> str:
    return match[0][0] + "□" * (len(match[0]) - 2) + match[0][-1]
