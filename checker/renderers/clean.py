"""Report text made harmless for a screen or a page: nothing in it may steer the terminal or turn the reading order."""

from __future__ import annotations

from checker.patterns import expression

# C0 and C1 controls, bidirectional and zero-width marks, line and paragraph separators, surrogates, private use, tags.
_UNSEEN = expression(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ue000-\uf8ff\U000e0000-\U000e01ef]"
)
_BLANK = "\t\n\r\x0b\x0c\x85\u2028\u2029"


def clean(text: str) -> str:
    """The text on one line: what breaks a line becomes a blank, what cannot be seen is left out."""
    if _UNSEEN.search(text) is None:
        return text
    return _UNSEEN.sub(lambda found: " " if found[0] in _BLANK else "", text)


def visible(text: str) -> str:
    """The text on one line, what cannot be seen spelled out: for quotes, which may be about just that."""
    if _UNSEEN.search(text) is None:
        return text
    return _UNSEEN.sub(lambda found: " " if found[0] in _BLANK else f"<U+{ord(found[0]):04X}>", text)
