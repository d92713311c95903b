"""What is left, told without the words of a remainder: 24项完成22项,2项延期; 423项中仍有355项; 压减793家,现存33家."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from checker.figures.build import Sum
from checker.figures.reading import Frame
from checker.figures.relate.completeness import is_near
from checker.figures.relate.lists import CLAUSE, RATES, is_compared
from checker.figures.relate.stocks.left import DONE, left_of
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

_NOT_YET = expression(
    r"^(?:跨年度?|转入|结转|延期|延至|暂缓|正在?|尚|仍|还|未|待|因|按|持续|继续|推迟|不宜|不再|列入|纳入|移交|无法)"
)
_OUT_OF = expression(r"(?:仍有|尚有|还有|尚缺|空缺|尚余|仍余|缺编|缺额|未[^,;、]{1,8})的?$")
_KEPT = expression(r"^(?:现存|现有|现留|现余|尚存|留存|保留|实有|存续)[^,;]{0,4}$")
_CUT = expression(r"(?:压减|核减|清退|注销|取消|撤销|关停|取缔|减少|削减|整合|淘汰|退出|关闭|清理)[^,;]{0,4}$")
_SURPLUS = expression(
    r"^(?:基金|收支)?(?:当期|当年|本期|本年|年度|收支)(?:基金|收支|相抵后?)*(?:结余|盈余|节余)(?:为|达)?$"
)
_INCOME, _EXPENSE = expression("收入(?:为|达|合计|共计)?$"), expression("支出(?:为|达|合计|共计)?$")
_AGAINST = expression("比|较")
_STILL = expression(r",(?:但|目前)?(?:仍|尚|还)(?:有)?$")
_NOUN_LEFT = expression(r"^([一-龥]{2,6}?)(?:未|没有|尚未|还未|仍未)")
_VERB = 2  # characters; digits
_MOST_WHOLES = 40
_PAIR = 2  # a whole and what was done of it


def leftovers(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """All such remainders of a sentence; most are only told where they agree."""
    group = sentence.at()
    for i, rest in enumerate(group):
        if not i or rest.unit_class in RATES or rest.quantity.hedge or is_compared(rest):
            continue
        whole = group[i - 1]
        if not rest.parted and whole.unit_class == rest.unit_class and _OUT_OF.search(rest.gap):
            yield from _of_named(story, sentence, whole, rest)
        elif rest.parted == CLAUSE and _STILL.search(rest.gap):
            yield from _of_one_noun(story, sentence, group[i - 1], rest)
        elif i > 1 and not rest.label and rest.parted and _NOT_YET.match(rest.tail):
            yield from _unnamed(story, group[:i], rest)
        elif i > 1 and rest.parted == 2 and _KEPT.search(rest.label):
            yield from _kept(story, group, i)
        elif i > 1 and _SURPLUS.search(rest.label):
            yield from _surplus(story, group, i)


def _of_named(story: Story, sentence: Sentence, whole: Frame, rest: Frame) -> Iterator[Relation]:
    """423项中仍有355项未行使; 26名编制尚空缺4名: a sentence before tells the same whole, and what was done of it."""
    wanted = whole.quantity.value - rest.quantity.value
    for other in (sentence, *story.earlier(sentence)):
        same = [f for f in other.at() if f.unit_class == rest.unit_class and not f.quantity.hedge][:_MOST_WHOLES]
        told = next((f for f in same if f.quantity.value == whole.quantity.value), None)
        after = (f for f in same if told and told.start < f.start and f is not rest)
        done = next((f for f in after if f.quantity.value == wanted), None)
        if done is not None and wanted > 0:
            yield left_of(story, whole, (done,), rest, Binding.INFERRED)
            return
    for done, base in islice(reversed(story.bases.values()), _MOST_WHOLES):
        if base.quantity.value == whole.quantity.value and done.quantity.value == wanted > 0:
            yield left_of(story, whole, (done,), rest, Binding.INFERRED)  # 权限87项。行使过的有23项,使用率26.44%
            return


def _of_one_noun(story: Story, sentence: Sentence, done: Frame, rest: Frame) -> Iterator[Relation]:
    """执法事项覆盖25个领域…案件覆盖61个领域,仍有9个领域未突破: the one figure before under the same verb and noun is the whole."""
    noun = _NOUN_LEFT.match(rest.tail)
    if noun is None or not done.tail.startswith(noun[1]) or done.unit_class != rest.unit_class or not done.label:
        return
    verb = done.label[-_VERB:]
    told = [f for s in story.earlier(sentence) for f in s.at() if f.unit_class == rest.unit_class]
    wholes = [f for f in told if f.label.endswith(verb) and f.tail.startswith(noun[1]) and not f.quantity.hedge]
    if len({f.quantity.value for f in wholes}) != 1 or is_compared(wholes[0]) or done.quantity.hedge:
        return
    reading = Sum(wholes[0], (done, rest))
    if not reading.fits and (is_near(reading) or reading.is_miswritten(_VERB)):
        yield left_of(story, wholes[0], (done,), rest, Binding.INFERRED)


def _unnamed(story: Story, before: Sequence[Frame], rest: Frame) -> Iterator[Relation]:
    """26项任务完成24项,2项转入下年度; more than are left cannot be: 应出庭52件,实际出庭51件,出庭率98.08%,2件因公务未能出庭."""
    counts = [f for f in before if f.unit_class not in RATES]
    if len(counts) < _PAIR:
        return
    whole, done = counts[-_PAIR:]
    alike = whole.unit_class == done.unit_class == rest.unit_class and bool(DONE.search(done.label))
    left = whole.quantity.value - done.quantity.value
    beyond = 0 < left < rest.quantity.value <= whole.quantity.value and rest.index == done.index + 2
    if alike and (left == rest.quantity.value or (beyond and (done, whole) in story.bases.values())):
        yield left_of(story, whole, (done,), rest, Binding.INFERRED)


def _surplus(story: Story, group: Sequence[Frame], i: int) -> Iterator[Relation]:
    """总收入6.42亿元,…;总支出5.88亿元,…;当期结余5400万元"""
    before = [f for f in reversed(group[:i]) if f.unit_class == group[i].unit_class and not is_compared(f)]
    spent = next((f for f in before if _EXPENSE.search(f.label)), None)
    came = next((f for f in before if _INCOME.search(f.label)), None)
    if spent is not None and came is not None and came.start < spent.start:
        yield left_of(story, came, (spent,), group[i], Binding.STATED)


def _kept(story: Story, group: Sequence[Frame], i: int) -> Iterator[Relation]:
    """原有826家,压减793家,现存33家: what fails is so by inference, where the three follow each other."""
    rest = group[i]
    before = [f for f in reversed(group[:i]) if f.unit_class == rest.unit_class]
    if len(before) < 2 or not _CUT.search(before[0].label) or before[0].parted != 2:
        return
    cut, whole = before[:2]
    if is_compared(whole) or _AGAINST.search(cut.label):
        return
    left = whole.quantity.value - cut.quantity.value
    beside = group[i - 1] is cut and group[i - 2] is whole and not _CUT.search(whole.label)
    if left == rest.quantity.value or (
        beside and left > 0 and abs(left - rest.quantity.value) * 5 <= whole.quantity.value
    ):
        yield left_of(story, whole, (cut,), rest, Binding.INFERRED)
