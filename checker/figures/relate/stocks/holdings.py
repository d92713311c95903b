"""What is on hand: what was there and what came in, taken together (应办理232件, 待审案件总量20671件)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice

from checker.figures.build import Sum
from checker.figures.reading import Frame
from checker.figures.relate.completeness import is_near
from checker.figures.relate.lists import exact_counts, is_compared
from checker.figures.relate.rates.ratios import is_whole
from checker.figures.relate.totals import is_total
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation, RelationKind

RULE = "figures.carry-over"

_OPENING = expression(
    r"(?:上年度?|上一年度?|往年|去年|上期|年初|期初|以前年度|历年)(?:年?[末底])?(?:案件)?(?:结转|结存|未结|未办结|未审结|旧存|存量|转入|转来|转过来|跨转|跨入|遗留|结余)|(?:上年度?|去年)立案(?:本年|今年|当年)度?(?:办结|结案|审结|了结)|旧存|结转上年|期初|(?:年初|上年末)在[查办审]"
)
_OF_YEAR = expression(
    r"(20\d\d)年(?:度|底|末)?(?:案件)?(?:结转|结存|转入|转来|转过来|跨转|跨入|未结|未办结|遗留|旧存|存量)"
)
_YEAR_LED = expression(r"^(20\d\d)年")
_NEW = expression(r"收|受理|接|立案|新立|新增|登记|申请")
_DENIED = expression("不予|未予|不受|退回|撤|移送|同比|比")
_ON_HAND = expression(
    r"(?:应|需|待|须|实际)(?:予)?(?:答复|办理|审理|处理|办|审|处)[^,;、]{0,6}$|(?:应|需)(?:答复|办理|审理|处理)[^,;、]{0,4}共计?$|(?:办理|审理|待办|待审|应办|在办|处理)[^,;、]{0,4}总(?:数|量)(?:共|为|达)*$|共(?:办理|审理|处理)[^,;、]{0,8}案件$"
)
_ACCEPTED = expression(r"(?:受理|立案|新收)(?:(?:行政)?(?:复议|诉讼|应诉|处罚|执法|信访)?案件)?$")
_HANDLED = expression(
    r"(?:办理|审理|应办|应审|处理)[^,;、]{0,4}总(?:数|量)|应(?:当|予)?(?:办理|审理|处理)|共(?:办理|审理)$"
)
_FAR = 40  # sentences
_TOGETHER = expression(r"^[^,;]{0,6}(?:加上?|加之|连同|连带|并上)")
_FURTHER = expression("^另")
_TWO = expression("^(?:[两二](?:项|者|部分|类)|新旧)(?:案件)?(?:合计|共计|总计|相加|共)")
_AT_WORK = expression("^(?:全年|年内|本年|共)?(?:应办|在办)(?:案件)?(?:共|为)?$")
_WITH_CAME = expression(r"^(?:与|和|同|连同|加上?|加之)[^,;]{0,12}(?:合计|共计|总计|共)(?:有|为)?$")
_OF_WHAT_CAME = expression(r"(?:加上?|加之|连同|^,?[与和同])[^,;]{0,8}?(?P<name>受理|收案|收件|立案|新收|申请|收到)")


def stock_name(story: Story, frame: Frame) -> str:
    """What a figure of a balance is called; where nothing stands right before it, the words since the last figure."""
    return story.label(frame) if frame.label or frame.start in story.known else frame.gap[-12:]


def opens(story: Story, frame: Frame) -> bool:
    """Whether a figure is the stock of the year before: 上年结转, 2022年转入 where the report is of 2023."""
    name = stock_name(story, frame)
    told = _OF_YEAR.search(name)
    earlier = told is not None and story.report_year is not None and int(told[1]) < story.report_year
    return earlier or bool(_OPENING.search(name))


def is_of_earlier_year(story: Story, frame: Frame) -> bool:
    """Whether a figure is told of a year before that of the report (2020年共办理437件), and is no stock of it."""
    led = _YEAR_LED.match(frame.label)
    return (
        led is not None
        and story.report_year is not None
        and int(led[1]) < story.report_year
        and not opens(story, frame)
    )


def takes_in(frame: Frame) -> bool:
    """Whether a figure is all that was on hand, what was there before taken in (应办146起)."""
    return bool(_ON_HAND.search(frame.label) or _WITH_CAME.match(frame.label))


def on_hand(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """上年结转6件,当年受理39件,二者相加45件; 收到13件,连同上年结转1件,应答复14件; beside them or by what came in."""
    group = exact_counts(sentence.at())
    for k, stock in enumerate(group):
        if not opens(story, stock):
            continue
        same = [f for f in group if f.unit_class == stock.unit_class]
        at = same.index(stock)
        before, after = same[:at], same[at + 1 : at + 3]
        if len(after) > 1 and _came(after[0]) and _sums_up(after[1]):
            yield from _together(story, sentence, [(stock, after[0])], after[1])
        elif before and after and _TOGETHER.match(stock.label) and _sums_up(after[0]):
            yield from _together(story, sentence, [(f, stock) for f in reversed(before)], after[0])
        elif after and after[0] is group[k + 1] and _sums_up(after[0]):
            yield from _with_named(story, sentence, stock, after[0])
            yield from _with_came(story, sentence, before, stock, after[0])
            if not k and (_TOGETHER.match(stock.label) or _FURTHER.match(stock.label) or _TWO.match(after[0].label)):
                yield from _with_last(story, sentence, stock, after[0])


def _sums_up(frame: Frame) -> bool:
    told = is_total(frame) or takes_in(frame) or frame.label == "全部" or _AT_WORK.match(frame.label)
    return frame.parted == 2 and bool(told)


def _came(frame: Frame) -> bool:
    """Whether a figure tells what came in, and nothing of it (受理98件, not 不予受理2件)."""
    return bool(_NEW.search(frame.label)) and not _DENIED.search(frame.label) and is_whole(frame)


def _together(
    story: Story, sentence: Sentence, readings: Sequence[tuple[Frame, Frame]], whole: Frame
) -> Iterator[Relation]:
    """The reading that agrees; else the first, where all three follow each other and the words say that they are added."""
    group = exact_counts(sentence.at())
    held = next((pair for pair in readings if Sum(whole, pair).fits), None)
    first = Sum(whole, readings[0])
    said = _TOGETHER.match(first.parts[1].label) or is_total(whole)
    beside = group.index(whole) - group.index(first.parts[0]) == 2 and any(_came(part) for part in first.parts)
    missing = abs(first.value - whole.quantity.value)
    near = missing * 5 <= whole.quantity.value and all(f.quantity.value != missing for f in _behind(sentence, whole))
    if held or (said and beside and near and not any(is_compared(part) for part in first.parts)):
        reading = Sum(whole, held) if held else first
        yield reading.relation(story, RULE, Binding.STATED, kind=RelationKind.CARRY_OVER)


def _behind(sentence: Sentence, whole: Frame) -> list[Frame]:
    """The figures of its class behind a total, in its bracket too: they may tell what it leaves out or takes in."""
    behind = [f for f in sentence.frames if f.unit_class == whole.unit_class and f.start > whole.start]
    return [f for f in behind if not f.depth or f.owner == whole.index]


def _with_came(
    story: Story, sentence: Sentence, before: Sequence[Frame], stock: Frame, whole: Frame
) -> Iterator[Relation]:
    """收到73件,较上年增加18件;上年结转4件,应办理77件: what came in stands before, a comparison between.

    What fails is told where what stands behind (另有2件转其他机关; 含重新登记2件) is nothing, or makes up the same.
    """
    came = [f for f in before if _came(f) and not is_compared(f)]
    reading = Sum(whole, (came[-1], stock)) if len(came) == 1 else None
    behind = sum((f.quantity.value for f in _behind(sentence, whole)), Fraction(0))
    told = reading is not None and _ON_HAND.search(whole.label) and behind in (0, reading.value)
    if reading is not None and (reading.fits or (told and reading.is_miswritten())):
        binding = Binding.STATED if reading.fits else Binding.INFERRED
        yield reading.relation(story, RULE, binding, kind=RelationKind.CARRY_OVER)


def _with_last(story: Story, sentence: Sentence, stock: Frame, whole: Frame) -> Iterator[Relation]:
    """…依法受理1126件。连同2022年结转的97件,办理总量为1223件: by inference, what was accepted a sentence before."""
    previous = next(iter(story.before(sentence, 1)), None)
    came = exact_counts(previous.at()) if previous is not None and previous.line == sentence.line else []
    readings = [Sum(whole, (stock, f)) for f in came if f.unit_class == stock.unit_class and _came(f)]
    if not came:
        readings = _with_accepted(story, sentence, stock, whole)
    held = next((reading for reading in readings if reading.fits), None)
    added = readings if _TOGETHER.match(stock.label) else ()
    accepted = (r for r in added if _ACCEPTED.search(r.parts[1].label) and _HANDLED.search(whole.label))
    near = (r for r in accepted if abs(r.value - whole.quantity.value) * 20 <= whole.quantity.value)
    others = any(Sum(whole, (stock, f)).fits for f in came)  # 收到118件,其中受理112件
    two = _TWO.match(whole.label) and not others
    both = [r for r in readings if two and (is_near(r) or r.is_miswritten())]
    reading = held or next(near, None) or (both[0] if len(both) == 1 else None)
    if reading is None and not came and _TOGETHER.match(stock.label):
        reading = _near_accepted(story, sentence, stock, whole)
    if reading is not None:
        yield reading.relation(story, RULE, Binding.INFERRED, kind=RelationKind.CARRY_OVER)


def _with_accepted(story: Story, sentence: Sentence, stock: Frame, whole: Frame) -> list[Sum]:
    """…立案受理301件。(三)审理情况 加上2023年结转的22件,全年应办案件323件: what was accepted paragraphs before, if it agrees."""
    wanted = whole.quantity.value - stock.quantity.value
    counts = (f for other in story.earlier(sentence) for f in other.at() if f.quantity.value == wanted)
    told = (f for f in counts if f.unit_class == stock.unit_class and _ACCEPTED.search(f.label) and not is_compared(f))
    return [Sum(whole, (stock, f)) for f in islice(told, 1)]


def _near_accepted(story: Story, sentence: Sentence, stock: Frame, whole: Frame) -> Sum | None:
    """…受理204件,…。(三)审理情况 加上上年结转的21件,全年应办216件: what was accepted, if next to nothing is wrong.

    What is told to be as much as is missing, or to have come in besides, may explain it.
    """
    wanted = whole.quantity.value - stock.quantity.value
    behind = {f.quantity.value for f in _behind(sentence, whole)}
    earlier = list(islice(story.earlier(sentence), _FAR))
    if any(f.quantity.value == wanted and f.unit_class == stock.unit_class for s in earlier for f in s.frames):
        return None
    for other in earlier:
        for frame in exact_counts(other.at()):
            came = frame.unit_class == stock.unit_class and _ACCEPTED.search(frame.label) and _came(frame)
            if not came or is_compared(frame) or is_of_earlier_year(story, frame):
                continue
            reading = Sum(whole, (stock, frame))
            missing = abs(reading.value - whole.quantity.value)
            explained = missing in behind or any(f.quantity.value == missing for f in other.frames)
            if not explained and (20 * missing <= whole.quantity.value or reading.is_swapped):
                return reading
    return None


def _with_named(story: Story, sentence: Sentence, stock: Frame, whole: Frame) -> Iterator[Relation]:
    """2022年结转1563件,加之2023年受理数,待审案件总量20671件: what came in stands under its name elsewhere."""
    named = _OF_WHAT_CAME.search(whole.gap)
    wanted: Fraction = whole.quantity.value - stock.quantity.value
    for other in story.earlier(sentence) if named else ():
        for frame in reversed(other.at()):
            same = frame.unit_class == stock.unit_class and frame.quantity.value == wanted
            if same and named and named["name"][0] in story.label(frame) + frame.tail[:2]:
                yield Sum(whole, (stock, frame)).relation(story, RULE, Binding.INFERRED, kind=RelationKind.CARRY_OVER)
                return
