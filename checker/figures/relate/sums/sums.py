"""Part and whole: lists after 其中, lists closed by 共 or 合计, lists opened by "…中," or "按…分"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.figures.build import Sum, longest_fitting
from checker.figures.names import shared_piece
from checker.figures.reading import Frame
from checker.figures.relate.completeness import RULE, is_filled, is_near
from checker.figures.relate.list_runs import is_in_a_row, is_of_else, is_one_of, run_from, run_on, up_to_what_became
from checker.figures.relate.lists import (
    AMONG,
    IN_ORDER,
    LAST_YEAR,
    LEFT_OVER,
    RATES,
    STATEMENT,
    are_apart,
    is_compared,
    is_level,
    opens_bracket,
)
from checker.figures.relate.sums.alongside import alongside
from checker.figures.relate.sums.among import among, summed_up
from checker.figures.relate.sums.announced import announced, announced_after
from checker.figures.relate.sums.bracketed import bracketed
from checker.figures.relate.sums.gathered import covering
from checker.figures.relate.sums.near_misses import are_all_outcomes, names_both, near_miss
from checker.figures.relate.sums.scales import graded, scaled, scored
from checker.figures.relate.sums.slipped_lists import is_slip_of_list
from checker.figures.relate.sums.so_many import so_many
from checker.figures.relate.totals import is_total
from checker.figures.relate.vocabularies import (
    are_akin,
    are_all,
    are_all_but_few,
    are_complements,
    are_numbered,
    are_outcomes,
)
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

_DIVIDED = expression(
    r"(?:分别[为是]|分为|分布[为在]|包括(?!在|于)|包含(?!在|于)|依次[为是]|具体[为是]|即)[^,;、]{0,8}$|,即[^,;、]{2,24}$|分别[为是]|^[^,;]{0,10}:"
)
_RESULT = expression(r"(?:结果|结论|类型|方式|情况|原因)(?:分别)?[为是][^;。]{0,16}$")
_RESULT_OF = expression(r"([一-龥]{2})(?:结果|方式|类型)(?:分别)?[为是]")
_MADE_OF = expression(r"^(?:,)?由|,由")
_COMPOSED = expression(r"[^,;]{0,6}(?:组成|构成|合成)")
# 退休13人,而新招录、调入分别为9人、3人: a list of its own
_OWN_NAMES = expression(r"[,;](?:而|并|另|同时)[^,;]*、[^,;]*(?:分别|依次)[^,;]*$")
# 三个系统居前三位,依次为96.8万件、23.5万件、14.9万件: the largest, not all
_TOPMOST = expression(r"前[两二三四五六七八九十](?:位|名|类|项|个|家)|居前|最[多高大]|主要(?!负责)")
# 二者占58.77%;不予公开、无法提供依次为31件、34件; 骨干4名,列入省市人才库的分别是1名和2名
_NAMED_ANEW = expression(r"(?:;[^,;]*、[^,;]*|[,;][^,;]*的)(?:分别|依次)[^,;]*$")
_AGAINST = expression("较|比(?!例|重)")  # 控制在60人以下,即较63人至少再降4人
_VIEWED = expression(r"[看分][,:]|中,")
_CAUSE = expression(r"[员少加]的?(?:主要)?原因(?:分别)?[为是]")
_OTHER_YEAR = expression(r"(?:上年|去年|前年|(20\d\d)年)[^,;:。]*(?:分别|依次)[^,;:。]*$")
_WITHIN = expression("^[^,;:。]{2,10}(?:案件|申请|事项|问题)中")  # 审结案件中维持19件,驳回4件
_TAKEN_IN = expression("(?:全年|共)?(?:受理|收到|新收|办理|接到)[^,;]{2,}")
_PAIR, _TELLING = 2, 20  # figures; what two of them in another statement make up by no chance
_VERB = 2  # characters of a bare verb (修改, 废止)
_OPENING = 40  # characters in which the words that open a list may stand
_CLAUSE = expression("[,;]")
_FROM_TO = expression("由|从|提高|降|增|减")


def sums(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """All sums that a sentence states, at every depth of brackets."""
    yield from announced_after(story, sentence)
    yield from graded(story, sentence.at())
    if len(sentence.at()) == 1:
        yield from bracketed(story, sentence, sentence.at())
    for group in _groups(sentence):
        yield from announced(story, group)
        yield from so_many(story, sentence, group)
        yield from scaled(story, group)
        yield from scored(story, group)
        yield from covering(story, group)
        for i, frame in enumerate(group):
            if AMONG.search(frame.gap) and not is_level(frame):
                yield from among(story, sentence, group, i)
            elif i and (_DIVIDED.search(frame.gap) or _RESULT.search(frame.gap) or _MADE_OF.search(frame.gap)):
                yield from _divided(story, group, i)
            elif i:
                yield from _side_by_side(story, group, i)
        yield from bracketed(story, sentence, group)


def _groups(sentence: Sentence) -> Iterator[Sequence[Frame]]:
    outside = sentence.at()
    if len(outside) > 1 or (outside and AMONG.search(outside[0].gap)):
        yield outside
    for owner in {f.owner for f in sentence.frames if f.depth}:
        inside = [f for f in sentence.frames if f.owner == owner and f.depth]
        if len(inside) > 1:
            yield inside


def _divided(story: Story, group: Sequence[Frame], i: int) -> Iterator[Relation]:
    """T，分别为 A、B、C / T，由 A、B、C 组成 / 结果为 A、B、C: the list is the whole division, for each class of units."""
    made = _MADE_OF.search(group[i].gap)
    if _OWN_NAMES.search(group[i].gap) or _TOPMOST.search(group[i].gap) or _AGAINST.search(group[i].label):
        return
    turned = not made and _FROM_TO.search(_CLAUSE.split(group[i].gap)[-1]) and not _CAUSE.search(group[i].gap)
    if is_compared(group[i]) or turned or of_other_year(story, group[i]):
        return
    if made and not any(_COMPOSED.match(f.tail) for f in group[i:]):
        yield from _side_by_side(story, group, i)  # 由省政府审理27件、住建部审理4件
        return
    seen: set[str] = set(RATES)
    readings: list[tuple[Sum, bool]] = []
    for k in range(i, len(group)):
        first = group[k]
        if first.unit_class in seen or (k > i and first.parted == STATEMENT):
            continue
        if k > i and opens_bracket(story, first):
            continue  # 优秀率分别为47%(47宗)、65%(39宗)
        seen.add(first.unit_class)
        readings += _division(group, i, k, made=bool(made))
    anew = _NAMED_ANEW.search(group[i].gap) or (IN_ORDER.search(group[i].gap) and _is_of_each(group, i))
    readings = [(r, told) for r, told in readings if r.fits or not (anew or is_filled(story, r))]
    yield from (reading.relation(story, RULE, Binding.STATED) for reading, told in readings if told)
    yield from alongside(story, [reading for reading, told in readings if not told or reading.fits])


def _is_of_each(group: Sequence[Frame], i: int) -> bool:
    """1478份,其中A 936份、B 468份、C 74份,合格份数依次为887份、461份和71份: what there is of each of the parts before it."""
    size = len(run_from(group, i))
    before = [f for f in group[:i] if f.unit_class == group[i].unit_class]
    if len(before) > size > 1 and Sum(before[-size - 1], tuple(before[-size:])).fits:
        return True
    each = list(zip(before[-size:], run_from(group, i), strict=False)) if len(before) >= size > 1 else []
    alike = len({whole.label[-_VERB:] for whole, _ in each}) == 1  # 县局抽查12卷,市局抽查15卷,优秀分别为7卷、10卷
    alike = alike or (
        bool(each) and all(whole.parted == 1 for whole, _ in each[1:])
    )  # 一审19件、二审7件,审结数分别为16件、7件
    return alike and all(part.quantity.value <= whole.quantity.value for whole, part in each)


def of_other_year(story: Story, first: Frame) -> bool:
    """2022年上述四类数据依次为…: whether a list opens with another year than the report's."""
    told = _OTHER_YEAR.search(story.text, max(0, first.start - _OPENING), first.start)
    return told is not None and told[1] != str(story.report_year)


