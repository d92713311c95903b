"""Whatever a text holds: its tokens tile it, nothing raises, and the work grows no faster than the text."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from checker.figures import measure
from checker.figures.scanner import scan
from checker.readers import fold
from checker.words.document import Document
from tests.figures.measuring import document, measured, tokens
from tests.figures.tables import rows

KINDS = {"TEXT", "Q", "COUNT", "NAME", "TITLE", "QUOTE", "LP", "RP", "COMMA", "COLON", "SEMI", "DUN"}
WORDS = """
    其中 共 合计 分别为 同比增长 下降 其余 占 率为 上年结转 新收 办结 未结 平均每件 由 压缩至 一是 二是 等 和 及
    件 起 人次 家 万 亿 余 多 近 约 百 十 一 两 年 月 日 第 号
"""
PIECES = [
    *(row["text"] for name in ("quantities", "writings") for row in rows(name)),
    *"，。；：、（）()“”《》%％0123456789.,〔〕-—～·+×\n\t 　\0\U00020bb7",
    *WORDS.split(),
]

texts = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES), max_size=25).map("".join))


@settings(max_examples=300)
@given(texts)
@example("百分之")
@example("〔2021〕")
@example("1-1-1-")
@example("12,345件,6")
def test_tokens_tile_the_text(text: str) -> None:
    found = tokens(text)
    assert "".join(fold(text)[t.start : t.end] for t in found) == fold(text)
    assert all(before.end == after.start for before, after in pairwise(found))
    assert all(t.start < t.end and t.kind in KINDS for t in found)
    assert all((t.quantity is not None) == (t.kind in ("Q", "COUNT")) for t in found)


@given(texts, texts)
def test_a_part_is_scanned_in_its_place(before: str, text: str) -> None:
    """Spans of quantities count in the whole text."""
    whole = fold(f"{before}。{text}")
    start = len(before) + 1
    for token in scan(whole, start, len(whole)):
        assert start <= token.start
        if token.quantity is not None:
            assert token.quantity.span.of(whole) == token.quantity.text
            assert (token.quantity.span.start, token.quantity.span.end) == (token.start, token.end)


@example("、0两个一")
@settings(max_examples=150)
@given(texts)
def test_any_text_is_measured(text: str) -> None:
    report = document(text)
    for relation in measured(text).relations:
        assert relation.operands
        assert relation.rule
        for operand in relation.operands:
            assert operand.text == operand.span.of(report.text) != ""


@pytest.mark.parametrize(
    "text",
    [
        "9" * 100_000 + "件",
        "二" * 10_000 + "家",
        "九百" * 10_000 + "家",
        f"1.{'3' * 10_000}%",
        "1,000" + ",000" * 10_000 + "元",
        "百分之" + "三" * 10_000,
        "百分之" + "3" * 10_000,
        "合计\t" + "9" * 10_000 + "\n",
        "9" * 10_000 + "个方面",
        "第" + "九" * 10_000 + "条",
    ],
    ids=lambda text: text[:6],
)
def test_endless_numbers_are_no_figures(text: str) -> None:
    assert not [f for f in measured(text).figures if len(f.quantity.text) > 60]


HOSTILE: dict[str, Callable[[int], str]] = {
    "brackets opened": lambda n: "(" * n + "3件",
    "brackets nested": lambda n: "(" * n + "3件" + ")" * n,
    "brackets after a whole": lambda n: "共3件(其中1件" * (n // 8),
    "digits": lambda n: "1" * n,
    "digits and points": lambda n: "1." * (n // 2),
    "years": lambda n: "2023年" * (n // 5),
    "ranges": lambda n: "3至" * (n // 2),
    "quotes": lambda n: "“" * n,
    "titles": lambda n: "《" * n,
    "one long list": lambda n: "共9件，其中" + "甲1件、" * (n // 4),
    "one long list without a whole": lambda n: "甲1件、" * (n // 4),
    "clauses": lambda n: "受理3件，办结2件，" * (n // 10),
    "statements": lambda n: "受理3件，办结2件；" * (n // 10),
    "sentences alike": lambda n: "受理投诉30件，办结20件，办结率66.67%。" * (n // 22),
    "sentences with 其余": lambda n: "受理30件，其余4件。" * (n // 12),
    "sentences with 分别": lambda n: "甲、乙分别办理3件、4件，共7件。" * (n // 16),
    "sentences with carry-over": lambda n: "上年结转3件，新收4件，办结5件，未结2件。" * (n // 22),
    "sentences with a comparison": lambda n: "办理30件，同比增长50%（上年为20件）。" * (n // 22),
    "sentences with the whole again": lambda n: "全县23个乡镇设立窗口。" * (n // 11),
    "counted lists": lambda n: "抓好甲、乙、丙三项工作。" * (n // 12),
    "one counted list": lambda n: "抓好" + "甲、" * (n // 2) + "三项工作",
    "runs": lambda n: "抓好三个方面：一是甲；二是乙；" * (n // 16),
    "lines": lambda n: "受理投诉30件，办结20件，办结率66.67%。\n" * (n // 23),
    "a table": lambda n: "单位\t许可\t处罚\t合计\n" + "东区\t1\t2\t3\n" * (n // 9) + "合计\t9\t9\t9\n",
    "chains": lambda n: "收到诉求20136件，直接答复8417件，转派办理12619件；" * (n // 28),
    "pairs": lambda n: "培训5期418人次，" + "市级2期172人次，" * (n // 10),
    "rates and rests": lambda n: "审结187件，审结率89.90%，未审结21件。" * (n // 24),
    "a wide table": lambda n: (
        "单位" + "\t甲" * (n // 6) + "\n" + "东区" + "\t1" * (n // 6) + "\n合计" + "\t1" * (n // 6)
    ),
}


ATTEMPTS = 8  # other work on the machine can spoil one, and what is quadratic fails all


@pytest.mark.parametrize("kind", HOSTILE)
def test_linear(kind: str) -> None:
    """Eight times the text may take no more than twenty times the work (quadratic would be sixty-four)."""
    small, large = (document(HOSTILE[kind](size)) for size in (4_000, 32_000))
    assert any(_seconds(large) < 20 * _seconds(small) + 0.02 for _ in range(ATTEMPTS))


def _seconds(report: Document) -> float:
    """Seconds of CPU."""
    begin = process_time()
    measure(report)
    return process_time() - begin
