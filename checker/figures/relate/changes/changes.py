"""Growth, reduction and difference: a change bound to the values before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.figures.reading import Frame
from checker.figures.relate.changes.compared import beside_levels, compared
from checker.figures.relate.changes.differences import Change, in_all, judge
from checker.figures.relate.changes.movements import PREVIOUS, TO, change_of, is_previous, without_gloss
from checker.figures.relate.changes.yearly import against_last_year
from checker.figures.relate.lists import CLAUSE, RATES, alike
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.record import replace
from checker.words.relation import Binding, Relation, Truth

_FROM = expression(r"(?:由|从)(?:[^,;。]{0,14}?)$")
_GROWS = expression(r"^(?:增加|增长|提高|扩大|发展|扩充|增)(?:到|至)$")
_NEW = expression(r"^新(?:增|招|聘|配|建|设|发展|吸收)(?:了)?$")
_AT_START = expression(r"^(?:截?至?(?:上年|去年|20\d\d年)[末底]|年初|期初)(?:累计)?(?:为|是|有|仅|共)*$")
_NEW_IN_YEAR = expression(r"^(?:今年|本年|当年|全年|年内)(?:又|再)?新(?:增|招|聘|配|建|设|发展|吸收|上线|接入)(?:了)?$")
_STOCK = expression(r"^(?:[一-龥]{0,4})(?:累计|总数|现有|已有|共有|达到?)|(?:累计|总数|共有|达到?)$")
_GONE = expression(
    "减|取消|撤|退|注销|调[出离动整]|下放|淘汰|流失|离|停|关[停闭]|废止|失效|交回|报废|合并|转出|不再|解聘|辞|整合|死亡|到期"
)
_AFTERWARDS = 40  # characters in which more is told of what there is
_NEARLY = 5  # one part in so many
_IN_ALL = expression("合计|共计|总计|总共|一共|累计|共")
_ANY_CHANGE = expression("压缩|合并|优化|精简|降|提高|提升|增|缩短|减|整合|变|缩|并|抬|升")


def changes(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """All changes of a sentence whose values before and after are stated; 增长四成多 is only told where it agrees."""
    hedged = {f.start for f in sentence.frames if f.quantity.hedge}
    for relation in _changes(story, sentence):
        if relation.truth is Truth.HOLDS or relation.operands[-1].span.start not in hedged:
            yield relation


def _changes(story: Story, sentence: Sentence) -> Iterator[Relation]:
    group = sentence.at()
    told = {frame.start for frame in without_gloss(group)}
    for i, frame in enumerate(group):
        change = (change_of(frame) or _also_in_percent(group, i)) if frame.start in told else None
        if change is None:
            continue
        between = list(_from_to(story, group, i, change))
        yield from between
        named = list(compared(story, sentence, group, i, change))
        agreed = any(relation.truth is Truth.HOLDS for relation in (*between, *named))
        for relation in against_last_year(story, sentence, group, i, change):
            if not (agreed and relation.truth is Truth.VIOLATED):
                yield relation
        yield from named
        yield from _with_levels(story, sentence, change)
    yield from beside_levels(story, group)
    yield from _new_ones(story, group)
    yield from _new_since(story, sentence, group)
    for frame in sentence.frames:
        change = change_of(frame) if frame.depth else None
        if change is not None:
            yield from _in_bracket(story, sentence, change)


def _also_in_percent(group: Sequence[Frame], i: int) -> Change | None:
    """减少8项、17.39%: the change in per cent, whose verb stands before its amount."""
    frame, amount = group[i], change_of(group[i - 1]) if i else None
    joined = frame.unit_class == "percent" and frame.parted == 1 and not frame.label and not frame.quantity.hedge
    if amount is None or not joined or amount.frame.unit_class in RATES:
        return None
    return Change(frame, amount.up)


def _with_levels(story: Story, sentence: Sentence, change: Change) -> Iterator[Relation]:
    """增加1人(8人增至9人): the levels stand in the bracket behind the change."""
    inside = sentence.inside(change.frame)
    if len(inside) == 2 and inside[0].unit_class == inside[1].unit_class and TO.search(inside[1].label):
        yield from judge(story, change, *inside)


def _in_bracket(story: Story, sentence: Sentence, change: Change) -> Iterator[Relation]:
    """412个(同比增长6.46%,2023年为387个)"""
    owner = next((f for f in sentence.frames if f.index == change.frame.owner), None)
    if owner is None or owner.depth:
        return
    previous = next(
        (f for f in sentence.inside(owner) if f.unit_class == owner.unit_class and PREVIOUS.search(f.label)), None
    )
    if previous is not None:
        yield from judge(story, change, previous, owner)


def _new_ones(story: Story, group: Sequence[Frame]) -> Iterator[Relation]:
    """由78名增加到93名,新增15名: what is new is what there is more, or more by far, where others left."""
    for before, after, new in zip(group, group[1:], group[2:], strict=False):
        levels = before.unit_class == after.unit_class == new.unit_class and _FROM.search(before.label)
        if levels and _GROWS.search(after.label) and _NEW.match(new.label) and new.parted == CLAUSE:
            more = after.quantity.value - before.quantity.value
            if new.quantity.value * _NEARLY <= more * (_NEARLY + 1) and not new.quantity.hedge:
                for relation in judge(story, Change(new, 1), before, after):
                    yield replace(relation, binding=Binding.INFERRED)


def _new_since(story: Story, sentence: Sentence, group: Sequence[Frame]) -> Iterator[Relation]:
    """127项,比上年的104项新增23项; 累计37项,去年底为21项,今年新增16项: what there is more, where none is told to have gone."""
    for now, before, new in zip(group, group[1:], group[2:], strict=False):
        same = now.unit_class == before.unit_class == new.unit_class and before.parted == CLAUSE
        if not same or now.quantity.hedge or new.quantity.hedge or now.unit_class in RATES:
            continue
        against = not new.parted and _NEW.match(new.label) and is_previous(before)
        in_year = new.parted == CLAUSE and _NEW_IN_YEAR.match(new.label) and _AT_START.match(before.label)
        if against or in_year:
            more = story.text[sentence.span.end : sentence.span.end + _AFTERWARDS]
            sure = bool(against or _STOCK.search(now.label)) and not _GONE.search(sentence.text + more)
            for relation in judge(story, Change(new, 1), before, now):
                if relation.truth is Truth.HOLDS or sure:
                    yield replace(relation, binding=Binding.INFERRED)


def _from_to(story: Story, group: Sequence[Frame], i: int, change: Change) -> Iterator[Relation]:
    """由20个工作日压缩至8个工作日，压缩60％; 乡镇16项、部门17项合并为1项,压减了93.75%、94.11%"""
    stated = [f for f in without_gloss(group[:i]) if change_of(f) is None or TO.search(f.label)]
    if len(stated) < 2 or change.frame.parted > 2:
        return
    if change.frame.tail[:1] in ("中", "里") and change.up:  # 由142件升至168件,工伤由93件升至117件,增量26件中
        grown = (pair for pair in _level_pairs(group[:i]) if pair[0].unit_class == change.frame.unit_class)
        told = [r for before, level in grown for r in judge(story, change, before, level) if r.truth is Truth.HOLDS]
        if told:
            yield told[0]
            return
    after = stated[-1]
    if after.parted > 2 or not TO.search(after.label):
        return
    befores = [f for f in stated[:-1] if f.unit_class == after.unit_class]
    if not befores or not (_FROM.search(befores[-1].label) or _ANY_CHANGE.search(after.gap)):
        return
    several = alike(group, i)
    pairs = _level_pairs(group[:i])
    if len(pairs) > 1 and _IN_ALL.match(change.frame.label):
        yield from in_all(story, change, pairs)
        return
    if len(several) > 1 and len(pairs) == len(several):
        for frame, (before, level) in zip(several, pairs, strict=True):
            yield from judge(story, Change(frame, change.up), before, level)
        return
    if len(several) <= len(befores):
        for frame, before in zip(several, befores[-len(several) :], strict=True):
            yield from judge(story, Change(frame, change.up), before, after)


def _level_pairs(frames: Sequence[Frame]) -> list[tuple[Frame, Frame]]:
    """由1300元提高至1450元,…由900元提高至1050元: the values before and after, pair by pair."""
    return [
        (a, b) for a, b in pairwise(frames) if a.unit_class == b.unit_class and TO.search(b.label) and b.parted == 0
    ]
