"""Bytes to text in a fixed order, so that the same bytes always give the same text: nothing is guessed by statistics.

A byte order mark; NUL in every other byte (UTF-16); strict UTF-8; strict GB18030; else UTF-8 with U+FFFD for what
cannot be decoded.
"""

from __future__ import annotations

import codecs
import re

from checker.patterns import expression
from checker.words.place import Span
from checker.words.record import dataclass

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_REPLACED = expression("\ufffd+")
_PLAUSIBLE = r"[\t\r\n -~\u00b7\u2010-\u203b\u2460-\u249b\u3000-\u3020\u4e00-\u9fff\uff01-\uff5e]"
_SAMPLE = 4096


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text without its byte order mark, the codec that gave it, and the places of bytes that it could not decode."""

    text: str
    encoding: str
    undecodable: tuple[Span, ...] = ()


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """The text of the bytes; LookupError where `encoding` names no text encoding."""
    if encoding is not None:
        return _forced(data, encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decoded(data, name)
    if b"\0" in data and (unmarked := _utf16_without_mark(data)):
        return _decoded(data, unmarked)
    for name in ("utf-8", "gb18030"):
        if (text := _strictly(data, name)) is not None:
            return Decoded(text, name)
    return _decoded(data, "utf-8")


def _forced(data: bytes, encoding: str) -> Decoded:
    try:
        name = codecs.lookup(encoding).name
        return _decoded(data, name)
    except (LookupError, ValueError) as error:  # also codecs of bytes to bytes, and those that decode no bytes at all
        raise LookupError(encoding) from error


def _decoded(data: bytes, name: str) -> Decoded:
    try:
        text, whole = data.decode(name), True
    except UnicodeDecodeError:
        text, whole = data.decode(name, "replace"), False
    text = text.removeprefix("\ufeff")
    return Decoded(text, name, () if whole else tuple(Span(*match.span()) for match in _REPLACED.finditer(text)))


def _strictly(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return None


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 shows by NUL in each pair of bytes that is a digit or a line end, and by the text that it then gives.

    Two letters of ASCII make a Chinese character: what is UTF-8 already must have NUL in almost every pair.
    """
    if data.count(0) * 5 < len(data) * 2 and _strictly(data, "utf-8") is not None:
        return None
    for name in ("utf-16-le", "utf-16-be"):
        text = _strictly(data, name)
        if text and len(re.findall(_PLAUSIBLE, text[:_SAMPLE])) * 10 >= min(len(text), _SAMPLE) * 9:
            return name
    return None
