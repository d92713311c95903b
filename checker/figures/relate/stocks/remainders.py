"""What is left: total − done = 其余 N, 剩余 N, 仍有 N, 未…的 N."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from checker.figures.build import Sum, is_slip_of, operand, shown, shown_value
from checker.figures.names import shared_piece
from checker.figures.reading import Frame
from checker.figures.relate.lists import AMONG, RATES, is_compared, is_held
from checker.figures.relate.repairs import is_miswritten
from checker.figures.relate.stocks.holdings import takes_in
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.record import replace
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

RULE = "figures.difference"

_LEFT = expression(r"(?:^|[,;。])(?:其余|剩余|余下|剩下|尚余)(?:的)?[^,;、]{0,8}$")
_STILL = expression(
    r"(?:^|[,;。])(?:其他|其它|仍有|尚有|还有|另有|空编|仅有|目前仍有|另外|另|跨年度[^,;]{0,4}|[^,;、。]{0,8}?未[^,;、]{1,8}|[^,;、。]{0,6}?没有[^,;、]{1,6}的|尚未[^,;、]{1,8}|(?:现)?在[办查审]|还剩下?)(?:的)?$"
)
# 仍在办理7件, 不成功8宗: what is not done yet, or was not, by the verb of what is done.
_GOING_ON = expression(r"(?:^|[,;。])[^,;、。]{0,4}(?:仍|还|正|尚)在(?P<verb>[^,;、]{2,6}?)(?:中|之中)?(?:的)?$")
_FAILED = expression(r"(?:^|[,;。])[^,;、。]{0,6}不(?P<verb>成功|合格|达标|通过|符合)(?:的)?$")
_DENIED = expression(r"(?:未|没有)(?:予)?(?P<verb>[^,;、的]{2})")
_NOT_DONE = expression(r"([^,;:。、]{4,16}?)(?:还|仍|尚)?(?:没有|未)")
_DIVIDED = expression(r"按[^,;。:]{1,10}(?:分|看|划分|统计)?[,:][^,;。]{0,12}$")
# 其余4个共63件: the rest of the bodies, and what they did.
_OF_MEMBERS = expression(r"其余[\d两二三四五六七八九十]+[个家类市县区地](?:[一-龥]{0,6})[共计]?$")
_DUE = expression("[应共总]")
_ANOTHER = expression(r"(?:^|[,;。])另(?:有|外)?[^,;]{0,4}$")
_STOCK = expression(r"上年|结转|转入|转来|转过来|遗留|旧存|年初|期初|20\d\d年[^,;。]{0,4}(?:未|剩|余)")
_HANDLING = frozenset({"办理", "审理", "处理", "整改", "核查", "调解", "侦办", "查办", "调查", "审查"})
_NEGATIVE = "已完成数大于总数，三者中何者有误无法确定"
_BESIDE = "“另有”所指是否为余下的全部无法确定"
_OPEN = expression(r"^[^,;。]{0,12}(?:未|没有|尚|正在|待|仍|因|由于|系)")
_RATED = 40  # rates before it
_NEARLY, _SOME = 5, 8  # one part in so many; so large
# What is in them was there before, or not all of it was received: more may be done than came in.
_MAY_EXCEED = expression("[办结案]结|办理|处理|受理|审理|完结|反馈|回复|答复")
DONE = expression(
    r"(?:已|办结|完结|结案|审结|整改|完成|建成|解决|落实|化解|实际|到位|到账|入库|追回|合格|通过|达标|办理|回复|答复|采纳|兑现|改造|竣工|完工|完毕|修复|拆除|兑付|签约|反馈|参训|取得|持有|持证|接入|了结|销号|成功)"
)
_DUE_BEHIND = expression("应(?![诉急])[一-龥]{0,3}的?$|总数$|总量$")


def remainders(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """All remainders of a sentence with the total and the done that they complete."""
    group = sentence.at()
    for i, frame in enumerate(group):
        if frame.unit_class in RATES or frame.quantity.hedge or is_compared(frame):
            continue
        strong = _LEFT.search(frame.gap)
        weak = _STILL.search(frame.gap)
        if weak and not i:
            yield from _left_elsewhere(story, sentence, frame)
        done = next((f for f in reversed(group[:i]) if f.unit_class == frame.unit_class), None)
        if done is not None and _ANOTHER.search(done.gap) and not _ANOTHER.search(frame.gap):
            continue  # 126件,另有18件移送;其余11件移送案件: of what is told elsewhere
        if _OF_MEMBERS.search(frame.label) or (strong and _ends_a_division(sentence, group, i)):
            continue
        if strong or weak:
            yield from _remainder(story, sentence, group, i, stated=bool(strong))
        elif verb := _GOING_ON.search(frame.gap) or _FAILED.search(frame.gap):
            yield from _by_verb(story, group, i, verb["verb"], going_on="在" in verb[0])


def _ends_a_division(sentence: Sentence, group: Sequence[Frame], i: int) -> bool:
    """按来源分:抽查9873家次,专项7162家次,投诉3408家次,其余2645家次: of none of those before it, but of all."""
    before = [f for f in group[:i] if f.unit_class == group[i].unit_class and not is_compared(f)]
    opening = sentence.text[: before[0].start - sentence.span.start] if len(before) > 2 else ""
    return bool(_DIVIDED.search(opening)) and all(f.parted == group[i].parted for f in before[1:])


def _remainder(story: Story, sentence: Sentence, group: Sequence[Frame], i: int, *, stated: bool) -> Iterator[Relation]:
    rest = group[i]
    before = [f for f in reversed(group[:i]) if f.unit_class == rest.unit_class and not is_compared(f)]
    before += [f for f in sentence.frames if f.depth and f.unit_class == rest.unit_class and _DUE.match(f.label)]
    if len(before) < 2:
        for other in story.before(sentence, 1 if stated or not before else 8):
            before += [f for f in reversed(other.at()) if f.unit_class == rest.unit_class and not is_compared(f)]
    if not before:
        return
    named = _by_its_verb(group, before, rest)
    readings: list[tuple[Frame, tuple[Frame, ...]]] = [
        (whole, (done,))
        for d, done in enumerate(before[:6])
        for whole in before[d + 1 : d + 9]
        if named in (None, d) or not (done.parted == whole.parted == 1)
    ]
    # 23件,审结20件,其中败诉1件,尚未审结2件: what is in one of them is not taken off once more
    flat = next((k for k, f in enumerate(before[:8]) if AMONG.search(f.gap)), len(before)) + 2
    readings += [(before[k], tuple(reversed(before[:k]))) for k in range(2, min(len(before), 8, flat))]
    if stated:
        readings += [(whole, (before[0],)) for whole in _wholes_elsewhere(story, sentence, before[0], rest)]
    fitting = next(((whole, done) for whole, done in readings if Sum(whole, (*done, rest)).fits), None)
    if fitting is not None:
        yield left_of(story, *fitting, rest, Binding.STATED)
        return
    done_at = next((d for d, f in enumerate(before[:4]) if DONE.search(f.label) or DONE.match(f.tail)), None)
    if done_at is None and stated and not _lists_kinds(group, before):
        done_at = 0
    # …最终采纳16件。…重新作出18件,未再引发复议的15件: of what its own sentence tells
    apart = done_at is not None and not stated and before[done_at] not in group and any(f in group for f in before)
    if done_at is None or apart or not (stated or _is_told_here(story, sentence, before[done_at], rest)):
        return
    before = before[done_at:]
    listed = _listed_before(before) if stated else 1
    if listed > 1:
        yield from _after_list(story, group, before, listed, rest)
    else:
        yield from _of_the_likeliest(story, sentence, group, i, before, stated=stated)


def _is_told_here(story: Story, sentence: Sentence, done: Frame, rest: Frame) -> bool:
    """Whether what was done stands in the sentence, or in its paragraph and not of another verb than what is denied."""
    if done.start > sentence.span.start:
        return True
    other = _DENIED.search(rest.label) is not None and not denies(done, rest)
    return not other and "\n" not in story.text[done.start : sentence.span.start]


def _of_the_likeliest(
    story: Story, sentence: Sentence, group: Sequence[Frame], i: int, before: Sequence[Frame], *, stated: bool
) -> Iterator[Relation]:
    """What fails, of what was done (the nearest figure) and its whole: the base of its rate, or the figure before it."""
    rest, done, earlier = group[i], before[0], before[1:]
    based = _base_of(story, group, done)  # 化解169起,化解率94.4%,未化解12起
    if not earlier:
        if based is not None and done in group and rest.parted == 2:
            yield left_of(story, based, (done,), rest, Binding.INFERRED)
        return
    likely = next((f for f in earlier if f.parted != 1 and "其中" not in f.gap), earlier[0])
    divided = (w for w in story.wholes.get(likely.start, ()) if not stated and w.start < done.start)
    likely = based or next(divided, likely)  # 66个:乱占13个、…已销号63个,尚未销号的3个
    together = likely in group and done in group
    tied = (together and (stated or done.parted == 2 or takes_in(likely))) or based is not None
    if tied or (rest.label.endswith("的") or _OPEN.search(rest.tail)):
        plain = stated and together and done.quantity.value <= likely.quantity.value
        if done.quantity.value >= likely.quantity.value and not (together and (stated or _slipped(likely, done, rest))):
            contrary = together and denies(done, rest) and not _MAY_EXCEED.search(done.label)
            yield _more_than_all(story, likely, done, rest, proven=contrary)
            return
        told = left_of(story, likely, (done,), rest, Binding.STATED if plain else Binding.INFERRED)
        if _ANOTHER.search(rest.gap) and not (tied and _is_nearly_all_left(likely, done, rest)):
            yield replace(told, truth=Truth.UNDECIDABLE, reason=_BESIDE)
        elif stated or not ((_STOCK.search(sentence.text) and not _has_stock(sentence, likely)) or _goes_on(group, i)):
            yield told


def _base_of(story: Story, group: Sequence[Frame], done: Frame) -> Frame | None:
    """What a rate among the figures was found to be of, if it is the rate of what was done."""
    rated = (story.bases[f.start] for f in group if f.start in story.bases)
    return next((base for top, base in rated if top is done), None)


def _is_nearly_all_left(whole: Frame, done: Frame, rest: Frame) -> bool:
    """任务1864家,完结1839家,另22家因关闭无法检查: a rest of some size that misses the whole one by little."""
    left = whole.quantity.value - done.quantity.value
    told = rest.quantity.value
    missed = abs(left - told) * _NEARLY <= left and min(left, told) >= _SOME
    return bool(_OPEN.search(rest.tail)) and (missed or is_slip_of(rest, left))


def _has_stock(sentence: Sentence, whole: Frame) -> bool:
    """Whether what was there before is in a figure: 应办23件, 23件(含上年结转4件)."""
    return takes_in(whole) or any(is_held(f) for f in sentence.inside(whole))


def _lists_kinds(group: Sequence[Frame], before: Sequence[Frame]) -> bool:
    """3至5月81起,6至8月49起,9至11月44起,其余月份13起: three kinds or more, of which none is left of another."""
    listed = [f for f in before if f in group]
    return len(listed) > 2 and all(f.parted == 2 for f in listed[:-1])


def _by_its_verb(group: Sequence[Frame], before: Sequence[Frame], rest: Frame) -> int | None:
    """已销号55个,…尚未销号的3个: which of the figures before is what was done, by the verb that is denied."""
    return next((d for d, f in enumerate(before[:6]) if f in group and denies(f, rest)), None)


def denies(done: Frame, rest: Frame) -> bool:
    """Whether the rest denies the verb of what was done (被采纳, 没有采纳的)."""
    denied = _DENIED.search(rest.label)
    return denied is not None and denied["verb"] in done.label


def _by_verb(story: Story, group: Sequence[Frame], i: int, verb: str, *, going_on: bool) -> Iterator[Relation]:
    """报到162次,办结155次,仍在办理7次; what fails is so by inference, where all three follow each other."""
    rest = group[i]
    before = [f for f in reversed(group[:i]) if f.unit_class == rest.unit_class and not is_compared(f)][:9]
    pairs = [(whole, done) for d, done in enumerate(before) for whole in before[d + 1 :]]
    based = _base_of(story, group[:i], before[0]) if before else None
    pairs += [(based, before[0])] if based is not None else []
    held = next((pair for pair in pairs if Sum(pair[0], (pair[1], rest)).fits), None)
    if held is not None:
        yield left_of(story, held[0], held[1:], rest, Binding.INFERRED)
        return
    named = [f for f in before[:1] if verb in f.label or (going_on and verb in _HANDLING and DONE.search(f.label))]
    beside = [f for f in group[:i] if f.unit_class not in RATES][-2:] == before[1::-1] and len(before) > 1
    whole = based or (before[1] if beside and before[0].parted == 2 else None)
    if not named or whole is None or _goes_on(group, i) or _STOCK.search(whole.gap + rest.gap):
        return
    if before[0].quantity.value < whole.quantity.value:
        yield left_of(story, whole, (before[0],), rest, Binding.INFERRED)


def _more_than_all(story: Story, whole: Frame, done: Frame, rest: Frame, *, proven: bool) -> Relation:
    """发出417份,收到462份,尚有8份: something is wrong, but what cannot be told from these three alone.

    `proven`: 提出38条,被采纳40条,没有采纳的3条 are the two sides of the whole, and each is a part of it.
    """
    relation = left_of(story, whole, (done,), rest, Binding.INFERRED)
    return relation if proven else replace(relation, truth=Truth.UNDECIDABLE, reason=_NEGATIVE, gap="")


def _after_list(
    story: Story, group: Sequence[Frame], before: Sequence[Frame], size: int, rest: Frame
) -> Iterator[Relation]:
    """T,A a件、B b件,其余 N: all of the list is taken off the figure before it."""
    if size < len(before) and before[size] in group:
        yield left_of(story, before[size], tuple(reversed(before[:size])), rest, Binding.INFERRED)


def _listed_before(before: Sequence[Frame]) -> int:
    """How many figures stand in the 、 list that ends at the nearest one, nearest first."""
    size = 1
    while size < len(before) and before[size - 1].parted == 1:
        size += 1
    return size


def _goes_on(group: Sequence[Frame], i: int) -> bool:
    """Whether further figures of the kind follow, so that what stands here need not be all that is left."""
    following = group[i + 1] if i + 1 < len(group) else None
    return following is not None and following.unit_class == group[i].unit_class and not is_compared(following)


def _slipped(whole: Frame, done: Frame, rest: Frame) -> bool:
    return is_miswritten(whole.quantity.value, done.quantity.value, rest.quantity.value)


def _left_elsewhere(story: Story, sentence: Sentence, rest: Frame) -> Iterator[Relation]:
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


def _wholes_elsewhere(story: Story, sentence: Sentence, done: Frame, rest: Frame) -> Iterator[Frame]:
    """公示行政处罚决定信息832宗,其余14宗: the whole is told elsewhere in the report, under a name of the same words."""
    value = done.quantity.value + rest.quantity.value
    for other in story.earlier(sentence):
        for frame in reversed(other.at()):
            alike = frame.unit_class == rest.unit_class and frame.quantity.value == value and not is_compared(frame)
            if alike and len(shared_piece(story.label(done), story.label(frame) + frame.tail)) > 1:
                yield frame


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
