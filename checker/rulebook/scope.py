"""Which reports a rule speaks of, as their titles tell it."""

from __future__ import annotations

from checker.rulebook.regex import Regex
from checker.words.document import Document
from checker.words.record import dataclass, field


@dataclass(frozen=True, slots=True)
class TitleScope:
    """By default every report, with or without a title."""

    titles: tuple[Regex, ...] = field(
        default=(), metadata={"zh": "标题须含的写法", "en": "what the title must contain"}
    )
    other_titles: tuple[Regex, ...] = field(
        default=(), metadata={"zh": "标题含此写法的不查", "en": "titles that the rule leaves alone"}
    )

    def admits(self, document: Document) -> bool:
        """Whether the title contains one of `titles`, if any are given, and none of `other_titles`."""
        if self.titles and not title_has(document, self.titles):
            return False
        return not title_has(document, self.other_titles)


def title_has(document: Document, patterns: tuple[Regex, ...]) -> bool:
    """Whether one line of the title holds one of the patterns."""
    spans = document.title.spans if document.title else ()
    return any(regex.search(span.of(document.folded)) for span in spans for regex in patterns)
