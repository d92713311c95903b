"""What is done and what is not yet, of a whole told before: 一审61件…一审已结52件…一审未结9件; 已决定28件,尚未决定3件."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice

from checker.figures.build import Sum
from checker.figures.names import core_of, shared_piece
from checker.figures.numerals import is_lost, is_swap
from checker.figures.reading import Frame
from checker.figures.relate.completeness import RULE
from checker.figures.relate.lists import CLAUSE, STATEMENT, exact_counts, is_compared, opens_bracket
from checker.figures.relate.stocks.left import left_of
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

_DONE = expression(
    r"^(?P<name>[^,;、]{0,8}?)(?:案件)?(?:已|共)?(?P<verb>审结|办结|结案|结|完成|整改|答复|作出|收到|裁定|判决|审理)[^,;、]{0,10}$"
)
_NOT_YET = expression(
    r"^(?P<name>[^,;、]{0,8}?)(?:案件)?(?:还|尚|仍)?(?:有)?(?:未|没有|待|在|正在)(?P<verb>[^,;、中]{1,12}?)的?(?:有|为)?$"
)
_WAITS = expression(
    r"^(?:案件)?(?:尚|仍|还)?(?:未|待|在|正在)(?!遇|.{0,3}(?:上诉|再审|执行|履行|生效|公开|出庭|公示))[一-龥]"
)
_SUBJECT = expression(r"(?P<name>[^,;、。]{2,6}?)(?:案件|申请|事项)")
_DENIED = expression(
    r"(?:不予|不|未能?|没有)(?P<verb>(?!.{0,2}[结办])[一-龥]{2,4})的?$"
)  # 未审结: a stock, with what was open before
_NONE_OF = expression(r"^[;,]?(?:对|其中|检出)?(?:不|未能|未予|未|没有)(?P<verb>[一-龥]{2})[一-龥]{0,2}的$")
_GOES_OVER = expression(
    r"^(?:跨年|结转下年|转下年|转入下年|正在|尚在|仍在|未)(?:度)?(?:继续)?(?:办理|审理|审结|办结)?$"
)
_OTHERS = expression("^(?:另外|另|其余|剩余|余下|还有|尚有|仍有)(?:的)?$")
_GOES_ON = expression("^[一-龥]{0,4}?(?:正在|正|尚|仍|未|没有|已?列入|持续)")
_CAME = expression(r"(?:办理|受理|收到|新收|承办|审理)[^,;、]{0,10}$")
_CLOSED = expression(r"^(?:已|共)?(?:审结|办结|结案|判决|裁判|宣判)$")
_STOCK = expression(r"上年|去年|结转|年初|旧存|存量|20\d\d年")
_NEW = expression(r"新收|新立|新受理|本年|当年")
_AS_OF = expression(r"截[至止]20\d\d年|(?:^|[。\n])20\d\d年[,度]?")
_NEARLY = 5  # one part in so many
_REACH = 6  # sentences


def undone(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """What stays open in a sentence, with what was done and the whole that both make up."""
    group = exact_counts(sentence.at())
    for i, rest in enumerate(group):
        if is_compared(rest):
            continue
        if i > 1 and (denied := _DENIED.search(rest.label)):
            yield from _of_contraries(story, Sum(group[i - 2], tuple(group[i - 1 : i + 1])), denied["verb"])
        if (none := _NONE_OF.match(rest.gap)) and (rest.parted in (0, STATEMENT) or rest.gap.startswith(",对")):
            yield from _of_rated(story, sentence, rest, none["verb"])
        if i > 1 and _GOES_OVER.match(rest.label):
            yield from _of_what_came(story, sentence, Sum(group[i - 2], tuple(group[i - 1 : i + 1])))
        yield from _behind_rate(story, sentence, rest)
        told = _NOT_YET.match(rest.label)
        if told is not None and i and told["name"]:
            yield from _of_one_name(story, sentence, group, i, told["name"])
        elif told is not None and i:
            yield from _by_verb(story, sentence, group[:i], rest, told["verb"])
        elif i and not rest.label and rest.parted == 2 and _WAITS.match(rest.tail):
            yield from _of_subject(story, sentence, group[i - 1], rest)
            if i > 1:
                divided = (w for w in story.wholes.get(group[i - 2].start, ()) if w in group)  # 其中一审10件、二审6件
                whole = next(divided, group[i - 2])
                yield from _of_all_told(story, sentence, Sum(whole, tuple(group[i - 1 : i + 1])))


def _of_contraries(story: Story, reading: Sum, verb: str) -> Iterator[Relation]:
    """收到1463件,受理1438件,不予受理25件: what fails is told where two digits changed places or one was lost."""
    whole, (done, rest) = reading.whole, reading.parts
    sides = done.label.endswith(verb) and done.parted == 2 and rest.parted in (1, 2) and not _DENIED.search(done.label)
    if (
        not (_are_of_one_class(reading) and sides)
        or _STOCK.search(whole.label)
        or whole.label.endswith(verb)
        or opens_bracket(story, whole)
        or reading.fits
    ):
        return
    contrary = rest.label == f"未{done.label}" and 2 * abs(whole.quantity.value - reading.value) <= rest.quantity.value
    if contrary or any(is_swap(old, new) or (len(new) > 2 and is_lost(old, new)) for old, new in reading.meant()):
        yield reading.relation(story, RULE, Binding.INFERRED)


def _are_of_one_class(reading: Sum) -> bool:
    """Whether the whole, what was done and what is left count alike, and neither of the first two tells a change."""
    alike = all(part.unit_class == reading.whole.unit_class for part in reading.parts)
    return alike and not is_compared(reading.whole) and not is_compared(reading.parts[0])


def _of_rated(story: Story, sentence: Sentence, rest: Frame, verb: str) -> Iterator[Relation]:
    """抽检920批次。合格908批次,合格率98.7%。不合格的12批次: of the count that the rate of the contrary is of."""
    start = story.paragraph_start(sentence.span.start)
    rated = (pair for pair in reversed(story.bases.values()) if start <= pair[0].start < rest.start)
    for done, whole in islice(rated, _REACH):
        alike = whole.unit_class == done.unit_class == rest.unit_class and verb in done.label
        if not alike or _DENIED.search(done.label) or done.quantity.value > whole.quantity.value:
            continue
        left = whole.quantity.value - done.quantity.value
        if 2 * abs(left - rest.quantity.value) <= max(left, rest.quantity.value):
            yield left_of(story, whole, (done,), rest, Binding.INFERRED)
        return


def _behind_rate(story: Story, sentence: Sentence, rest: Frame) -> Iterator[Relation]:
    """年初确定16件,已化解14件,化解率87.5%,另外2件正在推进: the rest of what the rate right before is of."""
    rate = next((f for f in sentence.at() if f.index == rest.index - 1), None)
    done, whole = story.bases.get(rate.start, (None, None)) if rate is not None else (None, None)
    if done is None or whole is None or not _OTHERS.match(rest.label) or not _GOES_ON.match(rest.tail):
        return
    alike = whole.unit_class == done.unit_class == rest.unit_class and rest.parted == CLAUSE
    left, told = whole.quantity.value - done.quantity.value, rest.quantity.value
    if alike and left > 0 and (left <= told <= 2 * left or (left - told) * _NEARLY <= left):
        yield left_of(story, whole, (done,), rest, Binding.INFERRED)


def _of_what_came(story: Story, sentence: Sentence, reading: Sum) -> Iterator[Relation]:
    """办理案件14件,审结13件,跨年办理1件, and no stock of before: what fails is told where two digits changed places."""
    whole, done = reading.whole, reading.parts[0]
    start = story.paragraph_start(sentence.span.start)
    named = _CAME.search(whole.label) and _CLOSED.search(done.label)
    if not named or not _are_of_one_class(reading) or reading.fits:
        return
    swapped = any(is_swap(old, new) for old, new in reading.meant())
    if swapped and not _STOCK.search(story.text, start, sentence.span.end):
        yield reading.relation(story, RULE, Binding.INFERRED)


def _of_all_told(story: Story, sentence: Sentence, reading: Sum) -> Iterator[Relation]:
    """复议案件23件,已审结21件,3件尚在审理, and no stock of before: closed or open, each of them is one of these."""
    whole, (done, rest) = reading.whole, reading.parts
    start = story.paragraph_start(sentence.span.start)
    beside = whole.index < done.index == rest.index - 1 and done.parted == 2
    if not (_are_of_one_class(reading) and beside and _CLOSED.search(done.label)) or _NEW.search(whole.label):
        return
    missed = abs(reading.value - whole.quantity.value)
    near = missed <= max(Fraction(1), whole.quantity.value / _NEARLY)
    if reading.fits or (near and not _STOCK.search(_AS_OF.sub("", story.text[start : sentence.span.end]))):
        yield reading.relation(story, RULE, Binding.STATED if reading.fits else Binding.INFERRED)


def _of_one_name(story: Story, sentence: Sentence, group: Sequence[Frame], i: int, name: str) -> Iterator[Relation]:
    """一审61件。一审已结52件,…;一审未结9件: all three have one name; only the done and the open have a verb."""
    rest = group[i]
    done = next((f for f in reversed(group[:i]) if (m := _DONE.match(f.label)) and m["name"] == name), None)
    if done is None or done.unit_class != rest.unit_class or len(core_of(name)) < 2:
        return
    between = any(f.unit_class == rest.unit_class for f in sentence.frames if done.start < f.start < rest.start)
    for other in (sentence, *story.before(sentence, _REACH)):
        for whole in reversed(exact_counts(other.at())):
            if (
                whole.start < done.start
                and whole.unit_class == rest.unit_class
                and core_of(whole.label) == core_of(name)
            ):
                reading = Sum(whole, (done, rest))
                slipped = other.line == sentence.line and not between and reading.is_miswritten(2)
                if reading.fits or slipped:
                    binding = Binding.STATED if reading.fits else Binding.INFERRED
                    yield reading.relation(story, RULE, binding)
                return


def _by_verb(story: Story, sentence: Sentence, before: Sequence[Frame], rest: Frame, verb: str) -> Iterator[Relation]:
    """已作出决定的28件中,…,尚未作出决定的3件: of the whole that sentences before tell; only agreement is told."""
    same = [f for f in reversed(before) if f.unit_class == rest.unit_class]
    done = next((f for f in same if "已" in f.label and shared_piece(verb, f.label)), None)
    if done is not None:
        yield from _made_up(story, sentence, done, rest, "")


def _of_subject(story: Story, sentence: Sentence, done: Frame, rest: Frame) -> Iterator[Relation]:
    """再审案件均为申请人申请再审,已裁定驳回5件,1件待裁: of the whole of the subject's name."""
    subject = _SUBJECT.match(sentence.text[max(0, sentence.text.rfind(";", 0, done.start - sentence.span.start) + 1) :])
    if subject is not None and done.unit_class == rest.unit_class and "已" in done.label:
        yield from _made_up(story, sentence, done, rest, subject["name"])


def _made_up(story: Story, sentence: Sentence, done: Frame, rest: Frame, name: str) -> Iterator[Relation]:
    for other in (sentence, *story.before(sentence, _REACH)):
        for whole in reversed(exact_counts(other.at())):
            alike = whole.unit_class == rest.unit_class and whole.start < done.start and not is_compared(whole)
            if alike and name in whole.label and Sum(whole, (done, rest)).fits:
                yield Sum(whole, (done, rest)).relation(story, RULE, Binding.INFERRED)
                return
