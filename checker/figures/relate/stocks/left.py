"""What is left of a whole, as a relation, and where the whole or what was done of it is told elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise

from checker.figures.build import Sum, is_slip_of, operand, shown, shown_value
from checker.figures.names import shared_piece
from checker.figures.reading import Frame
from checker.figures.relate.lists import is_compared
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

RULE = "figures.difference"

_NOT_DONE = expression(r"([^,;:。、]{4,16}?)(?:还|仍|尚)?(?:没有|未)")
DENIED = expression(r"(?:未|没有)(?:予)?(?P<verb>[^,;、的]{2})")
_TELLING = 200  # so large a whole agrees by no chance
_RATED = 40  # rates before it
DONE = expression(
    r"(?:已|办结|完结|结案|审结|整改|完成|建成|解决|落实|化解|实际|到位|到账|入库|追回|合格|通过|达标|办理|回复|答复|采纳|兑现|改造|竣工|完工|完毕|修复|拆除|兑付|签约|反馈|参训|取得|持有|持证|接入|了结|销号|成功)"
)
_DUE_BEHIND = expression("应(?![诉急])[一-龥]{0,3}的?$|总数$|总量$")


def left_of(story: Story, whole: Frame, done: tuple[Frame, ...], rest: Frame, binding: Binding) -> Relation:
    """What is left of a whole; one told behind what was done of it (持证32人,应持证的34人,尚有2人) is the whole as well."""
    behind = len(done) == 1 and _DUE_BEHIND.search(done[0].label)
    if behind and done[0].quantity.value - whole.quantity.value == rest.quantity.value:
        whole, done = done[0], (whole,)
    total = Sum(whole, (*done, rest))
    value = whole.quantity.value - sum(f.quantity.value for f in done)
    left = " - ".join(shown(f.quantity) for f in (whole, *done))
    stated = shown(rest.quantity)
    agreed = value == rest.quantity.value
    equation = f"{left} = {shown_value(value, whole.quantity)}" + (
        "" if agreed else f" {'≈' if total.fits else '≠'} {stated}"
    )
    operands = (
        operand(story, whole, Role.TOTAL),
        *(operand(story, f, Role.PART) for f in done),
        operand(story, rest, Role.REMAINDER),
    )
    truth = Truth.HOLDS if total.fits else Truth.VIOLATED
    gap = "" if total.fits else shown_value(abs(value - rest.quantity.value), whole.quantity)
    return Relation("", RelationKind.DIFFERENCE, truth, binding, RULE, equation, operands, gap=gap)


def denies(done: Frame, rest: Frame) -> bool:
    """Whether the rest denies the verb of what was done (被采纳, 没有采纳的)."""
    denied = DENIED.search(rest.label)
    return denied is not None and denied["verb"] in done.label


def left_elsewhere(story: Story, sentence: Sentence, rest: Frame) -> Iterator[Relation]:
    """尚有159处安全隐患没有整改到位, told far from 排查安全隐患1268处,整改1109处: by the whole name of what is left."""
    noun = _NOT_DONE.match(rest.tail)
    for done, whole in islice(reversed(story.bases.values()), _RATED) if noun else ():
        named = noun and whole.label.endswith(noun[1]) and whole.unit_class == done.unit_class == rest.unit_class
        if named and whole.quantity.value - done.quantity.value == rest.quantity.value:
            yield left_of(story, whole, (done,), rest, Binding.INFERRED)
            return
    for other in story.earlier(sentence) if noun else ():
        for whole, done in pairwise(other.at()):
            same = whole.unit_class == done.unit_class == rest.unit_class and done.parted == 2
            if noun and same and whole.label.endswith(noun[1]) and DONE.search(done.label):
                left = whole.quantity.value - done.quantity.value
                slip = is_slip_of(rest, left)
                if left == rest.quantity.value or slip:
                    yield left_of(story, whole, (done,), rest, Binding.INFERRED)
                return


def wholes_elsewhere(story: Story, sentence: Sentence, done: Frame, rest: Frame) -> Iterator[Frame]:
    """公示行政处罚决定信息832宗,其余14宗: the whole is told elsewhere in the report, under a name of the same words."""
    value = done.quantity.value + rest.quantity.value
    for other in story.earlier(sentence):
        for frame in reversed(other.at()):
            alike = frame.unit_class == rest.unit_class and frame.quantity.value == value and not is_compared(frame)
            named = alike and len(shared_piece(story.label(done), story.label(frame) + frame.tail)) > 1
            if named or (alike and value >= _TELLING):
                yield frame
