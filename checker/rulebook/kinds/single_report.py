"""Kind `single_report`: the file holds one report, not two."""

from __future__ import annotations

from checker.readers.fold import fold
from checker.rulebook.anchors import trimmed
from checker.rulebook.dossier import Dossier
from checker.words.audit import Verdict
from checker.words.document import Document, LineKind
from checker.words.place import Span
from checker.words.record import dataclass
from checker.words.rule import Hit, Judgement, Rule


@dataclass(frozen=True, slots=True)
class SingleReport:
    """No further title stands inside the text with chapters after it that count from one again; attachments may."""

    def judge(self, rule: Rule, dossier: Dossier) -> Judgement:
        document = dossier.document
        if document.title is None or not document.sections:
            return Judgement(Verdict.NOT_APPLICABLE, reason="没有标题")
        title = _second(document)
        if title is None:
            return Judgement(Verdict.MET, held=1)
        same = _bare(title.of(document.text)) == _bare(document.title.text)
        arguments = {"title": title.of(document.text), "same": "是" if same else ""}
        return Judgement(Verdict.BROKEN, (Hit(title, arguments, ((document.title.spans[0], "前一份"),)),))


def _bare(title: str) -> str:
    return "".join(fold(title).split())


def _second(document: Document) -> Span | None:
    """The title of a second report, before the chapter that begins the count anew."""
    first = document.sections[0].heading
    again = [
        section.heading.span.start
        for section in document.sections[1:]
        if (section.heading.depth, section.heading.number) == (first.depth, 1)
    ]
    if not again or first.number != 1:
        return None
    for line in document.lines:
        if line.kind is LineKind.ATTACHMENT:
            return None
        if line.kind is LineKind.TITLE and first.span.start < line.span.start < again[-1]:
            return trimmed(document.folded, line.span)
    return None
