"""Which regular expressions rules may use: those whose time grows with the length of the text and no faster.

Refused are back references, conditions, and repeats without an upper bound, except where nothing after them can fail,
or where the search starts only once in a line (`^[^。]*…`) or in a run (`(?<!\\d)\\d+…`). What is bounded may still
try many ways at one place: `.{0,40}甲.{0,40}乙` has 41 × 41; more than 20000 are refused. Where the next character
decides (`[^甲]{0,40}甲`) there is one way.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from re import _constants as op  # the parser of `re` has no public name
from re import _parser
from typing import Any

from checker.readers.fold import fold
from checker.rulebook.reading.charset import BLANKS, DIGITS, EVERYTHING, LINE_FEED, NOTHING, WORDS, CharSet
from checker.rulebook.reading.needles import needles
from checker.rulebook.regex import Regex

MOST_WAYS = 20_000
LONGEST_REPEAT = 500
LONGEST_LOOK = 60
LONGEST_PATTERN = 4000

Piece = tuple[Any, Any]
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
_CATEGORIES = {op.CATEGORY_DIGIT: DIGITS, op.CATEGORY_SPACE: BLANKS, op.CATEGORY_WORD: WORDS}
_UNBOUNDED = (
    "“*”“+”后面还有内容时要写明上限，如 [^。]{0,40}",
    "a repeat that something follows needs an upper bound, such as [^。]{0,40}",
)


_OVER_LINES = ("以“^”开头时，没有上限的 [^…] 里要排除换行，如 [^。\\n]*", "after ^ an unbounded [^…] must exclude \\n")


class PatternError(ValueError):
    """Why a pattern is refused, in Chinese and English; `offset` is the place in it, where it is known."""

    def __init__(self, zh: str, en: str, offset: int | None = None) -> None:
        super().__init__(zh)
        self.zh = zh
        self.en = en
        self.offset = offset


def _parsed(text: str) -> _parser.SubPattern:
    """The expression as `re` understands it, which must not be about to change."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", FutureWarning)
        re.compile(text, re.MULTILINE)
        return _parser.parse(text, re.MULTILINE)


@cache
def checked(text: str) -> Regex:
    """The pattern with its needles; PatternError where it is wrong, slow, or can never match folded text."""
    if len(text) > LONGEST_PATTERN:
        raise PatternError(f"式子超过{LONGEST_PATTERN}字", f"pattern longer than {LONGEST_PATTERN} characters")
    for offset, (character, folded) in enumerate(zip(text, fold(text), strict=True)):
        if character != folded:
            zh = f"比对前文字已统一为简体、半角，“{character}”永远不会出现；请写 {re.escape(folded)}"
            raise PatternError(zh, f"texts are folded before matching: write {re.escape(folded)}", offset)
    try:
        tree = _parsed(text)
    except FutureWarning as warning:
        zh = "“[”之内的 [、--、&&、||、~~ 将来会有别的含义，请在前面加“\\”"
        raise PatternError(zh, f"will mean another thing in future, escape it: {warning}") from None
    except (re.error, OverflowError, RecursionError) as error:
        message = getattr(error, "msg", str(error))
        zh = f"不是合法的正则表达式：{_SAYINGS.get(message.split(' at ')[0], message)}"
        raise PatternError(zh, f"invalid regular expression: {message}", getattr(error, "pos", None)) from None
    if tree.state.flags & ~(re.MULTILINE | re.UNICODE):
        raise PatternError("不支持 (?i)、(?s) 这类开关", "inline flags are not supported")
    if tree.getwidth()[0] == 0:
        raise PatternError("这个式子不写任何文字也能匹配，请去掉多余的“*”“?”", "the pattern matches the empty text")
    _check(list(tree))
    return Regex(text, needles(list(tree)))


_SAYINGS = {
    "unterminated character set": "“[”没有配对的“]”",
    "missing ), unterminated subpattern": "“(”没有配对的“)”",
    "unbalanced parenthesis": "多出一个“)”；要比对括号本身请写 \\)",
    "nothing to repeat": "“*”“+”“?”前面没有内容；要比对符号本身请在前面加 \\",
    "multiple repeat": "连写了两个重复符号",
    "bad escape (end of pattern)": "式子不能以 \\ 结尾",
    "look-behind requires fixed-width pattern": "(?<=…) 里的长度必须固定",
    "min repeat greater than max repeat": "{m,n} 的 m 大于 n",
}


