"""Kind `mixed`: one thing written in two ways in one report."""

from __future__ import annotations

from collections.abc import Mapping

from checker.patterns import expression
from checker.rulebook.dossier import Dossier
from checker.rulebook.reach import Reach, together, verdict
from checker.rulebook.regex import Regex
from checker.words.audit import Verdict
from checker.words.place import Span
from checker.words.record import dataclass, field, replace
from checker.words.rule import Hit, Judgement, Rule

_ROW = expression(r"[^,。，；：！？\s]{1,16}(?:,[^,。，；：！？\s]{0,16}){2,}")


@dataclass(frozen=True, slots=True)
class Forms:
    """The ways to write one thing, by their names. The patterns match the text as it stands, widths and all."""

    forms: Mapping[str, Regex] = field(metadata={"zh": "各种写法", "en": "the ways to write it"})
    standard: str | None = field(
        default=None,
        metadata={"zh": "规范的写法(不写则以多数为准)", "en": "the right one (without it, the most frequent)"},
    )
    least: int = field(default=1, metadata={"zh": "每种写法至少几处才算混用", "en": "how often each must occur"})


@dataclass(frozen=True, slots=True)
class Mixed:
    """The report writes one thing in one way; otherwise one finding names the places that differ."""

    require: Forms = field(metadata={"zh": "同一内容的各种写法", "en": "the ways to write one thing"})
    given: Reach = field(default=Reach(), metadata={"zh": "检查范围", "en": "where it is looked for"})

    def judge(self, rule: Rule, dossier: Dossier) -> Judgement:
        text = dossier.document.text
        forms = self.require.forms
        if sum(form.may_match(text) for form in forms.values()) < 2:
            return Judgement(Verdict.MET)
        found = {name: self._spans(form, dossier) for name, form in forms.items()}
        present = {name: spans for name, spans in found.items() if len(spans) >= self.require.least}
        if len(present) < 2:
            return Judgement(Verdict.MET, held=sum(map(len, present.values())))
        usual = self.require.standard
        if usual not in present:
            usual = max(present, key=lambda name: len(present[name]))
        return verdict(self._told(usual, present))

    def _spans(self, form: Regex, dossier: Dossier) -> list[Span]:
        text = dossier.document.text
        spans = (Span(*match.span()) for match in form.finditer(text))
        return [span for span in spans if self.given.admits(dossier, span.start) and not _is_row(text, span.start)]

    def _told(self, usual: str, present: Mapping[str, list[Span]]) -> tuple[Hit, ...]:
        others = sorted((span, name) for name, spans in present.items() if name != usual for span in spans)
        hits = [Hit(span, {"other": name, "usual": usual}) for span, name in others]
        return tuple(
            replace(hit, related=(*hit.related, (present[usual][0], "与此处写法不同")))
            for hit in together(hits, "又一处")
        )


def _is_row(text: str, offset: int) -> bool:
    """Whether a place is in a row of a table whose cells are parted by commas: 县区,受理,办结."""
    start, end = text.rfind("\n", 0, offset) + 1, text.find("\n", offset)
    line = text[start : len(text) if end < 0 else end].strip()
    return text[offset : offset + 1] == "," and _ROW.fullmatch(line) is not None
