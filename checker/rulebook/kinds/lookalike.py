"""Kind `lookalike`: a character that stands for another which looks like it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from checker.patterns import expression
from checker.rulebook.dossier import Dossier
from checker.rulebook.reach import Reach, together, verdict
from checker.rulebook.regex import Regex
from checker.rulebook.wording import fill
from checker.words.place import Span
from checker.words.record import dataclass, field
from checker.words.rule import Hit, Judgement, Rule

# Greek and Cyrillic words; radicals and compatibility forms one by one. It starts with one set: that is searched fast.
_SUSPECT = expression("[\u0370-\u052f\u2e80-\u2fdf\uf900-\ufaff](?:(?<=[\u0370-\u052f])[\u0370-\u052f]{0,19})?")
_TWINS = dict(zip("АВЕКМНОРСТУХавеорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧον", "ABEKMHOPCTYXaBeopcyxABEZHIKMNOPTYXov", strict=True))
_LATIN = expression(r"[A-Za-z0-9]")
# Radicals that Unicode's compatibility forms leave alone; copies from PDF files are full of them.
_RADICALS = dict(
    zip("⺠⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻩⻬⻮⻰", "民西见角贝车长门青页风飞食马骨鬼鱼鸟黄齐齿龙", strict=True)
)


@dataclass(frozen=True, slots=True)
class Confusion:
    """A form that gives a look-alike away, and what was meant; `{name}` takes a named group of the pattern."""

    found: Regex = field(metadata={"zh": "误写的样子", "en": "the pattern that shows it"})
    meant: str = field(metadata={"zh": "应写作", "en": "what was meant"})


@dataclass(frozen=True, slots=True)
class Characters:
    """The confusions that are looked for; letters of other alphabets and radicals need no list."""

    confusions: tuple[Confusion, ...] = field(
        default=(), metadata={"zh": "形近字符误用", "en": "confusions of characters that look alike"}
    )
    alphabets: bool = field(
        default=True,
        metadata={"zh": "检查混入的西里尔、希腊字母和部首", "en": "letters of other alphabets and radicals in words"},
    )


@dataclass(frozen=True, slots=True)
class LookAlike:
    """No character stands for another that looks like it: a dash for 一, O for 0, a radical for a character."""

    require: Characters = field(metadata={"zh": "查哪些形近字", "en": "which characters"})
    given: Reach = field(default=Reach(), metadata={"zh": "检查范围", "en": "where it is looked for"})

    def judge(self, rule: Rule, dossier: Dossier) -> Judgement:
        document = dossier.document
        hits = [*self._confused(document.folded)]
        if self.require.alphabets:
            hits += together([*_strangers(document.text)], "此处也是形近字符")
        return verdict(hit for hit in hits if self.given.admits(dossier, hit.span.start))

    def _confused(self, folded: str) -> Iterator[Hit]:
        for confusion in self.require.confusions:
            for match in confusion.found.finditer(folded):
                groups = {name: text or "" for name, text in match.groupdict().items()}
                yield Hit(Span(*match.span()), {"meant": fill(confusion.meant, groups)})


def _strangers(text: str) -> Iterator[Hit]:
    for match in _SUSPECT.finditer(text):
        meant = _latin(text, match) if match[0] < "\u0530" else _standard(match[0])
        if meant:
            yield Hit(Span(*match.span()), {"meant": meant})


def _latin(text: str, match: re.Match[str]) -> str | None:
    """The Latin letters that Greek or Cyrillic ones beside Latin letters and digits stand for, or None."""
    beside = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
    meant = [_TWINS.get(character, "") for character in match[0]]
    return "".join(meant) if all(meant) and _LATIN.search(beside) else None


def _standard(character: str) -> str | None:
    """The character of which this is the radical or the compatibility form, or None."""
    meant = _RADICALS.get(character) or unicodedata.normalize("NFKC", character)
    return meant if meant != character and "\u4e00" <= meant <= "\u9fff" else None