def _check(pieces: list[Piece]) -> None:
    alternatives = [[*branch] for branch in pieces[0][1][1]] if _is_one_branch(pieces) else [pieces]
    for alternative in alternatives:
        if _Analysis(_guard(alternative)).ways(alternative, NOTHING, tail=True) > MOST_WAYS:
            raise PatternError(
                "在同一处要试的写法太多：请缩短 {m,n} 的范围，或排除后面的字，如 [^条]{0,20}条",
                "too many ways to try at one place: shorten the repeats, or exclude what follows: [^条]{0,20}条",
            )


def _is_one_branch(pieces: list[Piece]) -> bool:
    return len(pieces) == 1 and pieces[0][0] is op.BRANCH


@dataclass(frozen=True, slots=True)
class _Guard:
    """Why the search starts seldom: at the start of a line, or not inside a run of these characters."""

    line: bool = False
    run: CharSet = NOTHING
    first: Piece | None = None


def _guard(pieces: Sequence[Piece]) -> _Guard:
    if not pieces:
        return _Guard()
    kind, value = pieces[0]
    if kind is op.AT and value in (op.AT_BEGINNING, op.AT_BEGINNING_STRING):
        return _Guard(line=True)
    if kind is op.ASSERT_NOT and value[0] < 0 and len(value[1]) == 1 and len(pieces) > 1:
        return _Guard(run=_exactly(value[1][0]), first=pieces[1])
    return _Guard()


@dataclass(slots=True)
class _Analysis:
    guard: _Guard
    loops: list[Piece] = field(default_factory=list)

    def ways(self, pieces: Sequence[Piece], follow: CharSet, *, tail: bool) -> int:
        """How many ways there are, at most, to match at one place; `follow` may come next, nothing if `tail`."""
        total = 1
        for index in range(len(pieces) - 1, -1, -1):
            rest = pieces[index + 1 :]
            ends = tail and all(_cannot_fail(piece) for piece in rest)
            after, nullable = _first(rest)
            total *= self._piece(pieces[index], after | follow if nullable else after, tail=ends)
            if total > MOST_WAYS:
                return total
        return total

    def _piece(self, piece: Piece, follow: CharSet, *, tail: bool) -> int:
        kind, value = piece
        if kind in (op.GROUPREF, op.GROUPREF_EXISTS):
            raise PatternError("不支持引用前面的括号 (\\1)", "back references are not supported")
        if kind is op.AT and value in (op.AT_BOUNDARY, op.AT_NON_BOUNDARY):
            raise PatternError(
                "汉字之间没有词的边界，\\b 不起作用，请去掉", "\\b never holds between Chinese characters"
            )
        if kind is op.SUBPATTERN:
            if value[1] or value[2]:
                raise PatternError("不支持 (?i:…) 这类开关", "inline flags are not supported")
            return self.ways(value[3], follow, tail=tail)
        if kind is op.ATOMIC_GROUP:
            return self.ways(value, follow, tail=False)
        if kind in (op.ASSERT, op.ASSERT_NOT):
            if value[1].getwidth()[1] > LONGEST_LOOK:
                raise PatternError(
                    f"(?=…)、(?!…) 里最多{LONGEST_LOOK}字", f"look-around over {LONGEST_LOOK} characters"
                )
            return self.ways(value[1], EVERYTHING, tail=False)
        if kind is op.BRANCH:
            return self._branch([list(branch) for branch in value[1]], follow, tail=tail)
        return self._repeat(piece, follow, tail=tail) if kind in _REPEATS else 1

    def _branch(self, branches: list[list[Piece]], follow: CharSet, *, tail: bool) -> int:
        """Branches that the next characters tell apart count once."""
        ways = [self.ways(branch, follow, tail=tail) for branch in branches]
        starts = [_prefix(branch) for branch in branches]
        return max(sum(w for w, other in zip(ways, starts, strict=True) if _may_meet(s, other)) for s in starts)

    def _repeat(self, piece: Piece, follow: CharSet, *, tail: bool) -> int:
        low, high, body = piece[1]
        first, nullable = _first(body)
        inner = self.ways(body, first | follow, tail=False)
        decided = not nullable and not first.meets(follow)
        if high is op.MAXREPEAT:
            if nullable or inner > 1:
                raise PatternError(
                    "没有上限的重复里不能再有可长可短的内容", "ambiguous repeat inside an unbounded repeat"
                )
            return 1 if tail else self._loop(piece, first, decided=decided)
        if high > LONGEST_REPEAT:
            raise PatternError(f"重复最多{LONGEST_REPEAT}次", f"at most {LONGEST_REPEAT} repeats")
        choices = 1 if decided or tail else int(high - low + 1)
        if inner == 1:
            return choices
        return int(choices * inner ** min(high, MOST_WAYS.bit_length()))

    def _loop(self, piece: Piece, first: CharSet, *, decided: bool) -> int:
        """A repeat without bound that something follows: linear only where few searches enter the same run."""
        single = _exactly(piece[1][2][0]) if len(piece[1][2]) == 1 else NOTHING
        in_line = self.guard.line and not first.meets(LINE_FEED) and (decided or not self.loops)
        in_run = piece is self.guard.first and decided and single.ranges and single.within(self.guard.run)
        if not (in_line and single.ranges) and not in_run:
            raise PatternError(*(_OVER_LINES if self.guard.line and first.meets(LINE_FEED) else _UNBOUNDED))
        if not decided:
            self.loops.append(piece)
        return 1


