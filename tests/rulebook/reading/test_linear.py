"""Patterns of rules: what is accepted runs in linear time and means what `re` says; the rest is refused."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from checker.rulebook.reading.charset import BLANKS, DIGITS, WORDS, CharSet
from checker.rulebook.reading.linear import PatternError, checked

ACCEPTED = [
    r"\d+",
    r"第一责任人.{0,40}职责",
    r"(?<!\d)\d+件",
    r"(?<!\d)\d+(?:\.\d{1,4})?%",
    r"^ *第[一二三四五六七八九十]{1,3}部分",
    r"^[^。\n]*件",
    r"法治|法制|依法行政",
    r"(?:存在的?|主要)(?:不足|问题)",
    r"(?:、[^、。]{1,20})+",
    r"(?:[^,]{0,40},){0,40}x",
    r"(?:第\d{1,3}条、?){1,20}",
    r"(?P<year>\d{4})年",
    r"(?<=第)一(?!是)",
    r"(?:[一-龥]{2,6}、){1,9}[一-龥]{2,6}等\d{1,3}",
    r"[^\d]{1,5}年$",
    r"(?>甲{1,3})乙",
]
REFUSED = {
    r"\d+件": "上限",
    r"[^。]*件": "上限",
    r"(a|a)*b": "上限",
    r"(a+)+b": "上限",
    r"(?:[^,]*,)*x": "上限",
    r"a*+b": "上限",
    r"^[^。]*件": "排除换行",
    r"^\s*第": "排除换行",
    r"^\w*第\w*章\n": "上限",
    r".{0,40}甲.{0,40}乙.{0,40}丙": "太多",
    r"(?:第.{0,20}条){1,5}": "太多",
    r"(?:甲|甲乙){0,30}丙": "太多",
    r"x{1,600}": "500",
    r"(\d)\1": "引用",
    r"(甲)?(?(1)乙|丙)": "引用",
    r"\b年": r"\\b",
    r"（一）": r"\\\(",
    r"責任": "请写 责",
    r"(?i)x": "开关",
    r"(?i:x)y": "开关",
    r"x*": "不写任何文字",
    r"(?=甲)": "不写任何文字",
    r"[": "没有配对的",
    r"[[甲]": "将来",
    r"[甲--乙]": "将来",
    r"(": "没有配对的",
    r")": "多出一个",
    r"*": "前面没有内容",
    r"a{2,1}": "m 大于 n",
    r"(?<=a{1,3})b": "长度必须固定",
    r"(?=.{0,80}a)b": "最多60字",
    "甲" * 4001: "4000",
}
HOSTILE = [c * 20_000 for c in ("1", "a", "甲", "第", "一", "、", ",", " ")] + [
    "第一" * 9000,
    "1," * 9000,
    "甲乙" * 9000,
]


@pytest.mark.parametrize("pattern", ACCEPTED)
def test_accepted_patterns_are_what_re_makes_of_them(pattern: str) -> None:
    regex = checked(pattern)
    for text in ("2023年办理12件，第3条、第4条。\n第一部分 主要不足", "法制办、甲乙等5家", "第一责任人履行职责98.5%"):
        assert [m.span() for m in regex.finditer(text)] == [
            m.span() for m in re.compile(pattern, re.MULTILINE).finditer(text)
        ]


@pytest.mark.parametrize("pattern", REFUSED)
def test_refused_patterns_are_refused_with_a_remedy(pattern: str) -> None:
    with pytest.raises(PatternError, match=REFUSED[pattern]) as caught:
        checked(pattern)
    assert caught.value.en


@pytest.mark.parametrize("pattern", ACCEPTED)
def test_accepted_patterns_do_not_hang(pattern: str) -> None:
    """The clock only catches what is not linear: that would take minutes."""
    regex = checked(pattern).pattern
    started = time.process_time()
    for text in HOSTILE:
        sum(1 for _ in regex.finditer(text))
    assert time.process_time() - started < 5


atoms = st.sampled_from(["a", "b", "甲", ".", "[ab]", "[^a]", r"\d", "ab", "(?:a|b)", "(?:a|ab)", "(?:ab|cd)"])
repeats = st.sampled_from(["", "", "?", "*", "+", "{2}", "{0,3}", "{1,20}", "*?", "+?", "{1,5}?"])
patterns = st.recursive(
    st.builds("".join, st.lists(st.builds("{}{}".format, atoms, repeats), min_size=1, max_size=3)),
    lambda inner: st.builds("(?:{}){}".format, inner, repeats) | st.builds("{}|{}".format, inner, inner),
    max_leaves=5,
)
HOSTILE_SMALL = ["a" * 400, "ab" * 200, "aab" * 150, "b" * 400, "甲" * 400, "1" * 400]


@given(patterns)
def test_no_generated_pattern_that_is_accepted_hangs(pattern: str) -> None:
    try:
        regex = checked(pattern)
    except PatternError:
        assume(False)
    started = time.process_time()
    for text in HOSTILE_SMALL:
        sum(1 for _ in regex.pattern.finditer(text))
    assert time.process_time() - started < 3


@given(patterns, st.text("ab甲1cd", max_size=40))
def test_a_text_without_needles_holds_no_match(pattern: str, text: str) -> None:
    try:
        regex = checked(pattern)
    except PatternError:
        assume(False)
    if regex.pattern.search(text):
        assert regex.may_match(text)
        assert regex.search(text)


@given(st.text())
def test_any_text_is_a_pattern_or_refused(text: str) -> None:
    try:
        checked(text)
    except PatternError as error:
        refused = error
    else:
        return
    assert refused.offset is None or 0 <= refused.offset <= len(text)


@pytest.mark.parametrize(("pattern", "needles"), [
    ("第一责任人.{0,40}职责", ("第一责任人",)),
    ("法治|法制|依法行政", ("法治", "法制", "依法行政")),
    ("下一?步(?:安排|打算)", ("安排", "打算")),
    (r"\d+", ()),
    ("(?:甲乙)?丙", ("丙",)),
    ("(?:甲|)乙丙", ("乙丙",)),
    ("(?:甲乙){1,3}", ("甲乙",)),
])  # fmt: skip
def test_needles_are_the_most_telling_literals(pattern: str, needles: tuple[str, ...]) -> None:
    assert checked(pattern).needles == needles


@pytest.mark.parametrize(("escape", "wider"), [(r"\d", DIGITS), (r"\s", BLANKS), (r"\w", WORDS)])
def test_no_set_is_narrower_than_what_re_takes(escape: str, wider: CharSet) -> None:
    taken = CharSet.of((ord(m[0]), ord(m[0])) for m in re.finditer(escape, "".join(map(chr, range(0x110000)))))
    assert taken.within(wider)


@pytest.mark.parametrize("wider", [DIGITS, BLANKS, WORDS])
def test_sets_tell_chinese_marks_from_words(wider: CharSet) -> None:
    """Else `\\d{1,3}、` would seem ambiguous."""
    for character in "、。《》“”件条" if wider is not WORDS else "、。《》“”,;:":
        assert not wider.meets(CharSet.character(ord(character)))


ranges = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 9)).map(lambda p: (p[0], p[0] + p[1])), max_size=5)


@given(ranges, ranges)
def test_sets_behave_as_sets(left: list[tuple[int, int]], right: list[tuple[int, int]]) -> None:
    a, b = ({n for low, high in part for n in range(low, high + 1)} for part in (left, right))
    x, y = CharSet.of(left), CharSet.of(right)
    assert x.meets(y) == bool(a & b)
    assert x.within(y) == (a <= b)
    assert (x | y) == CharSet.of((n, n) for n in a | b)
    assert ~~x == x
    assert not x.meets(~x)
