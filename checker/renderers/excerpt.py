"""A finding's quote inside its text, cut to what one can take in."""

from __future__ import annotations

from checker.renderers.clean import clean, visible
from checker.renderers.screen.width import crop, crop_left, width
from checker.words.finding import Finding
from checker.words.record import dataclass


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Text around a quote, each piece harmless and on one line."""

    before: str
    quote: str
    after: str


def excerpt(finding: Finding, room: int) -> Excerpt | None:
    """The quote with its surroundings in about `room` cells; None where a finding has no text of its own."""
    if not finding.quote:
        return None
    quote = visible(finding.quote)
    if width(quote) > room * 2 // 3:
        half = max(4, room // 3)
        quote = crop(quote, half) + crop_left(quote, half).lstrip("…")
    left = max(0, room - width(quote))
    after = crop(clean(finding.after).rstrip(), left // 2)
    before = crop_left(clean(finding.before).lstrip(), left - width(after))
    return Excerpt(before, quote, after)
