"""Townships and subdistricts told apart and together: 15个乡镇、4个街道, and elsewhere 全市19个乡镇(街道)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.figures.build import Sum
from checker.figures.reading import Frame
from checker.figures.relate.lists import is_compared
from checker.figures.relate.repeats.repeats import AREA, RULE, WHOLE_AREA
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.record import dataclass
from checker.words.relation import Binding, Relation, RelationKind

_TOWN, _STREET = "乡镇", "街道"
_KINDS = (_TOWN, "镇", "乡", _STREET)
_NOUN = expression(r" ?(乡镇|镇乡|镇|乡|街道)(?:办事处)?")
_BEFORE = expression(r"(乡镇|镇|乡|街道)(?:办事处)?$")
_JOINT = expression(
    r"(?:乡镇|镇乡|镇|乡|街道)?(?:办事处)?(?:\([^()]{1,20}\))?(?:[、和及与]|以及)(?:乡镇|镇乡|镇|乡|街道)?(?:办事处)?"
)
_TOGETHER = expression(
    r" ?(?:(?:乡镇|镇乡?|乡)(?:\((?:含)?(?:[乡镇]、)?街道(?:办事处)?\)|[、和及与]?街道(?:办事处)?(?!\d)|街(?!道))|街道?乡?镇"
    r"|街道(?:办事处)?(?:\(乡?镇\)|[、和及与]乡?镇(?!\d)))"
)
# What is told of them, not of what they have: 12个镇街执法中队. Of fewer than there are it is told that they are all.
_OF_THEM = expression(r"之?中|[,。;]|$|均|都|全部|已|有|主要负责人|党政|设立|建立|开展")
_OF_ALL = expression(r"之?中|均|都|全部")
_ALL = expression(r"[^,;。]{0,30}(?:全部|均|都|全覆盖)")
_OTHER = expression(r"[上去]一?年|原有|调整|撤|新设|新增|并入|代管|托管|抽|选|随机|试点|部分|首批|其余|另")
_BESIDES = expression(r"另(?:有|外)?\d|\(含")
_CHANGED = expression(r"区划调整|撤[乡镇县市]|[乡镇]改[镇街]|撤并|合并(?:为|成|设立)")
# 12个镇、3个街道、1个民族乡: one kind more.
_GOES_ON = expression(
    r"\d+ ?个?[一-龥]{0,4}(?:、|[,和及与]) ?(?:另有|还有|有)? ?"
    r"(?:\d+ ?[个家](?![省市县区镇][直级]|部门|单位|机关|行政村|村|社区|居委)|[一-龥]{2,6}(?:区|场|园)(?![一-龥]))"
)
_TELLING = 8  # fewer add up by chance
_YEAR = expression(r"20\d\d(?=年)")
_PLACE = expression(
    r"(?<!\d)(\d{1,3})个[一-龥]{0,6}(?:开发区|园区|管委会|功能区|高新区|农场|林场|管理区|(?<!街道)办事处|景区|新区|苏木)"
)


@dataclass(frozen=True, slots=True)
class _Listed:
    """The counts of one list with its sentence; `all` says that it is told of the whole area, `area` of which."""

    sentence: Sentence
    frames: tuple[Frame, ...]
    all: bool
    area: str

    @property
    def value(self) -> int:
        return int(sum(f.quantity.value for f in self.frames))


def districts(story: Story) -> Iterator[Relation]:
    """Each count of both together against the first list of its sum; else one that must be of the same whole."""
    lists, together = _collected(story)
    if not lists or not together:
        return
    by_sum = {listed.value: listed for listed in reversed(lists)}
    wholes = {listed.value: listed for listed in reversed(lists) if listed.all}
    for sentence, frame in together:
        listed = by_sum.get(int(frame.quantity.value))
        if listed is not None and listed.sentence is not sentence and (listed.all or listed.value >= _TELLING):
            yield Sum(frame, listed.frames).relation(story, RULE, Binding.INFERRED)
    if len(wholes) != 1 or _CHANGED.search(story.text):
        return
    (whole,) = wholes.values()
    besides = {int(count) for count in _PLACE.findall(story.text)}  # with 2 development zones
    explained = {*by_sum, *(whole.value - n for n in besides), *(whole.value + n for n in besides)}
    units = _main_areas(story)
    others = ((s, f) for s, f in together if s is not whole.sentence and int(f.quantity.value) not in explained)
    wrong = (f for s, f in others if _contradicts(story, whole, s, f, units))
    if (again := next(wrong, None)) is not None:
        yield Sum(again, whole.frames).relation(story, RULE, Binding.INFERRED, kind=RelationKind.REPEATED_METRIC)


def _collected(story: Story) -> tuple[list[_Listed], list[tuple[Sentence, Frame]]]:
    """The lists of counts apart, and the counts of both together."""
    lists: list[_Listed] = []
    together: list[tuple[Sentence, Frame]] = []
    for sentence in story.sentences:
        if sentence.plan or "街" not in sentence.text:
            continue
        plain = [f for f in sentence.frames if _is_plain(f)]
        together += [(sentence, f) for f in plain if _TOGETHER.match(story.text, f.span.end)]
        lists += _lists(story, sentence, plain)
    return lists, together


def _is_plain(frame: Frame) -> bool:
    counted = frame.unit_class in ("unit", *_KINDS)
    return counted and frame.quantity.interval.is_exact and not frame.quantity.hedge and not is_compared(frame)


def _lists(story: Story, sentence: Sentence, frames: Sequence[Frame]) -> Iterator[_Listed]:
    """15个乡镇、4个街道; 乡镇15个、街道4个; 9镇5乡2街道: each kind once, one of them 街道, and a kind of towns."""
    run: list[tuple[str, Frame]] = []
    for frame in frames:
        kind = _kind(story, frame)
        if not (run and kind and frame.index == run[-1][1].index + 1 and _is_joined(story, run[-1][1], frame)):
            yield from _ended(story, sentence, run)
            run = []
        if kind:
            run.append((kind, frame))
    yield from _ended(story, sentence, run)


def _ended(story: Story, sentence: Sentence, run: Sequence[tuple[str, Frame]]) -> Iterator[_Listed]:
    if _is_of_both([kind for kind, _ in run]):
        yield _listed(story, sentence, tuple(frame for _, frame in run))


def _kind(story: Story, frame: Frame) -> str:
    """What a count is of: the noun behind it, its unit, or the noun before it."""
    if _TOGETHER.match(story.text, frame.span.end):
        return ""
    if frame.unit_class in _KINDS:
        return frame.unit_class
    behind = _NOUN.match(story.text, frame.span.end)
    if behind is not None:
        return behind[1]
    before = _BEFORE.search(frame.label)
    return before[1] if before is not None else ""


def _is_joined(story: Story, one: Frame, other: Frame) -> bool:
    between = story.text[one.span.end : other.start].replace(" ", "")
    return one.depth == other.depth and (not between or _JOINT.fullmatch(between) is not None)


def _is_of_both(kinds: Sequence[str]) -> bool:
    towns = [kind for kind in kinds if kind != _STREET]
    apart = len(set(kinds)) == len(kinds) and not (_TOWN in towns and len(towns) > 1)
    return apart and len(towns) == len(kinds) - 1 > 0


def _listed(story: Story, sentence: Sentence, frames: tuple[Frame, ...]) -> _Listed:
    area = WHOLE_AREA.search(_BEFORE.sub("", frames[0].label))
    told = area is not None or _ALL.match(story.text, frames[-1].span.end) is not None
    whole = told and not _is_of_others(story, sentence, frames[0]) and not _GOES_ON.match(story.text, frames[-1].start)
    return _Listed(sentence, frames, whole, area[0] if area else "")


def _is_of_others(story: Story, sentence: Sentence, frame: Frame) -> bool:
    """Whether the words before a count tell of another year or of some of them only."""
    before = story.text[sentence.span.start : frame.start]
    clause = before[max(before.rfind("。"), before.rfind(";")) + 1 :]
    years = {year for year in _YEAR.findall(clause) if year != str(story.report_year)}
    return bool(years) or _OTHER.search(clause) is not None


def _contradicts(story: Story, whole: _Listed, sentence: Sentence, frame: Frame, units: frozenset[str]) -> bool:
    """Whether a count of both is told of the same whole area."""
    noun, value = _TOGETHER.match(story.text, frame.span.end), int(frame.quantity.value)
    area = WHOLE_AREA.search(frame.label)
    told = _OF_THEM if value > whole.value else _OF_ALL
    if noun is None or area is None or not told.match(story.text, noun.end()):
        return False
    if _BESIDES.search(sentence.text, frame.start - sentence.span.start):
        return False
    if _is_of_others(story, sentence, frame) or abs(value - whole.value) * 4 > whole.value:
        return False
    areas = {found[0] for found in map(AREA.search, (area[0], whole.area)) if found is not None}
    return len(areas) < 2 and areas <= units


def _main_areas(story: Story) -> frozenset[str]:
    """The areas that the report names most often as its own: a district tells of its city too."""
    told = {unit: sum(story.text.count(word + unit) for word in "全我") for unit in "省市县区州旗镇"}
    return frozenset(unit for unit, times in told.items() if times == max(told.values()))