def _cannot_fail(piece: Piece) -> bool:
    kind, value = piece
    if kind is op.SUBPATTERN:
        return all(_cannot_fail(inner) for inner in value[3])
    return kind in _REPEATS and value[0] == 0


def _first(pieces: Sequence[Piece]) -> tuple[CharSet, bool]:
    """The characters that a match of these can start with, and whether it can be empty."""
    found = NOTHING
    for piece in pieces:
        more, nullable = _first_of(piece)
        found |= more
        if not nullable:
            return found, False
    return found, True


def _first_of(piece: Piece) -> tuple[CharSet, bool]:
    kind, value = piece
    if kind in (op.AT, op.ASSERT, op.ASSERT_NOT):
        ahead = kind is not op.AT and value[0] > 0
        return (EVERYTHING if ahead else NOTHING), True
    if kind in (op.SUBPATTERN, op.ATOMIC_GROUP):
        return _first(value[3] if kind is op.SUBPATTERN else value)
    if kind is op.BRANCH:
        firsts = [_first(branch) for branch in value[1]]
        return CharSet.of(r for chars, _ in firsts for r in chars.ranges), any(nullable for _, nullable in firsts)
    if kind in _REPEATS:
        chars, nullable = _first(value[2])
        return chars, nullable or value[0] == 0
    return _exactly(piece) if _exactly(piece).ranges else EVERYTHING, False


def _prefix(pieces: Sequence[Piece]) -> list[CharSet]:
    """The sets of characters at the places that every match begins with."""
    found: list[CharSet] = []
    for piece in pieces:
        if piece[0] is op.SUBPATTERN and not _is_one_branch(list(piece[1][3])):
            inner = _prefix(piece[1][3])
            found += inner
            if len(inner) == len(piece[1][3]):
                continue
            return found
        chars = _exactly(piece)
        if not chars.ranges:
            return found
        found.append(chars)
    return found


def _may_meet(left: list[CharSet], right: list[CharSet]) -> bool:
    return all(a.meets(b) for a, b in zip(left, right, strict=False))


def _exactly(piece: Piece) -> CharSet:
    """The characters of a piece that takes just one; no characters for other pieces."""
    kind, value = piece
    if kind is op.LITERAL:
        return CharSet.character(value)
    if kind is op.NOT_LITERAL:
        return ~CharSet.character(value)
    if kind is op.ANY:
        return ~LINE_FEED
    if kind is not op.IN:
        return NOTHING
    members = [member for member in value if member[0] is not op.NEGATE]
    chars = CharSet.of(r for member in members for r in _member(member).ranges)
    if len(members) == len(value):
        return chars
    return ~CharSet.of(r for member in members for r in _surely(member).ranges)


def _member(member: Piece) -> CharSet:
    kind, value = member
    if kind is op.RANGE:
        return CharSet.of([value])
    return _CATEGORIES.get(value, EVERYTHING) if kind is op.CATEGORY else CharSet.character(value)


def _surely(member: Piece) -> CharSet:
    """No wider than the member: so that its complement is no narrower."""
    kind, value = member
    if kind is not op.CATEGORY:
        return _member(member)
    if value is op.CATEGORY_SPACE:
        return BLANKS
    return CharSet.of([(0x30, 0x39)]) if value in (op.CATEGORY_DIGIT, op.CATEGORY_WORD) else NOTHING
