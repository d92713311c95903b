"""One spelling for matching: simplified script and half width, each character for one character, so offsets hold."""

from __future__ import annotations

from functools import cache

from checker.data import data_folder

# Full-width forms that prose uses; 、 。 《》 “” keep their own meaning and stay.
_WIDE = "，；：（）％！？．－＋／＝～＂＇＜＞［］｛｝＃＆＊＠＄＼＾＿｀｜　\u00a0\u2002\u2003\u2009\u202f"
_HALF = ",;:()%!?.-+/=~\"'<>[]{}#&*@$\\^_`|      "
_DIGITS_AND_LETTERS = {ord("０") + n: ord("0") + n for n in range(10)} | {
    ord(wide) + n: ord(half) + n for wide, half in (("Ａ", "A"), ("ａ", "a")) for n in range(26)
}


@cache
def _table() -> dict[int, int]:
    rows = [
        row for row in (data_folder("grammar") / "traditional.txt").read_text("utf-8").splitlines() if row[0] != "#"
    ]
    traditional, simplified = rows
    widths = dict(zip(map(ord, _WIDE), map(ord, _HALF), strict=True))
    return dict(zip(map(ord, traditional), map(ord, simplified), strict=True)) | widths | _DIGITS_AND_LETTERS


def fold(text: str) -> str:
    """The text in simplified script and half width; the length is the same, character for character."""
    return text.translate(_table())
