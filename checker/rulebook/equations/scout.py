"""Finds where a report states the metrics of the rulebook: figures of a known name, of the report year."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import groupby, zip_longest

from checker.figures import Ledger
from checker.patterns import expression
from checker.rulebook.equations.hearing import Hearing
from checker.rulebook.equations.naming import Named, full, lexicon, plain
from checker.rulebook.equations.scopes import NAMES, lasts, scope_of
from checker.rulebook.equations.sightings import Sighting, Sightings
from checker.rulebook.equations.subjects import Subjects
from checker.words.document import Document, Section
from checker.words.figure import Figure
from checker.words.rule import Metric, Rulebook

PartOf = Callable[[str], Sequence[Section]]

_REVIEWED = expression("法制审核|合法性审[核查]|公示|归集|听证|集体讨论|线索")
_AS_BASE = expression(r"(?:案件|申请)?作?为(?:分母|基数|基准)")
_GLOSSED = expression(r"\(含[^()]{2,12}\)$")
_HEAD = 20  # characters after a figure that may belong to the name of what it counts
# What may follow a figure whose name stands before it.
_GOES_ON = expression(
    r"(?:案件|申请|事项)?(?:之?中|里)?(?:$|[。;!?]|均|都|已|也|全部|正在|尚|仍|将|由|因|经|被|依法|按|在|向|予以|其中|结转|属|[较比](?!例|重)|与上年)"
)
# Words before a name that make it another thing: its contrary, or one of several that are counted together.
_UNSOUND = expression(r"(?:[不未无非免没]|是否|[^委]和|与|及|或|或者|以及|并)$")
# 上年结转3964件,与新受理案件合计26699件: of both.
_WITH_OTHERS = expression(r"^(?:与|和|同|连同|加上?)[^,;。]{2,}(?:合计|共计|总计|共|相加)(?:为|有|达)?$")


def find(document: Document, ledger: Ledger, rulebook: Rulebook, profile: str, part: PartOf) -> Sightings:
    """All sightings of the metrics that this kind of report may have; `part` gives the sections of a part."""
    scout = _Scout(document, rulebook, profile, part)
    by_metric: dict[str, list[Sighting]] = defaultdict(list)
    lines: dict[int, list[Figure]] = defaultdict(list)
    for _, sentence in groupby(ledger.figures, key=lambda figure: figure.sentence):
        figures = list(sentence)
        lines[figures[0].line] += figures
        for sighting in scout.sentence(figures):
            by_metric[sighting.metric].append(sighting)
    return Sightings(
        {metric: tuple(found) for metric, found in by_metric.items()},
        frozenset(sighting.span.start for found in by_metric.values() for sighting in found),
        {line: tuple(figures) for line, figures in lines.items()},
    )


class _Scout:
    """Reads the sentences of one report."""

    def __init__(self, document: Document, rulebook: Rulebook, profile: str, part: PartOf) -> None:
        self._document = document
        self._year = document.report_year
        self._lexicon = lexicon(rulebook.metrics, profile)
        self._subjects = Subjects(document, rulebook)
        self._part = part

    @cached_property
    def _headings(self) -> list[int]:
        return [section.heading.span.start for section in self._document.walk()]

    @cached_property
    def _chapters(self) -> list[int]:
        return [section.heading.span.start for section in self._document.sections]

    def sentence(self, figures: Sequence[Figure]) -> Iterator[Sighting]:
        """The metrics that the figures of one sentence state; figures in brackets only where they are rates."""
        outside = [figure for figure in figures if not figure.depth or figure.quantity.is_percent]
        names = [
            [] if _opens_list(figure, following) else self._named(figure)
            for figure, following in zip_longest(outside, outside[1:])
        ]
        if not any(names):
            return
        hearing = Hearing(self._lexicon, self._year)
        for before, figure, found in zip([None, *outside], outside, names, strict=False):
            hearing.listen(figure)
            if before is not None and "其中" in figure.gap and (told := _REVIEWED.search(before.label)):
                hearing.scope = told[0]  # 法制审核76件,其中行政处罚58件: of those that were looked into
            if _is_timed(before, figure) or _has_its_base(before, figure) or self._is_glossed(figure):
                continue
            if hearing.is_of_this_year and not figure.compared and not figure.plan:
                yield from self._sightings(figure, found, hearing)
            hearing.heard(figure, known=bool(found))

    def _sightings(self, figure: Figure, found: Sequence[Named], hearing: Hearing) -> Iterator[Sighting]:
        for named in found:
            scope = scope_of(self._subjects.without(named.metric.subjects, named.rest))
            if not figure.depth and lasts(scope):
                hearing.scope = scope
            told = scope or hearing.scope
            if self._admits(named.metric, figure, hearing.strayed) and _is_asked_for(told, named.metric):
                start = figure.span.start
                yield Sighting(
                    metric=named.metric.id,
                    quantity=figure.quantity,
                    label=figure.label.strip(" “”") or figure.head,
                    scope=told,
                    own=named.own,
                    line=figure.line,
                    statement=hearing.statement,
                    section=bisect_right(self._headings, start),
                    chapter=bisect_right(self._chapters, start),
                    clear=hearing.clear,
                )

    def _is_glossed(self, figure: Figure) -> bool:
        """予以公开(含部分公开)7件: whether a bracket before the figure makes it more than its name says."""
        start = figure.span.start
        return _GLOSSED.search(self._document.folded, max(0, start - _HEAD), start) is not None

    def _named(self, figure: Figure) -> list[Named]:
        """The metrics by what stands before the figure, or by that and the noun behind it."""
        if figure.quantity.unit_class not in self._lexicon.units or _WITH_OTHERS.search(figure.label):
            return []
        head = figure.head[:_HEAD].rstrip("。;!?")
        if head:
            reach = len(full(figure.label, self._year))
            both = [n for n in self._lexicon.ends(plain(figure.label + head, self._year)) if len(n.rest) <= reach]
            if both or not _GOES_ON.match(head):
                return self._sound(both, figure)
        return self._sound(list(self._lexicon.ends(plain(figure.label, self._year))), figure)

    def _sound(self, found: Sequence[Named], figure: Figure) -> list[Named]:
        """Those that the words around do not deny, and whose unit is right."""
        around = figure.label + figure.head[:_HEAD]
        return [
            named
            for named in found
            if figure.quantity.unit_class in (named.metric.unit, *named.metric.units)
            and not _UNSOUND.search(named.rest)
            and not any(word in around for word in named.metric.excluding)
        ]

    def _admits(self, metric: Metric, figure: Figure, strayed: int | None) -> bool:
        """Whether the text around is about what the metric is about; since `strayed` only if it says so anew."""
        start = figure.span.start
        if metric.part and not any(s.extent.start <= start < s.extent.end for s in self._part(metric.part)):
            return False
        line = self._document.lines[figure.line - 1].span
        told = figure.span.end + len(figure.head[:_HEAD])
        return (
            all(self._subjects.is_about(subject, line.start, told) for subject in metric.subjects)
            and (strayed is None or all(self._subjects.names(subject, strayed, told) for subject in metric.subjects))
            and not any(self._subjects.names(subject, line.start, line.end) for subject in metric.apart)
        )


def _is_asked_for(scope: str, metric: Metric) -> bool:
    """Whether the metric counts in this scope; the unsaid scope may be any."""
    return not (scope and metric.scope) or scope in (NAMES.get(name, name) for name in metric.scope)


def _has_its_base(before: Figure | None, figure: Figure) -> bool:
    """以调结的231件为分母,成功率91.8%: a rate that tells what it is of follows no usual definition."""
    return before is not None and figure.quantity.is_percent and _AS_BASE.match(before.head) is not None


def _opens_list(figure: Figure, following: Figure | None) -> bool:
    """败诉率10.1%、11.3%、7.2%: the first of several rates, each of its own year or body."""
    rates = following is not None and figure.quantity.is_percent and following.quantity.is_percent
    return rates and following is not None and following.parted == 1 and not following.label


def _is_timed(before: Figure | None, figure: Figure) -> bool:
    """5个工作日以内答复的19件: only those of that time are counted."""
    return before is not None and before.quantity.unit_class.startswith("duration") and not figure.parted
