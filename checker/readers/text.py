"""A text file, or standard input, becomes a Source."""

from __future__ import annotations

import sys
from pathlib import Path

from checker.readers.decode import decode
from checker.readers.faults import fault
from checker.readers.formats import binary_format, is_encrypted
from checker.words.place import Lines
from checker.words.source import Fault, Source

STANDARD_INPUT = "-"
LIMIT = 10  # megabytes
_LIMIT_BYTES = LIMIT * 1024 * 1024
_INVISIBLE = "\0\u200b\u200c\u200d\u2060\ufeff"


def read(path: str, encoding: str | None = None, language: str = "zh") -> Source | Fault:
    """The text of a file; `-` is standard input. `encoding` overrules the fixed order of decoding."""
    try:
        if path == STANDARD_INPUT:
            data = sys.stdin.buffer.read(_LIMIT_BYTES + 1)
        else:
            with Path(path).open("rb") as file:
                data = file.read(_LIMIT_BYTES + 1)
    except FileNotFoundError:
        return fault("not_found", path, language, near="")
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return fault("unreadable", path, language, reason=reason)
    return read_bytes(path, data, encoding, language)


def read_bytes(name: str, data: bytes, encoding: str | None = None, language: str = "zh") -> Source | Fault:
    """The text of bytes that are at hand already."""
    if len(data) > _LIMIT_BYTES:
        return fault("too_large", name, language, limit=LIMIT)
    if is_encrypted(data):
        return fault("encrypted", name, language)
    if format_ := binary_format(name, data):
        return fault("unsupported_format", name, language, format=format_.of(language))
    try:
        decoded = decode(data, encoding)
    except LookupError:
        return fault("unknown_encoding", name, language, encoding=encoding)
    if not decoded.text.translate(dict.fromkeys(map(ord, _INVISIBLE))).strip():
        return fault("empty", name, language)
    return Source(name, decoded.text, decoded.encoding, decoded.undecodable)


def undecodable_fault(source: Source, language: str = "zh") -> Fault | None:
    """Why a source is not scored whose bytes could not all be decoded, placed on the first of them."""
    if not source.undecodable:
        return None
    place = Lines(source.text).place(source.undecodable[0])
    return fault(
        "undecodable",
        source.path,
        language,
        line=place.line,
        column=place.column,
        encoding=source.encoding,
        count=len(source.undecodable),
    )
