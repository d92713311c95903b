"""`checker figures`: every number of a report, what it counts, and every relation with its verdict."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from checker.cli import console
from checker.cli.exits import Exit
from checker.cli.parser import Parser, stated
from checker.cli.reports import PATHS, gather, sources
from checker.cli.rulebook import load_rulebook
from checker.english import english_relation
from checker.figures import Ledger, measure
from checker.outline import parse
from checker.renderers.clean import clean
from checker.renderers.decimals import decimal
from checker.renderers.json_report import SCHEMA, Json, place_entry, relations
from checker.renderers.phrases import Number
from checker.renderers.view import position
from checker.rulebook.engine import judge
from checker.settings import Settings, settings
from checker.words.document import Document
from checker.words.figure import Figure
from checker.words.profile import Profile
from checker.words.record import dataclass
from checker.words.relation import Relation, Truth
from checker.words.rule import Rulebook, Wording
from checker.words.source import Source

_WORDS = Wording("打印读出的数字和它们之间的关系。", "Print figures and the relations between them.")
_FIGURES = Wording("数字 {count} 个", "{count:figure|figures}")
_RELATIONS = Wording("关系 {count} 处", "{count:relation|relations}")
_MARKS = {Truth.HOLDS: "√", Truth.VIOLATED: "×", Truth.UNDECIDABLE: "?"}


@dataclass(frozen=True, slots=True)
class Reckoning:
    """The figures of a report and all relations among them, those of equations included."""

    document: Document
    figures: tuple[Figure, ...]
    relations: tuple[Relation, ...]


def main(arguments: Sequence[str], language: str) -> int:
    parser = Parser("figures", _WORDS, language)
    parser.paths(PATHS)
    parser.options("profile", "rules", "format", "lang", "encoding", formats=("text", "json"))
    call = parser.read(arguments)
    asked = settings(stated(call))
    rulebook = load_rulebook(asked)
    read = list(sources(gather(call.paths, asked.lang), asked.encoding, asked.lang))
    found = [_reckon(source, rulebook, asked) for source in read if source is not None]
    if asked.format == "json":
        document = {"schema": SCHEMA, "reports": [_entry(each) for each in found]}
        console.put_data(json.dumps(document, ensure_ascii=False, indent=1) + "\n")
    else:
        console.put("\n".join(line for each in found for line in _lines(each, asked.lang)))
    return Exit.UNREAD if None in read else Exit.FINE


def _reckon(source: Source, rulebook: Rulebook, asked: Settings) -> Reckoning:
    document = parse(source, asked.profile)
    ledger: Ledger = measure(document)
    judged = judge(document, ledger, rulebook, document.profile or Profile.OTHER)
    relations = map(english_relation, judged.relations) if asked.lang == "en" else judged.relations
    return Reckoning(document, ledger.figures, tuple(relations))


def _entry(found: Reckoning) -> Json:
    index = found.document.index
    return {
        "path": found.document.source.path,
        "figures": [_figure(figure) | place_entry(index.place(figure.span)) for figure in found.figures],
        "relations": relations(
            found.relations, [tuple(index.place(o.span) for o in each.operands) for each in found.relations]
        ),
    }


def _figure(figure: Figure) -> Json:
    low, high = figure.quantity.interval.low, figure.quantity.interval.high
    return {
        "text": figure.quantity.text,
        "low": None if low is None else decimal(low),
        "high": None if high is None else decimal(high),
        "unit": figure.quantity.unit,
        "label": figure.label,
        "head": figure.head,
        "metric": figure.metric,
        "scope": figure.scope or None,
        "period": figure.period or None,
    }


def _lines(found: Reckoning, language: str) -> Iterator[str]:
    index = found.document.index
    yield clean(found.document.source.path)
    yield _FIGURES.of(language).format(count=Number(len(found.figures)))
    for figure in found.figures:
        counts = " ".join(filter(None, [figure.scope, figure.label, figure.head]))
        yield f"  {position(index.place(figure.span)):<8} {clean(figure.quantity.text)}  {clean(counts)}"
    yield _RELATIONS.of(language).format(count=Number(len(found.relations)))
    for each in found.relations:
        start = min((operand.span for operand in each.operands), default=found.document.proper)
        words = " ".join(filter(None, [each.kind, each.equation, each.reason]))
        yield f"  {_MARKS[each.truth]} {position(index.place(start)):<8} {clean(words)}"
    yield ""
