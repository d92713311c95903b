"""Totals of what stands right before them: 新建6个,连同原有25个,达到31个; 9个县、2个区(合计11个); 建议6件、提案9件,办结15件."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.figures.build import Sum, longest_fitting
from checker.figures.reading import Frame
from checker.figures.relate.completeness import RULE
from checker.figures.relate.lists import STAGE, are_exact_counts, exact_counts, is_averaged, is_compared
from checker.figures.relate.stocks.holdings import opens
from checker.figures.relate.totals import is_total
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

_JOINED = expression(
    r"^(?:再)?(?:连同|连带|加上|加之|算上|外加)(?:此前|先前|之前|以前|往年|历年|前期|早期|上年|去年|20\d\d年)?"
    r"(?:原有|原来|已有|已建|已经?|既有|现有|建成|设立|存量|留存|保留|的)*[^,;、\d]{0,8}$"
)
_WITH_NAMED = expression(
    r"^(?:再)?(?:与|同|和|加上|连同|算上)(?P<name>[^,;、与和\d]{2,10}?)(?:的|数|量)?(?:两项|二者|两者|相加|一并)?,?(?:合计|共计|总计|合共|累计|共|加起来|相加|合起来)"
    r"(?:有|为|是)?[^,;、\d]{0,8}$"
)
_REACHED = expression(r"(?:达到?|增至|增加到|累计有?|共有|已有|现有|总数为|总量为|扩大到)$")
_BRACKETED = expression(r"^(?:[两二三四五六七八九十](?:项|类|者|级|部分))?(?:合计|共计|总计|共)(?:有|为)?$")
_LEAVING = expression("离|退|减|注销|撤|调|历年|以上")
_SHORTLY = 14  # characters
_ACCUMULATED = expression("^(?:累计|共)[一-龥]{2}$")
_BASE, _ADDED = expression("基础上"), expression("新|增|再")
_FAR = 5  # figures
_SAID_OF_ALL = expression(r"^(?:全[市县区省州镇乡局所站]|全系统|全行业|[总合]计|一?共)")
_SAID_PLAINLY = expression(
    r"^(?:再|全[市县区省州镇乡局]|全系统|总数|总量|累计|目前|现|已|将|共|合计|共计|总计|达到?|增至|增加到|扩大到|有|为)+$"
)
_OF_A_YEAR = expression("[上去前]年|年度|20\\d\\d")
_MOST = 40
"""How many figures before a total are looked at: it keeps the work linear."""
_ALL_DONE = expression(
    r"^(?:公开)?(?:办理结果|办理情况|(?:均|全部|都|已|全|已全部)?(?:按期|如期|及时)?(?:办结|办复|答复|办理|完成|回复)(?:完毕)?)$"
)


def put_together(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """All such totals of a sentence."""
    group = sentence.at()
    for i in range(2, len(group)):
        yield from _joined(story, group, i)
        yield from _joined_far(story, group, i)
        yield from _on_top(story, group, i)
        if _ALL_DONE.search(group[i].label) and group[i].parted == 2:
            yield from _all_done(story, group, i)
    for whole in sentence.frames:
        if _BRACKETED.search(whole.label) if whole.depth else _is_summed_in_bracket(story, whole):
            yield from _in_bracket(story, sentence, whole)


def _is_summed_in_bracket(story: Story, whole: Frame) -> bool:
    """(共195家)"""
    return story.text[max(0, whole.start - 4) : whole.start].rstrip().endswith("(共")


def _joined(story: Story, group: Sequence[Frame], i: int) -> Iterator[Relation]:
    """新建6个,连同原有25个,全县达到31个: what fails is so by inference; what is new may be a list of two or more."""
    new, old, whole = group[i - 2 : i + 1]
    alike = new.unit_class == old.unit_class == whole.unit_class and are_exact_counts((new, old, whole))
    told = old.parted == whole.parted == 2 and (is_total(whole) or _REACHED.search(whole.label))
    if not (alike and told and _JOINED.search(old.label)) or opens(story, old) or is_averaged(new):
        return
    run = _run_up_to(group[: i - 1], new.index)
    readings = [Sum(whole, (*run[at:], old)) for at in range(len(run) - 1, -1, -1)]
    held = next((reading for reading in readings if reading.fits), None)
    if held is not None:
        yield held.relation(story, RULE, Binding.STATED)
    elif (
        len(run) == 1
        and not is_compared(new)
        and not _OF_A_YEAR.search(old.label)  # 连同上年新建5个: there may have been others before
        and _SAID_PLAINLY.search(whole.label)
        and readings[0].is_miswritten(2)
    ):
        yield readings[0].relation(story, RULE, Binding.INFERRED)


def _joined_far(story: Story, group: Sequence[Frame], i: int) -> Iterator[Relation]:
    """在编43名,缺编5名;加上局机关11名,全系统54名: what stands between is left out; only agreement is told."""
    old, whole = group[i - 1], group[i]
    said = is_total(whole) or _REACHED.search(whole.label) or _SAID_OF_ALL.match(whole.label)
    if not (said and whole.parted == 2 and old.parted > 1 and _JOINED.search(old.label)) or opens(story, old):
        return
    before = [f for f in exact_counts(group[max(0, i - _FAR) : i - 1]) if f.unit_class == whole.unit_class]
    readings = (Sum(whole, (new, old)) for new in reversed(before) if new.start not in story.wholes or new.parted > 1)
    held = next((r for r in readings if r.fits), None) if old.unit_class == whole.unit_class else None
    if held is not None:
        yield held.relation(story, RULE, Binding.INFERRED)


def _on_top(story: Story, group: Sequence[Frame], i: int) -> Iterator[Relation]:
    """在上年13项的基础上新增8项,累计达到21项"""
    old, new, whole = group[i - 2 : i + 1]
    alike = old.unit_class == new.unit_class == whole.unit_class and whole.parted == 2
    said = is_total(whole) or _REACHED.search(whole.label) or _SAID_OF_ALL.match(whole.label)
    said = said or _ACCUMULATED.match(whole.label)
    left = _LEAVING.search(story.text, whole.quantity.span.end, whole.quantity.span.end + _SHORTLY)
    if alike and said and not left and _BASE.search(new.gap) and _ADDED.search(new.label) and not is_averaged(new):
        yield Sum(whole, (old, new)).relation(story, RULE, Binding.INFERRED)


def joined_by_name(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """结案119件…。庭外调解203件,与仲裁结案合计处理争议322件: the second part is named, not stated again."""
    group = exact_counts(sentence.at())
    for new, whole in pairwise(group):
        named = _WITH_NAMED.match(whole.gap.lstrip(","))
        alike = new.unit_class == whole.unit_class and whole.parted == 2 and new.parted != 1
        if named is None or not alike or is_averaged(new) or is_compared(new) or is_compared(whole):
            continue
        readings = [Sum(whole, (f, new)) for f in _of_name(story, sentence, new, named["name"])]
        held = next((reading for reading in readings if reading.fits), None)
        if held is not None:
            yield held.relation(story, RULE, Binding.STATED)
        elif len({r.value for r in readings}) == 1 and readings[0].is_miswritten(2):
            yield readings[0].relation(
                story, RULE, Binding.STATED if readings[0].is_miswritten(3) else Binding.INFERRED
            )


def _of_name(story: Story, sentence: Sentence, before: Frame, name: str) -> list[Frame]:
    """The counts of the paragraph that are called so, whole or with the first words of it told before (仲裁…结案)."""
    near = [sentence, *story.in_paragraph(sentence)]
    found = [f for s in near for f in exact_counts(s.at()) if f.start < before.start]
    start = story.paragraph_start(before.start)
    return [
        f
        for f in found
        if f.unit_class == before.unit_class
        and not is_compared(f)
        and (label := story.label(f))
        and len(label) > 1
        and (
            name in label
            or name.removesuffix("结案") == label
            or (name.endswith(label) and name.removesuffix(label) in story.text[start : f.start])
        )
    ]


def _in_bracket(story: Story, sentence: Sentence, whole: Frame) -> Iterator[Relation]:
    """9个县(市、区)和2个功能区(合计11个地区); what fails is told where one slip explains it."""
    inside = [f for f in sentence.frames if f.owner == whole.owner and f.depth]
    run = _run_up_to(sentence.at(), whole.owner if whole.depth else whole.index - 1)
    alike = len(run) > 1 and run[0].unit_class == whole.unit_class
    if len(inside) > 1 or not alike or not are_exact_counts((whole, *run)):
        return
    held, every = longest_fitting(whole, run[::-1]), Sum(whole, tuple(run))
    # 12个镇、5个园区(合计18个乡级行政区): not all of them are of that name
    bare = not whole.tail.strip() or story.text.startswith(")", whole.quantity.span.end)
    if held is not None:
        yield Sum(whole, held.parts[::-1]).relation(story, RULE, Binding.STATED)
    elif bare and every.is_miswritten(2) and run[-1].quantity.value < whole.quantity.value:
        yield every.relation(story, RULE, Binding.INFERRED)


def _all_done(story: Story, group: Sequence[Frame], i: int) -> Iterator[Relation]:
    """承办人大建议6件、政协提案9件,办结15件: only agreement is told."""
    run = _run_up_to(group, group[i - 1].index)
    reading = Sum(group[i], tuple(run))
    alike = len(run) > 1 and run[0].unit_class == group[i].unit_class and are_exact_counts(run)
    if alike and reading.fits and not any(STAGE.search(part.label) for part in run):
        yield reading.relation(story, RULE, Binding.INFERRED)


def _run_up_to(frames: Sequence[Frame], last: int) -> list[Frame]:
    """The figures of one class, beside each other or in a 、 list, that end with the frame of this index."""
    run: list[Frame] = []
    end = bisect_right(frames, last, key=lambda frame: frame.index)
    for frame in reversed(frames[max(0, end - _MOST) : end]):
        if run and frame.unit_class != run[-1].unit_class:
            break
        run.append(frame)
        if frame.parted > 1:
            break
    run.reverse()
    return run