def _division(group: Sequence[Frame], i: int, k: int, *, made: bool) -> Iterator[tuple[Sum, bool]]:
    """The list against its whole, and whether it is told for itself."""
    first = group[k]
    parts = run_from(group, k)
    if _RESULT.search(group[i].gap) and k == i:
        parts = max(parts, _of_one_mark(run_on(group, k)), key=len)  # 结果为罚款94起,警告15起,没收违法所得7起
    if made:
        end = next((at for at, part in enumerate(parts) if _COMPOSED.match(part.tail)), len(parts) - 1)
        parts = parts[: end + 1]
    wholes = [f for f in reversed(group[:i]) if f.unit_class == first.unit_class and not is_compared(f)]
    named = _RESULT_OF.search(group[i].gap)
    wholes = [f for f in wholes if named and f.label.endswith(named[1])] or wholes
    if len(parts) < 2 or not wholes or (made and not _COMPOSED.match(parts[-1].tail)):
        return
    beside = next(f for f in reversed(group[:i]) if f.unit_class == first.unit_class)
    if is_compared(beside) and (LAST_YEAR.match(beside.label) or Sum(beside, tuple(parts)).fits):
        wholes = [beside]  # 减少17人,减员原因为退休9人、调出6人、辞职2人; 上年办结的381件,以上四项依次为331件…
    readings = [Sum(whole, tuple(parts)) for whole in wholes[:5]]
    near = [r for r in readings if not are_apart(group, r.whole, first)] or readings
    reading = next((r for r in readings if r.fits), None) or (readings[0] if made else nearest(near))
    if not reading.fits and summed_up(group, parts):
        return  # 新收73件;办理结果为公开28件、不予公开9件,总计37件: the list has a total of its own
    between = group[group.index(wholes[0]) + 1 : i]
    adjacent = k == i and (made or len(wholes) == 1) and all(f.unit_class in RATES for f in between)
    yield reading, reading.fits or adjacent or is_near(reading)


