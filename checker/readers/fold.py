"""One spelling for matching: simplified script and half width, each character for one character, so offsets hold."""

from __future__ import annotations

from functools import cache

from checker.data import data_folder
from checker.patterns import expression

# Full-width forms that prose uses; 、 。 《》 “” keep their own meaning and stay.
_WIDE = "，；：（）％！？．－＋／＝～＂＇＜＞［］｛｝＃＆＊＠＄＼＾＿｀｜　\u00a0\u2002\u2003\u2009\u202f"
_HALF = ",;:()%!?.-+/=~\"'<>[]{}#&*@$\\^_`|      "
_DIGITS_AND_LETTERS = {ord("０") + n: ord("0") + n for n in range(10)} | {
    ord(wide) + n: ord(half) + n for wide, half in (("Ａ", "A"), ("ａ", "a")) for n in range(26)
}
_WIDTHS = dict(zip(map(ord, _WIDE), map(ord, _HALF), strict=True)) | _DIGITS_AND_LETTERS

# GB 2312 encodes simplified text and nothing that is traditional, but for these few characters; Python's codec knows
# three signs of simplified prose by other code points. It is many times as fast as a look-up character by character.
_TRADITIONAL_IN_GB2312 = "乾吒夥後徵拚捱摺於榘菸薹袷醣麴麽"
_SIGNS = "—·〇"
_FOLDED = [*map(chr, _WIDTHS), *_TRADITIONAL_IN_GB2312]
_ANY_FOLDED = expression(f"[！-～　\u00a0\u2002\u2003\u2009\u202f{_TRADITIONAL_IN_GB2312}]")


def fold(text: str) -> str:
    """The text in simplified script and half width; the length is the same, character for character."""
    if not _fits_gb2312(text):
        return text.translate(_table())
    if _ANY_FOLDED.search(text):
        for character in _FOLDED:
            if character in text:
                text = text.replace(character, character.translate(_table()))
    return text


@cache
def _table() -> dict[int, int]:
    rows = [
        row for row in (data_folder("grammar") / "traditional.txt").read_text("utf-8").splitlines() if row[0] != "#"
    ]
    traditional, simplified = rows
    return dict(zip(map(ord, traditional), map(ord, simplified), strict=True)) | _WIDTHS


def _fits_gb2312(text: str) -> bool:
    for sign in _SIGNS:
        text = text.replace(sign, "")
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
