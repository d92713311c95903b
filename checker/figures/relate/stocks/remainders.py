"""What is left: total − done = 其余 N, 剩余 N, 仍有 N, 未…的 N."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.figures.build import Sum, is_slip_of
from checker.figures.reading import Frame
from checker.figures.relate.lists import AMONG, RATES, REFERS_BACK, is_compared, is_held
from checker.figures.relate.repairs import is_miswritten
from checker.figures.relate.stocks.holdings import takes_in
from checker.figures.relate.stocks.left import DENIED, DONE, denies, left_elsewhere, left_of, wholes_elsewhere
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.record import replace
from checker.words.relation import Binding, Relation, Truth, operand_starts

_LEFT = expression(r"(?:^|[,;。])(?:(?:其余|剩余|余下|剩下|尚余)(?:的)?[^,;、]{0,8}|余)$")
_STILL = expression(
    r"(?:^|[,;。])(?:其他|其它|仍有|尚有|还有|另有|空编|仅有|目前仍有|另外|另|跨年度[^,;]{0,4}|[^,;、。]{0,8}?未[^,;、]{1,8}|[^,;、。]{0,6}?没有[^,;、]{1,6}的|尚未[^,;、]{1,8}|(?:现)?在[办查审]|还剩下?)(?:的)?$"
)
# 无法联系298户,未按规定公示年报241户: kinds of faults; 另有已审定尚未支付的工程款0.19亿元: of its own kind.
_FAULT = expression(
    "未(?:按|依法|经|取得|佩?戴|履行|如实|及时|落实|有效)[^,;。、]{2,12}$|[,;。]另有[^,;。、]{1,6}[未待][^,;。、]{2,4}的[^,;。、]{2,6}$"
)
# 仍在办理7件, 不成功8宗: what is not done yet, or was not, by the verb of what is done.
_GOING_ON = expression(r"(?:^|[,;。])[^,;、。]{0,4}(?:仍|还|正|尚)在(?P<verb>[^,;、]{2,6}?)(?:中|之中)?(?:的)?$")
_FAILED = expression(r"(?:^|[,;。])[^,;、。]{0,6}不(?P<verb>成功|合格|达标|通过|符合)(?:的)?$")
_DIVIDED = expression(r"按[^,;。:]{1,10}(?:分|看|划分|统计)?[,:][^,;。]{0,12}$")
# 其余4个共63件: the rest of the bodies, and what they did.
_OF_MEMBERS = expression(r"其余[\d两二三四五六七八九十]+[个家类市县区地](?:[一-龥]{0,6})[共计]?$")
_DUE = expression("[应共总]")
_ANOTHER = expression(r"(?:^|[,;。])另(?:有|外)?[^,;]{0,4}$")
_GRADE = expression("(?:优秀|良好|优良|较好)(?:等次|等级|的)?$")
_STOCK = expression(r"上年|结转|转入|转来|转过来|遗留|旧存|年初|期初|20\d\d年[^,;。]{0,4}(?:未|剩|余)")
_HANDLING = frozenset({"办理", "审理", "处理", "整改", "核查", "调解", "侦办", "查办", "调查", "审查"})
_NEGATIVE = "已完成数大于总数，三者中何者有误无法确定"
_BESIDE = "“另有”所指是否为余下的全部无法确定"
_OPEN = expression(r"^[^,;。]{0,12}(?:未|没有|尚|正在|待|仍|因|由于|系)")
# 11件文件只完成4件, 46个问题只销号38个: right behind the whole, as all that was done of it.
_ONLY = expression("(?:只|仅|才|已)[^,;、]{2,6}$")
_THINGS = expression("(?P<noun>[一-龥]{2,6}?)(?:正|尚|仍|还|在|未|待|没有|需)")
_PAIR = 2  # figures
_NEARLY, _SOME = 5, 8  # one part in so many; so large
# What is in them was there before, or not all of it was received: more may be done than came in.
_MAY_EXCEED = expression("[办结案]结|办理|处理|受理|审理|完结|反馈|回复|答复")


def remainders(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """All remainders of a sentence; two figures whose rest was told are not held against another (剩余7家当年取得许可)."""
    told: list[Relation] = []
    for relation in _each(story, sentence):
        figures = operand_starts([relation])
        if relation.truth is not Truth.VIOLATED or all(len(figures & operand_starts([r])) < _PAIR for r in told):
            yield relation
        if relation.truth is Truth.HOLDS:
            told.append(relation)


def _each(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """The remainders with the total and the done that they complete."""
    group = sentence.at()
    for i, frame in enumerate(group):
        if frame.unit_class in RATES or frame.quantity.hedge or is_compared(frame):
            continue
        strong = _LEFT.search(frame.gap)
        weak = _STILL.search(frame.gap) if not _FAULT.search(frame.gap) else None
        if weak and not i:
            yield from left_elsewhere(story, sentence, frame)
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
    before = [f for f in before if not f.label.endswith(REFERS_BACK)]  # 24件属于共同申请,这24件共涉及189人
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
    here = tuple(f for f in reversed(before) if f in group)
    if len(here) > 1 and stated:  # 年末未缴194.7万元。未缴部分中,未到期84.2万元,申请执行101.5万元,其余9万元
        near = (f for other in story.in_paragraph(sentence, 1) for f in other.at())
        readings += [(whole, here) for whole in near if whole.unit_class == rest.unit_class]
    if stated:
        readings += [(whole, (before[0],)) for whole in wholes_elsewhere(story, sentence, before[0], rest)]
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
    other = DENIED.search(rest.label) is not None and not denies(done, rest)
    return not other and "\n" not in story.text[done.start : sentence.span.start]


def _of_the_likeliest(
    story: Story, sentence: Sentence, group: Sequence[Frame], i: int, before: Sequence[Frame], *, stated: bool
) -> Iterator[Relation]:
    """What fails, of what was done (the nearest figure) and its whole: the base of its rate, or the figure before it."""
    rest, done, earlier = group[i], before[0], before[1:]
    if not stated and _counts_other_things(rest, before[:_PAIR]):
        return
    based = _base_of(story, group, done)  # 化解169起,化解率94.4%,未化解12起
    if not earlier:
        if based is not None and done in group and rest.parted == 2:
            yield left_of(story, based, (done,), rest, Binding.INFERRED)
        return
    likely = next((f for f in earlier if f.parted != 1 and "其中" not in f.gap), earlier[0])
    divided = (w for w in story.wholes.get(likely.start, ()) if not stated and w.start < done.start)
    likely = based or next(divided, likely)  # 66个:乱占13个、…已销号63个,尚未销号的3个
    together = likely in group and done in group
    only = not done.parted and done.index == likely.index + 1 and _ONLY.search(done.label) is not None
    only = only and _is_about(likely.quantity.value - done.quantity.value, rest.quantity.value)
    tied = (together and (stated or only or done.parted == 2 or takes_in(likely))) or based is not None
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


def _counts_other_things(rest: Frame, before: Sequence[Frame]) -> bool:
    """11件,规章完成4件,还有8件规范性文件在征求意见: whether what is left has a name that is none of those before it."""
    named = _THINGS.match(rest.tail)
    noun = named["noun"] if named is not None else ""
    return len(noun) > 1 and not any(noun in f.gap + f.tail for f in before)


def _is_about(left: Fraction, told: Fraction) -> bool:
    """Whether what is told to be left is neither twice nor half of it: 还有2项在攻坚 may be some of eight."""
    return left < 2 * told and told < 2 * left


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


def _by_verb(story: Story, group: Sequence[Frame], i: int, verb: str, *, going_on: bool) -> Iterator[Relation]:
    """报到162次,办结155次,仍在办理7次; what fails is so by inference, where all three follow each other."""
    rest = group[i]
    before = [f for f in reversed(group[:i]) if f.unit_class == rest.unit_class and not is_compared(f)][:9]
    if len(before) > 1 and _GRADE.search(before[1].label):
        return  # 优秀54卷,良好47卷,合格17卷,不合格8卷
    pairs = [(whole, done) for d, done in enumerate(before) for whole in before[d + 1 :]]
    based = _base_of(story, group[:i], before[0]) if before else None
    pairs += [(based, before[0])] if based is not None else []
    if len(before) > 1 and before[0].parted == 2 and verb in before[1].label and before[1].index == rest.index - _PAIR:
        pairs = [(before[1], before[0])]  # 申请强制执行4件,已执行3件,尚在执行1件: of no list before it
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