def _of_one_mark(run: Sequence[Frame]) -> list[Frame]:
    """The figures of a list up to one that another mark parts."""
    marks = [f.parted for f in run[1:]]
    return list(run[: next((k for k, mark in enumerate(marks, 1) if mark != marks[0]), len(run))])


def nearest(readings: Sequence[Sum]) -> Sum:
    """The reading whose whole comes nearest in value, where none agrees."""
    return min(readings, key=lambda r: abs(1 - r.coverage))


def _side_by_side(story: Story, group: Sequence[Frame], i: int) -> Iterator[Relation]:
    """T，A a件、B b件: a list right after its whole, without a cue; only agreement or a near miss is told."""
    first = group[i]
    counts = (f for f in reversed(group[:i]) if f.unit_class not in RATES and not is_compared(f))
    # 拆除87处、1.46万平方米,自行拆除61处
    counts = (f for f in counts if f.unit_class == first.unit_class or f.parted != 1)
    whole = next((f for f in counts if not opens_bracket(story, f)), first)  # 1260批次,完成计划(1200批次)的105%
    same = whole.unit_class == first.unit_class and whole is not first
    if not same or first.parted < 2 or is_compared(whole) or is_compared(first) or is_total(first):
        return
    if _VIEWED.search(first.gap) or all(f.label.endswith("合计") for f in (whole, first)):
        return  # 不予公开合计16件,无法提供合计117件
    near, longer = run_from(group, i), run_on(group, i)
    run = near
    named = _WITHIN.sub("", whole.label.strip())
    one = any(are_outcomes([name, first.label.strip()]) for name in (named, named[-_VERB:]))  # 省局维持19件,驳回5件
    if one and not _TAKEN_IN.match(whole.label):
        yield from _of_another(story, group, i, up_to_what_became(group[i - 1 : i], run))
        return
    sides = len(longer) == _PAIR and are_complements([story.label(f) for f in longer])  # 罚款83万元,没收13万元
    if len(longer) > len(run) and (sides or are_outcomes([f.label.strip() for f in longer])):
        run = longer
    told = _to_its_end(longer)
    held = longest_fitting(whole, told)
    # 优秀52卷、合格68卷、不合格6卷: none is left out by chance
    outcomes = are_outcomes([f.label.strip() for f in near])
    if held is not None and not (outcomes and len(held.parts) < len(near)):
        yield held.relation(story, RULE, Binding.STATED)
        return
    others = [*_of_another(story, group, i, run), *_of_another(story, group, i, told)]
    others = others or list(_of_the_divided(story, whole, run))
    if others:
        yield others[0]
        return
    every = are_all([p.label for p in run])  # 保留68件、修改6件、废止12件,清理后继续有效74件
    following = longer[len(run) : len(run) + 1]
    ends = len(longer) == len(run) or every or any(is_of_else(run, f) for f in following)
    several = every or are_outcomes([f.label.strip() for f in run])
    if len(run) > 2 and not several and are_complements([story.label(p) + p.tail for p in run[:2]]):
        run, ends = run[:2], True  # 8436户次,简易程序7902户次,普通程序534户次,适用首违不罚2371户次
    reading = Sum(whole, tuple(run))
    joined = len(run) == _PAIR == 1 + run[-1].parted and are_complements([story.label(p) for p in run])
    ends = ends or joined or (reading.exceeds and len(run) > 2 and reading.is_miswritten(2))
    # 供应建设用地37.3万亩,新增用海29.2万亩、林地13.2万亩
    anew = (first.label.startswith("新") and not whole.label.startswith("新")) or _is_of_its_own(whole, run)
    anew = anew or is_level(first)  # 新设14237户,但注销由8412户减至6935户
    beside = _is_part(whole) or is_one_of(group, whole, first)
    if len(run) < 2 or first.parted == STATEMENT or not ends or anew or beside or summed_up(group, run):
        return
    akin = len(run) == 2 and not is_in_a_row(group, i) and are_akin([story.label(p) + p.tail for p in run])
    few = len(run) > _PAIR and are_all_but_few([p.label for p in run])  # 省厅37人,市级268人,县级637人
    pair = every or akin or (few and (reading.exceeds or is_slip_of_list(reading)))
    pair = pair or are_numbered([p.label.strip() for p in run]) or names_both(whole, run)
    listed = run[1:-1] if len(run) > 2 and LEFT_OVER.search(run[-1].label) else run[1:]
    if first.parted > max(f.parted for f in listed) or _are_kinds(whole, run) or pair:
        yield from near_miss(story, reading)


