"""Kind `phrases`: fixed phrases in a wrong form."""

from __future__ import annotations

from dataclasses import field
from typing import cast

from checker.rulebook.citations import year_of
from checker.rulebook.dossier import Dossier
from checker.rulebook.reach import Reach, verdict
from checker.rulebook.vocabulary import finder
from checker.words.place import Span
from checker.words.record import dataclass
from checker.words.registry import Phrase
from checker.words.rule import Hit, Judgement, Rule


@dataclass(frozen=True, slots=True)
class Group:
    """Which phrases of the registry are looked at."""

    group: str = field(metadata={"zh": "登记表中的组别", "en": "the group in the registry"})


@dataclass(frozen=True, slots=True)
class RightPhrases:
    """Fixed phrases of the registry stand in their right form."""

    require: Group
    given: Reach = field(default=Reach(), metadata={"zh": "检查范围", "en": "where it is looked for"})

    def judge(self, rule: Rule, dossier: Dossier) -> Judgement:
        phrases = cast(tuple[Phrase, ...], dossier.rulebook.registries.get("phrases", ()))
        year = year_of(dossier.document)
        chosen = [phrase for phrase in phrases if phrase.group == self.require.group and _holds(phrase, year)]
        rights = {wrong: phrase.right for phrase in chosen for wrong in phrase.wrong}
        others = tuple(word for phrase in chosen for word in (phrase.right, *phrase.unless))
        hits = (
            Hit(Span(*match.span()), {"wrong": match[0], "right": rights[match[0]]})
            for match in finder((*rights, *others)).finditer(dossier.document.folded)
            if match[0] in rights and self.given.admits(dossier, match.start())
        )
        return verdict(hits)


def _holds(phrase: Phrase, year: int | None) -> bool:
    return phrase.since is None or (year is not None and year >= phrase.since)
