"""Binary formats known by their first bytes, so that nobody sees them checked as text."""

from __future__ import annotations

from pathlib import PurePath

from checker.words.rule import Wording

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = b"".join(bytes((letter, 0)) for letter in b"EncryptedPackage")  # UTF-16
_ZIP = b"PK\x03\x04"
_ARCHIVE = Wording("压缩文件", "an archive")
_PICTURE = Wording("图片", "a picture")
_MAGIC = (
    (b"%PDF-", Wording("PDF 文件", "a PDF file")),
    (b"{\\rtf", Wording("RTF 文档", "an RTF document")),
    (b"\x89PNG\r\n", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"Rar!\x1a", _ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"\x1f\x8b\x08", _ARCHIVE),
)
# Names of members: they stand uncompressed in the archive.
_MEMBERS = (
    (b"word/", Wording("Word 文档(.docx)", "a Word document (.docx)")),
    (b"OFD.xml", Wording("OFD 版式文件", "an OFD document")),
    (b"xl/", Wording("Excel 工作簿(.xlsx)", "an Excel workbook (.xlsx)")),
    (b"ppt/", Wording("演示文稿(.pptx)", "a presentation (.pptx)")),
    (b"opendocument", Wording("OpenDocument 文档", "an OpenDocument file")),
)
_OLD_OFFICE = {
    ".wps": Wording("WPS 文字文档(.wps)", "a WPS document (.wps)"),
    ".xls": Wording("旧版 Excel 工作簿(.xls)", "an old Excel workbook (.xls)"),
    ".et": Wording("WPS 表格(.et)", "a WPS spreadsheet (.et)"),
}
_OLD_WORD = Wording("旧版 Word 文档(.doc)", "an old Word document (.doc)")


def is_encrypted(data: bytes) -> bool:
    """Whether this is an Office document behind a password."""
    return data.startswith(_OLE) and _ENCRYPTED in data


def binary_format(name: str, data: bytes) -> Wording | None:
    """What a file is that is no text, or None; known by its bytes, since names lie."""
    if data.startswith(_OLE):
        return _OLD_OFFICE.get(PurePath(name).suffix.lower(), _OLD_WORD)
    if data.startswith(_ZIP):
        return next((format_ for member, format_ in _MEMBERS if member in data), _ARCHIVE)
    return next((format_ for magic, format_ in _MAGIC if data.startswith(magic)), None)
