"""A sentence read by the grammar: its quantities, each with the words around it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.figures.scanner import Token
from checker.lalr import Branch, table
from checker.words.figure import Quantity
from checker.words.place import Span
from checker.words.record import dataclass

MAX_BRACKETS = 8
"""Brackets nested deeper than this are no prose: the sentence counts as unread."""

_BARE = frozenset({"", "占", "占比", "为", "共", "约占", "占比为"})
_STRENGTH = {"DUN": 1, "COMMA": 2, "COLON": 2, "SEMI": 3}


@dataclass(frozen=True, slots=True)
class Frame:
    """A quantity and the words around it, at one depth of brackets.

    `label` stands before the number in its member, `tail` after it; `gap` is all text since the quantity before it at
    this depth (or since the start of the sentence or bracket), brackets and spaces left out, marks kept. `parted` is the
    strongest mark in the gap: 0 none, 1 、 2 , or : 3 ;. `owner` is the index of the frame whose bracket this one
    stands in, -1 at depth 0. `index` counts within the sentence.
    """

    quantity: Quantity
    index: int
    label: str
    gap: str
    tail: str
    parted: int
    depth: int
    owner: int
    start: int

    # Compared more often than anything else, and mostly with others of the same report: where they start tells first.
    def __eq__(self, other: object) -> bool:
        return isinstance(other, Frame) and self.start == other.start and self.quantity == other.quantity

    def __hash__(self) -> int:
        return hash(self.start)

    @property
    def span(self) -> Span:
        return self.quantity.span

    @property
    def unit_class(self) -> str:
        return self.quantity.unit_class


class _Walk:
    """Collects the frames of a parsed sentence."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.frames: list[dict[str, Any]] = []

    def group(self, statements: Branch[Token], depth: int, owner: int) -> None:
        """The frames of a sentence or bracket; `gap` starts anew with each."""
        gap: list[str] = []
        label: list[str] = []
        parted = 0
        last: dict[str, Any] | None = None
        for node in _flat(statements):
            leaf = _only_quantity(self.text, node) if isinstance(node, Branch) else node
            if leaf is None:
                held = last if parted < _STRENGTH["SEMI"] else None  # 增幅23.7%;全年同比(上年231份): of the statement
                self.group(node, depth + 1, held["index"] if held else owner)
                continue
            token: Token = leaf
            strength = _STRENGTH.get(token.kind)
            piece = _words(self.text, token.start, token.end)
            if strength is not None:
                gap.append(piece)
                label = []
                parted = max(parted, strength)
                if last is not None:
                    last["open"] = False
            elif token.kind == "Q":
                last = self._add(token, depth, owner, gap, label, parted)
                gap, label, parted = [], [], 0
            else:
                gap.append(piece)
                label.append(piece)
                if last is not None and last["open"]:
                    last["tail"] += piece

    def _add(
        self, token: Token, depth: int, owner: int, gap: list[str], label: list[str], parted: int
    ) -> dict[str, Any]:
        frame = {
            "quantity": token.quantity,
            "index": len(self.frames),
            "label": "".join(label),
            "gap": "".join(gap),
            "tail": "",
            "parted": parted,
            "depth": depth,
            "owner": owner,
            "start": token.start,
            "open": True,
        }
        self.frames.append(frame)
        return frame


def _words(text: str, start: int, end: int) -> str:
    """A piece of the text without the spaces that some put round numbers."""
    return text[start:end].replace(" ", "")


def _only_quantity(text: str, bracket: Branch[Token]) -> Any | None:
    """The quantity of a bracket that holds nothing else: "较上年(31.46%)提高" reads as if the bracket were not there."""
    found = None
    for node in _flat(bracket):
        if isinstance(node, Branch):
            return None
        token: Token = node
        if token.kind == "Q" and found is None:
            found = node
        elif token.kind != "TEXT" or text[token.start : token.end].strip() not in _BARE:
            return None
    return found


