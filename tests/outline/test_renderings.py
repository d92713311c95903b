"""One outline in any dress: widths, spaces, indents, script, line ends, run-on text. The tree is the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.outline import parse
from checker.outline.numerals import han_integer, han_numeral
from checker.readers.fold import fold
from checker.words.document import Section
from tests.outline.texts import source

WRITE: dict[str, Callable[[int], str]] = {
    "part": lambda n: f"第{han_numeral(n)}部分 ",
    "chapter": lambda n: f"第{han_numeral(n)}章 ",
    "han": lambda n: f"{han_numeral(n)}、",
    "han_bracket": lambda n: f"({han_numeral(n)})",
    "digit_dot": lambda n: f"{n}.",
    "digit_bracket": lambda n: f"({n})",
    "circled": lambda n: chr(ord("①") + n - 1),
}
RANK = {style: rank for rank, style in enumerate(WRITE)}
WIDE = str.maketrans("0123456789().", "０１２３４５６７８９（）．")
TRADITIONAL = str.maketrans("党执业务办问题体经济", "黨執業務辦問題體經濟")
NAMES = (
    *("党的领导", "行政执法", "服务企业", "“一件事。”办理", "问题和不足", "《经济条例。》实施", "体制", "队伍"),
    *("普法", "应急", "调解", "监督", "数字化", "决策"),
)


@dataclass(frozen=True)
class Line:
    style: str
    number: int
    name: str
    runs_on: bool

    def render(self, marker: str, indent: str = "", gap: str = "") -> str:
        return f"{indent}{marker}{gap}{self.name}{'。全年办理案件12件。' if self.runs_on else ''}"

    @property
    def marker(self) -> str:
        return WRITE[self.style](self.number)


lines = st.lists(
    st.builds(Line, st.sampled_from(list(WRITE)), st.integers(1, 20), st.sampled_from(NAMES), st.booleans()),
    min_size=1,
    max_size=12,
    unique_by=lambda line: line.name,  # headings that stand again would be a table of contents
)
blanks = st.text("  　\t", max_size=3)


@settings(max_examples=120)
@given(lines, st.data())
def test_dress_does_not_matter(outline: list[Line], data: st.DataObject) -> None:
    plain = "\n".join(line.render(line.marker) for line in outline)
    dressed = data.draw(st.sampled_from(["\n", "\r\n", "\r", "\n\n"])).join(
        line.render(_dressed(line.marker, data), data.draw(blanks), data.draw(blanks)) + data.draw(blanks)
        for line in outline
    )
    if data.draw(st.booleans()):
        dressed = dressed.translate(TRADITIONAL)
    first, second = parse(source(plain)), parse(source(dressed))
    assert _tree(first.sections) == _tree(second.sections)
    assert len(list(first.walk())) == len(outline)


@settings(max_examples=100)
@given(lines)
def test_nesting(outline: list[Line]) -> None:
    """Each heading stands under the nearest one above it that is of a higher level."""
    document = parse(source("\n".join(line.render(line.marker) for line in outline)))
    sections = list(document.walk())
    for index, line in enumerate(outline):
        above = [i for i in range(index) if RANK[outline[i].style] < RANK[line.style]]
        between = [
            i for i in above if all(RANK[outline[k].style] > RANK[outline[i].style] for k in range(i + 1, index))
        ]
        parent = sections[between[-1]] if between else None
        assert sections[index] in (parent.children if parent else document.sections)


@given(st.integers(1, 99))
def test_numerals_round_trip(number: int) -> None:
    assert han_integer(han_numeral(number)) == number


def _dressed(marker: str, data: st.DataObject) -> str:
    wide = marker.translate(WIDE) if data.draw(st.booleans()) else marker
    inner = data.draw(st.sampled_from(["", " ", "　"]))
    if marker[0] == "(":
        return f"{wide[0]}{inner}{wide[1:-1]}{inner}{wide[-1]}"
    return wide[:-1] + inner + wide[-1] if marker[-1] in "、." else wide


def _tree(sections: tuple[Section, ...]) -> list[object]:
    return [
        (
            section.heading.depth,
            section.heading.style,
            section.heading.number,
            fold(section.heading.text),
            _tree(section.children),
        )
        for section in sections
    ]
