"""Bytes become text in a fixed order; what cannot be decoded has a place."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from checker.readers.decode import decode
from checker.words.place import Span

REPORT = "沐川县司法局2023年度法治政府建设情况报告\r\n2023年,办理案件1.2万件。\n一、成效\r（一）“三项制度”——全覆盖\n"
MARKS = {
    "utf-8-sig": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}


@pytest.mark.parametrize("encoding", MARKS)
def test_byte_order_mark(encoding: str) -> None:
    decoded = decode(MARKS[encoding] + REPORT.encode(encoding.removesuffix("-sig")))
    assert (decoded.text, decoded.encoding, decoded.undecodable) == (REPORT, encoding, ())


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [REPORT, "办结率100%", "一、政务公开\n"])
def test_without_mark(encoding: str, text: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.undecodable) == (text, encoding, ())


@given(st.text(st.characters(codec="utf-8", exclude_characters="\ufeff\0")))
def test_utf8_round_trip(text: str) -> None:
    assert decode(text.encode()).text == text
    assert decode(codecs.BOM_UTF8 + text.encode()).text == text


@given(st.text(st.sampled_from("法治政府建设情况报告，。、2023年度%\n（一）"), min_size=1))
@example("啊")
def test_gb18030_round_trip(text: str) -> None:
    data = text.encode("gb18030")
    assume(not _is_utf8(data))
    assert decode(data).text == text


@pytest.mark.parametrize("encoding", ["gbk", "big5", "utf-16", "UTF8", "gb18030", "utf-8-sig"])
def test_forced(encoding: str) -> None:
    text = "政府報告，一、二。"
    assert decode(text.encode(encoding), encoding).text == text


@pytest.mark.parametrize("encoding", ["klingon", "", "hex", "rot13", "undefined", "base64", "\0"])
def test_no_text_encoding(encoding: str) -> None:
    with pytest.raises(LookupError):
        decode("报告".encode(), encoding)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_chinese_character(encoding: str) -> None:
    assert decode("2023-01-05\n".encode(encoding)).text == "2023-01-05\n"


def test_nul_inside_a_text_is_no_utf16() -> None:
    for text in ("报告\0正文", "a\0bcde", "\0报告", "报告\0\0", "finished reports \0"):
        assert decode(text.encode()).text == text
    assert decode("报告\0一、成效,办结".encode("gb18030")).encoding == "gb18030"


def test_undecodable_bytes_have_places() -> None:
    data = "一、成效\n".encode() + b"\xff\xfe" + "办结12件,\n".encode() + b"\x80" + "。".encode()
    decoded = decode(data)
    assert decoded.encoding == "utf-8"
    assert decoded.text == "一、成效\n\ufffd\ufffd办结12件,\n\ufffd。"
    assert decoded.undecodable == (Span(5, 7), Span(14, 15))


def test_a_replacement_character_that_was_written_is_no_damage() -> None:
    assert decode("报\ufffd告".encode()).undecodable == ()


def test_forced_encoding_that_does_not_fit() -> None:
    assert decode("办结".encode("gb18030"), "utf-8").undecodable == (Span(0, 3),)
    assert decode("办结".encode("gb18030")).undecodable == ()


@given(st.binary(max_size=200))
@example(codecs.BOM_UTF16_LE + b"\x00")
@example(codecs.BOM_UTF32_BE + b"\xff\xff\xff\xff")
def test_any_bytes_decode(data: bytes) -> None:
    decoded = decode(data)
    assert all(decoded.text[span.start : span.end].strip("\ufffd") == "" for span in decoded.undecodable)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
