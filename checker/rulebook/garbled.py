"""Text that was damaged on its way: bytes lost, or bytes read in another encoding; and what it probably was.

GBK writes a character in two bytes. A web mirror that loses a lead byte pairs all later bytes wrongly until a second
byte happens to be a Latin letter: 。現 (A1 A3 AC 46) becomes `?` (A1), ， (A3 AC), F (46).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.patterns import expression
from checker.readers.fold import fold
from checker.words.place import Span
from checker.words.record import dataclass

_HAN = "\u4e00-\u9fff"
_LOST_BYTE = expression(
    rf"[?？](?<=[{_HAN}].)(?P<middle>[,，!！:：;；、。“”‘’()（）{_HAN}]{{0,5}}?)(?P<last>[@-Z\[-~])(?=[{_HAN}“《])"
)
_SHIFTED = expression(rf"[?？](?<=[{_HAN}].)(?P<run>[!-~！-～]?[，。、；：“”{_HAN}]{{3,30}})")
_QUESTION = expression(r"[吗呢么吧什谁哪几何怎啥]|多少|是否|[能可会]否|有无|[有还]没有?|难道|不[是能会行好对]")
_LABEL = expression(r"[类级型股区座栋组]")  # “…？A类”: a letter that ranks or numbers
_WIDE = str.maketrans(",!:;()", "，！：；（）")  # a mirror's fold of widths; GBK knows both
_SUBSTITUTE = expression(r"\ufffd(?:.{0,2}\ufffd)*|(?:锟斤拷|锟斤|斤拷){1,100}|烫烫烫|屯屯屯")
_PRIVATE = expression(r"[\ue000-\uf8ff]+")
_LATIN = expression(
    r"[\u00a1-\u00ff]"
    r"[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{3,}"
)
_FOREIGN_RUN = expression(r"[^\x00-\x7f]{1,60}")
_LONGEST_RUN = 60


@dataclass(frozen=True, slots=True)
class Damage:
    """A damaged place: `cause` is lost_byte, substitute, wrong_encoding or private_use; `meant` is empty if unknown."""

    span: Span
    cause: str
    meant: str = ""


def damages(text: str) -> list[Damage]:
    """All damaged places of a text (as it was written, not folded), in its order."""
    return sorted(_found(text), key=lambda damage: damage.span)


def _found(text: str) -> Iterator[Damage]:
    if "?" in text or "？" in text:
        yield from _lost_bytes(text)
    if not _suspects().search(text):
        return
    if any(mark in text for mark in "\ufffd锟斤烫屯"):
        yield from (Damage(Span(*match.span()), "substitute") for match in _SUBSTITUTE.finditer(text))
    yield from (Damage(Span(*match.span()), "private_use") for match in _PRIVATE.finditer(text))
    yield from _read_wrongly(text)


@cache
def _suspects() -> re.Pattern[str]:
    """One character that damaged text holds and other text hardly ever does."""
    return expression(f"[\ufffd锟烫屯\ue000-\uf8ff\u00c0-\u00ff{_utf8_as_gbk()}]")


@cache
def _utf8_as_gbk() -> str:
    """How the first two bytes of a Chinese character's UTF-8 look when they are read as GBK."""
    return bytes(byte for lead in range(0xE4, 0xEA) for trail in range(0x80, 0xC0) for byte in (lead, trail)).decode(
        "gbk"
    )


def _lost_bytes(text: str) -> Iterator[Damage]:
    for match in _LOST_BYTE.finditer(text):
        if not _is_question(text, match):
            meant = _repaired(match["middle"], match["last"])
            if meant is not None:
                yield Damage(Span(*match.span()), "lost_byte", meant)
    for match in _SHIFTED.finditer(text):
        meant = _shifted_back(match["run"])
        if meant is not None:
            yield Damage(Span(*match.span()), "lost_byte", meant)


def _shifted_back(run: str) -> str | None:
    """What a run was before all its bytes moved by one; None where it makes better sense as it stands."""
    han = [character for character in run if _is_han(character)]
    if 4 * sum(not _is_common(character) for character in han) < len(han):
        return None
    data = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in run).encode("gbk", "replace")
    meant = _longest(data[1:], "gbk")
    if len(meant) < len(run) - 1 or not all(_is_common(character) for character in meant):
        return None
    return ("。" if data[0] == 0xA3 else "□") + meant


def _is_question(text: str, match: re.Match[str]) -> bool:
    """Whether a question ends here and the letter begins what follows; no question goes on with a comma."""
    if match["middle"][:1] in {*",，:：;；"} and match["middle"]:
        return False
    asked = text[max(0, match.start() - 20) : match.start()]
    labelled = not match["middle"] and _LABEL.match(text, match.end())
    return bool(labelled or _QUESTION.search(expression(r"[。;；!！\n]").split(asked)[-1]))


def _repaired(middle: str, last: str) -> str | None:
    """The lost character (□ where it cannot be known) with what follows it, or None if the bytes make no sense."""
    found = (middle.translate(_WIDE) + last).encode("gbk", "replace")
    rest = _decoded(found[1:], "gbk")
    if rest is None or not all(_is_common(character) for character in rest):
        return None
    lost = "。" if found[0] == 0xA3 and rest and _is_han(rest[0]) else "□"  # 。 is A1 A3
    return lost + rest if rest else ""


def _read_wrongly(text: str) -> Iterator[Damage]:
    """Runs of UTF-8 read as GBK, and of UTF-8 or GBK read as Latin-1."""
    start = expression(f"[{_utf8_as_gbk()}]")
    position = 0
    while match := start.search(text, position):
        run = _FOREIGN_RUN.match(text, match.start())
        damage = _decoding(match.start(), run[0], "gb18030", "utf-8") if run else None
        position = damage.span.end if damage else match.end()
        if damage:
            yield damage
    for match in _LATIN.finditer(text):
        run_text = match[0][:_LONGEST_RUN]
        if len(set(run_text)) < 3:
            continue
        found = (_decoding(match.start(), run_text, "cp1252", code) for code in ("utf-8", "gbk"))
        yield from (damage for damage in found if damage)


def _decoding(start: int, run: str, wrong: str, right: str) -> Damage | None:
    """The longest beginning of the run that makes at least two common Chinese characters in the right encoding."""
    meant = _longest(b"".join(_encoded(character, wrong) for character in run), right)
    if len(meant) < 2 or not all(_is_common(character) for character in meant):
        return None
    size, length = len(meant.encode(right)), 0
    while length < len(run) and size > 0:
        size -= len(_encoded(run[length], wrong))
        length += 1
    return Damage(Span(start, start + length), "wrong_encoding", meant)


def _encoded(character: str, encoding: str) -> bytes:
    try:
        return character.encode(encoding)
    except UnicodeEncodeError:
        return character.encode("latin-1", "replace")


def _longest(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        return data[: error.start].decode(encoding)


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _is_common(character: str) -> bool:
    """Whether it is punctuation or one of the 3755 characters of daily use (level 1 of GB 2312), in either script."""
    if character in "。、，；：！？“”‘’（）《》〈〉【】〔〕—…·":
        return True
    data = fold(character).encode("gb2312", "ignore")
    return len(data) == 2 and 0xB0 <= data[0] <= 0xD7
