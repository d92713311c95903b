"""Files and standard input become sources; what cannot be checked is told why, in both languages."""

from __future__ import annotations

import io
import os
import sys
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from checker.readers import read, read_bytes, undecodable_fault
from checker.words.source import Fault, Source

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def archive(*members: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for member in members:
            file.writestr(member, "内容" * 20)
    return buffer.getvalue()


def fault_of(outcome: Source | Fault) -> Fault:
    assert isinstance(outcome, Fault)
    return outcome


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "沐川县 2023年(定稿).txt"
    path.write_bytes("一、成效\r\n".encode("gb18030"))
    assert read(str(path)) == Source(str(path), "一、成效\r\n", "gb18030")
    assert read(str(path), "gbk") == Source(str(path), "一、成效\r\n", "gbk")
    assert fault_of(read(str(path), "klingon")).code == "unknown_encoding"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO("一、成效".encode())))
    assert read("-") == Source("-", "一、成效", "utf-8")


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \r\n\t\n", "　\u200b\ufeff\0".encode()])
def test_nothing_to_check(data: bytes) -> None:
    assert fault_of(read_bytes("空.txt", data)).code == "empty"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("报告.doc", OLE, "旧版 Word"),
        ("报告.wps", OLE, "WPS"),
        ("报告.xls", OLE, "Excel"),
        ("报告.txt", archive("[Content_Types].xml", "word/document.xml"), ".docx"),
        ("报告.ofd", archive("OFD.xml"), "OFD"),
        ("表.xlsx", archive("xl/workbook.xml"), ".xlsx"),
        ("报告.zip", archive("a.bin"), "压缩文件"),
        ("报告.pdf", b"%PDF-1.7\n", "PDF"),
        ("报告.rtf", b"{\\rtf1\\ansi}", "RTF"),
        ("扫描.png", b"\x89PNG\r\n\x1a\n", "图片"),
    ],
)
def test_binary_formats(name: str, data: bytes, said: str) -> None:
    fault = fault_of(read_bytes(name, data))
    assert (fault.code, fault.path) == ("unsupported_format", name)
    assert said in fault.message
    assert "另存为" in fault.message


def test_encrypted() -> None:
    data = OLE + "EncryptedPackage".encode("utf-16-le")
    assert fault_of(read_bytes("报告.docx", data)).code == "encrypted"


def test_limit() -> None:
    limit = 10 * 1024 * 1024
    assert isinstance(read_bytes("长.txt", b"a" * limit), Source)
    fault = fault_of(read_bytes("长.txt", b"a" * (limit + 1)))
    assert fault.code == "too_large"
    assert "10 MB" in fault.message


def test_gone_and_unreadable(tmp_path: Path) -> None:
    assert fault_of(read(str(tmp_path / "没有.txt"))).code == "not_found"
    assert fault_of(read(str(tmp_path))).code == "unreadable"
    assert fault_of(read("a\0b")).code == "unreadable"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="the superuser may read everything")
def test_permission(tmp_path: Path) -> None:
    path = tmp_path / "密.txt"
    path.write_text("一、", "utf-8")
    path.chmod(0)
    assert fault_of(read(str(path))).code == "unreadable"


def test_damage_is_placed() -> None:
    source = read_bytes("坏.txt", "一、成效\r\n办结".encode() + b"\xff" + "12件".encode())
    assert isinstance(source, Source)
    fault = undecodable_fault(source)
    assert fault is not None
    assert (fault.code, fault.line, fault.column) == ("undecodable", 2, 3)
    assert "第 2 行第 3 列" in fault.message
    assert undecodable_fault(Source("好.txt", "好", "utf-8")) is None


def test_english() -> None:
    assert fault_of(read_bytes("x.txt", b"", language="en")).message.startswith("empty")
    assert "save it as plain text" in fault_of(read_bytes("x.pdf", b"%PDF-", language="en")).message
    assert fault_of(read_bytes("x.txt", b"x", "klingon", "en")).message.startswith("unknown encoding: klingon")
