"""Carry-over: what was open and what came in is what was closed and what stays open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from checker.figures.build import Ratio, Sum, operand, shown, shown_value
from checker.figures.numerals import is_lost, is_swap, plain_decimal
from checker.figures.reading import Frame
from checker.figures.relate.lists import STATEMENT, exact_counts, is_compared
from checker.figures.relate.rates.ratios import RULE as RATE_RULE
from checker.figures.relate.repairs import is_one_slip
from checker.figures.relate.stocks.holdings import RULE, is_of_earlier_year, opens, stock_name, takes_in
from checker.figures.relate.stocks.inventories import inventories
from checker.figures.relate.stocks.levels import told_apart
from checker.figures.relate.totals import is_total
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.interval import total
from checker.words.record import replace
from checker.words.relation import Binding, Relation, RelationKind, Role, Truth

_REACH = 8
"""How many sentences before and after an opening stock its balance may reach."""

_CLOSING = expression(
    r"(?:结转|转|跨)(?:至|到|入)?(?:下|次|明|20\d\d)|(?:未|尚未)(?:办结|审结|结案|完成|办理完毕|结)|尚在(?:办理|审理)|在办|正在(?:办理|审理)|待结|期末|年末(?:未结|结存|在审|存量|在办|在查)|在审|未结|存案|留待"
)
_STILL = expression(r"(?:尚|仍|还|剩余?|其余|余)(?:有|剩|余)?的?$")
_GOES_ON = expression(r"^(?:案件)?(?:正在|尚在|仍在|在办|在审|未|尚未|仍未|待[办审结]|结转|转入下|转至下|留待)")
_GOES_OVER = expression(r"^(?:案件|申请)?(?:结转|跨入|转入)(?:至|到)?(?:下|次|明|20\d\d)")
_ENDED = expression("中止|撤回|撤销|移送|转送|终止|暂缓|转办|退回")
# 应审结236件 is what is to be closed: all there was to handle.
_CLOSED = expression(r"(?<![应需须待])(?<!应当)(?:办结|审结|结案)|办理完毕|已结|办毕|终结")
_ANSWERED = expression(r"答复$")
_CLOSING_RATE = expression(r"(?:审结|办结|结案)率(?:为|达|达到)?$")
_HANDLED = expression(
    r"^(?:全年|年内|共|合计)在办(?:案件)?$|(?:共|合计|应|需)(?:办理|处理|审理)(?:[^,;、]{0,6}案件)?$|(?:应|需)(?:办理|处理|审理)(?:案件|申请)?(?:总数|总量)?[共为]?计?$"
)
_RESULTS = expression(r"(?:办理|处理|审理|审查|答复)(?:结果|情况)")
_ADDED = expression("连同|加上|加之|算上")
_TAKEN_UP = expression(r"(?<!申请)受理(?:案件)?$|新收(?:案件)?$|立案$")
_WITHIN = 200  # characters
_NEAR = 2  # sentences
_RECEIVED = expression(r"新收|新受理|受理|收到|新立|立案|新增|接收|收案|新接|当年收|本年收|登记")
_AGAINST_US = expression(r"被(?:申请|提起)(?:的)?行政(?:复议|诉讼)")
_DENIED = expression(r"不予|未予|不受理|拒绝|撤销立案|申请行政")


def stocks(story: Story) -> Iterator[Relation]:
    """The balances of each paragraph that states all four figures."""
    for _, group in groupby((s for s in story.sentences if s.frames), key=lambda s: s.line):
        paragraph = list(group)
        yield from _balances(story, paragraph)
        yield from inventories(story, paragraph)
        yield from told_apart(story, paragraph)


def _balances(story: Story, paragraph: Sequence[Sentence]) -> Iterator[Relation]:
    """The balance of each opening stock with what stands around it."""
    counts = [_counts(story, sentence) for sentence in paragraph]
    openings = [(k, f) for k, frames in enumerate(counts) for f in frames if opens(story, f)]
    for k, frames in enumerate(counts):
        yield from _handled(story, [f for group in counts[k : k + _REACH] for f in group], len(frames))
    for k, opening in openings:
        frames = [f for group in counts[max(0, k - _REACH) : k + _REACH] for f in group]
        around = paragraph[max(0, k - 1) : k + 3]
        near = {f.start for s in around for f in s.frames}
        same = [f for f in frames if f.unit_class == opening.unit_class and f is not opening]
        closing = [f for f in same if _is_closing(story, f) and f.start in near]
        closed = [f for f in same if _is_closed(stock_name(story, f)) and f.start in near]
        received = [f for f in same if _is_received(stock_name(story, f)) and not takes_in(f)]
        rates = [f for s in around for f in s.at() if _CLOSING_RATE.search(f.label)]
        yield from _closing_rate(story, rates, opening, received, closed)
        answered = [f for f in same if _ANSWERED.search(stock_name(story, f)) and f.start in near]
        if closing and closed:
            balances = list(_best(story, around, opening, received[:6], closed[:4], closing[:4], near))
            yield from balances or _received_before(story, paragraph[k], opening, closed[:4], closing[:4])
        elif closing and (answered or (answered := _results(story, same, near))):
            found = _best(story, around, opening, received[:6], answered[:2], closing[:4], near)
            yield from (r for r in found if r.truth is Truth.HOLDS)


def _results(story: Story, frames: Sequence[Frame], near: set[int]) -> list[Frame]:
    """办理结果为予以公开28件、不予公开9件,总计37件: the sum of the results is what was closed."""
    wholes = [f for f in frames if f.start in near and is_total(f)]
    return [f for f in wholes if _RESULTS.search(story.text, max(0, f.start - _WITHIN), f.start)]


def _received_before(
    story: Story, sentence: Sentence, opening: Frame, closed: Sequence[Frame], closing: Sequence[Frame]
) -> Iterator[Relation]:
    """What came in is told paragraphs before (立案3486件): only agreement is told, and the rate that follows from it."""
    wanted = {c.quantity.value + x.quantity.value - opening.quantity.value: (c, x) for c in closed for x in closing}
    for other in story.earlier(sentence):
        for frame in other.at():
            pair = wanted.get(frame.quantity.value)
            if pair and frame.unit_class == opening.unit_class and _is_received(story.label(frame)):
                yield _relation(story, opening, frame, *pair, holds=True)
                rates = [f for f in sentence.at() if _CLOSING_RATE.search(f.label)]
                yield from _closing_rate(story, rates, opening, [frame], pair[:1])
                return


def _closing_rate(
    story: Story, rates: Sequence[Frame], opening: Frame, received: Sequence[Frame], closed: Sequence[Frame]
) -> Iterator[Relation]:
    """审结率: what was closed ÷ (what came in + what was open), or ÷ what came in."""
    for rate in rates:
        ratios = [
            ratio
            for done in closed
            for new in received
            if done is not new
            for ratio in (Ratio(rate, (done,), new, (opening,)), Ratio(rate, (done,), new))
        ]
        fitting = next((r for r in ratios if r.agrees), None)
        if fitting is not None:
            yield fitting.relation(story, RATE_RULE, Binding.STATED)


def _counts(story: Story, sentence: Sentence) -> list[Frame]:
    counts = exact_counts(sentence.frames)
    return [f for f in counts if opens(story, f) or not (is_compared(f) or is_of_earlier_year(story, f))]


def _handled(story: Story, frames: Sequence[Frame], size: int) -> Iterator[Relation]:
    """共办理470件;审结441件,…结转下年29件: what was handled (one of the first `size`) is closed or stays open."""
    for i, handled in enumerate(frames[:size]):
        total = is_total(handled) or takes_in(handled)
        sums_up = total and any(opens(story, f) for f in frames[max(0, i - 2) : i])
        if not (sums_up or _HANDLED.search(handled.label)):
            continue
        later = [f for f in frames[i + 1 :] if f.unit_class == handled.unit_class]
        closed = next((f for f in later if _is_closed(stock_name(story, f))), None)
        closing = next((f for f in later if _is_closing(story, f)), None)
        if closed is None or closing is None:
            continue
        reading = Sum(handled, (closed, closing))
        missing = handled.quantity.value - reading.value
        further = [f for f in later[: later.index(closing) + 3] if f is not closed and f is not closing]
        values = [f.quantity.value for f in further]
        ended = any(_ENDED.search(f.gap + f.tail[:4]) for f in further)
        if any(Sum(f, (closed, closing)).fits for f in later[: later.index(closed)]):
            continue  # 共227件。…受理的189件和上年结转13件共202件中,审结181件,结转21件
        if reading.fits or not (ended or missing in (*values, sum(values))):
            yield reading.relation(story, RULE, Binding.STATED, kind=RelationKind.CARRY_OVER)


def _is_included(story: Story, frame: Frame) -> bool:
    """Whether a bracket tells a part of what was closed (审结90件(含上年结转3件)): it need not be the whole stock."""
    inside = bool(frame.depth) or "其中" in frame.gap
    return inside and stock_name(story, frame).startswith(("含", "其中", "包括", "包含"))


def _is_closed(name: str) -> bool:
    return bool(_CLOSED.search(name)) and not _CLOSING.search(name)


def _is_received(name: str) -> bool:
    return (bool(_RECEIVED.search(name)) and not _DENIED.search(name)) or bool(_AGAINST_US.search(name))


def _is_closing(story: Story, frame: Frame) -> bool:
    """结转下年7件; 尚有7件正在审理; 7件结转下一年度"""
    name = stock_name(story, frame)
    told = _CLOSING.search(name) or frame.label == "结转" or (_STILL.search(frame.label) and _GOES_ON.match(frame.tail))
    over = frame.parted > 1 and not frame.label and bool(_GOES_OVER.match(frame.tail))
    return (over or bool(told)) and not opens(story, frame)


def _best(
    story: Story,
    paragraph: Sequence[Sentence],
    opening: Frame,
    received: Sequence[Frame],
    closed: Sequence[Frame],
    closing: Sequence[Frame],
    near: set[int],
) -> Iterator[Relation]:
    """The reading that balances, else the first by preference, if it misses by little: 受理 and 新收 before 收到.

    The only reading may miss by much where one slip explains it.
    """
    ranked = sorted(
        received,
        key=lambda f: (
            f.start not in near,
            not expression("新收|受理|立案").search(f.label),
            abs(f.start - opening.start),
        ),
    )
    readings = [(r, c, x) for r in ranked for c in closed for x in closing if c is not x and r is not c and r is not x]
    for r, c, x in readings:
        left = total([opening.quantity.interval, r.quantity.interval])
        if left.meets(total([c.quantity.interval, x.quantity.interval])):
            yield _relation(story, opening, r, c, x, holds=True)
            return
    if _is_included(story, opening):
        yield from _too_little_left(story, opening, readings)
        return
    if any(opening.quantity.value + r.quantity.value == c.quantity.value for r, c, _ in readings):
        return  # 结案2691件,…其中属于当年立案的2638件,属于上年结转的53件: what was closed, by its origin
    for r, c, x in readings:
        if _opens_list(story, r) or _opens_list(story, c):
            continue  # 三年依次新收402件、437件、468件: of the first of them
        had, went = opening.quantity.value + r.quantity.value, c.quantity.value + x.quantity.value
        together = _same_sentence(paragraph, opening, r) and _same_sentence(paragraph, c, x)
        together = together or _is_added(paragraph, opening, r, c, x)
        told = _relation(story, opening, r, c, x, holds=False)
        opened = not together and _opens_its_sentence(story, opening, r, c, x)
        if opened:
            together, told = True, replace(told, binding=Binding.INFERRED)
        close = abs(had - went) * 5 <= max(had, went) or (len(readings) == 1 and is_one_slip(told))
        if (opened or r.start in near) and together and close:
            yield told
            return


def _opens_list(story: Story, frame: Frame) -> bool:
    """Whether bare figures follow in a list: of other years, or of other bodies."""
    where = story.sentence_at(frame.start)
    following = next((f for f in where.at() if f.index == frame.index + 1), None) if where is not None else None
    return (
        following is not None
        and following.parted == 1
        and not following.label
        and following.unit_class == frame.unit_class
    )


def _too_little_left(
    story: Story, opening: Frame, readings: Sequence[tuple[Frame, Frame, Frame]]
) -> Iterator[Relation]:
    """受理1238件,审结1251件(含上年结转104件),未审结19件: of more stock more would be left, so that 91 was meant.

    A stock that misses it by little is told where all that came in was taken up: nothing else can have ended.
    """
    for received, closed, left in readings[:1]:
        wanted = opening.quantity.value + received.quantity.value - closed.quantity.value
        if not 0 < left.quantity.value < wanted:
            continue
        written, right = plain_decimal(left.quantity.value), plain_decimal(wanted)
        near = received.parted < STATEMENT and _TAKEN_UP.search(received.label) and 4 * left.quantity.value > 3 * wanted
        if near or is_swap(written, right) or is_lost(written, right):
            told = _relation(story, opening, received, closed, left, holds=False)
            yield replace(told, binding=Binding.INFERRED)


def _is_added(paragraph: Sequence[Sentence], opening: Frame, received: Frame, closed: Frame, closing: Frame) -> bool:
    """受理241件。连同上年结转33件,审结238件,未审结31件: the stock is added to what the sentence before tells as come in."""
    one = all(_same_sentence(paragraph, opening, f) for f in (closed, closing))
    return one and received.start < opening.start and _ADDED.match(opening.label) is not None


def _opens_its_sentence(story: Story, opening: Frame, received: Frame, closed: Frame, closing: Frame) -> bool:
    """全年新立案86件,来源为…。上年结转9件,全年结案88件,年底未结案7件: the rest of the balance of what the sentence before opens with."""
    where, before = story.sentence_at(opening.start), story.sentence_at(received.start)
    if where is None or before is None or before.at()[0] is not received or where.at()[0] is not opening:
        return False
    if where.number == before.number + 1 and where.at()[:3] == (opening, closed, closing):
        return True
    # 全年立案174件,…。其中…。上年结转21件,处罚163件,撤案6件,不予处罚9件,合计结案178件,年末在办17件: what was closed is summed up
    told = [f for f in where.at() if opening.start < f.start < closed.start]
    summed = len(told) > 1 and closing.start > closed.start and Sum(closed, tuple(told)).fits
    return summed and 0 < where.number - before.number <= _NEAR and before.line == where.line


def _same_sentence(paragraph: Sequence[Sentence], a: Frame, b: Frame) -> bool:
    return any(s.span.start <= a.start < s.span.end and s.span.start <= b.start < s.span.end for s in paragraph)


def _relation(story: Story, opening: Frame, received: Frame, closed: Frame, closing: Frame, *, holds: bool) -> Relation:
    left = opening.quantity.value + received.quantity.value
    right = closed.quantity.value + closing.quantity.value
    sign = "=" if left == right else "≈" if holds else "≠"
    equation = (
        f"{shown(opening.quantity)} + {shown(received.quantity)} = {shown_value(left, received.quantity)} {sign} "
        f"{shown(closed.quantity)} + {shown(closing.quantity)} = {shown_value(right, closed.quantity)}"
    )
    operands = (
        operand(story, opening, Role.OPENING),
        operand(story, received, Role.RECEIVED),
        operand(story, closed, Role.CLOSED),
        operand(story, closing, Role.CLOSING),
    )
    truth = Truth.HOLDS if holds else Truth.VIOLATED
    gap = "" if holds else shown_value(abs(left - right), received.quantity)
    return Relation("", RelationKind.CARRY_OVER, truth, Binding.STATED, RULE, equation, operands, gap=gap)