def _flat(tree: Branch[Token]) -> Iterator[Any]:
    """Tokens and brackets below a sentence or bracket, in order, through statements, clauses and members."""
    pending: list[Any] = list(reversed(tree.children))
    while pending:
        node = pending.pop()
        if isinstance(node, Branch) and node.name != "bracket":
            pending.extend(reversed(node.children))
        elif isinstance(node, Branch) or node.kind not in ("LP", "RP"):
            yield node


def read_sentence(text: str, tokens: list[Token]) -> tuple[Frame, ...] | None:
    """The frames of one sentence in the order of the text, or None where its brackets go too deep to be prose."""
    paired = _pair_brackets(tokens)
    if paired is None:
        return None
    condensed = _condensed(paired)
    kinds = [token.kind for token in condensed]
    if kinds.count("Q") == 1 and "LP" not in kinds:
        return (_single(text, condensed, kinds.index("Q")),)
    walk = _Walk(text)
    walk.group(table("figures").parse((token.kind, token) for token in condensed), 0, -1)
    for frame in walk.frames:
        del frame["open"]
    return tuple(Frame(**frame) for frame in walk.frames)


def _single(text: str, tokens: list[Token], at: int) -> Frame:
    """The frame of a lone quantity: such a sentence holds no relation of its own, and needs no grammar."""
    token = tokens[at]
    assert token.quantity is not None
    before, after = tokens[:at], tokens[at + 1 :]
    label = before[-1] if before and before[-1].kind == "TEXT" else None
    tail = after[0] if after and after[0].kind not in _STRENGTH else None
    return Frame(
        quantity=token.quantity,
        index=0,
        label=_words(text, label.start, label.end) if label else "",
        gap=_words(text, before[0].start, token.start) if before else "",
        tail=_words(text, tail.start, tail.end) if tail else "",
        parted=max((_STRENGTH.get(t.kind, 0) for t in before), default=0),
        depth=0,
        owner=-1,
        start=token.start,
    )


def _condensed(tokens: list[Token]) -> list[Token]:
    """The tokens with what no frame looks at put together: text and marks far from any quantity or bracket.

    Between two quantities stay the text after the one, the text before the other, and the strongest mark.
    """
    result: list[Token] = []
    between: list[Token] = []
    for token in tokens:
        if token.kind in ("Q", "LP", "RP"):
            result += _short(between)
            between = []
            result.append(token)
        else:
            between.append(token)
    return result + _short(between)


def _short(between: list[Token]) -> list[Token]:
    """Text, strongest mark, text: for a run of tokens without quantity and bracket."""
    marks = [i for i, token in enumerate(between) if token.kind in _STRENGTH]
    if not marks:
        return [Token("TEXT", between[0].start, between[-1].end)] if between else []
    first, last = marks[0], marks[-1]
    strongest = max((between[i].kind for i in marks), key=_STRENGTH.__getitem__)
    parts = [between[:first], between[first + 1 : last], between[last + 1 :]]
    head, middle, tail = ([Token("TEXT", p[0].start, p[-1].end)] if p else [] for p in parts)
    if first == last:
        return [*head, between[first], *tail]
    end = between[last]
    return [*head, between[first], *middle, Token(strongest, end.start, end.end), *tail]


def _pair_brackets(tokens: list[Token]) -> list[Token] | None:
    """The tokens with unpaired brackets made text."""
    open_at: list[int] = []
    unpaired: set[int] = set()
    for i, token in enumerate(tokens):
        if token.kind == "LP":
            open_at.append(i)
            if len(open_at) > MAX_BRACKETS:
                return None
        elif token.kind == "RP":
            if open_at:
                open_at.pop()
            else:
                unpaired.add(i)
    unpaired.update(open_at)
    if not unpaired:
        return tokens
    return [Token("TEXT", t.start, t.end) if i in unpaired else t for i, t in enumerate(tokens)]
