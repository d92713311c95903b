"""`checker outline`: how a report is built."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from checker.cli import console
from checker.cli.exits import Exit
from checker.cli.parser import Parser, stated
from checker.cli.reports import PATHS, gather, sources
from checker.headings import outline_of
from checker.outline import parse
from checker.renderers.clean import clean
from checker.renderers.json_report import SCHEMA, node
from checker.settings import settings
from checker.words.audit import Node
from checker.words.document import Document
from checker.words.rule import Wording

_WORDS = Wording("打印报告的结构树。", "Print the outline tree of reports.")


def main(arguments: Sequence[str], language: str) -> int:
    parser = Parser("outline", _WORDS, language)
    parser.paths(PATHS)
    parser.options("format", "lang", "encoding", formats=("text", "json"))
    call = parser.read(arguments)
    asked = settings(stated(call))
    read = list(sources(gather(call.paths, asked.lang), asked.encoding, asked.lang))
    documents = [parse(source) for source in read if source is not None]
    if asked.format == "json":
        reports = [
            {
                "path": each.source.path,
                "title": each.title and each.title.text,
                "outline": list(map(node, outline_of(each))),
            }
            for each in documents
        ]
        console.put_data(json.dumps({"schema": SCHEMA, "reports": reports}, ensure_ascii=False, indent=1) + "\n")
    else:
        console.put("\n".join(line for document in documents for line in _lines(document)))
    return Exit.UNREAD if None in read else Exit.FINE


def _lines(document: Document) -> Iterator[str]:
    yield clean(document.source.path)
    if document.title is not None:
        yield f"{document.index.number(document.title.spans[0].start):>5}  {clean(document.title.text)}"
    for heading in outline_of(document):
        yield from _branch(heading, 1)
    yield ""


def _branch(heading: Node, depth: int) -> Iterator[str]:
    yield f"{heading.place.line:>5}  {'  ' * (depth - 1)}{clean(heading.marker)}{clean(heading.heading)}"
    for child in heading.children:
        yield from _branch(child, depth + 1)
