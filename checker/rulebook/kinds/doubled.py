"""Kind `doubled`: a word or a mark that was typed twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.patterns import expression
from checker.rulebook.dossier import Dossier
from checker.rulebook.doublings import doublings
from checker.rulebook.reach import Reach, verdict
from checker.words.document import LineKind
from checker.words.finding import Category, Severity
from checker.words.place import Span
from checker.words.record import dataclass, field
from checker.words.rule import Hit, Judgement, Rule

_WORD = expression(r"[\u4e00-\u9fff]+")
_COUNTING = frozenset("一二三四五六七八九十百千万〇零两几每逐")  # 一个一个, 逐户逐户; 能不能不 is no slip either
_MARKS = frozenset("。,;:、")
_MIXED = expression(r"。(?:[,;、]|(?<=[,;、]。))")
_JOINTS = frozenset("的对和与")
_LONGEST_WORD = 4  # 行政执法: longer ones are hardly ever typed twice


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Characters beside a doubled character that make it two words: 目的|的, 调解和|和解."""

    before: str = field(default="", metadata={"zh": "前一字", "en": "characters before it"})
    after: str = field(default="", metadata={"zh": "后一字", "en": "characters after it"})


@dataclass(frozen=True, slots=True)
class Doublings:
    """What is looked for twice in a row, and what may stand so."""

    characters: Mapping[str, Neighbours] = field(
        default_factory=dict,
        metadata={"zh": "不应连用的单字及例外", "en": "single characters that must not be doubled, with exceptions"},
    )
    words: bool = field(default=True, metadata={"zh": "检查连用的词", "en": "words of two and more characters"})
    certain: tuple[str, ...] = field(
        default=(),
        metadata={"zh": "连用必是笔误的两字词", "en": "words of two characters that are never doubled rightly"},
    )
    natural: tuple[str, ...] = field(
        default=(),
        metadata={"zh": "可以连用的词", "en": "words that may be doubled, or end one word and begin the next"},
    )
    marks: bool = field(default=True, metadata={"zh": "检查连用的标点", "en": "punctuation marks"})


@dataclass(frozen=True, slots=True)
class Doubled:
    """No word and no mark stands twice in a row by mistake."""

    require: Doublings = field(metadata={"zh": "查哪些重复", "en": "which doublings"})
    given: Reach = field(
        default=Reach(except_lines=(LineKind.RESIDUE, LineKind.TABLE)),
        metadata={"zh": "检查范围", "en": "where it is looked for"},
    )

    def judge(self, rule: Rule, dossier: Dossier) -> Judgement:
        folded = dossier.document.folded
        found = [*self._doubled(folded), *(_mixed_marks(folded) if self.require.marks else ())]
        return verdict(hit for hit in found if self.given.admits(dossier, hit.span.start))

    def _doubled(self, folded: str) -> Iterator[Hit]:
        for distance, span in doublings(folded, _LONGEST_WORD if self.require.words else 1):
            first = folded[span.start]
            if distance > 1:
                if word := self._word(folded, span, distance):
                    yield Hit(span, {"once": word}, severity=None if self._is_certain(word) else Severity.INFO)
            elif first in self.require.characters:
                if self._is_slip(folded, span):
                    yield Hit(span, {"once": first})
            elif self.require.marks and first in _MARKS:
                yield Hit(span, {"once": first}, category=Category.PUNCTUATION)

    def _is_certain(self, word: str) -> bool:
        """Whether it cannot be the end of one word and the beginning of another.

        产业创业创新, 再审申请人申请人民法院, 委员会委员会议 and 企业对企业 are no slips.
        """
        if len(word) > 2:
            return not _JOINTS & set(word) and word[-1] not in "人员者会"
        return word in self.require.certain

    def _is_slip(self, folded: str, span: Span) -> bool:
        """Whether a single character is doubled, and its neighbours do not claim one of the two."""
        neighbours = self.require.characters[folded[span.start]]
        if len(span) != 2:
            return False
        before, after = folded[max(0, span.start - 1) : span.start], folded[span.end : span.end + 1]
        return not (before and before in neighbours.before) and not (after and after in neighbours.after)

    def _word(self, folded: str, span: Span, distance: int) -> str | None:
        """The word that stands twice or more, or None where it may: 规范规范性文件 has a verb and a noun."""
        twice = span.of(folded)
        word, certain = twice[:distance], twice[:distance] in self.require.certain
        if not _WORD.fullmatch(twice) or word[0] in _COUNTING or len(set(word)) == 1 or ("不" in word and not certain):
            return None
        turns = (word[start:] + word[:start] for start in range(distance))
        natural = any(turn in self.require.natural for turn in turns)
        return None if natural and not (certain and not folded.startswith("性", span.end)) else word


def _mixed_marks(folded: str) -> Iterator[Hit]:
    """Two marks in a row of which only one can be meant."""
    for match in _MIXED.finditer(folded):
        start, end = match.start() - (len(match[0]) == 1), match.end()
        yield Hit(Span(start, end), {"once": "。"}, category=Category.PUNCTUATION)
