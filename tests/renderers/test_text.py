"""The screen: what is said first, that everything fits, and that no text of a report can steer it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.renderers.screen.page import Canvas
from checker.renderers.screen.width import width
from checker.renderers.text import render
from checker.words.audit import Audit, Status
from checker.words.finding import Finding, Severity, Suppressed
from checker.words.source import Fault
from tests.records import REPORT, make_audit, make_finding, make_rule, make_run


def finding_on(quote: str, **changes: object) -> Finding:
    start = REPORT.index(quote)
    return replace(make_finding(text=REPORT, start=start, end=start + len(quote)), **changes)  # type: ignore[arg-type]  # fields of Finding


def shown(*audits: Audit, language: str = "zh", columns: int = 100, colour: bool = False) -> str:
    return render(make_run(*audits), language, Canvas(columns, colour))


def test_the_verdict_comes_first_then_the_repairs_then_the_rest() -> None:
    text = shown(make_audit("甲.txt", finding_on("110件", message="合计不符")))
    order = [
        "甲.txt",
        "暂不能提交：有 1 处错误要改正。",
        "先改这 1 处，可得 +5.0 分",
        "结构与必备内容",
        "√ 举措和成效 独立成章",
        "○ 原因 一句带过（第 5 行）",
        "× 下一步安排 缺失",
        "发现的问题：错误 1 处",
        "【110件】",
        "依据 《某条例》（国务院令第1号）第二条",
        "建议 请改正",
        "已核对 2 处数字关系，其中 1 处一致",
        "1965 + 98 + 92 = 2155",
        "评分 95.0 / 100  优秀",
        "100 × (100 - 5) ÷ 100 = 95.0",
    ]
    places = [text.index(piece) for piece in order]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("severity", "sentence"),
    [
        (Severity.ERROR, "暂不能提交：有 1 处错误要改正。"),
        (Severity.WARNING, "建议修改后提交：有 1 处需要核对。"),
        (Severity.INFO, "可以提交：没有发现错误，也没有需要核对之处。"),
    ],
)
def test_the_verdict_follows_the_gravest_finding(severity: Severity, sentence: str) -> None:
    assert sentence in shown(make_audit("a.txt", finding_on("110件", severity=severity)))


def test_a_suppressed_finding_is_shown_and_does_not_weigh() -> None:
    text = shown(make_audit("a.txt", finding_on("110件", suppressed=Suppressed("trial", "规则尚在试行"))))
    assert "可以提交" in text
    assert "不计 规则尚在试行" in text


def test_a_veto_is_named() -> None:
    audit = make_audit("a.txt", finding_on("110件", severity=Severity.WARNING))
    assert audit.score is not None
    vetoed = replace(audit, score=replace(audit.score, veto=("test.rule",), grade="不合格"))
    assert "暂不能提交：违反否决规则 test.rule，有 1 处需要核对。" in shown(vetoed)


def test_an_unreadable_report_says_why() -> None:
    fault = Fault("empty", "文件为空", "a.txt")
    text = shown(Audit("a.txt", Status.UNREADABLE, fault=fault))
    assert "未能检查：文件为空" in text
    assert "评分" not in text


def test_several_reports_end_with_a_table() -> None:
    text = shown(make_audit("甲.txt", finding_on("110件")), make_audit("乙.txt"))
    assert " 95.0  优秀       1     0     0  甲.txt" in text
    assert "共 2 份报告：已评分 2，未评分 0，未能读取 0；错误 1，核对 0，提示 0" in text


def test_english() -> None:
    text = shown(make_audit("a.txt", finding_on("110件")), language="en")
    assert "Not ready to submit: 1 to correct." in text
    assert "结构" not in text


def test_many_findings_of_a_rule_are_listed_by_place() -> None:
    text = shown(make_audit("a.txt", *[finding_on("110件")] * 9))
    assert text.count("【110件】") == 5
    assert "同一规则另有 4 处：3:20, 3:20, 3:20, 3:20" in text


def test_the_page_of_a_pipe_has_no_control_characters() -> None:
    text = shown(make_audit("a.txt", finding_on("110件")))
    assert not any(ord(character) < 32 and character != "\n" for character in text)


def test_colour_only_where_it_was_asked_for() -> None:
    assert "\x1b[" in shown(make_audit("a.txt", finding_on("110件")), colour=True)


@pytest.mark.parametrize("columns", [20, 40, 60, 100])
def test_every_line_fits(columns: int) -> None:
    long = "合计" * 60 + "12345678901234567890" * 3
    audit = make_audit("目录/" + "很长的名字" * 30 + ".txt", finding_on("110件", message=long, suggestion=long))
    text = shown(audit, make_audit("b.txt"), columns=columns)
    assert [line for line in text.splitlines() if width(line.rstrip()) > columns] == []


HOSTILE = [
    "[/附件]",
    "[bold red]",
    ":smile:",
    "\x1b[31m红\x1b[0m",
    "甲\u202e乙",
    "a\x00b\x07c\x9b31m",
    "\x1b]0;title\x07",
    "【】",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_a_report_is_never_obeyed(text: str) -> None:
    finding = make_finding(text=f"前文{text}后文", start=2, end=2 + len(text), message=text, suggestion=text)
    page = shown(replace(make_audit(f"{text}.txt", finding), title=text, issuer=text))
    assert not any(ord(c) < 32 and c != "\n" for c in page)
    assert "\u202e" not in page
    assert "\x9b" not in page
    harmless = "".join(c for c in text if c.isprintable())
    assert harmless in page or "<U+" in page


def test_an_unseen_character_is_spelled_out_where_it_is_the_matter() -> None:
    finding = make_finding(text="法\u200b治政府", start=0, end=3)
    assert "【法<U+200B>治】政府" in shown(make_audit("a.txt", finding))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80), st.integers(1, 130))
def test_no_text_breaks_the_page(text: str, a: int, b: int, columns: int) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    finding = make_finding("test.odd", text=text, start=start, end=end, message=text, suggestion=text)
    audit = make_audit(text, finding, rules=[make_rule("test.odd")])
    page = shown(replace(audit, title=text), columns=columns)
    assert "test.odd"[: min(columns, 4)] in page
    page.encode("utf-8")


def test_a_long_outline_is_cut_and_says_so() -> None:
    audit = make_audit("a.txt")
    root = audit.outline[0]
    child = replace(root.children[0], place=replace(root.children[0].place, line=99))
    many = tuple(replace(root, children=(child, child), place=replace(root.place, line=50 + n)) for n in range(250))
    text = shown(replace(audit, outline=many))
    assert text.count("一、举措和成效") + text.count("(一)办案") == 200
    assert "（另有标题 550 个，未列出）" in text
    below = replace(child, children=(child,) * 70)
    deep = shown(replace(audit, outline=(replace(root, children=(below,)),)))
    assert "（另有标题 70 个，未列出）" in deep
