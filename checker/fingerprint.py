"""The identity of a finding: it survives edits elsewhere in the report, and in a coarser form the years."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

from checker.patterns import expression
from checker.readers.fold import fold
from checker.words.place import Span

_VERSION = "v1"
_CONTEXT = 12  # characters to each side of a quote
_DIGITS = 32
_SENTENCE_END = expression(r"[。！？!?\r\n]")
_FIGURE = expression(r"\d+(?:[.,]\d+)*%?")


def fingerprint(rule: str, headings: Sequence[str], subject: str) -> str:
    """32 hexadecimal digits over the rule, the headings on the way to the finding, and its subject."""
    return _digest([rule, *map(_folded, (*headings, subject))])


def recurrence(rule: str, headings: Sequence[str], subject: str) -> str:
    """The same without figures: follows a finding from year to year."""
    pieces = [_FIGURE.sub("", _folded(piece)) for piece in (*headings, subject)]
    return _digest([rule, *pieces])


def quote_in_context(text: str, span: Span) -> str:
    """The quote with up to 12 characters to each side, inside its sentence."""
    before = _SENTENCE_END.split(text[max(0, span.start - _CONTEXT) : span.start])[-1]
    after = _SENTENCE_END.split(text[span.end : span.end + _CONTEXT], maxsplit=1)[0]
    return before + span.of(text) + after


def number_twins(fingerprints: Iterable[str]) -> list[str]:
    """The same fingerprints, in order, the second of its kind with #2, the third with #3."""
    seen: dict[str, int] = {}
    result = []
    for each in fingerprints:
        seen[each] = seen.get(each, 0) + 1
        result.append(each if seen[each] == 1 else f"{each}#{seen[each]}")
    return result


def _folded(piece: str) -> str:
    return "".join(fold(piece).split())


def _digest(pieces: list[str]) -> str:
    return sha256("\n".join([_VERSION, *pieces]).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
