"""Names of metrics as they stand before a figure: what is left of a label when its fillers are gone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice, product

from checker.patterns import expression
from checker.rulebook.equations.scopes import is_empty
from checker.words.record import dataclass
from checker.words.rule import Metric

MOST_FORMS = 200
"""Forms that one name with options may stand for."""
MOST_LEXICONS = 16

# Words that a label may have anywhere, and that change nothing of what is counted.
_INNER = expression(r"[\s“”‘’\"':：]|的|了|依法")
# Words between a name and its figure, the longer ones first.
_TAIL = (
    *("之中", "控制在", "保持在", "案件", "数量", "件数", "次数", "人数", "总数", "总量", "总额"),
    *("共计", "合计", "总计", "累计", "分别", "达到"),
    *"中里数达共为是有约均已各仅只高",
)
_TAIL_ENDS = frozenset(word[-1] for word in _TAIL)
# A report names its own year, the one before and the one after in figures or in words.
_YEAR = expression(r"((?:19|20)\d\d)年度?|(?:去|上一|前一)年度?|(?:下一|次|明)年度?|(上|下|本|全|当|今)年度")
OPTION = expression(r"\(([^()]*)\)")


@dataclass(frozen=True, slots=True)
class Named:
    """A metric found by its name: `own` is false for a synonym; `rest` is what stands before the name."""

    metric: Metric
    own: bool
    rest: str


def forms(name: str) -> Iterator[str]:
    """All texts that a name with options stands for: `(甲|乙)` is one of the two, `(甲)` may lack."""
    if "(" not in name:
        return iter((name,))
    choices = [
        [piece] if place % 2 == 0 else piece.split("|") + ([] if "|" in piece else [""])
        for place, piece in enumerate(OPTION.split(name))
    ]
    return map("".join, islice(product(*choices), MOST_FORMS))


def plain(label: str, year: int | None) -> str:
    """A label without what changes nothing; years are told from the report's own: 上年, 下年, 本年."""
    return _bare(full(label, year))


def full(label: str, year: int | None) -> str:
    """The same, with the words between the name and its figure."""
    if "年" in label or "度" in label:
        label = _YEAR.sub(lambda match: _relative(match, year), label)
    return _INNER.sub("", label)


def _bare(label: str) -> str:
    """The label without the words between a name and its figure."""
    while label and label[-1] in _TAIL_ENDS:
        word = next((word for word in _TAIL if label.endswith(word)), None)
        if word is None:
            break
        label = label[: -len(word)]
    return label


def _relative(match: re.Match[str], year: int | None) -> str:
    if match[2]:
        return match[2] + "年"
    if match[1] is None:
        return "上年" if match[0][0] in "去上前" else "下年"
    distance = None if year is None else int(match[1]) - year
    return {0: "本年", -1: "上年", 1: "下年"}.get(distance, match[0]) if distance is not None else match[0]


class Lexicon:
    """All names of a set of metrics: which of them a label ends with. `units` are the classes of their units."""

    def __init__(self, metrics: Iterable[Metric]) -> None:
        metrics = tuple(metrics)
        self.units = frozenset(unit for metric in metrics for unit in (metric.unit, *metric.units))
        self._names = _names(metrics)
        self._longest = max(map(len, self._names), default=0)
        self._tails = frozenset(name[-2:] for name in self._names)

    def ends(self, label: str) -> Iterator[Named]:
        """The metrics with the longest name that this plain label ends with, and with it less some empty words."""
        if label[-2:] not in self._tails:
            return
        longest: int | None = None
        seen: set[str] = set()
        for start in range(max(0, len(label) - self._longest), len(label)):
            if longest is not None and not is_empty(label[longest:start]):
                return
            for metric, own in self._names.get(label[start:], ()):
                longest = start if longest is None else longest
                if metric.id not in seen:
                    seen.add(metric.id)
                    yield Named(metric, own, label[:start])


def _names(metrics: Iterable[Metric]) -> Mapping[str, tuple[tuple[Metric, bool], ...]]:
    """Each name with the metrics that have it, and whether it is their own; made at every start, so in few steps."""
    names: dict[str, tuple[tuple[Metric, bool], ...]] = {}
    for metric in metrics:
        for own, texts in ((True, metric.names), (False, metric.synonyms)):
            here = ((metric, own),)
            for form in chain.from_iterable(forms(_INNER.sub("", text)) for text in texts):
                bare = _bare(form) if form[-1:] in _TAIL_ENDS else form
                known = names.get(bare)
                if known is None:
                    names[bare] = here
                elif known[-1][0] is not metric:
                    names[bare] = known + here
    names.pop("", None)
    return names


_lexicons: dict[tuple[int, str], tuple[tuple[Metric, ...], Lexicon]] = {}


def lexicon(metrics: tuple[Metric, ...], profile: str) -> Lexicon:
    """The names for a kind of report, made once for each set of metrics (told apart by identity: hashing is dear)."""
    key = id(metrics), profile
    if key not in _lexicons:
        if len(_lexicons) >= MOST_LEXICONS:
            _lexicons.clear()
        known = (metric for metric in metrics if not metric.profiles or profile in metric.profiles)
        _lexicons[key] = metrics, Lexicon(known)
    return _lexicons[key][1]
