"""分别: as many figures as things that they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.figures.build import operand
from checker.figures.numerals import han_number
from checker.figures.reading import Frame
from checker.figures.relate.counts.items import Listed, items_before
from checker.figures.relate.counts.pairs import names_before, parallel_run
from checker.figures.relate.list_runs import run_from
from checker.figures.relate.lists import LEFT_OVER
from checker.figures.scanner import GREAT_THINGS
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.place import Span
from checker.words.relation import Binding, Operand, Relation, RelationKind, Role, Truth

RULE = "figures.counted-list"

_THINGS = frozenset({"unit", "item", "body", "类", "place", "支", "所", "座"})
_COUNTED = expression(
    r"(?P<number>\d{1,2}|[两二三四五六七八九十]{1,2}) ?(?P<unit>个|项|家|期|类|大|所|支|条|座|处|名|批|次|轮) ?(?P<noun>[^,;、。]{0,12}),?(?![^,;、。0-9]{0,4}(?:[各每历]年|[两三四五六七八九十]年|各[期季月]))[^,;、。0-9]{0,6}(?:分别|依次)"
)

# 各期参训62人、58人、55人、49人; 每次5人、6人不等 tells of none in particular.
_OF_EACH = expression(
    r"(?:^|[,;])(?:各|每(?=[^,;]{1,12}(?:分别|依次)[一-龥]?$))(?P<unit>[期批次场轮班])次?[一-龥]{0,8}$"
)
_IN_TURN = expression(r"^,?(?:分别|依次)[一-龥]{0,6}$")
_SESSIONS = frozenset("期批场轮班次")
_FEWEST = 3  # names
_CLAUSE = expression(
    r"(?:^|[,;:。])(?:其中[,:]?)?(?P<names>[^,;:。、()]{1,16}(?:、[^,;:。、()]{1,10})+)(?:分别|依次)[一-龥]{0,6}$"
)
# A name that may be two, or none: A和B, 甲的乙, 等部门, a clause with a number of its own.
_UNCLEAR = expression(r"[和及与或]|等|的|[0-9两三四五六七八九十][个项类家]|[“”]|[两三四五六七八九十](?:项|级|类)")
_STAGED = expression(r"(?:受理|办结|立案|结案|审结|移送|整改|化解|[率数量额])$")  # 甲、乙受理、办结分别为12件、8件
_ENDS = expression(r"(?![和及与])[一-龥]{0,4}(?:\([^()]*\))?(?:[,;。]|$)")


def arity(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """A count, or names, before 分别 against the run of figures after it."""
    group = sentence.at()
    for i, frame in enumerate(group):
        each = _OF_EACH.search(frame.gap)
        if not each and "分别" not in frame.gap and "依次" not in frame.gap:
            continue
        if (
            i
            and frame.label
            and group[i - 1].unit_class in _THINGS
            and expression("(?:分别|依次)[为是]").search(frame.gap)
        ):
            yield from _of_things(story, group[i - 1], run_from(group, i))
        run = parallel_run(group, i)
        if len(run) < 2:
            continue
        count = _sessions(group, i, each)
        if each or count is not None:
            yield from _of_things(story, count, run, named=False) if count is not None else ()
            continue
        text = sentence.text[: frame.start - sentence.span.start]
        counted = [m for m in _COUNTED.finditer(text[-60:]) if m["unit"] != "大" or m["noun"][:1] not in GREAT_THINGS]
        if counted:
            match = counted[-1]
            shift = sentence.span.start + max(0, len(text) - 60)
            listed = items_before(text, match.start() + max(0, len(text) - 60))
            yield from _of_count(story, run, match, shift, listed)
        else:
            names = names_before(sentence, group, i, len(run))
            yield from _of_names(story, run, names, frame) or _too_few(story, sentence, group, i, run)


def _sessions(group: Sequence[Frame], i: int, each: re.Match[str] | None) -> Frame | None:
    """培训班4期,分别培训26人、22人、20人; 分四批…,各批次依次为…: the count of sessions that the figures belong to."""
    if each is not None:
        return next((f for f in reversed(group[:i]) if f.quantity.unit == each["unit"]), None)
    before = group[i - 1] if i and _IN_TURN.match(group[i].gap) else None
    return before if before is not None and before.quantity.unit in _SESSIONS else None


def _of_things(story: Story, count: Frame, run: list[Frame], *, named: bool = True) -> Iterator[Relation]:
    """收案超过100件的有3个,分别为临阜区168件、溪口县143件、北坪县121件; 培训3期,各期分别为352人次、347人次、347人次"""
    value = count.quantity.value
    run = run[:-1] if len(run) > value and LEFT_OVER.search(run[-1].label) else run  # 四个分局…,其余6名在局机关
    if named and not (all(f.label for f in run[1:]) and count.parted != 1):
        return
    if len(run) < 2 or not 2 <= value <= 20 or abs(value - len(run)) > 1 or "等" in run[-1].label:
        return
    holds = value == len(run)
    operands = (operand(story, count, Role.COUNT), *(operand(story, f, Role.ITEM) for f in run))
    equation = f"{count.quantity.text} {'=' if holds else '≠'} {len(run)} 个数据"
    truth, gap = (Truth.HOLDS, "") if holds else (Truth.VIOLATED, "1")
    binding = Binding.STATED if holds and not named else Binding.INFERRED
    yield Relation("", RelationKind.COUNTED_LIST, truth, binding, RULE, equation, operands, gap=gap)


def _of_count(
    story: Story, run: list[Frame], match: re.Match[str], shift: int, listed: Listed | None
) -> Iterator[Relation]:
    """东关、西峪、南湾3个检测站分别查处326辆、287辆、194辆"""
    value = int(match["number"]) if match["number"].isdigit() else han_number(match["number"])
    if value is None:
        return
    number = int(value)
    span = Span(shift + match.start("number"), shift + match.end("unit"))
    count = Operand(span, span.of(story.original), Role.COUNT, match["noun"])
    operands = (count, *(operand(story, f, Role.ITEM) for f in run))
    holds = number == len(run)
    if not holds and (listed is None or number not in listed.counts):
        return
    equation = f"{match['number']}{match['unit']} {'=' if holds else '≠'} {len(run)} 个数据"
    truth = Truth.HOLDS if holds else Truth.VIOLATED
    gap = "" if holds else str(abs(number - len(run)))
    yield Relation("", RelationKind.COUNTED_LIST, truth, Binding.STATED, RULE, equation, operands, gap=gap)


def _of_names(story: Story, run: list[Frame], names: list[str], frame: Frame) -> list[Relation]:
    """直属一大队、二大队、三大队分别办理182件、168件、121件"""
    if len(names) != len(run):
        return []
    start = story.text.rfind(names[0], 0, frame.start)
    end = story.text.rfind(names[-1], 0, frame.start) + len(names[-1])
    if start < 0 or not start < end or "\n" in story.text[start:end]:
        return []
    return [_paired(story, Span(start, end), len(names), run)]


def _too_few(
    story: Story, sentence: Sentence, group: Sequence[Frame], i: int, run: Sequence[Frame]
) -> Iterator[Relation]:
    """来信、来访、网上信访分别为418件次、934件次: a plain 、 list with more names than figures.

    More figures than names are no proof: 甲、乙的受理数、办结数分别为… has two for each.
    """
    base = sentence.span.start
    clause = _CLAUSE.search(sentence.text[: group[i].start - base].rstrip())
    after = group[i + len(run)] if i + len(run) < len(group) else None
    if clause is None or (after is not None and after.parted < 2) or any(f.depth or f.owner >= 0 for f in run):
        return
    names, rest = clause["names"].split("、"), sentence.text[run[-1].quantity.span.end - base :]
    if len(names) <= len(run) or len(names) < _FEWEST or not _ENDS.match(rest) or _UNCLEAR.search(clause["names"]):
        return
    if _STAGED.search(names[-1]) and not _STAGED.search(names[0]):
        return
    span = Span(base + clause.start("names"), base + clause.end("names"))
    yield _paired(story, span, len(names), run)


def _paired(story: Story, span: Span, number: int, run: Sequence[Frame]) -> Relation:
    holds = number == len(run)
    listed = Operand(span, span.of(story.original), Role.COUNT, "")
    operands = (listed, *(operand(story, f, Role.ITEM) for f in run))
    equation = f"{number} {'=' if holds else '≠'} {len(run)} 个数据"
    truth, gap = (Truth.HOLDS, "") if holds else (Truth.VIOLATED, str(abs(number - len(run))))
    return Relation("", RelationKind.COUNTED_LIST, truth, Binding.STATED, RULE, equation, operands, gap=gap)
