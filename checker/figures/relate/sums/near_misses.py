"""Lists beside a figure that they nearly make up: likelier a slip than a coincidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.figures.build import Sum
from checker.figures.reading import Frame
from checker.figures.relate.completeness import RULE, is_closed, is_filled, is_list, is_near, is_nearly_closed
from checker.figures.relate.sums.slipped_lists import is_slipped
from checker.figures.relate.vocabularies import are_all, are_complements, are_contraries, are_outcomes
from checker.figures.story import Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

STOCKED = expression(
    "^(?:其中)?(?:年[初末底]|[期上][初末年])|年初$|期初$"
)  # 年初4260亩,处置1917亩,新产生385亩,年末2728亩
_CAME = expression("立案|受理|收案|新收|收到")
_STOCK = expression("结转|旧存|上年[末]?未结|转入")
_REST = expression("[^,;。:]{0,4}[,;。]?(?:其余|其他|其它|余下|剩余|另有?[0-9一二三四五六七八九十两])")
_NOT_TAKEN = expression("不予?受理|转送|转交|另行|视为放弃|不属于|受理前")
_BEHIND = 12  # characters
_PAIR, _VERB = 2, 2  # parts; characters of a bare verb
_AFTER = 40  # characters
# 对137个图斑逐一复核, 抽查年报213份: what was looked at turned out the one or the other.
_LOOKED_AT = expression(
    "核查|复核|审核|核实|核对|查实|检查|巡查|抽查|排查|评查|清查|评估|评审|测评|考核|考试|检测|检验|鉴定|甄别|验收|比对|筛查|摸排|研判|认定|审查"
)
_PASSED = expression("(?:合格|属实|达标)$")
_PERMITTED = expression("准予|准许|同意|批准|核准|许可|公开")
_OR = expression("[一-龥]{2}(?:或者?|和|及|以及)[一-龥]{2}")  # 退回修改后不再发布或者不宜公开的
# 其中既合规又…, 6个无法判定, 待补充检测: what a third state is told by.
_THIRD = expression(
    "其余|其他|其它|余下|剩余|另|还有|尚|仍|正在|(?<![接招对看优])待(?!遇)|撤回|撤销|中止|终止|部分|无法|不能|未到|未参加|缺考|补考|补检|补测|补充检|并用|同时|兼|重复|交叉|共同|两种"
)


def near_miss(story: Story, reading: Sum) -> Iterator[Relation]:
    """A list that almost makes up the figure before it is likelier a slip than a coincidence."""
    listed = is_list(reading.parts) or _are_fines_and_gains(reading.parts)
    if not listed or not reading.whole.quantity.interval.is_bounded or _is_stocked(reading):
        return
    if is_filled(story, reading) or all(_NOT_TAKEN.search(part.label) for part in reading.parts):
        return  # 申请118件,不予受理的11件、转送其他机关的4件不进案头: without those accepted
    end = reading.parts[-1].quantity.span.end
    if not reading.exceeds and _REST.match(story.text, end, end + _BEHIND):
        return
    ended = are_all_outcomes(reading) or (reading.exceeds and are_contraries([p.label for p in reading.parts]))
    if ended and _has_stock(story, reading.whole):
        return  # 2023年结转134件,2024年立案1162件,处罚1098件,…: what was closed may be of before
    if is_near(reading) and is_closed(story, reading):
        yield reading.relation(story, RULE, Binding.INFERRED if _may_lack_one(reading) else Binding.STATED)
        return
    complete = are_all([p.label for p in reading.parts]) and reading.is_miswritten(digits=3)
    complete = complete or is_slipped(story, reading) or (is_near(reading) and _are_yes_and_no(story, reading))
    complete = complete or (_are_parallel(reading.parts) and reading.is_swapped)
    outcomes = are_all_outcomes(reading) and reading.is_miswritten()
    if complete or is_nearly_closed(reading) or outcomes:
        proved = outcomes and reading.exceeds and not any("整改" in part.label for part in reading.parts)
        yield reading.relation(story, RULE, Binding.STATED if proved else Binding.INFERRED)


def _are_parallel(parts: Sequence[Frame]) -> bool:
    """属于组织领导的9个,属于制度建设的8个,属于争议化解的8个: kinds told in one form of words."""
    labels = [part.label.strip() for part in parts]
    same = {label[-1:] for label in labels}
    return len(labels) > _PAIR and len(same) == 1 and all(label.startswith("属于") for label in labels)


def _may_lack_one(reading: Sum) -> bool:
    """审结43件,胜诉33件、败诉5件: two outcomes that fall short may have a third (撤诉)."""
    outcomes = len(reading.parts) == _PAIR and are_outcomes([p.label.strip() for p in reading.parts])
    return outcomes and not reading.exceeds


def _has_stock(story: Story, whole: Frame) -> bool:
    """Whether a count of what came in stands beside a stock of before."""
    sentence = story.sentence_at(whole.start)
    return bool(sentence and _CAME.search(whole.label) and _STOCK.search(sentence.text))


def _are_fines_and_gains(parts: Sequence[Frame]) -> bool:
    """罚没款96.84万元,罚款83.27万元、没收违法所得13.57万元"""
    return len(parts) == 2 and any("没收" in p.label for p in parts) and any(p.label.endswith("罚款") for p in parts)


def _is_stocked(reading: Sum) -> bool:
    """Whether the figures are levels of a stock and what moved it, no kinds of anything."""
    pair = are_complements([part.label for part in reading.parts])  # 办理17件,上年结转1件、当年收到16件
    return not pair and any(STOCKED.search(f.label) for f in (reading.whole, *reading.parts))


def _are_yes_and_no(story: Story, reading: Sum) -> bool:
    """复核137个,合规116个,违法违规21个: nothing of what was looked at is neither, unless a third state is told."""
    labels = [story.label(part) for part in reading.parts]
    if not are_contraries(labels) or (_PERMITTED.search(labels[0]) and not _OR.search(labels[1])):
        return False  # 审核文件120件,同意发布100件,不同意19件: another may be put off
    whole, end = reading.whole, reading.parts[-1].quantity.span.end
    looked_at = _LOOKED_AT.search(whole.gap + reading.parts[0].gap) or _PASSED.search(reading.parts[0].label)
    behind = story.text[end : story.text.find("\n", end) + 1 or None][:_AFTER].replace("的", "")
    for part in reading.parts:
        behind = behind.partition(part.label.strip())[0]  # 属实的已整改39个,其余7个列入计划: of the one side
    return bool(looked_at) and _THIRD.search(behind) is None


def are_all_outcomes(reading: Sum) -> bool:
    """Whether three outcomes or more out of one closed vocabulary stand beside each other (废止、修改、继续有效)."""
    return len(reading.parts) > 2 and are_outcomes([p.label.strip() for p in reading.parts])


def names_both(whole: Frame, run: Sequence[Frame]) -> bool:
    """召开党委会议、专题会议9次,党委会议6次,专题会议3次: whether the whole is told by the whole names of its two parts."""
    names = [p.label.strip() for p in run]
    return len(names) == _PAIR and all(len(name) > _VERB and name in whole.label + whole.gap for name in names)
