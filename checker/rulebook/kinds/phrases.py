"""Kind `phrases`: fixed phrases in a wrong form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from checker.rulebook.citations import year_of
from checker.rulebook.dossier import Dossier
from checker.rulebook.reach import Reach, sentence, verdict
from checker.rulebook.vocabulary import places
from checker.words.place import Span
from checker.words.record import dataclass, field
from checker.words.registry import Phrase
from checker.words.rule import Hit, Judgement, Rule


@dataclass(frozen=True, slots=True)
class Group:
    """Which phrases of the registry are looked at."""

    group: str = field(metadata={"zh": "登记表中的组别", "en": "the group in the registry"})


@dataclass(frozen=True, slots=True)
class RightPhrases:
    """Fixed phrases of the registry stand in their right form."""

    require: Group = field(metadata={"zh": "查哪一组固定提法", "en": "which phrases"})
    given: Reach = field(default=Reach(), metadata={"zh": "检查范围", "en": "where it is looked for"})

    def judge(self, rule: Rule, dossier: Dossier) -> Judgement:
        document = dossier.document
        known = cast(tuple[Phrase, ...], dossier.rulebook.registries.get("phrases", ()))
        year = year_of(document)
        chosen = (p for p in known if p.group == self.require.group and p.core in document.folded)
        hits = (hit for phrase in chosen if _is_wrong_in(phrase, year) for hit in _hits(phrase, document.folded))
        return verdict(hit for hit in hits if self.given.admits(dossier, hit.span.start))


def _is_wrong_in(phrase: Phrase, year: int | None) -> bool:
    """A report that names no year is taken for one of today."""
    return phrase.since is None or year is None or year >= phrase.since


def _hits(phrase: Phrase, folded: str) -> Iterator[Hit]:
    excused = tuple(places(folded, phrase.unless))
    for wrong, right in phrase.forms.items():
        for span in places(folded, (wrong,)):
            quoted = phrase.unless_said_by and _is_quoted(phrase, folded, span)
            if not quoted and not any(other.contains(span) for other in excused):
                yield Hit(span, {"wrong": _within(wrong), "right": _within(right)})


def _is_quoted(phrase: Phrase, folded: str, span: Span) -> bool:
    before = folded[sentence(folded, span).start : span.start]
    return any(words in before for words in phrase.unless_said_by)


def _within(phrase: str) -> str:
    """The phrase as it stands between quotes: inner quotes are single ones, and closed."""
    inner = phrase.replace("“", "‘").replace("”", "’")
    return inner + "’" * (inner.count("‘") - inner.count("’"))
