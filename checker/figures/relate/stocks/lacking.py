"""Those of a whole that lack something, told far from those that have it: 在岗487名,持证451名…487名人员中还有36名没有取得执法证."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from checker.figures.names import core_of, names_same, shared_piece
from checker.figures.numerals import is_slip, plain_decimal
from checker.figures.reading import Frame
from checker.figures.relate.lists import CLAUSE
from checker.figures.relate.repeats.once import is_plain
from checker.figures.relate.repeats.restated import GENERIC
from checker.figures.relate.repeats.taken_up import OUT_OF_IT
from checker.figures.relate.stocks.left import left_of
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation, Truth

_NOT = "(?:没有|没能|未能|尚未|从未|未|没)"
_BEHIND = expression(
    rf"^[一-龥]{{0,8}}?(?:还|尚|仍|均|都|全年|目前|至今|年底前?|到年底|年内)*{_NOT}(?P<what>[一-龥]{{2,12}})"
)
_BEFORE = expression(rf"{_NOT}(?P<what>[一-龥]{{2,12}}?)的?(?:还|尚|仍|共|仅)*(?:有)?$")
_AMONG = expression(rf"^[一-龥]{{0,10}}?(?:{OUT_OF_IT})")
_DENIED = expression("[未没不无]")
_OTHER_TIME = expression(r"年[终末底]|截[至止]|目前|[上去]年|20\d\d")
_RATED = 60  # rates before it
_NAME = 2


def lacking(story: Story, relations: Sequence[Relation]) -> Iterator[Relation]:
    """Each such figure with its whole and those that have what it lacks; what fails only where the whole is told again."""
    known = {
        r.operands[-1].span.start for r in relations if r.kind == "difference" and r.truth is not Truth.UNDECIDABLE
    }
    for sentence in story.sentences:
        if sentence.plan or not _DENIED.search(sentence.text):
            continue
        group = sentence.at()
        for i, rest in enumerate(group):
            what = _what(rest) if is_plain(rest) and rest.start not in known else ""
            if len(what) >= _NAME:
                again = group[i - 1] if i and _AMONG.match(group[i - 1].tail) else None
                again = None if again is not None and _OTHER_TIME.search(again.gap) else again
                yield from islice(_left(story, sentence, rest, what, again), 1)


def _what(rest: Frame) -> str:
    """What those that a figure counts lack."""
    told = (_BEHIND.match(rest.tail) if rest.label.endswith("有") or not rest.label else None) or _BEFORE.search(
        rest.label
    )
    return core_of(told["what"]) if told is not None else ""


def _left(story: Story, sentence: Sentence, rest: Frame, what: str, again: Frame | None) -> Iterator[Relation]:
    rated = islice(reversed(story.bases.values()), _RATED)
    beside = (pair[::-1] for s in story.earlier(sentence) for pair in pairwise(s.at()) if pair[1].parted == CLAUSE)
    for done, whole in (*rated, *beside):
        alike = whole.unit_class == done.unit_class == rest.unit_class and done.start < sentence.span.start
        if not alike or not is_plain(done) or not is_plain(whole) or _DENIED.search(done.label):
            continue
        if not _is_called(what, story.label(done) + done.tail):
            continue
        left = whole.quantity.value - done.quantity.value
        if left == rest.quantity.value or (left > 0 and _is_slip(what, done, whole, rest, again)):
            yield left_of(story, whole, (done,), rest, Binding.INFERRED)


def _is_called(what: str, label: str) -> bool:
    """Whether those that have it are told by the same words (没有取得执法证, 持有行政执法证的)."""
    piece = shared_piece(what, label)
    return len(piece) >= _NAME and not GENERIC.fullmatch(piece)


def _is_slip(what: str, done: Frame, whole: Frame, rest: Frame, again: Frame | None) -> bool:
    """Whether the whole is told once more right before what is left of it, and that misses by one slip."""
    same = again is not None and again.unit_class == whole.unit_class and again.quantity.value == whole.quantity.value
    left = plain_decimal(whole.quantity.value - done.quantity.value)
    return same and names_same(what, done.label + done.tail) and is_slip(plain_decimal(rest.quantity.value), left)
