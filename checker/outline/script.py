"""Whether a text is written in traditional characters."""

from __future__ import annotations

_SAMPLE = 500
_LEAST_SHARE = 20  # one in so many Chinese characters
_FIRST, _LAST = "\u3400", "\ufaff"  # the Chinese characters, without the full-width forms


def script_of(text: str, folded: str) -> str:
    """`hant` where folding changed more than a stray character of the text's opening, else `hans`."""
    if text == folded:
        return "hans"
    pairs = [(a, b) for a, b in zip(text[:_SAMPLE], folded[:_SAMPLE], strict=True) if _FIRST <= a <= _LAST]
    changed = sum(a != b for a, b in pairs)
    return "hant" if changed * _LEAST_SHARE > len(pairs) else "hans"