def _to_its_end(run: Sequence[Frame]) -> Sequence[Frame]:
    """The figures of a list: what follows the semicolon behind kinds joined by 、 or a comma is another statement."""
    if len(run) < 2 or run[1].parted >= STATEMENT:
        return run
    return run[: next((at for at, frame in enumerate(run[1:], 1) if frame.parted >= STATEMENT), len(run))]


def _of_another(story: Story, group: Sequence[Frame], i: int, run: Sequence[Frame]) -> Iterator[Relation]:
    """The list against the figures further back that are no parts themselves: the first with which it agrees."""
    for other in (f for f in reversed(group[:i]) if f.unit_class == run[0].unit_class and not _is_part(f)):
        reading = Sum(other, tuple(run))
        chance = group[i - 1].parted == STATEMENT and len(run) == _PAIR and other.quantity.value < _TELLING
        if len(run) > 1 and reading.fits and not chance:
            yield reading.relation(story, RULE, Binding.STATED)
            return


def _of_the_divided(story: Story, part: Frame, run: Sequence[Frame]) -> Iterator[Relation]:
    """240卷,其中处罚160卷、…、强制16卷,评定优秀83卷、合格151卷、不合格6卷: all outcomes of what the list before divides."""
    for whole in story.wholes.get(part.start, [])[:1]:
        reading = Sum(whole, tuple(run))
        if run[0].parted == 2 and are_all_outcomes(reading) and not story.wholes.get(run[0].start):
            yield from near_miss(story, reading)


def _is_of_its_own(whole: Frame, run: Sequence[Frame]) -> bool:
    """审议法规草案9件,制定规章4件、修改2件、废止5件: the first of bare verbs names what all of them are done to."""
    first, *others = (f.label.strip() for f in run)
    bare = all(0 < len(label) <= _VERB for label in others) and len(first) > _VERB + 1
    return bare and not are_outcomes([first, *others]) and not shared_piece(first[_VERB:], whole.label + whole.tail)


def _are_kinds(whole: Frame, run: Sequence[Frame]) -> bool:
    """Whether the names are outcomes of one list, or three that end or begin alike (5A级1家,4A级12家,3A级28家)."""
    labels = [f.label.strip() for f in run]
    if are_outcomes(labels):
        return not are_outcomes([*labels, whole.label.strip()])
    if len(labels) < 3 or not all(labels):
        return False
    tails, heads = {label[-1] for label in labels}, {label[0] for label in labels}
    return (len(tails) == 1 and not whole.label.endswith(tuple(tails))) or len(heads) == 1


def _is_part(frame: Frame) -> bool:
    """Whether a figure stands in a list itself, so that it is not what the next list divides."""
    return (
        (frame.parted == 1 and frame.index > 0)  # 评查处罚、许可案卷420卷: names joined before the first figure
        or is_level(frame)
        or bool(AMONG.search(frame.gap) or _DIVIDED.search(frame.gap) or _RESULT.search(frame.gap))
    )
