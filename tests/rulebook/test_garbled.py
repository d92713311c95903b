"""Damaged text: what is found, and what it probably was."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.rulebook.garbled import damages
from tests.rulebook.kinds.sentences import SENTENCES, clean_texts


def found(text: str) -> list[tuple[str, str, str]]:
    return [(damage.span.of(text), damage.cause, damage.meant) for damage in damages(text)]


def without_lead_byte(text: str, at: int) -> str:
    """What a mirror makes of GBK text that lost the first byte of the character there, in half width as mirrors do."""
    data = text.encode("gbk")
    cut = len(text[:at].encode("gbk"))
    return (
        (data[:cut] + b"?" + data[cut + 1 :])
        .decode("gbk", "replace")
        .translate({0xFF0C: ",", 0xFF01: "!", 0xFFFD: "?"})
    )


@pytest.mark.parametrize(
    ("text", "lost", "damage"),
    [
        ("法治化水平。現將有關情況報告", "。", ("?,F", "。現")),
        ("審查不專”難題。鎮街", "專", ("?!彪y", "□”難")),
        ("取得明显进步。回顾新中国七十年法治", "。", ("?；毓诵轮泄", "。回顾新中")),
    ],
)
def test_a_lost_lead_byte(text: str, lost: str, damage: tuple[str, str]) -> None:
    broken = without_lead_byte(text, text.index(lost))
    assert found(broken) == [(damage[0], "lost_byte", damage[1])]


@pytest.mark.parametrize(
    "text",
    [
        "群众办好了吗?A类企业的检查频次下降了吗?",
        "怎么办?登录A平台即可。",
        "满意不满意?B股公司说了算。",
        "还没有账号?\n立即注册",
        "“谁来管、管什么?”是群众最关心的问题。",
        "问题出在哪?浏阳市纾困解难,澧县、瑕疵案件依法纠正。",
        "café、Müller、±5%、36°C、××企业、·五年·、…………",
    ],
)
def test_what_only_looks_damaged(text: str) -> None:
    assert found(text) == []


@given(clean_texts)
@settings(max_examples=15)
def test_clean_text_is_not_damaged(sentences: list[str]) -> None:
    assert found("\n".join(sentences)) == []


def read_as(encoding: str, data: bytes) -> str:
    """The bytes in another encoding; what it does not know becomes what browsers show."""
    if encoding == "gbk":
        return data.decode("gbk", "ignore")
    return "".join(
        bytes([byte]).decode("cp1252" if byte not in b"\x81\x8d\x8f\x90\x9d" else "latin-1") for byte in data
    )


@given(st.sampled_from(SENTENCES), st.sampled_from(["gbk", "cp1252"]))
@settings(max_examples=25)
def test_utf8_in_another_encoding_is_found_and_read(sentence: str, wrong: str) -> None:
    garbled = read_as(wrong, sentence[:8].encode())
    meant = "".join(part for _, cause, part in found(f"前文{garbled}") if cause == "wrong_encoding")
    assert len(meant) >= 2
    assert meant[:2] in sentence


def test_substitute_characters_close_together_are_one() -> None:
    assert found("推进\ufffd\ufffd法\ufffd治") == [("\ufffd\ufffd法\ufffd", "substitute", "")]
    assert found("全面锟斤拷锟斤拷推进") == [("锟斤拷锟斤拷", "substitute", "")]
    assert found("\ue004加强领导") == [("\ue004", "private_use", "")]


@given(st.text(max_size=200))
@settings(max_examples=200)
def test_any_text_can_be_looked_at(text: str) -> None:
    spans = [damage.span for damage in damages(text)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
