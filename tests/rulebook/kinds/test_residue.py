"""Kind `residue`."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rulebook.kinds.reports import hits, quotes
from tests.rulebook.kinds.sentences import clean_texts, report_of

RULE = "encoding.residue"


@given(
    st.sampled_from(["\n", "\n\n", "\n \n"]),
    clean_texts,
    st.lists(st.sampled_from(["用户登录", "还没有账号？", "立即注册", "关闭窗口"]), max_size=3, unique=True),
)
@settings(max_examples=20)
def test_adjoining_lines_of_residue_are_one_hit(between: str, sentences: list[str], residue: list[str]) -> None:
    text = report_of("\n".join(sentences)) + "\n" + between.join(residue)
    assert quotes(RULE, text) == residue[:1]
    assert [span.of(text) for _, hit in hits(RULE, text) for span, _ in hit.related] == residue[1:]


def test_blocks_before_and_after_the_report_are_two_hits() -> None:
    text = f"首页\n用户登录\n{report_of('全年办理案件12件。')}\n打印本页\n\n关闭窗口\n"
    assert quotes(RULE, text) == ["首页", "打印本页"]


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        ("办理案件12件。【打印本页】【关闭窗口】", "【打印本页】【关闭窗口】"),
        ("办理案件12件。分享到：微信 微博", "分享到：微信 微博"),
        ("办理案件12件。  上一篇：工作动态", "上一篇：工作动态"),
    ],
)
def test_residue_at_the_end_of_a_line(line: str, quote: str) -> None:
    assert quotes(RULE, report_of(line)) == [quote]


@pytest.mark.parametrize(
    "line",
    [
        "印发宣传资料，打印300份。关闭违法网站2个，用户登录平台12万人次，出版物的主办单位纳入监管。",
        "全年关闭",
        "设置“扫一扫”监督码。",
    ],
)
def test_words_of_buttons_in_sentences(line: str) -> None:
    assert quotes(RULE, report_of(line)) == []
