"""A change told again without the values that it is of: 一审收案131件…下降9.92%; in the foreword 一审收案同比下降8.92%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.figures.build import is_slip_of
from checker.figures.names import core_of, shared_piece
from checker.figures.reading import Frame
from checker.figures.relate.changes.differences import Change
from checker.figures.relate.changes.movements import VERB, change_of
from checker.figures.relate.lists import COMPARES
from checker.figures.relate.repeats.repeats import told_twice
from checker.figures.relate.repeats.restated import GENERIC
from checker.figures.story import Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth, operand_starts

_KINDS = frozenset({RelationKind.GROWTH, RelationKind.REDUCTION})
_LEAD = expression(r"^(?:[一二三四五六七八九十]是|其中|全年|今年|本年)*(?:[全我][市县区省镇乡州局旗]|全系统)?")
_OTHER_TIME = expression(r"20\d\d|季度|半年|月|前年|环比|本级|开发区|[省市县区]级")
_FEWEST = 2  # decimals of a change that no other is likely to have
_LONG, _SHORT = 4, 2  # characters that two names share
_KEPT = 200
"""How many changes are looked at: it keeps the work linear."""


def retold(story: Story, relations: Sequence[Relation]) -> Iterator[Relation]:
    """Each change that no value bears out, against those of its name that their values bear out."""
    judged = operand_starts(r for r in relations if r.truth is not Truth.UNDECIDABLE)
    changes = [
        (change, f.start in judged)
        for s in story.sentences
        for f in (s.frames if not s.plan else ())
        if f.unit_class == "percent" and f.quantity.decimals >= _FEWEST and (change := change_of(f)) is not None
    ]
    if not changes or all(borne for _, borne in changes):
        return
    known = _known(story, relations)
    values = [f.quantity.value for s in story.sentences for f in s.frames if f.unit_class == "percent"]
    for change, borne in changes[:_KEPT]:
        if borne or _OTHER_TIME.search(change.frame.gap):
            continue
        told = _told(change, known)
        once = values.count(change.frame.quantity.value) == 1
        if told is not None and (told.quantity.value == change.frame.quantity.value or once):
            first, again = sorted((told, change.frame), key=lambda f: f.start)
            yield told_twice(story, first, again, Binding.INFERRED)


def _known(story: Story, relations: Sequence[Relation]) -> Sequence[tuple[Change, str]]:
    """The changes that hold, with the names of the values that they are of."""
    placed = story.placed()
    found: list[tuple[Change, str]] = []
    for relation in relations:
        if relation.kind not in _KINDS or relation.truth is not Truth.HOLDS:
            continue
        frames = {o.role: placed[o.span.start][1] for o in relation.operands if o.span.start in placed}
        level, change = frames.get(Role.AFTER), frames.get(Role.CHANGE)
        if level is not None and change is not None:
            up = 1 if relation.kind is RelationKind.GROWTH else -1
            found.append((Change(change, up), story.label(level) + level.tail))
    return found[:_KEPT]


def _told(change: Change, known: Sequence[tuple[Change, str]]) -> Frame | None:
    """The change of the same name and direction that has this value, else that differs by one slip."""
    name = core_of(_LEAD.sub("", COMPARES.split(VERB.sub("", change.frame.label))[0]))
    alike = [(other.frame, _shared(name, label)) for other, label in known if other.up == change.up]
    value = change.frame.quantity.value
    same = (frame for frame, piece in alike if frame.quantity.value == value and len(piece) >= _SHORT)
    slipped = {f.start: f for f, piece in alike if len(piece) >= _LONG and is_slip_of(f, value)}
    return next(same, None) or (next(iter(slipped.values())) if len(slipped) == 1 else None)


def _shared(name: str, label: str) -> str:
    """What two names share; nothing where the first says much more (食品类投诉举报)."""
    piece = shared_piece(name, core_of(label))
    return "" if GENERIC.fullmatch(piece) or len(name) - len(piece) > _SHORT else piece
